#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program while the client is on the line: contact is logged by one key, and what was promised is planned with it."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import tend

NAME = "Cedar Books"


def book():
    tend.forget_settings()
    tend.new_book(managers=("Anna Berg",), accounts=[("Adler Logistik", "Anna Berg"), (NAME, "Anna Berg")])


def open_dialog(screen):
    """Selects the account and presses the key; the line of text has the focus."""
    screen.click(screen.row(NAME))
    screen.find("heading", NAME)
    desktop.press("ctrl+l")
    screen.find("button", "Save")
    desktop.wait_for(lambda: focused(screen) is not None, "a field to be ready for typing")


def focused(screen):
    return desktop.find(screen.application, test=lambda node: desktop.has_state(node, "focused") and "Text" in node.get_interfaces())


def interactions():
    return tend.items("interactions")


def quick():
    """the common case is Ctrl+L, a line of text, and Enter; Ctrl+Z takes it back"""
    book()
    before = tend.content()
    with tend.Screen() as screen:
        open_dialog(screen)
        desktop.type_text("Asked about the shelves")
        desktop.press("Return")
        desktop.wait_for(lambda: len(interactions()) == 1, "the call in the book")
        call = interactions()[0]
        assert call["summary"] == "Asked about the shelves" and call["kind"] == "call" and call["two_way"], f"a call: {call}"
        screen.wait_toast()
        screen.click(screen.row(NAME))
        desktop.press("ctrl+z")
        desktop.wait_for(lambda: not tend.differences(before, tend.content()), "the book to be as it was")


def promise():
    """the next step is planned in the same dialog, and one undo takes back both"""
    book()
    before = tend.content()
    with tend.Screen() as screen:
        open_dialog(screen)
        desktop.type_text("Wants an offer")
        # To the person, past her list, to the next step.
        fill(screen, "To Do Next", "Send the offer")
        fill(screen, "When", "next Tuesday 15:00")
        desktop.press("ctrl+Return")
        desktop.wait_for(lambda: len(tend.items("follow-ups")) == 1 and len(interactions()) == 1, "both in the book")
        step = tend.items("follow-ups")[0]
        assert step["title"] == "Send the offer" and step["due"]["wall"].endswith("15:00"), f"the step: {step}"
        screen.click(screen.wait_toast())
        desktop.wait_for(lambda: not tend.differences(before, tend.content()), "the book to be as it was")


def timeline():
    """what was logged stands on the timeline; there it is edited and deleted by key, and Ctrl+Z brings it back"""
    book()
    tend.ctl("log", NAME, "--kind", "visit", "--summary", "Saw the new shelves", "--at", "yesterday 15:00")
    with tend.Screen() as screen:
        screen.click(screen.row(NAME))
        screen.find("heading", NAME)
        screen.click(screen.find("page tab", "Timeline"))
        entries = screen.find("list", "Timeline")
        screen.click(desktop.wait_find(entries, "list item", lambda text: text.startswith("Saw the new shelves, Visit")))
        desktop.press("e")
        desktop.wait_for(lambda: focused(screen) is not None, "the dialog")
        desktop.press("ctrl+a")
        desktop.type_text("Saw all the shelves")
        desktop.press("ctrl+Return")
        row = desktop.wait_find(entries, "list item", lambda text: text.startswith("Saw all the shelves, Visit"))
        screen.click(row)
        before = tend.content()
        desktop.press("Delete")
        desktop.wait_for(lambda: interactions() == [], "the visit to be deleted")
        screen.click(screen.row(NAME))
        desktop.press("ctrl+z")
        desktop.wait_for(lambda: not tend.differences(before, tend.content()), "the visit to be back")


def fill(screen, name, text):
    """Goes on with Tab until the field has the focus, as a person does who keeps her hands on the keys."""
    for _ in range(12):
        if (node := focused(screen)) is not None and (node.get_name() or "").startswith(name):
            desktop.type_text(text)
            return
        desktop.press("Tab")
    raise desktop.Failure(f"no field {name}")


def unsaved():
    """what was typed is not thrown away unasked"""
    book()
    with tend.Screen() as screen:
        open_dialog(screen)
        desktop.type_text("Half a sent")
        desktop.press("Escape")
        screen.find("button", "Discard")
        desktop.press("alt+d")
        desktop.wait_for(lambda: desktop.find(screen.application, "button", "Save") is None, "the dialog to be gone")
        assert interactions() == []


def nowhere():
    """in a text field the key opens the dialog too, and in a dialog it does nothing"""
    book()
    with tend.Screen() as screen:
        screen.click(screen.row(NAME))
        screen.find("heading", NAME)
        desktop.press("ctrl+f")
        desktop.type_text("ced")
        desktop.wait_for(lambda: screen.rows() == [NAME], "the account to be found")
        desktop.press("ctrl+l")
        screen.find("button", "Save")
        desktop.press("ctrl+l")
        desktop.press("Escape")
        desktop.wait_for(lambda: desktop.find(screen.application, "button", "Save") is None, "the dialog to be gone")


desktop.run_tests(quick, promise, unsaved, nowhere, timeline)
