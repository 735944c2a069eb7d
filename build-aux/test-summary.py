#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson's logs of a test run say, one TAP line a test, and prints it as the last line of ./run test.

usage: test-summary.py [--skipped REASON]... LOG.json...

A program that dies, times out or stops before its plan counts what it did not report as failed: silence is no pass.
"""
import json
import re
import sys

LINE = re.compile(r"(not )?ok\b\s*\d*\s*(?:- )?(.*)")
PLAN = re.compile(r"1\.\.(\d+)(?:\s*#\s*skip\S*\s*(.*))?", re.IGNORECASE)
SKIP = re.compile(r"(.*?)\s*#\s*skip\S*\s*(.*)", re.IGNORECASE)
TODO = re.compile(r"#\s*todo\b", re.IGNORECASE)


class Counts:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def add_line(self, program, failed, text):
        skip = SKIP.fullmatch(text)
        if skip and not failed:
            self.skipped.append((f"{program} {skip.group(1)}".strip(), skip.group(2) or "no reason given"))
        elif failed and TODO.search(text):
            self.skipped.append((f"{program} {text}", "marked as not done"))
        elif failed:
            self.failed.append(f"{program} {text}")
        else:
            self.passed += 1

    def add_program(self, entry, kind):
        program = kind + entry["name"].split(" / ")[-1]
        planned, seen = None, 0
        before = len(self.failed)
        for line in entry.get("stdout", "").splitlines():
            result, plan = LINE.fullmatch(line), PLAN.fullmatch(line)
            if result:
                seen += 1
                self.add_line(program, bool(result.group(1)), result.group(2))
            elif plan:
                planned = int(plan.group(1))
                if planned == 0:
                    self.skipped.append((program, plan.group(2) or "no reason given"))
        missing = planned - seen if planned is not None else 0
        for _ in range(max(missing, 0)):
            self.failed.append(f"{program}: a test that did not report ({entry['result'].lower()})")
        if entry["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and len(self.failed) == before:
            self.failed.append(f"{program}: {entry['result'].lower()}, exit status {entry.get('returncode')}")
        if len(self.failed) > before:
            show_output(program, entry)


def show_output(program, entry):
    """What a failed program had to say, without the lines of what passed."""
    lines = [line for line in entry.get("stdout", "").splitlines() if not line.startswith("ok ")]
    lines += entry.get("stderr", "").splitlines()
    print(f"\n--- {program}")
    print("\n".join(lines[-60:]))


def main(arguments):
    counts = Counts()
    while arguments[:1] == ["--skipped"]:
        name, _, reason = arguments[1].partition(": ")
        counts.skipped.append((name, reason))
        arguments = arguments[2:]
    for path in arguments:
        kind = "sanitize: " if "sanitize" in path else ""
        with open(path, encoding="utf-8", errors="replace") as log:
            for line in log:
                counts.add_program(json.loads(line), kind)
    print()
    if counts.skipped:
        print("Skipped:")
        for name, reason in counts.skipped:
            print(f"  {name}: {reason}")
    if counts.failed:
        print("Failed:")
        for name in counts.failed:
            print(f"  {name}")
    print(f"{counts.passed} passed, {len(counts.failed)} failed, {len(counts.skipped)} skipped")
    return 1 if counts.failed or not counts.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
