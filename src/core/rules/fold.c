/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding for search. Folding for order stands in fold-sort.c, the letters of both in fold-letters.c. */

#include "fold.h"

#include <stdlib.h>
#include <string.h>

#include "fold-private.h"

#define MAX_QUERY_WORDS 16
#define MAX_JOINED 64
#define JOINERS "'-.&/+`\xE2\xC2"  /* what can stand inside a word; the last two begin ’ and ´ */
#define MAX_DIGITS 47
#define MAX_GROUPS 8

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

/* Makes the words that @out has from @start on one word, if they are several, and else takes them off: "O'Reilly" is
 * looked for as "oreilly", "Coca-Cola" as "cocacola", "S.A.R.L." as "sarl". Joining can bring an e behind a vowel, as in
 * emit_search(). */
static void
join_or_drop (GString *out,
              gsize    start)
{
  gsize end = start + 1;

  if (out->len <= start + 1 || out->len - start > MAX_JOINED || strchr (out->str + start + 1, ' ') == NULL)
    {
      g_string_truncate (out, start);
      return;
    }

  for (gsize i = start + 1; i < out->len; i++)
    {
      char last = out->str[end - 1];

      if (out->str[i] != ' ' && !(out->str[i] == 'e' && (last == 'a' || last == 'o' || last == 'u')))
        out->str[end++] = out->str[i];
    }

  g_string_truncate (out, end);
}

static void
append_text (GString    *out,
             const char *text)
{
  static const char blanks[] = " \t\r\n,;()";

  append_fold (out, text);

  for (text += strspn (text, blanks); *text != '\0'; text += strspn (text, blanks))
    {
      gsize length = strcspn (text, blanks);
      gsize plain = strcspn (text, JOINERS);

      if (plain < length && length <= MAX_JOINED)
        {
          char token[MAX_JOINED + 1];
          gsize start = out->len;

          memcpy (token, text, length);
          token[length] = '\0';
          append_fold (out, token);
          join_or_drop (out, start);
        }

      text += length;
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

/* A phone number as the groups of digits it is written in. */
typedef struct
{
  char digits[MAX_DIGITS + 1];
  guint starts[MAX_GROUPS];
  guint n_groups;
  guint n_digits;
  gboolean international;
} Phone;

/* The trunk zero of "+49 (0)30" and the "00" of "0049" are no part of the number. */
static void
phone_init (Phone      *phone,
            const char *text)
{
  gboolean in_group = FALSE;

  *phone = (Phone) { 0 };
  text += strspn (text, " \t(");
  phone->international = *text == '+' || g_str_has_prefix (text, "00");

  if (*text == '0' && phone->international)
    text += 2;

  for (; *text != '\0' && phone->n_digits < MAX_DIGITS; text++)
    {
      if (!g_ascii_isdigit (*text))
        {
          in_group = FALSE;

          if (*text == '(' && text[1] == '0' && phone->international && phone->n_groups == 1)
            text += strspn (text + 1, "0");
          continue;
        }

      if (!in_group && phone->n_groups < MAX_GROUPS)
        phone->starts[phone->n_groups++] = phone->n_digits;

      in_group = TRUE;
      phone->digits[phone->n_digits++] = *text;
    }
}

static void
append_phone (GString    *out,
              const char *text)
{
  Phone phone;

  phone_init (&phone, text);

  for (guint i = 0; i < phone.n_groups; i++)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, phone.digits + phone.starts[i]);
    }

  if (phone.international && phone.n_groups > 0)
    {
      g_string_append (out, " 0");
      g_string_append (out, phone.digits + country_code_length (phone.digits));
      g_string_append (out, " 00");
      g_string_append (out, phone.digits);
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

/* A word of a folded text. */
typedef struct
{
  guint64     head;     /* its first bytes, as a number that orders as they do */
  const char *start;
  guint       length;
} Word;

static int
compare_words (const void *a,
               const void *b)
{
  const Word *first = a;
  const Word *second = b;
  int order;

  if (first->head != second->head)
    return first->head < second->head ? -1 : 1;

  order = memcmp (first->start, second->start, MIN (first->length, second->length));
  if (order != 0)
    return order;

  /* The later of two that are the same is the one to go. */
  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;

  return first->start < second->start ? 1 : -1;
}

static void
collect_words (GArray        *words,
               const GString *text)
{
  const char *end = text->str + text->len;

  for (const char *blank = text->str; blank < end;)
    {
      const char *next = memchr (blank + 1, ' ', (gsize) (end - blank - 1));
      Word word = { 0, blank + 1, (guint) ((next != NULL ? next : end) - blank - 1) };

      memcpy (&word.head, word.start, MIN (word.length, sizeof word.head));
      word.head = GUINT64_FROM_BE (word.head);
      if (word.length > 0)
        g_array_append_val (words, word);
      blank = next != NULL ? next : end;
    }
}

/**
 * tend_fold_compact:
 * @haystack: the folded text of a row, whole
 *
 * Takes out every word that begins another one, or is there already: whatever is found by it is found without it. What
 * stays keeps its order. An account's text names its domain with every address, and is a third shorter without.
 */
void
tend_fold_compact (GString *haystack)
{
  g_autoptr(GArray) words = g_array_sized_new (FALSE, FALSE, sizeof (Word), 64);
  char *to = haystack->str;

  collect_words (words, haystack);
  if (words->len < 2)
    return;

  qsort (words->data, words->len, sizeof (Word), compare_words);
  for (guint i = 0; i + 1 < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      const Word *next = word + 1;

      /* Its blank stays, as the mark of a word that goes: a word never begins with one. */
      if (word->length <= next->length && memcmp (word->start, next->start, word->length) == 0)
        *(char *) word->start = ' ';
    }

  for (const char *from = haystack->str; *from != '\0';)
    {
      gsize length = 1 + strcspn (from + 1, " ");

      if (length == 1)
        {
          /* A mark, and the rest of the word. */
          from += 2 + strcspn (from + 2, " ");
          continue;
        }
      memmove (to, from, length);
      to += length;
      from += length;
    }

  g_string_truncate (haystack, (gsize) (to - haystack->str));
}

/* A query that can only be a phone number: typed with a + or a 0 in front, in at least two groups. It is looked for as
 * one run of digits, however it was grouped. Two zeros in front stay, since "0042" may be an account's number as well. */
static char *
query_phone (const char *query)
{
  Phone phone;

  query += strspn (query, " \t");

  if (*query == '\0' || strchr ("+0(", *query) == NULL || query[strspn (query, "0123456789+-/(). \t")] != '\0')
    return NULL;

  phone_init (&phone, query);

  if (phone.n_groups < 2 && !phone.international)
    return NULL;

  return g_strconcat (g_str_has_prefix (query, "00") ? "00" : "", phone.digits, NULL);
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
