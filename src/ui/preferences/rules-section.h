/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "models/rule-values.h"
#include "rule-words.h"

G_BEGIN_DECLS

/* A page of a preferences dialog with the numbers of one part of the rules. */
AdwNavigationPage *tend_rules_section_new (TendRuleValues        *values,
                                           const TendRuleSection *section);

/* How many numbers of a group are not as usual. */
guint              tend_rules_count_changed (const TendRules     *rules,
                                           const TendRuleGroup   *group);
/* Sets the numbers of @groups as they usually are; a toast of the dialog around @widget offers to take that back. */
void               tend_rules_reset       (GtkWidget             *widget,
                                           TendRuleValues        *values,
                                           const TendRuleGroup   *groups,
                                           guint                  n_groups);

G_END_DECLS
