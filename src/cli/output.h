/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Text for people, and one JSON document for programs. All of it is UTF-8, whatever the locale. */
typedef struct _TendTable TendTable;

void        tend_output_text     (const char  *text);
void        tend_output_line     (const char  *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void        tend_output_note     (const char  *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void        tend_output_add_path (JsonBuilder *builder,
                                  const char  *name,
                                  const char  *path);
void        tend_output_json     (JsonBuilder *builder);
char       *tend_output_to_json  (JsonNode    *node,
                                  gboolean     pretty);

/* Columns of text, as wide as they must be. */
TendTable  *tend_table_new       (void);
void        tend_table_free      (TendTable   *self);
void        tend_table_take      (TendTable   *self,
                                  char        *cell);
void        tend_table_take_number (TendTable *self,
                                  char        *cell);
void        tend_table_end_row   (TendTable   *self);
void        tend_table_print     (TendTable   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTable, tend_table_free)

G_END_DECLS
