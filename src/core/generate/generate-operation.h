/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../operations/operation.h"
#include "sample-book.h"

G_BEGIN_DECLS

#define TEND_TYPE_GENERATE_OPERATION (tend_generate_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendGenerateOperation, tend_generate_operation, TEND, GENERATE_OPERATION, TendOperation)

/* Fills an empty book with a sample, in one transaction. It is no batch of the journal: a book that was always so has
 * nothing to take back. Refused for a book that has rows (%TEND_ERROR_EXISTS). */
TendOperation *tend_generate_operation_new      (const TendSampleOptions *options);
/* Who is to be its user: a lead, with accounts of her own and a team. A book remembers it (setting `sample-user`) and has
 * that user whenever it is opened; this is for the one who has it open. 0 where there is none. */
TendId         tend_generate_operation_get_user (TendGenerateOperation   *self);
/* How many rows of @noun it made; after it was applied. */
guint          tend_generate_operation_get_rows (TendGenerateOperation   *self,
                                                 const TendNoun          *noun);

G_END_DECLS
