/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word can mean where a time is written. */
typedef enum
{
  TEND_MEANS_FILLER,
  TEND_MEANS_NEXT,
  TEND_MEANS_IN,
  TEND_MEANS_ONE,
  TEND_MEANS_NOW,
  TEND_MEANS_TODAY,
  TEND_MEANS_TOMORROW,
  TEND_MEANS_DAY_AFTER,
  TEND_MEANS_DAY_BEFORE,  /* today, by so many days */
  TEND_MEANS_AGO,        /* "2 days ago" */
  TEND_MEANS_BEFORE,     /* "vor 2 Tagen" */
  TEND_MEANS_LAST,
  TEND_MEANS_AFTER,
  TEND_MEANS_CLOCK,
  TEND_MEANS_PM,
  TEND_MEANS_AT,
  TEND_MEANS_HOUR_OF_DAY,
  TEND_MEANS_WEEKDAY,
  TEND_MEANS_MONTH,
  TEND_MEANS_MINUTES,
  TEND_MEANS_HOURS,
  TEND_MEANS_DAYS,
  TEND_MEANS_WEEKS,
  TEND_MEANS_MONTHS
} TendMeaning;

typedef struct
{
  const char *word;      /* as tend_fold_search() folds it */
  TendMeaning meaning;
  int value;             /* the number, hour, weekday or month that it stands for */
} TendWhenWord;

const TendWhenWord *tend_when_word_find (const char *folded);

G_END_DECLS
