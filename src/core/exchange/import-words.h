/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"

G_BEGIN_DECLS

/* The letters and digits of a heading or a word, in lower case, umlauts written out: "Straße 2" and "STRASSE_2" are
 * "strasse2". (transfer full) */
char *tend_import_squash     (const char       *text);
/* The index in @field's words that @text means, in English or German as files write it; -1 where it means none. */
int   tend_import_find_word  (const TendField  *field,
                              const char       *text);
/* Parts "Isabel de Castro" and "de Castro, Isabel" into given and family name; particles stay with the family, one word
 * alone is a family name. (transfer full) (nullable) */
void  tend_import_part_name  (const char       *name,
                              char            **given,
                              char            **family);
/* Parts a cell with several addresses or numbers ("a@x.de; b@x.de", or lines); NULL where there is none.
 * (transfer full) (nullable) */
GStrv tend_import_part_texts (const char       *text);

G_END_DECLS
