#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full disk: what does not fit is refused with a sentence, and what was there stays whole. The disk is a small tmpfs (bwrap)."""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import faults

SIZE = 6_000_000
DISK = os.environ.get("TEND_TEST_DISK", "")


def disk(accounts=3):
    """An empty disk with a small book on it; returns its path."""
    for name in os.listdir(DISK):
        path = os.path.join(DISK, name)
        shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    return faults.new_book(DISK, accounts)


def fill():
    """Leaves not a byte free; returns the file to remove."""
    path = os.path.join(DISK, "filler")
    with open(path, "wb", buffering=0) as filler:
        for size in (65536, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                pass
    return path


def import_does_not_fit():
    """an import that does not fit adds nothing"""
    book = disk()
    large = faults.write_accounts(os.path.join(os.environ["TEND_TEST_OUTSIDE"], "large.csv"), 60_000)
    faults.refused(book, "import", "csv", large, "--as", "accounts")
    faults.whole(book, accounts=3)
    faults.ctl(book, "follow-up", "add", "Account 1", "--title", "There is room again", "--due", "tomorrow")
    faults.whole(book, accounts=3)


def change_does_not_fit():
    """a change that does not fit is refused, and goes through when there is room"""
    book = disk()
    change = ("follow-up", "add", "Account 1", "--title", "Call " + "x" * 3000, "--due", "tomorrow")
    filler = fill()
    faults.refused(book, *change)
    os.remove(filler)
    faults.whole(book, accounts=3)
    assert faults.ctl(book, "list", "follow-ups")["total"] == 0
    faults.ctl(book, *change)
    faults.whole(book, accounts=3)
    assert faults.ctl(book, "list", "follow-ups")["total"] == 1


def backup_does_not_fit():
    """a backup that does not fit leaves no half of one"""
    book = disk()
    filler = fill()
    faults.refused(book, "backup", os.path.join(DISK, "copy.tend"))
    os.remove(filler)
    assert not [name for name in os.listdir(DISK) if name.startswith("copy")], os.listdir(DISK)
    faults.whole(book, accounts=3)


def init_does_not_fit():
    """a book that does not fit is not made"""
    disk()
    path = os.path.join(DISK, "new.tend")
    filler = fill()
    faults.refused(path, "init")
    os.remove(filler)
    faults.ctl(path, "init")
    faults.whole(path, accounts=0)


TESTS = (import_does_not_fit, change_does_not_fit, backup_does_not_fit, init_does_not_fit)

if DISK:
    desktop.run_tests(*TESTS)

with tempfile.TemporaryDirectory(prefix="tend-disk-") as outside:
    mount = os.path.join(outside, "disk")
    os.mkdir(mount)
    inside = ["bwrap", "--dev-bind", "/", "/", "--size", str(SIZE), "--tmpfs", mount, "--setenv", "TEND_TEST_DISK", mount,
              "--setenv", "TEND_TEST_OUTSIDE", outside]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode != 0:
        print(f"1..0 # SKIP bwrap cannot make a small disk here")
        sys.exit(0)
    sys.exit(subprocess.run([*inside, sys.executable, *sys.argv], check=False).returncode)
