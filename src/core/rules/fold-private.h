/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is to a fold.
 * LETTER belongs to the word around it, SINGLE is a word of its own (an ideograph, a pictograph), BREAK ends a word,
 * JOINER ends one too but is nothing to the eye of an order (O'Hara stands with Ohara), IGNORED is not there at all. */
typedef enum
{
  TEND_FOLD_LETTER,
  TEND_FOLD_SINGLE,
  TEND_FOLD_BREAK,
  TEND_FOLD_JOINER,
  TEND_FOLD_IGNORED
} TendFoldClass;

typedef void (*TendFoldEmit) (gpointer      data,
                              TendFoldClass klass,
                              gunichar      ch);

void tend_fold_each (const char   *text,
                     TendFoldEmit  emit,
                     gpointer      data);

G_END_DECLS
