/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words for times, English and German in one list: where both have a word, it means the same in both, but for "am",
 * which when.c tells apart by what stands around it. */

#include "when-words.h"

#include <string.h>

/* Folded as tend_fold_search() does: no umlauts, and no e behind a, o or u. */
static const TendWhenWord vocabulary[] = {
  { "on", TEND_MEANS_FILLER, 0 }, { "am", TEND_MEANS_FILLER, 0 }, { "den", TEND_MEANS_FILLER, 0 }, { "dem", TEND_MEANS_FILLER, 0 },
  { "the", TEND_MEANS_FILLER, 0 }, { "of", TEND_MEANS_FILLER, 0 }, { "der", TEND_MEANS_FILLER, 0 }, { "th", TEND_MEANS_FILLER, 0 },
  { "st", TEND_MEANS_FILLER, 0 }, { "nd", TEND_MEANS_FILLER, 0 }, { "rd", TEND_MEANS_FILLER, 0 },
  { "at", TEND_MEANS_AT, 0 }, { "um", TEND_MEANS_AT, 0 }, { "gegen", TEND_MEANS_AT, 0 },
  { "next", TEND_MEANS_NEXT, 0 }, { "nachste", TEND_MEANS_NEXT, 0 }, { "nachsten", TEND_MEANS_NEXT, 0 },
  { "nachster", TEND_MEANS_NEXT, 0 }, { "nachstes", TEND_MEANS_NEXT, 0 }, { "kommende", TEND_MEANS_NEXT, 0 },
  { "kommenden", TEND_MEANS_NEXT, 0 }, { "kommender", TEND_MEANS_NEXT, 0 }, { "this", TEND_MEANS_FILLER, 0 },
  { "diese", TEND_MEANS_FILLER, 0 }, { "diesen", TEND_MEANS_FILLER, 0 }, { "coming", TEND_MEANS_NEXT, 0 },
  { "in", TEND_MEANS_IN, 0 }, { "a", TEND_MEANS_ONE, 1 }, { "an", TEND_MEANS_ONE, 1 }, { "one", TEND_MEANS_ONE, 1 },
  { "ein", TEND_MEANS_ONE, 1 }, { "eine", TEND_MEANS_ONE, 1 }, { "einer", TEND_MEANS_ONE, 1 }, { "einem", TEND_MEANS_ONE, 1 },
  { "two", TEND_MEANS_ONE, 2 }, { "zwei", TEND_MEANS_ONE, 2 }, { "three", TEND_MEANS_ONE, 3 }, { "drei", TEND_MEANS_ONE, 3 },
  { "four", TEND_MEANS_ONE, 4 }, { "vier", TEND_MEANS_ONE, 4 }, { "five", TEND_MEANS_ONE, 5 }, { "funf", TEND_MEANS_ONE, 5 },
  { "six", TEND_MEANS_ONE, 6 }, { "sechs", TEND_MEANS_ONE, 6 }, { "seven", TEND_MEANS_ONE, 7 }, { "sieben", TEND_MEANS_ONE, 7 },
  { "eight", TEND_MEANS_ONE, 8 }, { "acht", TEND_MEANS_ONE, 8 }, { "nine", TEND_MEANS_ONE, 9 }, { "neun", TEND_MEANS_ONE, 9 },
  { "ten", TEND_MEANS_ONE, 10 }, { "zehn", TEND_MEANS_ONE, 10 }, { "fourteen", TEND_MEANS_ONE, 14 },
  { "vierzehn", TEND_MEANS_ONE, 14 },
  { "now", TEND_MEANS_NOW, 0 }, { "jetzt", TEND_MEANS_NOW, 0 }, { "sofort", TEND_MEANS_NOW, 0 },
  { "today", TEND_MEANS_TODAY, 0 }, { "heute", TEND_MEANS_TODAY, 0 },
  { "tomorrow", TEND_MEANS_TOMORROW, 0 }, { "morgen", TEND_MEANS_TOMORROW, 0 },
  { "ubermorgen", TEND_MEANS_DAY_AFTER, 0 },
  { "yesterday", TEND_MEANS_DAY_BEFORE, 1 }, { "gestern", TEND_MEANS_DAY_BEFORE, 1 }, { "vorgestern", TEND_MEANS_DAY_BEFORE, 2 },
  { "ago", TEND_MEANS_AGO, 0 }, { "vor", TEND_MEANS_BEFORE, 0 }, { "last", TEND_MEANS_LAST, 0 },
  { "letzte", TEND_MEANS_LAST, 0 }, { "letzten", TEND_MEANS_LAST, 0 }, { "letzter", TEND_MEANS_LAST, 0 },
  { "vergangenen", TEND_MEANS_LAST, 0 },
  { "after", TEND_MEANS_AFTER, 0 }, { "uhr", TEND_MEANS_CLOCK, 0 }, { "h", TEND_MEANS_CLOCK, 0 }, { "oclock", TEND_MEANS_CLOCK, 0 }, { "pm", TEND_MEANS_PM, 0 },
  { "morning", TEND_MEANS_HOUR_OF_DAY, 9 }, { "fruh", TEND_MEANS_HOUR_OF_DAY, 9 }, { "vormittag", TEND_MEANS_HOUR_OF_DAY, 9 },
  { "noon", TEND_MEANS_HOUR_OF_DAY, 12 }, { "mittag", TEND_MEANS_HOUR_OF_DAY, 12 }, { "mittags", TEND_MEANS_HOUR_OF_DAY, 12 },
  { "afternoon", TEND_MEANS_HOUR_OF_DAY, 14 }, { "nachmittag", TEND_MEANS_HOUR_OF_DAY, 14 },
  { "tonight", TEND_MEANS_HOUR_OF_DAY, 18 }, { "evening", TEND_MEANS_HOUR_OF_DAY, 18 }, { "abend", TEND_MEANS_HOUR_OF_DAY, 18 },
  { "monday", TEND_MEANS_WEEKDAY, 1 }, { "mon", TEND_MEANS_WEEKDAY, 1 }, { "montag", TEND_MEANS_WEEKDAY, 1 }, { "mo", TEND_MEANS_WEEKDAY, 1 },
  { "tusday", TEND_MEANS_WEEKDAY, 2 }, { "tu", TEND_MEANS_WEEKDAY, 2 }, { "tus", TEND_MEANS_WEEKDAY, 2 },
  { "dienstag", TEND_MEANS_WEEKDAY, 2 }, { "di", TEND_MEANS_WEEKDAY, 2 },
  { "wednesday", TEND_MEANS_WEEKDAY, 3 }, { "wed", TEND_MEANS_WEEKDAY, 3 }, { "mittwoch", TEND_MEANS_WEEKDAY, 3 }, { "mi", TEND_MEANS_WEEKDAY, 3 },
  { "thursday", TEND_MEANS_WEEKDAY, 4 }, { "thu", TEND_MEANS_WEEKDAY, 4 }, { "donnerstag", TEND_MEANS_WEEKDAY, 4 }, { "do", TEND_MEANS_WEEKDAY, 4 },
  { "friday", TEND_MEANS_WEEKDAY, 5 }, { "fri", TEND_MEANS_WEEKDAY, 5 }, { "freitag", TEND_MEANS_WEEKDAY, 5 }, { "fr", TEND_MEANS_WEEKDAY, 5 },
  { "saturday", TEND_MEANS_WEEKDAY, 6 }, { "sat", TEND_MEANS_WEEKDAY, 6 }, { "samstag", TEND_MEANS_WEEKDAY, 6 }, { "sa", TEND_MEANS_WEEKDAY, 6 },
  { "sonnabend", TEND_MEANS_WEEKDAY, 6 },
  { "sunday", TEND_MEANS_WEEKDAY, 7 }, { "sun", TEND_MEANS_WEEKDAY, 7 }, { "sonntag", TEND_MEANS_WEEKDAY, 7 }, { "so", TEND_MEANS_WEEKDAY, 7 },
  { "january", TEND_MEANS_MONTH, 1 }, { "jan", TEND_MEANS_MONTH, 1 }, { "januar", TEND_MEANS_MONTH, 1 }, { "janner", TEND_MEANS_MONTH, 1 },
  { "february", TEND_MEANS_MONTH, 2 }, { "feb", TEND_MEANS_MONTH, 2 }, { "februar", TEND_MEANS_MONTH, 2 },
  { "march", TEND_MEANS_MONTH, 3 }, { "mar", TEND_MEANS_MONTH, 3 }, { "marz", TEND_MEANS_MONTH, 3 },
  { "april", TEND_MEANS_MONTH, 4 }, { "apr", TEND_MEANS_MONTH, 4 },
  { "may", TEND_MEANS_MONTH, 5 }, { "mai", TEND_MEANS_MONTH, 5 },
  { "june", TEND_MEANS_MONTH, 6 }, { "jun", TEND_MEANS_MONTH, 6 }, { "juni", TEND_MEANS_MONTH, 6 },
  { "july", TEND_MEANS_MONTH, 7 }, { "jul", TEND_MEANS_MONTH, 7 }, { "juli", TEND_MEANS_MONTH, 7 },
  { "august", TEND_MEANS_MONTH, 8 }, { "aug", TEND_MEANS_MONTH, 8 },
  { "september", TEND_MEANS_MONTH, 9 }, { "sep", TEND_MEANS_MONTH, 9 }, { "sept", TEND_MEANS_MONTH, 9 },
  { "october", TEND_MEANS_MONTH, 10 }, { "oct", TEND_MEANS_MONTH, 10 }, { "oktober", TEND_MEANS_MONTH, 10 }, { "okt", TEND_MEANS_MONTH, 10 },
  { "november", TEND_MEANS_MONTH, 11 }, { "nov", TEND_MEANS_MONTH, 11 },
  { "december", TEND_MEANS_MONTH, 12 }, { "dec", TEND_MEANS_MONTH, 12 }, { "dezember", TEND_MEANS_MONTH, 12 }, { "dez", TEND_MEANS_MONTH, 12 },
  { "minute", TEND_MEANS_MINUTES, 0 }, { "minutes", TEND_MEANS_MINUTES, 0 }, { "min", TEND_MEANS_MINUTES, 0 }, { "mins", TEND_MEANS_MINUTES, 0 },
  { "minuten", TEND_MEANS_MINUTES, 0 },
  { "hour", TEND_MEANS_HOURS, 0 }, { "hours", TEND_MEANS_HOURS, 0 }, { "stunde", TEND_MEANS_HOURS, 0 }, { "stunden", TEND_MEANS_HOURS, 0 },
  { "std", TEND_MEANS_HOURS, 0 },
  { "day", TEND_MEANS_DAYS, 0 }, { "days", TEND_MEANS_DAYS, 0 }, { "tag", TEND_MEANS_DAYS, 0 }, { "tage", TEND_MEANS_DAYS, 0 },
  { "tagen", TEND_MEANS_DAYS, 0 },
  { "week", TEND_MEANS_WEEKS, 0 }, { "weeks", TEND_MEANS_WEEKS, 0 }, { "woche", TEND_MEANS_WEEKS, 0 }, { "wochen", TEND_MEANS_WEEKS, 0 },
  { "month", TEND_MEANS_MONTHS, 0 }, { "months", TEND_MEANS_MONTHS, 0 }, { "monat", TEND_MEANS_MONTHS, 0 }, { "monate", TEND_MEANS_MONTHS, 0 },
  { "monaten", TEND_MEANS_MONTHS, 0 },
};

/* The word, or NULL. */
const TendWhenWord *
tend_when_word_find (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    if (strcmp (folded, vocabulary[i].word) == 0)
      return &vocabulary[i];

  return NULL;
}
