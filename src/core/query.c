/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query-private.h"

static void
filter_clear (gpointer data)
{
  g_free (((TendQueryFilter *) data)->text);
}

TendQuery *
tend_query_new (const TendNoun *noun)
{
  TendQuery *self = g_new0 (TendQuery, 1);

  self->noun = noun;
  self->sort = g_strdup ("newest");
  self->filters = g_array_new (FALSE, TRUE, sizeof (TendQueryFilter));
  g_array_set_clear_func (self->filters, filter_clear);
  return self;
}

TendQuery *
tend_query_copy (const TendQuery *self)
{
  TendQuery *copy = tend_query_new (self->noun);

  g_set_str (&copy->search, self->search);
  g_set_str (&copy->sort, self->sort);
  copy->descending = self->descending;
  copy->offset = self->offset;
  copy->limit = self->limit;
  tend_query_set_product (copy, self->product, self->without, self->today);
  for (guint i = 0; i < self->filters->len; i++)
    {
      TendQueryFilter filter = g_array_index (self->filters, TendQueryFilter, i);

      filter.text = g_strdup (filter.text);
      g_array_append_val (copy->filters, filter);
    }
  return copy;
}

void
tend_query_free (TendQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self->sort);
  g_array_unref (self->filters);
  g_free (self->today);
  g_free (self);
}

static gboolean
same_filter (const TendQueryFilter *a,
             const TendQueryFilter *b)
{
  return a->field == b->field && a->match == b->match && a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

gboolean
tend_query_equal (const TendQuery *a,
                  const TendQuery *b)
{
  return tend_query_equal_but_search (a, b) && g_strcmp0 (a->search, b->search) == 0;
}

/* Whether both ask for the same rows in the same order, the words searched for left out. */
gboolean
tend_query_equal_but_search (const TendQuery *a,
                             const TendQuery *b)
{
  if (a->noun != b->noun || a->descending != b->descending || a->offset != b->offset || a->limit != b->limit ||
      g_strcmp0 (a->sort, b->sort) != 0 || a->filters->len != b->filters->len ||
      a->product != b->product || a->without != b->without || g_strcmp0 (a->today, b->today) != 0)
    return FALSE;
  for (guint i = 0; i < a->filters->len; i++)
    if (!same_filter (&g_array_index (a->filters, TendQueryFilter, i), &g_array_index (b->filters, TendQueryFilter, i)))
      return FALSE;
  return TRUE;
}

const TendNoun *
tend_query_get_noun (const TendQuery *self)
{
  return self->noun;
}

void
tend_query_set_search (TendQuery  *self,
                       const char *words)
{
  g_set_str (&self->search, words != NULL && *words != '\0' ? words : NULL);
}

const char *
tend_query_get_search (const TendQuery *self)
{
  return self->search;
}

gboolean
tend_query_set_sort (TendQuery  *self,
                     const char *field,
                     gboolean    descending)
{
  const TendField *found = tend_noun_get_field (self->noun, field);
  gboolean settled = g_strcmp0 (field, "settled") == 0 && tend_noun_get_field (self->noun, "done_at") != NULL;

  if (found == NULL && !settled && g_strcmp0 (field, "newest") != 0)
    return FALSE;
  g_set_str (&self->sort, found != NULL ? found->name : settled ? "settled" : "newest");
  self->descending = descending;
  return TRUE;
}

const char *
tend_query_get_sort (const TendQuery *self)
{
  return self->sort;
}

gboolean
tend_query_get_descending (const TendQuery *self)
{
  return self->descending;
}

static gboolean
is_text (const TendField *field)
{
  return field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_TEXTS;
}

gboolean
tend_query_add (TendQuery      *self,
                const char     *name,
                TendQueryMatch  match,
                const char     *text,
                GError        **error)
{
  const TendField *field = tend_noun_get_field (self->noun, name);
  g_autoptr(TendRecord) record = NULL;
  TendQueryFilter filter = { field, match, 0, NULL };

  if (field == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD, name, text, "no field %s", name);
      return FALSE;
    }
  record = tend_record_new (self->noun);
  if (!tend_record_parse (record, field, text, error))
    return FALSE;
  if (is_text (field))
    filter.text = g_strdup (text != NULL && *text != '\0' ? text : NULL);
  else
    filter.number = tend_record_get_int (record, field);
  g_array_append_val (self->filters, filter);
  return TRUE;
}

void
tend_query_add_fields (TendQuery      *self,
                       const char     *field,
                       TendQueryMatch  match,
                       const char     *other)
{
  TendQueryFilter filter = { tend_noun_get_field (self->noun, field), match, 0, NULL };

  g_return_if_fail (match == TEND_QUERY_SAME || match == TEND_QUERY_DIFFERS);
  g_return_if_fail (filter.field != NULL && tend_noun_get_field (self->noun, other) != NULL);

  /* The name in the description, since it goes into the statement as it is. */
  filter.text = g_strdup (tend_noun_get_field (self->noun, other)->name);
  g_array_append_val (self->filters, filter);
}

void
tend_query_add_int (TendQuery      *self,
                    const char     *name,
                    TendQueryMatch  match,
                    gint64          value)
{
  const TendField *field = tend_noun_get_field (self->noun, name);
  TendQueryFilter filter = { field, match, value, NULL };

  g_return_if_fail (field != NULL && !is_text (field));
  g_array_append_val (self->filters, filter);
}

void
tend_query_set_product (TendQuery  *self,
                        TendId      product,
                        gboolean    without,
                        const char *today)
{
  g_return_if_fail (product == 0 || today != NULL);

  self->product = product;
  self->without = product != 0 && without;
  g_set_str (&self->today, product != 0 ? today : NULL);
}

void
tend_query_remove (TendQuery  *self,
                   const char *name)
{
  const TendField *field = tend_noun_get_field (self->noun, name);

  for (guint i = self->filters->len; i > 0; i--)
    if (g_array_index (self->filters, TendQueryFilter, i - 1).field == field)
      g_array_remove_index (self->filters, i - 1);
}

gboolean
tend_query_has (const TendQuery *self,
                const char      *name)
{
  const TendField *field = tend_noun_get_field (self->noun, name);

  for (guint i = 0; i < self->filters->len; i++)
    if (g_array_index (self->filters, TendQueryFilter, i).field == field)
      return TRUE;
  return FALSE;
}

void
tend_query_set_range (TendQuery *self,
                      gsize      offset,
                      gsize      limit)
{
  self->offset = offset;
  self->limit = limit;
}

gboolean
tend_query_is_whole (const TendQuery *self)
{
  return self->offset == 0 && self->limit == 0;
}
