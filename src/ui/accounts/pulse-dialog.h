/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/pulse.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_PULSE_DIALOG (tend_pulse_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendPulseDialog, tend_pulse_dialog, TEND, PULSE_DIALOG, TendEditDialog)

/* Notes a reading of satisfaction, or edits one. @record: with an id of 0 a new one, whose account is given. */
AdwDialog *tend_pulse_dialog_new (TendBook              *book,
                                  const TendPulseRecord *record);

G_END_DECLS
