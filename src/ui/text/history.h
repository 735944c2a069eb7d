/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/change.h"
#include "core/entities/handover.h"

G_BEGIN_DECLS

/**
 * TendHistoryNameFunc:
 * @noun: what is referred to
 * @id: which one
 *
 * Returns: (transfer full) (nullable): its name; NULL while it is not known, or gone
 */
typedef char *(*TendHistoryNameFunc) (const TendNoun *noun,
                                      TendId          id,
                                      gpointer        data);

/**
 * TendHistoryText:
 *
 * A row of the journal in words: who did what, and below it what changed from what to what.
 */
typedef struct
{
  char *sentence;
  char *details;   /* a line each; NULL where the sentence says it all */
} TendHistoryText;

/**
 * TendHistoryTelling:
 *
 * What a row of the journal is told by.
 */
typedef struct
{
  const TendChange         *change;
  const TendHandoverRecord *handover;  /* that of the same batch, for its reason; may be NULL */
  const TendRecord         *record;    /* the row itself as it is now: an insertion keeps no copy of it. May be NULL */
  const char               *currency;  /* of the account's amounts, an ISO 4217 code */
  TendInstant               now;
  GTimeZone                *zone;
  TendHistoryNameFunc       name;
  gpointer                  data;
} TendHistoryTelling;

/* The texts hold names as they are: they are plain text, never markup. */
void     tend_history_describe   (const TendHistoryTelling *telling,
                                  TendHistoryText          *text);
void     tend_history_text_clear (TendHistoryText          *self);
/* Whether the row says something that no other row of its batch says: the handover of an owner's change does not. */
gboolean tend_history_is_shown   (const TendChange         *change);

G_END_DECLS
