/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include "application-private.h"

#include <glib/gi18n.h>

#include "settings.h"
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
on_failed (TendWindow *self,
           GError     *error)
{
  tend_window_report (self, error);
}

static void
set_book (TendWindow *self,
          TendBook   *book)
{
  if (!g_set_object (&self->book, book))
    return;

  g_signal_connect_object (book, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  self->accounts = tend_account_list_page_new (book);
  self->account_page = tend_account_page_new (book);
  adw_navigation_split_view_set_sidebar (self->inner, ADW_NAVIGATION_PAGE (self->accounts));
  adw_navigation_split_view_set_content (self->inner, ADW_NAVIGATION_PAGE (self->account_page));
  gtk_stack_set_visible_child_name (self->stack, "book");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TendBook) book = tend_shelf_open_finish (TEND_SHELF (source), result, &error);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL)
    return;  /* closed meanwhile */

  if (book != NULL)
    {
      tend_application_take_book (TEND_APPLICATION (application), book);
      set_book (self, book);
      return;
    }

  adw_status_page_set_title (self->trouble, _("The Book Could Not Be Opened"));
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

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
  TendApplication *application = TEND_APPLICATION (gtk_window_get_application (window));
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  tend_settings_set_window (tend_settings_get_default (), width, height, gtk_window_is_maximized (window));
  if (application != NULL && tend_background_tell (tend_application_get_background (application), window))
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

  tend_window_dispose_undo (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_WINDOW);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, TendWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, trouble);
  tend_window_class_install_actions (widget_class);
  tend_window_class_install_dialogs (widget_class);
}

static void
tend_window_init (TendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_window_init_undo (self);
  restore_size (self);
}

TendWindow *
tend_window_new (TendApplication *application)
{
  return g_object_new (TEND_TYPE_WINDOW, "application", application, NULL);
}

void
tend_window_open (TendWindow    *self,
                  const char    *path,
                  TendBookFlags  flags)
{
  TendApplication *application = TEND_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  g_free (self->path);
  self->path = g_canonicalize_filename (path, NULL);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  tend_shelf_open_async (tend_application_get_shelf (application), self->path, flags | TEND_BOOK_WATCH, on_opened,
                         g_object_ref (self));
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

void
tend_window_show_place (TendWindow *self,
                        const char *place)
{
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
}

void
tend_window_show_account (TendWindow *self,
                          TendId      account)
{
  g_autoptr (TendEntity) entity = NULL;

  if (self->book == NULL)
    return;

  entity = tend_book_get (self->book, &tend_account_noun, account);
  tend_account_page_set_account (self->account_page, TEND_ACCOUNT (entity));
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
  adw_navigation_split_view_set_show_content (self->inner, TRUE);
}

void
tend_window_show_follow_up (TendWindow *self,
                            TendId      follow_up)
{
}

void
tend_window_add_toast (TendWindow *self,
                       AdwToast   *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
tend_window_report (TendWindow   *self,
                    const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tend_window_add_toast (self, adw_toast_new (error->message));
}
