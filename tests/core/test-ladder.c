/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/rules/ladder.h"

static void
test_titles (void)
{
  static const struct { const char *title; gboolean at_root; TendRole role; } table[] = {
    /* Titles of the sample firms. */
    { "General Manager", TRUE, TEND_ROLE_VICE_PRESIDENT },
    { "Sales Support Agent", FALSE, TEND_ROLE_MANAGER },
    { "IT Staff", FALSE, TEND_ROLE_MANAGER },
    { "Vice President, Sales", TRUE, TEND_ROLE_VICE_PRESIDENT },
    { "Sales Representative", FALSE, TEND_ROLE_MANAGER },
    { "Inside Sales Coordinator", FALSE, TEND_ROLE_MANAGER },
    { "President", TRUE, TEND_ROLE_VICE_PRESIDENT },
    { "VP Sales", FALSE, TEND_ROLE_VICE_PRESIDENT },
    { "Sale Manager (EMEA)", FALSE, TEND_ROLE_MANAGER },
    { "Sales Rep", FALSE, TEND_ROLE_MANAGER },

    { "Assistant Account Manager", FALSE, TEND_ROLE_ASSISTANT },
    { "Associate Account Manager", FALSE, TEND_ROLE_ASSOCIATE },
    { "Account Manager", FALSE, TEND_ROLE_MANAGER },
    { "Account Manager", TRUE, TEND_ROLE_MANAGER },
    { "Senior Key Account Manager", FALSE, TEND_ROLE_MANAGER },
    { "Lead Account Manager", FALSE, TEND_ROLE_LEAD },
    { "Team Leader", FALSE, TEND_ROLE_LEAD },
    { "Director of Account Management", FALSE, TEND_ROLE_DIRECTOR },
    { "Head of Key Accounts", FALSE, TEND_ROLE_DIRECTOR },
    { "Associate Director", FALSE, TEND_ROLE_DIRECTOR },
    { "Managing Director", FALSE, TEND_ROLE_VICE_PRESIDENT },
    { "vice-president", FALSE, TEND_ROLE_VICE_PRESIDENT },
    { "Chief Customer Officer", FALSE, TEND_ROLE_VICE_PRESIDENT },
    { "Assistant to the Vice President", FALSE, TEND_ROLE_ASSISTANT },
    { "Intern", FALSE, TEND_ROLE_ASSISTANT },
    { "International Sales Manager", FALSE, TEND_ROLE_MANAGER },

    { "Kundenbetreuerin", FALSE, TEND_ROLE_MANAGER },
    { "Kundenbetreuer", TRUE, TEND_ROLE_MANAGER },
    { "Junior-Kundenberater", FALSE, TEND_ROLE_ASSOCIATE },
    { "Vertriebsassistentin", FALSE, TEND_ROLE_MANAGER },
    { "Assistenz Vertrieb", FALSE, TEND_ROLE_ASSISTANT },
    { "Assistenz der Geschäftsführung", FALSE, TEND_ROLE_ASSISTANT },
    { "Sachbearbeiterin", FALSE, TEND_ROLE_ASSOCIATE },
    { "Teamleiterin Kundenbetreuung", FALSE, TEND_ROLE_LEAD },
    { "Leitende Kundenbetreuerin", FALSE, TEND_ROLE_LEAD },
    { "Leiter Kundenbetreuung", FALSE, TEND_ROLE_DIRECTOR },
    { "Leitung Vertrieb", FALSE, TEND_ROLE_DIRECTOR },
    { "Bereichsleiterin", FALSE, TEND_ROLE_DIRECTOR },
    { "GESCHÄFTSFÜHRER", FALSE, TEND_ROLE_VICE_PRESIDENT },
    { "Geschaeftsfuehrerin", FALSE, TEND_ROLE_VICE_PRESIDENT },
    { "Vizepräsidentin", FALSE, TEND_ROLE_VICE_PRESIDENT },

    { NULL, FALSE, TEND_ROLE_MANAGER },
    { "", TRUE, TEND_ROLE_VICE_PRESIDENT },
    { "Wizard", FALSE, TEND_ROLE_MANAGER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendRole role = tend_ladder_role_of_title (table[i].title, table[i].at_root);

      if (role != table[i].role)
        g_error ("“%s” is %s, not %s", table[i].title, tend_role_to_word (role), tend_role_to_word (table[i].role));
    }
}

static void
test_words (void)
{
  TendRole role = TEND_ROLE_LEAD;

  for (int i = 0; i < TEND_N_ROLES; i++)
    {
      g_assert_true (tend_role_from_word (tend_role_to_word ((TendRole) i), &role));
      g_assert_cmpint (role, ==, i);
    }

  g_assert_false (tend_role_from_word ("boss", &role));
  g_assert_false (tend_role_from_word (NULL, &role));
}

static gint64
get_lead (gint64   manager,
          gpointer data)
{
  const gint64 *leads = data;

  return leads[manager];
}

static void
test_rings (void)
{
  /* 1 at the root, 2 and 3 below it, 4 below 3; 5, 6 and 7 in a ring that should not be; 8 below that ring */
  static gint64 leads[] = { 0, 0, 1, 1, 3, 6, 7, 5, 5 };
  static const struct { gint64 manager, reports_to; gboolean ring; } table[] = {
    { 1, 0, FALSE }, { 1, 1, TRUE }, { 1, 4, TRUE }, { 3, 4, TRUE }, { 3, 2, FALSE }, { 4, 1, FALSE }, { 4, 2, FALSE },
    { 2, 5, FALSE }, { 2, 8, FALSE }, { 5, 6, TRUE }, { 7, 8, TRUE }, { 9, 4, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_ladder_would_ring (table[i].manager, table[i].reports_to, get_lead, leads), ==, table[i].ring);
}

static void
test_unusual (void)
{
  g_assert_false (tend_ladder_is_unusual (TEND_ROLE_MANAGER, TEND_ROLE_LEAD));
  g_assert_true (tend_ladder_is_unusual (TEND_ROLE_MANAGER, TEND_ROLE_MANAGER));
  g_assert_true (tend_ladder_is_unusual (TEND_ROLE_LEAD, TEND_ROLE_ASSOCIATE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ladder/titles", test_titles);
  g_test_add_func ("/ladder/words", test_words);
  g_test_add_func ("/ladder/rings", test_rings);
  g_test_add_func ("/ladder/unusual", test_unusual);

  return g_test_run ();
}
