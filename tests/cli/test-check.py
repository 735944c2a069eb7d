# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import sqlite3

from tendctl import NOT_SO, equal, run_tests, true


def spoil(folder, sql):
    """Does to the book what no Tend does."""
    book = sqlite3.connect(folder.book)
    changed = book.execute(sql).rowcount
    book.commit()
    book.close()
    equal(changed, 1, f"rows changed by {sql}")


def faults(folder):
    answer = folder.run("--json", "check", status=NOT_SO).json
    equal(answer["ok"], False)
    return {(fault["invariant"], fault["table"], fault["detail"]) for fault in answer["faults"]}


def other_accounts_things(folder):
    """What refers to another account's things is found, whatever it is"""
    for noun, field, referred in (("need", "contact", "contact"), ("interaction", "contact", "contact"), ("pulse", "contact", "contact"),
                                  ("opportunity", "purchase", "purchase"), ("follow_up", "need", "need"),
                                  ("follow_up", "opportunity", "opportunity"), ("need", "liaison", "liaison")):
        folder.book = folder / f"{noun}-{field}.tend"
        folder.generate(60)
        spoil(folder, f"UPDATE {noun} SET {field} = (SELECT r.id FROM {referred} AS r WHERE r.account <> {noun}.account LIMIT 1)"
                      f" WHERE id = (SELECT min(id) FROM {noun})")
        true(("same-account", noun, field) in faults(folder), f"{noun}.{field}")


def keys(folder):
    """A key that does not follow from its name is found and made anew"""
    folder.generate(30)
    spoil(folder, "UPDATE product SET name_key = 'x' WHERE id = (SELECT min(id) FROM product)")
    equal(faults(folder), {("derived", "product", "name_key")})
    equal(folder.json("check", "--repair")["ok"], True)
    folder.check()


def summaries(folder):
    """A summary that does not follow from the rows is found and made anew"""
    folder.generate(60)
    spoil(folder, "UPDATE account SET balance = balance + 1 WHERE id = (SELECT min(id) FROM account)")
    equal({fault[:2] for fault in faults(folder)}, {("summary", "account")})
    equal(folder.json("check", "--repair")["ok"], True)
    folder.check()


run_tests(other_accounts_things, keys, summaries)
