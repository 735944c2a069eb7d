# SPDX-License-Identifier: GPL-3.0-or-later
"""Running the real tendctl on books of a test's own, and TAP.

A test is a function that takes a Folder; its docstring's first line is its name.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

DONE, NOT_SO, USAGE, INPUT, BOOK = range(5)
DEADLINE = 120

PROGRAM = os.environ.get("TENDCTL", "tendctl")


class Failure(AssertionError):
    pass


class Skip(Exception):
    pass


class Answer:
    def __init__(self, arguments, process):
        self.arguments = arguments
        self.status = process.returncode
        self.output = process.stdout
        self.errors = process.stderr

    @property
    def json(self):
        try:
            return json.loads(self.output)
        except json.JSONDecodeError as error:
            raise Failure(f"{self.arguments}: no JSON document: {error}: {self.output[:500]!r} {self.errors!r}") from error

    @property
    def text(self):
        return self.output.decode("utf-8")

    @property
    def complaint(self):
        return self.errors.decode("utf-8")


class Folder:
    """A folder of its own, and a book in it."""

    def __init__(self, path):
        self.path = path
        self.book = self / "test.tend"

    def __truediv__(self, name):
        return os.path.join(self.path, name)

    def write(self, name, content):
        path = self / name
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def start(self, *arguments, book=None, **environment):
        return subprocess.Popen([PROGRAM, "--book", self.book if book is None else book, *map(str, arguments)], stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment})

    def run(self, *arguments, book=None, status=DONE, **environment):
        """Runs a command and expects it to end with this status (None: with any of them)."""
        process = self.start(*arguments, book=book, **environment)
        process.stdout, process.stderr = process.communicate(timeout=DEADLINE)
        answer = Answer(arguments, process)
        if status is None:
            if answer.status not in range(5):
                raise Failure(f"{arguments} ended with {answer.status}: {answer.errors!r}")
        elif answer.status != status:
            raise Failure(f"{arguments} ended with {answer.status} instead of {status}: {answer.output[:800]!r} {answer.errors!r}")
        return answer

    def json(self, *arguments, **options):
        return self.run("--json", *arguments, **options).json

    def generate(self, accounts=60, seed=7, language="de"):
        self.json("generate", "--accounts", accounts, "--seed", seed, "--language", language, "--around", "2026-11-24T10:30:00Z")

    def items(self, *arguments):
        return self.json("list", *arguments)["items"]

    def check(self):
        equal(self.json("check", status=None), {"ok": True, "repaired": False, "faults": []})


def equal(value, expected, what=""):
    if value != expected:
        raise Failure(f"{what} is {value!r}, not {expected!r}")


def true(value, what):
    if not value:
        raise Failure(what)


def sentence(answer):
    """What was said on standard error: something, in words, and nothing on standard output."""
    equal(answer.output, b"", "standard output")
    true(answer.complaint.startswith("tendctl: ") and answer.complaint.rstrip().endswith((".", ")", "…", "?")), f"no sentence: {answer.complaint!r}")
    for word in ("SQL", "SELECT", "errno", "(null)", "assertion", "CRITICAL", "WARNING"):
        true(word not in answer.complaint, f"words of the machine: {answer.complaint!r}")
    return answer.complaint


def run_tests(*tests):
    print(f"1..{len(tests)}", flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        name = (test.__doc__ or test.__name__).strip().splitlines()[0]
        path = tempfile.mkdtemp(prefix="tendctl-")
        try:
            test(Folder(path))
            print(f"ok {number} {name}", flush=True)
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except Exception:
            failed = True
            print(f"not ok {number} {name}")
            for line in traceback.format_exc().splitlines():
                print(f"#   {line}")
            sys.stdout.flush()
        finally:
            shutil.rmtree(path, ignore_errors=True)
    sys.exit(1 if failed else 0)
