/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "settings.h"

struct _TendSettings
{
  GObject parent_instance;

  /* Owned References */
  GSettings *settings;

  gboolean   in_sample;
  TendId     sample_manager;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendSettings, tend_settings, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
on_changed (TendSettings *self,
            const char   *key)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key), key);
}

static void
tend_settings_dispose (GObject *object)
{
  TendSettings *self = TEND_SETTINGS (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tend_settings_parent_class)->dispose (object);
}

static void
tend_settings_class_init (TendSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_settings_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tend_settings_init (TendSettings *self)
{
  self->settings = g_settings_new (TEND_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

TendSettings *
tend_settings_get_default (void)
{
  static TendSettings *settings;

  if (settings == NULL)
    settings = g_object_new (TEND_TYPE_SETTINGS, NULL);

  return settings;
}

void
tend_settings_bind (TendSettings *self,
                    const char   *key,
                    gpointer      object,
                    const char   *property)
{
  g_settings_bind (self->settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

char *
tend_settings_dup_book (TendSettings *self)
{
  return g_settings_get_string (self->settings, "book");
}

void
tend_settings_set_book (TendSettings *self,
                        const char   *path)
{
  g_settings_set_string (self->settings, "book", path);
}

TendId
tend_settings_get_manager (TendSettings *self)
{
  return self->in_sample ? self->sample_manager : g_settings_get_int64 (self->settings, "manager");
}

void
tend_settings_set_manager (TendSettings *self,
                           TendId        manager)
{
  if (!self->in_sample)
    {
      g_settings_set_int64 (self->settings, "manager", manager);
      return;
    }

  self->sample_manager = manager;
  on_changed (self, "manager");
}

void
tend_settings_set_sample_manager (TendSettings *self,
                                  TendId        manager)
{
  TendId before = tend_settings_get_manager (self);

  self->in_sample = manager != 0;
  self->sample_manager = manager;
  if (tend_settings_get_manager (self) != before)
    on_changed (self, "manager");
}

void
tend_settings_get_window (TendSettings *self,
                          int          *width,
                          int          *height,
                          gboolean     *maximized)
{
  *width = g_settings_get_int (self->settings, "window-width");
  *height = g_settings_get_int (self->settings, "window-height");
  *maximized = g_settings_get_boolean (self->settings, "window-maximized");
}

void
tend_settings_set_window (TendSettings *self,
                          int           width,
                          int           height,
                          gboolean      maximized)
{
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
}

char *
tend_settings_dup_last_place (TendSettings *self)
{
  return g_settings_get_string (self->settings, "last-place");
}

void
tend_settings_set_last_place (TendSettings *self,
                              const char   *place)
{
  g_settings_set_string (self->settings, "last-place", place);
}

char *
tend_settings_dup_last_day (TendSettings *self)
{
  return g_settings_get_string (self->settings, "last-day");
}

void
tend_settings_set_last_day (TendSettings *self,
                            const char   *day)
{
  g_settings_set_string (self->settings, "last-day", day);
}

TendId
tend_settings_get_last_account (TendSettings *self)
{
  return g_settings_get_int64 (self->settings, "last-account");
}

void
tend_settings_set_last_account (TendSettings *self,
                                TendId        account)
{
  g_settings_set_int64 (self->settings, "last-account", account);
}

char *
tend_settings_dup_sort (TendSettings *self)
{
  return g_settings_get_string (self->settings, "sort");
}

void
tend_settings_set_sort (TendSettings *self,
                        const char   *sort)
{
  g_settings_set_string (self->settings, "sort", sort);
}

TendId *
tend_settings_dup_matrix_products (TendSettings *self,
                                   gsize        *n_products)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, "matrix-products");
  gconstpointer ids = g_variant_get_fixed_array (value, n_products, sizeof (TendId));

  return g_memdup2 (ids, *n_products * sizeof (TendId));
}

void
tend_settings_set_matrix_products (TendSettings *self,
                                   const TendId *products,
                                   gsize         n_products)
{
  g_settings_set_value (self->settings, "matrix-products",
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, products, n_products, sizeof (TendId)));
}

int
tend_settings_get_work_start (TendSettings *self)
{
  return g_settings_get_int (self->settings, "work-start");
}

void
tend_settings_set_work_start (TendSettings *self,
                              int           minutes)
{
  g_settings_set_int (self->settings, "work-start", minutes);
}

int
tend_settings_get_work_end (TendSettings *self)
{
  return g_settings_get_int (self->settings, "work-end");
}

void
tend_settings_set_work_end (TendSettings *self,
                            int           minutes)
{
  g_settings_set_int (self->settings, "work-end", minutes);
}

guint
tend_settings_get_work_days (TendSettings *self)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, "work-days");
  GVariantIter iter;
  gint32 day;
  guint days = 0;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "i", &day))
    {
      if (day >= 1 && day <= 7)
        days |= 1u << day;
    }

  return days;
}

void
tend_settings_set_work_days (TendSettings *self,
                             guint         days)
{
  GVariantBuilder builder;
  int day;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ai"));
  for (day = 1; day <= 7; day++)
    {
      if (days & (1u << day))
        g_variant_builder_add (&builder, "i", day);
    }
  g_settings_set_value (self->settings, "work-days", g_variant_builder_end (&builder));
}

int
tend_settings_get_default_lead (TendSettings *self)
{
  return g_settings_get_int (self->settings, "default-lead");
}

void
tend_settings_set_default_lead (TendSettings *self,
                                int           minutes)
{
  g_settings_set_int (self->settings, "default-lead", minutes);
}

gboolean
tend_settings_get_background_reminders (TendSettings *self)
{
  return g_settings_get_boolean (self->settings, "background-reminders");
}

void
tend_settings_set_background_reminders (TendSettings *self,
                                        gboolean      remind)
{
  g_settings_set_boolean (self->settings, "background-reminders", remind);
}

gboolean
tend_settings_get_background_told (TendSettings *self)
{
  return g_settings_get_boolean (self->settings, "background-told");
}

void
tend_settings_set_background_told (TendSettings *self,
                                   gboolean      told)
{
  g_settings_set_boolean (self->settings, "background-told", told);
}
