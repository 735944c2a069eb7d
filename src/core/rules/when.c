/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time as people write it, in English and German at once, since a firm writes both.
 *
 * The text is cut into words and numbers; each step of read_next() takes those that form one statement (a day, a time
 * of day, a span) off the front. Every word must be understood and nothing may be said twice: a wrong guess would
 * become a promise at the wrong time. */

#include "when.h"

#include <string.h>

#include "when-tokens.h"
#include "when-words.h"

#define MAX_AMOUNT 9999

typedef struct
{
  TendToken tokens[TEND_WHEN_MAX_TOKENS + 1];
  guint at;

  gint64 now;
  GTimeZone *zone;
  gboolean past;      /* of what is left open, the last such day or time is meant */
  TendWall today;

  TendWall wall;
  gboolean has_day;
  gboolean has_time;
} When;

/* Looking */

static const TendWhenWord *
look_up (const TendToken *token)
{
  return token->kind == TEND_TOKEN_WORD ? tend_when_word_find (token->word) : NULL;
}

static const TendToken *
peek (When  *self,
      guint  ahead)
{
  return &self->tokens[MIN (self->at + ahead, TEND_WHEN_MAX_TOKENS)];
}

static gboolean
means (When    *self,
       guint    ahead,
       TendMeaning  meaning)
{
  const TendWhenWord *entry = look_up (peek (self, ahead));

  return entry != NULL && entry->meaning == meaning;
}

static gboolean
take_if (When        *self,
         TendMeaning  meaning)
{
  if (!means (self, 0, meaning))
    return FALSE;

  self->at++;
  return TRUE;
}

/* Understanding */

static gboolean
set_time (When *self,
          int   hour,
          int   minute)
{
  if (self->has_time || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;

  self->wall.hour = hour;
  self->wall.minute = minute;
  self->has_time = TRUE;
  return TRUE;
}

static gboolean
set_day (When           *self,
         const TendWall *day)
{
  if (self->has_day || !tend_wall_is_valid (day))
    return FALSE;

  self->wall.year = day->year;
  self->wall.month = day->month;
  self->wall.day = day->day;
  self->has_day = TRUE;
  return TRUE;
}

static gboolean
set_day_in (When *self,
            int   days)
{
  TendWall day = self->today;

  tend_wall_add_days (&day, days);
  return set_day (self, &day);
}

static gboolean
is_open_date (When           *self,
              const TendWall *date)
{
  int order;

  if (!tend_wall_is_valid (date))
    return FALSE;

  order = tend_wall_compare_days (date, &self->today);
  return self->past ? order <= 0 : order >= 0;
}

/* A date without its year is the next such day, or the last. */
static gboolean
set_date (When *self,
          int   day,
          int   month,
          int   year)
{
  TendWall date = { .year = year, .month = month, .day = day, .all_day = TRUE };

  if (year < 0)
    {
      date.year = self->today.year;

      /* 29.2. can be years ahead. */
      for (int tries = 0; tries < 8 && !is_open_date (self, &date); tries++)
        date.year += self->past ? -1 : 1;
    }
  else if (year < 100)
    {
      date.year += 2000;
    }

  return set_day (self, &date);
}

/* "am" is the morning in English, but "on the" in German. */
static gboolean
is_am (When  *self,
       guint  ahead)
{
  return strcmp (peek (self, ahead)->word, "am") == 0 && !means (self, ahead + 1, TEND_MEANS_WEEKDAY)
         && !(peek (self, ahead + 1)->kind == TEND_TOKEN_NUMBER && peek (self, ahead + 1)->mark == '.');
}

static gboolean
read_hour_suffix (When *self,
                  int   hour,
                  int   minute)
{
  gboolean am = is_am (self, 0);

  if (am || means (self, 0, TEND_MEANS_PM))
    {
      self->at++;

      if (hour < 1 || hour > 12)
        return FALSE;

      hour = hour % 12 + (am ? 0 : 12);
    }
  else if (take_if (self, TEND_MEANS_CLOCK) && minute == 0 && peek (self, 0)->kind == TEND_TOKEN_NUMBER && peek (self, 0)->mark == 0)
    {
      minute = self->tokens[self->at++].number;
    }

  return set_time (self, hour, minute);
}

/* "15:00", "15.30 Uhr", "9 Uhr 30", "3 pm", "at 9" */
static gboolean
is_time (When *self)
{
  const TendToken *first = peek (self, 0);
  guint last = 0;

  if (first->mark == ':')
    return peek (self, 1)->kind == TEND_TOKEN_NUMBER;

  if (first->mark == '.' && peek (self, 1)->kind == TEND_TOKEN_NUMBER && peek (self, 1)->mark == 0)
    last = 1;

  return means (self, last + 1, TEND_MEANS_CLOCK) || means (self, last + 1, TEND_MEANS_PM) || (first->mark == 0 && is_am (self, 1))
         || (last == 1 && peek (self, 1)->number > 12);
}

static gboolean
read_time (When *self)
{
  const TendToken *first = peek (self, 0);
  const TendToken *second = peek (self, 1);
  int minute = 0;

  if (first->kind != TEND_TOKEN_NUMBER || first->n_digits > 2)
    return FALSE;

  self->at++;

  if (first->mark == ':' || (first->mark == '.' && second->kind == TEND_TOKEN_NUMBER))
    {
      if (second->kind != TEND_TOKEN_NUMBER || second->n_digits != 2)
        return FALSE;

      minute = second->number;
      self->at++;

      /* Seconds of a pasted time. */
      if (second->mark == ':' && peek (self, 0)->kind == TEND_TOKEN_NUMBER)
        self->at++;
    }

  return read_hour_suffix (self, first->number, minute);
}

/* "3 Dec", "3. Dezember 2026", "3rd of December" */
static gboolean
read_day_of_month_name (When *self)
{
  int day = peek (self, 0)->number;
  guint at = 1;
  const TendWhenWord *month;
  const TendToken *year;

  while (means (self, at, TEND_MEANS_FILLER))
    at++;

  month = look_up (peek (self, at));

  if (month == NULL || month->meaning != TEND_MEANS_MONTH)
    return FALSE;

  year = peek (self, at + 1);
  self->at += at + 1;

  if (year->kind != TEND_TOKEN_NUMBER || year->n_digits != 4 || year->mark != 0)
    return set_date (self, day, month->value, -1);

  self->at++;
  return set_date (self, day, month->value, year->number);
}

/* "3.12.", "3.12.2026", "2026-12-03" */
static gboolean
read_date (When *self)
{
  const TendToken *first = peek (self, 0);
  const TendToken *second = peek (self, 1);
  const TendToken *third = peek (self, 2);

  if (second->kind == TEND_TOKEN_WORD)
    return read_day_of_month_name (self);

  if (second->kind != TEND_TOKEN_NUMBER)
    return FALSE;

  if (first->mark == '-' && second->mark == '-' && first->n_digits == 4 && third->kind == TEND_TOKEN_NUMBER)
    {
      self->at += 3;
      return set_date (self, third->number, second->number, first->number);
    }

  if (first->mark == '.' && first->n_digits <= 2 && second->n_digits <= 2)
    {
      gboolean has_year = second->mark == '.' && third->kind == TEND_TOKEN_NUMBER && third->mark == 0
                          && (third->n_digits == 4 || third->n_digits == 2) && !means (self, 3, TEND_MEANS_CLOCK);

      self->at += has_year ? 3 : 2;
      return set_date (self, first->number, second->number, has_year ? third->number : -1);
    }

  return FALSE;
}

/* "December 3rd, 2026" */
static gboolean
read_month_first (When *self,
                  int   month)
{
  const TendToken *day = peek (self, 1);
  int year = -1;

  if (day->kind != TEND_TOKEN_NUMBER || day->n_digits > 2)
    return FALSE;

  self->at += 2;

  while (take_if (self, TEND_MEANS_FILLER))
    ;

  if (peek (self, 0)->kind == TEND_TOKEN_NUMBER && peek (self, 0)->n_digits == 4)
    year = self->tokens[self->at++].number;

  return set_date (self, day->number, month, year);
}

/* "2 days", "a week", "einer Stunde": so long after now, or before. */
static gboolean
read_span (When *self,
           int   direction)
{
  const TendToken *amount_token = peek (self, 0);
  const TendWhenWord *amount_word = look_up (amount_token);
  const TendWhenWord *unit = look_up (peek (self, 1));
  TendWall wall = self->today;
  int amount = amount_token->number;

  if (amount_word != NULL && amount_word->meaning == TEND_MEANS_ONE)
    amount = amount_word->value;
  else if (amount_token->kind != TEND_TOKEN_NUMBER || amount_token->mark != 0 || amount > MAX_AMOUNT)
    return FALSE;

  if (unit == NULL)
    return FALSE;

  self->at += 2;
  amount *= direction;

  switch ((int) unit->meaning)
    {
    case TEND_MEANS_MINUTES:
    case TEND_MEANS_HOURS:
      tend_wall_from_instant (&wall,
                              self->now + amount * (unit->meaning == TEND_MEANS_HOURS ? G_TIME_SPAN_HOUR : G_TIME_SPAN_MINUTE),
                              self->zone);
      return set_day (self, &wall) && set_time (self, wall.hour, wall.minute);
    case TEND_MEANS_DAYS:
      return set_day_in (self, amount);
    case TEND_MEANS_WEEKS:
      return set_day_in (self, 7 * amount);
    case TEND_MEANS_MONTHS:
      tend_wall_add_months (&wall, amount);
      return set_day (self, &wall);
    default:
      return FALSE;
    }
}

/* "next Tuesday", "next week" (its Monday), "next month" (its first) */
static gboolean
read_next_unit (When *self)
{
  const TendWhenWord *unit = look_up (peek (self, 0));
  TendWall day = self->today;

  if (unit == NULL)
    return FALSE;

  self->at++;

  switch ((int) unit->meaning)
    {
    case TEND_MEANS_WEEKDAY:
      return set_day_in (self, (unit->value - tend_wall_get_weekday (&day) + 6) % 7 + 1);
    case TEND_MEANS_WEEKS:
      return set_day_in (self, 8 - tend_wall_get_weekday (&day));
    case TEND_MEANS_MONTHS:
      tend_wall_add_months (&day, 1);
      day.day = 1;
      return set_day (self, &day);
    default:
      return FALSE;
    }
}

/* "last Tuesday" */
static gboolean
read_last_weekday (When *self)
{
  const TendWhenWord *day = look_up (peek (self, 0));

  if (day == NULL || day->meaning != TEND_MEANS_WEEKDAY)
    return FALSE;

  self->at++;
  return set_day_in (self, -((tend_wall_get_weekday (&self->today) - day->value + 6) % 7 + 1));
}

/* "2 days ago" */
static gboolean
is_ago (When *self)
{
  return self->past && means (self, 2, TEND_MEANS_AGO);
}

static gboolean
read_ago (When *self)
{
  return read_span (self, -1) && take_if (self, TEND_MEANS_AGO);
}

/* What only the past knows. */
static gboolean
read_past_word (When               *self,
                const TendWhenWord *entry)
{
  if (!self->past)
    return FALSE;

  self->at++;
  switch ((int) entry->meaning)
    {
    case TEND_MEANS_LAST:
      return read_last_weekday (self);
    case TEND_MEANS_BEFORE:
      return read_span (self, -1);
    default:
      return FALSE;
    }
}

/* "the day after tomorrow" */
static gboolean
read_day_after_tomorrow (When *self)
{
  if (!means (self, 0, TEND_MEANS_DAYS) || !means (self, 1, TEND_MEANS_AFTER) || !means (self, 2, TEND_MEANS_TOMORROW))
    return FALSE;

  self->at += 3;
  return set_day_in (self, 2);
}

static gboolean
read_word (When        *self,
           const TendWhenWord *entry)
{
  switch (entry->meaning)
    {
    case TEND_MEANS_FILLER:
      self->at++;
      return TRUE;
    case TEND_MEANS_NEXT:
      self->at++;
      return read_next_unit (self);
    case TEND_MEANS_IN:
      /* "in the morning" */
      if (strcmp (peek (self, 1)->word, "the") == 0)
        {
          self->at += 2;
          return means (self, 0, TEND_MEANS_HOUR_OF_DAY);
        }
      self->at++;
      return read_span (self, 1);
    case TEND_MEANS_NOW:
      self->at++;
      return set_day_in (self, 0) && set_time (self, self->today.hour, self->today.minute);
    case TEND_MEANS_TODAY:
      self->at++;
      return set_day_in (self, 0);
    case TEND_MEANS_TOMORROW:
      self->at++;
      return set_day_in (self, 1);
    case TEND_MEANS_DAY_AFTER:
      self->at++;
      return set_day_in (self, 2);
    case TEND_MEANS_DAY_BEFORE:
      self->at++;
      return set_day_in (self, -entry->value);
    case TEND_MEANS_DAYS:
      return read_day_after_tomorrow (self);
    case TEND_MEANS_AT:
      self->at++;
      return means (self, 0, TEND_MEANS_HOUR_OF_DAY) || read_time (self);
    case TEND_MEANS_HOUR_OF_DAY:
      self->at++;
      return set_time (self, entry->value, 0);
    case TEND_MEANS_WEEKDAY:
      return self->past ? read_last_weekday (self) : read_next_unit (self);
    case TEND_MEANS_LAST:
    case TEND_MEANS_BEFORE:
      return read_past_word (self, entry);
    case TEND_MEANS_MONTH:
      return read_month_first (self, entry->value);
    case TEND_MEANS_ONE:
      return is_ago (self) && read_ago (self);
    case TEND_MEANS_AGO:
    case TEND_MEANS_CLOCK:
    case TEND_MEANS_AFTER:
    case TEND_MEANS_PM:
    case TEND_MEANS_MINUTES:
    case TEND_MEANS_HOURS:
    case TEND_MEANS_WEEKS:
    case TEND_MEANS_MONTHS:
    default:
      return FALSE;
    }
}

static gboolean
read_next (When *self)
{
  const TendWhenWord *entry = look_up (peek (self, 0));

  if (entry != NULL)
    return read_word (self, entry);

  if (peek (self, 0)->kind != TEND_TOKEN_NUMBER)
    return FALSE;

  if (is_ago (self))
    return read_ago (self);

  return is_time (self) ? read_time (self) : read_date (self);
}

/* A time alone is the next time that the clock shows it, or the last. */
static void
add_missing_day (When *self)
{
  int minute = self->wall.hour * 60 + self->wall.minute;
  int present = self->today.hour * 60 + self->today.minute;

  set_day_in (self, 0);

  if (self->past && minute > present)
    tend_wall_add_days (&self->wall, -1);
  else if (!self->past && minute <= present)
    tend_wall_add_days (&self->wall, 1);
}

/* An instant as programs write it: "2026-12-03T15:00:00Z". */
static gboolean
parse_machine (const char *text,
               GTimeZone  *zone,
               TendWall   *wall)
{
  g_autoptr(GDateTime) date_time = NULL;

  if (tend_wall_parse (text, wall))
    return TRUE;

  if ((date_time = g_date_time_new_from_iso8601 (text, NULL)) == NULL || strchr (text, ':') == NULL)
    return FALSE;

  tend_wall_from_instant (wall, g_date_time_to_unix_usec (date_time), zone);
  return TRUE;
}

static gboolean
parse (const char *text,
       gint64      now,
       GTimeZone  *zone,
       gboolean    past,
       TendWall   *wall)
{
  When self = { .now = now, .zone = zone, .past = past };
  g_autofree char *stripped = NULL;

  if (text == NULL || strlen (text) > 100 || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  stripped = g_strstrip (g_strdup (text));

  if (parse_machine (stripped, zone, wall))
    return TRUE;

  tend_wall_from_instant (&self.today, now, zone);

  if (!tend_when_cut (stripped, self.tokens))
    return FALSE;

  while (self.tokens[self.at].kind != TEND_TOKEN_END)
    if (!read_next (&self))
      return FALSE;

  if (!self.has_day && !self.has_time)
    return FALSE;

  if (!self.has_day)
    add_missing_day (&self);

  self.wall.all_day = !self.has_time;
  *wall = self.wall;
  return TRUE;
}

/**
 * tend_when_parse:
 * @text: (nullable): a time as people write it: "tomorrow 15:00", "in 2 days", "next Tuesday", "nächsten Dienstag 15 Uhr",
 *   "3.12.", "15:00"; or as programs do: "2026-12-03T15:00", also with a zone
 * @now: the present instant, in microseconds since 1970 UTC
 * @zone: the zone of the user
 * @wall: (out caller-allocates): the wall time in @zone, all day where no time is said; untouched on failure
 *
 * A weekday is the next such day after today; a date without year the next such day; a time without day the next such
 * time.
 *
 * Returns: whether all of @text was understood
 */
gboolean
tend_when_parse (const char *text,
                 gint64      now,
                 GTimeZone  *zone,
                 TendWall   *wall)
{
  return parse (text, now, zone, FALSE, wall);
}

/**
 * tend_when_parse_past:
 *
 * As tend_when_parse(), for what has most likely happened already: "yesterday 15:00", "2 hours ago", "letzten Dienstag", "vor
 * 3 Tagen"; a weekday is the last such day before today, a date without year the last such day, a time without day the last
 * such time. What lies ahead can be said too ("tomorrow 9:00": a meeting to come).
 *
 * Returns: whether all of @text was understood
 */
gboolean
tend_when_parse_past (const char *text,
                      gint64      now,
                      GTimeZone  *zone,
                      TendWall   *wall)
{
  return parse (text, now, zone, TRUE, wall);
}
