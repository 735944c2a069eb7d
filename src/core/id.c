/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "id.h"

#define RANDOM_BITS 22
#define EPOCH_2020_MS G_GINT64_CONSTANT (1577836800000)

TendId
tend_id_new (void)
{
  static GMutex lock;
  static TendId last;
  TendId id = (g_get_real_time () / 1000 - EPOCH_2020_MS) << RANDOM_BITS;

  id |= g_random_int () & ((1u << RANDOM_BITS) - 1);
  /* Random bits alone would collide in a bulk load (birthday bound: a few thousand in one millisecond). */
  g_mutex_lock (&lock);
  last = MAX (last + 1, id);
  id = last;
  g_mutex_unlock (&lock);
  return id;
}

char *
tend_id_to_text (TendId id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

gboolean
tend_id_parse (const char *text,
               TendId     *id)
{
  *id = 0;
  return text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}
