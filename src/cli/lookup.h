/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

gboolean  tend_lookup_find       (TendCli           *cli,
                                  const TendNoun    *noun,
                                  const char        *text,
                                  TendId            *id,
                                  GError           **error);
gboolean  tend_lookup_reference  (TendCli           *cli,
                                  const TendNoun    *noun,
                                  const char        *text,
                                  TendId            *id,
                                  GError           **error);
gboolean  tend_lookup_of_account (TendCli           *cli,
                                  const TendNoun    *noun,
                                  TendId             account,
                                  const char        *text,
                                  TendId            *id,
                                  GError           **error);
TendRecord *tend_lookup_dup      (TendCli           *cli,
                                  const TendNoun    *noun,
                                  TendId             id,
                                  GError           **error);
char     *tend_lookup_label      (const TendRecord  *record);

G_END_DECLS
