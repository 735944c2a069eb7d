/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on the program speaks @language, "en" or "de", as it was built. */
void tend_test_speak (const char *language);

G_END_DECLS
