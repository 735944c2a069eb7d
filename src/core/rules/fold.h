/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text made comparable: what search compares and what lists are ordered by. Both are our own, so that they come out
 * the same under every locale, in every process and on every storage engine.
 *
 * A fold is a sequence of words, each with one blank before it (" brauhaus weissenfels gmbh"); so a word of a query
 * that begins a word of the text is found as the substring " word". ä, ae and a fold alike (Müller, Mueller and
 * Muller are " muller"), and the fold of the beginning of a text is the beginning of its fold: that is what makes
 * search as you type right at every key. */

/* TendFoldKind:
 * @TEND_FOLD_TEXT: names, places, titles; words joined by punctuation are also found written together
 * @TEND_FOLD_EMAIL: an e-mail address
 * @TEND_FOLD_PHONE: a phone number; found from the start of any of its groups, national or international
 * @TEND_FOLD_WEBSITE: a website; scheme and "www." are left out
 *
 * What a text is, and so by which beginnings people look for it.
 */
typedef enum
{
  TEND_FOLD_TEXT,
  TEND_FOLD_EMAIL,
  TEND_FOLD_PHONE,
  TEND_FOLD_WEBSITE
} TendFoldKind;

/* Raised whenever a fold or a sort key comes out otherwise than before: books are then folded anew when opened. */
#define TEND_FOLD_VERSION 2

char     *tend_fold_search   (const char         *text);
char     *tend_fold_sort_key (const char         *text);
char     *tend_fold_digits   (const char         *text);
void      tend_fold_append   (GString            *haystack,
                              TendFoldKind        kind,
                              const char         *text);
void      tend_fold_compact  (GString            *haystack);
GStrv     tend_fold_query    (const char         *query);
gboolean  tend_fold_matches  (const char         *haystack,
                              const char * const *words);

G_END_DECLS
