/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

#include <glib/gi18n.h>

#include "ui/settings.h"
#include "ui/text/words.h"
#include "ui/widgets/late-menu.h"

/* Where the list begins below the top of the window, and how high a row is, in px, more or less: for how many are in sight. */
#define ABOVE 96
#define ROW   50

enum
{
  PROP_0,
  PROP_SELECTED_ID,
  PROP_SORT,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendAccountListPage, tend_account_list_page, ADW_TYPE_NAVIGATION_PAGE)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static char *
count_text (guint n)
{
  return g_strdup_printf (ngettext ("%'u account", "%'u accounts", n), n);
}

static void
update_title (TendAccountListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *count = count_text (n);
  g_autofree char *name = NULL;

  name = tend_account_list_page_dup_view_title (self);
  if (name != NULL)
    ;  /* a saved view is called as it was saved */
  else if (self->manager != NULL)
    name = tend_words_one_line (tend_manager_get (self->manager)->name, 120);
  else
    name = g_strdup (tend_account_list_model_get_scope (self->model) == TEND_SCOPE_NOBODY ? _("Without Owner")
                                                                                        : _("Accounts"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name[0] != '\0' ? name : _("Accounts"));
  adw_window_title_set_title (self->title, name);
  /* Of a list that has only begun nobody knows yet how long it is. */
  if (tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (self->model)))
    return;

  adw_window_title_set_subtitle (self->title, count);
  if (!tend_account_list_page_is_filtered (self))
    {
      g_autofree char *placeholder = g_strdup_printf (ngettext ("Search %'u account", "Search %'u accounts", n), n);

      gtk_search_entry_set_placeholder_text (self->search, n > 0 ? placeholder : _("Search accounts"));
    }
}

static void
update_empty (TendAccountListPage *self)
{
  gboolean filtered = tend_account_list_page_is_filtered (self);
  gboolean all = self->manager == NULL && tend_account_list_model_get_scope (self->model) == TEND_SCOPE_ALL;

  gtk_widget_set_visible (self->empty_new, !filtered);
  gtk_widget_set_visible (self->empty_import, !filtered && all);
  gtk_widget_set_visible (self->empty_clear, filtered);
  if (filtered)
    {
      adw_status_page_set_icon_name (self->empty, "edit-find-symbolic");
      adw_status_page_set_title (self->empty, _("No Account Found"));
      adw_status_page_set_description (self->empty, _("Try fewer or other words, or take filters away."));
    }
  else if (all)
    {
      adw_status_page_set_icon_name (self->empty, "tend-account-symbolic");
      adw_status_page_set_title (self->empty, _("No Accounts Yet"));
      adw_status_page_set_description (self->empty, _("Write down your first client, or bring in the list you have."));
    }
  else
    {
      adw_status_page_set_icon_name (self->empty, "tend-account-symbolic");
      adw_status_page_set_title (self->empty, _("No Accounts Here"));
      adw_status_page_set_description (self->empty, _("Drag accounts onto a name on the left to hand them over."));
    }
}

static void
update_bar (TendAccountListPage *self)
{
  guint n = tend_selection_get_n_selected (self->selection);

  if (n > 1)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

      gtk_label_set_text (self->bar_label, text);
    }
  gtk_revealer_set_reveal_child (self->bar, n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), n > 1);
}

/* GTK guesses at the heights of rows that it has not made yet: once it has, it is told again. */
static gboolean
scroll_again (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  guint position;

  if (tend_id_list_find (TEND_ID_LIST (self->model), self->scrolled_to, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);

  return --self->scrolls > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
scroll_to (TendAccountListPage *self,
           guint                position,
           TendId               account)
{
  gtk_list_view_scroll_to (self->list, position, account != 0 ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE, NULL);
  self->scrolled_to = account != 0 ? account : tend_id_list_get_id (TEND_ID_LIST (self->model), position);
  if (self->scrolls == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_again, NULL, NULL);
  self->scrolls = 2;
}

static void
scroll_to_wanted (TendAccountListPage *self)
{
  guint position;

  if (!tend_gradual_list_get_whole (self->gradual) || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;

  if (self->to_top)
    scroll_to (self, 0, 0);
  self->to_top = FALSE;
  if (self->scroll_to != 0 && tend_id_list_find (TEND_ID_LIST (self->model), self->scroll_to, &position))
    {
      scroll_to (self, position, self->scroll_to);
      self->scroll_to = 0;
    }
}

void
tend_account_list_page_update (TendAccountListPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  update_title (self);
  update_bar (self);
  tend_account_list_page_update_actions (self);
  if (empty && tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (self->model)))
    return;  /* nothing is said before it is known */

  if (empty)
    update_empty (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}


static void
on_selection_changed (TendAccountListPage *self)
{
  update_bar (self);
  tend_account_list_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

void
tend_account_list_page_activate_id (TendAccountListPage *self,
                                    TendId               id)
{
  if (id != 0)
    g_signal_emit (self, signals[ACTIVATED], 0, id);
}

/* The list stands. */
static void
on_whole (TendAccountListPage *self)
{
  if (!tend_gradual_list_get_whole (self->gradual) || tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (self->model)))
    return;

  scroll_to_wanted (self);
  /* What she may type next is not waited for. */
  tend_book_prepare_search (self->book);
}

static void
on_loaded (TendAccountListPage *self)
{
  tend_account_list_page_update (self);
  on_whole (self);
  tend_account_list_page_end_search (self);
}

static void
on_activate (GtkListView         *list,
             guint                position,
             TendAccountListPage *self)
{
  tend_account_list_page_activate_id (self, tend_id_list_get_id (TEND_ID_LIST (self->model), position));
}

static gboolean
on_clock (gpointer user_data)
{
  TendAccountListPage *self = user_data;

  for (guint i = 0; i < self->rows->len; i++)
    tend_account_row_refresh (g_ptr_array_index (self->rows, i));
  tend_account_list_model_refresh (self->model);

  return G_SOURCE_CONTINUE;
}

static void
tend_account_list_page_map (GtkWidget *widget)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);

  GTK_WIDGET_CLASS (tend_account_list_page_parent_class)->map (widget);
  on_clock (self);
  self->clock = g_timeout_add_seconds (30, on_clock, self);
}

static void
tend_account_list_page_unmap (GtkWidget *widget)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);

  g_clear_handle_id (&self->clock, g_source_remove);
  GTK_WIDGET_CLASS (tend_account_list_page_parent_class)->unmap (widget);
}

static char *
dup_sort_word (TendAccountListPage *self)
{
  return g_strdelimit (g_strdup (tend_account_list_model_get_sort (self->model)), "_", '-');
}

/* What there is most of, and what is newest, comes first; else what comes first by itself does: the lowest health, the
 * longest silence. */
static gboolean
is_descending (const char *field)
{
  static const char *const descending[] = { "newest", "yearly_value", "balance", "open_needs", NULL };

  return g_strv_contains (descending, field);
}

/* In another order the place in the list means nothing any more: what is selected is shown there, or else the beginning. */
static void
scroll_anew (TendAccountListPage *self)
{
  self->scroll_to = tend_account_list_page_get_selected_id (self);
  self->to_top = self->scroll_to == 0;
}

static void
set_sort_word (TendAccountListPage *self,
               const char          *word)
{
  g_autofree char *field = g_strdelimit (g_strdup (word), "-", '_');

  if (g_strcmp0 (field, tend_account_list_model_get_sort (self->model)) == 0)
    return;

  scroll_anew (self);
  tend_account_list_model_set_sort (self->model, field, is_descending (field));
  tend_settings_set_sort (tend_settings_get_default (), word);
}

static void
on_sorted (TendAccountListPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  tend_account_list_page_update_views (self);
  tend_account_list_page_rebind_rows (self);
}

static void
restore_sort (TendAccountListPage *self)
{
  g_autofree char *word = tend_settings_dup_sort (tend_settings_get_default ());

  set_sort_word (self, word);
}

static void
tend_account_list_page_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (object);

  switch (prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, tend_account_list_page_get_selected_id (self));
      break;

    case PROP_SORT:
      g_value_take_string (value, self->model != NULL ? dup_sort_word (self) : g_strdup ("name"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_list_page_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (object);

  switch (prop_id)
    {
    case PROP_SORT:
      set_sort_word (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_list_page_dispose (GObject *object)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (object);

  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_ACCOUNT_LIST_PAGE);
  g_clear_object (&self->gradual);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->manager);
  g_clear_object (&self->filter);
  g_clear_object (&self->product);
  g_clear_object (&self->views);
  g_clear_object (&self->opened);
  g_clear_object (&self->view_action);
  g_clear_object (&self->book);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tend_account_list_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  properties[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "name",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/tendapp/Tend/accounts/account-list-page.ui");
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, title);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, view_button);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, views_button);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, view_menu);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, search);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, chips_revealer);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, chips);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, stack);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, scroller);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, list);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, empty);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, empty_new);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, empty_import);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, empty_clear);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, bar);
  gtk_widget_class_bind_template_child (klass, TendAccountListPage, bar_label);
  gtk_widget_class_bind_template_callback (klass, on_activate);
}

static void
tend_account_list_page_class_init (TendAccountListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_account_list_page_get_property;
  object_class->set_property = tend_account_list_page_set_property;
  object_class->dispose = tend_account_list_page_dispose;
  widget_class->map = tend_account_list_page_map;
  widget_class->unmap = tend_account_list_page_unmap;

  install_properties (object_class);
  bind_template (widget_class);
  tend_account_list_page_bind_search (widget_class);
  tend_account_list_page_install_actions (widget_class);
  tend_account_list_page_install_view_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "accounts.sort", "sort");
}

static void
tend_account_list_page_init (TendAccountListPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_late_menu_set (self->view_button, self->view_menu);
  tend_account_list_page_init_filter (self);
  tend_account_list_page_init_drag (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

static void
set_up_list (TendAccountListPage *self)
{
  g_autoptr (GtkListItemFactory) factory = tend_account_list_page_create_rows (self);

  gtk_list_view_set_factory (self->list, factory);
  self->gradual = tend_gradual_list_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)),
                                         tend_settings_get_rows_in_sight (tend_settings_get_default (), ABOVE, ROW));
  g_signal_connect_object (self->gradual, "notify::whole", G_CALLBACK (on_whole), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->gradual));
}

TendAccountListPage *
tend_account_list_page_new (TendBook *book)
{
  TendAccountListPage *self = g_object_new (TEND_TYPE_ACCOUNT_LIST_PAGE, NULL);

  self->book = g_object_ref (book);
  self->model = tend_account_list_model_new (book);
  self->selection = tend_selection_new (TEND_ID_LIST (self->model));
  restore_sort (self);
  set_up_list (self);
  tend_account_list_page_init_views (self);
  g_signal_connect_object (self->model, "notify::sort", G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (tend_account_list_page_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  tend_account_list_page_set_scope (self, TEND_SCOPE_ALL, 0);
  tend_account_list_page_update (self);

  return self;
}

static void
take_scope (TendAccountListPage *self,
            TendScope            scope,
            TendId               manager)
{
  gboolean of_manager = scope == TEND_SCOPE_OWN || scope == TEND_SCOPE_TEAM;
  g_autoptr (TendEntity) entity = of_manager ? tend_book_get (self->book, &tend_manager_noun, manager) : NULL;
  GAction *team = g_action_map_lookup_action (G_ACTION_MAP (self->filter), "team");

  if (self->manager != NULL)
    g_signal_handlers_disconnect_by_func (self->manager, update_title, self);
  g_clear_object (&self->manager);
  if (entity != NULL)
    {
      self->manager = TEND_MANAGER (g_object_ref (entity));
      g_signal_connect_object (self->manager, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (team), of_manager);
  g_simple_action_set_state (G_SIMPLE_ACTION (team), g_variant_new_boolean (scope == TEND_SCOPE_TEAM));
  scroll_anew (self);
}

void
tend_account_list_page_set_scope (TendAccountListPage *self,
                                  TendScope            scope,
                                  TendId               manager)
{
  take_scope (self, scope, manager);
  tend_account_list_page_close_view (self);
  tend_account_list_model_set_scope (self->model, scope, manager);
  tend_account_list_page_rebind_rows (self);
  update_title (self);
}

void
tend_account_list_page_set_view (TendAccountListPage   *self,
                                 const TendAccountView *view)
{
  gboolean other_scope = view->scope != tend_account_list_model_get_scope (self->model) ||
                         view->manager != tend_account_list_model_get_manager (self->model);

  if (other_scope)
    take_scope (self, view->scope, view->manager);
  tend_account_list_model_set_view (self->model, view);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search)), view->search != NULL ? view->search : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), view->search != NULL ? view->search : "");
  tend_account_list_page_show_filter (self);
  tend_account_list_page_update_views (self);
  tend_account_list_page_rebind_rows (self);
  update_title (self);
}

TendId
tend_account_list_page_get_manager (TendAccountListPage *self)
{
  return self->manager != NULL ? tend_entity_get_id (TEND_ENTITY (self->manager)) : 0;
}

TendAccountListModel *
tend_account_list_page_get_model (TendAccountListPage *self)
{
  return self->model;
}

TendSelection *
tend_account_list_page_get_selection (TendAccountListPage *self)
{
  return self->selection;
}

TendId
tend_account_list_page_get_selected_id (TendAccountListPage *self)
{
  return self->selection != NULL ? tend_selection_get_selected_id (self->selection) : 0;
}

void
tend_account_list_page_select (TendAccountListPage *self,
                               TendId               account)
{
  tend_selection_select_id (self->selection, account);
  self->scroll_to = account;
  scroll_to_wanted (self);
}
