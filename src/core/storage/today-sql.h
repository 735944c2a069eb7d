/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where Today's lines come from: each question runs along an index of what is due, or of what is somebody's. Values:
 * ?1 manager, ?2 tomorrow (instant), ?3 today, ?4 the last day on which a renewal is near, ?5 now, ?6 the last day on
 * which a fall is no longer news. */

enum
{
  TEND_TODAY_ITEM,
  TEND_TODAY_ACCOUNT,
  TEND_TODAY_OWNER,
  TEND_TODAY_STATUS,
  TEND_TODAY_VALUE,
  TEND_TODAY_CURRENCY,
  TEND_TODAY_MANAGER,
  TEND_TODAY_WHEN,
  TEND_TODAY_FIRST   /* of those that only one of them has */
};

#define ACCOUNT "a.id, a.owner, a.status, a.yearly_value, a.currency, "
#define OF_ACCOUNT "CROSS JOIN account AS a ON a.id = i.account "
/* Of the accounts that ?1 owns; the first column of this index is all that is needed of it. */
#define OWN_ACCOUNTS "FROM account AS a INDEXED BY account_owner "

#define FOLLOW_UP "SELECT i.id, " ACCOUNT "i.manager, i.due_at, i.all_day, i.promised, i.hat, i.snoozed_until "
#define IS_DUE "i.state IN ('open', 'snoozed') AND i.due_at < ?2"

#define TEND_TODAY_FOLLOW_UPS FOLLOW_UP "FROM follow_up AS i INDEXED BY follow_up_due " OF_ACCOUNT "WHERE " IS_DUE
#define TEND_TODAY_OWN_FOLLOW_UPS \
  FOLLOW_UP "FROM follow_up AS i INDEXED BY follow_up_manager " OF_ACCOUNT "WHERE i.manager = ?1 AND " IS_DUE \
  " UNION ALL " FOLLOW_UP OWN_ACCOUNTS "CROSS JOIN follow_up AS i INDEXED BY follow_up_account ON i.account = a.id" \
  " WHERE a.owner = ?1 AND i.manager IS NULL AND " IS_DUE

#define NEED "SELECT i.id, " ACCOUNT "i.manager, i.promised_for, i.priority, i.hat "
#define IS_LATE "i.promised_for < ?3"

#define TEND_TODAY_NEEDS NEED "FROM need AS i INDEXED BY need_promised " OF_ACCOUNT "WHERE i.state <> 'resolved' AND " IS_LATE
#define TEND_TODAY_OWN_NEEDS \
  NEED "FROM need AS i INDEXED BY need_manager " OF_ACCOUNT "WHERE i.manager = ?1 AND i.state <> 'resolved' AND " IS_LATE \
  " UNION ALL " NEED OWN_ACCOUNTS "CROSS JOIN need AS i INDEXED BY need_account ON i.account = a.id" \
  " WHERE a.owner = ?1 AND i.manager IS NULL AND i.state IN ('open', 'waiting') AND " IS_LATE

/* What ends does not renew. */
#define RENEWAL "SELECT i.id, " ACCOUNT "NULL, i.renews_on, a.health "
#define IS_NEAR "i.renews_on >= ?3 AND i.renews_on <= ?4 AND (i.ends_on IS NULL OR i.ends_on > i.renews_on)"

#define TEND_TODAY_RENEWALS RENEWAL "FROM purchase AS i INDEXED BY purchase_renews " OF_ACCOUNT "WHERE " IS_NEAR
#define TEND_TODAY_OWN_RENEWALS \
  RENEWAL OWN_ACCOUNTS "CROSS JOIN purchase AS i INDEXED BY purchase_account ON i.account = a.id WHERE a.owner = ?1 AND " IS_NEAR

/* A next step is an open follow-up of the opportunity, or one of the account for sales that is about nothing else. */
#define OPPORTUNITY "SELECT i.id, " ACCOUNT "i.manager, i.close_on, i.created_at "
#define HAS_NO_STEP \
  "NOT EXISTS (SELECT 1 FROM follow_up AS f INDEXED BY follow_up_account WHERE f.account = i.account" \
  " AND f.state IN ('open', 'snoozed') AND (f.opportunity = i.id OR (f.hat = 'sales'" \
  " AND f.opportunity IS NULL AND f.need IS NULL AND f.purchase IS NULL)))"

#define TEND_TODAY_OPPORTUNITIES \
  OPPORTUNITY "FROM opportunity AS i INDEXED BY opportunity_open " OF_ACCOUNT "WHERE i.stage NOT IN ('won', 'lost') AND " HAS_NO_STEP
#define TEND_TODAY_OWN_OPPORTUNITIES \
  OPPORTUNITY "FROM opportunity AS i INDEXED BY opportunity_manager " OF_ACCOUNT \
  "WHERE i.manager = ?1 AND i.stage NOT IN ('won', 'lost') AND " HAS_NO_STEP \
  " UNION ALL " OPPORTUNITY OWN_ACCOUNTS "CROSS JOIN opportunity AS i INDEXED BY opportunity_account ON i.account = a.id" \
  " WHERE a.owner = ?1 AND i.manager IS NULL AND i.stage NOT IN ('won', 'lost') AND " HAS_NO_STEP

/* The account itself. */
#define OWN " INDEXED BY account_owner WHERE a.owner = ?1 AND "

#define QUIET "SELECT 0, " ACCOUNT "NULL, a.quiet_from, a.quiet_red_from FROM account AS a"
#define IS_QUIET "a.quiet_from <= ?5"
#define TEND_TODAY_QUIET QUIET " INDEXED BY account_quiet WHERE " IS_QUIET
#define TEND_TODAY_OWN_QUIET QUIET OWN IS_QUIET

#define INVOICES "SELECT 0, " ACCOUNT "NULL, a.overdue_since FROM account AS a"
#define IS_OVERDUE "a.overdue_since < ?3"
#define TEND_TODAY_INVOICES INVOICES " INDEXED BY account_overdue WHERE " IS_OVERDUE
#define TEND_TODAY_OWN_INVOICES INVOICES OWN IS_OVERDUE

/* From which health: the highest that held in the time in which a fall is news, before the day. */
#define FALL \
  "SELECT 0, " ACCOUNT "NULL, a.band_fell_on, (SELECT max(h.score) FROM health_day AS h WHERE h.account = a.id" \
  " AND h.day < a.band_fell_on AND h.day >= coalesce ((SELECT max(e.day) FROM health_day AS e WHERE e.account = a.id" \
  " AND e.day <= date(a.band_fell_on, '-14 days')), '')) FROM account AS a"
#define HAS_FALLEN "a.band_fell_on > ?6"
#define TEND_TODAY_FALLS FALL " INDEXED BY account_band_fell WHERE " HAS_FALLEN
#define TEND_TODAY_OWN_FALLS FALL OWN HAS_FALLEN

#define TEND_TODAY_ALERT "SELECT id FROM alert WHERE account = ?1 AND kind = ?2 AND ifnull(item, 0) = ?3"
#define TEND_TODAY_ALERTS "SELECT id, account, kind, item, until FROM alert"

/* In the order of the file: along an index of the value each row would be looked up by itself, three times as long. */
#define TEND_TODAY_TOPS "SELECT owner, currency, yearly_value FROM account NOT INDEXED WHERE yearly_value > 0"
#define TEND_TODAY_TOPS_OF_OWNER \
  "SELECT owner, currency, yearly_value FROM account INDEXED BY account_owner WHERE owner IS ?1"

#define TEND_TODAY_TEAM \
  "WITH RECURSIVE team (id) AS (SELECT ?1 UNION SELECT m.id FROM manager AS m JOIN team ON m.reports_to = team.id)" \
  " SELECT id FROM team"
