/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"

G_BEGIN_DECLS

typedef struct
{
  const TendField *field;
  TendQueryMatch   match;
  gint64           number;
  char            *text;
} TendQueryFilter;

struct _TendQuery
{
  const TendNoun *noun;
  char           *search;
  char           *sort;
  gboolean        descending;
  gsize           offset;
  gsize           limit;
  GArray         *filters;  /* TendQueryFilter */
  TendId          product;  /* that accounts have, or have not; 0 = whatever they have */
  gboolean        without;
  char           *today;
};

gboolean tend_query_equal_but_search (const TendQuery *a,
                                      const TendQuery *b);

G_END_DECLS
