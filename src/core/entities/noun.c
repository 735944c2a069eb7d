/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "noun.h"

#include <string.h>

#include "../rules/money.h"
#include "account.h"
#include "alert.h"
#include "contact.h"
#include "follow-up.h"
#include "handover.h"
#include "interaction.h"
#include "invoice.h"
#include "liaison.h"
#include "manager.h"
#include "need.h"
#include "opportunity.h"
#include "product.h"
#include "pulse.h"
#include "purchase.h"
#include "saved-view.h"
#include "whitespace.h"

/* Long enough for any name or notice there is, short enough that one row cannot make a list unusable. */
#define MAX_LINE 20000
#define MAX_LINES 1000000

#define MEMBER(type, record, field) ((type *) (void *) ((char *) (record) + (field)->offset))
#define CONST_MEMBER(type, record, field) ((type const *) (const void *) ((const char *) (record) + (field)->offset))

/* What is referred to comes before what refers to it, so that rows can be taken away in the opposite order. */
const TendNoun *const *
tend_nouns (void)
{
  static const TendNoun *const nouns[] = {
    &tend_manager_noun, &tend_account_noun, &tend_contact_noun, &tend_liaison_noun, &tend_product_noun,
    &tend_purchase_noun, &tend_whitespace_noun, &tend_opportunity_noun, &tend_need_noun, &tend_interaction_noun,
    &tend_follow_up_noun, &tend_invoice_noun, &tend_pulse_noun, &tend_handover_noun, &tend_alert_noun,
    &tend_saved_view_noun, NULL
  };

  return nouns;
}

static gboolean
same_word (const char *a,
           const char *b)
{
  for (; *a != '\0' && *b != '\0'; a++, b++)
    {
      char x = *a == '_' || *a == ' ' ? '-' : g_ascii_tolower (*a);
      char y = *b == '_' || *b == ' ' ? '-' : g_ascii_tolower (*b);

      if (x != y)
        return FALSE;
    }
  return *a == *b;
}

/**
 * tend_noun_from_name:
 * @name: the noun in the singular or the plural, with - or _
 *
 * Returns: (transfer none) (nullable): the noun
 */
const TendNoun *
tend_noun_from_name (const char *name)
{
  const TendNoun *const *nouns = tend_nouns ();

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; nouns[i] != NULL; i++)
    if (same_word (nouns[i]->name, name) || same_word (nouns[i]->plural, name))
      return nouns[i];
  return NULL;
}

const TendField *
tend_noun_get_field (const TendNoun *noun,
                     const char     *name)
{
  for (guint i = 0; i < noun->n_fields; i++)
    if (same_word (noun->fields[i].name, name))
      return &noun->fields[i];
  return NULL;
}

TendRecord *
tend_record_new (const TendNoun *noun)
{
  TendRecord *record = g_malloc0 (noun->record_size);

  record->noun = noun;
  if (noun->init != NULL)
    noun->init (record);
  return record;
}

/* After the bytes of the struct were copied: the texts become those of the copy alone. */
static void
own_texts (const TendRecord *from,
           TendRecord       *to,
           const TendField  *field)
{
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      *MEMBER (char *, to, field) = g_strdup (*CONST_MEMBER (char *, from, field));
      break;
    case TEND_FIELD_TEXTS:
      *MEMBER (GStrv, to, field) = g_strdupv (*CONST_MEMBER (GStrv, from, field));
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      break; /* copied with the struct */
    }
}

TendRecord *
tend_record_copy (const TendRecord *record)
{
  TendRecord *copy;

  if (record == NULL)
    return NULL;
  copy = g_memdup2 (record, record->noun->record_size);
  for (guint i = 0; i < record->noun->n_fields; i++)
    own_texts (record, copy, &record->noun->fields[i]);
  return copy;
}

void
tend_record_free (TendRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];

      if (field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE)
        g_free (*MEMBER (char *, record, field));
      else if (field->type == TEND_FIELD_TEXTS)
        g_strfreev (*MEMBER (GStrv, record, field));
    }
  g_free (record);
}

gint64
tend_record_get_int (const TendRecord *record,
                     const TendField  *field)
{
  switch (field->type)
    {
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
      return *CONST_MEMBER (int, record, field);
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      return *CONST_MEMBER (gint64, record, field);
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_TEXTS:
    default:
      g_return_val_if_reached (0);
    }
}

void
tend_record_set_int (TendRecord      *record,
                     const TendField *field,
                     gint64           value)
{
  switch (field->type)
    {
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
      *MEMBER (int, record, field) = (int) value;
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      *MEMBER (gint64, record, field) = value;
      break;
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_TEXTS:
    default:
      g_return_if_reached ();
    }
}

const char *
tend_record_get_text (const TendRecord *record,
                      const TendField  *field)
{
  if (field->type == TEND_FIELD_WORD)
    return field->words[*CONST_MEMBER (int, record, field)];
  g_return_val_if_fail (field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE, NULL);
  return *CONST_MEMBER (char *, record, field);
}

void
tend_record_set_text (TendRecord      *record,
                      const TendField *field,
                      const char      *value)
{
  g_return_if_fail (field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE);
  g_set_str (MEMBER (char *, record, field), value != NULL && *value != '\0' ? value : NULL);
}

const char *const *
tend_record_get_texts (const TendRecord *record,
                       const TendField  *field)
{
  g_return_val_if_fail (field->type == TEND_FIELD_TEXTS, NULL);
  return (const char *const *) *CONST_MEMBER (GStrv, record, field);
}

void
tend_record_set_texts (TendRecord        *record,
                       const TendField   *field,
                       const char *const *value)
{
  GStrv *member = MEMBER (GStrv, record, field);
  GStrv copy = value != NULL && value[0] != NULL ? g_strdupv ((GStrv) value) : NULL;

  g_return_if_fail (field->type == TEND_FIELD_TEXTS);
  g_strfreev (*member);
  *member = copy;
}

void
tend_record_copy_field (TendRecord       *to,
                        const TendRecord *from,
                        const TendField  *field)
{
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      tend_record_set_text (to, field, tend_record_get_text (from, field));
      break;
    case TEND_FIELD_TEXTS:
      tend_record_set_texts (to, field, tend_record_get_texts (from, field));
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      tend_record_set_int (to, field, tend_record_get_int (from, field));
      break;
    }
}

gboolean
tend_record_is_unset (const TendRecord *record,
                      const TendField  *field)
{
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      return *CONST_MEMBER (char *, record, field) == NULL;
    case TEND_FIELD_TEXTS:
      return *CONST_MEMBER (GStrv, record, field) == NULL;
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      return *CONST_MEMBER (gint64, record, field) == 0;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
      return (field->flags & TEND_FIELD_MAYBE) && *CONST_MEMBER (gint64, record, field) < 0;
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
    default:
      return FALSE;
    }
}

static gboolean
same_texts (const char *const *a,
            const char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal (a, b);
}

gboolean
tend_record_same (const TendRecord *a,
                  const TendRecord *b,
                  const TendField  *field)
{
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      return g_strcmp0 (*CONST_MEMBER (char *, a, field), *CONST_MEMBER (char *, b, field)) == 0;
    case TEND_FIELD_TEXTS:
      return same_texts (tend_record_get_texts (a, field), tend_record_get_texts (b, field));
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      return tend_record_get_int (a, field) == tend_record_get_int (b, field);
    }
}

int
tend_word_find (const char *const *words,
                const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (same_word (words[i], word))
      return i;
  return -1;
}

static gboolean
parse_number (TendRecord      *record,
              const TendField *field,
              const char      *text,
              GError         **error)
{
  gint64 value = field->flags & TEND_FIELD_MAYBE ? -1 : 0;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_NUMBER, field->name, text, "%s: not a whole number", field->name);
      return FALSE;
    }
  tend_record_set_int (record, field, value);
  return TRUE;
}

static gboolean
parse_boolean (TendRecord      *record,
               const TendField *field,
               const char      *text,
               GError         **error)
{
  static const char *const yes[] = { "yes", "true", "1", "on", "ja", "wahr", NULL };
  static const char *const no[] = { "no", "false", "0", "off", "nein", "falsch", "", NULL };
  gboolean value = tend_word_find (yes, text) >= 0;

  if (!value && tend_word_find (no, text) < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_WORD, field->name, text, "%s: neither yes nor no", field->name);
      return FALSE;
    }
  tend_record_set_int (record, field, value);
  return TRUE;
}

static gboolean
parse_word (TendRecord      *record,
            const TendField *field,
            const char      *text,
            GError         **error)
{
  int index = tend_word_find (field->words, text);

  if (index < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_WORD, field->name, text, "%s: unknown word", field->name);
      return FALSE;
    }
  tend_record_set_int (record, field, index);
  return TRUE;
}

static gboolean
parse_instant (TendRecord      *record,
               const TendField *field,
               const char      *text,
               GError         **error)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) at = *text != '\0' ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (at == NULL && *text != '\0')
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, field->name, text, "%s: not an RFC 3339 instant", field->name);
      return FALSE;
    }
  tend_record_set_int (record, field, at != NULL ? g_date_time_to_unix_usec (at) : 0);
  return TRUE;
}

gboolean
tend_record_parse (TendRecord      *record,
                   const TendField *field,
                   const char      *text,
                   GError         **error)
{
  g_auto(GStrv) lines = NULL;

  if (text == NULL)
    text = "";
  switch (field->type)
    {
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
      return parse_number (record, field, text, error);
    case TEND_FIELD_BOOLEAN:
      return parse_boolean (record, field, text, error);
    case TEND_FIELD_WORD:
      return parse_word (record, field, text, error);
    case TEND_FIELD_INSTANT:
      return parse_instant (record, field, text, error);
    case TEND_FIELD_TEXTS:
      lines = g_strsplit (text, "\n", -1);
      tend_record_set_texts (record, field, *text != '\0' ? (const char *const *) lines : NULL);
      return TRUE;
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    default:
      tend_record_set_text (record, field, text);
      return TRUE;
    }
}

static char *
format_instant (TendInstant instant)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc_usec (instant);

  if (at == NULL)
    return NULL;
  if (instant % G_USEC_PER_SEC == 0)
    return g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");
  return g_date_time_format (at, "%Y-%m-%dT%H:%M:%S.%fZ");
}

char *
tend_record_format (const TendRecord *record,
                    const TendField  *field)
{
  if (tend_record_is_unset (record, field))
    return NULL;
  switch (field->type)
    {
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, tend_record_get_int (record, field));
    case TEND_FIELD_BOOLEAN:
      return g_strdup (tend_record_get_int (record, field) ? "yes" : "no");
    case TEND_FIELD_INSTANT:
      return format_instant (tend_record_get_int (record, field));
    case TEND_FIELD_TEXTS:
      return g_strjoinv ("\n", (GStrv) tend_record_get_texts (record, field));
    case TEND_FIELD_WORD:
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    default:
      return g_strdup (tend_record_get_text (record, field));
    }
}

static TendReason
check_text (const char *text,
            gboolean    lines)
{
  gsize length = strlen (text);

  if (!g_utf8_validate (text, length, NULL))
    return TEND_REASON_CONTROL;
  for (const char *p = text; *p != '\0'; p++)
    if (((guchar) *p < 0x20 || *p == 0x7f) && !(lines && (*p == '\n' || *p == '\t' || *p == '\r')))
      return TEND_REASON_CONTROL;
  if (length > (lines ? MAX_LINES : MAX_LINE) && g_utf8_strlen (text, length) > (lines ? MAX_LINES : MAX_LINE))
    return TEND_REASON_TOO_LONG;
  return TEND_REASON_NONE;
}

static gboolean
is_date (const char *text)
{
  TendWall wall;

  return strlen (text) == 10 && tend_wall_parse (text, &wall) && wall.all_day;
}

static TendReason
check_field (const TendRecord *record,
             const TendField  *field)
{
  const char *const *texts;
  TendReason reason = TEND_REASON_NONE;

  if (tend_record_is_unset (record, field))
    return field->flags & TEND_FIELD_REQUIRED ? TEND_REASON_REQUIRED : TEND_REASON_NONE;
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
      reason = check_text (tend_record_get_text (record, field), (field->flags & TEND_FIELD_LINES) != 0);
      if (reason == TEND_REASON_NONE && (field->flags & TEND_FIELD_REQUIRED))
        {
          g_autofree char *stripped = g_strstrip (g_strdup (tend_record_get_text (record, field)));

          reason = *stripped == '\0' ? TEND_REASON_REQUIRED : TEND_REASON_NONE;
        }
      return reason;
    case TEND_FIELD_DATE:
      return is_date (tend_record_get_text (record, field)) ? TEND_REASON_NONE : TEND_REASON_NOT_A_DATE;
    case TEND_FIELD_TEXTS:
      texts = tend_record_get_texts (record, field);
      for (guint i = 0; texts[i] != NULL && reason == TEND_REASON_NONE; i++)
        reason = check_text (texts[i], FALSE);
      return reason;
    case TEND_FIELD_MONEY:
      return ABS (tend_record_get_int (record, field)) <= TEND_MONEY_MAX ? TEND_REASON_NONE : TEND_REASON_OUT_OF_RANGE;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_WORD:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      return TEND_REASON_NONE;
    }
}

gboolean
tend_record_validate (const TendRecord *record,
                      GError          **error)
{
  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];
      TendReason reason = field->flags & TEND_FIELD_DERIVED ? TEND_REASON_NONE : check_field (record, field);

      if (reason != TEND_REASON_NONE)
        {
          g_autofree char *value = reason == TEND_REASON_CONTROL ? NULL : tend_record_format (record, field);

          tend_set_error (error, TEND_ERROR_INPUT, reason, field->name, value, "%s.%s cannot be accepted",
                          record->noun->name, field->name);
          return FALSE;
        }
    }
  return record->noun->validate == NULL || record->noun->validate (record, error);
}
