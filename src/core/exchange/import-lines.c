/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-lines"

#include "config.h"

#include "import-lines.h"

typedef struct
{
  TendId id;
  char  *text;
} Line;

struct _TendImportLines
{
  const TendNoun  *noun;
  const TendField *field;
  TendImportStore *store;       /* borrowed */
  TendImportLinks *links;       /* borrowed */

  /* Owned References */
  GArray          *lines;
  GHashTable      *upwards;     /* TendId → TendId: the file's, and those of the book that were asked for */
};

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

TendImportLines *
tend_import_lines_new (const TendNoun   *noun,
                       const TendField  *field,
                       TendImportStore  *store,
                       TendImportLinks  *links)
{
  TendImportLines *self = g_new0 (TendImportLines, 1);

  self->noun = noun;
  self->field = field;
  self->store = store;
  self->links = links;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->upwards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
tend_import_lines_free (TendImportLines *self)
{
  g_array_unref (self->lines);
  g_hash_table_unref (self->upwards);
  g_free (self);
}

void
tend_import_lines_add (TendImportLines *self,
                       TendId           id,
                       const char      *text)
{
  Line line = { id, g_strdup (text) };

  g_array_append_val (self->lines, line);
}

static void
put_upward (TendImportLines *self,
            TendId           id,
            TendId           upward)
{
  g_hash_table_replace (self->upwards, g_memdup2 (&id, sizeof id), g_memdup2 (&upward, sizeof upward));
}

gboolean
tend_import_lines_settle (TendImportLines  *self,
                          GError          **error)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *candidates = NULL;
      TendLinkOutcome outcome = TEND_LINK_UNKNOWN;
      TendId upward = 0;

      if (*line->text != '\0' &&
          !tend_import_links_find (self->links, self->noun, line->text, 0, &outcome, &upward, &candidates, error))
        return FALSE;
      put_upward (self, line->id, outcome == TEND_LINK_FOUND ? upward : 0);
    }
  g_array_set_size (self->lines, 0);

  return TRUE;
}

static TendId
get_upward (TendImportLines *self,
            TendId           id)
{
  const TendId *known = g_hash_table_lookup (self->upwards, &id);
  g_autoptr (TendRecord) record = NULL;
  TendId upward;

  if (known != NULL)
    return *known;

  record = tend_import_store_read (self->store, self->noun, id, NULL);
  upward = record != NULL ? tend_record_get_int (record, self->field) : 0;
  put_upward (self, id, upward);

  return upward;
}

gboolean
tend_import_lines_check (TendImportLines       *self,
                         TendId                 id,
                         TendImportProblemCode *code)
{
  TendId slow = id;
  TendId fast = get_upward (self, id);

  *code = TEND_IMPORT_SELF;
  if (fast == id)
    return FALSE;

  /* The hare meets the tortoise in a ring that the row hangs on, but only its own ring is the row's fault. */
  *code = TEND_IMPORT_RING;
  while (fast != 0 && fast != slow)
    {
      if (fast == id)
        return FALSE;
      slow = get_upward (self, slow);
      fast = get_upward (self, fast);
      if (fast == id)
        return FALSE;
      fast = fast != 0 ? get_upward (self, fast) : 0;
    }

  return fast != id;
}
