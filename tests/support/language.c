/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language.h"

#include <glib/gi18n.h>
#include <locale.h>

void
tend_test_speak (const char *language)
{
  gboolean german = g_str_equal (language, "de");

  g_assert_nonnull (setlocale (LC_ALL, german ? "de_DE.UTF-8" : "C.UTF-8"));
  g_setenv ("LANGUAGE", german ? "de" : "", TRUE);
  if (german)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("TEND_BUILD_ROOT"), "po", NULL);

      bindtextdomain (GETTEXT_PACKAGE, folder);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    }
  textdomain (GETTEXT_PACKAGE);
}
