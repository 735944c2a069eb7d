/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trend-plot.h"

#include "ui/text/moment.h"

#define HEIGHT 140
#define MINIMUM_WIDTH 200
#define LEFT 34
#define RIGHT 14
#define TOP 12
#define BOTTOM 26
#define RADIUS 4.0f

/* Lines across, besides the bottom one. */
#define N_LINES 2

struct _TendTrendPlot
{
  GtkWidget parent_instance;

  /* Owned References */
  GArray   *points;

  TendDay   until;
  int       maximum;
  gboolean  steps;
};

G_DEFINE_FINAL_TYPE (TendTrendPlot, tend_trend_plot, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MAXIMUM,
  PROP_STEPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What is drawn in. */
typedef struct
{
  GtkSnapshot *snapshot;
  float        width;
  float        height;
  TendDay      from;
  GdkRGBA      ink;
  GdkRGBA      colours[2];
} Drawing;

float
tend_trend_plot_place (TendDay day,
                       TendDay from,
                       TendDay until)
{
  if (until <= from)
    return 0.5f;

  return CLAMP ((float) (day - from) / (float) (until - from), 0.0f, 1.0f);
}

static const TendTrendPoint *
point_at (TendTrendPlot *self,
          guint          index)
{
  return &g_array_index (self->points, TendTrendPoint, index);
}

static float
x_of (TendTrendPlot *self,
      const Drawing *drawing,
      TendDay        day)
{
  return LEFT + tend_trend_plot_place (day, drawing->from, self->until) * (drawing->width - LEFT - RIGHT);
}

static float
y_of (TendTrendPlot *self,
      const Drawing *drawing,
      int            value)
{
  return TOP + (1.0f - (float) value / (float) self->maximum) * (drawing->height - TOP - BOTTOM);
}

static void
draw_text (TendTrendPlot *self,
           Drawing       *drawing,
           const char    *text,
           float          x,
           float          y,
           float          align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA ink = drawing->ink;
  int width, height;

  ink.alpha *= 0.65f;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x - align * (float) width, y - (float) height / 2));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &ink);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
draw_ground (TendTrendPlot *self,
             Drawing       *drawing)
{
  GdkRGBA faint = drawing->ink;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *from = tend_day_dup_text (drawing->from);
  g_autofree char *until = tend_day_dup_text (self->until);

  faint.alpha *= 0.15f;
  for (int i = 0; i <= N_LINES; i++)
    {
      int value = self->maximum * i / N_LINES;
      float y = y_of (self, drawing, value);
      g_autofree char *label = g_strdup_printf ("%d", value);

      gtk_snapshot_append_color (drawing->snapshot, &faint,
                                 &GRAPHENE_RECT_INIT (LEFT, y, drawing->width - LEFT - RIGHT, 1));
      draw_text (self, drawing, label, LEFT - 8, y, 1.0f);
    }

  first = tend_moment_date (from);
  last = tend_moment_date (until);
  draw_text (self, drawing, first, LEFT, drawing->height - BOTTOM / 2, 0.0f);
  if (self->until > drawing->from)
    draw_text (self, drawing, last, drawing->width - RIGHT, drawing->height - BOTTOM / 2, 1.0f);
}

static void
draw_line (TendTrendPlot *self,
           Drawing       *drawing,
           int            series)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);
  gboolean down = FALSE;
  float y = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const TendTrendPoint *point = point_at (self, i);
      float x = x_of (self, drawing, point->day);

      if (point->series != series)
        continue;
      if (down && self->steps)
        gsk_path_builder_line_to (builder, x, y);
      if (point->value < 0)
        {
          down = FALSE;
          continue;
        }
      y = y_of (self, drawing, point->value);
      if (down)
        gsk_path_builder_line_to (builder, x, y);
      else
        gsk_path_builder_move_to (builder, x, y);
      down = TRUE;
    }
  if (down && self->steps)
    gsk_path_builder_line_to (builder, x_of (self, drawing, self->until), y);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (series == 1)
    gsk_stroke_set_dash (stroke, (float[]) { 5, 4 }, 2);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_stroke (drawing->snapshot, path, stroke, &drawing->colours[series]);
}

/* A disc for the one, a diamond for the other: colour is never alone. */
static void
draw_mark (TendTrendPlot        *self,
           Drawing              *drawing,
           const TendTrendPoint *point)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float x = x_of (self, drawing, point->day);
  float y = y_of (self, drawing, point->value);

  if (point->series == 0)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), RADIUS);
  else
    {
      gsk_path_builder_move_to (builder, x, y - RADIUS - 1);
      gsk_path_builder_line_to (builder, x + RADIUS + 1, y);
      gsk_path_builder_line_to (builder, x, y + RADIUS + 1);
      gsk_path_builder_line_to (builder, x - RADIUS - 1, y);
      gsk_path_builder_close (builder);
    }

  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (drawing->snapshot, path, GSK_FILL_RULE_WINDING, &drawing->colours[point->series]);
}

static void
tend_trend_plot_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TendTrendPlot *self = TEND_TREND_PLOT (widget);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  Drawing drawing = { .snapshot = snapshot };

  if (self->points->len == 0)
    return;

  drawing.width = (float) gtk_widget_get_width (widget);
  drawing.height = (float) gtk_widget_get_height (widget);
  drawing.from = point_at (self, 0)->day;
  gtk_widget_get_color (widget, &drawing.ink);
  drawing.colours[0] = *accent;
  drawing.colours[1] = drawing.ink;
  draw_ground (self, &drawing);
  for (int series = 0; series < 2; series++)
    draw_line (self, &drawing, series);
  for (guint i = 0; i < self->points->len && !self->steps; i++)
    {
      if (point_at (self, i)->value >= 0)
        draw_mark (self, &drawing, point_at (self, i));
    }
}

static void
tend_trend_plot_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : HEIGHT;
  *natural = *minimum;
}

static void
tend_trend_plot_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TendTrendPlot *self = TEND_TREND_PLOT (object);

  switch (prop_id)
    {
    case PROP_MAXIMUM:
      g_value_set_int (value, self->maximum);
      break;
    case PROP_STEPS:
      g_value_set_boolean (value, self->steps);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_trend_plot_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TendTrendPlot *self = TEND_TREND_PLOT (object);

  switch (prop_id)
    {
    case PROP_MAXIMUM:
      self->maximum = g_value_get_int (value);
      break;
    case PROP_STEPS:
      self->steps = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tend_trend_plot_finalize (GObject *object)
{
  g_array_unref (TEND_TREND_PLOT (object)->points);
  G_OBJECT_CLASS (tend_trend_plot_parent_class)->finalize (object);
}

static void
tend_trend_plot_class_init (TendTrendPlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_trend_plot_get_property;
  object_class->set_property = tend_trend_plot_set_property;
  object_class->finalize = tend_trend_plot_finalize;
  widget_class->measure = tend_trend_plot_measure;
  widget_class->snapshot = tend_trend_plot_snapshot;

  properties[PROP_MAXIMUM] =
    g_param_spec_int ("maximum", NULL, NULL, 1, 1000, 100, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEPS] =
    g_param_spec_boolean ("steps", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "trend-plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_trend_plot_init (TendTrendPlot *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (TendTrendPoint));
  self->maximum = 100;
}

void
tend_trend_plot_set_points (TendTrendPlot        *self,
                            const TendTrendPoint *points,
                            gsize                 n_points,
                            TendDay               until,
                            const char           *summary)
{
  g_return_if_fail (TEND_IS_TREND_PLOT (self));

  g_array_set_size (self->points, 0);
  g_array_append_vals (self->points, points, (guint) n_points);
  self->until = n_points > 0 ? MAX (until, points[n_points - 1].day) : until;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
