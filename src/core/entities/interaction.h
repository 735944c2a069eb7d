/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_INTERACTION_CALL,
  TEND_INTERACTION_E_MAIL,
  TEND_INTERACTION_MEETING,
  TEND_INTERACTION_VISIT,
  TEND_INTERACTION_LETTER,
  TEND_INTERACTION_NOTE,
} TendInteractionKind;
typedef enum { TEND_DIRECTION_OUTGOING, TEND_DIRECTION_INCOMING } TendDirection;

extern const char *const tend_interaction_kinds[];  /* call, e-mail, meeting, visit, letter, note */
extern const char *const tend_directions[];  /* outgoing, incoming */

/**
 * TendInteractionRecord:
 *
 * Something that happened with the client, or is to: only what is two-way and past counts as contact (rules.md, Contact and
 * cadence).
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       contact;
  TendId       manager;         /* who spoke */
  TendId       on_behalf_of;    /* for whom she stood in */
  int          kind;            /* TendInteractionKind */
  int          direction;       /* TendDirection */
  gboolean     two_way;         /* the client took part: call answered, meeting, visit, e-mail received */
  TendInstant  at;
  gint64       minutes;         /* 0 = unknown */
  char        *summary;
  char        *body;
} TendInteractionRecord;

extern const TendNoun tend_interaction_noun;
TEND_DECLARE_RECORD (TendInteractionRecord, tend_interaction)

#define TEND_TYPE_INTERACTION (tend_interaction_get_type ())
G_DECLARE_FINAL_TYPE (TendInteraction, tend_interaction, TEND, INTERACTION, TendEntity)

const TendInteractionRecord *tend_interaction_get (TendInteraction *self);
/* Instants between which an interaction may lie: what lies outside was mistyped. */
#define TEND_INTERACTION_EARLIEST G_GINT64_CONSTANT (1)
#define TEND_INTERACTION_LATEST   G_GINT64_CONSTANT (4102444800000000) /* 2100-01-01 */

G_END_DECLS
