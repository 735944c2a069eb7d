/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_STANCE_UNKNOWN, TEND_STANCE_IN_HOUSE, TEND_STANCE_COMPETITOR, TEND_STANCE_NOT_NEEDED } TendStance;

extern const char *const tend_stances[];  /* unknown, in-house, competitor, not-needed */

/**
 * TendWhitespaceRecord:
 *
 * What an account does not have of the catalogue, and why. A product that it neither bought nor has a row of is "unknown" too.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       product;
  int          stance;        /* TendStance */
  char        *competitor;    /* who, with the stance competitor */
  char        *until;         /* until when that binds it */
} TendWhitespaceRecord;

extern const TendNoun tend_whitespace_noun;
TEND_DECLARE_RECORD (TendWhitespaceRecord, tend_whitespace)

#define TEND_TYPE_WHITESPACE (tend_whitespace_get_type ())
G_DECLARE_FINAL_TYPE (TendWhitespace, tend_whitespace, TEND, WHITESPACE, TendEntity)

const TendWhitespaceRecord *tend_whitespace_get (TendWhitespace *self);

G_END_DECLS
