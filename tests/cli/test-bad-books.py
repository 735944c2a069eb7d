# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import shutil
import sqlite3
import subprocess

from tendctl import BOOK, PROGRAM, Skip, equal, run_tests, sentence, true

COMMANDS = (["info"], ["check"], ["list", "accounts"], ["due"], ["undo"], ["history"], ["generate", "--accounts", "3"])


def refused(folder, path):
    """Every command ends with 4 and a sentence, and the file is as it was."""
    before = open(path, "rb").read() if os.path.isfile(path) else None
    for command in COMMANDS:
        sentence(folder.run(*command, status=BOOK, book=path))
    if before is not None:
        equal(open(path, "rb").read(), before, "the file")


def missing(folder):
    """A book that is not there is not made by looking at it"""
    path = folder / "missing.tend"
    for command in (["info"], ["check"], ["list", "accounts"], ["undo"]):
        sentence(folder.run(*command, status=BOOK, book=path))
    sentence(folder.run("info", status=BOOK, book=folder / "no/such/x.tend"))
    true(not os.path.exists(path), "made")


def not_a_book(folder):
    """A text, a picture, an empty file and a folder are refused"""
    refused(folder, folder.write("text.tend", "Dear diary\n" * 1000))
    refused(folder, folder.write("noise.tend", bytes(range(256)) * 100))
    refused(folder, folder.write("empty.tend", b""))
    refused(folder, folder.write("short.tend", b"SQLite format 3\x00"))
    os.mkdir(folder / "folder.tend")
    refused(folder, folder / "folder.tend")


def of_others(folder):
    """Another application's database is refused"""
    path = folder / "other.tend"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT)")
    database.commit()
    database.close()
    refused(folder, path)


def newer(folder):
    """A book of a newer Tend is refused"""
    folder.generate(5)
    path = folder / "newer.tend"
    shutil.copy(folder.book, path)
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.commit()
    database.close()
    refused(folder, path)


def cut(folder):
    """A book that was cut off is refused or found damaged, never half read"""
    folder.generate(200)
    content = open(folder.book, "rb").read()
    path = folder.write("cut.tend", content[: len(content) // 2])
    os.chmod(path, 0o600)
    answer = folder.run("check", status=None, book=path)
    true(answer.status in (1, BOOK), f"cut in half, and check says {answer.status}")


def hard_link(folder):
    """A book with a second name is refused"""
    folder.generate(5)
    os.link(folder.book, folder / "second.tend")
    sentence(folder.run("info", status=BOOK))


def older(folder):
    """A book that lacks changes it once had is found out"""
    folder.generate(5)
    account = folder.items("accounts")[0]["id"]
    folder.json("follow-up", "add", account, "--title", "before", "--due", "2027-01-15")
    shutil.copy(folder.book, folder / "older")
    folder.json("follow-up", "add", account, "--title", "after", "--due", "2027-01-15")
    shutil.copy(folder / "older", folder.book)
    equal(folder.json("info")["lost"], 2)
    true(folder.run("info").complaint, "people are not told")
    answer = folder.json("check", status=1)
    equal([fault["invariant"] for fault in answer["faults"]], ["changes-lost"])


def as_somebody(folder, *arguments):
    """Runs as a user without privileges, since root ignores permissions."""
    if os.geteuid() != 0:
        return folder.run(*arguments, status=None)
    if not shutil.which("setpriv"):
        raise Skip("there is no setpriv to drop privileges with")
    process = subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM, "--book", folder.book, *arguments],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if b"setpriv" in process.stderr or b"Permission denied" in process.stderr and b"tendctl:" not in process.stderr:
        raise Skip("privileges cannot be dropped here")
    return process


def status_of(answer):
    return answer.status if hasattr(answer, "status") else answer.returncode


def unreadable(folder):
    """A book that may not be read is refused"""
    folder.generate(5)
    os.chmod(folder.path, 0o755)
    os.chmod(folder.book, 0o000)
    equal(status_of(as_somebody(folder, "info")), BOOK)


def read_only(folder):
    """A book that may not be written is read, and refuses to be changed"""
    folder.generate(5)
    os.chmod(folder.book, 0o444)
    os.chmod(folder.path, 0o555)
    try:
        true(status_of(as_somebody(folder, "generate", "--accounts", "3")) == BOOK, "written")
        true(status_of(as_somebody(folder, "info")) in (0, BOOK), "neither read nor refused")
    finally:
        os.chmod(folder.path, 0o755)
        os.chmod(folder.book, 0o600)
    equal(folder.json("info")["counts"]["accounts"], 5)


def full_disk(folder):
    """On a full disk nothing is lost and a sentence says so"""
    if not shutil.which("bwrap"):
        raise Skip("there is no bwrap to make a small disk with")
    script = ('t=$1; shift; "$t" --book /mnt/b.tend generate --accounts 50 >/dev/null || exit 77; '
              '"$t" --book /mnt/b.tend generate --accounts 1 >/dev/null 2>&1; '
              'dd if=/dev/zero of=/mnt/fill bs=1k >/dev/null 2>&1; '
              'id=$("$t" --book /mnt/b.tend list accounts --limit 1 --json | grep -o "\\"id\\":\\"[0-9]*" | head -1 | tr -dc 0-9); '
              'n=0; while [ $n -lt 400 ]; do n=$((n+1)); '
              '"$t" --book /mnt/b.tend follow-up add "$id" --title "$(head -c 3000 /dev/zero | tr "\\0" x)" --notes "$(head -c 6000 /dev/zero | tr "\\0" y)" --due 2027-01-01 >/dev/null 2>/mnt/../tmp/said || { echo "status $?"; cat /tmp/said; break; }; done; '
              'rm -f /mnt/fill; "$t" --book /mnt/b.tend check >/dev/null && echo whole')
    process = subprocess.run(["bwrap", "--dev-bind", "/", "/", "--size", str(3 * 1024 * 1024), "--tmpfs", "/mnt", "--tmpfs", "/tmp",
                              "sh", "-c", script, "sh", os.path.abspath(PROGRAM)],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    said = process.stdout.decode("utf-8")
    if process.returncode == 77 or "bwrap:" in process.stderr.decode("utf-8"):
        raise Skip("a small disk cannot be made here")
    true("status 4" in said and "tendctl: " in said, said)
    true(said.rstrip().endswith("whole"), said)


def names_in_any_locale(folder):
    """Names beyond ASCII pass under LC_ALL=C"""
    folder.generate(400)
    name = next(item["name"] for item in folder.items("accounts") if "ü" in item["name"])
    equal(folder.json("show", "account", name, LC_ALL="C")["name"], name)
    true(name in folder.run("show", "account", name, LC_ALL="C").text, "mangled")


run_tests(missing, not_a_book, of_others, newer, cut, hard_link, older, unreadable, read_only, full_disk, names_in_any_locale)
