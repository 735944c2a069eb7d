/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "texts-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "field-error.h"

struct _TendTextsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  char             *row_title;
  GPtrArray        *rows;      /* of AdwEntryRow; the last one is blank */
  GtkInputPurpose   purpose;
  gboolean          filling;
};

G_DEFINE_FINAL_TYPE (TendTextsGroup, tend_texts_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_ROW_TITLE,
  PROP_INPUT_PURPOSE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void add_row (TendTextsGroup *self,
                     const char     *text);

static GtkWidget *
remove_button_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "remove-button");
}

static gboolean
is_blank (gpointer row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text == '\0';
}

static void
on_changed (TendTextsGroup *self,
            AdwEntryRow    *row)
{
  gtk_widget_set_visible (remove_button_of (row), !is_blank (row));
  if (self->filling)
    return;
  if (self->rows->len > 0 && !is_blank (g_ptr_array_index (self->rows, self->rows->len - 1)))
    add_row (self, "");

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove_clicked (TendTextsGroup *self,
                   GtkWidget      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  guint at;

  if (!g_ptr_array_find (self->rows, row, &at))
    return;
  if (at + 1 < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, at + 1));

  g_ptr_array_remove_index (self->rows, at);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (TendTextsGroup *self,
         const char     *text)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  tend_field_error_set_title (row, self->row_title);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), self->purpose);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "remove-button", button);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_widget_set_visible (button, *text != '\0');
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
tend_texts_group_constructed (GObject *object)
{
  G_OBJECT_CLASS (tend_texts_group_parent_class)->constructed (object);
  add_row (TEND_TEXTS_GROUP (object), "");
}

static void
tend_texts_group_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TendTextsGroup *self = TEND_TEXTS_GROUP (object);

  switch (prop_id)
    {
    case PROP_ROW_TITLE:
      g_value_set_string (value, self->row_title);
      break;
    case PROP_INPUT_PURPOSE:
      g_value_set_enum (value, self->purpose);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_texts_group_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TendTextsGroup *self = TEND_TEXTS_GROUP (object);

  switch (prop_id)
    {
    case PROP_ROW_TITLE:
      g_set_str (&self->row_title, g_value_get_string (value));
      break;
    case PROP_INPUT_PURPOSE:
      self->purpose = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_texts_group_finalize (GObject *object)
{
  TendTextsGroup *self = TEND_TEXTS_GROUP (object);

  g_free (self->row_title);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tend_texts_group_parent_class)->finalize (object);
}

static void
tend_texts_group_class_init (TendTextsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_texts_group_constructed;
  object_class->get_property = tend_texts_group_get_property;
  object_class->set_property = tend_texts_group_set_property;
  object_class->finalize = tend_texts_group_finalize;

  properties[PROP_ROW_TITLE] =
    g_param_spec_string ("row-title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INPUT_PURPOSE] =
    g_param_spec_enum ("input-purpose", NULL, NULL, GTK_TYPE_INPUT_PURPOSE, GTK_INPUT_PURPOSE_FREE_FORM,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_texts_group_init (TendTextsGroup *self)
{
  self->rows = g_ptr_array_new ();
}

GStrv
tend_texts_group_dup_texts (TendTextsGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (TEND_IS_TEXTS_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (self->rows, i);

      if (!is_blank (row))
        g_strv_builder_take (builder, g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)))));
    }
  texts = g_strv_builder_end (builder);

  return texts[0] != NULL ? g_steal_pointer (&texts) : NULL;
}

void
tend_texts_group_set_texts (TendTextsGroup    *self,
                            const char *const *texts)
{
  g_return_if_fail (TEND_IS_TEXTS_GROUP (self));

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_row (self, texts[i]);
  add_row (self, "");
  self->filling = FALSE;
}

void
tend_texts_group_set_error (TendTextsGroup *self,
                            const char     *text,
                            const char     *message)
{
  gboolean shown = message == NULL;

  g_return_if_fail (TEND_IS_TEXTS_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *own = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
      gboolean here = !shown && *own != '\0' && (text == NULL || strcmp (own, text) == 0);

      tend_field_error_show (row, here ? message : NULL);
      shown = shown || here;
    }
}
