/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-formula"

#include "config.h"

#include "import-formula.h"

#include <string.h>

/* Deep enough for any calculation that a person writes. */
#define MOST_OPEN 16
#define MOST_STACK 32

typedef enum { STEP_COLUMN, STEP_NUMBER, STEP_ADD, STEP_SUBTRACT, STEP_MULTIPLY } StepKind;

typedef struct
{
  StepKind             kind;
  guint                index;           /* of a column */
  const TendCsvColumn *column;
  TendDecimal          number;
} Step;

struct _TendImportFormula
{
  GArray *steps;                /* (element-type Step): operands first, then what is done to the last two */
};

typedef struct
{
  TendImportFormula *formula;
  TendCsvDialect    *dialect;
  const char        *text;
  guint              open;
  gboolean           no_column;         /* an error was set */
} Parser;

void
tend_import_formula_free (TendImportFormula *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

static gboolean
is_calculation (const char *source)
{
  gboolean any = FALSE;
  gboolean column = FALSE;

  for (const char *p = source; *p != '\0'; p++)
    {
      if (*p == '{')
        {
          p = strchr (p, '}');
          if (p == NULL)
            return FALSE;
          column = TRUE;
          continue;
        }
      if (strchr (" *+-()0123456789.", *p) == NULL)
        return FALSE;
      any |= *p == '*' || *p == '+' || *p == '-';
    }

  return any && column;
}

static void
add_step (Parser              *parser,
          StepKind             kind,
          guint                index,
          const TendCsvColumn *column,
          const TendDecimal   *number)
{
  Step step = { kind, index, column, number != NULL ? *number : (TendDecimal) { 0, 0 } };

  g_array_append_val (parser->formula->steps, step);
}

static void
skip_blanks (Parser *parser)
{
  while (*parser->text == ' ')
    parser->text++;
}

static gboolean parse_sum (Parser  *parser,
                           GError **error);

static gboolean
parse_column (Parser  *parser,
              GError **error)
{
  const char *end = strchr (parser->text, '}');
  g_autofree char *name = NULL;
  int index;

  if (end == NULL)
    return FALSE;
  name = g_strndup (parser->text + 1, end - parser->text - 1);
  index = tend_csv_dialect_find_column (parser->dialect, name);
  if (index < 0)
    {
      tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, "column", name, "no column %s", name);
      parser->no_column = TRUE;
      return FALSE;
    }
  add_step (parser, STEP_COLUMN, index, tend_csv_dialect_get_column (parser->dialect, index), NULL);
  parser->text = end + 1;

  return TRUE;
}

static gboolean
parse_number (Parser *parser)
{
  gsize length = strspn (parser->text, "0123456789.");
  g_autofree char *text = g_strndup (parser->text, length);
  TendDecimal number;
  char currency[4];

  if (tend_decimal_parse (text, '.', &number, currency) != TEND_REASON_NONE)
    return FALSE;
  add_step (parser, STEP_NUMBER, 0, NULL, &number);
  parser->text += length;

  return TRUE;
}

static gboolean
parse_factor (Parser  *parser,
              GError **error)
{
  skip_blanks (parser);
  if (*parser->text == '{')
    return parse_column (parser, error);
  if (*parser->text != '(')
    return parse_number (parser);

  parser->text++;
  if (++parser->open > MOST_OPEN || !parse_sum (parser, error))
    return FALSE;
  skip_blanks (parser);
  parser->open--;

  return *parser->text++ == ')';
}

static gboolean
parse_product (Parser  *parser,
               GError **error)
{
  if (!parse_factor (parser, error))
    return FALSE;
  for (skip_blanks (parser); *parser->text == '*'; skip_blanks (parser))
    {
      parser->text++;
      if (!parse_factor (parser, error))
        return FALSE;
      add_step (parser, STEP_MULTIPLY, 0, NULL, NULL);
    }

  return TRUE;
}

static gboolean
parse_sum (Parser  *parser,
           GError **error)
{
  if (!parse_product (parser, error))
    return FALSE;
  for (skip_blanks (parser); *parser->text == '+' || *parser->text == '-'; skip_blanks (parser))
    {
      StepKind kind = *parser->text++ == '+' ? STEP_ADD : STEP_SUBTRACT;

      if (!parse_product (parser, error))
        return FALSE;
      add_step (parser, kind, 0, NULL, NULL);
    }

  return TRUE;
}

TendImportFormula *
tend_import_formula_new (const char      *source,
                         TendCsvDialect  *dialect,
                         gboolean        *adds_up,
                         GError         **error)
{
  g_autoptr (TendImportFormula) self = g_new0 (TendImportFormula, 1);
  g_autofree char *lone = NULL;
  Parser parser = { self, dialect, source, 0, FALSE };

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  *adds_up = FALSE;
  if (tend_csv_dialect_find_column (dialect, source) >= 0)
    return NULL;
  if (*source == '+')
    {
      *adds_up = TRUE;
      parser.text = ++source;
      if (tend_csv_dialect_find_column (dialect, source) >= 0)
        parser.text = lone = g_strdup_printf ("{%s}", source);
    }
  if (lone == NULL && !is_calculation (source) && !(*adds_up && *source == '{'))
    return NULL;

  if (parse_sum (&parser, error) && *parser.text == '\0')
    return g_steal_pointer (&self);
  if (!parser.no_column)
    tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, "column", source, "no calculation: %s", source);

  return NULL;
}

static gboolean
take_column (const Step           *step,
             const TendCsvRecord  *record,
             TendDecimal          *value,
             TendImportNumber     *number,
             const TendCsvColumn **blank)
{
  const char *text = step->index < record->n_cells ? record->cells[step->index].text : "";
  char currency[4];

  *value = (TendDecimal) { 0, 0 };
  if (strspn (text, " \t\r\n") == strlen (text))
    {
      *blank = *blank != NULL ? *blank : step->column;
      return TRUE;
    }

  number->filled = TRUE;
  number->reason = tend_decimal_parse (text, step->column->decimal, value, currency);
  if (number->reason == TEND_REASON_NONE && *currency != '\0')
    {
      if (*number->currency != '\0' && strcmp (number->currency, currency) != 0)
        number->reason = TEND_REASON_NOT_A_CURRENCY;
      memcpy (number->currency, currency, sizeof currency);
      number->column = step->column;
    }
  if (number->reason != TEND_REASON_NONE)
    number->column = step->column;

  return number->reason == TEND_REASON_NONE;
}

static gboolean
combine (TendDecimal *a,
         TendDecimal *b,
         StepKind     kind)
{
  if (kind == STEP_MULTIPLY)
    return tend_decimal_multiply (a, a, b);
  if (kind == STEP_SUBTRACT)
    b->mantissa = -b->mantissa;

  return tend_decimal_add (a, a, b);
}

void
tend_import_formula_evaluate (const TendImportFormula *self,
                              const TendCsvRecord     *record,
                              TendImportNumber        *number)
{
  TendDecimal stack[MOST_STACK];
  const TendCsvColumn *blank = NULL;
  guint n = 0;

  *number = (TendImportNumber) { { 0, 0 }, FALSE, "", TEND_REASON_NONE, NULL };
  for (guint i = 0; i < self->steps->len && number->reason == TEND_REASON_NONE; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      if (n == MOST_STACK)
        number->reason = TEND_REASON_OUT_OF_RANGE;
      else if (step->kind == STEP_NUMBER)
        stack[n++] = step->number;
      else if (step->kind == STEP_COLUMN)
        take_column (step, record, &stack[n++], number, &blank);
      else if (combine (&stack[n - 2], &stack[n - 1], step->kind))
        n--;
      else
        number->reason = TEND_REASON_OUT_OF_RANGE;
    }

  if (number->reason == TEND_REASON_NONE && blank != NULL && number->filled)
    {
      number->reason = TEND_REASON_REQUIRED;
      number->column = blank;
    }
  if (number->reason == TEND_REASON_NONE)
    number->value = stack[0];
}

const TendCsvColumn *
tend_import_formula_get_column (const TendImportFormula *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (g_array_index (self->steps, Step, i).kind == STEP_COLUMN)
      return g_array_index (self->steps, Step, i).column;

  return NULL;
}
