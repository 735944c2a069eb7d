/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lister.h"

#include "../change-set.h"
#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/product.h"
#include "../entities/purchase.h"
#include "../entities/whitespace.h"
#include "../ids.h"
#include "../query-private.h"
#include "../rules/fold.h"
#include "../search/search-index.h"
#include "journal.h"
#include "query-sql.h"
#include "summary-pass.h"
#include "text-reader.h"

/* More changes than this at once, and building the texts anew is quicker than following. */
#define FOLLOW_MOST 20000

struct _TendLister
{
  TendDatabase    *database;       /* borrowed */
  TendTextReader  *texts;          /* reads them for the index; NULL: nobody has asked for it, or they are there */
  TendSearchIndex *index;
  gint64           index_sequence;
  TendQuery       *base;           /* the query whose ids are kept, without words and range */
  GArray          *base_ids;
  GArray          *base_rows;      /* guint: their rows in the index */
  gint64           base_sequence;
  gint64           base_generation;  /* of the summaries, which change without a sequence too */
};

TendLister *
tend_lister_new (TendDatabase *database)
{
  TendLister *self = g_new0 (TendLister, 1);

  self->database = database;
  return self;
}

static void
drop_base (TendLister *self)
{
  g_clear_pointer (&self->base, tend_query_free);
  g_clear_pointer (&self->base_ids, g_array_unref);
  g_clear_pointer (&self->base_rows, g_array_unref);
}

void
tend_lister_free (TendLister *self)
{
  if (self == NULL)
    return;
  drop_base (self);
  g_clear_pointer (&self->texts, tend_text_reader_free);
  g_clear_pointer (&self->index, tend_search_index_free);
  g_free (self);
}

void
tend_lister_prepare (TendLister *self,
                     const char *path)
{
  if (self->index == NULL && self->texts == NULL)
    self->texts = tend_text_reader_new (path);
}

static gboolean
build_index (TendLister  *self,
             gint64       sequence,
             GError     **error)
{
  TendSearchIndex *index = tend_text_reader_read (self->database, NULL, error);

  if (index == NULL)
    return FALSE;
  g_clear_pointer (&self->index, tend_search_index_free);
  self->index = index;
  self->index_sequence = sequence;
  drop_base (self);
  return TRUE;
}

/* What was read ahead. Where that failed it is tried again here, and fails with a reason or not at all. */
static gboolean
take_index (TendLister    *self,
            GCancellable  *cancellable,
            GError       **error)
{
  self->index = tend_text_reader_take (self->texts, &self->index_sequence, cancellable, NULL);
  if (self->index == NULL && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_clear_pointer (&self->texts, tend_text_reader_free);
  return TRUE;
}

static gboolean
follow_account (TendLister  *self,
                TendId       account,
                GError     **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (self->database,
    "SELECT text FROM account_text WHERE account = ?1", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  step = tend_statement_step (statement, error);
  if (step != TEND_STEP_ERROR)
    tend_search_index_set (self->index, account, step == TEND_STEP_ROW ? tend_statement_get_text (statement, 0) : NULL);
  return step != TEND_STEP_ERROR;
}

static gboolean
follow_changes (TendLister  *self,
                gint64       sequence,
                GError     **error)
{
  g_autoptr(TendChangeSet) changes = tend_change_set_new ();
  const TendChangeItem *items;
  gint64 last;
  guint n_items;

  if (!tend_journal_collect (self->database, self->index_sequence, FOLLOW_MOST, changes, &last, error))
    return FALSE;
  if (tend_change_set_get_total (changes) || tend_search_index_is_worn (self->index))
    return build_index (self, sequence, error);
  items = tend_change_set_get_items (changes, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].noun == &tend_account_noun && !follow_account (self, items[i].id, error))
      return FALSE;
  self->index_sequence = last;
  return TRUE;
}

static gboolean
refresh_index (TendLister  *self,
               gint64       sequence,
               GError     **error)
{
  if (self->index == NULL)
    return build_index (self, sequence, error);
  return sequence == self->index_sequence || follow_changes (self, sequence, error);
}

static gboolean
refresh_base (TendLister       *self,
              const TendQuery  *query,
              gint64            sequence,
              GError          **error)
{
  gint64 generation;

  if (!tend_summary_pass_get_generation (self->database, &generation, error))
    return FALSE;
  if (self->base != NULL && self->base_sequence == sequence && self->base_generation == generation &&
      tend_query_equal_but_search (self->base, query))
    return TRUE;
  drop_base (self);
  self->base_ids = tend_query_sql_list (self->database, query, error);
  if (self->base_ids == NULL)
    return FALSE;
  self->base_rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->base_ids->len);
  for (guint i = 0; i < self->base_ids->len; i++)
    {
      guint row = tend_search_index_get_row (self->index, g_array_index (self->base_ids, TendId, i));

      g_array_append_val (self->base_rows, row);
    }
  self->base = tend_query_copy (query);
  self->base_sequence = sequence;
  self->base_generation = generation;
  return TRUE;
}

static GArray *
list_found (TendLister        *self,
            const char *const *words)
{
  g_autoptr(GByteArray) marks = tend_search_index_find (self->index, words);
  GArray *ids = tend_ids_new ();
  const guint *rows = (const guint *) (gpointer) self->base_rows->data;

  for (guint i = 0; i < self->base_rows->len; i++)
    if (rows[i] < marks->len && marks->data[rows[i]])
      g_array_append_val (ids, g_array_index (self->base_ids, TendId, i));
  return ids;
}

static void
cut_range (GArray          *ids,
           const TendQuery *query)
{
  if (query->offset > 0)
    g_array_remove_range (ids, 0, (guint) MIN (query->offset, ids->len));
  if (query->limit > 0 && query->limit < ids->len)
    g_array_set_size (ids, (guint) query->limit);
}

static GArray *
search_accounts (TendLister        *self,
                 const TendQuery   *query,
                 const char *const *words,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autoptr(TendQuery) base = tend_query_copy (query);
  GArray *ids;
  gint64 sequence;

  tend_query_set_range (base, 0, 0);
  /* Before the snapshot, which then is no older than the texts. */
  if (self->texts != NULL && !take_index (self, cancellable, error))
    return NULL;
  /* One snapshot for the sequence, the texts and the ids: else a change between them would be missed. */
  if (!tend_database_exec (self->database, "BEGIN", error))
    return NULL;
  if (!tend_journal_get_last (self->database, &sequence, error) || !refresh_index (self, sequence, error) ||
      !refresh_base (self, base, sequence, error))
    {
      tend_database_exec (self->database, "ROLLBACK", NULL);
      return NULL;
    }
  tend_database_exec (self->database, "COMMIT", NULL);
  ids = list_found (self, words);
  cut_range (ids, query);
  return ids;
}

static gboolean
row_matches (TendStatement     *statement,
             const char *const *words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  tend_fold_append (text, TEND_FOLD_TEXT, tend_statement_get_text (statement, 0));
  tend_fold_append (text, TEND_FOLD_TEXT, tend_statement_get_text (statement, 1));
  return tend_fold_matches (text->str, words);
}

/* What words are searched in, one or two texts. What a client has or lacks is called as the product is. */
static char *
label_sql (const TendNoun *noun)
{
  if (noun == &tend_contact_noun)
    return g_strdup ("SELECT family, given FROM contact WHERE id = ?1");
  if (noun == &tend_product_noun)
    return g_strdup ("SELECT name, number FROM product WHERE id = ?1");
  if (noun == &tend_purchase_noun || noun == &tend_whitespace_noun)
    return g_strdup_printf ("SELECT p.name, x.\"%s\" FROM %s AS x JOIN product AS p ON p.id = x.product WHERE x.id = ?1",
                            noun->label_field, noun->table);
  return g_strdup_printf ("SELECT \"%s\", NULL FROM %s WHERE id = ?1", noun->label_field, noun->table);
}

static GArray *
search_others (TendLister        *self,
               const TendQuery   *query,
               const char *const *words,
               GError           **error)
{
  g_autoptr(TendQuery) base = tend_query_copy (query);
  g_autofree char *sql = label_sql (query->noun);
  g_autoptr(TendStatement) statement = NULL;
  g_autoptr(GArray) all = NULL;
  g_autoptr(GArray) found = tend_ids_new ();

  tend_query_set_range (base, 0, 0);
  all = tend_query_sql_list (self->database, base, error);
  statement = all != NULL ? tend_database_prepare (self->database, sql, error) : NULL;
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      TendId id = g_array_index (all, TendId, i);
      TendStep step;

      tend_statement_bind_int (statement, 1, id);
      step = tend_statement_step (statement, error);
      if (step == TEND_STEP_ERROR)
        return NULL;
      if (step == TEND_STEP_ROW && row_matches (statement, words))
        g_array_append_val (found, id);
      tend_statement_reset (statement);
    }
  cut_range (found, query);
  return g_steal_pointer (&found);
}

GArray *
tend_lister_list (TendLister       *self,
                  const TendQuery  *query,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_auto(GStrv) words = query->search != NULL ? tend_fold_query (query->search) : NULL;

  if (words == NULL || words[0] == NULL)
    return tend_query_sql_list (self->database, query, error);
  if (query->noun == &tend_account_noun)
    return search_accounts (self, query, (const char *const *) words, cancellable, error);
  return search_others (self, query, (const char *const *) words, error);
}
