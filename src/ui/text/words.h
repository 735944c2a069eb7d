/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/account.h"
#include "core/entities/follow-up.h"
#include "core/entities/manager.h"

G_BEGIN_DECLS

/* The words that people read for what the book knows as fields and indices. All answers of const type are static and
 * translated; an index that is none gives "". */

const char *tend_words_tier           (int               tier);
const char *tend_words_tier_long      (int               tier);
const char *tend_words_account_kind   (int               kind);
const char *tend_words_account_status (int               status);
const char *tend_words_role           (int               role);
const char *tend_words_hat            (int               hat);
const char *tend_words_lead           (int               lead);
const char *tend_words_follow_up_state (int              state);

/* What people call a field of a noun ("Postal Code"); its bare name where it has no word. */
const char *tend_words_field          (const TendNoun   *noun,
                                       const char       *field);
/* What people call a row of the noun ("Follow-Up"). */
const char *tend_words_noun           (const TendNoun   *noun);
/* The word of value @index of a WORD field. */
const char *tend_words_of_field       (const TendField  *field,
                                       int               index);
/* Why a value was not accepted, short enough for the title of an entry row: "Not a date". */
const char *tend_words_reason         (TendReason        reason);

/* Text for one line: line breaks, tabs and other control characters become blanks, and what is longer than @max
 * characters ends in an ellipsis. NULL gives "". (transfer full) */
char       *tend_words_one_line       (const char       *text,
                                       gsize             max);
/* What a follow-up is about, as one line of at most @max characters of its own. (transfer full) */
char       *tend_words_follow_up      (const TendFollowUpRecord *record,
                                       gsize             max);
/* The same of a title alone; @renewal: whether it was made before the renewal of a purchase. */
char       *tend_words_follow_up_titled (const char     *title,
                                       gboolean          renewal,
                                       gsize             max);

G_END_DECLS
