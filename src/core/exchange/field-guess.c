/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-field-guess"

#include "config.h"

#include <string.h>

#include "field-words.h"
#include "import-mapping.h"
#include "import-words.h"

/*
 * From headers to fields.
 *
 * Headers are compared by their letters and digits alone, umlauts written out: "E-mail 1 - Value", "E-Mail 1: Value"
 * and "email1value" are one. Each field knows the headers that mean it, the surest first; a column goes to one field
 * (the customer's number excepted, which is also the source's key).
 */

typedef struct
{
  TendCsvDialect    *dialect;
  TendImportMapping *mapping;
  char             **squashed;  /* of each column */
  gboolean          *taken;
} Guess;

/* The column that the surest of @headers names, -1 where none does. With @free_only, none that a field has taken. */
static int
find_header (Guess      *guess,
             const char *headers,
             gboolean    free_only)
{
  g_auto (GStrv) words = g_strsplit (headers, " ", -1);

  for (guint w = 0; words[w] != NULL; w++)
    for (guint i = 0; i < guess->dialect->columns->len; i++)
      if (!(free_only && guess->taken[i]) && strcmp (guess->squashed[i], words[w]) == 0)
        return i;

  return -1;
}

static const char *
column_name (Guess *guess,
             int    column)
{
  return tend_csv_dialect_get_column (guess->dialect, column)->name;
}

static void
map_column (Guess      *guess,
            const char *field,
            int         column)
{
  if (column < 0)
    return;
  guess->taken[column] = TRUE;
  tend_import_mapping_set (guess->mapping, field, column_name (guess, column));
}

/* A pattern of the columns found, in their order, parted by @separator. */
static void
map_joined (Guess      *guess,
            const char *field,
            const int  *columns,
            guint       n,
            const char *separator)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  guint n_found = 0;
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      if (columns[i] < 0)
        continue;
      g_string_append_printf (pattern, "%s{%s}", n_found > 0 ? separator : "", column_name (guess, columns[i]));
      guess->taken[columns[i]] = TRUE;
      found = columns[i];
      n_found++;
    }

  if (n_found == 1)
    map_column (guess, field, found);
  else if (n_found > 1)
    tend_import_mapping_set (guess->mapping, field, pattern->str);
}

/* Every column that one of @headers names: a person has several addresses. */
static void
map_all (Guess      *guess,
         const char *field,
         const char *headers)
{
  g_autofree int *columns = g_new (int, guess->dialect->columns->len);
  guint n = 0;
  int column;

  while (n < guess->dialect->columns->len && (column = find_header (guess, headers, TRUE)) >= 0)
    {
      columns[n++] = column;
      guess->taken[column] = TRUE;
    }

  map_joined (guess, field, columns, n, ", ");
}

static void
map_table (Guess               *guess,
           const TendFieldWords *table)
{
  for (; table->field != NULL; table++)
    if (tend_import_mapping_get (guess->mapping, table->field) == NULL)
      map_column (guess, table->field, find_header (guess, table->headers, TRUE));
}

static void
map_street (Guess *guess)
{
  int lines[3];
  int house = find_header (guess, TEND_WORDS_HOUSE_NUMBER, TRUE);

  lines[0] = find_header (guess, TEND_WORDS_STREET, TRUE);
  if (house >= 0 && lines[0] >= 0)
    {
      lines[1] = house;
      map_joined (guess, "street", lines, 2, " ");
      return;
    }

  lines[1] = find_header (guess, TEND_WORDS_STREET_2, TRUE);
  lines[2] = find_header (guess, TEND_WORDS_STREET_3, TRUE);
  map_joined (guess, "street", lines, 3, ", ");
}

static gboolean
mostly_filled (Guess *guess,
               int    column)
{
  const TendCsvColumn *c = tend_csv_dialect_get_column (guess->dialect, column);

  return c->seen == 0 || c->filled * 2 >= c->seen;
}

/* Firms with a person each, or persons of whom some name their firm? What most rows have is the account. */
static void
map_account_name (Guess *guess)
{
  int person[2] = { find_header (guess, TEND_WORDS_GIVEN, TRUE), find_header (guess, TEND_WORDS_FAMILY, TRUE) };
  int company = find_header (guess, TEND_WORDS_COMPANY, TRUE);
  gboolean persons = person[1] >= 0 && (company < 0 || !mostly_filled (guess, company));

  if (!persons)
    {
      map_column (guess, "name", company);
      if (company < 0)
        map_column (guess, "name", find_header (guess, TEND_WORDS_NAME, TRUE));
      map_column (guess, "contact.given", person[0]);
      map_column (guess, "contact.family", person[1]);
      return;
    }

  map_joined (guess, "name", person, 2, " ");
  tend_import_mapping_set (guess->mapping, "kind", "=person");
  map_column (guess, "contact.given", person[0]);
  map_column (guess, "contact.family", person[1]);
  if (company >= 0)
    map_column (guess, "notes", company);
}

static void
guess_accounts (Guess *guess)
{
  int number = find_header (guess, TEND_WORDS_ACCOUNT_NUMBER, TRUE);

  map_column (guess, "key", find_header (guess, TEND_WORDS_ACCOUNT_KEY, TRUE));
  map_column (guess, "number", number);
  map_account_name (guess);
  map_street (guess);
  map_table (guess, tend_account_words);

  /* What follows describes a person, and makes none. */
  if (tend_import_mapping_get (guess->mapping, "contact.name") != NULL ||
      tend_import_mapping_get (guess->mapping, "contact.family") != NULL)
    map_table (guess, tend_account_contact_words);
  else if (tend_import_mapping_get (guess->mapping, "key") == NULL)
    map_column (guess, "key", find_header (guess, TEND_WORDS_RECORD_KEY, TRUE));
}

static void
guess_managers (Guess *guess)
{
  int person[2] = { find_header (guess, TEND_WORDS_GIVEN, TRUE), find_header (guess, TEND_WORDS_FAMILY, TRUE) };

  if (person[1] >= 0)
    map_joined (guess, "name", person, 2, " ");
  map_table (guess, tend_manager_words);
}

static void
guess_contacts (Guess *guess)
{
  map_column (guess, "given", find_header (guess, TEND_WORDS_GIVEN, TRUE));
  map_column (guess, "family", find_header (guess, TEND_WORDS_FAMILY, TRUE));
  if (tend_import_mapping_get (guess->mapping, "family") == NULL)
    map_column (guess, "name", find_header (guess, TEND_WORDS_PERSON_NAME, TRUE));
  map_all (guess, "emails", TEND_WORDS_EMAILS);
  map_all (guess, "phones", TEND_WORDS_PHONES);
  map_table (guess, tend_contact_words);
}

static void
guess_follow_ups (Guess *guess)
{
  int due[2] = { find_header (guess, TEND_WORDS_DUE_DATE, TRUE), find_header (guess, TEND_WORDS_DUE_TIME, TRUE) };

  if (due[0] >= 0)
    map_joined (guess, "due", due, 2, " ");
  map_table (guess, tend_follow_up_words);
}

/**
 * tend_import_mapping_guess:
 * @kind: what the rows shall become
 * @dialect: the file's columns, and how far they are filled
 *
 * Guesses from English and German headers which columns make which fields. Columns that mean nothing known are left out.
 *
 * Returns: (transfer full): the mapping, empty where nothing was recognised
 */
TendImportMapping *
tend_import_mapping_guess (TendImportKind  kind,
                           TendCsvDialect *dialect)
{
  static void (* const guesses[TEND_IMPORT_N_KINDS]) (Guess *) = {
    [TEND_IMPORT_ACCOUNTS] = guess_accounts,
    [TEND_IMPORT_MANAGERS] = guess_managers,
    [TEND_IMPORT_CONTACTS] = guess_contacts,
    [TEND_IMPORT_FOLLOW_UPS] = guess_follow_ups,
  };
  guint n = dialect->columns->len;
  Guess guess = { dialect, tend_import_mapping_new (), g_new0 (char *, n + 1), g_new0 (gboolean, n + 1) };

  for (guint i = 0; i < n; i++)
    guess.squashed[i] = tend_import_squash (tend_csv_dialect_get_column (dialect, i)->name);

  guesses[kind] (&guess);

  g_strfreev (guess.squashed);
  g_free (guess.taken);

  return guess.mapping;
}
