/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-dialect.h"

G_BEGIN_DECLS

/* The first records of a file, copied, for the guesses that need several looks at them. */
typedef struct
{
  GPtrArray    *cells;          /* (element-type utf8): trimmed */
  gboolean      trimmed;        /* the file had blanks around one of them */
  TendCsvFlags  flags;
} TendCsvSampleRow;

GPtrArray *tend_csv_sample_read     (GBytes           *bytes,
                                     gboolean          whole,
                                     const char       *encoding,
                                     char              delimiter,
                                     guint             max_rows,
                                     GError          **error);
char       tend_csv_sniff_delimiter (GBytes           *bytes,
                                     gboolean          whole,
                                     const char       *encoding);
void       tend_csv_sniff_header    (TendCsvDialect   *dialect,
                                     GPtrArray        *rows,
                                     int               has_header,
                                     int               n_skipped);
void       tend_csv_profile_columns (TendCsvDialect   *dialect,
                                     GPtrArray        *rows,
                                     const TendCsvOverrides *overrides);

G_END_DECLS
