/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "when-tokens.h"

#include <string.h>

#include "fold.h"

static gboolean
cut_number (const char **text,
            TendToken   *token)
{
  const char *p = *text;

  token->kind = TEND_TOKEN_NUMBER;

  for (; g_ascii_isdigit (*p); p++)
    {
      token->number = 10 * token->number + (*p - '0');

      if (++token->n_digits > 4)
        return FALSE;
    }

  if (*p != '\0' && strchr (":.-", *p) != NULL)
    token->mark = *p++;

  *text = p;
  return TRUE;
}

static gboolean
cut_word (const char **text,
          TendToken   *token)
{
  const char *p = *text;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  while (*p == '\'' || g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  word = g_strndup (*text, p - *text);
  folded = tend_fold_search (word);

  if (strcmp (folded, " o clock") == 0)
    g_strlcpy (token->word, "oclock", sizeof token->word);
  else if (*folded == '\0' || g_strlcpy (token->word, folded + 1, sizeof token->word) >= sizeof token->word)
    return FALSE;

  token->kind = TEND_TOKEN_WORD;

  if (*p == '.')
    p++;

  *text = p;
  return TRUE;
}

gboolean
tend_when_cut (const char *text,
               TendToken  *tokens)
{
  for (guint n = 0; n <= TEND_WHEN_MAX_TOKENS; n++)
    {
      TendToken *token = &tokens[n];

      text += strspn (text, " \t,");

      if (*text == '\0')
        return n > 0;

      if (n == TEND_WHEN_MAX_TOKENS)
        return FALSE;

      if (g_ascii_isdigit (*text) ? !cut_number (&text, token) : !cut_word (&text, token))
        return FALSE;
    }

  return FALSE;
}
