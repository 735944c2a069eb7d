/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "invoice.h"

#include <string.h>

#define F(member, type, flags) TEND_FIELD (TendInvoiceRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendInvoiceRecord, account, "account", TEND_FIELD_REQUIRED),
  F (number, TEXT, 0),
  F (issued_on, DATE, TEND_FIELD_REQUIRED),
  F (due_on, DATE, 0),
  F (amount, MONEY, 0),
  F (paid, MONEY, 0),
  F (paid_on, DATE, 0),
};

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendInvoiceRecord *invoice = (const TendInvoiceRecord *) record;

  if (invoice->issued_on != NULL && invoice->due_on != NULL && strcmp (invoice->due_on, invoice->issued_on) < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_ENDS_BEFORE, "due_on", NULL, "it is due before it is issued");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_invoice_noun = {
  .name = "invoice",
  .plural = "invoices",
  .table = "invoice",
  .record_size = sizeof (TendInvoiceRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "number",
  .get_type = tend_invoice_get_type,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendInvoice, tend_invoice)
