# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import subprocess

from tendctl import BOOK, NOT_SO, PROGRAM, USAGE, equal, run_tests, sentence, true

VERBS = ["init", "info", "check", "generate", "list", "show", "log", "follow-up", "need", "opportunity", "add", "edit", "delete",
         "import", "reassign", "due", "undo", "redo", "history", "rules", "backup", "restore"]


def help_for_every_verb(folder):
    """Every verb has a help, which names it"""
    general = folder.run("--help").text
    for verb in VERBS:
        true(f"\n  {verb} " in general, f"--help does not list {verb}")
        for arguments in ([verb, "--help"], ["help", verb]):
            text = folder.run(*arguments).text
            true(f"tendctl {verb}" in text, f"no help for {verb}: {text!r}")
            true("--json" in text and "--book" in text, f"{verb} hides the common options")


def german(folder):
    """Under a German locale it speaks German"""
    answer = folder.run("nonsense", status=USAGE, LC_ALL="de_DE.UTF-8", LANGUAGE="de")
    true("nonsense" in answer.complaint, answer.complaint)


def version(folder):
    """--version says which"""
    true(folder.run("--version").text.startswith("tendctl "), "no version")


def nothing_is_not_enough(folder):
    """Wrong usage ends with 2, one sentence, and touches nothing"""
    wrong = [
        [],
        ["nonsense"],
        ["--nonsense"],
        ["init", "--nonsense"],
        ["init", "surplus"],
        ["info", "surplus"],
        ["generate"],
        ["generate", "--accounts", "many"],
        ["generate", "--accounts", "-5"],
        ["generate", "--accounts", "5", "--language", "xx"],
        ["list"],
        ["list", "wishes"],
        ["list", "accounts", "--limit", "-1"],
        ["list", "accounts", "--limit", "x"],
        ["show"],
        ["show", "account"],
        ["show", "wish", "x"],
        ["show", "account", "x", "y"],
        ["reassign"],
        ["reassign", "x"],
        ["reassign", "--to", "x"],
        ["reassign", "x", "--to", "y", "--also", "everything"],
        ["reassign", "x", "--where", "tier=A", "--to", "y"],
        ["follow-up"],
        ["follow-up", "forget", "1"],
        ["follow-up", "add", "x"],
        ["follow-up", "done"],
        ["follow-up", "snooze", "1"],
        ["generate", "--accounts", "5", "--interactions", "-1"],
        ["log"],
        ["log", "x"],
        ["log", "x", "--summary", "x", "--next", "y"],
        ["log", "x", "--summary", "x", "--due", "tomorrow"],
        ["log", "x", "--summary", "x", "--outcome", "y"],
        ["need"],
        ["need", "forget", "1"],
        ["need", "add", "x"],
        ["need", "resolve"],
        ["opportunity"],
        ["opportunity", "forget", "1"],
        ["opportunity", "win"],
        ["add"],
        ["add", "account"],
        ["add", "wish", "name=x"],
        ["add", "handover", "reason=x"],
        ["edit", "account", "x"],
        ["delete", "account"],
        ["rules", "shoe-size"],
        ["rules", "shoe-size", "44"],
        ["rules", "cadence-a", "1", "2"],
        ["due", "--mine"],
        ["undo", "1", "2"],
        ["redo", "1"],
        ["backup"],
        ["restore"],
        ["import", "csv", "x"],
        ["import", "csv", "x", "--as", "wishes"],
        ["import", "xlsx", "x", "--as", "accounts"],
        ["import", "csv", "x", "--as", "accounts", "--map", "name"],
        ["import", "csv", "x", "--as", "accounts", "--delimiter", "xx"],
        ["generate", "--accounts", "-1"],
    ]
    for arguments in wrong:
        said = sentence(folder.run(*arguments, status=USAGE))
        equal(said.count("\n"), 1, f"lines said to {arguments}")
        true(not os.path.exists(folder.book), f"{arguments} made a book")


def places(folder):
    """A place that can be no book's is refused with a sentence, and nothing is made there"""
    for place in ("", "http://example.com/book.tend", "file:book.tend", "file://server/srv/book.tend", "postgresql:team"):
        for command in (["info"], ["init"], ["restore", folder / "copy"]):
            answer = folder.run(*command, book=place, status=None)
            true(answer.status == (BOOK if place else USAGE), f"{command} of {place!r} ended with {answer.status}")
            sentence(answer)
    folder.run("init", place="file://" + folder.book)
    folder.check()


def unknown_fields(folder):
    """A field that there is not is wrong usage"""
    folder.generate(5)
    sentence(folder.run("list", "accounts", "--where", "shoe_size=44", status=USAGE))
    sentence(folder.run("list", "accounts", "--where", "tier", status=USAGE))
    sentence(folder.run("list", "accounts", "--sort", "shoe_size", status=USAGE))
    sentence(folder.run("list", "accounts", "--sort", "name:up", status=USAGE))


def common_options_anywhere(folder):
    """The common options stand before or behind the command"""
    folder.generate(5)
    for arguments in (["--json", "info"], ["info", "--json"], ["info", "-j"]):
        equal(folder.run(*arguments).json["counts"]["accounts"], 5)


def closed_pipe(folder):
    """An answer that cannot be written is a failure"""
    folder.generate(5)
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "w", encoding="utf-8") as full:
        process = subprocess.run([PROGRAM, "--book", folder.book, "list", "accounts"], stdout=full, stderr=subprocess.PIPE, check=False)
    equal(process.returncode, NOT_SO)
    true(process.stderr, "nothing was said")


def closed_streams(folder):
    """With its standard streams closed it writes into no file of the book's"""
    folder.generate(60)
    rows = "Nummer,Firma,Ort\n" + "".join(f"{i},Firma {i}\n" for i in range(2000))
    path = folder.write("a.csv", rows)
    for closing in (">&-", "2>&-", "<&- >&- 2>&-"):
        script = f'"$0" --book "$1" import csv "$2" --as accounts --keep-going --json {closing}; "$0" --book "$1" add manager name=Ada {closing}'
        subprocess.run(["sh", "-c", script, PROGRAM, folder.book, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        with open(folder.book + ".lock", encoding="ascii") as lock:
            true(lock.read().strip().isdigit(), "the lock was written over")
    true("Ada" in folder.run("list", "managers").text, "not added")
    folder.check()


run_tests(help_for_every_verb, german, version, nothing_is_not_enough, unknown_fields, places, common_options_anywhere, closed_pipe,
          closed_streams)
