/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reference-row.h"

#include <glib/gi18n.h>

#include "core/entities/liaison.h"
#include "core/entities/product.h"
#include "ui/text/words.h"

/* More than a person reads; who looks for another types a letter more. */
#define MAX_CHOICES 50

struct _TendReferenceRow
{
  AdwActionRow parent_instance;

  /* Template Widgets */
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkEditable   *search;
  GtkListBox    *list;

  /* Owned References */
  TendBook      *book;
  TendQuery     *query;
  GHashTable    *without;
  TendEntity    *chosen;
  GCancellable  *cancellable;
  char          *none_label;
};

G_DEFINE_FINAL_TYPE (TendReferenceRow, tend_reference_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_NONE_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

char *
tend_reference_dup_label (TendEntity *entity)
{
  const TendRecord *record = tend_entity_get_record (entity);
  g_autofree char *name = NULL;

  if (record->noun == &tend_follow_up_noun)
    return tend_words_follow_up ((const TendFollowUpRecord *) record, 200);
  if (record->noun == &tend_contact_noun)
    name = tend_contact_dup_name ((const TendContactRecord *) record);
  else
    name = g_strdup (tend_record_get_text (record, tend_noun_get_field (record->noun, record->noun->label_field)));

  return tend_words_one_line (name, 200);
}

/* What tells two of one name apart. */
static char *
dup_detail (TendEntity *entity)
{
  const TendRecord *record = tend_entity_get_record (entity);

  if (record->noun == &tend_manager_noun)
    {
      const TendManagerRecord *manager = (const TendManagerRecord *) record;

      return manager->title != NULL ? tend_words_one_line (manager->title, 100) : g_strdup (tend_words_role (manager->role));
    }
  if (record->noun == &tend_account_noun)
    return tend_words_one_line (((const TendAccountRecord *) record)->city, 100);
  if (record->noun == &tend_contact_noun)
    return tend_words_one_line (((const TendContactRecord *) record)->title, 100);
  if (record->noun == &tend_liaison_noun)
    return tend_words_one_line (((const TendLiaisonRecord *) record)->team, 100);
  if (record->noun == &tend_product_noun)
    return tend_words_one_line (((const TendProductRecord *) record)->number, 100);

  return g_strdup ("");
}

static void
show_chosen (TendReferenceRow *self)
{
  g_autofree char *label = NULL;

  if (self->chosen != NULL)
    label = tend_reference_dup_label (self->chosen);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), label != NULL ? label : self->none_label != NULL ? self->none_label : "");
}

static GtkWidget *
create_choice (TendReferenceRow *self,
               TendEntity       *entity)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = entity != NULL ? tend_reference_dup_label (entity) : g_strdup (self->none_label);
  g_autofree char *detail = entity != NULL ? dup_detail (entity) : g_strdup ("");
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (*detail != '\0')
    {
      label = gtk_label_new (detail);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (entity != NULL)
    g_object_set_data_full (G_OBJECT (row), "entity", g_object_ref (entity), g_object_unref);

  return row;
}

static void
show_choices (TendReferenceRow *self,
              GPtrArray        *entities)
{
  gboolean searching = *gtk_editable_get_text (self->search) != '\0';

  gtk_list_box_remove_all (self->list);
  if (self->none_label != NULL && !searching)
    gtk_list_box_append (self->list, create_choice (self, NULL));

  for (guint i = 0; i < entities->len; i++)
    {
      TendEntity *entity = g_ptr_array_index (entities, i);
      TendId id = tend_entity_get_id (entity);

      if (self->without == NULL || !g_hash_table_contains (self->without, &id))
        gtk_list_box_append (self->list, create_choice (self, entity));
    }
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TendReferenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entities = tend_book_find_finish (TEND_BOOK (source), result, &error);

  /* A failed reading shows as nothing found; the book itself reports what is wrong with it. */
  if (entities != NULL)
    show_choices (self, entities);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_list_box_remove_all (self->list);
}

static void
find (TendReferenceRow *self)
{
  if (self->book == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  tend_query_set_search (self->query, gtk_editable_get_text (self->search));
  tend_book_find_async (self->book, self->query, self->cancellable, on_found, g_object_ref (self));
}

static void
choose (TendReferenceRow *self,
        TendEntity       *entity)
{
  gtk_popover_popdown (self->popover);
  if (self->chosen == entity)
    return;

  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  g_set_object (&self->chosen, entity);
  if (entity != NULL)
    g_signal_connect_object (entity, "changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_search_changed (TendReferenceRow *self)
{
  find (self);
}

static void
on_search_activated (TendReferenceRow *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    choose (self, g_object_get_data (G_OBJECT (first), "entity"));
}

static void
on_search_stopped (TendReferenceRow *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_row_activated (TendReferenceRow *self,
                  GtkListBoxRow    *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "entity"));
}

static void
on_popover_shown (TendReferenceRow *self)
{
  gtk_editable_set_text (self->search, "");
  find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
tend_reference_row_activate (AdwActionRow *row)
{
  gtk_menu_button_popup (TEND_REFERENCE_ROW (row)->button);
}

static void
tend_reference_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NONE_LABEL:
      g_value_set_string (value, TEND_REFERENCE_ROW (object)->none_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_reference_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TendReferenceRow *self = TEND_REFERENCE_ROW (object);

  switch (prop_id)
    {
    case PROP_NONE_LABEL:
      if (g_set_str (&self->none_label, g_value_get_string (value)))
        {
          show_chosen (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_reference_row_dispose (GObject *object)
{
  TendReferenceRow *self = TEND_REFERENCE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chosen);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_REFERENCE_ROW);

  G_OBJECT_CLASS (tend_reference_row_parent_class)->dispose (object);
}

static void
tend_reference_row_finalize (GObject *object)
{
  TendReferenceRow *self = TEND_REFERENCE_ROW (object);

  g_clear_pointer (&self->query, tend_query_free);
  g_clear_pointer (&self->without, g_hash_table_unref);
  g_free (self->none_label);

  G_OBJECT_CLASS (tend_reference_row_parent_class)->finalize (object);
}

static void
tend_reference_row_class_init (TendReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_reference_row_get_property;
  object_class->set_property = tend_reference_row_set_property;
  object_class->dispose = tend_reference_row_dispose;
  object_class->finalize = tend_reference_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = tend_reference_row_activate;

  properties[PROP_NONE_LABEL] =
    g_param_spec_string ("none-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/widgets/reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendReferenceRow, button);
  gtk_widget_class_bind_template_child (widget_class, TendReferenceRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TendReferenceRow, search);
  gtk_widget_class_bind_template_child (widget_class, TendReferenceRow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
tend_reference_row_init (TendReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_shown), self, G_CONNECT_SWAPPED);
}

void
tend_reference_row_set_choices (TendReferenceRow *self,
                                TendBook         *book,
                                const TendQuery  *query,
                                GHashTable       *without)
{
  g_return_if_fail (TEND_IS_REFERENCE_ROW (self));
  g_return_if_fail (TEND_IS_BOOK (book));
  g_return_if_fail (query != NULL);

  g_set_object (&self->book, book);
  g_clear_pointer (&self->query, tend_query_free);
  self->query = tend_query_copy (query);
  tend_query_set_range (self->query, 0, MAX_CHOICES);
  if (without != NULL)
    g_hash_table_ref (without);
  g_clear_pointer (&self->without, g_hash_table_unref);
  self->without = without;
}

void
tend_reference_row_set_noun (TendReferenceRow *self,
                             TendBook         *book,
                             const TendNoun   *noun,
                             TendId            account)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);

  if (account != 0)
    tend_query_add_int (query, "account", TEND_QUERY_IS, account);
  if (tend_noun_get_field (noun, "active") != NULL)
    tend_query_add_int (query, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (query, noun->label_field, FALSE);
  tend_reference_row_set_choices (self, book, query, NULL);
}

TendId
tend_reference_row_get_id (TendReferenceRow *self)
{
  g_return_val_if_fail (TEND_IS_REFERENCE_ROW (self), 0);

  return self->chosen != NULL ? tend_entity_get_id (self->chosen) : 0;
}

void
tend_reference_row_set_id (TendReferenceRow *self,
                           TendId            id)
{
  g_autoptr (TendEntity) entity = NULL;

  g_return_if_fail (TEND_IS_REFERENCE_ROW (self));
  g_return_if_fail (id == 0 || self->book != NULL);

  if (id != 0)
    entity = tend_book_get (self->book, tend_query_get_noun (self->query), id);
  choose (self, entity);
}

GHashTable *
tend_reference_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
tend_reference_set_add (GHashTable *set,
                        TendId      id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}
