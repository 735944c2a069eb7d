/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-page-private.h"

#include <glib/gi18n.h>

#include "today-row.h"

G_DEFINE_FINAL_TYPE (TendTodayPage, tend_today_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_PUT_OFF,
  PROP_SCOPE,
  N_PROPS
};

enum
{
  ACTIVATED,
  SELECTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
count_lines (TendTodayPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* What stands above the list. */

static void
show_day (TendTodayPage *self)
{
  g_autoptr (GTimeZone) zone = tend_clock_dup_zone (self->time);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (tend_clock_now (self->time) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);
  /* Translators: the day below the title of Today, "Tuesday, 24 November" */
  g_autofree char *day = g_date_time_format (now, C_("today", "%A, %-d %B"));

  adw_window_title_set_subtitle (self->heading, day);
}

static const char *
choose_page (TendTodayPage *self)
{
  if (count_lines (self) > 0)
    return "list";
  if (!tend_today_model_get_known (self->model))
    return tend_today_model_get_error (self->model) != NULL ? "error" : "waiting";
  if (tend_today_model_get_put_off (self->model))
    return "none-put-off";
  if (tend_today_model_count (self->model, -1) > 0)
    return "no-hat";

  return self->has_accounts ? "celebration" : "no-accounts";
}

static void
show_page (TendTodayPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
}

static void
on_any_account (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TendTodayPage) self = user_data;
  g_autoptr (GArray) ids = tend_book_list_finish (TEND_BOOK (source), result, NULL);

  if (ids == NULL || self->model == NULL)
    return;

  self->has_accounts = ids->len > 0;
  show_page (self);
}

/* A day without lines is celebrated, a book without accounts is not. */
static void
look_for_accounts (TendTodayPage *self)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  tend_query_set_range (query, 0, 1);
  tend_book_list_async (self->book, query, NULL, on_any_account, g_object_ref (self));
}

/* The selection. */

static gboolean
has_focus (TendTodayPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL || gtk_widget_has_focus (GTK_WIDGET (self->list));
}

static void
go_to_line (TendTodayPage *self,
            guint          position,
            gboolean       focus)
{
  if (position >= count_lines (self))
    return;

  self->place = position;
  gtk_list_view_scroll_to (self->list, position,
                           focus ? GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT : GTK_LIST_SCROLL_SELECT, NULL);
}

/* A day begins on its first line: whoever came here before there was one waits for it. */
static gboolean
wants_focus (TendTodayPage *self)
{
  return has_focus (self) || (!self->begun && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
}

/* The line that was selected may have been settled: then the one that took its place is. */
static void
keep_selection (TendTodayPage *self)
{
  guint n = count_lines (self);

  if (n == 0)
    return;
  if (tend_selection_get_n_selected (self->selection) > 0)
    tend_id_list_find (TEND_ID_LIST (self->model), tend_selection_get_selected_id (self->selection), &self->place);
  else
    go_to_line (self, MIN (self->place, n - 1), wants_focus (self));
  self->begun = TRUE;
}

TendId
tend_today_page_get_account (TendTodayPage *self)
{
  TendId id;
  g_autoptr (TendTodayLine) line = NULL;

  g_return_val_if_fail (TEND_IS_TODAY_PAGE (self), 0);

  id = tend_selection_get_selected_id (self->selection);
  if (id == 0 || !tend_id_list_find (TEND_ID_LIST (self->model), id, &self->place))
    return 0;

  line = g_list_model_get_item (G_LIST_MODEL (self->model), self->place);
  return tend_today_line_get_item (line)->account;
}

TendTodayModel *
tend_today_page_get_model (TendTodayPage *self)
{
  return self->model;
}

static void
on_selected (TendTodayPage *self)
{
  TendId account = tend_today_page_get_account (self);

  if (account != 0)
    g_signal_emit (self, signals[SELECTED], 0, account);
}

static void
on_loaded (TendTodayPage *self)
{
  show_day (self);
  tend_today_page_show_edges (self);
  show_page (self);
  keep_selection (self);
  if (count_lines (self) == 0 && !self->has_accounts)
    look_for_accounts (self);
}

static void
on_activate (TendTodayPage *self,
             guint          position)
{
  g_autoptr (TendTodayLine) line = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (line != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, tend_today_line_get_item (line)->account);
}

/* What is shown. */

static void
apply_scope (TendTodayPage *self)
{
  gboolean own = self->user != 0 && g_strcmp0 (self->scope, "all") != 0;

  tend_today_model_set_scope (self->model, own ? self->user : 0, own && g_strcmp0 (self->scope, "team") == 0);
}

static void
on_show_all (TendTodayPage *self)
{
  tend_today_hats_show_all (self->hats);
}

static void
on_retry (TendTodayPage *self)
{
  tend_today_model_refresh (self->model);
}

static void
set_put_off (TendTodayPage *self,
             gboolean       put_off)
{
  if (tend_today_model_get_put_off (self->model) == put_off)
    return;

  self->place = 0;
  tend_today_model_set_put_off (self->model, put_off);
  adw_banner_set_revealed (self->banner, put_off);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUT_OFF]);
}

static void
on_banner (TendTodayPage *self)
{
  set_put_off (self, FALSE);
}

/* Keys. */

static TendTodayRow *
find_focused (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL)
    return NULL;
  if (gtk_widget_get_ancestor (focus, TEND_TYPE_TODAY_ROW) != NULL)
    return TEND_TODAY_ROW (gtk_widget_get_ancestor (focus, TEND_TYPE_TODAY_ROW));

  return TEND_IS_TODAY_ROW (gtk_widget_get_first_child (focus)) ? TEND_TODAY_ROW (gtk_widget_get_first_child (focus)) : NULL;
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TendTodayRow *row = find_focused (widget);

  if (row == NULL || tend_today_row_get_line (row) == NULL)
    return FALSE;

  switch (g_variant_get_byte (args))
    {
    case 'd':
      tend_today_row_act (row);
      break;
    case 's':
      tend_today_row_snooze (row);
      break;
    default:
      tend_today_row_log (row);
      break;
    }

  return TRUE;
}

static gboolean
on_step (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);
  gboolean down = g_variant_get_byte (args) == 'j';

  if (count_lines (self) == 0)
    return FALSE;

  if (!has_focus (self))
    go_to_line (self, self->place, TRUE);
  else if (down && self->place + 1 < count_lines (self))
    go_to_line (self, self->place + 1, TRUE);
  else if (!down && self->place > 0)
    go_to_line (self, self->place - 1, TRUE);

  return TRUE;
}

/* Life. */

static gboolean
on_minute (gpointer data)
{
  tend_today_page_refresh_rows (data);

  return G_SOURCE_CONTINUE;
}

static void
tend_today_page_map (GtkWidget *widget)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (tend_today_page_parent_class)->map (widget);
  tend_today_model_set_resting (self->model, FALSE);
  on_minute (self);
  self->minute = g_timeout_add_seconds (60, on_minute, self);
}

static void
tend_today_page_unmap (GtkWidget *widget)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);

  g_clear_handle_id (&self->minute, g_source_remove);
  tend_today_model_set_resting (self->model, TRUE);
  GTK_WIDGET_CLASS (tend_today_page_parent_class)->unmap (widget);
}

static gboolean
tend_today_page_grab_focus (GtkWidget *widget)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);

  if (count_lines (self) == 0)
    return GTK_WIDGET_CLASS (tend_today_page_parent_class)->grab_focus (widget);

  /* Scrolling there gives the keyboard to nothing where the list has come just now. */
  go_to_line (self, self->place, TRUE);
  return has_focus (self) || gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
tend_today_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TendTodayPage *self = TEND_TODAY_PAGE (object);

  switch (prop_id)
    {
    case PROP_PUT_OFF:
      g_value_set_boolean (value, self->model != NULL && tend_today_model_get_put_off (self->model));
      break;
    case PROP_SCOPE:
      g_value_set_string (value, self->user != 0 ? self->scope : "all");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_today_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TendTodayPage *self = TEND_TODAY_PAGE (object);

  switch (prop_id)
    {
    case PROP_PUT_OFF:
      set_put_off (self, g_value_get_boolean (value));
      break;
    case PROP_SCOPE:
      if (g_set_str (&self->scope, g_value_get_string (value)))
        {
          self->place = 0;
          apply_scope (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_today_page_dispose (GObject *object)
{
  TendTodayPage *self = TEND_TODAY_PAGE (object);

  g_clear_handle_id (&self->minute, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_TODAY_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->time);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_today_page_parent_class)->dispose (object);
}

static void
tend_today_page_finalize (GObject *object)
{
  TendTodayPage *self = TEND_TODAY_PAGE (object);

  g_hash_table_unref (self->rows);
  g_free (self->scope);
  G_OBJECT_CLASS (tend_today_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/tendapp/Tend/today/today-page.ui");
  gtk_widget_class_bind_template_child (klass, TendTodayPage, heading);
  gtk_widget_class_bind_template_child (klass, TendTodayPage, banner);
  gtk_widget_class_bind_template_child (klass, TendTodayPage, hats);
  gtk_widget_class_bind_template_child (klass, TendTodayPage, stack);
  gtk_widget_class_bind_template_child (klass, TendTodayPage, list);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_banner);
  gtk_widget_class_bind_template_callback (klass, on_retry);
  gtk_widget_class_bind_template_callback (klass, on_show_all);
}

/* Keys of the list, which a text field needs for itself: never accelerators of the application. */
static void
bind_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_d, 0, on_key, "y", 'd');
  gtk_widget_class_add_binding (klass, GDK_KEY_s, 0, on_key, "y", 's');
  gtk_widget_class_add_binding (klass, GDK_KEY_l, 0, on_key, "y", 'l');
  gtk_widget_class_add_binding (klass, GDK_KEY_j, 0, on_step, "y", 'j');
  gtk_widget_class_add_binding (klass, GDK_KEY_k, 0, on_step, "y", 'k');
}

static void
tend_today_page_class_init (TendTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tend_today_page_get_property;
  object_class->set_property = tend_today_page_set_property;
  object_class->dispose = tend_today_page_dispose;
  object_class->finalize = tend_today_page_finalize;
  widget_class->map = tend_today_page_map;
  widget_class->unmap = tend_today_page_unmap;
  widget_class->grab_focus = tend_today_page_grab_focus;

  properties[PROP_PUT_OFF] = g_param_spec_boolean ("put-off", NULL, NULL, FALSE, flags);
  properties[PROP_SCOPE] = g_param_spec_string ("scope", NULL, NULL, "mine", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  bind_template (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_install_property_action (widget_class, "today.scope", "scope");
  gtk_widget_class_install_property_action (widget_class, "today.put-off", "put-off");
}

static void
tend_today_page_init (TendTodayPage *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->scope = g_strdup ("mine");
  g_type_ensure (TEND_TYPE_TODAY_HATS);
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_today_page_init_rows (self);
}

TendTodayPage *
tend_today_page_new (TendBook  *book,
                     TendClock *clock)
{
  TendTodayPage *self = g_object_new (TEND_TYPE_TODAY_PAGE, NULL);

  self->book = g_object_ref (book);
  self->time = g_object_ref (clock);
  self->user = tend_book_get_user (book);
  self->model = tend_today_model_new (book, clock);
  apply_scope (self);
  tend_today_hats_set_model (self->hats, self->model);
  self->selection = tend_selection_new (TEND_ID_LIST (self->model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  show_day (self);

  return self;
}

void
tend_today_page_set_user (TendTodayPage *self,
                          TendId         manager)
{
  g_return_if_fail (TEND_IS_TODAY_PAGE (self));

  if (self->user == manager)
    return;

  self->user = manager;
  apply_scope (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}
