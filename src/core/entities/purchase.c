/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "purchase.h"

#include <string.h>

const char *const tend_fits[] = { "unknown", "fits", "partly", "does-not", NULL };

#define F(member, type, flags) TEND_FIELD (TendPurchaseRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendPurchaseRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendPurchaseRecord, product, "product", TEND_FIELD_REQUIRED),
  F (quantity, INTEGER, 0),
  F (yearly_value, MONEY, 0),
  F (bought_on, DATE, 0),
  TEND_FIELD_REFERS (TendPurchaseRecord, sold_by, "manager", 0),
  F (renews_on, DATE, 0),
  F (ends_on, DATE, 0),
  F (notice_days, INTEGER, 0),
  TEND_FIELD_WORDS (TendPurchaseRecord, fit, tend_fits, 0),
  F (fit_note, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendPurchaseRecord *purchase = (TendPurchaseRecord *) record;

  purchase->quantity = 1;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendPurchaseRecord *purchase = (const TendPurchaseRecord *) record;

  if (purchase->quantity < 1)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "quantity", NULL, "a quantity is 1 or more");
      return FALSE;
    }
  if (purchase->yearly_value < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "yearly_value", NULL, "a yearly value is never negative");
      return FALSE;
    }
  if (purchase->notice_days < 0 || purchase->notice_days > 3650)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "notice_days", NULL, "notice out of range");
      return FALSE;
    }
  if (purchase->bought_on != NULL && purchase->ends_on != NULL && strcmp (purchase->ends_on, purchase->bought_on) < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_ENDS_BEFORE, "ends_on", NULL, "it ends before it begins");
      return FALSE;
    }
  if (purchase->bought_on != NULL && purchase->renews_on != NULL && strcmp (purchase->renews_on, purchase->bought_on) < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_ENDS_BEFORE, "renews_on", NULL, "it renews before it begins");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_purchase_noun = {
  .name = "purchase",
  .plural = "purchases",
  .table = "purchase",
  .record_size = sizeof (TendPurchaseRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "fit_note",
  .get_type = tend_purchase_get_type,
  .init = init_record,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendPurchase, tend_purchase)
