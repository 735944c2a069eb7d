/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random.h"
#include "sample-words.h"

G_BEGIN_DECLS

/* A person of the sample book. */
typedef struct
{
  const char *given;
  const char *family;
} TendSamplePerson;

/* An invented firm, or a private client. Texts are the caller's after tend_sample_firm_init(); free them with clear. */
typedef struct
{
  char *name;
  char *domain;        /* "brandt-metallbau.example" */
  const char *industry;
  const TendTown *town;
  char *street;
  char *postcode;
  gboolean person;
  TendSamplePerson client; /* of a private client */
} TendSampleFirm;

typedef struct _TendSampleFirms TendSampleFirms;

TendSampleFirms *tend_sample_firms_new    (const TendSampleWords  *words);
void             tend_sample_firms_free   (TendSampleFirms        *self);
void             tend_sample_firms_next   (TendSampleFirms        *self,
                                           TendRandom             *random,
                                           TendSampleFirm         *firm);
void             tend_sample_firm_clear   (TendSampleFirm         *firm);

void             tend_sample_person_init  (TendSamplePerson       *person,
                                           const TendSampleWords  *words,
                                           TendRandom             *random);
char            *tend_sample_slug         (const char             *text);
char            *tend_sample_fill         (const char             *pattern,
                                           TendRandom             *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSampleFirms, tend_sample_firms_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TendSampleFirm, tend_sample_firm_clear)

G_END_DECLS
