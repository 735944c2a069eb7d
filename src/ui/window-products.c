/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

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

void
tend_window_class_install_products (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-product", NULL, new_product);
  gtk_widget_class_install_action (klass, "win.edit-product", "x", edit_product);
  gtk_widget_class_install_action (klass, "win.delete-product", "x", delete_product);
}
