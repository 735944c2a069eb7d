/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

/* The stacks hold the batches of this window alone: what imports, other people and other days did is undone from the
 * history of the account, where each change says what it was. */

typedef struct
{
  TendId batch;
  char *message;  /* what it did, as the toast said it; may be NULL */
} Step;

typedef enum { ACT_NEW, ACT_UNDO, ACT_REDO } ActKind;

/* One act on its way through the book. */
typedef struct
{
  TendWindow *window;
  TendOperation *operation;
  ActKind kind;
  Step step;  /* what is taken back; for a new act only the message */
} Act;

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->message, g_free);
}

static void
act_free (Act *act)
{
  g_object_unref (act->window);
  g_object_unref (act->operation);
  step_clear (&act->step);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void
update_actions (TendWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", self->undo->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", self->redo->len > 0);
}

static void
push_step (GArray     *stack,
           TendId      batch,
           const char *message)
{
  Step step = { batch, g_strdup (message) };

  g_array_append_val (stack, step);
}

/* Takes @batch from @stack, or its newest where @batch is 0; step->batch is 0 where there is none. */
static Step
pop_step (GArray *stack,
          TendId  batch)
{
  Step step = { 0, NULL };

  for (guint i = stack->len; i > 0; i--)
    {
      Step *candidate = &g_array_index (stack, Step, i - 1);

      if (batch == 0 || candidate->batch == batch)
        {
          step.batch = candidate->batch;
          step.message = g_steal_pointer (&candidate->message);
          g_array_remove_index (stack, i - 1);
          break;
        }
    }

  return step;
}

void
tend_window_say (TendWindow *self,
                 AdwToast   *toast,
                 const char *message)
{
  if (self->said != NULL)
    adw_toast_dismiss (self->said);
  g_set_object (&self->said, toast);
  tend_window_add_toast (self, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
say_reverted (Act *act)
{
  guint left = tend_revert_operation_get_left (TEND_REVERT_OPERATION (act->operation))->len;
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (left > 0)
    message = g_strdup_printf (ngettext ("Undone, but for %u entry that has been changed since",
                                         "Undone, but for %u entries that have been changed since", left), left);
  else if (act->step.message == NULL)
    message = g_strdup (act->kind == ACT_UNDO ? _("Undone") : _("Done again"));
  else
    /* Translators: %s is what was done, "3 accounts handed to Paul Weiß". */
    message = g_strdup_printf (act->kind == ACT_UNDO ? _("Undone: %s") : _("Done again: %s"), act->step.message);

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  tend_window_say (act->window, toast, message);
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  TendWindow *self = act->window;
  gboolean ok = tend_book_apply_finish (TEND_BOOK (source), result, &error);
  TendId batch = tend_operation_get_batch (act->operation);

  if (self->undo == NULL)
    return;  /* closed meanwhile */

  if (ok && act->kind == ACT_NEW)
    {
      tend_window_push_undo (self, batch, act->step.message);
      return;
    }

  if (ok && batch != 0)
    {
      push_step (act->kind == ACT_UNDO ? self->redo : self->undo, batch, act->step.message);
      say_reverted (act);
    }
  else if (!ok)
    {
      /* What a rule refuses it will always refuse; after anything else she may try again. */
      if (act->kind != ACT_NEW && !g_error_matches (error, TEND_ERROR, TEND_ERROR_REFUSED))
        push_step (act->kind == ACT_UNDO ? self->undo : self->redo, act->step.batch, act->step.message);
      tend_window_report (self, error);
    }
  update_actions (self);
}

static void
run (TendWindow    *self,
     TendOperation *operation,
     ActKind        kind,
     Step           step)
{
  Act *act = g_new0 (Act, 1);

  act->window = g_object_ref (self);
  act->operation = g_object_ref (operation);
  act->kind = kind;
  act->step = step;
  tend_book_apply_async (self->book, operation, NULL, on_applied, act);
}

static void
revert (TendWindow *self,
        ActKind     kind,
        TendId      batch)
{
  Step step = pop_step (kind == ACT_UNDO ? self->undo : self->redo, batch);
  g_autoptr (TendOperation) operation = NULL;

  if (step.batch == 0 || self->book == NULL)
    {
      step_clear (&step);
      return;
    }

  operation = tend_revert_operation_new (step.batch);
  update_actions (self);
  run (self, operation, kind, step);
}

static void
on_undo_clicked (TendWindow *self,
                 AdwToast   *toast)
{
  TendId *batch = g_object_get_data (G_OBJECT (toast), "tend-batch");

  revert (self, ACT_UNDO, *batch);
}

static GArray *
new_stack (void)
{
  GArray *stack = g_array_new (FALSE, TRUE, sizeof (Step));

  g_array_set_clear_func (stack, step_clear);
  return stack;
}

void
tend_window_init_undo (TendWindow *self)
{
  self->undo = new_stack ();
  self->redo = new_stack ();
  update_actions (self);
}

void
tend_window_dispose_undo (TendWindow *self)
{
  g_clear_pointer (&self->undo, g_array_unref);
  g_clear_pointer (&self->redo, g_array_unref);
  g_clear_object (&self->said);
}

static AdwToast *
create_toast (TendWindow *self,
              TendId      batch,
              const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "tend-batch", g_memdup2 (&batch, sizeof batch), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked), self, G_CONNECT_SWAPPED);

  return toast;
}

static gboolean
push_batch (TendWindow *self,
            TendId      batch,
            const char *message)
{
  if (batch == 0 || self->undo == NULL)
    return FALSE;

  push_step (self->undo, batch, message);
  g_array_set_size (self->redo, 0);
  update_actions (self);
  return TRUE;
}

void
tend_window_push_undo (TendWindow *self,
                       TendId      batch,
                       const char *message)
{
  if (!push_batch (self, batch, message) || message == NULL)
    return;

  tend_window_say (self, create_toast (self, batch, message), message);
}

static void
on_offer_clicked (TendWindow *self,
                  GtkButton  *button)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (button), "tend-toast");
  const char *action = g_object_get_data (G_OBJECT (button), "tend-action");
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
  adw_toast_dismiss (toast);
}

/* A toast has one button of its own; the offer stands in its text, and below it where the window is narrow. */
static GtkWidget *
create_offer (TendWindow *self,
              AdwToast   *toast,
              const char *message,
              const char *label,
              const char *action)
{
  gboolean narrow = tend_window_is_narrow (self);
  GtkWidget *box = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, narrow ? 6 : 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (narrow)
    gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), tend_window_create_toast_text (self, message, adw_toast_get_button_label (toast)));
  gtk_box_append (GTK_BOX (box), button);
  /* The toast holds the button, so it cannot be gone when that is clicked. */
  g_object_set_data (G_OBJECT (button), "tend-toast", toast);
  g_object_set_data_full (G_OBJECT (button), "tend-action", g_strdup (action), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_offer_clicked), self, G_CONNECT_SWAPPED);

  return box;
}

void
tend_window_push_undo_offering (TendWindow *self,
                                TendId      batch,
                                const char *message,
                                const char *label,
                                const char *action)
{
  AdwToast *toast;

  if (!push_batch (self, batch, message))
    return;

  toast = create_toast (self, batch, message);
  adw_toast_set_custom_title (toast, create_offer (self, toast, message, label, action));
  tend_window_say (self, toast, message);
}

void
tend_window_apply (TendWindow    *self,
                   TendOperation *operation,
                   const char    *message)
{
  run (self, operation, ACT_NEW, (Step) { 0, g_strdup (message) });
}

void
tend_window_undo (TendWindow *self)
{
  revert (self, ACT_UNDO, 0);
}

void
tend_window_redo (TendWindow *self)
{
  revert (self, ACT_REDO, 0);
}
