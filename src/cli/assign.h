/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* Fields of a row from words on the command line: FIELD=VALUE. */
gboolean tend_assign_words     (TendCli             *cli,
                                TendRecord          *record,
                                const char * const  *words,
                                GError             **error);
gboolean tend_assign_field     (TendCli             *cli,
                                TendRecord          *record,
                                const char          *name,
                                const char          *value,
                                GError             **error);
void     tend_assign_defaults  (TendCli             *cli,
                                TendRecord          *record);

/* What was done, as the answer. */
TendExit tend_answer_row       (TendCli             *cli,
                                const TendNoun      *noun,
                                TendId               id,
                                GError             **error);

G_END_DECLS
