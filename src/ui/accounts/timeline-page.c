/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-page.h"

#include <glib/gi18n.h>

#include "history-row.h"
#include "models/entity-list-model.h"
#include "models/timeline-model.h"
#include "timeline-menu.h"
#include "timeline-names.h"
#include "timeline-row.h"
#include "ui/text/history.h"
#include "ui/text/moment.h"
#include "ui/widgets/selection.h"

struct _TendTimelinePage
{
  AdwBin               parent_instance;

  /* Template Widgets */
  GtkDropDown         *filter;
  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  GtkListView         *list;
  GtkListBox          *history;
  GtkWidget           *more_button;

  /* Owned References */
  TendBook            *book;
  TendTimelineModel   *model;
  TendSelection       *selection;
  TendTimelineNames   *names;
  GHashTable          *rows;       /* set of TendTimelineRow that show something */
  TendHistoryModel    *entries;    /* while the history is shown */
  TendEntityListModel *handovers;

  TendId               account;
  guint                clock;
  gboolean             fresh;      /* the next rows are another account's or another filter's: show the newest */
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TendTimelinePage, tend_timeline_page, ADW_TYPE_BIN)

static const struct
{
  const char        *word;
  TendTimelineKinds  kinds;
} filters[TEND_N_TIMELINE_FILTERS] = {
  [TEND_TIMELINE_FILTER_ALL] = { NC_("timeline", "Everything"), TEND_TIMELINE_ALL },
  [TEND_TIMELINE_FILTER_CONTACT] = { NC_("timeline", "Contact"), TEND_TIMELINE_CONTACT },
  [TEND_TIMELINE_FILTER_FOLLOW_UPS] = { NC_("timeline", "Follow-Ups"), TEND_TIMELINE_FOLLOW_UPS },
  [TEND_TIMELINE_FILTER_NEEDS] = { NC_("timeline", "Needs"), TEND_TIMELINE_NEEDS },
  [TEND_TIMELINE_FILTER_SATISFACTION] = { NC_("timeline", "Satisfaction"), TEND_TIMELINE_SATISFACTION },
  [TEND_TIMELINE_FILTER_PURCHASES] = { NC_("timeline", "Purchases"), TEND_TIMELINE_PURCHASES },
  [TEND_TIMELINE_FILTER_HANDOVERS] = { NC_("timeline", "Handovers"), TEND_TIMELINE_HANDOVERS },
  [TEND_TIMELINE_FILTER_HISTORY] = { NC_("timeline", "History"), 0 },
};

/* Rows. */

static void
on_described (GtkListItem *item,
              const char  *description)
{
  gtk_list_item_set_accessible_label (item, description);
}

static void
on_setup (TendTimelinePage *self,
          GtkListItem      *item)
{
  GtkWidget *row = tend_timeline_row_new ();

  g_signal_connect_object (row, "described", G_CALLBACK (on_described), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TendTimelinePage *self,
         GtkListItem      *item)
{
  TendTimelineRow *row = TEND_TIMELINE_ROW (gtk_list_item_get_child (item));

  tend_timeline_row_set_item (row, gtk_list_item_get_item (item), self->names);
  g_hash_table_add (self->rows, row);
}

static void
on_unbind (TendTimelinePage *self,
           GtkListItem      *item)
{
  TendTimelineRow *row = TEND_TIMELINE_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->rows, row);
  tend_timeline_row_set_item (row, NULL, NULL);
}

static void
on_header_setup (TendTimelinePage *self,
                 GtkListHeader    *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
on_header_bind (TendTimelinePage *self,
                GtkListHeader    *header)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendTimelineEntry entry;
  g_autofree char *month = NULL;

  if (!tend_timeline_model_get_entry (self->model, gtk_list_header_get_start (header), &entry))
    return;

  month = tend_moment_month (entry.at, zone);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), month);
}

static void
refresh_rows (TendTimelinePage *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    tend_timeline_row_refresh (row);
}

static gboolean
on_minute (gpointer data)
{
  refresh_rows (TEND_TIMELINE_PAGE (data));
  return G_SOURCE_CONTINUE;
}

/* The list. */

static void
show_state (TendTimelinePage *self)
{
  TendTimelineFilter filter = tend_timeline_page_get_filter (self);
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 && !tend_timeline_model_get_loading (self->model);

  if (filter == TEND_TIMELINE_FILTER_HISTORY)
    gtk_stack_set_visible_child_name (self->stack, "history");
  else if (self->account != 0 && empty)
    gtk_stack_set_visible_child_name (self->stack, filter == TEND_TIMELINE_FILTER_ALL ? "empty" : "none");
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

/* Rows that come into an empty list, or before the first one, are above what the list keeps in sight. */
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
show_newest (TendTimelinePage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), go_to_top, g_new0 (guint, 1), g_free);
}

static void
on_items_changed (TendTimelinePage *self,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (added > 0 && position == 0 && (self->fresh || gtk_adjustment_get_value (adjustment) < 1))
    show_newest (self);
  show_state (self);
}

static void
on_loaded (TendTimelinePage *self)
{
  if (self->fresh)
    show_newest (self);
  self->fresh = FALSE;
  show_state (self);
}

/* The history. */

static GtkWidget *
create_entry (gpointer item,
              gpointer data)
{
  TendTimelinePage *self = TEND_TIMELINE_PAGE (data);

  return tend_history_row_new (self->book, TEND_HISTORY_ENTRY (item), G_LIST_MODEL (self->handovers));
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  return tend_history_is_shown (tend_history_entry_get (TEND_HISTORY_ENTRY (item)));
}

static void
show_more_button (TendTimelinePage *self)
{
  gtk_widget_set_visible (self->more_button, tend_history_model_get_has_more (self->entries));
}

static void
on_more (TendTimelinePage *self)
{
  tend_history_model_load_more (self->entries);
}

static void
empty_history (TendTimelinePage *self)
{
  gtk_list_box_bind_model (self->history, NULL, NULL, NULL, NULL);
  gtk_widget_set_visible (self->more_button, FALSE);
  g_clear_object (&self->entries);
  g_clear_object (&self->handovers);
}

static void
fill_history (TendTimelinePage *self)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_handover_noun);
  g_autoptr (GtkFilterListModel) shown = NULL;

  tend_query_add_int (query, "account", TEND_QUERY_IS, self->account);
  self->handovers = tend_entity_list_model_new (self->book, query);
  self->entries = tend_history_model_new (self->book, self->account);
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)),
                                     GTK_FILTER (gtk_custom_filter_new (is_shown, NULL, NULL)));
  gtk_list_box_bind_model (self->history, G_LIST_MODEL (shown), create_entry, self, NULL);
  g_signal_connect_object (self->entries, "notify::has-more", G_CALLBACK (show_more_button), self, G_CONNECT_SWAPPED);
  show_more_button (self);
}

/* Reads what is to be shown, or lets go of it. */
static void
follow (TendTimelinePage *self)
{
  TendTimelineFilter filter = tend_timeline_page_get_filter (self);
  gboolean seen = gtk_widget_get_mapped (GTK_WIDGET (self));
  gboolean history = filter == TEND_TIMELINE_FILTER_HISTORY;

  self->fresh = TRUE;
  empty_history (self);
  if (seen && history && self->account != 0)
    fill_history (self);
  if (!history)
    tend_timeline_model_set_kinds (self->model, filters[filter].kinds);
  tend_timeline_model_set_account (self->model, seen && !history ? self->account : 0);
  show_state (self);
}

static gboolean
is_followed (TendTimelinePage *self)
{
  if (tend_timeline_page_get_filter (self) == TEND_TIMELINE_FILTER_HISTORY)
    return self->entries != NULL;

  return tend_timeline_model_get_account (self->model) == self->account;
}

static void
on_filter (TendTimelinePage *self)
{
  if (self->model == NULL)
    return;

  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
on_show_all (TendTimelinePage *self)
{
  tend_timeline_page_set_filter (self, TEND_TIMELINE_FILTER_ALL);
}

/* What one does with an entry. */

static void
act_on (TendTimelinePage *self,
        TendTimelineItem *item,
        const char       *verb)
{
  TendEntity *entity = tend_timeline_item_get_entity (item);
  g_autofree char *action = g_strdup_printf ("win.%s-%s", verb, tend_entity_get_noun (entity)->name);

  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", tend_entity_get_id (entity));
}

static void
on_activate (TendTimelinePage *self,
             guint             position)
{
  g_autoptr (TendTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    act_on (self, item, "edit");
}

/* What happened with the client is the page's own to take away; the others are deleted where they are looked after. */
static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TendTimelinePage *self = TEND_TIMELINE_PAGE (widget);
  TendTimelineRow *row = tend_timeline_row_get_focused (widget);
  TendTimelineItem *item = row != NULL ? tend_timeline_row_get_item (row) : NULL;

  if (item == NULL)
    return GDK_EVENT_PROPAGATE;

  if (g_variant_get_byte (args) == 'e')
    act_on (self, item, "edit");
  else if (tend_timeline_item_get_kind (item) == TEND_TIMELINE_INTERACTION)
    act_on (self, item, "delete");
  else
    gtk_widget_error_bell (widget);

  return GDK_EVENT_STOP;
}

static void
log_contact (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.log-contact", "x", TEND_TIMELINE_PAGE (widget)->account);
}

/* The widget. */

static void
tend_timeline_page_map (GtkWidget *widget)
{
  TendTimelinePage *self = TEND_TIMELINE_PAGE (widget);

  GTK_WIDGET_CLASS (tend_timeline_page_parent_class)->map (widget);
  /* What was read stays when one only looks at another page of the same account. */
  if (!is_followed (self))
    follow (self);
  on_minute (self);
  self->clock = g_timeout_add_seconds (60, on_minute, self);
}

static void
tend_timeline_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TEND_TIMELINE_PAGE (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (tend_timeline_page_parent_class)->unmap (widget);
}

static void
tend_timeline_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TendTimelinePage *self = TEND_TIMELINE_PAGE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_int64 (value, self->account);
      break;
    case PROP_FILTER:
      g_value_set_uint (value, tend_timeline_page_get_filter (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_timeline_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TendTimelinePage *self = TEND_TIMELINE_PAGE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      tend_timeline_page_set_account (self, g_value_get_int64 (value));
      break;
    case PROP_FILTER:
      tend_timeline_page_set_filter (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_timeline_page_dispose (GObject *object)
{
  TendTimelinePage *self = TEND_TIMELINE_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->history != NULL)
    empty_history (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->names);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_timeline_page_parent_class)->dispose (object);
}

static void
tend_timeline_page_finalize (GObject *object)
{
  g_hash_table_unref (TEND_TIMELINE_PAGE (object)->rows);
  G_OBJECT_CLASS (tend_timeline_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendTimelinePage, filter);
  gtk_widget_class_bind_template_child (widget_class, TendTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendTimelinePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TendTimelinePage, list);
  gtk_widget_class_bind_template_child (widget_class, TendTimelinePage, history);
  gtk_widget_class_bind_template_child (widget_class, TendTimelinePage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_header_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_header_bind);
}

static void
tend_timeline_page_class_init (TendTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tend_timeline_page_dispose;
  object_class->finalize = tend_timeline_page_finalize;
  object_class->get_property = tend_timeline_page_get_property;
  object_class->set_property = tend_timeline_page_set_property;
  widget_class->map = tend_timeline_page_map;
  widget_class->unmap = tend_timeline_page_unmap;

  properties[PROP_ACCOUNT] = g_param_spec_int64 ("account", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FILTER] = g_param_spec_uint ("filter", NULL, NULL, 0, TEND_N_TIMELINE_FILTERS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "timeline.log-contact", NULL, log_contact);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, 0, on_key, "y", 'e');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_key, "y", 0x7f);
  tend_timeline_menu_install (widget_class);
}

static void
tend_timeline_page_init (TendTimelinePage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TEND_N_TIMELINE_FILTERS; i++)
    gtk_string_list_append (words, g_dpgettext2 (NULL, "timeline", filters[i].word));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (words));
  tend_timeline_menu_attach (GTK_WIDGET (self));
}

TendTimelinePage *
tend_timeline_page_new (TendBook *book)
{
  TendTimelinePage *self;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_TIMELINE_PAGE, NULL);
  self->book = g_object_ref (book);
  self->names = tend_timeline_names_new (book);
  self->model = tend_timeline_model_new (book, zone);
  self->selection = tend_selection_new (TEND_ID_LIST (self->model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->names, "changed", G_CALLBACK (refresh_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);

  return self;
}

void
tend_timeline_page_set_account (TendTimelinePage *self,
                                TendId            account)
{
  g_return_if_fail (TEND_IS_TIMELINE_PAGE (self));

  if (self->account == account)
    return;

  self->account = account;
  tend_timeline_names_set_account (self->names, account);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.log-contact", account != 0);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

TendId
tend_timeline_page_get_account (TendTimelinePage *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_PAGE (self), 0);

  return self->account;
}

void
tend_timeline_page_set_filter (TendTimelinePage   *self,
                               TendTimelineFilter  filter)
{
  g_return_if_fail (TEND_IS_TIMELINE_PAGE (self));
  g_return_if_fail (filter < TEND_N_TIMELINE_FILTERS);

  gtk_drop_down_set_selected (self->filter, filter);
}

TendTimelineFilter
tend_timeline_page_get_filter (TendTimelinePage *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_PAGE (self), TEND_TIMELINE_FILTER_ALL);

  return MIN (gtk_drop_down_get_selected (self->filter), TEND_N_TIMELINE_FILTERS - 1);
}
