/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_CONTACT_ROW (tend_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (TendContactRow, tend_contact_row, TEND, CONTACT_ROW, AdwActionRow)

/**
 * TendContactRow:
 *
 * A person at an account: who, and how to reach her at once. Follows the live object. Ctrl+C copies her first e-mail
 * address, Ctrl+Shift+C her first phone number.
 */
GtkWidget   *tend_contact_row_new         (TendContact    *contact);
TendContact *tend_contact_row_get_contact (TendContactRow *self);

G_END_DECLS
