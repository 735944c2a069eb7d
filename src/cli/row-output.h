/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"
#include "links.h"
#include "output.h"

G_BEGIN_DECLS

/* A column of a list for people. */
typedef struct
{
  const char *header;  /* translatable */
  const char *field;   /* of the noun; or "id", or "label" */
} TendColumn;

void        tend_row_add_json    (JsonBuilder       *builder,
                                  TendLinks         *links,
                                  const TendRecord  *record);
void        tend_row_add_array   (JsonBuilder       *builder,
                                  TendLinks         *links,
                                  const char        *member,
                                  GPtrArray         *entities);
void        tend_row_add_members (JsonBuilder       *builder,
                                  TendLinks         *links,
                                  const TendRecord  *record);
void        tend_row_add_link    (JsonBuilder       *builder,
                                  TendLinks         *links,
                                  const TendNoun    *noun,
                                  TendId             id);
void        tend_row_add_id      (JsonBuilder       *builder,
                                  TendId             id);
void        tend_row_add_instant (JsonBuilder       *builder,
                                  TendInstant        instant);
void        tend_row_add_money   (JsonBuilder       *builder,
                                  gint64             minor,
                                  const char        *currency);
void        tend_row_add_table   (TendTable         *table,
                                  TendLinks         *links,
                                  const TendRecord  *record,
                                  const TendColumn  *columns,
                                  const char        *without);
void        tend_row_add_headers (TendTable         *table,
                                  const TendColumn  *columns);
char       *tend_row_format      (TendLinks         *links,
                                  const TendRecord  *record,
                                  const char        *field);
char       *tend_row_format_instant (TendInstant     instant);
char       *tend_row_format_money (gint64            minor,
                                  const char        *currency);

const TendColumn *tend_row_get_columns (const TendNoun  *noun);
const char *tend_row_get_sort    (const TendNoun    *noun,
                                  gboolean          *descending);

G_END_DECLS
