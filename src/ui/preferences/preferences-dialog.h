/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"
#include "ui/settings.h"

G_BEGIN_DECLS

#define TEND_TYPE_PREFERENCES_DIALOG (tend_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendPreferencesDialog, tend_preferences_dialog, TEND, PREFERENCES_DIALOG, AdwPreferencesDialog)

/* Who the user is, when she works, and how she is reminded; and the numbers of the rules of @book. Every choice holds at
 * once. @book: NULL where none is open. */
AdwDialog *tend_preferences_dialog_new (TendSettings *settings,
                                        TendBook     *book);

G_END_DECLS
