# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import equal, run_tests, sentence, true, NOT_SO

PARTS = {"contacts": "contacts", "liaisons": "liaisons", "follow_ups": "follow-ups", "needs": "needs", "purchases": "purchases",
         "whitespace": "whitespace", "opportunities": "opportunities", "invoices": "invoices", "pulses": "pulses",
         "handovers": "handovers"}
INPUTS = {"pulse", "contact", "needs", "survey", "commercial"}


def band_of(health):
    if health is None:
        return "unknown"
    return "thriving" if health >= 80 else "steady" if health >= 60 else "watch" if health >= 40 else "at-risk"


def everything(folder):
    """An account is shown with everything that belongs to it"""
    folder.generate(60)
    for account in folder.items("accounts", "--limit", 12):
        shown = folder.json("show", "account", account["id"])
        for member, noun in PARTS.items():
            # Handovers are a chain, which is read from its beginning.
            order = ["--sort", "at"] if noun == "handovers" else []
            rows = folder.items(noun, "--where", f"account={account['id']}", *order)
            equal(shown[member], rows, f"{account['name']}: {member}")
        rows = folder.items("interactions", "--where", f"account={account['id']}", "--limit", 10)
        equal(shown["interactions"], rows, "the last interactions")
        text = folder.run("show", "account", account["id"]).text
        true(account["name"] in text, "nothing for people")
        for need in shown["needs"]:
            true(need["title"] in text, f"people do not see {need['title']!r}")


def health(folder):
    """Health comes with its band, its reasons and their points, and adds up"""
    folder.generate(120)
    bands = set()
    for account in folder.items("accounts", "--limit", 60):
        shown = folder.json("show", "account", account["id"])
        bands.add(shown["health_band"])
        equal(shown["health_band"], band_of(shown["health"]), account["name"])
        equal(shown["health"] is None, not shown["reasons"], "reasons of a health")
        for reason in shown["reasons"]:
            true(reason["input"] in INPUTS, reason)
            true({"value", "age_days", "points", "weight"} <= set(reason), sorted(reason))
            true(0 <= reason["score"] <= 100 and 0 <= reason["points"] <= reason["share"] + 1, reason)
        if shown["reasons"]:
            true(abs(sum(reason["points"] for reason in shown["reasons"]) - shown["health"]) <= 2, shown["reasons"])
            equal(shown["health_days"][-1]["score"], shown["health"], "the last day of the course")
    true({"at-risk", "watch", "steady", "thriving"} <= bands, f"health does not spread: {bands}")


def money(folder):
    """The balance is what is open, by age; the yearly value is what runs"""
    folder.generate(120)
    some = False
    for account in folder.items("accounts", "--limit", 60):
        shown = folder.json("show", "account", account["id"])
        open_ = sum(item["amount"]["amount"] - item["paid"]["amount"] for item in shown["invoices"])
        equal(shown["balance"], {"amount": open_, "currency": "EUR"}, account["name"])
        equal(sum(age["amount"] for age in shown["ageing"].values()), open_, "the ages")
        late = sum(shown["ageing"][age]["amount"] for age in ("days_1_to_30", "days_31_to_60", "days_over_60"))
        some = some or late > 0
        equal(shown["overdue"]["amount"], late, "what is overdue")
        if not any(item["ends_on"] for item in shown["purchases"]):
            equal(shown["yearly_value"]["amount"], sum(item["yearly_value"]["amount"] for item in shown["purchases"]), account["name"])
    true(some, "nobody owes anything")


def manager(folder):
    """A manager is shown with accounts, hours, capacity and what they bring in"""
    folder.generate(120)
    for item in folder.items("managers", "--where", "active=yes"):
        shown = folder.json("show", "manager", item["id"])
        accounts = folder.items("accounts", "--where", f"owner={item['id']}")
        equal(shown["accounts"], len(accounts))
        true(shown["team_accounts"] >= shown["accounts"], "the team has fewer")
        equal(shown["capacity"], round(331.5 * item["full_time_share"] / 100, 2))
        value = sum(account["yearly_value"]["amount"] for account in accounts)
        equal(shown["yearly_value"], [{"amount": value, "currency": "EUR"}] if value else [])
        low = sum({"A": 16, "B": 5, "C": 1}[account["tier"]] + 0.5 * account["open_needs"] for account in accounts)
        true(low <= shown["hours"] <= 2 * low + 0.01, f"{shown['hours']} hours of {low}")
        equal(shown["at_risk"], sum(account["health_band"] == "at-risk" for account in accounts))
        true(item["name"] in folder.run("show", "manager", item["id"]).text, "nothing for people")


def currencies(folder):
    """Sums of different currencies stand side by side"""
    folder.generate(30)
    owner = next(item["owner"] for item in folder.items("accounts") if item["owner"])
    for code in ("CHF", "USD"):
        account = folder.json("add", "account", f"name=In {code}", f"currency={code}", f"owner={owner['id']}")
        folder.json("add", "purchase", f"account={account['id']}", "product=Glasfaser 500", "yearly_value=1000")
    sums = folder.json("show", "manager", owner["id"])["yearly_value"]
    equal([item["currency"] for item in sums], ["CHF", "EUR", "USD"])
    equal([item["amount"] for item in sums if item["currency"] != "EUR"], [100000, 100000])
    true("1000.00 CHF" in folder.run("show", "manager", owner["id"]).text, "not side by side for people")


def product(folder):
    """A product is shown with who has it and how well it fits"""
    folder.generate(120)
    for item in folder.items("products", "--where", "active=yes", "--limit", 6):
        shown = folder.json("show", "product", item["number"])
        purchases = folder.items("purchases", "--where", f"product={item['id']}")
        equal(shown["purchases"], purchases)
        running = [row for row in purchases if row["ends_on"] is None]
        equal(shown["accounts"] >= len({row["account"]["id"] for row in running}), True)
        true(sum(shown["fit"].values()) >= len(running), "fits")
        true(item["name"] in folder.run("show", "product", item["number"]).text, "nothing for people")


def others(folder):
    """Anything else is shown with its fields"""
    folder.generate(30)
    need = folder.items("needs", "--limit", 1)[0]
    equal(folder.json("show", "need", need["id"]), need)
    true(need["title"] in folder.run("show", "need", need["id"]).text, "nothing for people")
    sentence(folder.run("show", "invoice", "No Such Invoice", status=NOT_SO))


run_tests(everything, health, money, manager, currencies, product, others)
