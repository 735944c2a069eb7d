/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-row.h"

#include <glib/gi18n.h>

#include "ui/text/words.h"
#include "ui/widgets/context-menu.h"
#include "ui/widgets/late-menu.h"
#include "ui/widgets/reference-row.h"

#define MAX_TITLE 300
#define MAX_FOLLOWED 4

/* Between text and what stands behind it, and the least of the text, in pixels. */
#define SPACING      12
#define TEXT_WIDTH   150

struct _TendRecordRow
{
  AdwActionRow parent_instance;

  /* Borrowed References */
  GtkWidget      *icon;
  GtkWidget      *value;
  GtkWidget      *button;
  GtkWidget      *menu_button;

  /* Owned References */
  TendEntity     *entity;
  TendEntity     *followed[MAX_FOLLOWED];
  guint           n_followed;

  TendRecordShow  show;
  gpointer        data;
};

G_DEFINE_FINAL_TYPE (TendRecordRow, tend_record_row, ADW_TYPE_ACTION_ROW)

static TendId
get_id (TendRecordRow *self)
{
  return tend_entity_get_id (self->entity);
}

static void
act (TendRecordRow *self,
     const char    *verb)
{
  g_autofree char *action = g_strdup_printf ("win.%s-%s", verb, tend_entity_get_noun (self->entity)->name);

  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", get_id (self));
}

static void
tend_record_row_activate (AdwActionRow *row)
{
  act (TEND_RECORD_ROW (row), "edit");
}

static gboolean
delete (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  act (TEND_RECORD_ROW (widget), "delete");
  return TRUE;
}

static void
tend_record_row_dispose (GObject *object)
{
  TendRecordRow *self = TEND_RECORD_ROW (object);

  for (guint i = 0; i < self->n_followed; i++)
    g_clear_object (&self->followed[i]);
  self->n_followed = 0;
  g_clear_object (&self->entity);

  G_OBJECT_CLASS (tend_record_row_parent_class)->dispose (object);
}

static void
tend_record_row_class_init (TendRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_record_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tend_record_row_activate;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete, NULL);
}

static GtkWidget *
find_title (GtkWidget *header)
{
  for (GtkWidget *child = gtk_widget_get_first_child (header); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_has_css_class (child, "title"))
        return child;
    }

  return NULL;
}

/* Where the line is too short for the text and what stands behind it, that goes below. An AdwActionRow squeezes its text
 * instead, to a word a line; but its parts are children of one box, whatever lays that out. */
static void
let_wrap (TendRecordRow *self)
{
  GtkWidget *header = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  GtkWidget *title = GTK_IS_BOX (header) ? find_title (header) : NULL;
  GtkLayoutManager *layout;

  if (title == NULL)
    return;

  layout = adw_wrap_layout_new ();
  adw_wrap_layout_set_child_spacing (ADW_WRAP_LAYOUT (layout), SPACING);
  adw_wrap_layout_set_line_spacing (ADW_WRAP_LAYOUT (layout), 0);
  adw_wrap_layout_set_wrap_policy (ADW_WRAP_LAYOUT (layout), ADW_WRAP_MINIMUM);
  gtk_widget_set_layout_manager (header, layout);
  gtk_widget_set_size_request (title, TEXT_WIDTH, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "record");
}

static void
tend_record_row_init (TendRecordRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  let_wrap (self);
}

GtkWidget *
tend_record_row_new (TendEntity     *entity,
                     TendRecordShow  show,
                     gpointer        data)
{
  TendRecordRow *self = g_object_new (TEND_TYPE_RECORD_ROW, NULL);

  self->entity = g_object_ref (entity);
  self->show = show;
  self->data = data;
  g_signal_connect_object (entity, "changed", G_CALLBACK (tend_record_row_refresh), self, G_CONNECT_SWAPPED);
  tend_record_row_refresh (self);

  return GTK_WIDGET (self);
}

TendEntity *
tend_record_row_get_entity (TendRecordRow *self)
{
  g_return_val_if_fail (TEND_IS_RECORD_ROW (self), NULL);

  return self->entity;
}

void
tend_record_row_refresh (TendRecordRow *self)
{
  g_return_if_fail (TEND_IS_RECORD_ROW (self));

  if (tend_entity_get_loaded (self->entity))
    self->show (self, self->entity, self->data);
}

void
tend_record_row_set_icon (TendRecordRow *self,
                          const char    *icon,
                          const char    *meaning)
{
  if (self->icon == NULL)
    {
      self->icon = gtk_image_new ();
      adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->icon);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_tooltip_text (self->icon, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
}

void
tend_record_row_set_text (TendRecordRow *self,
                          const char    *title,
                          const char    *subtitle,
                          gboolean       alarming)
{
  g_autofree char *line = tend_words_one_line (title, MAX_TITLE);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (alarming)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
}

void
tend_record_row_set_value (TendRecordRow *self,
                           const char    *value)
{
  if (self->value == NULL)
    {
      self->value = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->value, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->value);
    }
  gtk_label_set_label (GTK_LABEL (self->value), value);
}

void
tend_record_row_set_button (TendRecordRow *self,
                            const char    *label,
                            const char    *action,
                            GVariant      *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  if (self->button == NULL)
    {
      self->button = gtk_button_new ();
      gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
    }
  gtk_widget_set_visible (self->button, label != NULL);
  if (label == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), owned);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

void
tend_record_row_set_menu (TendRecordRow *self,
                          GMenuModel    *menu)
{
  if (self->menu_button == NULL)
    {
      self->menu_button = gtk_menu_button_new ();
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
      gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->menu_button, _("More"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
      gtk_widget_add_css_class (self->menu_button, "flat");
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
    }
  tend_late_menu_set (GTK_MENU_BUTTON (self->menu_button), menu);
}

void
tend_record_menu_append (GMenu      *menu,
                         const char *label,
                         const char *action,
                         GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (g_str_has_prefix (action, "win.delete-"))
    tend_menu_item_set_key (item, "Delete");
  g_menu_append_item (menu, item);
}

TendEntity *
tend_record_row_follow (TendRecordRow  *self,
                        TendBook       *book,
                        const TendNoun *noun,
                        TendId          id)
{
  g_autoptr (TendEntity) entity = NULL;

  if (id == 0)
    return NULL;

  for (guint i = 0; i < self->n_followed; i++)
    {
      if (tend_entity_get_noun (self->followed[i]) == noun && tend_entity_get_id (self->followed[i]) == id)
        return self->followed[i];
    }

  entity = tend_book_get (book, noun, id);
  if (self->n_followed == MAX_FOLLOWED)
    {
      g_signal_handlers_disconnect_by_func (self->followed[0], tend_record_row_refresh, self);
      g_object_unref (self->followed[0]);
      self->n_followed--;
      for (guint i = 0; i < self->n_followed; i++)
        self->followed[i] = self->followed[i + 1];
    }
  g_signal_connect_object (entity, "changed", G_CALLBACK (tend_record_row_refresh), self, G_CONNECT_SWAPPED);
  self->followed[self->n_followed++] = g_object_ref (entity);

  return self->followed[self->n_followed - 1];
}

char *
tend_record_row_dup_name (TendRecordRow  *self,
                          TendBook       *book,
                          const TendNoun *noun,
                          TendId          id)
{
  TendEntity *entity = tend_record_row_follow (self, book, noun, id);

  if (entity == NULL)
    return NULL;

  return tend_entity_get_loaded (entity) ? tend_reference_dup_label (entity) : g_strdup ("…");
}

void
tend_record_append (GString    *line,
                    const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

void
tend_record_append_take (GString *line,
                         char    *part)
{
  tend_record_append (line, part);
  g_free (part);
}
