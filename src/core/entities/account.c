/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account.h"

#include <string.h>

#include "../rules/fold.h"

const char *const tend_account_kinds[] = { "firm", "person", NULL };
const char *const tend_tiers[] = { "A", "B", "C", NULL };
const char *const tend_account_statuses[] = { "onboarding", "active", "at-risk", "paused", "former", NULL };

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
  F (next_follow_up, INSTANT, TEND_FIELD_DERIVED),
};

struct _TendAccount
{
  TendEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (TendAccount, tend_account, TEND_TYPE_ENTITY)

static void
init_record (TendRecord *record)
{
  TendAccountRecord *account = (TendAccountRecord *) record;

  account->tier = TEND_TIER_C;
  account->status = TEND_STATUS_ACTIVE;
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

static void
tend_account_class_init (TendAccountClass *klass)
{
  tend_entity_class_install (TEND_ENTITY_CLASS (klass), &tend_account_noun);
}

static void
tend_account_init (TendAccount *self)
{
}

const TendAccountRecord *
tend_account_get (TendAccount *self)
{
  return (const TendAccountRecord *) tend_entity_get_record (TEND_ENTITY (self));
}
