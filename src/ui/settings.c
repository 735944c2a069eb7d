/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "settings.h"

/* The height of a screen, in px, that few are higher than. */
#define HIGH_SCREEN 1440

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

/* What stands there already is not written again: where settings are a file, each writing waits for the disk. */
static void
put (TendSettings *self,
     const char   *key,
     GVariant     *value)
{
  g_autoptr (GVariant) after = g_variant_ref_sink (value);
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, key);

  if (!g_variant_equal (before, after))
    g_settings_set_value (self->settings, key, after);
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
  put (self, "book", g_variant_new_string (path));
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
      put (self, "manager", g_variant_new_int64 (manager));
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

guint
tend_settings_get_rows_in_sight (TendSettings *self,
                                 int           above,
                                 int           row)
{
  int width;
  int height;
  gboolean maximized;

  tend_settings_get_window (self, &width, &height, &maximized);
  if (maximized)
    height = MAX (height, HIGH_SCREEN);

  return (guint) (MAX (height - above, 0) / row) + 1;
}

void
tend_settings_set_window (TendSettings *self,
                          int           width,
                          int           height,
                          gboolean      maximized)
{
  if (width > 0 && height > 0)
    {
      put (self, "window-width", g_variant_new_int32 (width));
      put (self, "window-height", g_variant_new_int32 (height));
    }
  put (self, "window-maximized", g_variant_new_boolean (maximized));
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
  put (self, "last-place", g_variant_new_string (place));
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
  put (self, "last-day", g_variant_new_string (day));
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
  put (self, "last-account", g_variant_new_int64 (account));
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
  put (self, "sort", g_variant_new_string (sort));
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
  put (self, "matrix-products", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, products, n_products, sizeof (TendId)));
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
  put (self, "work-start", g_variant_new_int32 (minutes));
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
  put (self, "work-end", g_variant_new_int32 (minutes));
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
  put (self, "work-days", g_variant_builder_end (&builder));
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
  put (self, "default-lead", g_variant_new_int32 (minutes));
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
  put (self, "background-reminders", g_variant_new_boolean (remind));
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
  put (self, "background-told", g_variant_new_boolean (told));
}
