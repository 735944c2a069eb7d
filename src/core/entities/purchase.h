/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_FIT_UNKNOWN, TEND_FIT_FITS, TEND_FIT_PARTLY, TEND_FIT_DOES_NOT } TendFit;

extern const char *const tend_fits[];  /* unknown, fits, partly, does-not */

/**
 * TendPurchaseRecord:
 *
 * A product that an account bought. Amounts are in the account's currency. A credit is an invoice, never a negative quantity.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       product;
  gint64       quantity;        /* 1 or more */
  gint64       yearly_value;    /* minor units; 0 = bought once */
  char        *bought_on;
  TendId       sold_by;
  char        *renews_on;       /* the next renewal */
  char        *ends_on;         /* the last day */
  gint64       notice_days;     /* days of notice before renewal or end */
  int          fit;             /* TendFit */
  char        *fit_note;
} TendPurchaseRecord;

extern const TendNoun tend_purchase_noun;
TEND_DECLARE_RECORD (TendPurchaseRecord, tend_purchase)

#define TEND_TYPE_PURCHASE (tend_purchase_get_type ())
G_DECLARE_FINAL_TYPE (TendPurchase, tend_purchase, TEND, PURCHASE, TendEntity)

const TendPurchaseRecord *tend_purchase_get (TendPurchase *self);

G_END_DECLS
