/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TEND_TYPE_LINE (tend_line_get_type ())

/**
 * TendLine:
 *
 * One line of text in a row of a long list, cut with an ellipsis where it does not fit. It asks for the height of its font
 * and for no width.
 *
 * A GtkInscription does the same but makes its layout when it is created, and so a style for a widget that stands nowhere
 * yet: half of what a row costs. A line is laid out when it is first drawn.
 */
G_DECLARE_FINAL_TYPE (TendLine, tend_line, TEND, LINE, GtkWidget)

/* @xalign is 0 for a text at the start of the line, 1 for one at its end, 0.5 for one in its middle. */
GtkWidget  *tend_line_new       (float       xalign);
/* FALSE where it said that already. */
gboolean    tend_line_set_text  (TendLine   *self,
                                 const char *text);
const char *tend_line_get_text  (TendLine   *self);
/* The width in px that the whole text takes. */
int         tend_line_get_width (TendLine   *self);

G_END_DECLS
