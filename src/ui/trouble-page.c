/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "trouble-page.h"

#include "core/error.h"
#include "problem-reporter.h"

struct _TendTroublePage
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwStatusPage *page;
  GtkLabel *path;
  GtkWidget *restore;
  GtkWidget *create;
  GtkWidget *retry;
};

G_DEFINE_FINAL_TYPE (TendTroublePage, tend_trouble_page, ADW_TYPE_BIN)

/* The way out is under the keyboard at once. */
static void
tend_trouble_page_map (GtkWidget *widget)
{
  TendTroublePage *self = TEND_TROUBLE_PAGE (widget);
  GtkWidget *const ways[] = { self->restore, self->create, self->retry };

  GTK_WIDGET_CLASS (tend_trouble_page_parent_class)->map (widget);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (gtk_widget_get_visible (ways[i]) && gtk_widget_grab_focus (ways[i]))
        return;
    }
}

static void
tend_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_TROUBLE_PAGE);
  G_OBJECT_CLASS (tend_trouble_page_parent_class)->dispose (object);
}

static void
tend_trouble_page_class_init (TendTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_trouble_page_dispose;
  widget_class->map = tend_trouble_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendTroublePage, page);
  gtk_widget_class_bind_template_child (widget_class, TendTroublePage, path);
  gtk_widget_class_bind_template_child (widget_class, TendTroublePage, restore);
  gtk_widget_class_bind_template_child (widget_class, TendTroublePage, create);
  gtk_widget_class_bind_template_child (widget_class, TendTroublePage, retry);
}

static void
tend_trouble_page_init (TendTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_trouble_page_new (void)
{
  return g_object_new (TEND_TYPE_TROUBLE_PAGE, NULL);
}

/* What a backup can mend. */
static gboolean
is_broken (const GError *error)
{
  return g_error_matches (error, TEND_ERROR, TEND_ERROR_CORRUPT) || g_error_matches (error, TEND_ERROR, TEND_ERROR_EMPTY)
         || g_error_matches (error, TEND_ERROR, TEND_ERROR_NOT_A_BOOK);
}

void
tend_trouble_page_set (TendTroublePage *self,
                       const GError    *error,
                       const char      *path)
{
  g_autofree char *sentence = tend_problem_sentence (error);
  g_autofree char *description = g_markup_escape_text (sentence, -1);
  g_autofree char *shown = g_filename_display_name (path);
  gboolean missing = g_error_matches (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);

  adw_status_page_set_title (self->page, tend_problem_title (error));
  adw_status_page_set_description (self->page, description);
  gtk_label_set_text (self->path, shown);
  gtk_widget_set_visible (self->restore, is_broken (error));
  gtk_widget_set_visible (self->create, missing);
  gtk_widget_set_visible (self->retry, !missing);
}
