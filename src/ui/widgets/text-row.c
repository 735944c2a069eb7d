/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-row.h"

struct _TendTextRow
{
  AdwPreferencesRow parent_instance;

  /* Template Widgets */
  GtkLabel      *title;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (TendTextRow, tend_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_changed (TendTextRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static gboolean
tend_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TEND_TEXT_ROW (widget)->view));
}

/* A text view that goes away with the keyboard in it is never freed (dialog-focus.h), and with it the dialog and the book. */
static void
tend_text_row_unmap (GtkWidget *widget)
{
  TendTextRow *self = TEND_TEXT_ROW (widget);

  if (gtk_widget_has_focus (GTK_WIDGET (self->view)))
    gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  GTK_WIDGET_CLASS (tend_text_row_parent_class)->unmap (widget);
}

static void
tend_text_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TendTextRow *self = TEND_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value, tend_text_row_dup_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_text_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TendTextRow *self = TEND_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      tend_text_row_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (tend_text_row_parent_class)->dispose (object);
}

static void
tend_text_row_class_init (TendTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_text_row_get_property;
  object_class->set_property = tend_text_row_set_property;
  object_class->dispose = tend_text_row_dispose;
  widget_class->grab_focus = tend_text_row_grab_focus;
  widget_class->unmap = tend_text_row_unmap;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/widgets/text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendTextRow, title);
  gtk_widget_class_bind_template_child (widget_class, TendTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, TendTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
tend_text_row_init (TendTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
tend_text_row_dup_text (TendTextRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TEND_IS_TEXT_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
tend_text_row_set_text (TendTextRow *self,
                        const char  *text)
{
  g_autofree char *old = NULL;

  g_return_if_fail (TEND_IS_TEXT_ROW (self));

  old = tend_text_row_dup_text (self);
  if (g_strcmp0 (old, text != NULL ? text : "") != 0)
    {
      gtk_text_buffer_begin_irreversible_action (self->buffer);
      gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
      gtk_text_buffer_end_irreversible_action (self->buffer);
    }
}
