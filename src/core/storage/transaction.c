/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "transaction.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/interaction.h"
#include "../entities/invoice.h"
#include "../entities/need.h"
#include "../entities/opportunity.h"
#include "../entities/pulse.h"
#include "../entities/purchase.h"
#include "../id.h"
#include "../ids.h"
#include "account-table.h"
#include "invariants.h"
#include "journal.h"
#include "json-text.h"
#include "renewal.h"
#include "summary-table.h"
#include "table.h"

struct _TendTransaction
{
  TendDatabase *database;    /* borrowed */
  TendId        batch;
  TendInstant   at;
  TendId        by;
  gint64        head;        /* sequence kept for the head */
  gint64        sequence;    /* last one given out */
  GHashTable   *accounts;    /* whose summary is to be computed */
  GHashTable   *texts;       /* whose text is to be made */
  gboolean      total;       /* rows were written without a journal */
  gboolean      literal;     /* nothing follows by itself */
  TendSummaryTable *summaries; /* made when first needed */
};

static void
tend_transaction_free (TendTransaction *self)
{
  g_hash_table_unref (self->accounts);
  g_hash_table_unref (self->texts);
  g_clear_pointer (&self->summaries, tend_summary_table_free);
  g_free (self);
}

TendTransaction *
tend_transaction_begin (TendDatabase  *database,
                        TendId         by,
                        TendInstant    at,
                        GError       **error)
{
  TendTransaction *self;
  gint64 last;

  if (!tend_database_exec (database, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!tend_journal_get_last (database, &last, error))
    {
      tend_database_exec (database, "ROLLBACK", NULL);
      return NULL;
    }
  self = g_new0 (TendTransaction, 1);
  self->database = database;
  self->batch = tend_id_new ();
  self->at = at;
  self->by = by;
  self->head = last + 1;
  self->sequence = self->head;
  self->accounts = g_hash_table_new (NULL, NULL);
  self->texts = g_hash_table_new (NULL, NULL);
  return self;
}

TendSummaryTable *
tend_transaction_get_summaries (TendTransaction  *self,
                                GError          **error)
{
  if (self->summaries == NULL)
    self->summaries = tend_summary_table_new (self->database, self->at, error);
  return self->summaries;
}

gboolean
tend_transaction_date_account (TendTransaction  *self,
                               TendRecord       *record,
                               GError          **error)
{
  TendSummaryTable *summaries = tend_transaction_get_summaries (self, error);
  TendAccountRecord *account = (TendAccountRecord *) record;

  if (summaries == NULL)
    return FALSE;
  g_free (account->summary_day);
  account->summary_day = tend_day_dup_text (tend_summary_table_get_today (summaries));
  return TRUE;
}

static gboolean
write_summaries (TendTransaction  *self,
                 GError          **error)
{
  TendSummaryTable *summaries;
  g_autoptr(GArray) ids = NULL;
  GHashTableIter iter;
  gpointer account;

  if (!self->total && g_hash_table_size (self->accounts) == 0)
    return TRUE;
  summaries = tend_transaction_get_summaries (self, error);
  if (summaries == NULL)
    return FALSE;
  if (self->total)
    return tend_summary_table_write_all (summaries, error);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (TendId), g_hash_table_size (self->accounts));
  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, &account, NULL))
    {
      TendId id = (TendId) GPOINTER_TO_SIZE (account);

      g_array_append_val (ids, id);
    }
  return tend_summary_table_write (summaries, tend_ids_get (ids), ids->len, error);
}

static gboolean
write_derived (TendTransaction  *self,
               GError          **error)
{
  GHashTableIter iter;
  gpointer account;

  if (!write_summaries (self, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &account, NULL))
    if (!tend_account_table_write_text (self->database, (TendId) GPOINTER_TO_SIZE (account), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_head (TendTransaction  *self,
            const char       *kind,
            const char       *label,
            guint             count,
            TendId            undoes,
            GError          **error)
{
  g_autoptr(GString) after = g_string_new (NULL);
  TendChange head = { self->head, self->batch, self->at, self->by, NULL, undoes, 0, (char *) kind, NULL, NULL, FALSE };

  g_string_printf (after, "{\"count\":%u", count);
  if (label != NULL)
    {
      g_string_append (after, ",\"label\":");
      tend_json_append_text (after, label);
    }
  g_string_append_c (after, '}');
  head.after = after->str;
  return tend_journal_append (self->database, &head, error);
}

gboolean
tend_transaction_commit (TendTransaction  *self,
                         const char       *kind,
                         const char       *label,
                         guint             count,
                         TendId            undoes,
                         TendId           *batch,
                         gint64           *sequence,
                         GError          **error)
{
  gboolean wrote = self->sequence > self->head || self->total;
  gboolean ok = write_derived (self, error);

  ok = ok && (!wrote || write_head (self, kind, label, count, undoes, error));
  ok = ok && tend_database_exec (self->database, "COMMIT", error);
  if (!ok)
    {
      tend_transaction_rollback (self);
      return FALSE;
    }
  *batch = wrote ? self->batch : 0;
  *sequence = wrote ? self->sequence : self->head - 1;
  tend_transaction_free (self);
  return TRUE;
}

void
tend_transaction_rollback (TendTransaction *self)
{
  tend_database_exec (self->database, "ROLLBACK", NULL);
  tend_transaction_free (self);
}

TendDatabase *
tend_transaction_get_database (TendTransaction *self)
{
  return self->database;
}

TendId
tend_transaction_get_batch (TendTransaction *self)
{
  return self->batch;
}

TendInstant
tend_transaction_get_at (TendTransaction *self)
{
  return self->at;
}

TendId
tend_transaction_get_by (TendTransaction *self)
{
  return self->by;
}

void
tend_transaction_touch (TendTransaction *self,
                        TendId           account)
{
  g_hash_table_add (self->accounts, GSIZE_TO_POINTER (account));
}

void
tend_transaction_touch_text (TendTransaction *self,
                             TendId           account)
{
  g_hash_table_add (self->texts, GSIZE_TO_POINTER (account));
}

void
tend_transaction_set_total (TendTransaction *self)
{
  self->total = TRUE;
}

void
tend_transaction_set_literal (TendTransaction *self)
{
  self->literal = TRUE;
}

gboolean
tend_transaction_journal (TendTransaction  *self,
                          const TendNoun   *noun,
                          TendId            id,
                          TendId            account,
                          const char       *operation,
                          const char       *before,
                          const char       *after,
                          GError          **error)
{
  TendChange change = { ++self->sequence, self->batch, self->at, self->by, noun, id, account,
                        (char *) operation, (char *) before, (char *) after, FALSE };

  return tend_journal_append (self->database, &change, error);
}

/* The account that a row is, or belongs to; 0 = none. */
static TendId
account_of (const TendRecord *record)
{
  const TendField *field;

  if (record->noun == &tend_account_noun)
    return record->id;
  field = tend_noun_get_field (record->noun, "account");
  return field != NULL ? tend_record_get_int (record, field) : 0;
}

/* Whether an account's summary is computed from rows of @noun (its search text from others). */
static gboolean
is_summed_up (const TendNoun *noun)
{
  static const TendNoun *const nouns[] = { &tend_account_noun, &tend_follow_up_noun, &tend_interaction_noun, &tend_invoice_noun,
                                           &tend_need_noun, &tend_opportunity_noun, &tend_pulse_noun, &tend_purchase_noun };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (nouns[i] == noun)
      return TRUE;
  return FALSE;
}

static void
touch_row (TendTransaction  *self,
           const TendRecord *record,
           gboolean          gone)
{
  TendId account = account_of (record);

  if (account == 0 || (record->noun == &tend_account_noun && gone))
    return;
  if (record->noun == &tend_contact_noun || record->noun == &tend_account_noun)
    tend_transaction_touch_text (self, account);
  if (is_summed_up (record->noun))
    tend_transaction_touch (self, account);
  /* A restored account gets its rows back later in the same batch, which touch it then. */
}

static gboolean
follow (TendTransaction   *self,
        const TendRecord  *before,
        const TendRecord  *after,
        GError           **error)
{
  TendSummaryTable *summaries;

  if (self->literal || (after->noun != &tend_purchase_noun && after->noun != &tend_opportunity_noun))
    return TRUE;
  summaries = tend_transaction_get_summaries (self, error);
  return summaries != NULL && tend_renewal_follow (self, summaries, before, after, error);
}

gboolean
tend_transaction_insert (TendTransaction  *self,
                         TendRecord       *record,
                         GError          **error)
{
  if (record->id == 0)
    record->id = tend_id_new ();
  record->version = MAX (record->version, 0) + 1;
  if (record->created_at == 0)
    record->created_at = self->at;
  record->updated_at = self->at;
  if (!tend_record_validate (record, error))
    return FALSE;
  if (record->noun->prepare != NULL)
    record->noun->prepare (record);
  if (record->noun == &tend_account_noun && !tend_transaction_date_account (self, record, error))
    return FALSE;
  if (!tend_invariants_check (self, NULL, record, error) || !tend_table_insert (self->database, record, error))
    return FALSE;
  touch_row (self, record, FALSE);
  return tend_transaction_journal (self, record->noun, record->id, account_of (record), "insert", NULL, NULL, error) &&
         follow (self, NULL, record, error);
}

static gboolean
differs (const TendRecord *a,
         const TendRecord *b)
{
  for (guint i = 0; i < a->noun->n_fields; i++)
    if (!(a->noun->fields[i].flags & TEND_FIELD_DERIVED) && !tend_record_same (a, b, &a->noun->fields[i]))
      return TRUE;
  return FALSE;
}

gboolean
tend_transaction_update (TendTransaction   *self,
                         const TendRecord  *before,
                         TendRecord        *after,
                         GError           **error)
{
  g_autoptr(GString) old = NULL;
  g_autoptr(GString) new = NULL;

  if (!differs (before, after))
    return TRUE;
  after->version = before->version + 1;
  after->updated_at = self->at;
  if (!tend_record_validate (after, error))
    return FALSE;
  if (after->noun->prepare != NULL)
    after->noun->prepare (after);
  if (!tend_invariants_check (self, before, after, error) || !tend_table_update (self->database, before, after, error))
    return FALSE;
  touch_row (self, after, FALSE);
  if (account_of (before) != account_of (after))
    touch_row (self, before, FALSE);
  old = g_string_new (NULL);
  new = g_string_new (NULL);
  tend_json_append_fields (old, before, after);
  tend_json_append_fields (new, after, before);
  return tend_transaction_journal (self, after->noun, after->id, account_of (after), "update", old->str, new->str, error) &&
         follow (self, before, after, error);
}

gboolean
tend_transaction_delete (TendTransaction   *self,
                         const TendRecord  *record,
                         GError           **error)
{
  g_autoptr(GString) old = g_string_new (NULL);

  if (!tend_invariants_check (self, record, NULL, error) ||
      !tend_table_delete (self->database, record->noun, record->id, error))
    return FALSE;
  touch_row (self, record, TRUE);
  tend_json_append_fields (old, record, NULL);
  return tend_transaction_journal (self, record->noun, record->id, account_of (record), "delete", old->str, NULL, error);
}
