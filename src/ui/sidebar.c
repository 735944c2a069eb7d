/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sidebar.h"

#include <glib/gi18n.h>

#include "models/follow-up-list-model.h"
#include "models/manager-tree-model.h"
#include "models/today-model.h"
#include "settings.h"
#include "team/manager-row.h"
#include "ui/widgets/account-ids.h"
#include "ui/widgets/context-menu.h"
#include "ui/widgets/gradual-list.h"
#include "ui/widgets/late-menu.h"
#include "window.h"

/* Where the managers begin below the top of the window, and how high one is, in px, more or less: for how many are in sight. */
#define ABOVE 280
#define ROW   43

struct _TendSidebar
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkMenuButton *add_button;
  GMenuModel *add_menu;
  GtkMenuButton *main_button;
  GMenuModel *main_menu;
  GtkListBox *places;
  GtkListBoxRow *today_row;
  GtkListBoxRow *accounts_row;
  GtkListBoxRow *follow_ups_row;
  GtkListBoxRow *products_row;
  GtkListBoxRow *nobody_row;
  GtkLabel *today_count;
  GtkLabel *accounts_count;
  GtkLabel *follow_ups_count;
  GtkLabel *nobody_count;
  GtkStack *stack;
  GtkListView *list;

  /* Owned References */
  TendBook *book;
  TendManagerTreeModel *managers;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  TendFollowUpListModel *follow_ups;  /* made after the first frame */
  TendTodayModel *today;              /* the same; NULL while nobody has said who she is */
  GtkWidget *menu;
  char *place;
  guint later;                        /* source that makes follow_ups */
  gboolean quiet;                     /* a selection is being set by the program */
};

enum
{
  PROP_0,
  PROP_SHOW_INACTIVE,
  N_PROPS
};

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendSidebar, tend_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

TendId
tend_place_get_manager (const char *place)
{
  return place != NULL && g_str_has_prefix (place, "manager:") ? g_ascii_strtoll (place + strlen ("manager:"), NULL, 10) : 0;
}

static void
choose (TendSidebar *self,
        const char  *place)
{
  if (self->quiet || g_strcmp0 (self->place, place) == 0)
    return;

  g_set_str (&self->place, place);
  g_signal_emit (self, signals[CHOSEN], 0, place);
}

static void
set_count (GtkLabel *label,
           guint     n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");

  gtk_label_set_text (label, text);
}

/* Even the same tooltip makes GTK ask the display where the pointer is, and wait for the answer. */
static void
set_tooltip (GtkWidget  *widget,
             const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static void
update_counts (TendSidebar *self)
{
  guint unassigned = tend_manager_tree_model_get_unassigned (self->managers);
  guint overdue = self->follow_ups != NULL ? tend_follow_up_list_model_count (self->follow_ups, TEND_AGENDA_OVERDUE) : 0;
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%'u follow-up is overdue", "%'u follow-ups are overdue", overdue), overdue);

  set_count (self->accounts_count, tend_manager_tree_model_get_total (self->managers));
  set_count (self->nobody_count, unassigned);
  set_count (self->follow_ups_count, overdue);
  set_count (self->today_count, self->today != NULL ? tend_today_model_count (self->today, -1) : 0);
  set_tooltip (GTK_WIDGET (self->follow_ups_row), overdue > 0 ? tooltip : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody_row), unassigned > 0 || g_strcmp0 (self->place, "nobody") == 0);
}

static GtkListBoxRow *
get_place_row (TendSidebar *self,
               const char  *place)
{
  if (g_strcmp0 (place, "today") == 0)
    return self->today_row;
  if (g_strcmp0 (place, "accounts") == 0)
    return self->accounts_row;
  if (g_strcmp0 (place, "follow-ups") == 0)
    return self->follow_ups_row;
  if (g_strcmp0 (place, "products") == 0)
    return self->products_row;
  if (g_strcmp0 (place, "nobody") == 0)
    return self->nobody_row;

  return NULL;
}

static guint
find_manager (TendSidebar *self,
              TendId       manager)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));

  for (guint i = 0; i < n && manager != 0; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (TendManagerNode) node = gtk_tree_list_row_get_item (row);

      if (tend_manager_node_get_id (node) == manager)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Shows self->place in both lists: only one of them has a selected row. */
static void
show_place (TendSidebar *self)
{
  GtkListBoxRow *row = get_place_row (self, self->place);
  guint position = find_manager (self, tend_place_get_manager (self->place));

  self->quiet = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->places, row);
  else
    gtk_list_box_unselect_all (self->places);
  gtk_single_selection_set_selected (self->selection, position);
  self->quiet = FALSE;
}

static void
on_place_selected (GtkListBox    *places,
                   GtkListBoxRow *row,
                   TendSidebar   *self)
{
  if (row == NULL || self->quiet)
    return;

  choose (self, gtk_widget_get_name (GTK_WIDGET (row)));
  show_place (self);
}

static void
on_place_activated (GtkListBox    *places,
                    GtkListBoxRow *row,
                    TendSidebar   *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_manager_selected (TendSidebar *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (TendManagerNode) node = NULL;
  g_autofree char *place = NULL;

  if (row == NULL || self->quiet)
    return;

  node = gtk_tree_list_row_get_item (row);
  place = g_strdup_printf ("manager:%" G_GINT64_FORMAT, tend_manager_node_get_id (node));
  choose (self, place);
  show_place (self);
}

static void
on_manager_activated (GtkListView *list,
                      guint        position,
                      TendSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_row_chosen (TendSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_row_dropped (TendManagerRow *row,
                TendAccountIds *accounts,
                TendSidebar    *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (TEND_IS_WINDOW (root))
    tend_window_reassign (TEND_WINDOW (root), accounts->ids, accounts->n_ids,
                          tend_entity_get_id (TEND_ENTITY (tend_manager_row_get_manager (row))));
}

static void
on_row_refused (TendManagerRow *row,
                int             reason,
                TendSidebar    *self)
{
  g_autoptr (GError) error = tend_error_new (TEND_ERROR_REFUSED, reason, NULL, NULL, "refused on dropping");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (TEND_IS_WINDOW (root))
    tend_window_report (TEND_WINDOW (root), error);
}

static void
popup (TendSidebar *self,
       TendManager *manager,
       GtkWidget   *widget,
       double       x,
       double       y)
{
  TendId id = tend_entity_get_id (TEND_ENTITY (manager));
  g_autofree char *edit = g_strdup_printf ("win.edit-manager(int64 %" G_GINT64_FORMAT ")", id);
  g_autofree char *below = g_strdup_printf ("win.new-manager(int64 %" G_GINT64_FORMAT ")", id);
  g_autoptr (GMenu) menu = g_menu_new ();
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  g_menu_append (menu, _("_Edit…"), edit);
  g_menu_append (menu, _("_New Account Manager Below…"), below);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { point.x, point.y, 1, 1 });
  tend_context_menu_popup (GTK_POPOVER (self->menu));
}

static void
on_row_menu (TendManagerRow *row,
             double          x,
             double          y,
             TendSidebar    *self)
{
  popup (self, tend_manager_row_get_manager (row), GTK_WIDGET (row), x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendSidebar *self = TEND_SIDEBAR (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (TEND_IS_MANAGER_ROW (row) && tend_manager_row_get_manager (TEND_MANAGER_ROW (row)) != NULL)
    popup (self, tend_manager_row_get_manager (TEND_MANAGER_ROW (row)), row, 40, gtk_widget_get_height (row) / 2.0);
}

static void
new_manager_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-manager", "x", (gint64) 0);
}

static void
on_described (TendManagerRow *row,
              GtkListItem    *item)
{
  g_autofree char *text = tend_manager_row_dup_description (row);

  gtk_list_item_set_accessible_label (item, text);
}

static void
on_setup (TendSidebar *self,
          GtkListItem *item)
{
  GtkWidget *row = tend_manager_row_new ();

  g_signal_connect (row, "described", G_CALLBACK (on_described), item);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_row_dropped), self, 0);
  g_signal_connect_object (row, "refused", G_CALLBACK (on_row_refused), self, 0);
  g_signal_connect_object (row, "menu", G_CALLBACK (on_row_menu), self, 0);
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_row_chosen), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TendSidebar *self,
         GtkListItem *item)
{
  tend_manager_row_set_row (TEND_MANAGER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (TendSidebar *self,
           GtkListItem *item)
{
  tend_manager_row_set_row (TEND_MANAGER_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_tree_changed (TendSidebar *self)
{
  gboolean none = g_list_model_get_n_items (G_LIST_MODEL (self->managers)) == 0;

  gtk_stack_set_visible_child_name (self->stack, none ? "none" : "managers");
  show_place (self);
}

static void
on_managers_loaded (TendSidebar *self)
{
  on_tree_changed (self);
  update_counts (self);
}

/* Everyone's day is too long to be counted at every change. */
static void
follow_today (TendSidebar *self,
              TendId       user)
{
  g_autoptr (TendClock) clock = NULL;

  if (user == 0)
    {
      g_clear_object (&self->today);
      update_counts (self);
      return;
    }

  if (self->today == NULL)
    {
      clock = tend_clock_new ();
      self->today = tend_today_model_new (self->book, clock);
      g_signal_connect_object (self->today, "loaded", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
    }
  tend_today_model_set_scope (self->today, user, FALSE);
}

static void
follow_user (TendSidebar *self)
{
  follow_today (self, tend_settings_get_manager (tend_settings_get_default ()));
  if (self->follow_ups != NULL)
    tend_follow_up_list_model_set_manager (self->follow_ups, tend_settings_get_manager (tend_settings_get_default ()));
}

/* What is overdue need not be known before the accounts are seen. */
static gboolean
make_follow_ups (gpointer user_data)
{
  TendSidebar *self = user_data;
  g_autoptr (TendClock) clock = tend_clock_new ();

  self->later = 0;
  self->follow_ups = tend_follow_up_list_model_new (self->book, clock);
  tend_follow_up_list_model_set_show_done (self->follow_ups, FALSE);
  follow_user (self);
  g_signal_connect_object (self->follow_ups, "loaded", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_ups, "items-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_ups, "sections-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tend_settings_get_default (), "changed::manager", G_CALLBACK (follow_user), self, G_CONNECT_SWAPPED);

  return G_SOURCE_REMOVE;
}

static void
tend_sidebar_map (GtkWidget *widget)
{
  TendSidebar *self = TEND_SIDEBAR (widget);

  GTK_WIDGET_CLASS (tend_sidebar_parent_class)->map (widget);
  if (self->follow_ups == NULL && self->later == 0)
    self->later = g_idle_add_full (G_PRIORITY_LOW, make_follow_ups, self, NULL);
}

static void
tend_sidebar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TendSidebar *self = TEND_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SHOW_INACTIVE:
      g_value_set_boolean (value, self->managers != NULL && tend_manager_tree_model_get_include_inactive (self->managers));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_sidebar_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TendSidebar *self = TEND_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SHOW_INACTIVE:
      tend_manager_tree_model_set_include_inactive (self->managers, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_sidebar_dispose (GObject *object)
{
  TendSidebar *self = TEND_SIDEBAR (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_SIDEBAR);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->managers);
  g_clear_object (&self->follow_ups);
  g_clear_object (&self->today);
  g_clear_object (&self->book);
  g_clear_pointer (&self->place, g_free);
  G_OBJECT_CLASS (tend_sidebar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/tendapp/Tend/sidebar.ui");
  gtk_widget_class_bind_template_child (klass, TendSidebar, add_button);
  gtk_widget_class_bind_template_child (klass, TendSidebar, add_menu);
  gtk_widget_class_bind_template_child (klass, TendSidebar, main_button);
  gtk_widget_class_bind_template_child (klass, TendSidebar, main_menu);
  gtk_widget_class_bind_template_child (klass, TendSidebar, places);
  gtk_widget_class_bind_template_child (klass, TendSidebar, today_row);
  gtk_widget_class_bind_template_child (klass, TendSidebar, today_count);
  gtk_widget_class_bind_template_child (klass, TendSidebar, accounts_row);
  gtk_widget_class_bind_template_child (klass, TendSidebar, follow_ups_row);
  gtk_widget_class_bind_template_child (klass, TendSidebar, products_row);
  gtk_widget_class_bind_template_child (klass, TendSidebar, nobody_row);
  gtk_widget_class_bind_template_child (klass, TendSidebar, accounts_count);
  gtk_widget_class_bind_template_child (klass, TendSidebar, follow_ups_count);
  gtk_widget_class_bind_template_child (klass, TendSidebar, nobody_count);
  gtk_widget_class_bind_template_child (klass, TendSidebar, stack);
  gtk_widget_class_bind_template_child (klass, TendSidebar, list);
  gtk_widget_class_bind_template_callback (klass, on_place_selected);
  gtk_widget_class_bind_template_callback (klass, on_place_activated);
  gtk_widget_class_bind_template_callback (klass, on_manager_activated);
}

static void
tend_sidebar_class_init (TendSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_sidebar_get_property;
  object_class->set_property = tend_sidebar_set_property;
  object_class->dispose = tend_sidebar_dispose;
  widget_class->map = tend_sidebar_map;

  properties[PROP_SHOW_INACTIVE] = g_param_spec_boolean ("show-inactive", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "sidebar.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "sidebar.new-manager", NULL, new_manager_action);
  gtk_widget_class_install_property_action (widget_class, "sidebar.show-inactive", "show-inactive");
}

static void
tend_sidebar_init (TendSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_late_menu_set (self->add_button, self->add_menu);
  tend_late_menu_set (self->main_button, self->main_menu);
}

static void
set_up_managers (TendSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->managers = tend_manager_tree_model_new (self->book);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->managers)), FALSE, TRUE,
                                        tend_manager_tree_model_create_children, NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

TendSidebar *
tend_sidebar_new (TendBook *book)
{
  TendSidebar *self = g_object_new (TEND_TYPE_SIDEBAR, NULL);

  self->book = g_object_ref (book);
  set_up_managers (self);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_manager_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (on_tree_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->managers, "loaded", G_CALLBACK (on_managers_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->managers, "notify::total", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->managers, "notify::unassigned", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  update_counts (self);

  return self;
}

void
tend_sidebar_show_managers (TendSidebar *self)
{
  guint n_in_sight = tend_settings_get_rows_in_sight (tend_settings_get_default (), ABOVE, ROW);
  g_autoptr (TendGradualList) gradual = tend_gradual_list_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), n_in_sight);

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gradual));
}

const char *
tend_sidebar_get_place (TendSidebar *self)
{
  return self->place;
}

void
tend_sidebar_set_place (TendSidebar *self,
                        const char  *place)
{
  g_set_str (&self->place, place);
  show_place (self);
}
