/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-plan"

#include "config.h"

#include "import-plan-private.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/invoice.h"
#include "../entities/product.h"
#include "../entities/whitespace.h"
#include "../ids.h"
#include "../rules/fold.h"

static const char *
text_of (const TendRecord *record,
         const char       *field)
{
  return tend_record_get_text (record, tend_noun_get_field (record->noun, field));
}

static gboolean
report_number_taken (TendImportPlan  *self,
                     TendId           id,
                     const char      *number,
                     TendImportRow   *row,
                     GError         **error)
{
  GError *failure = NULL;
  g_autoptr (TendRecord) other = tend_import_store_read (self->store, self->noun, id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  tend_import_row_report (row, TEND_IMPORT_NUMBER_TAKEN, TEND_REASON_TAKEN,
                          tend_import_target_find_column (self->target, "number"), "number", number,
                          other != NULL ? text_of (other, "name") : NULL);

  return TRUE;
}

/* An account or a product that is in the book by its number already, and came from elsewhere or was made by hand: the same firm
 * is the same account, and two firms of one number are a mistake. */
static gboolean
find_by_number (TendImportPlan  *self,
                TendId           own,
                TendId          *id,
                TendImportRow   *row,
                GError         **error)
{
  const TendRecord *record = tend_import_target_get_record (self->target);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TendRecord) other = NULL;
  g_autofree char *name = NULL;
  const char *number;
  gboolean has_origin;
  TendId found;

  if (self->noun != &tend_account_noun && self->noun != &tend_product_noun)
    return TRUE;
  number = text_of (record, "number");
  if (number == NULL)
    return TRUE;
  if (strcmp (number, self->key->str) != 0)
    {
      guint64 earlier = tend_import_plan_get_first_row (self->numbers, number, row->row);

      if (earlier != 0)
        {
          tend_import_plan_report_earlier (row, TEND_IMPORT_REPEATED_KEY,
                                           tend_import_target_find_column (self->target, "number"), "number",
                                           number, earlier);
          return TRUE;
        }
    }

  ids = tend_ids_new ();
  if (!tend_import_store_find_number (self->store, self->noun, number, ids, error))
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  found = g_array_index (ids, TendId, 0);
  if (found == own)
    return TRUE;
  if (own != 0)
    return report_number_taken (self, found, number, row, error);

  if (!tend_import_store_has_origin (self->store, self->noun, found, &has_origin, error))
    return FALSE;
  other = tend_import_store_read (self->store, self->noun, found, error);
  if (other == NULL)
    return FALSE;
  name = tend_fold_sort_key (text_of (record, "name"));
  if (has_origin || g_strcmp0 (text_of (other, "name_key"), name) != 0)
    return report_number_taken (self, found, number, row, error);
  *id = found;

  return TRUE;
}

/* A contact of the same name at the account, made by hand or with the account, is the same person. */
gboolean
tend_import_plan_find_same_contact (TendImportPlan           *self,
                                    const TendContactRecord  *contact,
                                    TendId                   *id,
                                    GError                  **error)
{
  g_autoptr (GArray) ids = tend_ids_new ();
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (!tend_import_store_find_contacts (self->store, contact->account, ids, error))
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  name = tend_contact_dup_name (contact);
  folded = tend_fold_search (name);

  for (guint i = 0; i < ids->len && *id == 0; i++)
    {
      TendId other_id = g_array_index (ids, TendId, i);
      g_autoptr (TendRecord) other = NULL;
      g_autofree char *other_name = NULL;
      g_autofree char *other_folded = NULL;

      /* Those that this import has added are rows of their own. */
      if (other_id >= self->first_id)
        continue;
      other = tend_import_store_read (self->store, &tend_contact_noun, other_id, error);
      if (other == NULL)
        return FALSE;
      other_name = tend_contact_dup_name ((TendContactRecord *) other);
      other_folded = tend_fold_search (other_name);
      if (strcmp (folded, other_folded) == 0)
        *id = other_id;
    }

  return TRUE;
}

gboolean
tend_import_plan_has_main_contact (TendImportPlan  *self,
                                   TendId           account,
                                   gboolean        *has,
                                   GError         **error)
{
  g_autoptr (GArray) ids = tend_ids_new ();

  *has = FALSE;
  if (!tend_import_store_find_contacts (self->store, account, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len && !*has; i++)
    {
      g_autoptr (TendRecord) other = NULL;

      other = tend_import_store_read (self->store, &tend_contact_noun, g_array_index (ids, TendId, i), error);
      if (other == NULL)
        return FALSE;
      *has = ((TendContactRecord *) other)->main;
    }

  return TRUE;
}

/* An invoice of this number that the account has already, made by hand or from elsewhere. */
static gboolean
find_same_invoice (TendImportPlan  *self,
                   TendId          *id,
                   GError         **error)
{
  const TendInvoiceRecord *invoice = (const TendInvoiceRecord *) tend_import_target_get_record (self->target);
  gboolean has_origin;
  TendId found;

  if (invoice->number == NULL)
    return TRUE;
  if (!tend_import_store_find_invoice (self->store, invoice->account, invoice->number, &found, error))
    return FALSE;
  if (found == 0 || found >= self->first_id)
    return TRUE;
  if (!tend_import_store_has_origin (self->store, self->noun, found, &has_origin, error))
    return FALSE;
  if (!has_origin)
    *id = found;

  return TRUE;
}

/* An account has one stance to a product: what was said in Tend, or by another file, is the same row. */
static gboolean
find_same_stance (TendImportPlan  *self,
                  TendId          *id,
                  GError         **error)
{
  const TendWhitespaceRecord *stance = (const TendWhitespaceRecord *) tend_import_target_get_record (self->target);

  return tend_import_store_find_stance (self->store, stance->account, stance->product, id, error);
}

/* A file that only changes rows has them from another file, whose source nobody may have named. */
gboolean
tend_import_plan_find_known (TendImportPlan  *self,
                             TendId          *id,
                             const char     **values,
                             GError         **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!tend_import_store_find_origin (self->store, self->noun, self->key->str, id, values, error))
    return FALSE;
  if (*id != 0 || !self->account_follows || !self->options.any_source)
    return TRUE;

  ids = tend_ids_new ();
  if (!tend_import_store_find_any_key (self->store, self->noun, self->key->str, ids, error))
    return FALSE;
  if (ids->len == 1)
    *id = g_array_index (ids, TendId, 0);

  return TRUE;
}

gboolean
tend_import_plan_find_match (TendImportPlan   *self,
                             TendImportMatch  *match,
                             TendImportRow    *row,
                             GError          **error)
{
  if (!tend_import_plan_find_known (self, &match->id, &match->values, error))
    return FALSE;
  match->known = match->id != 0;
  match->new_id = tend_import_links_get_own (self->links, self->key->str);

  /* What the file said then lies in the store's hands: keep it before it is asked the next thing. */
  tend_import_merge_keep_values (self->merge, match);
  if (!find_by_number (self, match->id, &match->id, row, error))
    return FALSE;
  if (self->noun == &tend_invoice_noun && match->id == 0 && !row->skipped)
    return find_same_invoice (self, &match->id, error);
  if (self->noun == &tend_whitespace_noun && match->id == 0 && !row->skipped)
    return find_same_stance (self, &match->id, error);
  if (self->noun == &tend_contact_noun && match->id == 0 && !row->skipped)
    return tend_import_plan_find_same_contact (self,
                                               (TendContactRecord *) tend_import_target_get_record (self->target),
                                               &match->id, error);

  return TRUE;
}
