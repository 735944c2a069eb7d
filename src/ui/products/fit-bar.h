/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TEND_TYPE_FIT_BAR (tend_fit_bar_get_type ())
G_DECLARE_FINAL_TYPE (TendFitBar, tend_fit_bar, TEND, FIT_BAR, GtkWidget)

/**
 * TendFitBar:
 *
 * How well a product fits those who have it: a small bar of parts as long as their shares. It stands beside the same in
 * numbers, so that it says nothing to a screen reader.
 */
GtkWidget *tend_fit_bar_new (void);
/* @fits: numbers of purchases by #TendFit. */
void       tend_fit_bar_set (TendFitBar  *self,
                             const guint  fits[4]);

G_END_DECLS
