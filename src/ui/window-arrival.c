/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include "accounts/account-facts.h"
#include "accounts/account-overview.h"
#include "accounts/account-summary.h"
#include "settings.h"
#include "window-dialogs.h"

/* From a book that has been opened to a window that shows it, in steps of a few ms each, between which the window lives:
 * the list; its first rows, which are waited for for a moment, so that one frame shows all of them; and only after that
 * frame what stands beside the list. A window that is not on the screen yet comes there with its rows. */

/* How long a first row is waited for, and how long a window that is to be shown waits for its book, in ms: shorter than
 * anybody takes for waiting. */
#define ROWS_PATIENCE 100
#define BOOK_PATIENCE 150
/* How long a frame is, where none is drawn because nobody could see it. */
#define FRAME_PATIENCE 50

/* How many rows are looked at for the first account that is shown: those that are in sight. */
#define IN_SIGHT 12

static void start_walking (TendWindow *self);

/* The window on the screen. */

static void
present_now (TendWindow *self)
{
  if (self->presenting == 0)
    return;

  g_clear_handle_id (&self->presenting, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
on_book_late (gpointer user_data)
{
  present_now (user_data);

  return G_SOURCE_REMOVE;
}

void
tend_window_present_filled (TendWindow *self)
{
  if (self->presenting == 0)
    self->presenting = g_timeout_add (BOOK_PATIENCE, on_book_late, self);
}

void
tend_window_present_empty (TendWindow *self)
{
  present_now (self);
}

/* Waiting. */

static void on_frame_drawn (TendWindow *self);

static void
stop_waiting (TendWindow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->frame_clock != NULL)
    g_signal_handlers_disconnect_by_func (self->frame_clock, on_frame_drawn, self);
  g_clear_object (&self->frame_clock);
}

static void
on_frame_drawn (TendWindow *self)
{
  stop_waiting (self);
  start_walking (self);
}

static gboolean
on_frame_late (gpointer user_data)
{
  TendWindow *self = user_data;

  self->waiting = 0;
  on_frame_drawn (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_frame (TendWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->waiting = g_timeout_add (FRAME_PATIENCE, on_frame_late, self);
  if (clock == NULL)
    return;

  self->frame_clock = g_object_ref (clock);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_frame_drawn), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

/* The account that is shown first. */

/* Nothing is shown yet, and she has not chosen for herself. */
static gboolean
shows_nothing (TendWindow *self)
{
  return (self->account_page == NULL || tend_account_page_get_account (self->account_page) == NULL)
         && tend_selection_get_n_selected (tend_account_list_page_get_selection (self->accounts)) == 0;
}

/* The smaller, the more there is to see of an account. */
static int
rank_first (const TendAccountRecord *account)
{
  if (account->status == TEND_STATUS_PAUSED || account->status == TEND_STATUS_FORMER)
    return 3;
  if (account->next_follow_up == 0)
    return 2;

  return account->next_follow_up <= g_get_real_time () ? 0 : 1;
}

static void
select_first_of (TendWindow *self,
                 GPtrArray  *accounts)
{
  const TendAccountRecord *first = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      const TendAccountRecord *account = tend_account_get (g_ptr_array_index (accounts, i));

      if (first == NULL || rank_first (account) < rank_first (first))
        first = account;
    }
  if (first != NULL)
    tend_account_list_page_select (self->accounts, first->base.id);
}

/* Where she was last, if it is still there. Whether that is decided: it may come with the rest of a list that has only begun. */
static gboolean
select_last (TendWindow *self)
{
  TendAccountListModel *model = tend_account_list_page_get_model (self->accounts);
  TendId account = tend_window_remembers (self) ? tend_settings_get_last_account (tend_settings_get_default ()) : 0;
  guint position;

  if (account == 0)
    return FALSE;
  if (!tend_id_list_find (TEND_ID_LIST (model), account, &position))
    return tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (model));

  tend_account_list_page_select (self->accounts, account);
  return TRUE;
}

static void
on_first_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GPtrArray) accounts = tend_book_load_finish (TEND_BOOK (source), result, NULL);

  if (accounts != NULL && self->stack != NULL && shows_nothing (self))
    select_first_of (self, accounts);
}

/* (transfer full) (element-type TendEntity): the accounts in sight. */
static GPtrArray *
dup_in_sight (TendWindow *self)
{
  GListModel *model = G_LIST_MODEL (tend_account_list_page_get_model (self->accounts));
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = MIN (g_list_model_get_n_items (model), IN_SIGHT);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (accounts, g_list_model_get_item (model, i));

  return accounts;
}

static gboolean
are_read (GPtrArray *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      if (!tend_entity_get_loaded (g_ptr_array_index (accounts, i)))
        return FALSE;
    }

  return TRUE;
}

static void
read_in_sight (TendWindow *self)
{
  TendIdList *list = TEND_ID_LIST (tend_account_list_page_get_model (self->accounts));
  TendId ids[IN_SIGHT];
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (list)), IN_SIGHT);

  for (guint i = 0; i < n; i++)
    ids[i] = tend_id_list_get_id (list, i);
  tend_book_load_async (self->book != NULL ? self->book : self->arriving, &tend_account_noun, ids, n, NULL, on_first_read, g_object_ref (self));
}

/* At the first sight of a book an account is shown rather than an empty page: of those in sight the first that something
 * is due for, and not just the first of the alphabet, which may be a former client. */
static void
select_account (TendWindow *self)
{
  g_autoptr (GPtrArray) accounts = NULL;

  if (!shows_nothing (self) || select_last (self))
    return;

  accounts = dup_in_sight (self);
  if (are_read (accounts))
    select_first_of (self, accounts);
  else
    read_in_sight (self);
}

static void
on_first_loaded (TendAccountListModel *model,
                 TendWindow           *self)
{
  g_signal_handlers_disconnect_by_func (model, on_first_loaded, self);
  start_walking (self);
}

/* The first rows. */

static GObject *
get_listed (TendWindow *self)
{
  return tend_window_lists_today (self) ? G_OBJECT (tend_today_page_get_model (self->today))
                                        : G_OBJECT (tend_account_list_page_get_model (self->accounts));
}

static gboolean
is_loading (GObject *listed)
{
  return TEND_IS_TODAY_MODEL (listed) ? tend_today_model_get_loading (TEND_TODAY_MODEL (listed))
                                      : tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (listed));
}

/* The first rows are there, or have been waited for long enough. */
static void
on_rows (TendWindow *self)
{
  g_signal_handlers_disconnect_by_func (get_listed (self), on_rows, self);
  stop_waiting (self);
  start_walking (self);
}

static gboolean
on_rows_late (gpointer user_data)
{
  TendWindow *self = user_data;

  self->waiting = 0;
  on_rows (self);

  return G_SOURCE_REMOVE;
}

/* FALSE: they are there. Those in sight are enough: of many rows the others come much later. */
static gboolean
wait_for_rows (TendWindow *self)
{
  GObject *listed = get_listed (self);

  if (!is_loading (listed) || g_list_model_get_n_items (G_LIST_MODEL (listed)) > 0)
    return FALSE;

  self->waiting = g_timeout_add (ROWS_PATIENCE, on_rows_late, self);
  g_signal_connect_object (listed, "items-changed", G_CALLBACK (on_rows), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (listed, "loaded", G_CALLBACK (on_rows), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return TRUE;
}

/* What was asked for while there was no book yet. */
static void
go_on (TendWindow *self)
{
  g_autofree char *begin = g_steal_pointer (&self->begin);

  if (begin == NULL)
    return;

  if (g_str_has_prefix (begin, "place:"))
    tend_window_show_place (self, begin + strlen ("place:"));
  else if (g_str_has_prefix (begin, "follow-up:"))
    tend_window_show_follow_up (self, g_ascii_strtoll (begin + strlen ("follow-up:"), NULL, 10));
  else if (g_str_has_prefix (begin, "import:"))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (begin + strlen ("import:"));

      tend_window_import (self, file);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), begin, NULL);
}

/* The steps. One that waits returns FALSE, and what it waits for walks on. */

static gboolean
prepare_list (TendWindow *self)
{
  g_type_class_get (GTK_TYPE_MENU_BUTTON);
  g_type_class_get (GTK_TYPE_SEARCH_ENTRY);
  g_type_class_get (GTK_TYPE_LIST_VIEW);
  g_type_class_get (ADW_TYPE_STATUS_PAGE);
  g_type_class_get (TEND_TYPE_ACCOUNT_LIST_PAGE);

  return TRUE;
}

static gboolean
make_list (TendWindow *self)
{
  tend_window_make_list (self);

  return TRUE;
}

static gboolean
prepare_sidebar (TendWindow *self)
{
  g_type_class_get (GTK_TYPE_LIST_BOX_ROW);
  g_type_class_get (TEND_TYPE_SIDEBAR);

  return TRUE;
}

static gboolean
make_sidebar (TendWindow *self)
{
  tend_window_make_sidebar (self);

  return TRUE;
}

static gboolean
place_sidebar (TendWindow *self)
{
  tend_window_place_sidebar (self);

  return TRUE;
}

static gboolean
show_list (TendWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "book");
  if (self->today != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->today));

  return !wait_for_rows (self);
}

static gboolean
choose_account (TendWindow *self)
{
  if (!tend_window_lists_today (self))
    select_account (self);

  return TRUE;
}

static gboolean
present (TendWindow *self)
{
  present_now (self);
  wait_for_frame (self);

  return FALSE;
}

static gboolean
show_managers (TendWindow *self)
{
  tend_sidebar_show_managers (self->sidebar);

  return TRUE;
}

static gboolean
prepare_account_page (TendWindow *self)
{
  g_type_class_get (TEND_TYPE_ACCOUNT_FACTS);
  g_type_class_get (TEND_TYPE_ACCOUNT_OVERVIEW);
  g_type_class_get (TEND_TYPE_ACCOUNT_SUMMARY);
  g_type_class_get (TEND_TYPE_ACCOUNT_PAGE);

  return TRUE;
}

static gboolean
make_account_page (TendWindow *self)
{
  tend_window_make_account_page (self);

  return TRUE;
}

static gboolean
fill_account_page (TendWindow *self)
{
  if (tend_account_page_prepare (self->account_page))
    self->n_steps--;  /* once more */

  return TRUE;
}

static gboolean
join_pages (TendWindow *self)
{
  self->book = g_steal_pointer (&self->arriving);
  tend_window_join_pages (self);
  g_object_notify (G_OBJECT (self), "book");

  return TRUE;
}

/* What has to be done is done now; only of a long list nothing may be known yet. */
static gboolean
end (TendWindow *self)
{
  TendAccountListModel *model = tend_account_list_page_get_model (self->accounts);

  go_on (self);
  if (!tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (model)))
    return TRUE;

  g_signal_connect_object (model, "loaded", G_CALLBACK (on_first_loaded), self, 0);
  return FALSE;
}

static gboolean
show_account (TendWindow *self)
{
  select_account (self);

  return FALSE;
}

static gboolean (*const steps[]) (TendWindow *self) = {
  prepare_list, make_list, show_list, choose_account, present,
  prepare_sidebar, make_sidebar, place_sidebar, show_managers,
  prepare_account_page, make_account_page, fill_account_page, join_pages, end, show_account,
};

static gboolean
walk (gpointer user_data)
{
  TendWindow *self = user_data;

  if (steps[self->n_steps++] (self))
    return G_SOURCE_CONTINUE;

  self->walking = 0;
  return G_SOURCE_REMOVE;
}

/* Before frames, which may leave no time for what is idle. */
static void
start_walking (TendWindow *self)
{
  self->walking = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, walk, self, NULL);
}

void
tend_window_arrive (TendWindow *self,
                    TendBook   *book)
{
  self->arriving = g_object_ref (book);
  start_walking (self);
}

void
tend_window_dispose_arrival (TendWindow *self)
{
  stop_waiting (self);
  g_clear_handle_id (&self->walking, g_source_remove);
  g_clear_handle_id (&self->presenting, g_source_remove);
}
