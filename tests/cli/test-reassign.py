# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, NOT_SO, equal, run_tests, sentence, true


def pick(folder):
    """Two managers with accounts, and accounts of the first."""
    accounts = [item for item in folder.items("accounts") if item["owner"]]
    first = accounts[0]["owner"]
    second = next(item["owner"] for item in accounts if item["owner"] != first)
    return first, second, [item for item in accounts if item["owner"] == first]


def owners(folder):
    return {item["id"]: item["owner"] for item in folder.items("accounts")}


def stripped(folder):
    """The book without what undoing may change."""
    return {noun: [{k: v for k, v in item.items() if k not in ("version", "updated_at")} for item in folder.items(noun)]
            for noun in ("accounts", "managers", "contacts", "follow-ups")}


def hand_over_and_take_back(folder):
    """An account goes to a manager with its open follow-ups, and back by undo"""
    folder.generate(120)
    before = stripped(folder)
    first, second, accounts = pick(folder)
    account = next(item for item in accounts if item["next_follow_up"])
    answer = folder.json("reassign", account["number"], "--to", second["name"], "--reason", "Territories")
    equal(answer["accounts"], 1)
    true(answer["follow_ups"] >= 1, answer)
    shown = folder.json("show", "account", account["id"])
    equal(shown["owner"], second)
    for follow_up in shown["follow_ups"]:
        if follow_up["state"] in ("open", "snoozed"):
            equal(follow_up["manager"], second)
    last = shown["handovers"][-1]
    equal((last["from"], last["to"], last["batch"], last["reason"]), (first, second, answer["batch"], "Territories"))
    folder.check()
    equal(folder.json("undo")["reverted"], answer["batch"])
    equal(stripped(folder), before)
    folder.check()
    again = folder.json("redo")
    equal(folder.json("show", "account", account["id"])["owner"], second)
    true(again["batch"], again)
    folder.check()


def many(folder):
    """Forty by --where are one batch, and one undo takes them back"""
    folder.generate(400)
    before = stripped(folder)
    first, second, accounts = pick(folder)
    answer = folder.json("reassign", "--where", f"owner={first['id']}", "--to", second["id"])
    equal(answer["accounts"], len(accounts))
    equal(folder.json("list", "accounts", "--where", f"owner={first['id']}", "--count")["total"], 0)
    equal(len(folder.items("handovers", "--where", f"batch={answer['batch']}")), len(accounts))
    head = folder.json("history", "--limit", 1)["items"][0]
    equal((head["batch"], head["operation"], head["after"]["count"]), (answer["batch"], "reassign", len(accounts)))
    folder.json("undo", answer["batch"])
    equal(stripped(folder), before)
    folder.check()


def dry_run(folder):
    """A dry run counts and changes nothing"""
    folder.generate(120)
    first, second, accounts = pick(folder)
    before = owners(folder)
    planned = folder.json("reassign", "--where", f"owner={first['id']}", "--to", second["id"], "--dry-run")
    equal((planned["dry_run"], planned["batch"], planned["accounts"]), (True, None, len(accounts)))
    equal(owners(folder), before)
    done = folder.json("reassign", "--where", f"owner={first['id']}", "--to", second["id"])
    equal(done["follow_ups"], planned["follow_ups"])


def warned(folder):
    """Tier A to an assistant is warned of, and done"""
    folder.generate(400)
    assistant = folder.items("managers", "--where", "role=assistant")[0]
    account = folder.items("accounts", "--where", "tier=A", "--where", "owner!=")[0]
    answer = folder.json("reassign", account["id"], "--to", assistant["id"])
    true({"warning": "tier-a-to-assistant", "accounts": 1} in answer["warnings"], answer["warnings"])
    folder.json("undo")
    true("A" in folder.run("reassign", account["id"], "--to", assistant["id"]).complaint, "people are not warned")


def state(folder):
    """Low health is warned of; what is open goes along, and the impression starts again at 4 beside any survey"""
    folder.generate(400)
    account = next(item for item in folder.items("accounts", "--where", "owner!=", "--where", "health_band=at-risk") if item["open_needs"])
    second = next(item for item in folder.items("managers", "--where", "active=yes") if item["id"] != account["owner"]["id"])
    mine = ("--where", f"account={account['id']}")
    before = {noun: folder.items(noun, *mine) for noun in ("needs", "opportunities", "pulses")}
    moving = [need["id"] for need in before["needs"]
              if need["state"] != "resolved" and (need["manager"] or account["owner"]) == account["owner"]]
    answer = folder.json("reassign", account["id"], "--to", second["id"])
    true({"warning": "low-health", "accounts": 1} in answer["warnings"], answer["warnings"])
    equal(answer["needs"], len(moving))
    equal({need["manager"]["id"] for need in folder.items("needs", *mine) if need["id"] in moving} - {second["id"]}, set())
    fresh = [pulse for pulse in folder.items("pulses", *mine) if pulse["id"] not in [old["id"] for old in before["pulses"]]]
    equal([(pulse["source"], pulse["score"], pulse["manager"]["id"]) for pulse in fresh], [("new-owner", 4, second["id"])])
    folder.check()
    folder.json("undo")
    for noun, rows in before.items():
        equal([{k: v for k, v in row.items() if k not in ("version", "updated_at")} for row in folder.items(noun, *mine)],
              [{k: v for k, v in row.items() if k not in ("version", "updated_at")} for row in rows])
    equal(folder.json("show", "account", account["id"])["health"], account["health"])
    folder.check()


def refused(folder):
    """To an inactive manager, to nobody, or to the present owner is refused"""
    folder.generate(400)
    first, _, accounts = pick(folder)
    inactive = folder.items("managers", "--where", "active=no")[0]
    before = owners(folder)
    for arguments in ([], ["--dry-run"]):
        sentence(folder.run("reassign", accounts[0]["id"], "--to", inactive["name"], *arguments, status=INPUT))
        sentence(folder.run("reassign", accounts[0]["id"], "--to", "Nobody At All", *arguments, status=INPUT))
        sentence(folder.run("reassign", accounts[0]["id"], "--to", "", *arguments, status=INPUT))
        sentence(folder.run("reassign", accounts[0]["id"], "--to", first["id"], *arguments, status=INPUT))
    folder.run("reassign", "No Such Client", "--to", first["id"], status=NOT_SO)
    folder.run("reassign", "--where", "city=Atlantis", "--to", first["id"], status=NOT_SO)
    equal(owners(folder), before)


def changed_since(folder):
    """Undo names what has changed since, and leaves it alone"""
    folder.generate(400)
    first, second, accounts = pick(folder)
    third = next(o for o in owners(folder).values() if o and o not in (first, second))
    batch = folder.json("reassign", "--where", f"owner={first['id']}", "--to", second["id"])["batch"]
    folder.json("reassign", accounts[0]["id"], "--to", third["id"])
    answer = folder.json("undo", batch)
    true(accounts[0]["id"] in [row["id"] for row in answer["left"]], answer["left"])
    now = owners(folder)
    equal(now[accounts[0]["id"]], third)
    for account in accounts[1:]:
        equal(now[account["id"]], first)
    folder.check()
    for name in ("Once GmbH", "Twice GmbH"):
        folder.run("edit", "account", accounts[1]["id"], f"name={name}")
    batch = folder.json("history", "--limit", 2)["items"][1]["batch"]
    true("Twice GmbH" in folder.run("undo", batch, status=NOT_SO).complaint, "what has changed is not named")
    equal(folder.json("show", "account", accounts[1]["id"])["name"], "Twice GmbH")


def nothing_to_undo(folder):
    """Where there is nothing to take back or to do again, it says so"""
    folder.json("init")
    sentence(folder.run("undo", status=NOT_SO))
    sentence(folder.run("redo", status=NOT_SO))
    sentence(folder.run("undo", "12345", status=NOT_SO))
    sentence(folder.run("undo", "soon", status=INPUT))


def as_manager(folder):
    """The history says in whose name it was"""
    folder.generate(120)
    first, second, accounts = pick(folder)
    folder.run("--as-manager", second["name"], "reassign", accounts[0]["id"], "--to", second["id"])
    equal(folder.json("history", "--limit", 1)["items"][0]["by"], second)
    sentence(folder.run("--as-manager", "Nobody At All", "info", status=INPUT))
    true(folder.run("history").text.strip(), "nothing for people")
    rows = folder.json("list", "changes", "--where", f"account={accounts[0]['id']}")
    true(rows["total"] > 0 and all(isinstance(row["sequence"], int) for row in rows["items"]), rows)


run_tests(hand_over_and_take_back, many, dry_run, warned, state, refused, changed_since, nothing_to_undo, as_manager)
