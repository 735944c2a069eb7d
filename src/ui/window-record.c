/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"

#include "accounts/invoice-dialog.h"
#include "accounts/liaison-dialog.h"
#include "accounts/need-dialog.h"
#include "accounts/opportunity-dialog.h"
#include "accounts/pulse-dialog.h"
#include "accounts/purchase-dialog.h"
#include "accounts/whitespace-dialog.h"
#include "window-dialogs.h"

/* The record of an account: dialogs for what belongs to it. What a dialog needs to know, the row itself, the account for
 * its currency, the product for its name, is read before it opens. */

typedef struct
{
  TendWindow     *window;
  const TendNoun *noun;
  TendId          id;        /* 0 = a new one, or the white space of @account and @product if there is any */
  TendId          account;
  TendId          product;
  TendId          purchase;
  gboolean        find;
  TendRecord     *record;
  GPtrArray      *entities;  /* what was read so far, held so that it stays as it was read */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_clear_pointer (&self->record, tend_record_free);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void proceed (Opening *self);

static const TendRecord *
get_read (Opening        *self,
          const TendNoun *noun,
          TendId          id)
{
  for (guint i = 0; i < self->entities->len; i++)
    {
      TendEntity *entity = g_ptr_array_index (self->entities, i);

      if (tend_entity_get_noun (entity) == noun && tend_entity_get_id (entity) == id)
        return tend_entity_get_record (entity);
    }

  return NULL;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* What an opportunity begins with: the renewal of a purchase, or a product that the account does not have. */
static void
begin_opportunity (Opening               *self,
                   TendOpportunityRecord *record)
{
  const TendPurchaseRecord *purchase = (const TendPurchaseRecord *) get_read (self, &tend_purchase_noun, self->purchase);
  const TendProductRecord *product;

  record->account = self->account;
  record->manager = tend_book_get_user (tend_window_get_book (self->window));
  record->product = self->product;
  record->kind = self->product != 0 ? TEND_OPPORTUNITY_CROSS_SELL : TEND_OPPORTUNITY_UPSELL;
  if (purchase != NULL)
    {
      record->purchase = self->purchase;
      record->kind = TEND_OPPORTUNITY_RENEWAL;
      record->amount = purchase->yearly_value;
      record->close_on = g_strdup (purchase->renews_on);
    }

  product = (const TendProductRecord *) get_read (self, &tend_product_noun, record->product);
  if (product != NULL)
    record->title = g_strdup (product->name);
}

static TendRecord *
begin (Opening *self)
{
  TendRecord *record = tend_record_new (self->noun);
  TendId user = tend_book_get_user (tend_window_get_book (self->window));

  tend_record_set_int (record, tend_noun_get_field (self->noun, "account"), self->account);
  if (self->noun == &tend_opportunity_noun)
    begin_opportunity (self, (TendOpportunityRecord *) record);
  else if (self->noun == &tend_purchase_noun)
    {
      ((TendPurchaseRecord *) record)->product = self->product;
      ((TendPurchaseRecord *) record)->bought_on = dup_today ();
    }
  else if (self->noun == &tend_whitespace_noun)
    ((TendWhitespaceRecord *) record)->product = self->product;
  else if (self->noun == &tend_invoice_noun)
    ((TendInvoiceRecord *) record)->issued_on = dup_today ();
  else if (self->noun == &tend_pulse_noun)
    {
      ((TendPulseRecord *) record)->manager = user;
      ((TendPulseRecord *) record)->at = g_get_real_time ();
    }

  return record;
}

static AdwDialog *
create_dialog (Opening          *self,
               const TendRecord *record)
{
  TendBook *book = tend_window_get_book (self->window);
  const TendAccountRecord *account = (const TendAccountRecord *) get_read (self, &tend_account_noun, self->account);
  const char *currency = tend_book_get_currency (book, account);

  if (self->noun == &tend_need_noun)
    return tend_need_dialog_new (book, (const TendNeedRecord *) record);
  if (self->noun == &tend_liaison_noun)
    return tend_liaison_dialog_new (book, (const TendLiaisonRecord *) record);
  if (self->noun == &tend_purchase_noun)
    return tend_purchase_dialog_new (book, (const TendPurchaseRecord *) record, currency);
  if (self->noun == &tend_whitespace_noun)
    return tend_whitespace_dialog_new (book, (const TendWhitespaceRecord *) record);
  if (self->noun == &tend_opportunity_noun)
    return tend_opportunity_dialog_new (book, (const TendOpportunityRecord *) record, currency);
  if (self->noun == &tend_invoice_noun)
    return tend_invoice_dialog_new (book, (const TendInvoiceRecord *) record, currency);

  return tend_pulse_dialog_new (book, (const TendPulseRecord *) record);
}

static gboolean
take_read (Opening   *self,
           TendBook  *book,
           GPtrArray *entities,
           GError    *error)
{
  if (entities == NULL)
    tend_window_report (self->window, error);
  if (entities == NULL || tend_window_get_book (self->window) != book)
    return FALSE;

  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (self->entities, g_object_ref (g_ptr_array_index (entities, i)));

  return TRUE;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entities = tend_book_load_finish (TEND_BOOK (source), result, &error);

  /* What was deleted meanwhile cannot be edited, and says so by being gone from the page. */
  if (take_read (self, TEND_BOOK (source), entities, error) && entities->len > 0)
    proceed (g_steal_pointer (&self));
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Opening) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entities = tend_book_find_finish (TEND_BOOK (source), result, &error);

  self->find = FALSE;
  if (!take_read (self, TEND_BOOK (source), entities, error))
    return;
  if (entities->len > 0)
    self->id = tend_entity_get_id (g_ptr_array_index (entities, 0));
  proceed (g_steal_pointer (&self));
}

/* (transfer full) @self: reads what is still needed, a row at a time, then opens the dialog. */
static void
proceed (Opening *self)
{
  TendBook *book = tend_window_get_book (self->window);
  const struct { const TendNoun *noun; TendId id; } needed[] = {
    { self->noun, self->id },
    { &tend_purchase_noun, self->purchase },
    { &tend_product_noun, self->product },
    { &tend_account_noun, self->account },
  };

  if (self->find)
    {
      g_autoptr (TendQuery) query = tend_query_new (self->noun);

      tend_query_add_int (query, "account", TEND_QUERY_IS, self->account);
      tend_query_add_int (query, "product", TEND_QUERY_IS, self->product);
      tend_book_find_async (book, query, NULL, on_found, self);
      return;
    }
  if (self->id != 0 && self->account == 0 && get_read (self, self->noun, self->id) != NULL)
    {
      self->account = tend_record_get_int (get_read (self, self->noun, self->id), tend_noun_get_field (self->noun, "account"));
      proceed (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (needed[i].id != 0 && get_read (self, needed[i].noun, needed[i].id) == NULL)
        {
          tend_book_load_async (book, needed[i].noun, &needed[i].id, 1, NULL, on_loaded, self);
          return;
        }
    }

  self->record = self->id != 0 ? tend_record_copy (get_read (self, self->noun, self->id)) : begin (self);
  tend_window_present_edit (self->window, create_dialog (self, self->record));
  opening_free (self);
}

static Opening *
opening_new (GtkWidget      *widget,
             const TendNoun *noun)
{
  Opening *self = g_new0 (Opening, 1);

  self->window = g_object_ref (TEND_WINDOW (widget));
  self->noun = noun;
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gboolean
can_write (GtkWidget *widget)
{
  TendBook *book = tend_window_get_book (TEND_WINDOW (widget));

  return book != NULL && !tend_book_get_read_only (book);
}

/* "win.new-need": the noun follows the first hyphen. */
static const TendNoun *
noun_of_action (const char *name)
{
  return tend_noun_from_name (strchr (name, '-') + 1);
}

static void
new_of_account (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  Opening *opening;

  if (!can_write (widget))
    return;

  opening = opening_new (widget, noun_of_action (name));
  opening->account = g_variant_get_int64 (parameter);
  proceed (opening);
}

static void
new_purchase (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  Opening *opening;

  if (!can_write (widget))
    return;

  opening = opening_new (widget, &tend_purchase_noun);
  g_variant_get (parameter, "(xx)", &opening->account, &opening->product);
  proceed (opening);
}

static void
new_opportunity (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  Opening *opening;

  if (!can_write (widget))
    return;

  opening = opening_new (widget, &tend_opportunity_noun);
  g_variant_get (parameter, "(xxx)", &opening->account, &opening->product, &opening->purchase);
  proceed (opening);
}

static void
edit_whitespace (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  Opening *opening;

  if (!can_write (widget))
    return;

  opening = opening_new (widget, &tend_whitespace_noun);
  opening->find = TRUE;
  g_variant_get (parameter, "(xx)", &opening->account, &opening->product);
  proceed (opening);
}

static void
edit (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  Opening *opening = opening_new (widget, noun_of_action (name));

  opening->id = g_variant_get_int64 (parameter);
  proceed (opening);
}

void
tend_window_class_install_record (GtkWidgetClass *klass)
{
  static const char *const nouns[] = { "need", "liaison", "purchase", "opportunity", "invoice", "pulse" };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      g_autofree char *edit_name = g_strconcat ("win.edit-", nouns[i], NULL);

      gtk_widget_class_install_action (klass, g_intern_string (edit_name), "x", edit);
    }
  gtk_widget_class_install_action (klass, "win.new-need", "x", new_of_account);
  gtk_widget_class_install_action (klass, "win.new-liaison", "x", new_of_account);
  gtk_widget_class_install_action (klass, "win.new-invoice", "x", new_of_account);
  gtk_widget_class_install_action (klass, "win.new-pulse", "x", new_of_account);
  gtk_widget_class_install_action (klass, "win.new-purchase", "(xx)", new_purchase);
  gtk_widget_class_install_action (klass, "win.new-opportunity", "(xxx)", new_opportunity);
  gtk_widget_class_install_action (klass, "win.edit-whitespace", "(xx)", edit_whitespace);
}
