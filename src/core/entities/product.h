/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/hat.h"
#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_PRODUCT_PRODUCT, TEND_PRODUCT_SERVICE } TendProductKind;

extern const char *const tend_product_kinds[];  /* product, service */

/**
 * TendProductRecord:
 *
 * Something that the firm sells.
 */
typedef struct
{
  TendRecord   base;
  char        *number;         /* the firm's own */
  char        *name;
  char        *name_key;       /* derived: sort key */
  int          kind;           /* TendProductKind */
  int          hat;            /* TendHat: who answers questions about it */
  gint64       list_price;     /* minor units of @currency */
  char        *currency;       /* ISO 4217; NULL = the book's */
  gboolean     active;         /* still sold */
  char        *description;
} TendProductRecord;

extern const TendNoun tend_product_noun;
TEND_DECLARE_RECORD (TendProductRecord, tend_product)

#define TEND_TYPE_PRODUCT (tend_product_get_type ())
G_DECLARE_FINAL_TYPE (TendProduct, tend_product, TEND, PRODUCT, TendEntity)

const TendProductRecord *tend_product_get (TendProduct *self);

G_END_DECLS
