/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../book.h"
#include "database.h"

G_BEGIN_DECLS

/* See tend_book_check(). (transfer full) (element-type TendFault) */
GPtrArray *tend_check_run    (TendDatabase  *database,
                              GError       **error);

G_END_DECLS
