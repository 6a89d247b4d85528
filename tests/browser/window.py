"""A browser of one bare window per tab: what WebKitWebDriver starts. Run by Debian's own Python.

    /usr/bin/python3 window.py PROFILE PORT SETTINGS

PROFILE keeps what pages store. PORT is the harness's ear: orders come from there as lines of JSON, and every one but
the last is answered with a trouble or null. SETTINGS are properties of WebKitSettings, in JSON.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

# A screen that nobody sees. It closes after the window that was on it, and a free number is its own to find.
ready, tell = os.pipe()
subprocess.Popen(["Xvfb", "-displayfd", str(tell), "-terminate", "-nolisten", "tcp", "-screen", "0", "1600x1200x24"], pass_fds=[tell], stderr=subprocess.DEVNULL)
os.environ["DISPLAY"] = f":{os.read(ready, 16).decode().strip()}"

import gi  # noqa: E402

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2  # noqa: E402

PROFILE, PORT, SETTINGS = Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
wire = socket.create_connection(("127.0.0.1", PORT))
harness = wire.makefile("rw", encoding="utf-8")

views: list[WebKit2.WebView] = []  # the oldest first
printing: list[WebKit2.PrintOperation] = []


def answer(trouble: str | None = None) -> None:
    harness.write(json.dumps(trouble) + "\n")
    harness.flush()


def obey(*_: object) -> bool:
    """Do what the harness orders, and return whether there may be more."""
    match json.loads(harness.readline() or '{"quit": true}'):
        case {"quit": True}:
            Gtk.main_quit()
            return False
        case {"settings": settings}:
            for name, value in settings.items():
                Gtk.Settings.get_default().set_property(name, value)
            answer()
        case {"front": True, "tab": tab}:
            for view in views:
                view.get_toplevel().set_visible(view == views[tab])
            views[tab].get_window().focus(0)
            answer()
        case {"screenshot": path, "full": full, "tab": tab}:
            region = WebKit2.SnapshotRegion.FULL_DOCUMENT if full else WebKit2.SnapshotRegion.VISIBLE
            views[tab].get_snapshot(region, WebKit2.SnapshotOptions.NONE, None, write_snapshot, path)
        case {"print": address, "tab": tab}:
            print_view(views[tab], address)
    return True


def open_view(*_: object) -> WebKit2.WebView:
    settings = WebKit2.Settings(hardware_acceleration_policy=WebKit2.HardwareAccelerationPolicy.NEVER, enable_write_console_messages_to_stdout=True)
    for name, value in SETTINGS.items():
        settings.set_property(name, value)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    view.connect("close", close_view)
    window = Gtk.Window(decorated=False)
    window.add(view)
    window.show_all()
    window.get_window().focus(0)  # there is no window manager to do it
    views.append(view)
    return view


def close_view(view: WebKit2.WebView) -> None:
    views.remove(view)
    view.get_toplevel().destroy()


def write_snapshot(view: WebKit2.WebView, result: Gio.AsyncResult, path: str) -> None:
    view.get_snapshot_finish(result).write_to_png(path)
    answer()


def print_view(view: WebKit2.WebView, address: str) -> None:
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set("output-file-format", "pdf")
    settings.set("output-uri", address)
    operation = WebKit2.PrintOperation(web_view=view, print_settings=settings)
    operation.connect("finished", lambda _: answer())
    operation.connect("failed", lambda _, error: answer(error.message))
    operation.print_()
    printing.append(operation)  # or it would be collected in the middle


def start(_: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    session.connect("create-web-view", open_view)


data = WebKit2.WebsiteDataManager(base_data_directory=str(PROFILE / "data"), base_cache_directory=str(PROFILE / "cache"))
context = WebKit2.WebContext(website_data_manager=data)
context.connect("automation-started", start)
context.set_automation_allowed(True)
GLib.io_add_watch(wire.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, obey)
Gtk.main()
