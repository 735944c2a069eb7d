/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/book.h"
#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "core/generate/generate-operation.h"
#include "support/temp-book.h"

/* 2026-11-24T10:30:00Z, a Tuesday */
#define NOW (G_GINT64_CONSTANT (1795516200) * G_USEC_PER_SEC)

typedef struct
{
  GChecksum *checksum;
  GHashTable *ids;       /* of TendId *: rows so far */
  GHashTable *websites;
  guint n_rows;
  guint n_overdue;
  guint n_today;
  guint n_ahead;
  GHashTable *counts;    /* noun → rows */
  guint n_open_needs;
  guint n_late_needs;
  guint n_open_opportunities;
  guint n_overdue_invoices;
  guint n_renewals;
  guint n_points;
} Seen;

static void
seen_init (Seen *seen)
{
  *seen = (Seen) { 0 };
  seen->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  seen->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  seen->counts = g_hash_table_new (NULL, NULL);
  seen->websites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
seen_clear (Seen *seen)
{
  g_checksum_free (seen->checksum);
  g_hash_table_unref (seen->ids);
  g_hash_table_unref (seen->counts);
  g_hash_table_unref (seen->websites);
}

static void
look_at_account (Seen                    *seen,
                 const TendAccountRecord *account)
{
  g_assert_true (g_str_has_suffix (account->email, ".example"));

  if (account->website == NULL)
    return;

  g_assert_true (g_str_has_suffix (account->website, ".example"));
  if (!g_hash_table_add (seen->websites, g_strdup (account->website)))
    g_error ("two firms share %s", account->website);
}

static void
look_at_follow_up (Seen                     *seen,
                   const TendFollowUpRecord *follow_up)
{
  if (!tend_follow_up_record_is_open (follow_up))
    return;

  if (strncmp (follow_up->due_wall, "2026-11-24", 10) < 0)
    seen->n_overdue++;
  else if (strncmp (follow_up->due_wall, "2026-11-24", 10) == 0)
    seen->n_today++;
  else
    seen->n_ahead++;

  /* Opening the book brings no flood of old reminders. */
  if (follow_up->remind_at <= NOW)
    g_assert_cmpint (follow_up->reminded_at, ==, follow_up->remind_at);
}

static guint
count (Seen           *seen,
       const TendNoun *noun)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (seen->counts, noun));
}

static void
look_at_need (Seen                 *seen,
              const TendNeedRecord *need)
{
  g_assert_cmpint (need->base.created_at, <=, NOW);
  g_assert_cmpint (need->resolved_at, <=, NOW);
  if (!tend_need_record_is_open (need))
    {
      g_assert_cmpint (need->resolved_at, >, need->base.created_at);
      g_assert_nonnull (need->resolution);
      return;
    }

  seen->n_open_needs++;
  if (need->promised_for != NULL && strcmp (need->promised_for, "2026-11-24") < 0)
    seen->n_late_needs++;
}

static void
look_at_invoice (Seen                    *seen,
                 const TendInvoiceRecord *invoice)
{
  g_assert_cmpstr (invoice->issued_on, <=, "2026-11-24");
  g_assert_cmpint (ABS (invoice->paid), <=, ABS (invoice->amount));
  g_assert_true ((invoice->paid != 0) == (invoice->paid_on != NULL));
  if (invoice->paid_on != NULL)
    g_assert_cmpstr (invoice->paid_on, <=, "2026-11-24");
  if (invoice->paid < invoice->amount && strcmp (invoice->due_on, "2026-11-24") < 0)
    seen->n_overdue_invoices++;
}

static void
look_at_life (Seen             *seen,
              const TendRecord *record)
{
  if (record->noun == &tend_need_noun)
    look_at_need (seen, (const TendNeedRecord *) record);
  else if (record->noun == &tend_invoice_noun)
    look_at_invoice (seen, (const TendInvoiceRecord *) record);
  else if (record->noun == &tend_interaction_noun)
    g_assert_cmpint (((const TendInteractionRecord *) record)->at, <=, NOW);
  else if (record->noun == &tend_pulse_noun)
    g_assert_cmpint (((const TendPulseRecord *) record)->at, <=, NOW);
  else if (record->noun == &tend_opportunity_noun)
    seen->n_open_opportunities += ((const TendOpportunityRecord *) record)->stage < TEND_STAGE_WON;

  if (record->noun != &tend_purchase_noun || ((const TendPurchaseRecord *) record)->renews_on == NULL)
    return;

  g_assert_cmpstr (((const TendPurchaseRecord *) record)->renews_on, >=, "2026-11-24");
  seen->n_renewals += strcmp (((const TendPurchaseRecord *) record)->renews_on, "2027-02-22") <= 0;
}

/* Every row is complete and valid, and refers only to rows before it. */
static gboolean
look (const TendRecord  *record,
      gpointer           data,
      GError           **error)
{
  Seen *seen = data;

  g_assert_cmpint (record->id, !=, 0);
  g_assert_true (g_hash_table_add (seen->ids, g_memdup2 (&record->id, sizeof record->id)));
  g_assert_true (tend_record_validate (record, error));
  g_assert_no_error (*error);
  seen->n_rows++;
  g_hash_table_insert (seen->counts, (gpointer) record->noun, GUINT_TO_POINTER (count (seen, record->noun) + 1));

  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];
      g_autofree char *text = tend_record_format (record, field);
      TendId id = field->type == TEND_FIELD_REFERENCE && field->refers != NULL ? tend_record_get_int (record, field) : 0;

      g_checksum_update (seen->checksum, (const guchar *) (text != NULL ? text : "-"), -1);
      if (id != 0)
        g_assert_true (g_hash_table_contains (seen->ids, &id));
    }

  if (record->noun == &tend_account_noun)
    look_at_account (seen, (const TendAccountRecord *) record);
  if (record->noun == &tend_follow_up_noun)
    look_at_follow_up (seen, (const TendFollowUpRecord *) record);
  look_at_life (seen, record);

  return TRUE;
}

/* Days of an account that is there, each of them a move, none of them today. */
static gboolean
look_at_health (TendId                  account,
                const TendHealthPoint  *points,
                gsize                   n_points,
                gpointer                data,
                GError                **error)
{
  Seen *seen = data;
  TendDay today = tend_day_parse ("2026-11-24");
  TendRules rules;

  tend_rules_init (&rules);
  g_assert_true (g_hash_table_contains (seen->ids, &account));
  for (gsize i = 0; i < n_points; i++)
    {
      g_assert_cmpint (points[i].day, <, today);
      g_assert_cmpint (points[i].band, ==, tend_health_band (&rules, points[i].score));
      g_assert_true (tend_health_moved (&rules, i > 0 ? &points[i - 1] : NULL, &points[i]));
      if (i > 0)
        g_assert_cmpint (points[i].day, >, points[i - 1].day);
    }

  seen->n_points += (guint) n_points;
  return TRUE;
}

static char *
write_options (const TendSampleOptions *options,
               Seen                    *seen)
{
  g_autoptr(GError) error = NULL;

  seen_init (seen);
  g_assert_true (tend_sample_book_write (options, look, look_at_health, seen, &error));
  g_assert_no_error (error);
  return g_strdup (g_checksum_get_string (seen->checksum));
}

static char *
write_and_look (guint       n_accounts,
                guint64     seed,
                const char *language,
                Seen       *seen)
{
  return write_options (&(TendSampleOptions) { .n_accounts = n_accounts, .seed = seed, .language = language, .now = NOW }, seen);
}

static void
test_same (void)
{
  const char * const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Seen first, second, third;
      g_autofree char *a = write_and_look (300, 7, languages[i], &first);
      g_autofree char *b = write_and_look (300, 7, languages[i], &second);
      g_autofree char *c = write_and_look (300, 8, languages[i], &third);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, !=, c);
      seen_clear (&first);
      seen_clear (&second);
      seen_clear (&third);
    }
}

static void
test_lifelike (void)
{
  Seen seen;
  g_autofree char *sum = write_and_look (400, 7, "de", &seen);

  g_assert_nonnull (sum);
  g_assert_cmpuint (seen.n_overdue, >=, 3);
  g_assert_cmpuint (seen.n_today, >=, 3);
  g_assert_cmpuint (seen.n_ahead, >=, 100);
  seen_clear (&seen);
}

/* Something of everything, and something of it late: three to four open items an account. */
static void
test_whole (void)
{
  const TendNoun *const all[] = {
    &tend_manager_noun, &tend_account_noun, &tend_contact_noun, &tend_liaison_noun, &tend_product_noun, &tend_purchase_noun,
    &tend_whitespace_noun, &tend_opportunity_noun, &tend_need_noun, &tend_interaction_noun, &tend_follow_up_noun,
    &tend_invoice_noun, &tend_pulse_noun, &tend_handover_noun,
  };
  const char *const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Seen seen;
      g_autofree char *sum = write_and_look (400, 7, languages[i], &seen);
      guint n_open;

      g_assert_nonnull (sum);
      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        g_assert_cmpuint (count (&seen, all[j]), >=, 10);
      g_assert_cmpuint (seen.n_late_needs, >=, 10);
      g_assert_cmpuint (seen.n_overdue_invoices, >=, 10);
      g_assert_cmpuint (seen.n_renewals, >=, 20);
      g_assert_cmpuint (seen.n_points, >=, 400);
      n_open = seen.n_overdue + seen.n_today + seen.n_ahead + seen.n_open_needs + seen.n_open_opportunities;
      g_assert_cmpuint (n_open, >=, 1000);
      g_assert_cmpuint (n_open, <=, 1700);
      seen_clear (&seen);
    }
}

/* A lean book is the same but for what it leaves out. */
static void
test_lean (void)
{
  Seen whole, lean;
  g_autofree char *a = write_and_look (300, 7, "en", &whole);
  g_autofree char *b = write_options (&(TendSampleOptions) { .n_accounts = 300, .seed = 7, .language = "en", .now = NOW, .lean = TRUE },
                                      &lean);

  g_assert_cmpstr (a, !=, b);
  g_assert_cmpuint (count (&lean, &tend_account_noun), ==, 300);
  g_assert_cmpuint (count (&lean, &tend_contact_noun), ==, count (&whole, &tend_contact_noun));
  g_assert_cmpuint (count (&lean, &tend_follow_up_noun), >, 150);
  g_assert_cmpuint (count (&lean, &tend_interaction_noun), ==, 0);
  g_assert_cmpuint (lean.n_points, ==, 0);
  g_assert_cmpuint (g_hash_table_size (lean.websites), ==, g_hash_table_size (whole.websites));
  seen_clear (&whole);
  seen_clear (&lean);
}

static void
test_interactions (void)
{
  const guint numbers[] = { 1, 5, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Seen seen;
      g_autofree char *sum = write_options (&(TendSampleOptions) { .n_accounts = 1, .seed = 7, .language = "en", .now = NOW,
                                                                   .n_interactions = numbers[i] }, &seen);

      g_assert_nonnull (sum);
      g_assert_cmpuint (count (&seen, &tend_interaction_noun), ==, numbers[i]);
      seen_clear (&seen);
    }
}

static void
test_sizes (void)
{
  const guint sizes[] = { 0, 1, 2, 31, 99, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Seen seen;
      g_autofree char *sum = write_and_look (sizes[i], 1, i % 2 == 0 ? "en" : "de", &seen);

      g_assert_nonnull (sum);
      g_assert_cmpuint (seen.n_rows, >, sizes[i]);
      seen_clear (&seen);
    }
}

static gboolean
refuse (const TendRecord  *record,
        gpointer           data,
        GError           **error)
{
  if (--*(int *) data > 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_sink_fails (void)
{
  TendSampleOptions options = { .n_accounts = 50, .seed = 1, .language = "en", .now = NOW };

  for (int after = 1; after < 40; after += 3)
    {
      g_autoptr(GError) error = NULL;
      int left = after;

      g_assert_false (tend_sample_book_write (&options, refuse, NULL, &left, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
test_book_is_whole (void)
{
  TendSampleOptions options = { .n_accounts = 500, .seed = 3, .language = "de", .now = NOW };
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_temp_book_new (&path);
  TendOperation *operation = tend_generate_operation_new (&options);
  g_autoptr(GPtrArray) faults = NULL;
  TendBookInfo info;

  g_assert_true (tend_book_apply (book, operation, NULL, &error));
  g_assert_no_error (error);
  faults = tend_book_check (book, FALSE, &error);
  g_assert_no_error (error);

  if (faults->len > 0)
    {
      const TendFault *fault = g_ptr_array_index (faults, 0);

      g_error ("%s: %s %s", fault->invariant, fault->table, fault->detail);
    }

  g_assert_true (tend_book_get_info (book, &info, &error));
  for (guint i = 0; tend_nouns ()[i] != NULL; i++)
    g_assert_cmpint (info.counts[i], ==, tend_generate_operation_get_rows (TEND_GENERATE_OPERATION (operation), tend_nouns ()[i]));

  g_assert_finalize_object (operation);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

/* A sample has somebody to be, whenever it is opened; no other book has. */
static void
test_user (void)
{
  TendSampleOptions options = { .n_accounts = 40, .seed = 3, .language = "de", .now = NOW };
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(TendOperation) operation = tend_generate_operation_new (&options);
  g_autoptr(GPtrArray) found = NULL;
  const TendManagerRecord *manager;
  TendId user;

  g_assert_cmpint (tend_book_get_user (book), ==, 0);
  g_assert_true (tend_book_apply (book, operation, NULL, &error));
  user = tend_generate_operation_get_user (TEND_GENERATE_OPERATION (operation));
  found = tend_book_load (book, &tend_manager_noun, &user, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  manager = (const TendManagerRecord *) tend_entity_get_record (g_ptr_array_index (found, 0));
  g_assert_cmpint (manager->role, ==, TEND_ROLE_LEAD);
  g_assert_true (manager->active);
  g_clear_pointer (&found, g_ptr_array_unref);

  g_object_unref (book);
  book = tend_book_open (path, TEND_BOOK_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tend_book_get_user (book), ==, user);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

/* A book that has rows is left as it is. */
static void
test_refused (void)
{
  TendSampleOptions options = { .n_accounts = 5, .seed = 3, .language = "de", .now = NOW };
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(TendOperation) first = tend_generate_operation_new (&options);
  g_autoptr(TendOperation) second = tend_generate_operation_new (&options);

  g_assert_true (tend_book_apply (book, first, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (tend_book_apply (book, second, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_EXISTS);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

static void
test_languages (void)
{
  g_assert_true (tend_sample_book_is_language ("de"));
  g_assert_true (tend_sample_book_is_language ("en"));
  g_assert_false (tend_sample_book_is_language ("xx"));
  g_assert_false (tend_sample_book_is_language (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/generate/same", test_same);
  g_test_add_func ("/generate/lifelike", test_lifelike);
  g_test_add_func ("/generate/whole", test_whole);
  g_test_add_func ("/generate/lean", test_lean);
  g_test_add_func ("/generate/interactions", test_interactions);
  g_test_add_func ("/generate/sizes", test_sizes);
  g_test_add_func ("/generate/sink-fails", test_sink_fails);
  g_test_add_func ("/generate/book-is-whole", test_book_is_whole);
  g_test_add_func ("/generate/user", test_user);
  g_test_add_func ("/generate/refused", test_refused);
  g_test_add_func ("/generate/languages", test_languages);

  return g_test_run ();
}
