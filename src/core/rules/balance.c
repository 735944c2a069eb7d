/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "balance.h"

#include <stdlib.h>

/**
 * tend_balance_age:
 * @due: when it is due
 * @today: a day
 *
 * Returns: how old it is then; what is due today is not yet late
 */
TendAge
tend_balance_age (TendDay due,
                  TendDay today)
{
  int late = today - due;

  if (late <= 0)
    return TEND_AGE_NOT_DUE;
  if (late <= 30)
    return TEND_AGE_30;
  return late <= 60 ? TEND_AGE_60 : TEND_AGE_OLDER;
}

void
tend_balance_init (TendBalance *balance)
{
  *balance = (TendBalance) { .overdue_since = TEND_DAY_NONE };
}

/**
 * tend_balance_add:
 * @balance: the account's so far
 * @amount: of an invoice; a credit's is negative
 * @paid: of it so far
 * @due: when it is due: without a date of its own, when it was issued
 * @today: a day
 *
 * A credit, or what was paid too much, is nobody's debt: it lowers the open sum, and is never overdue. In the end
 * tend_balance_set_off() sets it off against what is.
 */
void
tend_balance_add (TendBalance *balance,
                  gint64       amount,
                  gint64       paid,
                  TendDay      due,
                  TendDay      today)
{
  gint64 open = amount - paid;
  TendAge age = open > 0 ? tend_balance_age (due, today) : TEND_AGE_NOT_DUE;

  balance->n_invoices++;
  balance->open += open;
  balance->ages[age] += open;
  balance->credit += open < 0 ? -open : 0;
  if (age == TEND_AGE_NOT_DUE)
    return;

  balance->overdue += open;
  balance->n_overdue++;
  if (balance->overdue_since == TEND_DAY_NONE || due < balance->overdue_since)
    balance->overdue_since = due;
}

static int
compare_debts (gconstpointer a,
               gconstpointer b)
{
  return ((const TendDebt *) a)->due - ((const TendDebt *) b)->due;
}

/**
 * tend_balance_set_off:
 * @balance: an account's, with all its invoices
 * @debts: (array length=n_debts): its invoices that are overdue; they are put in order
 * @today: a day
 *
 * Credits and payments that name no invoice pay what has been overdue longest, as a bookkeeper does: who owes nothing in the
 * end is not late.
 */
void
tend_balance_set_off (TendBalance *balance,
                      TendDebt    *debts,
                      guint        n_debts,
                      TendDay      today)
{
  gint64 left = balance->credit;

  if (left == 0 || n_debts == 0)
    return;
  qsort (debts, n_debts, sizeof *debts, compare_debts);

  for (guint i = 0; i < n_debts && left > 0; i++)
    {
      gint64 part = MIN (left, debts[i].open);

      left -= part;
      balance->overdue -= part;
      balance->ages[tend_balance_age (debts[i].due, today)] -= part;
      balance->ages[TEND_AGE_NOT_DUE] += part;
      if (part < debts[i].open)
        return;
      balance->n_overdue--;
      balance->overdue_since = i + 1 < n_debts ? debts[i + 1].due : TEND_DAY_NONE;
    }
}
