/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-products.h"

#include <glib/gi18n.h>

#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "core/rules/day.h"
#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/words.h"

#include "record-group.h"

/* More than an account buys different things; beyond them one may be offered that it has. */
#define MAX_OWNED 500

struct _TendAccountProducts
{
  TendAccountSection parent_instance;

  /* Template Widgets */
  GtkScrolledWindow *scroller;
  TendRecordGroup   *purchases;
  TendRecordGroup   *opportunities;
  TendRecordGroup   *whitespace;
  TendRecordGroup   *closed;

  /* Owned References */
  GHashTable        *owned;      /* ids of the products that it has */
  GHashTable        *stances;    /* id of a product → its TendWhitespace */
  GtkFilter         *filter;
  GCancellable      *cancellable;
  gulong             changed;    /* of the book */
};

G_DEFINE_FINAL_TYPE (TendAccountProducts, tend_account_products, TEND_TYPE_ACCOUNT_SECTION)

static TendBook *
get_book (TendAccountProducts *self)
{
  return tend_account_section_get_book (TEND_ACCOUNT_SECTION (self));
}

static char *
dup_money (TendAccountProducts *self,
           gint64               minor)
{
  return tend_money_text (minor, tend_account_section_get_currency (TEND_ACCOUNT_SECTION (self)));
}

static const char *
word_of (const TendRecord *record,
         const char       *name)
{
  const TendField *field = tend_noun_get_field (record->noun, name);

  return tend_words_of_field (field, (int) tend_record_get_int (record, field));
}

/* Days from today to @date; G_MAXINT where there is none. */
static int
days_until (const char *date)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendDay day = tend_day_parse (date);

  return day != TEND_DAY_NONE ? day - tend_day_of_instant (g_get_real_time (), zone) : G_MAXINT;
}

/* What it bought. */

static void
append_date (GString    *line,
             const char *format,
             const char *date)
{
  g_autofree char *shown = NULL;

  if (date == NULL)
    return;

  shown = tend_moment_date (date);
  /* The formats are those of this file, each with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  tend_record_append_take (line, g_strdup_printf (format, shown));
#pragma GCC diagnostic pop
}

static char *
dup_purchase_line (TendAccountProducts      *self,
                   TendRecordRow            *row,
                   const TendPurchaseRecord *record)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *seller = tend_record_row_dup_name (row, get_book (self), &tend_manager_noun, record->sold_by);
  g_autofree char *value = record->yearly_value > 0 ? dup_money (self, record->yearly_value) : NULL;

  if (record->quantity != 1)
    /* Translators: a quantity of a product: "3 ×" */
    tend_record_append_take (line, g_strdup_printf (_("%d ×"), (int) record->quantity));
  if (value != NULL)
    tend_record_append_take (line, g_strdup_printf (_("%s a year"), value));
  append_date (line, _("since %s"), record->bought_on);
  append_date (line, _("renews %s"), record->renews_on);
  append_date (line, days_until (record->ends_on) < 0 ? _("ended %s") : _("ends %s"), record->ends_on);
  if (record->notice_days > 0)
    tend_record_append_take (line, g_strdup_printf (ngettext ("%d day of notice", "%d days of notice", (gulong) record->notice_days),
                                                    (int) record->notice_days));
  if (seller != NULL)
    tend_record_append_take (line, g_strdup_printf (_("sold by %s"), seller));
  if (record->fit_note != NULL)
    {
      g_autofree char *note = tend_words_one_line (record->fit_note, 200);

      g_string_append_printf (line, "%s%s", line->len > 0 ? "\n" : "", note);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
on_fit_chosen (GtkDropDown *dropdown,
               GParamSpec  *pspec,
               gpointer     data)
{
  const TendPurchaseRecord *record = tend_purchase_get (TEND_PURCHASE (tend_record_row_get_entity (TEND_RECORD_ROW (data))));
  guint fit = gtk_drop_down_get_selected (dropdown);

  if ((int) fit == record->fit || fit > TEND_FIT_DOES_NOT)
    return;

  gtk_widget_activate_action (GTK_WIDGET (data), "win.set-field", "(sxss)", "purchase", record->base.id, "fit", tend_fits[fit]);
}

/* How well it fits is said in place. */
static void
show_fit (TendRecordRow            *row,
          const TendPurchaseRecord *record)
{
  GtkWidget *dropdown = g_object_get_data (G_OBJECT (row), "fit");

  if (dropdown == NULL)
    {
      const TendField *field = tend_noun_get_field (&tend_purchase_noun, "fit");
      g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

      for (int i = 0; field->words[i] != NULL; i++)
        gtk_string_list_append (words, tend_words_of_field (field, i));
      dropdown = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
      gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (dropdown, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tend_words_field (&tend_purchase_noun, "fit"), -1);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), (guint) record->fit);
      g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (on_fit_chosen), row, G_CONNECT_DEFAULT);
      g_object_set_data (G_OBJECT (row), "fit", dropdown);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), dropdown);
    }

  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), (guint) record->fit);
}

static void
show_purchase (TendRecordRow *row,
               TendEntity    *entity,
               gpointer       data)
{
  TendAccountProducts *self = TEND_ACCOUNT_PRODUCTS (data);
  const TendPurchaseRecord *record = tend_purchase_get (TEND_PURCHASE (entity));
  g_autofree char *name = tend_record_row_dup_name (row, get_book (self), &tend_product_noun, record->product);
  g_autofree char *line = dup_purchase_line (self, row, record);
  g_autoptr (GMenu) menu = g_menu_new ();
  TendId id = record->base.id;

  tend_record_row_set_text (row, name, line, record->fit == TEND_FIT_DOES_NOT);
  show_fit (row, record);
  tend_record_menu_append (menu, _("_Edit…"), "win.edit-purchase", g_variant_new_int64 (id));
  tend_record_menu_append (menu, _("Open a _Renewal…"), "win.new-opportunity",
                           g_variant_new ("(xxx)", record->account, record->product, id));
  tend_record_menu_append (menu, _("_Delete"), "win.delete-purchase", g_variant_new_int64 (id));
  tend_record_row_set_menu (row, G_MENU_MODEL (menu));
}

static GtkWidget *
create_purchase (gpointer item,
                 gpointer data)
{
  return tend_record_row_new (TEND_ENTITY (item), show_purchase, data);
}

/* Opportunities. */

static char *
dup_opportunity_line (TendAccountProducts         *self,
                      const TendOpportunityRecord *record,
                      gboolean                     is_open)
{
  g_autoptr (GString) line = g_string_new (NULL);

  tend_record_append (line, word_of (&record->base, "kind"));
  tend_record_append (line, word_of (&record->base, "stage"));
  if (record->amount > 0)
    {
      g_autofree char *amount = dup_money (self, record->amount);

      tend_record_append_take (line, g_strdup_printf (_("%s a year"), amount));
    }
  if (is_open)
    tend_record_append_take (line, g_strdup_printf (_("%d%% likely"), (int) record->probability));
  append_date (line, is_open ? _("decision by %s") : "%s", record->close_on);
  tend_record_append_take (line, tend_words_one_line (record->lost_reason, 200));

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
show_opportunity (TendRecordRow *row,
                  TendEntity    *entity,
                  gpointer       data)
{
  const TendOpportunityRecord *record = tend_opportunity_get (TEND_OPPORTUNITY (entity));
  gboolean is_open = tend_opportunity_record_is_open (record);
  g_autofree char *line = dup_opportunity_line (TEND_ACCOUNT_PRODUCTS (data), record, is_open);
  g_autoptr (GMenu) menu = g_menu_new ();
  TendId id = record->base.id;

  tend_record_row_set_text (row, record->title, line, is_open && days_until (record->close_on) < 0);
  tend_record_row_set_button (row, is_open ? _("Won") : _("Reopen"), is_open ? "win.win-opportunity" : "win.reopen-opportunity",
                              g_variant_new_int64 (id));
  tend_record_menu_append (menu, _("_Edit…"), "win.edit-opportunity", g_variant_new_int64 (id));
  if (is_open)
    tend_record_menu_append (menu, _("_Lost…"), "win.lose-opportunity", g_variant_new_int64 (id));
  if (record->stage == TEND_STAGE_WON)
    tend_record_menu_append (menu, _("Note the _Purchase…"), "win.new-purchase", g_variant_new ("(xx)", record->account, record->product));
  tend_record_menu_append (menu, _("_Delete"), "win.delete-opportunity", g_variant_new_int64 (id));
  tend_record_row_set_menu (row, G_MENU_MODEL (menu));
}

static GtkWidget *
create_opportunity (gpointer item,
                    gpointer data)
{
  return tend_record_row_new (TEND_ENTITY (item), show_opportunity, data);
}

/* What it does not have. */

static gboolean
is_missing (gpointer item,
            gpointer data)
{
  TendAccountProducts *self = TEND_ACCOUNT_PRODUCTS (data);
  TendId id = tend_entity_get_id (TEND_ENTITY (item));

  /* Until it is known what it has, nothing is said to be missing. */
  return self->owned != NULL && !g_hash_table_contains (self->owned, &id);
}

static char *
dup_stance (TendAccountProducts *self,
            TendId               product)
{
  TendWhitespace *whitespace = self->stances != NULL ? g_hash_table_lookup (self->stances, &product) : NULL;
  const TendWhitespaceRecord *record = whitespace != NULL ? tend_whitespace_get (whitespace) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (record == NULL)
    return g_strdup (C_("stance", "Unknown"));

  tend_record_append (line, word_of (&record->base, "stance"));
  tend_record_append_take (line, tend_words_one_line (record->competitor, 100));
  append_date (line, _("until %s"), record->until);

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
on_missing_activated (TendAccountProducts *self,
                      GtkListBoxRow       *row)
{
  TendEntity *product = g_object_get_data (G_OBJECT (row), "product");

  if (product != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), "win.edit-whitespace", "(xx)",
                                tend_account_section_get_id (TEND_ACCOUNT_SECTION (self)), tend_entity_get_id (product));
}

static void
show_missing (GtkWidget           *row,
              TendAccountProducts *self)
{
  TendEntity *product = g_object_get_data (G_OBJECT (row), "product");
  g_autofree char *name = tend_words_one_line (tend_product_get (TEND_PRODUCT (product))->name, 200);
  g_autofree char *stance = dup_stance (self, tend_entity_get_id (product));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), stance);
}

static void
on_product_changed (TendEntity *product,
                    gpointer    row)
{
  show_missing (row, g_object_get_data (row, "page"));
}

static GtkWidget *
create_missing (gpointer item,
                gpointer data)
{
  TendAccountProducts *self = TEND_ACCOUNT_PRODUCTS (data);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Opportunity"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "product", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), "page", self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Open an Opportunity"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xxx)", tend_account_section_get_id (TEND_ACCOUNT_SECTION (self)),
                                    tend_entity_get_id (TEND_ENTITY (item)), (TendId) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-opportunity");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (item, "changed", G_CALLBACK (on_product_changed), row, G_CONNECT_DEFAULT);
  show_missing (row, self);

  return row;
}

static void
show_all_missing (TendAccountProducts *self)
{
  GtkWidget *list = tend_record_group_get_list (self->whitespace);

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (g_object_get_data (G_OBJECT (row), "product") != NULL)
        show_missing (row, self);
    }
}

static void
on_stances (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TendAccountProducts) self = user_data;
  g_autoptr (GPtrArray) entities = tend_book_find_finish (TEND_BOOK (source), result, NULL);

  if (entities == NULL || self->stances == NULL)
    return;

  g_hash_table_remove_all (self->stances);
  for (guint i = 0; i < entities->len; i++)
    {
      TendId product = tend_whitespace_get (g_ptr_array_index (entities, i))->product;

      g_hash_table_insert (self->stances, g_memdup2 (&product, sizeof product), g_object_ref (g_ptr_array_index (entities, i)));
    }
  show_all_missing (self);
}

static void
on_owned (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TendAccountProducts) self = user_data;
  g_autoptr (GPtrArray) entities = tend_book_find_finish (TEND_BOOK (source), result, NULL);

  if (entities == NULL || self->stances == NULL)
    return;

  g_clear_pointer (&self->owned, g_hash_table_unref);
  self->owned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < entities->len; i++)
    {
      const TendPurchaseRecord *purchase = tend_purchase_get (g_ptr_array_index (entities, i));

      if (days_until (purchase->ends_on) >= 0)
        g_hash_table_add (self->owned, g_memdup2 (&purchase->product, sizeof purchase->product));
    }
  show_all_missing (self);
}

/* Reads what the account has and why not the rest. */
static void
read_owned (TendAccountProducts *self)
{
  TendAccountSection *section = TEND_ACCOUNT_SECTION (self);
  g_autoptr (TendQuery) purchases = tend_account_section_create_query (section, &tend_purchase_noun, "newest", TRUE);
  g_autoptr (TendQuery) stances = tend_account_section_create_query (section, &tend_whitespace_noun, "newest", TRUE);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tend_query_set_range (purchases, 0, MAX_OWNED);
  tend_query_set_range (stances, 0, MAX_OWNED);
  tend_book_find_async (get_book (self), purchases, self->cancellable, on_owned, g_object_ref (self));
  tend_book_find_async (get_book (self), stances, self->cancellable, on_stances, g_object_ref (self));
}

static void
on_book_changed (TendAccountProducts *self,
                 TendChangeSet       *changes)
{
  if (tend_change_set_touches (changes, &tend_purchase_noun) || tend_change_set_touches (changes, &tend_whitespace_noun))
    read_owned (self);
}

/* Filling. */

static void
fill_opportunities (TendAccountProducts *self)
{
  TendAccountSection *section = TEND_ACCOUNT_SECTION (self);
  g_autoptr (TendQuery) open = tend_account_section_create_query (section, &tend_opportunity_noun, "close_on", FALSE);
  g_autoptr (TendQuery) closed = tend_account_section_create_query (section, &tend_opportunity_noun, "close_on", TRUE);

  for (int stage = TEND_STAGE_IDENTIFIED; stage <= TEND_STAGE_LOST; stage++)
    tend_query_add_int (stage < TEND_STAGE_WON ? open : closed, "stage", TEND_QUERY_IS, stage);
  tend_record_group_show (self->opportunities, get_book (self), open, NULL, NULL, create_opportunity, self);
  tend_record_group_set_add (self->opportunities, g_variant_new ("(xxx)", tend_account_section_get_id (section), (TendId) 0, (TendId) 0));
  tend_record_group_show (self->closed, get_book (self), closed, NULL, NULL, create_opportunity, self);
}

static void
tend_account_products_fill (TendAccountSection *section)
{
  TendAccountProducts *self = TEND_ACCOUNT_PRODUCTS (section);
  g_autoptr (TendQuery) purchases = tend_account_section_create_query (section, &tend_purchase_noun, "yearly_value", TRUE);
  g_autoptr (TendQuery) products = tend_query_new (&tend_product_noun);

  tend_record_group_show (self->purchases, get_book (self), purchases, NULL, NULL, create_purchase, self);
  tend_record_group_set_add (self->purchases, g_variant_new ("(xx)", tend_account_section_get_id (section), (TendId) 0));
  fill_opportunities (self);

  self->stances = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  tend_query_add_int (products, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (products, "name", FALSE);
  tend_record_group_show (self->whitespace, get_book (self), products, NULL, self->filter, create_missing, self);
  read_owned (self);
  self->changed = g_signal_connect_object (get_book (self), "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
tend_account_products_empty (TendAccountSection *section)
{
  TendAccountProducts *self = TEND_ACCOUNT_PRODUCTS (section);

  g_clear_signal_handler (&self->changed, get_book (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  tend_record_group_clear (self->purchases);
  tend_record_group_clear (self->opportunities);
  tend_record_group_clear (self->whitespace);
  tend_record_group_clear (self->closed);
  g_clear_pointer (&self->owned, g_hash_table_unref);
  g_clear_pointer (&self->stances, g_hash_table_unref);
}

static void
tend_account_products_refresh (TendAccountSection *section)
{
  TendAccountProducts *self = TEND_ACCOUNT_PRODUCTS (section);

  tend_record_group_refresh (self->purchases);
  tend_record_group_refresh (self->opportunities);
}

static void
tend_account_products_finalize (GObject *object)
{
  g_clear_object (&TEND_ACCOUNT_PRODUCTS (object)->filter);
  G_OBJECT_CLASS (tend_account_products_parent_class)->finalize (object);
}

static void
tend_account_products_dispose (GObject *object)
{
  tend_account_section_set_account (TEND_ACCOUNT_SECTION (object), NULL, NULL);
  /* The bin takes its child out itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_ACCOUNT_PRODUCTS);

  G_OBJECT_CLASS (tend_account_products_parent_class)->dispose (object);
}

static void
tend_account_products_class_init (TendAccountProductsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_products_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_account_products_finalize;
  TEND_ACCOUNT_SECTION_CLASS (klass)->fill = tend_account_products_fill;
  TEND_ACCOUNT_SECTION_CLASS (klass)->empty = tend_account_products_empty;
  TEND_ACCOUNT_SECTION_CLASS (klass)->refresh = tend_account_products_refresh;

  g_type_ensure (TEND_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-products.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TendAccountProducts, child)
  BIND (scroller);
  BIND (purchases);
  BIND (opportunities);
  BIND (whitespace);
  BIND (closed);
#undef BIND
}

static void
tend_account_products_init (TendAccountProducts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_missing, self, NULL));
  g_signal_connect_object (tend_record_group_get_list (self->whitespace), "row-activated", G_CALLBACK (on_missing_activated), self,
                           G_CONNECT_SWAPPED);
}
