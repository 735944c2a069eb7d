/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "import-result.h"

G_BEGIN_DECLS

TendImportResult *tend_import_result_new (void);
void              tend_import_result_add (TendImportResult        *self,
                                          const TendImportProblem *problem);

G_END_DECLS
