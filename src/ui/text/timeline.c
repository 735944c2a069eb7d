/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline.h"

#include <glib/gi18n.h>

#include "core/entities/contact.h"
#include "core/entities/follow-up.h"
#include "core/entities/handover.h"
#include "core/entities/interaction.h"
#include "core/entities/manager.h"
#include "core/entities/need.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/rules/day.h"

#include "moment.h"
#include "money.h"
#include "words.h"

#define MAX_CHARS 300

/* What is not known or not there leaves no gap. */
static void
add (GString    *line,
     const char *part)
{
  g_autofree char *text = NULL;

  if (part == NULL || *part == '\0')
    return;

  text = tend_words_one_line (part, MAX_CHARS);
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

static char *
dup_name (const TendTimelineTelling *telling,
          const TendNoun            *noun,
          TendId                     id)
{
  return id != 0 ? telling->name (noun, id, telling->data) : NULL;
}

static void
add_name (GString                   *line,
          const TendTimelineTelling *telling,
          const TendNoun            *noun,
          TendId                     id)
{
  g_autofree char *name = dup_name (telling, noun, id);

  add (line, name);
}

static void
add_word (GString        *line,
          const TendNoun *noun,
          const char     *field,
          int             value)
{
  add (line, tend_words_of_field (tend_noun_get_field (noun, field), value));
}

/* Interactions. */

static const char *
icon_of_interaction (const TendInteractionRecord *record)
{
  switch (record->kind)
    {
    case TEND_INTERACTION_CALL:
      return record->two_way ? "call-start-symbolic" : "call-missed-symbolic";
    case TEND_INTERACTION_E_MAIL:
      return record->direction == TEND_DIRECTION_INCOMING ? "mail-unread-symbolic" : "mail-send-symbolic";
    case TEND_INTERACTION_MEETING:
      return "system-users-symbolic";
    case TEND_INTERACTION_VISIT:
      return "mark-location-symbolic";
    case TEND_INTERACTION_LETTER:
      return "mail-read-symbolic";
    case TEND_INTERACTION_NOTE:
    default:
      return "document-edit-symbolic";
    }
}

static const char *
word_of_interaction (const TendInteractionRecord *record)
{
  gboolean incoming = record->direction == TEND_DIRECTION_INCOMING;

  switch (record->kind)
    {
    case TEND_INTERACTION_CALL:
      return record->two_way ? C_("timeline", "Call") : C_("timeline", "Call, not answered");
    case TEND_INTERACTION_E_MAIL:
      return incoming ? C_("timeline", "E-mail received") : C_("timeline", "E-mail sent");
    case TEND_INTERACTION_MEETING:
      return C_("timeline", "Meeting");
    case TEND_INTERACTION_VISIT:
      return C_("timeline", "Visit");
    case TEND_INTERACTION_LETTER:
      return incoming ? C_("timeline", "Letter received") : C_("timeline", "Letter sent");
    case TEND_INTERACTION_NOTE:
    default:
      return C_("timeline", "Note");
    }
}

static void
tell_interaction (const TendInteractionRecord *record,
                  const TendTimelineTelling   *telling,
                  TendTimelineText            *text,
                  GString                     *line)
{
  g_autofree char *behalf = dup_name (telling, &tend_manager_noun, record->on_behalf_of);
  g_autofree char *for_whom = NULL;
  g_autofree char *minutes = NULL;

  text->icon = icon_of_interaction (record);
  text->title = tend_words_one_line (record->summary, MAX_CHARS);
  text->when = tend_moment_day (record->at, FALSE, telling->now, telling->zone);
  if (behalf != NULL)
    /* Translators: a manager stood in for a colleague, whose name this is */
    for_whom = g_strdup_printf (C_("timeline", "for %s"), behalf);
  if (record->minutes > 0)
    /* Translators: how long a call took */
    minutes = g_strdup_printf (C_("timeline", "%d min"), (int) record->minutes);

  add (line, word_of_interaction (record));
  if (record->at > telling->now)
    add (line, C_("timeline", "to come"));
  add_name (line, telling, &tend_contact_noun, record->contact);
  add_name (line, telling, &tend_manager_noun, record->manager);
  add (line, for_whom);
  add (line, minutes);
  add (line, record->body);
}

/* The others. */

static void
tell_follow_up (const TendFollowUpRecord  *record,
                const TendTimelineTelling *telling,
                TendTimelineText          *text,
                GString                   *line)
{
  text->icon = "object-select-symbolic";
  text->title = tend_words_follow_up (record, MAX_CHARS);
  text->when = tend_moment_day (record->done_at, FALSE, telling->now, telling->zone);
  add (line, C_("timeline", "Follow-up done"));
  add_name (line, telling, &tend_manager_noun, record->manager);
  add (line, record->outcome);
}

static void
tell_need_opened (const TendNeedRecord      *record,
                  const TendTimelineTelling *telling,
                  TendTimelineText          *text,
                  GString                   *line)
{
  text->icon = record->kind == TEND_NEED_FAULT ? "dialog-warning-symbolic" : "dialog-question-symbolic";
  text->title = tend_words_one_line (record->title, MAX_CHARS);
  text->when = tend_moment_day (record->base.created_at, FALSE, telling->now, telling->zone);
  add (line, C_("timeline", "New need"));
  add_word (line, &tend_need_noun, "kind", record->kind);
  if (record->priority != TEND_PRIORITY_NORMAL)
    add_word (line, &tend_need_noun, "priority", record->priority);
  add_name (line, telling, &tend_contact_noun, record->contact);
  add (line, record->body);
}

static void
tell_need_resolved (const TendNeedRecord      *record,
                    const TendTimelineTelling *telling,
                    TendTimelineText          *text,
                    GString                   *line)
{
  text->icon = "checkbox-checked-symbolic";
  text->title = tend_words_one_line (record->title, MAX_CHARS);
  text->when = tend_moment_day (record->resolved_at, FALSE, telling->now, telling->zone);
  add (line, C_("timeline", "Need resolved"));
  add (line, record->resolution);
}

static void
tell_purchase (const TendPurchaseRecord  *record,
               const TendTimelineTelling *telling,
               TendTimelineText          *text,
               GString                   *line)
{
  g_autofree char *product = dup_name (telling, &tend_product_noun, record->product);

  text->icon = "package-x-generic-symbolic";
  if (product != NULL && record->quantity > 1)
    /* Translators: how many of a product were bought: "3 × Draught system" */
    text->title = g_strdup_printf (C_("timeline", "%1$d × %2$s"), (int) record->quantity, product);
  else
    text->title = tend_words_one_line (product, MAX_CHARS);
  text->when = tend_moment_day (tend_day_to_instant (tend_day_parse (record->bought_on), telling->zone), TRUE,
                                telling->now, telling->zone);
  add (line, C_("timeline", "Bought"));
  if (record->yearly_value > 0)
    {
      g_autofree char *value = tend_money_text (record->yearly_value, telling->currency);
      g_autofree char *yearly = g_strdup_printf (C_("timeline", "%s a year"), value);

      add (line, yearly);
    }
  add_name (line, telling, &tend_manager_noun, record->sold_by);
}

static void
tell_pulse (const TendPulseRecord     *record,
            const TendTimelineTelling *telling,
            TendTimelineText          *text,
            GString                   *line)
{
  text->icon = record->score >= 7   ? "face-smile-symbolic"
               : record->score >= 4 ? "face-plain-symbolic"
                                    : "face-sad-symbolic";
  text->title = g_strdup_printf (C_("timeline", "Satisfaction: %d of 10"), (int) record->score);
  text->when = tend_moment_day (record->at, FALSE, telling->now, telling->zone);
  add_word (line, &tend_pulse_noun, "source", record->source);
  add_name (line, telling, &tend_contact_noun, record->contact);
  if (record->source != TEND_PULSE_SURVEY)
    add_name (line, telling, &tend_manager_noun, record->manager);
  add (line, record->comment);
}

static void
tell_handover (const TendHandoverRecord  *record,
               const TendTimelineTelling *telling,
               TendTimelineText          *text,
               GString                   *line)
{
  g_autofree char *from = dup_name (telling, &tend_manager_noun, record->from);
  g_autofree char *to = dup_name (telling, &tend_manager_noun, record->to);

  text->icon = "system-switch-user-symbolic";
  text->when = tend_moment_day (record->at, FALSE, telling->now, telling->zone);
  if (to == NULL)
    text->title = g_strdup (C_("timeline", "Handed over"));
  else if (from == NULL)
    text->title = g_strdup_printf (C_("timeline", "Handed over to %s"), to);
  else
    text->title = g_strdup_printf (C_("timeline", "Handed over from %1$s to %2$s"), from, to);
  add (line, C_("timeline", "Handover"));
  add (line, record->reason);
}

void
tend_timeline_describe (TendTimelineKind           kind,
                        const TendRecord          *record,
                        const TendTimelineTelling *telling,
                        TendTimelineText          *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  *text = (TendTimelineText) { "", NULL, NULL, NULL };
  switch (kind)
    {
    case TEND_TIMELINE_INTERACTION:
      tell_interaction ((const TendInteractionRecord *) record, telling, text, line);
      break;
    case TEND_TIMELINE_FOLLOW_UP:
      tell_follow_up ((const TendFollowUpRecord *) record, telling, text, line);
      break;
    case TEND_TIMELINE_NEED_OPENED:
      tell_need_opened ((const TendNeedRecord *) record, telling, text, line);
      break;
    case TEND_TIMELINE_NEED_RESOLVED:
      tell_need_resolved ((const TendNeedRecord *) record, telling, text, line);
      break;
    case TEND_TIMELINE_PURCHASE:
      tell_purchase ((const TendPurchaseRecord *) record, telling, text, line);
      break;
    case TEND_TIMELINE_PULSE:
      tell_pulse ((const TendPulseRecord *) record, telling, text, line);
      break;
    case TEND_TIMELINE_HANDOVER:
      tell_handover ((const TendHandoverRecord *) record, telling, text, line);
      break;
    case TEND_N_TIMELINE_KINDS:
    default:
      g_return_if_reached ();
    }
  text->line = g_string_free_and_steal (g_steal_pointer (&line));
}

void
tend_timeline_text_clear (TendTimelineText *text)
{
  g_clear_pointer (&text->title, g_free);
  g_clear_pointer (&text->line, g_free);
  g_clear_pointer (&text->when, g_free);
}
