/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"

#include "core/entities/interaction.h"
#include "core/entities/need.h"
#include "core/entities/pulse.h"
#include "core/storage/transaction.h"

#define TEST_TYPE_FILL (test_fill_get_type ())
G_DECLARE_FINAL_TYPE (TestFill, test_fill, TEST, FILL, TendOperation)

struct _TestFill
{
  TendOperation parent_instance;

  guint         n;
  TendId        account;   /* whose interactions they are; 0: they are accounts */
  TendInstant   from;
  TendInstant   step;
};

G_DEFINE_FINAL_TYPE (TestFill, test_fill, TEND_TYPE_OPERATION)

static TendRecord *
new_account (guint i)
{
  TendAccountRecord *record = tend_account_record_new ();

  record->name = g_strdup_printf ("Account %04u", i);
  return &record->base;
}

static TendRecord *
new_interaction (TestFill *self,
                 guint     i)
{
  TendInteractionRecord *record = tend_interaction_record_new ();

  record->account = self->account;
  record->kind = (int) i % TEND_INTERACTION_NOTE;
  record->at = self->from + i * self->step;
  record->summary = g_strdup_printf ("Interaction %04u", i);
  return &record->base;
}

static gboolean
test_fill_run (TendOperation    *operation,
               TendTransaction  *transaction,
               GCancellable     *cancellable,
               GError          **error)
{
  TestFill *self = TEST_FILL (operation);

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (TendRecord) record = self->account != 0 ? new_interaction (self, i) : new_account (i);

      if (!tend_transaction_insert (transaction, record, error))
        return FALSE;
    }

  return TRUE;
}

static void
test_fill_class_init (TestFillClass *klass)
{
  TEND_OPERATION_CLASS (klass)->kind = "generate";
  TEND_OPERATION_CLASS (klass)->run = test_fill_run;
}

static void
test_fill_init (TestFill *self)
{
}

static void
set_field (TendRecord *record,
           const char *field,
           const char *text)
{
  g_autoptr (GError) error = NULL;

  tend_record_parse (record, tend_noun_get_field (record->noun, field), text, &error);
  g_assert_no_error (error);
}

/* Takes @operation. */
static void
apply (TendBook      *book,
       TendOperation *operation)
{
  g_autoptr (GError) error = NULL;

  tend_book_apply (book, operation, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (operation);
}

static TendId
create (TendBook         *book,
        const TendRecord *record)
{
  TendOperation *operation = tend_edit_operation_new_create (record);
  TendId id = tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation));

  apply (book, operation);

  return id;
}

TendId
tend_test_add (TendBook         *book,
               const TendRecord *record)
{
  return create (book, record);
}

TendId
tend_test_add_manager (TendBook   *book,
                       const char *name,
                       TendId      reports_to)
{
  g_autoptr (TendManagerRecord) record = tend_manager_record_new ();

  set_field (&record->base, "name", name);
  record->reports_to = reports_to;

  return create (book, &record->base);
}

TendId
tend_test_add_account (TendBook   *book,
                       const char *name,
                       TendId      owner)
{
  g_autoptr (TendAccountRecord) record = tend_account_record_new ();

  set_field (&record->base, "name", name);
  record->owner = owner;

  return create (book, &record->base);
}

void
tend_test_add_accounts (TendBook *book,
                        guint     n)
{
  TestFill *operation = g_object_new (TEST_TYPE_FILL, NULL);

  operation->n = n;
  apply (book, TEND_OPERATION (operation));
}

void
tend_test_add_interactions (TendBook    *book,
                            TendId       account,
                            guint        n,
                            TendInstant  from,
                            TendInstant  step)
{
  TestFill *fill = g_object_new (TEST_TYPE_FILL, NULL);

  fill->n = n;
  fill->account = account;
  fill->from = from;
  fill->step = step;
  apply (book, TEND_OPERATION (fill));
}

TendId
tend_test_add_interaction (TendBook    *book,
                           TendId       account,
                           TendInstant  at)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();

  record->account = account;
  record->at = at;
  record->summary = g_strdup ("Called");
  return tend_test_add (book, &record->base);
}

TendId
tend_test_add_pulse (TendBook    *book,
                     TendId       account,
                     TendInstant  at)
{
  g_autoptr (TendPulseRecord) record = tend_pulse_record_new ();

  record->account = account;
  record->at = at;
  record->score = 7;
  return tend_test_add (book, &record->base);
}

TendId
tend_test_add_need (TendBook *book,
                    TendId    account)
{
  g_autoptr (TendNeedRecord) record = tend_need_record_new ();

  record->account = account;
  record->title = g_strdup ("The tap leaks");
  return tend_test_add (book, &record->base);
}

TendId
tend_test_add_follow_up (TendBook   *book,
                         TendId      account,
                         TendId      manager,
                         const char *title,
                         const char *wall)
{
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();

  set_field (&record->base, "title", title);
  set_field (&record->base, "due_wall", wall);
  set_field (&record->base, "due_zone", "Europe/Berlin");
  record->all_day = strchr (wall, 'T') == NULL;
  record->account = account;
  record->manager = manager;

  return create (book, &record->base);
}

void
tend_test_set (TendBook       *book,
               const TendNoun *noun,
               TendId          id,
               const char     *field,
               const char     *text)
{
  g_autoptr (GPtrArray) found = tend_book_load (book, noun, &id, 1, NULL);
  g_autoptr (TendRecord) before = NULL;
  g_autoptr (TendRecord) after = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  before = tend_record_copy (tend_entity_get_record (g_ptr_array_index (found, 0)));
  after = tend_record_copy (before);
  set_field (after, field, text);
  apply (book, tend_edit_operation_new_update (before, after));
}

void
tend_test_delete (TendBook       *book,
                  const TendNoun *noun,
                  TendId          id)
{
  apply (book, tend_edit_operation_new_delete (noun, &id, 1));
}
