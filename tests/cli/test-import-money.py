# SPDX-License-Identifier: GPL-3.0-or-later
"""Real firms' orders, invoices and payments, to the cent as others added them up (the data's INDEX.md and EXPECTED.json)."""
import csv
import json
import os
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import INPUT, Skip, equal, run_tests, true

CENT = Decimal("0.01")


def shared(name):
    folder = os.environ.get("TEND_SHARED_DATA") or os.path.join(os.environ.get("TEND_SOURCE_ROOT", "."), "..", "shared", "data")
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        raise Skip(f"the shared data set is not here: {path}")
    return path


def rows(name):
    with open(shared(name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected(firm):
    with open(shared("EXPECTED.json"), encoding="utf-8") as file:
        return json.load(file)[firm]


def load(folder, path, noun, *arguments, **options):
    return folder.json("import", "csv", path, "--as", noun, *arguments, **options)


def cents(text):
    """A sum of the data, rounded half up as the import says that it rounds."""
    return int((Decimal(text).quantize(CENT, ROUND_HALF_UP) * 100).to_integral_value())


def total(items, field):
    true(all(item[field]["currency"] == "EUR" for item in items), "another currency")
    return sum(item[field]["amount"] for item in items)


def by_owner(folder, managers, noun, field):
    """What the accounts of each manager come to, by the key that the manager has in the data."""
    owners = {item["id"]: item["owner"] and item["owner"]["name"] for item in folder.items("accounts")}
    sums = defaultdict(int)
    for item in folder.items(noun):
        owner = owners[item["account"]["id"]] if noun != "accounts" else item["owner"] and item["owner"]["name"]
        if owner is not None:
            sums[managers[owner]] += item[field]["amount"]
    return {key: value for key, value in sums.items() if value != 0}


def import_all(folder, source, files):
    """Imports the files with what is guessed from their headers, but for what is stated."""
    return [load(folder, shared(name), noun, "--source", source, *maps) for name, noun, *maps in files]


CLASSICMODELS = [
    ("business/classicmodels/employees.csv", "managers"),
    ("business/classicmodels/customers.csv", "accounts"),
    ("business/classicmodels/products.csv", "products"),
    ("business/classicmodels/orders.csv", "invoices"),
    ("business/classicmodels/orderdetails.csv", "invoices"),
    ("business/classicmodels/orderdetails.csv", "purchases"),
    ("business/classicmodels/payments.csv", "invoices"),
]


def classicmodels(folder):
    """classicmodels: orders, their lines and payments to the cent, and the value of each manager's accounts"""
    stated = expected("classicmodels")
    folder.json("init")
    answers = import_all(folder, "cm", CLASSICMODELS)
    equal([answer["added"] for answer in answers], [23, 122, 110, 326, 0, 2996, 273])
    equal((answers[4]["updated"], answers[4]["joined"], answers[4]["rounded"]), (326, 2996 - 326, 0))
    equal(sum(answer["skipped"] for answer in answers), 0)

    invoices = folder.items("invoices")
    equal((total(invoices, "amount"), total(invoices, "paid")), (cents(stated["order_value"]), cents(stated["payments_total"])))
    purchases = folder.items("purchases")
    equal(total(purchases, "yearly_value"), cents(stated["order_value"]))
    equal(sum(item["quantity"] for item in purchases), sum(int(row["quantityOrdered"]) for row in rows("business/classicmodels/orderdetails.csv")))
    equal((min(item["bought_on"] for item in purchases), max(item["bought_on"] for item in purchases)), tuple(stated["order_dates"]))

    managers = {f"{row['firstName']} {row['lastName']}": row["employeeNumber"] for row in rows("business/classicmodels/employees.csv")}
    value = {key: cents(text) for key, text in stated["order_value_by_manager"].items()}
    equal(by_owner(folder, managers, "accounts", "yearly_value"), value, "the yearly value of the accounts")
    shown = {key: folder.json("show", "manager", name)["yearly_value"] for name, key in managers.items() if key in value}
    equal(shown, {key: [{"amount": amount, "currency": "EUR"}] for key, amount in value.items()}, "what is shown of a manager")
    equal(by_owner(folder, managers, "purchases", "yearly_value"), value, "the value of the purchases")
    equal(by_owner(folder, managers, "invoices", "amount"), value, "the sum of the invoices")

    owed = defaultdict(Decimal)
    customers = {row["orderNumber"]: row["customerNumber"] for row in rows("business/classicmodels/orders.csv")}
    for row in rows("business/classicmodels/orderdetails.csv"):
        owed[customers[row["orderNumber"]]] += Decimal(row["priceEach"]) * int(row["quantityOrdered"])
    for row in rows("business/classicmodels/payments.csv"):
        owed[row["customerNumber"]] -= Decimal(row["amount"])
    accounts = folder.items("accounts")
    equal({item["number"]: item["balance"]["amount"] for item in accounts}, {item["number"]: cents(owed[item["number"]]) for item in accounts})
    # All of it is long due, and payments pay the oldest first: what an account owes is what is overdue.
    equal({item["number"]: item["overdue"]["amount"] for item in accounts}, {item["number"]: max(0, cents(owed[item["number"]])) for item in accounts})
    equal(sum(item["yearly_value"]["amount"] == 0 for item in accounts), stated["customers_without_orders"])
    folder.check()


def classicmodels_again(folder):
    """classicmodels once more: nothing is doubled, what was changed in Tend is kept, and each batch can be taken back"""
    folder.json("init")
    answers = import_all(folder, "cm", CLASSICMODELS)
    folder.json("edit", "invoice", next(item["id"] for item in folder.items("invoices", "--where", "number=10100")), "amount=1.234,50")
    before = folder.items("invoices")
    again = import_all(folder, "cm", CLASSICMODELS)
    equal([(answer["added"], answer["updated"], answer["batch"]) for answer in again], [(0, 0, None)] * 7)
    equal([answer["kept"] for answer in again], [0, 0, 0, 0, 1, 0, 0])
    equal([(p["row"], p["value"]) for p in again[4]["problems"] if "changed" in p["message"]], [(2, "10223.83")])
    equal(folder.items("invoices"), before)

    folder.json("undo", answers[6]["batch"])
    folder.json("undo", answers[5]["batch"])
    equal((folder.json("list", "purchases", "--count")["total"], folder.json("list", "invoices", "--count")["total"]), (0, 326))
    true(all(item["yearly_value"]["amount"] == 0 for item in folder.items("accounts")), "a value without purchases")
    folder.check()


def chinook(folder):
    """Chinook: invoices and their lines come to the same, for each representative too"""
    stated = expected("chinook")
    folder.json("init")
    answers = import_all(folder, "ch", [
        ("business/chinook/Employee.csv", "managers"), ("business/chinook/Customer.csv", "accounts"), ("business/chinook/Track.csv", "products"),
        ("business/chinook/Invoice.csv", "invoices"), ("business/chinook/InvoiceLine.csv", "purchases"),
    ])
    equal([answer["added"] for answer in answers], [8, 59, stated["tracks"], stated["invoices"], stated["invoice_lines"]])
    equal(total(folder.items("invoices"), "amount"), cents(stated["invoice_total"]))
    equal(total(folder.items("purchases"), "yearly_value"), cents(stated["line_total"]))
    managers = {f"{row['FirstName']} {row['LastName']}": row["EmployeeId"] for row in rows("business/chinook/Employee.csv")}
    reps = {key: cents(text) for key, text in stated["by_rep"].items()}
    equal(by_owner(folder, managers, "invoices", "amount"), reps)
    equal(by_owner(folder, managers, "accounts", "yearly_value"), reps)
    best = max(folder.items("accounts"), key=lambda item: item["balance"]["amount"])
    equal((best["name"], best["balance"]["amount"]), (stated["top_customer"][1], cents(stated["top_customer"][0])))
    dates = sorted(item["issued_on"] for item in folder.items("invoices"))
    equal([dates[0], dates[-1]], [text[:10] for text in stated["invoice_dates"]])
    folder.check()


def northwind(folder):
    """Northwind: gross to the cent, net with discounts rounded once an order, and the import says how often"""
    stated = expected("northwind")
    details = rows("business/northwind/OrderDetails.csv")
    folder.json("init")
    answers = import_all(folder, "nw", [
        ("business/northwind/Employees.csv", "managers"), ("business/northwind/Customers.csv", "accounts"),
        ("business/northwind/Products.csv", "products"), ("business/northwind/Orders.csv", "invoices"),
        ("business/northwind/OrderDetails.csv", "invoices"), ("business/northwind/OrderDetails.csv", "purchases"),
        ("business/northwind/Orders.csv", "invoices", "--map", "key=F{OrderID}", "--map", "account=CustomerID", "--map", "issued_on=OrderDate",
         "--map", "amount=Freight"),
    ])
    equal([answer["added"] for answer in answers], [9, 93, stated["products"], stated["orders"], 0, stated["order_lines"], stated["orders"]])
    equal(sum(not item["active"] for item in folder.items("products")), stated["discontinued"])
    equal(total(folder.items("purchases"), "yearly_value"), cents(stated["gross"]))
    equal(total(folder.items("invoices"), "amount"), cents(stated["gross"]) + cents(stated["freight"]))

    net = defaultdict(Decimal)
    for row in details:
        net[row["OrderID"]] += Decimal(row["UnitPrice"]) * int(row["Quantity"]) * (1 - Decimal(row["Discount"]))
    equal(sum(net.values()), Decimal(stated["net_after_discount"]))
    answer = load(folder, shared("business/northwind/OrderDetails.csv"), "invoices", "--source", "nw", "--map", "key=OrderID",
                  "--map", "amount=+{UnitPrice} * {Quantity} * (1 - {Discount})")
    equal(answer["rounded"], sum(value != value.quantize(CENT) for value in net.values()))
    equal(sum("rounded" in problem["message"] for problem in answer["problems"]), answer["rounded"])
    equal(total(folder.items("invoices"), "amount"), sum(cents(value) for value in net.values()) + cents(stated["freight"]))

    with_orders = {item["number"] or item["name"] for item in folder.items("accounts") if item["yearly_value"]["amount"] > 0}
    equal(len(with_orders), stated["customers_with_orders"])
    folder.check()


BAD = """Rechnungsnummer;Kunde;Rechnungsdatum;Betrag
R1;K1;24.11.2026;1.234,56
R2;K1;31.02.2026;12,00
R3;K1;2026-02-30;12,00
R4;K1;24.11.26;12,00
R5;K1;24.11.2026;viel
R6;K1;24.11.2026;12 XYZ
R7;K1;24.11.2026;12 USD
R8;K9;24.11.2026;12,00
R9;K1;24.11.2026;(12,005)
"""


def bad_sums(folder):
    """Each sum and day that cannot be is named by row, column and sentence, and nothing of its row is in the book"""
    folder.json("init")
    load(folder, folder.write("a.csv", "Kundennummer;Firma;Währung\nK1;Abel AG;EUR\n"), "accounts", "--source", "crm")
    path = folder.write("bad.csv", BAD)
    refused = folder.run("--json", "import", "csv", path, "--as", "invoices", "--source", "crm", status=INPUT).json
    problems = [(p["row"], p["column"], p["message"]) for p in refused["problems"] if p["skipped"]]
    equal([(row, column) for row, column, _ in problems],
          [(3, "Rechnungsdatum"), (4, "Rechnungsdatum"), (5, "Rechnungsdatum"), (6, "Betrag"), (7, "Betrag"), (8, "Betrag"), (9, "Kunde")])
    for (_, _, message), word in zip(problems, ("31.02.2026", "2026-02-30", "24.11.26", "viel", "XYZ", "USD", "K9")):
        true(word in message and message.endswith("."), (word, message))
    equal(folder.json("list", "invoices", "--count")["total"], 0)
    taken = folder.run("import", "csv", path, "--as", "invoices", "--source", "crm", "--keep-going")
    true("was rounded half up" in taken.text and "left out: 7" in taken.text, taken.text)
    equal([(item["number"], item["amount"]["amount"]) for item in sorted(folder.items("invoices"), key=lambda i: i["number"])],
          [("R1", 123456), ("R9", -1201)])
    stated = load(folder, path, "invoices", "--source", "crm", "--keep-going", "--date-format", "TT.MM.JJ")
    equal((stated["added"], stated["skipped"]), (1, 6))
    folder.check()


def other_nouns(folder):
    """Interactions, needs, opportunities, pulses and liaisons come from files too"""
    folder.json("init")
    load(folder, folder.write("a.csv", "Kundennummer;Firma\nK1;Abel AG\n"), "accounts", "--source", "crm")
    files = {
        "interactions": "ID;Kunde;Datum;Uhrzeit;Art;Betreff\n1;K1;24.11.2026;10:30;Anruf;Gesprochen\n",
        "needs": "ID;Kunde;Betreff;Art\n1;K1;Steht;Störung\n",
        "opportunities": "ID;Kunde;Titel;Betrag\n1;K1;Ausbau;12.000,00\n",
        "pulses": "ID;Kunde;Datum;Bewertung\n1;K1;24.11.2026;9\n",
        "liaisons": "ID;Kunde;Name;Abteilung\n1;K1;Ina Post;Labor\n",
    }
    for noun, content in files.items():
        path = folder.write(noun + ".csv", content)
        equal(load(folder, path, noun, "--source", "crm")["added"], 1, noun)
        equal(load(folder, path, noun, "--source", "crm")["unchanged"], 1, noun)
        equal(folder.json("list", noun, "--count")["total"], 1, noun)
    folder.check()


run_tests(classicmodels, classicmodels_again, chinook, northwind, bad_sums, other_nouns)
