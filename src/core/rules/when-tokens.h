/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words and numbers of a text that names a time, for when.c. */
#define TEND_WHEN_MAX_TOKENS 12

typedef enum
{
  TEND_TOKEN_END,
  TEND_TOKEN_WORD,
  TEND_TOKEN_NUMBER
} TendTokenKind;

typedef struct
{
  TendTokenKind kind;
  char word[24];
  int number;
  int n_digits;
  char mark;      /* what stands right after a number: ':', '.', '-' or 0 */
} TendToken;

/* Cuts @text; what follows the last token is one of TEND_TOKEN_END. FALSE where it holds nothing, too much, or what is no
 * word and no number. @tokens: all zero, TEND_WHEN_MAX_TOKENS + 1 of them. */
gboolean tend_when_cut (const char *text,
                        TendToken  *tokens);

G_END_DECLS
