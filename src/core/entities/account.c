/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account.h"

#include <string.h>

#include "../rules/fold.h"
#include "../rules/money.h"

const char *const tend_account_kinds[] = { "firm", "person", NULL };
const char *const tend_tiers[] = { "A", "B", "C", NULL };
const char *const tend_account_statuses[] = { "onboarding", "active", "at-risk", "paused", "former", NULL };
const char *const tend_bands[] = { "unknown", "at-risk", "watch", "steady", "thriving", NULL };

#define F(member, type, flags) TEND_FIELD (TendAccountRecord, member, type, flags)

static const TendField fields[] = {
  F (number, TEXT, 0),
  F (name, TEXT, TEND_FIELD_REQUIRED),
  F (name_key, TEXT, TEND_FIELD_DERIVED),
  TEND_FIELD_WORDS (TendAccountRecord, kind, tend_account_kinds, 0),
  TEND_FIELD_WORDS (TendAccountRecord, tier, tend_tiers, 0),
  TEND_FIELD_WORDS (TendAccountRecord, status, tend_account_statuses, 0),
  TEND_FIELD_REFERS (TendAccountRecord, owner, "manager", 0),
  TEND_FIELD_REFERS (TendAccountRecord, parent, "account", 0),
  F (industry, TEXT, 0),
  F (website, TEXT, 0),
  F (vat_id, TEXT, 0),
  F (phone, TEXT, 0),
  F (email, TEXT, 0),
  F (street, TEXT, TEND_FIELD_LINES),
  F (postcode, TEXT, 0),
  F (city, TEXT, 0),
  F (city_key, TEXT, TEND_FIELD_DERIVED),
  F (region, TEXT, 0),
  F (country, TEXT, 0),
  F (language, TEXT, 0),
  F (zone, TEXT, 0),
  F (currency, TEXT, 0),
  F (customer_since, DATE, 0),
  F (cadence_days, INTEGER, 0),
  F (to_avoid, TEXT, TEND_FIELD_LINES),
  F (notes, TEXT, TEND_FIELD_LINES),
  F (health, INTEGER, TEND_FIELD_DERIVED | TEND_FIELD_MAYBE),
  TEND_FIELD_WORDS (TendAccountRecord, health_band, tend_bands, TEND_FIELD_DERIVED),
  F (band_fell_on, DATE, TEND_FIELD_DERIVED),
  F (last_contact, INSTANT, TEND_FIELD_DERIVED),
  F (quiet_from, INSTANT, TEND_FIELD_DERIVED),
  F (quiet_red_from, INSTANT, TEND_FIELD_DERIVED),
  F (next_follow_up, INSTANT, TEND_FIELD_DERIVED),
  F (open_needs, INTEGER, TEND_FIELD_DERIVED),
  F (yearly_value, MONEY, TEND_FIELD_DERIVED),
  F (balance, MONEY, TEND_FIELD_DERIVED),
  F (overdue, MONEY, TEND_FIELD_DERIVED),
  F (overdue_since, DATE, TEND_FIELD_DERIVED),
  F (next_renewal, DATE, TEND_FIELD_DERIVED),
  TEND_FIELD_WORDS (TendAccountRecord, focus, tend_focus, TEND_FIELD_DERIVED),
  F (summary_day, DATE, TEND_FIELD_DERIVED),
};

static void
init_record (TendRecord *record)
{
  TendAccountRecord *account = (TendAccountRecord *) record;

  account->tier = TEND_TIER_C;
  account->status = TEND_STATUS_ACTIVE;
  account->health = -1;
}

static void
prepare (TendRecord *record)
{
  TendAccountRecord *account = (TendAccountRecord *) record;

  g_free (account->name_key);
  account->name_key = account->name != NULL ? tend_fold_sort_key (account->name) : NULL;
  g_free (account->city_key);
  account->city_key = account->city != NULL ? tend_fold_sort_key (account->city) : NULL;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendAccountRecord *account = (const TendAccountRecord *) record;

  if (account->cadence_days < 0 || account->cadence_days > 3650)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "cadence_days", NULL, "cadence out of range");
      return FALSE;
    }
  if (account->currency != NULL && tend_currency_get_digits (account->currency) < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_CURRENCY, "currency", account->currency, "no such currency");
      return FALSE;
    }
  if (account->parent != 0 && account->parent == record->id)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_SELF, "parent", NULL, "an account cannot be its own parent");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_account_noun = {
  .name = "account",
  .plural = "accounts",
  .table = "account",
  .record_size = sizeof (TendAccountRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "name",
  .get_type = tend_account_get_type,
  .init = init_record,
  .prepare = prepare,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendAccount, tend_account)
