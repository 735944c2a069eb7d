/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rules.h"

G_BEGIN_DECLS

/**
 * TendTodayQuery:
 * @manager: whose day it is; 0 = everyone's
 * @team: with those who report to her, directly or not
 * @put_off: what is put off, instead of what is not
 * @hat: the hat that the lines ask for (TendHat); -1 = any
 * @now: the instant for which it is asked
 * @midnight: when that day began, where the user is
 * @tomorrow: when the next one begins
 * @day: the day, in days since 1970-01-01
 *
 * What Today shows. A follow-up, need or opportunity is its manager's, else that of the account's owner; everything else
 * is the owner's.
 */
typedef struct
{
  TendId      manager;
  gboolean    team;
  gboolean    put_off;
  int         hat;
  TendInstant now;
  TendInstant midnight;
  TendInstant tomorrow;
  int         day;
} TendTodayQuery;

/**
 * TendToday:
 * @items: TendUrgencyItem, in their order
 * @counts: how many lines each hat has, whatever the hat asked for
 * @n_accounts: of how many accounts @items are
 * @n_put_off: how many lines are put off
 * @rules: the numbers by which they were ranked
 * @currency: of accounts that say none
 * @next: when the clock alone may change it, the end of the day at the latest
 */
typedef struct
{
  GArray      *items;
  guint        counts[4];
  guint        n_accounts;
  guint        n_put_off;
  TendRules    rules;
  char        *currency;
  TendInstant  next;
} TendToday;

void tend_today_query_init (TendTodayQuery *self,
                            TendInstant     now,
                            GTimeZone      *zone);
void tend_today_free       (TendToday      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendToday, tend_today_free)

G_END_DECLS
