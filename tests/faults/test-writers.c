/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/book.h"
#include "support/temp-book.h"

/* Processes that write to one book, and die while they do. This program starts itself again as a writer: that one makes
 * accounts, each with a follow-up, and says the ids of both on its standard output when they are durable. */

#define N_KILLS 200
#define N_WRITERS 4
#define N_CHANGES 100

/* --- the writer */

static TendId
create (TendBook   *book,
        TendRecord *record)
{
  g_autoptr(TendOperation) operation = tend_edit_operation_new_create (record);
  g_autoptr(GError) error = NULL;

  if (!tend_book_apply (book, operation, NULL, &error))
    g_error ("the book could not be written: %s", error->message);

  return tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation));
}

static void
acknowledge (TendId id)
{
  char line[32];
  int length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT "\n", id);

  if (write (STDOUT_FILENO, line, (size_t) length) != length)
    _exit (EXIT_FAILURE);
}

static int
be_writer (const char *path,
           guint       n_changes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) book = tend_book_open (path, TEND_BOOK_OPEN, &error);

  if (book == NULL)
    g_error ("the book could not be opened: %s", error->message);

  for (guint i = 0; i < n_changes; i++)
    {
      g_autoptr(TendAccountRecord) account = tend_account_record_new ();
      g_autoptr(TendFollowUpRecord) follow_up = tend_follow_up_record_new ();

      account->name = g_strdup_printf ("Account %u of %d", i, (int) getpid ());
      follow_up->account = create (book, &account->base);
      acknowledge (follow_up->account);
      follow_up->title = g_strdup ("Call");
      follow_up->due_wall = g_strdup ("2026-12-03T15:00");
      follow_up->due_zone = g_strdup ("Europe/Berlin");
      acknowledge (create (book, &follow_up->base));
    }

  return EXIT_SUCCESS;
}

/* --- those who watch it */

typedef struct
{
  GPid pid;
  FILE *output;
} Writer;

static Writer
start_writer (const char *path,
              guint       n_changes)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *count = g_strdup_printf ("%u", n_changes);
  char *arguments[] = { self, (char *) "--writer", (char *) path, count, NULL };
  g_autoptr(GError) error = NULL;
  Writer writer;
  int output;

  g_spawn_async_with_pipes (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &writer.pid, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  writer.output = fdopen (output, "r");
  g_assert_nonnull (writer.output);
  return writer;
}

/* Reads up to @n ids more; FALSE at the end. */
static gboolean
read_acknowledged (Writer *writer,
                   guint   n,
                   GArray *ids)
{
  char line[64];

  for (guint i = 0; i < n; i++)
    {
      TendId id;

      if (fgets (line, sizeof line, writer->output) == NULL)
        return FALSE;
      /* What was cut off by the death of the writer was not acknowledged. */
      if (line[strlen (line) - 1] != '\n')
        return FALSE;

      g_strchomp (line);
      g_assert_true (tend_id_parse (line, &id));
      g_array_append_val (ids, id);
    }

  return TRUE;
}

static int
end_writer (Writer *writer)
{
  int status;

  fclose (writer->output);
  g_assert_cmpint (waitpid (writer->pid, &status, 0), ==, writer->pid);
  return status;
}

static guint
count_rows (TendBook       *book,
            const TendNoun *noun,
            GHashTable     *acknowledged)
{
  g_autoptr(TendQuery) query = tend_query_new (noun);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = tend_book_list (book, query, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    n += g_hash_table_contains (acknowledged, &g_array_index (ids, TendId, i)) ? 1 : 0;

  return n;
}

/* Every acknowledged row is there, and all that must hold of a book holds. */
static void
check_book (TendBook *book,
            GArray   *acknowledged)
{
  g_autoptr(GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < acknowledged->len; i++)
    g_hash_table_add (set, &g_array_index (acknowledged, TendId, i));

  g_assert_cmpuint (g_hash_table_size (set), ==, acknowledged->len);
  g_assert_cmpuint (count_rows (book, &tend_account_noun, set) + count_rows (book, &tend_follow_up_noun, set), ==,
                    acknowledged->len);

  tend_temp_book_check (book);
}

static void
check_path (const char *path,
            GArray     *acknowledged)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) book = tend_book_open (path, TEND_BOOK_OPEN, &error);

  g_assert_no_error (error);
  check_book (book, acknowledged);
}

static void
test_kills (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(GArray) acknowledged = g_array_new (FALSE, FALSE, sizeof (TendId));

  for (guint i = 0; i < N_KILLS; i++)
    {
      Writer writer = start_writer (path, G_MAXUINT);
      int status;

      read_acknowledged (&writer, (guint) g_test_rand_int_range (1, 12), acknowledged);
      g_usleep ((gulong) g_test_rand_int_range (0, 1500));
      kill (writer.pid, SIGKILL);
      /* What it said before it died counts. */
      read_acknowledged (&writer, G_MAXUINT, acknowledged);
      status = end_writer (&writer);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

      if (i % 20 == 19)
        check_path (path, acknowledged);
    }

  g_test_message ("%d kills, %u acknowledged changes", N_KILLS, acknowledged->len);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

static void
test_at_once (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(GArray) acknowledged = g_array_new (FALSE, FALSE, sizeof (TendId));
  Writer writers[N_WRITERS];

  for (guint i = 0; i < N_WRITERS; i++)
    writers[i] = start_writer (path, N_CHANGES);

  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status;

      g_assert_true (read_acknowledged (&writers[i], 2 * N_CHANGES, acknowledged));
      status = end_writer (&writers[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == EXIT_SUCCESS);
    }

  g_assert_cmpuint (acknowledged->len, ==, 2 * N_CHANGES * N_WRITERS);
  check_book (book, acknowledged);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--writer") == 0)
    return be_writer (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writers/kills", test_kills);
  g_test_add_func ("/writers/at-once", test_at_once);
  return g_test_run ();
}
