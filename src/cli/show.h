/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"
#include "row-output.h"

G_BEGIN_DECLS

/* The parts that showing a row is made of. */
gboolean tend_show_fetch          (TendLinks        *links,
                                   const TendRecord *record,
                                   TendCli          *cli,
                                   GError          **error);
void     tend_show_fields         (TendLinks        *links,
                                   const TendRecord *record);
void     tend_show_rows           (TendLinks        *links,
                                   const char       *heading,
                                   GPtrArray        *rows,
                                   const char       *without);
void     tend_show_sums_json      (JsonBuilder      *builder,
                                   const char       *member,
                                   GHashTable       *sums);
char    *tend_show_sums_text      (GHashTable       *sums);
void     tend_show_add_sum        (GHashTable       *sums,
                                   const char       *currency,
                                   gint64            minor);
GHashTable *tend_show_sums_new    (void);

TendExit tend_show_account        (TendCli          *cli,
                                   TendId            id,
                                   GError          **error);
TendExit tend_show_manager        (TendCli          *cli,
                                   TendId            id,
                                   GError          **error);
TendExit tend_show_product        (TendCli          *cli,
                                   TendId            id,
                                   GError          **error);

G_END_DECLS
