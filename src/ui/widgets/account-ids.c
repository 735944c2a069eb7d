/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-ids.h"

G_DEFINE_BOXED_TYPE (TendAccountIds, tend_account_ids, tend_account_ids_ref, tend_account_ids_unref)

TendAccountIds *
tend_account_ids_new (const TendId *ids,
                      guint         n_ids,
                      TendId        owner)
{
  TendAccountIds *self = g_atomic_rc_box_new0 (TendAccountIds);

  self->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  self->n_ids = n_ids;
  self->owner = owner;

  return self;
}

TendAccountIds *
tend_account_ids_ref (TendAccountIds *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TendAccountIds *self = data;

  g_free (self->ids);
}

void
tend_account_ids_unref (TendAccountIds *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
