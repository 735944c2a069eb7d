# SPDX-License-Identifier: GPL-3.0-or-later
"""Books in trouble, through tendctl: what must be refused, and what must be whole afterwards."""
import csv
import json
import os
import subprocess

import desktop

UNUSABLE = 4  # the exit status of tendctl where a book cannot be used


def run(book, *arguments, prefix=()):
    return subprocess.run([*prefix, os.environ["TENDCTL"], "--book", book, "--json", *arguments], capture_output=True, text=True,
                          timeout=desktop.DEADLINE * 2)


def ctl(book, *arguments, prefix=()):
    done = run(book, *arguments, prefix=prefix)
    if done.returncode != 0:
        raise desktop.Failure(f"tendctl {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def refused(book, *arguments, status=UNUSABLE, prefix=()):
    """Is refused with this status and one sentence for people; returns the sentence."""
    done = run(book, *arguments, prefix=prefix)
    said = done.stderr.strip()
    if done.returncode != status:
        raise desktop.Failure(f"tendctl {' '.join(arguments)}: {done.returncode} instead of {status}\n{done.stdout}{said}")
    if not said.endswith(".") or "sqlite" in said.lower() or "\n" in said:
        raise desktop.Failure(f"no sentence: {said!r}")
    return said


def write_accounts(path, count):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "city", "email"])
        for number in range(1, count + 1):
            writer.writerow([f"Account {number}", f"City {number % 97}", f"office{number}@example.org"])
    return path


def new_book(folder, accounts):
    book = os.path.join(folder, "book.tend")
    table = write_accounts(os.path.join(folder, "accounts.csv"), accounts)
    ctl(book, "init")
    ctl(book, "import", "csv", table, "--as", "accounts")
    os.remove(table)
    return book


def whole(book, accounts):
    """All invariants hold, and nothing was added or lost."""
    ctl(book, "check")
    total = ctl(book, "list", "accounts")["total"]
    if total != accounts:
        raise desktop.Failure(f"{total} accounts instead of {accounts}")
