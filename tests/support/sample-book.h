/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

/* A small book that looks like a real one, for tests of widgets. Everything in it is invented. */
typedef struct
{
  TendBook *book;
  char     *path;
  TendId    vera;      /* vice president */
  TendId    aylin;     /* lead, reports to Vera */
  TendId    jonas;     /* manager, reports to Aylin */
  TendId    paul;      /* manager, reports to Aylin */
  TendId    brauhaus;  /* account of Jonas, handed over by Paul; has contacts and follow-ups */
  TendId    anna;      /* its main contact */
  TendId    overdue;   /* its follow-ups */
  TendId    tomorrow;
  TendId    bare;      /* account of nobody, with nothing */
} TendSample;

void   tend_sample_init   (TendSample       *self);
/* Everything that holds the book must be gone. */
void   tend_sample_clear  (TendSample       *self);

/* Adds @record (whose id stays 0) to the book; its new id. */
TendId tend_sample_add    (TendSample       *self,
                           const TendRecord *record);
/* The row as the book has it now. (transfer full) */
TendRecord *tend_sample_read (TendSample     *self,
                           const TendNoun   *noun,
                           TendId            id);

G_END_DECLS
