/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_TROUBLE_PAGE (tend_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (TendTroublePage, tend_trouble_page, TEND, TROUBLE_PAGE, AdwBin)

/**
 * TendTroublePage:
 *
 * What stands in the window when a book cannot be opened: why, which file, and the ways out, each an action of the window
 * (`win.retry`, `win.open-book`, `win.create-book`, `win.restore-backup`).
 */
GtkWidget *tend_trouble_page_new (void);
void       tend_trouble_page_set (TendTroublePage *self,
                                  const GError    *error,
                                  const char      *path);

G_END_DECLS
