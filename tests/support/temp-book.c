/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "temp-book.h"

#include <glib/gstdio.h>

#include "wait.h"

TendBook *
tend_temp_book_new (char **path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tend-test-XXXXXX", &error);
  TendBook *book;

  g_assert_no_error (error);
  *path = g_build_filename (folder, "book.tend", NULL);
  book = tend_book_open (*path, TEND_BOOK_CREATE | TEND_BOOK_EXCLUSIVE, &error);
  g_assert_no_error (error);
  return book;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_remove (child);
    }

  g_rmdir (path);
}

void
tend_temp_book_free (TendBook *book,
                     char     *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* Its threads end with what they have under way, and the answers still hold it. */
  tend_book_close (book);
  wait_idle ();
  g_assert_finalize_object (book);
  remove_folder (folder);
  g_free (path);
}

void
tend_temp_book_check (TendBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tend_book_check (book, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    {
      const TendFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%s: %s %" G_GINT64_FORMAT ": %s", fault->invariant, fault->table, fault->id, fault->detail);
    }
  g_assert_cmpuint (faults->len, ==, 0);
}

void
tend_temp_book_set_up (TendTempBook  *self,
                       gconstpointer  data)
{
  self->book = tend_temp_book_new (&self->path);
}

void
tend_temp_book_tear_down (TendTempBook  *self,
                          gconstpointer  data)
{
  tend_temp_book_check (self->book);
  tend_temp_book_free (self->book, self->path);
}
