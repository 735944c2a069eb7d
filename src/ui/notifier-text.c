/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "notifier-text.h"

#include <glib/gi18n.h>

#include "core/rules/wall.h"
#include "text/moment.h"

#define MAX_NAME 80

/* Embeddings, overrides and isolates: left open in a name they would turn the rest of the sentence round. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x2028 || c == 0x2029;
}

static void
append_char (GString  *line,
             gunichar  c,
             gboolean *blank)
{
  if (is_blank (c))
    {
      *blank = line->len > 0;
      return;
    }
  if (g_unichar_iscntrl (c) || turns_direction (c))
    return;

  if (*blank)
    g_string_append_c (line, ' ');
  *blank = FALSE;
  g_string_append_unichar (line, c);
}

char *
tend_notifier_text_line (const char *text,
                         gsize       max)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  gboolean blank = FALSE;
  gsize n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = line->len;

      if (n == max)
        {
          g_string_append (line, "…");
          break;
        }
      append_char (line, g_utf8_get_char (p), &blank);
      if (line->len > length)
        n++;
    }

  return g_string_free (line, FALSE);
}

char *
tend_notifier_text_plain (const char *text,
                          gsize       max)
{
  g_autofree char *line = tend_notifier_text_line (text, max);
  GString *plain = g_string_new (line);

  g_string_replace (plain, "<", "‹", 0);
  g_string_replace (plain, ">", "›", 0);
  g_string_replace (plain, "&", "+", 0);
  return g_string_free (plain, FALSE);
}

/* The blocks of Unicode that are set aside for scripts written from the right. */
static gboolean
has_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc) ||
          (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }

  return FALSE;
}

/* A name that is read from the right stands in a line of its own direction, so that what follows stays where it is. */
static char *
isolate (char *name)
{
  char *isolated;

  if (!has_right_to_left (name))
    return name;

  isolated = g_strconcat ("\u2068", name, "\u2069", NULL);
  g_free (name);
  return isolated;
}

char *
tend_notifier_text_when (const TendFollowUpRecord *record,
                         TendInstant               now,
                         GTimeZone                *zone)
{
  TendInstant due = record->due_at;
  TendWall wall;

  /* A day is the day that was promised, wherever the user is now: its noon is in it. */
  if (record->all_day && tend_wall_parse (record->due_wall, &wall))
    {
      wall.hour = 12;
      wall.all_day = FALSE;
      due = tend_wall_to_instant (&wall, zone);
    }

  return tend_moment_long (due, record->all_day, now, zone);
}

char *
tend_notifier_text_body (const TendFollowUpRecord *record,
                         const char               *account,
                         TendInstant               now,
                         GTimeZone                *zone)
{
  g_autofree char *when = tend_notifier_text_when (record, now, zone);
  g_autofree char *name = NULL;

  if (account == NULL)
    return g_steal_pointer (&when);

  name = isolate (tend_notifier_text_plain (account, MAX_NAME));
  /* Translators: a notification's text: the account, and when something is due. */
  return g_strdup_printf (_("%s · %s"), name, when);
}

char *
tend_notifier_text_digest (const char *const *titles,
                           guint              n_all)
{
  GString *body = g_string_new (NULL);
  guint n = 0;

  for (; titles[n] != NULL; n++)
    {
      g_autofree char *title = isolate (tend_notifier_text_plain (titles[n], MAX_NAME));

      /* GNOME Shell shows one line, with a space for each new one. */
      g_string_append_printf (body, "%s%s", n > 0 ? ",\n" : "", title);
    }

  if (n_all > n)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", n_all - n), n_all - n);
    }

  return g_string_free (body, FALSE);
}
