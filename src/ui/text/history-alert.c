/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-private.h"

#include <glib/gi18n.h>

#include "core/entities/alert.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/purchase.h"

#include "moment.h"
#include "words.h"

/* What of Today was put off; where it is about one row, with that row's name. */
static const struct
{
  const TendNoun *noun;
  const char     *words;
} things[] = {
  [TEND_ALERT_NEED] = { &tend_need_noun, NC_("put off", "the need “%s”") },
  [TEND_ALERT_RENEWAL] = { &tend_purchase_noun, NC_("put off", "the renewal of %s") },
  [TEND_ALERT_QUIET] = { NULL, NC_("put off", "gone quiet") },
  [TEND_ALERT_INVOICE] = { NULL, NC_("put off", "invoices overdue") },
  [TEND_ALERT_BAND] = { NULL, NC_("put off", "health fell") },
  [TEND_ALERT_NEXT_STEP] = { &tend_opportunity_noun, NC_("put off", "no next step for “%s”") },
};

/* -1 where neither the journal nor the row says it. */
static int
find_kind (const TendHistoryWork *self)
{
  const char *word = tend_history_get_text (self->before, "kind");

  if (word == NULL)
    word = tend_history_get_text (self->after, "kind");
  if (word != NULL)
    return tend_word_find (tend_alert_kinds, word);

  return self->telling->record != NULL ? ((const TendAlertRecord *) self->telling->record)->kind : -1;
}

/* The words are those of this file, each with a name where its row has a noun. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
dup_thing (const TendHistoryWork *self,
           int                    kind)
{
  const char *words = g_dpgettext2 (NULL, "put off", things[kind].words);
  TendId item = tend_history_find_reference (self, "item");
  g_autofree char *name = NULL;

  if (things[kind].noun == NULL)
    return g_strdup (words);

  name = tend_history_dup_name (self, things[kind].noun, item);
  return g_strdup_printf (words, name);
}
#pragma GCC diagnostic pop

/* Until when, as it became. */
static char *
dup_until (const TendHistoryWork *self)
{
  const char *after = tend_history_get_text (self->after, "until");

  return after != NULL ? tend_moment_date (after) : tend_history_dup_field (self, "until");
}

gboolean
tend_history_tell_alert (const TendHistoryWork *self,
                         TendHistoryText       *text)
{
  int kind = find_kind (self);
  g_autofree char *thing = NULL;
  g_autofree char *until = NULL;

  if (kind < 0 || kind >= (int) G_N_ELEMENTS (things))
    return FALSE;

  thing = dup_thing (self, kind);
  if (tend_history_is (self, "delete"))
    {
      /* Translators: who, and what was put off and shows again: "gone quiet", "the need “A new pump”" */
      text->sentence = g_strdup_printf (_("%1$s brought back to Today: %2$s"), self->who, thing);
      return TRUE;
    }

  until = dup_until (self);
  if (until == NULL)
    return FALSE;

  /* Translators: who, until when, and what does not show before: "gone quiet", "the need “A new pump”" */
  text->sentence = g_strdup_printf (_("%1$s put off until %2$s: %3$s"), self->who, until, thing);
  text->details = tend_history_is (self, "update") ? tend_history_dup_note (self, "reason")
                                                   : tend_history_dup_field (self, "reason");
  return TRUE;
}
