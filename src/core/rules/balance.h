/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"

G_BEGIN_DECLS

/* How long it has been due. */
typedef enum
{
  TEND_AGE_NOT_DUE,
  TEND_AGE_30,       /* 1–30 days */
  TEND_AGE_60,       /* 31–60 days */
  TEND_AGE_OLDER,    /* over 60 days */
} TendAge;

#define TEND_N_AGES (TEND_AGE_OLDER + 1)

/**
 * TendBalance:
 * @open: what the invoices leave open; credits taken off
 * @ages: the same by age, which add up to @open; credits count as not due
 * @credit: of @open, what credits and payments in advance take off
 * @overdue: what is past its due date
 * @overdue_since: the oldest due date of that, %TEND_DAY_NONE where nothing is overdue
 * @n_invoices: how many invoices there are, paid or not
 * @n_overdue: how many are overdue
 *
 * What an account owes on a day, in minor units of its currency. Filled by tend_balance_add() from a tend_balance_init().
 */
typedef struct
{
  gint64  open;
  gint64  ages[TEND_N_AGES];
  gint64  credit;
  gint64  overdue;
  TendDay overdue_since;
  int     n_invoices;
  int     n_overdue;
} TendBalance;

/* An invoice that is overdue, and what it leaves open. */
typedef struct
{
  TendDay due;
  gint64  open;
} TendDebt;

TendAge tend_balance_age  (TendDay      due,
                           TendDay      today);
void    tend_balance_init (TendBalance *balance);
void    tend_balance_add  (TendBalance *balance,
                           gint64       amount,
                           gint64       paid,
                           TendDay      due,
                           TendDay      today);
void    tend_balance_set_off (TendBalance *balance,
                              TendDebt    *debts,
                              guint        n_debts,
                              TendDay      today);

G_END_DECLS
