/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/entities/alert.h"
#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"

#include "words.h"

/* What a row goes by in a sentence: a field of its own, or the name of what it refers to. */
typedef struct
{
  const TendNoun *noun;
  const char     *field;
  const char     *refers;    /* the field is a reference: a field of this noun names it */
  const char     *insert;    /* whole sentences, with who and the row's name */
  const char     *remove;
  const char     *update;
} Sentences;

static const Sentences sentences[] = {
  { &tend_interaction_noun, "summary", NULL, N_("%1$s logged “%2$s”"), N_("%1$s deleted “%2$s”"), N_("%1$s changed “%2$s”") },
  { &tend_need_noun, "title", NULL, N_("%1$s noted the need “%2$s”"), N_("%1$s deleted the need “%2$s”"),
    N_("%1$s changed the need “%2$s”") },
  { &tend_liaison_noun, "name", NULL, N_("%1$s added the liaison %2$s"), N_("%1$s deleted the liaison %2$s"),
    N_("%1$s changed the liaison %2$s") },
  { &tend_product_noun, "name", NULL, N_("%1$s added the product %2$s"), N_("%1$s deleted the product %2$s"),
    N_("%1$s changed the product %2$s") },
  { &tend_purchase_noun, "product", "product", N_("%1$s entered the purchase of %2$s"), N_("%1$s deleted the purchase of %2$s"),
    N_("%1$s changed the purchase of %2$s") },
  { &tend_opportunity_noun, "title", NULL, N_("%1$s noted the opportunity “%2$s”"), N_("%1$s deleted the opportunity “%2$s”"),
    N_("%1$s changed the opportunity “%2$s”") },
  { &tend_invoice_noun, "number", NULL, N_("%1$s entered the invoice %2$s"), N_("%1$s deleted the invoice %2$s"),
    N_("%1$s changed the invoice %2$s") },
  { &tend_pulse_noun, "score", NULL, N_("%1$s recorded a satisfaction of %2$s"), N_("%1$s deleted a satisfaction of %2$s"),
    N_("%1$s changed a satisfaction of %2$s") },
  { &tend_whitespace_noun, "product", "product", N_("%1$s noted why the account does not have %2$s"),
    N_("%1$s deleted why the account does not have %2$s"), N_("%1$s changed why the account does not have %2$s") },
  { &tend_alert_noun, "until", NULL, N_("%1$s put a reminder of Today off until %2$s"),
    N_("%1$s took back that a reminder of Today waits until %2$s"), N_("%1$s changed how long a reminder of Today waits, from %2$s") },
};

/* The sentences are those of this file, each with a who and a name. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
say (const TendHistoryWork *self,
     const char            *sentence,
     const char            *name)
{
  return g_strdup_printf (_(sentence), self->who, name);
}
#pragma GCC diagnostic pop

static char *
dup_name (const TendHistoryWork *self,
          const Sentences       *row)
{
  char *name;

  if (row->refers != NULL)
    return tend_history_dup_name (self, tend_noun_from_name (row->refers), tend_history_find_reference (self, row->field));

  name = tend_history_dup_field (self, row->field);
  return name != NULL ? name : tend_history_dup_name (self, self->change->noun, self->change->id);
}

/* Needs. */

static gboolean
tell_need_state (const TendHistoryWork *self,
                 const char            *name,
                 TendHistoryText       *text)
{
  const char *state = tend_history_get_text (self->after, "state");

  if (g_strcmp0 (state, "resolved") == 0)
    {
      text->sentence = say (self, N_("%1$s resolved “%2$s”"), name);
      text->details = tend_history_dup_note (self, "resolution");
    }
  else if (g_strcmp0 (tend_history_get_text (self->before, "state"), "resolved") == 0)
    text->sentence = say (self, N_("%1$s reopened “%2$s”"), name);
  else if (g_strcmp0 (state, "waiting") == 0)
    {
      TendId liaison = tend_history_get_id (self->after, "liaison");
      g_autofree char *colleague = liaison != 0 ? tend_history_dup_name (self, &tend_liaison_noun, liaison) : NULL;

      text->sentence = colleague != NULL ? g_strdup_printf (_("%1$s lets “%2$s” wait for %3$s"), self->who, name, colleague)
                                         : say (self, N_("%1$s lets “%2$s” wait for others"), name);
    }

  return text->sentence != NULL;
}

/* Opportunities. */

static gboolean
is_closed (const char *stage)
{
  return g_strcmp0 (stage, "won") == 0 || g_strcmp0 (stage, "lost") == 0;
}

static gboolean
tell_opportunity_stage (const TendHistoryWork *self,
                        const char            *name,
                        TendHistoryText       *text)
{
  const TendField *field = tend_noun_get_field (self->change->noun, "stage");
  const TendField *only = tend_history_get_only (self);
  const char *stage = tend_history_get_text (self->after, "stage");

  if (g_strcmp0 (stage, "won") == 0)
    text->sentence = say (self, N_("%1$s won “%2$s”"), name);
  else if (g_strcmp0 (stage, "lost") == 0)
    {
      text->sentence = say (self, N_("%1$s lost “%2$s”"), name);
      text->details = tend_history_dup_note (self, "lost_reason");
    }
  else if (is_closed (tend_history_get_text (self->before, "stage")))
    text->sentence = say (self, N_("%1$s reopened “%2$s”"), name);
  else if (stage != NULL && only == field)
    {
      g_autofree char *from = tend_history_dup_field (self, "stage");

      text->sentence = g_strdup_printf (_("%1$s moved “%2$s” from the stage %3$s to %4$s"), self->who, name, from,
                                        tend_words_of_field (field, tend_word_find (field->words, stage)));
    }

  return text->sentence != NULL;
}

/* Invoices. */

/* Only what was paid, or when: a payment. */
static gboolean
tell_payment (const TendHistoryWork *self,
              const char            *name,
              TendHistoryText       *text)
{
  if (self->after == NULL || !json_object_has_member (self->after, "paid"))
    return FALSE;
  if (json_object_get_size (self->after) > (json_object_has_member (self->after, "paid_on") ? 2u : 1u))
    return FALSE;

  text->sentence = say (self, N_("%1$s noted a payment on the invoice %2$s"), name);
  text->details = tend_history_dup_changes (self);
  return TRUE;
}

static gboolean
tell_special (const TendHistoryWork *self,
              const char            *name,
              TendHistoryText       *text)
{
  if (self->change->noun == &tend_need_noun)
    return tell_need_state (self, name, text);
  if (self->change->noun == &tend_opportunity_noun)
    return tell_opportunity_stage (self, name, text);
  if (self->change->noun == &tend_invoice_noun)
    return tell_payment (self, name, text);

  return FALSE;
}

static void
tell (const TendHistoryWork *self,
      const Sentences       *row,
      TendHistoryText       *text)
{
  g_autofree char *name = NULL;

  if (row->noun == &tend_alert_noun && tend_history_tell_alert (self, text))
    return;

  name = dup_name (self, row);
  if (tend_history_is (self, "insert"))
    text->sentence = say (self, row->insert, name);
  else if (tend_history_is (self, "delete"))
    text->sentence = say (self, row->remove, name);
  else if (!tell_special (self, name, text))
    {
      text->sentence = say (self, row->update, name);
      text->details = tend_history_dup_changes (self);
    }
}

gboolean
tend_history_tell_record (const TendHistoryWork *self,
                          TendHistoryText       *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i].noun == self->change->noun)
        {
          tell (self, &sentences[i], text);
          return TRUE;
        }
    }

  return FALSE;
}
