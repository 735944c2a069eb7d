/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/rules.h"
#include "database.h"

G_BEGIN_DECLS

/* The numbers of the rules that the book has of its own: settings "rule.<name>". */

/* The rules as they hold in the book. What stands there and is none, or is impossible, is passed over. */
gboolean tend_rule_table_read  (TendDatabase         *database,
                                TendRules            *rules,
                                GError              **error);
/* Sets a number; the one of rules.md where it is @field's own. */
gboolean tend_rule_table_write (TendDatabase         *database,
                                const TendRuleField  *field,
                                int                   value,
                                GError              **error);

G_END_DECLS
