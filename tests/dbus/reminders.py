#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders on a desktop of our own: shown, pressed, withdrawn, and none of it lost or doubled."""
import fcntl
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import notifications
import tend

URGENT = "urgent"


class Desk:
    """A fresh book, fresh settings and a fresh notification daemon; all that was started ends with it."""

    def __init__(self, background=True, **book):
        tend.forget_settings()
        tend.put_setting("background-reminders", "true" if background else "false")
        tend.new_book(**book)
        self.daemon = tend.start_daemon()
        self.programs = []

    def __enter__(self):
        return self

    def start(self, *arguments):
        program = tend.start(*arguments)
        self.programs.append(program)
        return program

    def __exit__(self, kind, _value, _trace):
        for program in self.programs:
            if kind is None:
                program.end()
            elif program.alive():
                program.kill()
        if tend.running():
            tend.end()
        self.daemon.end()


def shown_and_done():
    """a follow-up of another process is shown, and Done settles it"""
    with Desk() as desk:
        desk.start()
        identifier = tend.follow_up("Send the offer")
        shown = tend.wait_shown(tend.name(identifier))[tend.name(identifier)]
        assert shown["title"] == "Send the offer", shown
        assert shown["body"].startswith("Nordlicht GmbH · Today, "), shown
        assert shown["buttons"] == ["Done", "Snooze 1 Hour"], shown
        assert shown["priority"] != URGENT and shown["default-action"] == "app.open-follow-up", shown
        notifications.press(tend.ID, tend.name(identifier), 0)
        desktop.wait_for(lambda: tend.state(identifier) == "done", "the follow-up to be done")
        # Twice does no harm; nor does one that is not there.
        tend.activate("follow-up-done", f"int64 {identifier}")
        tend.activate("follow-up-done", "int64 4711")
        tend.wait_shown()
        assert notifications.sent() == 1
        assert tend.ctl("undo") is not None and tend.state(identifier) == "open"


def snoozed():
    """Snooze moves the reminder by an hour, and not the time it is due"""
    with Desk() as desk:
        desk.start()
        identifier = tend.follow_up("Call back")
        tend.wait_shown(tend.name(identifier))
        before = tend.items("follow-ups")[0]
        notifications.press(tend.ID, tend.name(identifier), 1)
        desktop.wait_for(lambda: tend.state(identifier) == "snoozed", "the follow-up to be snoozed")
        after = tend.items("follow-ups")[0]
        assert after["due"] == before["due"] and after["snoozed_until"], after
        tend.wait_shown()


def settled_elsewhere():
    """what is settled, moved or deleted elsewhere is withdrawn"""
    with Desk() as desk:
        desk.start()
        one, two = tend.follow_up("One"), tend.follow_up("Two")
        tend.wait_shown(tend.name(one), tend.name(two))
        tend.ctl("follow-up", "done", one)
        tend.wait_shown(tend.name(two))
        tend.ctl("follow-up", "snooze", two, "--until", "tomorrow 09:00")
        tend.wait_shown()
        three = tend.follow_up("Three")
        tend.wait_shown(tend.name(three))
        tend.ctl("undo")
        tend.wait_shown()


def digest():
    """more than three at once are one, withdrawn with the last"""
    with Desk() as desk:
        identifiers = [tend.follow_up(f"Promise {number}") for number in range(5)]
        desk.start("--gapplication-service")
        shown = tend.wait_shown("follow-ups")["follow-ups"]
        assert shown["title"] == "5 Follow-Ups Are Due", shown
        assert shown["body"].splitlines()[-1] == "and 2 more", shown
        assert notifications.sent() == 1
        for identifier in identifiers[:-1]:
            tend.ctl("follow-up", "done", identifier)
        assert list(tend.shown()) == ["follow-ups"]
        tend.ctl("follow-up", "done", identifiers[-1])
        tend.wait_shown()


def done_not_running():
    """Done in a process that the desktop starts for it, which then ends"""
    with Desk(background=False) as desk:
        program = desk.start()
        identifier = tend.follow_up("Send the contract")
        tend.wait_shown(tend.name(identifier))
        tend.activate("quit")
        assert program.wait() == 0
        assert not tend.running()
        notifications.press(tend.ID, tend.name(identifier), 0)
        desktop.wait_for(lambda: tend.state(identifier) == "done", "the follow-up to be done")
        tend.wait_ended()
        assert tend.shown() == {}


def snoozed_not_running():
    """Snooze in a process that the desktop starts for it"""
    with Desk(background=False):
        identifier = tend.follow_up("Send the contract")
        tend.activate("follow-up-snooze", f"int64 {identifier}")
        desktop.wait_for(lambda: tend.state(identifier) == "snoozed", "the follow-up to be snoozed")
        tend.wait_ended()


def background():
    """with its windows closed it stays, and reminds; switched off, it ends"""
    with Desk() as desk:
        program = desk.start()
        desktop.Window("Tend")
        tend.activate("quit")
        desktop.wait_for(lambda: desktop.Window._look("Tend") is None, "the window to close")
        identifier = tend.follow_up("Call in the evening")
        tend.wait_shown(tend.name(identifier))
        assert program.alive()
        notifications.press(tend.ID, tend.name(identifier), 0)
        desktop.wait_for(lambda: tend.state(identifier) == "done", "the follow-up to be done")
        tend.put_setting("background-reminders", "false")
        assert program.wait() == 0


def missed():
    """what became due while nothing ran comes at the next start, once"""
    with Desk() as desk:
        identifier = tend.follow_up("Missed", due="2026-01-05T10:00")
        first = desk.start("--gapplication-service")
        assert "5 January" in tend.wait_shown(tend.name(identifier))[tend.name(identifier)]["body"]
        wait_marked(identifier)
        first.end()
        tend.wait_ended()
        desk.start("--gapplication-service")
        other = tend.follow_up("Another")
        tend.wait_shown(tend.name(identifier), tend.name(other))
        assert notifications.sent() == 2


def wait_marked(identifier):
    desktop.wait_for(lambda: next(item for item in tend.items("follow-ups") if item["id"] == identifier).get("reminded_at"),
                     "the reminder to be marked")


def killed_between():
    """killed between sending and marking: sent again in place of the first, neither lost nor doubled"""
    with Desk(managers=("Anna Berg", "Paul Weiß"), accounts=(("Nordlicht GmbH", "Paul Weiß"),)) as desk:
        people = {manager["name"]: manager["id"] for manager in tend.items("managers")}
        tend.put_setting("manager", people["Anna Berg"])
        identifier = tend.follow_up("Survive", manager="Paul Weiß")
        program = desk.start("--gapplication-service")
        wait_active()
        # Nobody can write to the book: what is sent cannot be marked.
        with open(tend.BOOK + ".lock", "r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            tend.put_setting("manager", people["Paul Weiß"])
            tend.wait_shown(tend.name(identifier))
            program.kill()
        tend.wait_ended()
        assert notifications.sent() == 1
        assert not tend.items("follow-ups")[0].get("reminded_at")
        program = desk.start("--gapplication-service")
        desktop.wait_for(lambda: notifications.sent() == 2, "the reminder to be sent again")
        tend.wait_shown(tend.name(identifier))
        wait_marked(identifier)
        program.kill()
        tend.wait_ended()
        desk.start("--gapplication-service")
        other = tend.follow_up("Next", manager="Paul Weiß")
        tend.wait_shown(tend.name(identifier), tend.name(other))
        assert notifications.sent() == 3


def wait_active():
    """Until the process reminds for the book: it holds the lock."""
    def held():
        try:
            with open(tend.BOOK + ".reminders", "r+") as claim:
                fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    desktop.wait_for(held, "a process that reminds")


def one_reminds():
    """of two sessions one reminds; the other takes over when it ends, also when it is killed"""
    with Desk() as desk:
        first = desk.start("--gapplication-service")
        wait_active()
        # Not by dbus-run-session, whose end by force would leave bus and daemon behind.
        bus = desktop.Program("dbus-daemon", "--nofork", "--print-address", "1", "--config-file", f"{tend.FOLDER}/bus.conf")
        daemon = None
        try:
            address = desktop.wait_for(lambda: bus.log.endswith("\n") and bus.log.strip(), "the second session")
            with OtherBus(address):
                daemon = tend.start_daemon()
                second = desk.start("--gapplication-service")
            identifier = tend.follow_up("Only once")
            tend.wait_shown(tend.name(identifier))
            wait_marked(identifier)
            with OtherBus(address):
                assert notifications.sent() == 0
                first.kill()
                other = tend.follow_up("Taken over")
                tend.wait_shown(tend.name(other))
                assert notifications.sent() == 1
                second.end()
        finally:
            if daemon:
                daemon.kill()
            bus.kill()


class OtherBus:
    def __init__(self, address):
        self.address = address

    def __enter__(self):
        self.mine = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.address

    def __exit__(self, *_):
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.mine


def hostile_names():
    """markup, control characters and 10,000 letters in names stay harmless"""
    hostile = "<b>Bold</b> & Söhne"
    with Desk(accounts=(hostile,)) as desk:
        desk.start()
        one = tend.follow_up("<i>Call</i>", account=tend.items("accounts")[0]["id"])
        shown = tend.wait_shown(tend.name(one))[tend.name(one)]
        assert shown["title"] == "<i>Call</i>", shown
        assert shown["body"].startswith("‹b›Bold‹/b› + Söhne · "), shown
        assert not set("<>&") & set(shown["body"])


def daemon_comes_late():
    """what is due before there is a desktop to show it waits for one"""
    with Desk() as desk:
        desk.daemon.end()
        desktop.wait_for(lambda: not desktop.bus_has(notifications.NAME), "the daemon to end")
        program = desk.start("--gapplication-service")
        identifier = tend.follow_up("Patience")
        desk.daemon = tend.start_daemon()
        tend.wait_shown(tend.name(identifier))
        assert program.alive()


def freedesktop():
    """on a desktop of the freedesktop kind: shown, Done pressed, withdrawn"""
    with Desk() as desk:
        desk.daemon.end()
        mock = desktop.Program(sys.executable, "-m", "dbusmock", "--session", "--template", "notification_daemon", env={"G_DEBUG": ""})
        try:
            desktop.wait_for(lambda: desktop.bus_has("org.freedesktop.Notifications"), "the daemon")
            desk.start()
            identifier = tend.follow_up("Send the offer")
            line = desktop.wait_for(lambda: next((line for line in mock.log.splitlines() if "Notify" in line), None), "the notification")
            assert "Nordlicht GmbH" in line and "Done" in line, line
            subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.Notifications", "-o", "/org/freedesktop/Notifications",
                            "-m", "org.freedesktop.DBus.Mock.EmitSignal", "org.freedesktop.Notifications", "ActionInvoked", "us",
                            f"[<uint32 1>, <'app.follow-up-done(int64 {identifier})'>]"], check=True, capture_output=True, timeout=60)
            desktop.wait_for(lambda: tend.state(identifier) == "done", "the follow-up to be done")
        finally:
            mock.kill()
        desk.daemon = tend.start_daemon()


tend.install_service()
desktop.run_tests(shown_and_done, snoozed, settled_elsewhere, digest, done_not_running, snoozed_not_running, background, missed,
                  killed_between, one_reminds, hostile_names, daemon_comes_late, freedesktop)
