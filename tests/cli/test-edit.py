# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, NOT_SO, USAGE, equal, run_tests, sentence, true

# For every noun: what it takes to add one, and how it is then.
ADDED = {
    "account": (["name=Test & Söhne", "tier=A", "currency=CHF"], {"name": "Test & Söhne", "tier": "A", "currency": "CHF"}),
    "manager": (["name=Ada Test", "role=lead"], {"name": "Ada Test", "role": "lead", "active": True}),
    "contact": (["account", "family=Test", "emails=a@b.example, c@d.example", "part=champion"],
                {"family": "Test", "emails": ["a@b.example", "c@d.example"], "part": "champion"}),
    "liaison": (["account", "name=Uta Test", "team=Service"], {"name": "Uta Test", "team": "Service"}),
    "product": (["name=Test product", "kind=service", "list_price=1.250,50"],
                {"name": "Test product", "kind": "service", "list_price": {"amount": 125050, "currency": "EUR"}}),
    "purchase": (["product=Glasfaser 500", "account", "quantity=3", "yearly_value=1250", "bought_on=1.2.2026", "renews_on=2027-02-01"],
                 {"quantity": 3, "yearly_value": {"amount": 125000, "currency": "EUR"}, "bought_on": "2026-02-01", "renews_on": "2027-02-01"}),
    "whitespace": (["account", "product=Fax-Gateway", "stance=competitor", "competitor=Burgnetz"],
                   {"stance": "competitor", "competitor": "Burgnetz"}),
    "opportunity": (["account", "title=Test", "kind=upsell", "amount=€ 12", "probability=40"],
                    {"title": "Test", "kind": "upsell", "amount": {"amount": 1200, "currency": "EUR"}, "probability": 40}),
    "need": (["account", "title=Test", "kind=fault", "priority=high", "promised_for=3.12.2026"],
             {"title": "Test", "kind": "fault", "hat": "technical", "priority": "high", "promised_for": "2026-12-03", "state": "open"}),
    "interaction": (["account", "kind=visit", "summary=Test", "at=2026-11-20T10:00:00Z", "minutes=30"],
                    {"kind": "visit", "summary": "Test", "at": "2026-11-20T10:00:00Z", "minutes": 30, "two_way": True}),
    "follow-up": (["account", "title=Test", "due=2027-01-15T15:00", "promised=yes"], {"title": "Test", "promised": True, "state": "open"}),
    "invoice": (["account", "number=R-TEST", "issued_on=2026-11-24", "amount=1,234.56"],
                {"number": "R-TEST", "amount": {"amount": 123456, "currency": "EUR"}, "paid": {"amount": 0, "currency": "EUR"}}),
    "pulse": (["account", "score=8", "source=survey", "at=2026-11-20T10:00:00Z"], {"score": 8, "source": "survey"}),
}


def client(folder):
    return folder.items("accounts", "--where", "owner!=", "--limit", 1)[0]


def words(account, fields):
    return [f"account={account['number']}" if field == "account" else field for field in fields]


def added(folder):
    """A row of every noun is added from words, and taken back by undo"""
    folder.generate(30)
    account = client(folder)
    for noun, (fields, expected) in ADDED.items():
        item = folder.json("add", noun, *words(account, fields))
        for field, value in expected.items():
            equal(item[field], value, f"{noun}: {field}")
        if "account" in fields:
            equal(item["account"]["id"], account["id"], noun)
        folder.check()
        folder.json("undo")
        sentence(folder.run("edit", noun, item["id"], "notes=x", status=NOT_SO))
        folder.check()


def edited(folder):
    """Fields are changed and emptied; a changed owner is a handover"""
    folder.generate(30)
    account = client(folder)
    need = folder.json("add", "need", f"account={account['number']}", "title=Test", "body=More", "promised_for=2026-12-03")
    after = folder.json("edit", "need", need["id"], "title=Other", "promised_for=", "body=")
    equal((after["title"], after["promised_for"], after["body"], after["version"]), ("Other", None, None, 2))
    equal(folder.json("edit", "need", "Other", "priority=urgent")["priority"], "urgent", "found by its title")
    equal(folder.json("edit", "need", need["id"], "priority=urgent")["version"], 3, "an edit that changes nothing")
    before = folder.json("list", "handovers", "--count")["total"]
    other = next(item for item in folder.items("managers", "--where", "active=yes") if item["id"] != account["owner"]["id"])
    equal(folder.json("edit", "account", account["number"], f"owner={other['name']}")["owner"]["id"], other["id"])
    equal(folder.json("list", "handovers", "--count")["total"], before + 1)
    folder.check()


def deleted(folder):
    """Rows are deleted together, and come back together"""
    folder.generate(30)
    needs = [item["id"] for item in folder.items("needs", "--limit", 3)]
    answer = folder.json("delete", "need", *needs)
    equal(answer["deleted"], needs)
    true(answer["batch"], "no batch")
    sentence(folder.run("delete", "need", needs[0], status=NOT_SO))
    folder.json("undo")
    true(set(needs) <= {item["id"] for item in folder.items("needs")}, "not all came back")
    bought = folder.items("purchases", "--limit", 1)[0]["product"]
    sentence(folder.run("delete", "product", bought["id"], status=INPUT))
    folder.check()


def bad(folder):
    """What cannot be is refused with a sentence, and nothing of it is saved"""
    folder.generate(30)
    account = f"account={client(folder)['number']}"
    counts = folder.json("info")["counts"]
    purchase = ["purchase", account, "product=Glasfaser 500"]
    invoice = ["invoice", account, "issued_on=2026-11-24"]
    for fields in (
            [*purchase, "bought_on=2026-11-24", "ends_on=2026-11-23"], [*purchase, "quantity=-3"], [*purchase, "quantity=0"],
            [*purchase, "yearly_value=(12.00)"], [*purchase, "yearly_value=12-"], [*purchase, "yearly_value=12.345"],
            [*purchase, "yearly_value=12 USD"], [*purchase, "yearly_value=12 Taler"],
            ["purchase", account, "product=Nothing Of The Kind"], ["purchase", account],
            [*invoice, "due_on=31.02.2026"], [*invoice, "due_on=2026-02-30"], [*invoice, "due_on=2026-11-23"], [*invoice, "amount=much"],
            ["invoice", account, "amount=12"], ["opportunity", account, "title=x", "probability=140"],
            ["opportunity", account, "title=x", "probability=-1"], ["opportunity", account, "probability=40"],
            ["interaction", account, "summary=x", "at=2200-01-01T00:00:00Z"], ["interaction", account, "summary=x", "minutes=-1"],
            ["interaction", account], ["pulse", account, "score=11"], ["pulse", account, "score=-1"],
            ["account", "name=x", "currency=XXX"], ["product", "name=x", "currency=Euros"], ["need", account, "title=x", "kind=wish"],
            ["need", account, "title=x", "contact=Nobody At All"], ["need", account, "title=x", "liaison=Nobody At All"],
            ["need", "account=Nobody At All", "title=x"], ["need", "title=x"], ["need", account, "title=x", "state=resolved"]):
        sentence(folder.run("add", *fields, status=INPUT))
        equal(folder.json("info")["counts"], counts, f"rows after {fields}")
    for fields in (["need", account, "title"], ["need", account, "title=x", "shoe_size=44"], ["need", account, "title=x", "hat=sales"],
                   ["account", "name=x", "health=100"]):
        sentence(folder.run("add", *fields, status=USAGE))
    equal(folder.json("info")["counts"], counts)
    folder.check()


def rings(folder):
    """Nobody reports to herself or in a ring, and no account belongs to itself or in a ring"""
    folder.json("init")
    for name in ("Ada", "Bea", "Cleo"):
        folder.run("add", "manager", f"name={name}")
        folder.run("add", "account", f"name={name} GmbH")
    for noun, field, end in (("manager", "reports_to", ""), ("account", "parent", " GmbH")):
        folder.run("edit", noun, f"Bea{end}", f"{field}=Ada{end}")
        folder.run("edit", noun, f"Cleo{end}", f"{field}=Bea{end}")
        for name, other in (("Ada", "Ada"), ("Ada", "Bea"), ("Ada", "Cleo"), ("Bea", "Cleo")):
            said = sentence(folder.run("edit", noun, f"{name}{end}", f"{field}={other}{end}", status=INPUT))
            true(("report" in said) == (noun == "manager"), said)
        folder.run("edit", noun, f"Bea{end}", f"{field}=")
        folder.run("edit", noun, f"Ada{end}", f"{field}=Cleo{end}")
    folder.check()


def others_things(folder):
    """What belongs to another account cannot be referred to"""
    folder.generate(30)
    contact = folder.items("contacts", "--limit", 1)[0]
    other = next(item for item in folder.items("accounts") if item["id"] != contact["account"]["id"])
    sentence(folder.run("add", "need", f"account={other['number']}", "title=x", f"contact={contact['id']}", status=INPUT))


run_tests(added, edited, deleted, bad, rings, others_things)
