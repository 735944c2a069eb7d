/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/ladder.h"
#include "entity.h"

G_BEGIN_DECLS

/**
 * TendManagerRecord:
 *
 * An account manager.
 */
typedef struct
{
  TendRecord   base;
  char        *name;
  char        *name_key;         /* derived: sort key */
  char        *email;
  char        *phone;
  int          role;             /* TendRole */
  char        *title;            /* as the firm says it */
  TendId       reports_to;       /* manager; 0 = a root */
  gint64       full_time_share;  /* per cent of full time, 1–100 */
  gboolean     active;
} TendManagerRecord;

extern const TendNoun tend_manager_noun;
TEND_DECLARE_RECORD (TendManagerRecord, tend_manager)

#define TEND_TYPE_MANAGER (tend_manager_get_type ())
G_DECLARE_FINAL_TYPE (TendManager, tend_manager, TEND, MANAGER, TendEntity)

const TendManagerRecord *tend_manager_get (TendManager *self);

G_END_DECLS
