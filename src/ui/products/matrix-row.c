/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-row.h"

#include <glib/gi18n.h>

#include "cell-sign.h"
#include "matrix-popover.h"
#include "ui/text/words.h"

#define MAX_CHARS 300
#define ROW_HEIGHT 34
#define HEADER_HEIGHT 132
#define INSET 2
#define GAP 8

struct _TendMatrixRow
{
  GtkWidget parent_instance;

  TendMatrixGrid *grid;
  TendAccount    *account;
  GtkWidget      *popover;
  guint           position;
  gboolean        is_header;
};

G_DEFINE_FINAL_TYPE (TendMatrixRow, tend_matrix_row, GTK_TYPE_WIDGET)

static gboolean
get_cell (TendMatrixRow *self,
          guint          column,
          TendCell      *cell)
{
  return tend_matrix_cells_get (tend_matrix_grid_get_cells (self->grid), self->position, column, cell);
}

static char *
dup_square_text (TendMatrixRow *self,
                 guint          column)
{
  TendCell cell;
  g_autofree char *words = get_cell (self, column, &cell) ? tend_cell_describe (cell) : g_strdup ("…");

  /* Translators: a product, and how a client stands to it: "Heating: Fits" */
  return g_strdup_printf (_("%s: %s"), tend_matrix_grid_get_name (self->grid, column), words);
}

char *
tend_matrix_row_dup_description (TendMatrixRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *square = NULL;

  if (self->account == NULL)
    return g_strdup ("");

  name = tend_words_one_line (tend_account_get (self->account)->name, MAX_CHARS);
  if (tend_matrix_grid_get_n_columns (self->grid) == 0)
    return g_steal_pointer (&name);

  square = dup_square_text (self, tend_matrix_grid_get_column (self->grid));
  return g_strdup_printf ("%s, %s", name, square);
}

static void
update (TendMatrixRow *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->is_header && gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      g_autofree char *description = tend_matrix_row_dup_description (self);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
    }
}

/* Drawing. */

static PangoLayout *
create_layout (TendMatrixRow *self,
               const char    *text,
               int            width,
               int            lines)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
  if (lines > 1)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static void
append_layout (TendMatrixRow *self,
               GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               float          x,
               float          y)
{
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* Names of products are turned upwards, in two lines, so that even a long one can be read. */
static void
draw_product (TendMatrixRow *self,
              GtkSnapshot   *snapshot,
              guint          column,
              int            x)
{
  g_autoptr (PangoLayout) layout = create_layout (self, tend_matrix_grid_get_name (self->grid, column), HEADER_HEIGHT - 2 * INSET, 2);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (TEND_MATRIX_COLUMN_WIDTH - height) / 2.f, HEADER_HEIGHT - INSET));
  gtk_snapshot_rotate (snapshot, -90);
  append_layout (self, snapshot, layout, 0, 0);
  gtk_snapshot_restore (snapshot);
}

static void
draw_cell (TendMatrixRow *self,
           GtkSnapshot   *snapshot,
           TendCell       cell,
           int            x)
{
  float size = ROW_HEIGHT - 2 * INSET;
  graphene_rect_t square = GRAPHENE_RECT_INIT (x + INSET, INSET, TEND_MATRIX_COLUMN_WIDTH - 2 * INSET, size);
  GskRoundedRect outline;
  GdkRGBA text_colour;
  GdkRGBA colour;

  gsk_rounded_rect_init_from_rect (&outline, &square, 6);
  gtk_widget_get_color (GTK_WIDGET (self), &text_colour);
  if (!tend_cell_colour (cell, &colour))
    {
      colour = text_colour;
      colour.alpha *= 0.05f;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &square);
  gtk_snapshot_pop (snapshot);

  if (*tend_cell_sign (cell) != '\0')
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), tend_cell_sign (cell));
      int width;
      int height;

      pango_layout_get_pixel_size (layout, &width, &height);
      append_layout (self, snapshot, layout, x + (TEND_MATRIX_COLUMN_WIDTH - width) / 2.f, (ROW_HEIGHT - height) / 2.f);
    }
  if (cell & TEND_CELL_OPEN)
    {
      /* A bar at the foot: an opportunity is open, whatever else there is. */
      graphene_rect_t bar = GRAPHENE_RECT_INIT (x + 12, ROW_HEIGHT - INSET - 5, TEND_MATRIX_COLUMN_WIDTH - 24, 3);

      gtk_snapshot_append_color (snapshot, &text_colour, &bar);
    }
}

static void
draw_cursor (TendMatrixRow *self,
             GtkSnapshot   *snapshot,
             int            x)
{
  const float widths[4] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, 0, TEND_MATRIX_COLUMN_WIDTH, ROW_HEIGHT), 7);
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
draw_columns (TendMatrixRow *self,
              GtkSnapshot   *snapshot,
              int            width)
{
  guint n = tend_matrix_grid_get_n_columns (self->grid);
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));

  for (guint i = 0; i < n; i++)
    {
      int x = tend_matrix_grid_column_x (self->grid, width, i);
      TendCell cell;

      if (x + TEND_MATRIX_COLUMN_WIDTH < tend_matrix_grid_name_width (width) || x > width)
        continue;
      if (self->is_header)
        draw_product (self, snapshot, i, x);
      else if (get_cell (self, i, &cell))
        draw_cell (self, snapshot, cell, x);
      if (focused && i == tend_matrix_grid_get_column (self->grid))
        draw_cursor (self, snapshot, x);
    }
}

static void
tend_matrix_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TendMatrixRow *self = TEND_MATRIX_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int names = tend_matrix_grid_name_width (width);

  if (self->account != NULL)
    {
      g_autofree char *name = tend_words_one_line (tend_account_get (self->account)->name, MAX_CHARS);
      g_autoptr (PangoLayout) layout = create_layout (self, name, names - GAP, 1);
      int text_height;

      pango_layout_get_pixel_size (layout, NULL, &text_height);
      append_layout (self, snapshot, layout, 0, (height - text_height) / 2.f);
    }
  if (self->account != NULL || self->is_header)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (names, 0, width - names, height));
      draw_columns (self, snapshot, width);
      gtk_snapshot_pop (snapshot);
    }
}

static void
tend_matrix_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TendMatrixRow *self = TEND_MATRIX_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 120 + 3 * TEND_MATRIX_COLUMN_WIDTH;
  else
    *minimum = *natural = self->is_header ? HEADER_HEIGHT : ROW_HEIGHT;
}

static void
tend_matrix_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TendMatrixRow *self = TEND_MATRIX_ROW (widget);

  if (self->is_header)
    tend_matrix_grid_set_width (self->grid, width);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* The cursor and what stands below it. */

static void
on_popover_closed (TendMatrixRow *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
close_popover (TendMatrixRow *self)
{
  if (self->popover == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->popover, on_popover_closed, self);
  on_popover_closed (self);
}

void
tend_matrix_row_open (TendMatrixRow *self)
{
  guint column = tend_matrix_grid_get_column (self->grid);
  int x = tend_matrix_grid_column_x (self->grid, gtk_widget_get_width (GTK_WIDGET (self)), column);
  TendCell cell;

  if (self->account == NULL || !get_cell (self, column, &cell))
    return;

  close_popover (self);
  self->popover = tend_matrix_popover_new (tend_matrix_grid_get_book (self->grid), self->account,
                                           tend_matrix_cells_get_product (tend_matrix_grid_get_cells (self->grid), column),
                                           tend_matrix_grid_get_name (self->grid, column), cell);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, 0, TEND_MATRIX_COLUMN_WIDTH, ROW_HEIGHT });
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TendMatrixRow *self = TEND_MATRIX_ROW (widget);
  guint column = tend_matrix_grid_get_column (self->grid);

  switch (g_variant_get_byte (args))
    {
    case 'l':
      tend_matrix_grid_set_column (self->grid, column > 0 ? column - 1 : 0);
      break;
    case 'r':
      tend_matrix_grid_set_column (self->grid, column + 1);
      break;
    default:
      tend_matrix_row_open (self);
      break;
    }

  return TRUE;
}

static void
on_pressed (TendMatrixRow   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  int column = tend_matrix_grid_column_at (self->grid, gtk_widget_get_width (GTK_WIDGET (self)), x);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (column >= 0)
    {
      tend_matrix_grid_set_column (self->grid, (guint) column);
      tend_matrix_row_open (self);
    }
  else if (self->account != NULL && n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-account", "x", tend_entity_get_id (TEND_ENTITY (self->account)));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
tend_matrix_row_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  TendMatrixRow *self = TEND_MATRIX_ROW (widget);
  int column = keyboard ? (int) tend_matrix_grid_get_column (self->grid)
                        : tend_matrix_grid_column_at (self->grid, gtk_widget_get_width (widget), x);
  g_autofree char *text = NULL;

  if (column >= 0 && self->is_header)
    text = g_strdup (tend_matrix_grid_get_name (self->grid, (guint) column));
  else if (column >= 0 && self->account != NULL)
    text = dup_square_text (self, (guint) column);
  else if (self->account != NULL)
    text = tend_words_one_line (tend_account_get (self->account)->name, MAX_CHARS);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
tend_matrix_row_dispose (GObject *object)
{
  TendMatrixRow *self = TEND_MATRIX_ROW (object);

  close_popover (self);
  g_clear_object (&self->account);
  g_clear_object (&self->grid);
  G_OBJECT_CLASS (tend_matrix_row_parent_class)->dispose (object);
}

static void
tend_matrix_row_class_init (TendMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_matrix_row_dispose;
  widget_class->measure = tend_matrix_row_measure;
  widget_class->size_allocate = tend_matrix_row_size_allocate;
  widget_class->snapshot = tend_matrix_row_snapshot;
  widget_class->query_tooltip = tend_matrix_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "matrix-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_key, "y", 'l');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_key, "y", 'r');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_key, "y", 'o');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_key, "y", 'o');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_key, "y", 'o');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_key, "y", 'o');
}

static void
tend_matrix_row_init (TendMatrixRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static TendMatrixRow *
create (TendMatrixGrid *grid)
{
  TendMatrixRow *self = g_object_new (TEND_TYPE_MATRIX_ROW, NULL);

  self->grid = g_object_ref (grid);
  g_signal_connect_object (grid, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

GtkWidget *
tend_matrix_row_new (TendMatrixGrid *grid)
{
  TendMatrixRow *self = create (grid);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self, "notify::has-focus", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
tend_matrix_row_new_header (TendMatrixGrid *grid)
{
  TendMatrixRow *self = create (grid);

  self->is_header = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "header");

  return GTK_WIDGET (self);
}

void
tend_matrix_row_set_account (TendMatrixRow *self,
                             TendAccount   *account,
                             guint          position)
{
  g_return_if_fail (TEND_IS_MATRIX_ROW (self));

  close_popover (self);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, update, self);
  g_set_object (&self->account, account);
  self->position = position;
  if (account != NULL)
    g_signal_connect_object (account, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
