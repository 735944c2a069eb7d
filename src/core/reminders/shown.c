/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shown.h"

#include "../id.h"
#include "../ids.h"

#define DIGEST "digest "
#define SINGLE "single "

/* A set of ids, and those of it that are in the digest. */
struct _TendShown
{
  GHashTable *all;
  GHashTable *digest;
};

TendShown *
tend_shown_new (void)
{
  TendShown *self = g_new0 (TendShown, 1);

  self->all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->digest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
tend_shown_free (TendShown *self)
{
  g_hash_table_unref (self->all);
  g_hash_table_unref (self->digest);
  g_free (self);
}

void
tend_shown_add (TendShown *self,
                TendId     follow_up,
                gboolean   digest)
{
  g_hash_table_add (self->all, g_memdup2 (&follow_up, sizeof follow_up));
  if (digest)
    g_hash_table_add (self->digest, g_memdup2 (&follow_up, sizeof follow_up));
  else
    g_hash_table_remove (self->digest, &follow_up);
}

gboolean
tend_shown_remove (TendShown *self,
                   TendId     follow_up,
                   gboolean  *digest)
{
  *digest = g_hash_table_remove (self->digest, &follow_up);
  return g_hash_table_remove (self->all, &follow_up);
}

gboolean
tend_shown_contains (TendShown *self,
                     TendId     follow_up)
{
  return g_hash_table_contains (self->all, &follow_up);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  TendId left = *(const TendId *) a;
  TendId right = *(const TendId *) b;

  return (left > right) - (left < right);
}

GArray *
tend_shown_list (TendShown *self,
                 gboolean   digest)
{
  GArray *ids = tend_ids_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, digest ? self->digest : self->all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);

  g_array_sort (ids, compare_ids);
  return ids;
}

char *
tend_shown_to_text (TendShown *self)
{
  g_autoptr(GArray) ids = tend_shown_list (self, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      TendId id = g_array_index (ids, TendId, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "\n",
                              g_hash_table_contains (self->digest, &id) ? DIGEST : SINGLE, id);
    }

  return g_string_free (text, FALSE);
}

void
tend_shown_read (TendShown  *self,
                 const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      gboolean digest = g_str_has_prefix (lines[i], DIGEST);
      TendId id;

      if ((digest || g_str_has_prefix (lines[i], SINGLE)) && tend_id_parse (lines[i] + strlen (SINGLE), &id) && id > 0)
        tend_shown_add (self, id, digest);
    }
}
