/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"
#include "output.h"

G_BEGIN_DECLS

/* The journal, as rows and as acts. */
TendExit    tend_change_output_list (TendCli             *cli,
                                     const char * const  *where,
                                     gint64               offset,
                                     gint64               limit,
                                     gboolean             count,
                                     GError             **error);
void        tend_change_output_json (JsonBuilder         *builder,
                                     const TendChange    *change,
                                     const char          *by);
char       *tend_change_output_act  (const TendChange    *head);
const char *tend_change_output_kind (const char          *kind);

G_END_DECLS
