/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product.h"

#include "../rules/fold.h"
#include "../rules/money.h"

const char *const tend_product_kinds[] = { "product", "service", NULL };

#define F(member, type, flags) TEND_FIELD (TendProductRecord, member, type, flags)

static const TendField fields[] = {
  F (number, TEXT, 0),
  F (name, TEXT, TEND_FIELD_REQUIRED),
  F (name_key, TEXT, TEND_FIELD_DERIVED),
  TEND_FIELD_WORDS (TendProductRecord, kind, tend_product_kinds, 0),
  TEND_FIELD_WORDS (TendProductRecord, hat, tend_hats, 0),
  F (list_price, MONEY, 0),
  F (currency, TEXT, 0),
  F (active, BOOLEAN, 0),
  F (description, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendProductRecord *product = (TendProductRecord *) record;

  product->active = TRUE;
}

static void
prepare (TendRecord *record)
{
  TendProductRecord *product = (TendProductRecord *) record;

  g_free (product->name_key);
  product->name_key = product->name != NULL ? tend_fold_sort_key (product->name) : NULL;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendProductRecord *product = (const TendProductRecord *) record;

  if (product->list_price < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "list_price", NULL, "a list price is never negative");
      return FALSE;
    }
  if (product->currency != NULL && tend_currency_get_digits (product->currency) < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_CURRENCY, "currency", NULL, "no such currency");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_product_noun = {
  .name = "product",
  .plural = "products",
  .table = "product",
  .record_size = sizeof (TendProductRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "name",
  .get_type = tend_product_get_type,
  .init = init_record,
  .prepare = prepare,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendProduct, tend_product)
