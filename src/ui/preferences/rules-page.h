/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_RULES_PAGE (tend_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (TendRulesPage, tend_rules_page, TEND, RULES_PAGE, AdwPreferencesPage)

/* The numbers by which Tend computes, for a TendPreferencesDialog: the parts of the rules, each of which opens its own page.
 * Every number holds at once; what is set back can be taken back from a toast. */
AdwPreferencesPage *tend_rules_page_new (TendBook *book);

G_END_DECLS
