/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words.h"

#include <glib/gi18n.h>

#include "core/entities/contact.h"

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
tend_words_of_field (const TendField *field,
                     int              index)
{
  if (field->words == tend_tiers)
    return tend_words_tier (index);
  if (field->words == tend_account_kinds)
    return tend_words_account_kind (index);
  if (field->words == tend_account_statuses)
    return tend_words_account_status (index);
  if (field->words == tend_roles)
    return tend_words_role (index);
  if (field->words == tend_hats)
    return tend_words_hat (index);
  if (field->words == tend_leads)
    return tend_words_lead (index);
  if (field->words == tend_follow_up_states)
    return tend_words_follow_up_state (index);

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
