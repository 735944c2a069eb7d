/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list for people shows of each noun. */

#include "config.h"

#include "row-output.h"

#include <glib/gi18n.h>

#include "core/entities/alert.h"
#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/saved-view.h"
#include "core/entities/whitespace.h"

#define MAX_COLUMNS 10

static const struct
{
  const TendNoun *noun;
  const char *sort;   /* the order in which people expect such rows */
  TendColumn columns[MAX_COLUMNS];
} lists[] = {
  { &tend_account_noun, "name",
    { { N_("Number"), "number" }, { N_("Name"), "name" }, { N_("City"), "city" }, { N_("Tier"), "tier" }, { N_("Status"), "status" },
      { N_("Owner"), "owner" }, { N_("Health"), "health" }, { N_("Yearly Value"), "yearly_value" },
      { N_("Next Follow-Up"), "next_follow_up" }, { NULL, NULL } } },
  { &tend_manager_noun, "name",
    { { N_("Name"), "name" }, { N_("Role"), "role" }, { N_("Title"), "title" }, { N_("Reports To"), "reports_to" },
      { N_("Active"), "active" }, { NULL, NULL } } },
  { &tend_contact_noun, "family",
    { { N_("Name"), "label" }, { N_("Title"), "title" }, { N_("Part"), "part" }, { N_("Account"), "account" },
      { N_("E-Mail"), "emails" }, { N_("Phone"), "phones" }, { NULL, NULL } } },
  { &tend_follow_up_noun, "due_at",
    { { N_("ID"), "id" }, { N_("Due"), "due_wall" }, { N_("State"), "state" }, { N_("Account"), "account" },
      { N_("Manager"), "manager" }, { N_("Title"), "title" }, { NULL, NULL } } },
  { &tend_liaison_noun, "name",
    { { N_("Name"), "name" }, { N_("Team"), "team" }, { N_("Account"), "account" }, { N_("Phone"), "phone" },
      { N_("E-Mail"), "email" }, { N_("Purpose"), "purpose" }, { NULL, NULL } } },
  { &tend_product_noun, "name",
    { { N_("Number"), "number" }, { N_("Name"), "name" }, { N_("Kind"), "kind" }, { N_("Hat"), "hat" },
      { N_("List Price"), "list_price" }, { N_("Active"), "active" }, { NULL, NULL } } },
  { &tend_purchase_noun, "renews_on",
    { { N_("ID"), "id" }, { N_("Account"), "account" }, { N_("Product"), "product" }, { N_("Quantity"), "quantity" },
      { N_("Yearly Value"), "yearly_value" }, { N_("Since"), "bought_on" }, { N_("Renews"), "renews_on" }, { N_("Ends"), "ends_on" },
      { N_("Fit"), "fit" }, { NULL, NULL } } },
  { &tend_whitespace_noun, "newest",
    { { N_("Account"), "account" }, { N_("Product"), "product" }, { N_("Stance"), "stance" }, { N_("Competitor"), "competitor" },
      { N_("Until"), "until" }, { NULL, NULL } } },
  { &tend_opportunity_noun, "close_on",
    { { N_("ID"), "id" }, { N_("Closes"), "close_on" }, { N_("Stage"), "stage" }, { N_("Account"), "account" }, { N_("Kind"), "kind" },
      { N_("Amount"), "amount" }, { N_("Per Cent"), "probability" }, { N_("Title"), "title" }, { NULL, NULL } } },
  { &tend_need_noun, "promised_for",
    { { N_("ID"), "id" }, { N_("Promised For"), "promised_for" }, { N_("State"), "state" }, { N_("Priority"), "priority" },
      { N_("Kind"), "kind" }, { N_("Account"), "account" }, { N_("Title"), "title" }, { NULL, NULL } } },
  { &tend_interaction_noun, "at",
    { { N_("ID"), "id" }, { N_("At"), "at" }, { N_("Kind"), "kind" }, { N_("Account"), "account" }, { N_("Manager"), "manager" },
      { N_("Contact"), "contact" }, { N_("Summary"), "summary" }, { NULL, NULL } } },
  { &tend_invoice_noun, "issued_on",
    { { N_("Number"), "number" }, { N_("Account"), "account" }, { N_("Issued"), "issued_on" }, { N_("Due"), "due_on" },
      { N_("Amount"), "amount" }, { N_("Paid"), "paid" }, { N_("Paid On"), "paid_on" }, { NULL, NULL } } },
  { &tend_pulse_noun, "at",
    { { N_("At"), "at" }, { N_("Account"), "account" }, { N_("Source"), "source" }, { N_("Score"), "score" },
      { N_("Comment"), "comment" }, { NULL, NULL } } },
  { &tend_handover_noun, "at",
    { { N_("At"), "at" }, { N_("Account"), "account" }, { N_("From"), "from" }, { N_("To"), "to" }, { N_("Batch"), "batch" },
      { N_("Reason"), "reason" }, { NULL, NULL } } },
  { &tend_alert_noun, "until",
    { { N_("ID"), "id" }, { N_("Until"), "until" }, { N_("Kind"), "kind" }, { N_("Account"), "account" }, { N_("Reason"), "reason" },
      { NULL, NULL } } },
  { &tend_saved_view_noun, "position",
    { { N_("ID"), "id" }, { N_("Place"), "place" }, { N_("Name"), "name" }, { N_("Query"), "query" }, { NULL, NULL } } },
};

static guint
find (const TendNoun *noun)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].noun == noun)
      return i;

  g_assert_not_reached ();
}

/* The columns of a list of @noun, ended by one without a field. */
const TendColumn *
tend_row_get_columns (const TendNoun *noun)
{
  return lists[find (noun)].columns;
}

/* By which field a list of @noun is sorted where nobody says, and whether the newest comes first. */
const char *
tend_row_get_sort (const TendNoun *noun,
                   gboolean       *descending)
{
  const TendField *field;
  guint at = find (noun);

  /* What has happened is read backwards, what is to come forwards. */
  field = tend_noun_get_field (noun, lists[at].sort);
  *descending = field != NULL && (g_str_equal (field->name, "at") || g_str_equal (field->name, "issued_on"));
  return lists[at].sort;
}
