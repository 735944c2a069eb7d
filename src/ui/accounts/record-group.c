/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-group.h"

#include <glib/gi18n.h>

#include "models/entity-list-model.h"

#define MORE 50

struct _TendRecordGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkListBox          *list;
  GtkWidget           *placeholder;
  GtkWidget           *more;
  GtkWidget           *add;

  /* Owned References */
  TendEntityListModel *rows;      /* one more than is shown, to know whether there are more */
  GtkSliceListModel   *slice;
  GListModel          *shown;
  TendQuery           *query;
  GtkSorter           *sorter;    /* NULL: the book's order */
  char                *add_action;
  char                *empty_title;

  guint                limit;
  guint                present;   /* how many are shown at most now */
};

G_DEFINE_FINAL_TYPE (TendRecordGroup, tend_record_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_ADD_ACTION,
  PROP_ADD_LABEL,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_SUBTITLE,
  PROP_LIMIT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_ends (TendRecordGroup *self)
{
  guint n = self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
  guint shown = self->shown != NULL ? g_list_model_get_n_items (self->shown) : 0;

  gtk_widget_set_visible (self->more, n > self->present);
  if (self->empty_title == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), shown > 0);
}

static void
set_range (TendRecordGroup *self)
{
  gtk_slice_list_model_set_size (self->slice, self->present);
  tend_query_set_range (self->query, 0, self->present + 1);
  tend_entity_list_model_set_query (self->rows, self->query);
  show_ends (self);
}

static void
on_more (TendRecordGroup *self)
{
  self->present += MORE;
  set_range (self);
}

/* A row that reads differently may belong elsewhere. */
static void
on_book_changed (TendRecordGroup *self,
                 TendChangeSet   *changes)
{
  if (self->sorter != NULL && tend_change_set_touches (changes, tend_query_get_noun (self->query)))
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

void
tend_record_group_clear (TendRecordGroup *self)
{
  g_return_if_fail (TEND_IS_RECORD_GROUP (self));

  if (self->shown == NULL)
    return;

  g_signal_handlers_disconnect_by_func (tend_entity_list_model_get_book (self->rows), on_book_changed, self);
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_signal_handlers_disconnect_by_func (self->shown, show_ends, self);
  g_signal_handlers_disconnect_by_func (self->rows, show_ends, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->slice);
  g_clear_object (&self->rows);
  g_clear_object (&self->sorter);
  g_clear_pointer (&self->query, tend_query_free);
}

static void
tend_record_group_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TendRecordGroup *self = TEND_RECORD_GROUP (object);

  switch (prop_id)
    {
    case PROP_ADD_ACTION:
      g_value_set_string (value, self->add_action);
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, gtk_widget_get_tooltip_text (self->add));
      break;
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, self->empty_title);
      break;
    case PROP_EMPTY_SUBTITLE:
      g_value_set_string (value, adw_action_row_get_subtitle (ADW_ACTION_ROW (self->placeholder)));
      break;
    case PROP_LIMIT:
      g_value_set_uint (value, self->limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_record_group_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TendRecordGroup *self = TEND_RECORD_GROUP (object);

  switch (prop_id)
    {
    case PROP_ADD_ACTION:
      g_set_str (&self->add_action, g_value_get_string (value));
      break;
    case PROP_ADD_LABEL:
      gtk_widget_set_tooltip_text (self->add, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_widget_get_tooltip_text (self->add), -1);
      break;
    case PROP_EMPTY_TITLE:
      g_set_str (&self->empty_title, g_value_get_string (value));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->placeholder), self->empty_title);
      gtk_widget_set_visible (GTK_WIDGET (self), self->empty_title != NULL);
      break;
    case PROP_EMPTY_SUBTITLE:
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->placeholder), g_value_get_string (value));
      break;
    case PROP_LIMIT:
      self->limit = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
show_title (TendRecordGroup *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)), -1);
}

static void
tend_record_group_dispose (GObject *object)
{
  tend_record_group_clear (TEND_RECORD_GROUP (object));
  G_OBJECT_CLASS (tend_record_group_parent_class)->dispose (object);
}

static void
tend_record_group_finalize (GObject *object)
{
  TendRecordGroup *self = TEND_RECORD_GROUP (object);

  g_free (self->add_action);
  g_free (self->empty_title);
  G_OBJECT_CLASS (tend_record_group_parent_class)->finalize (object);
}

static void
tend_record_group_class_init (TendRecordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tend_record_group_get_property;
  object_class->set_property = tend_record_group_set_property;
  object_class->dispose = tend_record_group_dispose;
  object_class->finalize = tend_record_group_finalize;

#define TEXT(id, name) \
  properties[id] = g_param_spec_string (name, NULL, NULL, NULL, \
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)
  TEXT (PROP_ADD_ACTION, "add-action");
  TEXT (PROP_ADD_LABEL, "add-label");
  TEXT (PROP_EMPTY_TITLE, "empty-title");
  TEXT (PROP_EMPTY_SUBTITLE, "empty-subtitle");
#undef TEXT
  properties[PROP_LIMIT] =
    g_param_spec_uint ("limit", NULL, NULL, 1, 1000, 20,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_record_group_init (TendRecordGroup *self)
{
  self->limit = 20;

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_visible (self->add, FALSE);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->placeholder = adw_action_row_new ();
  gtk_list_box_set_placeholder (self->list, self->placeholder);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));

  self->more = gtk_button_new_with_mnemonic (_("Show _More"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->more, 12);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);

  g_signal_connect (self, "notify::title", G_CALLBACK (show_title), NULL);
}

void
tend_record_group_set_add (TendRecordGroup *self,
                           GVariant        *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (TEND_IS_RECORD_GROUP (self));

  gtk_widget_set_visible (self->add, owned != NULL);
  if (owned == NULL)
    return;

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->add), owned);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), self->add_action);
}

void
tend_record_group_show (TendRecordGroup  *self,
                        TendBook         *book,
                        const TendQuery  *query,
                        GtkSorter        *sorter,
                        GtkFilter        *filter,
                        TendRecordCreate  create,
                        gpointer          data)
{
  GListModel *shown;

  g_return_if_fail (TEND_IS_RECORD_GROUP (self));

  tend_record_group_clear (self);
  self->query = tend_query_copy (query);
  g_set_object (&self->sorter, sorter);
  self->present = self->limit;
  self->rows = tend_entity_list_model_new (book, NULL);
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), 0, self->present);
  shown = g_object_ref (G_LIST_MODEL (self->slice));
  if (filter != NULL)
    shown = G_LIST_MODEL (gtk_filter_list_model_new (shown, g_object_ref (filter)));
  if (sorter != NULL)
    shown = G_LIST_MODEL (gtk_sort_list_model_new (shown, g_object_ref (sorter)));
  self->shown = shown;
  gtk_list_box_bind_model (self->list, shown, create, data, NULL);
  g_signal_connect_object (shown, "items-changed", G_CALLBACK (show_ends), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (show_ends), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  set_range (self);
}

void
tend_record_group_refresh (TendRecordGroup *self)
{
  g_return_if_fail (TEND_IS_RECORD_GROUP (self));

  /* What is late now may belong elsewhere. */
  if (self->sorter != NULL)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (TEND_IS_RECORD_ROW (row))
        tend_record_row_refresh (TEND_RECORD_ROW (row));
    }
}

GListModel *
tend_record_group_get_model (TendRecordGroup *self)
{
  g_return_val_if_fail (TEND_IS_RECORD_GROUP (self), NULL);

  return self->shown;
}

GtkWidget *
tend_record_group_get_list (TendRecordGroup *self)
{
  g_return_val_if_fail (TEND_IS_RECORD_GROUP (self), NULL);

  return GTK_WIDGET (self->list);
}
