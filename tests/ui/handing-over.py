#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program: accounts handed over by dragging, by menu and by keyboard alone, and taken back."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import tend

ANNA, PAUL = "Anna Berg", "Paul Weiß"
NAMES = ["Adler Logistik", "Birke Gartenbau", "Cedar Books", "Dorn Metall", "Esche Möbel", "Fichte Druck"]


def book():
    """Anna owns all, with a promise on the first; returns what the book holds."""
    tend.forget_settings()
    tend.new_book(managers=(ANNA, PAUL), accounts=[(name, ANNA) for name in NAMES])
    tend.follow_up("Send the offer", due="in 3 days", account=NAMES[0])
    return tend.content()


def owned(manager):
    return sorted(name for name, owner in tend.owners().items() if owner == manager)


def wait_owned(manager, names):
    desktop.wait_for(lambda: owned(manager) == sorted(names), f"{manager} to own {names}")


def wait_back(before):
    desktop.wait_for(lambda: not tend.differences(before, tend.content()), "the book to be as it was")
    assert tend.differences(before, tend.content()) == []


def one():
    """one account dragged onto a manager, with its promise; Ctrl+Z takes it back"""
    before = book()
    with tend.Screen() as screen:
        screen.drag(NAMES[0], PAUL)
        wait_owned(PAUL, [NAMES[0]])
        assert tend.items("follow-ups")[0]["manager"]["name"] == PAUL
        assert tend.items("handovers")[0]["account"]["name"] == NAMES[0]
        desktop.wait_for(lambda: screen.manager(PAUL).get_name().endswith("1 account"), "the count of accounts")
        screen.wait_toast()
        screen.click(screen.row(NAMES[2]))
        desktop.press("ctrl+z")
        wait_back(before)
        desktop.press("ctrl+shift+z")
        wait_owned(PAUL, [NAMES[0]])
        tend.ctl("check")


def many():
    """several selected accounts dragged at once; Undo in the toast takes all back"""
    before = book()
    with tend.Screen() as screen:
        screen.select(*NAMES[1:4])
        screen.drag(NAMES[2], PAUL)
        wait_owned(PAUL, NAMES[1:4])
        assert len({row["batch"] for row in tend.items("handovers")}) == 1
        screen.click(screen.wait_toast())
        wait_back(before)


def refused():
    """the present owner does not take them, and says why while they hover"""
    before = book()
    with tend.Screen() as screen:
        gesture = desktop.Drag(*screen.place(screen.row(NAMES[1])))
        gesture.move(*screen.place(screen.manager(PAUL)))
        desktop.wait_for(lambda: desktop.find(screen.application, "label", "Takes 1 account")
                         or "Takes 1 account" in names_below(screen.manager(PAUL)), "the target to light up")
        gesture.move(*screen.place(screen.manager(ANNA)))
        desktop.wait_for(lambda: "Has it already" in names_below(screen.manager(ANNA)), "the target to say why not")
        gesture.release()
        # A key that is answered after the drop: the drop has changed nothing.
        screen.click(screen.row(NAMES[3]))
        screen.wait_selected(1)
        assert tend.differences(before, tend.content()) == []


def names_below(node):
    return " ".join((below.get_name() or "") + " " + (below.get_description() or "") for below in desktop.walk(node))


def nowhere():
    """a drag that ends beside every manager moves nothing"""
    before = book()
    with tend.Screen() as screen:
        desktop.drag(screen.place(screen.row(NAMES[1])), screen.place(screen.row(NAMES[4])))
        screen.click(screen.row(NAMES[3]))
        screen.wait_selected(1)
        assert tend.differences(before, tend.content()) == []


def by_keyboard():
    """selected and reassigned by keys alone, and taken back"""
    before = book()
    with tend.Screen() as screen:
        screen.accounts()
        desktop.press("ctrl+f", "Down", "Home", "shift+Down", "shift+Down")
        screen.wait_selected(3)
        desktop.press("ctrl+r")
        search = screen.find(test=lambda node: desktop.has_state(node, "focused") and node.get_role_name() in ("text", "entry"))
        assert search
        desktop.type_text("wei")
        desktop.wait_for(lambda: len(choices(screen)) == 1, "one manager to choose")
        desktop.press("Return")
        wait_owned(PAUL, NAMES[:3])
        desktop.wait_for(lambda: not choices(screen), "the dialog to close")
        desktop.press("ctrl+z")
        wait_back(before)


def choices(screen):
    dialog = desktop.find(screen.application, "dialog", "Reassign")
    return [] if dialog is None else [row for row in desktop.walk(dialog) if row.get_role_name() == "list item"]


def by_command():
    """what tendctl hands over shows in the window, and its undo too"""
    before = book()
    with tend.Screen() as screen:
        tend.ctl("reassign", NAMES[5], "--to", PAUL)
        desktop.wait_for(lambda: screen.manager(PAUL).get_name().endswith("1 account"), "the count of accounts")
        desktop.wait_for(lambda: PAUL in screen.row(NAMES[5]).get_name(), "the owner in the row")
        tend.ctl("undo")
        desktop.wait_for(lambda: ANNA in screen.row(NAMES[5]).get_name(), "the owner in the row")
        wait_back(before)


desktop.run_tests(one, many, refused, nowhere, by_keyboard, by_command)
