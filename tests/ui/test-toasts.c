/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "support/picture.h"
#include "support/screen.h"
#include "support/wait.h"
#include "ui/accounts/account-list-page.h"
#include "ui/settings.h"

/* A window whose toast and whose bar of what is selected both take its whole width. */
static void
set_up_narrow (TendScreen    *screen,
               gconstpointer  data)
{
  tend_settings_set_window (tend_settings_get_default (), 360, 640, FALSE);
  tend_screen_set_up (screen, data);
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.show-place", "s", "accounts");
}

static TendAccountListPage *
list_page (TendScreen *screen)
{
  return TEND_ACCOUNT_LIST_PAGE (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_LIST_PAGE, NULL));
}

static void
select_all (TendScreen *screen)
{
  GListModel *accounts = G_LIST_MODEL (tend_account_list_page_get_model (list_page (screen)));

  wait_until (g_list_model_get_n_items (accounts) == 2);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (tend_account_list_page_get_selection (list_page (screen))));
}

static void
select_none (TendScreen *screen)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (tend_account_list_page_get_selection (list_page (screen))));
}

static void
add_toast (TendScreen *screen)
{
  tend_window_add_toast (screen->window, adw_toast_new ("2 accounts handed to Paul Weiß"));
  wait_until (tend_test_says (GTK_WIDGET (screen->window), "2 accounts handed to Paul Weiß"));
}

static GtkWidget *
get_toast (TendScreen *screen)
{
  GtkWidget *overlay = tend_test_find (GTK_WIDGET (screen->window), ADW_TYPE_TOAST_OVERLAY, NULL);

  return gtk_widget_get_last_child (overlay);
}

static GtkWidget *
get_bar (TendScreen *screen)
{
  return tend_test_find (GTK_WIDGET (list_page (screen)), GTK_TYPE_REVEALER, "bar");
}

static graphene_rect_t
get_place (TendScreen *screen,
           GtkWidget  *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (screen->window), &bounds));
  return bounds;
}

static double
get_foot (TendScreen *screen)
{
  graphene_rect_t toast = get_place (screen, get_toast (screen));

  return toast.origin.y + toast.size.height;
}

static gboolean
leaves_bar (TendScreen *screen)
{
  graphene_rect_t bar = get_place (screen, get_bar (screen));

  return gtk_widget_get_mapped (get_bar (screen)) && bar.size.height > 30 && get_foot (screen) <= bar.origin.y + 0.5;
}

static void
test_above_bar (TendScreen    *screen,
                gconstpointer  data)
{
  double foot;

  wait_until (list_page (screen) != NULL && gtk_widget_get_mapped (GTK_WIDGET (list_page (screen))));
  add_toast (screen);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen->window));
  foot = get_foot (screen);

  /* It stands already when somebody selects. */
  select_all (screen);
  wait_until (leaves_bar (screen));
  tend_test_picture (GTK_WIDGET (screen->window), "toast-bar");

  /* And falls back when nothing is selected any more, or is left. */
  select_none (screen);
  wait_until (get_foot (screen) == foot);
  select_all (screen);
  wait_until (leaves_bar (screen));
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.show-place", "s", "today");
  wait_until (get_foot (screen) == foot);
}

static void
test_comes_above_bar (TendScreen    *screen,
                      gconstpointer  data)
{
  wait_until (list_page (screen) != NULL && gtk_widget_get_mapped (GTK_WIDGET (list_page (screen))));
  select_all (screen);
  wait_until (gtk_widget_get_mapped (get_bar (screen)));
  add_toast (screen);
  wait_until (leaves_bar (screen));
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What was done is said whole beside the button that takes it back. */
static void
test_whole (TendScreen    *screen,
            gconstpointer  data)
{
  const char *message = "12 accounts handed to Konstantina Papadopoulou";
  GtkWidget *label;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen->window));
  tend_window_push_undo (screen->window, 7, message);
  wait_until (tend_test_says (GTK_WIDGET (screen->window), message));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen->window));
  tend_test_picture (GTK_WIDGET (screen->window), "toast-whole");
  label = find_label (get_toast (screen), message);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

#define ADD(path, function) g_test_add ("/toasts/" path, TendScreen, NULL, set_up_narrow, function, tend_screen_tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  ADD ("above-bar", test_above_bar);
  ADD ("comes-above-bar", test_comes_above_bar);
  ADD ("whole", test_whole);
  return g_test_run ();
}
