/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "values.h"

#include <string.h>

#include "core/entities/product.h"
#include "core/rules/money.h"
#include "core/rules/when.h"
#include "lookup.h"

/* The currency of the amounts of a row that may be new: its account's, or the product's own. Static, or the record's. */
const char *
tend_value_get_currency (TendCli          *cli,
                         const TendRecord *record)
{
  const TendField *field = tend_noun_get_field (record->noun, "account");
  g_autoptr(TendAccountRecord) account = NULL;

  if (record->noun == &tend_account_noun)
    return tend_book_get_currency (cli->book, (const TendAccountRecord *) record);

  if (record->noun == &tend_product_noun && ((const TendProductRecord *) record)->currency != NULL)
    return ((const TendProductRecord *) record)->currency;

  if (field != NULL && tend_record_get_int (record, field) != 0)
    account = (TendAccountRecord *) tend_lookup_dup (cli, &tend_account_noun, tend_record_get_int (record, field), NULL);

  return tend_book_get_currency (cli->book, account);
}

static gboolean
set_money (TendCli          *cli,
           TendRecord       *record,
           const TendField  *field,
           const char       *text,
           GError          **error)
{
  const char *expected = tend_value_get_currency (cli, record);
  int digits = MAX (tend_currency_get_digits (expected), 0);
  char currency[4];
  gboolean rounded;
  gint64 minor;
  TendReason reason;

  if (*text == '\0')
    {
      tend_record_set_int (record, field, 0);
      return TRUE;
    }

  reason = tend_money_parse (text, digits, '.', &minor, &rounded, currency);
  if (reason == TEND_REASON_NONE && rounded)
    reason = TEND_REASON_NOT_AN_AMOUNT;
  if (reason == TEND_REASON_NONE && *currency != '\0' && !g_str_equal (currency, expected))
    reason = TEND_REASON_OTHER_CURRENCY;

  if (reason != TEND_REASON_NONE)
    {
      tend_set_error (error, TEND_ERROR_INPUT, reason, field->name, text, "%s: not an amount in %s", field->name, expected);
      return FALSE;
    }

  tend_record_set_int (record, field, minor);
  return TRUE;
}

/* A @past one has happened: a time or weekday alone is the last such one. */
static gboolean
parse_wall (const char  *name,
            const char  *text,
            gboolean     past,
            TendWall    *wall,
            GError     **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = g_get_real_time ();

  if (past ? tend_when_parse_past (text, now, zone, wall) : tend_when_parse (text, now, zone, wall))
    return TRUE;

  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, name, text, "%s: not a date or time", name);
  return FALSE;
}

static gboolean
set_date (TendRecord       *record,
          const TendField  *field,
          const char       *text,
          GError          **error)
{
  g_autofree char *day = NULL;
  TendWall wall;

  if (*text == '\0')
    {
      tend_record_set_text (record, field, NULL);
      return TRUE;
    }

  if (!parse_wall (field->name, text, FALSE, &wall, error))
    return FALSE;

  wall.all_day = TRUE;
  wall.hour = wall.minute = 0;
  day = tend_wall_to_string (&wall);
  tend_record_set_text (record, field, day);
  return TRUE;
}

/**
 * tend_value_parse_instant:
 * @name: of the field or option
 * @text: RFC 3339, or as people write it on the wall here: "yesterday 15:00"; a day is its beginning
 * @past: whether it has happened: a time or weekday alone is the last such one, else the next
 * @instant: (out): which instant that is
 * @error: NOT_A_DATE
 *
 * Returns: whether it is one
 */
gboolean
tend_value_parse_instant (const char   *name,
                          const char   *text,
                          gboolean      past,
                          TendInstant  *instant,
                          GError      **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) exact = g_date_time_new_from_iso8601 (text, zone);
  TendWall wall;

  if (exact != NULL)
    {
      *instant = g_date_time_to_unix_usec (exact);
      return TRUE;
    }

  if (!parse_wall (name, text, past, &wall, error))
    return FALSE;

  *instant = tend_wall_to_instant (&wall, zone);
  return TRUE;
}

static gboolean
set_instant (TendRecord       *record,
             const TendField  *field,
             const char       *text,
             GError          **error)
{
  TendInstant instant = 0;

  if (*text != '\0' && !tend_value_parse_instant (field->name, text, strcmp (field->name, "snoozed_until") != 0, &instant, error))
    return FALSE;

  tend_record_set_int (record, field, instant);
  return TRUE;
}

/* What belongs to an account is looked for there. */
static gboolean
set_reference (TendCli          *cli,
               TendRecord       *record,
               const TendField  *field,
               const char       *text,
               GError          **error)
{
  const TendNoun *noun = tend_noun_from_name (field->refers);
  const TendField *account = tend_noun_get_field (record->noun, "account");
  TendId owner = account != NULL ? tend_record_get_int (record, account) : 0;
  TendId id = 0;

  if (*text != '\0' && !(owner != 0 && tend_noun_get_field (noun, "account") != NULL
                           ? tend_lookup_of_account (cli, noun, owner, text, &id, error)
                           : tend_lookup_reference (cli, noun, text, &id, error)))
    return FALSE;

  tend_record_set_int (record, field, id);
  return TRUE;
}

/* Several are parted by commas, semicolons or lines. */
static void
set_texts (TendRecord       *record,
           const TendField  *field,
           const char       *text)
{
  g_auto(GStrv) parts = g_strsplit_set (text, ",;\n", -1);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (kept, parts[i]);

  texts = g_strv_builder_end (kept);
  tend_record_set_texts (record, field, texts[0] != NULL ? (const char *const *) texts : NULL);
}

/**
 * tend_value_set:
 * @cli: with an open book
 * @record: a row; where the field refers to something of an account, its account should be set before
 * @field: one of its fields
 * @text: as people write it: an amount ("1.250,00", in the row's own currency), a day, an instant, a name; "" is none
 * @error: %TEND_ERROR_INPUT
 *
 * Returns: whether the field has the value now
 */
gboolean
tend_value_set (TendCli          *cli,
                TendRecord       *record,
                const TendField  *field,
                const char       *text,
                GError          **error)
{
  switch (field->type)
    {
    case TEND_FIELD_MONEY:
      return set_money (cli, record, field, text, error);
    case TEND_FIELD_DATE:
      return set_date (record, field, text, error);
    case TEND_FIELD_INSTANT:
      return set_instant (record, field, text, error);
    case TEND_FIELD_TEXTS:
      set_texts (record, field, text);
      return TRUE;
    case TEND_FIELD_REFERENCE:
      if (field->refers != NULL)
        return set_reference (cli, record, field, text, error);
      G_GNUC_FALLTHROUGH;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_TEXT:
    case TEND_FIELD_WORD:
    default:
      return tend_record_parse (record, field, text, error);
    }
}
