/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "storage/rule-table.h"
#include "storage/situation-table.h"
#include "storage/summary-pass.h"
#include "storage/summary-table.h"

/* What follows from the rows: how an account stands, by which rules, and that it does so every day. */

typedef struct
{
  TendId      account;
  TendInstant now;
  const char *currency;
} SituationArgs;

static gpointer
situation_work (gpointer       context,
                TendDatabase  *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  SituationArgs *args = data;

  return tend_situation_table_read (database, args->account, args->now, args->currency, error);
}

TendSituation *
tend_book_get_situation (TendBook  *self,
                         TendId     account,
                         GError   **error)
{
  SituationArgs args = { account, tend_clock_now (self->clock), self->currency };

  return tend_book_call (self, self->loader, situation_work, &args, error);
}

void
tend_book_get_situation_async (TendBook            *self,
                               TendId               account,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  SituationArgs args = { account, tend_clock_now (self->clock), self->currency };

  tend_book_push (self, self->loader, situation_work, g_memdup2 (&args, sizeof args), g_free,
                  (GDestroyNotify) tend_situation_free, cancellable, callback, user_data);
}

TendSituation *
tend_book_get_situation_finish (TendBook      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The rules. */

static gpointer
get_rules_work (gpointer       context,
                TendDatabase  *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return tend_rule_table_read (database, data, error) ? TEND_DONE : NULL;
}

gboolean
tend_book_get_rules (TendBook   *self,
                     TendRules  *rules,
                     GError    **error)
{
  return tend_book_call (self, self->loader, get_rules_work, rules, error) != NULL;
}

static gpointer
dup_rules_work (gpointer       context,
                TendDatabase  *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree TendRules *rules = g_new (TendRules, 1);

  return tend_rule_table_read (database, rules, error) ? g_steal_pointer (&rules) : NULL;
}

void
tend_book_get_rules_async (TendBook            *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  tend_book_push (self, self->loader, dup_rules_work, NULL, NULL, g_free, cancellable, callback, user_data);
}

TendRules *
tend_book_get_rules_finish (TendBook      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  const TendRuleField *field;
  int                  value;
} RuleArgs;

/* @data: a GArray of RuleArgs */
static gboolean
write_rules (TendDatabase  *database,
             gpointer       data,
             GError       **error)
{
  GArray *values = data;

  for (guint i = 0; i < values->len; i++)
    {
      const RuleArgs *args = &g_array_index (values, RuleArgs, i);

      if (!tend_rule_table_write (database, args->field, args->value, error))
        return FALSE;
    }
  return tend_summary_pass_require (database, error);
}

static gpointer
set_rules_work (gpointer       context,
                TendDatabase  *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return tend_book_write_quietly (context, database, write_rules, data, error);
}

/* @field: NULL where @name is none */
static gboolean
add_rule (GArray               *values,
          const TendRuleField  *field,
          const char           *name,
          int                   value,
          GError              **error)
{
  RuleArgs args = { field, value };

  if (field != NULL && value >= field->least && value <= field->most)
    {
      g_array_append_val (values, args);
      return TRUE;
    }
  tend_set_error (error, TEND_ERROR_INPUT, field != NULL ? TEND_REASON_OUT_OF_RANGE : TEND_REASON_MISSING, name, NULL,
                  "%s cannot be %d", name, value);
  return FALSE;
}

static GArray *
new_values (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RuleArgs));
}

/* The pass. */

typedef struct
{
  TendSummaryPass pass;
  char           *zone;
  TendClock      *clock;
} Pass;

static Pass *
pass_new (TendBook *self)
{
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (self->clock);
  Pass *pass = g_new0 (Pass, 1);

  pass->clock = g_object_ref (self->clock);
  pass->zone = g_strdup (g_time_zone_get_identifier (zone));
  pass->pass.zone = pass->zone;
  pass->pass.day = TEND_DAY_NONE;
  return pass;
}

static void
pass_free (Pass *pass)
{
  g_object_unref (pass->clock);
  g_free (pass->zone);
  g_free (pass);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pass, pass_free)

static gboolean
write_step (TendDatabase  *database,
            gpointer       data,
            GError       **error)
{
  return tend_summary_pass_step (&((Pass *) data)->pass, database, error);
}

/* A look first: it takes neither lock nor transaction, and mostly there is nothing to do. */
static gpointer
step_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Pass *pass = data;

  pass->pass.now = tend_clock_now (pass->clock);
  if (pass->pass.day == TEND_DAY_NONE)
    {
      if (!tend_summary_pass_look (&pass->pass, database, error))
        return NULL;
      if (pass->pass.done)
        return TEND_DONE;
    }
  return tend_book_write_quietly (context, database, write_step, pass, error);
}

static void push_step (TendBook *self,
                       Pass     *pass);

static void
end_pass (TendBook     *self,
          const GError *error)
{
  if (error != NULL && !self->closed)
    tend_book_emit_failed (self, error);
  self->passing = FALSE;
  if (self->pass_again && !self->closed)
    tend_book_pass (self);
  else if (!self->closed)
    tend_book_refresh (self);
}

static void
on_step (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TendBook) self = TEND_BOOK (g_object_ref (source));
  g_autoptr(GError) error = NULL;
  Pass *pass = user_data;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL || pass->pass.done || self->closed)
    {
      pass_free (pass);
      end_pass (self, error);
      return;
    }
  push_step (self, pass);
}

/* One step after the other goes to the end of the writer's queue: what a person does comes in between. */
static void
push_step (TendBook *self,
           Pass     *pass)
{
  tend_book_push (self, self->writer, step_work, pass, NULL, NULL, NULL, on_step, pass);
}

void
tend_book_pass (TendBook *self)
{
  if (self->passing)
    {
      self->pass_again = TRUE;
      return;
    }
  self->passing = TRUE;
  self->pass_again = FALSE;
  push_step (self, pass_new (self));
}

gboolean
tend_book_pass_now (TendBook  *self,
                    GError   **error)
{
  g_autoptr(Pass) pass = pass_new (self);

  do
    if (tend_book_call (self, self->writer, step_work, pass, error) == NULL)
      return FALSE;
  while (!pass->pass.done);
  return tend_book_refresh_now (self, error);
}

/* The alarm also goes off when the clock is set or the computer resumes; then there is nothing to do, mostly. */
static void
on_midnight (gpointer user_data)
{
  TendBook *self = user_data;

  tend_book_keep_day (self);
}

void
tend_book_keep_day (TendBook *self)
{
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (self->clock);
  TendDay today = tend_day_of_instant (tend_clock_now (self->clock), zone);

  if (self->midnight == NULL)
    self->midnight = tend_alarm_new (self->clock, on_midnight, self);
  tend_alarm_set (self->midnight, tend_day_to_instant (today + 1, zone));
  tend_book_pass (self);
}

gboolean
tend_book_set_rule (TendBook    *self,
                    const char  *name,
                    int          value,
                    GError     **error)
{
  g_autoptr(GArray) values = new_values ();

  return add_rule (values, tend_rules_find (name), name, value, error) &&
         tend_book_call (self, self->writer, set_rules_work, values, error) != NULL && tend_book_pass_now (self, error);
}

static void
on_rules_set (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  TendBook *self = TEND_BOOK (source);
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tend_book_pass (self);
  g_task_return_boolean (task, TRUE);
}

/* @values: taken; @error: taken, why it cannot be */
static void
push_rules (TendBook            *self,
            GArray              *values,
            GError              *error,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  if (error == NULL)
    {
      tend_book_push (self, self->writer, set_rules_work, values, (GDestroyNotify) g_array_unref, NULL, cancellable, on_rules_set, task);
      return;
    }
  g_array_unref (values);
  g_task_return_error (task, error);
  g_object_unref (task);
}

void
tend_book_set_rule_async (TendBook            *self,
                          const char          *name,
                          int                  value,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GArray *values = new_values ();
  GError *error = NULL;

  add_rule (values, tend_rules_find (name), name, value, &error);
  push_rules (self, values, error, cancellable, callback, user_data);
}

gboolean
tend_book_set_rule_finish (TendBook      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tend_book_set_rules_async (TendBook                   *self,
                           const TendRules            *rules,
                           const TendRuleField *const *fields,
                           gsize                       n_fields,
                           GCancellable               *cancellable,
                           GAsyncReadyCallback         callback,
                           gpointer                    user_data)
{
  GArray *values = new_values ();
  GError *error = NULL;

  for (gsize i = 0; i < n_fields && error == NULL; i++)
    add_rule (values, fields[i], fields[i]->name, tend_rules_get (rules, fields[i]), &error);
  push_rules (self, values, error, cancellable, callback, user_data);
}

gboolean
tend_book_set_rules_finish (TendBook      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
