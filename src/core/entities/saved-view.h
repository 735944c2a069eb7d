/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

/**
 * TendSavedViewRecord:
 *
 * A filter and sort of a place, under a name.
 */
typedef struct
{
  TendRecord   base;
  char        *place;       /* "accounts" */
  char        *name;
  char        *query;       /* JSON */
  gint64       position;    /* order in the sidebar */
} TendSavedViewRecord;

extern const TendNoun tend_saved_view_noun;
TEND_DECLARE_RECORD (TendSavedViewRecord, tend_saved_view)

#define TEND_TYPE_SAVED_VIEW (tend_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (TendSavedView, tend_saved_view, TEND, SAVED_VIEW, TendEntity)

const TendSavedViewRecord *tend_saved_view_get (TendSavedView *self);

G_END_DECLS
