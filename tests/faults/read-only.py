#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Books that may not be written or read: refused with a sentence, and left as they are, to the byte."""
import hashlib
import os
import stat
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TEND_SOURCE_ROOT"], "tests", "support"))
import desktop
import faults

# Root may write anywhere, whatever the bits say.
NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--inh-caps=-all", "--"] if os.geteuid() == 0 else []
CHANGE = ("follow-up", "add", "Account 1", "--title", "Call", "--due", "tomorrow")


class Place:
    """A folder with a book, whose bits are set; both are nobody's where root would not be stopped."""

    def __init__(self, folder_mode, book_mode):
        self.folder_mode, self.book_mode = folder_mode, book_mode

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="tend-read-only-")
        self.folder = os.path.join(self.temporary.name, "place")
        os.mkdir(self.folder)
        self.book = faults.new_book(self.folder, 3)
        os.chmod(self.temporary.name, 0o755)
        if NOBODY:
            os.chown(self.folder, 65534, 65534)
            for name in os.listdir(self.folder):
                os.chown(os.path.join(self.folder, name), 65534, 65534)
        self.before = self.content()
        os.chmod(self.book, self.book_mode)
        os.chmod(self.folder, self.folder_mode)
        return self

    def content(self):
        with open(self.book, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def __exit__(self, *_):
        os.chmod(self.folder, 0o700)
        os.chmod(self.book, 0o600)
        assert self.content() == self.before, "the book was written to"
        faults.whole(self.book, accounts=3)
        self.temporary.cleanup()


def read_or_refused(book):
    """Reading may work or not, but it says so."""
    done = faults.run(book, "list", "accounts", prefix=NOBODY)
    if done.returncode != 0:
        faults.refused(book, "list", "accounts", prefix=NOBODY)


def read_only_book():
    """a book that may not be written"""
    with Place(0o700, 0o400) as place:
        faults.refused(place.book, *CHANGE, prefix=NOBODY)
        read_or_refused(place.book)


def read_only_folder():
    """a book in a folder that may not be written"""
    with Place(0o500, 0o400) as place:
        faults.refused(place.book, *CHANGE, prefix=NOBODY)
        read_or_refused(place.book)
        faults.refused(os.path.join(place.folder, "new.tend"), "init", prefix=NOBODY)


def unreadable_book():
    """a book that may not be read"""
    with Place(0o700, 0o000) as place:
        faults.refused(place.book, "list", "accounts", prefix=NOBODY)
        faults.refused(place.book, *CHANGE, prefix=NOBODY)


def private():
    """a new book and what stands beside it are the user's alone"""
    with Place(0o700, 0o600) as place:
        for name in os.listdir(place.folder):
            path = os.path.join(place.folder, name)
            mode = stat.S_IMODE(os.stat(path).st_mode)
            assert mode & 0o077 == 0, f"{name} {mode:o}"


if NOBODY and subprocess.run([*NOBODY, "true"], capture_output=True, check=False).returncode != 0:
    print("1..0 # SKIP root may write anywhere, and another user cannot be had here")
    sys.exit(0)
desktop.run_tests(read_only_book, read_only_folder, unreadable_book, private)
