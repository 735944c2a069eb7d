/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reassign.h"

#include <glib/gi18n.h>

#include "core/ids.h"
#include "reassign-dialog.h"
#include "ui/text/words.h"

/* One handing over on its way, from what was dropped or chosen to the toast. Held by whatever goes on for it: its dialog,
 * and each call to the book. */
typedef struct
{
  GWeakRef window;             /* the dialog, which holds this, is its child */
  GArray *accounts;
  TendId manager;
  GWeakRef dialog;             /* empty where none is open */
  gboolean closed;             /* the user has closed the dialog */
  TendOperation *operation;
} Reassign;

static void
reassign_clear (gpointer data)
{
  Reassign *self = data;

  g_weak_ref_clear (&self->dialog);
  g_weak_ref_clear (&self->window);
  g_clear_object (&self->operation);
  g_array_unref (self->accounts);
}

static void
reassign_unref (gpointer self)
{
  g_rc_box_release_full (self, reassign_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reassign, reassign_unref)

static const TendId *
get_ids (Reassign *self)
{
  return tend_ids_get (self->accounts);
}

static char *
dup_name (TendBook       *book,
          const TendNoun *noun,
          TendId          id)
{
  g_autoptr (TendEntity) entity = tend_book_get (book, noun, id);
  const TendField *field = tend_noun_get_field (noun, "name");

  return tend_words_one_line (tend_record_get_text (tend_entity_get_record (entity), field), 60);
}

static char *
done_message (Reassign *self,
              TendBook *book)
{
  guint n = tend_reassign_operation_get_result (TEND_REASSIGN_OPERATION (self->operation))->accounts;
  g_autofree char *manager = dup_name (book, &tend_manager_noun, self->manager);

  if (self->accounts->len == 1)
    {
      g_autofree char *account = dup_name (book, &tend_account_noun, get_ids (self)[0]);

      /* Translators: an account, then the manager who has it now */
      return g_strdup_printf (_("“%s” handed to %s"), account, manager);
    }

  return g_strdup_printf (ngettext ("%'u account handed to %s", "%'u accounts handed to %s", n), n, manager);
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Reassign) self = user_data;
  g_autoptr (TendWindow) window = g_weak_ref_get (&self->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (window == NULL)
    return;  /* closed meanwhile */

  if (!tend_book_apply_finish (TEND_BOOK (source), result, &error))
    {
      tend_window_report (window, error);
      return;
    }

  message = done_message (self, TEND_BOOK (source));
  tend_window_push_undo (window, tend_operation_get_batch (self->operation), message);
}

static void
apply (Reassign            *self,
       TendBook            *book,
       TendReassignChoices  choices,
       const char          *reason)
{
  self->operation = tend_reassign_operation_new (get_ids (self), self->accounts->len, self->manager, choices, reason);
  tend_book_apply_async (book, self->operation, NULL, on_applied,
                         g_rc_box_acquire (self));
}

static TendReason
refusal (const TendReassignPreview *preview)
{
  if (preview->unknown_target)
    return TEND_REASON_MISSING;
  if (preview->inactive)
    return TEND_REASON_INACTIVE;
  if (preview->accounts == 0)
    return preview->present > 0 ? TEND_REASON_PRESENT_OWNER : TEND_REASON_MISSING;

  return TEND_REASON_NONE;
}

static void look (Reassign *self,
                  TendBook *book);

static void
on_dialog_chosen (TendReassignDialog *dialog,
                  gint64              manager,
                  Reassign           *self)
{
  self->manager = manager;
  look (self, tend_reassign_dialog_get_book (dialog));
}

static void
on_dialog_accepted (TendReassignDialog *dialog,
                    Reassign           *self)
{
  apply (self, tend_reassign_dialog_get_book (dialog), tend_reassign_dialog_get_choices (dialog), tend_reassign_dialog_get_reason (dialog));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
on_dialog_closed (TendReassignDialog *dialog,
                  Reassign           *self)
{
  self->closed = TRUE;
}

static TendReassignDialog *
open_dialog (Reassign *self,
             TendBook *book)
{
  TendReassignDialog *dialog = tend_reassign_dialog_new (book, get_ids (self), self->accounts->len);

  g_weak_ref_set (&self->dialog, dialog);
  g_object_set_data_full (G_OBJECT (dialog), "tend-reassign", g_rc_box_acquire (self), reassign_unref);
  g_signal_connect (dialog, "chosen", G_CALLBACK (on_dialog_chosen), self);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_dialog_accepted), self);
  g_signal_connect (dialog, "closed", G_CALLBACK (on_dialog_closed), self);

  return dialog;
}

static void
refuse (TendWindow *window,
        TendReason  reason)
{
  g_autoptr (GError) error = tend_error_new (TEND_ERROR_REFUSED, reason, NULL, NULL, "refused before it was tried");

  tend_window_report (window, error);
}

static void
ask (Reassign                  *self,
     TendWindow                *window,
     const TendReassignPreview *preview)
{
  g_autoptr (TendReassignDialog) dialog = g_weak_ref_get (&self->dialog);

  if (dialog != NULL)
    {
      tend_reassign_dialog_ask (dialog, self->manager, preview);
      return;
    }

  dialog = g_object_ref_sink (open_dialog (self, tend_window_get_book (window)));
  tend_reassign_dialog_ask (dialog, self->manager, preview);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

static void
on_previewed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Reassign) self = user_data;
  g_autoptr (TendWindow) window = g_weak_ref_get (&self->window);
  g_autoptr (GError) error = NULL;
  g_autofree TendReassignPreview *preview = tend_book_preview_reassign_finish (TEND_BOOK (source), result, &error);

  if (self->closed || window == NULL || tend_window_get_book (window) == NULL)
    return;

  if (preview == NULL)
    {
      tend_window_report (window, error);
    }
  else if (refusal (preview) != TEND_REASON_NONE)
    {
      refuse (window, refusal (preview));
    }
  else if (tend_reassign_preview_asks (preview))
    {
      ask (self, window, preview);
    }
  else
    {
      g_autoptr (TendReassignDialog) dialog = g_weak_ref_get (&self->dialog);

      apply (self, TEND_BOOK (source), TEND_REASSIGN_DEFAULT, NULL);
      if (dialog != NULL)
        adw_dialog_force_close (ADW_DIALOG (dialog));
    }
}

static void
look (Reassign *self,
      TendBook *book)
{
  tend_book_preview_reassign_async (book, get_ids (self), self->accounts->len, self->manager,
                                    NULL, on_previewed, g_rc_box_acquire (self));
}

void
tend_reassign_begin (TendWindow   *window,
                     const TendId *accounts,
                     gsize         n_accounts,
                     TendId        manager)
{
  g_autoptr (Reassign) self = NULL;

  if (n_accounts == 0 || tend_window_get_book (window) == NULL)
    return;

  self = g_rc_box_new0 (Reassign);
  g_weak_ref_init (&self->dialog, NULL);
  g_weak_ref_init (&self->window, window);
  self->accounts = tend_ids_copy (accounts, n_accounts);
  self->manager = manager;
  if (manager != 0)
    {
      look (self, tend_window_get_book (window));
      return;
    }

  adw_dialog_present (ADW_DIALOG (open_dialog (self, tend_window_get_book (window))), GTK_WIDGET (window));
}
