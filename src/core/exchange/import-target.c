/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-target"

#include "config.h"

#include "import-target-private.h"

#include <string.h>

#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../entities/product.h"
#include "../entities/purchase.h"
#include "import-values.h"

static void
binding_clear (gpointer data)
{
  Binding *binding = data;

  g_free (binding->name);
  g_free (binding->link);
  g_clear_pointer (&binding->template, tend_import_template_free);
  g_clear_pointer (&binding->formula, tend_import_formula_free);
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
  g_free (self->zone);
  g_free (self->parts);
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

const TendField *
tend_import_target_field_of (TendImportTarget *self,
                             const char       *name)
{
  return tend_noun_get_field (self->noun, name);
}

void
tend_import_target_say (TendImportTarget *self,
                        const TendField  *field,
                        gboolean          given)
{
  g_array_index (self->given, gboolean, add_field (self, field)) = given;
}

/* What is not simply a field of its name. */
static const struct { const TendNoun *noun; const char *name; BindingKind kind; const char *field; } specials[] = {
  { &tend_contact_noun, "name", BINDING_FULL_NAME, NULL },
  { &tend_follow_up_noun, "due", BINDING_DUE, "due_wall" },
  { &tend_follow_up_noun, "zone", BINDING_FIELD, "due_zone" },
  { &tend_purchase_noun, "invoice", BINDING_INVOICE, NULL },
  { &tend_product_noun, "discontinued", BINDING_OPPOSITE, "active" },
};

static gboolean
resolve_special (TendImportTarget *self,
                 Binding          *binding)
{
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (specials[i].noun == self->noun && strcmp (specials[i].name, binding->name) == 0)
      {
        binding->kind = specials[i].kind;
        if (specials[i].field != NULL)
          binding->field = tend_import_target_field_of (self, specials[i].field);
        return TRUE;
      }

  if (strcmp (binding->name, "zone") == 0 && tend_import_target_field_of (self, "at") != NULL)
    binding->kind = BINDING_ZONE;
  else if (strcmp (binding->name, "currency") == 0 && tend_import_target_field_of (self, "currency") == NULL &&
           self->currency != NULL)
    binding->kind = BINDING_CURRENCY;
  else
    return FALSE;

  return TRUE;
}

/* Sorts the mapping's name of a field into what this noun has. FALSE where it has no such field. */
static gboolean
resolve_name (TendImportTarget *self,
              Binding          *binding)
{
  if (!resolve_special (self, binding))
    {
      binding->field = tend_import_target_field_of (self, binding->name);
      if (binding->field == NULL || (binding->field->flags & TEND_FIELD_DERIVED) != 0)
        return FALSE;
    }

  if (binding->kind == BINDING_FULL_NAME)
    {
      add_field (self, tend_import_target_field_of (self, "given"));
      add_field (self, tend_import_target_field_of (self, "family"));
    }
  else if (binding->kind == BINDING_INVOICE)
    {
      add_field (self, tend_import_target_field_of (self, "account"));
      add_field (self, tend_import_target_field_of (self, "bought_on"));
    }
  else if (binding->field != NULL)
    {
      add_field (self, binding->field);
    }

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
  Binding binding = { .name = g_strdup (name), .sum = -1 };
  gboolean adds_up = FALSE;
  GError *failure = NULL;

  if (!resolve_name (self, &binding))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD, name, NULL, "no field %s", name);
      binding_clear (&binding);
      return FALSE;
    }

  if (binding.field != NULL && (binding.field->type == TEND_FIELD_MONEY || binding.field->type == TEND_FIELD_INTEGER))
    binding.formula = tend_import_formula_new (source, dialect, &adds_up, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    binding.template = tend_import_template_new (adds_up ? source + 1 : source, dialect, error);
  if (binding.template == NULL)
    {
      binding_clear (&binding);
      return FALSE;
    }
  binding.column = binding.formula != NULL ? tend_import_formula_get_column (binding.formula)
                                           : find_column (binding.template, dialect);
  if (adds_up)
    binding.sum = self->n_sums++;
  g_array_append_val (self->bindings, binding);

  return TRUE;
}

/* The account comes first: contacts are looked for among its own, and sums are in its currency. A zone or a currency comes
 * before what is in it. */
static int
rank (const Binding *binding)
{
  if (binding->kind == BINDING_INVOICE)
    return 0;
  if (strcmp (binding->name, "account") == 0)
    return 1;

  return strcmp (binding->name, "zone") == 0 || strcmp (binding->name, "currency") == 0 ? 2 : 3;
}

static int
compare_bindings (gconstpointer a,
                  gconstpointer b)
{
  return rank (a) - rank (b);
}

TendImportTarget *
tend_import_target_new (const TendNoun     *noun,
                        const char         *prefix,
                        TendImportMapping  *mapping,
                        TendCsvDialect     *dialect,
                        TendImportCurrency *currency,
                        GError            **error)
{
  g_autoptr (TendImportTarget) self = g_new0 (TendImportTarget, 1);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  self->noun = noun;
  self->currency = currency;
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
  self->parts = g_new0 (TendImportNumber, self->n_sums + 1);

  if (*prefix != '\0' && self->bindings->len == 0)
    return NULL;
  if (noun == &tend_manager_noun && tend_import_mapping_get (mapping, "role") == NULL &&
      tend_import_mapping_get (mapping, "title") != NULL)
    {
      self->role = tend_import_target_field_of (self, "role");
      add_field (self, self->role);
    }
  if (noun == &tend_follow_up_noun)
    add_field (self, tend_import_target_field_of (self, "due_zone"));

  return g_steal_pointer (&self);
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

static gboolean
makes_field (TendImportTarget *self,
             const Binding    *binding,
             const char       *field)
{
  return strcmp (binding->name, field) == 0 || (binding->field != NULL && strcmp (binding->field->name, field) == 0) ||
         (binding->kind == BINDING_FULL_NAME && (strcmp (field, "given") == 0 || strcmp (field, "family") == 0)) ||
         (binding->kind == BINDING_INVOICE && (strcmp (field, "account") == 0 || strcmp (field, "bought_on") == 0)) ||
         (self->role != NULL && strcmp (field, "role") == 0 && strcmp (binding->name, "title") == 0);
}

const char *
tend_import_target_find_column (TendImportTarget *self,
                                const char       *field)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (binding->column != NULL && makes_field (self, binding, field))
        return binding->column->name;
    }

  return NULL;
}

gboolean
tend_import_target_has (TendImportTarget *self,
                        const char       *field)
{
  for (guint i = 0; i < self->bindings->len; i++)
    if (makes_field (self, &g_array_index (self->bindings, Binding, i), field))
      return TRUE;

  return FALSE;
}

char *
tend_import_target_dup_text (TendImportTarget *self,
                             const char       *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->bindings->len && self->row != NULL; i++)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (!makes_field (self, binding, field))
        continue;
      tend_import_template_fill (binding->template, self->row, text);
      return g_string_free_and_steal (g_steal_pointer (&text));
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

char *
tend_import_target_dup_value (TendImportTarget *self,
                              const TendField  *field)
{
  if (field->type == TEND_FIELD_REFERENCE)
    return g_strdup (tend_import_target_get_link (self, field));
  if (field->type == TEND_FIELD_MONEY)
    return tend_money_format_plain (tend_record_get_int (self->record, field), self->digits);

  return tend_record_format (self->record, field);
}

guint
tend_import_target_get_n_sums (TendImportTarget *self)
{
  return self->n_sums;
}

void
tend_import_target_collect (TendImportTarget    *self,
                            gboolean             collecting,
                            const TendImportSum *totals)
{
  self->collecting = collecting;
  self->totals = totals;
}

void
tend_import_target_add_sums (TendImportTarget *self,
                             TendImportSum    *sums)
{
  for (guint i = 0; i < self->n_sums; i++)
    if (self->parts[i].filled)
      tend_import_sum_add (&sums[i], &self->parts[i].value);
}

static gboolean
is_summed (TendImportTarget *self,
           const TendField  *field)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (binding->field == field && binding->sum >= 0)
        return TRUE;
    }

  return FALSE;
}

void
tend_import_target_write_rest (TendImportTarget *self,
                               GString          *json)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    if (!is_summed (self, g_ptr_array_index (self->fields, i)))
      g_ptr_array_add (rest, g_ptr_array_index (self->fields, i));
  tend_import_values_write (json, self->record, (const TendField **) rest->pdata, rest->len);
}

void
tend_import_target_set_account (TendImportTarget *self,
                                TendId            account)
{
  const TendField *field = tend_import_target_field_of (self, "account");

  if (field != NULL)
    tend_record_set_int (self->record, field, account);
}

gboolean
tend_import_target_settle (TendImportTarget  *self,
                           gboolean           write,
                           GError           **error)
{
  const TendField *field = tend_import_target_field_of (self, "account");

  if (self->currency == NULL || !self->has_money || field == NULL)
    return TRUE;

  return tend_import_currency_settle (self->currency, tend_record_get_int (self->record, field),
                                      *self->adopted != '\0' ? self->adopted : NULL, write, error);
}
