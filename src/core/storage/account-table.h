/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/account.h"
#include "database.h"

G_BEGIN_DECLS

/* What is derived for an account, and counts over accounts. */

/* Makes the searchable text of an account anew, from it and its contacts. */
gboolean    tend_account_table_write_text  (TendDatabase  *database,
                                            TendId         account,
                                            GError       **error);
/* The text as it should be; NULL where there is no such account. (transfer full) */
char       *tend_account_table_make_text   (TendDatabase  *database,
                                            TendId         account,
                                            GError       **error);
/* For bulk writers, who have the row at hand: the same text, begun from an account, continued by its contacts, and ended by
 * tend_fold_compact(). */
void        tend_account_table_append_account (GString     *text,
                                            const char    *name,
                                            const char    *number,
                                            const char    *city,
                                            const char    *website,
                                            const char    *email,
                                            const char    *phone);
void        tend_account_table_append_contact (GString     *text,
                                            const char    *given,
                                            const char    *family,
                                            const char *const *emails,
                                            const char *const *phones);
/* Manager → number of accounts owned (0 → nobody's). */
GHashTable *tend_account_table_count       (TendDatabase  *database,
                                            GError       **error);

G_END_DECLS
