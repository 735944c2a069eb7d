/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding for search. Folding for order stands in fold-sort.c, the letters of both in fold-letters.c. */

#include "fold.h"

#include <string.h>

#include "fold-private.h"

#define MAX_QUERY_WORDS 16
#define MAX_JOINED_WORDS 64

typedef struct
{
  GString  *out;
  gboolean  in_word;
  gboolean  after_aou;
} SearchFold;

static void
emit_search (gpointer      data,
             TendFoldClass klass,
             gunichar      ch)
{
  SearchFold *self = data;

  switch (klass)
    {
    case TEND_FOLD_IGNORED:
      return;

    case TEND_FOLD_BREAK:
    case TEND_FOLD_JOINER:
      self->in_word = FALSE;
      self->after_aou = FALSE;
      return;

    case TEND_FOLD_SINGLE:
      g_string_append_c (self->out, ' ');
      g_string_append_unichar (self->out, ch);
      self->in_word = FALSE;
      self->after_aou = FALSE;
      return;

    case TEND_FOLD_LETTER:
    default:
      break;
    }

  /* ae, oe and ue are ways to write ä, ö and ü, which are a, o and u here. Leaving out every e that follows (and
   * looking only back) keeps the fold of a beginning the beginning of the fold. */
  if (ch == 'e' && self->after_aou)
    return;

  if (!self->in_word)
    g_string_append_c (self->out, ' ');

  if (ch < 0x80)
    g_string_append_c (self->out, (char) ch);
  else
    g_string_append_unichar (self->out, ch);

  self->in_word = TRUE;
  self->after_aou = ch == 'a' || ch == 'o' || ch == 'u';
}

static void
append_fold (GString    *out,
             const char *text)
{
  SearchFold fold = { .out = out };

  tend_fold_each (text, emit_search, &fold);
}

/**
 * tend_fold_search:
 * @text: (nullable): any text
 *
 * Folds @text for search, see above. It never fails: bytes that are no UTF-8 end a word.
 *
 * Returns: (transfer full): the words of @text, each with a blank before it; "" when there are none
 */
char *
tend_fold_search (const char *text)
{
  GString *out;

  if (text == NULL || *text == '\0')
    return g_strdup ("");

  out = g_string_sized_new (strlen (text) + 2);
  append_fold (out, text);
  return g_string_free (out, FALSE);
}

/**
 * tend_fold_digits:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): the digits of @text as ASCII and nothing else, whatever script they were written in
 */
char *
tend_fold_digits (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (text != NULL)
    {
      g_autofree char *folded = tend_fold_search (text);

      for (const char *p = folded; *p != '\0'; p++)
        if (g_ascii_isdigit (*p))
          g_string_append_c (out, *p);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Appends the words from @start on as one word, if they are more than one: "O'Reilly" is looked for as "oreilly",
 * "Coca-Cola" as "cocacola", "S.A.R.L." as "sarl". Joining can bring an e behind a vowel, as in emit_search(). */
static void
append_joined (GString *out,
               gsize    start)
{
  gsize end = out->len;

  if (end <= start + 1 || end - start > MAX_JOINED_WORDS || memchr (out->str + start + 1, ' ', end - start - 1) == NULL)
    return;

  g_string_append_c (out, ' ');

  for (gsize i = start; i < end; i++)
    {
      char last = out->str[out->len - 1];

      if (out->str[i] == ' ' || (out->str[i] == 'e' && (last == 'a' || last == 'o' || last == 'u')))
        continue;

      g_string_append_c (out, out->str[i]);
    }
}

static void
append_text (GString    *out,
             const char *text)
{
  g_auto(GStrv) tokens = NULL;
  g_autoptr(GString) joined = NULL;

  append_fold (out, text);

  if (strpbrk (text, "'-.&/+`\xE2\xC2") == NULL)
    return;

  joined = g_string_new (NULL);
  tokens = g_strsplit_set (text, " \t\r\n,;()", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_string_truncate (joined, 0);
      append_fold (joined, tokens[i]);

      if (joined->len > 0)
        {
          gsize own = joined->len;

          append_joined (joined, 0);
          g_string_append (out, joined->str + own);
        }
    }
}

static gboolean
is_scheme_or_www (const char *text,
                  gsize      *length)
{
  static const char * const prefixes[] = { "https://", "http://", "www." };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (text, prefixes[i], strlen (prefixes[i])) == 0)
      {
        *length = strlen (prefixes[i]);
        return TRUE;
      }

  return FALSE;
}

static const char *
skip_scheme_and_www (const char *text)
{
  gsize length;

  while (is_scheme_or_www (text, &length))
    text += length;

  return text;
}

/* How many digits the country code at the start of @digits has (ITU-T E.164). */
static gsize
country_code_length (const char *digits)
{
  static const char two_digit_codes[] =
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
    "81 82 84 86 90 91 92 93 94 95 98 ";
  char code[4] = { 0 };

  if (digits[0] == '1' || digits[0] == '7')
    return 1;

  if (strlen (digits) < 2)
    return strlen (digits);

  memcpy (code, digits, 2);
  code[2] = ' ';

  return strstr (two_digit_codes, code) != NULL ? 2 : MIN (strlen (digits), 3);
}

/* Splits a number into its groups of digits; the trunk zero of "+49 (0)30" is no part of it. */
static GPtrArray *
phone_groups (const char *text,
              gboolean   *international)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = tend_fold_search (text);
  g_auto(GStrv) words = NULL;

  text += strspn (text, " \t(");
  *international = *text == '+' || g_str_has_prefix (text, "00");
  words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *digits = tend_fold_digits (words[i]);
      const char *start = digits;

      if (*international && groups->len == 0 && g_str_has_prefix (start, "00"))
        start += 2;

      if (*international && groups->len == 1 && strstr (text, "(0") != NULL)
        start += strspn (start, "0");

      if (*start != '\0')
        g_ptr_array_add (groups, g_strdup (start));
    }

  return groups;
}

static void
append_groups (GString   *out,
               GPtrArray *groups,
               guint      first)
{
  for (guint i = first; i < groups->len; i++)
    g_string_append (out, g_ptr_array_index (groups, i));
}

static void
append_phone (GString    *out,
              const char *text)
{
  g_autoptr(GPtrArray) groups = NULL;
  gboolean international;

  groups = phone_groups (text, &international);

  for (guint i = 0; i < MIN (groups->len, 8); i++)
    {
      g_string_append_c (out, ' ');
      append_groups (out, groups, i);
    }

  if (international && groups->len > 0)
    {
      g_autoptr(GString) whole = g_string_new (NULL);

      append_groups (whole, groups, 0);
      g_string_append (out, " 0");
      g_string_append (out, whole->str + country_code_length (whole->str));
      g_string_append (out, " 00");
      g_string_append (out, whole->str);
    }
}

/**
 * tend_fold_append:
 * @haystack: the folded text of a row, so far
 * @kind: what @text is
 * @text: (nullable): one of its fields
 *
 * Appends @text as it is looked for: its fold, and the other beginnings that people type for a text of its @kind.
 */
void
tend_fold_append (GString      *haystack,
                  TendFoldKind  kind,
                  const char   *text)
{
  g_return_if_fail (haystack != NULL);

  if (text == NULL || *text == '\0')
    return;

  switch (kind)
    {
    case TEND_FOLD_PHONE:
      append_phone (haystack, text);
      break;
    case TEND_FOLD_WEBSITE:
      append_text (haystack, skip_scheme_and_www (text));
      break;
    case TEND_FOLD_EMAIL:
      append_fold (haystack, text);
      break;
    case TEND_FOLD_TEXT:
    default:
      append_text (haystack, text);
      break;
    }
}

/* A query that can only be a phone number: typed with a + or a 0 in front, in at least two groups. It is looked for as
 * one run of digits, however it was grouped. Two zeros in front stay, since "0042" may be an account's number as well. */
static char *
query_phone (const char *query)
{
  g_autoptr(GPtrArray) groups = NULL;
  GString *digits;
  gboolean international;

  query += strspn (query, " \t");

  if (strchr ("+0(", *query) == NULL || query[strspn (query, "0123456789+-/(). \t")] != '\0')
    return NULL;

  groups = phone_groups (query, &international);

  if (groups->len < 2 && !international)
    return NULL;

  digits = g_string_new (g_str_has_prefix (query, "00") ? "00" : NULL);
  append_groups (digits, groups, 0);
  return g_string_free (digits, FALSE);
}

/* Words that begin another word of the query ask for nothing more. */
static void
add_query_word (GPtrArray  *words,
                const char *word)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *other = g_ptr_array_index (words, i);

      if (g_str_has_prefix (other, word))
        return;

      if (g_str_has_prefix (word, other))
        {
          g_ptr_array_remove_index (words, i);
          break;
        }
    }

  g_ptr_array_add (words, g_strdup (word));
}

/**
 * tend_fold_query:
 * @query: (nullable): what someone typed to search for
 *
 * The words to look for: a row answers @query when its folded text holds each of them right after a blank
 * (see tend_fold_matches()). At most sixteen; no words means that nothing is asked for.
 *
 * Returns: (transfer full): folded words without blanks
 */
GStrv
tend_fold_query (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *phone = NULL;
  g_auto(GStrv) tokens = NULL;

  if (query != NULL && (phone = query_phone (query)) != NULL && *phone != '\0')
    {
      add_query_word (words, phone);
    }
  else if (query != NULL)
    {
      tokens = g_strsplit_set (query, " \t\r\n", 4 * MAX_QUERY_WORDS);

      for (guint i = 0; tokens[i] != NULL; i++)
        {
          g_autofree char *folded = tend_fold_search (skip_scheme_and_www (tokens[i]));
          g_auto(GStrv) parts = g_strsplit (folded, " ", -1);

          for (guint j = 0; parts[j] != NULL && words->len < MAX_QUERY_WORDS; j++)
            if (*parts[j] != '\0')
              add_query_word (words, parts[j]);
        }
    }

  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (words, FALSE);
}

/**
 * tend_fold_matches:
 * @haystack: folded text, from tend_fold_search() or tend_fold_append()
 * @words: (array zero-terminated=1): words from tend_fold_query()
 *
 * Returns: whether every one of @words begins a word of @haystack
 */
gboolean
tend_fold_matches (const char         *haystack,
                   const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      const char *p = haystack;

      while ((p = strstr (p, words[i])) != NULL && (p == haystack || p[-1] != ' '))
        p += MAX (length, 1);

      if (p == NULL)
        return FALSE;
    }

  return TRUE;
}
