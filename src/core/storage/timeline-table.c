/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-table.h"

#include <string.h>

#include "../entities/follow-up.h"
#include "../entities/handover.h"
#include "../entities/interaction.h"
#include "../entities/need.h"
#include "../entities/pulse.h"
#include "../entities/purchase.h"
#include "../rules/day.h"

/* Each kind comes newest first; where an account may have a hundred thousand rows, out of an index alone. */
static const struct
{
  const TendNoun *noun;
  const char     *sql;
  gboolean        is_day;
} sources[TEND_N_TIMELINE_KINDS] = {
  [TEND_TIMELINE_INTERACTION] = {
    &tend_interaction_noun, "SELECT id, \"at\" FROM interaction WHERE account = ?1 ORDER BY \"at\" DESC, id DESC", FALSE },
  [TEND_TIMELINE_FOLLOW_UP] = {
    &tend_follow_up_noun,
    "SELECT id, done_at FROM follow_up WHERE account = ?1 AND state = 'done' ORDER BY done_at DESC, id DESC", FALSE },
  [TEND_TIMELINE_NEED_OPENED] = {
    &tend_need_noun, "SELECT id, created_at FROM need WHERE account = ?1 ORDER BY created_at DESC, id DESC", FALSE },
  [TEND_TIMELINE_NEED_RESOLVED] = {
    &tend_need_noun,
    "SELECT id, resolved_at FROM need WHERE account = ?1 AND state = 'resolved' ORDER BY resolved_at DESC, id DESC", FALSE },
  [TEND_TIMELINE_PURCHASE] = {
    &tend_purchase_noun,
    "SELECT id, bought_on FROM purchase WHERE account = ?1 AND bought_on IS NOT NULL ORDER BY bought_on DESC, id DESC", TRUE },
  [TEND_TIMELINE_PULSE] = {
    &tend_pulse_noun, "SELECT id, \"at\" FROM pulse WHERE account = ?1 ORDER BY \"at\" DESC, id DESC", FALSE },
  [TEND_TIMELINE_HANDOVER] = {
    &tend_handover_noun,
    "SELECT id, \"at\" FROM handover WHERE account = ?1 AND undone_by IS NULL ORDER BY \"at\" DESC, id DESC", FALSE },
};

const TendNoun *
tend_timeline_noun (TendTimelineKind kind)
{
  g_return_val_if_fail (kind < TEND_N_TIMELINE_KINDS, NULL);

  return sources[kind].noun;
}

static gboolean
add_kind (TendDatabase      *database,
          TendId             account,
          TendTimelineKind   kind,
          GTimeZone         *zone,
          GArray            *entries,
          GError           **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sources[kind].sql, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendTimelineEntry entry = { tend_statement_get_int (statement, 0), 0, kind };

      entry.at = sources[kind].is_day ? tend_day_to_instant (tend_day_parse (tend_statement_get_text (statement, 1)), zone)
                                      : tend_statement_get_int (statement, 1);
      g_array_append_val (entries, entry);
    }
  return step != TEND_STEP_ERROR;
}

/* Newest first. Of what happened at the same instant, the later kind comes first: a need was opened before it was
 * resolved. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TendTimelineEntry *first = a;
  const TendTimelineEntry *second = b;

  if (first->at != second->at)
    return first->at < second->at ? 1 : -1;
  if (first->id != second->id)
    return first->id < second->id ? 1 : -1;
  return (int) second->kind - (int) first->kind;
}

/* Merges the newest-first runs [0, middle) and [middle, end) of @entries. */
static void
merge (GArray *entries,
       guint   middle)
{
  g_autoptr(GArray) older = NULL;
  guint end = entries->len;
  guint first = 0;
  guint second = middle;
  const TendTimelineEntry *all = (const TendTimelineEntry *) (gpointer) entries->data;

  if (middle == 0 || middle == end || compare (&all[middle - 1], &all[middle]) < 0)
    return;
  older = g_array_sized_new (FALSE, FALSE, sizeof (TendTimelineEntry), end);
  while (first < middle || second < end)
    {
      gboolean take_first = second == end || (first < middle && compare (&all[first], &all[second]) < 0);

      g_array_append_val (older, all[take_first ? first++ : second++]);
    }
  memcpy (entries->data, older->data, end * sizeof (TendTimelineEntry));
}

GArray *
tend_timeline_table_list (TendDatabase       *database,
                          TendId              account,
                          TendTimelineKinds   kinds,
                          GTimeZone          *zone,
                          GError            **error)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (TendTimelineEntry));

  for (guint kind = 0; kind < TEND_N_TIMELINE_KINDS; kind++)
    {
      guint middle = entries->len;

      if ((kinds & (1u << kind)) == 0)
        continue;
      if (!add_kind (database, account, kind, zone, entries, error))
        return NULL;
      merge (entries, middle);
    }
  return g_steal_pointer (&entries);
}
