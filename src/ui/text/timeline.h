/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/noun.h"
#include "core/timeline.h"

G_BEGIN_DECLS

/* What an entry of a timeline says. Pure; the texts are plain and each is one line. */

/* The name of a row that the entry refers to, (transfer full); NULL while it is not known. */
typedef char *(*TendTimelineNameFunc) (const TendNoun *noun,
                                       TendId          id,
                                       gpointer        data);

typedef struct
{
  TendInstant           now;
  GTimeZone            *zone;
  const char           *currency;  /* of the account's amounts */
  TendTimelineNameFunc  name;
  gpointer              data;
} TendTimelineTelling;

typedef struct
{
  const char *icon;    /* static: the name of an icon */
  char       *title;   /* "Talked about the tap" */
  char       *line;    /* "Call · Anna Meier · Jonas Berg · 15 min" */
  char       *when;    /* "Tue 24 Nov" */
} TendTimelineText;

void tend_timeline_describe   (TendTimelineKind           kind,
                               const TendRecord          *record,
                               const TendTimelineTelling *telling,
                               TendTimelineText          *text);
void tend_timeline_text_clear (TendTimelineText          *text);

G_END_DECLS
