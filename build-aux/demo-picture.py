#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo-picture.py BOOK PICTURE [WIDTHxHEIGHT]: Tend on a virtual display, with one follow-up coming due.

Part of ./run demo where there is no display; runs inside tests/support/on-desktop. It opens BOOK, waits until the accounts are drawn,
lets one follow-up come due, waits until a real notification daemon shows it, and saves a picture of both.
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "tests", "support"))
import desktop

DUNST = """[global]
follow = none
origin = bottom-right
offset = (24, 24)
width = (380, 380)
height = (0, 260)
corner_radius = 14
frame_width = 1
frame_color = "#b4d8c1"
separator_color = frame
padding = 16
horizontal_padding = 18
font = Inter 11
markup = full
format = "<b>%s</b>\\n%b"
icon_position = left
max_icon_size = 48
show_indicators = no
[urgency_low]
background = "#fafafb"
foreground = "#2e3436"
timeout = 0
[urgency_normal]
background = "#fafafb"
foreground = "#2e3436"
timeout = 0
[urgency_critical]
background = "#fafafb"
foreground = "#2e3436"
timeout = 0
"""


def start_daemon():
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "dunst")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "dunstrc"), "w") as config:
        config.write(DUNST)
    daemon = desktop.Program("dunst", env={"G_DEBUG": ""})
    desktop.wait_for(lambda: desktop.bus_has("org.freedesktop.Notifications"), "the notification daemon")
    return daemon


def paint_background():
    """A ground to stand on, in the light brand colour."""
    # display says 1 for a root window that it has painted.
    subprocess.run("convert -size $(xdpyinfo | awk '/dimensions:/ { print $2 }') gradient:'#d5f2de-#8fd3a8' png:- | display -window root png:-",
                   shell=True, check=False)


def tendctl(book, *arguments):
    return json.loads(desktop.output("tendctl", "--book", book, "--json", *arguments))


def add_due_follow_up(book, german):
    """One promise to the user's first account of tier A, due at this moment."""
    user = tendctl(book, "info")["sample_user"]["id"]
    account = tendctl(book, "list", "accounts", "--where", f"owner={user}", "--sort", "tier", "--limit", "1")["items"][0]
    title = "Rückruf wegen der Wartung" if german else "Call back about the maintenance"
    desktop.output("tendctl", "--book", book, "follow-up", "add", account["id"], "--title", title, "--due", "now")
    return title, account["name"]


def colours(window):
    """How many colours a window shows: a window that is mapped but not drawn has one."""
    shot = subprocess.run(["import", "-silent", "-window", window.id, "-format", "%k", "info:"], capture_output=True, text=True)
    return int(shot.stdout or 0)


def main():
    book, picture = sys.argv[1:3]
    size = sys.argv[3] if len(sys.argv) > 3 else ""
    german = os.environ.get("LC_ALL", "").startswith("de")
    paint_background()
    daemon = start_daemon()
    program = desktop.Program("tend", "--demo", "--book", book, env={"G_DEBUG": ""})
    application = desktop.application("tend")
    window = desktop.Window("Tend")
    if size:
        window.resize(*size.split("x"))
    window.centre_on_screen()
    desktop.wait_find(application, role="list item", test=lambda node: desktop.has_state(node, "showing"))
    desktop.wait_for(lambda: colours(window) > 100, "the first drawn frame")
    title, name = add_due_follow_up(book, german)
    desktop.wait_for(lambda: int(desktop.output("dunstctl", "count", "displayed")) > 0, "the notification")
    desktop.wait_for(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "Dunst"], capture_output=True).stdout, "its window")
    desktop.picture(picture)
    print(f"Picture: {picture}")
    print(f"It shows Tend with the sample book, and the notification of a follow-up that has come due: “{title}” at {name}.")
    daemon.end()
    program.end()


main()
