/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_KEYS_DIALOG (tend_keys_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendKeysDialog, tend_keys_dialog, TEND, KEYS_DIALOG, AdwDialog)

/* All keys of the program, for libadwaita before 1.8, which has no dialog for them. Not GtkShortcutsWindow: it wants 900 px,
 * and warns where its keys need more than one page (the numbers of its pages are narrower than their negative margins). */
AdwDialog *tend_keys_dialog_new (void);

G_END_DECLS
