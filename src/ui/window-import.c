/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "exchange/import-dialog.h"
#include "window-dialogs.h"

/* An import, and where the window goes after it. It is taken back by its own batch and is none of the window's own steps: a
 * Ctrl+Z that is meant for the last edit must not undo a file of thousands of rows. */

/* Where rows of @kind are seen: most of them with their accounts, managers beside all places. */
static const char *
place_of (TendImportKind kind)
{
  if (kind == TEND_IMPORT_FOLLOW_UPS)
    return "follow-ups";

  return kind == TEND_IMPORT_PRODUCTS ? "products" : "accounts";
}

/* Whether she stands before a Today that has nothing for her, as in a book that has only begun. */
static gboolean
is_before_nothing (TendWindow *self)
{
  return tend_window_lists_today (self) && g_list_model_get_n_items (G_LIST_MODEL (tend_today_page_get_model (self->today))) == 0;
}

static void
show_rows (TendWindow     *self,
           TendImportKind  kind)
{
  tend_window_show_place (self, place_of (kind));
  /* Where the columns are folded, managers stand in the one before. */
  if (kind == TEND_IMPORT_MANAGERS)
    adw_navigation_split_view_set_show_content (self->outer, FALSE);
}

static void
offer_undo (TendWindow             *self,
            const TendImportResult *result)
{
  gulong n = (gulong) (result->added + result->updated);
  /* Translators: of the file that was imported */
  g_autofree char *message = g_strdup_printf (ngettext ("%'lu row imported", "%'lu rows imported", n), n);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.take-back");
  adw_toast_set_action_target (toast, "x", result->batch);
  tend_window_say (self, toast, message);
}

static void
on_closed (TendWindow *self,
           AdwDialog  *dialog)
{
  const TendImportResult *result = tend_import_dialog_get_result (TEND_IMPORT_DIALOG (dialog));
  gboolean before_nothing = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "before-nothing"));

  if (result == NULL || result->batch == 0 || self->book == NULL)
    return;

  if (before_nothing && tend_window_lists_today (self))
    show_rows (self, result->kind);
  offer_undo (self, result);
}

gboolean
tend_window_import (TendWindow *self,
                    GFile      *file)
{
  TendBook *book = tend_window_get_book (self);
  AdwDialog *dialog;

  if (book == NULL || tend_book_get_read_only (book))
    return FALSE;

  dialog = tend_import_dialog_new (book, file);
  g_object_set_data (G_OBJECT (dialog), "before-nothing", GINT_TO_POINTER (is_before_nothing (self)));
  g_signal_connect_object (dialog, "failed", G_CALLBACK (tend_window_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return TRUE;
}

static void
import (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  tend_window_import (TEND_WINDOW (widget), NULL);
}

void
tend_window_class_install_import (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, import);
}
