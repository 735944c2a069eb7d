#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of a test run counts what was reported, and takes silence for failure."""
import json
import os
import subprocess
import sys
import tempfile

SCRIPT = os.path.join(os.environ["TEND_SOURCE_ROOT"], "build-aux", "test-summary.py")

CASES = [
    ("all pass", [("OK", "1..2\nok 1 /a\nok 2 /b\n")], "2 passed, 0 failed, 0 skipped", 0),
    ("a skip is counted and explained", [("OK", "ok 1 /a\nok 2 /b # SKIP no data\n1..2\n")], "1 passed, 0 failed, 1 skipped", 0),
    ("a failure", [("FAIL", "1..2\nok 1 /a\nnot ok 2 /b - bad\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a whole program skipped", [("SKIP", "1..0 # SKIP nothing here\n"), ("OK", "1..1\nok 1 /a\n")], "1 passed, 0 failed, 1 skipped", 0),
    ("stopped before its plan", [("FAIL", "1..4\nok 1 /a\nnot ok 2 /b\nBail out!\n")], "1 passed, 3 failed, 0 skipped", 1),
    ("died without a word", [("FAIL", "")], "0 passed, 1 failed, 0 skipped", 1),
    ("timed out after all had passed", [("TIMEOUT", "1..1\nok 1 /a\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("nothing was tested", [], "0 passed, 0 failed, 0 skipped", 1),
]


def run(programs):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for number, (result, output) in enumerate(programs):
            json.dump({"name": f"program-{number}", "suite": ["tend:core"], "result": result, "returncode": 0, "stdout": output}, log)
            log.write("\n")
        log.flush()
        done = subprocess.run([sys.executable, SCRIPT, log.name], capture_output=True, text=True)
    return done.stdout.splitlines(), done.returncode


def main():
    print(f"1..{len(CASES)}")
    for number, (name, programs, last, status) in enumerate(CASES, 1):
        lines, code = run(programs)
        good = lines[-1] == last and code == status
        if "explained" in name:
            good = good and any("no data" in line for line in lines)
        print(f"{'' if good else 'not '}ok {number} {name}")
        if not good:
            print(f"# {lines} {code}")


main()
