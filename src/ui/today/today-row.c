/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-row.h"

#include <glib/gi18n.h>

#include "core/rules/cadence.h"
#include "ui/text/today.h"
#include "ui/text/words.h"
#include "ui/widgets/context-menu.h"
#include "ui/widgets/snooze-popover.h"

struct _TendTodayRow
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *hat;
  GtkLabel      *why;
  GtkWidget     *buttons;
  GtkWidget     *action_button;
  GtkWidget     *snooze_button;
  GtkWidget     *log_button;

  GtkWidget     *popover;   /* made when first asked for */

  /* Owned References */
  TendBook      *book;
  TendTodayModel *model;
  TendTodayLine *line;
};

G_DEFINE_FINAL_TYPE (TendTodayRow, tend_today_row, GTK_TYPE_BOX)

enum
{
  DESCRIBED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TendRecord *
get_record (gpointer entity)
{
  return entity != NULL && tend_entity_get_loaded (entity) && !tend_entity_get_deleted (entity) ? tend_entity_get_record (entity)
                                                                                                : NULL;
}

static const char *
get_name (TendEntity *related)
{
  const TendRecord *record = get_record (related);

  if (record == NULL)
    return NULL;

  return TEND_IS_PRODUCT (related) ? ((const TendProductRecord *) record)->name : ((const TendLiaisonRecord *) record)->name;
}

/* Who puts reasons off by their kind; a follow-up is snoozed itself. */
static int
get_kind (TendTodayRow *self)
{
  return tend_alert_kind_of_urgency (tend_today_line_get_item (self->line)->reason);
}

/* Whether it stands among what is put off. */
static gboolean
is_put_off (const TendTodayFacts *facts)
{
  g_autofree char *today = NULL;
  const TendFollowUpRecord *follow_up = (const TendFollowUpRecord *) facts->entity;

  if (facts->alert != NULL)
    {
      today = tend_day_dup_text (tend_day_of_instant (facts->now, facts->zone));
      return g_strcmp0 (facts->alert->until, today) > 0;
    }

  return follow_up != NULL && follow_up->base.noun == &tend_follow_up_noun && follow_up->state == TEND_FOLLOW_UP_SNOOZED &&
         follow_up->snoozed_until > facts->now;
}

static void
set_class (gpointer    widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_texts (TendTodayRow         *self,
            const TendTodayFacts *facts)
{
  g_autofree char *title = tend_today_title (facts);
  g_autofree char *why = tend_today_why (facts);
  g_autofree char *put_off = tend_today_put_off (facts);
  gboolean away = is_put_off (facts);
  const char *hat = tend_words_hat (facts->item->hat);
  g_autofree char *said = g_strdup_printf ("%s, %s, %s, %s", facts->account->name != NULL ? facts->account->name : "", title,
                                           away ? put_off : why, hat);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->hat, hat);
  gtk_label_set_label (self->why, away ? put_off : why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->why), away ? why : put_off);
  set_class (self->icon, "error", !away && facts->item->reason <= TEND_URGENCY_RENEWAL_AT_RISK);
  set_class (self->icon, "dimmed", facts->item->reason > TEND_URGENCY_RENEWAL_AT_RISK);
  gtk_button_set_icon_name (GTK_BUTTON (self->action_button),
                            away ? "edit-undo-symbolic" : tend_today_action_icon (facts->item->reason));
  gtk_widget_set_tooltip_text (self->action_button, away ? _("Bring Back") : tend_today_action (facts->item->reason));
  g_signal_emit (self, signals[DESCRIBED], 0, said);
}

static void
fill_facts (TendTodayRow   *self,
            TendTodayFacts *facts)
{
  *facts = (TendTodayFacts) {
    .item = tend_today_line_get_item (self->line),
    .account = tend_account_get (tend_today_line_get_account (self->line)),
    .entity = get_record (tend_today_line_get_entity (self->line)),
    .related = get_name (tend_today_line_get_related (self->line)),
    .alert = (const TendAlertRecord *) get_record (tend_today_line_get_alert (self->line)),
    .currency = tend_today_model_get_currency (self->model),
    .now = g_get_real_time (),
  };
  facts->rhythm = tend_cadence_days (tend_today_model_get_rules (self->model), facts->account->tier, (int) facts->account->cadence_days);
}

void
tend_today_row_refresh (TendTodayRow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendTodayFacts facts;

  g_return_if_fail (TEND_IS_TODAY_ROW (self));

  if (self->line == NULL)
    return;

  fill_facts (self, &facts);
  facts.zone = zone;
  gtk_image_set_from_icon_name (self->icon, tend_today_icon (facts.item->reason));
  show_texts (self, &facts);
}

static void
on_action (TendTodayRow *self)
{
  tend_today_row_act (self);
}

static void
on_snooze (TendTodayRow *self)
{
  tend_today_row_snooze (self);
}

static void
on_log (TendTodayRow *self)
{
  tend_today_row_log (self);
}

static void
tend_today_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TendTodayRow *self = TEND_TODAY_ROW (widget);

  GTK_WIDGET_CLASS (tend_today_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
tend_today_row_dispose (GObject *object)
{
  TendTodayRow *self = TEND_TODAY_ROW (object);

  tend_today_row_set_line (self, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_TODAY_ROW);

  G_OBJECT_CLASS (tend_today_row_parent_class)->dispose (object);
}

static void
tend_today_row_class_init (TendTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_today_row_dispose;
  widget_class->size_allocate = tend_today_row_size_allocate;

  signals[DESCRIBED] = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/today/today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, title);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, hat);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, why);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, action_button);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, snooze_button);
  gtk_widget_class_bind_template_child (widget_class, TendTodayRow, log_button);
  gtk_widget_class_bind_template_callback (widget_class, on_action);
  gtk_widget_class_bind_template_callback (widget_class, on_snooze);
  gtk_widget_class_bind_template_callback (widget_class, on_log);
}

static void
tend_today_row_init (TendTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_today_row_new (TendBook       *book,
                    TendTodayModel *model)
{
  TendTodayRow *self = g_object_new (TEND_TYPE_TODAY_ROW, NULL);

  self->book = g_object_ref (book);
  self->model = g_object_ref (model);
  gtk_widget_set_sensitive (self->action_button, !tend_book_get_read_only (book));
  gtk_widget_set_sensitive (self->snooze_button, !tend_book_get_read_only (book));
  gtk_widget_set_sensitive (self->log_button, !tend_book_get_read_only (book));

  return GTK_WIDGET (self);
}

void
tend_today_row_set_line (TendTodayRow  *self,
                         TendTodayLine *line)
{
  g_return_if_fail (TEND_IS_TODAY_ROW (self));

  if (self->line == line)
    return;

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, tend_today_row_refresh, self);
  g_set_object (&self->line, line);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (line == NULL)
    return;

  g_signal_connect_object (line, "changed", G_CALLBACK (tend_today_row_refresh), self, G_CONNECT_SWAPPED);
  tend_today_row_refresh (self);
}

TendTodayLine *
tend_today_row_get_line (TendTodayRow *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_ROW (self), NULL);

  return self->line;
}

static void
act_on (TendTodayRow *self)
{
  const TendUrgencyItem *item = tend_today_line_get_item (self->line);
  const TendPurchaseRecord *purchase = NULL;

  switch ((TendUrgency) item->reason)
    {
    case TEND_URGENCY_PROMISE_OVERDUE:
    case TEND_URGENCY_FOLLOW_UP:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.done-follow-up", "x", item->item);
      break;
    case TEND_URGENCY_NEED_URGENT:
    case TEND_URGENCY_NEED:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.resolve-need", "x", item->item);
      break;
    case TEND_URGENCY_RENEWAL_AT_RISK:
    case TEND_URGENCY_RENEWAL:
      purchase = (const TendPurchaseRecord *) get_record (tend_today_line_get_entity (self->line));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.new-opportunity", "(xxx)", item->account,
                                  purchase != NULL ? purchase->product : (TendId) 0, item->item);
      break;
    case TEND_URGENCY_QUIET_RED:
    case TEND_URGENCY_INVOICE:
    case TEND_URGENCY_BAND_FELL:
    case TEND_URGENCY_QUIET_AMBER:
    case TEND_URGENCY_NEXT_STEP:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.plan-follow-up", "(xxi)", item->account,
                                  item->reason == TEND_URGENCY_NEXT_STEP ? item->item : (TendId) 0, (int) item->hat);
      break;
    case TEND_N_URGENCIES:
    case TEND_URGENCY_NONE:
    default:
      break;
    }
}

void
tend_today_row_act (TendTodayRow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendTodayFacts facts;

  g_return_if_fail (TEND_IS_TODAY_ROW (self));

  if (self->line == NULL)
    return;

  fill_facts (self, &facts);
  facts.zone = zone;
  if (!is_put_off (&facts))
    act_on (self);
  else if (facts.alert != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.bring-back", "x", facts.alert->base.id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.wake-follow-up", "x", facts.item->item);
}

void
tend_today_row_snooze (TendTodayRow *self)
{
  const TendUrgencyItem *item;

  g_return_if_fail (TEND_IS_TODAY_ROW (self));

  if (self->line == NULL || tend_book_get_read_only (self->book))
    return;

  if (self->popover == NULL)
    {
      self->popover = tend_snooze_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  item = tend_today_line_get_item (self->line);
  if (get_kind (self) < 0)
    tend_snooze_popover_set_follow_up (TEND_SNOOZE_POPOVER (self->popover), item->item);
  else
    tend_snooze_popover_set_reason (TEND_SNOOZE_POPOVER (self->popover), item->account, get_kind (self), item->item);
  {
    graphene_rect_t bounds;

    if (gtk_widget_compute_bounds (self->snooze_button, GTK_WIDGET (self), &bounds))
      gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                   &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                     (int) bounds.size.width, (int) bounds.size.height });
  }
  tend_context_menu_popup (GTK_POPOVER (self->popover));
}

void
tend_today_row_log (TendTodayRow *self)
{
  g_return_if_fail (TEND_IS_TODAY_ROW (self));

  if (self->line != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.log-contact", "x", tend_today_line_get_item (self->line)->account);
}
