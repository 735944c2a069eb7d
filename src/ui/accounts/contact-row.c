/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contact-row.h"

#include <glib/gi18n.h>

#include "ui/text/link.h"
#include "ui/text/moment.h"
#include "ui/text/words.h"
#include "ui/widgets/avatar-image.h"
#include "ui/widgets/context-menu.h"
#include "ui/widgets/late-menu.h"

#include "record-row.h"

struct _TendContactRow
{
  AdwActionRow parent_instance;

  /* Template Widgets */
  TendAvatarImage *avatar;
  GtkWidget       *mail_button;
  GtkWidget       *call_button;
  GtkMenuButton   *menu_button;

  /* Owned References */
  TendContact     *contact;
};

G_DEFINE_FINAL_TYPE (TendContactRow, tend_contact_row, ADW_TYPE_ACTION_ROW)

static char *
dup_subtitle (const TendContactRecord *record)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const TendField *part = tend_noun_get_field (&tend_contact_noun, "part");

  tend_record_append_take (line, tend_words_one_line (record->title, 200));
  if (record->part != TEND_PART_OTHER)
    tend_record_append (line, tend_words_of_field (part, record->part));
  if (record->main)
    tend_record_append (line, line->len > 0 ? _("main contact") : _("Main contact"));
  if (record->left_on != NULL)
    {
      g_autofree char *date = tend_moment_date (record->left_on);
      g_autofree char *left = g_strdup_printf (_("left the firm %s"), date);

      tend_record_append (line, left);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* A button that hands the first of @texts to the desktop; away where there is none that may be. */
static void
set_link (GtkWidget     *button,
          TendLinkKind   kind,
          GStrv          texts,
          const char    *format)
{
  g_autofree char *uri = NULL;
  g_autofree char *tooltip = NULL;
  guint i;

  for (i = 0; uri == NULL && texts != NULL && texts[i] != NULL; i++)
    uri = tend_link_make (kind, texts[i]);
  gtk_widget_set_visible (button, uri != NULL);
  if (uri == NULL)
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  tooltip = g_strdup_printf (format, texts[i - 1]);
#pragma GCC diagnostic pop
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             GVariant   *target,
             const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (key != NULL)
    tend_menu_item_set_key (item, key);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_copies (GMenu      *menu,
               GStrv       texts,
               const char *key)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *shown = tend_words_one_line (texts[i], 60);
      g_auto (GStrv) parts = g_strsplit (shown, "_", -1);
      g_autofree char *escaped = g_strjoinv ("__", parts);
      /* Translators: %s is an e-mail address or a phone number */
      g_autofree char *label = g_strdup_printf (_("Copy %s"), escaped);

      append_item (menu, label, "win.copy", g_variant_new_string (texts[i]), i == 0 ? key : NULL);
    }
}

static void
show_menu (TendContactRow          *self,
           const TendContactRecord *record)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  TendId id = record->base.id;

  append_item (menu, _("_Edit…"), "win.edit-contact", g_variant_new_int64 (id), NULL);
  append_copies (copies, record->emails, "<Control>c");
  append_copies (copies, record->phones, "<Shift><Control>c");
  append_item (last, _("_Delete"), "win.delete-contact", g_variant_new_int64 (id), "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  tend_late_menu_set (self->menu_button, G_MENU_MODEL (menu));
}

static void
show_contact (TendContactRow *self)
{
  const TendContactRecord *record = tend_contact_get (self->contact);
  g_autofree char *full = tend_contact_dup_name (record);
  g_autofree char *name = tend_words_one_line (full, 300);
  g_autofree char *subtitle = dup_subtitle (record);

  tend_avatar_image_set_name (self->avatar, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (record->left_on != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "left");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "left");
  /* Translators: %s is an e-mail address */
  set_link (self->mail_button, TEND_LINK_MAIL, record->emails, _("Write to %s"));
  /* Translators: %s is a phone number */
  set_link (self->call_button, TEND_LINK_CALL, record->phones, _("Call %s"));
  show_menu (self, record);
}

static void
tend_contact_row_activate (AdwActionRow *row)
{
  TendContactRow *self = TEND_CONTACT_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-contact", "x", tend_entity_get_id (TEND_ENTITY (self->contact)));
}

static gboolean
copy_first (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  TendContactRow *self = TEND_CONTACT_ROW (widget);
  const TendContactRecord *record = tend_contact_get (self->contact);
  GStrv texts = g_variant_get_boolean (args) ? record->phones : record->emails;

  if (texts == NULL || texts[0] == NULL)
    return FALSE;

  gtk_widget_activate_action (widget, "win.copy", "s", texts[0]);
  return TRUE;
}

static gboolean
delete_contact (GtkWidget *widget,
                GVariant  *args,
                gpointer   data)
{
  TendContactRow *self = TEND_CONTACT_ROW (widget);

  gtk_widget_activate_action (widget, "win.delete-contact", "x", tend_entity_get_id (TEND_ENTITY (self->contact)));
  return TRUE;
}

static void
tend_contact_row_dispose (GObject *object)
{
  TendContactRow *self = TEND_CONTACT_ROW (object);

  g_clear_object (&self->contact);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_CONTACT_ROW);

  G_OBJECT_CLASS (tend_contact_row_parent_class)->dispose (object);
}

static void
tend_contact_row_class_init (TendContactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_contact_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tend_contact_row_activate;

  g_type_ensure (TEND_TYPE_AVATAR_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/contact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendContactRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, TendContactRow, mail_button);
  gtk_widget_class_bind_template_child (widget_class, TendContactRow, call_button);
  gtk_widget_class_bind_template_child (widget_class, TendContactRow, menu_button);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_first, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, copy_first, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_contact, NULL);
}

static void
tend_contact_row_init (TendContactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_contact_row_new (TendContact *contact)
{
  TendContactRow *self = g_object_new (TEND_TYPE_CONTACT_ROW, NULL);

  self->contact = g_object_ref (contact);
  g_signal_connect_object (contact, "changed", G_CALLBACK (show_contact), self, G_CONNECT_SWAPPED);
  show_contact (self);

  return GTK_WIDGET (self);
}

TendContact *
tend_contact_row_get_contact (TendContactRow *self)
{
  g_return_val_if_fail (TEND_IS_CONTACT_ROW (self), NULL);

  return self->contact;
}
