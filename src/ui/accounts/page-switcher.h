/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_PAGE_SWITCHER (tend_page_switcher_get_type ())
G_DECLARE_FINAL_TYPE (TendPageSwitcher, tend_page_switcher, TEND, PAGE_SWITCHER, GtkWidget)

/**
 * TendPageSwitcher:
 *
 * Switches between the pages of an AdwViewStack: all of them side by side, or, where they do not fit with their whole
 * names, a dropdown. A name is never cut.
 * Property: `stack`.
 */
void tend_page_switcher_set_stack   (TendPageSwitcher *self,
                                     AdwViewStack     *stack);
/* Whether it is a dropdown now. */
gboolean tend_page_switcher_get_folded (TendPageSwitcher *self);

G_END_DECLS
