/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-report.h"

#include <glib/gi18n.h>

#include "import-text.h"

struct _TendImportReport
{
  AdwBin parent_instance;

  /* Owned References */
  TendImportResult *result;

  /* Borrowed References */
  GtkLabel         *summary;
  GtkWidget        *problems;
  GtkScrolledWindow *scroller;
  GtkListView      *list;
};

/* Pixels: a row of one line, and what is seen at least of many. */
#define ROW_HEIGHT 55
#define MIN_HEIGHT 240

G_DEFINE_FINAL_TYPE (TendImportReport, tend_import_report, ADW_TYPE_BIN)

/* The list is virtual: a file may have thousands of problems. Its items are indices into the result, as strings' places. */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "problem");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  TendImportReport *self = TEND_IMPORT_REPORT (data);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *place = gtk_widget_get_first_child (box);
  GtkWidget *text = gtk_widget_get_next_sibling (place);
  guint index = GPOINTER_TO_UINT (g_object_get_data (gtk_list_item_get_item (item), "index"));
  const TendImportProblem *problem = g_ptr_array_index (self->result->problems, index);
  g_autofree char *where = tend_import_text_place (problem);
  g_autofree char *what = tend_import_text_problem (self->result->kind, problem);
  g_autofree char *both = g_strdup_printf ("%s: %s", where, what);

  gtk_label_set_label (GTK_LABEL (place), where);
  gtk_label_set_label (GTK_LABEL (text), what);
  if (tend_import_problem_skips (problem))
    gtk_widget_add_css_class (text, "error");
  else
    gtk_widget_remove_css_class (text, "error");
  gtk_list_item_set_accessible_label (item, both);
}

static void
append_problems (TendImportReport *self,
                 GListStore       *store,
                 gboolean          skipping)
{
  for (guint i = 0; i < self->result->problems->len; i++)
    {
      g_autoptr (GObject) item = NULL;

      if (tend_import_problem_skips (g_ptr_array_index (self->result->problems, i)) != skipping)
        continue;
      item = g_object_new (G_TYPE_OBJECT, NULL);
      g_object_set_data (item, "index", GUINT_TO_POINTER (i));
      g_list_store_append (store, item);
    }
}

static void
tend_import_report_finalize (GObject *object)
{
  g_clear_pointer (&TEND_IMPORT_REPORT (object)->result, tend_import_result_unref);
  G_OBJECT_CLASS (tend_import_report_parent_class)->finalize (object);
}

static void
tend_import_report_class_init (TendImportReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_import_report_finalize;
}

static GtkWidget *
create_list (TendImportReport *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_DEFAULT);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "problems");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Problems"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (scroller, "card");
  /* Else the list paints over the round corners. */
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);

  return scroller;
}

static void
tend_import_report_init (TendImportReport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "sentences");
  self->problems = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->problems), create_list (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), self->problems);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
tend_import_report_set_result (TendImportReport *self,
                               TendImportResult *result)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *summary = tend_import_text_summary (result);
  g_autofree char *title = NULL;

  g_return_if_fail (TEND_IS_IMPORT_REPORT (self));

  tend_import_result_ref (result);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->result, tend_import_result_unref);
  self->result = result;

  gtk_label_set_label (self->summary, summary);
  /* What keeps a row out is more than a remark. */
  title = g_strdup_printf (result->n_skipping > 0
                             ? g_dngettext (GETTEXT_PACKAGE, "%lu Problem", "%lu Problems", (gulong) result->n_problems)
                             : g_dngettext (GETTEXT_PACKAGE, "%lu Remark", "%lu Remarks", (gulong) result->n_problems),
                           (gulong) result->n_problems);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->problems), title);
  gtk_widget_set_visible (self->problems, result->problems->len > 0);
  gtk_scrolled_window_set_min_content_height (self->scroller, (int) MIN (MIN_HEIGHT, result->problems->len * ROW_HEIGHT));
  append_problems (self, store, TRUE);
  append_problems (self, store, FALSE);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (store)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}
