/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-page-private.h"

#include <glib/gi18n.h>

#include "ui/text/words.h"
#include "ui/widgets/late-menu.h"

#include "account-finances.h"
#include "account-needs.h"
#include "account-products.h"
#include "page-switcher.h"
#include "timeline-page.h"

/* What is computed from the clock is shown anew so often, in seconds. */
#define TICK 60

G_DEFINE_FINAL_TYPE (TendAccountPage, tend_account_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One of the pages that are made when they are first seen; NULL until then. */
static GtkWidget *
get_part (AdwBin *bin)
{
  return bin != NULL ? adw_bin_get_child (bin) : NULL;
}

static void
show_in_part (TendAccountPage *self,
              GtkWidget       *part,
              TendAccount     *account)
{
  if (TEND_IS_ACCOUNT_SECTION (part))
    tend_account_section_set_account (TEND_ACCOUNT_SECTION (part), self->book, account);
  else if (TEND_IS_TIMELINE_PAGE (part))
    tend_timeline_page_set_account (TEND_TIMELINE_PAGE (part), account != NULL ? tend_entity_get_id (TEND_ENTITY (account)) : 0);
}

/* What is seen of every account is a part too, so that not all of a page has to be made in one go. */
static TendAccountOverview *
get_overview (TendAccountPage *self)
{
  if (self->overview == NULL)
    {
      self->overview = g_object_new (TEND_TYPE_ACCOUNT_OVERVIEW, NULL);
      adw_bin_set_child (self->overview_bin, GTK_WIDGET (self->overview));
    }

  return self->overview;
}

/* The parts of the page; each reads what it shows when it is shown. */
static void
show_account (TendAccountPage *self,
              TendAccount     *account)
{
  AdwBin *const bins[] = { self->overview_bin, self->timeline_bin, self->needs_bin, self->products_bin, self->finances_bin };

  tend_account_summary_set_account (self->summary, self->book, account);
  tend_account_facts_set_account (self->facts, self->book, account);
  for (guint i = 0; i < G_N_ELEMENTS (bins); i++)
    show_in_part (self, get_part (bins[i]), account);
}

static GtkWidget *
create_part (TendAccountPage *self,
             GtkWidget       *bin)
{
  if (bin == GTK_WIDGET (self->timeline_bin))
    return GTK_WIDGET (tend_timeline_page_new (self->book));
  if (bin == GTK_WIDGET (self->needs_bin))
    return g_object_new (TEND_TYPE_ACCOUNT_NEEDS, NULL);
  if (bin == GTK_WIDGET (self->products_bin))
    return g_object_new (TEND_TYPE_ACCOUNT_PRODUCTS, NULL);

  return g_object_new (TEND_TYPE_ACCOUNT_FINANCES, NULL);
}

/* Most accounts are left from their overview: the other pages would be most of what the page costs, and nothing of what
 * is seen of it. */
static void
make_part (TendAccountPage *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->views);
  GtkWidget *part;

  if (!ADW_IS_BIN (shown) || shown == GTK_WIDGET (self->overview_bin) || self->book == NULL || get_part (ADW_BIN (shown)) != NULL)
    return;

  part = create_part (self, shown);
  adw_bin_set_child (ADW_BIN (shown), part);
  show_in_part (self, part, self->account);
}

/* The page follows its account. */

static char *
without_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

/* What the focus asks for comes first: the hat of the client decides what is done most. */
static void
show_focus (TendAccountPage         *self,
            const TendAccountRecord *record)
{
  static const struct { const char *action, *icon, *label; } table[] = {
    { "account.log-contact", "call-start-symbolic", N_("_Log Contact") },
    { "account.new-opportunity", "list-add-symbolic", N_("New _Opportunity") },
    { "account.log-contact", "call-start-symbolic", N_("_Log Contact") },
    { "account.new-need", "list-add-symbolic", N_("New _Need") },
    { "account.invoices", "view-paged-symbolic", N_("_Invoices") },
  };
  guint focus = (guint) CLAMP (record->focus, 0, (int) G_N_ELEMENTS (table) - 1);
  g_autofree char *name = NULL;
  gboolean log;

  /* A word or an icon: three actions with both have no room in German. */
  if (self->narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->focus_button), table[focus].icon);
  else
    gtk_button_set_label (GTK_BUTTON (self->focus_button), _(table[focus].label));
  name = without_mnemonic (_(table[focus].label));
  gtk_widget_set_tooltip_text (self->focus_button, self->narrow ? name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->focus_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->focus_button), table[focus].action);
  /* Three have room, in every language. */
  log = g_strcmp0 (table[focus].action, "account.log-contact") == 0;
  gtk_widget_set_visible (self->contact_button, !log);
  gtk_widget_set_visible (self->follow_up_button, log);
}

/* How many there are stands in the switcher. */
static void
show_needs (TendAccountPage *self,
            gint64           n)
{
  g_autofree char *title = NULL;

  if (n > 0)
    /* Translators: the name of a page, and how many needs are open */
    title = g_strdup_printf (_("Needs %d"), (int) n);
  adw_view_stack_page_set_title (self->needs_page, title != NULL ? title : _("Needs"));
}

static void
follow (TendAccountPage *self)
{
  gboolean there = self->account != NULL && !tend_entity_get_deleted (TEND_ENTITY (self->account));
  g_autofree char *title = NULL;

  title = there ? tend_words_one_line (tend_account_get (self->account)->name, 200) : g_strdup ("");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *title != '\0' ? title : _("Account"));
  gtk_stack_set_visible_child_name (self->stack, self->account == NULL ? "none" : there ? "account" : "gone");
  tend_account_page_enable_actions (self, there);
  gtk_widget_set_visible (self->actions, there);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), there);
  if (!there)
    return;

  show_focus (self, tend_account_get (self->account));
  show_needs (self, tend_account_get (self->account)->open_needs);
}

static gboolean
on_tick (gpointer data)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (data);
  GtkWidget *shown = adw_view_stack_get_visible_child (self->views);

  if (ADW_IS_BIN (shown))
    shown = get_part (ADW_BIN (shown));
  tend_account_facts_refresh (self->facts);
  if (TEND_IS_ACCOUNT_SECTION (shown))
    tend_account_section_refresh (TEND_ACCOUNT_SECTION (shown));
  return G_SOURCE_CONTINUE;
}

static void
tend_account_page_map (GtkWidget *widget)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (widget);

  GTK_WIDGET_CLASS (tend_account_page_parent_class)->map (widget);
  tend_account_facts_refresh (self->facts);
  self->clock = g_timeout_add_seconds (TICK, on_tick, self);
}

static void
tend_account_page_unmap (GtkWidget *widget)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (widget);

  g_clear_handle_id (&self->clock, g_source_remove);
  GTK_WIDGET_CLASS (tend_account_page_parent_class)->unmap (widget);
}

/* The facts move between the top and the page. */
static void
place_facts (TendAccountPage *self,
             gboolean         low)
{
  g_autoptr (GtkWidget) facts = g_object_ref (GTK_WIDGET (self->facts));

  if ((gtk_widget_get_parent (facts) != GTK_WIDGET (self->top)) == low)
    return;

  if (low)
    {
      gtk_box_remove (self->top, facts);
      tend_account_overview_set_facts (get_overview (self), facts, TRUE);
      return;
    }
  tend_account_overview_set_facts (get_overview (self), facts, FALSE);
  gtk_box_insert_child_after (self->top, facts, GTK_WIDGET (self->summary));
}

static void
on_low (TendAccountPage *self)
{
  place_facts (self, TRUE);
}

static void
on_high (TendAccountPage *self)
{
  place_facts (self, FALSE);
}

static void
on_narrow (TendAccountPage *self)
{
  self->narrow = TRUE;
  place_facts (self, TRUE);
  follow (self);
}

static void
on_wide (TendAccountPage *self)
{
  self->narrow = FALSE;
  place_facts (self, FALSE);
  follow (self);
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
    show_account (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->account);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_account_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TendAccountPage, child)
  BIND (actions);
  BIND (focus_button);
  BIND (contact_button);
  BIND (follow_up_button);
  BIND (menu_button);
  BIND (account_menu);
  BIND (stack);
  BIND (top);
  BIND (summary);
  BIND (facts);
  BIND (views);
  BIND (needs_page);
  BIND (overview_bin);
  BIND (switcher);
  BIND (timeline_bin);
  BIND (needs_bin);
  BIND (products_bin);
  BIND (finances_bin);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_low);
  gtk_widget_class_bind_template_callback (widget_class, on_high);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_wide);
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

  g_type_ensure (TEND_TYPE_ACCOUNT_FACTS);
  g_type_ensure (TEND_TYPE_ACCOUNT_SUMMARY);
  g_type_ensure (TEND_TYPE_PAGE_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-page.ui");
  bind_children (widget_class);
  tend_account_page_install_actions (widget_class);
}

static void
tend_account_page_init (TendAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_account_page_init_keys (self);
  tend_late_menu_set (self->menu_button, self->account_menu);
}

TendAccountPage *
tend_account_page_new (TendBook *book)
{
  TendAccountPage *self = g_object_new (TEND_TYPE_ACCOUNT_PAGE, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (make_part), self, G_CONNECT_SWAPPED);
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
    g_signal_connect_object (account, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);

  while (tend_account_page_prepare (self))
    ;

  /* Another account begins with its overview; only that is read. */
  adw_view_stack_set_visible_child_name (self->views, "overview");
  show_account (self, account);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

gboolean
tend_account_page_prepare (TendAccountPage *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_PAGE (self), FALSE);

  switch (self->n_prepared)
    {
    case 0:
      get_overview (self);
      break;
    case 1:
      tend_page_switcher_set_stack (self->switcher, self->views);
      break;
    case 2:
      tend_account_overview_prepare (self->overview);
      break;
    default:
      return FALSE;
    }

  self->n_prepared++;
  return TRUE;
}
