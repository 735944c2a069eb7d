/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_TEXTS_GROUP (tend_texts_group_get_type ())
G_DECLARE_FINAL_TYPE (TendTextsGroup, tend_texts_group, TEND, TEXTS_GROUP, AdwPreferencesGroup)

/**
 * TendTextsGroup:
 *
 * Several short texts of one kind (e-mail addresses, phone numbers), a row each; a blank row at the end takes one more.
 * "row-title" is the title of the rows. Signal: `changed`.
 */

/* The texts, blanks trimmed, empty ones left out. (transfer full) (nullable) */
GStrv     tend_texts_group_dup_texts (TendTextsGroup     *self);
void      tend_texts_group_set_texts (TendTextsGroup     *self,
                                      const char *const  *texts);
/* Shows @message at the row that holds @text (NULL: at the first that is filled); @message NULL: at none. */
void      tend_texts_group_set_error (TendTextsGroup     *self,
                                      const char         *text,
                                      const char         *message);

G_END_DECLS
