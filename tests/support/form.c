/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "form.h"

#include "picture.h"
#include "ui/widgets/reference-row.h"
#include "wait.h"

static void
on_applied (TendForm      *self,
            TendOperation *operation)
{
  g_set_object (&self->operation, operation);
}

static void
on_failed (TendForm *self,
           GError   *error)
{
  self->failed++;
}

static void
on_closed (TendForm *self)
{
  self->closed = TRUE;
}

void
tend_form_set_up (TendForm      *self,
                  gconstpointer  data)
{
  tend_sample_init (&self->sample);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), g_strcmp0 (data, "narrow") == 0 ? 360 : 700, 900);
  adw_window_set_content (ADW_WINDOW (self->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (self->window));
}

void
tend_form_tear_down (TendForm      *self,
                     gconstpointer  data)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  wait_until (gtk_widget_get_parent (GTK_WIDGET (self->dialog)) == NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_idle ();
  wait_until (G_OBJECT (self->dialog)->ref_count == 1);
  g_assert_finalize_object (self->dialog);
  g_clear_object (&self->operation);
  tend_sample_clear (&self->sample);
}

void
tend_form_open (TendForm  *self,
                AdwDialog *dialog)
{
  self->dialog = g_object_ref (TEND_EDIT_DIALOG (dialog));
  g_signal_connect_swapped (dialog, "applied", G_CALLBACK (on_applied), self);
  g_signal_connect_swapped (dialog, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect_swapped (dialog, "closed", G_CALLBACK (on_closed), self);
  adw_dialog_present (dialog, self->window);
  gtk_test_widget_wait_for_draw (self->window);
}

GtkWidget *
tend_form_find (TendForm   *self,
                GType       type,
                const char *id)
{
  GtkWidget *widget = tend_test_find (GTK_WIDGET (self->dialog), type, id);

  g_assert_nonnull (widget);
  return widget;
}

void
tend_form_type (TendForm   *self,
                const char *id,
                const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (tend_form_find (self, ADW_TYPE_ENTRY_ROW, id)), text);
}

void
tend_form_select (TendForm   *self,
                  const char *id,
                  guint       position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (tend_form_find (self, ADW_TYPE_COMBO_ROW, id)), position);
}

void
tend_form_choose (TendForm   *self,
                  const char *id,
                  TendId      row)
{
  tend_reference_row_set_id (TEND_REFERENCE_ROW (tend_form_find (self, TEND_TYPE_REFERENCE_ROW, id)), row);
}

const char *
tend_form_get_title (TendForm   *self,
                     const char *id)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (tend_form_find (self, ADW_TYPE_ENTRY_ROW, id)));
}

gboolean
tend_form_can_save (TendForm *self)
{
  return gtk_widget_is_sensitive (tend_form_find (self, GTK_TYPE_BUTTON, "save_button"));
}

void
tend_form_press_save (TendForm *self)
{
  g_assert_true (tend_form_can_save (self));
  g_signal_emit_by_name (tend_form_find (self, GTK_TYPE_BUTTON, "save_button"), "clicked");
}

void
tend_form_save (TendForm *self)
{
  tend_form_press_save (self);
  wait_until (self->closed);
  g_assert_cmpuint (self->failed, ==, 0);
}

TendId
tend_form_get_saved (TendForm *self)
{
  return self->operation != NULL ? tend_edit_operation_get_id (TEND_EDIT_OPERATION (self->operation)) : 0;
}
