/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/**
 * TendTimelineKind:
 *
 * What can stand in the timeline of an account, and of which row it tells. What lies in the journal alone (edits,
 * reopenings) is not among it.
 */
typedef enum
{
  TEND_TIMELINE_INTERACTION,
  TEND_TIMELINE_FOLLOW_UP,      /* done */
  TEND_TIMELINE_NEED_OPENED,
  TEND_TIMELINE_NEED_RESOLVED,
  TEND_TIMELINE_PURCHASE,       /* on the day it was bought; those without one are left out */
  TEND_TIMELINE_PULSE,
  TEND_TIMELINE_HANDOVER,       /* those that stand */
  TEND_N_TIMELINE_KINDS
} TendTimelineKind;

typedef enum
{
  TEND_TIMELINE_CONTACT      = 1 << TEND_TIMELINE_INTERACTION,
  TEND_TIMELINE_FOLLOW_UPS   = 1 << TEND_TIMELINE_FOLLOW_UP,
  TEND_TIMELINE_NEEDS        = 1 << TEND_TIMELINE_NEED_OPENED | 1 << TEND_TIMELINE_NEED_RESOLVED,
  TEND_TIMELINE_PURCHASES    = 1 << TEND_TIMELINE_PURCHASE,
  TEND_TIMELINE_SATISFACTION = 1 << TEND_TIMELINE_PULSE,
  TEND_TIMELINE_HANDOVERS    = 1 << TEND_TIMELINE_HANDOVER,
  TEND_TIMELINE_ALL          = (1 << TEND_N_TIMELINE_KINDS) - 1,
} TendTimelineKinds;

typedef struct
{
  TendId           id;    /* of the row; a need may stand in it twice */
  TendInstant      at;
  TendTimelineKind kind;
} TendTimelineEntry;

/* The noun of the row that an entry of @kind tells of. */
const TendNoun *tend_timeline_noun (TendTimelineKind kind);

G_END_DECLS
