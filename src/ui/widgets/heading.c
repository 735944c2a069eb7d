/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "heading.h"

struct _TendHeading
{
  GtkWidget  parent_instance;

  GtkLabel  *label;
  GtkLabel  *below;   /* owned; made when first needed */
  guint      moving;  /* tick callback that shows or hides it; 0: none */
};

G_DEFINE_FINAL_TYPE (TendHeading, tend_heading, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
has_room (TendHeading *self)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (self->label));
}

static GtkLabel *
create_below (TendHeading *self)
{
  GtkWidget *label = gtk_label_new (gtk_label_get_label (self->label));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_bottom (label, 6);

  return GTK_LABEL (g_object_ref_sink (label));
}

static void
show_below (TendHeading *self,
            gboolean     shown)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOOLBAR_VIEW);

  if (self->below == NULL && shown && view != NULL)
    {
      self->below = create_below (self);
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->below));
    }
  if (self->below != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->below), shown);
}

static gboolean
is_below (TendHeading *self)
{
  return self->below != NULL && gtk_widget_get_visible (GTK_WIDGET (self->below));
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TendHeading *self = TEND_HEADING (widget);

  self->moving = 0;
  show_below (self, !has_room (self));
  return G_SOURCE_REMOVE;
}

static void
tend_heading_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TendHeading *self = TEND_HEADING (widget);

  gtk_widget_measure (GTK_WIDGET (self->label), orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
}

/* What the bar leaves does not depend on where the title stands, so it does not go to and fro. Its label below cannot come
 * or go while sizes are given. */
static void
tend_heading_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TendHeading *self = TEND_HEADING (widget);
  int natural;

  gtk_widget_measure (GTK_WIDGET (self->label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (self->label), natural <= width);
  gtk_widget_allocate (GTK_WIDGET (self->label), width, height, baseline, NULL);
  if (is_below (self) == has_room (self) && self->moving == 0)
    self->moving = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
}

static void
tend_heading_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TendHeading *self = TEND_HEADING (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->label));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_heading_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TendHeading *self = TEND_HEADING (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->label, g_value_get_string (value));
      if (self->below != NULL)
        gtk_label_set_label (self->below, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_heading_dispose (GObject *object)
{
  TendHeading *self = TEND_HEADING (object);

  g_clear_object (&self->below);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (tend_heading_parent_class)->dispose (object);
}

static void
tend_heading_class_init (TendHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_heading_get_property;
  object_class->set_property = tend_heading_set_property;
  object_class->dispose = tend_heading_dispose;
  widget_class->measure = tend_heading_measure;
  widget_class->size_allocate = tend_heading_size_allocate;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_heading_init (TendHeading *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "title");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

GtkWidget *
tend_heading_new (const char *title)
{
  return g_object_new (TEND_TYPE_HEADING, "title", title, NULL);
}
