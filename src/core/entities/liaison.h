/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

/**
 * TendLiaisonRecord:
 *
 * A colleague of another team who touches the account, and for what.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  char        *name;
  char        *team;
  char        *email;
  char        *phone;
  char        *purpose;
} TendLiaisonRecord;

extern const TendNoun tend_liaison_noun;
TEND_DECLARE_RECORD (TendLiaisonRecord, tend_liaison)

#define TEND_TYPE_LIAISON (tend_liaison_get_type ())
G_DECLARE_FINAL_TYPE (TendLiaison, tend_liaison, TEND, LIAISON, TendEntity)

const TendLiaisonRecord *tend_liaison_get (TendLiaison *self);

G_END_DECLS
