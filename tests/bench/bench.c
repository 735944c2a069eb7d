/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdlib.h>
#include <time.h>

guint
bench_rounds (void)
{
  const char *text = g_getenv ("TEND_BENCH_ROUNDS");

  return text != NULL ? (guint) MAX (1, atoi (text)) : 20;
}

double
bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

GArray *
bench_samples (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_add (GArray *samples,
           double  value)
{
  g_array_append_val (samples, value);
}

void
bench_report (const char *side,
              const char *unit,
              GArray     *samples)
{
  g_print ("{\"side\": \"%s\", \"unit\": \"%s\", \"samples\": [", side, unit);
  for (guint i = 0; i < samples->len; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", g_array_index (samples, double, i));
  g_print ("]}\n");
  g_array_unref (samples);
}

void
bench_check (const GError *error,
             const char   *what)
{
  if (error == NULL)
    return;

  g_printerr ("%s: %s\n", what, error->message);
  exit (1);
}

TendBook *
bench_open (const char    *path,
            TendBookFlags  flags)
{
  g_autoptr (GError) error = NULL;
  TendBook *book = tend_book_open (path, flags, &error);

  bench_check (error, path);

  return book;
}

GArray *
bench_list (TendBook       *book,
            const TendNoun *noun,
            const char     *sort)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  tend_query_set_sort (query, sort, FALSE);
  ids = tend_book_list (book, query, &error);
  bench_check (error, "list");

  return ids;
}
