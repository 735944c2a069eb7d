/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "core/rules/fold.h"

#define assert_fold(text, expected) G_STMT_START { \
    g_autofree char *_folded = tend_fold_search (text); \
    g_assert_cmpstr (_folded, ==, expected); } G_STMT_END

#define assert_alike(a, b) G_STMT_START { \
    g_autofree char *_a = tend_fold_search (a); \
    g_autofree char *_b = tend_fold_search (b); \
    g_assert_cmpstr (_a, ==, _b); } G_STMT_END

static void
test_search (void)
{
  assert_fold (NULL, "");
  assert_fold ("", "");
  assert_fold (" -- ", "");
  assert_fold ("Brauhaus Weißenfels GmbH", " brauhaus weissenfels gmbh");
  assert_fold ("  A&B  Co.\tKG\n", " a b co kg");
  assert_fold ("Müller", " muller");
  assert_fold ("STRASSE", " strasse");
  assert_fold ("jane.roth@example.com", " jane roth example com");
  assert_fold ("1. FC Köln 04", " 1 fc koln 04");
  assert_fold ("Stanisław Wójcik", " stanislaw wojcik");
  assert_fold ("Þórður Ðæ", " thordur da");
  assert_fold ("İstanbul ısı", " istanbul isi");
  assert_fold ("ﬁnal ΣΊΣΥΦΟΣ", " final σισυφοσ");
  assert_fold ("٣ ３", " 3 3");
  assert_fold ("co\xC2\xADoperate", " cooperate");
  assert_fold ("東京 Ltd", " 東 京 ltd");
  assert_fold ("Rocket🚀Labs", " rocket 🚀 labs");
}

static void
test_alike (void)
{
  static const char * const groups[][5] = {
    { "Müller", "Mueller", "Muller", "MÜLLER", "Mu\xCC\x88ller" },
    { "Straße", "Strasse", "STRAẞE", "strasse", NULL },
    { "Århus", "Arhus", "ÅRHUS", NULL, NULL },
    { "Ærø", "Aeroe", "aero", "ÄRÖ", NULL },
    { "Œuvre", "Oeuvre", "Öuvre", NULL, NULL },
    { "säen", "saeen", "saen", NULL, NULL },
    { "Noël", "Noel", "NÖL", NULL, NULL },
    { "Łódź", "Lodz", "ŁÓDŹ", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 1; j < G_N_ELEMENTS (groups[i]) && groups[i][j] != NULL; j++)
      assert_alike (groups[i][0], groups[i][j]);
}

/* What the property tests draw their texts from: every rule of the fold, side by side with every other. */
static char *
random_text (void)
{
  static const char * const pieces[] = {
    "a", "e", "e", "o", "u", "A", "E", "ä", "Ä", "ö", "ü", "ß", "ẞ", "æ", "œ", "ø", "ł", "đ", "þ", "ı", "İ", "s", "t",
    " ", " ", "-", "'", "’", ".", "\xCC\x88", "\xC2\xAD", "1", "0", "９", "é", "ë", "ﬁ", "½", "🚀", "東", "한", "ש", "م",
    "\xE2\x80\x8F", "\x01", "&", "Σ", "ς", "ñ", "\xE0\xA4\x95\xE0\xA5\x8D", "z",
  };
  GString *text = g_string_new (NULL);
  int length = g_test_rand_int_range (0, 14);

  for (int i = 0; i < length; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
test_prefixes (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *whole = tend_fold_search (text);

      for (char *end = text; *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *start = g_strndup (text, end - text);
          g_autofree char *folded = tend_fold_search (start);

          if (!g_str_has_prefix (whole, folded))
            g_error ("“%s” folds to “%s”, its beginning “%s” to “%s”", text, whole, start, folded);
        }
    }
}

static void
test_idempotent (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *once = tend_fold_search (text);
      g_autofree char *twice = tend_fold_search (once);

      g_assert_cmpstr (once, ==, twice);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_null (strstr (once, "  "));
      g_assert_true (*once == '\0' || *once == ' ');
      g_assert_false (g_str_has_suffix (once, " "));
    }
}

/* Typing any beginning of any of its words finds a text. */
static void
test_query_finds_beginnings (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = random_text ();
      g_autoptr(GString) haystack = g_string_new (NULL);

      if (strpbrk (text, "0") != NULL)
        continue;

      tend_fold_append (haystack, TEND_FOLD_TEXT, text);

      for (char *end = text; *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (text, end - text);
          g_auto(GStrv) words = tend_fold_query (typed);

          if (!tend_fold_matches (haystack->str, (const char * const *) words))
            g_error ("“%s” does not find “%s” (“%s”)", typed, text, haystack->str);
        }
    }
}

static void
test_sort_order (void)
{
  static const char * const ordered[] = {
    "", "1. FC Köln", "2 Rad", "10 Finger", "100", "Aerger", "Arger", "Ärger", "Ärger 2", "Ärger 10", "Moeller", "Moller", "Möller",
    "Möller Anna", "Mueller", "Muller", "Müller", "Müllerei", "Osterreich", "Österreich", "Strasse", "Straße",
    "Weiss", "Weiß", "Zander", "Ωmega", "Жук",
  };
  g_autofree char *before = tend_fold_sort_key (ordered[0]);

  for (guint i = 1; i < G_N_ELEMENTS (ordered); i++)
    {
      g_autofree char *key = tend_fold_sort_key (ordered[i]);

      if (strcmp (before, key) >= 0)
        g_error ("%s (%s) must stand before %s (%s)", ordered[i - 1], before, ordered[i], key);

      g_free (before);
      before = g_steal_pointer (&key);
    }
}

static void
test_sort_ignores (void)
{
  static const struct { const char *before, *text, *after; } table[] = {
    { "Yacht", "  Zander", "Zandera" },
    { "Yacht", "\"Zander\"", "Zandera" },
    { "Yacht", "-zANDER", "Zandera" },
    { "O'Hara", "Ohara Z", "Oharas" },
    { "Müller-Abel", "Müller Bach", "Müllera" },
    { "A 9", "A 010", "A 11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *before = tend_fold_sort_key (table[i].before);
      g_autofree char *text = tend_fold_sort_key (table[i].text);
      g_autofree char *after = tend_fold_sort_key (table[i].after);

      g_assert_cmpstr (before, <, text);
      g_assert_cmpstr (text, <, after);
    }
}

static void
test_sort_case (void)
{
  g_autofree char *lower = tend_fold_sort_key ("zander gmbh");
  g_autofree char *upper = tend_fold_sort_key ("ZANDER GmbH");

  g_assert_cmpstr (lower, ==, upper);
}

static void
test_digits (void)
{
  static const struct { const char *text, *expected; } table[] = {
    { NULL, "" }, { "none", "" }, { "+49 (0)30 12-34", "490301234" }, { "٠١٢", "012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *digits = tend_fold_digits (table[i].text);

      g_assert_cmpstr (digits, ==, table[i].expected);
    }
}

typedef struct
{
  TendFoldKind kind;
  const char *text;
  const char *query;
  gboolean found;
} FindCase;

static void
test_find (void)
{
  static const FindCase table[] = {
    { TEND_FOLD_TEXT, "Brauhaus Weißenfels GmbH", "weis brau", TRUE },
    { TEND_FOLD_TEXT, "Brauhaus Weißenfels GmbH", "haus", FALSE },
    { TEND_FOLD_TEXT, "Brauhaus Weißenfels GmbH", "", TRUE },
    { TEND_FOLD_TEXT, "Hugh O'Reilly", "oreilly", TRUE },
    { TEND_FOLD_TEXT, "Hugh O’Reilly", "reilly hugh", TRUE },
    { TEND_FOLD_TEXT, "Hugh O’Reilly", "o'reil", TRUE },
    { TEND_FOLD_TEXT, "Coca-Cola", "cocacola", TRUE },
    { TEND_FOLD_TEXT, "Bau-Elektrik", "bauelektrik", TRUE },
    { TEND_FOLD_TEXT, "Legrand S.A.R.L.", "sarl", TRUE },
    { TEND_FOLD_TEXT, "AT&T", "att", TRUE },
    { TEND_FOLD_TEXT, "東京電力", "電力", TRUE },
    { TEND_FOLD_EMAIL, "jane.doe@mueller.example", "doe@müll", TRUE },
    { TEND_FOLD_WEBSITE, "https://www.example-gmbh.de/kontakt", "www.example-gmbh.de", TRUE },
    { TEND_FOLD_WEBSITE, "https://www.example-gmbh.de/kontakt", "http://example", TRUE },
    { TEND_FOLD_WEBSITE, "example-gmbh.de", "https://www.example-gmbh.de", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "0301234567", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "030 / 1234 567", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "+4930", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "+49 (0)30 12", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "0049 30 1234567", TRUE },
    { TEND_FOLD_PHONE, "+49 (030) 1234567", "030 1234", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "1234567", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "1234 567", TRUE },
    { TEND_FOLD_PHONE, "+49 (0)30 1234-567", "234567", FALSE },
    { TEND_FOLD_PHONE, "030/1234567", "(030) 123", TRUE },
    { TEND_FOLD_PHONE, "+351 21 555", "021555", TRUE },
    { TEND_FOLD_TEXT, "0042", "0042", TRUE },
    { TEND_FOLD_TEXT, "K 00042", "00042", TRUE },
    { TEND_FOLD_PHONE, "+49 30 1234", "00", TRUE },
    { TEND_FOLD_PHONE, "+49 30 1234", "0049", TRUE },
    { TEND_FOLD_PHONE, "+1 (212) 555-0100", "+1 212 5550", TRUE },
    { TEND_FOLD_PHONE, "+1 (212) 555-0100", "555-0100", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GString) haystack = g_string_new (NULL);
      g_auto(GStrv) words = tend_fold_query (table[i].query);

      tend_fold_append (haystack, table[i].kind, table[i].text);

      if (tend_fold_matches (haystack->str, (const char * const *) words) != table[i].found)
        g_error ("“%s” in “%s” (“%s”)", table[i].query, table[i].text, haystack->str);
    }
}

static void
test_query (void)
{
  g_auto(GStrv) words = tend_fold_query ("  Mül müller-meier MUELLER  ");
  g_autoptr(GString) many = g_string_new (NULL);
  g_auto(GStrv) few = NULL;

  g_assert_cmpstrv (words, ((const char * const[]) { "muller", "meier", NULL }));

  for (char c = 'a'; c <= 'z'; c++)
    g_string_append_printf (many, "%c.%c%c ", c, c, c);
  few = tend_fold_query (many->str);
  g_assert_cmpuint (g_strv_length (few), <=, 16);
}

static void
test_bad_bytes (void)
{
  g_autofree char *everything = g_malloc (256);
  g_autofree char *key = NULL;
  g_autofree char *search = NULL;

  for (guint i = 0; i < 255; i++)
    everything[i] = (char) (i + 1);
  everything[255] = '\0';

  search = tend_fold_search (everything);
  key = tend_fold_sort_key (everything);
  g_assert_true (g_utf8_validate (search, -1, NULL));
  g_assert_true (g_utf8_validate (key, -1, NULL));

  assert_fold ("M\xFCller", " m ller");
  assert_fold ("cut \xE2\x82", " cut");
}

static void
test_compact (void)
{
  static const struct { const char *text; const char *compact; } table[] = {
    { "", "" },
    { " a", " a" },
    { " a a", " a" },
    { " works example works", " works example" },
    { " c 10001 c10001", " 10001 c10001" },
    { " muller mullerei mull muller x", " mullerei x" },
    { " 0815 49300815 0815 815", " 0815 49300815 815" },
    { " abcdefgh abcdefghi abcdefg abcdefgh", " abcdefghi" },
    { " 東京 東 東京都", " 東京都" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GString) text = g_string_new (table[i].text);

      tend_fold_compact (text);
      g_assert_cmpstr (text->str, ==, table[i].compact);
      g_assert_cmpuint (text->len, ==, strlen (table[i].compact));
      tend_fold_compact (text);
      g_assert_cmpstr (text->str, ==, table[i].compact);
    }
}

static char *
make_word (void)
{
  int length = g_test_rand_int_range (1, 12);
  GString *word = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    g_string_append (word, g_test_rand_int_range (0, 8) == 0 ? "ш" : g_test_rand_bit () ? "a" : "b");

  return g_string_free_and_steal (word);
}

/* Whatever is found in a text is found in what is left of it, and nothing else. */
static void
test_compact_finds_the_same (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) compact = g_string_new (NULL);
      int n = g_test_rand_int_range (0, 90);

      for (int i = 0; i < n; i++)
        {
          g_autofree char *word = make_word ();

          g_string_append_printf (text, " %s", word);
        }
      g_string_append (compact, text->str);
      tend_fold_compact (compact);
      g_assert_cmpuint (compact->len, <=, text->len);

      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *first = make_word ();
          g_autofree char *second = make_word ();
          const char *words[] = { first, second, NULL };

          g_assert_cmpint (tend_fold_matches (compact->str, words), ==, tend_fold_matches (text->str, words));
          words[1] = NULL;
          g_assert_cmpint (tend_fold_matches (compact->str, words), ==, tend_fold_matches (text->str, words));
        }
    }
}

static void
test_long (void)
{
  static const char * const units[] = { "a", "Ä", "7", "🚀", "ש", "'", "0-" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) haystack = g_string_new (NULL);
      g_autofree char *key = NULL;
      g_auto(GStrv) words = NULL;

      for (guint j = 0; j < 10000; j++)
        g_string_append (text, units[i]);

      key = tend_fold_sort_key (text->str);
      g_assert_cmpuint (strlen (key), <=, 500);
      g_assert_true (g_utf8_validate (key, -1, NULL));

      for (int kind = TEND_FOLD_TEXT; kind <= TEND_FOLD_WEBSITE; kind++)
        tend_fold_append (haystack, kind, text->str);

      words = tend_fold_query (text->str);
      g_assert_cmpuint (g_strv_length (words), <=, 16);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/search", test_search);
  g_test_add_func ("/fold/alike", test_alike);
  g_test_add_func ("/fold/prefixes", test_prefixes);
  g_test_add_func ("/fold/idempotent", test_idempotent);
  g_test_add_func ("/fold/query-finds-beginnings", test_query_finds_beginnings);
  g_test_add_func ("/fold/sort-order", test_sort_order);
  g_test_add_func ("/fold/sort-ignores", test_sort_ignores);
  g_test_add_func ("/fold/sort-case", test_sort_case);
  g_test_add_func ("/fold/digits", test_digits);
  g_test_add_func ("/fold/find", test_find);
  g_test_add_func ("/fold/query", test_query);
  g_test_add_func ("/fold/compact", test_compact);
  g_test_add_func ("/fold/compact-finds-the-same", test_compact_finds_the_same);
  g_test_add_func ("/fold/bad-bytes", test_bad_bytes);
  g_test_add_func ("/fold/long", test_long);

  return g_test_run ();
}
