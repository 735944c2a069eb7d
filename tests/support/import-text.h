/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "core/exchange/import-job.h"

G_BEGIN_DECLS

/* A new file of this text. (transfer full) */
GFile            *tend_test_import_write           (const char              *text);
/* Imports @file, or, where @succeeds is FALSE, has it refused. (transfer full) */
TendImportResult *tend_test_import_file            (TendBook                *book,
                                                    GFile                   *file,
                                                    TendImportKind           kind,
                                                    const TendImportOptions *options,
                                                    gboolean                 succeeds);
/* The same with a file of this text, whose rows' keys belong to the source "test" unless @options say otherwise.
 * (transfer full) */
TendImportResult *tend_test_import_text            (TendBook                *book,
                                                    TendImportKind           kind,
                                                    const char              *text,
                                                    const TendImportOptions *options,
                                                    gboolean                 succeeds);
/* @expected: "row code column" of each problem, parted by blanks around a bar. */
void              tend_test_import_assert_problems (TendImportResult        *result,
                                                    const char              *expected);

G_END_DECLS
