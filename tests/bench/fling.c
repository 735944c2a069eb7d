/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fling.h"

#include "bench.h"

#define FRAMES 60
#define STEP   2400.0    /* px between two frames */

typedef struct
{
  GtkScrolledWindow *scrolled;
  GArray            *samples;
  guint              n_left;
} Fling;

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
}

void
bench_wait_painted (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* A frame takes from the time that GTK counts it from to the end of its painting. */
static void
on_frame_painted (GdkFrameClock *clock,
                  Fling         *fling)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fling->scrolled);
  double upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + STEP;

  if (fling->samples != NULL)
    bench_add (fling->samples, (double) (g_get_monotonic_time () - gdk_frame_clock_get_frame_time (clock)));
  if (fling->n_left > 0)
    fling->n_left--;
  gtk_adjustment_set_value (adjustment, value < upper ? value : 0);
}

void
bench_fling (GtkWidget         *window,
             GtkScrolledWindow *scrolled,
             GArray            *samples)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Fling fling = { scrolled, samples, FRAMES };
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_painted), &fling);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (fling.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}
