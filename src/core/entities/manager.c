/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manager.h"

#include "../rules/fold.h"

#define F(member, type, flags) TEND_FIELD (TendManagerRecord, member, type, flags)

static const TendField fields[] = {
  F (name, TEXT, TEND_FIELD_REQUIRED),
  F (name_key, TEXT, TEND_FIELD_DERIVED),
  F (email, TEXT, 0),
  F (phone, TEXT, 0),
  TEND_FIELD_WORDS (TendManagerRecord, role, tend_roles, 0),
  F (title, TEXT, 0),
  TEND_FIELD_REFERS (TendManagerRecord, reports_to, "manager", 0),
  F (full_time_share, INTEGER, 0),
  F (active, BOOLEAN, 0),
};

static void
init_record (TendRecord *record)
{
  TendManagerRecord *manager = (TendManagerRecord *) record;

  manager->role = TEND_ROLE_MANAGER;
  manager->full_time_share = 100;
  manager->active = TRUE;
}

static void
prepare (TendRecord *record)
{
  TendManagerRecord *manager = (TendManagerRecord *) record;

  g_free (manager->name_key);
  manager->name_key = manager->name != NULL ? tend_fold_sort_key (manager->name) : NULL;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendManagerRecord *manager = (const TendManagerRecord *) record;

  if (manager->full_time_share < 1 || manager->full_time_share > 100)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "full_time_share", NULL, "share out of range");
      return FALSE;
    }
  if (manager->reports_to != 0 && manager->reports_to == record->id)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_SELF, "reports_to", manager->name, "a manager cannot report to herself");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_manager_noun = {
  .name = "manager",
  .plural = "managers",
  .table = "manager",
  .record_size = sizeof (TendManagerRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "name",
  .get_type = tend_manager_get_type,
  .init = init_record,
  .prepare = prepare,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendManager, tend_manager)
