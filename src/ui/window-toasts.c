/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

/* Toasts rise at the foot of the window, where the bar of what can be done with selected accounts is too: somebody who hands
 * some accounts over and goes on selecting wants it while the toast still stands. So toasts keep above the bar as long as it is
 * seen, one that stood before it came as well. */

static AdwToolbarView *
get_view (TendWindow *self)
{
  return ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self->accounts)));
}

/* Pixels that the bar takes at the foot of the window; 0: it is not seen. */
static int
get_bar_height (TendWindow *self)
{
  if (self->accounts == NULL || !gtk_widget_get_mapped (GTK_WIDGET (get_view (self))))
    return 0;

  return adw_toolbar_view_get_bottom_bar_height (get_view (self));
}

static void
place (TendWindow *self)
{
  int height = get_bar_height (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (child != adw_toast_overlay_get_child (self->toasts))
        gtk_widget_set_margin_bottom (child, height);
    }
}

static gboolean
on_idle (gpointer user_data)
{
  TendWindow *self = user_data;

  self->placing = 0;
  place (self);
  return G_SOURCE_REMOVE;
}

/* Heights are told while they are given, when nothing can ask for another. */
static void
queue_place (TendWindow *self)
{
  if (self->placing == 0 && self->toasts != NULL)
    self->placing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
on_children_changed (TendWindow *self)
{
  if (self->toasts != NULL)
    place (self);
}

void
tend_window_init_toasts (TendWindow *self)
{
  self->toast_widgets = gtk_widget_observe_children (GTK_WIDGET (self->toasts));
  g_signal_connect_object (self->toast_widgets, "items-changed", G_CALLBACK (on_children_changed), self, G_CONNECT_SWAPPED);
}

void
tend_window_watch_bar (TendWindow *self)
{
  AdwToolbarView *view = get_view (self);

  g_signal_connect_object (view, "notify::bottom-bar-height", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "unmap", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
}

void
tend_window_dispose_toasts (TendWindow *self)
{
  g_clear_handle_id (&self->placing, g_source_remove);
  g_clear_object (&self->toast_widgets);
}

/* Pixels; below this, a toast takes the whole width, all but these around its text and its own button. */
#define NARROW 500
#define AROUND 115
#define LEAST 130
#define LINES 4

gboolean
tend_window_is_narrow (TendWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width > 0 && width < NARROW;
}

static int
measure_button (const char *label)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic (label));
  int natural;

  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_object_unref (button);
  return natural;
}

GtkWidget *
tend_window_create_toast_text (TendWindow *self,
                               const char *message,
                               const char *button)
{
  GtkWidget *text = gtk_label_new (message);
  GtkWidget *clamp;
  int width;

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "heading");
  gtk_widget_set_tooltip_text (text, message);
  if (!tend_window_is_narrow (self))
    return text;

  /* A toast asks for the height of its text at the width that this would like. */
  width = MAX (LEAST, gtk_widget_get_width (GTK_WIDGET (self)) - AROUND - (button != NULL ? measure_button (button) : 0));
  clamp = adw_clamp_new ();
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), LINES);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), text);

  return clamp;
}

void
tend_window_add_toast (TendWindow *self,
                       AdwToast   *toast)
{
  if (self->toasts != NULL && tend_window_is_narrow (self) && adw_toast_get_custom_title (toast) == NULL)
    {
      g_autofree char *message = g_strdup (adw_toast_get_title (toast));

      adw_toast_set_custom_title (toast, tend_window_create_toast_text (self, message, adw_toast_get_button_label (toast)));
    }

  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, toast);
  else
    g_object_unref (g_object_ref_sink (toast));  /* closed meanwhile */
}
