/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "problem-reporter.h"

#include <glib/gi18n.h>

#include "core/book.h"
#include "ui/text/words.h"

/* In the order of the fields that nouns have in common; a field is named so that the sentence can be understood away
 * from the entry it is about. */
static const char *
field_word (const GError *error)
{
  const char *field = tend_error_get_field (error);
  const TendNoun *const *nouns = tend_nouns ();

  if (field == NULL)
    return NULL;

  for (int i = 0; nouns[i] != NULL; i++)
    {
      if (tend_noun_get_field (nouns[i], field) != NULL)
        return tend_words_field (nouns[i], field);
    }

  return NULL;
}

static const char *
reason_sentence (TendReason reason)
{
  switch (reason)
    {
    case TEND_REASON_REQUIRED: return _("This must be filled in.");
    case TEND_REASON_TOO_LONG: return _("This is longer than Tend can keep.");
    case TEND_REASON_CONTROL: return _("This holds characters that cannot be shown.");
    case TEND_REASON_NOT_A_DATE: return _("This is not a date. Write one like 2026-11-24.");
    case TEND_REASON_SHORT_YEAR: return _("A year of two digits does not say its century.");
    case TEND_REASON_NOT_A_NUMBER: return _("This is not a number.");
    case TEND_REASON_NOT_A_ZONE: return _("This is not a time zone. Write one like Europe/Berlin.");
    case TEND_REASON_UNKNOWN_WORD: return _("This is not one of the choices.");
    case TEND_REASON_OUT_OF_RANGE: return _("This is too large or too small.");
    case TEND_REASON_NOT_AN_EMAIL: return _("This is not an e-mail address.");
    case TEND_REASON_NOT_A_WEBSITE: return _("This is not a web address.");
    case TEND_REASON_UNKNOWN_FIELD: return _("There is no such field.");
    case TEND_REASON_TAKEN: return _("Another entry has this already.");
    case TEND_REASON_SELF: return _("An entry cannot refer to itself.");
    case TEND_REASON_RING: return _("That would make a ring: in the end she would report to herself.");
    case TEND_REASON_INACTIVE: return _("Accounts cannot go to a manager who is no longer active.");
    case TEND_REASON_PRESENT_OWNER: return _("The accounts belong to this manager already.");
    case TEND_REASON_HAS_ACCOUNTS: return _("The manager still has accounts. Hand them over first.");
    case TEND_REASON_HAS_REPORTS: return _("Others still report to this manager. Let them report to somebody else first.");
    case TEND_REASON_HAS_HISTORY: return _("The manager has a part in handovers, and history stays. Deactivate the manager instead.");
    case TEND_REASON_MISSING: return _("What this refers to is no longer in the book.");
    case TEND_REASON_SETTLED: return _("This follow-up has been settled meanwhile.");
    case TEND_REASON_CHANGED_SINCE: return _("It cannot be undone, because it has been changed since.");
    case TEND_REASON_NOTHING: return _("There is nothing left to undo.");
    case TEND_REASON_ENDS_BEFORE: return _("It would end before it begins.");
    case TEND_REASON_NOT_A_CURRENCY: return _("This is not a currency. Write its code, like EUR.");
    case TEND_REASON_NOT_AN_AMOUNT: return _("This is not an amount. Write one like 1,234.56.");
    case TEND_REASON_OTHER_CURRENCY: return _("This is in another currency than the client’s other amounts.");
    case TEND_REASON_HAS_PURCHASES: return _("Clients have this product. Mark it as no longer sold instead.");
    case TEND_REASON_HAS_MONEY: return _("The account has amounts in its currency, so the currency cannot be changed.");
    case TEND_REASON_BINARY: return _("This file is no text. Choose a CSV file.");
    case TEND_REASON_SPREADSHEET: return _("This is a workbook of a spreadsheet. Save it as CSV there, and choose that file.");
    case TEND_REASON_NONE:
    default:
      return _("This cannot be done.");
    }
}

static char *
counted_sentence (const GError *error)
{
  const char *value = tend_error_get_value (error);
  guint n = value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;

  if (n == 0)
    return NULL;
  if (tend_error_get_reason (error) == TEND_REASON_HAS_ACCOUNTS)
    return g_strdup_printf (ngettext ("The manager still has %'u account. Hand it over first.",
                                      "The manager still has %'u accounts. Hand them over first.", n), n);
  if (tend_error_get_reason (error) == TEND_REASON_HAS_REPORTS)
    return g_strdup_printf (ngettext ("%'u manager still reports to this one. Let her report to somebody else first.",
                                      "%'u managers still report to this one. Let them report to somebody else first.", n), n);

  return NULL;
}

static char *
refusal_sentence (const GError *error)
{
  char *counted = counted_sentence (error);
  const char *sentence = reason_sentence (tend_error_get_reason (error));
  const char *word = field_word (error);

  if (counted != NULL)
    return counted;
  /* Translators: the name of a field, then what is wrong with it: "Customer Since: This is not a date." */
  if (word != NULL && error->code == TEND_ERROR_INPUT)
    return g_strdup_printf (_("%s: %s"), word, sentence);

  return g_strdup (sentence);
}

static const char *
code_sentence (int code)
{
  switch (code)
    {
    case TEND_ERROR_NOT_FOUND: return _("It is no longer there.");
    case TEND_ERROR_AMBIGUOUS: return _("Several entries have this name. Choose one of them.");
    case TEND_ERROR_CONFLICT: return _("Somebody else has changed this meanwhile. Look at it again before you change it.");
    case TEND_ERROR_EXISTS: return _("There is something at that place already. Choose another.");
    case TEND_ERROR_NOT_A_BOOK: return _("This file is not a book of Tend. It was left untouched.");
    case TEND_ERROR_NEWER: return _("This book was written by a newer Tend. It was left untouched; a newer Tend opens it.");
    case TEND_ERROR_EMPTY: return _("This file is empty, so there is no book in it. Perhaps a backup can be restored.");
    case TEND_ERROR_FOLDER: return _("This is a folder or a device, not a file with a book.");
    case TEND_ERROR_LINKED: return _("This file has a second name on the disk, so Tend could not keep it whole. Copy it, and open the copy.");
    case TEND_ERROR_UNREADABLE: return _("The file cannot be read. Perhaps you have no permission, or the disk has failed.");
    case TEND_ERROR_READ_ONLY: return _("The file, or the folder it stands in, cannot be written. Nothing was changed.");
    case TEND_ERROR_FULL: return _("The disk is full. Nothing was changed; make room and try again.");
    case TEND_ERROR_BUSY: return _("Another program is using the book for long. Nothing was changed; try again in a moment.");
    case TEND_ERROR_LOST: return _("The book is older than when Tend last used it: its newest changes are missing. Perhaps the file beside it that ends in “-wal” was removed. Look through what you did last.");
    case TEND_ERROR_GONE: return _("The file of the book was moved, deleted or replaced while it was open. Nothing was changed; put it back, or close Tend and open the book again.");
    case TEND_ERROR_CORRUPT: return _("The book is damaged. Restore the newest backup; the damaged file is kept aside.");
    default: return NULL;
    }
}

/* Where such a book can be opened from: its own folder is the one that a sandbox has for good. */
static char *
alone_sentence (void)
{
  g_autofree char *usual = tend_book_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autofree char *shown = g_filename_display_name (folder);

  /* Translators: %s is a folder */
  return g_strdup_printf (_("Tend is allowed to see this file alone, and a book needs its folder too. Copy it to %s, and open the copy."), shown);
}

static char *
system_sentence (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_strdup (_("There is no such file."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    return g_strdup (_("You have no permission for that file."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return g_strdup (code_sentence (TEND_ERROR_FULL));

  /* Translators: %s is what the system says about a failure */
  return g_strdup_printf (_("It did not work. The system says: %s"), error->message);
}

char *
tend_problem_sentence (const GError *error)
{
  const char *sentence;

  if (error->domain != TEND_ERROR)
    return system_sentence (error);
  if (error->code == TEND_ERROR_INPUT || error->code == TEND_ERROR_REFUSED)
    return refusal_sentence (error);

  if (error->code == TEND_ERROR_ALONE)
    return alone_sentence ();

  sentence = code_sentence (error->code);
  return sentence != NULL ? g_strdup (sentence) : system_sentence (error);
}

const char *
tend_problem_title (const GError *error)
{
  if (error->domain != TEND_ERROR)
    return _("It Did Not Work");

  switch (error->code)
    {
    case TEND_ERROR_NOT_FOUND: return _("There Is No Such Book");
    case TEND_ERROR_NOT_A_BOOK: return _("Not a Book");
    case TEND_ERROR_NEWER: return _("The Book Is Too New");
    case TEND_ERROR_EMPTY: return _("The File Is Empty");
    case TEND_ERROR_FOLDER: return _("Not a File");
    case TEND_ERROR_LINKED: return _("The Book Has Two Names");
    case TEND_ERROR_ALONE: return _("The Book Needs Its Folder");
    case TEND_ERROR_UNREADABLE: return _("The Book Cannot Be Read");
    case TEND_ERROR_READ_ONLY: return _("The Book Cannot Be Written");
    case TEND_ERROR_FULL: return _("The Disk Is Full");
    case TEND_ERROR_BUSY: return _("The Book Is in Use");
    case TEND_ERROR_LOST: return _("Changes Are Missing");
    case TEND_ERROR_GONE: return _("The Book Is Gone");
    case TEND_ERROR_CORRUPT: return _("The Book Is Damaged");
    default: return _("It Did Not Work");
    }
}

gboolean
tend_problem_is_grave (const GError *error)
{
  return error->domain == TEND_ERROR
         && (error->code == TEND_ERROR_FULL || error->code == TEND_ERROR_READ_ONLY || error->code == TEND_ERROR_CORRUPT
             || error->code == TEND_ERROR_UNREADABLE || error->code == TEND_ERROR_ALONE
             || error->code == TEND_ERROR_GONE);
}

static void
show_dialog (const char *title,
             const char *sentence,
             GtkWidget  *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, sentence);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}

void
tend_problem_report (const GError    *error,
                     GtkWidget       *parent,
                     AdwToastOverlay *toasts)
{
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_debug ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  sentence = tend_problem_sentence (error);
  if (tend_problem_is_grave (error))
    {
      show_dialog (tend_problem_title (error), sentence, parent);
      return;
    }

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (parent), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}
