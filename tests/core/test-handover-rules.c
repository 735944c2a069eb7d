/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/rules/handover.h"

static void
test_refuse (void)
{
  static const struct { TendHandoverTarget target; TendId owner; TendReason reason; } table[] = {
    { { 7, TRUE, TRUE, TEND_ROLE_MANAGER }, 3, TEND_REASON_NONE },
    { { 7, TRUE, TRUE, TEND_ROLE_MANAGER }, 0, TEND_REASON_NONE },
    { { 7, TRUE, TRUE, TEND_ROLE_MANAGER }, 7, TEND_REASON_PRESENT_OWNER },
    { { 7, TRUE, FALSE, TEND_ROLE_MANAGER }, 3, TEND_REASON_INACTIVE },
    { { 7, TRUE, FALSE, TEND_ROLE_MANAGER }, 7, TEND_REASON_INACTIVE },
    { { 7, FALSE, FALSE, TEND_ROLE_MANAGER }, 3, TEND_REASON_MISSING },
    { { 0, FALSE, FALSE, TEND_ROLE_MANAGER }, 0, TEND_REASON_MISSING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_handover_refuse (&table[i].target, table[i].owner), ==, table[i].reason);
}

static void
test_warn (void)
{
  for (int role = 0; role < TEND_N_ROLES; role++)
    {
      TendHandoverTarget target = { 7, TRUE, TRUE, (TendRole) role };

      g_assert_cmpint (tend_handover_warns_of_tier (&target, TRUE), ==, role == TEND_ROLE_ASSISTANT);
      g_assert_false (tend_handover_warns_of_tier (&target, FALSE));
    }
}

static void
test_warn_of_state (void)
{
  static const struct { int health; gboolean warns; } healths[] = { { -1, FALSE }, { 0, TRUE }, { 39, TRUE }, { 40, FALSE }, { 100, FALSE } };
  static const struct { TendDay renewal; gboolean warns; } renewals[] = {
    { TEND_DAY_NONE, FALSE }, { 999, FALSE }, { 1000, TRUE }, { 1060, TRUE }, { 1061, FALSE },
  };
  TendRules rules;

  tend_rules_init (&rules);
  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    g_assert_cmpint (tend_handover_warns_of_health (&rules, healths[i].health), ==, healths[i].warns);
  for (guint i = 0; i < G_N_ELEMENTS (renewals); i++)
    g_assert_cmpint (tend_handover_warns_of_renewal (&rules, renewals[i].renewal, 1000), ==, renewals[i].warns);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handover-rules/refuse", test_refuse);
  g_test_add_func ("/handover-rules/warn", test_warn);
  g_test_add_func ("/handover-rules/warn-of-state", test_warn_of_state);

  return g_test_run ();
}
