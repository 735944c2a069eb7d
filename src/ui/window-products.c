/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "core/entities/whitespace.h"

#include "products/product-dialog.h"
#include "window-dialogs.h"

/* The catalogue: what the firm sells. */

static gboolean
can_write (GtkWidget *widget)
{
  TendBook *book = tend_window_get_book (TEND_WINDOW (widget));

  return book != NULL && !tend_book_get_read_only (book);
}

static void
new_product (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (TendProductRecord) record = tend_product_record_new ();

  if (can_write (widget))
    tend_window_present_edit (TEND_WINDOW (widget), tend_product_dialog_new (tend_window_get_book (TEND_WINDOW (widget)), record));
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) products = tend_book_load_finish (TEND_BOOK (source), result, &error);

  if (products == NULL)
    tend_window_report (self, error);
  else if (products->len > 0 && tend_window_get_book (self) == TEND_BOOK (source))
    tend_window_present_edit (self, tend_product_dialog_new (self->book, tend_product_get (g_ptr_array_index (products, 0))));
}

static void
edit_product (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendId id = g_variant_get_int64 (parameter);

  if (can_write (widget))
    tend_book_load_async (tend_window_get_book (TEND_WINDOW (widget)), &tend_product_noun, &id, 1, NULL, on_loaded, g_object_ref (widget));
}

/* Refused, and said so, where a client has it. */
static void
delete_product (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TendId id = g_variant_get_int64 (parameter);

  if (can_write (widget))
    tend_window_apply_named (TEND_WINDOW (widget), tend_edit_operation_new_delete (&tend_product_noun, &id, 1), &tend_product_noun,
                             _("“%s” was deleted"));
}

/* Stances. */

typedef struct
{
  TendWindow *window;
  TendId      account;
  TendId      product;
  int         stance;
} Stance;

/* A competitor and the end of its contract belong to the stance that they were given with. */
static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Stance *stance = user_data;
  g_autoptr (TendWindow) self = stance->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = tend_book_find_finish (TEND_BOOK (source), result, &error);
  const TendRecord *before = rows != NULL && rows->len > 0 ? tend_entity_get_record (g_ptr_array_index (rows, 0)) : NULL;
  g_autoptr (TendRecord) after = before != NULL ? tend_record_copy (before) : tend_record_new (&tend_whitespace_noun);
  TendWhitespaceRecord *record = (TendWhitespaceRecord *) after;

  if (rows == NULL)
    tend_window_report (self, error);
  if (rows == NULL || tend_window_get_book (self) != TEND_BOOK (source) || (before == NULL && stance->stance == TEND_STANCE_UNKNOWN))
    return;

  record->account = stance->account;
  record->product = stance->product;
  record->stance = stance->stance;
  g_clear_pointer (&record->competitor, g_free);
  g_clear_pointer (&record->until, g_free);
  tend_window_apply_named (self, before != NULL ? tend_edit_operation_new_update (before, after) : tend_edit_operation_new_create (after),
                           &tend_whitespace_noun, _("“%s” was changed"));
}

static void
set_stance (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_whitespace_noun);
  Stance *stance;
  const char *word;

  if (!can_write (widget))
    return;

  stance = g_new0 (Stance, 1);
  stance->window = g_object_ref (TEND_WINDOW (widget));
  g_variant_get (parameter, "(xx&s)", &stance->account, &stance->product, &word);
  while (stance->stance < TEND_STANCE_NOT_NEEDED && g_strcmp0 (tend_stances[stance->stance], word) != 0)
    stance->stance++;
  tend_query_add_int (query, "account", TEND_QUERY_IS, stance->account);
  tend_query_add_int (query, "product", TEND_QUERY_IS, stance->product);
  tend_book_find_async (tend_window_get_book (TEND_WINDOW (widget)), query, NULL, on_found, stance);
}

void
tend_window_class_install_products (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-product", NULL, new_product);
  gtk_widget_class_install_action (klass, "win.edit-product", "x", edit_product);
  gtk_widget_class_install_action (klass, "win.delete-product", "x", delete_product);
  gtk_widget_class_install_action (klass, "win.set-stance", "(xxs)", set_stance);
}
