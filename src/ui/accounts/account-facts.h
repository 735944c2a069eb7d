/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_FACTS (tend_account_facts_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountFacts, tend_account_facts, TEND, ACCOUNT_FACTS, AdwBin)

/**
 * TendAccountFacts:
 *
 * How an account stands in eight small facts, which its row in the book holds: no query is needed to show them. The reasons
 * of the health stand behind its tile, and are read when they are asked for.
 */
void tend_account_facts_set_account (TendAccountFacts *self,
                                     TendBook         *book,
                                     TendAccount      *account);
/* The clock has moved on. */
void tend_account_facts_refresh     (TendAccountFacts *self);
/* Opens the reasons of the health. */
void tend_account_facts_show_health (TendAccountFacts *self);

G_END_DECLS
