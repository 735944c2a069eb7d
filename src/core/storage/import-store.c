/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-store"

#include "config.h"

#include "import-store.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../entities/product.h"
#include "../id.h"
#include "../rules/fold.h"
#include "../rules/money.h"
#include "account-table.h"
#include "bulk.h"
#include "database.h"
#include "handover-table.h"
#include "invariants.h"
#include "json-text.h"
#include "setting-table.h"
#include "table.h"
#include "transaction.h"

/* A name that more rows have than this is ambiguous whoever they are. */
#define FEW "5"

struct _TendImportStore
{
  TendTransaction *transaction; /* borrowed */
  TendDatabase    *database;    /* borrowed */

  /* Owned References */
  char            *source;
  char            *values;
  GString         *text;        /* the searchable text of the account added last, to which its contacts still come */
  TendBulk        *bulk;        /* while many accounts go into a book without any */

  TendId           text_account;        /* whose text it is; 0 = none */
  gboolean         deferred;
  gboolean         any_origin;  /* something came from the source before this import */
  gboolean         any_number;  /* some account had a number before this import, */
  gboolean         any_product_number;  /* or some product */
};

static gboolean
find_any (TendImportStore  *self,
          const char       *sql,
          const char       *text,
          gboolean         *any,
          GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database, sql, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    tend_statement_bind_text (statement, 1, text);
  step = tend_statement_step (statement, error);
  *any = step == TEND_STEP_ROW;

  return step != TEND_STEP_ERROR;
}

/* A first import finds nothing, whatever it looks for: knowing that spares it looking, row by row. What it adds itself
 * its plan remembers. */
TendImportStore *
tend_import_store_new (TendTransaction  *transaction,
                       const char       *source,
                       GError          **error)
{
  g_autoptr (TendImportStore) self = g_new0 (TendImportStore, 1);

  self->transaction = transaction;
  self->database = tend_transaction_get_database (transaction);
  self->source = g_strdup (source);
  self->text = g_string_new (NULL);

  if (!find_any (self, "SELECT 1 FROM origin WHERE source = ?1 LIMIT 1", source, &self->any_origin, error) ||
      !find_any (self, "SELECT 1 FROM account WHERE number IS NOT NULL LIMIT 1", NULL, &self->any_number, error) ||
      !find_any (self, "SELECT 1 FROM product WHERE number IS NOT NULL LIMIT 1", NULL, &self->any_product_number, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_import_store_free (TendImportStore *self)
{
  g_free (self->source);
  g_free (self->values);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->bulk, tend_bulk_free);
  g_free (self);
}

gboolean
tend_import_store_expect_many (TendImportStore  *self,
                               GError          **error)
{
  gboolean any_account;

  if (!find_any (self, "SELECT 1 FROM account LIMIT 1", NULL, &any_account, error))
    return FALSE;
  if (any_account)
    return TRUE;
  self->bulk = tend_bulk_begin (self->database, error);

  return self->bulk != NULL;
}

gboolean
tend_import_store_find_origin (TendImportStore  *self,
                               const TendNoun   *noun,
                               const char       *key,
                               TendId           *id,
                               const char      **values,
                               GError          **error)
{
  g_autoptr (TendStatement) statement = NULL;
  TendStep step;

  *id = 0;
  *values = NULL;
  if (!self->any_origin)
    return TRUE;
  statement = tend_database_prepare (self->database,
    "SELECT id, \"values\" FROM origin WHERE source = ?1 AND \"table\" = ?2 AND key = ?3", error);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, self->source);
  tend_statement_bind_text (statement, 2, noun->table);
  tend_statement_bind_text (statement, 3, key);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    {
      *id = tend_statement_get_int (statement, 0);
      g_set_str (&self->values, tend_statement_get_text (statement, 1));
      *values = self->values;
    }

  return step != TEND_STEP_ERROR;
}

gboolean
tend_import_store_has_origin (TendImportStore  *self,
                              const TendNoun   *noun,
                              TendId            id,
                              gboolean         *has,
                              GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT 1 FROM origin WHERE id = ?1 AND \"table\" = ?2 AND source = ?3", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, id);
  tend_statement_bind_text (statement, 2, noun->table);
  tend_statement_bind_text (statement, 3, self->source);
  step = tend_statement_step (statement, error);
  *has = step == TEND_STEP_ROW;

  return step != TEND_STEP_ERROR;
}

static gboolean
collect (TendStatement  *statement,
         GArray         *ids,
         GError        **error)
{
  TendStep step;

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendId id = tend_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == TEND_STEP_DONE;
}

gboolean
tend_import_store_find_any_key (TendImportStore  *self,
                                const TendNoun   *noun,
                                const char       *key,
                                GArray           *ids,
                                GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT DISTINCT o.id FROM (SELECT DISTINCT source FROM origin) AS s"
    " CROSS JOIN origin AS o ON o.source = s.source AND o.\"table\" = ?1 AND o.key = ?2 LIMIT " FEW, error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, noun->table);
  tend_statement_bind_text (statement, 2, key);

  return collect (statement, ids, error);
}

gboolean
tend_import_store_find_number (TendImportStore  *self,
                               const TendNoun   *noun,
                               const char       *number,
                               GArray           *ids,
                               GError          **error)
{
  g_autoptr (TendStatement) statement = NULL;
  gboolean product = noun == &tend_product_noun;

  if (product ? !self->any_product_number : !self->any_number)
    return TRUE;
  statement = tend_database_prepare (self->database, product ? "SELECT id FROM product WHERE number = ?1 LIMIT " FEW
                                                             : "SELECT id FROM account WHERE number = ?1 LIMIT " FEW, error);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, number);

  return collect (statement, ids, error);
}

gboolean
tend_import_store_find_name (TendImportStore  *self,
                             const TendNoun   *noun,
                             const char       *name,
                             GArray           *ids,
                             GError          **error)
{
  g_autofree char *folded = tend_fold_sort_key (name);
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    noun == &tend_manager_noun ? "SELECT id FROM manager WHERE name_key = ?1 LIMIT " FEW
    : noun == &tend_product_noun ? "SELECT id FROM product WHERE name_key = ?1 LIMIT " FEW
                                 : "SELECT id FROM account WHERE name_key = ?1 LIMIT " FEW, error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, folded);

  return collect (statement, ids, error);
}

gboolean
tend_import_store_find_contacts (TendImportStore  *self,
                                 TendId            account,
                                 GArray           *ids,
                                 GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT id FROM contact WHERE account = ?1", error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);

  return collect (statement, ids, error);
}

gboolean
tend_import_store_find_stance (TendImportStore  *self,
                               TendId            account,
                               TendId            product,
                               TendId           *id,
                               GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT id FROM whitespace WHERE account = ?1 AND product = ?2", error);
  TendStep step;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  tend_statement_bind_int (statement, 2, product);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *id = tend_statement_get_int (statement, 0);

  return step != TEND_STEP_ERROR;
}

gboolean
tend_import_store_find_invoice (TendImportStore  *self,
                                TendId            account,
                                const char       *number,
                                TendId           *id,
                                GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT id FROM invoice WHERE account = ?1 AND number = ?2 LIMIT 1", error);
  TendStep step;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  tend_statement_bind_text (statement, 2, number);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *id = tend_statement_get_int (statement, 0);

  return step != TEND_STEP_ERROR;
}

gboolean
tend_import_store_count_money (TendImportStore  *self,
                               TendId            account,
                               gint64           *count,
                               GError          **error)
{
  *count = tend_invariants_count_money (self->database, account, error);

  return *count >= 0;
}

char *
tend_import_store_get_currency (TendImportStore  *self,
                                GError          **error)
{
  GError *failure = NULL;
  char *code = tend_setting_table_get (self->database, "currency", &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (tend_currency_get_digits (code) >= 0)
    return code;
  g_free (code);

  return g_strdup (TEND_DEFAULT_CURRENCY);
}

gboolean
tend_import_store_count_owned (TendImportStore  *self,
                               TendId            manager,
                               gint64           *count,
                               GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT count(*) FROM account WHERE owner = ?1", error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, manager);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return FALSE;
  *count = tend_statement_get_int (statement, 0);

  return TRUE;
}

TendRecord *
tend_import_store_read (TendImportStore  *self,
                        const TendNoun   *noun,
                        TendId            id,
                        GError          **error)
{
  return tend_table_read (self->database, noun, id, error);
}

gboolean
tend_import_store_was_undone (TendImportStore  *self,
                              TendId            id,
                              gboolean         *undone,
                              GError          **error)
{
  /* The row's last change took it away; the head of that batch says what took it. */
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "SELECT head.operation IN ('undo', 'redo') FROM change AS last"
    " JOIN change AS head ON head.batch = last.batch AND head.\"table\" = 'batch'"
    " WHERE last.id = ?1 AND last.\"table\" <> 'batch' ORDER BY last.sequence DESC LIMIT 1", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, id);
  step = tend_statement_step (statement, error);
  *undone = step == TEND_STEP_DONE || (step == TEND_STEP_ROW && tend_statement_get_int (statement, 0) != 0);

  return step != TEND_STEP_ERROR;
}

/* Managers and accounts may hang on rows that come later in the file. */
static gboolean
defer_references (TendImportStore  *self,
                  GError          **error)
{
  if (self->deferred)
    return TRUE;
  self->deferred = TRUE;

  return tend_database_exec (self->database, "PRAGMA defer_foreign_keys = ON", error);
}

static gboolean
flush_text (TendImportStore  *self,
            GError          **error)
{
  g_autoptr (TendStatement) statement = NULL;

  if (self->text_account == 0)
    return TRUE;
  statement = tend_database_prepare (self->database, "INSERT INTO account_text (account, text) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  tend_fold_compact (self->text);
  tend_statement_bind_int (statement, 1, self->text_account);
  tend_statement_bind_text (statement, 2, self->text->str);
  self->text_account = 0;

  return tend_statement_run (statement, error);
}

gboolean
tend_import_store_finish (TendImportStore  *self,
                          GError          **error)
{
  return flush_text (self, error) && (self->bulk == NULL || tend_bulk_finish (self->bulk, error));
}

static gboolean
begin_text (TendImportStore          *self,
            const TendAccountRecord  *account,
            GError                  **error)
{
  if (!flush_text (self, error))
    return FALSE;
  self->text_account = account->base.id;
  g_string_truncate (self->text, 0);
  tend_account_table_append_account (self->text, account->name, account->number, account->city, account->website,
                                     account->email, account->phone);

  return TRUE;
}

/* A row that is known to be sound needs none of the questions that tend_transaction_insert() asks: the import has found
 * its references and looked at its number already. */
static gboolean
insert_sound (TendImportStore  *self,
              TendRecord       *record,
              TendId            account,
              GError          **error)
{
  record->version = 1;
  record->created_at = tend_transaction_get_at (self->transaction);
  record->updated_at = record->created_at;
  if (record->noun->prepare != NULL)
    record->noun->prepare (record);

  return tend_table_insert (self->database, record, error) &&
         tend_transaction_journal (self->transaction, record->noun, record->id, account, "insert", NULL, NULL, error);
}

/* What belongs to an account, and products: whom it refers to the import has found in this very transaction. */
static gboolean
insert_owned (TendImportStore  *self,
              TendRecord       *record,
              GError          **error)
{
  const TendField *field = tend_noun_get_field (record->noun, "account");
  TendId account = field != NULL ? tend_record_get_int (record, field) : 0;

  if (record->noun == &tend_contact_noun)
    return tend_transaction_insert (self->transaction, record, error);
  if (account != 0)
    tend_transaction_touch (self->transaction, account);

  return insert_sound (self, record, account, error);
}

gboolean
tend_import_store_insert (TendImportStore  *self,
                          TendRecord       *record,
                          GError          **error)
{
  if (record->noun == &tend_account_noun)
    {
      tend_transaction_touch (self->transaction, record->id);
      return tend_transaction_date_account (self->transaction, record, error) && defer_references (self, error) &&
             insert_sound (self, record, record->id, error) && begin_text (self, (TendAccountRecord *) record, error);
    }

  if (record->noun == &tend_manager_noun)
    return defer_references (self, error) && insert_sound (self, record, 0, error);

  if (record->noun == &tend_contact_noun)
    {
      const TendContactRecord *contact = (const TendContactRecord *) record;

      if (contact->account == self->text_account)
        {
          tend_account_table_append_contact (self->text, contact->given, contact->family,
                                             (const char * const *) contact->emails,
                                             (const char * const *) contact->phones);
          return insert_sound (self, record, contact->account, error);
        }
    }

  return insert_owned (self, record, error);
}

/* As tend_transaction_update(), but what a row hangs on may come later in the file, and rings were looked for already. */
static gboolean
update_sound (TendImportStore   *self,
              const TendRecord  *before,
              TendRecord        *after,
              TendId             account,
              GError           **error)
{
  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new = g_string_new (NULL);
  gboolean differs = FALSE;

  for (guint i = 0; i < after->noun->n_fields && !differs; i++)
    differs = (after->noun->fields[i].flags & TEND_FIELD_DERIVED) == 0 &&
              !tend_record_same (before, after, &after->noun->fields[i]);
  if (!differs)
    return TRUE;

  after->version = before->version + 1;
  after->updated_at = tend_transaction_get_at (self->transaction);
  if (after->noun->prepare != NULL)
    after->noun->prepare (after);
  tend_json_append_fields (old, before, after);
  tend_json_append_fields (new, after, before);
  if (account != 0)
    {
      tend_transaction_touch_text (self->transaction, account);
      tend_transaction_touch (self->transaction, account);
    }

  return defer_references (self, error) && tend_table_update (self->database, before, after, error) &&
         tend_transaction_journal (self->transaction, after->noun, after->id, account, "update", old->str, new->str, error);
}

/* A new owner takes the account over as by hand: with a handover, and the old owner's open follow-ups. */
static gboolean
hand_over (TendImportStore          *self,
           const TendAccountRecord  *before,
           TendAccountRecord        *after,
           GError                  **error)
{
  TendReassignPreview result = { 0, };
  TendHandoverJob job = { .transaction = self->transaction, .manager = after->owner, .result = &result };
  g_autoptr (TendRecord) now = NULL;

  if (!tend_handover_table_check_target (&job, NULL, error) ||
      !tend_handover_table_move (&job, before->base.id, error))
    return FALSE;
  now = tend_table_read (self->database, &tend_account_noun, before->base.id, error);

  return now != NULL && update_sound (self, now, &after->base, after->base.id, error);
}

gboolean
tend_import_store_update (TendImportStore   *self,
                          const TendRecord  *before,
                          TendRecord        *after,
                          GError           **error)
{
  if (before->noun == &tend_account_noun)
    {
      const TendAccountRecord *old = (const TendAccountRecord *) before;
      TendAccountRecord *new = (TendAccountRecord *) after;

      if (new->owner != 0 && new->owner != old->owner)
        return hand_over (self, old, new, error);

      return update_sound (self, before, after, after->id, error);
    }

  if (before->noun == &tend_manager_noun)
    return update_sound (self, before, after, 0, error);

  return tend_transaction_update (self->transaction, before, after, error);
}

gboolean
tend_import_store_put_origin (TendImportStore  *self,
                              const TendNoun   *noun,
                              TendId            id,
                              const char       *key,
                              const char       *values,
                              GError          **error)
{
  g_autoptr (TendStatement) statement = tend_database_prepare (self->database,
    "INSERT INTO origin (\"table\", id, source, key, \"values\") VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (source, \"table\", key) DO UPDATE SET id = excluded.id, \"values\" = excluded.\"values\"", error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, noun->table);
  tend_statement_bind_int (statement, 2, id);
  tend_statement_bind_text (statement, 3, self->source);
  tend_statement_bind_text (statement, 4, key);
  tend_statement_bind_text (statement, 5, values);

  return tend_statement_run (statement, error);
}
