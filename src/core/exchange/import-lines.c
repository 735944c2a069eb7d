/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-lines"

#include "config.h"

#include "import-lines.h"

typedef struct
{
  TendId  id;
  char   *key;
} Line;

struct _TendImportLines
{
  const TendNoun  *noun;
  const TendField *field;
  TendImportStore *store;       /* borrowed */

  /* Owned References */
  GArray          *changed;     /* lines that the file would change */
  GHashTable      *upwards;     /* TendId → TendId: the file's, and those of the book that were asked for */
};

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->key);
}

TendImportLines *
tend_import_lines_new (const TendNoun   *noun,
                       const TendField  *field,
                       TendImportStore  *store)
{
  TendImportLines *self = g_new0 (TendImportLines, 1);

  self->noun = noun;
  self->field = field;
  self->store = store;
  self->changed = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->changed, line_clear);
  self->upwards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
tend_import_lines_free (TendImportLines *self)
{
  g_array_unref (self->changed);
  g_hash_table_unref (self->upwards);
  g_free (self);
}

void
tend_import_lines_clear (TendImportLines *self)
{
  g_array_set_size (self->changed, 0);
  g_hash_table_remove_all (self->upwards);
}

static void
put_upward (TendImportLines *self,
            TendId           id,
            TendId           upward)
{
  g_hash_table_replace (self->upwards, g_memdup2 (&id, sizeof id), g_memdup2 (&upward, sizeof upward));
}

void
tend_import_lines_put (TendImportLines *self,
                       const char      *key,
                       TendId           id,
                       TendId           upward,
                       gboolean         changed)
{
  put_upward (self, id, upward);
  if (changed && upward != 0)
    {
      Line line = { id, g_strdup (key) };

      g_array_append_val (self->changed, line);
    }
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

/* Whether going up from @id comes back to it. A ring further up is not this row's fault: the hare meets the tortoise
 * there, and the walk ends. */
static gboolean
is_in_ring (TendImportLines *self,
            TendId           id)
{
  TendId slow = id;
  TendId fast = get_upward (self, id);

  while (fast != 0 && fast != id)
    {
      fast = get_upward (self, fast);
      if (fast == 0 || fast == id || fast == slow)
        break;
      fast = get_upward (self, fast);
      slow = get_upward (self, slow);
      if (fast == slow)
        break;
    }

  /* Where both have met, the ring is gone round once more to see whether the row stands in it. */
  if (fast != 0 && fast != id)
    {
      TendId met = fast;

      do
        fast = get_upward (self, fast);
      while (fast != met && fast != id);
    }

  return fast == id;
}

gboolean
tend_import_lines_find_rings (TendImportLines *self,
                              GHashTable      *keys)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->changed->len; i++)
    {
      const Line *line = &g_array_index (self->changed, Line, i);

      if (is_in_ring (self, line->id))
        found |= g_hash_table_add (keys, g_strdup (line->key));
    }

  return found;
}
