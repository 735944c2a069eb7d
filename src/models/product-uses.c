/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-uses.h"

#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "weak-request.h"

struct _TendProductUses
{
  GObject     parent_instance;

  TendBook   *book;
  GHashTable *uses;    /* NULL before the first answer */
  gboolean    asking;
  gboolean    again;   /* the book changed while an answer was under way */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendProductUses, tend_product_uses, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void ask (TendProductUses *self);

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GHashTable) uses = tend_book_count_uses_finish (TEND_BOOK (source), result, NULL);
  g_autoptr (TendProductUses) self = tend_weak_request_take (data);

  if (self == NULL)
    return;

  self->asking = FALSE;
  if (uses != NULL)
    {
      g_clear_pointer (&self->uses, g_hash_table_unref);
      self->uses = g_steal_pointer (&uses);
    }
  if (self->again)
    ask (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (TendProductUses *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  self->again = self->asking;
  if (self->asking)
    return;

  self->asking = TRUE;
  tend_book_count_uses_async (self->book, today, NULL, on_counted, tend_weak_request_new (self));
}

static void
on_book_changed (TendProductUses *self,
                 TendChangeSet   *changes)
{
  if (tend_change_set_touches (changes, &tend_purchase_noun) || tend_change_set_touches (changes, &tend_opportunity_noun)
      || tend_change_set_touches (changes, &tend_product_noun))
    ask (self);
}

static void
tend_product_uses_finalize (GObject *object)
{
  TendProductUses *self = TEND_PRODUCT_USES (object);

  g_clear_pointer (&self->uses, g_hash_table_unref);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_product_uses_parent_class)->finalize (object);
}

static void
tend_product_uses_class_init (TendProductUsesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_product_uses_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_product_uses_init (TendProductUses *self)
{
}

TendProductUses *
tend_product_uses_new (TendBook *book)
{
  TendProductUses *self = g_object_new (TEND_TYPE_PRODUCT_USES, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

TendProductUse
tend_product_uses_get (TendProductUses *self,
                       TendId           product)
{
  const TendProductUse *use = self->uses != NULL ? g_hash_table_lookup (self->uses, GSIZE_TO_POINTER (product)) : NULL;

  return use != NULL ? *use : (TendProductUse) { .product = product };
}
