/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../operations/reassign.h"
#include "../rules/handover.h"
#include "../rules/rules.h"
#include "transaction.h"

G_BEGIN_DECLS

/* Handing accounts over, by statements that run along neighbouring rows. */

/* Counts what a reassignment would do. */
gboolean tend_handover_table_preview (TendDatabase         *database,
                                      const TendId         *accounts,
                                      gsize                 n_accounts,
                                      TendId                manager,
                                      TendInstant           now,
                                      TendReassignPreview  *preview,
                                      GError              **error);
/* Hands accounts over, one by one; @result counts up. An account that is @manager's, or is gone, is left alone. */
typedef struct
{
  TendTransaction     *transaction;
  TendId               manager;
  TendReassignChoices  choices;
  const char          *reason;
  TendReassignPreview *result;
  TendHandoverTarget   target;     /* set by checking it, as what follows */
  TendRules            rules;
  TendDay              today;
} TendHandoverJob;

/* Whether the target exists and is active: %TEND_ERROR_REFUSED with MISSING or INACTIVE. @name (nullable) gets its name. */
gboolean tend_handover_table_check_target (TendHandoverJob *job,
                                      char                **name,
                                      GError              **error);
gboolean tend_handover_table_move    (TendHandoverJob      *job,
                                      TendId                account,
                                      GError              **error);
/* Marks the handovers that the undo chain of @batch concerns as taken back by @by, or as standing again. */
gboolean tend_handover_table_mark    (TendDatabase         *database,
                                      TendId                batch,
                                      TendId                by,
                                      GError              **error);

G_END_DECLS
