/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A streaming reader of separated values as RFC 4180 and the programs of this world write them.
 *
 * One record at a time is handed out, its cells lying in the reader's own buffer: memory is that of the longest record.
 * What is not well-formed is read as far as sense can be made of it and flagged at its cell; only a cell or a record
 * beyond the limits, or a failing stream, ends the reading with an error.
 */
typedef struct _TendCsvReader TendCsvReader;

/* A cell of more than this is no cell but a sign that the file is something else. */
#define TEND_CSV_MAX_CELL   (16 * 1024 * 1024)
#define TEND_CSV_MAX_RECORD (64 * 1024 * 1024)

typedef enum
{
  TEND_CSV_QUOTED       = 1 << 0,       /* no fault: the cell stood in quotes */
  TEND_CSV_STRAY_QUOTE  = 1 << 1,       /* text after the closing quote; the quote was kept as text */
  TEND_CSV_UNTERMINATED = 1 << 2,       /* a quote opens and none closes; the cell was read to the end of its line */
  TEND_CSV_CONTROL      = 1 << 3,       /* holds control characters */
  TEND_CSV_UNDECODABLE  = 1 << 4,       /* holds bytes that are no text in this encoding, each now U+FFFD */
} TendCsvFlags;

#define TEND_CSV_FAULTS (TEND_CSV_STRAY_QUOTE | TEND_CSV_UNTERMINATED | TEND_CSV_CONTROL | TEND_CSV_UNDECODABLE)

typedef struct
{
  const char   *text;           /* UTF-8, NUL-terminated, blanks as they stood in the file */
  gsize         length;         /* in bytes */
  TendCsvFlags  flags;
} TendCsvCell;

typedef struct
{
  const TendCsvCell *cells;     /* (array length=n_cells) */
  guint              n_cells;
  TendCsvFlags       flags;     /* of all cells together */
  guint64            row;       /* as a spreadsheet counts: the first record is 1, blank lines count */
  guint64            line;      /* of the file, where the record begins, from 1 */
} TendCsvRecord;

TendCsvReader *tend_csv_reader_new            (GInputStream   *stream,
                                               const char     *encoding,
                                               char            delimiter,
                                               GError        **error);
void           tend_csv_reader_free           (TendCsvReader  *self);
gboolean       tend_csv_reader_next           (TendCsvReader  *self,
                                               TendCsvRecord  *record,
                                               GCancellable   *cancellable,
                                               GError        **error);
guint64        tend_csv_reader_get_bytes_read (TendCsvReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendCsvReader, tend_csv_reader_free)

G_END_DECLS
