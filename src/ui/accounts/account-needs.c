/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-needs.h"

#include <glib/gi18n.h>

#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/rules/day.h"
#include "ui/text/link.h"
#include "ui/text/moment.h"
#include "ui/text/words.h"

#include "record-group.h"

struct _TendAccountNeeds
{
  TendAccountSection parent_instance;

  /* Template Widgets */
  GtkScrolledWindow *scroller;
  TendRecordGroup   *open;
  TendRecordGroup   *resolved;
};

G_DEFINE_FINAL_TYPE (TendAccountNeeds, tend_account_needs, TEND_TYPE_ACCOUNT_SECTION)

static const char *
word_of (const TendNeedRecord *record,
         const char           *name)
{
  const TendField *field = tend_noun_get_field (&tend_need_noun, name);

  return tend_words_of_field (field, (int) tend_record_get_int (&record->base, field));
}

static TendDay
today (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return tend_day_of_instant (g_get_real_time (), zone);
}

static gboolean
is_late (const TendNeedRecord *record,
         TendDay               day)
{
  TendDay promised = tend_day_parse (record->promised_for);

  return promised != TEND_DAY_NONE && promised < day && tend_need_record_is_open (record);
}

/* What is past its promise first, then the more urgent, then what is promised for earlier (the book's order is kept). */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const TendNeedRecord *first = tend_need_get ((TendNeed *) a);
  const TendNeedRecord *second = tend_need_get ((TendNeed *) b);
  TendDay day = today ();

  if (is_late (first, day) != is_late (second, day))
    return is_late (first, day) ? -1 : 1;

  return second->priority - first->priority;
}

static char *
dup_promise (const TendNeedRecord *record)
{
  int days = today () - tend_day_parse (record->promised_for);
  g_autofree char *date = tend_moment_date (record->promised_for);

  if (is_late (record, today ()))
    return g_strdup_printf (ngettext ("promised for %1$s, %2$d day late", "promised for %1$s, %2$d days late", days), date, days);

  return g_strdup_printf (_("promised for %s"), date);
}

/* Technical, service and billing are told apart at a glance, and in words. */
static void
show_hat (TendRecordRow        *row,
          const TendNeedRecord *record)
{
  static const char *const icons[] = { "starred-symbolic", "user-available-symbolic", "applications-engineering-symbolic", "accessories-calculator-symbolic" };

  tend_record_row_set_icon (row, icons[record->hat], tend_words_hat (record->hat));
}

static void
append_liaison (TendAccountNeeds     *self,
                TendRecordRow        *row,
                const TendNeedRecord *record,
                GString              *line)
{
  g_autofree char *name = tend_record_row_dup_name (row, tend_account_section_get_book (TEND_ACCOUNT_SECTION (self)),
                                                    &tend_liaison_noun, record->liaison);
  g_autofree char *text = NULL;

  if (record->state != TEND_NEED_WAITING)
    return;

  text = name != NULL ? g_strdup_printf (_("waits for %s"), name) : g_strdup (_("waits"));
  tend_record_append (line, text);
}

static void
append_mail (TendAccountNeeds     *self,
             TendRecordRow        *row,
             const TendNeedRecord *record,
             GMenu                *menu)
{
  TendEntity *liaison = tend_record_row_follow (row, tend_account_section_get_book (TEND_ACCOUNT_SECTION (self)),
                                                &tend_liaison_noun, record->liaison);
  g_autofree char *uri = liaison != NULL ? tend_link_make (TEND_LINK_MAIL, tend_liaison_get (TEND_LIAISON (liaison))->email) : NULL;

  if (uri != NULL)
    tend_record_menu_append (menu, _("_Write to the Liaison"), "win.open-link", g_variant_new_string (uri));
}

static void
show_menu (TendAccountNeeds     *self,
           TendRecordRow        *row,
           const TendNeedRecord *record)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  TendId id = record->base.id;

  tend_record_menu_append (menu, _("_Edit…"), "win.edit-need", g_variant_new_int64 (id));
  if (tend_need_record_is_open (record))
    tend_record_menu_append (menu, _("_Wait For…"), "win.wait-need", g_variant_new ("(xx)", id, record->account));
  if (record->state == TEND_NEED_WAITING)
    tend_record_menu_append (menu, _("_No Longer Waits"), "win.reopen-need", g_variant_new_int64 (id));
  append_mail (self, row, record, menu);
  tend_record_menu_append (menu, _("_Delete"), "win.delete-need", g_variant_new_int64 (id));
  tend_record_row_set_menu (row, G_MENU_MODEL (menu));
}

static void
append_resolution (const TendNeedRecord *record,
                   GString              *line)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *stamp = tend_moment_stamp (record->resolved_at, g_get_real_time (), zone);
  g_autofree char *resolved = g_strdup_printf (_("resolved: %s"), stamp);

  tend_record_append (line, resolved);
  tend_record_append_take (line, tend_words_one_line (record->resolution, 300));
}

static void
show_need (TendRecordRow *row,
           TendEntity    *entity,
           gpointer       data)
{
  TendAccountNeeds *self = TEND_ACCOUNT_NEEDS (data);
  const TendNeedRecord *record = tend_need_get (TEND_NEED (entity));
  gboolean is_open = tend_need_record_is_open (record);
  g_autoptr (GString) line = g_string_new (NULL);

  show_hat (row, record);
  tend_record_append (line, word_of (record, "kind"));
  if (record->priority != TEND_PRIORITY_NORMAL && is_open)
    tend_record_append (line, word_of (record, "priority"));
  tend_record_append (line, tend_words_hat (record->hat));
  if (record->promised_for != NULL && is_open)
    tend_record_append_take (line, dup_promise (record));
  append_liaison (self, row, record, line);
  if (!is_open)
    append_resolution (record, line);

  tend_record_row_set_text (row, record->title, line->str, is_late (record, today ()));
  tend_record_row_set_button (row, is_open ? _("Resolve") : _("Reopen"), is_open ? "win.resolve-need" : "win.reopen-need",
                              g_variant_new_int64 (record->base.id));
  show_menu (self, row, record);
}

static GtkWidget *
create_need (gpointer item,
             gpointer data)
{
  return tend_record_row_new (TEND_ENTITY (item), show_need, data);
}

static void
tend_account_needs_fill (TendAccountSection *section)
{
  TendAccountNeeds *self = TEND_ACCOUNT_NEEDS (section);
  TendBook *book = tend_account_section_get_book (section);
  g_autoptr (TendQuery) open = tend_account_section_create_query (section, &tend_need_noun, "promised_for", FALSE);
  g_autoptr (TendQuery) resolved = tend_account_section_create_query (section, &tend_need_noun, "resolved_at", TRUE);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

  tend_query_add_int (open, "state", TEND_QUERY_IS, TEND_NEED_OPEN);
  tend_query_add_int (open, "state", TEND_QUERY_IS, TEND_NEED_WAITING);
  tend_query_add_int (resolved, "state", TEND_QUERY_IS, TEND_NEED_RESOLVED);
  tend_record_group_show (self->open, book, open, sorter, NULL, create_need, self);
  tend_record_group_set_add (self->open, g_variant_new_int64 (tend_account_section_get_id (section)));
  tend_record_group_show (self->resolved, book, resolved, NULL, NULL, create_need, self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
tend_account_needs_empty (TendAccountSection *section)
{
  TendAccountNeeds *self = TEND_ACCOUNT_NEEDS (section);

  tend_record_group_clear (self->open);
  tend_record_group_clear (self->resolved);
}

static void
tend_account_needs_refresh (TendAccountSection *section)
{
  tend_record_group_refresh (TEND_ACCOUNT_NEEDS (section)->open);
}

static void
tend_account_needs_dispose (GObject *object)
{
  tend_account_section_set_account (TEND_ACCOUNT_SECTION (object), NULL, NULL);
  /* The bin takes its child out itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_ACCOUNT_NEEDS);

  G_OBJECT_CLASS (tend_account_needs_parent_class)->dispose (object);
}

static void
tend_account_needs_class_init (TendAccountNeedsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_needs_dispose;
  TEND_ACCOUNT_SECTION_CLASS (klass)->fill = tend_account_needs_fill;
  TEND_ACCOUNT_SECTION_CLASS (klass)->empty = tend_account_needs_empty;
  TEND_ACCOUNT_SECTION_CLASS (klass)->refresh = tend_account_needs_refresh;

  g_type_ensure (TEND_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-needs.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TendAccountNeeds, child)
  BIND (scroller);
  BIND (open);
  BIND (resolved);
#undef BIND
}

static void
tend_account_needs_init (TendAccountNeeds *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
