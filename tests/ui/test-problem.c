/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/picture.h"
#include "ui/problem-reporter.h"

#include <string.h>

/* A sentence for people: begins with a capital, ends with a stop, and holds nothing of what is for developers. */
static void
assert_sentence (const GError *error)
{
  g_autofree char *sentence = tend_problem_sentence (error);

  g_test_message ("%d %d: %s", error->code, tend_error_get_reason (error), sentence);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (sentence)));
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_null (strstr (sentence, "for developers"));
  g_assert_cmpint (g_utf8_strlen (sentence, -1), >=, 15);
}

static void
test_codes (void)
{
  for (int code = TEND_ERROR_NOT_FOUND; code <= TEND_ERROR_GONE; code++)
    {
      g_autoptr (GError) error = tend_error_new (code, TEND_REASON_NONE, NULL, NULL, "for developers");

      assert_sentence (error);
      g_assert_cmpstr (tend_problem_title (error), !=, "");
    }
}

static void
test_reasons (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int reason = TEND_REASON_NONE; reason <= TEND_REASON_SPREADSHEET; reason++)
    {
      g_autoptr (GError) error = tend_error_new (TEND_ERROR_REFUSED, reason, NULL, NULL, "for developers");

      assert_sentence (error);
      /* Each reason has its own. */
      g_assert_true (g_hash_table_add (seen, tend_problem_sentence (error)));
    }
}

static void
test_particulars (void)
{
  g_autoptr (GError) input = tend_error_new (TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, "customer_since", "x", "for developers");
  g_autoptr (GError) counted = tend_error_new (TEND_ERROR_REFUSED, TEND_REASON_HAS_ACCOUNTS, NULL, "3", "for developers");
  g_autofree char *of_input = tend_problem_sentence (input);
  g_autofree char *of_counted = tend_problem_sentence (counted);

  g_assert_cmpstr (of_input, ==, "Customer Since: This is not a date. Write one like 2026-11-24.");
  g_assert_cmpstr (of_counted, ==, "The manager still has 3 accounts. Hand them over first.");
}

static void
test_system (void)
{
  g_autoptr (GError) missing = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "for developers");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "Broken pipe");
  g_autofree char *of_missing = tend_problem_sentence (missing);
  g_autofree char *of_other = tend_problem_sentence (other);

  g_assert_cmpstr (of_missing, ==, "There is no such file.");
  g_assert_cmpstr (of_other, ==, "It did not work. The system says: Broken pipe");
}

static void
test_grave (void)
{
  g_autoptr (GError) full = tend_error_new (TEND_ERROR_FULL, TEND_REASON_NONE, NULL, NULL, "full");
  g_autoptr (GError) busy = tend_error_new (TEND_ERROR_BUSY, TEND_REASON_NONE, NULL, NULL, "busy");
  g_autoptr (GError) gone = tend_error_new (TEND_ERROR_GONE, TEND_REASON_NONE, NULL, NULL, "gone");

  g_assert_true (tend_problem_is_grave (full));
  g_assert_true (tend_problem_is_grave (gone));
  g_assert_false (tend_problem_is_grave (busy));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/codes", test_codes);
  g_test_add_func ("/problem/reasons", test_reasons);
  g_test_add_func ("/problem/particulars", test_particulars);
  g_test_add_func ("/problem/system", test_system);
  g_test_add_func ("/problem/grave", test_grave);
  return g_test_run ();
}
