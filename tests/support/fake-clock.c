/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fake-clock.h"

#include "core/rules/wall.h"

struct _TendFakeClock
{
  TendClock parent_instance;

  GTimeZone *zone;
  gint64 now;
  guint reads;
};

G_DEFINE_FINAL_TYPE (TendFakeClock, tend_fake_clock, TEND_TYPE_CLOCK)

static gint64
tend_fake_clock_now (TendClock *clock)
{
  TEND_FAKE_CLOCK (clock)->reads++;
  return TEND_FAKE_CLOCK (clock)->now;
}

static GTimeZone *
tend_fake_clock_dup_zone (TendClock *clock)
{
  return g_time_zone_ref (TEND_FAKE_CLOCK (clock)->zone);
}

static void
tend_fake_clock_finalize (GObject *object)
{
  g_clear_pointer (&TEND_FAKE_CLOCK (object)->zone, g_time_zone_unref);

  G_OBJECT_CLASS (tend_fake_clock_parent_class)->finalize (object);
}

static void
tend_fake_clock_class_init (TendFakeClockClass *klass)
{
  TendClockClass *clock_class = TEND_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_fake_clock_finalize;
  clock_class->now = tend_fake_clock_now;
  clock_class->dup_zone = tend_fake_clock_dup_zone;
}

static void
tend_fake_clock_init (TendFakeClock *self)
{
}

/* @wall is a wall time ("2026-12-03T15:00") in the IANA @zone. */
TendFakeClock *
tend_fake_clock_new (const char *wall,
                     const char *zone)
{
  TendFakeClock *self = g_object_new (TEND_TYPE_FAKE_CLOCK, NULL);

  self->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (self->zone);
  tend_fake_clock_set (self, wall);
  return self;
}

void
tend_fake_clock_set (TendFakeClock *self,
                     const char    *wall)
{
  TendWall parsed;

  g_assert_true (tend_wall_parse (wall, &parsed));
  self->now = tend_wall_to_instant (&parsed, self->zone);
}

void
tend_fake_clock_advance (TendFakeClock *self,
                         GTimeSpan      span)
{
  self->now += span;
}

guint
tend_fake_clock_get_reads (TendFakeClock *self)
{
  return self->reads;
}
