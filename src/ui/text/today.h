/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

/**
 * TendTodayFacts:
 * @item: the line
 * @account: whom it is about
 * @entity: the follow-up, need, purchase or opportunity; NULL: none, or not read yet
 * @related: the name of the product of a purchase, or of the colleague for whom a need waits; may be NULL
 * @alert: what puts the line off, or once did; may be NULL
 * @currency: of accounts that say none
 * @rhythm: how many days may pass without contact
 * @now: an instant
 * @zone: where the user is
 *
 * All that a line of Today says something of. Borrowed.
 */
typedef struct
{
  const TendUrgencyItem   *item;
  const TendAccountRecord *account;
  const TendRecord        *entity;
  const char              *related;
  const TendAlertRecord   *alert;
  const char              *currency;
  int                      rhythm;
  TendInstant              now;
  GTimeZone               *zone;
} TendTodayFacts;

/* What is to be done or to be known, on one line: "Gone quiet". (transfer full) */
char       *tend_today_title       (const TendTodayFacts *facts);
/* Why it stands here: "Last spoken to 41 days ago, agreed rhythm 14 days". (transfer full) */
char       *tend_today_why         (const TendTodayFacts *facts);
/* Until when it is put off, or was, and why; NULL: it never was. (transfer full) (nullable) */
char       *tend_today_put_off     (const TendTodayFacts *facts);
/* The icon of its kind. Static. */
const char *tend_today_icon        (TendUrgency           reason);
/* What is done with it first ("Done", "Resolve"), as a button says it, and its icon. Static. */
const char *tend_today_action      (TendUrgency           reason);
const char *tend_today_action_icon (TendUrgency           reason);

G_END_DECLS
