/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "import-mapping.h"

G_BEGIN_DECLS

/* What is special to the rows of one kind, beyond the names that import-mapping.h tells. Private to the import. */

const TendNoun *tend_import_kind_get_noun  (TendImportKind      kind);
/* Whether @mapping makes what a row cannot be without: TEND_ERROR_INPUT, REQUIRED, the field. */
gboolean        tend_import_kind_check     (TendImportKind      kind,
                                            TendImportMapping  *mapping,
                                            GError            **error);
/* A key out of the values of a row whose file has none, for the kinds from products on. */
void            tend_import_kind_write_key (TendImportKind      kind,
                                            const TendRecord   *record,
                                            GString            *key);

G_END_DECLS
