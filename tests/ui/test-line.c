/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/line.h"

#include "support/picture.h"
#include "support/wait.h"
#include "ui/widgets/late-menu.h"

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 100);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);

  return window;
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    gboolean    changes;
    gboolean    has_width;
  } table[] = {
    { "Hofer & Söhne <b>KG</b>", TRUE, TRUE },
    { "Hofer & Söhne <b>KG</b>", FALSE, TRUE },
    { "", TRUE, FALSE },
    { NULL, TRUE, FALSE },
    { "שלום עולם", TRUE, TRUE },
    { "one\ntwo", TRUE, TRUE },
  };
  TendLine *line = TEND_LINE (tend_line_new (0));
  GtkWidget *window = show (GTK_WIDGET (line));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (tend_line_set_text (line, table[i].text), ==, table[i].changes);
      g_assert_cmpstr (tend_line_get_text (line), ==, table[i].text);
      g_assert_cmpint (tend_line_get_width (line) > 0, ==, table[i].has_width);
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          table[i].text != NULL ? table[i].text : "");
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* It is as high as a label of one line, whatever it says, and asks for no width. */
static void
test_size (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = tend_line_new (1);
  GtkWidget *label = gtk_label_new ("Ag");
  GtkWidget *window;
  int before;
  int after;
  int of_label;

  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), label);
  window = show (box);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, NULL, &before, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, NULL, &of_label, NULL, NULL);
  g_assert_cmpint (before, ==, of_label);

  tend_line_set_text (TEND_LINE (line), "A text that is much longer than the window that it stands in, and so must be cut");
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, 0);
  g_assert_cmpint (tend_line_get_width (TEND_LINE (line)), >, gtk_widget_get_width (box));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The font changes with a style class, and the text is measured anew. */
static void
test_style (void)
{
  TendLine *line = TEND_LINE (tend_line_new (0));
  GtkWidget *window = show (GTK_WIDGET (line));
  int plain;

  tend_line_set_text (line, "Wittenberg");
  plain = tend_line_get_width (line);
  gtk_widget_add_css_class (GTK_WIDGET (line), "title-1");
  wait_until (tend_line_get_width (line) > plain);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_late_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *window = show (button);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  g_menu_append (menu, "First", NULL);
  g_menu_append (other, "Second", NULL);
  tend_late_menu_set (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)) == G_MENU_MODEL (menu));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  tend_late_menu_set (GTK_MENU_BUTTON (button), G_MENU_MODEL (other));
  g_assert_true (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)) == G_MENU_MODEL (other));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  g_test_add_func ("/line/text", test_text);
  g_test_add_func ("/line/size", test_size);
  g_test_add_func ("/line/style", test_style);
  g_test_add_func ("/late-menu", test_late_menu);

  return g_test_run ();
}
