/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Errors as people read them, and as scripts see them. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli.h"

static char *
range_sentence (const char *field,
                const char *value)
{
  if (strcmp (field, "quantity") == 0)
    return g_strdup_printf (_("“%s” is no quantity: one is 1 or more, and what came back is a credit among the invoices."), value);
  if (strcmp (field, "probability") == 0)
    return g_strdup_printf (_("“%s” is no probability: one is 0 to 100 percent."), value);
  if (strcmp (field, "score") == 0)
    return g_strdup_printf (_("“%s” is no score: one is 0 to 10."), value);
  if (strcmp (field, "at") == 0)
    return g_strdup_printf (_("“%s” does not lie within the years 1970 to 2099."), value);

  return g_strdup_printf (_("“%s” is out of range for “%s”."), value, field);
}

/* Why the book refuses what is right in itself. */
static const char *
refusal_sentence (TendReason reason)
{
  switch ((int) reason)
    {
    case TEND_REASON_INACTIVE: return _("This manager is no longer active.");
    case TEND_REASON_PRESENT_OWNER: return _("This manager looks after all of these accounts already.");
    case TEND_REASON_HAS_ACCOUNTS: return _("This manager still looks after accounts; hand them over first.");
    case TEND_REASON_HAS_REPORTS: return _("Others still report to this manager.");
    case TEND_REASON_HAS_HISTORY: return _("Handovers or follow-ups name this manager; she can be deactivated, not deleted.");
    case TEND_REASON_SETTLED: return _("This is settled already, or not yet.");
    case TEND_REASON_CHANGED_SINCE: return _("All of this has been changed since, so nothing was taken back.");
    case TEND_REASON_NOTHING: return _("There is nothing to take back.");
    case TEND_REASON_HAS_PURCHASES: return _("Clients have this product; it can be marked as no longer active, not deleted.");
    case TEND_REASON_HAS_MONEY: return _("The account has amounts in its currency, so the currency cannot be changed.");
    case TEND_REASON_BINARY: return _("This file is no text.");
    case TEND_REASON_SPREADSHEET: return _("This file is a workbook; save it as CSV first.");
    default: return NULL;
    }
}

/* A manager reports to another, an account belongs to another. */
static const char *
line_sentence (TendReason  reason,
               const char *field)
{
  if (g_strcmp0 (field, "parent") == 0)
    return reason == TEND_REASON_SELF ? _("An account cannot belong to itself.") : _("These accounts would belong to each other in a ring.");

  return reason == TEND_REASON_SELF ? _("A manager cannot report to herself.") : _("These reporting lines would form a ring.");
}

/* What is wrong with @value, or with @field where that is NULL. */
static char *
reason_sentence (TendReason  reason,
                 const char *field,
                 const char *value)
{
  /* One field to people: the wall time is what is kept of it. */
  const char *f = field == NULL ? "?" : strcmp (field, "due_wall") == 0 ? "due" : field;
  const char *v = value != NULL ? value : "";

  switch (reason)
    {
    case TEND_REASON_REQUIRED: return g_strdup_printf (_("“%s” must not be empty."), f);
    case TEND_REASON_TOO_LONG: return g_strdup_printf (_("The text for “%s” is too long."), f);
    case TEND_REASON_CONTROL: return g_strdup_printf (_("The text for “%s” holds characters that are no text."), f);
    case TEND_REASON_UNKNOWN_FIELD: return g_strdup_printf (_("There is no field “%s”."), f);
    case TEND_REASON_ENDS_BEFORE: return g_strdup_printf (_("“%s” would lie before the beginning."), f);
    case TEND_REASON_UNKNOWN_WORD: return g_strdup_printf (_("“%s” cannot be “%s”."), f, v);
    case TEND_REASON_NOT_A_DATE: return g_strdup_printf (_("“%s” is not a date or time."), v);
    case TEND_REASON_SHORT_YEAR:
      return g_strdup_printf (_("“%s” does not say its century; --date-format DD.MM.YY says that years of two digits are 1970 to 2069."), v);
    case TEND_REASON_NOT_A_NUMBER: return g_strdup_printf (_("“%s” is not a number."), v);
    case TEND_REASON_NOT_A_ZONE: return g_strdup_printf (_("“%s” is not a time zone."), v);
    case TEND_REASON_NOT_AN_EMAIL: return g_strdup_printf (_("“%s” is not an e-mail address."), v);
    case TEND_REASON_NOT_A_WEBSITE: return g_strdup_printf (_("“%s” is not a website."), v);
    case TEND_REASON_NOT_A_CURRENCY: return g_strdup_printf (_("“%s” is not a currency; write its code, like EUR."), v);
    case TEND_REASON_NOT_AN_AMOUNT: return g_strdup_printf (_("“%s” is not an amount."), v);
    case TEND_REASON_OTHER_CURRENCY: return g_strdup_printf (_("“%s” is in another currency than the client's other amounts."), v);
    case TEND_REASON_TAKEN: return g_strdup_printf (_("“%s” is taken already."), v);
    case TEND_REASON_OUT_OF_RANGE:
      return value != NULL ? range_sentence (f, v) : g_strdup_printf (_("The value for “%s” is out of range."), f);
    case TEND_REASON_MISSING:
      return value != NULL ? g_strdup_printf (_("There is no “%s” in the book."), v)
                           : g_strdup (_("Something that this refers to is not in the book."));
    case TEND_REASON_SELF: case TEND_REASON_RING:
      return g_strdup (line_sentence (reason, field));
    case TEND_REASON_INACTIVE: case TEND_REASON_PRESENT_OWNER:
    case TEND_REASON_HAS_ACCOUNTS: case TEND_REASON_HAS_REPORTS: case TEND_REASON_HAS_HISTORY: case TEND_REASON_SETTLED:
    case TEND_REASON_CHANGED_SINCE: case TEND_REASON_NOTHING: case TEND_REASON_HAS_PURCHASES: case TEND_REASON_HAS_MONEY:
    case TEND_REASON_BINARY: case TEND_REASON_SPREADSHEET: case TEND_REASON_NONE:
    default:
      return g_strdup (refusal_sentence (reason));
    }
}

static const char *
book_sentence (TendErrorCode code)
{
  switch ((int) code)
    {
    case TEND_ERROR_EXISTS: return _("There is something at this place already; nothing was changed.");
    case TEND_ERROR_NOT_A_BOOK: return _("This file is not a book of Tend.");
    case TEND_ERROR_NEWER: return _("This book was written by a newer Tend.");
    case TEND_ERROR_EMPTY: return _("This file is empty; it is not a book of Tend.");
    case TEND_ERROR_FOLDER: return _("This is a folder or a device, not a file.");
    case TEND_ERROR_LINKED: return _("The book's file has a second name (a hard link); only one that has a single name is safe.");
    case TEND_ERROR_ALONE: return _("Tend is allowed to see this file alone; a book needs its folder too.");
    case TEND_ERROR_GONE: return _("The book was moved, deleted or replaced while it was in use; nothing was written.");
    case TEND_ERROR_UNREADABLE: return _("The book cannot be read.");
    case TEND_ERROR_READ_ONLY: return _("The book or its folder cannot be written.");
    case TEND_ERROR_FULL: return _("The disk is full; nothing was changed.");
    case TEND_ERROR_BUSY: return _("Another program is using the book; try again in a moment.");
    case TEND_ERROR_CORRUPT: return _("The book is damaged; “tendctl restore” puts a backup in its place.");
    case TEND_ERROR_LOST: return _("Changes that were written once are missing: the book's log was lost.");
    case TEND_ERROR_CONFLICT: return _("Someone else has changed this in the meantime; nothing was written.");
    default: return NULL;
    }
}

static char *
ambiguous_sentence (const char *field,
                    const char *value)
{
  g_auto(GStrv) candidates = g_strsplit (value != NULL ? value : "", "\n", -1);
  g_autofree char *list = g_strjoinv ("\n  ", candidates);

  return g_strdup_printf (_("“%s” fits several:\n  %s"), field != NULL ? field : "", list);
}

/* One or more sentences that say what is wrong. (transfer full) */
char *
tend_problem_to_sentence (const GError *error)
{
  const char *field = tend_error_get_field (error);
  const char *value = tend_error_get_value (error);
  char *sentence = NULL;

  if (error->domain != TEND_ERROR)
    return g_strdup (error->message);

  if (error->code == TEND_ERROR_AMBIGUOUS)
    return ambiguous_sentence (field, value);

  if (error->code == TEND_ERROR_INPUT || error->code == TEND_ERROR_REFUSED)
    sentence = reason_sentence (tend_error_get_reason (error), field, value);
  else if (error->code == TEND_ERROR_NOT_FOUND && value != NULL)
    sentence = g_strdup_printf (_("There is no “%s” in the book."), value);
  else
    sentence = g_strdup (book_sentence ((TendErrorCode) error->code));

  return sentence != NULL ? sentence : g_strdup (error->message);
}

static TendExit
refusal_to_exit (TendReason reason)
{
  switch ((int) reason)
    {
    case TEND_REASON_SETTLED:
    case TEND_REASON_CHANGED_SINCE:
    case TEND_REASON_NOTHING:
      return TEND_EXIT_NOT_SO;
    default:
      return TEND_EXIT_INPUT;
    }
}

/* The exit status that says what kind of error it is. */
TendExit
tend_problem_to_exit (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return TEND_EXIT_USAGE;

  if (error->domain != TEND_ERROR)
    return TEND_EXIT_INPUT;

  switch ((TendErrorCode) error->code)
    {
    case TEND_ERROR_INPUT:
      return tend_error_get_reason (error) == TEND_REASON_UNKNOWN_FIELD ? TEND_EXIT_USAGE : TEND_EXIT_INPUT;
    case TEND_ERROR_AMBIGUOUS:
      return TEND_EXIT_INPUT;
    case TEND_ERROR_REFUSED:
      return refusal_to_exit (tend_error_get_reason (error));
    case TEND_ERROR_NOT_FOUND:
    case TEND_ERROR_CONFLICT:
      return TEND_EXIT_NOT_SO;
    case TEND_ERROR_FAILED:
    case TEND_ERROR_EXISTS:
    case TEND_ERROR_NOT_A_BOOK:
    case TEND_ERROR_NEWER:
    case TEND_ERROR_EMPTY:
    case TEND_ERROR_FOLDER:
    case TEND_ERROR_LINKED:
    case TEND_ERROR_UNREADABLE:
    case TEND_ERROR_READ_ONLY:
    case TEND_ERROR_FULL:
    case TEND_ERROR_BUSY:
    case TEND_ERROR_CORRUPT:
    case TEND_ERROR_LOST:
    case TEND_ERROR_ALONE:
    case TEND_ERROR_GONE:
    default:
      return TEND_EXIT_BOOK;
    }
}
