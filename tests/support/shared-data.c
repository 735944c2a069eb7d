/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shared-data.h"

char *
tend_test_shared_data (const char *name)
{
  const char *folder = g_getenv ("TEND_SHARED_DATA");
  const char *source = g_getenv ("TEND_SOURCE_ROOT");
  g_autofree char *path = NULL;

  if (folder != NULL)
    path = g_build_filename (folder, name, NULL);
  else
    path = g_build_filename (source != NULL ? source : ".", "..", "shared", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip_printf ("the shared data set is not here: %s", path);
  return NULL;
}
