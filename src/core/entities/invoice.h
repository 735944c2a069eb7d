/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

/**
 * TendInvoiceRecord:
 *
 * What the client owes or has paid, in the account's currency. A credit has a negative amount.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  char        *number;
  char        *issued_on;
  char        *due_on;       /* NULL = at once */
  gint64       amount;       /* minor units */
  gint64       paid;         /* minor units; so far */
  char        *paid_on;      /* the last payment */
} TendInvoiceRecord;

extern const TendNoun tend_invoice_noun;
TEND_DECLARE_RECORD (TendInvoiceRecord, tend_invoice)

#define TEND_TYPE_INVOICE (tend_invoice_get_type ())
G_DECLARE_FINAL_TYPE (TendInvoice, tend_invoice, TEND, INVOICE, TendEntity)

const TendInvoiceRecord *tend_invoice_get (TendInvoice *self);

G_END_DECLS
