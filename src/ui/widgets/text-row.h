/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_TEXT_ROW (tend_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TendTextRow, tend_text_row, TEND, TEXT_ROW, AdwPreferencesRow)

/**
 * TendTextRow:
 *
 * A row of a boxed list for text of several lines. Its title stands above the text; "text" notifies as one types.
 */

/* (transfer full): never NULL */
char *tend_text_row_dup_text (TendTextRow *self);
void  tend_text_row_set_text (TendTextRow *self,
                              const char  *text);

G_END_DECLS
