/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "show.h"

/* Reads the names of what @record refers to. */
gboolean
tend_show_fetch (TendLinks         *links,
                 const TendRecord  *record,
                 TendCli           *cli,
                 GError           **error)
{
  g_autoptr(GPtrArray) self = tend_book_load (cli->book, record->noun, &record->id, 1, error);

  return self != NULL && tend_links_fetch (links, self, error);
}

/* Every field that has a value, a line each. */
void
tend_show_fields (TendLinks        *links,
                  const TendRecord *record)
{
  g_autoptr(TendTable) table = tend_table_new ();

  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];
      g_autofree char *value = NULL;

      if (tend_record_is_unset (record, field) || g_str_has_suffix (field->name, "_key"))
        continue;

      value = tend_row_format (links, record, field->name);

      if (value == NULL || *value == '\0')
        continue;

      tend_table_take (table, g_strdup (field->name));
      tend_table_take (table, g_steal_pointer (&value));
      tend_table_end_row (table);
    }

  tend_table_take (table, g_strdup ("id"));
  tend_table_take (table, tend_id_to_text (record->id));
  tend_table_end_row (table);
  tend_table_print (table);
}

/* Rows below a heading; nothing where there are none. The field @without is the same for all of them. */
void
tend_show_rows (TendLinks  *links,
                const char *heading,
                GPtrArray  *rows,
                const char *without)
{
  g_autoptr(TendTable) table = NULL;

  if (rows->len == 0)
    return;

  table = tend_table_new ();
  tend_output_line ("\n%s", heading);

  for (guint i = 0; i < rows->len; i++)
    {
      const TendRecord *record = tend_entity_get_record (g_ptr_array_index (rows, i));

      tend_table_take (table, g_strdup (""));
      tend_row_add_table (table, links, record, tend_row_get_columns (record->noun), without);
    }

  tend_table_print (table);
}

/* Sums by currency: different ones are never added. (transfer full) */
GHashTable *
tend_show_sums_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
tend_show_add_sum (GHashTable *sums,
                   const char *currency,
                   gint64      minor)
{
  gint64 *sum = g_hash_table_lookup (sums, currency);

  if (minor == 0)
    return;

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_strdup (currency), sum);
    }

  *sum += minor;
}

static GList *
list_currencies (GHashTable *sums)
{
  return g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) g_strcmp0);
}

void
tend_show_sums_json (JsonBuilder *builder,
                     const char  *member,
                     GHashTable  *sums)
{
  g_autoptr(GList) currencies = list_currencies (sums);

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (GList *l = currencies; l != NULL; l = l->next)
    tend_row_add_money (builder, *(gint64 *) g_hash_table_lookup (sums, l->data), l->data);
  json_builder_end_array (builder);
}

/* "12.00 EUR + 5.00 USD". (transfer full) */
char *
tend_show_sums_text (GHashTable *sums)
{
  g_autoptr(GList) currencies = list_currencies (sums);
  GString *text = g_string_new (NULL);

  for (GList *l = currencies; l != NULL; l = l->next)
    {
      g_autofree char *sum = tend_row_format_money (*(gint64 *) g_hash_table_lookup (sums, l->data), l->data);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " + " : "", sum);
    }

  return g_string_free (text, FALSE);
}
