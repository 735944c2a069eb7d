/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ladder.h"

#include <string.h>

#include "fold.h"

const char * const tend_roles[] = {
  "assistant", "associate", "manager", "lead", "director", "vice-president", NULL,
};

/* What a title holds and what that makes of its holder; the first that fits counts. A phrase fits at the start of a word
 * of the title; with a blank at its end only whole words. Written as tend_fold_search() folds. */
static const struct
{
  const char *phrase;
  TendRole role;
} titles[] = {
  { "assistant to ", TEND_ROLE_ASSISTANT },
  { "assistenz der ", TEND_ROLE_ASSISTANT },
  { "vice president", TEND_ROLE_VICE_PRESIDENT },
  { "vizepr", TEND_ROLE_VICE_PRESIDENT },
  { "vp ", TEND_ROLE_VICE_PRESIDENT },
  { "svp ", TEND_ROLE_VICE_PRESIDENT },
  { "evp ", TEND_ROLE_VICE_PRESIDENT },
  { "avp ", TEND_ROLE_VICE_PRESIDENT },
  { "president", TEND_ROLE_VICE_PRESIDENT },
  { "prasident", TEND_ROLE_VICE_PRESIDENT },
  { "chief ", TEND_ROLE_VICE_PRESIDENT },
  { "ceo ", TEND_ROLE_VICE_PRESIDENT },
  { "cso ", TEND_ROLE_VICE_PRESIDENT },
  { "cco ", TEND_ROLE_VICE_PRESIDENT },
  { "managing director", TEND_ROLE_VICE_PRESIDENT },
  { "vorstand", TEND_ROLE_VICE_PRESIDENT },
  { "geschaftsfuhr", TEND_ROLE_VICE_PRESIDENT },
  { "geschaftsleit", TEND_ROLE_VICE_PRESIDENT },
  { "director", TEND_ROLE_DIRECTOR },
  { "direktor", TEND_ROLE_DIRECTOR },
  { "head of ", TEND_ROLE_DIRECTOR },
  { "bereichsleit", TEND_ROLE_DIRECTOR },
  { "abteilungsleit", TEND_ROLE_DIRECTOR },
  { "vertriebsleit", TEND_ROLE_DIRECTOR },
  { "verkaufsleit", TEND_ROLE_DIRECTOR },
  { "teamleit", TEND_ROLE_LEAD },
  { "gruppenleit", TEND_ROLE_LEAD },
  { "leitend", TEND_ROLE_LEAD },
  { "lead ", TEND_ROLE_LEAD },
  { "leader ", TEND_ROLE_LEAD },
  { "supervisor", TEND_ROLE_LEAD },
  { "leiter", TEND_ROLE_DIRECTOR },
  { "leitung ", TEND_ROLE_DIRECTOR },
  { "assistant", TEND_ROLE_ASSISTANT },
  { "assistent", TEND_ROLE_ASSISTANT },
  { "assistenz", TEND_ROLE_ASSISTANT },
  { "trainee", TEND_ROLE_ASSISTANT },
  { "praktikant", TEND_ROLE_ASSISTANT },
  { "werkstudent", TEND_ROLE_ASSISTANT },
  { "auszubildend", TEND_ROLE_ASSISTANT },
  { "azubi ", TEND_ROLE_ASSISTANT },
  { "intern ", TEND_ROLE_ASSISTANT },
  { "apprentice", TEND_ROLE_ASSISTANT },
  { "associate", TEND_ROLE_ASSOCIATE },
  { "junior", TEND_ROLE_ASSOCIATE },
  { "sachbearbeit", TEND_ROLE_ASSOCIATE },
  { "account manager", TEND_ROLE_MANAGER },
  { "kundenbetreu", TEND_ROLE_MANAGER },
  { "kundenberat", TEND_ROLE_MANAGER },
};

/**
 * tend_role_to_word:
 * @role: a role
 *
 * Returns: its word in the book
 */
const char *
tend_role_to_word (TendRole role)
{
  g_return_val_if_fail ((guint) role < TEND_N_ROLES, tend_roles[TEND_ROLE_MANAGER]);

  return tend_roles[role];
}

/**
 * tend_role_from_word:
 * @word: (nullable): a word
 * @role: (out): the role that it names; untouched on failure
 *
 * Returns: whether @word names one
 */
gboolean
tend_role_from_word (const char *word,
                     TendRole   *role)
{
  for (guint i = 0; i < TEND_N_ROLES; i++)
    if (g_strcmp0 (word, tend_roles[i]) == 0)
      {
        *role = (TendRole) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * tend_ladder_role_of_title:
 * @title: (nullable): a title as the firm writes it, in English or German
 * @at_root: whether its holder reports to nobody
 *
 * Returns: the role that the title means; an unknown one means manager, and at the root vice-president
 */
TendRole
tend_ladder_role_of_title (const char *title,
                           gboolean    at_root)
{
  g_autofree char *folded = tend_fold_search (title);
  g_autofree char *padded = g_strconcat (folded, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *phrase = g_strconcat (" ", titles[i].phrase, NULL);

      if (strstr (padded, phrase) != NULL)
        return titles[i].role;
    }

  return at_root ? TEND_ROLE_VICE_PRESIDENT : TEND_ROLE_MANAGER;
}

/**
 * tend_ladder_would_ring:
 * @manager: the id of a manager
 * @reports_to: to whom @manager shall report; 0 for nobody
 * @get_lead: tells to whom anyone reports now
 * @data: for @get_lead
 *
 * Reporting lines are a forest. A ring that is there already and does not hold @manager is seen and ends the walk.
 *
 * Returns: whether the new line would close a ring
 */
gboolean
tend_ladder_would_ring (gint64             manager,
                        gint64             reports_to,
                        TendLadderGetLead  get_lead,
                        gpointer           data)
{
  gint64 slow = reports_to;
  gboolean step_slow = FALSE;

  for (gint64 at = reports_to; at != 0; step_slow = !step_slow)
    {
      if (at == manager)
        return TRUE;

      at = get_lead (at, data);

      if (step_slow)
        slow = get_lead (slow, data);

      if (at != 0 && at == slow)
        return at == manager;
    }

  return FALSE;
}

/**
 * tend_ladder_is_unusual:
 * @role: the role of a manager
 * @lead_role: the role of whom she reports to
 *
 * Returns: whether to warn: real firms do have people who report to the same or a lower role
 */
gboolean
tend_ladder_is_unusual (TendRole role,
                        TendRole lead_role)
{
  return lead_role <= role;
}
