/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that look random and are the same for the same seed, on every computer and in every release (splitmix64). */
typedef struct
{
  guint64 state;
} TendRandom;

void        tend_random_init    (TendRandom         *self,
                                 guint64             seed);
guint64     tend_random_next    (TendRandom         *self);
guint       tend_random_below   (TendRandom         *self,
                                 guint               limit);
int         tend_random_between (TendRandom         *self,
                                 int                 low,
                                 int                 high);
gboolean    tend_random_chance  (TendRandom         *self,
                                 guint               percent);
const char *tend_random_pick    (TendRandom         *self,
                                 const char * const *words,
                                 guint               n_words);
guint       tend_random_weighted(TendRandom         *self,
                                 const guint        *weights,
                                 guint               n_weights);

#define tend_random_word(self, words) tend_random_pick ((self), (words), G_N_ELEMENTS (words))

G_END_DECLS
