/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample-book.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/handover.h"
#include "../entities/manager.h"
#include "../entities/purchase.h"
#include "../rules/wall.h"
#include "random.h"
#include "sample-firm.h"
#include "sample-life-words.h"
#include "sample-words.h"

G_BEGIN_DECLS

/* A manager, as far as the rest of the book must know her. */
typedef struct
{
  TendId id;
  TendRole role;
} TendSampleManager;

#define TEND_SAMPLE_PRODUCTS 26

/* Days from today for which the text is kept. */
#define TEND_SAMPLE_DAYS 6000

/* The book while it is being written. */
typedef struct
{
  const TendSampleOptions *options;
  const TendSampleWords *words;
  const TendSampleLifeWords *life_words;
  TendSampleSink sink;
  TendSampleHealthSink health_sink;  /* may be NULL */
  gpointer sink_data;

  TendRandom random;         /* of accounts, contacts, follow-ups and handovers: a lean book has the same */
  TendRandom life_random;    /* of everything else */
  TendId last_id;
  GTimeZone *zone;
  TendWall today;
  TendInstant midnight;      /* today's */
  char (*days)[12];          /* the texts of the days around today, made as they are asked for */
  guint next_invoice;

  GArray *managers;          /* of TendSampleManager: the active ones */
  TendId former_manager;     /* who has left; 0 in a small book */
  GArray *owners[3];         /* of TendId, by tier: who looks after such accounts */
  TendId products[TEND_SAMPLE_PRODUCTS];  /* by place in the catalogue */
} TendSample;

/* How things stand with an account; everything that happens to it follows from that. */
typedef enum
{
  TEND_MOOD_THRIVING,
  TEND_MOOD_STEADY,
  TEND_MOOD_WATCH,
  TEND_MOOD_AT_RISK,
  TEND_MOOD_UNKNOWN,   /* nothing is known of it yet */
  TEND_N_MOODS
} TendMood;

/* What a purchase brings in, for the invoices. */
typedef struct
{
  gint64 amount;   /* minor units: a year, or once */
  gboolean yearly;
  int from;        /* days from today */
  int to;
} TendSampleRevenue;

/* An account and everything of it, before it is handed on. */
typedef struct
{
  TendAccountRecord *account;
  TendMood mood;
  int cadence;             /* days */
  int since;               /* customer for so many days */
  guint n_interactions;    /* 0 = as many as it has */
  GArray *revenues;        /* of TendSampleRevenue */
  GArray *health;          /* of TendHealthPoint, oldest first */
  GPtrArray *contacts;
  GPtrArray *liaisons;
  GPtrArray *purchases;
  GPtrArray *whitespace;
  GPtrArray *opportunities;
  GPtrArray *needs;
  GPtrArray *interactions;
  GPtrArray *invoices;
  GPtrArray *pulses;
  GPtrArray *follow_ups;
  GPtrArray *handovers;
} TendSampleLife;

gboolean    tend_sample_emit                 (TendSample         *self,
                                              TendRecord         *record,
                                              GError            **error);
const char *tend_sample_pick                 (TendSample         *self,
                                              const TendWords    *words);
gboolean    tend_sample_write_managers       (TendSample         *self,
                                              GError            **error);
GPtrArray  *tend_sample_make_follow_ups      (TendSample         *self,
                                              TendAccountRecord  *account,
                                              TendId              contact);
TendFollowUpRecord *
            tend_sample_add_next_step        (TendSample         *self,
                                              TendSampleLife     *life,
                                              const char         *pattern,
                                              const char         *about,
                                              TendHat             hat,
                                              int                 days);

void        tend_sample_add_renewal          (TendSample         *self,
                                              TendSampleLife     *life,
                                              TendPurchaseRecord *purchase,
                                              const char         *product,
                                              int                 days);

/* What happens between the firm and its clients. */
const char *tend_sample_day                  (TendSample         *self,
                                              int                 days);
TendInstant tend_sample_moment               (TendSample         *self,
                                              int                 days);
gboolean    tend_sample_chance               (TendSample         *self,
                                              guint               percent);
int         tend_sample_between              (TendSample         *self,
                                              int                 low,
                                              int                 high);
char       *tend_sample_fill_in              (const char         *pattern,
                                              const char         *word);
TendId      tend_sample_pick_manager         (TendSample         *self);
TendId      tend_sample_pick_contact         (TendSample         *self,
                                              TendSampleLife     *life);
gboolean    tend_sample_is_going             (TendSampleLife     *life);
gboolean    tend_sample_write_products       (TendSample         *self,
                                              GError            **error);
void        tend_sample_add_purchases        (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_whitespace       (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_opportunities    (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_needs            (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_interactions     (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_invoices         (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_pulses           (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_add_health           (TendSample         *self,
                                              TendSampleLife     *life);
void        tend_sample_live                 (TendSample         *self,
                                              TendSampleLife     *life);

G_END_DECLS
