# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, USAGE, equal, run_tests, sentence, true

# Every noun of which a sample book has rows, and its fields in the book's data.
NOUNS = {
    "liaisons": {"account", "name", "team", "email", "phone", "purpose"},
    "products": {"number", "name", "kind", "hat", "list_price", "currency", "active", "description"},
    "purchases": {"account", "product", "quantity", "yearly_value", "bought_on", "sold_by", "renews_on", "ends_on", "notice_days", "fit",
                  "fit_note"},
    "whitespace": {"account", "product", "stance", "competitor", "until"},
    "opportunities": {"account", "product", "purchase", "title", "kind", "stage", "amount", "probability", "close_on", "manager",
                      "lost_reason", "notes"},
    "needs": {"account", "contact", "manager", "liaison", "kind", "hat", "priority", "title", "body", "promised_for", "state",
              "resolved_at", "resolution"},
    "interactions": {"account", "contact", "manager", "on_behalf_of", "kind", "direction", "two_way", "at", "minutes", "summary", "body"},
    "invoices": {"account", "number", "issued_on", "due_on", "amount", "paid", "paid_on"},
    "pulses": {"account", "contact", "manager", "at", "score", "source", "comment"},
}
COMMON = {"id", "version", "created_at", "updated_at"}


def plain(money):
    """A sum as it is typed."""
    return f"{money['amount'] / 100:.2f} {money['currency']}"


def typed(value):
    """A value of an item as --where takes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return plain(value) if "amount" in value else value["id"]
    return str(value)


def fields(folder):
    """Every noun is listed with its fields, links with names, sums with their currency"""
    folder.generate(60)
    for noun, names in NOUNS.items():
        answer = folder.json("list", noun)
        true(answer["total"] == len(answer["items"]) > 0, f"no {noun}")
        for item in answer["items"]:
            equal(set(item), names | COMMON, noun)
        for field in names:
            for value in (item[field] for item in answer["items"]):
                if isinstance(value, dict):
                    true(set(value) in ({"id", "name"}, {"amount", "currency"}), f"{noun}: {field} {value!r}")
                    true(None not in value.values(), f"{noun}: {field} {value!r}")
        true(len(folder.run("list", noun).text.splitlines()) == answer["total"] + 1, f"{noun}: not a line each")


def filters(folder):
    """--where chooses by every field of every noun"""
    folder.generate(40)
    for noun, names in NOUNS.items():
        items = folder.items(noun)
        for field in names:
            wanted = items[len(items) // 2]
            value = typed(wanted[field])
            found = folder.items(noun, "--where", f"{field}={value}")
            expected = sorted(item["id"] for item in items if item[field] == wanted[field])
            equal(sorted(item["id"] for item in found), expected, f"{noun} with {field}={value}")
            rest = folder.json("list", noun, "--where", f"{field}!={value}", "--count")["total"]
            equal(rest, len(items) - len(expected), f"{noun} with {field}!={value}")


def one_of_several(folder):
    """--where finds a contact by any of its addresses and numbers"""
    folder.generate(40)
    contacts = folder.items("contacts")
    for field in ("emails", "phones"):
        wanted = next(item for item in contacts if len(item[field]) > 1) if field == "phones" else contacts[0]
        for value in wanted[field]:
            having = sorted(item["id"] for item in contacts if value in item[field])
            equal(sorted(item["id"] for item in folder.items("contacts", "--where", f"{field}={value}")), having, value)
            rest = folder.json("list", "contacts", "--where", f"{field}!={value}", "--count")["total"]
            equal(rest, len(contacts) - len(having), f"without {value}")
        both = [wanted[field][0], next(item[field][0] for item in contacts if item["id"] != wanted["id"])]
        found = folder.items("contacts", *[word for value in both for word in ("--where", f"{field}={value}")])
        equal(sorted(item["id"] for item in found), sorted(item["id"] for item in contacts if set(both) & set(item[field])))
    folder.json("edit", "contact", contacts[0]["id"], "phones=")
    equal([item["id"] for item in folder.items("contacts", "--where", "phones=")], [contacts[0]["id"]])


def comparisons(folder):
    """Sums, numbers, days and instants are compared; a day and a sum are understood as people write them"""
    folder.generate(60)
    invoices = folder.items("invoices")
    large = [item["id"] for item in invoices if item["amount"]["amount"] >= 100000]
    true(0 < len(large) < len(invoices), "all invoices are alike")
    for sum_ in ("1000", "1000.00", "1.000,00", "1,000.00", "€ 1000"):
        equal([item["id"] for item in folder.items("invoices", "--where", f"amount>={sum_}")], large, sum_)
    late = [item["id"] for item in invoices if item["due_on"] < "2026-11-24"]
    for day in ("2026-11-24", "24.11.2026"):
        equal([item["id"] for item in folder.items("invoices", "--where", f"due_on<{day}")], late, day)
    pulses = folder.items("pulses")
    new = [item["id"] for item in pulses if item["at"] >= "2026-09-01"]
    equal([item["id"] for item in folder.items("pulses", "--where", "at>=2026-09-01T00:00:00Z")], new)
    both = folder.items("pulses", "--where", "score>=4", "--where", "score<7")
    equal({item["score"] for item in both}, {4, 5, 6})


def bad_filters(folder):
    """A value that cannot be is refused with a sentence"""
    folder.generate(5)
    for noun, where in (("invoices", "amount=much"), ("invoices", "amount=12 USD"), ("invoices", "amount=12.345"),
                        ("invoices", "issued_on=31.02.2026"), ("invoices", "issued_on=2026-02-30"), ("needs", "priority=huge"),
                        ("pulses", "score=ten"), ("interactions", "at=lately"), ("purchases", "product=Nothing Of The Kind")):
        sentence(folder.run("list", noun, "--where", where, status=INPUT))
    for noun, where in (("needs", "title<M"), ("needs", "shoe_size=44"), ("needs", ">=3"), ("needs", "state")):
        sentence(folder.run("list", noun, "--where", where, status=USAGE))


def orders(folder):
    """What has happened is listed newest first, what is to come nearest first, and as asked"""
    folder.generate(60)
    at = [item["at"] for item in folder.items("interactions")]
    equal(at, sorted(at, reverse=True))
    renewals = [item["renews_on"] for item in folder.items("purchases") if item["renews_on"]]
    equal(renewals, sorted(renewals))
    amounts = [item["amount"]["amount"] for item in folder.items("invoices", "--sort", "amount:desc")]
    equal(amounts, sorted(amounts, reverse=True))


def search(folder):
    """--search finds needs, opportunities and products by their names, and purchases by their product"""
    folder.generate(60)
    for noun in ("needs", "opportunities", "products"):
        item = folder.items(noun, "--limit", 1)[0]
        word = (item.get("title") or item.get("name")).split()[0]
        found = folder.items(noun, "--search", word)
        true(item["id"] in [row["id"] for row in found], f"{noun}: {word}")
    purchase = folder.items("purchases", "--limit", 1)[0]
    found = folder.items("purchases", "--search", purchase["product"]["name"])
    true(purchase["id"] in [row["id"] for row in found], "a purchase is not found by its product")
    equal({row["product"]["name"] for row in found}, {purchase["product"]["name"]}, "what is found")


run_tests(fields, filters, one_of_several, comparisons, bad_filters, orders, search)
