/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "products-page.h"

#include "catalogue-page.h"
#include "matrix-page.h"
#include "product-page.h"

struct _TendProductsPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwNavigationSplitView *split;

  /* Owned References */
  TendBook          *book;
  TendProductUses   *uses;

  TendCataloguePage *catalogue;  /* in @split */
  TendProductPage   *product;
};

enum
{
  PROP_0,
  PROP_COLLAPSED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TendProductsPage, tend_products_page, ADW_TYPE_NAVIGATION_PAGE)

static GParamSpec *properties[N_PROPS];

static void
on_selected (TendProductsPage *self,
             gint64            id)
{
  g_autoptr (TendEntity) product = tend_book_get (self->book, &tend_product_noun, id);

  tend_product_page_set_product (self->product, TEND_PRODUCT (product));
}

static void
on_activated (TendProductsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Over both: it needs the room. */
static void
matrix_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendProductsPage *self = TEND_PRODUCTS_PAGE (widget);
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));

  if (adw_navigation_view_find_page (view, "matrix") == NULL)
    adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (tend_matrix_page_new (self->book)));
}

static void
tend_products_page_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TendProductsPage *self = TEND_PRODUCTS_PAGE (object);

  if (id == PROP_COLLAPSED)
    g_value_set_boolean (value, adw_navigation_split_view_get_collapsed (self->split));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tend_products_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TendProductsPage *self = TEND_PRODUCTS_PAGE (object);

  if (id == PROP_COLLAPSED)
    {
      adw_navigation_split_view_set_collapsed (self->split, g_value_get_boolean (value));
      tend_catalogue_page_set_folded (self->catalogue, g_value_get_boolean (value));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tend_products_page_dispose (GObject *object)
{
  TendProductsPage *self = TEND_PRODUCTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PRODUCTS_PAGE);
  g_clear_object (&self->uses);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_products_page_parent_class)->dispose (object);
}

static void
tend_products_page_class_init (TendProductsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_products_page_get_property;
  object_class->set_property = tend_products_page_set_property;
  object_class->dispose = tend_products_page_dispose;

  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/products/products-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendProductsPage, split);
  gtk_widget_class_install_action (widget_class, "products.matrix", NULL, matrix_action);
}

static void
tend_products_page_init (TendProductsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TendProductsPage *
tend_products_page_new (TendBook *book)
{
  TendProductsPage *self = g_object_new (TEND_TYPE_PRODUCTS_PAGE, NULL);

  self->book = g_object_ref (book);
  self->uses = tend_product_uses_new (book);
  self->catalogue = tend_catalogue_page_new (book, self->uses);
  self->product = tend_product_page_new (book, self->uses);
  adw_navigation_split_view_set_sidebar (self->split, ADW_NAVIGATION_PAGE (self->catalogue));
  adw_navigation_split_view_set_content (self->split, ADW_NAVIGATION_PAGE (self->product));
  g_signal_connect_object (self->catalogue, "selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catalogue, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);

  return self;
}

void
tend_products_page_select (TendProductsPage *self,
                           TendId            product)
{
  g_return_if_fail (TEND_IS_PRODUCTS_PAGE (self));

  tend_catalogue_page_select (self->catalogue, product);
  on_selected (self, product);
}
