/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

/* Rounds of each measurement; TEND_BENCH_ROUNDS sets another number. */
guint     bench_rounds    (void);
/* Microseconds since some point in time. */
double    bench_now       (void);
/* Prints the samples of one side as a line of JSON that run.py reads. The array is taken. (element-type double) */
void      bench_report    (const char     *side,
                           const char     *unit,
                           GArray         *samples);
GArray   *bench_samples   (void);
void      bench_add       (GArray         *samples,
                           double          value);
/* Ends the program where a measurement cannot be taken. */
void      bench_check     (const GError   *error,
                           const char     *what);
TendBook *bench_open      (const char     *path,
                           TendBookFlags   flags);
/* All ids of a noun, by name where it has one. */
GArray   *bench_list      (TendBook       *book,
                           const TendNoun *noun,
                           const char     *sort);

G_END_DECLS
