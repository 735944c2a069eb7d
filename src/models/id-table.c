/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "id-table.h"

typedef struct
{
  TendId id;      /* 0: free */
  guint  number;
} Slot;

struct _TendIdTable
{
  Slot  *slots;
  guint  n_slots;  /* a power of two, never more than two thirds full */
  guint  n_ids;
};

#define SMALLEST 16u

/* Ids of a bulk load lie side by side: a multiplication spreads them. */
static guint
home_of (const TendIdTable *self,
         TendId             id)
{
  guint64 hash = (guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (hash >> 32) & (self->n_slots - 1);
}

static guint
find_slot (const TendIdTable *self,
           TendId             id)
{
  guint i = home_of (self, id);

  while (self->slots[i].id != 0 && self->slots[i].id != id)
    i = (i + 1) & (self->n_slots - 1);

  return i;
}

static void
allocate (TendIdTable *self,
          guint        n_expected)
{
  guint n_slots = SMALLEST;

  while (n_slots / 3 * 2 <= n_expected)
    n_slots *= 2;

  self->n_slots = n_slots;
  self->slots = g_new0 (Slot, n_slots);
}

static void
grow (TendIdTable *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;

  allocate (self, self->n_ids * 2);

  for (guint i = 0; i < n_old; i++)
    {
      if (old[i].id != 0)
        self->slots[find_slot (self, old[i].id)] = old[i];
    }
}

TendIdTable *
tend_id_table_new (guint n_expected)
{
  TendIdTable *self = g_new0 (TendIdTable, 1);

  allocate (self, n_expected);

  return self;
}

void
tend_id_table_free (TendIdTable *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self);
}

gboolean
tend_id_table_insert (TendIdTable *self,
                      TendId       id,
                      guint        number)
{
  guint i;

  g_return_val_if_fail (id != 0, FALSE);

  i = find_slot (self, id);
  if (self->slots[i].id == id)
    {
      self->slots[i].number = number;
      return FALSE;
    }

  self->slots[i] = (Slot) { id, number };
  self->n_ids++;
  if (self->n_slots / 3 * 2 <= self->n_ids)
    grow (self);

  return TRUE;
}

gboolean
tend_id_table_remove (TendIdTable *self,
                      TendId       id)
{
  guint mask = self->n_slots - 1;
  guint hole = find_slot (self, id);

  if (self->slots[hole].id == 0)
    return FALSE;

  /* What was pushed past the hole moves back, so that no search ends too early. */
  for (guint i = (hole + 1) & mask; self->slots[i].id != 0; i = (i + 1) & mask)
    {
      guint home = home_of (self, self->slots[i].id);

      if (((i - home) & mask) >= ((i - hole) & mask))
        {
          self->slots[hole] = self->slots[i];
          hole = i;
        }
    }

  self->slots[hole].id = 0;
  self->n_ids--;

  return TRUE;
}

gboolean
tend_id_table_lookup (const TendIdTable *self,
                      TendId             id,
                      guint             *number)
{
  guint i;

  if (id == 0)
    return FALSE;

  i = find_slot (self, id);
  if (self->slots[i].id == 0)
    return FALSE;

  if (number != NULL)
    *number = self->slots[i].number;

  return TRUE;
}

guint
tend_id_table_size (const TendIdTable *self)
{
  return self->n_ids;
}

TendId
tend_id_table_get_any (const TendIdTable *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      if (self->slots[i].id != 0)
        return self->slots[i].id;
    }

  return 0;
}
