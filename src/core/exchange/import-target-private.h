/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-currency.h"
#include "import-formula.h"
#include "import-target.h"

G_BEGIN_DECLS

/* The parts of a target: import-target.c makes it and answers for it, import-fill.c fills it from a row. */

/* What becomes of a mapped text. Most go into the field of their name; some are parted or put together first. */
typedef enum
{
  BINDING_FIELD,
  BINDING_FULL_NAME,            /* into given and family */
  BINDING_DUE,                  /* into due_wall, in the follow-up's zone */
  BINDING_ZONE,                 /* of the instants of the row */
  BINDING_CURRENCY,             /* of the sums of the row */
  BINDING_INVOICE,              /* into account and bought_on */
  BINDING_OPPOSITE,             /* into active, the other way round */
} BindingKind;

typedef struct
{
  char                *name;
  BindingKind          kind;
  const TendField     *field;   /* NULL for what goes into several, or none */
  TendImportTemplate  *template;
  TendImportFormula   *formula; /* (nullable): of a calculated number */
  const TendCsvColumn *column;  /* borrowed; NULL for a fixed text */
  char                *link;    /* of a reference: what the last row called it */
  int                  sum;     /* which of the sums; -1 where it is not added up over rows */
} Binding;

struct _TendImportTarget
{
  const TendNoun      *noun;

  /* Owned References */
  GArray              *bindings;
  GPtrArray           *fields;          /* (element-type TendField) */
  GArray              *given;           /* (element-type gboolean): for each of the fields */
  TendRecord          *record;
  GString             *text;
  char                *local_zone;
  char                *zone;            /* (nullable): that the row names */

  /* Borrowed References */
  const TendField     *role;            /* where it follows from the title */
  const TendCsvRecord *row;             /* the last one */
  TendImportCurrency  *currency;        /* (nullable) */
  const TendCsvColumn *blamed;          /* (nullable): the one of several columns that a problem lies in */
  const TendImportSum *totals;          /* (nullable): what the sums come to over all rows of the key */

  TendImportNumber    *parts;           /* of the sums: what the last row says */
  guint                n_sums;
  char                 named[4];        /* the currency that the row names */
  char                 adopted[4];      /* and the one that its account is to be given */
  int                  digits;          /* decimals of the currency of its sums */
  gboolean             collecting;      /* the sums of the row alone are wanted, not their fields */
  gboolean             has_money;       /* the last row has a sum */
  gboolean             blank;
};

/* The field of this name, which the noun has. */
const TendField *tend_import_target_field_of (TendImportTarget *self,
                                              const char       *name);
/* Notes whether the last row said something for @field. */
void             tend_import_target_say      (TendImportTarget *self,
                                              const TendField  *field,
                                              gboolean          given);

G_END_DECLS
