/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "log-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/text/words.h"
#include "ui/widgets/field-error.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"
#include "ui/widgets/when-row.h"

/* Where one row more is seen than the template counts with. */
#define TALL 640

struct _TendLogDialog
{
  TendEditDialog       parent_instance;

  /* Template Widgets */
  AdwToggleGroup      *kinds;
  AdwPreferencesGroup *client;
  GtkWidget           *summary;
  GtkWidget           *contact;
  TendReferenceRow    *done;
  GtkWidget           *next_group;
  GtkWidget           *next_title;
  TendWhenRow         *next_when;
  AdwSwitchRow        *next_promised;
  AdwExpanderRow      *more;
  GtkWidget           *at;
  GtkWidget           *minutes;
  GtkWidget           *direction;
  GtkWidget           *two_way;
  GtkWidget           *manager;
  GtkWidget           *on_behalf_of;
  GtkWidget           *body;

  /* Owned References */
  TendEntity          *account;
  TendFollowUpRecord  *next;      /* what the next step begins with; NULL where one edits */
  TendId               settled;   /* the follow-up that it was opened for */

  gboolean             decided;   /* the user has said whether both sides spoke */
  gboolean             deciding;  /* it is being set from the kind */
};

G_DEFINE_FINAL_TYPE (TendLogDialog, tend_log_dialog, TEND_TYPE_EDIT_DIALOG)

static gboolean
is_empty (gpointer editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));

  return *text == '\0';
}

/* The next step. */

static gboolean
has_next (TendLogDialog *self)
{
  return self->next != NULL && (!is_empty (self->next_title) || !is_empty (self->next_when) ||
                                adw_switch_row_get_active (self->next_promised));
}

/* Says at the field what the next step lacks. */
static gboolean
check_next (TendLogDialog *self)
{
  TendWall wall;
  gboolean titled = !is_empty (self->next_title);
  gboolean timed = tend_when_row_get_wall (self->next_when, &wall);

  if (!has_next (self))
    {
      tend_field_error_show (self->next_title, NULL);
      return TRUE;
    }

  tend_field_error_show (self->next_title, titled ? NULL : _("What is to be done?"));
  /* What is not understood is said by the row itself. */
  if (is_empty (self->next_when))
    tend_field_error_show (GTK_WIDGET (self->next_when), titled ? _("By when?") : NULL);

  return titled && timed;
}

/* (transfer full) (nullable) */
static TendFollowUpRecord *
dup_next (TendLogDialog               *self,
          const TendInteractionRecord *interaction)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendFollowUpRecord *next;
  TendWall wall;

  if (!has_next (self) || !tend_when_row_get_wall (self->next_when, &wall))
    return NULL;

  next = tend_follow_up_record_copy (self->next);
  next->account = interaction->account;
  next->contact = interaction->contact;
  g_free (next->title);
  next->title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->next_title))));
  g_free (next->due_wall);
  next->due_wall = tend_wall_to_string (&wall);
  g_set_str (&next->due_zone, g_time_zone_get_identifier (zone));
  next->all_day = wall.all_day;
  next->promised = adw_switch_row_get_active (self->next_promised);

  return next;
}

/* The dialog. */

static gboolean
tend_log_dialog_collect (TendEditDialog  *dialog,
                         TendRecord      *record,
                         GError         **error)
{
  TendLogDialog *self = TEND_LOG_DIALOG (dialog);

  ((TendInteractionRecord *) record)->kind = MAX (tend_word_find (tend_interaction_kinds, adw_toggle_group_get_active_name (self->kinds)), 0);
  if (check_next (self))
    return TRUE;

  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "next.title", NULL, "half a next step");
  return FALSE;
}

static void
tend_log_dialog_fill (TendEditDialog   *dialog,
                      const TendRecord *record)
{
  TendLogDialog *self = TEND_LOG_DIALOG (dialog);

  adw_toggle_group_set_active_name (self->kinds, tend_interaction_kinds[((const TendInteractionRecord *) record)->kind]);
}

static TendOperation *
tend_log_dialog_create (TendEditDialog   *dialog,
                        const TendRecord *record)
{
  TendLogDialog *self = TEND_LOG_DIALOG (dialog);
  const TendInteractionRecord *interaction = (const TendInteractionRecord *) record;
  g_autoptr (TendFollowUpRecord) next = dup_next (self, interaction);

  return tend_log_operation_new (interaction, next, tend_reference_row_get_id (self->done), NULL);
}

static gboolean
tend_log_dialog_is_touched (TendEditDialog *dialog)
{
  TendLogDialog *self = TEND_LOG_DIALOG (dialog);

  return has_next (self) || (self->next != NULL && tend_reference_row_get_id (self->done) != self->settled);
}

static void
check (TendLogDialog *self)
{
  tend_edit_dialog_check (TEND_EDIT_DIALOG (self));
}

/* What counts as contact (rules.md, Contact and cadence): until the user says otherwise, it follows from the rest. */
static void
decide_two_way (TendLogDialog *self)
{
  gboolean incoming = adw_combo_row_get_selected (ADW_COMBO_ROW (self->direction)) == TEND_DIRECTION_INCOMING;
  gboolean two_way;

  if (self->decided || !tend_edit_dialog_is_creating (TEND_EDIT_DIALOG (self)))
    return;

  switch (tend_word_find (tend_interaction_kinds, adw_toggle_group_get_active_name (self->kinds)))
    {
    case TEND_INTERACTION_E_MAIL:
      two_way = incoming;
      break;
    case TEND_INTERACTION_LETTER:
    case TEND_INTERACTION_NOTE:
      two_way = FALSE;
      break;
    default:
      two_way = TRUE;
      break;
    }

  self->deciding = TRUE;
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->two_way), two_way);
  self->deciding = FALSE;
}

static void
on_kind (TendLogDialog *self)
{
  if (tend_edit_dialog_get_book (TEND_EDIT_DIALOG (self)) == NULL)
    return;

  decide_two_way (self);
  check (self);
}

static void
on_two_way (TendLogDialog *self)
{
  self->decided = self->decided || !self->deciding;
}

static void
show_account (TendLogDialog *self)
{
  g_autofree char *name = tend_words_one_line (tend_account_get (TEND_ACCOUNT (self->account))->name, 200);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (self->client, escaped);
}

static void
tend_log_dialog_dispose (GObject *object)
{
  TendLogDialog *self = TEND_LOG_DIALOG (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, show_account, self);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_LOG_DIALOG);

  G_OBJECT_CLASS (tend_log_dialog_parent_class)->dispose (object);
}

static void
tend_log_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TEND_LOG_DIALOG (object)->next, tend_follow_up_record_free);

  G_OBJECT_CLASS (tend_log_dialog_parent_class)->finalize (object);
}

#define FIELDS(X) X (summary) X (contact) X (at) X (minutes) X (direction) X (two_way) X (manager) X (on_behalf_of) X (body)
#define OTHERS(X) X (kinds) X (client) X (done) X (next_group) X (next_title) X (next_when) X (next_promised) X (more)

static void
tend_log_dialog_class_init (TendLogDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TendEditDialogClass *dialog_class = TEND_EDIT_DIALOG_CLASS (klass);

  object_class->dispose = tend_log_dialog_dispose;
  object_class->finalize = tend_log_dialog_finalize;
  dialog_class->collect = tend_log_dialog_collect;
  dialog_class->fill = tend_log_dialog_fill;
  dialog_class->create = tend_log_dialog_create;
  dialog_class->is_touched = tend_log_dialog_is_touched;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  g_type_ensure (TEND_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/log-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendLogDialog, child);
  FIELDS (BIND_CHILD)
  OTHERS (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
}

static void
watch (TendLogDialog *self)
{
  g_signal_connect_object (self->next_title, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_when, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->next_promised, "notify::active", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->direction, "notify::selected", G_CALLBACK (decide_two_way), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->two_way, "notify::active", G_CALLBACK (on_two_way), self, G_CONNECT_SWAPPED);
}

static void
tend_log_dialog_init (TendLogDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_interaction_noun, #child, self->child);
  FIELDS (BIND_FIELD)
#undef BIND_FIELD
  tend_when_row_set_past (TEND_WHEN_ROW (self->at), TRUE);
}

static void
offer_choices (TendLogDialog *self,
               TendBook      *book,
               TendId         account)
{
  g_autoptr (TendQuery) managers = tend_query_new (&tend_manager_noun);
  g_autoptr (TendQuery) contacts = tend_query_new (&tend_contact_noun);
  g_autoptr (TendQuery) open = tend_query_new (&tend_follow_up_noun);

  tend_query_add_int (managers, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (managers, "name", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->manager), book, managers, NULL);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->on_behalf_of), book, managers, NULL);
  tend_query_add_int (contacts, "account", TEND_QUERY_IS, account);
  /* Who has left the firm is not spoken with any more. */
  tend_query_add (contacts, "left_on", TEND_QUERY_IS, "", NULL);
  tend_query_set_sort (contacts, "family", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->contact), book, contacts, NULL);
  tend_query_add_int (open, "account", TEND_QUERY_IS, account);
  tend_query_add_int (open, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_OPEN);
  tend_query_add_int (open, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_SNOOZED);
  tend_query_set_sort (open, "due_at", FALSE);
  tend_reference_row_set_choices (self->done, book, open, NULL);
}

static void
begin (TendLogDialog            *self,
       const TendFollowUpRecord *next,
       TendId                    done)
{
  self->next = next != NULL ? tend_follow_up_record_copy (next) : tend_follow_up_record_new ();
  self->settled = done;
  tend_reference_row_set_id (self->done, done);
}

AdwDialog *
tend_log_dialog_new (TendBook                    *book,
                     const TendInteractionRecord *record,
                     const TendFollowUpRecord    *next,
                     TendId                       done)
{
  TendLogDialog *self;
  gboolean creating = record->base.id == 0;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_LOG_DIALOG, "title", creating ? _("Log Contact") : _("Edit Interaction"), NULL);
  self->account = tend_book_get (book, &tend_account_noun, record->account);
  g_signal_connect_object (self->account, "changed", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  show_account (self);
  offer_choices (self, book, record->account);
  gtk_widget_set_visible (self->next_group, creating);
  gtk_widget_set_visible (GTK_WIDGET (self->done), creating && done != 0);
  adw_expander_row_set_expanded (self->more, !creating);
  if (!creating || done != 0)
    adw_dialog_set_content_height (ADW_DIALOG (self), TALL);
  if (creating)
    begin (self, next, done);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  watch (self);
  decide_two_way (self);
  check (self);
  adw_dialog_set_focus (ADW_DIALOG (self), self->summary);

  return ADW_DIALOG (self);
}
