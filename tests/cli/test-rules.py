# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, equal, run_tests, sentence, true


def shown(folder):
    """Every rule is shown with its usual value and its borders"""
    folder.generate(5)
    rules = folder.json("rules")
    equal(rules["cadence-a"], {"value": 14, "usual": 14, "least": rules["cadence-a"]["least"], "most": rules["cadence-a"]["most"]})
    for name, rule in rules.items():
        true(rule["least"] <= rule["usual"] <= rule["most"] and rule["value"] == rule["usual"], f"{name}: {rule}")
        equal(folder.json("rules", name), {name: rule})
    equal(len(folder.run("rules").text.splitlines()), len(rules))


def changed(folder):
    """A changed rule holds for the book, and all healths with it"""
    folder.generate(60)
    before = {item["id"]: item["health_band"] for item in folder.items("accounts")}
    equal(folder.json("rules", "band-thriving", 99)["band-thriving"]["value"], 99)
    folder.check()
    after = {item["id"]: item["health_band"] for item in folder.items("accounts")}
    true(list(after.values()).count("thriving") < list(before.values()).count("thriving"), "nobody thrives less")
    equal(folder.json("rules", "band-thriving", "usual")["band-thriving"]["value"], 80)
    equal({item["id"]: item["health_band"] for item in folder.items("accounts")}, before)
    folder.check()


def workload(folder):
    """The hours of a tier are the book's"""
    folder.generate(60)
    manager = next(item["owner"] for item in folder.items("accounts", "--where", "tier=A") if item["owner"])
    before = folder.json("show", "manager", manager["id"])["hours"]
    folder.json("rules", "hours-a", 32)
    true(folder.json("show", "manager", manager["id"])["hours"] > before, "the hours did not change")


def bad(folder):
    """A value that cannot be is refused, and nothing changes"""
    folder.generate(5)
    before = folder.json("rules")
    for value in ("many", "99999", "1000000000000", "1.5", ""):
        sentence(folder.run("rules", "cadence-a", value, status=INPUT))
    equal(folder.json("rules"), before)


run_tests(shown, changed, workload, bad)
