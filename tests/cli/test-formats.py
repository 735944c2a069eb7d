# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import re
import stat

from tendctl import BOOK, INPUT, NOT_SO, equal, run_tests, sentence, true

INSTANT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")


def is_id(value):
    return isinstance(value, str) and value.isdigit()


def is_link(value):
    return value is None or (set(value) == {"id", "name"} and is_id(value["id"]) and isinstance(value["name"], str))


def init(folder):
    """init makes an empty book of one's own, and touches nothing that is there"""
    equal(folder.json("init"), {"book": folder.book})
    equal(stat.S_IMODE(os.stat(folder.book).st_mode), 0o600)
    before = open(folder.book, "rb").read()
    sentence(folder.run("init", status=BOOK))
    equal(open(folder.book, "rb").read(), before)
    folder.check()


def info(folder):
    """info counts what there is"""
    folder.generate(60)
    answer = folder.json("info")
    equal(answer["engine"], "sqlite")
    equal(answer["place"], folder.book)
    equal(answer["counts"]["accounts"], 60)
    equal(set(answer["counts"]),
          {"accounts", "managers", "contacts", "liaisons", "products", "purchases", "whitespace", "opportunities", "needs",
           "interactions", "follow-ups", "invoices", "pulses", "handovers", "alerts", "saved-views"})
    equal(answer["last_backup"], None)
    equal(folder.json("show", "manager", answer["sample_user"]["id"])["role"], "lead")
    true(answer["schema"] >= 1 and answer["size"] > 0, "no schema or size")
    true("accounts" in folder.run("info").text, "nothing for people")


def places(folder):
    """A book is given by its path or as a URI"""
    folder.generate(5)
    equal(folder.json("info", book="file://" + folder.book)["place"], folder.book)
    equal(folder.run("info", book="postgresql://server/book", status=BOOK).output, b"")


def lists(folder):
    """Lists answer total and items, with ids as strings, links with names, instants in UTC"""
    folder.generate(60)
    for noun in ("accounts", "managers", "contacts", "follow-ups", "handovers"):
        answer = folder.json("list", noun)
        equal(answer["total"], len(answer["items"]), noun)
        true(answer["total"] > 0, f"no {noun}")
        for item in answer["items"]:
            true(is_id(item["id"]), f"{noun}: id {item['id']!r}")
            true(INSTANT.match(item["created_at"]), f"{noun}: {item['created_at']!r}")
            for field in ("owner", "reports_to", "account", "contact", "manager", "from", "to", "by"):
                true(is_link(item.get(field)), f"{noun}: {field} {item.get(field)!r}")
        true(len(folder.run("list", noun).text.splitlines()) == answer["total"] + 1, f"{noun}: not a line each")


def fields(folder):
    """Items have the field names of the book's data"""
    folder.generate(60)
    account = folder.items("accounts", "--limit", 1)[0]
    true({"number", "name", "kind", "tier", "status", "owner", "parent", "industry", "website", "vat_id", "phone", "email", "street",
          "postcode", "city", "region", "country", "language", "zone", "currency", "customer_since", "cadence_days", "to_avoid", "notes",
          "next_follow_up"} <= set(account), sorted(account))
    manager = folder.items("managers", "--limit", 1)[0]
    true({"name", "email", "phone", "role", "title", "reports_to", "full_time_share", "active"} <= set(manager), sorted(manager))
    true(isinstance(manager["active"], bool), "active is no truth value")
    contact = folder.items("contacts", "--limit", 1)[0]
    true({"account", "given", "family", "title", "emails", "phones", "main", "notes"} <= set(contact), sorted(contact))
    true(isinstance(contact["emails"], list), "emails are no list")
    follow_up = folder.items("follow-ups", "--limit", 1)[0]
    equal(set(follow_up["due"]), {"instant", "wall", "zone", "all_day"})
    true(INSTANT.match(follow_up["due"]["instant"]), follow_up["due"])
    handover = folder.items("handovers", "--limit", 1)[0]
    true({"batch", "account", "from", "to", "by", "at", "reason", "moved", "undone_by"} <= set(handover), sorted(handover))
    true(isinstance(handover["moved"], dict), handover["moved"])


def ranges(folder):
    """limit and offset cut a list, total and count do not mind"""
    folder.generate(60)
    names = [item["id"] for item in folder.items("accounts")]
    part = folder.json("list", "accounts", "--limit", 7, "--offset", 11)
    equal(part["total"], 60)
    equal([item["id"] for item in part["items"]], names[11:18])
    equal(folder.json("list", "accounts", "--offset", 1000)["items"], [])
    equal(folder.json("list", "accounts", "--count"), {"total": 60})
    equal(folder.run("list", "accounts", "--count").text, "60\n")


def filters(folder):
    """where chooses by value, by link's id or name, and by nothing"""
    folder.generate(120)
    everything = folder.items("accounts")
    manager = next(item["owner"] for item in everything if item["owner"])
    own = [item["id"] for item in everything if item["owner"] == manager]
    for value in (manager["id"], manager["name"], manager["name"].upper()):
        equal([item["id"] for item in folder.items("accounts", "--where", f"owner={value}")], own, value)
    equal({item["tier"] for item in folder.items("accounts", "--where", "tier=A", "--where", "tier=B")}, {"A", "B"})
    equal({item["tier"] for item in folder.items("accounts", "--where", "tier!=C")}, {"A", "B"})
    some = folder.items("accounts", "--where", "tier=A", "--where", f"owner={manager['id']}")
    true(all(item["tier"] == "A" and item["owner"] == manager for item in some), "two fields are not both asked for")
    equal([item["id"] for item in folder.items("accounts", "--where", "owner=")], [i["id"] for i in everything if not i["owner"]])
    sentence(folder.run("list", "accounts", "--where", "tier=Z", status=INPUT))
    sentence(folder.run("list", "accounts", "--where", "owner=Nobody At All", status=INPUT))


def search(folder):
    """search finds beginnings of words, however umlauts are written, and orders as asked"""
    folder.generate(400)
    found = [folder.items("accounts", "--search", words) for words in ("Müller", "muller", "MUELLER", "muel")]
    true(found[0], "no Müller among 400")
    equal(found[0], found[1])
    equal(found[0], found[2])
    down = folder.items("accounts", "--sort", "name:desc")
    equal([item["id"] for item in down], [item["id"] for item in folder.items("accounts")][::-1])
    equal(folder.items("accounts", "--search", "zzzz"), [])


def show(folder):
    """show tells everything of one account or manager"""
    folder.generate(60)
    contact = folder.items("contacts", "--limit", 1)[0]
    account = folder.json("show", "account", contact["account"]["id"])
    equal(account["name"], contact["account"]["name"])
    true(contact["id"] in [item["id"] for item in account["contacts"]], "its contact is not shown")
    equal(folder.json("show", "account", account["number"]), account)
    true({"contacts", "follow_ups", "handovers"} <= set(account), sorted(account))
    true(account["name"] in folder.run("show", "account", account["number"]).text, "nothing for people")
    root = folder.items("managers", "--where", "reports_to=")[0]
    shown = folder.json("show", "manager", root["name"])
    owned = folder.json("list", "accounts", "--where", "owner!=", "--count")["total"]
    equal(shown["team_accounts"], owned)
    sentence(folder.run("show", "account", "No Such Client", status=NOT_SO))


def names_that_fit_several(folder):
    """A name that fits several is refused with the candidates"""
    folder.generate(400)
    names = [item["name"] for item in folder.items("accounts")]
    word = next(w for w in ("GmbH", "AG") if sum(w in n.split() for n in names) > 1)
    answer = folder.run("show", "account", word, status=INPUT)
    said = answer.complaint
    equal(answer.output, b"")
    candidates = [name for name in names if f"  {name}  (" in said]
    true(len(candidates) > 1, said)
    # A whole name is meant even where longer ones begin so.
    for name in [name for name in names if names.count(name) == 1][:40]:
        equal(folder.json("show", "account", name.upper())["name"], name)


def check(folder):
    """check proves a whole book whole"""
    folder.generate(60)
    folder.check()
    true(folder.run("check").text.strip(), "nothing for people")
    equal(folder.json("check", "--repair")["repaired"], True)


def generate(folder):
    """generate fills an empty book alike for like numbers, and no book that has rows"""
    folder.generate(40)
    sentence(folder.run("generate", "--accounts", 5, status=BOOK))
    equal(folder.json("list", "accounts", "--count")["total"], 40)
    other = folder / "other.tend"
    folder.json("init", book=other)
    folder.json("generate", "--accounts", 40, "--seed", 7, "--language", "de", "--around", "2026-11-24T10:30:00Z", book=other)
    equal(folder.json("list", "accounts", book=other), folder.json("list", "accounts"))


run_tests(init, info, places, lists, fields, ranges, filters, search, show, names_that_fit_several, check, generate)
