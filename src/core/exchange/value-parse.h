/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TEND_DATE_ORDER_NONE,         /* not known */
  TEND_DATE_ORDER_YMD,
  TEND_DATE_ORDER_DMY,
  TEND_DATE_ORDER_MDY,
} TendDateOrder;

typedef struct
{
  int      year;
  int      month;               /* 1 to 12 */
  int      day;
  gboolean short_year;          /* the year was written with two digits: 1970 to 2069 is a guess */
  gboolean has_time;
  int      hour;
  int      minute;
  int      second;
  gboolean has_offset;
  int      offset;              /* seconds east of UTC */
} TendParsedDate;

gboolean    tend_value_parse_date         (const char     *text,
                                           TendDateOrder   order,
                                           TendParsedDate *date);
gboolean    tend_value_parse_number       (const char     *text,
                                           char            decimal,
                                           gint64         *thousandths);
gboolean    tend_value_parse_boolean      (const char     *text,
                                           gboolean       *value);
gboolean    tend_date_order_parse         (const char     *text,
                                           TendDateOrder  *order,
                                           gboolean       *short_years);
const char *tend_date_order_to_string     (TendDateOrder   order);

G_END_DECLS
