/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is wrong with a value, shown at the row where it is typed: beside the row's title, so that nothing moves. */

/* The title of the row while all is well; set before tend_field_error_show() is used. */
void tend_field_error_set_title (GtkWidget  *row,
                                 const char *title);
/* Shows @message, NULL takes it away. */
void tend_field_error_show      (GtkWidget  *row,
                                 const char *message);
/* Nothing is wrong, and @note says how the text was understood ("3 December 2026"); NULL where that needs no saying. */
void tend_field_error_note      (GtkWidget  *row,
                                 const char *note);

G_END_DECLS
