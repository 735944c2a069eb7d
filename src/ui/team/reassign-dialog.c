/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reassign-dialog.h"

#include <glib/gi18n.h>

#include "core/rules/fold.h"
#include "ui/text/words.h"

#define MAX_REASON 500
#define MAX_NAME   60

struct _TendReassignDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *view;
  AdwNavigationPage *choose_page;
  AdwNavigationPage *ask_page;
  AdwWindowTitle *choose_title;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *ask_title;
  AdwPreferencesGroup *warnings;
  AdwActionRow *moves_row;
  AdwSwitchRow *others_row;
  AdwSwitchRow *closed_row;
  AdwEntryRow *reason_row;
  GtkWidget *reassign_button;

  /* Owned References */
  TendBook *book;
  GCancellable *cancellable;
  GPtrArray *managers;   /* those that can be chosen */
  GStrv words;           /* searched for, folded */
  GPtrArray *warned;     /* borrowed: rows of the group of warnings */
  TendId owner;          /* of a single account, who cannot be chosen; else 0 */
  char *account;         /* the name of a single account; NULL while it is not known */
  char *manager;         /* the name of who is asked about; NULL before */
  guint n_accounts;
  guint n_asked;         /* those of them that would go to her */
};

enum
{
  CHOSEN,
  ACCEPTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendReassignDialog, tend_reassign_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

static TendManager *
get_manager (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "tend-manager");
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  TendReassignDialog *self = user_data;
  const char *haystack = g_object_get_data (G_OBJECT (row), "tend-haystack");

  return self->words == NULL || tend_fold_matches (haystack, (const char *const *) self->words);
}

static GtkListBoxRow *
get_first_match (TendReassignDialog *self)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (GTK_IS_LIST_BOX_ROW (row) && filter_row (GTK_LIST_BOX_ROW (row), self) && gtk_widget_get_sensitive (row))
        return GTK_LIST_BOX_ROW (row);
    }

  return NULL;
}

static gboolean
has_match (TendReassignDialog *self)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (GTK_IS_LIST_BOX_ROW (row) && filter_row (GTK_LIST_BOX_ROW (row), self))
        return TRUE;
    }

  return FALSE;
}

static void
on_search_changed (GtkSearchEntry     *entry,
                   TendReassignDialog *self)
{
  g_strfreev (self->words);
  self->words = tend_fold_query (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, has_match (self) ? "list" : "none");
}

static void
choose (TendReassignDialog *self,
        GtkListBoxRow      *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, tend_entity_get_id (TEND_ENTITY (get_manager (row))));
}

static void
on_search_activate (GtkSearchEntry     *entry,
                    TendReassignDialog *self)
{
  /* Who types and presses Enter at once means what she typed. */
  on_search_changed (entry, self);
  choose (self, get_first_match (self));
}

static void
on_stop_search (GtkSearchEntry     *entry,
                TendReassignDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_row_activated (GtkListBox         *list,
                  GtkListBoxRow      *row,
                  TendReassignDialog *self)
{
  choose (self, row);
}

static void
on_cancel_clicked (GtkButton          *button,
                   TendReassignDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_reassign_clicked (GtkButton          *button,
                     TendReassignDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static char *
row_subtitle (const TendManagerRecord *record,
              guint                    n,
              gboolean                 present)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u account", "%'u accounts", n), n);

  if (present)
    return g_strdup_printf ("%s · %s", tend_words_role (record->role), _("has it already"));

  return g_strdup_printf ("%s · %s", tend_words_role (record->role), count);
}

static void
add_manager (TendReassignDialog *self,
             TendManager        *manager,
             GHashTable         *counts)
{
  const TendManagerRecord *record = tend_manager_get (manager);
  gboolean present = self->owner != 0 && record->base.id == self->owner;
  g_autofree char *name = tend_words_one_line (record->name, 120);
  g_autoptr (GString) haystack = g_string_new (NULL);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);

  subtitle = row_subtitle (record, GPOINTER_TO_UINT (g_hash_table_lookup (counts, (gpointer) (gintptr) record->base.id)), present);
  tend_fold_append (haystack, TEND_FOLD_TEXT, record->name);
  g_object_set_data_full (G_OBJECT (row), "tend-manager", g_object_ref (manager), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "tend-haystack", g_strdup (haystack->str), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, !present);
  gtk_list_box_append (self->list, row);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TendReassignDialog) self = user_data;
  g_autoptr (GHashTable) counts = tend_book_count_accounts_finish (TEND_BOOK (source), result, NULL);

  if (self->list == NULL || self->managers == NULL)
    return;

  /* The list is whole without numbers too. */
  if (counts == NULL)
    counts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->managers->len; i++)
    add_manager (self, g_ptr_array_index (self->managers, i), counts);
  gtk_stack_set_visible_child_name (self->stack, has_match (self) ? "list" : "none");
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TendReassignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) managers = tend_book_find_finish (TEND_BOOK (source), result, &error);

  if (self->list == NULL || managers == NULL)
    return;

  self->managers = g_steal_pointer (&managers);
  tend_book_count_accounts_async (self->book, self->cancellable, on_counted, g_object_ref (self));
}

static void
show_question (TendReassignDialog *self)
{
  g_autofree char *title = NULL;

  if (self->manager == NULL)
    return;

  if (self->n_asked == 1 && self->account != NULL)
    /* Translators: an account, then the manager who would have it */
    title = g_strdup_printf (_("Hand “%s” to %s?"), self->account, self->manager);
  else
    title = g_strdup_printf (ngettext ("Hand %'u Account to %s?", "Hand %'u Accounts to %s?", self->n_asked), self->n_asked,
                             self->manager);
  gtk_label_set_text (self->ask_title, title);
}

/* A single account is named; which it is matters more than that it is one. */
static void
show_account (TendReassignDialog *self,
              TendAccount        *account)
{
  self->account = tend_words_one_line (tend_account_get (account)->name, MAX_NAME);
  adw_window_title_set_subtitle (self->choose_title, self->account);
  show_question (self);
}

static void
on_account_loaded (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TendReassignDialog) self = user_data;
  g_autoptr (GPtrArray) accounts = tend_book_load_finish (TEND_BOOK (source), result, NULL);
  g_autoptr (TendQuery) query = tend_query_new (&tend_manager_noun);

  if (self->list == NULL)
    return;

  if (accounts != NULL && accounts->len == 1)
    {
      self->owner = tend_account_get (g_ptr_array_index (accounts, 0))->owner;
      show_account (self, g_ptr_array_index (accounts, 0));
    }
  tend_query_set_sort (query, "name", FALSE);
  tend_query_add_int (query, "active", TEND_QUERY_IS, TRUE);
  tend_book_find_async (self->book, query, self->cancellable, on_found, g_object_ref (self));
}

static void
tend_reassign_dialog_dispose (GObject *object)
{
  TendReassignDialog *self = TEND_REASSIGN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_REASSIGN_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->manager, g_free);
  g_clear_object (&self->book);
  g_clear_pointer (&self->managers, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->warned, g_ptr_array_unref);
  G_OBJECT_CLASS (tend_reassign_dialog_parent_class)->dispose (object);
}

static void
tend_reassign_dialog_class_init (TendReassignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_reassign_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/team/reassign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, choose_page);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, ask_page);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, choose_title);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, search);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, ask_title);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, moves_row);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, others_row);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, closed_row);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, TendReassignDialog, reassign_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reassign_clicked);
}

static void
tend_reassign_dialog_init (TendReassignDialog *self)
{
  self->warned = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  adw_entry_row_set_max_length (self->reason_row, MAX_REASON);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->choose_page));
}

TendReassignDialog *
tend_reassign_dialog_new (TendBook     *book,
                          const TendId *accounts,
                          guint         n_accounts)
{
  TendReassignDialog *self = g_object_new (TEND_TYPE_REASSIGN_DIALOG, NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u account", "%'u accounts", n_accounts), n_accounts);

  self->book = g_object_ref (book);
  self->n_accounts = n_accounts;
  adw_window_title_set_subtitle (self->choose_title, count);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search));
  /* Only a single account has an owner of whom it can be said that she has it already. */
  tend_book_load_async (book, &tend_account_noun, accounts, n_accounts == 1 ? 1 : 0, self->cancellable, on_account_loaded,
                        g_object_ref (self));

  return self;
}

TendBook *
tend_reassign_dialog_get_book (TendReassignDialog *self)
{
  return self->book;
}

static void
add_warning (TendReassignDialog *self,
             const char         *icon,
             const char         *css_class,
             const char         *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (image, css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (self->warnings, row);
  g_ptr_array_add (self->warned, row);
}

static void
fill_warnings (TendReassignDialog        *self,
               const char                *name,
               const TendReassignPreview *preview)
{
  for (guint i = 0; i < self->warned->len; i++)
    adw_preferences_group_remove (self->warnings, g_ptr_array_index (self->warned, i));
  g_ptr_array_set_size (self->warned, 0);

  if (preview->tier_a > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u account of tier A would go to an assistant.",
                                                         "%'u accounts of tier A would go to an assistant.", preview->tier_a),
                                               preview->tier_a);

      add_warning (self, "dialog-warning-symbolic", "warning", text);
    }
  if (preview->low_health > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("The health of %1$'u account is below %2$d.",
                                                         "The health of %1$'u accounts is below %2$d.", preview->low_health),
                                               preview->low_health, preview->health_limit);

      add_warning (self, "dialog-warning-symbolic", "warning", text);
    }
  if (preview->renewals > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%1$'u account has a renewal within %2$d days.",
                                                         "%1$'u accounts have a renewal within %2$d days.", preview->renewals),
                                               preview->renewals, preview->renewal_days);

      add_warning (self, "dialog-warning-symbolic", "warning", text);
    }
  if (preview->present > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u account stays as it is: %s has it already.",
                                                         "%'u accounts stay as they are: %s has them already.", preview->present),
                                               preview->present, name);

      add_warning (self, "dialog-information-symbolic", NULL, text);
    }
  if (preview->missing > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u account is no longer in the book.",
                                                         "%'u accounts are no longer in the book.", preview->missing),
                                               preview->missing);

      add_warning (self, "dialog-information-symbolic", NULL, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), self->warned->len > 0);
}

static void
fill_choice (AdwSwitchRow *row,
             guint         n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u item", "%'u items", n), n);

  adw_switch_row_set_active (row, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
}

/* Takes @part. */
static void
add_part (GString *text,
          guint    n,
          char    *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

static void
fill_moves (TendReassignDialog        *self,
            const TendReassignPreview *preview)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = preview->follow_ups;

  add_part (text, n, g_strdup_printf (ngettext ("%'u follow-up", "%'u follow-ups", n), n));
  n = preview->needs;
  add_part (text, n, g_strdup_printf (ngettext ("%'u need", "%'u needs", n), n));
  n = preview->opportunities;
  add_part (text, n, g_strdup_printf (ngettext ("%'u opportunity", "%'u opportunities", n), n));
  adw_action_row_set_subtitle (self->moves_row, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->moves_row), text->len > 0);
}

/* Where nobody had to be chosen, the dialog is as high as what it asks. */
static void
show_alone (TendReassignDialog *self)
{
  adw_navigation_view_replace (self->view, &self->ask_page, 1);
  adw_dialog_set_content_height (ADW_DIALOG (self), -1);
}

void
tend_reassign_dialog_ask (TendReassignDialog        *self,
                          TendId                     manager,
                          const TendReassignPreview *preview)
{
  g_autoptr (TendEntity) entity = tend_book_get (self->book, &tend_manager_noun, manager);

  g_free (self->manager);
  self->manager = tend_words_one_line (tend_manager_get (TEND_MANAGER (entity))->name, MAX_NAME);
  self->n_asked = preview->accounts;
  show_question (self);
  fill_moves (self, preview);
  fill_warnings (self, self->manager, preview);
  fill_choice (self->others_row, preview->others_open);
  fill_choice (self->closed_row, preview->closed);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_navigation_view_push (self->view, self->ask_page);
  else
    show_alone (self);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->reassign_button);
  adw_dialog_set_focus (ADW_DIALOG (self), self->reassign_button);
}

TendReassignChoices
tend_reassign_dialog_get_choices (TendReassignDialog *self)
{
  TendReassignChoices choices = TEND_REASSIGN_DEFAULT;

  if (adw_switch_row_get_active (self->others_row))
    choices |= TEND_REASSIGN_OTHERS_OPEN;
  if (adw_switch_row_get_active (self->closed_row))
    choices |= TEND_REASSIGN_CLOSED;

  return choices;
}

const char *
tend_reassign_dialog_get_reason (TendReassignDialog *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row));

  return reason[0] != '\0' ? reason : NULL;
}
