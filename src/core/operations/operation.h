/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"

G_BEGIN_DECLS

#define TEND_TYPE_OPERATION (tend_operation_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendOperation, tend_operation, TEND, OPERATION, GObject)

/**
 * TendOperation:
 *
 * One act of a person on the book: runs as one transaction and one batch of the journal on the writer thread, and can
 * be taken back as one. Made on the main thread, given to tend_book_apply_async(), read again when that has finished;
 * in between it belongs to the writer thread. An operation is applied once.
 *
 * A subclass implements run() with the tables and the #TendTransaction of `storage/`.
 */
struct _TendOperationClass
{
  GObjectClass  parent_class;
  const char   *kind;     /* the word of the batch's head in the journal: "edit", "reassign", … */
  /* Whether a backup is made first (imports). */
  gboolean      backup_first;
  gboolean    (*run)      (TendOperation    *self,
                           TendTransaction  *transaction,
                           GCancellable     *cancellable,
                           GError          **error);
  gpointer      padding[4];
};

const char *tend_operation_get_kind  (TendOperation *self);
/* The batch it was written as; 0 before it was applied, and where there was nothing to change. */
TendId      tend_operation_get_batch (TendOperation *self);
/* How many rows of the noun it is about it changed (accounts reassigned, rows imported). */
guint       tend_operation_get_count (TendOperation *self);
void        tend_operation_set_count (TendOperation *self,
                                      guint          count);
/* What the journal calls it: the name of the row concerned. May be NULL. */
const char *tend_operation_get_label (TendOperation *self);
void        tend_operation_set_label (TendOperation *self,
                                      const char    *label);
/* Who does it; 0 = the book's user. */
TendId      tend_operation_get_by    (TendOperation *self);
void        tend_operation_set_by    (TendOperation *self,
                                      TendId         manager);
/* For subclasses whose kind depends on what they do (create, edit, delete; undo, redo). Copied. */
void        tend_operation_set_kind  (TendOperation *self,
                                      const char    *kind);
/* The batch that this operation takes back; 0 = none. */
TendId      tend_operation_get_undoes (TendOperation *self);
void        tend_operation_set_undoes (TendOperation *self,
                                      TendId         batch);
/* For the book alone. */
gboolean    tend_operation_run       (TendOperation    *self,
                                      TendTransaction  *transaction,
                                      GCancellable     *cancellable,
                                      GError          **error);
void        tend_operation_set_batch (TendOperation    *self,
                                      TendId            batch);

G_END_DECLS
