/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "csv-reader.h"
#include "value-parse.h"

G_BEGIN_DECLS

/*
 * How one file of separated values is written: found by looking at it, and every finding can be overruled.
 *
 * A dialect is a plain struct. Who shows it may read the fields; who wants another reading detects again with overrides.
 */

typedef struct
{
  char          *name;          /* the header, trimmed; where there is none, the letters a spreadsheet gives: A, B, …
                                 * Always unique: the second "id" is "id (2)" */
  gboolean       named;         /* the name comes from the file */
  gboolean       duplicate;     /* the file uses the same header further left */
  gboolean       trimmed;       /* the header had blanks around it */
  guint          seen;          /* rows looked at */
  guint          filled;        /* of these, cells that are not blank */
  guint          numbers;       /* of the filled, those that are numbers */
  guint          dates;         /* of the filled, those that are dates */
  guint          emails;        /* of the filled, those that hold an @ */
  char           decimal;       /* '.' or ',' */
  gboolean       decimal_ambiguous;     /* its numbers can be read with either ("1,234") */
  TendDateOrder  date_order;    /* NONE where the column holds no dates */
  gboolean       short_years;           /* years of two digits may be read as 1970 to 2069 */
  gboolean       date_ambiguous;        /* its dates can be read as DMY and as MDY ("03/04/2026") */
} TendCsvColumn;

typedef struct
{
  char      *encoding;          /* "UTF-8", "UTF-16LE", "WINDOWS-1252", "ISO-8859-1", … */
  gboolean   encoding_certain;  /* FALSE: show the first rows and let a person look at the letters */
  char       delimiter;         /* one of , ; tab | */
  gboolean   has_header;
  guint      n_skipped;         /* records above header and data: titles, comments */
  char       decimal;           /* '.' or ',': what most columns use */
  TendDateOrder date_order;     /* what most date columns use, NONE where there are none */
  gboolean   short_dates;       /* some date has a year of two digits */
  GPtrArray *columns;           /* (element-type TendCsvColumn) */
} TendCsvDialect;

/* What a person states; the zero value of each means "find out". */
typedef struct
{
  const char    *encoding;
  char           delimiter;
  char           decimal;
  TendDateOrder  date_order;
  gboolean       short_years;   /* years of two digits are meant, and are 1970 to 2069 */
  int            has_header;    /* 0 find out, 1 yes, -1 no */
  int            n_skipped;     /* 0 find out, otherwise the number of records plus 1 */
} TendCsvOverrides;

gboolean             tend_csv_file_is_stream      (GFile                   *file,
                                                   GCancellable            *cancellable);
TendCsvDialect      *tend_csv_dialect_detect      (GFile                   *file,
                                                   const TendCsvOverrides  *overrides,
                                                   GCancellable            *cancellable,
                                                   GError                 **error);
void                 tend_csv_dialect_free        (TendCsvDialect          *self);
TendCsvReader       *tend_csv_dialect_open        (TendCsvDialect          *self,
                                                   GFile                   *file,
                                                   GCancellable            *cancellable,
                                                   GError                 **error);
const TendCsvColumn *tend_csv_dialect_get_column  (TendCsvDialect          *self,
                                                   guint                    index);
int                  tend_csv_dialect_find_column (TendCsvDialect          *self,
                                                   const char              *name);
gboolean             tend_csv_delimiter_parse     (const char              *text,
                                                   char                    *delimiter);
const char          *tend_csv_delimiter_to_string (char                     delimiter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendCsvDialect, tend_csv_dialect_free)

G_END_DECLS
