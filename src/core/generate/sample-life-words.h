/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample-words.h"

G_BEGIN_DECLS

/* What happens between a firm that sells communications and IT to other firms, and its clients. */
typedef struct
{
  TendWords product_names;         /* by place in the catalogue, see sample-products.c */
  TendWords product_descriptions;  /* likewise */
  TendWords teams;                 /* of liaisons */
  TendWords purposes;              /* likewise: what for */
  TendWords competitors;
  TendWords partly_notes;          /* why a product fits only in part */
  TendWords misfit_notes;
  TendWords needs[5];              /* by kind: request, question, concern, fault, billing */
  TendWords need_bodies;
  TendWords resolutions[5];        /* likewise */
  TendWords calls;                 /* answered */
  TendWords missed_calls;
  TendWords e_mails_out;
  TendWords e_mails_in;
  TendWords meetings;
  TendWords visits;
  TendWords letters;
  TendWords notes;
  TendWords bodies;                /* of what was spoken about at length */
  TendWords low_comments;          /* with a reading of satisfaction */
  TendWords middle_comments;
  TendWords high_comments;
  TendWords extensions[3];         /* what an opportunity is called, by kind; %s is a product */
  TendWords lost_reasons;
  TendWords to_avoid;
  const char *need_follow_up;      /* %s is a need */
  const char *opportunity_follow_up; /* %s is an opportunity */
  const char *new_owner;           /* with the reading that a new owner begins with */
  const char *invoice_prefix;
  guint vat;                       /* per cent, on top of what a product costs */
} TendSampleLifeWords;

extern const TendSampleLifeWords tend_sample_life_words_de;
extern const TendSampleLifeWords tend_sample_life_words_en;

G_END_DECLS
