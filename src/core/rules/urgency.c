/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "urgency.h"

#include <stdlib.h>
#include <string.h>

#include "../entities/account.h"
#include "../entities/need.h"
#include "rules.h"

/**
 * tend_urgency_of_follow_up:
 * @promised: whether it was promised to the client
 * @due: today, or before
 * @overdue: whether its time has passed, of one without a time its day
 *
 * Returns: the class of an open follow-up, or %TEND_URGENCY_NONE
 */
TendUrgency
tend_urgency_of_follow_up (gboolean promised,
                           gboolean due,
                           gboolean overdue)
{
  if (promised && overdue)
    return TEND_URGENCY_PROMISE_OVERDUE;

  return due || overdue ? TEND_URGENCY_FOLLOW_UP : TEND_URGENCY_NONE;
}

/**
 * tend_urgency_of_need:
 * @priority: TendPriority
 * @days_late: since the day that it was promised for
 *
 * Returns: the class of an open need, or %TEND_URGENCY_NONE
 */
TendUrgency
tend_urgency_of_need (int priority,
                      int days_late)
{
  if (days_late <= 0)
    return TEND_URGENCY_NONE;

  return priority == TEND_PRIORITY_URGENT ? TEND_URGENCY_NEED_URGENT : TEND_URGENCY_NEED;
}

/**
 * tend_urgency_of_renewal:
 * @rules: the rules
 * @days_until: days from today on; one that is past asks for nobody
 * @health: 0–100, or -1: unknown, and that is not below anything
 *
 * Returns: the class of a renewal, or %TEND_URGENCY_NONE
 */
TendUrgency
tend_urgency_of_renewal (const TendRules *rules,
                         int              days_until,
                         int              health)
{
  if (days_until < 0)
    return TEND_URGENCY_NONE;
  if (days_until <= rules->renewal_soon_days && health >= 0 && health < rules->renewal_soon_health)
    return TEND_URGENCY_RENEWAL_AT_RISK;

  return days_until <= rules->renewal_near_days ? TEND_URGENCY_RENEWAL : TEND_URGENCY_NONE;
}

/**
 * tend_urgency_of_quiet:
 * @amber_from: from when the account counts as gone quiet; 0 = never
 * @red_from: from when for good; 0 = never
 * @now: an instant
 *
 * Returns: the class of the silence, or %TEND_URGENCY_NONE
 */
TendUrgency
tend_urgency_of_quiet (TendInstant amber_from,
                       TendInstant red_from,
                       TendInstant now)
{
  if (red_from != 0 && red_from <= now)
    return TEND_URGENCY_QUIET_RED;

  return amber_from != 0 && amber_from <= now ? TEND_URGENCY_QUIET_AMBER : TEND_URGENCY_NONE;
}

/**
 * tend_urgency_of_fall:
 * @rules: the rules
 * @days_since: since the day on which the health fell by a band, or by ten points
 *
 * Returns: %TEND_URGENCY_BAND_FELL as long as that is news, else %TEND_URGENCY_NONE
 */
TendUrgency
tend_urgency_of_fall (const TendRules *rules,
                      int              days_since)
{
  return days_since >= 0 && days_since < rules->fall_days ? TEND_URGENCY_BAND_FELL : TEND_URGENCY_NONE;
}

/**
 * tend_urgency_concerns:
 * @reason: a class
 * @status: TendAccountStatus
 *
 * A former client has only money and promises left, and one that is paused is not chased.
 *
 * Returns: whether an account of @status shows on Today for that reason
 */
gboolean
tend_urgency_concerns (TendUrgency reason,
                       int              status)
{
  switch (reason)
    {
    case TEND_URGENCY_PROMISE_OVERDUE:
    case TEND_URGENCY_NEED_URGENT:
    case TEND_URGENCY_FOLLOW_UP:
    case TEND_URGENCY_NEED:
    case TEND_URGENCY_INVOICE:
      return TRUE;
    case TEND_URGENCY_RENEWAL_AT_RISK:
    case TEND_URGENCY_RENEWAL:
      return status != TEND_STATUS_FORMER;
    case TEND_URGENCY_QUIET_RED:
    case TEND_URGENCY_BAND_FELL:
    case TEND_URGENCY_QUIET_AMBER:
    case TEND_URGENCY_NEXT_STEP:
      return status != TEND_STATUS_FORMER && status != TEND_STATUS_PAUSED;
    case TEND_URGENCY_NONE:
    case TEND_N_URGENCIES:
    default:
      return FALSE;
    }
}

/**
 * tend_urgency_days_in_sight:
 * @rules: the rules
 * @reason: the class of a renewal
 * @days_until: days from today on
 *
 * Returns: how late a renewal is, seen from the day on which it came into sight
 */
int
tend_urgency_days_in_sight (const TendRules *rules,
                            TendUrgency reason,
                            int              days_until)
{
  return (reason == TEND_URGENCY_RENEWAL_AT_RISK ? rules->renewal_soon_days : rules->renewal_near_days) - days_until;
}

/**
 * tend_urgency_compute:
 * @rules: the rules
 * @reason: the class
 * @days_late: how late it is
 * @value: the account's yearly value, minor units
 * @top_value: that of the owner's account of the highest, in the same currency
 *
 * Base, lateness (10 from 14 days on) and worth (10 for the owner's top account); rules.md, Today's order.
 *
 * Returns: the urgency, in thousandths
 */
int
tend_urgency_compute (const TendRules *rules,
                      TendUrgency reason,
                      int              days_late,
                      gint64           value,
                      gint64           top_value)
{
  int late = CLAMP (days_late, 0, rules->lateness_days) * (rules->lateness_most * TEND_URGENCY_SCALE) / rules->lateness_days;
  gint64 most = rules->worth_most * TEND_URGENCY_SCALE;
  gint64 worth = 0;

  /* Values reach 2^63: where a product would not fit, what is lost by dividing first is never seen. */
  if (value > 0 && top_value > 0 && most > 0)
    worth = top_value > G_MAXINT64 / most ? MIN (value, top_value) / (top_value / most)
                                          : MIN (value, top_value) * most / top_value;

  return rules->class_bases[reason] * TEND_URGENCY_SCALE + late + (int) MIN (worth, most);
}

/* The items of an account. */
typedef struct
{
  guint top;     /* the most urgent of them */
  guint n;
  guint number;  /* as it was met */
} Group;

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TendUrgencyItem *one = a;
  const TendUrgencyItem *other = b;

  if (one->urgency != other->urgency)
    return one->urgency > other->urgency ? -1 : 1;
  if (one->since != other->since)
    return one->since < other->since ? -1 : 1;
  if (one->account != other->account)
    return one->account < other->account ? -1 : 1;
  if (one->reason != other->reason)
    return one->reason - other->reason;
  return one->item < other->item ? -1 : one->item > other->item;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const TendUrgencyItem *items = data;

  return compare_items (&items[((const Group *) a)->top], &items[((const Group *) b)->top]);
}

/* Says of each item in @numbers which group it is in. */
static GArray *
make_groups (const TendUrgencyItem *items,
             gsize                  n_items,
             guint                 *numbers)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < n_items; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, &items[i].account));
      Group *group;

      if (number == 0)
        {
          Group fresh = { i, 0, groups->len };

          g_array_append_val (groups, fresh);
          number = groups->len;
          g_hash_table_insert (known, (gpointer) &items[i].account, GUINT_TO_POINTER (number));
        }
      group = &g_array_index (groups, Group, number - 1);
      group->n++;
      if (compare_items (&items[i], &items[group->top]) < 0)
        group->top = i;
      numbers[i] = number - 1;
    }
  return groups;
}

/**
 * tend_urgency_rank:
 * @items: (array length=n_items): the lines of Today, in any order
 * @n_items: how many there are
 *
 * Orders them as Today shows them: the most urgent first, of two alike the older, and all of an account under its most
 * urgent one.
 */
void
tend_urgency_rank (TendUrgencyItem *items,
                   gsize            n_items)
{
  g_autofree guint *numbers = g_new (guint, n_items);
  g_autofree TendUrgencyItem *ranked = g_new (TendUrgencyItem, n_items);
  g_autoptr(GArray) groups = make_groups (items, n_items, numbers);
  g_autofree guint *starts = g_new (guint, groups->len);
  guint filled = 0;

  g_array_sort_with_data (groups, compare_groups, items);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      starts[group->number] = filled;
      filled += group->n;
    }
  for (guint i = 0; i < n_items; i++)
    ranked[starts[numbers[i]]++] = items[i];
  filled = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      guint n = g_array_index (groups, Group, i).n;

      if (n > 1)
        qsort (&ranked[filled], n, sizeof *ranked, compare_items);
      filled += n;
    }
  if (n_items > 0)
    memcpy (items, ranked, n_items * sizeof *items);
}
