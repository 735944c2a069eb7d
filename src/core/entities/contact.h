/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_PART_OTHER,
  TEND_PART_DECISION_MAKER,
  TEND_PART_CHAMPION,
  TEND_PART_USER,
  TEND_PART_FINANCE,
  TEND_PART_TECHNICAL,
  TEND_PART_BLOCKER,
} TendPart;

extern const char *const tend_parts[];  /* other, decision-maker, champion, user, finance, technical, blocker */

/**
 * TendContactRecord:
 *
 * A person at the client.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  char        *given;
  char        *family;   /* particles stay with it: "van der Berg" */
  char        *title;
  char       **emails;
  char       **phones;
  gboolean     main;     /* at most one an account */
  int          part;     /* TendPart: in decisions on what is bought */
  char        *birthday; /* date */
  char        *left_on;  /* date: no longer with the firm since; NULL = still there */
  char        *notes;
} TendContactRecord;

extern const TendNoun tend_contact_noun;
TEND_DECLARE_RECORD (TendContactRecord, tend_contact)

#define TEND_TYPE_CONTACT (tend_contact_get_type ())
G_DECLARE_FINAL_TYPE (TendContact, tend_contact, TEND, CONTACT, TendEntity)

const TendContactRecord *tend_contact_get      (TendContact             *self);
/* "given family", whichever of them there is. (transfer full) */
char                    *tend_contact_dup_name (const TendContactRecord *record);

G_END_DECLS
