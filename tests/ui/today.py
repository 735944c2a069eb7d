#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today in the real program, by keys: the first thing of a day, settled line by line."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import tend

NAMES = ["Adler Logistik", "Birke Gartenbau", "Cedar Books"]
TITLES = ["Call the carrier", "Send the offer", "Ask about the shelves"]


def screen():
    """The first start of a day."""
    tend.forget_settings()
    tend.new_book(managers=("Anna Berg",), accounts=[(name, "Anna Berg") for name in NAMES])
    for number, (name, title) in enumerate(zip(NAMES, TITLES)):
        tend.follow_up(title, due=f"2026-01-0{number + 1} 10:00", account=name)
    tend.put_setting("last-day", "'2020-02-29'")
    return Day()


class Day(tend.Screen):
    def accounts(self):
        return self.find("list", "Today", lambda node: node.get_child_count() > 0)

    def lines(self):
        return [row.get_name().split(", ")[1] for row in desktop.walk(self.accounts()) if row.get_role_name() == "list item"]

    def focused(self):
        node = desktop.find(self.application, "list item", test=lambda row: desktop.has_state(row, "focused"))
        return node.get_name().split(", ")[1] if node else None


def state(title):
    return next(item["state"] for item in tend.items("follow-ups") if item["title"] == title)


def focused_text(day):
    node = desktop.find(day.application, test=lambda below: desktop.has_state(below, "focused") and "Text" in below.get_interfaces())
    return desktop.text_of(node) if node else None


def by_keys():
    """the day begins with Today; j and k go through it, d settles, the next line is selected, Ctrl+Z takes it back"""
    with screen() as day:
        desktop.wait_for(lambda: sorted(day.lines()) == sorted(TITLES), "the lines of the day")
        order = day.lines()
        desktop.wait_for(lambda: day.focused() == order[0], "the first line to have the focus from the beginning")
        desktop.press("j", "j", "k")
        desktop.wait_for(lambda: day.focused() == order[1], "the second line")
        day.find("heading", NAMES[TITLES.index(order[1])])
        desktop.press("d")
        desktop.wait_for(lambda: state(order[1]) == "done", "the line to be done")
        desktop.wait_for(lambda: day.lines() == [order[0], order[2]], "it to leave")
        desktop.wait_for(lambda: day.focused() == order[2], "the next line to be selected")
        desktop.press("ctrl+z")
        desktop.wait_for(lambda: day.lines() == order, "it to be back")


def letters():
    """what is put off has a day and a reason, and letters that are typed into an entry are nobody's keys"""
    with screen() as day:
        desktop.wait_for(lambda: sorted(day.lines()) == sorted(TITLES), "the lines of the day")
        order = day.lines()
        day.click(day.find("label", order[0]))
        desktop.wait_for(lambda: day.focused() == order[0], "the first line to have the focus")
        desktop.press("s")
        entry = day.find("text", "Reason")
        day.click(entry)
        desktop.type_text("dslkj")
        desktop.wait_for(lambda: focused_text(day) == "dslkj", "the letters in the entry")
        assert all(state(title) == "open" for title in TITLES)
        day.click(day.find("button", test=lambda node: node.get_name() == "Tomorrow Morning"
                           or desktop.find(node, "label", "Tomorrow Morning") is not None))
        desktop.wait_for(lambda: state(order[0]) == "snoozed", "the line to be put off")
        desktop.wait_for(lambda: day.lines() == order[1:], "it to leave")


def onward():
    """l logs contact with the client of the line"""
    with screen() as day:
        desktop.wait_for(lambda: sorted(day.lines()) == sorted(TITLES), "the lines of the day")
        order = day.lines()
        name = NAMES[TITLES.index(order[0])]
        day.click(day.find("label", order[0]))
        desktop.wait_for(lambda: day.focused() == order[0], "the first line to have the focus")
        desktop.press("l")
        day.find("button", "Save")
        desktop.wait_for(lambda: focused_text(day) is not None, "the keyboard to be in the dialog")
        desktop.type_text("Spoke about it")
        desktop.press("ctrl+Return")
        desktop.wait_for(lambda: [item["summary"] for item in tend.items("interactions")] == ["Spoke about it"], "the call in the book")
        assert tend.items("interactions")[0]["account"]["name"] == name


def opens():
    """where the columns are folded, Enter on a line goes to its client"""
    with screen() as day:
        desktop.wait_for(lambda: sorted(day.lines()) == sorted(TITLES), "the lines of the day")
        order = day.lines()
        day.click(day.find("label", order[0]))
        desktop.wait_for(lambda: day.focused() == order[0], "the first line to have the focus")
        day.window.resize(360, 720)
        desktop.wait_for(lambda: day.focused() == order[0] and
                         desktop.find(day.application, "heading", NAMES[TITLES.index(order[0])]) is None, "the columns to fold")
        desktop.press("Return")
        day.find("heading", NAMES[TITLES.index(order[0])])


def stays():
    """the client whose line was selected is selected in the list of accounts too"""
    with screen() as day:
        desktop.wait_for(lambda: sorted(day.lines()) == sorted(TITLES), "the lines of the day")
        title = day.lines()[1]
        name = NAMES[TITLES.index(title)]
        day.click(day.find("label", title))
        day.find("heading", name)
        day.click(desktop.wait_find(day.find("list", "Places"), "list item", "Accounts"))
        desktop.wait_for(lambda: [row.get_name().split(",")[0] for row in desktop.walk(day.find("list", "Accounts"))
                                  if desktop.has_state(row, "selected")] == [name], "it to be selected")


def other_place():
    """the accounts of another place are shown from their beginning"""
    tend.forget_settings()
    names = [f"Client {number:03}" for number in range(300)]
    tend.new_book(managers=("Anna Berg",), accounts=[(name, "Anna Berg" if name != "Client 200" else "") for name in names])
    tend.follow_up(TITLES[0], due="2026-01-01 10:00", account=names[7])
    tend.put_setting("last-day", "'2020-02-29'")
    with Day() as day:
        def first():
            accounts = desktop.find(day.application, "list", "Accounts")
            row = desktop.find(accounts, "list item") if accounts else None
            return row.get_name().split(",")[0] if row else None

        places = day.find("list", "Places")
        day.click(desktop.wait_find(places, "list item", "Without Owner"))
        desktop.wait_for(lambda: first() == "Client 200", "the one without owner")
        day.click(desktop.wait_find(places, "list item", "Accounts"))
        desktop.wait_for(lambda: first() == "Client 000", "the first of all")


desktop.run_tests(by_keys, letters, onward, opens, stays, other_place)
