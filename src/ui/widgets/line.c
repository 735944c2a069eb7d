/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "line.h"

struct _TendLine
{
  GtkWidget parent_instance;

  /* Owned References */
  char        *text;
  PangoLayout *layout;  /* NULL until it is needed */

  int          width;   /* px that the text takes; right while there is a layout */
  float        xalign;
};

G_DEFINE_FINAL_TYPE (TendLine, tend_line, GTK_TYPE_WIDGET)

/* Whether the text stands at the left of the line. */
static gboolean
is_left (TendLine *self)
{
  return (self->xalign < 0.5f) == (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL);
}

static PangoLayout *
get_layout (TendLine *self)
{
  if (self->layout != NULL)
    return self->layout;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (self->layout, is_left (self) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (self->layout, &self->width, NULL);

  return self->layout;
}

static void
tend_line_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  PangoFontMetrics *metrics;
  int ascent;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  ascent = pango_font_metrics_get_ascent (metrics);
  *minimum = *natural = PANGO_PIXELS_CEIL (ascent + pango_font_metrics_get_descent (metrics));
  *minimum_baseline = *natural_baseline = PANGO_PIXELS_CEIL (ascent);
  pango_font_metrics_unref (metrics);
}

/* A letter of another font may be higher than the line. */
static int
get_top (TendLine *self)
{
  int baseline = gtk_widget_get_baseline (GTK_WIDGET (self));
  int height;

  if (baseline != -1)
    return baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout));

  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2;
}

static void
tend_line_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TendLine *self = TEND_LINE (widget);
  int width = gtk_widget_get_width (widget);
  PangoLayout *layout;
  GdkRGBA colour;
  gboolean rtl;
  int x;

  if (self->text == NULL || *self->text == '\0')
    return;

  /* Only what does not fit is laid out to the width of the line. */
  layout = get_layout (self);
  pango_layout_set_width (layout, self->width > width ? width * PANGO_SCALE : -1);
  rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  x = self->width > width ? 0 : (int) ((width - self->width) * (rtl ? 1 - self->xalign : self->xalign));
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, get_top (self)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
tend_line_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tend_line_parent_class)->css_changed (widget, change);
  g_clear_object (&TEND_LINE (widget)->layout);
}

static void
tend_line_direction_changed (GtkWidget        *widget,
                             GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (tend_line_parent_class)->direction_changed (widget, before);
  g_clear_object (&TEND_LINE (widget)->layout);
}

static void
tend_line_finalize (GObject *object)
{
  TendLine *self = TEND_LINE (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (tend_line_parent_class)->finalize (object);
}

static void
tend_line_class_init (TendLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_line_finalize;
  widget_class->measure = tend_line_measure;
  widget_class->snapshot = tend_line_snapshot;
  widget_class->css_changed = tend_line_css_changed;
  widget_class->direction_changed = tend_line_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tend_line_init (TendLine *self)
{
}

GtkWidget *
tend_line_new (float xalign)
{
  TendLine *self = g_object_new (TEND_TYPE_LINE, NULL);

  self->xalign = xalign;

  return GTK_WIDGET (self);
}

gboolean
tend_line_set_text (TendLine   *self,
                    const char *text)
{
  g_return_val_if_fail (TEND_IS_LINE (self), FALSE);

  if (!g_set_str (&self->text, text))
    return FALSE;

  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

const char *
tend_line_get_text (TendLine *self)
{
  g_return_val_if_fail (TEND_IS_LINE (self), NULL);

  return self->text;
}

int
tend_line_get_width (TendLine *self)
{
  g_return_val_if_fail (TEND_IS_LINE (self), 0);

  if (self->text == NULL || *self->text == '\0')
    return 0;

  get_layout (self);

  return self->width;
}
