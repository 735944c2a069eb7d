/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/* A new identity: milliseconds since 2020 and 22 random bits, always greater than the last one made in this process, so
 * that rows made in a bulk load lie side by side. Thread-safe. */
TendId   tend_id_new     (void);
/* The decimal text of @id as JSON carries it (a JSON reader would round so large a number). (transfer full) */
char    *tend_id_to_text (TendId      id);
/* Reads such a text; FALSE where it is none, and then @id is 0. */
gboolean tend_id_parse   (const char *text,
                          TendId     *id);

G_END_DECLS
