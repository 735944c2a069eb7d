/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-book.h"

#include "temp-book.h"
#include "wait.h"

TendId
tend_sample_add (TendSample       *self,
                 const TendRecord *record)
{
  g_autoptr (TendOperation) operation = tend_edit_operation_new_create (record);
  g_autoptr (GError) error = NULL;

  tend_book_apply (self->book, operation, NULL, &error);
  g_assert_no_error (error);
  return tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation));
}

TendRecord *
tend_sample_read (TendSample     *self,
                  const TendNoun *noun,
                  TendId          id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entities = tend_book_load (self->book, noun, &id, 1, &error);

  g_assert_no_error (error);
  return entities->len == 1 ? tend_record_copy (tend_entity_get_record (g_ptr_array_index (entities, 0))) : NULL;
}

static TendId
add_manager (TendSample *self,
             const char *name,
             TendRole    role,
             TendId      reports_to)
{
  g_autoptr (TendManagerRecord) record = tend_manager_record_new ();

  record->name = g_strdup (name);
  record->role = role;
  record->reports_to = reports_to;
  return tend_sample_add (self, &record->base);
}

static TendId
add_brauhaus (TendSample *self)
{
  g_autoptr (TendAccountRecord) record = tend_account_record_new ();

  record->name = g_strdup ("Brauhaus Weißenfels GmbH");
  record->number = g_strdup ("K-1042");
  record->tier = TEND_TIER_A;
  record->status = TEND_STATUS_ACTIVE;
  record->owner = self->paul;
  record->industry = g_strdup ("Brewing");
  record->website = g_strdup ("https://brauhaus.example");
  record->email = g_strdup ("office@brauhaus.example");
  record->phone = g_strdup ("+49 3443 12345");
  record->street = g_strdup ("Am Markt 3");
  record->postcode = g_strdup ("06667");
  record->city = g_strdup ("Weißenfels");
  record->country = g_strdup ("Germany");
  record->customer_since = g_strdup ("2019-03-01");
  record->to_avoid = g_strdup ("Never call before ten: they brew until nine.");
  return tend_sample_add (self, &record->base);
}

static TendId
add_contact (TendSample *self,
             const char *given,
             const char *family,
             const char *title,
             const char *email,
             gboolean    main)
{
  g_autoptr (TendContactRecord) record = tend_contact_record_new ();

  record->account = self->brauhaus;
  record->given = g_strdup (given);
  record->family = g_strdup (family);
  record->title = g_strdup (title);
  record->main = main;
  record->emails = email != NULL ? g_strdupv ((char *[]) { (char *) email, NULL }) : NULL;
  record->phones = email != NULL ? g_strdupv ((char *[]) { (char *) "+49 3443 12346", NULL }) : NULL;
  return tend_sample_add (self, &record->base);
}

static TendId
add_follow_up (TendSample *self,
               const char *title,
               int         days,
               gboolean    promised)
{
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, days);

  record->account = self->brauhaus;
  record->manager = self->jonas;
  record->title = g_strdup (title);
  record->due_wall = g_date_time_format (due, "%Y-%m-%dT15:00");
  record->due_zone = g_strdup ("Europe/Berlin");
  record->promised = promised;
  return tend_sample_add (self, &record->base);
}

static void
hand_over (TendSample *self)
{
  g_autoptr (TendOperation) operation = tend_reassign_operation_new (&self->brauhaus, 1, self->jonas, TEND_REASSIGN_DEFAULT,
                                                                     "Paul moves to the north");
  g_autoptr (GError) error = NULL;

  tend_book_apply (self->book, operation, NULL, &error);
  g_assert_no_error (error);
}

void
tend_sample_init (TendSample *self)
{
  g_autoptr (TendAccountRecord) bare = tend_account_record_new ();

  self->book = tend_temp_book_new (&self->path);
  self->vera = add_manager (self, "Vera Lindqvist", TEND_ROLE_VICE_PRESIDENT, 0);
  self->aylin = add_manager (self, "Aylin Demir", TEND_ROLE_LEAD, self->vera);
  self->jonas = add_manager (self, "Jonas Brandt", TEND_ROLE_MANAGER, self->aylin);
  self->paul = add_manager (self, "Paul Weiß", TEND_ROLE_ASSOCIATE, self->aylin);
  tend_book_set_user (self->book, self->vera);

  self->brauhaus = add_brauhaus (self);
  add_contact (self, "Karl", "Braun", "Head Brewer", NULL, FALSE);
  self->anna = add_contact (self, "Anna", "Sommer", "Managing Director", "anna@brauhaus.example", TRUE);
  hand_over (self);
  self->overdue = add_follow_up (self, "Call about the pressure fault", -2, TRUE);
  self->tomorrow = add_follow_up (self, "Renewal talk: maintenance contract", 1, FALSE);

  bare->name = g_strdup ("Hofladen Müller e.K.");
  self->bare = tend_sample_add (self, &bare->base);
}

void
tend_sample_clear (TendSample *self)
{
  /* What was asked for last may still be on its way. */
  wait_until (G_OBJECT (self->book)->ref_count == 1);
  tend_temp_book_free (self->book, self->path);
}
