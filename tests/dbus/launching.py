#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways into Tend that its desktop entry offers, taken as a desktop takes them."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import tend


class Session:
    """A fresh book of a fresh user, and nothing running; what was started ends with it."""

    def __enter__(self):
        tend.forget_settings()
        tend.put_setting("background-reminders", "false")
        tend.new_book()
        return self

    def __exit__(self, *_):
        if tend.running():
            tend.end()


def entry_actions():
    from gi.repository import GLib

    entry = GLib.KeyFile()
    entry.load_from_file(os.path.join(os.environ["TEND_BUILD_ROOT"], "data", f"{tend.ID}.desktop"), GLib.KeyFileFlags.NONE)
    assert entry.get_boolean("Desktop Entry", "DBusActivatable")
    return entry.get_string_list("Desktop Entry", "Actions")


def new_account_dialogs(application):
    return [node for node in desktop.walk(application) if node.get_role_name() == "dialog" and node.get_name() == "New Account"]


def wait_new_account():
    application = desktop.application("tend")
    desktop.wait_for(lambda: new_account_dialogs(application), "the dialog of a new account")
    return application


def wait_place(application, name):
    """Until the window shows that place: its row is the one that is selected."""
    def selected(row):
        return desktop.has_state(row, "selected") and desktop.find(row, name=name) is not None

    desktop.wait_for(lambda: (places := desktop.find(application, "list", "Places")) and desktop.find(places, test=selected), f"the place {name}")


def offered():
    """each action of the desktop entry is one of the application, since a desktop asks the bus for it"""
    with Session():
        program = tend.start()
        there = desktop.output("gdbus", "call", "--session", "-d", tend.ID, "-o", tend.OBJECT, "-m", "org.gtk.Actions.List")
        for action in entry_actions():
            assert f"'{action}'" in there, f"{action}: {there}"
        program.end()


def new_account():
    """New Account, not running: its dialog; asked for twice, one dialog"""
    with Session():
        tend.activate("new-account")
        application = wait_new_account()
        tend.activate("new-account")
        tend.activate("follow-ups")
        wait_place(application, "Follow-Ups")
        assert len(new_account_dialogs(application)) == 1


def new_account_by_command():
    """New Account by the command line, not running: its dialog"""
    with Session():
        program = tend.start("--new-account")
        wait_new_account()
        program.end()


def follow_ups():
    """Follow-Ups, not running and running"""
    with Session():
        tend.activate("follow-ups")
        application = desktop.application("tend")
        wait_place(application, "Follow-Ups")
        tend.activate("open-today", "'due'")
        wait_place(application, "Today")
        tend.activate("follow-ups")
        wait_place(application, "Follow-Ups")


tend.install_service()
desktop.run_tests(offered, new_account, new_account_by_command, follow_ups)
