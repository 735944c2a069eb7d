/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include <string.h>

#include "settings.h"

/* The book, also while its pages are made. */
static TendBook *
get_book (TendWindow *self)
{
  return self->book != NULL ? self->book : self->arriving;
}

static void
show_account_entity (TendWindow *self,
                     TendId      id)
{
  g_autoptr (TendEntity) account = NULL;

  /* The list may know its first line before there is a page beside it. */
  if (id == 0 || self->account_page == NULL)
    return;

  account = tend_book_get (get_book (self), &tend_account_noun, id);
  tend_account_page_set_account (self->account_page, TEND_ACCOUNT (account));
  if (tend_window_remembers (self))
    tend_settings_set_last_account (tend_settings_get_default (), id);
}

/* What is selected is shown; where several or none are, the page keeps what it shows. */
static void
on_selected (TendWindow *self)
{
  show_account_entity (self, tend_account_list_page_get_selected_id (self->accounts));
}

static void
on_activated (TendWindow *self,
              gint64      account)
{
  show_account_entity (self, account);
  adw_navigation_split_view_set_show_content (self->inner, TRUE);
}

static void
show_list (TendWindow        *self,
           AdwNavigationPage *page)
{
  /* The lines of Today say why, and are settled in place: they need more room than names do. */
  gboolean wide = TEND_IS_TODAY_PAGE (page);

  if (adw_navigation_split_view_get_sidebar (self->inner) == page)
    return;

  adw_navigation_split_view_set_min_sidebar_width (self->inner, wide ? 300 : 290);
  adw_navigation_split_view_set_max_sidebar_width (self->inner, wide ? 560 : 380);
  adw_navigation_split_view_set_sidebar_width_fraction (self->inner, wide ? 0.46 : 0.34);
  adw_navigation_split_view_set_sidebar (self->inner, page);
}

static void
on_follow_up_selected (TendWindow *self,
                       gint64      account)
{
  show_account_entity (self, account);
}

static void
on_user_changed (TendWindow *self)
{
  if (self->today != NULL)
    tend_today_page_set_user (self->today, tend_settings_get_manager (tend_settings_get_default ()));
  if (self->follow_ups != NULL)
    tend_follow_ups_page_set_manager (self->follow_ups, tend_settings_get_manager (tend_settings_get_default ()));
}

static TendTodayPage *
get_today (TendWindow *self)
{
  g_autoptr (TendClock) clock = NULL;

  if (self->today != NULL)
    return self->today;

  clock = tend_clock_new ();
  self->today = g_object_ref_sink (tend_today_page_new (get_book (self), clock));
  on_user_changed (self);
  g_signal_connect_object (tend_settings_get_default (), "changed::manager", G_CALLBACK (on_user_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "selected", G_CALLBACK (on_follow_up_selected), self, G_CONNECT_SWAPPED);

  return self->today;
}

static TendFollowUpsPage *
get_follow_ups (TendWindow *self)
{
  if (self->follow_ups != NULL)
    return self->follow_ups;

  self->follow_ups = g_object_ref_sink (tend_follow_ups_page_new (get_book (self)));
  on_user_changed (self);
  g_signal_connect_object (tend_settings_get_default (), "changed::manager", G_CALLBACK (on_user_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_ups, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_ups, "selected", G_CALLBACK (on_follow_up_selected), self, G_CONNECT_SWAPPED);

  return self->follow_ups;
}

static TendProductsPage *
get_products (TendWindow *self)
{
  if (self->products != NULL)
    return self->products;

  self->products = g_object_ref_sink (tend_products_page_new (get_book (self)));
  /* It folds where the accounts do. */
  g_object_bind_property (self->inner, "collapsed", self->products, "collapsed", G_BINDING_SYNC_CREATE);

  return self->products;
}

/* Beside the sidebar: the lists with an account, or the place of products. */
static void
show_beside (TendWindow        *self,
             AdwNavigationPage *page)
{
  if (adw_navigation_split_view_get_content (self->outer) != page)
    adw_navigation_split_view_set_content (self->outer, page);
}

/* Whether the list of accounts is in its place. */
static gboolean
lists_accounts (TendWindow *self)
{
  return adw_navigation_split_view_get_content (self->outer) == self->inner_page
         && adw_navigation_split_view_get_sidebar (self->inner) == ADW_NAVIGATION_PAGE (self->accounts);
}

static void
list_accounts_of (TendWindow *self,
                  const char *place)
{
  TendId manager = tend_place_get_manager (place);

  if (manager != 0)
    tend_account_list_page_set_scope (self->accounts, TEND_SCOPE_OWN, manager);
  else if (g_strcmp0 (place, "nobody") == 0)
    tend_account_list_page_set_scope (self->accounts, TEND_SCOPE_NOBODY, 0);
  else
    tend_account_list_page_set_scope (self->accounts, TEND_SCOPE_ALL, 0);
}

static void
go_to (TendWindow *self,
       const char *place)
{
  gboolean products = g_strcmp0 (place, "products") == 0;

  g_set_str (&self->place, place);
  show_beside (self, products ? ADW_NAVIGATION_PAGE (get_products (self)) : self->inner_page);
  if (g_strcmp0 (place, "today") == 0)
    show_list (self, ADW_NAVIGATION_PAGE (get_today (self)));
  else if (g_strcmp0 (place, "follow-ups") == 0)
    show_list (self, ADW_NAVIGATION_PAGE (get_follow_ups (self)));
  else if (!products)
    {
      list_accounts_of (self, place);
      show_list (self, ADW_NAVIGATION_PAGE (self->accounts));
    }

  if (tend_window_remembers (self))
    tend_settings_set_last_place (tend_settings_get_default (), place);
}

/* Who comes from another place finds the account that she sees selected in the list. */
static void
select_shown (TendWindow *self)
{
  TendAccount *account = tend_account_page_get_account (self->account_page);
  TendIdList *list = TEND_ID_LIST (tend_account_list_page_get_model (self->accounts));
  guint position;

  if (account == NULL || tend_selection_get_n_selected (tend_account_list_page_get_selection (self->accounts)) > 0)
    return;

  if (tend_id_list_find (list, tend_entity_get_id (TEND_ENTITY (account)), &position))
    tend_account_list_page_select (self->accounts, tend_entity_get_id (TEND_ENTITY (account)));
}

static void
on_place_chosen (TendWindow *self,
                 const char *place)
{
  go_to (self, place);
  if (lists_accounts (self))
    select_shown (self);
}

static void
on_place_activated (TendWindow *self)
{
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
}

/* The page of an account that is gone would show nothing but its shadow. */
static void
on_book_changed (TendWindow *self)
{
  TendAccount *account = tend_account_page_get_account (self->account_page);

  if (account == NULL || !tend_entity_get_deleted (TEND_ENTITY (account)))
    return;

  tend_account_page_set_account (self->account_page, NULL);
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
}

static void
on_last_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GPtrArray) rows = tend_book_load_finish (TEND_BOOK (source), result, NULL);

  if (rows != NULL && rows->len == 0)
    tend_window_show_place (self, "accounts");
}

/* What was asked for before there was a book, or else what is remembered. */
static char *
dup_first_place (TendWindow *self)
{
  TendSettings *settings = tend_settings_get_default ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *last_day = NULL;

  if (self->begin != NULL && g_str_has_prefix (self->begin, "place:"))
    {
      g_autofree char *begin = g_steal_pointer (&self->begin);

      return g_strdup (begin + strlen ("place:"));
    }

  if (self->begin != NULL && g_str_has_prefix (self->begin, "follow-up:"))
    return g_strdup ("follow-ups");

  if (!tend_window_remembers (self))
    return g_strdup ("accounts");

  /* A day begins with what it asks for; after that she is where she was. */
  last_day = tend_settings_dup_last_day (settings);
  if (g_strcmp0 (last_day, today) == 0)
    return tend_settings_dup_last_place (settings);

  tend_settings_set_last_day (settings, today);
  tend_settings_set_last_place (settings, "today");
  return g_strdup ("today");
}

gboolean
tend_window_lists_today (TendWindow *self)
{
  return self->today != NULL && adw_navigation_split_view_get_sidebar (self->inner) == ADW_NAVIGATION_PAGE (self->today);
}

/* It goes to its place at once, because a list makes its rows when it comes to a window, and all that it has by then in
 * one go. */
void
tend_window_make_list (TendWindow *self)
{
  g_autofree char *place = dup_first_place (self);

  self->accounts = g_object_ref_sink (tend_account_list_page_new (get_book (self)));
  tend_window_watch_bar (self);
  go_to (self, place);
}

void
tend_window_make_sidebar (TendWindow *self)
{
  TendId manager = tend_place_get_manager (self->place);

  self->sidebar = g_object_ref_sink (tend_sidebar_new (get_book (self)));
  /* A manager that is remembered may be gone, or of another book. */
  if (manager != 0)
    tend_book_load_async (get_book (self), &tend_manager_noun, &manager, 1, NULL, on_last_loaded, g_object_ref (self));
}

void
tend_window_place_sidebar (TendWindow *self)
{
  adw_navigation_split_view_set_sidebar (self->outer, ADW_NAVIGATION_PAGE (self->sidebar));
  tend_sidebar_set_place (self->sidebar, self->place);
}

void
tend_window_make_account_page (TendWindow *self)
{
  self->account_page = g_object_ref_sink (tend_account_page_new (get_book (self)));
  adw_navigation_split_view_set_content (self->inner, ADW_NAVIGATION_PAGE (self->account_page));
}

void
tend_window_join_pages (TendWindow *self)
{
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accounts, "notify::selected-id", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accounts, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (on_place_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "activated", G_CALLBACK (on_place_activated), self, G_CONNECT_SWAPPED);
  if (self->today != NULL)
    show_account_entity (self, tend_today_page_get_account (self->today));
  else
    on_selected (self);
}

void
tend_window_show_place (TendWindow *self,
                        const char *place)
{
  if (self->book == NULL)
    {
      g_autofree char *begin = g_strdup_printf ("place:%s", place);

      g_set_str (&self->begin, begin);
      return;
    }

  tend_sidebar_set_place (self->sidebar, place);
  go_to (self, place);
  on_place_activated (self);
}

void
tend_window_show_account (TendWindow *self,
                          TendId      account)
{
  if (self->book == NULL || account == 0)
    return;

  if (!lists_accounts (self))
    tend_window_show_place (self, "accounts");
  tend_account_list_page_select (self->accounts, account);
  show_account_entity (self, account);
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
  adw_navigation_split_view_set_show_content (self->inner, TRUE);
}

static void
on_follow_up_loaded (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = tend_book_load_finish (TEND_BOOK (source), result, &error);

  const TendFollowUpRecord *record;

  if (self->book == NULL)
    return;

  if (rows == NULL || rows->len == 0)
    {
      if (error == NULL)
        error = tend_error_new (TEND_ERROR_NOT_FOUND, TEND_REASON_NONE, NULL, NULL, "no such follow-up");
      tend_window_report (self, error);
      return;
    }

  record = tend_follow_up_get (g_ptr_array_index (rows, 0));
  tend_window_show_place (self, "follow-ups");
  tend_follow_ups_page_select (self->follow_ups, record->base.id);
  on_activated (self, record->account);
}

void
tend_window_show_follow_up (TendWindow *self,
                            TendId      follow_up)
{
  if (self->book != NULL)
    {
      tend_book_load_async (self->book, &tend_follow_up_noun, &follow_up, 1, NULL, on_follow_up_loaded, g_object_ref (self));
    }
  else
    {
      g_free (self->begin);
      self->begin = g_strdup_printf ("follow-up:%" G_GINT64_FORMAT, follow_up);
    }
}

void
tend_window_begin_search (TendWindow *self)
{
  if (self->book == NULL)
    return;

  if (!lists_accounts (self))
    tend_window_show_place (self, "accounts");
  on_place_activated (self);
  tend_account_list_page_begin_search (self->accounts);
}
