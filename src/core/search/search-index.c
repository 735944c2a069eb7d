/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search-index.h"

#include <string.h>

/* Texts stand one after the other, each ended by a newline, which no fold contains. */
struct _TendSearchIndex
{
  GString    *text;
  GArray     *starts;   /* gsize; where the text of a row begins */
  GHashTable *rows;     /* account → row + 1 */
  GByteArray *dead;     /* a byte a row: outdated */
  guint       n_dead;
};

TendSearchIndex *
tend_search_index_new (void)
{
  TendSearchIndex *self = g_new0 (TendSearchIndex, 1);

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->rows = g_hash_table_new (NULL, NULL);
  self->dead = g_byte_array_new ();
  return self;
}

void
tend_search_index_free (TendSearchIndex *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_hash_table_unref (self->rows);
  g_byte_array_unref (self->dead);
  g_free (self);
}

guint
tend_search_index_get_row (TendSearchIndex *self,
                           TendId           account)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, GSIZE_TO_POINTER (account))) - 1;
}

void
tend_search_index_set (TendSearchIndex *self,
                       TendId           account,
                       const char      *text)
{
  guint row = tend_search_index_get_row (self, account);
  gsize start = self->text->len;
  guint8 alive = 0;

  if (row != G_MAXUINT)
    {
      self->dead->data[row] = 1;
      self->n_dead++;
    }
  if (text == NULL)
    {
      g_hash_table_remove (self->rows, GSIZE_TO_POINTER (account));
      return;
    }
  g_array_append_val (self->starts, start);
  g_byte_array_append (self->dead, &alive, 1);
  g_string_append (self->text, text);
  g_string_append_c (self->text, '\n');
  g_hash_table_insert (self->rows, GSIZE_TO_POINTER (account), GUINT_TO_POINTER (self->starts->len));
}

guint
tend_search_index_get_n_rows (TendSearchIndex *self)
{
  return self->starts->len;
}

gboolean
tend_search_index_is_worn (TendSearchIndex *self)
{
  return self->n_dead > 1000 && self->n_dead > self->starts->len / 8;
}

static gsize
start_of (TendSearchIndex *self,
          guint            row)
{
  return row < self->starts->len ? g_array_index (self->starts, gsize, row) : self->text->len;
}

/* The row in whose text @at lies, at or after @row: gallops, since hits come in order and often lie close. */
static guint
row_at (TendSearchIndex *self,
        guint            row,
        gsize            at)
{
  guint low = row;
  guint step = 1;
  guint high;

  while (low + step < self->starts->len && start_of (self, low + step) <= at)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, self->starts->len);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (start_of (self, middle) <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
holds_all (const char        *text,
           gsize              length,
           const char *const *needles,
           const char        *but)
{
  for (guint i = 0; needles[i] != NULL; i++)
    if (needles[i] != but && memmem (text, length, needles[i], strlen (needles[i])) == NULL)
      return FALSE;
  return TRUE;
}

/* The longest word is the rarest one, and the quickest to look for. */
static const char *
longest (const char *const *needles)
{
  const char *best = needles[0];

  for (guint i = 1; needles[i] != NULL; i++)
    if (strlen (needles[i]) > strlen (best))
      best = needles[i];
  return best;
}

static void
scan (TendSearchIndex   *self,
      const char *const *needles,
      guint8            *marks)
{
  const char *needle = longest (needles);
  gsize needle_length = strlen (needle);
  const char *end = self->text->str + self->text->len;
  const char *at = self->text->str;
  guint row = 0;

  while ((at = memmem (at, (gsize) (end - at), needle, needle_length)) != NULL)
    {
      gsize start, next;

      row = row_at (self, row, (gsize) (at - self->text->str));
      start = start_of (self, row);
      next = start_of (self, row + 1);
      if (!self->dead->data[row] && (needles[1] == NULL || holds_all (self->text->str + start, next - start, needles, needle)))
        marks[row] = 1;
      at = self->text->str + next;
    }
}

GByteArray *
tend_search_index_find (TendSearchIndex   *self,
                        const char *const *words)
{
  GByteArray *marks = g_byte_array_sized_new (self->starts->len);
  g_autoptr(GPtrArray) needles = g_ptr_array_new_with_free_func (g_free);

  g_byte_array_set_size (marks, self->starts->len);
  if (self->starts->len > 0)
    memset (marks->data, 0, self->starts->len);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (needles, g_strconcat (" ", words[i], NULL));
  if (needles->len == 0 || self->starts->len == 0)
    return marks;
  g_ptr_array_add (needles, NULL);
  scan (self, (const char *const *) needles->pdata, marks->data);
  return marks;
}
