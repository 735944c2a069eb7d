/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TEND_SANDBOX_PORTAL "org.freedesktop.portal.Desktop"

/* Whether the desktop is asked through its portal, because the process is in a sandbox. As GLib decides. */
gboolean tend_sandbox_is_on              (void);
/* Asks that the process may go on without a window; a desktop may end one that has not asked. @reason is shown where the
 * desktop asks her. What is answered changes nothing here: who is refused is ended by the desktop itself. */
void     tend_sandbox_request_background (GDBusConnection *bus,
                                          const char      *reason);

G_END_DECLS
