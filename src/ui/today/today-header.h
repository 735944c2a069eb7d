/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_TODAY_HEADER (tend_today_header_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayHeader, tend_today_header, TEND, TODAY_HEADER, GtkBox)

/**
 * TendTodayHeader:
 *
 * The account above its lines of Today: who it is, its tier and its health. Follows the live object.
 */
GtkWidget *tend_today_header_new         (void);
/* NULL: nobody. */
void       tend_today_header_set_account (TendTodayHeader *self,
                                          TendAccount     *account);

G_END_DECLS
