/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-groups"

#include "config.h"

#include "import-groups.h"

struct _TendImportGroups
{
  GHashTable *groups;           /* key → TendImportGroup */
  guint       n_sums;
};

static void
group_free (gpointer data)
{
  TendImportGroup *group = data;

  g_free (group->rest);
  g_free (group->sums);
  g_free (group);
}

TendImportGroups *
tend_import_groups_new (guint n_sums)
{
  TendImportGroups *self = g_new0 (TendImportGroups, 1);

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  self->n_sums = n_sums;

  return self;
}

void
tend_import_groups_free (TendImportGroups *self)
{
  g_hash_table_unref (self->groups);
  g_free (self);
}

TendImportGroup *
tend_import_groups_get (TendImportGroups *self,
                        const char       *key,
                        guint64           row)
{
  TendImportGroup *group = g_hash_table_lookup (self->groups, key);

  if (group != NULL)
    return group;

  group = g_new0 (TendImportGroup, 1);
  group->first = row;
  group->sums = g_new0 (TendImportSum, self->n_sums);
  g_hash_table_insert (self->groups, g_strdup (key), group);

  return group;
}

void
tend_import_sum_add (TendImportSum     *self,
                     const TendDecimal *value)
{
  self->filled = TRUE;
  self->overflow |= !tend_decimal_add (&self->total, &self->total, value);
}
