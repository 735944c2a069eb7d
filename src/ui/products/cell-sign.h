/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/matrix.h"

G_BEGIN_DECLS

/* How a square of the white-space matrix is shown: by a sign and a word, and a colour beside them, never by the colour alone.
 * @cell may carry the flag of an open opportunity, which changes none of the three. */

/* One character; "" for white space. Static. */
const char *tend_cell_sign   (TendCell  cell);
/* "Fits well", "Competitor". Static, translated. */
const char *tend_cell_word   (TendCell  cell);
/* The background; FALSE where it has none. */
gboolean    tend_cell_colour (TendCell  cell,
                              GdkRGBA  *colour);
/* The word with the opportunity, for tooltips and screen readers: "Competitor · opportunity open". (transfer full) */
char       *tend_cell_describe (TendCell cell);

G_END_DECLS
