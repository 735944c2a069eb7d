/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-kind"

#include "config.h"

#include "import-kind.h"

/* How many columns have a meaning in rows of this kind; 0 where there is not what such a row cannot be without. */
static guint
count_understood (TendImportKind  kind,
                  TendCsvDialect *dialect)
{
  g_autoptr (TendImportMapping) mapping = tend_import_mapping_guess (kind, dialect);
  guint n = 0;

  if (!tend_import_kind_check (kind, mapping, NULL))
    return 0;

  /* Only who works here reports to somebody, though staff has addresses like clients. */
  if (kind == TEND_IMPORT_MANAGERS && tend_import_mapping_get (mapping, "reports_to") != NULL)
    return G_MAXUINT;

  for (guint i = 0; i < dialect->columns->len; i++)
    n += tend_import_mapping_uses_column (mapping, dialect, i) ? 1 : 0;

  return n;
}

TendImportKind
tend_import_kind_guess (TendCsvDialect *dialect)
{
  TendImportKind best = TEND_IMPORT_ACCOUNTS;
  guint most = 0;

  g_return_val_if_fail (dialect != NULL, TEND_IMPORT_ACCOUNTS);

  for (guint kind = 0; kind < TEND_IMPORT_N_KINDS; kind++)
    {
      guint n = count_understood (kind, dialect);

      if (n > most)
        {
          best = kind;
          most = n;
        }
    }

  return best;
}
