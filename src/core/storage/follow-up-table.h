/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* See tend_book_list_due() and tend_book_mark_reminded(). */
GArray   *tend_follow_up_table_list_due (TendDatabase  *database,
                                         TendInstant    now,
                                         TendId         manager,
                                         TendInstant   *next,
                                         GError       **error);
gboolean  tend_follow_up_table_mark     (TendDatabase  *database,
                                         const TendId  *follow_ups,
                                         gsize          n_follow_ups,
                                         TendInstant    at,
                                         GError       **error);

G_END_DECLS
