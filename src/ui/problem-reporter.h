/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/error.h"

G_BEGIN_DECLS

/* The one place where an error becomes a sentence for people: from its code, reason, field and value, never from its
 * message, which is for developers. */

/* What has happened and, where there is one, the way out, in whole sentences. (transfer full) */
char     *tend_problem_sentence     (const GError    *error);
/* The few words above the sentence where it stands in a dialog or on a page. (transfer none) */
const char *tend_problem_title      (const GError    *error);
/* Whether nothing goes on before the user has read it: shown by a dialog instead of a toast. */
gboolean  tend_problem_is_grave     (const GError    *error);
/* Says it: by dialog above @parent where it is grave, else by toast. A cancelled operation is no problem. */
void      tend_problem_report       (const GError    *error,
                                     GtkWidget       *parent,
                                     AdwToastOverlay *toasts);

G_END_DECLS
