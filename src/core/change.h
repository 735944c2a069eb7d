/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entities/noun.h"

G_BEGIN_DECLS

/**
 * TendChange:
 *
 * A row of the journal, or, where @noun is NULL, the head of a batch: what was done, and which batch it took back.
 */
typedef struct
{
  gint64          sequence;
  TendId          batch;
  TendInstant     at;
  TendId          by;          /* manager; 0 = unknown */
  const TendNoun *noun;        /* NULL: head of a batch */
  TendId          id;
  TendId          account;
  char           *operation;   /* insert, update, delete; of a head: create, edit, delete, reassign, settle, import, undo, redo, … */
  char           *before;      /* JSON of the columns that changed (of a delete: of all) */
  char           *after;       /* JSON; NULL for insert and delete. Of a head: {"count": n, "label": …, "undoes": "batch"} */
  gboolean        undone;      /* its batch has been taken back */
} TendChange;

void        tend_change_free       (TendChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendChange, tend_change_free)

G_END_DECLS
