/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include "application-private.h"
#include "problem-reporter.h"
#include "settings.h"
#include "team/reassign.h"
#include "widgets/dialog-focus.h"
#include "window-dialogs.h"

enum
{
  PROP_0,
  PROP_BOOK,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TendWindow, tend_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

static void
restore_size (TendWindow *self)
{
  int width;
  int height;
  gboolean maximized;

  tend_settings_get_window (tend_settings_get_default (), &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
tend_window_close_request (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);
  TendBackground *background = NULL;
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  tend_settings_set_window (tend_settings_get_default (), width, height, gtk_window_is_maximized (window));
  if (TEND_IS_APPLICATION (application))
    background = tend_application_get_background (TEND_APPLICATION (application));
  if (background != NULL && tend_background_tell (background, window))
    return TRUE;

  return GTK_WINDOW_CLASS (tend_window_parent_class)->close_request (window);
}

static void
tend_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TendWindow *self = TEND_WINDOW (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_window_dispose (GObject *object)
{
  TendWindow *self = TEND_WINDOW (object);

  tend_window_dispose_toasts (self);
  tend_window_dispose_undo (self);
  tend_window_dispose_arrival (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_WINDOW);
  g_clear_object (&self->sidebar);
  g_clear_object (&self->accounts);
  g_clear_object (&self->account_page);
  g_clear_object (&self->today);
  g_clear_object (&self->follow_ups);
  g_clear_object (&self->products);
  g_clear_object (&self->book);
  g_clear_object (&self->arriving);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->begin, g_free);
  G_OBJECT_CLASS (tend_window_parent_class)->dispose (object);
}

static void
tend_window_class_init (TendWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_window_get_property;
  object_class->dispose = tend_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tend_window_close_request;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TendWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, inner_page);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, inner);
  tend_window_class_install_actions (widget_class);
  tend_window_class_install_book (widget_class);
  tend_window_class_install_dialogs (widget_class);
  tend_window_class_install_import (widget_class);
  tend_window_class_install_today (widget_class);
  tend_window_class_install_products (widget_class);
  tend_window_class_install_record (widget_class);
  tend_window_class_install_log (widget_class);
  tend_window_class_install_resolve (widget_class);
  tend_window_class_install_settle (widget_class);
}

static void
tend_window_init (TendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_window_init_toasts (self);
  tend_window_init_undo (self);
  tend_window_init_dialogs (self);
  tend_dialog_focus_watch (GTK_WINDOW (self));
  restore_size (self);
  if (g_str_equal (TEND_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

TendWindow *
tend_window_new (TendApplication *application)
{
  return g_object_new (TEND_TYPE_WINDOW, "application", application, NULL);
}

TendBook *
tend_window_get_book (TendWindow *self)
{
  return self->book;
}

const char *
tend_window_get_path (TendWindow *self)
{
  return self->path;
}

gboolean
tend_window_remembers (TendWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  TendBook *book = self->book != NULL ? self->book : self->arriving;

  return TEND_IS_APPLICATION (application) && book != NULL
         && tend_application_get_book (TEND_APPLICATION (application)) == book;
}

void
tend_window_report (TendWindow   *self,
                    const GError *error)
{
  if (self->toasts != NULL)
    tend_problem_report (error, GTK_WIDGET (self), self->toasts);
}

void
tend_window_reassign (TendWindow   *self,
                      const TendId *accounts,
                      gsize         n_accounts,
                      TendId        manager)
{
  tend_reassign_begin (self, accounts, n_accounts, manager);
}
