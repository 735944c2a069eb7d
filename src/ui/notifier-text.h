/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/follow-up.h"

G_BEGIN_DECLS

/* What a notification says: pure, so that a table can test it. Names come from anywhere (imports, other people), and a
 * notification's text goes to programs that may take it for markup. */

/* One line of at most @max characters: no control characters, no marks that turn the direction of what follows.
 * (transfer full) */
char *tend_notifier_text_line   (const char               *text,
                                 gsize                     max);
/* The same, with nothing in it that reads as markup: freedesktop daemons get a body as it is. (transfer full) */
char *tend_notifier_text_plain  (const char               *text,
                                 gsize                     max);
/* When a follow-up is due, seen from @now: "Today, 15:00". (transfer full) */
char *tend_notifier_text_when   (const TendFollowUpRecord *record,
                                 TendInstant               now,
                                 GTimeZone                *zone);
/* @account may be NULL. (transfer full) */
char *tend_notifier_text_body   (const TendFollowUpRecord *record,
                                 const char               *account,
                                 TendInstant               now,
                                 GTimeZone                *zone);
/* @titles are those of the first few follow-ups of @n_all. (transfer full) */
char *tend_notifier_text_digest (const char *const        *titles,
                                 guint                     n_all);

G_END_DECLS
