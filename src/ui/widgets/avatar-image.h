/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TEND_TYPE_AVATAR_IMAGE (tend_avatar_image_get_type ())

/* A TendAvatar as a widget, for rows that have other widgets beside it. */
G_DECLARE_FINAL_TYPE (TendAvatarImage, tend_avatar_image, TEND, AVATAR_IMAGE, GtkWidget)

/* @size is its diameter in px. */
GtkWidget *tend_avatar_image_new      (int              size);
void       tend_avatar_image_set_name (TendAvatarImage *self,
                                       const char      *name);

G_END_DECLS
