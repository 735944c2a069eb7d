# SPDX-License-Identifier: GPL-3.0-or-later
"""Driving the real program from outside, inside tests/support/on-desktop: AT-SPI, pointer, keys, pictures, and TAP.

Tests wait for conditions with a deadline, never for a time. The only times that are waited for are those that GTK itself wants
between the press and the first motion of a drag.
"""
import os
import subprocess
import sys
import time
import traceback

DEADLINE = 30.0
# A warning ends the program that is tested; libatspi's own, about a program that has just ended, must not end the test.
PROGRAM_DEBUG = os.environ.pop("G_DEBUG", "")


class Failure(AssertionError):
    pass


class Skip(Exception):
    pass


def wait_for(condition, what, seconds=DEADLINE):
    """Returns the first true value of condition (); objects that vanish while they are read count as not there yet."""
    from gi.repository import GLib

    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"waited {seconds:.0f} s for {what}")
        time.sleep(0.02)


def run_tests(*tests):
    """Runs functions as TAP; their docstring's first line is their name. A test after a failed one still runs."""
    print(f"1..{len(tests)}", flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        name = (test.__doc__ or test.__name__).strip().splitlines()[0]
        try:
            test()
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except Exception:
            failed = True
            print(f"not ok {number} {name}")
            for line in traceback.format_exc().splitlines():
                print(f"#   {line}")
            keep_picture(f"failed-{number}")
            sys.stdout.flush()
        else:
            print(f"ok {number} {name}", flush=True)
    sys.exit(1 if failed else 0)


# --- programs


class Program:
    """A started program; its standard error is kept, and a warning in it is a failure when it ends."""

    def __init__(self, *arguments, env=None):
        self.log_path = os.path.join(os.environ["TEND_TEST_FOLDER"], f"program-{time.monotonic_ns()}.log")
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(arguments, env={**os.environ, "G_DEBUG": PROGRAM_DEBUG, **(env or {})}, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    @property
    def log(self):
        with open(self.log_path, errors="replace") as log:
            return log.read()

    def alive(self):
        return self.process.poll() is None

    def end(self, seconds=DEADLINE):
        """Ends it as a session does (SIGTERM) and returns its exit status."""
        if self.alive():
            self.process.terminate()
        return self.wait(seconds)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def wait(self, seconds=DEADLINE):
        status = self.process.wait(seconds)
        warnings = [line for line in self.log.splitlines() if "-WARNING **" in line or "-CRITICAL **" in line]
        if warnings:
            raise Failure("\n".join(warnings))
        return status


def output(*arguments, status=0):
    """Runs a program to its end and returns its standard output."""
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=DEADLINE)
    if done.returncode != status:
        raise Failure(f"{' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def bus_has(name):
    answer = subprocess.run(
        ["gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/", "-m", "org.freedesktop.DBus.NameHasOwner", name],
        capture_output=True, text=True, timeout=DEADLINE)
    return "true" in answer.stdout


# --- what is seen, through AT-SPI


def accessibility():
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib

    # It asks every program on the bus for what it shows, and says so when one that is only starting shows nothing yet.
    GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None)
    Atspi.init()
    return Atspi


def application(name, seconds=DEADLINE):
    atspi = accessibility()

    def look():
        desktop = atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_name() == name:
                return child
        return None

    return wait_for(look, f"the application {name}", seconds)


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def find(node, role=None, name=None, test=None):
    """The first node below that has this role, this name (a text, or a function of the name) and passes the test; or None."""
    for below in walk(node):
        if role is not None and below.get_role_name() != role:
            continue
        if callable(name) and not name(below.get_name() or ""):
            continue
        if name is not None and not callable(name) and below.get_name() != name:
            continue
        if test is None or test(below):
            return below
    return None


def wait_find(node, role=None, name=None, test=None, seconds=DEADLINE):
    return wait_for(lambda: find(node, role, name, test), f"{role or 'node'} {name if not callable(name) else '…'}", seconds)


def wait_gone(node, role=None, name=None, test=None, seconds=DEADLINE):
    wait_for(lambda: find(node, role, name, test) is None, f"{role or 'node'} {name} to go", seconds)


def has_state(node, nick):
    return nick in [state.value_nick for state in node.get_state_set().get_states()]


def act(node, action="click"):
    """Does one of a node's actions: a button's click, a window's win.… without parameter."""
    interface = node.get_action_iface()
    for index in range(interface.get_n_actions()):
        if interface.get_action_name(index) == action:
            interface.do_action(index)
            return
    names = [interface.get_action_name(index) for index in range(interface.get_n_actions())]
    raise Failure(f"{node.get_role_name()} {node.get_name()} has no action {action}, but {names}")


def set_text(node, text):
    node.get_editable_text_iface().set_text_contents(text)


def text_of(node):
    # Called on the interface: Accessible has an older get_text () of its own.
    text = accessibility().Text
    return text.get_text(node, 0, text.get_character_count(node))


def dump(node, depth=0, out=sys.stderr):
    for line in tree_lines(node, depth):
        print(line, file=out)


def tree_lines(node, depth=0):
    yield f"{'  ' * depth}[{node.get_role_name()}] {node.get_name()!r} {node.get_description()!r}"
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from tree_lines(child, depth + 1)


# --- pointer, keys, pictures


def xdotool(*arguments):
    return output("xdotool", *[str(argument) for argument in arguments])


class Window:
    """A toplevel of the screen, found by its title: where its content begins, since extents are given from there."""

    def __init__(self, title, seconds=DEADLINE):
        self.id = wait_for(lambda: self._look(title), f"a window titled {title}", seconds)

    @staticmethod
    def _look(title):
        done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True, timeout=DEADLINE)
        return done.stdout.split()[0] if done.stdout.split() else None

    def origin(self):
        place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.id).split() if "=" in line)
        frame = output("xprop", "-id", self.id, "_GTK_FRAME_EXTENTS").partition("=")[2].replace(",", " ").split()
        left, _, top, _ = [int(part) for part in frame] if len(frame) == 4 else (0, 0, 0, 0)
        return int(place["X"]) + left, int(place["Y"]) + top

    def focus(self):
        xdotool("windowfocus", self.id)

    def resize(self, width, height):
        xdotool("windowsize", self.id, width, height)

    def centre_on_screen(self):
        screen = xdotool("getdisplaygeometry").split()
        place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.id).split() if "=" in line)
        xdotool("windowmove", self.id, (int(screen[0]) - int(place["WIDTH"])) // 2, (int(screen[1]) - int(place["HEIGHT"])) // 2)

    def centre(self, node):
        atspi = accessibility()
        extents = node.get_component_iface().get_extents(atspi.CoordType.WINDOW)
        left, top = self.origin()
        return left + extents.x + extents.width // 2, top + extents.y + extents.height // 2


def click(x, y, button=1, modifiers=()):
    steps = ["mousemove", x, y]
    for modifier in modifiers:
        steps += ["keydown", modifier]
    steps += ["click", button]
    for modifier in modifiers:
        steps += ["keyup", modifier]
    xdotool(*steps)


def press(*keys):
    for key in keys:
        xdotool("key", key)


def type_text(text):
    xdotool("type", "--delay", "5", text)


class Drag:
    """A drag in its three parts, so that a test can look while it hovers.

    GTK takes no motion for a drag within 100 ms of the press, and a target wants one more small motion over itself before the release.
    """

    def __init__(self, x, y):
        self.x, self.y = x, y
        xdotool("mousemove", x, y, "sleep", ".05", "mousedown", 1, "sleep", ".15")

    def move(self, x, y, steps=6):
        moves = []
        for step in range(1, steps + 1):
            moves += ["mousemove", self.x + (x - self.x) * step // steps, self.y + (y - self.y) * step // steps, "sleep", ".02"]
        xdotool(*moves, "sleep", ".08", "mousemove", x + 2, y + 1, "sleep", ".08")
        self.x, self.y = x, y

    def release(self):
        xdotool("mouseup", 1)


def drag(start, end):
    gesture = Drag(*start)
    gesture.move(*end)
    gesture.release()


def picture(path):
    subprocess.run(["import", "-silent", "-window", "root", path], check=True, timeout=DEADLINE)


def keep_picture(name):
    """For a failed test: what the screen showed, in the build folder."""
    folder = os.path.join(os.environ.get("TEND_BUILD_ROOT", "/tmp"), "pictures")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{os.path.basename(sys.argv[0])}-{name}.png")
    try:
        picture(path)
        print(f"#   picture: {path}")
    except (subprocess.SubprocessError, OSError) as fault:
        print(f"#   no picture: {fault}")
