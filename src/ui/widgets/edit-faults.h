/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edit-field.h"

G_BEGIN_DECLS

/* The fields of a dialog (element-type TendEditField), and what its noun has against a record. */

/* The one that @error is about; NULL where it is about none of them. */
TendEditField *tend_edit_faults_get_field (GArray            *fields,
                                           const GError      *error);
/* All that is wrong with @record, not the first alone: what is wrong with each of @fields goes into @errors, which is as long as
 * these are, and may know of some already. Whether nothing is wrong, in a field or elsewhere. */
gboolean       tend_edit_faults_find      (GArray            *fields,
                                           const TendRecord  *record,
                                           GError           **errors);

G_END_DECLS
