# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, NOT_SO, equal, run_tests, sentence, true


def client(folder):
    return folder.items("accounts", "--where", "owner!=", "--where", "status=active", "--limit", 1)[0]


def logged(folder):
    """A call is logged for the owner, as it was"""
    folder.generate(30)
    account = client(folder)
    contact = folder.items("contacts", "--where", f"account={account['id']}", "--limit", 1)[0]
    item = folder.json("log", account["number"], "--kind", "call", "--summary", "Went through the offer", "--at", "2026-11-20T15:00",
                       "--minutes", 12, "--contact", contact["family"], "--body", "Two\nlines")
    equal((item["account"]["id"], item["contact"]["id"], item["manager"]), (account["id"], contact["id"], account["owner"]))
    equal((item["kind"], item["two_way"], item["at"], item["minutes"], item["body"]),
          ("call", True, "2026-11-20T14:00:00Z", 12, "Two\nlines"))
    true(folder.json("log", account["number"], "--summary", "Now")["at"] > "2026", "not now")
    folder.check()


def contact_or_not(folder):
    """What the client took part in is told from what it did not"""
    folder.generate(30)
    account = client(folder)["number"]
    for arguments, two_way in ((["call"], True), (["meeting"], True), (["visit"], True), (["e-mail"], False), (["e-mail", "--incoming"], True),
                               (["letter"], False), (["note"], False), (["call", "--one-way"], False)):
        equal(folder.json("log", account, "--summary", "x", "--kind", *arguments)["two_way"], two_way, arguments)


def one_act(folder):
    """What was agreed and what was settled on the way are one act with it"""
    folder.generate(30)
    account = client(folder)
    open_ = folder.json("follow-up", "add", account["number"], "--title", "Call back", "--due", "tomorrow")
    before = folder.json("info")["counts"]
    folder.json("log", account["number"], "--summary", "Spoke with them", "--next", "Send it", "--due", "in 2 days", "--promised",
                "--done", open_["id"], "--outcome", "Reached")
    counts = folder.json("info")["counts"]
    equal((counts["interactions"], counts["follow-ups"]), (before["interactions"] + 1, before["follow-ups"] + 1))
    settled = folder.items("follow-ups", "--where", "title=Call back")[0]
    equal((settled["state"], settled["outcome"]), ("done", "Reached"))
    planned = folder.items("follow-ups", "--where", "title=Send it")[0]
    equal((planned["state"], planned["promised"], planned["manager"]), ("open", True, account["owner"]))
    folder.json("undo")
    equal(folder.json("info")["counts"], before)
    equal(folder.items("follow-ups", "--where", "title=Call back")[0]["state"], "open")
    folder.check()


def bad(folder):
    """Bad values are refused with a sentence, and nothing is saved half"""
    folder.generate(30)
    account = client(folder)["number"]
    before = folder.json("info")["counts"]
    base = ["log", account, "--summary", "x"]
    for arguments in (["--kind", "wish"], ["--at", "2200-01-01"], ["--at", "31.02.2026"], ["--at", "lately"], ["--minutes", "-5"],
                      ["--minutes", "long"], ["--contact", "Nobody At All"], ["--next", "y", "--due", "2026-02-30"],
                      ["--next", "", "--due", "tomorrow"], ["--done", "Nothing Of The Kind"], ["--manager", "Nobody At All"]):
        sentence(folder.run(*base, *arguments, status=INPUT))
        equal(folder.json("info")["counts"], before, f"rows after {arguments}")
    sentence(folder.run("log", account, "--summary", "", status=INPUT))
    sentence(folder.run("log", "No Such Client", "--summary", "x", status=NOT_SO))
    equal(folder.json("info")["counts"], before)


def needs(folder):
    """A need is noted, set waiting, resolved once and reopened"""
    folder.generate(60)
    liaison = folder.items("liaisons", "--limit", 1)[0]
    account = liaison["account"]["id"]
    need = folder.json("need", "add", account, "--title", "No dial tone", "--kind", "fault", "--priority", "urgent",
                       "--promised-for", "2026-12-03")
    equal((need["hat"], need["priority"], need["promised_for"], need["state"]), ("technical", "urgent", "2026-12-03", "open"))
    waiting = folder.json("need", "wait", need["id"], "--for", liaison["name"])
    equal((waiting["state"], waiting["liaison"]["id"]), ("waiting", liaison["id"]))
    resolved = folder.json("need", "resolve", need["id"], "--resolution", "Plug was out")
    equal((resolved["state"], resolved["resolution"]), ("resolved", "Plug was out"))
    true(resolved["resolved_at"], "not said when")
    sentence(folder.run("need", "resolve", need["id"], status=NOT_SO))
    equal(folder.json("need", "reopen", need["id"])["state"], "open")
    sentence(folder.run("need", "reopen", need["id"], status=NOT_SO))
    sentence(folder.run("need", "wait", need["id"], "--for", "Nobody At All", status=INPUT))
    sentence(folder.run("need", "add", account, "--title", "x", "--kind", "wish", status=INPUT))
    sentence(folder.run("need", "resolve", "12345", status=NOT_SO))
    folder.check()


def opportunities(folder):
    """An opportunity is won, or lost with a reason, and opened again"""
    folder.generate(60)
    item = next(item for item in folder.items("opportunities") if item["stage"] == "proposed")
    sentence(folder.run("opportunity", "lose", item["id"], status=INPUT))
    lost = folder.json("opportunity", "lose", item["id"], "--reason", "Too expensive", "--on", "2026-11-20")
    equal((lost["stage"], lost["lost_reason"], lost["close_on"]), ("lost", "Too expensive", "2026-11-20"))
    sentence(folder.run("opportunity", "win", item["id"], status=NOT_SO))
    equal(folder.json("opportunity", "reopen", item["id"])["stage"], "negotiating")
    won = folder.json("opportunity", "win", item["id"])
    equal((won["stage"], won["probability"]), ("won", 100))
    folder.check()


run_tests(logged, contact_or_not, one_act, bad, needs, opportunities)
