/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "csv-dialect.h"

G_BEGIN_DECLS

/* What the rows of a file are. */
typedef enum
{
  TEND_IMPORT_ACCOUNTS,
  TEND_IMPORT_MANAGERS,
  TEND_IMPORT_CONTACTS,
  TEND_IMPORT_FOLLOW_UPS,
  TEND_IMPORT_PRODUCTS,
  TEND_IMPORT_PURCHASES,
  TEND_IMPORT_INVOICES,
  TEND_IMPORT_INTERACTIONS,
  TEND_IMPORT_NEEDS,
  TEND_IMPORT_OPPORTUNITIES,
  TEND_IMPORT_PULSES,
  TEND_IMPORT_LIAISONS,
  TEND_IMPORT_WHITESPACE,
  TEND_IMPORT_N_KINDS,
} TendImportKind;

/*
 * Which columns make which field.
 *
 * A field's source is one of
 *   a column's name                    `PLZ`
 *   a pattern that joins columns       `{FirstName} {LastName}`
 *   an equals sign and a fixed text    `=person`
 * In a pattern, a blank column takes the text before it along, so that no stray blank or comma remains. Of sums and
 * quantities it may also be
 *   a calculation                      `{UnitPrice} * {Quantity} * (1 - {Discount})`
 *   a plus and one of the others       `+{UnitPrice} * {Quantity}`, `+Total`: added up over all rows of one key
 *
 * Fields are those of the noun, and besides: `key`, the source's own id of the row; `contact.FIELD` in accounts, which
 * makes the account's main contact; `contact.name` and a contact's `name`, which are parted into given and family name;
 * a follow-up's `due` (date, or date and time) and the `zone` of a time; the `currency` of sums, which must be the
 * account's; a purchase's `invoice`, whose account and day it takes; a product's `discontinued`, the opposite of active.
 */
typedef struct _TendImportMapping TendImportMapping;

/* A source made ready for many rows. */
typedef struct _TendImportTemplate TendImportTemplate;

TendImportMapping  *tend_import_mapping_new         (void);
TendImportMapping  *tend_import_mapping_guess       (TendImportKind            kind,
                                                     TendCsvDialect           *dialect);
/* What the rows of a file seem to be, by the names of its columns; accounts where nothing speaks for another kind. */
TendImportKind      tend_import_kind_guess          (TendCsvDialect           *dialect);
TendImportMapping  *tend_import_mapping_ref         (TendImportMapping        *self);
void                tend_import_mapping_unref       (TendImportMapping        *self);
void                tend_import_mapping_set         (TendImportMapping        *self,
                                                     const char               *field,
                                                     const char               *source);
const char         *tend_import_mapping_get         (TendImportMapping        *self,
                                                     const char               *field);
guint               tend_import_mapping_get_n       (TendImportMapping        *self);
const char         *tend_import_mapping_get_field   (TendImportMapping        *self,
                                                     guint                     index);
const char         *tend_import_mapping_get_source  (TendImportMapping        *self,
                                                     guint                     index);
gboolean            tend_import_mapping_uses_column (TendImportMapping        *self,
                                                     TendCsvDialect           *dialect,
                                                     guint                     column);
gboolean            tend_import_kind_parse          (const char               *text,
                                                     TendImportKind           *kind);
const char         *tend_import_kind_to_string      (TendImportKind            kind);
const char * const *tend_import_kind_get_fields     (TendImportKind            kind);

TendImportTemplate *tend_import_template_new        (const char               *source,
                                                     TendCsvDialect           *dialect,
                                                     GError                  **error);
void                tend_import_template_free       (TendImportTemplate       *self);
int                 tend_import_template_get_column (const TendImportTemplate *self);
gboolean            tend_import_template_uses       (const TendImportTemplate *self,
                                                     guint                     column);
void                tend_import_template_fill       (const TendImportTemplate *self,
                                                     const TendCsvRecord      *record,
                                                     GString                  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportMapping, tend_import_mapping_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportTemplate, tend_import_template_free)

G_END_DECLS
