/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hat.h"
#include "rules.h"

G_BEGIN_DECLS

/**
 * TendFocus:
 * @sums: by hat, the bases of its open items
 * @highest: by hat, the base of the most urgent of them
 *
 * Begun as { 0 }. Without lateness and worth, so that one change never touches other accounts (rules.md, Hats).
 */
typedef struct
{
  int sums[TEND_N_HATS];
  int highest[TEND_N_HATS];
} TendFocus;

void tend_focus_add  (TendFocus       *focus,
                      const TendRules *rules,
                      TendHat          hat,
                      TendUrgency      reason);
int  tend_focus_pick (const TendFocus *focus);

G_END_DECLS
