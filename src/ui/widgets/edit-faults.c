/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-faults.h"

/* How many there are: @error is about none of them. */
static guint
find_index (GArray       *fields,
            const GError *error)
{
  const char *name = tend_error_get_field (error);

  for (guint i = 0; name != NULL && i < fields->len; i++)
    if (g_strcmp0 (g_array_index (fields, TendEditField, i).field->name, name) == 0)
      return i;

  return fields->len;
}

TendEditField *
tend_edit_faults_get_field (GArray       *fields,
                            const GError *error)
{
  guint i = find_index (fields, error);

  return i < fields->len ? &g_array_index (fields, TendEditField, i) : NULL;
}

/* Writes a value that passes over the one that did not, so that the next fault can be found. */
static gboolean
mend (TendRecord      *record,
      const TendField *field)
{
  g_autoptr (TendRecord) fresh = tend_record_new (record->noun);

  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      tend_record_set_text (record, field, field->flags & TEND_FIELD_REQUIRED ? "–" : NULL);
      return TRUE;
    case TEND_FIELD_TEXTS:
      tend_record_set_texts (record, field, NULL);
      return TRUE;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_WORD:
      tend_record_copy_field (record, fresh, field);
      return TRUE;
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      return FALSE;
    }
}

gboolean
tend_edit_faults_find (GArray            *fields,
                       const TendRecord  *record,
                       GError           **errors)
{
  g_autoptr (TendRecord) mended = tend_record_copy (record);

  for (guint n = 0; n <= fields->len; n++)
    {
      g_autoptr (GError) error = NULL;
      guint i;

      if (tend_record_validate (mended, &error))
        return n == 0;

      i = find_index (fields, error);
      if (i == fields->len || errors[i] != NULL)
        return FALSE;
      errors[i] = g_steal_pointer (&error);
      if (!mend (mended, g_array_index (fields, TendEditField, i).field))
        return FALSE;
    }

  return FALSE;
}
