/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-menu.h"

#include <glib/gi18n.h>

#include "timeline-row.h"
#include "ui/widgets/context-menu.h"

typedef struct
{
  guint       kinds;    /* TendTimelineKinds */
  const char *label;
  const char *verb;     /* the action is win.VERB-NOUN */
  const char *key;      /* NULL: none */
} Entry;

static const Entry entries[] = {
  { TEND_TIMELINE_ALL & ~TEND_TIMELINE_HANDOVERS, N_("_Edit…"), "edit", "e" },
  { TEND_TIMELINE_FOLLOW_UPS | 1u << TEND_TIMELINE_NEED_RESOLVED, N_("_Reopen"), "reopen", NULL },
  { TEND_TIMELINE_CONTACT | TEND_TIMELINE_PURCHASES | TEND_TIMELINE_SATISFACTION, N_("_Delete"), "delete", "Delete" },
};

static GMenuModel *
create_model (TendTimelineItem *item)
{
  TendEntity *entity = tend_timeline_item_get_entity (item);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.%s-%s", entries[i].verb, tend_entity_get_noun (entity)->name);
      g_autoptr (GMenuItem) entry = g_menu_item_new (_(entries[i].label), NULL);

      if ((entries[i].kinds & (1u << tend_timeline_item_get_kind (item))) == 0)
        continue;
      g_menu_item_set_action_and_target (entry, action, "x", tend_entity_get_id (entity));
      if (entries[i].key != NULL)
        tend_menu_item_set_key (entry, entries[i].key);
      g_menu_append_item (menu, entry);
    }

  return G_MENU_MODEL (menu);
}

static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_last_child (widget);

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_prev_sibling (child);

  return child;
}

static void
unparent_menu (GtkWidget *widget)
{
  GtkWidget *menu = find_menu (widget);

  if (menu != NULL)
    gtk_widget_unparent (menu);
}

static GtkWidget *
ensure_menu (GtkWidget *widget)
{
  GtkWidget *menu = find_menu (widget);

  if (menu != NULL)
    return menu;

  menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (menu, widget);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  g_signal_connect (widget, "destroy", G_CALLBACK (unparent_menu), NULL);

  return menu;
}

/* @x, @y: within @widget. */
static void
pop_up (GtkWidget       *widget,
        TendTimelineRow *row,
        double           x,
        double           y)
{
  g_autoptr (GMenuModel) model = create_model (tend_timeline_row_get_item (row));
  GtkWidget *menu;

  if (g_menu_model_get_n_items (model) == 0)
    return;

  menu = ensure_menu (widget);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  tend_context_menu_popup (GTK_POPOVER (menu));
}

/* A row is padded by the list's own, which counts as the row. */
static TendTimelineRow *
find_row (GtkWidget *root,
          double     x,
          double     y)
{
  GtkWidget *widget = gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    {
      if (TEND_IS_TIMELINE_ROW (widget))
        return TEND_TIMELINE_ROW (widget);
      if (TEND_IS_TIMELINE_ROW (gtk_widget_get_first_child (widget)) && !GTK_IS_LIST_VIEW (widget))
        return TEND_TIMELINE_ROW (gtk_widget_get_first_child (widget));
    }

  return NULL;
}

static void
pop_up_at (GtkWidget *widget,
           double     x,
           double     y)
{
  TendTimelineRow *row = find_row (widget, x, y);

  if (row != NULL)
    pop_up (widget, row, x, y);
}

static void
on_secondary (GtkWidget *widget,
              int        n_press,
              double     x,
              double     y)
{
  pop_up_at (widget, x, y);
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TendTimelineRow *row = tend_timeline_row_get_focused (widget);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up (widget, row, bounds.origin.x, bounds.origin.y + bounds.size.height);
  return GDK_EVENT_STOP;
}

void
tend_timeline_menu_install (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_key, NULL);
}

void
tend_timeline_menu_attach (GtkWidget *widget)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *lengthy = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (lengthy), TRUE);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (lengthy, "pressed", G_CALLBACK (pop_up_at), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (lengthy));
}
