/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "client-row.h"

#include <glib/gi18n.h>

#include "cell-sign.h"
#include "core/rules/day.h"
#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/words.h"
#include "ui/widgets/row-part.h"

#define MAX_CHARS 300

struct _TendClientRow
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *name;
  GtkWidget *line;
  GtkWidget *state;
  GtkWidget *stance;
  GtkWidget *opportunity;

  /* Owned References */
  TendBook     *book;
  TendPurchase *purchase;
  TendAccount  *account;
  char         *description;

  TendId   product;   /* that the account did not buy */
  TendCell cell;
};

enum
{
  DESCRIBED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendClientRow, tend_client_row, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static TendCell
cell_of_fit (int fit)
{
  switch (fit)
    {
    case TEND_FIT_FITS: return TEND_CELL_FITS;
    case TEND_FIT_PARTLY: return TEND_CELL_PARTLY;
    case TEND_FIT_DOES_NOT: return TEND_CELL_DOES_NOT;
    default: return TEND_CELL_HAS;
    }
}

static void
append_take (GString *line,
             char    *text)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
  g_free (text);
}

static gboolean
is_over (const char *date)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendDay day = tend_day_parse (date);

  return day != TEND_DAY_NONE && day < tend_day_of_instant (g_get_real_time (), zone);
}

static char *
dup_purchase_line (TendClientRow            *self,
                   const TendPurchaseRecord *record)
{
  GString *line = g_string_new (NULL);
  g_autofree char *renews = tend_moment_date (record->renews_on);
  g_autofree char *since = tend_moment_date (record->bought_on);
  g_autofree char *ends = tend_moment_date (record->ends_on);

  /* Translators: a quantity of a product: "3 ×" */
  append_take (line, g_strdup_printf (_("%d ×"), (int) record->quantity));
  if (record->yearly_value > 0)
    {
      g_autofree char *value = tend_money_text (record->yearly_value, tend_book_get_currency (self->book, tend_account_get (self->account)));

      append_take (line, g_strdup_printf (_("%s a year"), value));
    }
  if (record->ends_on != NULL)
    append_take (line, g_strdup_printf (is_over (record->ends_on) ? _("ended %s") : _("ends %s"), ends));
  else if (record->renews_on != NULL)
    append_take (line, g_strdup_printf (_("renews %s"), renews));
  else if (record->bought_on != NULL)
    append_take (line, g_strdup_printf (_("since %s"), since));

  return g_string_free_and_steal (line);
}

static char *
dup_account_line (const TendAccountRecord *record)
{
  if (record->city != NULL)
    return g_strdup_printf ("%s · %s", record->city, tend_words_tier_long (record->tier));

  return g_strdup (tend_words_tier_long (record->tier));
}

static void
show_state (TendClientRow *self)
{
  TendCell cell = self->purchase != NULL ? cell_of_fit (tend_purchase_get (self->purchase)->fit) : self->cell;
  g_autofree char *words = tend_cell_describe (cell);
  g_autofree char *text = *tend_cell_sign (cell) != '\0' ? g_strdup_printf ("%s %s", tend_cell_sign (cell), words) : g_strdup (words);

  gtk_label_set_label (GTK_LABEL (self->state), text);
  gtk_widget_set_visible (self->state, self->purchase != NULL || cell != TEND_CELL_BLANK);
}

/* The target first: an action does not take what is not of its type. */
static void
set_button (TendClientRow *self,
            GtkWidget     *button,
            const char    *action,
            GVariant      *target)
{
  gtk_widget_set_visible (button, self->product != 0);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void update (TendClientRow *self);

static void
watch (TendClientRow *self,
       gpointer       before,
       gpointer       after)
{
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update, self);
  if (after != NULL)
    g_signal_connect_object (after, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* Whose the purchase is, is known once it is read. */
static void
follow_buyer (TendClientRow *self)
{
  TendId id = tend_purchase_get (self->purchase)->account;
  g_autoptr (TendEntity) account = NULL;

  if (id == 0 || id == tend_client_row_get_account (self))
    return;

  account = tend_book_get (self->book, &tend_account_noun, id);
  watch (self, self->account, account);
  g_set_object (&self->account, TEND_ACCOUNT (account));
}

static void
update (TendClientRow *self)
{
  const TendAccountRecord *record;
  TendId account;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  if (self->purchase != NULL)
    follow_buyer (self);
  if (self->account == NULL)
    return;

  record = tend_account_get (self->account);
  account = tend_entity_get_id (TEND_ENTITY (self->account));
  name = tend_words_one_line (record->name, MAX_CHARS);
  line = self->purchase != NULL ? dup_purchase_line (self, tend_purchase_get (self->purchase)) : dup_account_line (record);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  show_state (self);
  set_button (self, self->stance, "win.edit-whitespace", g_variant_new ("(xx)", account, self->product));
  set_button (self, self->opportunity, "win.new-opportunity", g_variant_new ("(xxx)", account, self->product, (TendId) 0));

  g_free (self->description);
  self->description = g_strdup_printf ("%s, %s, %s", name, line, gtk_label_get_label (GTK_LABEL (self->state)));
  g_signal_emit (self, signals[DESCRIBED], 0);
}

static void
set_up (TendClientRow *self,
        TendPurchase  *purchase,
        TendAccount   *account,
        TendId         product)
{
  watch (self, self->purchase, purchase);
  watch (self, self->account, account);
  g_set_object (&self->purchase, purchase);
  g_set_object (&self->account, account);
  self->product = product;
  self->cell = TEND_CELL_BLANK;
  update (self);
}

static void
tend_client_row_dispose (GObject *object)
{
  TendClientRow *self = TEND_CLIENT_ROW (object);

  if (self->book != NULL)
    set_up (self, NULL, NULL, 0);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_client_row_parent_class)->dispose (object);
}

static void
tend_client_row_finalize (GObject *object)
{
  g_free (TEND_CLIENT_ROW (object)->description);
  G_OBJECT_CLASS (tend_client_row_parent_class)->finalize (object);
}

static void
tend_client_row_class_init (TendClientRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_client_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_client_row_finalize;

  signals[DESCRIBED] = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (TendClientRow *self,
            const char    *icon,
            const char    *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static void
tend_client_row_init (TendClientRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "client-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self), texts);
  self->name = tend_row_part_add_label (texts, "name");
  self->line = tend_row_part_add_label (texts, "line");
  self->state = tend_row_part_add_label (texts, "line");
  self->stance = add_button (self, "document-edit-symbolic", _("What They Have Instead…"));
  self->opportunity = add_button (self, "list-add-symbolic", _("New Opportunity…"));
}

GtkWidget *
tend_client_row_new (TendBook *book)
{
  TendClientRow *self = g_object_new (TEND_TYPE_CLIENT_ROW, NULL);

  self->book = g_object_ref (book);

  return GTK_WIDGET (self);
}

void
tend_client_row_set_purchase (TendClientRow *self,
                              TendPurchase  *purchase)
{
  g_return_if_fail (TEND_IS_CLIENT_ROW (self));

  set_up (self, purchase, NULL, 0);
}

void
tend_client_row_set_account (TendClientRow *self,
                             TendAccount   *account,
                             TendId         product)
{
  g_return_if_fail (TEND_IS_CLIENT_ROW (self));

  set_up (self, NULL, account, product);
}

void
tend_client_row_set_cell (TendClientRow *self,
                          TendCell       cell)
{
  g_return_if_fail (TEND_IS_CLIENT_ROW (self));

  if (self->cell == cell)
    return;

  self->cell = cell;
  update (self);
}

TendId
tend_client_row_get_account (TendClientRow *self)
{
  g_return_val_if_fail (TEND_IS_CLIENT_ROW (self), 0);

  return self->account != NULL ? tend_entity_get_id (TEND_ENTITY (self->account)) : 0;
}

const char *
tend_client_row_get_description (TendClientRow *self)
{
  g_return_val_if_fail (TEND_IS_CLIENT_ROW (self), NULL);

  return self->description;
}
