/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-row.h"

#include <glib/gi18n.h>

#include "cell-sign.h"
#include "core/entities/purchase.h"
#include "fit-bar.h"
#include "ui/text/money.h"
#include "ui/text/words.h"
#include "ui/widgets/row-part.h"

#define MAX_CHARS 300

struct _TendProductRow
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *name;
  GtkWidget *line;
  GtkWidget *clients;
  GtkWidget *bar;
  GtkWidget *fits;

  /* Owned References */
  TendBook        *book;
  TendProductUses *uses;
  TendProduct     *product;
  char            *description;
};

enum
{
  DESCRIBED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendProductRow, tend_product_row, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

char *
tend_product_dup_line (TendBook                *book,
                       const TendProductRecord *record)
{
  const char *kind = tend_words_of_field (tend_noun_get_field (&tend_product_noun, "kind"), record->kind);
  g_autofree char *price = NULL;

  if (record->list_price == 0)
    return g_strdup (kind);

  price = tend_money_text (record->list_price, record->currency != NULL ? record->currency : tend_book_get_currency (book, NULL));
  return g_strdup_printf ("%s · %s", kind, price);
}

static void
append (GString    *text,
        guint       n,
        const char *format)
{
  if (n == 0)
    return;

  /* The formats are those of this file, each with one %u. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append (text, text->len > 0 ? ", " : "");
  g_string_append_printf (text, format, n);
#pragma GCC diagnostic pop
}

char *
tend_product_dup_fits (const guint fits[4])
{
  GString *text = g_string_new (NULL);

  /* Translators: how many purchases of a product fit the client well, partly, not at all: "9 fit, 2 partly, 1 not" */
  append (text, fits[TEND_FIT_FITS], ngettext ("%u fits", "%u fit", fits[TEND_FIT_FITS]));
  append (text, fits[TEND_FIT_PARTLY], _("%u partly"));
  append (text, fits[TEND_FIT_DOES_NOT], _("%u not"));

  return g_string_free_and_steal (text);
}

/* The same by the signs of the matrix, which fit beside the bar in any language. */
static char *
dup_signs (const guint fits[4])
{
  static const struct { TendFit fit; TendCell cell; } parts[] = {
    { TEND_FIT_FITS, TEND_CELL_FITS },
    { TEND_FIT_PARTLY, TEND_CELL_PARTLY },
    { TEND_FIT_DOES_NOT, TEND_CELL_DOES_NOT },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (fits[parts[i].fit] > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? "  " : "", tend_cell_sign (parts[i].cell), fits[parts[i].fit]);
    }

  return g_string_free_and_steal (text);
}

static void
update (TendProductRow *self)
{
  const TendProductRecord *record;
  TendProductUse use;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  g_autofree char *clients = NULL;
  g_autofree char *fits = NULL;
  g_autofree char *signs = NULL;

  if (self->product == NULL)
    return;

  record = tend_product_get (self->product);
  use = tend_product_uses_get (self->uses, record->base.id);
  name = tend_words_one_line (record->name, MAX_CHARS);
  line = tend_entity_get_loaded (TEND_ENTITY (self->product)) ? tend_product_dup_line (self->book, record) : g_strdup ("");
  clients = use.accounts > 0 ? g_strdup_printf (ngettext ("%'u client", "%'u clients", use.accounts), use.accounts)
                             : g_strdup (_("Nobody has it"));
  fits = tend_product_dup_fits (use.fits);
  signs = dup_signs (use.fits);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_label_set_label (GTK_LABEL (self->clients), clients);
  gtk_label_set_label (GTK_LABEL (self->fits), signs);
  gtk_widget_set_tooltip_text (self->fits, fits);
  gtk_widget_set_visible (self->fits, *fits != '\0');
  gtk_widget_set_visible (self->bar, *fits != '\0');
  tend_fit_bar_set (TEND_FIT_BAR (self->bar), use.fits);

  g_free (self->description);
  self->description = g_strdup_printf ("%s, %s, %s%s%s", name, line, clients, *fits != '\0' ? ", " : "", fits);
  g_signal_emit (self, signals[DESCRIBED], 0);
}

static void
tend_product_row_dispose (GObject *object)
{
  TendProductRow *self = TEND_PRODUCT_ROW (object);

  if (self->uses != NULL)
    tend_product_row_set_product (self, NULL);
  g_clear_object (&self->uses);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_product_row_parent_class)->dispose (object);
}

static void
tend_product_row_finalize (GObject *object)
{
  g_free (TEND_PRODUCT_ROW (object)->description);
  G_OBJECT_CLASS (tend_product_row_parent_class)->finalize (object);
}

static void
tend_product_row_class_init (TendProductRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_product_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_product_row_finalize;

  signals[DESCRIBED] = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_product_row_init (TendProductRow *self)
{
  GtkWidget *use = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "product-row");
  self->name = tend_row_part_add_label (GTK_WIDGET (self), "name");
  self->line = tend_row_part_add_label (GTK_WIDGET (self), "line");
  gtk_box_append (GTK_BOX (self), use);
  self->clients = tend_row_part_add_label (use, "line");
  self->bar = tend_fit_bar_new ();
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (use), self->bar);
  self->fits = tend_row_part_add_label (use, "line");
}

GtkWidget *
tend_product_row_new (TendBook        *book,
                      TendProductUses *uses)
{
  TendProductRow *self = g_object_new (TEND_TYPE_PRODUCT_ROW, NULL);

  self->book = g_object_ref (book);
  self->uses = g_object_ref (uses);
  g_signal_connect_object (uses, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
tend_product_row_set_product (TendProductRow *self,
                              TendProduct    *product)
{
  g_return_if_fail (TEND_IS_PRODUCT_ROW (self));

  if (self->product != NULL)
    g_signal_handlers_disconnect_by_func (self->product, update, self);
  g_set_object (&self->product, product);
  if (product != NULL)
    g_signal_connect_object (product, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

const char *
tend_product_row_get_description (TendProductRow *self)
{
  g_return_val_if_fail (TEND_IS_PRODUCT_ROW (self), NULL);

  return self->description;
}
