/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "show.h"

#include <glib/gi18n.h>

#include "core/rules/day.h"
#include "core/rules/workload.h"
#include "lookup.h"

#define PAGE 500

/* What a manager's own accounts come to. */
typedef struct
{
  guint accounts;
  guint team_accounts;
  double hours;
  double capacity;
  guint renewals;       /* accounts with one within the days of "near" */
  guint at_risk;
  GHashTable *values;   /* sums of the yearly values */
} Load;

static void
add_account (TendCli                 *cli,
             const TendRules         *rules,
             const TendAccountRecord *account,
             TendDay                  today,
             Load                    *load)
{
  TendDay renewal = account->next_renewal != NULL ? tend_day_parse (account->next_renewal) : TEND_DAY_NONE;
  TendWorkloadInputs inputs = {
    .tier = account->tier,
    .band = account->health_band,
    .renews_soon = renewal != TEND_DAY_NONE && renewal >= today && renewal <= today + rules->renewal_near_days,
    .open_needs = account->open_needs,
  };

  load->hours += tend_workload_hours (rules, &inputs);
  load->renewals += inputs.renews_soon;
  load->at_risk += account->health_band == TEND_BAND_AT_RISK;
  tend_show_add_sum (load->values, tend_book_get_currency (cli->book, account), account->yearly_value);
}

static GArray *
list_accounts (TendCli         *cli,
               TendId           manager,
               TendQueryMatch   match,
               GError         **error)
{
  g_autoptr(TendQuery) query = tend_query_new (&tend_account_noun);

  tend_query_add_int (query, "owner", match, manager);
  return tend_book_list (cli->book, query, error);
}

static gboolean
weigh (TendCli                  *cli,
       const TendManagerRecord  *manager,
       Load                     *load,
       GError                  **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GArray) own = list_accounts (cli, manager->base.id, TEND_QUERY_IS, error);
  g_autoptr(GArray) team = own != NULL ? list_accounts (cli, manager->base.id, TEND_QUERY_UNDER, error) : NULL;
  TendDay today = tend_day_of_instant (g_get_real_time (), zone);
  TendRules rules;

  if (team == NULL || !tend_book_get_rules (cli->book, &rules, error))
    return FALSE;

  load->accounts = own->len;
  load->team_accounts = team->len;
  load->capacity = tend_workload_capacity (&rules, manager->full_time_share);

  for (guint at = 0; at < own->len; at += PAGE)
    {
      g_autoptr(GPtrArray) page = tend_book_load (cli->book, &tend_account_noun, &g_array_index (own, TendId, at),
                                                  MIN (PAGE, own->len - at), error);

      if (page == NULL)
        return FALSE;

      for (guint i = 0; i < page->len; i++)
        add_account (cli, &rules, (const TendAccountRecord *) tend_entity_get_record (g_ptr_array_index (page, i)), today, load);
    }

  return TRUE;
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* To a hundredth: what is behind it says nothing of a quarter. */
static void
add_hours (JsonBuilder *builder,
           const char  *name,
           double       hours)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, (double) (gint64) (hours * 100 + 0.5) / 100);
}

static void
print_json (TendLinks        *links,
            const TendRecord *record,
            const Load       *load,
            GPtrArray        *reports)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tend_row_add_members (builder, links, record);
  add_number (builder, "accounts", load->accounts);
  add_number (builder, "team_accounts", load->team_accounts);
  add_hours (builder, "hours", load->hours);
  add_hours (builder, "capacity", load->capacity);
  add_number (builder, "renewals", load->renewals);
  add_number (builder, "at_risk", load->at_risk);
  tend_show_sums_json (builder, "yearly_value", load->values);
  tend_row_add_array (builder, links, "reports", reports);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
print_text (TendLinks        *links,
            const TendRecord *record,
            const Load       *load,
            GPtrArray        *reports)
{
  g_autofree char *values = tend_show_sums_text (load->values);

  tend_show_fields (links, record);
  tend_output_line (_("Accounts: %u, with the team: %u"), load->accounts, load->team_accounts);
  /* Translators: a manager's workload: hours that her accounts ask for, and those she has */
  tend_output_line (_("Workload: %.0f of %.0f hours a quarter (%.0f%%)"), load->hours, load->capacity,
                    load->capacity > 0 ? 100 * load->hours / load->capacity : 0);
  tend_output_line (_("Renewals soon: %u, at risk: %u"), load->renewals, load->at_risk);
  if (*values != '\0')
    tend_output_line (_("Yearly value: %s"), values);
  tend_show_rows (links, _("Reports"), reports, "reports_to");
}

TendExit
tend_show_manager (TendCli  *cli,
                   TendId    id,
                   GError  **error)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, &tend_manager_noun, id, error);
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(TendQuery) query = tend_query_new (&tend_manager_noun);
  g_autoptr(GHashTable) values = tend_show_sums_new ();
  g_autoptr(GPtrArray) reports = NULL;
  Load load = { .values = values };

  tend_query_add_int (query, "reports_to", TEND_QUERY_IS, id);
  tend_query_set_sort (query, "name", FALSE);

  if (record == NULL || !tend_show_fetch (links, record, cli, error) || (reports = tend_book_find (cli->book, query, error)) == NULL
      || !tend_links_fetch (links, reports, error) || !weigh (cli, (const TendManagerRecord *) record, &load, error))
    return TEND_EXIT_ERROR;

  if (cli->json)
    print_json (links, record, &load, reports);
  else
    print_text (links, record, &load, reports);

  return TEND_EXIT_DONE;
}
