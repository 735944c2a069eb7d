/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline gboolean
wait_expired (gpointer where)
{
  g_printerr ("%s: waited too long\n", (const char *) where);
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @condition holds. The deadline is far beyond what a slow machine needs. */
#define wait_until(condition) G_STMT_START { \
    guint _deadline = g_timeout_add_seconds (60, wait_expired, (gpointer) (G_STRLOC ": " #condition)); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (_deadline); } G_STMT_END

/* Runs the main loop until nothing is pending. */
static inline void
wait_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_END_DECLS
