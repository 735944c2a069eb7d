/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fit-bar.h"

#include <string.h>

#include "cell-sign.h"
#include "core/entities/purchase.h"

#define WIDTH 72
#define HEIGHT 8

struct _TendFitBar
{
  GtkWidget parent_instance;

  guint fits[4];
};

G_DEFINE_FINAL_TYPE (TendFitBar, tend_fit_bar, GTK_TYPE_WIDGET)

/* From good to bad, then what nobody judged. */
static const struct { TendFit fit; TendCell cell; } parts[] = {
  { TEND_FIT_FITS, TEND_CELL_FITS },
  { TEND_FIT_PARTLY, TEND_CELL_PARTLY },
  { TEND_FIT_DOES_NOT, TEND_CELL_DOES_NOT },
  { TEND_FIT_UNKNOWN, TEND_CELL_NOT_NEEDED },
};

static void
tend_fit_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
tend_fit_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TendFitBar *self = TEND_FIT_BAR (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint total = self->fits[0] + self->fits[1] + self->fits[2] + self->fits[3];
  GskRoundedRect outline;
  float x = 0;

  if (total == 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      float part = width * self->fits[parts[i].fit] / total;
      GdkRGBA colour;

      if (part <= 0 || !tend_cell_colour (parts[i].cell, &colour))
        continue;
      /* A bar is no background of text, and may be stronger. */
      if (parts[i].fit != TEND_FIT_UNKNOWN)
        colour.alpha = 1;
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (rtl ? width - x - part : x, 0, part, height));
      x += part;
    }
  gtk_snapshot_pop (snapshot);
}

static void
tend_fit_bar_class_init (TendFitBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tend_fit_bar_measure;
  widget_class->snapshot = tend_fit_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "fit-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tend_fit_bar_init (TendFitBar *self)
{
}

GtkWidget *
tend_fit_bar_new (void)
{
  return g_object_new (TEND_TYPE_FIT_BAR, NULL);
}

void
tend_fit_bar_set (TendFitBar  *self,
                  const guint  fits[4])
{
  g_return_if_fail (TEND_IS_FIT_BAR (self));

  memcpy (self->fits, fits, sizeof self->fits);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
