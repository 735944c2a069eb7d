/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The managers of the sample book: a vice president, directors below her, leads below them, and below those everyone
 * else; in all but small books one has left. */

#include "sample-private.h"

#define ACCOUNTS_A_MANAGER 30
#define MIN_MANAGERS 4
#define MAX_MANAGERS 240
#define MANAGERS_A_DIRECTOR 16
#define MANAGERS_A_LEAD 6
#define MIN_FOR_FORMER 10

/* Dealt out in turn, so that even a small team has everyone. */
static const TendRole other_roles[] = {
  TEND_ROLE_MANAGER, TEND_ROLE_ASSOCIATE, TEND_ROLE_MANAGER, TEND_ROLE_ASSISTANT, TEND_ROLE_MANAGER, TEND_ROLE_MANAGER,
  TEND_ROLE_ASSOCIATE,
};

static TendRole
role_of (guint index,
         guint n_directors,
         guint n_leads)
{
  if (index == 0)
    return TEND_ROLE_VICE_PRESIDENT;
  if (index <= n_directors)
    return TEND_ROLE_DIRECTOR;
  if (index <= n_directors + n_leads)
    return TEND_ROLE_LEAD;

  return other_roles[(index - n_directors - n_leads - 1) % G_N_ELEMENTS (other_roles)];
}

/* To whom the manager at @index reports: those above are dealt out in turn. */
static TendId
lead_of (TendSample *self,
         guint       index,
         guint       n_directors,
         guint       n_leads)
{
  guint lead;

  if (index == 0)
    return 0;

  if (index <= n_directors)
    lead = 0;
  else if (index <= n_directors + n_leads)
    lead = 1 + (index - n_directors - 1) % n_directors;
  else
    lead = 1 + n_directors + (index - n_directors - n_leads - 1) % n_leads;

  return g_array_index (self->managers, TendSampleManager, lead).id;
}

/* Accounts of tier A are for the experienced, those of tier C for everyone. */
static void
make_owner (TendSample *self,
            TendId      id,
            TendRole    role)
{
  if (role == TEND_ROLE_MANAGER || role == TEND_ROLE_LEAD || role == TEND_ROLE_DIRECTOR)
    g_array_append_val (self->owners[TEND_TIER_A], id);

  if (role == TEND_ROLE_MANAGER || role == TEND_ROLE_LEAD || role == TEND_ROLE_ASSOCIATE)
    g_array_append_val (self->owners[TEND_TIER_B], id);

  if (role <= TEND_ROLE_LEAD)
    g_array_append_val (self->owners[TEND_TIER_C], id);
}

static char *
pick_name (TendSample *self,
           GHashTable *taken,
           TendRole    role)
{
  for (;;)
    {
      TendSamplePerson person;
      g_autofree char *name = NULL;

      tend_sample_person_init (&person, self->words, &self->random);

      if (role == TEND_ROLE_VICE_PRESIDENT)
        person.given = tend_sample_pick (self, &self->words->given_women);

      name = g_strdup_printf ("%s %s", person.given, person.family);

      if (g_hash_table_add (taken, g_strdup (name)))
        return g_steal_pointer (&name);
    }
}

static gboolean
write_manager (TendSample  *self,
               GHashTable  *taken,
               TendRole     role,
               TendId       reports_to,
               gboolean     active,
               GError     **error)
{
  g_autoptr(TendManagerRecord) record = tend_manager_record_new ();
  g_autofree char *slug = NULL;

  record->name = pick_name (self, taken, role);
  slug = tend_sample_slug (record->name);
  g_strdelimit (slug, "-", '.');
  record->email = g_strdup_printf ("%s@tend.example", slug);
  record->phone = tend_sample_fill (self->words->towns[0].phone, &self->random);
  record->role = (int) role;
  record->title = g_strdup (self->words->manager_titles.words[role]);
  record->reports_to = reports_to;
  record->full_time_share = tend_random_chance (&self->random, 80) ? 100 : 50 + 10 * (gint64) tend_random_below (&self->random, 4);
  record->active = active;

  if (!tend_sample_emit (self, &record->base, error))
    return FALSE;

  if (!active)
    {
      self->former_manager = record->base.id;
    }
  else
    {
      TendSampleManager manager = { record->base.id, role };

      g_array_append_val (self->managers, manager);
      make_owner (self, manager.id, role);
    }

  return TRUE;
}

/*< private >
 * tend_sample_write_managers:
 * @self: the book
 * @error: where to say why not
 *
 * Returns: whether all were taken
 */
gboolean
tend_sample_write_managers (TendSample  *self,
                            GError     **error)
{
  guint n_managers = CLAMP (self->options->n_accounts / ACCOUNTS_A_MANAGER, MIN_MANAGERS, MAX_MANAGERS);
  guint n_directors = MAX (1, n_managers / MANAGERS_A_DIRECTOR);
  guint n_leads = MAX (1, n_managers / MANAGERS_A_LEAD);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_managers; i++)
    {
      TendRole role = role_of (i, n_directors, n_leads);

      /* Even the smallest book has someone for every tier. */
      if (i + 1 == n_managers)
        role = TEND_ROLE_MANAGER;

      if (!write_manager (self, taken, role, lead_of (self, i, n_directors, n_leads), TRUE, error))
        return FALSE;
    }

  if (n_managers < MIN_FOR_FORMER)
    return TRUE;

  return write_manager (self, taken, TEND_ROLE_MANAGER, lead_of (self, n_managers, n_directors, n_leads), FALSE, error);
}
