/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-checker.h"

static void
insert_items (ModelChecker *self,
              guint         position,
              guint         added)
{
  for (guint i = position; i < position + added; i++)
    {
      gpointer item = g_list_model_get_item (self->model, i);

      g_assert_nonnull (item);
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (item), g_list_model_get_item_type (self->model)));
      g_ptr_array_insert (self->shadow, (int) i, item);
    }
}

static void
on_items_changed (GListModel   *model,
                  guint         position,
                  guint         removed,
                  guint         added,
                  ModelChecker *self)
{
  self->n_signals++;
  self->n_removed += removed;
  self->n_added += added;

  g_assert_cmpuint (position, <=, self->shadow->len);
  g_assert_cmpuint (removed, <=, self->shadow->len - position);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->shadow->len - removed + added);

  if (removed > 0)
    g_ptr_array_remove_range (self->shadow, position, removed);
  insert_items (self, position, added);
  model_checker_check (self);
}

ModelChecker *
model_checker_new (GListModel *model)
{
  ModelChecker *self = g_new0 (ModelChecker, 1);

  self->model = g_object_ref (model);
  self->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  insert_items (self, 0, g_list_model_get_n_items (model));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

void
model_checker_free (ModelChecker *self)
{
  model_checker_check (self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_ptr_array_unref (self->shadow);
  g_free (self);
}

void
model_checker_check (ModelChecker *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->shadow->len);
  for (guint i = 0; i < self->shadow->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true ((gpointer) item == g_ptr_array_index (self->shadow, i));
      g_assert_true (g_hash_table_add (seen, item) || self->may_repeat);
    }
  g_assert_null (g_list_model_get_item (self->model, self->shadow->len));
  g_assert_null (g_list_model_get_item (self->model, G_MAXUINT));
}

void
model_checker_reset (ModelChecker *self)
{
  self->n_signals = 0;
  self->n_removed = 0;
  self->n_added = 0;
}
