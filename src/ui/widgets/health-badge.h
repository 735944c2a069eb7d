/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/entities/account.h"

G_BEGIN_DECLS

/* Makes @label the badge of an account's health: its number in the colour of its band, so that colour is never alone, and
 * the band's word as its tooltip and for screen readers. Where nothing is known of it, a dash. */
void tend_health_badge_show (GtkLabel                *label,
                             const TendAccountRecord *account);

G_END_DECLS
