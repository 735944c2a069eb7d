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

static void
guess_products (Guess *guess)
{
  int number = find_header (guess, "productcode productnumber artikelnummer artikelnr sku itemnumber produktnummer", TRUE);

  map_column (guess, "key", find_header (guess, tend_product_words[0].headers, TRUE));
  map_column (guess, "number", number);
  map_table (guess, tend_product_words);
}

/* What a line costs, where the file says only how many and at what price. */
static char *
guess_line_value (Guess *guess)
{
  int price = find_header (guess, TEND_WORDS_UNIT_PRICE, TRUE);
  int quantity = find_header (guess, TEND_WORDS_QUANTITY, FALSE);

  if (price < 0 || quantity < 0)
    return NULL;
  guess->taken[price] = TRUE;

  return g_strdup_printf ("{%s} * {%s}", column_name (guess, price), column_name (guess, quantity));
}

static void
guess_purchases (Guess *guess)
{
  int account = find_header (guess, tend_purchase_words[1].headers, TRUE);
  int invoice = account < 0 ? find_header (guess, tend_invoice_words[0].headers, TRUE) : -1;
  int line = find_header (guess, TEND_WORDS_LINE_NUMBER, TRUE);

  if (invoice >= 0 && strcmp (guess->squashed[invoice], "id") != 0)
    map_column (guess, "invoice", invoice);
  map_table (guess, tend_purchase_words);

  if (tend_import_mapping_get (guess->mapping, "yearly_value") == NULL)
    {
      g_autofree char *value = guess_line_value (guess);

      tend_import_mapping_set (guess->mapping, "yearly_value", value);
    }
  if (tend_import_mapping_get (guess->mapping, "key") == NULL && invoice >= 0)
    {
      const char *product = tend_import_mapping_get (guess->mapping, "product");
      int parts[2] = { invoice, line >= 0 ? line : product != NULL ? tend_csv_dialect_find_column (guess->dialect, product) : -1 };

      map_joined (guess, "key", parts, 2, "-");
    }
}

/* Payments alone: those that name an invoice are added up for it, others lower the balance of the account by themselves. */
static void
guess_payments (Guess *guess,
                int    date)
{
  const char *amount = tend_import_mapping_get (guess->mapping, "amount");
  gboolean alone = tend_import_mapping_get (guess->mapping, "account") != NULL;
  g_autofree char *paid = amount != NULL ? g_strconcat (alone ? "" : "+", amount, NULL) : NULL;

  tend_import_mapping_set (guess->mapping, "amount", NULL);
  tend_import_mapping_set (guess->mapping, "paid", paid);
  if (alone)
    map_column (guess, "issued_on", date);
  else
    tend_import_mapping_set (guess->mapping, "paid_on", NULL); /* its payments have several */
}

static void
guess_invoices (Guess *guess)
{
  int number = find_header (guess, "invoicenumber rechnungsnummer rechnungsnr belegnummer belegnr ordernumber checknumber", TRUE);
  int payment;

  map_column (guess, "key", find_header (guess, tend_invoice_words[0].headers, TRUE));
  map_column (guess, "number", number);
  map_table (guess, tend_invoice_words);

  payment = find_header (guess, TEND_WORDS_PAYMENT_DATE, FALSE);
  if (payment >= 0 && tend_import_mapping_get (guess->mapping, "issued_on") == NULL &&
      tend_import_mapping_get (guess->mapping, "paid") == NULL)
    guess_payments (guess, payment);
  if (tend_import_mapping_get (guess->mapping, "amount") == NULL &&
      tend_import_mapping_get (guess->mapping, "paid") == NULL)
    {
      g_autofree char *value = guess_line_value (guess);
      g_autofree char *sum = value != NULL ? g_strconcat ("+", value, NULL) : NULL;

      tend_import_mapping_set (guess->mapping, "amount", sum);
    }
}

static void
guess_interactions (Guess *guess)
{
  int at[2] = { find_header (guess, TEND_WORDS_HAPPENED_DATE, TRUE), find_header (guess, TEND_WORDS_HAPPENED_TIME, TRUE) };

  if (at[0] >= 0)
    map_joined (guess, "at", at, 2, " ");
  map_table (guess, tend_interaction_words);
}

static void
guess_needs (Guess *guess)
{
  map_table (guess, tend_need_words);
}

static void
guess_opportunities (Guess *guess)
{
  map_table (guess, tend_opportunity_words);
}

static void
guess_pulses (Guess *guess)
{
  int at[2] = { find_header (guess, TEND_WORDS_HAPPENED_DATE, TRUE), find_header (guess, TEND_WORDS_HAPPENED_TIME, TRUE) };

  if (at[0] >= 0)
    map_joined (guess, "at", at, 2, " ");
  map_table (guess, tend_pulse_words);
}

static void
guess_liaisons (Guess *guess)
{
  map_table (guess, tend_liaison_words);
}

static void
guess_whitespace (Guess *guess)
{
  map_table (guess, tend_whitespace_words);
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
    [TEND_IMPORT_PRODUCTS] = guess_products,
    [TEND_IMPORT_PURCHASES] = guess_purchases,
    [TEND_IMPORT_INVOICES] = guess_invoices,
    [TEND_IMPORT_INTERACTIONS] = guess_interactions,
    [TEND_IMPORT_NEEDS] = guess_needs,
    [TEND_IMPORT_OPPORTUNITIES] = guess_opportunities,
    [TEND_IMPORT_PULSES] = guess_pulses,
    [TEND_IMPORT_LIAISONS] = guess_liaisons,
    [TEND_IMPORT_WHITESPACE] = guess_whitespace,
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
