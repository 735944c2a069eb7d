/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-page-private.h"

#include "ui/text/link.h"

/* What can be done with the account that is shown: the window's actions with its id, and keys. */

/* Overview, Timeline, Needs, Products, Finances. */
#define N_PAGES 5

/* The window's actions that take an account and nothing else. */
static const struct { const char *own, *window; } passed[] = {
  { "account.edit", "win.edit-account" },
  { "account.reassign", "win.reassign-account" },
  { "account.follow-up", "win.new-follow-up" },
  { "account.new-contact", "win.new-contact" },
  { "account.log-contact", "win.log-contact" },
  { "account.new-need", "win.new-need" },
  { "account.delete", "win.delete-account" },
};

static const struct { const char *action; TendLinkKind kind; } links[] = {
  { "account.mail", TEND_LINK_MAIL },
  { "account.call", TEND_LINK_CALL },
  { "account.website", TEND_LINK_WEBSITE },
};

static TendId
get_id (TendAccountPage *self)
{
  return self->account != NULL ? tend_entity_get_id (TEND_ENTITY (self->account)) : 0;
}

static void
pass_on (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    {
      if (g_strcmp0 (passed[i].own, name) == 0)
        gtk_widget_activate_action (widget, passed[i].window, "x", get_id (TEND_ACCOUNT_PAGE (widget)));
    }
}

static void
new_opportunity (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-opportunity", "(xxx)", get_id (TEND_ACCOUNT_PAGE (widget)), (TendId) 0, (TendId) 0);
}

static void
show_invoices (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (TEND_ACCOUNT_PAGE (widget)->views, "finances");
}

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
open_link (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *uri = NULL;

      if (g_strcmp0 (links[i].action, name) != 0)
        continue;
      uri = dup_link (TEND_ACCOUNT_PAGE (widget), links[i].kind);
      if (uri != NULL)
        gtk_widget_activate_action (widget, "win.open-link", "s", uri);
    }
}

/* d and s settle the step that has the keyboard. */
static gboolean
settle_step (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return tend_account_overview_settle (TEND_ACCOUNT_PAGE (widget)->overview, focus, g_variant_get_byte (args) == 'd');
}

/* Alt and a digit show the page of that number. */
static gboolean
show_page (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  if (self->account == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->views)) ||
      (ADW_IS_APPLICATION_WINDOW (root) && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL))
    return FALSE;

  gtk_selection_model_select_item (pages, g_variant_get_byte (args), TRUE);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

void
tend_account_page_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    gtk_widget_class_install_action (klass, passed[i].own, NULL, pass_on);
  gtk_widget_class_install_action (klass, "account.new-opportunity", NULL, new_opportunity);
  gtk_widget_class_install_action (klass, "account.invoices", NULL, show_invoices);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    gtk_widget_class_install_action (klass, links[i].action, NULL, open_link);
  gtk_widget_class_add_binding (klass, GDK_KEY_d, 0, settle_step, "y", 'd');
  gtk_widget_class_add_binding (klass, GDK_KEY_s, 0, settle_step, "y", 's');
}

/* The keys of the pages work from the list beside it too. */
void
tend_account_page_init_keys (TendAccountPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < N_PAGES; i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK),
                                                gtk_callback_action_new (show_page, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_byte ((guint8) i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
tend_account_page_enable_actions (TendAccountPage *self,
                                  gboolean         there)
{
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), passed[i].own, there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.new-opportunity", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.invoices", there);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *uri = dup_link (self, links[i].kind);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), links[i].action, uri != NULL);
    }
}
