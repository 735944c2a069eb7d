/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* The schema that this build writes; what the file's user_version says. */
#define TEND_SCHEMA_VERSION 1
/* "TEND": what tells our files from other applications' databases. */
#define TEND_SCHEMA_APPLICATION 0x54454e44

/* The step that leads from schema @number - 1 to @number; NULL where there is none. Borrowed. */
const char *tend_migrations_get_sql (int             number);
/* Runs the steps after @from up to @to inside one transaction; @get_sql is tend_migrations_get_sql() but in tests.
 * Killed or failing in the middle, it leaves the old book whole. */
gboolean    tend_migrations_run     (TendDatabase   *database,
                                     int             from,
                                     int             to,
                                     const char   *(*get_sql) (int number),
                                     GError        **error);
/* Whether the schema is to the letter what the steps make: a foreign trigger or view would run with our rights. */
gboolean    tend_migrations_compare (TendDatabase   *database,
                                     GError        **error);

G_END_DECLS
