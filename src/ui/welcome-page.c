/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "welcome-page.h"

struct _TendWelcomePage
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwStatusPage *page;
  GtkWidget *buttons;
  GtkWidget *new_button;
  GtkWidget *busy;
  GtkLabel *busy_label;
};

G_DEFINE_FINAL_TYPE (TendWelcomePage, tend_welcome_page, ADW_TYPE_BIN)

static void
tend_welcome_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tend_welcome_page_parent_class)->map (widget);
  gtk_widget_grab_focus (TEND_WELCOME_PAGE (widget)->new_button);
}

static void
tend_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (tend_welcome_page_parent_class)->dispose (object);
}

static void
tend_welcome_page_class_init (TendWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_welcome_page_dispose;
  widget_class->map = tend_welcome_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendWelcomePage, page);
  gtk_widget_class_bind_template_child (widget_class, TendWelcomePage, buttons);
  gtk_widget_class_bind_template_child (widget_class, TendWelcomePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TendWelcomePage, busy);
  gtk_widget_class_bind_template_child (widget_class, TendWelcomePage, busy_label);
}

static void
tend_welcome_page_init (TendWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->page, TEND_APPLICATION_ID);
}

GtkWidget *
tend_welcome_page_new (void)
{
  return g_object_new (TEND_TYPE_WELCOME_PAGE, NULL);
}

void
tend_welcome_page_set_busy (TendWelcomePage *self,
                            const char      *what)
{
  gtk_widget_set_sensitive (self->buttons, what == NULL);
  gtk_widget_set_visible (self->busy, what != NULL);
  gtk_label_set_text (self->busy_label, what != NULL ? what : "");
}
