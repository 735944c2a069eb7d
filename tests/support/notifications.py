#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for a desktop that shows GNotifications (org.gtk.Notifications): keeps them, and presses what a test wants pressed.
With --portal ID it stands in for the portal that an application ID in a sandbox sees, and refuses what that would refuse.

Run it as a program inside tests/support/on-desktop and wait for the name; then, from a test:

    import notifications
    notifications.shown("io.github.tendapp.Tend")            -> {id: {"title": …, "body": …, "buttons": [labels]}}
    notifications.press("io.github.tendapp.Tend", id, 0)     button 0; -1 presses the notification itself

A press calls ActivateAction of the application as GNOME Shell does, so that a program that is not running is started by the bus.
"""
import json
import subprocess
import sys

NAME = "org.gtk.Notifications"
PATH = "/org/gtk/Notifications"
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
# What the portal knows of a notification, and takes (org.freedesktop.portal.Notification, version 1).
PORTAL_KEYS = {"title", "body", "icon", "priority", "default-action", "default-action-target", "buttons"}
# And of a wish to go on without a window (org.freedesktop.portal.Background, version 1).
BACKGROUND_KEYS = {"handle_token", "reason", "autostart", "commandline", "dbus-activatable"}
PRIORITIES = {"low", "normal", "high", "urgent"}
TEST = "io.github.tendapp.TestNotifications"
INTERFACES = f"""
<node>
  <interface name="{NAME}">
    <method name="AddNotification">
      <arg type="s" direction="in"/> <arg type="s" direction="in"/> <arg type="a{{sv}}" direction="in"/>
    </method>
    <method name="RemoveNotification"> <arg type="s" direction="in"/> <arg type="s" direction="in"/> </method>
  </interface>
  <interface name="org.freedesktop.portal.Notification">
    <method name="AddNotification"> <arg type="s" direction="in"/> <arg type="a{{sv}}" direction="in"/> </method>
    <method name="RemoveNotification"> <arg type="s" direction="in"/> </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Background">
    <method name="RequestBackground">
      <arg type="s" direction="in"/> <arg type="a{{sv}}" direction="in"/> <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="{TEST}">
    <method name="Shown"> <arg type="s" direction="in"/> <arg type="s" direction="out"/> </method>
    <method name="Press">
      <arg type="s" direction="in"/> <arg type="s" direction="in"/> <arg type="i" direction="in"/>
    </method>
    <method name="Sent"> <arg type="u" direction="out"/> </method>
    <method name="Asked"> <arg type="s" direction="out"/> </method>
  </interface>
</node>"""


def call(method, *arguments):
    done = subprocess.run(["gdbus", "call", "--session", "-d", TEST, "-o", PATH, "-m", f"{TEST}.{method}", *map(str, arguments)],
                          capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


def shown(application_id):
    from gi.repository import GLib

    return json.loads(GLib.Variant.parse(None, call("Shown", application_id).strip(), None, None).unpack()[0])


def press(application_id, identifier, button):
    call("Press", application_id, identifier, "--", button) if button < 0 else call("Press", application_id, identifier, button)


def sent():
    """How many were ever sent, so that one sent twice is seen although it replaces."""
    return int(call("Sent").split()[1].rstrip(",)"))


def asked():
    """With what an application has asked the portal to go on without a window, each time."""
    from gi.repository import GLib

    return json.loads(GLib.Variant.parse(None, call("Asked").strip(), None, None).unpack()[0])


class Daemon:
    def __init__(self, connection, sandboxed=None):
        self.connection = connection
        self.sandboxed = sandboxed
        self.kept = {}
        self.count = 0
        self.requests = []

    def handle(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        from gi.repository import GLib

        if method == "AddNotification":
            self.add(*self.whose(arguments), arguments.get_child_value(arguments.n_children() - 1), invocation)
        elif method == "RemoveNotification":
            self.kept.pop(self.whose(arguments), None)
            invocation.return_value(None)
        elif method == "Shown":
            mine = {key[1]: self.describe(value) for key, value in self.kept.items() if key[0] == arguments.unpack()[0]}
            invocation.return_value(GLib.Variant("(s)", (json.dumps(mine),)))
        elif method == "Sent":
            invocation.return_value(GLib.Variant("(u)", (self.count,)))
        elif method == "RequestBackground":
            self.request(arguments, invocation)
        elif method == "Asked":
            invocation.return_value(GLib.Variant("(s)", (json.dumps(self.requests),)))
        elif method == "Press":
            self.press(*arguments.unpack(), invocation)

    def whose(self, arguments):
        """(application, identifier); a portal knows by itself who calls it."""
        return (self.sandboxed, arguments.unpack()[0]) if self.sandboxed else tuple(arguments.unpack()[:2])

    def add(self, application_id, identifier, notification, invocation):
        fields = notification.unpack()
        if self.sandboxed and not (set(fields) <= PORTAL_KEYS and fields.get("priority", "normal") in PRIORITIES):
            invocation.return_dbus_error("org.freedesktop.portal.Error.InvalidArgument", f"not taken: {fields}")
            return
        self.kept[application_id, identifier] = notification
        self.count += 1
        invocation.return_value(None)

    def request(self, arguments, invocation):
        from gi.repository import GLib

        options = arguments.unpack()[1]
        if not set(options) <= BACKGROUND_KEYS or len(options.get("reason", "")) > 256:
            invocation.return_dbus_error("org.freedesktop.portal.Error.InvalidArgument", f"not taken: {options}")
            return
        self.requests.append(options)
        invocation.return_value(GLib.Variant("(o)", (f"{PORTAL_PATH}/request/{len(self.requests)}",)))

    @staticmethod
    def describe(notification):
        fields = notification.unpack()
        return {"title": fields.get("title"), "body": fields.get("body"), "priority": fields.get("priority"),
                "default-action": fields.get("default-action"), "buttons": [button["label"] for button in fields.get("buttons", [])]}

    def press(self, application_id, identifier, button, invocation):
        from gi.repository import GLib

        notification = self.kept.pop((application_id, identifier))
        if button < 0:
            action = notification.lookup_value("default-action", None)
            target = notification.lookup_value("default-action-target", None)
        else:
            chosen = notification.lookup_value("buttons", None).get_child_value(button)
            action = chosen.lookup_value("action", None)
            target = chosen.lookup_value("target", None)
        path = "/" + application_id.replace(".", "/").replace("-", "_")
        if action is None:
            method, parameters = "Activate", GLib.Variant("(a{sv})", ({},))
        else:
            name = action.get_string().removeprefix("app.")
            method, parameters = "ActivateAction", GLib.Variant("(sava{sv})", (name, [target] if target else [], {}))
        self.connection.call(application_id, path, "org.freedesktop.Application", method, parameters, None, 0, 30000, None,
                             lambda connection, result: self.answer(connection, result, invocation))

    @staticmethod
    def answer(connection, result, invocation):
        from gi.repository import GLib

        try:
            connection.call_finish(result)
            invocation.return_value(None)
        except GLib.Error as error:
            invocation.return_gerror(error)


def main():
    from gi.repository import Gio, GLib

    connection = Gio.bus_get_sync(Gio.BusType.SESSION)
    daemon = Daemon(connection, sys.argv[2] if sys.argv[1:2] == ["--portal"] else None)
    interfaces = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
    shown_by = "org.freedesktop.portal.Notification" if daemon.sandboxed else NAME
    connection.register_object(PORTAL_PATH if daemon.sandboxed else PATH, interfaces.lookup_interface(shown_by), daemon.handle,
                               lambda *_: GLib.Variant("u", 1), None)
    if daemon.sandboxed:
        connection.register_object(PORTAL_PATH, interfaces.lookup_interface("org.freedesktop.portal.Background"), daemon.handle,
                                   lambda *_: GLib.Variant("u", 1), None)
    connection.register_object(PATH, interfaces.lookup_interface(TEST), daemon.handle, None, None)
    Gio.bus_own_name_on_connection(connection, PORTAL if daemon.sandboxed else NAME, 0, None, None)
    Gio.bus_own_name_on_connection(connection, TEST, 0, None, None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
