/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-values.h"

#include "weak-request.h"

/* ms after the last step: holding a key down is one change. */
#define PAUSE 400

struct _TendRuleValues
{
  GObject    parent_instance;

  TendBook  *book;
  TendRules  rules;
  TendRules  written;   /* as the book has them, as far as is known here */
  gboolean   loaded;
  guint      pause;
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendRuleValues, tend_rule_values, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
tell_failure (TendRuleValues *self,
              GError         *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TendRuleValues) self = tend_weak_request_take (data);
  g_autoptr (GError) error = NULL;
  g_autofree TendRules *rules = tend_book_get_rules_finish (TEND_BOOK (source), result, &error);

  if (self == NULL)
    return;
  if (rules == NULL)
    {
      tell_failure (self, error);
      return;
    }

  self->rules = self->written = *rules;
  self->loaded = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_rules (TendRuleValues *self)
{
  tend_book_get_rules_async (self->book, NULL, on_read, tend_weak_request_new (self));
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TendRuleValues) self = tend_weak_request_take (data);
  g_autoptr (GError) error = NULL;

  if (tend_book_set_rules_finish (TEND_BOOK (source), result, &error) || self == NULL)
    return;

  tell_failure (self, error);
  read_rules (self);
}

void
tend_rule_values_flush (TendRuleValues *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  guint n_fields;
  const TendRuleField *fields = tend_rules_get_fields (&n_fields);

  g_return_if_fail (TEND_IS_RULE_VALUES (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < n_fields; i++)
    {
      if (tend_rules_get (&self->rules, &fields[i]) != tend_rules_get (&self->written, &fields[i]))
        g_ptr_array_add (changed, (gpointer) &fields[i]);
    }
  if (changed->len == 0)
    return;

  self->written = self->rules;
  tend_book_set_rules_async (self->book, &self->rules, (const TendRuleField *const *) changed->pdata, changed->len, NULL, on_written,
                             tend_weak_request_new (self));
}

static void
on_pause (gpointer data)
{
  TendRuleValues *self = data;

  self->pause = 0;
  tend_rule_values_flush (self);
}

static void
changed (TendRuleValues *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_once (PAUSE, on_pause, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tend_rule_values_dispose (GObject *object)
{
  TendRuleValues *self = TEND_RULE_VALUES (object);

  if (self->book != NULL && self->pause != 0)
    tend_rule_values_flush (self);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_rule_values_parent_class)->dispose (object);
}

static void
tend_rule_values_class_init (TendRuleValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_rule_values_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tend_rule_values_init (TendRuleValues *self)
{
  tend_rules_init (&self->rules);
  self->written = self->rules;
}

TendRuleValues *
tend_rule_values_new (TendBook *book)
{
  TendRuleValues *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_RULE_VALUES, NULL);
  self->book = g_object_ref (book);
  read_rules (self);

  return self;
}

gboolean
tend_rule_values_get_loaded (TendRuleValues *self)
{
  g_return_val_if_fail (TEND_IS_RULE_VALUES (self), FALSE);

  return self->loaded;
}

gboolean
tend_rule_values_get_read_only (TendRuleValues *self)
{
  g_return_val_if_fail (TEND_IS_RULE_VALUES (self), TRUE);

  return tend_book_get_read_only (self->book);
}

const TendRules *
tend_rule_values_get (TendRuleValues *self)
{
  g_return_val_if_fail (TEND_IS_RULE_VALUES (self), NULL);

  return &self->rules;
}

void
tend_rule_values_set (TendRuleValues      *self,
                      const TendRuleField *field,
                      int                  value)
{
  g_return_if_fail (TEND_IS_RULE_VALUES (self));
  g_return_if_fail (field != NULL);

  if (!self->loaded || tend_rules_get (&self->rules, field) == value || !tend_rules_set (&self->rules, field, value))
    return;

  changed (self);
}

void
tend_rule_values_take (TendRuleValues  *self,
                       const TendRules *rules)
{
  g_return_if_fail (TEND_IS_RULE_VALUES (self));

  if (!self->loaded)
    return;

  self->rules = *rules;
  changed (self);
}
