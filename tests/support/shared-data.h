/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a file of the shared data set, or NULL after the running test was skipped with a message. */
char *tend_test_shared_data (const char *name);

G_END_DECLS
