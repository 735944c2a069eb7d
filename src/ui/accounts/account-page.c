/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-page.h"

#include <glib/gi18n.h>

#include "models/entity-list-model.h"
#include "models/history-model.h"
#include "ui/text/history.h"
#include "ui/text/link.h"
#include "ui/text/words.h"
#include "ui/widgets/follow-up-row.h"
#include "ui/widgets/late-menu.h"

#include "account-data.h"
#include "account-summary.h"
#include "contact-row.h"
#include "history-row.h"

struct _TendAccountPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkWidget           *follow_up_button;
  GtkMenuButton       *menu_button;
  GMenuModel          *account_menu;
  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  TendAccountSummary  *summary;
  AdwViewStack        *views;
  GtkListBox          *steps;
  GtkListBox          *people;
  TendAccountData     *data;
  GtkListBox          *history;
  GtkWidget           *more_button;

  /* Owned References */
  TendBook            *book;
  TendAccount         *account;
  TendEntityListModel *handovers;
  TendHistoryModel    *entries;
  guint                clock;      /* while it is on screen: what is late changes with the minute */
};

G_DEFINE_FINAL_TYPE (TendAccountPage, tend_account_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static TendId
get_id (TendAccountPage *self)
{
  return self->account != NULL ? tend_entity_get_id (TEND_ENTITY (self->account)) : 0;
}

/* Lists of what belongs to the account. */

static TendEntityListModel *
create_list (TendAccountPage *self,
             const TendNoun  *noun,
             const char      *sort,
             gboolean         descending)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);

  tend_query_add_int (query, "account", TEND_QUERY_IS, get_id (self));
  if (noun == &tend_follow_up_noun)
    {
      tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_OPEN);
      tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_SNOOZED);
    }
  tend_query_set_sort (query, sort, descending);

  return tend_entity_list_model_new (self->book, query);
}

static int
compare_contacts (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const TendContactRecord *first = tend_contact_get ((TendContact *) a);
  const TendContactRecord *second = tend_contact_get ((TendContact *) b);

  return second->main - first->main;
}

/* The main contact first, the others as the book orders them (the sort is stable). */
static GListModel *
sort_contacts (TendEntityListModel *contacts)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_contacts, NULL, NULL));

  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (contacts)), sorter));
}

static GtkWidget *
create_step (gpointer item,
             gpointer data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = tend_follow_up_row_new (FALSE);

  tend_follow_up_row_set_follow_up (TEND_FOLLOW_UP_ROW (content), TEND_FOLLOW_UP (item), NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  return row;
}

static GtkWidget *
create_person (gpointer item,
               gpointer data)
{
  return tend_contact_row_new (TEND_CONTACT (item));
}

static GtkWidget *
create_entry (gpointer item,
              gpointer data)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (data);

  return tend_history_row_new (self->book, TEND_HISTORY_ENTRY (item), G_LIST_MODEL (self->handovers));
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  return tend_history_is_shown (tend_history_entry_get (TEND_HISTORY_ENTRY (item)));
}

static void
show_more_button (TendAccountPage *self)
{
  gtk_widget_set_visible (self->more_button, self->entries != NULL && tend_history_model_get_has_more (self->entries));
}

static void
fill_history (TendAccountPage *self)
{
  g_autoptr (GtkFilterListModel) shown = NULL;

  g_clear_object (&self->entries);
  self->entries = tend_history_model_new (self->book, get_id (self));
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)),
                                     GTK_FILTER (gtk_custom_filter_new (is_shown, NULL, NULL)));
  gtk_list_box_bind_model (self->history, G_LIST_MODEL (shown), create_entry, self, NULL);
  g_signal_connect_object (self->entries, "notify::has-more", G_CALLBACK (show_more_button), self, G_CONNECT_SWAPPED);
  show_more_button (self);
}

static void
fill (TendAccountPage *self)
{
  g_autoptr (TendEntityListModel) steps = create_list (self, &tend_follow_up_noun, "due_at", FALSE);
  g_autoptr (TendEntityListModel) contacts = create_list (self, &tend_contact_noun, "family", FALSE);
  g_autoptr (GListModel) people = sort_contacts (contacts);

  g_clear_object (&self->handovers);
  self->handovers = create_list (self, &tend_handover_noun, "at", TRUE);
  gtk_list_box_bind_model (self->steps, G_LIST_MODEL (steps), create_step, self, NULL);
  gtk_list_box_bind_model (self->people, people, create_person, self, NULL);
  tend_account_data_set_account (self->data, self->account);
  tend_account_summary_set_account (self->summary, self->book, self->account, G_LIST_MODEL (steps), people,
                                    G_LIST_MODEL (self->handovers));
  fill_history (self);
}

static void
empty (TendAccountPage *self)
{
  gtk_list_box_bind_model (self->steps, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->people, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->history, NULL, NULL, NULL, NULL);
  tend_account_data_set_account (self->data, NULL);
  tend_account_summary_set_account (self->summary, self->book, NULL, NULL, NULL, NULL);
  g_clear_object (&self->handovers);
  g_clear_object (&self->entries);
}

/* The page follows its account. */

static char *
dup_link (TendAccountPage *self,
          TendLinkKind     kind)
{
  const TendAccountRecord *record;

  if (self->account == NULL)
    return NULL;

  record = tend_account_get (self->account);
  switch (kind)
    {
    case TEND_LINK_MAIL: return tend_link_make (kind, record->email);
    case TEND_LINK_CALL: return tend_link_make (kind, record->phone);
    case TEND_LINK_WEBSITE:
    default: return tend_link_make (kind, record->website);
    }
}

static void
enable_link (TendAccountPage *self,
             const char      *action,
             TendLinkKind     kind)
{
  g_autofree char *uri = dup_link (self, kind);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, uri != NULL);
}

static void
follow (TendAccountPage *self)
{
  static const char *const actions[] = { "account.edit", "account.reassign", "account.follow-up", "account.new-contact", "account.delete" };
  gboolean there = self->account != NULL && !tend_entity_get_deleted (TEND_ENTITY (self->account));
  g_autofree char *title = NULL;

  title = there ? tend_words_one_line (tend_account_get (self->account)->name, 200) : g_strdup ("");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *title != '\0' ? title : _("Account"));
  gtk_stack_set_visible_child_name (self->stack, self->account == NULL ? "none" : there ? "account" : "gone");
  gtk_widget_set_visible (self->follow_up_button, there);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], there);
  enable_link (self, "account.mail", TEND_LINK_MAIL);
  enable_link (self, "account.call", TEND_LINK_CALL);
  enable_link (self, "account.website", TEND_LINK_WEBSITE);
}

static void
refresh_step (GtkWidget *row)
{
  GtkWidget *content = GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : NULL;

  if (TEND_IS_FOLLOW_UP_ROW (content))
    tend_follow_up_row_refresh (TEND_FOLLOW_UP_ROW (content));
}

static gboolean
on_minute (gpointer data)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (data);

  tend_account_summary_refresh (self->summary);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); row != NULL; row = gtk_widget_get_next_sibling (row))
    refresh_step (row);

  return G_SOURCE_CONTINUE;
}

static void
tend_account_page_map (GtkWidget *widget)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (widget);

  GTK_WIDGET_CLASS (tend_account_page_parent_class)->map (widget);
  on_minute (self);
  self->clock = g_timeout_add_seconds (60, on_minute, self);
}

static void
tend_account_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TEND_ACCOUNT_PAGE (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (tend_account_page_parent_class)->unmap (widget);
}

static void
on_step_activated (TendAccountPage *self,
                   GtkListBoxRow   *row)
{
  if (TEND_IS_FOLLOW_UP_ROW (gtk_list_box_row_get_child (row)))
    tend_follow_up_row_edit (TEND_FOLLOW_UP_ROW (gtk_list_box_row_get_child (row)));
}

static void
on_more (TendAccountPage *self)
{
  tend_history_model_load_more (self->entries);
}

/* d and s settle the step that has the keyboard. */
static gboolean
settle_step (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  GtkWidget *content = row != NULL ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : NULL;

  if (!TEND_IS_FOLLOW_UP_ROW (content))
    return FALSE;

  if (g_variant_get_byte (args) == 'd')
    tend_follow_up_row_done (TEND_FOLLOW_UP_ROW (content));
  else
    tend_follow_up_row_snooze (TEND_FOLLOW_UP_ROW (content));
  return TRUE;
}

/* Actions: the window's, with the account that is shown. */

static void
pass_on (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  static const struct { const char *own, *window; } table[] = {
    { "account.edit", "win.edit-account" },
    { "account.reassign", "win.reassign-account" },
    { "account.follow-up", "win.new-follow-up" },
    { "account.new-contact", "win.new-contact" },
    { "account.delete", "win.delete-account" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (table[i].own, name) == 0)
        gtk_widget_activate_action (widget, table[i].window, "x", get_id (TEND_ACCOUNT_PAGE (widget)));
    }
}

static void
open_link (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TendLinkKind kind = g_strcmp0 (name, "account.mail") == 0   ? TEND_LINK_MAIL
                      : g_strcmp0 (name, "account.call") == 0 ? TEND_LINK_CALL
                                                              : TEND_LINK_WEBSITE;
  g_autofree char *uri = dup_link (TEND_ACCOUNT_PAGE (widget), kind);

  if (uri != NULL)
    gtk_widget_activate_action (widget, "win.open-link", "s", uri);
}

static void
tend_account_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, TEND_ACCOUNT_PAGE (object)->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCOUNT:
      tend_account_page_set_account (TEND_ACCOUNT_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_page_dispose (GObject *object)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->stack != NULL)
    empty (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->account);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_account_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, follow_up_button);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, account_menu);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, views);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, steps);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, people);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, data);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, history);
  gtk_widget_class_bind_template_child (widget_class, TendAccountPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_step_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
tend_account_page_class_init (TendAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_account_page_get_property;
  object_class->set_property = tend_account_page_set_property;
  object_class->dispose = tend_account_page_dispose;
  widget_class->map = tend_account_page_map;
  widget_class->unmap = tend_account_page_unmap;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, TEND_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TEND_TYPE_ACCOUNT_DATA);
  g_type_ensure (TEND_TYPE_ACCOUNT_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "account.edit", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "account.reassign", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "account.follow-up", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "account.new-contact", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "account.delete", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "account.mail", NULL, open_link);
  gtk_widget_class_install_action (widget_class, "account.call", NULL, open_link);
  gtk_widget_class_install_action (widget_class, "account.website", NULL, open_link);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, 0, settle_step, "y", 'd');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, 0, settle_step, "y", 's');
}

static void
tend_account_page_init (TendAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_late_menu_set (self->menu_button, self->account_menu);
}

TendAccountPage *
tend_account_page_new (TendBook *book)
{
  TendAccountPage *self = g_object_new (TEND_TYPE_ACCOUNT_PAGE, NULL);

  self->book = g_object_ref (book);
  follow (self);

  return self;
}

TendAccount *
tend_account_page_get_account (TendAccountPage *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_PAGE (self), NULL);

  return self->account;
}

void
tend_account_page_set_account (TendAccountPage *self,
                               TendAccount     *account)
{
  g_return_if_fail (TEND_IS_ACCOUNT_PAGE (self));

  if (self->account == account)
    return;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, follow, self);
  g_set_object (&self->account, account);
  if (account != NULL)
    {
      g_signal_connect_object (account, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
      fill (self);
    }
  else
    empty (self);

  follow (self);
  adw_view_stack_set_visible_child_name (self->views, "overview");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}
