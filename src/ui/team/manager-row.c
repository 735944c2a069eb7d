/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "manager-row.h"

#include <glib/gi18n.h>

#include "core/entities/manager.h"
#include "core/rules/handover.h"
#include "ui/text/words.h"
#include "ui/widgets/account-ids.h"
#include "ui/widgets/avatar-image.h"
#include "ui/widgets/line.h"

#define AVATAR_SIZE 26

struct _TendManagerRow
{
  GtkWidget parent_instance;

  /* Children; put together by hand, because a sidebar of a large firm makes two hundred of them at once */
  GtkTreeExpander *expander;
  TendAvatarImage *avatar;
  TendLine *name;
  TendLine *role;
  GtkLabel *count;

  /* Owned References */
  TendManagerNode *node;
  TendManager *manager;

  /* Borrowed References */
  GtkDropTarget *target;
};

enum
{
  DROPPED,
  REFUSED,
  CHOSEN,
  MENU,
  DESCRIBED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendManagerRow, tend_manager_row, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static const TendAccountIds *
get_hovering (TendManagerRow *self)
{
  const GValue *value = gtk_drop_target_get_value (self->target);

  return value != NULL && G_VALUE_HOLDS (value, TEND_TYPE_ACCOUNT_IDS) ? g_value_get_boxed (value) : NULL;
}

static TendReason
refusal (TendManagerRow       *self,
         const TendAccountIds *accounts)
{
  const TendManagerRecord *record = tend_manager_get (self->manager);
  TendHandoverTarget target = { record->base.id, TRUE, record->active, record->role };

  if (accounts != NULL && accounts->owner != 0)
    return tend_handover_refuse (&target, accounts->owner);

  return tend_handover_refuse_target (&target);
}

static char *
hover_text (TendManagerRow       *self,
            const TendAccountIds *accounts)
{
  TendReason reason = refusal (self, accounts);

  if (reason == TEND_REASON_PRESENT_OWNER)
    return g_strdup (accounts->n_ids == 1 ? _("Has it already") : _("Has them already"));
  if (reason == TEND_REASON_INACTIVE)
    return g_strdup (_("No longer active"));
  if (reason != TEND_REASON_NONE)
    return g_strdup (_("Cannot take it"));

  return g_strdup_printf (ngettext ("Takes %'u account", "Takes %'u accounts", accounts->n_ids), accounts->n_ids);
}

static void
set_role_text (TendManagerRow *self)
{
  const TendManagerRecord *record = tend_manager_get (self->manager);
  g_autofree char *title = tend_words_one_line (record->title, 80);

  if (!record->active)
    tend_line_set_text (self->role, _("No longer active"));
  else
    tend_line_set_text (self->role, title[0] != '\0' ? title : tend_words_role (record->role));
}

static void
set_count_text (TendManagerRow       *self,
                const TendAccountIds *accounts)
{
  guint n = tend_manager_node_get_accounts (self->node);
  g_autofree char *text = NULL;

  if (accounts != NULL)
    text = g_strdup_printf ("%'u → %'u", n, n + accounts->n_ids);
  else if (n > 0)
    text = g_strdup_printf ("%'u", n);
  gtk_label_set_text (self->count, text != NULL ? text : "");
}

static void
set_class (TendManagerRow *self,
           const char     *css_class,
           gboolean        has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* What the row says while something hovers, and what it says else. */
static void
update_hover (TendManagerRow *self)
{
  const TendAccountIds *accounts = get_hovering (self);
  gboolean hovers = self->manager != NULL && accounts != NULL;
  gboolean refused = hovers && refusal (self, accounts) != TEND_REASON_NONE;

  set_class (self, "takes", hovers && !refused);
  set_class (self, "refuses", refused);
  if (self->manager == NULL)
    return;

  set_count_text (self, hovers && !refused ? accounts : NULL);
  if (hovers)
    {
      g_autofree char *text = hover_text (self, accounts);

      tend_line_set_text (self->role, text);
    }
  else
    {
      set_role_text (self);
    }
}

static void
update (TendManagerRow *self)
{
  const TendManagerRecord *record = tend_manager_get (self->manager);
  g_autofree char *name = tend_words_one_line (record->name, 120);

  tend_line_set_text (self->name, name);
  tend_avatar_image_set_name (self->avatar, name);
  gtk_tree_expander_set_hide_expander (self->expander, tend_manager_node_get_leaf (self->node));
  set_class (self, "inactive", !record->active);
  set_class (self, "leaf", tend_manager_node_get_leaf (self->node));
  update_hover (self);
  g_signal_emit (self, signals[DESCRIBED], 0);
}

static GdkDragAction
on_motion (GtkDropTarget  *target,
           double          x,
           double          y,
           TendManagerRow *self)
{
  if (self->manager == NULL)
    return 0;

  return refusal (self, get_hovering (self)) == TEND_REASON_NONE ? GDK_ACTION_MOVE : 0;
}

static gboolean
on_drop (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         TendManagerRow *self)
{
  TendAccountIds *accounts = g_value_get_boxed (value);
  TendReason reason;

  if (self->manager == NULL || accounts == NULL)
    return FALSE;

  reason = refusal (self, accounts);
  if (reason != TEND_REASON_NONE)
    {
      g_signal_emit (self, signals[REFUSED], 0, (int) reason);
      return FALSE;
    }

  g_signal_emit (self, signals[DROPPED], 0, accounts);
  return TRUE;
}

static void
on_released (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             TendManagerRow  *self)
{
  if (n_press == 1 && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_pressed_secondary (GtkGestureClick *click,
                      int              n_press,
                      double           x,
                      double           y,
                      TendManagerRow  *self)
{
  if (self->manager != NULL)
    g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
tend_manager_row_dispose (GObject *object)
{
  TendManagerRow *self = TEND_MANAGER_ROW (object);

  if (self->expander != NULL)
    {
      tend_manager_row_set_row (self, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->expander));
      self->expander = NULL;
    }
  G_OBJECT_CLASS (tend_manager_row_parent_class)->dispose (object);
}

static guint
new_signal (GType klass,
            const char *name)
{
  return g_signal_new (name, klass, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_manager_row_class_init (TendManagerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_manager_row_dispose;
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TEND_TYPE_ACCOUNT_IDS);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[CHOSEN] = new_signal (type, "chosen");
  signals[DESCRIBED] = new_signal (type, "described");

  gtk_widget_class_set_css_name (widget_class, "manager-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Name and count above the role. */
static GtkWidget *
create_texts (TendManagerRow *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *name = tend_line_new (0);
  GtkWidget *role = tend_line_new (0);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_valign (count, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_add_css_class (role, "role");
  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), name, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), count, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), role, 0, 1, 2, 1);
  self->name = TEND_LINE (name);
  self->role = TEND_LINE (role);
  self->count = GTK_LABEL (count);

  return grid;
}

static void
add_children (TendManagerRow *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *avatar = tend_avatar_image_new (AVATAR_SIZE);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), avatar);
  gtk_box_append (GTK_BOX (content), create_texts (self));
  gtk_tree_expander_set_hide_expander (GTK_TREE_EXPANDER (expander), TRUE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), content);
  gtk_widget_set_parent (expander, GTK_WIDGET (self));
  self->expander = GTK_TREE_EXPANDER (expander);
  self->avatar = TEND_AVATAR_IMAGE (avatar);
}

static void
add_clicks (TendManagerRow *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect (primary, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_pressed_secondary), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
tend_manager_row_init (TendManagerRow *self)
{
  add_children (self);
  self->target = gtk_drop_target_new (TEND_TYPE_ACCOUNT_IDS, GDK_ACTION_MOVE);
  gtk_drop_target_set_preload (self->target, TRUE);
  g_signal_connect (self->target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (self->target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (self->target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect_object (self->target, "notify::value", G_CALLBACK (update_hover), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->target));
  add_clicks (self);
}

GtkWidget *
tend_manager_row_new (void)
{
  return g_object_new (TEND_TYPE_MANAGER_ROW, NULL);
}

static void
watch (TendManagerRow *self,
       gpointer        object,
       const char     *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
tend_manager_row_set_row (TendManagerRow *self,
                          GtkTreeListRow *row)
{
  if (self->node != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->node, update, self);
      g_signal_handlers_disconnect_by_func (self->manager, update, self);
      g_clear_object (&self->node);
      g_clear_object (&self->manager);
    }

  gtk_tree_expander_set_list_row (self->expander, row);
  if (row == NULL)
    return;

  self->node = gtk_tree_list_row_get_item (row);
  self->manager = g_object_ref (tend_manager_node_get_manager (self->node));
  watch (self, self->node, "notify");
  watch (self, self->manager, "changed");
  update (self);
}

TendManager *
tend_manager_row_get_manager (TendManagerRow *self)
{
  return self->manager;
}

char *
tend_manager_row_dup_description (TendManagerRow *self)
{
  const TendManagerRecord *record = tend_manager_get (self->manager);
  guint n = tend_manager_node_get_accounts (self->node);
  g_autofree char *name = tend_words_one_line (record->name, 120);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u account", "%'u accounts", n), n);

  return g_strdup_printf ("%s, %s, %s", name, record->active ? tend_words_role (record->role) : _("No longer active"), count);
}
