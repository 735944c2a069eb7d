/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the four roles of an account manager an item asks for (rules.md, Hats). */
typedef enum { TEND_HAT_SALES, TEND_HAT_SERVICE, TEND_HAT_TECHNICAL, TEND_HAT_FINANCE } TendHat;

#define TEND_N_HATS 4

extern const char *const tend_hats[];   /* sales, service, technical, finance */
extern const char *const tend_focus[];  /* none, then the hats: index = hat + 1 */

/* The hat of a need of @kind (TendNeedKind): a fault is technical, billing is finance, the rest service. */
TendHat tend_hat_of_need (int kind);

G_END_DECLS
