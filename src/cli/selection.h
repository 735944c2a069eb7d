/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* Which rows a command is about: --where FIELD=VALUE and --search WORDS. */
TendQuery *tend_selection_new   (TendCli             *cli,
                                 const TendNoun      *noun,
                                 const char * const  *where,
                                 const char          *search,
                                 GError             **error);
gboolean   tend_selection_sort  (TendQuery           *query,
                                 const char          *sort,
                                 GError             **error);
GArray    *tend_selection_range (GArray              *ids,
                                 gint64               offset,
                                 gint64               limit);

G_END_DECLS
