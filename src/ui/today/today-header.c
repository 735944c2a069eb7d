/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-header.h"

#include "ui/text/words.h"
#include "ui/widgets/avatar-image.h"
#include "ui/widgets/health-badge.h"

#define AVATAR_SIZE 32
#define MAX_NAME    300

struct _TendTodayHeader
{
  GtkBox       parent_instance;

  GtkWidget   *avatar;
  GtkWidget   *name;
  GtkWidget   *tier;
  GtkWidget   *health;

  TendAccount *account;
};

G_DEFINE_FINAL_TYPE (TendTodayHeader, tend_today_header, GTK_TYPE_BOX)

static void
show (TendTodayHeader *self)
{
  const TendAccountRecord *record = tend_account_get (self->account);
  gboolean known = tend_entity_get_loaded (TEND_ENTITY (self->account));
  g_autofree char *name = tend_words_one_line (record->name, MAX_NAME);

  tend_avatar_image_set_name (TEND_AVATAR_IMAGE (self->avatar), record->name);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->tier), tend_words_tier (record->tier));
  gtk_widget_set_tooltip_text (self->tier, tend_words_tier_long (record->tier));
  gtk_widget_set_visible (self->tier, known);
  gtk_widget_set_visible (self->health, known);
  tend_health_badge_show (GTK_LABEL (self->health), record);
}

static void
tend_today_header_dispose (GObject *object)
{
  g_clear_object (&TEND_TODAY_HEADER (object)->account);
  G_OBJECT_CLASS (tend_today_header_parent_class)->dispose (object);
}

static void
tend_today_header_class_init (TendTodayHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_today_header_dispose;
}

static void
tend_today_header_init (TendTodayHeader *self)
{
  GtkBox *box = GTK_BOX (self);

  self->avatar = tend_avatar_image_new (AVATAR_SIZE);
  self->name = gtk_label_new (NULL);
  self->tier = gtk_label_new (NULL);
  self->health = gtk_label_new (NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "today-account");
  gtk_box_set_spacing (box, 10);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_widget_add_css_class (self->tier, "badge");
  gtk_widget_set_valign (self->tier, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->health, GTK_ALIGN_CENTER);
  gtk_box_append (box, self->avatar);
  gtk_box_append (box, self->name);
  gtk_box_append (box, self->tier);
  gtk_box_append (box, self->health);
}

GtkWidget *
tend_today_header_new (void)
{
  return g_object_new (TEND_TYPE_TODAY_HEADER, NULL);
}

void
tend_today_header_set_account (TendTodayHeader *self,
                               TendAccount     *account)
{
  g_return_if_fail (TEND_IS_TODAY_HEADER (self));

  if (self->account == account)
    return;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, show, self);
  g_set_object (&self->account, account);
  if (account == NULL)
    return;

  g_signal_connect_object (account, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
