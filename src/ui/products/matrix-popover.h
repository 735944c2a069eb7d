/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_MATRIX_POPOVER (tend_matrix_popover_get_type ())
G_DECLARE_FINAL_TYPE (TendMatrixPopover, tend_matrix_popover, TEND, MATRIX_POPOVER, GtkPopover)

/**
 * TendMatrixPopover:
 *
 * What stands in a square of the white-space matrix, and why; and what can be done about it: an opportunity, a stance, the
 * account. What it does goes through the actions of the window.
 */
GtkWidget *tend_matrix_popover_new (TendBook    *book,
                                    TendAccount *account,
                                    TendId       product,
                                    const char  *name,
                                    TendCell     cell);

G_END_DECLS
