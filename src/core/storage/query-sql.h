/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../query.h"
#include "database.h"

G_BEGIN_DECLS

/* The ids that @query asks for, in its order; its words are left out. (transfer full) (element-type TendId) */
GArray *tend_query_sql_list (TendDatabase     *database,
                             const TendQuery  *query,
                             GError          **error);

G_END_DECLS
