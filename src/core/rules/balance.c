/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "balance.h"

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
 * A credit, or what was paid too much, is nobody's debt: it lowers the open sum, and is never overdue.
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
  if (age == TEND_AGE_NOT_DUE)
    return;

  balance->overdue += open;
  balance->n_overdue++;
  if (balance->overdue_since == TEND_DAY_NONE || due < balance->overdue_since)
    balance->overdue_since = due;
}
