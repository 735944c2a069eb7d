/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-target"

#include "config.h"

#include "import-target.h"

#include <string.h>

#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../rules/ladder.h"
#include "../rules/wall.h"
#include "import-values.h"
#include "import-words.h"

/* What becomes of a mapped text. Most go into the field of their name; some are parted or put together first. */
typedef enum
{
  BINDING_FIELD,
  BINDING_FULL_NAME,            /* into given and family */
  BINDING_DUE,                  /* into due_wall, in the follow-up's zone */
} BindingKind;

typedef struct
{
  char                *name;
  BindingKind          kind;
  const TendField     *field;   /* NULL for a full name */
  TendImportTemplate  *template;
  const TendCsvColumn *column;  /* borrowed; NULL for a fixed text */
  char                *link;    /* of a reference: what the last row called it */
} Binding;

struct _TendImportTarget
{
  const TendNoun   *noun;

  /* Owned References */
  GArray           *bindings;
  GPtrArray        *fields;     /* (element-type TendField) */
  GArray           *given;      /* (element-type gboolean): for each of the fields */
  TendRecord       *record;
  GString          *text;
  char             *local_zone;

  const TendField  *role;       /* where it follows from the title */
  gboolean          blank;
};

static void
binding_clear (gpointer data)
{
  Binding *binding = data;

  g_free (binding->name);
  g_free (binding->link);
  g_clear_pointer (&binding->template, tend_import_template_free);
}

void
tend_import_target_free (TendImportTarget *self)
{
  g_array_unref (self->bindings);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->given);
  g_clear_pointer (&self->record, tend_record_free);
  g_string_free (self->text, TRUE);
  g_free (self->local_zone);
  g_free (self);
}

static guint
add_field (TendImportTarget *self,
           const TendField  *field)
{
  gboolean no = FALSE;
  guint index;

  if (g_ptr_array_find (self->fields, (gpointer) field, &index))
    return index;
  g_ptr_array_add (self->fields, (gpointer) field);
  g_array_append_val (self->given, no);

  return self->fields->len - 1;
}

static const TendField *
field_of (TendImportTarget *self,
          const char       *name)
{
  return tend_noun_get_field (self->noun, name);
}

static void
say (TendImportTarget *self,
     const TendField  *field,
     gboolean          given)
{
  g_array_index (self->given, gboolean, add_field (self, field)) = given;
}

/* Sorts the mapping's name of a field into what this noun has. FALSE where it has no such field. */
static gboolean
resolve_name (TendImportTarget *self,
              Binding          *binding)
{
  if (self->noun == &tend_contact_noun && strcmp (binding->name, "name") == 0)
    {
      binding->kind = BINDING_FULL_NAME;
      add_field (self, field_of (self, "given"));
      add_field (self, field_of (self, "family"));
      return TRUE;
    }

  if (self->noun == &tend_follow_up_noun && strcmp (binding->name, "due") == 0)
    {
      binding->kind = BINDING_DUE;
      binding->field = field_of (self, "due_wall");
    }
  else if (self->noun == &tend_follow_up_noun && strcmp (binding->name, "zone") == 0)
    binding->field = field_of (self, "due_zone");
  else
    binding->field = field_of (self, binding->name);

  if (binding->field == NULL || (binding->field->flags & TEND_FIELD_DERIVED) != 0)
    return FALSE;
  add_field (self, binding->field);

  return TRUE;
}

/* Whose marks for dates and numbers count: the template's only column, or of several the one that holds dates. */
static const TendCsvColumn *
find_column (const TendImportTemplate *template,
             TendCsvDialect           *dialect)
{
  const TendCsvColumn *first = NULL;

  for (guint i = 0; i < dialect->columns->len; i++)
    {
      const TendCsvColumn *column = tend_csv_dialect_get_column (dialect, i);

      if (!tend_import_template_uses (template, i))
        continue;
      if (column->dates > 0)
        return column;
      if (first == NULL)
        first = column;
    }

  return first;
}

static gboolean
add_binding (TendImportTarget  *self,
             const char        *name,
             const char        *source,
             TendCsvDialect    *dialect,
             GError           **error)
{
  Binding binding = { .name = g_strdup (name) };

  if (!resolve_name (self, &binding))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD, name, NULL, "no field %s", name);
      binding_clear (&binding);
      return FALSE;
    }

  binding.template = tend_import_template_new (source, dialect, error);
  if (binding.template == NULL)
    {
      binding_clear (&binding);
      return FALSE;
    }
  binding.column = find_column (binding.template, dialect);
  g_array_append_val (self->bindings, binding);

  return TRUE;
}

/* The account of a contact or follow-up comes first: contacts are looked for among its own. A zone comes before the time
 * in it. */
static int
compare_bindings (gconstpointer a,
                  gconstpointer b)
{
  const Binding *x = a;
  const Binding *y = b;

#define ORDER(binding) (strcmp ((binding)->name, "account") == 0 ? 0 : strcmp ((binding)->name, "zone") == 0 ? 1 : 2)
  return ORDER (x) - ORDER (y);
#undef ORDER
}

TendImportTarget *
tend_import_target_new (const TendNoun     *noun,
                        const char         *prefix,
                        TendImportMapping  *mapping,
                        TendCsvDialect     *dialect,
                        GError            **error)
{
  g_autoptr (TendImportTarget) self = g_new0 (TendImportTarget, 1);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  self->noun = noun;
  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (self->bindings, binding_clear);
  self->fields = g_ptr_array_new ();
  self->given = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->record = tend_record_new (noun);
  self->text = g_string_new (NULL);
  self->local_zone = g_strdup (g_time_zone_get_identifier (zone));

  for (guint i = 0; i < tend_import_mapping_get_n (mapping); i++)
    {
      const char *name = tend_import_mapping_get_field (mapping, i);
      gboolean embedded = strchr (name, '.') != NULL;

      if (embedded ? *prefix == '\0' || !g_str_has_prefix (name, prefix) : *prefix != '\0')
        continue;
      if (strcmp (name, "key") != 0 &&
          !add_binding (self, name + strlen (prefix), tend_import_mapping_get_source (mapping, i), dialect, error))
        return NULL;
    }
  g_array_sort (self->bindings, compare_bindings);

  if (*prefix != '\0' && self->bindings->len == 0)
    return NULL;
  if (noun == &tend_manager_noun && tend_import_mapping_get (mapping, "role") == NULL &&
      tend_import_mapping_get (mapping, "title") != NULL)
    {
      self->role = field_of (self, "role");
      add_field (self, self->role);
    }
  if (noun == &tend_follow_up_noun)
    add_field (self, field_of (self, "due_zone"));

  return g_steal_pointer (&self);
}

static gboolean
is_blank_unichar (const char *text,
                  gsize      *length)
{
  gunichar c = g_utf8_get_char (text);

  *length = g_utf8_next_char (text) - text;

  return g_unichar_isspace (c) || c == 0xFEFF || c == 0x200B;
}

/* Takes off what the template's trimming left: the blanks that are not of ASCII. */
static void
strip_wide_blanks (GString *text)
{
  gsize length;

  while (text->len > 0 && (guint8) text->str[0] >= 0x80 && is_blank_unichar (text->str, &length))
    g_string_erase (text, 0, length);
  while (text->len > 0 && (guint8) text->str[text->len - 1] >= 0x80)
    {
      const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

      if (!is_blank_unichar (last, &length))
        break;
      g_string_truncate (text, last - text->str);
    }
}

/* No field may hold control characters, and only some hold lines. */
static void
clean (GString  *text,
       gboolean  lines)
{
  char *to = text->str;
  gboolean dirty = FALSE;

  for (const char *p = text->str; *p != '\0' && !dirty; p++)
    dirty = (guint8) *p < 0x20 || *p == 0x7F;
  if (!dirty)
    return;

  for (const char *from = text->str; *from != '\0'; from++)
    {
      if (*from == '\r')
        {
          if (from[1] == '\n')
            continue;
          *to++ = lines ? '\n' : ' ';
        }
      else if ((guint8) *from >= 0x20 && *from != 0x7F)
        *to++ = *from;
      else
        *to++ = lines && (*from == '\n' || *from == '\t') ? *from : ' ';
    }
  g_string_truncate (text, to - text->str);
}

static gboolean
fill_reference (TendImportTarget  *self,
                Binding           *binding,
                TendImportLinks   *links,
                TendImportRow     *row,
                GError           **error)
{
  const TendNoun *noun = tend_noun_from_name (binding->field->refers);
  const TendField *account = noun == &tend_contact_noun ? field_of (self, "account") : NULL;
  g_autofree char *candidates = NULL;
  TendLinkOutcome outcome;
  TendId id;

  tend_record_set_int (self->record, binding->field, 0);
  g_set_str (&binding->link, self->text->str);
  if (self->text->len == 0)
    return TRUE;

  if (!tend_import_links_find (links, noun, self->text->str,
                               account != NULL ? tend_record_get_int (self->record, account) : 0,
                               &outcome, &id, &candidates, error))
    return FALSE;

  if (outcome == TEND_LINK_FOUND)
    tend_record_set_int (self->record, binding->field, id);
  else
    tend_import_row_report (row, outcome == TEND_LINK_UNKNOWN ? TEND_IMPORT_UNKNOWN_LINK : TEND_IMPORT_AMBIGUOUS_LINK,
                            TEND_REASON_MISSING, binding->column != NULL ? binding->column->name : NULL,
                            binding->name, self->text->str, candidates);

  return TRUE;
}

static void
fill_full_name (TendImportTarget *self)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  tend_import_part_name (self->text->str, &given, &family);
  tend_record_set_text (self->record, field_of (self, "given"), given);
  tend_record_set_text (self->record, field_of (self, "family"), family);
  say (self, field_of (self, "given"), TRUE);
  say (self, field_of (self, "family"), TRUE);
}

/* A time with an offset is an instant, and shown on the follow-up's own clock. */
static TendReason
fill_due (TendImportTarget *self,
          const Binding    *binding)
{
  TendFollowUpRecord *record = (TendFollowUpRecord *) self->record;
  TendParsedDate date;
  g_autofree char *wall_text = NULL;
  TendWall wall;

  if (self->text->len == 0)
    {
      tend_record_set_text (self->record, binding->field, NULL);
      return TEND_REASON_NONE;
    }
  if (!tend_value_parse_date (self->text->str, binding->column != NULL ? binding->column->date_order
                                                                        : TEND_DATE_ORDER_NONE, &date))
    return TEND_REASON_NOT_A_DATE;

  wall = (TendWall) { date.year, date.month, date.day, date.hour, date.minute, !date.has_time };
  if (date.has_offset)
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (record->due_zone);

      if (zone != NULL)
        tend_wall_from_instant (&wall, tend_wall_to_instant (&wall, utc) - date.offset * G_USEC_PER_SEC, zone);
    }
  wall_text = tend_wall_to_string (&wall);
  tend_record_set_text (self->record, binding->field, wall_text);

  return TEND_REASON_NONE;
}

/* A blank cell says nothing of a word or a number: there the book's own value, or its default, stands. */
static gboolean
says_something (const TendField *field,
                const GString   *text)
{
  return text->len > 0 || field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE ||
         field->type == TEND_FIELD_TEXTS || field->type == TEND_FIELD_REFERENCE;
}

static gboolean
fill_binding (TendImportTarget  *self,
              Binding           *binding,
              TendImportLinks   *links,
              TendImportRow     *row,
              GError           **error)
{
  TendReason reason;

  if (binding->kind == BINDING_FULL_NAME)
    {
      fill_full_name (self);
      return TRUE;
    }

  say (self, binding->field, says_something (binding->field, self->text));
  if (binding->field->type == TEND_FIELD_REFERENCE)
    return fill_reference (self, binding, links, row, error);

  if (binding->kind == BINDING_DUE)
    reason = fill_due (self, binding);
  else
    reason = tend_import_value_set (self->record, binding->field, self->text->str, binding->column);
  if (reason != TEND_REASON_NONE)
    tend_import_row_report (row, TEND_IMPORT_VALUE, reason, binding->column != NULL ? binding->column->name : NULL,
                            binding->name, self->text->str, NULL);

  return TRUE;
}

static void
derive_role (TendImportTarget *self)
{
  const TendManagerRecord *record = (const TendManagerRecord *) self->record;

  tend_record_set_int (self->record, self->role,
                       tend_ladder_role_of_title (record->title, record->reports_to == 0));
  say (self, self->role, record->title != NULL);
}

static void
default_zone (TendImportTarget *self)
{
  const TendField *zone = field_of (self, "due_zone");

  if (!tend_record_is_unset (self->record, zone))
    return;
  tend_record_set_text (self->record, zone, self->local_zone);
  say (self, zone, FALSE);
}

gboolean
tend_import_target_fill (TendImportTarget     *self,
                         const TendCsvRecord  *record,
                         TendImportLinks      *links,
                         TendImportRow        *row,
                         GError              **error)
{
  self->blank = TRUE;
  if (self->noun == &tend_follow_up_noun)
    tend_record_set_text (self->record, field_of (self, "due_zone"), NULL);

  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i);
      gboolean lines = binding->field != NULL &&
                       ((binding->field->flags & TEND_FIELD_LINES) != 0 || binding->field->type == TEND_FIELD_TEXTS);

      tend_import_template_fill (binding->template, record, self->text);
      strip_wide_blanks (self->text);
      clean (self->text, lines);
      self->blank &= self->text->len == 0;
      if (self->noun == &tend_follow_up_noun && binding->kind == BINDING_DUE)
        default_zone (self);
      if (!fill_binding (self, binding, links, row, error))
        return FALSE;
    }

  if (self->role != NULL)
    derive_role (self);

  return TRUE;
}

TendRecord *
tend_import_target_get_record (TendImportTarget *self)
{
  return self->record;
}

const TendField **
tend_import_target_get_fields (TendImportTarget *self,
                               guint            *n_fields)
{
  *n_fields = self->fields->len;

  return (const TendField **) self->fields->pdata;
}

gboolean
tend_import_target_is_given (TendImportTarget *self,
                             guint             index)
{
  return g_array_index (self->given, gboolean, index);
}

gboolean
tend_import_target_is_blank (TendImportTarget *self)
{
  return self->blank;
}

gboolean
tend_import_target_uses (TendImportTarget *self,
                         guint             column)
{
  for (guint i = 0; i < self->bindings->len; i++)
    if (tend_import_template_uses (g_array_index (self->bindings, Binding, i).template, column))
      return TRUE;

  return FALSE;
}

const char *
tend_import_target_find_column (TendImportTarget *self,
                                const char       *field)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (binding->column == NULL)
        continue;
      if (strcmp (binding->name, field) == 0 ||
          (binding->field != NULL && strcmp (binding->field->name, field) == 0) ||
          (binding->kind == BINDING_FULL_NAME && (strcmp (field, "given") == 0 || strcmp (field, "family") == 0)) ||
          (self->role != NULL && strcmp (field, "role") == 0 && strcmp (binding->name, "title") == 0))
        return binding->column->name;
    }

  return NULL;
}

const char *
tend_import_target_get_link (TendImportTarget *self,
                             const TendField  *field)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (binding->field == field)
        return binding->link;
    }

  return NULL;
}
