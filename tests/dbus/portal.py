#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders out of a sandbox: through the portal, and through nothing else."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import notifications
import tend

SANDBOX = {"GIO_USE_PORTALS": "1"}


class Sandbox:
    """A fresh book, and Tend that reminds through a portal."""

    def __init__(self, portal=True, background=True):
        tend.forget_settings()
        tend.put_setting("background-reminders", "true" if background else "false")
        tend.new_book()
        self.portal = tend.start_daemon("--portal", tend.ID) if portal else None
        self.program = tend.start("--gapplication-service", env=SANDBOX)

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None:
            self.program.end()
        else:
            print("\n".join(f"# {line}" for line in self.program.log.splitlines()))
            self.program.kill()
        tend.wait_ended()
        if self.portal:
            self.portal.end()
            desktop.wait_for(lambda: not desktop.bus_has(notifications.TEST), "the portal to end")


def sent_and_done():
    """sent to the portal; Done there settles it, and it is withdrawn"""
    with Sandbox():
        identifier = tend.follow_up("Send the offer")
        shown = tend.wait_shown(tend.name(identifier))[tend.name(identifier)]
        assert shown["title"] == "Send the offer" and shown["buttons"] == ["Done", "Snooze 1 Hour"], shown
        assert shown["default-action"] == "app.open-follow-up", shown
        notifications.press(tend.ID, tend.name(identifier), 0)
        desktop.wait_for(lambda: tend.state(identifier) == "done", "the follow-up to be done")
        assert notifications.sent() == 1


def pressed():
    """pressed itself, the account is shown"""
    with Sandbox():
        identifier = tend.follow_up("Call back")
        tend.wait_shown(tend.name(identifier))
        notifications.press(tend.ID, tend.name(identifier), -1)
        application = desktop.application("tend")
        desktop.wait_find(application, "heading", "Nordlicht GmbH")


def withdrawn():
    """settled elsewhere, it is withdrawn from the portal"""
    with Sandbox():
        identifier = tend.follow_up("One")
        tend.wait_shown(tend.name(identifier))
        tend.ctl("follow-up", "done", identifier)
        tend.wait_shown()


def late():
    """a portal that comes later gets what was due; a desktop beside the sandbox gets nothing"""
    with Sandbox(portal=False) as sandbox:
        outside = tend.start_daemon()
        identifier = tend.follow_up("Wait for it")
        sandbox.portal = desktop.Program(sys.executable, notifications.__file__, "--portal", tend.ID)
        desktop.wait_for(lambda: next(item for item in tend.items("follow-ups") if item["id"] == identifier).get("reminded_at"),
                         "the reminder to be marked")
        # The desktop came first and answers the tests.
        assert notifications.sent() == 0
        outside.end()
        tend.wait_shown(tend.name(identifier))


def background():
    """the desktop is asked that reminders may go on without a window, once; not by one who wants none"""
    with Sandbox() as sandbox:
        asked = desktop.wait_for(notifications.asked, "the request")
        assert len(asked) == 1 and list(asked[0]) == ["reason"] and "follow-up" in asked[0]["reason"], asked
        tend.put_setting("background-reminders", "false")
        assert sandbox.program.wait() == 0
    with Sandbox(background=False) as sandbox:
        tend.activate("open-today", "'due'")
        tend.follow_up("Call back")
        desktop.wait_for(tend.shown, "the reminder")
        assert notifications.asked() == []

        def asked():
            # Again and again: what the window remembers at the same moment may be written over it.
            tend.put_setting("background-reminders", "true")
            return notifications.asked()

        desktop.wait_for(asked, "the request")


desktop.run_tests(sent_and_done, pressed, withdrawn, late, background)
