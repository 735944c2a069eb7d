/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "rules.h"

G_BEGIN_DECLS

TendDay tend_renewal_lead_day   (const TendRules *rules,
                                 TendDay          renews_on,
                                 TendDay          ends_on,
                                 int              notice_days);
TendDay tend_renewal_follow_up  (const TendRules *rules,
                                 TendDay          renews_on,
                                 TendDay          ends_on,
                                 int              notice_days,
                                 TendDay          today);

G_END_DECLS
