/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cell-sign.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *sign;
  const char *word;
  const char *colour;  /* readable below dark and light text */
} Look;

/* The colours are those of the GNOME palette. */
static const Look looks[] = {
  [TEND_CELL_BLANK] = { "", NC_("matrix", "Not known"), NULL },
  [TEND_CELL_HAS] = { "●", NC_("matrix", "Has it, fit not judged"), "rgba(53,132,228,0.28)" },
  [TEND_CELL_FITS] = { "✓", NC_("matrix", "Fits"), "rgba(46,194,126,0.38)" },
  [TEND_CELL_PARTLY] = { "≈", NC_("matrix", "Fits partly"), "rgba(245,194,17,0.42)" },
  [TEND_CELL_DOES_NOT] = { "✗", NC_("matrix", "Does not fit"), "rgba(224,27,36,0.36)" },
  [TEND_CELL_IN_HOUSE] = { "⌂", NC_("matrix", "Does it in-house"), "rgba(145,65,172,0.26)" },
  [TEND_CELL_COMPETITOR] = { "⚑", NC_("matrix", "Has it from a competitor"), "rgba(230,97,0,0.32)" },
  [TEND_CELL_NOT_NEEDED] = { "–", NC_("matrix", "Not needed"), "rgba(119,118,123,0.20)" },
};

static const Look *
get_look (TendCell cell)
{
  guint state = TEND_CELL_STATE (cell);

  return &looks[state < G_N_ELEMENTS (looks) ? state : TEND_CELL_BLANK];
}

const char *
tend_cell_sign (TendCell cell)
{
  return get_look (cell)->sign;
}

const char *
tend_cell_word (TendCell cell)
{
  return g_dpgettext2 (NULL, "matrix", get_look (cell)->word);
}

gboolean
tend_cell_colour (TendCell  cell,
                  GdkRGBA  *colour)
{
  const char *text = get_look (cell)->colour;

  return text != NULL && gdk_rgba_parse (colour, text);
}

char *
tend_cell_describe (TendCell cell)
{
  if (cell & TEND_CELL_OPEN)
    return g_strdup_printf ("%s · %s", tend_cell_word (cell), _("opportunity open"));

  return g_strdup (tend_cell_word (cell));
}
