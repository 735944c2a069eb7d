/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* What a word on the command line means as the value of a field. */
gboolean tend_value_set          (TendCli          *cli,
                                  TendRecord       *record,
                                  const TendField  *field,
                                  const char       *text,
                                  GError          **error);
gboolean tend_value_parse_instant (const char      *name,
                                  const char       *text,
                                  gboolean          past,
                                  TendInstant      *instant,
                                  GError          **error);
const char *tend_value_get_currency (TendCli       *cli,
                                  const TendRecord *record);

G_END_DECLS
