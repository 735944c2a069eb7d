# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from tendctl import DEADLINE, DONE, INPUT, equal, run_tests, sentence, true


def writers(folder):
    """Processes that write at once all get through, and nothing is lost"""
    folder.generate(60)
    accounts = [item["id"] for item in folder.items("accounts")][:8]
    before = folder.json("list", "follow-ups", "--count")["total"]
    running = []
    for turn in range(4):
        for account in accounts:
            running.append(folder.start("--json", "follow-up", "add", account, "--title", f"turn {turn}", "--due", "2027-01-15"))
    for process in running:
        _, errors = process.communicate(timeout=DEADLINE)
        equal(process.returncode, DONE, errors)
    equal(folder.json("list", "follow-ups", "--count")["total"], before + len(running))
    sequences = [row["sequence"] for row in folder.json("list", "changes")["items"]]
    equal(sequences, list(range(len(sequences), 0, -1)), "the journal")
    folder.check()


def same_account(folder):
    """Processes that hand one account to and fro leave a whole chain"""
    folder.generate(120)
    accounts = [item for item in folder.items("accounts") if item["owner"]]
    managers = [item["id"] for item in folder.items("managers", "--where", "active=yes")][:6]
    running = [folder.start("reassign", accounts[0]["id"], "--to", manager) for manager in managers * 2]
    statuses = []
    for process in running:
        process.communicate(timeout=DEADLINE)
        statuses.append(process.returncode)
    true(set(statuses) <= {DONE, INPUT}, statuses)
    folder.check()
    shown = folder.json("show", "account", accounts[0]["id"])
    equal(shown["handovers"][-1]["to"], shown["owner"])


def backup_while_writing(folder):
    """A backup made while others write is whole, private, and can be restored"""
    folder.generate(200)
    account = folder.items("accounts")[0]["id"]
    running = [folder.start("follow-up", "add", account, "--title", f"{n}", "--due", "2027-01-15") for n in range(10)]
    copy = folder / "copy.tend"
    folder.json("backup", copy)
    for process in running:
        process.communicate(timeout=DEADLINE)
        equal(process.returncode, DONE)
    equal(os.stat(copy).st_mode & 0o777, 0o600)
    folder.run("check", book=copy)
    equal(folder.json("list", "accounts", book=copy)["total"], 200)


def backups_at_once(folder):
    """Backups to one place at once take turns, and all of them are made"""
    folder.generate(200)
    copy = folder / "copy.tend"
    running = [folder.start("backup", copy) for _ in range(8)]
    for process in running:
        errors = process.communicate(timeout=DEADLINE)[1]
        equal(process.returncode, DONE, errors)
    folder.run("check", book=copy)
    equal([name for name in os.listdir(folder.path) if "part" in name], [], "what is left")


def restore(folder):
    """restore brings the backup back and keeps the present book aside"""
    folder.generate(50)
    copy = folder / "copy.tend"
    folder.json("backup", copy)
    before = folder.json("list", "follow-ups")
    account = folder.items("accounts")[0]["id"]
    folder.json("follow-up", "add", account, "--title", "after the backup", "--due", "2027-01-15")
    with_it = folder.json("list", "follow-ups")
    answer = folder.json("restore", copy)
    equal(folder.json("list", "follow-ups"), before)
    equal(folder.json("list", "follow-ups", book=answer["aside"]), with_it)
    folder.check()


def bad_backups(folder):
    """What is no backup is not restored, and the book stays"""
    folder.generate(20)
    before = folder.json("list", "accounts")
    for name, content in (("empty", b""), ("text", b"Dear diary\n" * 500)):
        path = folder.write(name, content)
        true(name in sentence(folder.run("restore", path, status=INPUT)), "the file is not named")
    sentence(folder.run("restore", folder / "missing", status=INPUT))
    equal(folder.json("list", "accounts"), before)


def backup_in_place_of(folder):
    """A backup takes the place of an earlier one, and of nothing else"""
    folder.generate(5)
    other = folder / "other.tend"
    folder.run("init", book=other)
    folder.run("add", "manager", "name=Ada", book=other)
    letter = folder.write("letter.txt", "Dear Ada")
    os.mkdir(folder / "folder")
    os.symlink(folder / "beyond", folder / "link")
    os.mkfifo(folder / "pipe")
    before = folder.json("list", "accounts")
    for place in (folder.book, other, letter, folder / "folder", folder / "link", folder / "pipe", folder / "no/such/copy.tend", ""):
        true(place in sentence(folder.run("backup", place, status=INPUT)), "the place is not named")
    equal(folder.json("list", "accounts"), before)
    equal([item["name"] for item in folder.json("list", "managers", book=other)["items"]], ["Ada"])
    equal(open(letter, encoding="utf-8").read(), "Dear Ada")
    folder.run("add", "manager", "name=Written afterwards")
    folder.check()
    copy = folder.write("copy.tend", b"")
    for _ in range(2):
        folder.json("backup", copy)
        folder.run("check", book=copy)


def restore_twice(folder):
    """Each of two restores keeps the book that it found, however fast one follows the other"""
    folder.generate(5)
    copy = folder / "copy.tend"
    folder.json("backup", copy)
    kept = []
    for name in ("Ada", "Bea"):
        folder.run("add", "manager", f"name={name}")
        kept.append(folder.json("restore", copy)["aside"])
        true(name in folder.run("list", "managers", book=kept[-1]).text, f"{name} is lost")
    true(kept[0] != kept[1] and os.path.exists(kept[0]), "the first one is lost")


def restore_through_link(folder):
    """A book is restored where it is, not where a link to it stands"""
    folder.generate(5)
    copy = folder / "copy.tend"
    folder.json("backup", copy)
    folder.run("add", "manager", "name=Ada")
    link = folder / "link.tend"
    os.symlink(folder.book, link)
    folder.json("restore", copy, book=link)
    true(os.path.islink(link), "the link was replaced")
    true("Ada" not in folder.run("list", "managers").text, "not restored")
    folder.check()


run_tests(writers, same_account, backup_while_writing, backup_in_place_of, backups_at_once, restore, restore_twice, restore_through_link, bad_backups)
