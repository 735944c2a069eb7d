/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-data.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/text/link.h"
#include "ui/text/moment.h"
#include "ui/text/words.h"

#define N_GROUPS 3
#define MAX_VALUE 4000

/* What stands in a row; ADDRESS and the like are more than one field. */
typedef enum { ROW_FIELD, ROW_MAIL, ROW_CALL, ROW_WEBSITE, ROW_ADDRESS } RowKind;

typedef struct
{
  int         group;
  RowKind     kind;
  const char *field;
} Row;

static const Row rows[] = {
  { 0, ROW_CALL, "phone" },
  { 0, ROW_MAIL, "email" },
  { 0, ROW_WEBSITE, "website" },
  { 0, ROW_ADDRESS, NULL },
  { 1, ROW_FIELD, "number" },
  { 1, ROW_FIELD, "kind" },
  { 1, ROW_FIELD, "industry" },
  { 1, ROW_FIELD, "customer_since" },
  { 1, ROW_FIELD, "vat_id" },
  { 1, ROW_FIELD, "language" },
  { 1, ROW_FIELD, "zone" },
  { 1, ROW_FIELD, "currency" },
  { 2, ROW_FIELD, "to_avoid" },
  { 2, ROW_FIELD, "notes" },
};

struct _TendAccountData
{
  GtkBox parent_instance;

  /* Owned References */
  TendAccount *account;

  /* Borrowed References */
  GtkWidget   *groups[N_GROUPS];
  GtkWidget   *widgets[G_N_ELEMENTS (rows)];
  GtkWidget   *buttons[G_N_ELEMENTS (rows)];

  guint        showing;  /* source that fills the rows */
};

G_DEFINE_FINAL_TYPE (TendAccountData, tend_account_data, GTK_TYPE_BOX)

static void
append_line (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
dup_address (const TendAccountRecord *record)
{
  g_autoptr (GString) place = g_string_new (record->postcode);
  g_autoptr (GString) address = g_string_new (record->street);

  append_line (place, " ", record->city);
  append_line (address, "\n", place->len > 0 ? place->str : NULL);
  append_line (address, "\n", record->region);
  append_line (address, "\n", record->country);

  return address->len > 0 ? g_string_free_and_steal (g_steal_pointer (&address)) : NULL;
}

static char *
dup_value (const Row               *row,
           const TendAccountRecord *record)
{
  const TendField *field;

  if (row->kind == ROW_ADDRESS)
    return dup_address (record);

  field = tend_noun_get_field (&tend_account_noun, row->field);
  /* Most are firms; only the exception is worth a line. */
  if (strcmp (field->name, "kind") == 0 && record->kind == TEND_ACCOUNT_FIRM)
    return NULL;
  if (field->type == TEND_FIELD_WORD)
    return g_strdup (tend_words_of_field (field, (int) tend_record_get_int (&record->base, field)));
  if (tend_record_is_unset (&record->base, field))
    return NULL;
  if (field->type == TEND_FIELD_DATE)
    return tend_moment_date (tend_record_get_text (&record->base, field));

  return g_strdup (tend_record_get_text (&record->base, field));
}

static gboolean
get_link_kind (RowKind       kind,
               TendLinkKind *link)
{
  switch (kind)
    {
    case ROW_MAIL: *link = TEND_LINK_MAIL; return TRUE;
    case ROW_CALL: *link = TEND_LINK_CALL; return TRUE;
    case ROW_WEBSITE: *link = TEND_LINK_WEBSITE; return TRUE;
    case ROW_FIELD:
    case ROW_ADDRESS:
    default: return FALSE;
    }
}

static void
show_link (TendAccountData *self,
           guint            index,
           const char      *value)
{
  g_autofree char *uri = NULL;
  TendLinkKind kind;

  if (!get_link_kind (rows[index].kind, &kind))
    return;

  uri = tend_link_make (kind, value);
  gtk_widget_set_visible (self->buttons[index], uri != NULL);
  if (uri != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[index]), "s", uri);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[index]), "win.open-link");
    }
}

static void
show_account (TendAccountData *self)
{
  const TendAccountRecord *record = tend_account_get (self->account);
  gboolean filled[N_GROUPS] = { FALSE, };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = dup_value (&rows[i], record);

      gtk_widget_set_visible (self->widgets[i], value != NULL);
      filled[rows[i].group] |= value != NULL;
      if (value == NULL)
        continue;

      if (g_utf8_strlen (value, -1) > MAX_VALUE)
        *g_utf8_offset_to_pointer (value, MAX_VALUE) = '\0';
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->widgets[i]), value);
      show_link (self, i, value);
    }
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_set_visible (self->groups[i], filled[i]);
}

static gboolean
show_late (gpointer user_data)
{
  TendAccountData *self = user_data;

  self->showing = 0;
  show_account (self);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
create_button (RowKind kind)
{
  GtkWidget *button = NULL;
  const char *label = NULL;

  switch (kind)
    {
    case ROW_MAIL:
      button = gtk_button_new_from_icon_name ("mail-message-new-symbolic");
      label = _("Write an E-Mail");
      break;
    case ROW_CALL:
      button = gtk_button_new_from_icon_name ("call-start-symbolic");
      label = _("Call");
      break;
    case ROW_WEBSITE:
      button = gtk_button_new_from_icon_name ("web-browser-symbolic");
      label = _("Open the Website");
      break;
    case ROW_FIELD:
    case ROW_ADDRESS:
    default:
      return NULL;
    }

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static const char *
get_title (const Row *row)
{
  return row->kind == ROW_ADDRESS ? _("Address") : tend_words_field (&tend_account_noun, row->field);
}

static void
add_row (TendAccountData *self,
         guint            index)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_title (&rows[index]));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 12);
  gtk_widget_add_css_class (row, "property");
  self->widgets[index] = row;
  self->buttons[index] = create_button (rows[index].kind);
  if (self->buttons[index] != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->buttons[index]);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[rows[index].group]), row);
}

static void
tend_account_data_dispose (GObject *object)
{
  g_clear_handle_id (&TEND_ACCOUNT_DATA (object)->showing, g_source_remove);
  g_clear_object (&TEND_ACCOUNT_DATA (object)->account);
  G_OBJECT_CLASS (tend_account_data_parent_class)->dispose (object);
}

static void
tend_account_data_class_init (TendAccountDataClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_account_data_dispose;
}

static void
tend_account_data_init (TendAccountData *self)
{
  static const char *const titles[N_GROUPS] = { N_("How to Reach Them"), N_("Details"), N_("Notes") };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->groups[i] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[i]), _(titles[i]));
      gtk_box_append (GTK_BOX (self), self->groups[i]);
    }
}

GtkWidget *
tend_account_data_new (void)
{
  return g_object_new (TEND_TYPE_ACCOUNT_DATA, NULL);
}

void
tend_account_data_prepare (TendAccountData *self)
{
  g_return_if_fail (TEND_IS_ACCOUNT_DATA (self));

  for (guint i = 0; i < G_N_ELEMENTS (rows) && self->widgets[i] == NULL; i++)
    add_row (self, i);
}

void
tend_account_data_set_account (TendAccountData *self,
                               TendAccount     *account)
{
  g_return_if_fail (TEND_IS_ACCOUNT_DATA (self));

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, show_account, self);
  g_set_object (&self->account, account);
  g_clear_handle_id (&self->showing, g_source_remove);
  if (account == NULL)
    return;

  tend_account_data_prepare (self);
  g_signal_connect_object (account, "changed", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  /* Before the next frame, but in a turn of its own: it costs as much as all else of an account. */
  self->showing = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, show_late, self, NULL);
}
