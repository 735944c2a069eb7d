/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words.h"

#include <glib/gi18n.h>

#include "core/entities/alert.h"
#include "core/entities/contact.h"
#include "core/entities/interaction.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"

static const char *const tiers[] = { NC_("tier", "A"), NC_("tier", "B"), NC_("tier", "C"), NULL };
static const char *const long_tiers[] = { N_("Tier A"), N_("Tier B"), N_("Tier C"), NULL };
static const char *const account_kinds[] = { NC_("kind of account", "Firm"), NC_("kind of account", "Person"), NULL };
static const char *const account_statuses[] = {
  NC_("status of an account", "Onboarding"),
  NC_("status of an account", "Active"),
  NC_("status of an account", "At Risk"),
  NC_("status of an account", "Paused"),
  NC_("status of an account", "Former"),
  NULL
};
static const char *const roles[] = {
  N_("Assistant Account Manager"),
  N_("Associate Account Manager"),
  N_("Account Manager"),
  N_("Lead Account Manager"),
  N_("Director"),
  N_("Vice President"),
  NULL
};
static const char *const hats[] = {
  NC_("hat", "Sales"),
  NC_("hat", "Service"),
  NC_("hat", "Technical"),
  NC_("hat", "Finance"),
  NULL
};
static const char *const leads[] = {
  NC_("reminder", "When it is due"),
  NC_("reminder", "10 minutes before"),
  NC_("reminder", "1 hour before"),
  NC_("reminder", "The day before"),
  NC_("reminder", "A week before"),
  NULL
};
static const char *const follow_up_states[] = {
  NC_("state of a follow-up", "Open"),
  NC_("state of a follow-up", "Snoozed"),
  NC_("state of a follow-up", "Done"),
  NC_("state of a follow-up", "Dropped"),
  NULL
};
static const char *const bands[] = {
  NC_("health band", "Unknown"),
  NC_("health band", "At Risk"),
  NC_("health band", "Watch"),
  NC_("health band", "Steady"),
  NC_("health band", "Thriving"),
  NULL
};
static const char *const focuses[] = {
  NC_("hat", "None"),
  NC_("hat", "Sales"),
  NC_("hat", "Service"),
  NC_("hat", "Technical"),
  NC_("hat", "Finance"),
  NULL
};
static const char *const parts[] = {
  NC_("part of a contact", "Other"),
  NC_("part of a contact", "Decision-Maker"),
  NC_("part of a contact", "Champion"),
  NC_("part of a contact", "User"),
  NC_("part of a contact", "Finance"),
  NC_("part of a contact", "Technical"),
  NC_("part of a contact", "Blocker"),
  NULL
};
static const char *const interaction_kinds[] = {
  NC_("kind of interaction", "Call"),
  NC_("kind of interaction", "E-Mail"),
  NC_("kind of interaction", "Meeting"),
  NC_("kind of interaction", "Visit"),
  NC_("kind of interaction", "Letter"),
  NC_("kind of interaction", "Note"),
  NULL
};
static const char *const directions[] = {
  NC_("direction", "From Us"),
  NC_("direction", "From the Client"),
  NULL
};
static const char *const need_kinds[] = {
  NC_("kind of need", "Request"),
  NC_("kind of need", "Question"),
  NC_("kind of need", "Concern"),
  NC_("kind of need", "Fault"),
  NC_("kind of need", "Billing"),
  NULL
};
static const char *const priorities[] = {
  NC_("priority", "Low"),
  NC_("priority", "Normal"),
  NC_("priority", "High"),
  NC_("priority", "Urgent"),
  NULL
};
static const char *const need_states[] = {
  NC_("state of a need", "Open"),
  NC_("state of a need", "Waiting"),
  NC_("state of a need", "Resolved"),
  NULL
};
static const char *const product_kinds[] = {
  NC_("kind of product", "Product"),
  NC_("kind of product", "Service"),
  NULL
};
static const char *const fits[] = {
  NC_("fit", "Not Judged"),
  NC_("fit", "Fits"),
  NC_("fit", "Fits Partly"),
  NC_("fit", "Does Not Fit"),
  NULL
};
static const char *const stances[] = {
  NC_("stance", "Unknown"),
  NC_("stance", "In-House"),
  NC_("stance", "Competitor"),
  NC_("stance", "Not Needed"),
  NULL
};
static const char *const opportunity_kinds[] = {
  NC_("kind of opportunity", "Upsell"),
  NC_("kind of opportunity", "Cross-Sell"),
  NC_("kind of opportunity", "Renewal"),
  NULL
};
static const char *const stages[] = {
  NC_("stage", "Identified"),
  NC_("stage", "Qualified"),
  NC_("stage", "Proposed"),
  NC_("stage", "Negotiating"),
  NC_("stage", "Won"),
  NC_("stage", "Lost"),
  NULL
};
static const char *const pulse_sources[] = {
  NC_("source of a pulse", "Survey"),
  NC_("source of a pulse", "Impression"),
  NC_("source of a pulse", "New Owner"),
  NULL
};

/* The words of every WORD field, found by the words that the book has for it. */
static const struct { const char *const *book; const char *const *people; const char *context; } choices[] = {
  { tend_tiers, tiers, "tier" },
  { tend_account_kinds, account_kinds, "kind of account" },
  { tend_account_statuses, account_statuses, "status of an account" },
  { tend_roles, roles, NULL },
  { tend_hats, hats, "hat" },
  { tend_leads, leads, "reminder" },
  { tend_follow_up_states, follow_up_states, "state of a follow-up" },
  { tend_bands, bands, "health band" },
  { tend_focus, focuses, "hat" },
  { tend_parts, parts, "part of a contact" },
  { tend_interaction_kinds, interaction_kinds, "kind of interaction" },
  { tend_directions, directions, "direction" },
  { tend_need_kinds, need_kinds, "kind of need" },
  { tend_priorities, priorities, "priority" },
  { tend_need_states, need_states, "state of a need" },
  { tend_product_kinds, product_kinds, "kind of product" },
  { tend_fits, fits, "fit" },
  { tend_stances, stances, "stance" },
  { tend_opportunity_kinds, opportunity_kinds, "kind of opportunity" },
  { tend_stages, stages, "stage" },
  { tend_pulse_sources, pulse_sources, "source of a pulse" },
};

typedef struct
{
  const char *noun;   /* NULL: of every noun */
  const char *field;
  const char *word;
} FieldWord;

static const FieldWord field_words[] = {
  { NULL, "name", N_("Name") },
  { NULL, "email", N_("E-Mail") },
  { NULL, "phone", N_("Phone") },
  { NULL, "notes", N_("Notes") },
  { NULL, "account", N_("Account") },
  { "account", "number", N_("Number") },
  { "account", "kind", N_("Kind") },
  { "account", "tier", N_("Tier") },
  { "account", "status", N_("Status") },
  { "account", "owner", N_("Owner") },
  { "account", "parent", N_("Belongs To") },
  { "account", "industry", N_("Industry") },
  { "account", "website", N_("Website") },
  { "account", "vat_id", N_("VAT ID") },
  { "account", "street", N_("Street") },
  { "account", "postcode", N_("Postal Code") },
  { "account", "city", N_("City") },
  { "account", "region", N_("Region") },
  { "account", "country", N_("Country") },
  { "account", "language", N_("Language") },
  { "account", "zone", N_("Time Zone") },
  { "account", "currency", N_("Currency") },
  { "account", "customer_since", N_("Customer Since") },
  { "account", "cadence_days", N_("Contact Rhythm (Days)") },
  { "account", "to_avoid", N_("To Avoid") },
  { "account", "next_follow_up", N_("Next Follow-Up") },
  { "contact", "given", N_("Given Name") },
  { "contact", "family", N_("Family Name") },
  { "contact", "title", N_("Job Title") },
  { "contact", "emails", N_("E-Mail") },
  { "contact", "phones", N_("Phone") },
  { "contact", "main", N_("Main Contact") },
  { "manager", "role", N_("Role") },
  { "manager", "title", N_("Title") },
  { "manager", "reports_to", N_("Reports To") },
  { "manager", "full_time_share", N_("Share of Full Time (%)") },
  { "manager", "active", N_("Active") },
  { "follow-up", "contact", N_("With") },
  { "follow-up", "manager", N_("For") },
  { "follow-up", "title", N_("Title") },
  { "follow-up", "hat", N_("Hat") },
  { "follow-up", "due_wall", N_("When") },
  { "follow-up", "due_zone", N_("Time Zone") },
  { "follow-up", "due_at", N_("Due") },
  { "follow-up", "all_day", N_("All Day") },
  { "follow-up", "promised", N_("Promised to the Client") },
  { "follow-up", "lead", N_("Reminder") },
  { "follow-up", "state", N_("State") },
  { "follow-up", "snoozed_until", N_("Snoozed Until") },
  { "follow-up", "snooze_reason", N_("Reason for Snoozing") },
  { "follow-up", "done_at", N_("Done At") },
  { "follow-up", "outcome", N_("Outcome") },
  { "contact", "part", N_("Part") },
  { "contact", "birthday", N_("Birthday") },
  { "contact", "left_on", N_("Left the Firm") },
  { "account", "health", N_("Health") },
  { "account", "health_band", N_("Health") },
  { "account", "band_fell_on", N_("Health Fell") },
  { "account", "last_contact", N_("Last Contact") },
  { "account", "quiet_from", N_("Quiet From") },
  { "account", "open_needs", N_("Open Needs") },
  { "account", "yearly_value", N_("Yearly Value") },
  { "account", "balance", N_("Balance") },
  { "account", "overdue", N_("Overdue") },
  { "account", "overdue_since", N_("Overdue Since") },
  { "account", "next_renewal", N_("Next Renewal") },
  { "account", "focus", N_("Focus") },
  { "follow-up", "need", N_("Need") },
  { "follow-up", "opportunity", N_("Opportunity") },
  { "liaison", "team", N_("Team") },
  { "liaison", "purpose", N_("For What") },
  { "product", "number", N_("Number") },
  { "product", "kind", N_("Kind") },
  { "product", "hat", N_("Questions Go To") },
  { "product", "list_price", N_("List Price") },
  { "product", "active", N_("Still Sold") },
  { "product", "description", N_("Description") },
  { "purchase", "quantity", N_("Quantity") },
  { "purchase", "yearly_value", N_("Yearly Value") },
  { "purchase", "bought_on", N_("Since") },
  { "purchase", "sold_by", N_("Sold By") },
  { "purchase", "renews_on", N_("Renews") },
  { "purchase", "ends_on", N_("Ends") },
  { "purchase", "notice_days", N_("Notice (Days)") },
  { "purchase", "fit", N_("Fit") },
  { "purchase", "fit_note", N_("Why") },
  { "whitespace", "stance", N_("Stance") },
  { "whitespace", "competitor", N_("Competitor") },
  { "whitespace", "until", N_("Until") },
  { "opportunity", "title", N_("Title") },
  { "opportunity", "kind", N_("Kind") },
  { "opportunity", "stage", N_("Stage") },
  { "opportunity", "amount", N_("Amount") },
  { "opportunity", "probability", N_("Probability (%)") },
  { "opportunity", "close_on", N_("Decision By") },
  { "opportunity", "lost_reason", N_("Why Lost") },
  { "need", "liaison", N_("Waits For") },
  { "need", "kind", N_("Kind") },
  { "need", "hat", N_("Hat") },
  { "need", "priority", N_("Priority") },
  { "need", "title", N_("Title") },
  { "need", "promised_for", N_("Promised For") },
  { "need", "state", N_("State") },
  { "need", "resolved_at", N_("Resolved") },
  { "need", "resolution", N_("How It Was Resolved") },
  { "interaction", "on_behalf_of", N_("On Behalf Of") },
  { "interaction", "kind", N_("Kind") },
  { "interaction", "direction", N_("Direction") },
  { "interaction", "two_way", N_("Both Sides Spoke") },
  { "interaction", "at", N_("When") },
  { "interaction", "minutes", N_("Minutes") },
  { "interaction", "summary", N_("Summary") },
  { "invoice", "number", N_("Number") },
  { "invoice", "issued_on", N_("Issued") },
  { "invoice", "due_on", N_("Due") },
  { "invoice", "amount", N_("Amount") },
  { "invoice", "paid", N_("Paid") },
  { "invoice", "paid_on", N_("Paid On") },
  { "pulse", "at", N_("When") },
  { "pulse", "score", N_("Score (0–10)") },
  { "pulse", "source", N_("Source") },
  { "pulse", "comment", N_("Comment") },
  { "alert", "kind", N_("Kind") },
  { "alert", "until", N_("Until") },
  { "alert", "reason", N_("Reason") },
  { "saved-view", "query", N_("Filter") },
  { "saved-view", "position", N_("Position") },
  /* Of every noun that has no word of its own for it. */
  { NULL, "contact", N_("Contact") },
  { NULL, "manager", N_("Manager") },
  { NULL, "product", N_("Product") },
  { NULL, "purchase", N_("Purchase") },
  { NULL, "body", N_("Details") },
  { NULL, "currency", N_("Currency") },
};

static const char *
pick (const char *const *words,
      const char        *context,
      int                index)
{
  for (int i = 0; words[i] != NULL; i++)
    {
      if (i == index)
        return context != NULL ? g_dpgettext2 (NULL, context, words[i]) : _(words[i]);
    }

  return "";
}

const char *
tend_words_tier (int tier)
{
  return pick (tiers, "tier", tier);
}

const char *
tend_words_tier_long (int tier)
{
  return pick (long_tiers, NULL, tier);
}

const char *
tend_words_account_kind (int kind)
{
  return pick (account_kinds, "kind of account", kind);
}

const char *
tend_words_account_status (int status)
{
  return pick (account_statuses, "status of an account", status);
}

const char *
tend_words_role (int role)
{
  return pick (roles, NULL, role);
}

const char *
tend_words_hat (int hat)
{
  return pick (hats, "hat", hat);
}

const char *
tend_words_lead (int lead)
{
  return pick (leads, "reminder", lead);
}

const char *
tend_words_follow_up_state (int state)
{
  return pick (follow_up_states, "state of a follow-up", state);
}

const char *
tend_words_field (const TendNoun *noun,
                  const char     *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (field_words); i++)
    {
      if (g_strcmp0 (field_words[i].field, field) == 0 &&
          (field_words[i].noun == NULL || g_strcmp0 (field_words[i].noun, noun->name) == 0))
        return _(field_words[i].word);
    }

  return field;
}

const char *
tend_words_noun (const TendNoun *noun)
{
  static const char *const words[][2] = {
    { "manager", N_("Manager") },
    { "account", N_("Account") },
    { "contact", N_("Contact") },
    { "liaison", N_("Liaison") },
    { "product", N_("Product") },
    { "purchase", N_("Purchase") },
    { "whitespace", N_("White Space") },
    { "opportunity", N_("Opportunity") },
    { "need", N_("Need") },
    { "interaction", N_("Interaction") },
    { "follow-up", N_("Follow-Up") },
    { "invoice", N_("Invoice") },
    { "pulse", N_("Pulse") },
    { "handover", N_("Handover") },
    { "alert", N_("Alert") },
    { "saved-view", N_("Saved View") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], noun->name))
      return _(words[i][1]);
  return noun->name;
}

const char *
tend_words_of_field (const TendField *field,
                     int              index)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].book == field->words)
      return pick (choices[i].people, choices[i].context, index);

  return "";
}

const char *
tend_words_reason (TendReason reason)
{
  switch (reason)
    {
    case TEND_REASON_REQUIRED: return _("Must be filled in");
    case TEND_REASON_TOO_LONG: return _("Too long");
    case TEND_REASON_CONTROL: return _("Holds characters that cannot be shown");
    case TEND_REASON_NOT_A_DATE: return _("Not a date");
    case TEND_REASON_SHORT_YEAR: return _("The year needs four digits");
    case TEND_REASON_NOT_A_NUMBER: return _("Not a number");
    case TEND_REASON_NOT_A_ZONE: return _("Not a time zone");
    case TEND_REASON_UNKNOWN_WORD: return _("Not one of the choices");
    case TEND_REASON_OUT_OF_RANGE: return _("Too large or too small");
    case TEND_REASON_NOT_AN_EMAIL: return _("Not an e-mail address");
    case TEND_REASON_NOT_A_WEBSITE: return _("Not a web address");
    case TEND_REASON_TAKEN: return _("Used already");
    case TEND_REASON_SELF: return _("Cannot refer to itself");
    case TEND_REASON_RING: return _("Would make a ring");
    case TEND_REASON_INACTIVE: return _("No longer active");
    case TEND_REASON_HAS_ACCOUNTS: return _("Still has accounts");
    case TEND_REASON_HAS_REPORTS: return _("Others report here");
    case TEND_REASON_MISSING: return _("No longer there");
    case TEND_REASON_ENDS_BEFORE: return _("Before the beginning");
    case TEND_REASON_NOT_A_CURRENCY: return _("Not a currency");
    case TEND_REASON_NOT_AN_AMOUNT: return _("Not an amount");
    case TEND_REASON_OTHER_CURRENCY: return _("Not the client’s currency");
    case TEND_REASON_HAS_PURCHASES: return _("Clients have it");
    case TEND_REASON_HAS_MONEY: return _("Amounts are in this currency");
    case TEND_REASON_NONE:
    case TEND_REASON_UNKNOWN_FIELD:
    case TEND_REASON_PRESENT_OWNER:
    case TEND_REASON_SETTLED:
    case TEND_REASON_CHANGED_SINCE:
    case TEND_REASON_NOTHING:
    case TEND_REASON_HAS_HISTORY:
    case TEND_REASON_BINARY:
    case TEND_REASON_SPREADSHEET:
    default:
      return _("Cannot be used");
    }
}

char *
tend_words_one_line (const char *text,
                     gsize       max)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  gsize length = 0;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (length++ == max)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, g_unichar_iscntrl (ch) || ch == 0x2028 || ch == 0x2029 ? ' ' : ch);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

char *
tend_words_follow_up (const TendFollowUpRecord *record,
                      gsize                     max)
{
  return tend_words_follow_up_titled (record->title, record->purchase != 0, max);
}

char *
tend_words_follow_up_titled (const char *title,
                             gboolean    renewal,
                             gsize       max)
{
  g_autofree char *line = tend_words_one_line (title, max);

  /* Translators: a follow-up that was made before a renewal; %s is the name of the product */
  return renewal ? g_strdup_printf (_("Renewal of %s"), line) : g_steal_pointer (&line);
}
