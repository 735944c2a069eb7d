/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendAvatar:
 *
 * Initials in a coloured circle, drawn rather than built: a list draws hundreds of them, and an AdwAvatar is half the
 * cost of a row (measured.md, Lists). Initials and colour are those that AdwAvatar gives the same name.
 */
typedef struct
{
  char        *initials;
  guint        colour;
  PangoLayout *layout;
} TendAvatar;

void  tend_avatar_set      (TendAvatar  *self,
                            const char  *name);
void  tend_avatar_clear    (TendAvatar  *self);
/* Draws it with a diameter of @size at @x, @y of @widget, which gives the font. */
void  tend_avatar_snapshot (TendAvatar  *self,
                            GtkWidget   *widget,
                            GtkSnapshot *snapshot,
                            float        x,
                            float        y,
                            float        size);
/* For the widget's css_changed: the font may be another. */
void  tend_avatar_changed  (TendAvatar  *self);
/* What of the name of a firm makes initials worth seeing: "Brauhaus Weißenfels" of "Brauhaus Weißenfels GmbH & Co. KG".
 * To be given to an AdwAvatar too. (transfer full) */
char *tend_avatar_name     (const char  *name);
/* The first letters of the first and the last word, as capitals; "" for no name. (transfer full) */
char *tend_avatar_initials (const char  *name);

G_END_DECLS
