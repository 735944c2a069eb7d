/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_EDIT_DIALOG (tend_edit_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendEditDialog, tend_edit_dialog, TEND, EDIT_DIALOG, AdwDialog)

/**
 * TendEditDialog:
 *
 * A dialog that creates or edits one row of the book. A subclass lays out its fields in a template ("content") and binds
 * each to a widget; everything that is alike is here: filling, checking as one types (at the field), Save, which writes
 * only what differs, asking before an unsaved dialog closes, and a conflict with someone else's change, which shows both
 * values of every field concerned and lets the user choose.
 *
 * Signals: `applied (TendOperation *)`: it is written; the dialog closes after this.
 *          `failed (GError *)`: it could not be written, for a reason that no field of this dialog can mend.
 */
struct _TendEditDialogClass
{
  AdwDialogClass parent_class;

  /* Takes what no bound field holds into @record, and what cannot be taken is an error of code %TEND_ERROR_INPUT. */
  gboolean (*collect) (TendEditDialog  *self,
                       TendRecord      *record,
                       GError         **error);
  /* Shows @record in what no bound field holds. */
  void     (*fill)    (TendEditDialog   *self,
                       const TendRecord *record);
  /* What creates @record; NULL: it alone. (transfer full) */
  TendOperation * (*create)     (TendEditDialog   *self,
                                 const TendRecord *record);
  /* Whether something was typed that is no part of the record. May be NULL. */
  gboolean        (*is_touched) (TendEditDialog   *self);
  gpointer padding[2];
};

/* For init of a subclass: @field of the noun stands in @widget, which is an AdwEntryRow (TEXT, DATE, MONEY, INTEGER), TendTextRow
 * (TEXT), AdwComboRow (WORD; its model is set here), AdwSwitchRow (BOOLEAN), AdwSpinRow (INTEGER), TendReferenceRow
 * (REFERENCE), TendTextsGroup (TEXTS) or TendWhenRow (INSTANT). */
void              tend_edit_dialog_bind         (TendEditDialog   *self,
                                                 const TendNoun   *noun,
                                                 const char       *field,
                                                 GtkWidget        *widget);
/* In which currency the amounts are (an ISO 4217 code, see tend_book_get_currency()): before tend_edit_dialog_set_record(). */
void              tend_edit_dialog_set_currency (TendEditDialog   *self,
                                                 const char       *currency);
/* Shows the row to edit (@record is copied; with an id of 0 it is created, and @record holds what it begins with). */
void              tend_edit_dialog_set_record   (TendEditDialog   *self,
                                                 TendBook         *book,
                                                 const TendRecord *record);
TendBook         *tend_edit_dialog_get_book     (TendEditDialog   *self);
/* The record as it was when the dialog was opened; borrowed. */
const TendRecord *tend_edit_dialog_get_before   (TendEditDialog   *self);
gboolean          tend_edit_dialog_is_creating  (TendEditDialog   *self);
/* The record as it stands in the dialog. (transfer full) */
TendRecord       *tend_edit_dialog_dup_record   (TendEditDialog   *self);
/* Something was typed in a widget that is not bound. */
void              tend_edit_dialog_check        (TendEditDialog   *self);
gboolean          tend_edit_dialog_get_dirty    (TendEditDialog   *self);
gboolean          tend_edit_dialog_get_valid    (TendEditDialog   *self);
/* What the Save button does. */
void              tend_edit_dialog_save         (TendEditDialog   *self);

G_END_DECLS
