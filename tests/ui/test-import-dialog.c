/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "core/entities/invoice.h"
#include "support/find.h"
#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/exchange/calculation-dialog.h"
#include "ui/exchange/import-dialog.h"
#include "ui/exchange/import-report.h"
#include "ui/exchange/import-text.h"

typedef struct
{
  TendSample  sample;
  GtkWidget  *window;
  AdwDialog  *dialog;
  char       *path;
  TendId      taken_back;
} Fixture;

static const char good[] =
  "Kundennummer;Firma;PLZ;Ort;Telefon;Kunde seit;Interne Spalte\n"
  "K-1;Kranbau Nord AG;18055;Rostock;0381 123456;01.03.2019;x\n"
  "K-2;Fjord Analytics AS;05003;Bergen;+47 55 123456;15.07.2021;y\n"
  "K-3;Praxis Dr. Sørensen;08000;Aarhus;+45 86 123456;31.12.2022;z\n";

static const char bad[] =
  "Kundennummer;Firma;Ort;Kunde seit\n"
  "K-1;Kranbau Nord AG;Rostock;01.03.2019\n"
  "K-2;<b>Fjord</b>;Bergen;irgendwann\n"
  "K-3;;Aarhus;31.12.2022\n";

static void
on_take_back (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  ((Fixture *) data)->taken_back = g_variant_get_int64 (parameter);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = { { .name = "take-back", .activate = on_take_back, .parameter_type = "x" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 360 : 800, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_file (Fixture    *fixture,
           const char *contents,
           gssize      length)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (g_get_tmp_dir (), "tend-test-import.csv", NULL);
  g_file_set_contents (fixture->path, contents, length, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (fixture->path);
  fixture->dialog = g_object_ref (tend_import_dialog_new (fixture->sample.book, file));
  adw_dialog_present (fixture->dialog, fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  if (fixture->dialog != NULL)
    {
      wait_until (G_OBJECT (fixture->dialog)->ref_count == 1);
      g_assert_finalize_object (fixture->dialog);
    }
  g_remove (fixture->path);
  g_free (fixture->path);
  tend_sample_clear (&fixture->sample);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  GtkWidget *widget = tend_test_find (GTK_WIDGET (fixture->dialog), type, id);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
is_at (Fixture    *fixture,
       const char *tag)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (find (fixture, ADW_TYPE_NAVIGATION_VIEW, "view"));

  return g_strcmp0 (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view)), tag) == 0;
}

static void
click (Fixture    *fixture,
       const char *id)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, id);

  wait_until (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static guint
count_accounts (Fixture *fixture)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr (GArray) ids = tend_book_list (fixture->sample.book, query, NULL);

  return ids->len;
}

static void
test_whole_way (Fixture       *fixture,
                gconstpointer  data)
{
  const char *prefix = data != NULL ? "import-narrow" : "import";
  g_autofree char *reading = g_strconcat (prefix, "-1-reading", NULL);
  g_autofree char *columns = g_strconcat (prefix, "-2-columns", NULL);
  g_autofree char *check = g_strconcat (prefix, "-3-check", NULL);
  g_autofree char *done = g_strconcat (prefix, "-4-result", NULL);

  open_file (fixture, good, -1);
  wait_until (is_at (fixture, "reading"));
  tend_test_picture (fixture->window, reading);
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  tend_test_picture (fixture->window, columns);
  click (fixture, "columns_next");
  wait_until (is_at (fixture, "check"));
  wait_until (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "check_next")));
  tend_test_picture (fixture->window, check);
  g_assert_cmpuint (count_accounts (fixture), ==, 2);

  click (fixture, "check_next");
  wait_until (is_at (fixture, "result"));
  tend_test_picture (fixture->window, done);
  g_assert_cmpuint (count_accounts (fixture), ==, 5);
  click (fixture, "result_undo");
  g_assert_cmpint (fixture->taken_back, !=, 0);
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  open_file (fixture, bad, -1);
  wait_until (is_at (fixture, "reading"));
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  click (fixture, "columns_next");
  wait_until (gtk_widget_get_visible (find (fixture, ADW_TYPE_SWITCH_ROW, "keep_going")));
  tend_test_picture (fixture->window, "import-problems");

  /* All or nothing, unless the rows with problems may be left out. */
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "check_next")));
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find (fixture, ADW_TYPE_SWITCH_ROW, "keep_going"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "keep_going")), TRUE);
  click (fixture, "check_next");
  wait_until (is_at (fixture, "result"));
  g_assert_cmpuint (count_accounts (fixture), ==, 3);
}

#define SUMS "Rechnungsnummer;Kunde;Rechnungsdatum;Menge;Einzelpreis\n" \
             "R-1;Brauhaus Weißenfels GmbH;24.11.26;3;1.234,565\n" \
             "R-1;Brauhaus Weißenfels GmbH;24.11.26;1;0,01\n" \
             "R-2;Brauhaus Weißenfels GmbH;25.11.26;2;10,00\n" \
             "R-3;Brauhaus Weißenfels GmbH;31.02.26;1;10,00\n" \
             "R-4;Brauhaus Weißenfels GmbH;25.11.26;1;12 USD\n"

/* Lines of invoices: years of two digits are asked about, sums are added up, and what was rounded is said. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *summary;
  GtkWidget *short_years;
  const char *said;

  open_file (fixture, SUMS, -1);
  wait_until (is_at (fixture, "reading"));
  short_years = find (fixture, ADW_TYPE_SWITCH_ROW, "short_years");
  g_assert_true (gtk_widget_get_visible (short_years));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (short_years)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "kind")), TEND_IMPORT_INVOICES);
  adw_switch_row_set_active (ADW_SWITCH_ROW (short_years), TRUE);
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  tend_test_picture (fixture->window, data != NULL ? "import-sums-narrow-columns" : "import-sums-columns");
  click (fixture, "columns_next");
  wait_until (gtk_widget_get_visible (find (fixture, ADW_TYPE_SWITCH_ROW, "keep_going")));
  tend_test_picture (fixture->window, data != NULL ? "import-sums-narrow-check" : "import-sums-check");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "keep_going")), TRUE);
  click (fixture, "check_next");
  wait_until (is_at (fixture, "result"));
  tend_test_picture (fixture->window, data != NULL ? "import-sums-narrow-result" : "import-sums-result");

  summary = tend_test_find (find (fixture, TEND_TYPE_IMPORT_REPORT, "result_report"), GTK_TYPE_LABEL, NULL);
  said = gtk_label_get_label (GTK_LABEL (summary));
  g_assert_nonnull (strstr (said, "2 rows were added."));
  g_assert_nonnull (strstr (said, "2 rows were left out."));
  g_assert_nonnull (strstr (said, "1 row is added up"));
  g_assert_nonnull (strstr (said, "1 sum has more decimals"));
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_COMBO_ROW (root) && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

#define COSTS "Rechnungsnummer;Kunde;Rechnungsdatum;Stk;VK;Nachlass\n" \
              "R-1;Brauhaus Weißenfels GmbH;2026-11-24;3;10,00;50\n" \
              "R-1;Brauhaus Weißenfels GmbH;2026-11-24;1;5,00;0\n"

/* What nobody can guess is chosen: an amount is calculated of columns whose names say nothing. */
static void
test_calculation (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_invoice_noun);
  g_autoptr (GPtrArray) found = NULL;
  AdwComboRow *amount;
  GtkWidget *calculation;

  open_file (fixture, COSTS, -1);
  wait_until (is_at (fixture, "reading"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "kind")), TEND_IMPORT_INVOICES);
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  amount = ADW_COMBO_ROW (find_row (GTK_WIDGET (fixture->dialog), "Amount"));
  g_assert_cmpuint (adw_combo_row_get_selected (amount), ==, 0);

  /* None, six columns, a calculation. */
  adw_combo_row_set_selected (amount, 7);
  g_assert_cmpuint (adw_combo_row_get_selected (amount), ==, 0);
  wait_until ((calculation = tend_test_find (fixture->window, TEND_TYPE_CALCULATION_DIALOG, NULL)) != NULL);
  g_assert_false (gtk_widget_get_sensitive (tend_test_find_named (calculation, "use")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (tend_test_find_named (calculation, "price")), 5);
  adw_combo_row_set_selected (ADW_COMBO_ROW (tend_test_find_named (calculation, "quantity")), 4);
  adw_combo_row_set_selected (ADW_COMBO_ROW (tend_test_find_named (calculation, "discount")), 6);
  adw_switch_row_set_active (ADW_SWITCH_ROW (tend_test_find_named (calculation, "adds-up")), TRUE);
  tend_test_picture (fixture->window, data != NULL ? "import-calculation-narrow" : "import-calculation");
  g_signal_emit_by_name (tend_test_find_named (calculation, "use"), "clicked");
  g_assert_cmpuint (adw_combo_row_get_selected (amount), ==, 7);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (amount)), ==, "Σ VK × Stk × (1 - Nachlass × 0.01)");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (tend_test_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_EXPANDER_ROW, NULL)), TRUE);
  tend_test_picture (fixture->window, data != NULL ? "import-calculated-narrow" : "import-calculated");

  click (fixture, "columns_next");
  wait_until (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "check_next")));
  click (fixture, "check_next");
  wait_until (is_at (fixture, "result"));
  found = tend_book_find (fixture->sample.book, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((const TendInvoiceRecord *) tend_entity_get_record (g_ptr_array_index (found, 0)))->amount, ==, 2000);
}

static gboolean
has_keyboard (Fixture    *fixture,
              const char *id)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && focus == find (fixture, GTK_TYPE_BUTTON, id);
}

/* By keyboard alone: each page begins on what leads on, and Ctrl+Return leads on from everywhere. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  open_file (fixture, good, -1);
  wait_until (is_at (fixture, "reading") && has_keyboard (fixture, "reading_next"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go-on", NULL));
  wait_until (is_at (fixture, "columns") && has_keyboard (fixture, "columns_next"));
  g_assert_true (gtk_widget_grab_focus (find_row (GTK_WIDGET (fixture->dialog), "Name")));
  g_assert_false (has_keyboard (fixture, "columns_next"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go-on", NULL));
  /* Not while it is compared. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go-on", NULL));
  wait_until (is_at (fixture, "check") && has_keyboard (fixture, "check_next"));
  g_assert_cmpuint (count_accounts (fixture), ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go-on", NULL));
  wait_until (is_at (fixture, "result") && has_keyboard (fixture, "result_close"));
  g_assert_cmpuint (count_accounts (fixture), ==, 5);
}

/* A list that comes before the one that it names says so, and what to do. */
static void
test_too_early (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *summary;

  open_file (fixture, "Kundennummer;Firma;Zuständig\nK-1;Kranbau Nord AG;1370\n", -1);
  wait_until (is_at (fixture, "reading"));
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  click (fixture, "columns_next");
  wait_until (gtk_widget_get_visible (find (fixture, ADW_TYPE_SWITCH_ROW, "keep_going")));
  summary = tend_test_find (find (fixture, TEND_TYPE_IMPORT_REPORT, "check_report"), GTK_TYPE_LABEL, NULL);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (summary)), "import that list first, or let no column be “Owner”."));
}

/* What is shown of columns that are joined is what the import will write; and a single remark stands in a card of its size. */
static void
test_joined (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *report;
  GtkWidget *scroller;

  open_file (fixture, "Company,addressLine1,addressLine2\n Adler ,\"54, rue Royale\",\n", -1);
  wait_until (is_at (fixture, "reading"));
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (GTK_WIDGET (fixture->dialog), "Street"))), ==, "54, rue Royale");
  click (fixture, "columns_next");
  wait_until (is_at (fixture, "check"));
  wait_until (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "check_next")));
  tend_test_picture (fixture->window, "import-remark");
  report = find (fixture, TEND_TYPE_IMPORT_REPORT, "check_report");
  scroller = tend_test_find (report, GTK_TYPE_SCROLLED_WINDOW, NULL);
  wait_until (gtk_widget_get_height (scroller) > 0);
  g_assert_cmpint (gtk_widget_get_height (scroller), <, 100);
}

static void
check_refused (Fixture    *fixture,
               const char *contents,
               gssize      length,
               const char *picture)
{
  GtkWidget *problem;

  open_file (fixture, contents, length);
  problem = find (fixture, GTK_TYPE_LABEL, "choose_problem");
  wait_until (gtk_widget_get_visible (problem));
  g_assert_true (is_at (fixture, "choose"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), !=, "");
  tend_test_picture (fixture->window, picture);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  check_refused (fixture, "", 0, "import-empty");
}

static void
test_binary (Fixture       *fixture,
             gconstpointer  data)
{
  check_refused (fixture, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3\4\5\6\7", 24, "import-binary");
}

#define MANY 40000

static char *
make_many (void)
{
  GString *text = g_string_new ("Kundennummer;Firma;Ort\n");

  for (int i = 0; i < MANY; i++)
    g_string_append_printf (text, "N-%d;Werk %d GmbH;Rostock\n", i, i);

  return g_string_free_and_steal (text);
}

static gint64
last_change (Fixture *fixture)
{
  TendBookInfo info;

  g_assert_true (tend_book_get_info (fixture->sample.book, &info, NULL));
  return info.sequence;
}

/* As soon as it has said how far it is. */
static void
on_first_progress (GtkProgressBar *bar,
                   GParamSpec     *pspec,
                   GtkWidget      *cancel)
{
  const char *text = gtk_progress_bar_get_text (bar);

  if (text != NULL && *text != '\0' && gtk_widget_get_sensitive (cancel))
    g_signal_emit_by_name (cancel, "clicked");
}

/* Cancelled while it writes: nothing of it is in the book, and it can be begun again. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *many = make_many ();
  gint64 before = last_change (fixture);
  GtkWidget *bar;
  GtkWidget *cancel;
  gulong handler;

  open_file (fixture, many, -1);
  wait_until (is_at (fixture, "reading"));
  click (fixture, "reading_next");
  wait_until (is_at (fixture, "columns"));
  click (fixture, "columns_next");
  wait_until (is_at (fixture, "check"));
  bar = find (fixture, GTK_TYPE_PROGRESS_BAR, "running_progress");
  cancel = find (fixture, GTK_TYPE_BUTTON, "running_cancel");
  handler = g_signal_connect (bar, "notify::text", G_CALLBACK (on_first_progress), cancel);
  click (fixture, "check_next");
  wait_until (is_at (fixture, "running"));
  /* Escape does the same, and closes nothing while it is being taken back. */
  wait_until (!gtk_widget_get_sensitive (cancel));
  g_assert_false (adw_dialog_get_can_close (fixture->dialog));
  adw_dialog_close (fixture->dialog);
  tend_test_picture (fixture->window, "import-cancelled");
  wait_until (is_at (fixture, "check"));
  g_assert_cmpuint (count_accounts (fixture), ==, 2);
  g_assert_cmpint (last_change (fixture), ==, before);

  g_signal_handler_disconnect (bar, handler);
  click (fixture, "check_next");
  wait_until (is_at (fixture, "running"));
  g_assert_true (gtk_widget_get_sensitive (cancel));
  wait_until (is_at (fixture, "result"));
  g_assert_cmpuint (count_accounts (fixture), ==, 2 + MANY);
}

/* What was found out can be changed, and the file is read again. */
static void
test_read_again (Fixture       *fixture,
                 gconstpointer  data)
{
  AdwComboRow *delimiter;

  open_file (fixture, good, -1);
  wait_until (is_at (fixture, "reading"));
  delimiter = ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "delimiter"));
  g_assert_cmpuint (adw_combo_row_get_selected (delimiter), ==, 1);
  adw_combo_row_set_selected (delimiter, 0);
  wait_until (gtk_widget_get_first_child (find (fixture, GTK_TYPE_GRID, "rows")) != NULL);
  wait_until (gtk_grid_get_child_at (GTK_GRID (find (fixture, GTK_TYPE_GRID, "rows")), 1, 0) == NULL);
}

static void
test_sentences (void)
{
  for (int code = 0; code <= TEND_IMPORT_DOUBTFUL_ENCODING; code++)
    {
      TendImportProblem problem = { .code = code, .reason = TEND_REASON_NOT_A_DATE, .row = 12, .column = (char *) "PLZ",
                                    .field = (char *) "postcode", .value = (char *) "<b>x</b>", .detail = (char *) "7" };
      g_autofree char *text = tend_import_text_problem (TEND_IMPORT_ACCOUNTS, &problem);
      g_autofree char *place = tend_import_text_place (&problem);

      g_assert_true (g_str_has_suffix (text, "."));
      if (code == TEND_IMPORT_NUMBER_TAKEN)
        g_assert_cmpstr (text, ==, "The number “<b>x</b>” belongs to “7” already. Change it in the file or there, or let no column be the number.");
      g_assert_cmpstr (place, ==, "Row 12, column “PLZ”");
    }
  for (int kind = 0; kind < TEND_IMPORT_N_KINDS; kind++)
    {
      const char *const *fields = tend_import_kind_get_fields (kind);

      for (guint i = 0; fields[i] != NULL; i++)
        {
          g_autofree char *text = tend_import_text_field (kind, fields[i]);

          /* A field without a word for people would show its bare name. */
          g_assert_true (g_ascii_isupper (*text));
        }
    }
}

static void
test_sources (void)
{
  static const struct { const char *source; const char *text; } table[] = {
    { "PLZ", "PLZ" },
    { "{Vorname} {Nachname}", "Vorname Nachname" },
    { "{Preis} * {Menge} * (1 - {Rabatt})", "Preis × Menge × (1 - Rabatt)" },
    { "+{Preis} * {Menge}", "Σ Preis × Menge" },
    { "+49", "+49" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = tend_import_text_source (table[i].source);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

/* A list of staff is not taken for clients, and Return goes on. */
static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  AdwComboRow *kind;

  open_file (fixture, "employeeNumber,lastName,firstName,email,reportsTo,jobTitle\n1,Murphy,Diane,d@example.com,,President\n"
                      "2,Bow,Anthony,a@example.com,1,Sales Manager\n", -1);
  wait_until (is_at (fixture, "reading"));
  kind = ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "kind"));
  g_assert_cmpuint (adw_combo_row_get_selected (kind), ==, TEND_IMPORT_MANAGERS);
  g_assert_true (gtk_widget_has_focus (find (fixture, GTK_TYPE_BUTTON, "reading_next")));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/import-dialog/whole-way", test_whole_way);
  g_test_add ("/import-dialog/narrow", Fixture, "narrow", set_up, test_whole_way, tear_down);
  ADD ("/import-dialog/keyboard", test_keyboard);
  ADD ("/import-dialog/joined", test_joined);
  ADD ("/import-dialog/too-early", test_too_early);
  ADD ("/import-dialog/kind", test_kind);
  ADD ("/import-dialog/problems", test_problems);
  ADD ("/import-dialog/sums", test_sums);
  ADD ("/import-dialog/calculation", test_calculation);
  g_test_add ("/import-dialog/calculation-narrow", Fixture, "narrow", set_up, test_calculation, tear_down);
  g_test_add ("/import-dialog/sums-narrow", Fixture, "narrow", set_up, test_sums, tear_down);
  ADD ("/import-dialog/empty", test_empty);
  ADD ("/import-dialog/binary", test_binary);
  ADD ("/import-dialog/read-again", test_read_again);
  ADD ("/import-dialog/cancel", test_cancel);
  g_test_add_func ("/import-dialog/sentences", test_sentences);
  g_test_add_func ("/import-dialog/sources", test_sources);

  return g_test_run ();
}
