#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forty accounts of real books dragged to another manager and taken back: the book is then equal to what it was in every column but
version and updated_at, and in every table but the journal and the handovers."""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import tend

DATA = os.environ.get("TEND_SHARED_DATA") or os.path.join(os.environ["TEND_SOURCE_ROOT"], "..", "shared", "data")
COUNT = 40


def expected(name):
    path = os.path.join(DATA, "EXPECTED.json")
    if not os.path.exists(path):
        raise desktop.Skip("the shared data is not here")
    with open(path) as file:
        return json.load(file)[name]


def import_csv(file, noun, source, *maps):
    arguments = [part for pair in maps for part in ("--map", pair)]
    return tend.ctl("import", "csv", os.path.join(DATA, "business", source, file), "--as", noun, "--source", source, *arguments)


def check_people(facts):
    managers = tend.items("managers")
    assert len(managers) == facts["employees"], len(managers)
    assert sum(manager["reports_to"] is not None for manager in managers) == facts["reporting_lines"]


def drag_forty(target, asked=False):
    """Selects forty accounts by keys, drags them with the pointer onto a manager who has none, and takes them back. @asked: the
    promises of others go along, too."""
    before = tend.content()
    with tend.Screen() as screen:
        desktop.press("ctrl+f", "Down", "Home", *["shift+Down"] * (COUNT - 1))
        screen.find("label", f"{COUNT} selected")
        row = next(row for row in desktop.walk(screen.accounts())
                   if row.get_role_name() == "list item" and desktop.has_state(row, "selected") and in_sight(screen, row))
        desktop.drag(screen.place(row), screen.place(screen.manager(target)))
        if asked:
            screen.click(screen.find("label", "What others have open"))
            screen.click(screen.find("button", "Reassign"))
        undo = screen.wait_toast()
        handovers = tend.items("handovers")
        assert len(handovers) == COUNT, len(handovers)
        assert len({row["batch"] for row in handovers}) == 1 and {row["to"]["name"] for row in handovers} == {target}
        assert list(tend.owners().values()).count(target) == COUNT
        screen.click(undo)
        desktop.wait_for(lambda: not tend.differences(before, tend.content()), "the book to be as it was")
        tend.ctl("check")
    # Nothing more happens when it closes.
    left = tend.differences(before, tend.content())
    assert left == [], left[:10]


def in_sight(screen, row):
    _, y = screen.window.centre(row)
    return 120 < y < 740


def chinook():
    """Chinook: 59 persons of three managers"""
    facts = expected("chinook")
    tend.forget_settings()
    tend.new_empty_book()
    import_csv("Employee.csv", "managers", "chinook", "key=EmployeeId", "name={FirstName} {LastName}", "title=Title",
               "reports_to=ReportsTo", "email=Email", "phone=Phone")
    import_csv("Customer.csv", "accounts", "chinook", "key=CustomerId", "name={FirstName} {LastName}", "owner=SupportRepId",
               "city=City", "country=Country", "postcode=PostalCode", "street=Address", "email=Email", "phone=Phone",
               "contact.given=FirstName", "contact.family=LastName", "contact.emails=Email")
    check_people(facts)
    assert len(tend.items("accounts")) == facts["accounts"]
    assert len(tend.items("contacts")) == facts["accounts"]
    drag_forty("Nancy Edwards")


def classicmodels():
    """classicmodels: 122 firms, 22 of them nobody's, each with a promise"""
    facts = expected("classicmodels")
    tend.forget_settings()
    tend.new_empty_book()
    import_csv("employees.csv", "managers", "classicmodels", "key=employeeNumber", "name={firstName} {lastName}", "title=jobTitle",
               "reports_to=reportsTo", "email=email")
    import_csv("customers.csv", "accounts", "classicmodels", "key=customerNumber", "name=customerName", "owner=salesRepEmployeeNumber",
               "city=city", "country=country", "postcode=postalCode", "street=addressLine1", "phone=phone",
               "contact.given=contactFirstName", "contact.family=contactLastName")
    check_people(facts)
    accounts = tend.items("accounts")
    assert len(accounts) == facts["accounts"]
    assert sum(account["owner"] is not None for account in accounts) == facts["accounts_with_manager"]
    # Promises go along, so that there is more to take back than owners. All are Diane Murphy's: that is asked.
    promises = [[account["name"], "Call about the order", "2031-03-03T10:00", "Diane Murphy"] for account in accounts]
    tend.ctl("import", "csv", tend.write_csv("promises.csv", ["account", "title", "due", "manager"], promises), "--as", "follow-ups",
             *[part for field in ("account", "title", "due", "manager") for part in ("--map", f"{field}={field}")])
    assert len(tend.items("follow-ups")) == facts["accounts"]
    drag_forty("Mary Patterson", asked=True)


desktop.run_tests(chinook, classicmodels)
