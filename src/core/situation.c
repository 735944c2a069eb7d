/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "situation.h"

G_DEFINE_BOXED_TYPE (TendSituation, tend_situation, tend_situation_copy, tend_situation_free)

TendSituation *
tend_situation_copy (const TendSituation *self)
{
  TendSituation *copy = g_memdup2 (self, sizeof *self);

  copy->history = g_memdup2 (self->history, self->n_history * sizeof *self->history);
  return copy;
}

void
tend_situation_free (TendSituation *self)
{
  if (self == NULL)
    return;
  g_free (self->history);
  g_free (self);
}
