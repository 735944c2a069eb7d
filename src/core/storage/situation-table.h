/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../situation.h"
#include "database.h"

G_BEGIN_DECLS

/* How an account stands at @now. %TEND_ERROR_NOT_FOUND where there is none. @currency: of accounts that name none. */
TendSituation *tend_situation_table_read (TendDatabase  *database,
                                          TendId         account,
                                          TendInstant    now,
                                          const char    *currency,
                                          GError       **error);

G_END_DECLS
