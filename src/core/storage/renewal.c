/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "renewal.h"

#include "../entities/follow-up.h"
#include "../entities/opportunity.h"
#include "../entities/product.h"
#include "../entities/purchase.h"
#include "../rules/renewal.h"
#include "table.h"

/* What renews, whatever noun it is. */
typedef struct
{
  TendId      account;
  TendId      purchase;      /* one of both */
  TendId      opportunity;
  TendDay     renews_on;
  TendDay     ends_on;
  int         notice_days;
  char       *title;
} Renewal;

static void
renewal_clear (Renewal *renewal)
{
  g_free (renewal->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Renewal, renewal_clear)

/* Reads a row that must be there, since another names it. */
static TendRecord *
read_named (TendTransaction  *transaction,
            const TendNoun   *noun,
            TendId            id,
            GError          **error)
{
  TendRecord *record = tend_table_read (tend_transaction_get_database (transaction), noun, id, error);

  if (record == NULL && (error == NULL || *error == NULL))
    tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_MISSING, noun->name, NULL, "no such %s", noun->name);
  return record;
}

static gboolean
take_purchase (TendTransaction           *transaction,
               const TendPurchaseRecord  *purchase,
               Renewal                   *renewal,
               GError                   **error)
{
  g_autoptr(TendRecord) product = read_named (transaction, &tend_product_noun, purchase->product, error);

  if (product == NULL)
    return FALSE;
  renewal->account = purchase->account;
  renewal->purchase = purchase->base.id;
  renewal->renews_on = tend_day_parse (purchase->renews_on);
  renewal->ends_on = tend_day_parse (purchase->ends_on);
  renewal->notice_days = (int) purchase->notice_days;
  renewal->title = g_strdup (((const TendProductRecord *) product)->name);
  return TRUE;
}

/* What the purchase itself says of its renewal goes before. */
static gboolean
take_opportunity (TendTransaction              *transaction,
                  const TendOpportunityRecord  *opportunity,
                  Renewal                      *renewal,
                  GError                      **error)
{
  g_autoptr(TendRecord) record = NULL;
  const TendPurchaseRecord *purchase = NULL;

  if (opportunity->purchase != 0)
    {
      record = read_named (transaction, &tend_purchase_noun, opportunity->purchase, error);
      if (record == NULL)
        return FALSE;
      purchase = (const TendPurchaseRecord *) record;
    }
  renewal->account = opportunity->account;
  renewal->opportunity = opportunity->base.id;
  renewal->ends_on = TEND_DAY_NONE;
  renewal->renews_on = tend_day_parse (opportunity->close_on);
  renewal->notice_days = purchase != NULL ? (int) purchase->notice_days : 0;
  renewal->title = g_strdup (opportunity->title);
  if (opportunity->kind != TEND_OPPORTUNITY_RENEWAL || !tend_opportunity_record_is_open (opportunity) ||
      (purchase != NULL && purchase->renews_on != NULL))
    renewal->renews_on = TEND_DAY_NONE;
  return TRUE;
}

static gboolean
take (TendTransaction   *transaction,
      const TendRecord  *record,
      Renewal           *renewal,
      GError           **error)
{
  *renewal = (Renewal) { .renews_on = TEND_DAY_NONE, .ends_on = TEND_DAY_NONE };
  if (record == NULL)
    return TRUE;
  if (record->noun == &tend_purchase_noun)
    return take_purchase (transaction, (const TendPurchaseRecord *) record, renewal, error);
  return take_opportunity (transaction, (const TendOpportunityRecord *) record, renewal, error);
}

static gboolean
same (const Renewal *a,
      const Renewal *b)
{
  return a->renews_on == b->renews_on && a->ends_on == b->ends_on && a->notice_days == b->notice_days;
}

/* The follow-up of a renewal that waits: the oldest one. NULL without an error where there is none. */
static TendRecord *
find_follow_up (TendTransaction  *transaction,
                const Renewal    *renewal,
                GError          **error)
{
  TendDatabase *database = tend_transaction_get_database (transaction);
  g_autoptr(TendStatement) statement = tend_database_prepare (database, renewal->purchase != 0
    ? "SELECT id FROM follow_up WHERE purchase = ?1 AND state IN ('open', 'snoozed') ORDER BY id LIMIT 1"
    : "SELECT id FROM follow_up WHERE opportunity = ?1 AND state IN ('open', 'snoozed') ORDER BY id LIMIT 1", error);
  TendId id;

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, renewal->purchase != 0 ? renewal->purchase : renewal->opportunity);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return NULL;
  id = tend_statement_get_int (statement, 0);
  return tend_table_read (database, &tend_follow_up_noun, id, error);
}

/* Whether it is as it was made: what a person has made her own is hers. Where it should have been made before, it was made
 * for the day on which it was written. */
static gboolean
is_untouched (const TendFollowUpRecord *follow_up,
              const Renewal            *then,
              TendSummaryTable         *summaries)
{
  TendDay due = tend_day_parse (follow_up->due_wall);

  return follow_up->state == TEND_FOLLOW_UP_OPEN && follow_up->all_day && !follow_up->promised && follow_up->contact == 0 &&
         follow_up->notes == NULL && g_strcmp0 (follow_up->title, then->title) == 0 &&
         (due == tend_renewal_lead_day (tend_summary_table_get_rules (summaries), then->renews_on, then->ends_on, then->notice_days) ||
          due == tend_day_of_instant (follow_up->base.created_at, tend_summary_table_get_zone (summaries)));
}

static gboolean
make (TendTransaction   *transaction,
      TendSummaryTable  *summaries,
      const Renewal     *renewal,
      TendDay            due,
      GError           **error)
{
  g_autoptr(TendFollowUpRecord) record = tend_follow_up_record_new ();

  record->account = renewal->account;
  record->purchase = renewal->purchase;
  record->opportunity = renewal->opportunity;
  record->title = g_strdup (renewal->title);
  record->hat = TEND_HAT_SALES;
  record->all_day = TRUE;
  record->due_wall = tend_day_dup_text (due);
  record->due_zone = g_strdup (g_time_zone_get_identifier (tend_summary_table_get_zone (summaries)));
  return tend_transaction_insert (transaction, &record->base, error);
}

/* @due: %TEND_DAY_NONE drops it. */
static gboolean
move (TendTransaction   *transaction,
      const TendRecord  *follow_up,
      const Renewal     *renewal,
      TendDay            due,
      GError           **error)
{
  g_autoptr(TendRecord) record = tend_record_copy (follow_up);
  TendFollowUpRecord *after = (TendFollowUpRecord *) record;

  if (due == TEND_DAY_NONE)
    {
      after->state = TEND_FOLLOW_UP_DROPPED;
      return tend_transaction_update (transaction, follow_up, record, error);
    }
  g_free (after->due_wall);
  after->due_wall = tend_day_dup_text (due);
  g_set_str (&after->title, renewal->title);
  return tend_transaction_update (transaction, follow_up, record, error);
}

static gboolean
renews (const TendRecord *record)
{
  return record->noun == &tend_purchase_noun || record->noun == &tend_opportunity_noun;
}

gboolean
tend_renewal_follow (TendTransaction   *transaction,
                     TendSummaryTable  *summaries,
                     const TendRecord  *before,
                     const TendRecord  *after,
                     GError           **error)
{
  g_auto(Renewal) then = { 0 };
  g_auto(Renewal) now = { 0 };
  g_autoptr(TendRecord) follow_up = NULL;
  g_autoptr(GError) local = NULL;
  TendDay due;

  if (!renews (after))
    return TRUE;
  if (!take (transaction, before, &then, error) || !take (transaction, after, &now, error))
    return FALSE;
  if (same (&then, &now))
    return TRUE;
  due = tend_renewal_follow_up (tend_summary_table_get_rules (summaries), now.renews_on, now.ends_on, now.notice_days,
                                tend_summary_table_get_today (summaries));
  follow_up = before != NULL ? find_follow_up (transaction, &now, &local) : NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (follow_up == NULL)
    return due == TEND_DAY_NONE || make (transaction, summaries, &now, due, error);
  return !is_untouched ((const TendFollowUpRecord *) follow_up, &then, summaries) || move (transaction, follow_up, &now, due, error);
}

gboolean
tend_renewal_release (TendTransaction   *transaction,
                      TendSummaryTable  *summaries,
                      const TendRecord  *record,
                      GError           **error)
{
  g_auto(Renewal) renewal = { 0 };
  g_autoptr(TendRecord) follow_up = NULL;
  g_autoptr(GError) local = NULL;

  if (!renews (record))
    return TRUE;
  if (!take (transaction, record, &renewal, error))
    return FALSE;
  follow_up = find_follow_up (transaction, &renewal, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return follow_up == NULL || !is_untouched ((const TendFollowUpRecord *) follow_up, &renewal, summaries) ||
         tend_transaction_delete (transaction, follow_up, error);
}
