/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/contact.h"
#include "../rules/ladder.h"
#include "import-lines.h"
#include "import-merge.h"
#include "import-plan.h"

G_BEGIN_DECLS

/* The parts of the plan: import-plan.c goes through a row, import-checks.c says what is wrong with it, import-match.c
 * finds the row of the book that it means, import-sums.c adds up the rows of one key. */

/* For the note on reporting to the same or a lower role, which is right or wrong only when all rows are known. */
typedef struct
{
  TendId   id;
  TendId   lead;
  TendRole role;
  char    *title;
  guint64  row;
  guint64  line;
} TendImportManager;

struct _TendImportPlan
{
  const TendNoun        *noun;
  TendImportResult      *result;        /* borrowed */
  TendImportStore       *store;         /* borrowed */
  TendImportPlanOptions  options;
  TendId                 first_id;      /* rows of this import have ids from here on */

  /* Owned References */
  TendImportLinks       *links;
  TendImportCurrency    *currency;
  TendImportGroups      *groups;        /* (nullable): where sums are added up over the rows of a key */
  TendImportLines       *lines;         /* (nullable) */
  const TendField       *line;          /* (nullable): reports_to or parent, where the file decides it */
  TendImportTarget      *target;
  TendImportTarget      *contact;       /* (nullable): the main contact that comes with an account */
  TendImportTemplate    *key_template;  /* (nullable) */
  TendImportTemplate    *line_template; /* (nullable): of reports_to or parent */
  TendImportTemplate    *name_template; /* (nullable) */
  GHashTable            *keys;          /* key → row that had it */
  GHashTable            *taken;         /* keys of rows that are in the book now, where rows may hang on each other */
  GHashTable            *in_book;       /* keys of rows that were in the book before, the same */
  GHashTable            *rings;         /* keys of rows whose line would close a ring */
  TendImportResult      *told;          /* (nullable): during a rehearsal, the result that is told nothing */
  gboolean               writes;        /* and whether the plan writes afterwards */
  GHashTable            *numbers;       /* number → row that had it */
  GHashTable            *names;         /* of rows that only a name tells apart → row */
  GArray                *managers;
  gboolean               account_follows;       /* from the row of the book that has the key */
  gboolean              *used;          /* of each column: some field takes it */
  GString               *key;
  GString               *text;
  TendImportMerge       *merge;
};

/* Between these nothing is told and nothing written. */
void        tend_import_plan_begin_rehearsal (TendImportPlan       *self);
void        tend_import_plan_end_rehearsal  (TendImportPlan        *self);
gboolean    tend_import_plan_is_blank       (const TendCsvRecord   *record);
/* The source's own id of the row; empty where it has none. */
void        tend_import_plan_make_key       (TendImportPlan        *self,
                                             const TendCsvRecord   *record);
/* The key, what is wrong with the cells, and the values. */
gboolean    tend_import_plan_fill           (TendImportPlan        *self,
                                             const TendCsvRecord   *record,
                                             TendImportRow         *row,
                                             GError               **error);
/* TRUE where the row is the first of its key, or where keys do not matter and @group is NULL. */
gboolean    tend_import_plan_is_first       (TendImportPlan        *self,
                                             const TendCsvRecord   *record,
                                             TendImportGroup      **group);
/* A row whose sums went to an earlier one of its key: it only has its own problems. */
gboolean    tend_import_plan_take_joined    (TendImportPlan        *self,
                                             const TendImportGroup *group,
                                             const TendCsvRecord   *record,
                                             TendImportRow         *row,
                                             GError               **error);
/* The field by which rows of the file hang on each other: reports_to, parent; NULL for other nouns. */
const char *tend_import_plan_get_line_field     (TendImportPlan        *self);
/* What can be seen of the cells alone. */
void        tend_import_plan_check_cells        (TendImportPlan        *self,
                                                 const TendCsvRecord   *record,
                                                 TendImportRow         *row);
/* Whether the row has the value that it cannot be without. */
void        tend_import_plan_check_named        (TendImportPlan        *self,
                                                 TendImportRow         *row);
/* What can be seen of the row among the others: its key, whom it hangs on, its name. */
void        tend_import_plan_check_place        (TendImportPlan        *self,
                                                 TendImportRow         *row);
/* The row of the file that had @text in @table first; 0 when this is it. */
guint64     tend_import_plan_get_first_row      (GHashTable            *table,
                                                 const char            *text,
                                                 guint64                row);
/* The column that makes the key. (nullable) */
const char *tend_import_plan_get_key_column (TendImportPlan        *self);
/* Reports that @earlier had the row's key. */
void        tend_import_plan_report_key     (TendImportPlan        *self,
                                             TendImportRow         *row,
                                             guint64                earlier);
void        tend_import_plan_report_earlier     (TendImportRow         *row,
                                                 TendImportProblemCode  code,
                                                 const char            *column,
                                                 const char            *field,
                                                 const char            *value,
                                                 guint64                earlier);
/* Keeps what note_unusual_lines() needs of a manager. */
void        tend_import_plan_remember_manager   (TendImportPlan        *self,
                                                 TendId                 id,
                                                 TendImportRow         *row);
gboolean    tend_import_plan_note_unusual_lines (TendImportPlan        *self,
                                                 GError               **error);
/* The row of the book that has the key, and what the source said of it; 0 where there is none. */
gboolean    tend_import_plan_find_known     (TendImportPlan        *self,
                                             TendId                *id,
                                             const char           **values,
                                             GError               **error);
/* The row of the book that the row means; FALSE on an error of the book. */
gboolean    tend_import_plan_find_match         (TendImportPlan        *self,
                                                 TendImportMatch       *match,
                                                 TendImportRow         *row,
                                                 GError               **error);
/* A contact of the same name at the account; @id stays 0 where there is none. */
gboolean    tend_import_plan_find_same_contact  (TendImportPlan           *self,
                                                 const TendContactRecord  *contact,
                                                 TendId                   *id,
                                                 GError                  **error);
gboolean    tend_import_plan_has_main_contact   (TendImportPlan        *self,
                                                 TendId                 account,
                                                 gboolean              *has,
                                                 GError               **error);

G_END_DECLS
