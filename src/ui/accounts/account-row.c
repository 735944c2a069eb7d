/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-row.h"

#include <glib/gi18n.h>

#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/words.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/line.h"
#include "ui/widgets/row-part.h"

#define AVATAR_SIZE 36
#define GAP 10
/* Room around the number in its badge, and the least width, so that badges of two digits stand in one column. */
#define BADGE_PADDING 12
#define BADGE_WIDTH 32
/* What is beyond this of a name or a place could not be seen on any screen. */
#define MAX_CHARS 300

struct _TendAccountRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *name;
  GtkWidget *place;
  GtkWidget *next;
  GtkWidget *health;

  /* Owned References */
  TendAccount *account;
  TendManager *owner;
  TendBook *book;

  TendAccountRowFact fact;
  gboolean owners;  /* are shown */

  TendAvatar avatar;
};

enum
{
  DESCRIBED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendAccountRow, tend_account_row, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static gboolean
is_looked_after (const TendAccountRecord *record)
{
  return record->status != TEND_STATUS_FORMER && record->status != TEND_STATUS_PAUSED;
}

static char *
follow_up_text (const TendAccountRecord *record,
                gboolean                *late)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendInstant next = record->next_follow_up;

  *late = FALSE;
  if (next != 0)
    return tend_moment_next_step (next, g_get_real_time (), zone, late);

  return g_strdup (is_looked_after (record) ? _("No next step") : "");
}

static char *
contact_text (const TendAccountRecord *record,
              gboolean                *late)
{
  TendInstant now = g_get_real_time ();
  gint64 days = (now - record->last_contact) / G_TIME_SPAN_DAY;

  *late = record->quiet_from != 0 && record->quiet_from <= now;
  if (record->last_contact == 0)
    return g_strdup (_("Never spoken"));
  if (days == 0)
    return g_strdup (_("Spoken today"));
  return g_strdup_printf (ngettext ("%'u day ago", "%'u days ago", (gulong) days), (guint) days);
}

/* What stands at the end of the row: what the list is sorted by where that is a fact of its own, else the next step. */
static char *
next_text (TendAccountRow          *self,
           const TendAccountRecord *record,
           gboolean                *late)
{
  const char *currency = self->fact != TEND_ACCOUNT_ROW_NEXT ? tend_book_get_currency (self->book, record) : NULL;

  *late = FALSE;
  switch (self->fact)
    {
    case TEND_ACCOUNT_ROW_CONTACT:
      return contact_text (record, late);
    case TEND_ACCOUNT_ROW_VALUE:
      return tend_money_text (record->yearly_value, currency);
    case TEND_ACCOUNT_ROW_BALANCE:
      *late = record->overdue > 0;
      return tend_money_text (record->balance, currency);
    case TEND_ACCOUNT_ROW_RENEWAL:
      return record->next_renewal != NULL ? tend_moment_date (record->next_renewal) : g_strdup (_("No renewal"));
    case TEND_ACCOUNT_ROW_NEXT:
    default:
      return follow_up_text (record, late);
    }
}

static char *
place_text (TendAccountRow          *self,
            const TendAccountRecord *record)
{
  GString *text = g_string_new (record->city);

  if (record->status != TEND_STATUS_ACTIVE)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", tend_words_account_status (record->status));
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", tend_words_tier (record->tier));
  if (self->owner != NULL && tend_manager_get (self->owner)->name != NULL)
    g_string_append_printf (text, " · %s", tend_manager_get (self->owner)->name);

  return g_string_free_and_steal (text);
}

static void
set_text (GtkWidget  *line,
          const char *text)
{
  g_autofree char *shown = tend_words_one_line (text, MAX_CHARS);

  tend_line_set_text (TEND_LINE (line), shown);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
update_next (TendAccountRow          *self,
             const TendAccountRecord *record)
{
  gboolean late;
  g_autofree char *text = next_text (self, record, &late);

  if (!tend_line_set_text (TEND_LINE (self->next), text))
    return;

  set_class (self->next, "late", late);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The number says what the colour says; who is not looked after any more has none. */
static void
update_health (TendAccountRow          *self,
               const TendAccountRecord *record)
{
  g_autofree char *css_class = g_strconcat ("band-", tend_bands[record->health_band], NULL);
  g_autofree char *text = record->health >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, record->health) : g_strdup ("–");
  const char *classes[] = { "health", "numeric", css_class, NULL };
  gboolean shown = is_looked_after (record) && tend_entity_get_loaded (TEND_ENTITY (self->account));

  gtk_widget_set_child_visible (self->health, shown);
  if (!tend_line_set_text (TEND_LINE (self->health), shown ? text : "") && gtk_widget_has_css_class (self->health, css_class))
    return;

  gtk_widget_set_css_classes (self->health, classes);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void update (TendAccountRow *self);

static void
watch (TendAccountRow *self,
       gpointer        before,
       gpointer        after)
{
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update, self);
  if (after != NULL)
    g_signal_connect_object (after, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* An account may change hands while its row is seen. */
static void
update_owner (TendAccountRow *self,
              TendId          owner_id)
{
  g_autoptr (TendEntity) owner = NULL;

  if (self->owners && owner_id != 0)
    owner = tend_book_get (self->book, &tend_manager_noun, owner_id);
  if ((gpointer) owner == (gpointer) self->owner)
    return;

  watch (self, self->owner, owner);
  g_set_object (&self->owner, (TendManager *) owner);
}

static void
update (TendAccountRow *self)
{
  const TendAccountRecord *record = tend_account_get (self->account);
  g_autofree char *place = NULL;

  update_owner (self, record->owner);
  place = place_text (self, record);
  set_text (self->name, record->name);
  set_text (self->place, tend_entity_get_loaded (TEND_ENTITY (self->account)) ? place : "");
  update_next (self, record);
  update_health (self, record);
  tend_avatar_set (&self->avatar, record->name);
  set_class (GTK_WIDGET (self), "former", !is_looked_after (record));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[DESCRIBED], 0);
}

static void
tend_account_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TendAccountRow *self = TEND_ACCOUNT_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = AVATAR_SIZE + GAP + 120;
      *natural = AVATAR_SIZE + GAP + 240;
    }
  else
    {
      *minimum = MAX (AVATAR_SIZE, tend_row_part_get_height (self->name) + tend_row_part_get_height (self->place));
      *natural = *minimum;
    }
}

static void
tend_account_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TendAccountRow *self = TEND_ACCOUNT_ROW (widget);
  int left = AVATAR_SIZE + GAP;
  int name_height = tend_row_part_get_height (self->name);
  int top = (height - name_height - tend_row_part_get_height (self->place)) / 2;
  int next = MIN (tend_line_get_width (TEND_LINE (self->next)), (width - left) * 2 / 3);
  int health = tend_line_get_width (TEND_LINE (self->health));

  health = health > 0 ? MAX (health + BADGE_PADDING, BADGE_WIDTH) : 0;
  tend_row_part_allocate (self->name, width, left, top, width - left - (health > 0 ? health + GAP : 0), -1);
  tend_row_part_allocate (self->health, width, width - health, top, health, -1);
  tend_row_part_allocate (self->place, width, left, top + name_height, width - left - next - GAP, -1);
  tend_row_part_allocate (self->next, width, width - next, top + name_height, next, -1);
}

static void
tend_account_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TendAccountRow *self = TEND_ACCOUNT_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = rtl ? gtk_widget_get_width (widget) - AVATAR_SIZE : 0;
  float y = (gtk_widget_get_height (widget) - AVATAR_SIZE) / 2;

  tend_avatar_snapshot (&self->avatar, widget, snapshot, x, y, AVATAR_SIZE);
  GTK_WIDGET_CLASS (tend_account_row_parent_class)->snapshot (widget, snapshot);
}

static void
tend_account_row_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  TendAccountRow *self = TEND_ACCOUNT_ROW (widget);

  GTK_WIDGET_CLASS (tend_account_row_parent_class)->css_changed (widget, change);
  tend_avatar_changed (&self->avatar);
}

static void
tend_account_row_dispose (GObject *object)
{
  TendAccountRow *self = TEND_ACCOUNT_ROW (object);

  g_clear_object (&self->account);
  g_clear_object (&self->owner);
  g_clear_object (&self->book);
  tend_avatar_clear (&self->avatar);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->place, gtk_widget_unparent);
  g_clear_pointer (&self->next, gtk_widget_unparent);
  g_clear_pointer (&self->health, gtk_widget_unparent);
  G_OBJECT_CLASS (tend_account_row_parent_class)->dispose (object);
}

static void
tend_account_row_class_init (TendAccountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_row_dispose;
  widget_class->measure = tend_account_row_measure;
  widget_class->size_allocate = tend_account_row_size_allocate;
  widget_class->snapshot = tend_account_row_snapshot;
  widget_class->css_changed = tend_account_row_css_changed;

  signals[DESCRIBED] = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "account-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_line (TendAccountRow *self,
          const char     *css_class,
          float           xalign)
{
  GtkWidget *line = tend_line_new (xalign);

  gtk_widget_add_css_class (line, css_class);
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  return line;
}

static void
tend_account_row_init (TendAccountRow *self)
{
  self->name = add_line (self, "name", 0);
  self->place = add_line (self, "place", 0);
  self->next = add_line (self, "next", 1);
  self->health = add_line (self, "health", 0.5);
}

GtkWidget *
tend_account_row_new (void)
{
  return g_object_new (TEND_TYPE_ACCOUNT_ROW, NULL);
}

void
tend_account_row_set_account (TendAccountRow     *self,
                              TendAccount        *account,
                              TendBook           *book,
                              gboolean            owners,
                              TendAccountRowFact  fact)
{
  self->owners = owners;
  self->fact = fact;
  watch (self, self->account, account);
  g_set_object (&self->account, account);
  g_set_object (&self->book, book);
  if (account != NULL)
    {
      update (self);
    }
  else
    {
      watch (self, self->owner, NULL);
      g_clear_object (&self->owner);
    }
}

TendAccount *
tend_account_row_get_account (TendAccountRow *self)
{
  return self->account;
}

char *
tend_account_row_dup_description (TendAccountRow *self)
{
  const TendAccountRecord *record = tend_account_get (self->account);
  g_autofree char *name = tend_words_one_line (record->name, MAX_CHARS);
  const char *next = tend_line_get_text (TEND_LINE (self->next));
  GString *text = g_string_new (name);

  if (record->city != NULL)
    g_string_append_printf (text, ", %s", record->city);
  g_string_append_printf (text, ", %s, %s", tend_words_tier_long (record->tier), tend_words_account_status (record->status));
  if (self->owner != NULL && tend_manager_get (self->owner)->name != NULL)
    g_string_append_printf (text, ", %s", tend_manager_get (self->owner)->name);
  if (next != NULL && next[0] != '\0')
    g_string_append_printf (text, ", %s", next);
  if (record->health >= 0)
    /* Translators: of an account: its health from 0 to 100, and the word for that */
    g_string_append_printf (text, _(", health %1$u, %2$s"), (guint) record->health,
                            tend_words_of_field (tend_noun_get_field (&tend_account_noun, "health_band"), record->health_band));

  return g_string_free_and_steal (text);
}

void
tend_account_row_refresh (TendAccountRow *self)
{
  if (self->account != NULL)
    update_next (self, tend_account_get (self->account));
}
