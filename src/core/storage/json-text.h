/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"

G_BEGIN_DECLS

/* The JSON that stands in the book: of texts and of the columns of a row. Written by hand, since a bulk change writes
 * a million of them; read by json-glib. */

void        tend_json_append_text    (GString           *json,
                                      const char        *text);
char       *tend_json_format_texts   (const char *const *texts);   /* (transfer full) */
GStrv       tend_json_parse_texts    (const char        *json);    /* (transfer full) (nullable) */
/* A member that is a text. (transfer full) (nullable) */
char       *tend_json_get_text       (const char        *json,
                                      const char        *member);
/* {"column": value, …} of the fields in which @record differs from @differs (where NULL: of all that have a value, with
 * version and created_at, so that the row can be made anew);
 * derived ones are left out. */
void        tend_json_append_fields  (GString           *json,
                                      const TendRecord  *record,
                                      const TendRecord  *differs);
/* Sets the fields that @json names; unknown ones are ignored. FALSE where it is no object. @touched (nullable) gets the
 * fields set. (element-type TendField) */
gboolean    tend_json_read_fields    (const char        *json,
                                      TendRecord        *record,
                                      GPtrArray         *touched);

G_END_DECLS
