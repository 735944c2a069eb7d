/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* Who the user of a sample book is, as an id. */
#define TEND_SAMPLE_USER_SETTING "sample-user"

/* Settings of the book. NULL without an error where there is none; NULL removes it. */
char     *tend_setting_table_get (TendDatabase  *database,
                                  const char    *key,
                                  GError       **error);
gboolean  tend_setting_table_set (TendDatabase  *database,
                                  const char    *key,
                                  const char    *value,
                                  GError       **error);

G_END_DECLS
