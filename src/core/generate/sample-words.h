/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char * const *words;
  guint n_words;
} TendWords;

/* A town as firms stand in it. */
typedef struct
{
  const char *name;
  const char *region;
  const char *postcode;  /* '#' stands for a digit, '@' for a letter */
  const char *phone;     /* '#' stands for a digit; none of these numbers can be dialled, see sample-words-*.c */
  guint weight;
} TendTown;

/* What a sample book in one language is made of. */
typedef struct
{
  const char *code;             /* "de" */
  const char *country;
  const char *currency;
  const char *zone;
  const char *mobile;           /* as a town's phone */
  const char *account_prefix;   /* of the firm's own numbers */
  TendWords given_women;
  TendWords given_men;
  TendWords families;
  TendWords trades;             /* what a firm does, as it stands in its name */
  TendWords industries;         /* by trade: the industry it belongs to */
  TendWords legal_forms;
  TendWords partner_patterns;   /* names of firms of partners: %1 and %2 are families */
  TendWords coined_starts;
  TendWords coined_ends;
  TendWords coined_tails;
  TendWords streets;
  TendWords contact_titles;
  TendWords manager_titles;     /* by role */
  TendWords notes;
  TendWords outcomes;
  TendWords snooze_reasons;
  TendWords handover_reasons;
  TendWords follow_ups[4];      /* by hat: sales, service, technical, finance */
  const TendTown *towns;
  guint n_towns;
  gboolean number_after_street;
} TendSampleWords;

#define TEND_WORDS(array) { (array), G_N_ELEMENTS (array) }

extern const TendSampleWords tend_sample_words_de;
extern const TendSampleWords tend_sample_words_en;

G_END_DECLS
