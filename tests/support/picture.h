/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything that the application does before its first window: toolkit, style sheet. */
void       tend_test_init_ui    (int        *argc,
                                 char     ***argv);
/* Draws @widget as it stands and keeps it as $TEND_TEST_PICTURES/NAME.png, for people to look at; does nothing where that
 * is not set. */
void       tend_test_picture    (GtkWidget  *widget,
                                 const char *name);
/* The first descendant of @root of @type whose buildable id is @id (NULL: any). NULL where there is none. */
GtkWidget *tend_test_find       (GtkWidget  *root,
                                 GType       type,
                                 const char *id);
/* A button below @root that is on screen and called @label, with its mnemonic. NULL where there is none. */
GtkWidget *tend_test_find_button (GtkWidget  *root,
                                  const char *label);
/* Whether a label below @root that is on screen says @text. */
gboolean   tend_test_says        (GtkWidget  *root,
                                  const char *text);

G_END_DECLS
