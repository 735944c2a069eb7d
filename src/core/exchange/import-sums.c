/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-plan"

#include "config.h"

#include "import-plan-private.h"

#include <string.h>

/* The lines of an invoice are added up: their sums are known before the first of them is taken. */

gboolean
tend_import_plan_needs_sums (TendImportPlan *self)
{
  return self->groups != NULL;
}

void
tend_import_plan_begin_sums (TendImportPlan *self)
{
  tend_import_plan_begin_rehearsal (self);
  tend_import_target_collect (self->target, TRUE, NULL);
}

gboolean
tend_import_plan_add_sums (TendImportPlan       *self,
                           const TendCsvRecord  *record,
                           GError              **error)
{
  TendImportRow row = { self->result, record->row, record->line, FALSE };
  TendImportGroup *group;

  if (tend_import_plan_is_blank (record))
    return TRUE;
  if (!tend_import_plan_fill (self, record, &row, error))
    return FALSE;
  if (self->key->len == 0)
    return TRUE;                /* it will be told */

  group = tend_import_groups_get (self->groups, self->key->str, record->row);
  tend_import_target_write_rest (self->target, self->text);
  if (group->rest == NULL && !row.skipped)
    group->rest = g_strdup (self->text->str);
  if (group->bad == 0 && (row.skipped || strcmp (group->rest, self->text->str) != 0))
    group->bad = record->row;
  tend_import_target_add_sums (self->target, group->sums);

  return TRUE;
}

void
tend_import_plan_end_sums (TendImportPlan *self)
{
  tend_import_plan_end_rehearsal (self);
}

gboolean
tend_import_plan_take_joined (TendImportPlan         *self,
                              const TendImportGroup  *group,
                              const TendCsvRecord    *record,
                              TendImportRow          *row,
                              GError                **error)
{
  tend_import_target_collect (self->target, TRUE, NULL);
  if (!tend_import_plan_fill (self, record, row, error))
    return FALSE;

  tend_import_target_write_rest (self->target, self->text);
  if (!row->skipped && g_strcmp0 (group->rest, self->text->str) != 0)
    tend_import_plan_report_key (self, row, group->first);
  self->result->joined += group->bad == 0;
  self->result->skipped += group->bad != 0;

  return TRUE;
}

gboolean
tend_import_plan_is_first (TendImportPlan       *self,
                           const TendCsvRecord  *record,
                           TendImportGroup     **group)
{
  *group = NULL;
  if (self->groups == NULL)
    return TRUE;
  tend_import_plan_make_key (self, record);
  if (self->key->len == 0)
    return TRUE;

  *group = tend_import_groups_get (self->groups, self->key->str, record->row);
  tend_import_target_collect (self->target, FALSE, (*group)->sums);

  return (*group)->first == record->row;
}
