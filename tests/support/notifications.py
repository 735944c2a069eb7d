#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for a desktop that shows GNotifications (org.gtk.Notifications): keeps them, and presses what a test wants pressed.

Run it as a program inside tests/support/on-desktop and wait for the name; then, from a test:

    import notifications
    notifications.shown("io.github.tendapp.Tend")            -> {id: {"title": …, "body": …, "buttons": [labels]}}
    notifications.press("io.github.tendapp.Tend", id, 0)     button 0; -1 presses the notification itself

A press calls ActivateAction of the application as GNOME Shell does, so that a program that is not running is started by the bus.
"""
import json
import subprocess

NAME = "org.gtk.Notifications"
PATH = "/org/gtk/Notifications"
TEST = "io.github.tendapp.TestNotifications"
INTERFACES = f"""
<node>
  <interface name="{NAME}">
    <method name="AddNotification">
      <arg type="s" direction="in"/> <arg type="s" direction="in"/> <arg type="a{{sv}}" direction="in"/>
    </method>
    <method name="RemoveNotification"> <arg type="s" direction="in"/> <arg type="s" direction="in"/> </method>
  </interface>
  <interface name="{TEST}">
    <method name="Shown"> <arg type="s" direction="in"/> <arg type="s" direction="out"/> </method>
    <method name="Press">
      <arg type="s" direction="in"/> <arg type="s" direction="in"/> <arg type="i" direction="in"/>
    </method>
    <method name="Sent"> <arg type="u" direction="out"/> </method>
  </interface>
</node>"""


def call(method, *arguments):
    done = subprocess.run(["gdbus", "call", "--session", "-d", NAME, "-o", PATH, "-m", f"{TEST}.{method}", *map(str, arguments)],
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


class Daemon:
    def __init__(self, connection):
        self.connection = connection
        self.kept = {}
        self.count = 0

    def handle(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        from gi.repository import GLib

        if method == "AddNotification":
            application_id, identifier, _ = arguments.unpack()
            self.kept[application_id, identifier] = arguments.get_child_value(2)
            self.count += 1
            invocation.return_value(None)
        elif method == "RemoveNotification":
            self.kept.pop(tuple(arguments.unpack()), None)
            invocation.return_value(None)
        elif method == "Shown":
            mine = {key[1]: self.describe(value) for key, value in self.kept.items() if key[0] == arguments.unpack()[0]}
            invocation.return_value(GLib.Variant("(s)", (json.dumps(mine),)))
        elif method == "Sent":
            invocation.return_value(GLib.Variant("(u)", (self.count,)))
        elif method == "Press":
            self.press(*arguments.unpack(), invocation)

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
    daemon = Daemon(connection)
    for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
        connection.register_object(PATH, interface, daemon.handle, None, None)
    Gio.bus_own_name_on_connection(connection, NAME, 0, None, None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
