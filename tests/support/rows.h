/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

/* Rows to test with, written as a person would: through operations, at once. */

/* Adds a row of any noun; its id. @record is not changed. */
TendId tend_test_add           (TendBook         *book,
                                const TendRecord *record);
TendId tend_test_add_manager   (TendBook       *book,
                                const char     *name,
                                TendId          reports_to);
TendId tend_test_add_account   (TendBook       *book,
                                const char     *name,
                                TendId          owner);
/* "Account 0000", "Account 0001", …: all in one transaction. */
void   tend_test_add_accounts  (TendBook       *book,
                                guint           n);
/* "Interaction 0000" at @from, "Interaction 0001" @step later, …: all in one transaction. */
void   tend_test_add_interactions (TendBook    *book,
                                TendId          account,
                                guint           n,
                                TendInstant     from,
                                TendInstant     step);
TendId tend_test_add_interaction (TendBook     *book,
                                TendId          account,
                                TendInstant     at);
TendId tend_test_add_pulse     (TendBook       *book,
                                TendId          account,
                                TendInstant     at);
TendId tend_test_add_need      (TendBook       *book,
                                TendId          account);
/* @wall: "2026-11-24T15:00", or "2026-11-24" for a whole day; in Europe/Berlin. */
TendId tend_test_add_follow_up (TendBook       *book,
                                TendId          account,
                                TendId          manager,
                                const char     *title,
                                const char     *wall);
/* Sets a field to what tend_record_parse() makes of @text. */
void   tend_test_set           (TendBook       *book,
                                const TendNoun *noun,
                                TendId          id,
                                const char     *field,
                                const char     *text);
void   tend_test_delete        (TendBook       *book,
                                const TendNoun *noun,
                                TendId          id);

G_END_DECLS
