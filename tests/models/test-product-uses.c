/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "models/product-uses.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

static TendId
buy (TendBook *book,
     TendId    account,
     TendId    product,
     TendFit   fit)
{
  g_autoptr (TendPurchaseRecord) record = tend_purchase_record_new ();

  record->account = account;
  record->product = product;
  record->fit = fit;
  return tend_test_add (book, &record->base);
}

static void
test_follows_the_book (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr (TendProductRecord) record = tend_product_record_new ();
  TendId adler = tend_test_add_account (book, "Adler AG", 0);
  TendId birke = tend_test_add_account (book, "Birke GmbH", 0);
  TendProductUses *uses;
  TendProductUse use;
  TendId product;
  TendId purchase;

  record->name = g_strdup ("Heating");
  product = tend_test_add (book, &record->base);
  uses = tend_product_uses_new (book);
  use = tend_product_uses_get (uses, product);
  g_assert_cmpint (use.product, ==, product);
  g_assert_cmpuint (use.accounts, ==, 0);

  buy (book, adler, product, TEND_FIT_FITS);
  purchase = buy (book, birke, product, TEND_FIT_DOES_NOT);
  wait_until (tend_product_uses_get (uses, product).accounts == 2);
  use = tend_product_uses_get (uses, product);
  g_assert_cmpuint (use.fits[TEND_FIT_FITS], ==, 1);
  g_assert_cmpuint (use.fits[TEND_FIT_DOES_NOT], ==, 1);

  tend_test_delete (book, &tend_purchase_noun, purchase);
  wait_until (tend_product_uses_get (uses, product).accounts == 1);
  g_assert_cmpuint (tend_product_uses_get (uses, product).fits[TEND_FIT_DOES_NOT], ==, 0);

  wait_idle ();
  g_assert_finalize_object (uses);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product-uses/follows-the-book", test_follows_the_book);
  return g_test_run ();
}
