/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "follow-ups-page.h"

#include <glib/gi18n.h>

#include "models/follow-up-list-model.h"
#include "ui/widgets/follow-up-row.h"
#include "ui/widgets/selection.h"

struct _TendFollowUpsPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle        *heading;
  AdwToggleGroup        *scope;
  GtkStack              *stack;
  GtkListView           *list;

  /* Owned References */
  TendBook              *book;
  TendFollowUpListModel *model;
  TendSelection         *selection;
  GHashTable            *rows;      /* set of TendFollowUpRow that show something */

  guint                  clock;
};

G_DEFINE_FINAL_TYPE (TendFollowUpsPage, tend_follow_ups_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  ACTIVATED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_section_title (TendAgenda agenda)
{
  switch (agenda)
    {
    case TEND_AGENDA_OVERDUE: return C_("agenda", "Overdue");
    case TEND_AGENDA_TODAY: return C_("agenda", "Today");
    case TEND_AGENDA_TOMORROW: return C_("agenda", "Tomorrow");
    case TEND_AGENDA_THIS_WEEK: return C_("agenda", "This Week");
    case TEND_AGENDA_LATER: return C_("agenda", "Later");
    case TEND_AGENDA_DONE:
    default: return C_("agenda", "Done");
    }
}

/* Rows. */

static void
on_described (GtkListItem *item,
              const char  *description)
{
  gtk_list_item_set_accessible_label (item, description);
}

static void
on_setup (TendFollowUpsPage *self,
          GtkListItem       *item)
{
  GtkWidget *row = tend_follow_up_row_new (TRUE);

  g_signal_connect_object (row, "described", G_CALLBACK (on_described), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TendFollowUpsPage *self,
         GtkListItem       *item)
{
  TendFollowUp *follow_up = gtk_list_item_get_item (item);
  TendFollowUpRow *row = TEND_FOLLOW_UP_ROW (gtk_list_item_get_child (item));
  TendId id = tend_follow_up_get (follow_up)->account;
  g_autoptr (TendEntity) account = id != 0 ? tend_book_get (self->book, &tend_account_noun, id) : NULL;

  tend_follow_up_row_set_follow_up (row, follow_up, (TendAccount *) account);
  g_hash_table_add (self->rows, row);
}

static void
on_unbind (TendFollowUpsPage *self,
           GtkListItem       *item)
{
  TendFollowUpRow *row = TEND_FOLLOW_UP_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->rows, row);
  tend_follow_up_row_set_follow_up (row, NULL, NULL);
}

static void
on_header_setup (TendFollowUpsPage *self,
                 GtkListHeader     *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
on_header_bind (TendFollowUpsPage *self,
                GtkListHeader     *header)
{
  guint start = gtk_list_header_get_start (header);
  GtkWidget *label = gtk_list_header_get_child (header);
  TendAgenda agenda;
  g_autofree char *text = NULL;

  if (start >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;

  agenda = tend_follow_up_list_model_get_agenda (self->model, start);
  /* Translators: the name of a section, and how many it has: "Overdue (3)" */
  text = g_strdup_printf (_("%s (%u)"), get_section_title (agenda), tend_follow_up_list_model_count (self->model, agenda));
  gtk_label_set_label (GTK_LABEL (label), text);
  if (agenda == TEND_AGENDA_OVERDUE)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

/* The page. */

static char *
dup_subtitle (TendFollowUpsPage *self)
{
  guint overdue = tend_follow_up_list_model_count (self->model, TEND_AGENDA_OVERDUE);
  guint today = tend_follow_up_list_model_count (self->model, TEND_AGENDA_TODAY);
  g_autofree char *late = NULL;
  g_autofree char *due = NULL;

  late = g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue);
  due = g_strdup_printf (ngettext ("%u due today", "%u due today", today), today);
  if (overdue > 0 && today > 0)
    return g_strdup_printf ("%s · %s", late, due);
  if (overdue > 0)
    return g_steal_pointer (&late);
  if (today > 0)
    return g_steal_pointer (&due);

  return g_strdup ("");
}

static void
show_counts (TendFollowUpsPage *self)
{
  g_autofree char *subtitle = dup_subtitle (self);
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  adw_window_title_set_subtitle (self->heading, subtitle);
  gtk_stack_set_visible_child_name (self->stack, is_empty && !tend_follow_up_list_model_get_loading (self->model) ? "empty" : "list");
}

/* The first rows come into an empty list, which then keeps its place below the first heading. */
static gboolean
go_to_top (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  guint *frames = data;

  gtk_adjustment_set_value (adjustment, 0);
  return ++*frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
on_first_loaded (TendFollowUpsPage *self)
{
  g_signal_handlers_disconnect_by_func (self->model, on_first_loaded, self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), go_to_top, g_new0 (guint, 1), g_free);
}

static gboolean
on_minute (gpointer data)
{
  TendFollowUpsPage *self = TEND_FOLLOW_UPS_PAGE (data);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    tend_follow_up_row_refresh (row);

  return G_SOURCE_CONTINUE;
}

static void
show_scope (TendFollowUpsPage *self)
{
  adw_toggle_group_set_active_name (self->scope, tend_follow_up_list_model_get_manager (self->model) != 0 ? "own" : "all");
}

static void
on_scope (TendFollowUpsPage *self)
{
  gboolean own = g_strcmp0 (adw_toggle_group_get_active_name (self->scope), "own") == 0;

  if (self->model != NULL)
    tend_follow_up_list_model_set_manager (self->model, own ? tend_book_get_user (self->book) : 0);
}

static TendFollowUp *
dup_item (TendFollowUpsPage *self,
          guint              position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

static void
on_activate (TendFollowUpsPage *self,
             guint              position)
{
  g_autoptr (TendFollowUp) follow_up = dup_item (self, position);

  if (follow_up != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, tend_follow_up_get (follow_up)->account);
}

/* One that is selected shows its account beside the list. */
static void
on_selected (TendFollowUpsPage *self)
{
  TendId id = tend_selection_get_selected_id (self->selection);
  g_autoptr (TendEntity) follow_up = NULL;

  if (id == 0)
    return;

  follow_up = tend_book_get (self->book, &tend_follow_up_noun, id);
  if (tend_entity_get_loaded (follow_up))
    g_signal_emit (self, signals[SELECTED], 0, tend_follow_up_get (TEND_FOLLOW_UP (follow_up))->account);
}

static TendFollowUpRow *
find_focused (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL)
    return NULL;
  if (gtk_widget_get_ancestor (focus, TEND_TYPE_FOLLOW_UP_ROW) != NULL)
    return TEND_FOLLOW_UP_ROW (gtk_widget_get_ancestor (focus, TEND_TYPE_FOLLOW_UP_ROW));

  return TEND_IS_FOLLOW_UP_ROW (gtk_widget_get_first_child (focus)) ? TEND_FOLLOW_UP_ROW (gtk_widget_get_first_child (focus)) : NULL;
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TendFollowUpRow *row = find_focused (widget);
  TendFollowUp *follow_up = row != NULL ? tend_follow_up_row_get_follow_up (row) : NULL;

  if (follow_up == NULL)
    return FALSE;

  switch (g_variant_get_byte (args))
    {
    case 'd':
      tend_follow_up_row_done (row);
      break;
    case 's':
      tend_follow_up_row_snooze (row);
      break;
    case 'e':
      tend_follow_up_row_edit (row);
      break;
    case 'm':
      tend_follow_up_row_popup (row, 0, gtk_widget_get_height (GTK_WIDGET (row)));
      break;
    default:
      gtk_widget_activate_action (widget, "win.delete-follow-up", "x", tend_entity_get_id (TEND_ENTITY (follow_up)));
      break;
    }

  return TRUE;
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-follow-up", "x", (gint64) 0);
}

static void
tend_follow_ups_page_map (GtkWidget *widget)
{
  TendFollowUpsPage *self = TEND_FOLLOW_UPS_PAGE (widget);

  GTK_WIDGET_CLASS (tend_follow_ups_page_parent_class)->map (widget);
  on_minute (self);
  self->clock = g_timeout_add_seconds (60, on_minute, self);
}

static void
tend_follow_ups_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TEND_FOLLOW_UPS_PAGE (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (tend_follow_ups_page_parent_class)->unmap (widget);
}

static void
tend_follow_ups_page_dispose (GObject *object)
{
  TendFollowUpsPage *self = TEND_FOLLOW_UPS_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_FOLLOW_UPS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_follow_ups_page_parent_class)->dispose (object);
}

static void
tend_follow_ups_page_finalize (GObject *object)
{
  g_hash_table_unref (TEND_FOLLOW_UPS_PAGE (object)->rows);
  G_OBJECT_CLASS (tend_follow_ups_page_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_scope);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_header_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_header_bind);
}

static void
tend_follow_ups_page_class_init (TendFollowUpsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_follow_ups_page_dispose;
  object_class->finalize = tend_follow_ups_page_finalize;
  widget_class->map = tend_follow_ups_page_map;
  widget_class->unmap = tend_follow_ups_page_unmap;

  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/follow-ups/follow-ups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpsPage, list);
  bind_callbacks (widget_class);

  gtk_widget_class_install_action (widget_class, "follow-ups.new", NULL, new_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, 0, on_key, "y", 'd');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, 0, on_key, "y", 's');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, 0, on_key, "y", 'e');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_key, "y", 0x7f);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_key, "y", 'm');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_key, "y", 'm');
}

static void
tend_follow_ups_page_init (TendFollowUpsPage *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

TendFollowUpsPage *
tend_follow_ups_page_new (TendBook *book)
{
  TendFollowUpsPage *self = g_object_new (TEND_TYPE_FOLLOW_UPS_PAGE, NULL);
  g_autoptr (TendClock) clock = tend_clock_new ();

  self->book = g_object_ref (book);
  self->model = tend_follow_up_list_model_new (book, clock);
  self->selection = tend_selection_new (TEND_ID_LIST (self->model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_first_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  tend_follow_ups_page_set_manager (self, tend_book_get_user (book));
  show_counts (self);

  return self;
}

void
tend_follow_ups_page_set_manager (TendFollowUpsPage *self,
                                  TendId             manager)
{
  g_return_if_fail (TEND_IS_FOLLOW_UPS_PAGE (self));

  tend_follow_up_list_model_set_manager (self->model, manager);
  /* Who has not said who she is has nothing of her own to choose. */
  gtk_widget_set_visible (GTK_WIDGET (self->scope), tend_book_get_user (self->book) != 0);
  show_scope (self);
}

TendId
tend_follow_ups_page_get_manager (TendFollowUpsPage *self)
{
  g_return_val_if_fail (TEND_IS_FOLLOW_UPS_PAGE (self), 0);

  return tend_follow_up_list_model_get_manager (self->model);
}

void
tend_follow_ups_page_select (TendFollowUpsPage *self,
                             TendId             follow_up)
{
  guint position;

  g_return_if_fail (TEND_IS_FOLLOW_UPS_PAGE (self));

  tend_selection_select_id (self->selection, follow_up);
  if (tend_id_list_find (TEND_ID_LIST (self->model), follow_up, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
}
