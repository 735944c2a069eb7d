/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random.h"

void
tend_random_init (TendRandom *self,
                  guint64     seed)
{
  self->state = seed;
}

guint64
tend_random_next (TendRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* 0 to @limit - 1; the bias of the multiplication is far below what a sample shows. */
guint
tend_random_below (TendRandom *self,
                   guint       limit)
{
  return (guint) (((tend_random_next (self) >> 32) * limit) >> 32);
}

/* @low to @high, both included. */
int
tend_random_between (TendRandom *self,
                     int         low,
                     int         high)
{
  return low + (int) tend_random_below (self, (guint) (high - low + 1));
}

gboolean
tend_random_chance (TendRandom *self,
                    guint       percent)
{
  return tend_random_below (self, 100) < percent;
}

const char *
tend_random_pick (TendRandom         *self,
                  const char * const *words,
                  guint               n_words)
{
  return words[tend_random_below (self, n_words)];
}

/* An index, each as often as its weight says. */
guint
tend_random_weighted (TendRandom  *self,
                      const guint *weights,
                      guint        n_weights)
{
  guint sum = 0;
  guint at;

  for (guint i = 0; i < n_weights; i++)
    sum += weights[i];

  at = tend_random_below (self, sum);

  for (guint i = 0; i < n_weights; i++)
    {
      if (at < weights[i])
        return i;
      at -= weights[i];
    }

  return n_weights - 1;
}
