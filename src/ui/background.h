/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"

G_BEGIN_DECLS

#define TEND_TYPE_BACKGROUND (tend_background_get_type ())
G_DECLARE_FINAL_TYPE (TendBackground, tend_background, TEND, BACKGROUND, GObject)

/**
 * TendBackground:
 *
 * Whether the process goes on without a window. It does while it has the user's own book open and she wants to be reminded
 * in the background; a process that the desktop starts as a service opens the book for that. With neither, a service ends
 * when what it was started for is done.
 */
TendBackground *tend_background_new  (TendApplication *application);
/* For a window that is about to close. The first time that the process will go on without one, this says so and closes
 * @window when that has been read: then it answers TRUE, and the window stays until then. */
gboolean        tend_background_tell (TendBackground  *self,
                                      GtkWindow       *window);

G_END_DECLS
