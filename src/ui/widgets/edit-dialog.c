/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-dialog.h"

#include <glib/gi18n.h>

#include "core/rules/money.h"

#include "conflict-page.h"
#include "edit-faults.h"
#include "heading.h"

typedef struct
{
  /* Template Widgets */
  AdwBanner  *banner;
  GtkStack   *stack;
  AdwBin     *form;
  AdwBin     *conflict;
  GtkWidget  *cancel_button;
  GtkWidget  *save_button;

  /* Owned References */
  TendBook   *book;
  TendRecord *before;
  TendRecord *newer;     /* after a conflict: what the chosen values are written over */
  GArray     *fields;    /* of TendEditField */
  const char *currency;  /* interned */

  gboolean    filling;
  gboolean    saving;
  gboolean    dirty;
  gboolean    valid;
  guint       frames;    /* for which it is still watched where the keyboard goes */
} TendEditDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendEditDialog, tend_edit_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_CONTENT,
  N_PROPS
};

enum
{
  APPLIED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

#define PRIVATE(self) ((TendEditDialogPrivate *) tend_edit_dialog_get_instance_private (TEND_EDIT_DIALOG (self)))

static TendEditField *
field_at (TendEditDialogPrivate *priv,
          guint                  index)
{
  return &g_array_index (priv->fields, TendEditField, index);
}

static gboolean
differs (const TendRecord *a,
         const TendRecord *b)
{
  for (guint i = 0; i < a->noun->n_fields; i++)
    {
      if ((a->noun->fields[i].flags & TEND_FIELD_DERIVED) == 0 && !tend_record_same (a, b, &a->noun->fields[i]))
        return TRUE;
    }

  return FALSE;
}

/* An empty field that must be filled is no fault yet while nobody has been there: Save waits for it, and that is all. */
static gboolean
is_worth_saying (TendEditDialog *self,
                 const GError   *error)
{
  return tend_error_get_reason (error) != TEND_REASON_REQUIRED || !tend_edit_dialog_is_creating (self);
}

/* What is wrong with each field goes into @errors, which is as long as the fields are. */
static gboolean
find_faults (TendEditDialog  *self,
             TendRecord      *record,
             GError         **errors)
{
  TendEditDialogPrivate *priv = PRIVATE (self);
  gboolean valid = TRUE;

  for (guint i = 0; i < priv->fields->len; i++)
    {
      TendEditField *field = field_at (priv, i);

      valid = tend_edit_field_collect (field, record, &errors[i]) && valid;
      /* What stood there before is not this user's fault. */
      if (errors[i] == NULL && !tend_record_same (priv->before, record, field->field))
        valid = tend_edit_field_check (field, record, &errors[i]) && valid;
    }
  if (TEND_EDIT_DIALOG_GET_CLASS (self)->collect != NULL)
    valid = TEND_EDIT_DIALOG_GET_CLASS (self)->collect (self, record, NULL) && valid;

  return tend_edit_faults_find (priv->fields, record, errors) && valid;
}

static gboolean
is_touched (TendEditDialog *self)
{
  TendEditDialogClass *klass = TEND_EDIT_DIALOG_GET_CLASS (self);

  return klass->is_touched != NULL && klass->is_touched (self);
}

void
tend_edit_dialog_check (TendEditDialog *self)
{
  TendEditDialogPrivate *priv;
  g_autoptr (TendRecord) record = NULL;
  g_autofree GError **errors = NULL;

  g_return_if_fail (TEND_IS_EDIT_DIALOG (self));

  priv = PRIVATE (self);
  if (priv->filling || priv->before == NULL)
    return;

  record = tend_record_copy (priv->before);
  errors = g_new0 (GError *, priv->fields->len + 1);
  priv->valid = find_faults (self, record, errors);
  priv->dirty = differs (priv->before, record) || is_touched (self);
  for (guint i = 0; i < priv->fields->len; i++)
    {
      if (errors[i] == NULL || is_worth_saying (self, errors[i]))
        tend_edit_field_show (field_at (priv, i), record, errors[i]);
      priv->dirty = priv->dirty || (errors[i] != NULL && is_worth_saying (self, errors[i]));
      g_clear_error (&errors[i]);
    }

  adw_dialog_set_can_close (ADW_DIALOG (self), !priv->dirty && !priv->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edit.save",
                                 priv->valid && !priv->saving && (priv->dirty || tend_edit_dialog_is_creating (self)));
}

static void
on_changed (TendEditDialog *self)
{
  adw_banner_set_revealed (PRIVATE (self)->banner, FALSE);
  tend_edit_dialog_check (self);
}

static void
show_conflict (TendEditDialog   *self,
               const TendRecord *own,
               const TendRecord *newer)
{
  TendEditDialogPrivate *priv = PRIVATE (self);

  g_clear_pointer (&priv->newer, tend_record_free);
  priv->newer = tend_record_copy (newer);
  adw_bin_set_child (priv->conflict, tend_conflict_page_new (priv->book, priv->before, own, newer, priv->currency));
  gtk_stack_set_visible_child_name (priv->stack, "conflict");
}

/* A fault that the book found stands at its field where there is one. */
static void
show_failure (TendEditDialog *self,
              const GError   *error)
{
  TendEditField *field = tend_edit_faults_get_field (PRIVATE (self)->fields, error);

  if (field != NULL && (g_error_matches (error, TEND_ERROR, TEND_ERROR_INPUT) ||
                        g_error_matches (error, TEND_ERROR, TEND_ERROR_REFUSED)))
    {
      tend_edit_field_show (field, NULL, error);
      gtk_widget_grab_focus (field->widget);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

typedef struct
{
  TendEditDialog *dialog;
  TendOperation  *operation;
  TendRecord     *own;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->dialog);
  g_clear_object (&saving->operation);
  g_clear_pointer (&saving->own, tend_record_free);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  TendEditDialog *self = saving->dialog;
  gboolean done = tend_book_apply_finish (TEND_BOOK (source), result, &error);

  PRIVATE (self)->saving = FALSE;
  if (done)
    {
      g_signal_emit (self, signals[APPLIED], 0, saving->operation);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  tend_edit_dialog_check (self);
  if (g_error_matches (error, TEND_ERROR, TEND_ERROR_CONFLICT) &&
      tend_edit_operation_get_newer (TEND_EDIT_OPERATION (saving->operation)) != NULL)
    show_conflict (self, saving->own, tend_edit_operation_get_newer (TEND_EDIT_OPERATION (saving->operation)));
  else
    show_failure (self, error);
}

static TendOperation *
create_operation (TendEditDialog   *self,
                  const TendRecord *record)
{
  TendEditDialogClass *klass = TEND_EDIT_DIALOG_GET_CLASS (self);

  return klass->create != NULL ? klass->create (self, record) : tend_edit_operation_new_create (record);
}

void
tend_edit_dialog_save (TendEditDialog *self)
{
  TendEditDialogPrivate *priv;
  Saving *saving;

  g_return_if_fail (TEND_IS_EDIT_DIALOG (self));

  priv = PRIVATE (self);
  if (!priv->valid || priv->saving)
    return;

  saving = g_new0 (Saving, 1);
  saving->dialog = g_object_ref (self);
  if (priv->newer != NULL)
    {
      saving->own = tend_conflict_page_dup_chosen (TEND_CONFLICT_PAGE (adw_bin_get_child (priv->conflict)));
      saving->operation = tend_edit_operation_new_update (priv->newer, saving->own);
    }
  else
    {
      saving->own = tend_edit_dialog_dup_record (self);
      saving->operation = tend_edit_dialog_is_creating (self) ? create_operation (self, saving->own)
                                                              : tend_edit_operation_new_update (priv->before, saving->own);
    }

  priv->saving = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edit.save", FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  tend_book_apply_async (priv->book, saving->operation, NULL, on_applied, saving);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tend_edit_dialog_save (TEND_EDIT_DIALOG (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_discard_answered (TendEditDialog *self,
                     const char     *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (g_strcmp0 (response, "save") == 0)
    tend_edit_dialog_save (self);
}

static void
tend_edit_dialog_close_attempt (AdwDialog *dialog)
{
  TendEditDialogPrivate *priv = PRIVATE (dialog);
  AdwDialog *question;

  if (priv->saving)
    return;

  question = adw_alert_dialog_new (_("Save Changes?"), _("What you entered has not been saved yet."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question),
                                  "cancel", _("_Keep Editing"),
                                  "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  if (priv->valid)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (question), "save", _("_Save"));
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "save", ADW_RESPONSE_SUGGESTED);
    }
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), priv->valid ? "save" : "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (on_discard_answered), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (dialog));
}

static void
tend_edit_dialog_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (PRIVATE (object)->form));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_edit_dialog_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (PRIVATE (object)->form, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_edit_dialog_dispose (GObject *object)
{
  TendEditDialogPrivate *priv = PRIVATE (object);

  g_clear_object (&priv->book);
  g_array_set_size (priv->fields, 0);
  /* The fields hold the book; they go now, whoever still holds a frame around them (dialog-focus.h). */
  if (priv->form != NULL)
    {
      adw_bin_set_child (priv->form, NULL);
      adw_bin_set_child (priv->conflict, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_EDIT_DIALOG);

  G_OBJECT_CLASS (tend_edit_dialog_parent_class)->dispose (object);
}

static void
tend_edit_dialog_finalize (GObject *object)
{
  TendEditDialogPrivate *priv = PRIVATE (object);

  g_clear_pointer (&priv->before, tend_record_free);
  g_clear_pointer (&priv->newer, tend_record_free);
  g_array_unref (priv->fields);

  G_OBJECT_CLASS (tend_edit_dialog_parent_class)->finalize (object);
}

/* How many frames a dialog is watched while it comes up. */
#define FRAMES 12

static gboolean
keep_focus (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  TendEditDialogPrivate *priv = PRIVATE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *wanted = data;

  if ((focus == NULL || focus == priv->cancel_button) && gtk_widget_get_mapped (wanted) && gtk_widget_get_root (wanted) == root)
    gtk_widget_grab_focus (wanted);

  return --priv->frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* In a narrow window libadwaita makes a sheet of the dialog when it has been shown for a frame, and on the way the keyboard
 * goes to the first button, whatever was wanted. */
static void
tend_edit_dialog_map (GtkWidget *widget)
{
  TendEditDialogPrivate *priv = PRIVATE (widget);
  GtkWidget *wanted = adw_dialog_get_focus (ADW_DIALOG (widget));

  GTK_WIDGET_CLASS (tend_edit_dialog_parent_class)->map (widget);
  if (wanted == NULL || wanted == widget || priv->frames > 0)
    return;

  priv->frames = FRAMES;
  gtk_widget_add_tick_callback (widget, keep_focus, g_object_ref (wanted), g_object_unref);
}

static void
tend_edit_dialog_class_init (TendEditDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_edit_dialog_get_property;
  object_class->set_property = tend_edit_dialog_set_property;
  object_class->dispose = tend_edit_dialog_dispose;
  object_class->finalize = tend_edit_dialog_finalize;
  widget_class->map = tend_edit_dialog_map;
  ADW_DIALOG_CLASS (klass)->close_attempt = tend_edit_dialog_close_attempt;

  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[APPLIED] =
    g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TEND_TYPE_OPERATION);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (TEND_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/widgets/edit-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TendEditDialog, banner);
  gtk_widget_class_bind_template_child_private (widget_class, TendEditDialog, stack);
  gtk_widget_class_bind_template_child_private (widget_class, TendEditDialog, form);
  gtk_widget_class_bind_template_child_private (widget_class, TendEditDialog, conflict);
  gtk_widget_class_bind_template_child_private (widget_class, TendEditDialog, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, TendEditDialog, save_button);
  gtk_widget_class_install_action (widget_class, "edit.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "edit.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "edit.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "edit.save", NULL);
}

static void
tend_edit_dialog_init (TendEditDialog *self)
{
  TendEditDialogPrivate *priv = PRIVATE (self);

  priv->fields = g_array_new (FALSE, FALSE, sizeof (TendEditField));
  priv->currency = TEND_DEFAULT_CURRENCY;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), priv->save_button);
}

void
tend_edit_dialog_bind (TendEditDialog *self,
                       const TendNoun *noun,
                       const char     *field,
                       GtkWidget      *widget)
{
  TendEditField bound = { tend_noun_get_field (noun, field), widget, PRIVATE (self)->currency };

  g_return_if_fail (TEND_IS_EDIT_DIALOG (self));
  g_return_if_fail (bound.field != NULL);

  tend_edit_field_prepare (&bound);
  tend_edit_field_watch (&bound, G_CALLBACK (on_changed), self);
  g_array_append_val (PRIVATE (self)->fields, bound);
}

void
tend_edit_dialog_set_currency (TendEditDialog *self,
                               const char     *currency)
{
  TendEditDialogPrivate *priv;

  g_return_if_fail (TEND_IS_EDIT_DIALOG (self));
  g_return_if_fail (tend_currency_get_digits (currency) >= 0);

  priv = PRIVATE (self);
  priv->currency = g_intern_string (currency);
  for (guint i = 0; i < priv->fields->len; i++)
    field_at (priv, i)->currency = priv->currency;
}

void
tend_edit_dialog_set_record (TendEditDialog   *self,
                             TendBook         *book,
                             const TendRecord *record)
{
  TendEditDialogPrivate *priv;

  g_return_if_fail (TEND_IS_EDIT_DIALOG (self));
  g_return_if_fail (record != NULL);

  priv = PRIVATE (self);
  g_set_object (&priv->book, book);
  g_clear_pointer (&priv->before, tend_record_free);
  priv->before = tend_record_copy (record);

  priv->filling = TRUE;
  for (guint i = 0; i < priv->fields->len; i++)
    tend_edit_field_fill (field_at (priv, i), record);
  if (TEND_EDIT_DIALOG_GET_CLASS (self)->fill != NULL)
    TEND_EDIT_DIALOG_GET_CLASS (self)->fill (self, record);
  priv->filling = FALSE;

  tend_edit_dialog_check (self);
}

TendBook *
tend_edit_dialog_get_book (TendEditDialog *self)
{
  g_return_val_if_fail (TEND_IS_EDIT_DIALOG (self), NULL);

  return PRIVATE (self)->book;
}

const TendRecord *
tend_edit_dialog_get_before (TendEditDialog *self)
{
  g_return_val_if_fail (TEND_IS_EDIT_DIALOG (self), NULL);

  return PRIVATE (self)->before;
}

gboolean
tend_edit_dialog_is_creating (TendEditDialog *self)
{
  g_return_val_if_fail (TEND_IS_EDIT_DIALOG (self), FALSE);

  return PRIVATE (self)->before != NULL && PRIVATE (self)->before->id == 0;
}

TendRecord *
tend_edit_dialog_dup_record (TendEditDialog *self)
{
  TendEditDialogPrivate *priv;
  TendRecord *record;

  g_return_val_if_fail (TEND_IS_EDIT_DIALOG (self), NULL);

  priv = PRIVATE (self);
  record = tend_record_copy (priv->before);
  for (guint i = 0; i < priv->fields->len; i++)
    tend_edit_field_collect (field_at (priv, i), record, NULL);
  if (TEND_EDIT_DIALOG_GET_CLASS (self)->collect != NULL)
    TEND_EDIT_DIALOG_GET_CLASS (self)->collect (self, record, NULL);

  return record;
}

gboolean
tend_edit_dialog_get_dirty (TendEditDialog *self)
{
  g_return_val_if_fail (TEND_IS_EDIT_DIALOG (self), FALSE);

  return PRIVATE (self)->dirty;
}

gboolean
tend_edit_dialog_get_valid (TendEditDialog *self)
{
  g_return_val_if_fail (TEND_IS_EDIT_DIALOG (self), FALSE);

  return PRIVATE (self)->valid;
}
