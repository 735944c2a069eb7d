/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs until the window's next frame is painted. */
void bench_wait_painted (GtkWidget         *window);
/* Flings through a list: 60 frames, more than a window full apart, from the top again at the end. Adds what each frame took,
 * in µs, to @samples; NULL: for warmth. */
void bench_fling        (GtkWidget         *window,
                         GtkScrolledWindow *scrolled,
                         GArray            *samples);

G_END_DECLS
