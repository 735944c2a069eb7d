/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/**
 * TendCell:
 *
 * How an account stands to a product: a square of the white-space matrix. What it has comes before what it said about it.
 */
typedef enum
{
  TEND_CELL_BLANK,       /* nothing is known: white space */
  TEND_CELL_HAS,         /* it has it; nobody has judged how well it fits */
  TEND_CELL_FITS,
  TEND_CELL_PARTLY,
  TEND_CELL_DOES_NOT,
  TEND_CELL_IN_HOUSE,
  TEND_CELL_COMPETITOR,
  TEND_CELL_NOT_NEEDED,
  TEND_CELL_OPEN = 1 << 4,  /* a flag beside one of these: an opportunity is open */
} TendCell;

#define TEND_CELL_STATE(cell) ((TendCell) ((cell) & 0xf))

/* How many products stand side by side at most. */
#define TEND_MATRIX_COLUMNS 20

/**
 * TendProductUse:
 *
 * Who has a product, over the whole book, on a day.
 */
typedef struct
{
  TendId product;
  guint  accounts;        /* that have it */
  guint  fits[4];         /* of its purchases, by TendFit */
  guint  opportunities;   /* open ones */
} TendProductUse;

G_END_DECLS
