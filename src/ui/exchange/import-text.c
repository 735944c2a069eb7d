/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-text.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/entities/account.h"
#include "core/entities/contact.h"
#include "core/entities/follow-up.h"
#include "core/entities/manager.h"
#include "ui/text/words.h"

#define MAX_VALUE 60

const char *
tend_import_text_kind (TendImportKind kind)
{
  switch (kind)
    {
    case TEND_IMPORT_MANAGERS: return _("Managers");
    case TEND_IMPORT_CONTACTS: return _("Contacts");
    case TEND_IMPORT_FOLLOW_UPS: return _("Follow-Ups");
    case TEND_IMPORT_PRODUCTS: return _("Products");
    case TEND_IMPORT_PURCHASES: return _("Purchases");
    case TEND_IMPORT_INVOICES: return _("Invoices");
    case TEND_IMPORT_INTERACTIONS: return _("Interactions");
    case TEND_IMPORT_NEEDS: return _("Needs");
    case TEND_IMPORT_OPPORTUNITIES: return _("Opportunities");
    case TEND_IMPORT_PULSES: return _("Pulses");
    case TEND_IMPORT_LIAISONS: return _("Liaisons");
    case TEND_IMPORT_WHITESPACE: return _("White Space");
    case TEND_IMPORT_ACCOUNTS:
    case TEND_IMPORT_N_KINDS:
    default: return _("Accounts");
    }
}

const char *
tend_import_text_kind_hint (TendImportKind kind)
{
  if (kind == TEND_IMPORT_INVOICES)
    return _("Also their lines, and payments");
  if (kind == TEND_IMPORT_PURCHASES)
    return _("Also the lines of orders");

  return "";
}

char *
tend_import_text_field (TendImportKind  kind,
                        const char     *field)
{
  if (strcmp (field, "key") == 0)
    return g_strdup (_("Own Key of the Row"));
  if (strcmp (field, "due") == 0)
    return g_strdup (tend_words_field (&tend_follow_up_noun, "due_wall"));
  if (strcmp (field, "zone") == 0)
    return g_strdup (tend_words_field (&tend_account_noun, "zone"));
  if (strcmp (field, "contact.name") == 0)
    return g_strdup (_("Main Contact: Full Name"));
  if (g_str_has_prefix (field, "contact."))
    /* Translators: %s is a field of the main contact, such as "Family Name" */
    return g_strdup_printf (_("Main Contact: %s"), tend_words_field (&tend_contact_noun, field + strlen ("contact.")));
  if (kind == TEND_IMPORT_CONTACTS && strcmp (field, "name") == 0)
    return g_strdup (_("Full Name"));
  if (kind == TEND_IMPORT_PURCHASES && strcmp (field, "invoice") == 0)
    return g_strdup (_("Account and Day of Invoice"));
  if (strcmp (field, "discontinued") == 0)
    return g_strdup (_("No Longer Sold"));

  return g_strdup (tend_words_field (tend_noun_from_name (tend_import_kind_to_string (kind)), field));
}

char *
tend_import_text_source (const char *source)
{
  gboolean adds_up = *source == '+' && strchr (source, '{') != NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = adds_up ? source + 1 : source; *p != '\0'; p++)
    if (*p == '*')
      g_string_append (text, "×");
    else if (*p != '{' && *p != '}')
      g_string_append_c (text, *p);

  if (adds_up)
    g_string_prepend (text, "Σ ");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
tend_import_text_place (const TendImportProblem *problem)
{
  g_autofree char *column = tend_words_one_line (problem->column, MAX_VALUE);

  if (problem->row == 0 && problem->column == NULL)
    return g_strdup (_("The whole file"));
  if (problem->row == 0)
    return g_strdup_printf (_("Column “%s”"), column);
  if (problem->column == NULL)
    return g_strdup_printf (_("Row %lu"), (gulong) problem->row);

  return g_strdup_printf (_("Row %1$lu, column “%2$s”"), (gulong) problem->row, column);
}

/* Where a value has to lie. */
static char *
range_text (const char *name,
            const char *value)
{
  if (g_strcmp0 (name, "quantity") == 0)
    return g_strdup_printf (_("“%s” is no quantity: one is 1 or more, and what came back is a credit among the invoices."), value);
  if (g_strcmp0 (name, "probability") == 0)
    return g_strdup_printf (_("“%s” is no probability: one is 0 to 100 percent."), value);
  if (g_strcmp0 (name, "score") == 0)
    return g_strdup_printf (_("“%s” is no score: one is 0 to 10."), value);
  if (g_strcmp0 (name, "at") == 0)
    return g_strdup_printf (_("“%s” does not lie within the years 1970 to 2099."), value);

  return g_strdup_printf (_("“%s” is too large or too small."), value);
}

/* What a value is wrong for. */
static char *
value_text (TendReason  reason,
            const char *name,
            const char *field,
            const char *value)
{
  switch (reason)
    {
    case TEND_REASON_REQUIRED: return g_strdup_printf (_("“%s” must not be empty."), field);
    case TEND_REASON_TOO_LONG: return g_strdup_printf (_("The text for “%s” is too long."), field);
    case TEND_REASON_NOT_A_DATE: return g_strdup_printf (_("“%s” is not a date or time."), value);
    case TEND_REASON_NOT_A_NUMBER: return g_strdup_printf (_("“%s” is not a number."), value);
    case TEND_REASON_NOT_A_ZONE: return g_strdup_printf (_("“%s” is not a time zone."), value);
    case TEND_REASON_UNKNOWN_WORD: return g_strdup_printf (_("“%1$s” is none of the choices for “%2$s”."), value, field);
    case TEND_REASON_SHORT_YEAR: return g_strdup_printf (_("“%s” does not say its century."), value);
    case TEND_REASON_OUT_OF_RANGE: return range_text (name, value);
    case TEND_REASON_NOT_AN_EMAIL: return g_strdup_printf (_("“%s” is not an e-mail address."), value);
    case TEND_REASON_NOT_A_WEBSITE: return g_strdup_printf (_("“%s” is not a web address."), value);
    case TEND_REASON_CONTROL: return g_strdup_printf (_("“%s” holds characters that are no text."), value);
    case TEND_REASON_ENDS_BEFORE: return g_strdup_printf (_("“%s” lies before the beginning."), value);
    case TEND_REASON_NOT_A_CURRENCY: return g_strdup_printf (_("“%s” is not a currency."), value);
    case TEND_REASON_NOT_AN_AMOUNT: return g_strdup_printf (_("“%s” is not an amount."), value);
    case TEND_REASON_HAS_MONEY: return g_strdup (_("The account has sums in its currency, so that cannot be changed."));
    case TEND_REASON_NONE:
    case TEND_REASON_OTHER_CURRENCY:
    case TEND_REASON_HAS_PURCHASES:
    case TEND_REASON_UNKNOWN_FIELD:
    case TEND_REASON_TAKEN:
    case TEND_REASON_SELF:
    case TEND_REASON_RING:
    case TEND_REASON_INACTIVE:
    case TEND_REASON_PRESENT_OWNER:
    case TEND_REASON_HAS_ACCOUNTS:
    case TEND_REASON_HAS_REPORTS:
    case TEND_REASON_HAS_HISTORY:
    case TEND_REASON_MISSING:
    case TEND_REASON_SETTLED:
    case TEND_REASON_CHANGED_SINCE:
    case TEND_REASON_NOTHING:
    case TEND_REASON_BINARY:
    case TEND_REASON_SPREADSHEET:
    default:
      return g_strdup_printf (_("“%1$s” cannot be used for “%2$s”."), value, field);
    }
}

/* A plain number ("3703.705") as it is written here. */
static char *
dup_local_number (const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (strspn (text, "-0123456789.") != strlen (text))
    return g_strdup (text);

  parts = g_strsplit (text, ".", 2);
  return g_strjoinv (nl_langinfo (RADIXCHAR), parts);
}

static char *
rounded_text (const char *before,
              const char *after)
{
  g_autofree char *local_before = dup_local_number (before);
  g_autofree char *local_after = dup_local_number (after);

  return g_strdup_printf (_("“%1$s” becomes %2$s."), local_before, local_after);
}

/* Without a column for it the key is made of other values, and is nothing that a person ever saw. */
static char *
repeated_text (const TendImportProblem *problem,
               const char              *value,
               const char              *detail)
{
  if (problem->column == NULL)
    return g_strdup_printf (_("Row %s is called the same, and no key tells the two apart."), detail);

  return g_strdup_printf (_("The key “%1$s” stands in row %2$s already."), value, detail);
}

static char *
problem_text (const TendImportProblem *problem,
              const char              *field,
              const char              *value,
              const char              *detail)
{
  switch (problem->code)
    {
    case TEND_IMPORT_VALUE: return value_text (problem->reason, problem->field, field, value);
    case TEND_IMPORT_TOO_MANY_CELLS: return g_strdup_printf (_("The row has %1$s cells, more than the %2$s columns."), value, detail);
    case TEND_IMPORT_TOO_FEW_CELLS: return g_strdup_printf (_("The row has %1$s cells, fewer than the %2$s columns."), value, detail);
    case TEND_IMPORT_OPEN_QUOTE: return g_strdup (_("A quotation mark opens here and none closes."));
    case TEND_IMPORT_UNDECODABLE: return g_strdup_printf (_("“%s” holds letters that this encoding has not."), value);
    case TEND_IMPORT_UNKNOWN_LINK: return g_strdup_printf (_("There is no “%1$s” for “%2$s” in the book."), value, field);
    case TEND_IMPORT_AMBIGUOUS_LINK: return g_strdup_printf (_("“%s” fits several in the book."), value);
    case TEND_IMPORT_REPEATED_KEY: return repeated_text (problem, value, detail);
    case TEND_IMPORT_NUMBER_TAKEN:
      return g_strdup_printf (_("The number “%1$s” belongs to “%2$s” already. Change it in the file or there, or let no column be the number."),
                              value, detail);
    case TEND_IMPORT_SELF: return g_strdup_printf (_("“%s” would refer to itself."), value);
    case TEND_IMPORT_RING:
      return g_strdup_printf (g_strcmp0 (problem->field, "parent") == 0 ? _("Belonging to “%s” would form a ring.")
                                                                        : _("Reporting to “%s” would form a ring."), value);
    case TEND_IMPORT_NOTHING_NAMED: return g_strdup (_("The row has no name."));
    case TEND_IMPORT_OTHER_CURRENCY: return g_strdup_printf (_("The sum is in %1$s, but it should be in %2$s."), value, detail);
    case TEND_IMPORT_GROUP_LEFT_OUT:
      return g_strdup_printf (_("Rows with the key “%1$s” are added up, and row %2$s of them has a problem."), value, detail);
    case TEND_IMPORT_ROUNDED: return rounded_text (value, detail);
    case TEND_IMPORT_TRIMMED: return g_strdup_printf (_("Blanks around “%s” were taken off."), value);
    case TEND_IMPORT_CONTROL: return g_strdup_printf (_("Characters in “%s” that are no text became blanks."), value);
    case TEND_IMPORT_STRAY_QUOTE: return g_strdup_printf (_("A quotation mark in “%s” was kept as text."), value);
    case TEND_IMPORT_KEPT: return g_strdup_printf (_("“%1$s” was changed in Tend and is kept; the file says “%2$s”."), field, value);
    case TEND_IMPORT_REPEATED_NAME: return g_strdup_printf (_("“%1$s” stands in row %2$s too; both are taken."), value, detail);
    case TEND_IMPORT_UNUSUAL_LINE: return g_strdup_printf (_("“%s” has the same or a lower role; this is unusual."), value);
    case TEND_IMPORT_DOUBTFUL_DATES: return g_strdup (_("Days and months may be the other way round."));
    case TEND_IMPORT_DOUBTFUL_NUMBERS: return g_strdup (_("Points and commas in numbers may be the other way round."));
    case TEND_IMPORT_DOUBTFUL_ENCODING: return g_strdup_printf (_("The encoding is a guess: %s. Look at the letters."), value);
    default: return g_strdup ("");
    }
}

char *
tend_import_text_problem (TendImportKind           kind,
                          const TendImportProblem *problem)
{
  g_autofree char *field = problem->field != NULL ? tend_import_text_field (kind, problem->field) : g_strdup (problem->column);
  g_autofree char *shown_field = tend_words_one_line (field, MAX_VALUE);
  g_autofree char *value = tend_words_one_line (problem->value, MAX_VALUE);
  g_autofree char *detail = tend_words_one_line (problem->detail, MAX_VALUE);

  return problem_text (problem, shown_field, value, detail);
}

static void
add_line (GString *lines,
          char    *line)   /* (transfer full) */
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

#define N(count) ((gulong) MIN (count, G_MAXULONG))

static void
add_would_lines (GString                *lines,
                 const TendImportResult *result)
{
  if (result->added > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row would be added.",
                                                "%lu rows would be added.", N (result->added)),
                                      N (result->added)));
  if (result->contacts_added > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu main contact would come with them.",
                                                "%lu main contacts would come with them.", N (result->contacts_added)),
                                      N (result->contacts_added)));
  if (result->updated > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row would be updated.",
                                                "%lu rows would be updated.", N (result->updated)),
                                      N (result->updated)));
  if (result->skipped > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row has a problem and cannot be taken.",
                                                "%lu rows have a problem and cannot be taken.", N (result->skipped)),
                                      N (result->skipped)));
}

static void
add_done_lines (GString                *lines,
                const TendImportResult *result)
{
  if (result->added > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row was added.",
                                                "%lu rows were added.", N (result->added)),
                                      N (result->added)));
  if (result->contacts_added > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu main contact came with them.",
                                                "%lu main contacts came with them.", N (result->contacts_added)),
                                      N (result->contacts_added)));
  if (result->updated > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row was updated.",
                                                "%lu rows were updated.", N (result->updated)),
                                      N (result->updated)));
  if (result->skipped > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row was left out.",
                                                "%lu rows were left out.", N (result->skipped)),
                                      N (result->skipped)));
}

/* Lists come in any order, and this is what is seen of one that comes too early: said once, with the way out. */
static void
add_link_line (GString                *lines,
               const TendImportResult *result)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const TendImportProblem *problem = g_ptr_array_index (result->problems, i);
      g_autofree char *field = NULL;

      if (problem->code != TEND_IMPORT_UNKNOWN_LINK || problem->field == NULL)
        continue;
      field = tend_import_text_field (result->kind, problem->field);
      /* Translators: %s is a field, "Owner" */
      add_line (lines, g_strdup_printf (_("What “%1$s” names is not all in the book: import that list first, or let no column be “%1$s”."), field));
      return;
    }
}

char *
tend_import_text_summary (const TendImportResult *result)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (result->dry_run || result->refused)
    add_would_lines (lines, result);
  else
    add_done_lines (lines, result);
  if (result->unchanged > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row is in the book already.",
                                                "%lu rows are in the book already.", N (result->unchanged)),
                                      N (result->unchanged)));
  if (result->kept > 0)
    add_line (lines, g_strdup_printf (ngettext ("In %lu row something that was changed in Tend is kept.",
                                                "In %lu rows something that was changed in Tend is kept.", N (result->kept)),
                                      N (result->kept)));
  if (result->joined > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu row is added up with an earlier one of its key.",
                                                "%lu rows are added up with earlier ones of their keys.", N (result->joined)),
                                      N (result->joined)));
  if (result->rounded > 0)
    add_line (lines, g_strdup_printf (ngettext ("%lu sum has more decimals than its currency and is rounded half up.",
                                                "%lu sums have more decimals than their currency and are rounded half up.", N (result->rounded)),
                                      N (result->rounded)));
  add_link_line (lines, result);
  if (lines->len == 0)
    add_line (lines, g_strdup (_("The file has no rows.")));

  return g_string_free_and_steal (g_steal_pointer (&lines));
}
