/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

#define TEND_ERROR (tend_error_quark ())

/**
 * TendErrorCode:
 *
 * What a caller can act on. The message of a #GError is for developers and logs; `ui/problem-reporter` and `cli/` make
 * the sentences people read, from code, reason, field and value.
 */
typedef enum
{
  TEND_ERROR_FAILED,      /* none of the below; the message says what the system said */
  TEND_ERROR_INPUT,       /* a value cannot be accepted; reason and field say why and where */
  TEND_ERROR_NOT_FOUND,   /* the row, file or name does not exist */
  TEND_ERROR_AMBIGUOUS,   /* a name fits several; value lists them, a line each */
  TEND_ERROR_CONFLICT,    /* someone else changed the row first; id names it */
  TEND_ERROR_REFUSED,     /* a rule forbids it; reason says which */
  TEND_ERROR_EXISTS,      /* there is something at that place already */
  TEND_ERROR_NOT_A_BOOK,  /* not a SQLite file, or another application's */
  TEND_ERROR_NEWER,       /* the book was written by a newer Tend; value is its schema number */
  TEND_ERROR_EMPTY,       /* the file has 0 bytes */
  TEND_ERROR_FOLDER,      /* the path is a folder, or no regular file */
  TEND_ERROR_LINKED,      /* the file has a second name (hard link), which SQLite cannot protect */
  TEND_ERROR_UNREADABLE,  /* permission denied, or the device failed on reading */
  TEND_ERROR_READ_ONLY,   /* the book or its folder cannot be written */
  TEND_ERROR_FULL,        /* the disk is full; nothing of the change was kept */
  TEND_ERROR_BUSY,        /* another process held the book too long */
  TEND_ERROR_CORRUPT,     /* the file is damaged */
  TEND_ERROR_LOST,        /* changes once made durable are missing: the write-ahead log was lost; value is their number */
  TEND_ERROR_ALONE,       /* the file was handed into a sandbox without its folder, where its lock and its log have to stand */
  TEND_ERROR_GONE,        /* the book's file was moved, deleted or replaced while it was open; nothing of the change was kept */
} TendErrorCode;

/**
 * TendReason:
 *
 * Why a value or an act was not accepted (%TEND_ERROR_INPUT and %TEND_ERROR_REFUSED).
 */
typedef enum
{
  TEND_REASON_NONE,
  TEND_REASON_REQUIRED,       /* the field must not be empty */
  TEND_REASON_TOO_LONG,       /* longer than the field takes */
  TEND_REASON_CONTROL,        /* holds control characters or is not UTF-8 */
  TEND_REASON_NOT_A_DATE,
  TEND_REASON_SHORT_YEAR,     /* a year of two digits does not say its century */
  TEND_REASON_NOT_A_NUMBER,
  TEND_REASON_NOT_A_ZONE,
  TEND_REASON_UNKNOWN_WORD,   /* not one of the words that the field knows */
  TEND_REASON_OUT_OF_RANGE,
  TEND_REASON_NOT_AN_EMAIL,
  TEND_REASON_NOT_A_WEBSITE,
  TEND_REASON_UNKNOWN_FIELD,
  TEND_REASON_TAKEN,          /* another row has this value already */
  TEND_REASON_SELF,           /* a row cannot refer to itself */
  TEND_REASON_RING,           /* reporting lines would form a ring */
  TEND_REASON_INACTIVE,       /* the manager is no longer active */
  TEND_REASON_PRESENT_OWNER,  /* the account belongs to this manager already */
  TEND_REASON_HAS_ACCOUNTS,   /* the manager still owns accounts; value is their number */
  TEND_REASON_HAS_REPORTS,    /* others report to the manager; value is their number */
  TEND_REASON_HAS_HISTORY,    /* handovers or follow-ups name the manager: deactivate instead of deleting */
  TEND_REASON_MISSING,        /* what the value refers to does not exist */
  TEND_REASON_SETTLED,        /* the follow-up is settled already, or is not settled yet */
  TEND_REASON_CHANGED_SINCE,  /* what should be undone has been changed since */
  TEND_REASON_NOTHING,        /* there is nothing to undo, redo or do */
  TEND_REASON_BINARY,         /* the file is no text */
  TEND_REASON_ENDS_BEFORE,    /* it ends before it begins */
  TEND_REASON_NOT_A_CURRENCY, /* no code of ISO 4217 */
  TEND_REASON_NOT_AN_AMOUNT,  /* no sum of money */
  TEND_REASON_OTHER_CURRENCY, /* a sum in another currency than those of the account */
  TEND_REASON_HAS_PURCHASES,  /* the product was bought; value is how often */
  TEND_REASON_HAS_MONEY,      /* the account's amounts are in this currency: it cannot be changed; value is their number */
  TEND_REASON_SPREADSHEET,    /* the file is a workbook (xlsx, ods, xls); saving it as CSV helps */
} TendReason;

GQuark      tend_error_quark      (void);

/* Makes an error with its particulars. @field and @value may be NULL; both are copied. */
GError     *tend_error_new        (TendErrorCode  code,
                                   TendReason     reason,
                                   const char    *field,
                                   const char    *value,
                                   const char    *format,
                                   ...) G_GNUC_PRINTF (5, 6);
void        tend_set_error        (GError       **error,
                                   TendErrorCode  code,
                                   TendReason     reason,
                                   const char    *field,
                                   const char    *value,
                                   const char    *format,
                                   ...) G_GNUC_PRINTF (6, 7);
/* The particulars of an error of this domain; NONE, NULL and 0 for every other error. Borrowed. */
TendReason  tend_error_get_reason (const GError  *error);
const char *tend_error_get_field  (const GError  *error);
const char *tend_error_get_value  (const GError  *error);
TendId      tend_error_get_id     (const GError  *error);
void        tend_error_set_id     (GError        *error,
                                   TendId         id);

G_END_DECLS
