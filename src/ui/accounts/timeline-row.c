/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-row.h"

#include "ui/text/timeline.h"
#include "ui/widgets/row-part.h"

#define ICON_SIZE 16
#define GAP 12

struct _TendTimelineRow
{
  GtkWidget          parent_instance;

  /* Children */
  GtkWidget         *icon;
  GtkWidget         *title;
  GtkWidget         *when;
  GtkWidget         *line;

  /* Owned References */
  TendTimelineItem  *item;
  TendTimelineNames *names;
  PangoLayout       *when_layout;  /* measures what an inscription does not tell: the width of its text */
};

enum
{
  DESCRIBED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TendTimelineRow, tend_timeline_row, GTK_TYPE_WIDGET)

static void
describe (TendTimelineRow        *self,
          const TendTimelineText *text)
{
  g_autofree char *description = g_strdup_printf ("%s, %s, %s", text->title, text->line, text->when);

  g_signal_emit (self, signals[DESCRIBED], 0, description);
}

static void
show_text (TendTimelineRow        *self,
           const TendTimelineText *text)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), text->icon);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), text->title);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->line), text->line);
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->when)), text->when) == 0)
    return;

  gtk_inscription_set_text (GTK_INSCRIPTION (self->when), text->when);
  g_clear_object (&self->when_layout);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
update (TendTimelineRow *self)
{
  TendEntity *entity = tend_timeline_item_get_entity (self->item);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendTimelineTelling telling = { g_get_real_time (), zone, tend_timeline_names_get_currency (self->names),
                                  tend_timeline_names_dup, self->names };
  TendTimelineText text = { NULL, NULL, NULL, NULL };

  /* One that is not read yet fills itself soon. */
  if (tend_entity_get_loaded (entity))
    tend_timeline_describe (tend_timeline_item_get_kind (self->item), tend_entity_get_record (entity), &telling, &text);
  show_text (self, &text);
  if (text.line != NULL)
    describe (self, &text);
  tend_timeline_text_clear (&text);
}

static int
when_width (TendTimelineRow *self)
{
  int width;

  if (self->when_layout == NULL)
    self->when_layout = gtk_widget_create_pango_layout (self->when, gtk_inscription_get_text (GTK_INSCRIPTION (self->when)));
  pango_layout_get_pixel_size (self->when_layout, &width, NULL);

  return width + 1;
}

static void
tend_timeline_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TendTimelineRow *self = TEND_TIMELINE_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ICON_SIZE + GAP + 120;
      *natural = ICON_SIZE + GAP + 360;
    }
  else
    *minimum = *natural = tend_row_part_get_height (self->title) + tend_row_part_get_height (self->line);
}

static void
tend_timeline_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TendTimelineRow *self = TEND_TIMELINE_ROW (widget);
  int left = ICON_SIZE + GAP;
  int title = tend_row_part_get_height (self->title);
  int line = tend_row_part_get_height (self->line);
  int small = tend_row_part_get_height (self->when);
  int top = (height - title - line) / 2;
  int when = MIN (when_width (self), (width - left) / 2);

  /* A GtkImage measures itself anew for every icon; it is square and as large as its icons. */
  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  tend_row_part_allocate (self->icon, width, 0, top + (title - ICON_SIZE) / 2, ICON_SIZE, ICON_SIZE);
  tend_row_part_allocate (self->title, width, left, top, width - left - when - GAP, title);
  tend_row_part_allocate (self->when, width, width - when, top + (title - small) / 2, when, small);
  tend_row_part_allocate (self->line, width, left, top + title, width - left, line);
}

static void
tend_timeline_row_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tend_timeline_row_parent_class)->css_changed (widget, change);
  g_clear_object (&TEND_TIMELINE_ROW (widget)->when_layout);
}

static void
tend_timeline_row_dispose (GObject *object)
{
  TendTimelineRow *self = TEND_TIMELINE_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->names);
  g_clear_object (&self->when_layout);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->when, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (tend_timeline_row_parent_class)->dispose (object);
}

static void
tend_timeline_row_class_init (TendTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_timeline_row_dispose;
  widget_class->measure = tend_timeline_row_measure;
  widget_class->size_allocate = tend_timeline_row_size_allocate;
  widget_class->css_changed = tend_timeline_row_css_changed;

  signals[DESCRIBED] = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "timeline-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_inscription (TendTimelineRow *self,
                 const char      *css_class,
                 float            xalign)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 0);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), xalign);
  gtk_widget_add_css_class (inscription, css_class);
  gtk_widget_set_parent (inscription, GTK_WIDGET (self));

  return inscription;
}

static void
tend_timeline_row_init (TendTimelineRow *self)
{
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), ICON_SIZE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->title = add_inscription (self, "title", 0);
  self->when = add_inscription (self, "when", 1);
  self->line = add_inscription (self, "line", 0);
}

GtkWidget *
tend_timeline_row_new (void)
{
  return g_object_new (TEND_TYPE_TIMELINE_ROW, NULL);
}

void
tend_timeline_row_set_item (TendTimelineRow   *self,
                            TendTimelineItem  *item,
                            TendTimelineNames *names)
{
  g_return_if_fail (TEND_IS_TIMELINE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (tend_timeline_item_get_entity (self->item), update, self);
  g_set_object (&self->item, item);
  g_set_object (&self->names, names);
  if (item == NULL)
    return;

  g_signal_connect_object (tend_timeline_item_get_entity (item), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

TendTimelineItem *
tend_timeline_row_get_item (TendTimelineRow *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_ROW (self), NULL);

  return self->item;
}

void
tend_timeline_row_refresh (TendTimelineRow *self)
{
  g_return_if_fail (TEND_IS_TIMELINE_ROW (self));

  if (self->item != NULL)
    update (self);
}

TendTimelineRow *
tend_timeline_row_get_focused (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, widget) ? gtk_widget_get_first_child (focus) : NULL;

  return TEND_IS_TIMELINE_ROW (row) ? TEND_TIMELINE_ROW (row) : NULL;
}
