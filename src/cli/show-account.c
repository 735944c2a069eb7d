/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "show.h"

#include <glib/gi18n.h>

#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "core/situation.h"
#include "lookup.h"

#define LAST_INTERACTIONS 10

/* What belongs to an account, in the order it is shown in. */
static const struct
{
  const TendNoun *noun;
  const char *member;
  const char *heading;
  gsize most;           /* 0 = all */
  gboolean oldest;      /* first, though a list of them begins with the newest */
} parts[] = {
  { &tend_contact_noun, "contacts", N_("Contacts"), 0, FALSE },
  { &tend_liaison_noun, "liaisons", N_("Liaisons"), 0, FALSE },
  { &tend_follow_up_noun, "follow_ups", N_("Follow-Ups"), 0, FALSE },
  { &tend_need_noun, "needs", N_("Needs"), 0, FALSE },
  { &tend_purchase_noun, "purchases", N_("Purchases"), 0, FALSE },
  { &tend_whitespace_noun, "whitespace", N_("White Space"), 0, FALSE },
  { &tend_opportunity_noun, "opportunities", N_("Opportunities"), 0, FALSE },
  { &tend_invoice_noun, "invoices", N_("Invoices"), 0, FALSE },
  { &tend_pulse_noun, "pulses", N_("Pulses"), 0, FALSE },
  { &tend_interaction_noun, "interactions", N_("Last Interactions"), LAST_INTERACTIONS, FALSE },
  { &tend_handover_noun, "handovers", N_("Handovers"), 0, TRUE },
};

static const char * const quiets[] = { "no", "amber", "red" };
static const char * const ages[] = { "not_due", "days_1_to_30", "days_31_to_60", "days_over_60" };

static GPtrArray *
find_part (TendCli    *cli,
           guint       part,
           TendId      account,
           GError    **error)
{
  g_autoptr(TendQuery) query = tend_query_new (parts[part].noun);
  gboolean descending;
  const char *field = tend_row_get_sort (parts[part].noun, &descending);

  tend_query_add_int (query, "account", TEND_QUERY_IS, account);
  tend_query_set_sort (query, field, descending && !parts[part].oldest);
  tend_query_set_range (query, 0, parts[part].most);
  return tend_book_find (cli->book, query, error);
}

/* What stands in the row holds for the day on which it was written: it is shown as it is now. */
static void
refresh (TendAccountRecord   *account,
         const TendSituation *situation)
{
  const TendSummary *summary = &situation->summary;

  account->health = summary->health.score;
  account->health_band = summary->health.band;
  account->open_needs = 0;
  for (guint i = 0; i < TEND_N_HATS; i++)
    account->open_needs += summary->n_needs[i];
  account->yearly_value = summary->yearly_value;
  account->balance = summary->balance.open;
  account->overdue = summary->balance.overdue;
  account->focus = summary->focus;
  g_free (account->summary_day);
  account->summary_day = tend_day_dup_text (summary->today);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* -1 is what cannot be. */
static void
add_maybe (JsonBuilder *builder,
           const char  *name,
           int          value)
{
  json_builder_set_member_name (builder, name);
  if (value < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, value);
}

static void
add_day (JsonBuilder *builder,
         const char  *name,
         TendDay      day)
{
  char text[TEND_DAY_SIZE];

  json_builder_set_member_name (builder, name);
  if (day == TEND_DAY_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, tend_day_format (day, text));
}

static void
add_reason (JsonBuilder            *builder,
            const TendHealthReason *reason)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "input");
  json_builder_add_string_value (builder, tend_health_inputs[reason->input]);
  add_int (builder, "value", reason->value);
  add_int (builder, "detail", reason->detail);
  add_int (builder, "age_days", reason->age_days);
  add_int (builder, "score", reason->score);
  add_int (builder, "points", reason->points);
  add_int (builder, "lost", reason->lost);
  add_int (builder, "weight", reason->weight);
  add_int (builder, "share", reason->share);
  add_maybe (builder, "lift", reason->lift);
  json_builder_end_object (builder);
}

/* What follows from the rows, and why. */
static void
add_situation (JsonBuilder         *builder,
               const TendSituation *situation)
{
  const TendSummary *summary = &situation->summary;

  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->health.n_reasons; i++)
    add_reason (builder, &summary->health.reasons[i]);
  json_builder_end_array (builder);
  add_int (builder, "points_to_next_band", summary->health.to_next);

  json_builder_set_member_name (builder, "health_days");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < situation->n_history; i++)
    {
      json_builder_begin_object (builder);
      add_day (builder, "day", situation->history[i].day);
      add_maybe (builder, "score", situation->history[i].score);
      json_builder_set_member_name (builder, "band");
      json_builder_add_string_value (builder, tend_bands[situation->history[i].band]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "ageing");
  json_builder_begin_object (builder);
  for (guint i = 0; i < TEND_N_AGES; i++)
    {
      json_builder_set_member_name (builder, ages[i]);
      tend_row_add_money (builder, summary->balance.ages[i], situation->currency);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "yearly_value_a_year_ago");
  tend_row_add_money (builder, summary->yearly_value_ago, situation->currency);

  json_builder_set_member_name (builder, "quiet");
  json_builder_add_string_value (builder, quiets[situation->quiet]);
  add_int (builder, "cadence", summary->cadence.days);
  add_day (builder, "contact_due", summary->cadence.due);
  json_builder_set_member_name (builder, "propose_at_risk");
  json_builder_add_boolean_value (builder, situation->propose_at_risk);
}

/* Why the health is as it is. */
static void
print_reasons (const TendHealth *health)
{
  g_autoptr(TendTable) table = tend_table_new ();
  static const char * const headers[] = { N_("Input"), N_("Score"), N_("Weight"), N_("Points"), N_("Lost"), N_("Value"), N_("Days Old") };

  if (health->n_reasons == 0)
    return;

  tend_output_line ("\n%s", _("Health"));
  tend_table_take (table, g_strdup (""));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    tend_table_take (table, g_utf8_strup (_(headers[i]), -1));
  tend_table_end_row (table);

  for (guint i = 0; i < health->n_reasons; i++)
    {
      const TendHealthReason *reason = &health->reasons[i];
      const int numbers[] = { reason->score, reason->weight, reason->points, reason->lost, reason->value, reason->age_days };

      tend_table_take (table, g_strdup (""));
      tend_table_take (table, g_strdup (tend_health_inputs[reason->input]));
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        tend_table_take_number (table, g_strdup_printf ("%d", numbers[j]));
      tend_table_end_row (table);
    }

  tend_table_print (table);
}

static void
print_value (const TendSituation *situation)
{
  g_autofree char *now = tend_row_format_money (situation->summary.yearly_value, situation->currency);
  g_autofree char *ago = tend_row_format_money (situation->summary.yearly_value_ago, situation->currency);

  if (situation->summary.yearly_value == 0 && situation->summary.yearly_value_ago == 0)
    return;

  tend_output_line ("\n%s", _("Yearly Value"));
  tend_output_line (_("  %s, a year ago %s"), now, ago);
}

static void
print_balance (const TendSituation *situation)
{
  static const char * const labels[] = { N_("Not due"), N_("1–30 days"), N_("31–60 days"), N_("Over 60 days") };
  g_autoptr(TendTable) table = tend_table_new ();
  const TendBalance *balance = &situation->summary.balance;

  if (balance->open == 0 && balance->overdue == 0)
    return;

  tend_output_line ("\n%s", _("Balance"));
  for (guint i = 0; i < TEND_N_AGES; i++)
    {
      tend_table_take (table, g_strdup (""));
      tend_table_take (table, g_strdup (_(labels[i])));
      tend_table_take_number (table, tend_row_format_money (balance->ages[i], situation->currency));
      tend_table_end_row (table);
    }
  tend_table_print (table);
}

TendExit
tend_show_account (TendCli  *cli,
                   TendId    id,
                   GError  **error)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, &tend_account_noun, id, error);
  g_autoptr(TendSituation) situation = record != NULL ? tend_book_get_situation (cli->book, id, error) : NULL;
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (situation == NULL || !tend_show_fetch (links, record, cli, error))
    return TEND_EXIT_ERROR;

  refresh ((TendAccountRecord *) record, situation);
  json_builder_begin_object (builder);
  tend_row_add_members (builder, links, record);
  add_situation (builder, situation);

  if (!cli->json)
    {
      tend_show_fields (links, record);
      print_reasons (&situation->summary.health);
      print_value (situation);
      print_balance (situation);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GPtrArray) rows = find_part (cli, i, id, error);

      if (rows == NULL || !tend_links_fetch (links, rows, error))
        return TEND_EXIT_ERROR;

      if (cli->json)
        tend_row_add_array (builder, links, parts[i].member, rows);
      else
        tend_show_rows (links, _(parts[i].heading), rows, "account");
    }

  json_builder_end_object (builder);
  if (cli->json)
    tend_output_json (builder);

  return TEND_EXIT_DONE;
}
