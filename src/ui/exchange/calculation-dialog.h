/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/import-preview.h"

G_BEGIN_DECLS

#define TEND_TYPE_CALCULATION_DIALOG (tend_calculation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendCalculationDialog, tend_calculation_dialog, TEND, CALCULATION_DIALOG, AdwDialog)

/* Asks how an amount is calculated of the columns of a file: a price, times a quantity, less a discount, added up over the
 * rows of a key. @field: what it is for ("Amount"). @preview outlives the dialog.
 *
 * Signal: `chosen (const char *source)`, a source for a TendImportMapping. */
AdwDialog *tend_calculation_dialog_new (const TendImportPreview *preview,
                                        const char              *field);

/* The source of a calculation; the columns are indices, -1 = none. (transfer full) */
char      *tend_calculation_dup_source (const TendImportPreview *preview,
                                        int                      price,
                                        int                      quantity,
                                        int                      discount,
                                        gboolean                 adds_up);

G_END_DECLS
