/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "models/rule-values.h"
#include "rule-words.h"

G_BEGIN_DECLS

/* A row with one number of the rules: it can be typed, with its unit or without, and stepped; what cannot be is said while
 * it is typed, and not taken. The row follows @values. */
GtkWidget *tend_rule_row_new (TendRuleValues      *values,
                              const TendRuleWords *words);

G_END_DECLS
