#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program with files: a list dropped on its window, another book opened, a damaged one restored."""
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import tend

NAMES = ["Adler Logistik", "Birke Gartenbau", "Cedar Books"]
SOURCE = os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support", "drag-source.py")


def drag_onto(path, place):
    """Drags the file out of another program, whose window stands beside Tend's."""
    files = desktop.Program(sys.executable, SOURCE, path)
    source = desktop.Window("Files")
    desktop.xdotool("windowmove", source.id, 1080, 300)
    desktop.wait_for(lambda: source.origin()[0] > 1000, "the window of files to stand beside")
    left, top = source.origin()
    desktop.drag((left + 75, top + 75), place)
    return files


def go_through(find, click):
    """The import dialog to its end."""
    click(find("button", "Continue", enabled))
    find(None, "Which Column Is What", showing)
    click(find("button", "Continue", enabled))
    click(find("button", "Import", enabled))


def dropped():
    """a list dragged out of another program is imported, and Undo takes it back"""
    tend.forget_settings()
    tend.put_setting("window-width", "1000")
    tend.new_book(accounts=NAMES)
    before = tend.content()
    path = tend.write_csv("more.csv", ["Name", "City"], [["Dorn Metall", "Jena"], ["Esche Möbel", "Gera"]])
    with tend.Screen() as screen:
        files = drag_onto(path, screen.place(screen.accounts()))
        go_through(screen.find, screen.click)
        desktop.wait_for(lambda: len(tend.items("accounts")) == 5, "five accounts in the book")
        screen.click(screen.find("button", "Undo This Import"))
        desktop.wait_for(lambda: len(tend.items("accounts")) == 3, "three accounts in the book")
        for table in ("account", "contact", "manager", "follow_up"):
            assert before[table] == tend.content()[table], table
        files.end()


def dropped_at_first():
    """on the welcome page a dropped list begins the book"""
    tend.forget_settings()
    tend.put_setting("window-width", "1000")
    shutil.rmtree(os.path.dirname(tend.BOOK), ignore_errors=True)
    path = tend.write_csv("first.csv", ["Name", "City"], [["Dorn Metall", "Jena"]])
    with Bare() as bare:
        bare.find("button", "Sample Book", showing)
        files = drag_onto(path, bare.window.centre(bare.find("frame")))
        go_through(bare.find, bare.click)
        desktop.wait_for(lambda: os.path.exists(tend.BOOK) and [row["name"] for row in tend.items("accounts")] == ["Dorn Metall"], "its account")
        bare.click(bare.find("button", "Close", enabled))
        bare.find("list item", lambda text: text.startswith("Dorn Metall,"))
        files.end()


class Bare:
    """The program with a window that shows no book."""

    def __enter__(self):
        self.program = tend.start()
        self.application = desktop.application("tend")
        self.window = desktop.Window("Tend")
        self.window.focus()
        return self

    def find(self, role=None, name=None, test=None):
        return desktop.wait_find(self.application, role, name, test)

    def click(self, node):
        desktop.click(*self.window.centre(node))

    def __exit__(self, kind, _value, _trace):
        if kind is not None:
            desktop.keep_picture("bare")
            print("\n".join(f"# {line}" for line in self.program.log.splitlines()))
            self.program.kill()
            return
        self.program.end()
        tend.wait_ended()


def showing(node):
    return desktop.has_state(node, "showing")


def enabled(node):
    return desktop.has_state(node, "sensitive") and desktop.has_state(node, "showing")


def choose(screen, path):
    """In the chooser that is open now: as its location."""
    chooser = desktop.wait_for(lambda: another_window(), "the file chooser")
    desktop.xdotool("windowfocus", "--sync", chooser)
    desktop.press("ctrl+l")
    entry = desktop.wait_for(lambda: desktop.find(screen.application, test=is_typed_in), "the location to be ready for typing")
    # Not typed: the chooser's own completion types along.
    desktop.set_text(entry, path)
    desktop.wait_for(lambda: desktop.text_of(entry) == path, "the whole path")
    desktop.press("Return")
    desktop.wait_for(lambda: another_window() is None, "the file chooser to close")


def is_typed_in(node):
    return desktop.has_state(node, "focused") and desktop.has_state(node, "editable")


def another_window():
    found = [desktop.Window._look(title) for title in ("Open Another Book", "Restore Backup")]
    return next((window for window in found if window), None)


def another_book():
    """another book is opened from the menu, remembered, and its window takes the place of the first"""
    tend.forget_settings()
    tend.new_book(accounts=NAMES)
    other = tend.new_book(accounts=["Zeder GmbH"], path=os.path.join(tend.FOLDER, "other", "other.tend"))
    with tend.Screen() as screen:
        desktop.act(window_of(screen), "win.open-book")
        choose(screen, other)
        desktop.wait_for(lambda: desktop.find(screen.application, "list item", lambda text: text.startswith("Zeder GmbH,")), "the other book")
        desktop.wait_for(lambda: not desktop.find(screen.application, "list item", lambda text: text.startswith(NAMES[0])), "the first to be gone")
        desktop.wait_for(lambda: "other.tend" in desktop.output("gsettings", "get", tend.ID, "book"), "the other to be remembered")
    with tend.Screen() as screen:
        assert screen.rows() == ["Zeder GmbH"]


def window_of(screen):
    return desktop.wait_find(screen.application, "frame")


def restored():
    """a damaged book is restored from its backup out of the page that says so, and kept aside"""
    tend.forget_settings()
    tend.new_book(accounts=NAMES)
    backup = os.path.join(tend.BOOK + ".backups", "by-hand.tend")
    tend.ctl("backup", backup)
    for name in os.listdir(os.path.dirname(tend.BOOK)):
        if name.startswith("book.tend-"):
            os.unlink(os.path.join(os.path.dirname(tend.BOOK), name))
    with open(tend.BOOK, "wb") as book:
        book.write(b"\x00\x01\x02 what a failing disk leaves" * 1000)
    with Bare() as bare:
        bare.find("button", "Restore Backup…", lambda node: desktop.has_state(node, "focused"))
        bare.click(bare.find("button", "Restore Backup…"))
        choose(bare, backup)
        for name in NAMES:
            bare.find("list item", lambda text, name=name: text.startswith(name + ","))
        bare.find("label", lambda text: text.startswith("The damaged book was kept as book.tend.before-restore-"))
        aside = [name for name in os.listdir(os.path.dirname(tend.BOOK)) if ".before-restore-" in name]
        assert len(aside) == 1, aside
        with open(os.path.join(os.path.dirname(tend.BOOK), aside[0]), "rb") as kept:
            assert b"failing disk" in kept.read()


desktop.run_tests(dropped, dropped_at_first, another_book, restored)
