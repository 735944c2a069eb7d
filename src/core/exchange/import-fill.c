/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-target"

#include "config.h"

#include "import-target-private.h"

#include <string.h>

#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/invoice.h"
#include "../entities/manager.h"
#include "../entities/product.h"
#include "../entities/purchase.h"
#include "../rules/ladder.h"
#include "../rules/wall.h"
#include "import-values.h"
#include "import-words.h"

static gboolean
is_blank_unichar (const char *text,
                  gsize      *length)
{
  gunichar c = g_utf8_get_char (text);

  *length = g_utf8_next_char (text) - text;

  return g_unichar_isspace (c) || c == 0xFEFF || c == 0x200B;
}

/* Takes off what the template's trimming left: the blanks that are not of ASCII. */
static void
strip_wide_blanks (GString *text)
{
  gsize length;

  while (text->len > 0 && (guint8) text->str[0] >= 0x80 && is_blank_unichar (text->str, &length))
    g_string_erase (text, 0, length);
  while (text->len > 0 && (guint8) text->str[text->len - 1] >= 0x80)
    {
      const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

      if (!is_blank_unichar (last, &length))
        break;
      g_string_truncate (text, last - text->str);
    }
}

/* No field may hold control characters, and only some hold lines. */
static void
clean (GString  *text,
       gboolean  lines)
{
  char *to = text->str;
  gboolean dirty = FALSE;

  for (const char *p = text->str; *p != '\0' && !dirty; p++)
    dirty = (guint8) *p < 0x20 || *p == 0x7F;
  if (!dirty)
    return;

  for (const char *from = text->str; *from != '\0'; from++)
    {
      if (*from == '\r')
        {
          if (from[1] == '\n')
            continue;
          *to++ = lines ? '\n' : ' ';
        }
      else if ((guint8) *from >= 0x20 && *from != 0x7F)
        *to++ = *from;
      else
        *to++ = lines && (*from == '\n' || *from == '\t') ? *from : ' ';
    }
  g_string_truncate (text, to - text->str);
}

static void
report (TendImportTarget      *self,
        Binding               *binding,
        TendImportRow         *row,
        TendImportProblemCode  code,
        TendReason             reason,
        const char            *value,
        const char            *detail)
{
  const TendCsvColumn *column = self->blamed != NULL ? self->blamed : binding->column;

  tend_import_row_report (row, code, reason, column != NULL ? column->name : NULL, binding->name, value, detail);
}

/* Whom the text means; 0 where it means none, which is told. */
static gboolean
find_referred (TendImportTarget  *self,
               Binding           *binding,
               const TendNoun    *noun,
               TendImportLinks   *links,
               TendImportRow     *row,
               TendId            *id,
               GError           **error)
{
  const TendField *account = noun == &tend_contact_noun ? tend_import_target_field_of (self, "account") : NULL;
  g_autofree char *candidates = NULL;
  TendLinkOutcome outcome;

  *id = 0;
  g_set_str (&binding->link, self->text->str);
  if (self->text->len == 0)
    return TRUE;

  if (!tend_import_links_find (links, noun, self->text->str,
                               account != NULL ? tend_record_get_int (self->record, account) : 0,
                               &outcome, id, &candidates, error))
    return FALSE;
  if (outcome == TEND_LINK_FOUND)
    return TRUE;
  *id = 0;
  report (self, binding, row, outcome == TEND_LINK_UNKNOWN ? TEND_IMPORT_UNKNOWN_LINK : TEND_IMPORT_AMBIGUOUS_LINK,
          TEND_REASON_MISSING, self->text->str, candidates);

  return TRUE;
}

static gboolean
fill_reference (TendImportTarget  *self,
                Binding           *binding,
                TendImportLinks   *links,
                TendImportRow     *row,
                GError           **error)
{
  TendId id;

  if (!find_referred (self, binding, tend_noun_from_name (binding->field->refers), links, row, &id, error))
    return FALSE;
  tend_record_set_int (self->record, binding->field, id);

  return TRUE;
}

/* A line of an invoice belongs to whom the invoice went, on its day. */
static gboolean
fill_from_invoice (TendImportTarget  *self,
                   Binding           *binding,
                   TendImportLinks   *links,
                   TendImportRow     *row,
                   GError           **error)
{
  TendPurchaseRecord *purchase = (TendPurchaseRecord *) self->record;
  const TendInvoiceRecord *invoice;
  GError *failure = NULL;
  TendId id;

  if (!find_referred (self, binding, &tend_invoice_noun, links, row, &id, error))
    return FALSE;
  invoice = id != 0 ? tend_import_links_get_invoice (links, id, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  purchase->account = invoice != NULL ? invoice->account : 0;
  g_set_str (&purchase->bought_on, invoice != NULL ? invoice->issued_on : NULL);
  tend_import_target_say (self, tend_import_target_field_of (self, "account"), TRUE);
  tend_import_target_say (self, tend_import_target_field_of (self, "bought_on"), TRUE);

  return TRUE;
}

static void
fill_full_name (TendImportTarget *self)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  tend_import_part_name (self->text->str, &given, &family);
  tend_record_set_text (self->record, tend_import_target_field_of (self, "given"), given);
  tend_record_set_text (self->record, tend_import_target_field_of (self, "family"), family);
  tend_import_target_say (self, tend_import_target_field_of (self, "given"), TRUE);
  tend_import_target_say (self, tend_import_target_field_of (self, "family"), TRUE);
}

static void
to_wall (const TendParsedDate *date,
         const char           *zone_id,
         TendWall             *wall)
{
  *wall = (TendWall) { date->year, date->month, date->day, date->hour, date->minute, !date->has_time };
  if (date->has_offset)
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_id);

      if (zone != NULL)
        tend_wall_from_instant (wall, tend_wall_to_instant (wall, utc) - (gint64) date->offset * G_USEC_PER_SEC, zone);
    }
}

/* A time with an offset is an instant, and shown on the follow-up's own clock. */
static TendReason
fill_due (TendImportTarget *self,
          const Binding    *binding)
{
  TendFollowUpRecord *record = (TendFollowUpRecord *) self->record;
  TendParsedDate date;
  TendReason reason;
  g_autofree char *wall_text = NULL;
  TendWall wall;

  if (self->text->len == 0)
    {
      tend_record_set_text (self->record, binding->field, NULL);
      return TEND_REASON_NONE;
    }
  reason = tend_import_value_parse_date (self->text->str, binding->column, &date);
  if (reason != TEND_REASON_NONE)
    return reason;

  to_wall (&date, record->due_zone, &wall);
  wall_text = tend_wall_to_string (&wall);
  tend_record_set_text (self->record, binding->field, wall_text);

  return TEND_REASON_NONE;
}

/* A day without a time is its noon: so it stays the same day in the zones around. */
static TendReason
fill_instant (TendImportTarget *self,
              const Binding    *binding)
{
  const char *zone_id = self->zone != NULL ? self->zone : self->local_zone;
  g_autoptr (GTimeZone) zone = NULL;
  TendParsedDate date;
  TendReason reason;
  TendWall wall;

  tend_record_set_int (self->record, binding->field, 0);
  if (self->text->len == 0)
    return TEND_REASON_NONE;
  reason = tend_import_value_parse_date (self->text->str, binding->column, &date);
  if (reason != TEND_REASON_NONE)
    return reason;
  zone = g_time_zone_new_identifier (zone_id);
  if (zone == NULL)
    return TEND_REASON_NOT_A_ZONE;

  to_wall (&date, zone_id, &wall);
  if (wall.all_day)
    wall.hour = 12;
  wall.all_day = FALSE;
  tend_record_set_int (self->record, binding->field,
                       tend_wall_to_instant (&wall, zone) + (gint64) date.second * G_USEC_PER_SEC);

  return TEND_REASON_NONE;
}

/* The currency of the sums of the row; NULL on an error of the book. */
static const char *
expect_currency (TendImportTarget  *self,
                 GError           **error)
{
  const TendField *account = tend_import_target_field_of (self, "account");
  const char *code;

  if (*self->adopted != '\0')
    return self->adopted;
  if (self->noun == &tend_product_noun)
    {
      code = ((TendProductRecord *) self->record)->currency;
      if (tend_currency_get_digits (code) >= 0)
        return code;
    }

  return tend_import_currency_get (self->currency, account != NULL ? tend_record_get_int (self->record, account) : 0,
                                   error);
}

/* What the row names against what is expected; where that can be had, it is expected from here on. */
static gboolean
accept_currency (TendImportTarget *self,
                 Binding          *binding,
                 const char       *named,
                 const char       *expected,
                 TendImportRow    *row)
{
  TendProductRecord *product = (TendProductRecord *) self->record;
  const TendField *account = tend_import_target_field_of (self, "account");

  if (strcmp (named, expected) == 0)
    return TRUE;

  if (self->noun == &tend_product_noun && product->currency == NULL)
    {
      g_set_str (&product->currency, named);
      tend_import_target_say (self, tend_import_target_field_of (self, "currency"), TRUE);
      return TRUE;
    }
  if (*self->adopted == '\0' && account != NULL &&
      tend_import_currency_allows (self->currency, tend_record_get_int (self->record, account), named))
    {
      g_strlcpy (self->adopted, named, sizeof self->adopted);
      return TRUE;
    }
  if (!row->skipped)
    report (self, binding, row, TEND_IMPORT_OTHER_CURRENCY, TEND_REASON_OTHER_CURRENCY, named, expected);

  return FALSE;
}

static void
fill_currency (TendImportTarget *self,
               Binding          *binding,
               TendImportRow    *row)
{
  const char *code = tend_currency_from_word (self->text->str);

  if (self->text->len == 0)
    return;
  if (code == NULL)
    report (self, binding, row, TEND_IMPORT_VALUE, TEND_REASON_NOT_A_CURRENCY, self->text->str, NULL);
  else
    g_strlcpy (self->named, code, sizeof self->named);
}

/* What the cell, the calculation or the sum over all rows of the key comes to. */
static void
read_number (TendImportTarget *self,
             const Binding    *binding,
             TendImportNumber *number)
{
  *number = (TendImportNumber) { { 0, 0 }, self->text->len > 0, "", TEND_REASON_NONE, NULL };
  if (binding->formula != NULL)
    tend_import_formula_evaluate (binding->formula, self->row, number);
  else if (self->text->len > 0)
    number->reason = tend_decimal_parse (self->text->str, binding->column != NULL ? binding->column->decimal : '.',
                                         &number->value, number->currency);
  self->blamed = number->column;
  if (binding->sum < 0 || number->reason != TEND_REASON_NONE)
    return;

  self->parts[binding->sum] = *number;
  if (self->totals != NULL)
    {
      const TendImportSum *sum = &self->totals[binding->sum];

      number->value = sum->total;
      number->filled = sum->filled;
      if (sum->overflow)
        number->reason = TEND_REASON_OUT_OF_RANGE;
    }
}

/* A lone cell as it stands in the file; what was calculated or added up, as it came out. */
static void
note_rounded (TendImportTarget       *self,
              Binding                *binding,
              TendImportRow          *row,
              const TendImportNumber *number,
              gint64                  minor)
{
  g_autofree char *exact = tend_money_format_plain (number->value.mantissa, number->value.scale);
  g_autofree char *plain = tend_money_format_plain (minor, self->digits);

  row->result->rounded++;
  report (self, binding, row, TEND_IMPORT_ROUNDED, TEND_REASON_NONE, binding->formula != NULL ? exact : self->text->str, plain);
}

static gboolean
fill_money (TendImportTarget  *self,
            Binding           *binding,
            TendImportRow     *row,
            GError           **error)
{
  TendImportNumber number;
  const char *expected;
  const char *named;
  gboolean rounded;
  gint64 minor;

  tend_record_set_int (self->record, binding->field, 0);
  read_number (self, binding, &number);
  tend_import_target_say (self, binding->field, number.filled);
  if (number.reason != TEND_REASON_NONE)
    {
      report (self, binding, row, TEND_IMPORT_VALUE, number.reason, self->text->str, NULL);
      return TRUE;
    }
  if (!number.filled)
    return TRUE;

  expected = expect_currency (self, error);
  if (expected == NULL)
    return FALSE;
  named = *number.currency != '\0' ? number.currency : *self->named != '\0' ? self->named : expected;
  self->has_money = TRUE;
  if (*number.currency != '\0' && *self->named != '\0' && strcmp (number.currency, self->named) != 0)
    report (self, binding, row, TEND_IMPORT_OTHER_CURRENCY, TEND_REASON_OTHER_CURRENCY, number.currency, self->named);
  else if (accept_currency (self, binding, named, expected, row) && !self->collecting)
    {
      self->digits = tend_currency_get_digits (named);
      if (!tend_decimal_to_minor (&number.value, self->digits, &minor, &rounded))
        report (self, binding, row, TEND_IMPORT_VALUE, TEND_REASON_OUT_OF_RANGE, self->text->str, NULL);
      else if (rounded)
        note_rounded (self, binding, row, &number, minor);
      tend_record_set_int (self->record, binding->field, minor);
    }

  return TRUE;
}

/* A calculated or added up number of pieces. */
static void
fill_count (TendImportTarget *self,
            Binding          *binding,
            TendImportRow    *row)
{
  TendImportNumber number;

  read_number (self, binding, &number);
  tend_import_target_say (self, binding->field, number.filled);
  if (number.reason == TEND_REASON_NOT_AN_AMOUNT || number.value.scale > 0)
    number.reason = TEND_REASON_NOT_A_NUMBER;
  if (number.reason != TEND_REASON_NONE)
    report (self, binding, row, TEND_IMPORT_VALUE, number.reason, self->text->str, NULL);
  else if (number.filled && !self->collecting)
    tend_record_set_int (self->record, binding->field, number.value.mantissa);
}

/* A blank cell says nothing of a word or a number: there the book's own value, or its default, stands. */
static gboolean
says_something (const TendField *field,
                const GString   *text)
{
  return text->len > 0 || field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE ||
         field->type == TEND_FIELD_TEXTS || field->type == TEND_FIELD_REFERENCE;
}

static TendReason
set_value (TendImportTarget *self,
           Binding          *binding)
{
  TendReason reason;

  tend_import_target_say (self, binding->field, says_something (binding->field, self->text));
  if (binding->kind == BINDING_DUE)
    return fill_due (self, binding);
  if (binding->field->type == TEND_FIELD_INSTANT)
    return fill_instant (self, binding);

  reason = tend_import_value_set (self->record, binding->field, self->text->str, binding->column);
  if (binding->kind == BINDING_OPPOSITE && reason == TEND_REASON_NONE && self->text->len > 0)
    tend_record_set_int (self->record, binding->field, !tend_record_get_int (self->record, binding->field));

  return reason;
}

static gboolean
fill_binding (TendImportTarget  *self,
              Binding           *binding,
              TendImportLinks   *links,
              TendImportRow     *row,
              GError           **error)
{
  TendReason reason;

  self->blamed = NULL;
  switch (binding->kind)
    {
    case BINDING_FULL_NAME:
      fill_full_name (self);
      return TRUE;
    case BINDING_ZONE:
      g_set_str (&self->zone, self->text->len > 0 ? self->text->str : NULL);
      return TRUE;
    case BINDING_CURRENCY:
      fill_currency (self, binding, row);
      return TRUE;
    case BINDING_INVOICE:
      return fill_from_invoice (self, binding, links, row, error);
    case BINDING_FIELD:
    case BINDING_DUE:
    case BINDING_OPPOSITE:
    default:
      break;
    }

  if (binding->field->type == TEND_FIELD_REFERENCE)
    {
      tend_import_target_say (self, binding->field, TRUE);
      return fill_reference (self, binding, links, row, error);
    }
  if (binding->field->type == TEND_FIELD_MONEY)
    return fill_money (self, binding, row, error);
  if (binding->formula != NULL)
    {
      fill_count (self, binding, row);
      return TRUE;
    }

  reason = set_value (self, binding);
  if (reason != TEND_REASON_NONE)
    report (self, binding, row, TEND_IMPORT_VALUE, reason, self->text->str, NULL);

  return TRUE;
}

static void
derive_role (TendImportTarget *self)
{
  const TendManagerRecord *record = (const TendManagerRecord *) self->record;

  tend_record_set_int (self->record, self->role,
                       tend_ladder_role_of_title (record->title, record->reports_to == 0));
  tend_import_target_say (self, self->role, record->title != NULL);
}

static void
default_zone (TendImportTarget *self)
{
  const TendField *zone = tend_import_target_field_of (self, "due_zone");

  if (!tend_record_is_unset (self->record, zone))
    return;
  tend_record_set_text (self->record, zone, self->local_zone);
  tend_import_target_say (self, zone, FALSE);
}

gboolean
tend_import_target_fill (TendImportTarget     *self,
                         const TendCsvRecord  *record,
                         TendImportLinks      *links,
                         TendImportRow        *row,
                         GError              **error)
{
  self->blank = TRUE;
  self->row = record;
  self->has_money = FALSE;
  *self->named = '\0';
  *self->adopted = '\0';
  if (self->noun == &tend_follow_up_noun)
    tend_record_set_text (self->record, tend_import_target_field_of (self, "due_zone"), NULL);
  if (self->noun == &tend_product_noun && !tend_import_target_has (self, "currency"))
    {
      tend_record_set_text (self->record, tend_import_target_field_of (self, "currency"), NULL);
      tend_import_target_say (self, tend_import_target_field_of (self, "currency"), FALSE);
    }

  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i);
      gboolean lines = binding->field != NULL &&
                       ((binding->field->flags & TEND_FIELD_LINES) != 0 || binding->field->type == TEND_FIELD_TEXTS);

      tend_import_template_fill (binding->template, record, self->text);
      strip_wide_blanks (self->text);
      clean (self->text, lines);
      self->blank &= self->text->len == 0;
      if (self->noun == &tend_follow_up_noun && binding->kind == BINDING_DUE)
        default_zone (self);
      if (!fill_binding (self, binding, links, row, error))
        return FALSE;
    }

  if (self->role != NULL)
    derive_role (self);

  return TRUE;
}

