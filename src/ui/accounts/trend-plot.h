/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/rules/day.h"

G_BEGIN_DECLS

#define TEND_TYPE_TREND_PLOT (tend_trend_plot_get_type ())
G_DECLARE_FINAL_TYPE (TendTrendPlot, tend_trend_plot, TEND, TREND_PLOT, GtkWidget)

/**
 * TendTrendPoint:
 * @day: when
 * @value: 0 to the plot's maximum; -1 = a gap
 * @series: 0, or 1 for what is told apart from it by shape and colour
 */
typedef struct
{
  TendDay day;
  int     value;
  int     series;
} TendTrendPoint;

/**
 * TendTrendPlot:
 *
 * A course over time, drawn in the colours of light and dark. What it shows must stand as a table beside it; to a screen
 * reader it is a picture with a name and a sentence.
 *
 * Properties: `maximum` (of the values, 10 or 100), `steps` (a value holds until the next one, rather than going over
 * into it).
 */

/* The points in the order of their days (copied), drawn from the first to @until. @summary: said to screen readers. */
void  tend_trend_plot_set_points (TendTrendPlot        *self,
                                  const TendTrendPoint *points,
                                  gsize                 n_points,
                                  TendDay               until,
                                  const char           *summary);
/* Where @day stands in a drawing from 0 to 1. Pure, for tests. */
float tend_trend_plot_place      (TendDay               day,
                                  TendDay               from,
                                  TendDay               until);

G_END_DECLS
