/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"
#include "import-mapping.h"

G_BEGIN_DECLS

/*
 * What came of reading a file into the book, or would come of it: plain data, no words for people.
 */

typedef enum
{
  /* These leave a row out, or, where all or nothing was asked for, everything. */
  TEND_IMPORT_VALUE,              /* the value cannot be; reason says why (TendReason) */
  TEND_IMPORT_TOO_MANY_CELLS,     /* value: how many cells, detail: how many columns there are */
  TEND_IMPORT_TOO_FEW_CELLS,      /* the same */
  TEND_IMPORT_OPEN_QUOTE,         /* a quote opens in this row and none closes */
  TEND_IMPORT_UNDECODABLE,        /* value: the cell, U+FFFD where bytes are no text of this encoding */
  TEND_IMPORT_UNKNOWN_LINK,       /* value: a key, name or number that nobody has, or a row of the file that is left
                                   * out itself; field: owner, account, … */
  TEND_IMPORT_AMBIGUOUS_LINK,     /* value: a name that several have; detail: the candidates, a line each */
  TEND_IMPORT_REPEATED_KEY,       /* value: the key; detail: the row that had it first */
  TEND_IMPORT_NUMBER_TAKEN,       /* value: the number; detail: the name of the account that has it */
  TEND_IMPORT_SELF,               /* value: a manager that reports to herself, an account that is its own parent */
  TEND_IMPORT_RING,               /* value: whom she reports to; the lines form a ring */
  TEND_IMPORT_NOTHING_NAMED,      /* the row has no value for the field that names it (a name, a title) */
  TEND_IMPORT_OTHER_CURRENCY,     /* value: the currency of the sum; detail: that of the account, or of the row's column */
  TEND_IMPORT_GROUP_LEFT_OUT,     /* value: a key whose rows are added up; detail: the row that has a problem */

  /* These are told, and the row is taken all the same. */
  TEND_IMPORT_NOTE,               /* not a code of its own: the first of the notes */
  TEND_IMPORT_TRIMMED = TEND_IMPORT_NOTE, /* blanks around the value were taken off; value: as it stood in the file */
  TEND_IMPORT_CONTROL,            /* control characters became blanks */
  TEND_IMPORT_STRAY_QUOTE,        /* text behind a closing quote; the quote was kept as text */
  TEND_IMPORT_KEPT,               /* changed in Tend since the last import, so kept; value: what the file says */
  TEND_IMPORT_REPEATED_NAME,      /* value: a name that another row has, and nothing tells them apart; detail: that row */
  TEND_IMPORT_UNUSUAL_LINE,       /* reports to the same or a lower role */
  TEND_IMPORT_ROUNDED,            /* value: a sum as it stood in the file; detail: what it became */
  TEND_IMPORT_DOUBTFUL_DATES,     /* of a column (row 0): days and months may be the other way round */
  TEND_IMPORT_DOUBTFUL_NUMBERS,   /* of a column (row 0): 1,234 may be a thousand or a bit more than one */
  TEND_IMPORT_DOUBTFUL_ENCODING,  /* of the file (row 0): value: the encoding assumed */
} TendImportProblemCode;

typedef struct
{
  TendImportProblemCode  code;
  TendReason             reason;
  guint64                row;     /* as a spreadsheet counts: the header of a file is row 1; 0 = of the whole file */
  guint64                line;    /* of the file */
  char                  *column;  /* the column's name; NULL where the whole row is meant */
  char                  *field;   /* the field it was to become; NULL where none is meant */
  char                  *value;   /* as it stood in the file; long ones are cut */
  char                  *detail;
} TendImportProblem;

/* Whether the problem leaves its row out; the other problems are told alone. */
gboolean tend_import_problem_skips (const TendImportProblem *problem);

typedef struct
{
  TendImportKind     kind;
  char              *source;      /* under which name the rows' origins are kept */
  TendCsvDialect    *dialect;     /* what the file was read as */
  TendImportMapping *mapping;     /* which columns made which fields */

  /* Rows of the file. read = added + updated + unchanged + joined + skipped + rows in which all that differs was kept. */
  guint64            read;        /* blank rows are not counted */
  guint64            added;
  guint64            updated;     /* something of the row was written */
  guint64            unchanged;   /* the book has it so already */
  guint64            kept;        /* rows in which something was kept that was changed in Tend since; a row may be updated
                                   * in one field and kept in another, and then counts in both */
  guint64            joined;      /* added up with an earlier row of the same key */
  guint64            skipped;     /* left out because of a problem */
  guint64            rounded;     /* sums that had more decimals than their currency */
  guint64            contacts_added;    /* main contacts that came with accounts */
  guint64            contacts_updated;

  GPtrArray         *problems;    /* (element-type TendImportProblem), by row; at most TEND_IMPORT_MAX_PROBLEMS */
  guint64            n_problems;  /* all of them */
  guint64            n_skipping;  /* those that leave a row out */
  gboolean           refused;     /* nothing was written because of problems and all-or-nothing; of a dry run: that would
                                   * be so */
  gboolean           dry_run;
  TendId             batch;       /* to undo it by; 0 where nothing was written */
} TendImportResult;

#define TEND_IMPORT_MAX_PROBLEMS 10000

TendImportResult *tend_import_result_ref   (TendImportResult *self);
void              tend_import_result_unref (TendImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportResult, tend_import_result_unref)

G_END_DECLS
