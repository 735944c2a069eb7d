#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program through a day: find, edit, promise, be reminded, settle, close the window."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import notifications
import tend

NAMES = ["Adler Logistik", "Birke Gartenbau", "Cedar Books", "Müller & Söhne", "Straßenbau Nord"]


def book():
    tend.forget_settings()
    tend.new_book(managers=("Anna Berg",), accounts=[(name, "Anna Berg") for name in NAMES])


def account(name):
    return next(item for item in tend.items("accounts") if item["name"] == name)


def search():
    """search finds as she types, whatever the spelling, and Escape brings all back"""
    book()
    with tend.Screen() as screen:
        for words, found in (("mueller", [NAMES[3]]), ("STRASSEN", [NAMES[4]]), ("nord str", [NAMES[4]]), ("bo ce", [NAMES[2]])):
            desktop.press("ctrl+f", "ctrl+a")
            desktop.type_text(words)
            desktop.wait_for(lambda: screen.rows() == found, f"{words} to find {found}")
        desktop.press("ctrl+a")
        desktop.type_text("xyzzy")
        desktop.wait_for(lambda: desktop.find(screen.application, "list item", lambda text: text.startswith(NAMES[2])) is None, "nothing")
        desktop.press("Escape")
        desktop.wait_for(lambda: sorted(screen.rows()) == sorted(NAMES), "all to be back")


def onward():
    """Down leads from the search to the first account found, and shows it"""
    book()
    with tend.Screen() as screen:
        desktop.press("ctrl+f")
        desktop.type_text("cedar")
        desktop.wait_for(lambda: screen.rows() == [NAMES[2]], "it to be found")
        desktop.press("Down")
        screen.wait_selected(1)
        screen.find("heading", NAMES[2])


def by_tab():
    """Tab goes from one part of the window to the next, not from row to row, and leaves the place as it is"""
    book()
    with tend.Screen() as screen:
        places = screen.find("list", "Places")
        accounts = desktop.wait_find(places, "list item", "Accounts")
        screen.click(accounts)
        desktop.press("Tab")
        desktop.wait_for(lambda: desktop.find(screen.find("list", "Account Managers"), "list item", test=focused), "the managers to have the keyboard")
        assert desktop.has_state(accounts, "selected")
        screen.click(screen.row(NAMES[0]))
        desktop.wait_for(lambda: focused(screen.row(NAMES[0])), "the row to have the keyboard")
        passed = []
        while "New Contact" not in passed and len(passed) < 30:
            desktop.press("Tab")
            node = desktop.wait_for(lambda: desktop.find(screen.application, test=focused), "something to have the keyboard")
            passed.append(node.get_name())
        assert "New Contact" in passed and "New Follow-Up" in passed and not [name for name in passed if name in NAMES], passed


def back_from_menus():
    """a menu that is closed gives the keyboard back to the row that it was about"""
    book()
    with tend.Screen() as screen:
        for row in (screen.manager("Anna Berg"), screen.row(NAMES[1])):
            screen.click(row)
            desktop.wait_for(lambda: focused(row), "the row to have the keyboard")
            desktop.press("shift+F10")
            desktop.wait_for(lambda: desktop.find(screen.application, "menu item", test=focused), "its menu")
            desktop.press("Escape")
            desktop.wait_for(lambda: focused(row), "the row to have the keyboard again")


def folded():
    """where the columns are folded, a tap shows an account, and the list knows which when they unfold"""
    book()
    with tend.Screen() as screen:
        screen.click(screen.row(NAMES[0]))
        screen.find("heading", NAMES[0])
        screen.window.resize(360, 720)
        desktop.act(screen.find("button", "Back"))
        desktop.wait_for(lambda: desktop.find(screen.application, "heading", NAMES[0]) is None, "the list to be alone")
        screen.click(screen.row(NAMES[2]))
        screen.find("heading", NAMES[2])
        screen.window.resize(1200, 720)
        desktop.wait_for(lambda: [row.get_name().split(",")[0] for row in desktop.walk(screen.accounts())
                                  if desktop.has_state(row, "selected")] == [NAMES[2]], "it to be selected")


def focused(node):
    return desktop.has_state(node, "focused")


def edit():
    """an account is edited in its dialog, and Ctrl+Z takes it back"""
    book()
    before = tend.content()
    with tend.Screen() as screen:
        screen.click(screen.row(NAMES[2]))
        screen.find("heading", NAMES[2])
        screen.click(screen.find("button", "Edit"))
        desktop.wait_for(lambda: focused_text(screen) == NAMES[2], "the name to be ready for typing")
        desktop.press("ctrl+a")
        desktop.type_text("Cedar Books Ltd")
        desktop.press("ctrl+Return")
        desktop.wait_for(lambda: "Cedar Books Ltd" in [item["name"] for item in tend.items("accounts")], "the new name in the book")
        screen.find("heading", "Cedar Books Ltd")
        screen.click(screen.row("Cedar Books Ltd"))
        desktop.press("ctrl+z")
        desktop.wait_for(lambda: not tend.differences(before, tend.content()), "the book to be as it was")


def focused_text(screen):
    node = desktop.find(screen.application, test=lambda below: desktop.has_state(below, "focused") and "Text" in below.get_interfaces())
    return desktop.text_of(node) if node else None


def keys_in_entries():
    """keys that a text field needs stay with it"""
    book()
    before = tend.content()
    with tend.Screen() as screen:
        desktop.press("ctrl+f")
        desktop.type_text("jd sez")
        desktop.wait_for(lambda: focused_text(screen) == "jd sez", "what was typed")
        desktop.press("Home", "Delete")
        desktop.wait_for(lambda: focused_text(screen) == "d sez", "Delete in the entry")
        desktop.press("ctrl+z")
        desktop.wait_for(lambda: focused_text(screen) == "jd sez", "Ctrl+Z in the entry")
        desktop.press("ctrl+a", "Delete")
        desktop.wait_for(lambda: focused_text(screen) == "", "all of it to be gone")
        assert tend.differences(before, tend.content()) == []


def promise_and_reminder():
    """a promise is written in the window and reminds; pressing the notification shows its account"""
    book()
    daemon = tend.start_daemon()
    with tend.Screen() as screen:
        screen.click(screen.row(NAMES[2]))
        screen.find("heading", NAMES[2])
        screen.click(screen.find("button", "Follow-Up"))
        desktop.wait_for(lambda: focused_text(screen) == "", "the title to be ready for typing")
        desktop.type_text("Call about the shelves")
        desktop.press("Tab")
        desktop.type_text("tomorrow 15:00")
        screen.find("button", "Save", lambda node: desktop.has_state(node, "sensitive"))
        desktop.press("ctrl+Return")
        promised = desktop.wait_for(lambda: tend.items("follow-ups"), "the promise in the book")[0]
        assert promised["title"] == "Call about the shelves" and promised["account"]["name"] == NAMES[2], promised
        due = tend.follow_up("Send the invoice", account=NAMES[0])
        tend.wait_shown(tend.name(due))
        notifications.press(tend.ID, tend.name(due), -1)
        screen.find("heading", NAMES[0])
    daemon.end()


def first_close():
    """the first time that reminders go on without a window, it says so"""
    book()
    tend.put_setting("background-told", "false")
    with tend.Screen() as screen:
        desktop.press("ctrl+q")
        screen.find("button", "Close Window", lambda node: desktop.has_state(node, "focused"))
        desktop.press("Return")
        desktop.wait_for(lambda: desktop.Window._look("Tend") is None, "the window to close")
        assert screen.program.alive() and tend.running()
        tend.activate("open-today", "'due'")
        desktop.wait_for(lambda: desktop.Window._look("Tend"), "the window to come back")
        desktop.Window("Tend").focus()
        desktop.press("ctrl+q")
        desktop.wait_for(lambda: desktop.Window._look("Tend") is None, "the window to close without a word")


desktop.run_tests(search, onward, by_tab, back_from_menus, folded, edit, keys_in_entries, promise_and_reminder, first_close)
