/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/book.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef TendTempBook Fixture;

static TendId
apply (TendBook      *book,
       TendOperation *operation)
{
  g_autoptr(TendOperation) owned = operation;
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_book_apply (book, owned, NULL, &error));
  g_assert_no_error (error);
  return tend_operation_get_batch (owned);
}

static void
apply_fails (TendBook      *book,
             TendOperation *operation,
             int            code,
             TendReason     reason)
{
  g_autoptr(TendOperation) owned = operation;
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_book_apply (book, owned, NULL, &error));
  g_assert_error (error, TEND_ERROR, code);
  g_assert_cmpint (tend_error_get_reason (error), ==, reason);
}

static TendId
add_manager (TendBook   *book,
             const char *name,
             TendId      reports_to)
{
  g_autoptr(TendManagerRecord) record = tend_manager_record_new ();

  record->name = g_strdup (name);
  record->reports_to = reports_to;
  record->base.id = tend_id_new ();
  apply (book, tend_edit_operation_new_create (&record->base));
  return record->base.id;
}

static TendId
add_account (TendBook   *book,
             const char *name,
             TendId      owner)
{
  g_autoptr(TendAccountRecord) record = tend_account_record_new ();

  record->name = g_strdup (name);
  record->owner = owner;
  record->base.id = tend_id_new ();
  apply (book, tend_edit_operation_new_create (&record->base));
  return record->base.id;
}

static TendId
add_follow_up (TendBook   *book,
               TendId      account,
               TendId      manager,
               const char *wall)
{
  g_autoptr(TendFollowUpRecord) record = tend_follow_up_record_new ();

  record->title = g_strdup ("Call back");
  record->account = account;
  record->manager = manager;
  record->due_wall = g_strdup (wall);
  record->due_zone = g_strdup ("Europe/Berlin");
  record->base.id = tend_id_new ();
  apply (book, tend_edit_operation_new_create (&record->base));
  return record->base.id;
}

static TendAccount *
load_account (TendBook *book,
              TendId    id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tend_book_load (book, &tend_account_noun, &id, 1, &error);

  g_assert_no_error (error);
  return found->len == 1 ? g_object_ref (found->pdata[0]) : NULL;
}

static const TendFollowUpRecord *
read_follow_up (TendBook *book,
                TendId    id)
{
  g_autoptr(GPtrArray) found = tend_book_load (book, &tend_follow_up_noun, &id, 1, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  /* The array's reference goes, but the fixture's callers read at once: keep the object until the next main loop. */
  g_object_set_data_full (G_OBJECT (book), "kept", g_object_ref (found->pdata[0]), g_object_unref);
  return tend_follow_up_get (found->pdata[0]);
}

static void
test_create_edit_delete (Fixture       *fixture,
                         gconstpointer  data)
{
  TendId owner = add_manager (fixture->book, "Jonas Brandt", 0);
  TendId id = add_account (fixture->book, "Brauhaus Weißenfels", owner);
  g_autoptr(TendAccount) account = load_account (fixture->book, id);
  g_autoptr(TendRecord) before = tend_record_copy (tend_entity_get_record (TEND_ENTITY (account)));
  g_autoptr(TendRecord) after = tend_record_copy (before);
  TendId batch;

  g_assert_cmpstr (tend_account_get (account)->name, ==, "Brauhaus Weißenfels");
  g_assert_cmpint (tend_account_get (account)->status, ==, TEND_STATUS_ACTIVE);
  g_set_str (&((TendAccountRecord *) after)->city, "Weißenfels");
  apply (fixture->book, tend_edit_operation_new_update (before, after));
  g_assert_cmpstr (tend_account_get (account)->city, ==, "Weißenfels");
  g_assert_cmpint (tend_entity_get_record (TEND_ENTITY (account))->version, ==, 2);

  add_follow_up (fixture->book, id, owner, "2026-11-24T15:00");
  batch = apply (fixture->book, tend_edit_operation_new_delete (&tend_account_noun, &id, 1));
  g_assert_true (tend_entity_get_deleted (TEND_ENTITY (account)));
  apply (fixture->book, tend_revert_operation_new (batch));
  g_assert_false (tend_entity_get_deleted (TEND_ENTITY (account)));
  g_assert_cmpstr (tend_account_get (account)->city, ==, "Weißenfels");
  g_assert_cmpint (tend_account_get (account)->next_follow_up, !=, 0);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  TendId id = add_account (fixture->book, "Kranbau Nord", 0);
  g_autoptr(TendAccount) account = load_account (fixture->book, id);
  g_autoptr(TendRecord) before = tend_record_copy (tend_entity_get_record (TEND_ENTITY (account)));
  g_autoptr(TendRecord) mine = tend_record_copy (before);
  g_autoptr(TendRecord) theirs = tend_record_copy (before);
  g_autoptr(TendOperation) operation = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&((TendAccountRecord *) theirs)->city, "Rostock");
  apply (fixture->book, tend_edit_operation_new_update (before, theirs));
  /* Another field, read at the same time: both stand. */
  g_set_str (&((TendAccountRecord *) mine)->phone, "+49 381 1");
  apply (fixture->book, tend_edit_operation_new_update (before, mine));
  g_assert_cmpstr (tend_account_get (account)->city, ==, "Rostock");
  g_assert_cmpstr (tend_account_get (account)->phone, ==, "+49 381 1");
  /* The same field: a conflict, and the newer row. */
  g_set_str (&((TendAccountRecord *) mine)->city, "Wismar");
  operation = tend_edit_operation_new_update (before, mine);
  g_assert_false (tend_book_apply (fixture->book, operation, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_CONFLICT);
  g_assert_cmpstr (tend_error_get_field (error), ==, "city");
  g_assert_cmpstr (((const TendAccountRecord *) tend_edit_operation_get_newer (TEND_EDIT_OPERATION (operation)))->city, ==, "Rostock");
}

static void
test_reassign_undo_redo (Fixture       *fixture,
                         gconstpointer  data)
{
  TendId from = add_manager (fixture->book, "From", 0);
  TendId to = add_manager (fixture->book, "To", from);
  TendId other = add_manager (fixture->book, "Other", from);
  TendId account = add_account (fixture->book, "Fjord", from);
  TendId present = add_account (fixture->book, "Already", to);
  TendId mine = add_follow_up (fixture->book, account, from, "2026-12-01");
  TendId theirs = add_follow_up (fixture->book, account, other, "2026-12-02");
  TendId ids[] = { account, present };
  g_autoptr(TendAccount) live = load_account (fixture->book, account);
  g_autofree TendReassignPreview *preview = tend_book_preview_reassign (fixture->book, ids, 2, to, NULL);
  g_autoptr(TendQuery) handovers = tend_query_new (&tend_handover_noun);
  g_autoptr(GPtrArray) found = NULL;
  TendId batch, undo;

  g_assert_cmpuint (preview->accounts, ==, 1);
  g_assert_cmpuint (preview->present, ==, 1);
  g_assert_cmpuint (preview->follow_ups, ==, 1);
  g_assert_cmpuint (preview->others_open, ==, 1);
  batch = apply (fixture->book, tend_reassign_operation_new (ids, 2, to, TEND_REASSIGN_DEFAULT, "parental leave"));
  g_assert_cmpint (tend_account_get (live)->owner, ==, to);
  g_assert_cmpint (read_follow_up (fixture->book, mine)->manager, ==, to);
  g_assert_cmpint (read_follow_up (fixture->book, theirs)->manager, ==, other);
  g_assert_cmpint (tend_book_find_undo (fixture->book, NULL), ==, batch);
  undo = apply (fixture->book, tend_revert_operation_new (batch));
  g_assert_cmpint (tend_account_get (live)->owner, ==, from);
  g_assert_cmpint (read_follow_up (fixture->book, mine)->manager, ==, from);
  g_assert_cmpint (tend_book_find_redo (fixture->book, NULL), ==, undo);
  apply_fails (fixture->book, tend_revert_operation_new (batch), TEND_ERROR_REFUSED, TEND_REASON_NOTHING);
  apply (fixture->book, tend_revert_operation_new (undo));
  g_assert_cmpint (tend_account_get (live)->owner, ==, to);
  g_assert_cmpint (tend_book_find_undo (fixture->book, NULL), ==, batch);
  found = tend_book_find (fixture->book, handovers, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (tend_handover_get (found->pdata[0])->reason, ==, "parental leave");
  g_assert_cmpint (tend_handover_get (found->pdata[0])->undone_by, ==, 0);
  g_object_set_data (G_OBJECT (fixture->book), "kept", NULL);
}

static void
test_undo_leaves_what_changed (Fixture       *fixture,
                               gconstpointer  data)
{
  TendId a = add_manager (fixture->book, "A", 0);
  TendId b = add_manager (fixture->book, "B", 0);
  TendId c = add_manager (fixture->book, "C", 0);
  TendId ids[] = { add_account (fixture->book, "One", a), add_account (fixture->book, "Two", a) };
  g_autoptr(TendAccount) one = load_account (fixture->book, ids[0]);
  g_autoptr(TendAccount) two = load_account (fixture->book, ids[1]);
  TendId batch = apply (fixture->book, tend_reassign_operation_new (ids, 2, b, TEND_REASSIGN_DEFAULT, NULL));
  g_autoptr(TendOperation) undo = tend_revert_operation_new (batch);
  GArray *left;

  apply (fixture->book, tend_reassign_operation_new (&ids[1], 1, c, TEND_REASSIGN_DEFAULT, NULL));
  g_assert_true (tend_book_apply (fixture->book, undo, NULL, NULL));
  left = tend_revert_operation_get_left (TEND_REVERT_OPERATION (undo));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (g_array_index (left, TendChangeItem, 0).id, ==, ids[1]);
  g_assert_cmpint (tend_account_get (one)->owner, ==, a);
  g_assert_cmpint (tend_account_get (two)->owner, ==, c);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  TendId boss = add_manager (fixture->book, "Boss", 0);
  TendId worker = add_manager (fixture->book, "Worker", boss);
  TendId account = add_account (fixture->book, "Held", worker);
  g_autoptr(GPtrArray) managers = tend_book_load (fixture->book, &tend_manager_noun, (TendId[]) { boss, worker }, 2, NULL);
  g_autoptr(TendRecord) before = tend_record_copy (tend_entity_get_record (managers->pdata[0]));
  g_autoptr(TendRecord) ring = tend_record_copy (before);
  g_autoptr(TendRecord) held = tend_record_copy (tend_entity_get_record (managers->pdata[1]));
  g_autoptr(TendRecord) inactive = tend_record_copy (held);
  g_autoptr(TendAccountRecord) nameless = tend_account_record_new ();

  ((TendManagerRecord *) ring)->reports_to = worker;
  apply_fails (fixture->book, tend_edit_operation_new_update (before, ring), TEND_ERROR_INPUT, TEND_REASON_RING);
  ((TendManagerRecord *) ring)->reports_to = boss;
  apply_fails (fixture->book, tend_edit_operation_new_update (before, ring), TEND_ERROR_INPUT, TEND_REASON_SELF);
  ((TendManagerRecord *) inactive)->active = FALSE;
  apply_fails (fixture->book, tend_edit_operation_new_update (held, inactive), TEND_ERROR_REFUSED, TEND_REASON_HAS_ACCOUNTS);
  apply_fails (fixture->book, tend_edit_operation_new_delete (&tend_manager_noun, &worker, 1), TEND_ERROR_REFUSED, TEND_REASON_HAS_ACCOUNTS);
  apply_fails (fixture->book, tend_edit_operation_new_delete (&tend_manager_noun, &boss, 1), TEND_ERROR_REFUSED, TEND_REASON_HAS_REPORTS);
  apply_fails (fixture->book, tend_reassign_operation_new (&account, 1, worker, 0, NULL), TEND_ERROR_REFUSED, TEND_REASON_PRESENT_OWNER);
  apply_fails (fixture->book, tend_reassign_operation_new (&account, 1, 42, 0, NULL), TEND_ERROR_REFUSED, TEND_REASON_MISSING);
  apply_fails (fixture->book, tend_edit_operation_new_create (&nameless->base), TEND_ERROR_INPUT, TEND_REASON_REQUIRED);
  g_set_str (&nameless->name, "a\001b");
  apply_fails (fixture->book, tend_edit_operation_new_create (&nameless->base), TEND_ERROR_INPUT, TEND_REASON_CONTROL);
  apply (fixture->book, tend_reassign_operation_new (&account, 1, boss, 0, NULL));
  apply (fixture->book, tend_edit_operation_new_update (held, inactive));
  apply_fails (fixture->book, tend_reassign_operation_new (&account, 1, worker, 0, NULL), TEND_ERROR_REFUSED, TEND_REASON_INACTIVE);
}

static void
test_settle_and_due (Fixture       *fixture,
                     gconstpointer  data)
{
  TendId owner = add_manager (fixture->book, "Jonas", 0);
  TendId account = add_account (fixture->book, "Quarz", owner);
  TendId late = add_follow_up (fixture->book, account, owner, "2026-11-24T15:00");
  TendId later = add_follow_up (fixture->book, account, owner, "2026-11-25");
  TendInstant due = read_follow_up (fixture->book, late)->due_at;
  g_autoptr(GArray) ids = NULL;
  TendInstant next;

  /* 15:00 in Berlin is 14:00 UTC in winter; all day reminds at nine. */
  g_assert_cmpint (due, ==, G_GINT64_CONSTANT (1795528800) * G_USEC_PER_SEC);
  ids = tend_book_list_due (fixture->book, due - 1, 0, &next, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_cmpint (next, ==, due);
  g_clear_pointer (&ids, g_array_unref);
  ids = tend_book_list_due (fixture->book, due, 0, &next, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, TendId, 0), ==, late);
  g_assert_cmpint (next, ==, due + 18 * G_TIME_SPAN_HOUR);
  g_assert_true (tend_book_mark_reminded (fixture->book, &late, 1, due + 5, NULL));
  g_clear_pointer (&ids, g_array_unref);
  ids = tend_book_list_due (fixture->book, due + 10, 0, &next, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  apply (fixture->book, tend_settle_operation_new (&late, 1, TEND_SETTLE_SNOOZE, due + G_TIME_SPAN_HOUR, "on the phone"));
  g_clear_pointer (&ids, g_array_unref);
  ids = tend_book_list_due (fixture->book, due + G_TIME_SPAN_HOUR, 0, &next, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  apply (fixture->book, tend_settle_operation_new (&late, 1, TEND_SETTLE_DONE, 0, NULL));
  apply_fails (fixture->book, tend_settle_operation_new (&late, 1, TEND_SETTLE_DONE, 0, NULL), TEND_ERROR_REFUSED, TEND_REASON_SETTLED);
  apply (fixture->book, tend_settle_operation_new (&late, 1, TEND_SETTLE_REOPEN, 0, NULL));
  apply (fixture->book, tend_settle_operation_new (&later, 1, TEND_SETTLE_DROP, 0, NULL));
  g_object_set_data (G_OBJECT (fixture->book), "kept", NULL);
}

static GArray *
search (TendBook   *book,
        const char *words)
{
  g_autoptr(TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr(GError) error = NULL;
  GArray *ids;

  tend_query_set_sort (query, "name", FALSE);
  tend_query_set_search (query, words);
  ids = tend_book_list (book, query, &error);
  g_assert_no_error (error);
  return ids;
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const finds[] = { "muller", "mueller", "MÜLLER", "mül", "strasse müller", "meyer", "karl hof", NULL };
  TendId id = add_account (fixture->book, "Hofladen Müller Straße", 0);
  g_autoptr(TendContactRecord) contact = tend_contact_record_new ();

  add_account (fixture->book, "Anders", 0);
  contact->account = id;
  contact->given = g_strdup ("Karl");
  contact->family = g_strdup ("Meyer");
  apply (fixture->book, tend_edit_operation_new_create (&contact->base));
  for (guint i = 0; finds[i] != NULL; i++)
    {
      g_autoptr(GArray) ids = search (fixture->book, finds[i]);

      g_test_message ("%s", finds[i]);
      g_assert_cmpuint (ids->len, ==, 1);
      g_assert_cmpint (g_array_index (ids, TendId, 0), ==, id);
    }
  {
    g_autoptr(GArray) none = search (fixture->book, "uller");
    TendId added = add_account (fixture->book, "Ullersdorf", 0);
    g_autoptr(GArray) one = search (fixture->book, "uller");

    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpuint (one->len, ==, 1);
    g_assert_cmpint (g_array_index (one, TendId, 0), ==, added);
  }
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const names[] = {
    "Zander", "Weiß", "Weiss", "Straße", "Strasse", "Österreich", "Osterreich", "Müller", "Muller", "Mueller", "Möller", "Moller",
    "Moeller", "Ärger", "Arger", "Aerger",
  };
  g_autoptr(TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_account (fixture->book, names[i], 0);
  tend_query_set_sort (query, "name", FALSE);
  found = tend_book_find (fixture->book, query, NULL);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (tend_account_get (found->pdata[i])->name, ==, names[G_N_ELEMENTS (names) - 1 - i]);
}

static void
on_changed (TendBook      *book,
            TendChangeSet *changes,
            guint         *n_changes)
{
  (*n_changes)++;
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_book_apply_finish (TEND_BOOK (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  TendId id = add_account (fixture->book, "Slow", 0);
  g_autoptr(TendEntity) entity = tend_book_get (fixture->book, &tend_account_noun, id);
  g_autoptr(TendOperation) operation = NULL;
  g_autoptr(TendRecord) after = NULL;
  guint n_changes = 0;
  gboolean done = FALSE;

  g_assert_false (tend_entity_get_loaded (entity));
  wait_until (tend_entity_get_loaded (entity));
  g_signal_connect (fixture->book, "changed", G_CALLBACK (on_changed), &n_changes);
  after = tend_record_copy (tend_entity_get_record (entity));
  g_set_str (&((TendAccountRecord *) after)->name, "Fast");
  operation = tend_edit_operation_new_update (tend_entity_get_record (entity), after);
  tend_book_apply_async (fixture->book, operation, NULL, on_applied, &done);
  wait_until (done);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (tend_account_get (TEND_ACCOUNT (entity))->name, ==, "Fast");
}

static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  TendId id = add_account (fixture->book, "Seen", 0);
  g_autoptr(GError) error = NULL;
  TendBook *watcher = tend_book_open (fixture->path, TEND_BOOK_WATCH, &error);
  g_autoptr(TendAccount) here = load_account (watcher, id);
  g_autoptr(TendRecord) after = tend_record_copy (tend_entity_get_record (TEND_ENTITY (here)));

  g_assert_no_error (error);
  g_set_str (&((TendAccountRecord *) after)->name, "Seen from afar");
  apply (fixture->book, tend_edit_operation_new_update (tend_entity_get_record (TEND_ENTITY (here)), after));
  wait_until (g_str_equal (tend_account_get (here)->name, "Seen from afar"));
  g_clear_object (&here);
  tend_book_close (watcher);
  wait_idle ();
  g_assert_finalize_object (watcher);
}

static void
test_backup_restore (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".copy", NULL);
  g_autofree char *aside = NULL;
  g_autoptr(GError) error = NULL;
  TendBook *again;
  TendBookInfo info;
  GStatBuf status;

  add_account (fixture->book, "Kept", 0);
  g_assert_true (tend_book_backup (fixture->book, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  add_account (fixture->book, "Later", 0);
  g_assert_false (tend_book_restore (fixture->path, backup, &aside, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_BUSY);
  g_clear_error (&error);
  tend_book_close (fixture->book);
  g_assert_finalize_object (fixture->book);
  g_assert_true (tend_book_restore (fixture->path, backup, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  again = tend_book_open (aside, TEND_BOOK_OPEN, &error);
  g_assert_no_error (error);
  tend_book_get_info (again, &info, NULL);
  g_assert_cmpint (info.counts[1], ==, 2);
  g_assert_finalize_object (again);
  fixture->book = tend_book_open (fixture->path, TEND_BOOK_OPEN, &error);
  g_assert_no_error (error);
  tend_book_get_info (fixture->book, &info, NULL);
  g_assert_cmpint (info.counts[1], ==, 1);
  g_assert_cmpint (info.lost, ==, 0);
}

static void
open_fails (const char *path,
            int         code)
{
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_book_open (path, TEND_BOOK_OPEN, &error);

  g_assert_null (book);
  g_assert_error (error, TEND_ERROR, code);
}

/* What the desktop's file chooser gives a sandbox. */
static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "3dcba992", NULL);
  g_autofree char *given = g_build_filename (folder, "other.tend", NULL);
  g_autofree char *beside = g_build_filename (g_get_user_runtime_dir (), "docs", "other.tend", NULL);

  open_fails (given, TEND_ERROR_ALONE);
  open_fails ("/run/flatpak/doc/3dcba992/other.tend", TEND_ERROR_ALONE);
  open_fails (beside, TEND_ERROR_NOT_FOUND);
  g_assert_null (tend_book_open (given, TEND_BOOK_CREATE, NULL));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  open_fails (folder, TEND_ERROR_FOLDER);
  open_fails (other, TEND_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  open_fails (other, TEND_ERROR_EMPTY);
  g_assert_true (g_file_set_contents (other, "name;city\n", -1, NULL));
  open_fails (other, TEND_ERROR_NOT_A_BOOK);
  tend_book_close (fixture->book);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  contents[63]++;
  g_assert_true (g_file_set_contents (other, contents, (gssize) length, NULL));
  open_fails (other, TEND_ERROR_NEWER);
  contents[63]--;
  contents[71]++;
  g_assert_true (g_file_set_contents (other, contents, (gssize) length, NULL));
  open_fails (other, TEND_ERROR_NOT_A_BOOK);
  g_assert_finalize_object (fixture->book);
  fixture->book = tend_book_open (fixture->path, TEND_BOOK_OPEN, NULL);
  g_assert_nonnull (fixture->book);
}

static void
test_nobodys_follow_up (Fixture       *fixture,
                        gconstpointer  data)
{
  TendId owner = add_manager (fixture->book, "Owner", 0);
  TendId other = add_manager (fixture->book, "Other", 0);
  TendId account = add_account (fixture->book, "Papeterie", owner);
  TendId nobodys = add_follow_up (fixture->book, account, 0, "2026-11-24T15:00");
  TendInstant due = read_follow_up (fixture->book, nobodys)->due_at;
  g_autoptr(GArray) owners = NULL;
  g_autoptr(GArray) others = NULL;
  g_autofree TendReassignPreview *preview = NULL;
  TendInstant next;

  owners = tend_book_list_due (fixture->book, due, owner, &next, NULL);
  others = tend_book_list_due (fixture->book, due, other, &next, NULL);
  g_assert_cmpuint (owners->len, ==, 1);
  g_assert_cmpuint (others->len, ==, 0);
  preview = tend_book_preview_reassign (fixture->book, &account, 1, other, NULL);
  g_assert_cmpuint (preview->follow_ups, ==, 1);
  g_assert_cmpuint (preview->others_open, ==, 0);
  apply (fixture->book, tend_reassign_operation_new (&account, 1, other, TEND_REASSIGN_DEFAULT, NULL));
  g_assert_cmpint (read_follow_up (fixture->book, nobodys)->manager, ==, other);
  g_object_set_data (G_OBJECT (fixture->book), "kept", NULL);
}

#define add(name, func) g_test_add ("/book/" name, Fixture, NULL, tend_temp_book_set_up, func, tend_temp_book_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("create-edit-delete", test_create_edit_delete);
  add ("conflict", test_conflict);
  add ("reassign-undo-redo", test_reassign_undo_redo);
  add ("undo-leaves-what-changed", test_undo_leaves_what_changed);
  add ("refusals", test_refusals);
  add ("settle-and-due", test_settle_and_due);
  add ("nobodys-follow-up", test_nobodys_follow_up);
  add ("search", test_search);
  add ("sort", test_sort);
  add ("async", test_async);
  add ("other-process", test_other_process);
  add ("backup-restore", test_backup_restore);
  add ("alone", test_alone);
  add ("not-ours", test_not_ours);
  return g_test_run ();
}
