/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-field.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/rules/money.h"
#include "core/rules/when.h"
#include "ui/text/link.h"
#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/words.h"

#include "field-error.h"
#include "reference-row.h"
#include "text-row.h"
#include "texts-group.h"
#include "when-row.h"

static void
prepare_words (TendEditField *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int i = 0; self->field->words[i] != NULL; i++)
    gtk_string_list_append (words, tend_words_of_field (self->field, i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->widget), G_LIST_MODEL (words));
}

void
tend_edit_field_prepare (TendEditField *self)
{
  if (ADW_IS_PREFERENCES_ROW (self->widget))
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->widget), FALSE);
  if (ADW_IS_COMBO_ROW (self->widget))
    prepare_words (self);
  if (ADW_IS_ENTRY_ROW (self->widget))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->widget), TRUE);
}

void
tend_edit_field_watch (TendEditField *self,
                       GCallback      callback,
                       gpointer       object)
{
  const char *signal = "changed";

  if (ADW_IS_SPIN_ROW (self->widget))
    signal = "notify::value";
  else if (ADW_IS_COMBO_ROW (self->widget))
    signal = "notify::selected";
  else if (ADW_IS_SWITCH_ROW (self->widget))
    signal = "notify::active";
  else if (TEND_IS_TEXT_ROW (self->widget))
    signal = "notify::text";

  g_signal_connect_object (self->widget, signal, callback, object, G_CONNECT_SWAPPED);
}

/* A date as people type it, which collect_date() understands again. */
static char *
typed_date (const char *date)
{
  g_autoptr (GDateTime) date_time = NULL;
  g_autofree char *start = NULL;

  if (date == NULL)
    return NULL;

  start = g_strconcat (date, "T00:00:00Z", NULL);
  date_time = g_date_time_new_from_iso8601 (start, NULL);
  if (date_time != NULL && g_date_time_get_year (date_time) >= 1000)
    /* Translators: a date as people type it, for g_date_time_format(): "%d.%m.%Y"; the order must be understood by Tend,
     * which knows 2026-12-03 and 3.12.2026 */
    return g_date_time_format (date_time, C_("typed date", "%Y-%m-%d"));

  return g_strdup (date);
}

/* Nothing is written where nothing was; an optional number is not 0. */
static char *
typed_text (TendEditField    *self,
            const TendRecord *record)
{
  switch ((int) self->field->type)
    {
    case TEND_FIELD_MONEY:
    case TEND_FIELD_INTEGER:
      if (tend_record_is_unset (record, self->field))
        return NULL;
      if (self->field->type == TEND_FIELD_MONEY && tend_record_get_int (record, self->field) == 0)
        return NULL;
      if (self->field->type == TEND_FIELD_MONEY)
        return tend_money_typed (tend_record_get_int (record, self->field), self->currency);
      return g_strdup_printf ("%" G_GINT64_FORMAT, tend_record_get_int (record, self->field));
    case TEND_FIELD_DATE:
      return typed_date (tend_record_get_text (record, self->field));
    default:
      return g_strdup (tend_record_get_text (record, self->field));
    }
}

static void
fill_entry (TendEditField    *self,
            const TendRecord *record)
{
  g_autofree char *text = typed_text (self, record);

  gtk_editable_set_text (GTK_EDITABLE (self->widget), text != NULL ? text : "");
}

static void
fill_when (TendEditField    *self,
           const TendRecord *record)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendWall wall;

  if (tend_record_get_int (record, self->field) == 0)
    return;

  tend_wall_from_instant (&wall, tend_record_get_int (record, self->field), zone);
  tend_when_row_set_wall (TEND_WHEN_ROW (self->widget), &wall);
}

void
tend_edit_field_fill (TendEditField    *self,
                      const TendRecord *record)
{
  if (ADW_IS_SPIN_ROW (self->widget))
    adw_spin_row_set_value (ADW_SPIN_ROW (self->widget), (double) tend_record_get_int (record, self->field));
  else if (ADW_IS_COMBO_ROW (self->widget))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), (guint) tend_record_get_int (record, self->field));
  else if (ADW_IS_SWITCH_ROW (self->widget))
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->widget), tend_record_get_int (record, self->field) != 0);
  else if (TEND_IS_REFERENCE_ROW (self->widget))
    tend_reference_row_set_id (TEND_REFERENCE_ROW (self->widget), tend_record_get_int (record, self->field));
  else if (TEND_IS_TEXT_ROW (self->widget))
    tend_text_row_set_text (TEND_TEXT_ROW (self->widget), tend_record_get_text (record, self->field));
  else if (TEND_IS_TEXTS_GROUP (self->widget))
    tend_texts_group_set_texts (TEND_TEXTS_GROUP (self->widget), tend_record_get_texts (record, self->field));
  else if (self->field->type == TEND_FIELD_INSTANT)
    fill_when (self, record);
  else
    fill_entry (self, record);
}

/* A date as the book writes it or as people do: what is understood is kept as the book writes it. */
static gboolean
collect_date (TendEditField  *self,
              TendRecord     *record,
              const char     *text,
              GError        **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = NULL;
  TendWall wall;

  if (*text == '\0')
    {
      tend_record_set_text (record, self->field, NULL);
      return TRUE;
    }
  if (!tend_when_parse (text, g_get_real_time (), zone, &wall))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, self->field->name, text, "not a date");
      return FALSE;
    }

  date = g_strdup_printf ("%04d-%02d-%02d", wall.year, wall.month, wall.day);
  tend_record_set_text (record, self->field, date);
  return TRUE;
}

static gboolean
refuse (TendEditField  *self,
        TendReason      reason,
        const char     *text,
        GError        **error)
{
  tend_set_error (error, TEND_ERROR_INPUT, reason, self->field->name, text, "not understood");
  return FALSE;
}

static gboolean
collect_money (TendEditField  *self,
               TendRecord     *record,
               const char     *text,
               GError        **error)
{
  int digits = tend_currency_get_digits (self->currency);
  char currency[4];
  gboolean rounded;
  gint64 minor;
  TendMoneySigns signs;
  TendReason reason;

  if (*text == '\0')
    {
      tend_record_set_int (record, self->field, self->field->flags & TEND_FIELD_MAYBE ? -1 : 0);
      return TRUE;
    }

  tend_money_get_signs (&signs);
  reason = tend_money_parse (text, MAX (digits, 0), signs.decimal[0], &minor, &rounded, currency);
  if (reason != TEND_REASON_NONE)
    return refuse (self, reason, text, error);
  if (*currency != '\0' && g_strcmp0 (currency, self->currency) != 0)
    return refuse (self, TEND_REASON_OTHER_CURRENCY, text, error);

  tend_record_set_int (record, self->field, minor);
  return TRUE;
}

/* "50 %" is as good as "50". */
static gboolean
collect_number (TendEditField  *self,
                TendRecord     *record,
                char           *text,
                GError        **error)
{
  char *percent = strchr (text, '%');

  if (percent != NULL && percent[1] == '\0')
    *percent = '\0';

  return tend_record_parse (record, self->field, g_strstrip (text), error);
}

/* The seconds of an instant that nobody touched stay. */
static gboolean
collect_when (TendEditField  *self,
              TendRecord     *record,
              GError        **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendWall wall;
  TendWall present;

  if (!tend_when_row_get_wall (TEND_WHEN_ROW (self->widget), &wall))
    return refuse (self, TEND_REASON_NOT_A_DATE, NULL, error);

  tend_wall_from_instant (&present, tend_record_get_int (record, self->field), zone);
  present.all_day = wall.all_day;
  if (memcmp (&present, &wall, sizeof wall) != 0)
    tend_record_set_int (record, self->field, tend_wall_to_instant (&wall, zone));
  return TRUE;
}

static gboolean
collect_entry (TendEditField  *self,
               TendRecord     *record,
               GError        **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget))));

  if (self->field->type == TEND_FIELD_DATE)
    return collect_date (self, record, text, error);
  if (self->field->type == TEND_FIELD_MONEY)
    return collect_money (self, record, text, error);
  if (self->field->type == TEND_FIELD_INTEGER)
    return collect_number (self, record, text, error);

  tend_record_set_text (record, self->field, text);
  return TRUE;
}

gboolean
tend_edit_field_collect (TendEditField  *self,
                         TendRecord     *record,
                         GError        **error)
{
  if (ADW_IS_SPIN_ROW (self->widget))
    tend_record_set_int (record, self->field, (gint64) adw_spin_row_get_value (ADW_SPIN_ROW (self->widget)));
  else if (ADW_IS_COMBO_ROW (self->widget))
    tend_record_set_int (record, self->field, adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget)));
  else if (ADW_IS_SWITCH_ROW (self->widget))
    tend_record_set_int (record, self->field, adw_switch_row_get_active (ADW_SWITCH_ROW (self->widget)));
  else if (TEND_IS_REFERENCE_ROW (self->widget))
    tend_record_set_int (record, self->field, tend_reference_row_get_id (TEND_REFERENCE_ROW (self->widget)));
  else if (TEND_IS_TEXT_ROW (self->widget))
    {
      g_autofree char *text = g_strstrip (tend_text_row_dup_text (TEND_TEXT_ROW (self->widget)));

      tend_record_set_text (record, self->field, text);
    }
  else if (TEND_IS_TEXTS_GROUP (self->widget))
    {
      g_auto (GStrv) texts = tend_texts_group_dup_texts (TEND_TEXTS_GROUP (self->widget));

      tend_record_set_texts (record, self->field, (const char *const *) texts);
    }
  else if (self->field->type == TEND_FIELD_INSTANT)
    return collect_when (self, record, error);
  else
    return collect_entry (self, record, error);

  return TRUE;
}

static GtkInputPurpose
get_purpose (TendEditField *self)
{
  GtkInputPurpose purpose = GTK_INPUT_PURPOSE_FREE_FORM;

  if (ADW_IS_ENTRY_ROW (self->widget) || TEND_IS_TEXTS_GROUP (self->widget))
    g_object_get (self->widget, "input-purpose", &purpose, NULL);

  return purpose;
}

static gboolean
check_text (TendEditField   *self,
            GtkInputPurpose  purpose,
            const char      *text,
            GError         **error)
{
  TendLinkKind kind = purpose == GTK_INPUT_PURPOSE_EMAIL ? TEND_LINK_MAIL : TEND_LINK_WEBSITE;
  g_autofree char *uri = tend_link_make (kind, text);

  if (text == NULL || uri != NULL)
    return TRUE;

  tend_set_error (error, TEND_ERROR_INPUT,
                  kind == TEND_LINK_MAIL ? TEND_REASON_NOT_AN_EMAIL : TEND_REASON_NOT_A_WEBSITE,
                  self->field->name, text, "leads nowhere");
  return FALSE;
}

gboolean
tend_edit_field_check (TendEditField     *self,
                       const TendRecord  *record,
                       GError           **error)
{
  GtkInputPurpose purpose = get_purpose (self);
  const char *const *texts;

  if (purpose != GTK_INPUT_PURPOSE_EMAIL && purpose != GTK_INPUT_PURPOSE_URL)
    return TRUE;
  if (self->field->type != TEND_FIELD_TEXTS)
    return check_text (self, purpose, tend_record_get_text (record, self->field), error);

  texts = tend_record_get_texts (record, self->field);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!check_text (self, purpose, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

/* How an amount or a date was understood. */
static char *
dup_note (TendEditField    *self,
          const TendRecord *record)
{
  if (record == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->widget)) == '\0')
    return NULL;
  if (self->field->type == TEND_FIELD_MONEY)
    return tend_money_text (tend_record_get_int (record, self->field), self->currency);
  if (self->field->type == TEND_FIELD_DATE)
    return tend_moment_date (tend_record_get_text (record, self->field));

  return NULL;
}

void
tend_edit_field_show (TendEditField    *self,
                      const TendRecord *record,
                      const GError     *error)
{
  const char *message = error != NULL ? tend_words_reason (tend_error_get_reason (error)) : NULL;

  if (TEND_IS_TEXTS_GROUP (self->widget))
    tend_texts_group_set_error (TEND_TEXTS_GROUP (self->widget), error != NULL ? tend_error_get_value (error) : NULL, message);
  else if (TEND_IS_WHEN_ROW (self->widget) && message == NULL)
    return; /* says for itself what it understood */
  else if (ADW_IS_ENTRY_ROW (self->widget) && message == NULL)
    {
      g_autofree char *note = dup_note (self, record);

      tend_field_error_note (self->widget, note);
    }
  else if (ADW_IS_PREFERENCES_ROW (self->widget))
    tend_field_error_show (self->widget, message);
}
