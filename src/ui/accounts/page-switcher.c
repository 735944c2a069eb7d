/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-switcher.h"

#include <glib/gi18n.h>

struct _TendPageSwitcher
{
  GtkWidget parent_instance;

  /* Borrowed References */
  GtkWidget    *row;
  GtkWidget    *dropdown;

  /* Owned References */
  AdwViewStack *stack;

  gboolean      folded;
  gboolean      following;   /* the dropdown is being set to what the stack shows */
};

G_DEFINE_FINAL_TYPE (TendPageSwitcher, tend_page_switcher, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_selected (TendPageSwitcher *self)
{
  g_autoptr (AdwViewStackPage) page = NULL;

  if (self->following || self->stack == NULL)
    return;

  page = g_object_ref (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->dropdown)));
  adw_view_stack_set_visible_child (self->stack, adw_view_stack_page_get_child (page));
}

static void
follow (TendPageSwitcher *self)
{
  GListModel *pages = gtk_drop_down_get_model (GTK_DROP_DOWN (self->dropdown));
  guint n = pages != NULL ? g_list_model_get_n_items (pages) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      if (adw_view_stack_page_get_child (page) != adw_view_stack_get_visible_child (self->stack))
        continue;
      self->following = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), i);
      self->following = FALSE;
    }
}

static void
tend_page_switcher_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TendPageSwitcher *self = TEND_PAGE_SWITCHER (widget);
  int row_minimum, row_natural;

  gtk_widget_measure (self->dropdown, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->row, orientation, -1, &row_minimum, &row_natural, NULL, NULL);
  *natural = MAX (*natural, row_natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (*minimum, row_minimum);
}

static void
tend_page_switcher_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TendPageSwitcher *self = TEND_PAGE_SWITCHER (widget);
  GtkWidget *shown;
  int natural;

  gtk_widget_measure (self->row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  self->folded = natural > width;
  shown = self->folded ? self->dropdown : self->row;
  gtk_widget_set_child_visible (self->row, !self->folded);
  gtk_widget_set_child_visible (self->dropdown, self->folded);
  gtk_widget_size_allocate (shown, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tend_page_switcher_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STACK:
      g_value_set_object (value, TEND_PAGE_SWITCHER (object)->stack);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_page_switcher_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_STACK:
      tend_page_switcher_set_stack (TEND_PAGE_SWITCHER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_page_switcher_dispose (GObject *object)
{
  TendPageSwitcher *self = TEND_PAGE_SWITCHER (object);

  if (self->row != NULL)
    tend_page_switcher_set_stack (self, NULL);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->dropdown, gtk_widget_unparent);

  G_OBJECT_CLASS (tend_page_switcher_parent_class)->dispose (object);
}

static void
tend_page_switcher_class_init (TendPageSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_page_switcher_get_property;
  object_class->set_property = tend_page_switcher_set_property;
  object_class->dispose = tend_page_switcher_dispose;
  widget_class->measure = tend_page_switcher_measure;
  widget_class->size_allocate = tend_page_switcher_size_allocate;

  properties[PROP_STACK] =
    g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_page_switcher_init (TendPageSwitcher *self)
{
  GtkExpression *name = gtk_property_expression_new (ADW_TYPE_VIEW_STACK_PAGE, NULL, "title");

  self->row = GTK_WIDGET (adw_inline_view_switcher_new ());
  adw_inline_view_switcher_set_can_shrink (ADW_INLINE_VIEW_SWITCHER (self->row), FALSE);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));

  self->dropdown = gtk_drop_down_new (NULL, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page"), -1);
  gtk_widget_set_parent (self->dropdown, GTK_WIDGET (self));
  g_signal_connect_object (self->dropdown, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

void
tend_page_switcher_set_stack (TendPageSwitcher *self,
                              AdwViewStack     *stack)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  g_return_if_fail (TEND_IS_PAGE_SWITCHER (self));

  if (self->stack == stack)
    return;

  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_func (self->stack, follow, self);
  g_set_object (&self->stack, stack);
  pages = stack != NULL ? adw_view_stack_get_pages (stack) : NULL;
  adw_inline_view_switcher_set_stack (ADW_INLINE_VIEW_SWITCHER (self->row), stack);
  self->following = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->dropdown), G_LIST_MODEL (pages));
  self->following = FALSE;
  if (stack != NULL)
    {
      g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
      follow (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACK]);
}

gboolean
tend_page_switcher_get_folded (TendPageSwitcher *self)
{
  g_return_val_if_fail (TEND_IS_PAGE_SWITCHER (self), FALSE);

  return self->folded;
}
