# SPDX-License-Identifier: GPL-3.0-or-later
"""Tend itself, for tests from outside: its book through tendctl, its settings, its service on the private bus."""
import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import desktop
import notifications

ID = re.search(r'TEND_APPLICATION_ID "([^"]+)"', open(os.path.join(os.environ["TEND_BUILD_ROOT"], "config.h")).read())[1]
OBJECT = "/" + ID.replace(".", "/").replace("-", "_")
FOLDER = os.environ.get("TEND_TEST_FOLDER", "")
BOOK = os.path.join(os.environ.get("XDG_DATA_HOME", FOLDER), "tend", "book.tend")


def ctl(*arguments, book=None, status=0):
    """tendctl --json on the user's own book; returns what it answered."""
    answer = desktop.output(os.environ["TENDCTL"], "--book", book or BOOK, "--json", *map(str, arguments), status=status)
    return json.loads(answer) if answer.strip() else None


def items(noun, *arguments, book=None):
    return ctl("list", noun, *arguments, book=book)["items"]


def write_csv(name, header, rows):
    path = os.path.join(FOLDER, name)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def new_empty_book(path=None):
    """Takes the place of the user's own book."""
    path = path or BOOK
    shutil.rmtree(os.path.dirname(path), ignore_errors=True)
    os.makedirs(os.path.dirname(path), mode=0o700)
    ctl("init", book=path)
    return path


def new_book(accounts=("Nordlicht GmbH",), managers=(), path=None):
    """A new book with these. @accounts: names, or (name, owner)."""
    path = new_empty_book(path)
    if managers:
        ctl("import", "csv", write_csv("managers.csv", ["name"], [[name] for name in managers]), "--as", "managers", book=path)
    rows = [account if isinstance(account, tuple) else (account, "") for account in accounts]
    ctl("import", "csv", write_csv("accounts.csv", ["name", "owner"], rows), "--as", "accounts",
        "--map", "name=name", *(["--map", "owner=owner"] if managers else []), book=path)
    return path


def follow_up(title, due="now", account="Nordlicht GmbH", **options):
    """Adds one and returns its id."""
    extra = [part for key, value in options.items() for part in (f"--{key}", value)]
    return ctl("follow-up", "add", account, "--title", title, "--due", due, *extra)["id"]


def state(identifier):
    return next(item["state"] for item in items("follow-ups") if item["id"] == identifier)


def forget_settings():
    """As a new user; but what is said once has been said."""
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    shutil.rmtree(os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0"), ignore_errors=True)
    put_setting("background-told", "true")
    # She was here this morning already: the first start of a day begins with Today.
    put_setting("last-day", time.strftime("'%Y-%m-%d'"))
    # What moves is hard to hit.
    os.makedirs(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0"), exist_ok=True)
    with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini"), "w") as file:
        file.write("[Settings]\ngtk-enable-animations=false\n")


def put_setting(key, value):
    desktop.output("gsettings", "set", ID, key, value)


def install_service():
    """Lets the private bus start Tend, as an installed one is started."""
    with open(os.path.join(FOLDER, "services", f"{ID}.service"), "w") as file:
        file.write(f"[D-BUS Service]\nName={ID}\nExec={os.environ['TEND']} --gapplication-service\n")
    os.environ["G_DEBUG"] = desktop.PROGRAM_DEBUG
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    desktop.output("dbus-update-activation-environment", "GSETTINGS_BACKEND", "G_DEBUG", "DISPLAY", "GDK_BACKEND", "GSK_RENDERER")
    os.environ.pop("G_DEBUG")
    desktop.output("gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/", "-m", "org.freedesktop.DBus.ReloadConfig")


def start(*arguments, env=None):
    """Opens it and waits until it is on the bus."""
    program = desktop.Program(os.environ["TEND"], *arguments, env=env)
    desktop.wait_for(lambda: running() or not program.alive(), "Tend on the bus")
    if not program.alive():
        raise desktop.Failure(f"Tend ended at once: {program.log}")
    return program


def running():
    return desktop.bus_has(ID)


def end():
    """Ends one that the bus has started, as a session does."""
    answer = desktop.output("gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/", "-m",
                            "org.freedesktop.DBus.GetConnectionUnixProcessID", ID)
    os.kill(int(re.search(r"\d+(?=,\))", answer)[0]), signal.SIGTERM)
    wait_ended()


def wait_ended(seconds=desktop.DEADLINE):
    desktop.wait_for(lambda: not running(), "Tend to end", seconds)


def activate(action, *parameters):
    """Activates an action of the application as any program of the session can; starts it where it is not running."""
    desktop.output("gdbus", "call", "--session", "-d", ID, "-o", OBJECT, "-m", "org.freedesktop.Application.ActivateAction",
                   action, f"[{', '.join(f'<{parameter}>' for parameter in parameters)}]", "{}")


def start_daemon(*arguments):
    daemon = desktop.Program(sys.executable, notifications.__file__, *arguments)
    desktop.wait_for(lambda: desktop.bus_has(notifications.TEST), "the notification daemon")
    return daemon


def shown():
    return notifications.shown(ID)


def wait_shown(*identifiers, seconds=desktop.DEADLINE):
    """Waits until exactly these are shown; returns them."""
    return desktop.wait_for(lambda: (now := shown()) is not None and set(now) == set(identifiers) and (now or True),
                            f"{identifiers} to be shown", seconds)


def name(identifier):
    return f"follow-up-{identifier}"


def content(book=None):
    """Every table but the journal and the handovers: {table: [rows]}, each row without its version and the time of its last change.
    What Tend must be able to take back leaves this as it was."""
    import sqlite3

    connection = sqlite3.connect(f"file:{book or BOOK}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    answer = {}
    for table in tables:
        if table in ("change", "handover"):
            continue
        rows = [{key: row[key] for key in row.keys() if key not in ("version", "updated_at")} for row in connection.execute(f'SELECT * FROM "{table}"')]
        answer[table] = sorted(rows, key=lambda row: str(row.get("id", row)))
    connection.close()
    return answer


def differences(before, after):
    """Where two contents differ, for people: [table, id, column, before, after]."""
    def by_key(rows):
        ids = [row.get("id") for row in rows]
        plain = None not in ids and len(set(ids)) == len(ids)
        return {str(row["id"] if plain else row): row for row in rows}

    found = []
    for table in sorted(set(before) | set(after)):
        old, new = by_key(before.get(table, [])), by_key(after.get(table, []))
        for key in sorted(set(old) | set(new)):
            if key not in old or key not in new:
                found.append([table, key, "row", key in old, key in new])
                continue
            found += [[table, key, column, old[key][column], new[key][column]] for column in old[key] if old[key][column] != new[key][column]]
    return found


class Screen:
    """The real program on the screen, with one window, used through the pointer, the keys and what assistive technology sees."""

    def __init__(self, *arguments):
        self.program = start(*arguments)
        self.application = desktop.application("tend")
        self.window = desktop.Window("Tend")
        self.accounts()
        self.window.focus()

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is not None:
            desktop.keep_picture("open")
            print("\n".join(f"# {line}" for line in self.program.log.splitlines()))
            self.program.kill()
            return
        self.program.end()
        wait_ended()

    def find(self, role=None, name=None, test=None):
        return desktop.wait_find(self.application, role, name, test)

    def accounts(self):
        """The list of accounts, once it has rows."""
        return self.find("list", "Accounts", lambda node: node.get_child_count() > 0)

    def row(self, name):
        """An account's row, shown now."""
        return desktop.wait_find(self.accounts(), "list item", lambda text: text.startswith(name + ","))

    def rows(self):
        return [row.get_name().split(",")[0] for row in desktop.walk(self.accounts()) if row.get_role_name() == "list item"]

    def manager(self, name):
        return desktop.wait_find(self.find("list", "Account Managers"), "list item", lambda text: text.startswith(name + ","))

    def place(self, node):
        """Where the middle of it is, once it stays there."""
        last = []

        def still():
            last.append(self.window.centre(node))
            return len(last) > 1 and last[-1] == last[-2]

        desktop.wait_for(still, "it to stand still")
        return last[-1]

    def click(self, node, modifiers=()):
        desktop.click(*self.place(node), modifiers=modifiers)

    def select(self, *names):
        """By pointer, with Ctrl held from the second on."""
        self.click(self.row(names[0]))
        for name_ in names[1:]:
            self.click(self.row(name_), modifiers=["ctrl"])
        self.wait_selected(len(names))

    def wait_selected(self, count):
        """What the list says of its selection: the rows that are shown, or its title."""
        def right():
            return self.selected() == count

        desktop.wait_for(right, f"{count} to be selected")

    def selected(self):
        return sum(desktop.has_state(row, "selected") for row in desktop.walk(self.accounts()) if row.get_role_name() == "list item")

    def drag(self, name_, manager):
        desktop.drag(self.place(self.row(name_)), self.place(self.manager(manager)))

    def wait_toast(self):
        """Its Undo button."""
        return self.find("button", "Undo")


def owners(book=None):
    return {account["name"]: (account["owner"] or {}).get("name") for account in items("accounts", book=book)}
