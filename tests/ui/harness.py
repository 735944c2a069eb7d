#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop that the other tests of this suite stand on: its bus, display and accessibility, seen with a program that is not ours."""
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import notifications


def home_is_private():
    """home, runtime folder and display are private"""
    folder = os.environ["TEND_TEST_FOLDER"]
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        assert os.environ[name].startswith(folder + "/"), name
    assert os.stat(os.environ["XDG_RUNTIME_DIR"]).st_mode & 0o777 == 0o700
    assert not desktop.bus_has("org.freedesktop.portal.Desktop")


def program_is_seen_and_typed_into():
    """a program is found by accessibility, clicked and typed into"""
    if not shutil.which("gnome-text-editor"):
        raise desktop.Skip("gnome-text-editor is not here")
    editor = desktop.Program("gnome-text-editor", "--standalone", env={"G_DEBUG": ""})
    try:
        application = desktop.application("gnome-text-editor")
        text = desktop.wait_find(application, role="text", test=lambda node: desktop.has_state(node, "multi-line"))
        window = desktop.Window("Text Editor")
        window.focus()
        desktop.click(*window.centre(text))
        desktop.type_text("Grow")
        desktop.wait_for(lambda: "Grow" in desktop.text_of(text), "what was typed")
    finally:
        editor.kill()


def notifications_are_kept():
    """a notification is kept, counted and withdrawn"""
    daemon = desktop.Program(sys.executable, notifications.__file__)
    try:
        desktop.wait_for(lambda: desktop.bus_has(notifications.NAME), "the daemon")
        add = ["gdbus", "call", "--session", "-d", notifications.NAME, "-o", notifications.PATH, "-m", f"{notifications.NAME}.AddNotification"]
        desktop.output(*add, "a.b.C", "one", "{'title': <'Call'>, 'body': <'It’s \"time\"'>, 'buttons': <[{'label': <'Done'>, 'action': <'app.x'>}]>}")
        shown = notifications.shown("a.b.C")
        assert shown["one"]["title"] == "Call" and shown["one"]["buttons"] == ["Done"], shown
        assert notifications.sent() == 1
        desktop.output(*add[:-1], f"{notifications.NAME}.RemoveNotification", "a.b.C", "one")
        assert notifications.shown("a.b.C") == {}
    finally:
        daemon.end()


desktop.run_tests(home_is_private, program_is_seen_and_typed_into, notifications_are_kept)
