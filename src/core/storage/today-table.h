/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/rules.h"
#include "../today.h"
#include "database.h"

G_BEGIN_DECLS

/* See tend_book_get_today(). Reads in one snapshot; ends early when the connection is interrupted or @cancellable says so. */
TendToday *tend_today_table_read (TendDatabase          *database,
                                  const TendTodayQuery  *query,
                                  const TendRules       *rules,
                                  GCancellable          *cancellable,
                                  GError               **error);
/* The row that puts that reason off, whenever it ends; @alert 0 where there is none. @kind: TendAlertKind. */
gboolean   tend_today_table_find_alert (TendDatabase *database,
                                        TendId        account,
                                        int           kind,
                                        TendId        item,
                                        TendId       *alert,
                                        GError      **error);

G_END_DECLS
