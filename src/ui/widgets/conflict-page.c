/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conflict-page.h"

#include <glib/gi18n.h>

#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/words.h"

#include "reference-row.h"

struct _TendConflictPage
{
  AdwBin parent_instance;

  /* Owned References */
  TendBook   *book;
  TendRecord *before;
  TendRecord *own;
  TendRecord *newer;
  GArray     *choices;
  const char *currency;  /* interned: that of the amounts */
};

typedef struct
{
  const TendField *field;
  GtkCheckButton  *own;     /* borrowed */
  GtkCheckButton  *theirs;
} Choice;

G_DEFINE_FINAL_TYPE (TendConflictPage, tend_conflict_page, ADW_TYPE_BIN)

static char *
describe (TendConflictPage *self,
          const TendRecord *record,
          const TendField  *field)
{
  g_autofree char *text = NULL;

  if (tend_record_is_unset (record, field) && field->type != TEND_FIELD_BOOLEAN && field->type != TEND_FIELD_WORD)
    return g_strdup (_("Empty"));
  if (field->type == TEND_FIELD_BOOLEAN)
    return g_strdup (tend_record_get_int (record, field) != 0 ? _("Yes") : _("No"));
  if (field->type == TEND_FIELD_WORD)
    return g_strdup (tend_words_of_field (field, (int) tend_record_get_int (record, field)));
  if (field->type == TEND_FIELD_DATE)
    return tend_moment_date (tend_record_get_text (record, field));
  if (field->type == TEND_FIELD_MONEY)
    return tend_money_text (tend_record_get_int (record, field), self->currency);
  if (field->type == TEND_FIELD_TEXTS)
    return g_strjoinv (", ", (GStrv) tend_record_get_texts (record, field));
  if (field->type == TEND_FIELD_INSTANT)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

      return tend_moment_long (tend_record_get_int (record, field), FALSE, g_get_real_time (), zone);
    }

  text = tend_record_format (record, field);
  return tend_words_one_line (text, 500);
}

static void
show_reference (TendEntity *entity,
                GParamSpec *pspec,
                gpointer    row)
{
  g_autofree char *label = tend_reference_dup_label (entity);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
}

/* A name may have to be read first; the row follows the live object. */
static void
follow_reference (TendConflictPage *self,
                  GtkWidget        *row,
                  const TendRecord *record,
                  const TendField  *field)
{
  g_autoptr (TendEntity) entity = NULL;

  if (field->type != TEND_FIELD_REFERENCE || tend_record_get_int (record, field) == 0)
    return;

  entity = tend_book_get (self->book, tend_noun_from_name (field->refers), tend_record_get_int (record, field));
  g_signal_connect_object (entity, "notify", G_CALLBACK (show_reference), row, G_CONNECT_DEFAULT);
  show_reference (entity, NULL, row);
  g_object_set_data_full (G_OBJECT (row), "entity", g_steal_pointer (&entity), g_object_unref);
}

static GtkCheckButton *
add_value (TendConflictPage    *self,
           AdwPreferencesGroup *group,
           const TendRecord    *record,
           const TendField     *field,
           const char          *whose,
           GtkCheckButton      *other)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *value = describe (self, record, field);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), whose);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), other);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  follow_reference (self, row, record, field);
  adw_preferences_group_add (group, row);

  return GTK_CHECK_BUTTON (check);
}

static void
add_choice (TendConflictPage *self,
            GtkBox           *box,
            const TendField  *field)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Choice choice = { field, NULL, NULL };

  adw_preferences_group_set_title (group, tend_words_field (self->own->noun, field->name));
  choice.own = add_value (self, group, self->own, field, _("What you entered"), NULL);
  choice.theirs = add_value (self, group, self->newer, field, _("What someone else entered meanwhile"), choice.own);
  gtk_check_button_set_active (choice.own, TRUE);

  g_array_append_val (self->choices, choice);
  gtk_box_append (box, GTK_WIDGET (group));
}

static void
fill (TendConflictPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *label = gtk_label_new (_("While this was open, someone else changed the same. Choose which value stays; nothing has been saved yet."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);

  for (guint i = 0; i < self->own->noun->n_fields; i++)
    {
      const TendField *field = &self->own->noun->fields[i];

      if ((field->flags & TEND_FIELD_DERIVED) == 0 &&
          !tend_record_same (self->before, self->own, field) &&
          !tend_record_same (self->before, self->newer, field) &&
          !tend_record_same (self->own, self->newer, field))
        add_choice (self, GTK_BOX (box), field);
    }

  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tend_conflict_page_finalize (GObject *object)
{
  TendConflictPage *self = TEND_CONFLICT_PAGE (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->before, tend_record_free);
  g_clear_pointer (&self->own, tend_record_free);
  g_clear_pointer (&self->newer, tend_record_free);
  g_array_unref (self->choices);

  G_OBJECT_CLASS (tend_conflict_page_parent_class)->finalize (object);
}

static void
tend_conflict_page_class_init (TendConflictPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_conflict_page_finalize;
}

static void
tend_conflict_page_init (TendConflictPage *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
}

GtkWidget *
tend_conflict_page_new (TendBook         *book,
                        const TendRecord *before,
                        const TendRecord *own,
                        const TendRecord *newer,
                        const char       *currency)
{
  TendConflictPage *self = g_object_new (TEND_TYPE_CONFLICT_PAGE, NULL);

  self->book = g_object_ref (book);
  self->before = tend_record_copy (before);
  self->own = tend_record_copy (own);
  self->newer = tend_record_copy (newer);
  self->currency = g_intern_string (currency);
  fill (self);

  return GTK_WIDGET (self);
}

TendRecord *
tend_conflict_page_dup_chosen (TendConflictPage *self)
{
  TendRecord *chosen;

  g_return_val_if_fail (TEND_IS_CONFLICT_PAGE (self), NULL);

  chosen = tend_record_copy (self->newer);
  for (guint i = 0; i < self->own->noun->n_fields; i++)
    {
      const TendField *field = &self->own->noun->fields[i];

      if ((field->flags & TEND_FIELD_DERIVED) == 0 && !tend_record_same (self->before, self->own, field))
        tend_record_copy_field (chosen, self->own, field);
    }
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = &g_array_index (self->choices, Choice, i);

      if (gtk_check_button_get_active (choice->theirs))
        tend_record_copy_field (chosen, self->newer, choice->field);
    }

  return chosen;
}

guint
tend_conflict_page_get_n (TendConflictPage *self)
{
  g_return_val_if_fail (TEND_IS_CONFLICT_PAGE (self), 0);

  return self->choices->len;
}

void
tend_conflict_page_choose (TendConflictPage *self,
                           guint             index,
                           gboolean          own)
{
  Choice *choice;

  g_return_if_fail (TEND_IS_CONFLICT_PAGE (self));
  g_return_if_fail (index < self->choices->len);

  choice = &g_array_index (self->choices, Choice, index);
  gtk_check_button_set_active (own ? choice->own : choice->theirs, TRUE);
}
