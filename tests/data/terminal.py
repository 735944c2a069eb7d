#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./run as a person at a terminal meets it: the offer at the first start, and the demonstration on a display. Nothing is built: the
programs are stand-ins that write down how they were started."""
import os
import pty
import shutil
import sys
import tempfile

SOURCE = os.environ["TEND_SOURCE_ROOT"]
PARTS = os.path.join(SOURCE, "build-aux")
WORK = tempfile.mkdtemp(prefix="tend-terminal.")
HOME = os.path.join(WORK, "home")
SHARE = os.path.join(HOME, ".local", "share")
APPLICATIONS = os.path.join(SHARE, "applications")

# What stands before the parts of ./run: a checkout whose program is installed already.
BEFORE = f"""
checkout={SOURCE}
say() {{ printf '%s\\n' "$*" >&2; }}
fail() {{ say "$*"; exit 1; }}
has() {{ false; }}
. {PARTS}/app.sh
. {PARTS}/demo.sh
application_id=io.example.Tend
build_app() {{ :; }}
build_folder() {{ echo {WORK}; }}
installed() {{ echo {WORK}/prefix; }}
"""


def make_prefix():
    """The installed files by name, and programs that say what they were called with."""
    share = os.path.join(WORK, "prefix", "share")
    for file, text in (("applications/io.example.Tend.desktop", "[Desktop Entry]\nExec=tend\n"),
                       ("dbus-1/services/io.example.Tend.service", "[D-BUS Service]\nExec=/x/bin/tend --gapplication-service\n"),
                       ("icons/hicolor/scalable/apps/io.example.Tend.svg", "<svg/>\n"),
                       ("icons/hicolor/symbolic/apps/io.example.Tend-symbolic.svg", "<svg/>\n")):
        path = os.path.join(share, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as out:
            out.write(text)
    os.makedirs(os.path.join(WORK, "prefix", "bin"), exist_ok=True)
    for program in ("tend", "tendctl"):
        path = os.path.join(WORK, "prefix", "bin", program)
        with open(path, "w") as out:
            out.write(f'#!/bin/sh\necho "{program} $*" >>{WORK}/started\n'
                      f'case "$*" in *init*) touch "$2";; --demo*) [ -e "$3" ] && echo "there is a book" >>{WORK}/started;; esac\n')
        os.chmod(path, 0o755)


def at_terminal(command, answer, display=":9"):
    """Runs it with a terminal for its input and output; returns (what was said, exit status)."""
    pid, terminal = pty.fork()
    if pid == 0:
        environment = {"PATH": os.environ["PATH"], "HOME": HOME, "LC_ALL": "C.UTF-8", **({"DISPLAY": display} if display else {})}
        os.execve("/bin/bash", ["bash", "-c", BEFORE + command], environment)
    os.write(terminal, answer.encode())
    said = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    return said.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def started():
    path = os.path.join(WORK, "started")
    text = open(path).read() if os.path.exists(path) else ""
    return text.splitlines()


def new_user():
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(HOME)
    if os.path.exists(os.path.join(WORK, "started")):
        os.unlink(os.path.join(WORK, "started"))


def offered_and_taken():
    """Return at the first start puts Tend into the list of applications, then it opens"""
    new_user()
    said, status = at_terminal("open_book one.tend", "\n")
    assert "[Y/n]" in said and "./run uninstall" in said and status == 0, (said, status)
    assert os.listdir(APPLICATIONS) == ["io.example.Tend.desktop"]
    with open(os.path.join(APPLICATIONS, "io.example.Tend.desktop")) as entry:
        assert f'Exec="{SOURCE}/run" serve\n' in entry.read()
    assert started() == ["tend one.tend"], started()


def asked_once():
    """the second start asks nothing"""
    said, status = at_terminal("open_book", "")
    assert said == "" and status == 0, (said, status)


def offered_and_refused():
    """n leaves the list of applications alone, says how to have it later, and opens all the same"""
    new_user()
    said, status = at_terminal("open_book", "n\n")
    assert "./run install" in said and status == 0, (said, status)
    assert not os.path.exists(APPLICATIONS)
    assert started() == ["tend "], started()
    said, status = at_terminal("open_book", "")
    assert said == "", said


def no_display():
    """without a display it asks nothing, and says what there is instead"""
    new_user()
    said, status = at_terminal("open_book", "", display=None)
    assert "./run demo" in said and "[Y/n]" not in said and status == 1, (said, status)
    assert not started()


def demo_on_display():
    """the demonstration opens a sample book on the display that is there, and leaves nothing behind"""
    new_user()
    said, status = at_terminal("show_demo", "")
    calls = started()
    assert status == 0 and said == "", (said, status)
    assert calls[1].endswith("generate --accounts 400 --seed 7 --language en"), calls
    assert calls[2].startswith("tend --demo --book /") and calls[3] == "there is a book", calls
    assert not os.path.exists(os.path.dirname(calls[2].split()[3])), calls
    assert not os.path.exists(SHARE)


TESTS = (offered_and_taken, asked_once, offered_and_refused, no_display, demo_on_display)
make_prefix()
print(f"1..{len(TESTS)}")
failed = False
for number, test in enumerate(TESTS, 1):
    try:
        test()
        print(f"ok {number} {test.__doc__}")
    except AssertionError as fault:
        failed = True
        print(f"not ok {number} {test.__doc__}\n#  {fault}")
shutil.rmtree(WORK)
sys.exit(failed)
