/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-sandbox"

#include "config.h"

#include "sandbox.h"

gboolean
tend_sandbox_is_on (void)
{
  const char *asked = g_getenv ("GIO_USE_PORTALS");

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || (asked != NULL && *asked == '1');
}

static void
on_requested (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  /* A portal without this interface has no such rule either. */
  if (answer == NULL)
    g_debug ("The desktop could not be asked about the background: %s", error->message);
}

void
tend_sandbox_request_background (GDBusConnection *bus,
                                 const char      *reason)
{
  GVariantBuilder request = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  g_variant_builder_add (&request, "{sv}", "reason", g_variant_new_string (reason));
  g_dbus_connection_call (bus, TEND_SANDBOX_PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Background",
                          "RequestBackground", g_variant_new ("(sa{sv})", "", &request), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_requested, NULL);
}
