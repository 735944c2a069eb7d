#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program with a file to drag: a window titled “Files”. Usage: drag-source.py FILE"""
import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def content(_source, _x, _y):
    files = Gdk.FileList.new_from_array([Gio.File.new_for_path(sys.argv[1])])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


Gtk.init()
label = Gtk.Label(label="Files", width_request=150, height_request=150)
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", content)
label.add_controller(source)
Gtk.Window(title="Files", child=label).present()
GLib.MainLoop().run()
