/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "show.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "lookup.h"

/* What is known of a product beyond its own fields. */
typedef struct
{
  GPtrArray *purchases;
  GPtrArray *whitespace;
  GPtrArray *opportunities;
  guint accounts;       /* that have it today */
  gint64 quantity;
  guint fits[4];        /* of what runs, by TendFit */
  guint stances[4];     /* by TendStance */
  GHashTable *values;
} Use;

static GPtrArray *
find_of (TendCli         *cli,
         const TendNoun  *noun,
         TendId           product,
         GError         **error)
{
  g_autoptr(TendQuery) query = tend_query_new (noun);
  gboolean descending;
  const char *field = tend_row_get_sort (noun, &descending);

  tend_query_add_int (query, "product", TEND_QUERY_IS, product);
  tend_query_set_sort (query, field, descending);
  return tend_book_find (cli->book, query, error);
}

static char *
get_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Counts what runs today. */
static void
count_purchases (TendLinks *links,
                 Use       *use)
{
  g_autoptr(GHashTable) accounts = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *today = get_today ();

  for (guint i = 0; i < use->purchases->len; i++)
    {
      const TendRecord *record = tend_entity_get_record (g_ptr_array_index (use->purchases, i));
      const TendPurchaseRecord *purchase = (const TendPurchaseRecord *) record;

      if (purchase->ends_on != NULL && strcmp (purchase->ends_on, today) < 0)
        continue;

      g_hash_table_add (accounts, (gpointer) &purchase->account);
      use->quantity += purchase->quantity;
      use->fits[purchase->fit]++;
      tend_show_add_sum (use->values, tend_links_get_currency (links, record), purchase->yearly_value);
    }

  use->accounts = g_hash_table_size (accounts);
  for (guint i = 0; i < use->whitespace->len; i++)
    use->stances[((const TendWhitespaceRecord *) tend_entity_get_record (g_ptr_array_index (use->whitespace, i)))->stance]++;
}

static void
add_words (JsonBuilder        *builder,
           const char         *member,
           const char * const *words,
           const guint        *counts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (guint i = 0; words[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, words[i]);
      json_builder_add_int_value (builder, counts[i]);
    }
  json_builder_end_object (builder);
}

static void
print_json (TendLinks        *links,
            const TendRecord *record,
            const Use        *use)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tend_row_add_members (builder, links, record);
  json_builder_set_member_name (builder, "accounts");
  json_builder_add_int_value (builder, use->accounts);
  json_builder_set_member_name (builder, "quantity");
  json_builder_add_int_value (builder, use->quantity);
  tend_show_sums_json (builder, "yearly_value", use->values);
  add_words (builder, "fit", tend_fits, use->fits);
  add_words (builder, "stances", tend_stances, use->stances);
  tend_row_add_array (builder, links, "purchases", use->purchases);
  tend_row_add_array (builder, links, "opportunities", use->opportunities);
  tend_row_add_array (builder, links, "whitespace", use->whitespace);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static char *
join_words (const char * const *words,
            const guint        *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "", words[i], counts[i]);

  return g_string_free (text, FALSE);
}

static void
print_text (TendLinks        *links,
            const TendRecord *record,
            const Use        *use)
{
  g_autofree char *values = tend_show_sums_text (use->values);
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, use->quantity);
  g_autofree char *fits = join_words (tend_fits, use->fits);

  tend_show_fields (links, record);
  tend_output_line (_("Accounts: %u, quantity: %s"), use->accounts, quantity);
  if (*values != '\0')
    tend_output_line (_("Yearly value: %s"), values);
  if (*fits != '\0')
    tend_output_line (_("Fit: %s"), fits);
  tend_show_rows (links, _("Purchases"), use->purchases, "product");
  tend_show_rows (links, _("Opportunities"), use->opportunities, "product");
  tend_show_rows (links, _("White Space"), use->whitespace, "product");
}

TendExit
tend_show_product (TendCli  *cli,
                   TendId    id,
                   GError  **error)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, &tend_product_noun, id, error);
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(GPtrArray) purchases = record != NULL ? find_of (cli, &tend_purchase_noun, id, error) : NULL;
  g_autoptr(GPtrArray) whitespace = purchases != NULL ? find_of (cli, &tend_whitespace_noun, id, error) : NULL;
  g_autoptr(GPtrArray) opportunities = whitespace != NULL ? find_of (cli, &tend_opportunity_noun, id, error) : NULL;
  g_autoptr(GHashTable) values = tend_show_sums_new ();
  Use use = { .purchases = purchases, .whitespace = whitespace, .opportunities = opportunities, .values = values };

  if (opportunities == NULL || !tend_links_fetch (links, purchases, error) || !tend_links_fetch (links, whitespace, error)
      || !tend_links_fetch (links, opportunities, error))
    return TEND_EXIT_ERROR;

  count_purchases (links, &use);
  if (cli->json)
    print_json (links, record, &use);
  else
    print_text (links, record, &use);

  return TEND_EXIT_DONE;
}
