/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate-operation.h"

#include "../entities/account.h"
#include "../entities/manager.h"
#include "../id.h"
#include "../storage/bulk.h"
#include "../storage/setting-table.h"
#include "../storage/table.h"
#include "../storage/transaction.h"

#define CANCEL_MASK 0xfff  /* how many rows between two looks at the cancellable, less one */

struct _TendGenerateOperation
{
  TendOperation parent_instance;

  TendSampleOptions options;
  GHashTable *rows;  /* noun → how many */
  TendId user;
};

G_DEFINE_FINAL_TYPE (TendGenerateOperation, tend_generate_operation, TEND_TYPE_OPERATION)

/* What the sink needs while it runs. */
typedef struct
{
  TendGenerateOperation *self;
  TendBulk *bulk;
  GCancellable *cancellable;
  guint n_rows;
  GArray *leads;  /* of Lead */
} Sink;

typedef struct
{
  TendId id;
  guint n_accounts;
} Lead;

static void
count_of_lead (Sink             *sink,
               const TendRecord *record)
{
  if (record->noun == &tend_manager_noun && ((const TendManagerRecord *) record)->role == TEND_ROLE_LEAD)
    {
      Lead lead = { record->id, 0 };

      g_array_append_val (sink->leads, lead);
    }

  if (record->noun != &tend_account_noun)
    return;

  for (guint i = 0; i < sink->leads->len; i++)
    {
      Lead *lead = &g_array_index (sink->leads, Lead, i);

      lead->n_accounts += lead->id == ((const TendAccountRecord *) record)->owner;
    }
}

/* A lead has a team, and accounts of her own: the one with the fewest has a day that one can look over. */
static TendId
pick_user (GArray *leads)
{
  const Lead *best = NULL;

  for (guint i = 0; i < leads->len; i++)
    {
      const Lead *lead = &g_array_index (leads, Lead, i);

      if (lead->n_accounts > 0 && (best == NULL || lead->n_accounts < best->n_accounts))
        best = lead;
    }

  return best != NULL ? best->id : 0;
}

static gboolean
put (const TendRecord  *record,
     gpointer           data,
     GError           **error)
{
  Sink *sink = data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (sink->self->rows, record->noun));

  g_hash_table_insert (sink->self->rows, (gpointer) record->noun, GUINT_TO_POINTER (n + 1));

  count_of_lead (sink, record);

  if ((sink->n_rows++ & CANCEL_MASK) == 0 && g_cancellable_set_error_if_cancelled (sink->cancellable, error))
    return FALSE;

  return tend_bulk_put (sink->bulk, record, error);
}

static gboolean
put_health (TendId                  account,
            const TendHealthPoint  *points,
            gsize                   n_points,
            gpointer                data,
            GError                **error)
{
  return tend_bulk_put_health (((Sink *) data)->bulk, account, points, n_points, error);
}

static gboolean
remember_user (TendGenerateOperation  *self,
               TendDatabase           *database,
               GError                **error)
{
  g_autofree char *user = self->user != 0 ? tend_id_to_text (self->user) : NULL;

  return user == NULL || tend_setting_table_set (database, TEND_SAMPLE_USER_SETTING, user, error);
}

static gboolean
is_empty (TendDatabase  *database,
          GError       **error)
{
  const TendNoun *const *nouns = tend_nouns ();

  for (guint i = 0; nouns[i] != NULL; i++)
    {
      gint64 count;

      if (!tend_table_count (database, nouns[i], &count, error))
        return FALSE;

      if (count > 0)
        {
          tend_set_error (error, TEND_ERROR_EXISTS, TEND_REASON_NONE, NULL, NULL, "the book has %s", nouns[i]->plural);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
tend_generate_operation_run (TendOperation    *operation,
                             TendTransaction  *transaction,
                             GCancellable     *cancellable,
                             GError          **error)
{
  TendGenerateOperation *self = TEND_GENERATE_OPERATION (operation);
  TendDatabase *database = tend_transaction_get_database (transaction);
  g_autoptr(TendBulk) bulk = NULL;
  g_autoptr(GArray) leads = g_array_new (FALSE, FALSE, sizeof (Lead));
  Sink sink = { self, NULL, cancellable, 0, leads };

  if (!is_empty (database, error) || (bulk = tend_bulk_begin (database, error)) == NULL)
    return FALSE;

  sink.bulk = bulk;
  tend_transaction_set_total (transaction);
  tend_operation_set_count (operation, self->options.n_accounts);

  if (!tend_sample_book_write (&self->options, put, put_health, &sink, error) || !tend_bulk_finish (bulk, error))
    return FALSE;

  self->user = pick_user (leads);
  return remember_user (self, database, error);
}

static void
tend_generate_operation_finalize (GObject *object)
{
  g_hash_table_unref (TEND_GENERATE_OPERATION (object)->rows);

  G_OBJECT_CLASS (tend_generate_operation_parent_class)->finalize (object);
}

static void
tend_generate_operation_class_init (TendGenerateOperationClass *klass)
{
  TendOperationClass *operation_class = TEND_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_generate_operation_finalize;
  operation_class->kind = "generate";
  operation_class->run = tend_generate_operation_run;
}

static void
tend_generate_operation_init (TendGenerateOperation *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}

/**
 * tend_generate_operation_new:
 * @options: what the sample shall be; its language must be one that there is
 *
 * Returns: (transfer full): the operation
 */
TendOperation *
tend_generate_operation_new (const TendSampleOptions *options)
{
  TendGenerateOperation *self;

  g_return_val_if_fail (tend_sample_book_is_language (options->language), NULL);

  self = g_object_new (TEND_TYPE_GENERATE_OPERATION, NULL);
  self->options = *options;
  self->options.language = g_intern_string (options->language);
  return TEND_OPERATION (self);
}

TendId
tend_generate_operation_get_user (TendGenerateOperation *self)
{
  g_return_val_if_fail (TEND_IS_GENERATE_OPERATION (self), 0);

  return self->user;
}

/**
 * tend_generate_operation_get_rows:
 * @self: an applied operation
 * @noun: a noun
 *
 * Returns: how many rows of @noun it made
 */
guint
tend_generate_operation_get_rows (TendGenerateOperation *self,
                                  const TendNoun        *noun)
{
  g_return_val_if_fail (TEND_IS_GENERATE_OPERATION (self), 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, noun));
}
