# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, NOT_SO, USAGE, equal, run_tests, sentence, true


def add(folder, **options):
    arguments = []
    for name, value in options.items():
        arguments += [f"--{name}", value]
    account = folder.items("accounts", "--where", "owner!=", "--limit", 1)[0]
    return folder.json("follow-up", "add", account["number"], *arguments)


def added(folder):
    """A follow-up is added for the owner, at a wall time"""
    folder.generate(30)
    account = folder.items("accounts", "--where", "owner!=", "--limit", 1)[0]
    item = add(folder, title="Call back", due="2027-01-15T15:00", lead="1-hour")
    equal(item["account"]["id"], account["id"])
    equal(item["manager"], account["owner"])
    equal(item["due"], {"instant": "2027-01-15T14:00:00Z", "wall": "2027-01-15T15:00", "zone": "Europe/Berlin", "all_day": False})
    equal((item["state"], item["lead"], item["remind_at"]), ("open", "1-hour", "2027-01-15T13:00:00Z"))
    folder.check()
    folder.run("undo")
    equal(folder.json("list", "follow-ups", "--where", "title=Call back", "--count")["total"], 0)


def words(folder):
    """Times are understood as people write them"""
    folder.generate(30)
    true(not add(folder, title="One", due="tomorrow 15:00")["due"]["all_day"], "15:00 was not understood")
    true(add(folder, title="Two", due="in 2 days")["due"]["all_day"], "a day became a time")
    true(add(folder, title="Three", due="nächsten Dienstag 15 Uhr")["due"]["wall"].endswith("T15:00"), "German was not understood")


def settled(folder):
    """Done, dropped, snoozed and reopened; a settled one is settled once"""
    folder.generate(30)
    item = add(folder, title="Call back", due="2027-01-15T15:00")
    equal(folder.json("follow-up", "done", item["id"], "--outcome", "Reached")["state"], "done")
    done = folder.json("show", "account", item["account"]["id"])
    mine = next(row for row in done["follow_ups"] if row["id"] == item["id"])
    equal(mine["outcome"], "Reached")
    true(mine["done_at"], "not said when")
    sentence(folder.run("follow-up", "done", item["id"], status=NOT_SO))
    sentence(folder.run("follow-up", "snooze", item["id"], "--until", "2027-02-01", status=NOT_SO))
    equal(folder.json("follow-up", "reopen", item["id"])["state"], "open")
    snoozed = folder.json("follow-up", "snooze", item["id"], "--until", "2027-02-01T10:00", "--reason", "On holiday")
    equal((snoozed["state"], snoozed["snooze_reason"], snoozed["remind_at"]), ("snoozed", "On holiday", "2027-02-01T09:00:00Z"))
    equal(snoozed["due"], item["due"], "the due date")
    equal(folder.json("follow-up", "drop", item["id"])["state"], "dropped")
    folder.check()


def due(folder):
    """due tells what would remind at an instant, what has, and when the next will"""
    folder.json("init")
    folder.write("one.csv", "")
    empty = folder.json("due")
    equal((empty["due"], empty["reminded"], empty["next"]), ([], [], None))
    book = folder / "full.tend"
    folder.book = book
    folder.generate(60)
    item = add(folder, title="Call back", due="2035-01-15T15:00", lead="10-minutes")
    before = folder.json("due", "--at", "2035-01-15T13:49:59Z")
    after = folder.json("due", "--at", "2035-01-15T13:50:00Z")
    true(item["id"] not in [row["id"] for row in before["due"]], "too early")
    equal(before["next"], "2035-01-15T13:50:00Z")
    true(item["id"] in [row["id"] for row in after["due"]], "too late")
    true(after["reminded"], "a sample book has reminded")
    mine = folder.json("--as-manager", item["manager"]["id"], "due", "--mine", "--at", "2035-01-15T13:50:00Z")
    true(all(row["manager"] == item["manager"] for row in mine["due"]), "not mine")
    folder.json("follow-up", "done", item["id"])
    true(item["id"] not in [row["id"] for row in folder.json("due", "--at", "2035-01-16T00:00:00Z")["due"]], "settled, and reminds")


def bad(folder):
    """Bad values are refused with a sentence, and nothing is added"""
    folder.generate(30)
    account = folder.items("accounts", "--limit", 1)[0]["number"]
    count = folder.json("list", "follow-ups", "--count")
    base = ["follow-up", "add", account]
    sentence(folder.run(*base, "--title", "x", "--due", "soon", status=INPUT))
    sentence(folder.run(*base, "--title", "x", "--due", "2026-02-30", status=INPUT))
    sentence(folder.run(*base, "--title", "", "--due", "tomorrow", status=INPUT))
    sentence(folder.run(*base, "--title", "x", "--due", "tomorrow", "--lead", "2-days", status=INPUT))
    sentence(folder.run(*base, "--title", "x", "--due", "tomorrow", "--hat", "top", status=INPUT))
    sentence(folder.run(*base, "--title", "x", "--due", "tomorrow", "--manager", "Nobody At All", status=INPUT))
    sentence(folder.run(*base, "--title", "x", "--due", "tomorrow", "--contact", "Nobody At All", status=INPUT))
    sentence(folder.run("follow-up", "add", "No Such Client", "--title", "x", "--due", "tomorrow", status=NOT_SO))
    sentence(folder.run("follow-up", "done", "12345", status=NOT_SO))
    sentence(folder.run("due", "--at", "soon", status=INPUT))
    sentence(folder.run("follow-up", "add", account, "--title", "x", status=USAGE))
    equal(folder.json("list", "follow-ups", "--count"), count)


def odd_titles(folder):
    """Titles of any script, with markup, and very long ones come back as they went in"""
    folder.generate(30)
    for title in ("<b>bold</b> & “quoted”", "مرحبا بالعالم", "🚀🚀 Größe", "x" * 10000, "-begins with a dash"):
        try:
            item = add(folder, title=title, due="2027-01-15")
        except AssertionError:
            if len(title) < 1000:
                raise
            account = folder.items("accounts", "--limit", 1)[0]["number"]
            sentence(folder.run("follow-up", "add", account, "--title", title, "--due", "2027-01-15", status=INPUT))
            continue
        equal(item["title"], title)
        folder.run("list", "follow-ups")
    account = folder.items("accounts", "--limit", 1)[0]["number"]
    sentence(folder.run("follow-up", "add", account, "--title", "bell\x07", "--due", "2027-01-15", status=INPUT))
    sentence(folder.run("follow-up", "add", account, "--title", b"\xff\xfe".decode("utf-8", "surrogateescape"), "--due", "2027-01-15", status=INPUT))
    folder.check()


run_tests(added, words, settled, due, bad, odd_titles)
