/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/book.h"
#include "core/exchange/import-job.h"
#include "core/exchange/import-preview.h"
#include "support/import-text.h"
#include "support/temp-book.h"
#include "support/wait.h"

/* The same throws in every run. */
static GRand *dice;

typedef TendTempBook Fixture;

static void
take_text (TendBook       *book,
           TendImportKind  kind,
           const char     *text)
{
  g_autoptr (TendImportResult) result = tend_test_import_text (book, kind, text, NULL, TRUE);

  g_assert_cmpuint (result->n_skipping, ==, 0);
}

static void
assert_counts (TendImportResult *result,
               guint             read,
               guint             added,
               guint             updated,
               guint             unchanged,
               guint             kept,
               guint             skipped)
{
  g_assert_cmpuint (result->read, ==, read);
  g_assert_cmpuint (result->added, ==, added);
  g_assert_cmpuint (result->updated, ==, updated);
  g_assert_cmpuint (result->unchanged, ==, unchanged);
  g_assert_cmpuint (result->kept, ==, kept);
  g_assert_cmpuint (result->skipped, ==, skipped);
}

static guint
count (TendBook       *book,
       const TendNoun *noun)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tend_book_list (book, query, &error);

  g_assert_no_error (error);

  return ids->len;
}

static TendEntity *
find_one (TendBook       *book,
          const TendNoun *noun,
          const char     *field,
          const char     *text)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (tend_query_add (query, field, TEND_QUERY_IS, text, &error));
  found = tend_book_find (book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (g_ptr_array_index (found, 0));
}

static TendAccountRecord *
find_account (TendBook   *book,
              const char *number)
{
  g_autoptr (TendEntity) entity = find_one (book, &tend_account_noun, "number", number);

  return tend_account_record_copy ((const TendAccountRecord *) tend_entity_get_record (entity));
}

static TendManagerRecord *
find_manager (TendBook   *book,
              const char *name)
{
  g_autoptr (TendEntity) entity = find_one (book, &tend_manager_noun, "name", name);

  return tend_manager_record_copy ((const TendManagerRecord *) tend_entity_get_record (entity));
}

static void
apply (TendBook      *book,
       TendOperation *operation)
{
  g_autoptr (TendOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_true (tend_book_apply (book, owned, NULL, &error));
  g_assert_no_error (error);
}

static void
edit_city (TendBook   *book,
           const char *number,
           const char *city)
{
  g_autoptr (TendAccountRecord) before = find_account (book, number);
  g_autoptr (TendAccountRecord) after = tend_account_record_copy (before);

  g_set_str (&after->city, city);
  apply (book, tend_edit_operation_new_update (&before->base, &after->base));
}

#define MANAGERS "Personalnummer;Name;Titel;Vorgesetzter\n1;Petra Lang;Leiterin;\n2;Uwe Kern;Kundenbetreuer;1\n"
#define ACCOUNTS \
  "Kundennummer;Firma;Straße;PLZ;Ort;Betreuer;ABC;Ansprechpartner;E-Mail\n" \
  "K1;Brauhaus Weiß;Am Markt 1;01307;Dresden;2;A;Eva Roth;info@weiss.example\n" \
  "K2;Müller & Söhne;\"Hof 2\nHinterhaus\";80331;München;1;b-kunde;Jan van der Berg;\n" \
  "K3;Zander KG;;;Kiel;;;;\n"

static void
test_first (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendAccountRecord) account = NULL;
  g_autoptr (TendManagerRecord) manager = NULL;
  g_autoptr (TendManagerRecord) lead = NULL;
  g_autoptr (TendEntity) contact = NULL;
  const TendContactRecord *person;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, MANAGERS);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, NULL, TRUE);
  assert_counts (result, 3, 3, 0, 0, 0, 0);
  g_assert_cmpuint (result->contacts_added, ==, 2);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpint (result->batch, !=, 0);
  g_assert_cmpstr (result->source, ==, "test");
  g_assert_cmpstr (result->dialect->encoding, ==, "UTF-8");

  manager = find_manager (fixture->book, "Uwe Kern");
  lead = find_manager (fixture->book, "Petra Lang");
  g_assert_cmpint (manager->reports_to, ==, lead->base.id);
  g_assert_cmpint (lead->role, ==, TEND_ROLE_DIRECTOR);
  g_assert_cmpint (manager->role, ==, TEND_ROLE_MANAGER);
  g_assert_cmpstr (manager->title, ==, "Kundenbetreuer");

  account = find_account (fixture->book, "K1");
  g_assert_cmpstr (account->postcode, ==, "01307");
  g_assert_cmpint (account->owner, ==, manager->base.id);
  g_assert_cmpint (account->tier, ==, TEND_TIER_A);
  g_assert_cmpint (account->base.version, ==, 1);
  tend_account_record_free (account);
  account = find_account (fixture->book, "K2");
  g_assert_cmpstr (account->street, ==, "Hof 2\nHinterhaus");
  g_assert_cmpint (account->tier, ==, TEND_TIER_B);

  contact = find_one (fixture->book, &tend_contact_noun, "family", "van der Berg");
  person = (const TendContactRecord *) tend_entity_get_record (contact);
  g_assert_cmpstr (person->given, ==, "Jan");
  g_assert_true (person->main);
  g_assert_cmpint (person->account, ==, account->base.id);
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  const TendImportOptions overwrite = { .overwrite = TRUE };
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendAccountRecord) account = NULL;
  g_autofree char *moved = NULL;
  g_auto (GStrv) parts = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, MANAGERS);
  take_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS);

  /* The same once more: nothing. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, NULL, TRUE);
  assert_counts (result, 3, 0, 0, 3, 0, 0);
  g_assert_cmpint (result->batch, ==, 0);
  g_clear_pointer (&result, tend_import_result_unref);

  /* Changed in Tend: kept, and told. */
  edit_city (fixture->book, "K1", "Radebeul");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, NULL, TRUE);
  assert_counts (result, 3, 0, 0, 2, 1, 0);
  tend_test_import_assert_problems (result, "2 17 Ort");
  g_clear_pointer (&result, tend_import_result_unref);

  /* Changed in the file: taken; changed in both: kept. */
  parts = g_strsplit (ACCOUNTS, "Dresden", 2);
  moved = g_strjoin ("Pirna", parts[0], parts[1], NULL);
  g_strfreev (parts);
  parts = g_strsplit (moved, "Kiel", 2);
  g_free (moved);
  moved = g_strjoin ("Husum", parts[0], parts[1], NULL);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, moved, NULL, TRUE);
  assert_counts (result, 3, 0, 1, 1, 1, 0);
  g_clear_pointer (&result, tend_import_result_unref);
  account = find_account (fixture->book, "K1");
  g_assert_cmpstr (account->city, ==, "Radebeul");
  g_clear_pointer (&account, tend_account_record_free);
  account = find_account (fixture->book, "K3");
  g_assert_cmpstr (account->city, ==, "Husum");
  g_clear_pointer (&account, tend_account_record_free);

  /* Unless the file shall win. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, moved, &overwrite, TRUE);
  assert_counts (result, 3, 0, 1, 2, 0, 0);
  account = find_account (fixture->book, "K1");
  g_assert_cmpstr (account->city, ==, "Pirna");
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 3);
  g_assert_cmpuint (count (fixture->book, &tend_contact_noun), ==, 2);
}

/* Reassigned in Tend: kept. Given to another by the file: handed over, as by hand. */
static void
test_owners (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendAccountRecord) account = NULL;
  g_autoptr (TendManagerRecord) uwe = NULL;
  g_autoptr (TendManagerRecord) petra = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, MANAGERS);
  take_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Betreuer\nK1;Weiß;2\nK2;Abel;2\n");
  uwe = find_manager (fixture->book, "Uwe Kern");
  petra = find_manager (fixture->book, "Petra Lang");
  account = find_account (fixture->book, "K1");
  apply (fixture->book, tend_reassign_operation_new (&account->base.id, 1, petra->base.id, TEND_REASSIGN_DEFAULT, NULL));
  g_assert_cmpuint (count (fixture->book, &tend_handover_noun), ==, 1);

  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Betreuer\nK1;Weiß;2\nK2;Abel;Petra Lang\n",
                        NULL, TRUE);
  assert_counts (result, 2, 0, 1, 0, 1, 0);
  tend_test_import_assert_problems (result, "2 17 Betreuer");
  g_assert_cmpstr (((TendImportProblem *) result->problems->pdata[0])->value, ==, "2");
  g_clear_pointer (&account, tend_account_record_free);
  account = find_account (fixture->book, "K1");
  g_assert_cmpint (account->owner, ==, petra->base.id);
  g_clear_pointer (&account, tend_account_record_free);
  account = find_account (fixture->book, "K2");
  g_assert_cmpint (account->owner, ==, petra->base.id);
  g_assert_cmpuint (count (fixture->book, &tend_handover_noun), ==, 2);
}

static void
test_inactive (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name;Aktiv\n1;Petra Lang;ja\n2;Uwe Kern;nein\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Firma;Betreuer\nAbel;1\nRoth;2\n", NULL, FALSE);
  tend_test_import_assert_problems (result, "3 0 Betreuer");
  g_assert_cmpint (((TendImportProblem *) result->problems->pdata[0])->reason, ==, TEND_REASON_INACTIVE);
  g_clear_pointer (&result, tend_import_result_unref);

  take_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Firma;Betreuer\nAbel;1\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name;Aktiv\n1;Petra Lang;nein\n", NULL, FALSE);
  tend_test_import_assert_problems (result, "2 0 Aktiv");
}

/* Nothing is hung on a row that is left out, nor on what hangs on that. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;

  result = tend_test_import_text (fixture->book, TEND_IMPORT_MANAGERS,
                        "ID;Name;Vorgesetzter;Aktiv\n3;Uwe;2;\n2;Jan;Eva;\n1;Eva;;vielleicht\n4;Ida;5;\n5;Max;;\n",
                        &(TendImportOptions) { .keep_going = TRUE }, TRUE);
  assert_counts (result, 5, 2, 0, 0, 0, 3);
  tend_test_import_assert_problems (result, "2 5 Vorgesetzter | 3 5 Vorgesetzter | 4 0 Aktiv");
}

static void
set_lead (TendBook   *book,
          const char *name,
          const char *lead)
{
  g_autoptr (TendManagerRecord) before = find_manager (book, name);
  g_autoptr (TendManagerRecord) above = lead != NULL ? find_manager (book, lead) : NULL;
  g_autoptr (TendManagerRecord) after = tend_manager_record_copy (before);

  after->reports_to = above != NULL ? above->base.id : 0;
  apply (book, tend_edit_operation_new_update (&before->base, &after->base));
}

/* Who led reports now to whom she led: both lines change in one import, and no ring is seen half way. */
static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;\n2;Jan;1\n3;Uwe;2\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;2\n2;Jan;\n3;Uwe;2\n", NULL, TRUE);
  assert_counts (result, 3, 0, 2, 1, 0, 0);
}

/* The file alone has no ring; a line that was changed in Tend, and is kept, would close one. */
static void
test_kept_ring (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;\n2;Jan;1\n3;Uwe;2\n");
  set_lead (fixture->book, "Jan", NULL);
  set_lead (fixture->book, "Eva", "Uwe");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;\n2;Jan;1\n3;Uwe;1\n", NULL, FALSE);
  tend_test_import_assert_problems (result, "2 17 Reports To | 3 17 Reports To | 4 10 Reports To");
}

/* Undone and imported again: all there. Deleted by hand and imported again: stays deleted, and told. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  const TendImportOptions overwrite = { .overwrite = TRUE };
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendAccountRecord) account = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, MANAGERS);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, NULL, TRUE);
  apply (fixture->book, tend_revert_operation_new (result->batch));
  g_clear_pointer (&result, tend_import_result_unref);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 0);
  g_assert_cmpuint (count (fixture->book, &tend_contact_noun), ==, 0);

  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, NULL, TRUE);
  assert_counts (result, 3, 3, 0, 0, 0, 0);
  g_clear_pointer (&result, tend_import_result_unref);
  g_assert_cmpuint (count (fixture->book, &tend_contact_noun), ==, 2);

  account = find_account (fixture->book, "K2");
  apply (fixture->book, tend_edit_operation_new_delete (&tend_account_noun, &account->base.id, 1));
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, NULL, TRUE);
  assert_counts (result, 3, 0, 0, 2, 1, 0);
  tend_test_import_assert_problems (result, "3 17 -");
  g_clear_pointer (&result, tend_import_result_unref);

  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS, &overwrite, TRUE);
  assert_counts (result, 3, 1, 0, 2, 0, 0);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 3);
}

static const struct { const char *what; TendImportKind kind; const char *text; const char *problems; } bad[] = {
  { "too many cells", TEND_IMPORT_ACCOUNTS, "Firma;Ort\nAbel;Ulm\nRoth;Bonn;x\n", "3 1 -" },
  { "too few cells", TEND_IMPORT_ACCOUNTS, "Firma;Ort;Land\nAbel;Ulm;DE\nRoth;Bonn\n", "3 2 -" },
  { "a trailing delimiter", TEND_IMPORT_ACCOUNTS, "Firma;Ort\nAbel;Ulm\nRoth;Bonn;\n", "" },
  { "an open quote", TEND_IMPORT_ACCOUNTS, "Firma;Ort\nAbel;Ulm\nRoth;\"Bonn\n", "3 3 Ort" },
  { "a broken byte", TEND_IMPORT_ACCOUNTS, "Firma;Ort\nÄÄÄÄÄÄÄÄÄÄÄÄ;Ulm\nRoth;K\xF6ln\n", "3 4 Ort" },
  { "no name", TEND_IMPORT_ACCOUNTS, "Firma;Ort\nAbel;Ulm\n;Bonn\n", "3 11 Firma" },
  { "an unknown word", TEND_IMPORT_ACCOUNTS, "Firma;ABC;Status\nAbel;D;aktiv\nRoth;A;schlafend\n", "2 0 ABC | 3 0 Status" },
  { "no date", TEND_IMPORT_ACCOUNTS, "Firma;Kunde seit\nAbel;31.12.2024\nRoth;31.02.2024\nKern;gestern\n",
    "3 0 Kunde seit | 4 0 Kunde seit" },
  { "no number", TEND_IMPORT_ACCOUNTS, "Firma;Kontaktrhythmus\nAbel;14\nRoth;oft\n", "3 0 Kontaktrhythmus" },
  { "out of range", TEND_IMPORT_ACCOUNTS, "Firma;Kontaktrhythmus\nAbel;-3\n", "2 0 Kontaktrhythmus" },
  { "an unknown owner", TEND_IMPORT_ACCOUNTS, "Firma;Betreuer\nAbel;99\n", "2 5 Betreuer" },
  { "a key twice", TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma\n1;Abel\n2;Roth\n1;Kern\n", "4 7 Kundennummer" },
  { "blanks around", TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma\n1; Abel\n", "2 14 Firma" },
  { "control characters", TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma\n1;A\x02" "bel Handel\n", "2 15 Firma" },
  { "text behind a quote", TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma\n1;\"Abel\" Handel\n2;Roth\n", "2 16 Firma" },
  { "two of one name", TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma\n1;IT\n2;IT\n", "2 18 Firma | 3 18 Firma" },
  { "reports to herself", TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;1\n", "2 9 Reports To" },
  { "a ring", TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;3\n2;Jan;1\n3;Uwe;2\n4;Ida;1\n",
    "2 10 Reports To | 3 10 Reports To | 4 10 Reports To | 5 5 Reports To" },
  { "an unknown lead", TEND_IMPORT_MANAGERS, "ID;Name;Reports To\n1;Eva;Nobody\n", "2 5 Reports To" },
  { "the same rank", TEND_IMPORT_MANAGERS, "ID;Name;Title;Reports To\n1;Eva;Sales Rep;\n2;Jan;Sales Rep;1\n",
    "3 19 Reports To" },
  { "an unknown account", TEND_IMPORT_CONTACTS, "Kunde;Vorname;Nachname\nNiemand;Eva;Roth\n", "2 5 Kunde" },
  { "doubtful dates", TEND_IMPORT_ACCOUNTS, "Firma,Kunde seit\nAbel,03/04/2024\n", "0 21 Kunde seit" },
};

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const TendImportOptions trial = { .dry_run = TRUE };
      g_autoptr (TendImportResult) result = tend_test_import_text (fixture->book, bad[i].kind, bad[i].text, &trial, TRUE);

      g_test_message ("%s", bad[i].what);
      tend_test_import_assert_problems (result, bad[i].problems);
    }
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 0);
}

static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char text[] = "Kundennummer;Firma;ABC\n1;Abel;A\n2;Roth;Q\n3;Kern;C\n";
  const TendImportOptions trial = { .dry_run = TRUE, .keep_going = TRUE };
  const TendImportOptions going = { .keep_going = TRUE };
  g_autoptr (TendImportResult) refused = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, text, NULL, FALSE);
  g_autoptr (TendImportResult) tried = NULL;
  g_autoptr (TendImportResult) done = NULL;

  assert_counts (refused, 3, 2, 0, 0, 0, 1);
  g_assert_cmpint (refused->batch, ==, 0);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 0);

  tried = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, text, &trial, TRUE);
  assert_counts (tried, 3, 2, 0, 0, 0, 1);
  g_assert_true (tried->dry_run);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 0);

  done = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, text, &going, TRUE);
  assert_counts (done, 3, 2, 0, 0, 0, 1);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 2);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  const TendImportOptions other = { .source = "other", .dry_run = TRUE };
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (GFile) file = NULL;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, "ID;Name\n1;Petra Lang\n2;Uwe Kern\n3;Uwe Kern\n");

  /* By key, by name in any spelling; a name that two have is refused with both. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS,
                        "Firma;Betreuer\nAbel;1\nRoth;PETRA LANG\nKern;Uwe Kern\n", NULL, FALSE);
  tend_test_import_assert_problems (result, "4 6 Betreuer");
  g_assert_cmpstr (((TendImportProblem *) result->problems->pdata[0])->detail, ==, "Uwe Kern\nUwe Kern");
  g_clear_pointer (&result, tend_import_result_unref);

  /* Another source's keys mean nothing, unless nobody named the source. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Firma;Betreuer\nAbel;1\n", &other, TRUE);
  tend_test_import_assert_problems (result, "2 5 Betreuer");
  g_clear_pointer (&result, tend_import_result_unref);
  file = tend_test_import_write ("Firma;Betreuer\nAbel;1\n");
  result = tend_test_import_file (fixture->book, file, TEND_IMPORT_ACCOUNTS, NULL, TRUE);
  tend_test_import_assert_problems (result, "");
  g_file_delete (file, NULL, NULL);
}

static void
test_contacts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendEntity) entity = NULL;
  const TendContactRecord *contact;

  take_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Ansprechpartner\nK1;Abel;Eva Roth\nK2;Kern;\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_CONTACTS,
                        "ContactID;Kundennummer;Vorname;Nachname;E-Mail;E-Mail 2;Telefon;Position\n"
                        "7;K1;Eva;Roth;eva@abel.example;roth@abel.example;0351 1;Leiterin\n"
                        "8;K1;Isabel;de Castro;;;;\n"
                        "9;Kern;Uwe;Blau;uwe@kern.example;;;\n", NULL, TRUE);
  assert_counts (result, 3, 2, 1, 0, 0, 0);
  g_assert_cmpuint (count (fixture->book, &tend_contact_noun), ==, 3);

  entity = find_one (fixture->book, &tend_contact_noun, "family", "Roth");
  contact = (const TendContactRecord *) tend_entity_get_record (entity);
  g_assert_cmpuint (g_strv_length (contact->emails), ==, 2);
  g_assert_cmpstr (contact->phones[0], ==, "0351 1");
  g_assert_true (contact->main);
}

static void
test_follow_ups (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendEntity) entity = NULL;
  const TendFollowUpRecord *record;

  take_text (fixture->book, TEND_IMPORT_MANAGERS, MANAGERS);
  take_text (fixture->book, TEND_IMPORT_ACCOUNTS, ACCOUNTS);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_FOLLOW_UPS,
                        "ID;Kunde;Betreff;Fällig am;Uhrzeit;Zuständig;Ansprechpartner;Status\n"
                        "1;K1;Angebot;24.11.2026;15:00;2;Eva Roth;offen\n"
                        "2;Zander KG;Anrufen;25.11.2026;;Petra Lang;;erledigt\n"
                        "3;K1;Nie;32.11.2026;;;;\n", &(TendImportOptions) { .keep_going = TRUE }, TRUE);
  assert_counts (result, 3, 2, 0, 0, 0, 1);

  entity = find_one (fixture->book, &tend_follow_up_noun, "title", "Angebot");
  record = (const TendFollowUpRecord *) tend_entity_get_record (entity);
  g_assert_cmpstr (record->due_wall, ==, "2026-11-24T15:00");
  g_assert_cmpstr (record->due_zone, ==, "Europe/Berlin");
  g_assert_cmpint (record->due_at, ==, G_GINT64_CONSTANT (1795528800) * G_USEC_PER_SEC);
  g_assert_cmpint (record->contact, !=, 0);
  g_clear_object (&entity);
  entity = find_one (fixture->book, &tend_follow_up_noun, "title", "Anrufen");
  record = (const TendFollowUpRecord *) tend_entity_get_record (entity);
  g_assert_true (record->all_day);
  g_assert_cmpint (record->state, ==, TEND_FOLLOW_UP_DONE);
  g_assert_cmpint (record->done_at, !=, 0);
}

/* Days and months the American way, date and time in two columns, and a time that says how far from UTC it is. */
static void
test_american_times (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendEntity) entity = NULL;

  take_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Company\nAbel\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_FOLLOW_UPS,
                        "Company,Subject,Due date,Due time\n"
                        "Abel,Offer,11/24/2026,3:00 PM\nAbel,Call,12/01/2026,\nAbel,Zoom,2026-11-24T15:00:00Z,\n", NULL, TRUE);
  assert_counts (result, 3, 3, 0, 0, 0, 0);
  tend_test_import_assert_problems (result, "");
  entity = find_one (fixture->book, &tend_follow_up_noun, "title", "Offer");
  g_assert_cmpstr (tend_follow_up_get (TEND_FOLLOW_UP (entity))->due_wall, ==, "2026-11-24T15:00");
  g_clear_object (&entity);
  entity = find_one (fixture->book, &tend_follow_up_noun, "title", "Call");
  g_assert_cmpstr (tend_follow_up_get (TEND_FOLLOW_UP (entity))->due_wall, ==, "2026-12-01");
  g_clear_object (&entity);
  entity = find_one (fixture->book, &tend_follow_up_noun, "title", "Zoom");
  g_assert_cmpstr (tend_follow_up_get (TEND_FOLLOW_UP (entity))->due_wall, ==, "2026-11-24T16:00");
}

static char *
random_file (TendImportKind kind)
{
  static const char * const headers[TEND_IMPORT_N_KINDS] = {
    "Kundennummer;Firma;Ort;Betreuer;ABC;Ansprechpartner;Kunde seit;E-Mail", "Personalnummer;Name;Titel;Vorgesetzter;Aktiv",
    "ContactID;Kundennummer;Vorname;Nachname;E-Mail;Telefon", "ID;Kunde;Betreff;Due date;Uhrzeit;Owner;Status",
    "ID;Artikelnummer;Name;Preis;Währung;Ausgelaufen", "Rechnungsnummer;Pos;Artikel;Menge;Einzelpreis",
    "Rechnungsnummer;Kunde;Rechnungsdatum;Menge;Preis;Bezahlt", "ID;Kunde;Ansprechpartner;Datum;Uhrzeit;Art;Betreff",
    "ID;Kunde;Betreff;Priorität;Zugesagt bis;Status", "ID;Kunde;Titel;Produkt;Betrag;Währung;Wahrscheinlichkeit",
    "Kunde;Datum;Bewertung;Quelle", "Kunde;Name;Abteilung", "Kunde;Produkt;Stand;Wettbewerber;Bis",
  };
  static const char * const cells[] = {
    "1", "2", "3", "4", "K1", "Abel", "Roth", "Eva Roth", "", "", "ja", "A", "31.12.2026", "2026-02-30", "14:00", " x ",
    "\"a;b\"", "\"offen", "\x02", "offen", "erledigt", "\xFC", "a@b.example, c@d.example", "Müller", "\"a\"b",
    "1.234,56", "12 USD", "€ 3", "0,005", "-7", "1", "2", "1", "01.02.2026",
  };
  guint n_columns = 1;
  GString *text = g_string_new (headers[kind]);
  int n_rows = g_rand_int_range (dice, 0, 12);

  for (const char *p = headers[kind]; *p != '\0'; p++)
    n_columns += *p == ';';
  g_string_append_c (text, '\n');
  for (int i = 0; i < n_rows; i++)
    {
      guint n = g_rand_int_range (dice, 0, 12) == 0 ? (guint) g_rand_int_range (dice, 1, 12) : n_columns;

      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? ";" : "", cells[g_rand_int_range (dice, 0, G_N_ELEMENTS (cells))]);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
assert_same_problems (TendImportResult *a,
                      TendImportResult *b)
{
  for (guint i = 0; i < MIN (a->problems->len, b->problems->len); i++)
    {
      const TendImportProblem *x = g_ptr_array_index (a->problems, i);
      const TendImportProblem *y = g_ptr_array_index (b->problems, i);

      g_assert_cmpuint (x->row, ==, y->row);
      g_assert_cmpint (x->code, ==, y->code);
      g_assert_cmpstr (x->column, ==, y->column);
      g_assert_cmpstr (x->value, ==, y->value);
    }
  g_assert_cmpuint (a->n_problems, ==, b->n_problems);
}

/* Whatever stands in a file, a trial run tells what the run then does, every row is accounted for, and the book stays
 * whole. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  const TendCsvOverrides stated = { .encoding = "UTF-8", .delimiter = ';', .has_header = 1, .n_skipped = 1 };
  const TendImportOptions trial = { .keep_going = TRUE, .dry_run = TRUE, .overrides = stated };
  const TendImportOptions going = { .keep_going = TRUE, .overrides = stated };

  for (guint i = 0; i < 200; i++)
    {
      TendImportKind kind = g_rand_int_range (dice, 0, TEND_IMPORT_N_KINDS);
      g_autofree char *text = random_file (kind);
      g_autoptr (TendImportResult) tried = tend_test_import_text (fixture->book, kind, text, &trial, TRUE);
      g_autoptr (TendImportResult) done = tend_test_import_text (fixture->book, kind, text, &going, TRUE);

      assert_counts (done, tried->read, tried->added, tried->updated, tried->unchanged, tried->kept, tried->skipped);
      assert_same_problems (tried, done);
      g_assert_cmpuint (done->contacts_added, ==, tried->contacts_added);
      g_assert_cmpuint (done->joined, ==, tried->joined);
      g_assert_cmpuint (done->rounded, ==, tried->rounded);
      g_assert_cmpuint (done->read, >=, done->added + done->updated + done->unchanged + done->joined + done->skipped);
      g_assert_cmpuint (done->read, <=,
                        done->added + done->updated + done->unchanged + done->joined + done->skipped + done->kept);
    }
}

/* An account made by hand, with the number of one in the file. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendAccountRecord) account = tend_account_record_new ();

  account->name = g_strdup ("MÜLLER gmbh");
  account->number = g_strdup ("K1");
  apply (fixture->book, tend_edit_operation_new_create (&account->base));

  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Ort\nK1;Müller GmbH;Ulm\n", NULL, TRUE);
  assert_counts (result, 1, 0, 1, 0, 0, 0);
  g_clear_pointer (&result, tend_import_result_unref);

  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Ort\nK1;Schmidt GmbH;Ulm\n",
                        &(TendImportOptions) { .source = "other" }, FALSE);
  tend_test_import_assert_problems (result, "2 8 Kundennummer");
  g_assert_cmpstr (((TendImportProblem *) result->problems->pdata[0])->detail, ==, "Müller GmbH");
}

static void
test_mappings (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *field; const char *source; TendErrorCode code; TendReason reason; } tests[] = {
    { "name", "Nirgends", TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING },
    { "colour", "a", TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD },
    { "contact.colour", "a", TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD },
    { "name_key", "a", TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD },
    { "name", NULL, TEND_ERROR_INPUT, TEND_REASON_REQUIRED },
  };
  g_autoptr (GFile) file = tend_test_import_write ("a,b\n1,2\n");

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (TendImportMapping) mapping = tend_import_mapping_new ();
      const TendImportOptions options = { .mapping = mapping };
      g_autoptr (TendOperation) job = NULL;
      g_autoptr (GError) error = NULL;

      tend_import_mapping_set (mapping, "name", "a");
      tend_import_mapping_set (mapping, tests[i].field, tests[i].source);
      job = tend_import_job_new (file, TEND_IMPORT_ACCOUNTS, &options);
      g_assert_false (tend_book_apply (fixture->book, job, NULL, &error));
      g_assert_error (error, TEND_ERROR, (int) tests[i].code);
      g_assert_cmpint (tend_error_get_reason (error), ==, tests[i].reason);
    }
  g_file_delete (file, NULL, NULL);
}

static void
on_progress (TendImportJob *job,
             goffset        done,
             goffset        total,
             guint64        rows,
             gpointer       data)
{
  g_assert_cmpint (done, <=, total);
  (*(guint *) data)++;
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Kundennummer;Firma;Ansprechpartner;Notizen\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TendOperation) job = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint told = 0;

  /* Large enough for the book to make its indexes afterwards. */
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u;Firma %u;Eva Roth;kennt die Eigentümer von früher\n", i, i);
  file = tend_test_import_write (text->str);

  job = tend_import_job_new (file, TEND_IMPORT_ACCOUNTS, NULL);
  tend_import_job_set_progress (TEND_IMPORT_JOB (job), on_progress, &told, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (tend_book_apply (fixture->book, job, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 0);
  g_clear_error (&error);
  g_clear_object (&job);

  job = tend_import_job_new (file, TEND_IMPORT_ACCOUNTS, NULL);
  tend_import_job_set_progress (TEND_IMPORT_JOB (job), on_progress, &told, NULL);
  g_assert_true (tend_book_apply (fixture->book, job, NULL, &error));
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told, >, 0);
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 20000);
  g_assert_cmpuint (count (fixture->book, &tend_contact_noun), ==, 20000);
  apply (fixture->book, tend_revert_operation_new (tend_operation_get_batch (job)));
  g_assert_cmpuint (count (fixture->book, &tend_account_noun), ==, 0);
  g_clear_object (&job);
  job = tend_import_job_new (file, TEND_IMPORT_ACCOUNTS, NULL);
  g_assert_true (tend_book_apply (fixture->book, job, NULL, &error));
  g_assert_cmpuint (count (fixture->book, &tend_contact_noun), ==, 20000);
  g_file_delete (file, NULL, NULL);
}

static void
test_preview (void)
{
  g_autoptr (GFile) file = tend_test_import_write (ACCOUNTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (TendImportPreview) preview = tend_import_preview_new (file, TEND_IMPORT_ACCOUNTS, NULL, 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (preview->rows->len, ==, 2);
  g_assert_cmpstr (((GStrv) preview->rows->pdata[1])[1], ==, "Müller & Söhne");
  g_assert_cmpstr (tend_import_mapping_get (preview->mapping, "tier"), ==, "ABC");
  g_assert_cmpint (preview->size, ==, strlen (ACCOUNTS));
  g_file_delete (file, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) seeded = g_rand_new_with_seed (20261124);

  g_test_init (&argc, &argv, NULL);
  dice = seeded;

#define ADD(name, function) g_test_add ("/import-job/" name, Fixture, NULL, tend_temp_book_set_up, function, tend_temp_book_tear_down)
  ADD ("first", test_first);
  ADD ("again", test_again);
  ADD ("owners", test_owners);
  ADD ("inactive", test_inactive);
  ADD ("left-out", test_left_out);
  ADD ("swap", test_swap);
  ADD ("kept-ring", test_kept_ring);
  ADD ("gone", test_gone);
  ADD ("problems", test_problems);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("links", test_links);
  ADD ("contacts", test_contacts);
  ADD ("follow-ups", test_follow_ups);
  ADD ("american-times", test_american_times);
  ADD ("numbers", test_numbers);
  ADD ("mappings", test_mappings);
  ADD ("random", test_random);
  ADD ("cancel", test_cancel);
#undef ADD
  g_test_add_func ("/import-job/preview", test_preview);

  return g_test_run ();
}
