/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-popover.h"

#include <glib/gi18n.h>

#include "cell-sign.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "ui/text/moment.h"
#include "ui/text/words.h"

#define MAX_CHARS 300

struct _TendMatrixPopover
{
  GtkPopover parent_instance;

  GtkWidget    *box;
  GtkWidget    *why;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TendMatrixPopover, tend_matrix_popover, GTK_TYPE_POPOVER)

/* Why it stands so. */

static void
append_note (GString    *why,
             const char *note)
{
  g_autofree char *line = note != NULL ? tend_words_one_line (note, MAX_CHARS) : NULL;

  if (line != NULL && *line != '\0')
    g_string_append_printf (why, "%s%s", why->len > 0 ? "\n" : "", line);
}

static char *
dup_stance_note (const TendWhitespaceRecord *record)
{
  g_autofree char *until = tend_moment_date (record->until);

  if (record->competitor != NULL && record->until != NULL)
    /* Translators: who a client has it from, and until when that binds it */
    return g_strdup_printf (_("%s, until %s"), record->competitor, until);
  if (record->until != NULL)
    return g_strdup_printf (_("Until %s"), until);

  return g_strdup (record->competitor);
}

static void
show_why (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = tend_book_find_finish (TEND_BOOK (source), result, &error);
  g_autoptr (GString) why = g_string_new (NULL);
  TendMatrixPopover *self = data;

  /* Cancelled: the popover is gone, even if an answer came all the same. */
  if (rows == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);
      g_autofree char *note = TEND_IS_PURCHASE (row) ? g_strdup (tend_purchase_get (row)->fit_note) : dup_stance_note (tend_whitespace_get (row));

      append_note (why, note);
    }
  gtk_label_set_label (GTK_LABEL (self->why), why->str);
  gtk_widget_set_visible (self->why, why->len > 0);
}

static gboolean
is_bought (TendCell cell)
{
  guint state = TEND_CELL_STATE (cell);

  return state >= TEND_CELL_HAS && state <= TEND_CELL_DOES_NOT;
}

static void
read_why (TendMatrixPopover *self,
          TendBook          *book,
          TendId             account,
          TendId             product,
          TendCell           cell)
{
  g_autoptr (TendQuery) query = tend_query_new (is_bought (cell) ? &tend_purchase_noun : &tend_whitespace_noun);

  tend_query_add_int (query, "account", TEND_QUERY_IS, account);
  tend_query_add_int (query, "product", TEND_QUERY_IS, product);
  tend_book_find_async (book, query, self->cancellable, show_why, self);
}

/* What can be done. */

static void
on_clicked (TendMatrixPopover *self,
            GtkWidget         *button)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");
  GVariant *target = g_object_get_data (G_OBJECT (button), "target");
  GtkWidget *parent = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));

  /* A dialog opens on the window, not on a popover that goes away. */
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action_variant (parent, action, target);
  g_object_unref (parent);
}

static void
add_button (TendMatrixPopover *self,
            const char        *label,
            const char        *action,
            GVariant          *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "matrix-action");
  gtk_widget_set_name (button, action);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) g_intern_string (action));
  g_object_set_data_full (G_OBJECT (button), "target", g_variant_ref_sink (target), (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_stances (TendMatrixPopover *self,
             TendId             account,
             TendId             product)
{
  GtkWidget *heading = gtk_label_new (_("They Have Instead"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_start (heading, 6);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_set_margin_top (heading, 6);
  gtk_box_append (GTK_BOX (self->box), heading);
  add_button (self, _("_In-House"), "win.set-stance", g_variant_new ("(xxs)", account, product, tend_stances[TEND_STANCE_IN_HOUSE]));
  add_button (self, _("_Competitor…"), "win.edit-whitespace", g_variant_new ("(xx)", account, product));
  add_button (self, _("Not _Needed"), "win.set-stance", g_variant_new ("(xxs)", account, product, tend_stances[TEND_STANCE_NOT_NEEDED]));
  add_button (self, _("Not _Known"), "win.set-stance", g_variant_new ("(xxs)", account, product, tend_stances[TEND_STANCE_UNKNOWN]));
}

static void
tend_matrix_popover_dispose (GObject *object)
{
  TendMatrixPopover *self = TEND_MATRIX_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (tend_matrix_popover_parent_class)->dispose (object);
}

static void
tend_matrix_popover_class_init (TendMatrixPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_matrix_popover_dispose;
}

static GtkWidget *
add_label (TendMatrixPopover *self,
           const char        *text,
           const char        *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
tend_matrix_popover_init (TendMatrixPopover *self)
{
  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
}

GtkWidget *
tend_matrix_popover_new (TendBook    *book,
                         TendAccount *account,
                         TendId       product,
                         const char  *name,
                         TendCell     cell)
{
  TendMatrixPopover *self = g_object_new (TEND_TYPE_MATRIX_POPOVER, NULL);
  TendId id = tend_entity_get_id (TEND_ENTITY (account));
  g_autofree char *client = tend_words_one_line (tend_account_get (account)->name, MAX_CHARS);
  g_autofree char *words = tend_cell_describe (cell);
  g_autofree char *state = g_strdup_printf ("%s%s%s", tend_cell_sign (cell), *tend_cell_sign (cell) != '\0' ? " " : "", words);

  add_label (self, name, "heading");
  add_label (self, client, "dimmed");
  add_label (self, state, NULL);
  self->why = add_label (self, "", "dimmed");
  gtk_widget_set_visible (self->why, FALSE);
  add_button (self, _("New _Opportunity…"), "win.new-opportunity", g_variant_new ("(xxx)", id, product, (TendId) 0));
  if (!is_bought (cell))
    add_stances (self, id, product);
  add_button (self, _("Open _Account"), "win.show-account", g_variant_new ("x", id));
  read_why (self, book, id, product, cell);

  return GTK_WIDGET (self);
}
