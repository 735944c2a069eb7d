/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample-book.h"

#include "../entities/account.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../rules/wall.h"
#include "random.h"
#include "sample-firm.h"
#include "sample-words.h"

G_BEGIN_DECLS

/* A manager, as far as the rest of the book must know her. */
typedef struct
{
  TendId id;
  TendRole role;
} TendSampleManager;

/* The book while it is being written. */
typedef struct
{
  const TendSampleOptions *options;
  const TendSampleWords *words;
  TendSampleSink sink;
  gpointer sink_data;

  TendRandom random;
  TendId last_id;
  GTimeZone *zone;
  TendWall today;

  GArray *managers;          /* of TendSampleManager: the active ones */
  TendId former_manager;     /* who has left; 0 in a small book */
  GArray *owners[3];         /* of TendId, by tier: who looks after such accounts */
} TendSample;

gboolean    tend_sample_emit             (TendSample         *self,
                                          TendRecord         *record,
                                          GError            **error);
const char *tend_sample_pick             (TendSample         *self,
                                          const TendWords    *words);
gboolean    tend_sample_write_managers   (TendSample         *self,
                                          GError            **error);
GPtrArray  *tend_sample_make_follow_ups  (TendSample         *self,
                                          TendAccountRecord  *account,
                                          TendId              contact);

G_END_DECLS
