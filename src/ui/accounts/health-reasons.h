/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/situation.h"

G_BEGIN_DECLS

#define TEND_TYPE_HEALTH_REASONS (tend_health_reasons_get_type ())
G_DECLARE_FINAL_TYPE (TendHealthReasons, tend_health_reasons, TEND, HEALTH_REASONS, AdwBin)

/**
 * TendHealthReasons:
 *
 * Why the health of an account is as it is: each reason with its value and age, its points, and what would lift it.
 */
GtkWidget *tend_health_reasons_new  (void);
/* NULL: not known yet. */
void       tend_health_reasons_show (TendHealthReasons   *self,
                                     const TendSituation *situation);

G_END_DECLS
