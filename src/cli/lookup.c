/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a word on the command line means: an id, a number, or a name. A name that fits several rows is refused, since a
 * script would do something to the wrong client otherwise. */

#include "config.h"

#include "lookup.h"

#include <string.h>

#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/rules/fold.h"

#define MAX_CANDIDATES 20
#define MAX_LOOKED_AT 1000  /* rows that a few words may fit before they are too vague anyway */

/* How a row is called in a list of candidates. (transfer full) */
char *
tend_lookup_label (const TendRecord *record)
{
  if (record->noun == &tend_contact_noun)
    return tend_contact_dup_name ((const TendContactRecord *) record);

  return g_strdup (tend_record_get_text (record, tend_noun_get_field (record->noun, record->noun->label_field)));
}

static gboolean
find_by_id (TendCli         *cli,
            const TendNoun  *noun,
            const char      *text,
            TendId          *id,
            GError         **error)
{
  g_autoptr(GPtrArray) found = NULL;
  TendId parsed;

  if (!tend_id_parse (text, &parsed))
    return TRUE;

  found = tend_book_load (cli->book, noun, &parsed, 1, error);

  if (found == NULL)
    return FALSE;

  if (found->len == 1)
    *id = parsed;

  return TRUE;
}

static gboolean
find_by_number (TendCli         *cli,
                const TendNoun  *noun,
                const char      *text,
                TendId          *id,
                GError         **error)
{
  g_autoptr(TendQuery) query = NULL;
  g_autoptr(GArray) found = NULL;

  if (tend_noun_get_field (noun, "number") == NULL)
    return TRUE;

  query = tend_query_new (noun);

  if (!tend_query_add (query, "number", TEND_QUERY_IS, text, error))
    return FALSE;

  found = tend_book_list (cli->book, query, error);

  if (found == NULL)
    return FALSE;

  if (found->len == 1)
    *id = g_array_index (found, TendId, 0);

  return TRUE;
}

static char *
candidate_of (TendEntity *entity)
{
  const TendRecord *record = tend_entity_get_record (entity);
  const TendField *number = tend_noun_get_field (record->noun, "number");
  g_autofree char *label = tend_lookup_label (record);
  g_autofree char *id = tend_id_to_text (record->id);

  if (number != NULL && tend_record_get_text (record, number) != NULL)
    return g_strdup_printf ("%s  %s  (%s)", tend_record_get_text (record, number), label, id);

  return g_strdup_printf ("%s  (%s)", label, id);
}

static void
set_ambiguous (GPtrArray   *found,
               const char  *text,
               GError     **error)
{
  g_autoptr(GString) candidates = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
    {
      g_autofree char *candidate = candidate_of (g_ptr_array_index (found, i));

      g_string_append_printf (candidates, "%s%s", i > 0 ? "\n" : "", candidate);
    }

  if (found->len > MAX_CANDIDATES)
    g_string_append (candidates, "\n…");

  tend_set_error (error, TEND_ERROR_AMBIGUOUS, TEND_REASON_NONE, text, candidates->str, "“%s” fits several rows", text);
}

/* Whether a row is called so that it has what was asked for. */
typedef gboolean (*Fits) (const char    *label,
                          gconstpointer  wanted);

static gboolean
is_called (const char    *label,
           gconstpointer  wanted)
{
  g_autofree char *folded = tend_fold_search (label);

  return strcmp (folded, wanted) == 0;
}

static gboolean
has_words (const char    *label,
           gconstpointer  wanted)
{
  g_autoptr(GString) haystack = g_string_new (NULL);

  tend_fold_append (haystack, TEND_FOLD_TEXT, label);
  return tend_fold_matches (haystack->str, wanted);
}

/* (transfer full): those of @found whose label fits. */
static GPtrArray *
pick (GPtrArray     *found,
      Fits           fits,
      gconstpointer  wanted)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    {
      TendEntity *entity = g_ptr_array_index (found, i);
      g_autofree char *label = tend_lookup_label (tend_entity_get_record (entity));

      if (fits (label, wanted))
        g_ptr_array_add (picked, g_object_ref (entity));
    }

  return picked;
}

/* (transfer full): the rows of @found whose own name has the words, since the search of accounts also looks at cities and
 * contacts; only those that are called @text itself, if there are any. */
static GPtrArray *
pick_names (GPtrArray  *found,
            const char *text)
{
  g_auto(GStrv) words = tend_fold_query (text);
  g_autofree char *whole = tend_fold_search (text);
  g_autoptr(GPtrArray) named = pick (found, has_words, words);
  g_autoptr(GPtrArray) called = pick (named, is_called, whole);

  return called->len > 0 ? g_steal_pointer (&called) : g_steal_pointer (&named);
}

/* The rows that are called just @text, but for case; through the index, since a big book has many that begin so. */
static GPtrArray *
find_whole_name (TendCli         *cli,
                 const TendNoun  *noun,
                 const char      *text,
                 GError         **error)
{
  g_autoptr(TendQuery) query = tend_query_new (noun);
  g_autofree char *key = tend_fold_sort_key (text);

  if (tend_noun_get_field (noun, "name_key") == NULL || *key == '\0')
    return g_ptr_array_new ();

  if (!tend_query_add (query, "name_key", TEND_QUERY_IS, key, error))
    return NULL;

  tend_query_set_range (query, 0, MAX_CANDIDATES + 1);
  return tend_book_find (cli->book, query, error);
}

static GPtrArray *
find_by_words (TendCli         *cli,
               const TendNoun  *noun,
               const char      *text,
               GError         **error)
{
  g_autoptr(TendQuery) query = tend_query_new (noun);
  g_autoptr(GPtrArray) found = NULL;

  tend_query_set_search (query, text);
  tend_query_set_sort (query, noun->label_field, FALSE);
  tend_query_set_range (query, 0, MAX_LOOKED_AT);
  found = tend_book_find (cli->book, query, error);

  if (found == NULL)
    return NULL;

  return pick_names (found, text);
}

static gboolean
find_by_name (TendCli         *cli,
              const TendNoun  *noun,
              const char      *text,
              TendId          *id,
              GError         **error)
{
  g_autoptr(GPtrArray) found = find_whole_name (cli, noun, text, error);

  if (found == NULL)
    return FALSE;

  if (found->len == 0)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = find_by_words (cli, noun, text, error);
    }

  if (found == NULL)
    return FALSE;

  if (found->len > 1)
    {
      set_ambiguous (found, text, error);
      return FALSE;
    }

  if (found->len == 1)
    *id = tend_entity_get_id (g_ptr_array_index (found, 0));

  return TRUE;
}

/**
 * tend_lookup_find:
 * @cli: with an open book
 * @noun: what is meant
 * @text: an id, a number, or a name or words of it
 * @id: (out): the one row that fits
 * @error: NOT_FOUND, or AMBIGUOUS with the candidates
 *
 * Returns: whether exactly one row fits
 */
gboolean
tend_lookup_find (TendCli         *cli,
                  const TendNoun  *noun,
                  const char      *text,
                  TendId          *id,
                  GError         **error)
{
  g_auto(GStrv) words = tend_fold_query (text);

  *id = 0;

  if (!find_by_id (cli, noun, text, id, error))
    return FALSE;

  if (*id == 0 && *text != '\0' && !find_by_number (cli, noun, text, id, error))
    return FALSE;

  if (*id == 0 && words[0] != NULL && !find_by_name (cli, noun, text, id, error))
    return FALSE;

  if (*id == 0)
    {
      tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_NONE, noun->name, text, "no %s “%s”", noun->name, text);
      return FALSE;
    }

  return TRUE;
}

/**
 * tend_lookup_reference:
 * @cli: with an open book
 * @noun: what is meant
 * @text: an id, a number, or a name or words of it
 * @id: (out): the one row that fits
 * @error: as tend_lookup_find(), but what is not there is a bad input: it was to be used for something
 *
 * Returns: whether exactly one row fits
 */
gboolean
tend_lookup_reference (TendCli         *cli,
                       const TendNoun  *noun,
                       const char      *text,
                       TendId          *id,
                       GError         **error)
{
  g_autoptr(GError) local_error = NULL;

  if (tend_lookup_find (cli, noun, text, id, &local_error))
    return TRUE;

  if (g_error_matches (local_error, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_MISSING, noun->name, text, "no %s “%s”", noun->name, text);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Of the account's purchases that of a product: it has no name of its own. */
static GPtrArray *
find_purchases (TendCli     *cli,
                TendId       account,
                const char  *product,
                GError     **error)
{
  g_autoptr(TendQuery) query = tend_query_new (&tend_purchase_noun);
  TendId id;

  if (!tend_lookup_reference (cli, &tend_product_noun, product, &id, error))
    return NULL;

  tend_query_add_int (query, "account", TEND_QUERY_IS, account);
  tend_query_add_int (query, "product", TEND_QUERY_IS, id);
  return tend_book_find (cli->book, query, error);
}

/**
 * tend_lookup_of_account:
 * @cli: with an open book
 * @noun: what is meant: something of an account
 * @account: whose
 * @text: an id, or words of the name that tell it from the account's others; of a purchase those of the product
 * @id: (out): the one row that fits
 * @error: as tend_lookup_reference()
 *
 * Returns: whether exactly one row fits
 */
gboolean
tend_lookup_of_account (TendCli         *cli,
                        const TendNoun  *noun,
                        TendId           account,
                        const char      *text,
                        TendId          *id,
                        GError         **error)
{
  g_autoptr(TendQuery) query = tend_query_new (noun);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) found = NULL;

  *id = 0;

  if (!find_by_id (cli, noun, text, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;

  tend_query_add_int (query, "account", TEND_QUERY_IS, account);

  if (noun == &tend_purchase_noun)
    found = find_purchases (cli, account, text, error);
  else if ((all = tend_book_find (cli->book, query, error)) != NULL)
    found = pick_names (all, text);

  if (found == NULL)
    return FALSE;

  if (found->len == 1)
    {
      *id = tend_entity_get_id (g_ptr_array_index (found, 0));
      return TRUE;
    }

  if (found->len > 1)
    set_ambiguous (found, text, error);
  else
    tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_MISSING, noun->name, text, "no %s “%s” of this account", noun->name, text);

  return FALSE;
}

/* A copy of the row. (transfer full) */
TendRecord *
tend_lookup_dup (TendCli         *cli,
                 const TendNoun  *noun,
                 TendId           id,
                 GError         **error)
{
  g_autoptr(GPtrArray) found = tend_book_load (cli->book, noun, &id, 1, error);
  g_autofree char *text = NULL;

  if (found == NULL)
    return NULL;

  if (found->len == 1)
    return tend_record_copy (tend_entity_get_record (g_ptr_array_index (found, 0)));

  text = tend_id_to_text (id);
  tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_NONE, noun->name, text, "no %s %s", noun->name, text);
  return NULL;
}
