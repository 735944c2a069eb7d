/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen.h"

#include "wait.h"

/* One a process, of which no other instance knows. */
static TendApplication *
get_application (void)
{
  static TendApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = g_object_new (TEND_TYPE_APPLICATION,
                              "application-id", TEND_APPLICATION_ID,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/tendapp/Tend",
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static gboolean
is_gone (GWeakRef *ref)
{
  g_autoptr (GObject) object = g_weak_ref_get (ref);

  return object == NULL;
}

TendWindow *
tend_screen_new_window (void)
{
  return tend_window_new (get_application ());
}

void
tend_screen_show (TendScreen *self)
{
  self->window = tend_screen_new_window ();
  tend_window_open (self->window, self->sample.path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (tend_window_get_book (self->window) != NULL);
}

void
tend_screen_set_up (TendScreen    *self,
                    gconstpointer  data)
{
  tend_sample_init (&self->sample);
  tend_screen_show (self);
}

/* What is still on its way through the book may keep it for a moment. */
void
tend_screen_tear_down (TendScreen    *self,
                       gconstpointer  data)
{
  GWeakRef book;
  GWeakRef window;

  g_weak_ref_init (&book, tend_window_get_book (self->window));
  g_weak_ref_init (&window, self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (is_gone (&window));
  wait_until (is_gone (&book));
  g_weak_ref_clear (&book);
  g_weak_ref_clear (&window);
  tend_sample_clear (&self->sample);
}

AdwDialog *
tend_screen_get_dialog (TendScreen *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

AdwDialog *
tend_screen_wait_dialog (TendScreen *self)
{
  wait_until (tend_screen_get_dialog (self) != NULL);

  return tend_screen_get_dialog (self);
}

void
tend_screen_close_dialog (TendScreen *self)
{
  adw_dialog_force_close (tend_screen_get_dialog (self));
  wait_until (tend_screen_get_dialog (self) == NULL);
}
