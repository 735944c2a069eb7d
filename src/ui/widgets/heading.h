/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_HEADING (tend_heading_get_type ())

/**
 * TendHeading:
 *
 * The title of a dialog, as the title widget of the header bar of an AdwToolbarView. Where the buttons beside it leave it
 * too little room, in a narrow window with German words, it is not cut but stands below the bar, as a bar of its own.
 * Property: title (string).
 */
G_DECLARE_FINAL_TYPE (TendHeading, tend_heading, TEND, HEADING, GtkWidget)

GtkWidget *tend_heading_new (const char *title);

G_END_DECLS
