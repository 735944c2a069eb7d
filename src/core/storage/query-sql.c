/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query-sql.h"

#include <string.h>

#include "../ids.h"
#include "../query-private.h"

/* Rows with a value in the column of the sort come first, then those without: two statements, so that each runs along
 * an index. */
typedef enum { PART_ALL, PART_VALUE, PART_NONE } Part;

/* Words are written out (they are ours), since a partial index is only used where its condition stands literally. */
static void
append_value (GString               *sql,
              const TendQueryFilter *filter,
              GArray                *bound)
{
  if (filter->field->type == TEND_FIELD_WORD)
    {
      g_string_append_printf (sql, "'%s'", filter->field->words[filter->number]);
      return;
    }
  g_array_append_val (bound, filter);
  g_string_append_printf (sql, "?%u", bound->len);
}

static gboolean
is_unset (const TendQueryFilter *filter)
{
  switch (filter->field->type)
    {
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      return filter->number == 0;
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_TEXTS:
      return filter->text == NULL;
    case TEND_FIELD_INTEGER:
      return (filter->field->flags & TEND_FIELD_MAYBE) && filter->number < 0;
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
    default:
      return FALSE;
    }
}

/* Begins the test that a field has one of some values. A field of several texts has one that is among them. */
static void
append_has (GString         *sql,
            const TendField *field)
{
  if (field->type == TEND_FIELD_TEXTS)
    g_string_append_printf (sql, "\"%s\" IS NOT NULL AND EXISTS (SELECT 1 FROM json_each (\"%s\") WHERE value", field->name, field->name);
  else
    g_string_append_printf (sql, "(\"%s\"", field->name);
  g_string_append (sql, " IN (");
}

/* All values of one field: "owner" IN (?1, ?2) OR "owner" IS NULL. */
static void
append_is (GString         *sql,
           const TendQuery *query,
           const TendField *field,
           GArray          *bound)
{
  gboolean unset = FALSE;
  gboolean set = FALSE;

  g_string_append_c (sql, '(');
  for (guint i = 0; i < query->filters->len; i++)
    {
      const TendQueryFilter *filter = &g_array_index (query->filters, TendQueryFilter, i);

      if (filter->field != field || filter->match != TEND_QUERY_IS)
        continue;
      if (is_unset (filter))
        {
          unset = TRUE;
          continue;
        }
      g_string_append (sql, set ? ", " : "");
      if (!set)
        append_has (sql, field);
      append_value (sql, filter, bound);
      set = TRUE;
    }
  g_string_append (sql, set ? "))" : "");
  if (unset)
    g_string_append_printf (sql, "%s\"%s\" IS NULL", set ? " OR " : "", field->name);
  g_string_append_c (sql, ')');
}

static gboolean
is_first_of_field (const TendQuery *query,
                   guint            at)
{
  const TendQueryFilter *filter = &g_array_index (query->filters, TendQueryFilter, at);

  for (guint i = 0; i < at; i++)
    {
      const TendQueryFilter *other = &g_array_index (query->filters, TendQueryFilter, i);

      if (other->field == filter->field && other->match == TEND_QUERY_IS)
        return FALSE;
    }
  return TRUE;
}

static void
append_filter (GString         *sql,
               const TendQuery *query,
               guint            at,
               GArray          *bound)
{
  const TendQueryFilter *filter = &g_array_index (query->filters, TendQueryFilter, at);
  const char *name = filter->field->name;

  switch (filter->match)
    {
    case TEND_QUERY_NOT:
      if (filter->field->type == TEND_FIELD_TEXTS && !is_unset (filter))
        g_string_append_printf (sql, "NOT EXISTS (SELECT 1 FROM json_each (\"%s\") WHERE value = ", name);
      else
        g_string_append_printf (sql, "(\"%s\" IS NOT ", name);
      append_value (sql, filter, bound);
      g_string_append_c (sql, ')');
      break;
    case TEND_QUERY_BEFORE:
      g_string_append_printf (sql, "\"%s\" < ", name);
      append_value (sql, filter, bound);
      break;
    case TEND_QUERY_FROM:
      g_string_append_printf (sql, "\"%s\" >= ", name);
      append_value (sql, filter, bound);
      break;
    case TEND_QUERY_UNDER:
      g_string_append_printf (sql, "\"%s\" IN (WITH RECURSIVE team (id) AS (SELECT ", name);
      append_value (sql, filter, bound);
      g_string_append (sql, " UNION SELECT m.id FROM manager AS m JOIN team ON m.reports_to = team.id) SELECT id FROM team)");
      break;
    case TEND_QUERY_SAME:
      g_string_append_printf (sql, "\"%s\" IS \"%s\"", name, filter->text);
      break;
    case TEND_QUERY_DIFFERS:
      g_string_append_printf (sql, "\"%s\" IS NOT \"%s\"", name, filter->text);
      break;
    case TEND_QUERY_IS:
    default:
      append_is (sql, query, filter->field, bound);
      break;
    }
}

static void
append_where (GString         *sql,
              const TendQuery *query,
              const char      *column,
              Part             part,
              GArray          *bound)
{
  const char *joint = " WHERE ";

  for (guint i = 0; i < query->filters->len; i++)
    {
      if (g_array_index (query->filters, TendQueryFilter, i).match == TEND_QUERY_IS && !is_first_of_field (query, i))
        continue;
      g_string_append (sql, joint);
      joint = " AND ";
      append_filter (sql, query, i, bound);
    }
  if (query->product != 0)
    {
      /* Ids and dates are ours: written out, so that the filters alone are bound. */
      g_string_append_printf (sql, "%sid %sIN (SELECT account FROM purchase WHERE product = %" G_GINT64_FORMAT
                              " AND (ends_on IS NULL OR ends_on >= '%.10s'))", joint, query->without ? "NOT " : "",
                              query->product, query->today);
      joint = " AND ";
    }
  if (part != PART_ALL)
    g_string_append_printf (sql, "%s\"%s\" IS %sNULL", joint, column, part == PART_VALUE ? "NOT " : "");
}

/* "name" is ordered by "name_key", "city" by "city_key". */
static const TendField *
sort_field (const TendQuery *query)
{
  g_autofree char *key = g_strconcat (query->sort, "_key", NULL);
  const TendField *field = tend_noun_get_field (query->noun, key);

  return field != NULL ? field : tend_noun_get_field (query->noun, query->sort);
}

static void
append_order (GString         *sql,
              const TendQuery *query,
              const TendField *sort,
              Part             part)
{
  const char *direction = query->descending ? " DESC" : "";
  gboolean named = tend_noun_get_field (query->noun, "name_key") != NULL;

  /* What is dropped keeps no time of its own, and is seldom touched again. */
  if (sort == NULL && strcmp (query->sort, "settled") == 0)
    g_string_append_printf (sql, " ORDER BY coalesce (done_at, updated_at)%s, id%s", direction, direction);
  else if (sort == NULL)
    g_string_append_printf (sql, " ORDER BY id%s", query->descending ? "" : " DESC");
  else if (part == PART_NONE)
    g_string_append (sql, named ? " ORDER BY name_key" : " ORDER BY id");
  else if (strcmp (sort->name, "name_key") == 0)
    g_string_append_printf (sql, " ORDER BY name_key%s", direction);
  else
    g_string_append_printf (sql, " ORDER BY \"%s\"%s, %s%s", sort->name, direction, named ? "name_key" : "id", direction);
}

static void
bind_all (TendStatement *statement,
          GArray        *bound)
{
  for (guint i = 0; i < bound->len; i++)
    {
      const TendQueryFilter *filter = g_array_index (bound, const TendQueryFilter *, i);

      if (is_unset (filter))
        tend_statement_bind_null (statement, (int) i + 1);
      else if (filter->text != NULL)
        tend_statement_bind_text (statement, (int) i + 1, filter->text);
      else
        tend_statement_bind_int (statement, (int) i + 1, filter->number);
    }
}

/* Through a few kB beside the array: a million times a call to append is a tenth of what such a list takes. */
static gboolean
collect_ids (TendStatement  *statement,
             GArray         *ids,
             GError        **error)
{
  TendId some[512];
  guint n = 0;
  TendStep step;

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      some[n++] = tend_statement_get_int (statement, 0);
      if (n < G_N_ELEMENTS (some))
        continue;
      g_array_append_vals (ids, some, n);
      n = 0;
    }
  g_array_append_vals (ids, some, n);
  return step == TEND_STEP_DONE;
}

static gboolean
run_part (TendDatabase     *database,
          const TendQuery  *query,
          const TendField  *sort,
          Part              part,
          GArray           *ids,
          GError          **error)
{
  g_autoptr(GArray) bound = g_array_new (FALSE, FALSE, sizeof (const TendQueryFilter *));
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(TendStatement) statement = NULL;

  g_string_printf (sql, "SELECT id FROM %s", query->noun->table);
  append_where (sql, query, sort != NULL ? sort->name : NULL, part, bound);
  append_order (sql, query, sort, part);
  if (query->limit > 0)
    g_string_append_printf (sql, " LIMIT %" G_GSIZE_FORMAT, query->offset + query->limit);
  statement = tend_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  bind_all (statement, bound);
  return collect_ids (statement, ids, error);
}

static gboolean
may_be_unset (const TendField *field)
{
  if (field->flags & TEND_FIELD_MAYBE)
    return TRUE;
  return !(field->flags & TEND_FIELD_REQUIRED) && strcmp (field->name, "name_key") != 0 &&
         field->type != TEND_FIELD_WORD && field->type != TEND_FIELD_BOOLEAN &&
         field->type != TEND_FIELD_INTEGER && field->type != TEND_FIELD_MONEY;
}

GArray *
tend_query_sql_list (TendDatabase     *database,
                     const TendQuery  *query,
                     GError          **error)
{
  g_autoptr(GArray) ids = tend_ids_new ();
  const TendField *sort = sort_field (query);
  gboolean two = sort != NULL && may_be_unset (sort);

  if (!run_part (database, query, sort, two ? PART_VALUE : PART_ALL, ids, error))
    return NULL;
  if (two && (query->limit == 0 || ids->len < query->offset + query->limit) &&
      !run_part (database, query, sort, PART_NONE, ids, error))
    return NULL;
  if (query->offset > 0)
    g_array_remove_range (ids, 0, (guint) MIN (query->offset, ids->len));
  if (query->limit > 0 && ids->len > query->limit)
    g_array_set_size (ids, (guint) query->limit);
  return g_steal_pointer (&ids);
}
