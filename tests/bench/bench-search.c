/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-search BOOK: the keystrokes of somebody who looks for an account, each to the ids found, beside one scan through the
 * same folded text in memory that notes the ids it hits. */
#include "bench.h"

#include <string.h>

#include "core/rules/fold.h"
#include "raw.h"

#define WORDS 40

typedef struct
{
  GString *text;    /* each account's, ended by a newline */
  GArray  *starts;  /* gsize */
  GArray  *ids;
} Texts;

static void
read_texts (const char *path,
            Texts      *texts)
{
  sqlite3 *database = raw_open (path, FALSE);
  sqlite3_stmt *statement = raw_prepare (database, "SELECT account, text FROM account_text ORDER BY account");

  texts->text = g_string_new (NULL);
  texts->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  texts->ids = g_array_new (FALSE, FALSE, sizeof (TendId));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      TendId id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (texts->ids, id);
      g_array_append_val (texts->starts, texts->text->len);
      g_string_append (texts->text, (const char *) sqlite3_column_text (statement, 1));
      g_string_append_c (texts->text, '\n');
    }

  sqlite3_finalize (statement);
  sqlite3_close (database);
}

static guint
scan (const Texts *texts,
      const char  *needle)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TendId));
  const char *end = texts->text->str + texts->text->len;
  const char *at = texts->text->str;
  gsize length = strlen (needle);
  guint row = 0;

  while ((at = memmem (at, (gsize) (end - at), needle, length)) != NULL)
    {
      gsize offset = (gsize) (at - texts->text->str);

      while (row + 1 < texts->starts->len && g_array_index (texts->starts, gsize, row + 1) <= offset)
        row++;
      g_array_append_val (found, g_array_index (texts->ids, TendId, row));
      at = memchr (at, '\n', (gsize) (end - at));
    }

  return found->len;
}

static guint
search (TendBook   *book,
        const char *words)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  tend_query_set_sort (query, "name", FALSE);
  tend_query_set_search (query, words);
  ids = tend_book_list (book, query, &error);
  bench_check (error, "search");

  return ids->len;
}

/* Beginnings of words of the book, a letter more each time, as they are typed. */
static GPtrArray *
pick_keystrokes (const Texts *texts)
{
  GPtrArray *keystrokes = g_ptr_array_new_with_free_func (g_free);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < WORDS; i++)
    {
      guint row = (guint) g_rand_int_range (random, 0, (gint32) texts->starts->len);
      const char *line = texts->text->str + g_array_index (texts->starts, gsize, row);
      g_autofree char *text = g_strndup (line, strcspn (line, "\n"));
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      const char *word = words[g_rand_int_range (random, 0, (gint32) MIN (4, g_strv_length (words)))];

      for (gsize n = 1; n <= MIN (8, strlen (word)); n++)
        {
          const char *end = word + n;

          /* Only whole characters are typed. */
          if (((guchar) *end & 0xC0) != 0x80)
            g_ptr_array_add (keystrokes, g_strndup (word, n));
        }
    }

  g_rand_free (random);

  return keystrokes;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TendBook) book = bench_open (argv[1], TEND_BOOK_READ_ONLY);
  g_autoptr (GPtrArray) keystrokes = NULL;
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();
  GArray *first = bench_samples ();
  guint n_rounds = bench_rounds ();
  double start = bench_now ();
  Texts texts;

  /* The first search of a session makes the texts ready; told apart. */
  search (book, "zz");
  bench_add (first, bench_now () - start);

  read_texts (argv[1], &texts);
  keystrokes = pick_keystrokes (&texts);
  for (guint round = 0; round < n_rounds; round++)
    {
      for (guint i = 0; i < keystrokes->len; i++)
        {
          const char *typed = g_ptr_array_index (keystrokes, i);
          g_auto (GStrv) folded = tend_fold_query (typed);
          g_autofree char *needle = g_strconcat (" ", folded[0] != NULL ? folded[0] : "", NULL);
          double a = bench_now ();
          guint n_ours = search (book, typed);
          double b = bench_now ();
          guint n_baseline = scan (&texts, needle);
          double c = bench_now ();

          if (folded[0] != NULL && folded[1] == NULL)
            {
              g_assert_cmpuint (n_ours, ==, n_baseline);
              bench_add (ours, b - a);
              bench_add (baseline, c - b);
            }
        }
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
  bench_report ("first", "us", first);

  return 0;
}
