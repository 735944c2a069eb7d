/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

/**
 * TendEditField:
 *
 * A field of a record and the widget that it is typed in.
 */
typedef struct
{
  const TendField *field;
  GtkWidget       *widget;  /* borrowed: a child of the dialog's template */
  const char      *currency;  /* of a MONEY: an interned code */
} TendEditField;

/* Makes the widget fit the field (the words of a combo row, one line an entry). */
void     tend_edit_field_prepare   (TendEditField    *self);
/* Calls @callback with @data swapped, whenever the user changes the value. */
void     tend_edit_field_watch     (TendEditField    *self,
                                    GCallback         callback,
                                    gpointer          object);
void     tend_edit_field_fill      (TendEditField    *self,
                                    const TendRecord *record);
/* Takes the value into @record. %TEND_ERROR_INPUT with the field's name. */
gboolean tend_edit_field_collect   (TendEditField    *self,
                                    TendRecord       *record,
                                    GError          **error);
/* Whether the value is what the field is for: an e-mail address that one can write to, a website that one can open. The
 * book takes others too, since lists of other programs hold them; what a person types here should work. */
gboolean tend_edit_field_check     (TendEditField    *self,
                                    const TendRecord *record,
                                    GError          **error);
/* Says what is wrong with the value; @error NULL: all is well, and an amount or a date is said back as it was understood
 * and stands in @record. */
void     tend_edit_field_show      (TendEditField    *self,
                                    const TendRecord *record,
                                    const GError     *error);

G_END_DECLS
