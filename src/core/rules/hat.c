/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hat.h"

#include "../entities/need.h"

const char *const tend_hats[] = { "sales", "service", "technical", "finance", NULL };
const char *const tend_focus[] = { "none", "sales", "service", "technical", "finance", NULL };

TendHat
tend_hat_of_need (int kind)
{
  switch (kind)
    {
    case TEND_NEED_FAULT:
      return TEND_HAT_TECHNICAL;
    case TEND_NEED_BILLING:
      return TEND_HAT_FINANCE;
    default:
      return TEND_HAT_SERVICE;
    }
}
