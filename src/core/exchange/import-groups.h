/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/money.h"

G_BEGIN_DECLS

/* The rows of a file that have one key, and what they come to together: the lines of an invoice. All rows are read once
 * before the first is taken. Private to the import. */
typedef struct _TendImportGroups TendImportGroups;

typedef struct
{
  TendDecimal total;
  gboolean    filled;           /* some row had a value */
  gboolean    overflow;
} TendImportSum;

typedef struct
{
  guint64         first;        /* the row that the others are added to */
  guint64         bad;          /* a row that cannot be taken, and so none can; 0 = none */
  char           *rest;         /* what the first row says otherwise, as JSON: the others must say the same */
  TendImportSum  *sums;
} TendImportGroup;

/* @n_sums: how many fields are added up. */
TendImportGroups *tend_import_groups_new   (guint                n_sums);
void              tend_import_groups_free  (TendImportGroups    *self);
/* The group of @key, which @row begins where there is none yet. Owned by the groups. */
TendImportGroup  *tend_import_groups_get   (TendImportGroups    *self,
                                            const char          *key,
                                            guint64              row);
void              tend_import_sum_add      (TendImportSum       *self,
                                            const TendDecimal   *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportGroups, tend_import_groups_free)

G_END_DECLS
