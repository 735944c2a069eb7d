/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "selection.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/ids.h"
#include "lookup.h"
#include "values.h"

/* A follow-up's due is a group of fields; it is told from others and sorted by its instant. */
static const char *
column_of (const TendNoun *noun,
           const char     *field)
{
  return noun == &tend_follow_up_noun && strcmp (field, "due") == 0 ? "due_at" : field;
}

/* FIELD=VALUE and its kin, taken apart. */
typedef struct
{
  char *field;
  TendQueryMatch match;
  const char *value;
} Condition;

static gboolean
parse_condition (const char  *where,
                 Condition   *condition,
                 GError     **error)
{
  static const struct { const char *sign; TendQueryMatch match; } signs[] = {
    { "!=", TEND_QUERY_NOT }, { ">=", TEND_QUERY_FROM }, { "<", TEND_QUERY_BEFORE }, { "=", TEND_QUERY_IS },
  };
  gsize length = strcspn (where, "!<>=");

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (where + length, signs[i].sign))
      {
        condition->field = g_strndup (where, length);
        condition->match = signs[i].match;
        condition->value = where + length + strlen (signs[i].sign);
        return TRUE;
      }

  tend_cli_usage_error (error, _("--where takes FIELD=VALUE, not “%s”."), where);
  return FALSE;
}

static gboolean
is_compared (const TendField *field)
{
  return field->type == TEND_FIELD_INTEGER || field->type == TEND_FIELD_MONEY || field->type == TEND_FIELD_DATE
         || field->type == TEND_FIELD_INSTANT;
}

static gboolean
add_where (TendCli     *cli,
           TendQuery   *query,
           const char  *where,
           GError     **error)
{
  const TendNoun *noun = tend_query_get_noun (query);
  Condition condition = { NULL };
  g_autofree char *name = NULL;
  g_autoptr(TendRecord) record = NULL;
  const TendField *field;

  if (!parse_condition (where, &condition, error))
    return FALSE;

  name = condition.field;
  field = tend_noun_get_field (noun, column_of (noun, name));

  if (field == NULL)
    return tend_query_add (query, name, condition.match, condition.value, error);

  if ((condition.match == TEND_QUERY_BEFORE || condition.match == TEND_QUERY_FROM) && !is_compared (field))
    {
      tend_cli_usage_error (error, _("“%s” can be compared with = and != alone."), name);
      return FALSE;
    }

  record = tend_record_new (noun);

  if (!tend_value_set (cli, record, field, condition.value, error))
    return FALSE;

  if (field->type == TEND_FIELD_DATE)
    return tend_query_add (query, field->name, condition.match, tend_record_get_text (record, field), error);

  if (field->type == TEND_FIELD_MONEY || field->type == TEND_FIELD_INSTANT || field->type == TEND_FIELD_REFERENCE)
    tend_query_add_int (query, field->name, condition.match, tend_record_get_int (record, field));
  else
    return tend_query_add (query, field->name, condition.match, condition.value, error);

  return TRUE;
}

/**
 * tend_selection_new:
 * @cli: with an open book
 * @noun: of the rows
 * @where: (nullable): each FIELD=VALUE, FIELD!=VALUE, FIELD<VALUE or FIELD>=VALUE; a link's value is an id, a number or a
 *   name, an amount is as people write it
 * @search: (nullable): words
 * @error: where to say why not
 *
 * Returns: (transfer full): the query, or %NULL
 */
TendQuery *
tend_selection_new (TendCli             *cli,
                    const TendNoun      *noun,
                    const char * const  *where,
                    const char          *search,
                    GError             **error)
{
  g_autoptr(TendQuery) query = tend_query_new (noun);

  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    if (!add_where (cli, query, where[i], error))
      return NULL;

  if (search != NULL)
    tend_query_set_search (query, search);

  return g_steal_pointer (&query);
}

/* Orders @query by FIELD or FIELD:desc. */
gboolean
tend_selection_sort (TendQuery   *query,
                     const char  *sort,
                     GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (sort, ":", 2);
  const char *direction = parts[0] != NULL && parts[1] != NULL ? parts[1] : "asc";

  if (parts[0] == NULL || (strcmp (direction, "asc") != 0 && strcmp (direction, "desc") != 0))
    {
      tend_cli_usage_error (error, _("--sort takes FIELD or FIELD:desc, not “%s”."), sort);
      return FALSE;
    }

  if (tend_query_set_sort (query, column_of (tend_query_get_noun (query), parts[0]), strcmp (direction, "desc") == 0))
    return TRUE;

  tend_cli_usage_error (error, _("There is no field “%s” to sort by."), parts[0]);
  return FALSE;
}

/* The part of @ids from @offset on, at most @limit (0: all). (transfer full) */
GArray *
tend_selection_range (GArray *ids,
                      gint64  offset,
                      gint64  limit)
{
  GArray *part = tend_ids_new ();
  gint64 start = CLAMP (offset, 0, (gint64) ids->len);
  gint64 n = (gint64) ids->len - start;

  if (limit > 0)
    n = MIN (n, limit);

  if (n > 0)
    g_array_append_vals (part, &g_array_index (ids, TendId, start), (guint) n);

  return part;
}
