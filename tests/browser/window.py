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
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

PROFILE, PORT, SETTINGS = Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
wire = socket.create_connection(("127.0.0.1", PORT))
harness = wire.makefile("rw", encoding="utf-8")


def answer(trouble: str | None = None) -> None:
    harness.write(json.dumps(trouble) + "\n")
    harness.flush()


def obey(*_: object) -> bool:
    order = json.loads(harness.readline() or '{"quit": true}')
    if "quit" in order:
        Gtk.main_quit()
        return False
    for name, value in order["settings"].items():
        Gtk.Settings.get_default().set_property(name, value)
    answer()
    return True


def open_view(*_: object) -> WebKit2.WebView:
    settings = WebKit2.Settings(hardware_acceleration_policy=WebKit2.HardwareAccelerationPolicy.NEVER, enable_write_console_messages_to_stdout=True)
    for name, value in SETTINGS.items():
        settings.set_property(name, value)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window(decorated=False)
    window.add(view)
    window.show_all()
    window.get_window().focus(0)  # there is no window manager to do it
    view.connect("print", print_to_file)
    view.connect("close", lambda _: window.destroy())
    return view


def print_to_file(_: WebKit2.WebView, operation: WebKit2.PrintOperation) -> bool:
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set("output-file-format", "pdf")
    settings.set("output-uri", (PROFILE / "print.pdf").as_uri())
    operation.set_print_settings(settings)
    operation.connect("finished", lambda _: answer())
    operation.connect("failed", lambda _, error: answer(error.message))
    operation.print_()
    return True


def start(_: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    session.connect("create-web-view", open_view)


data = WebKit2.WebsiteDataManager(base_data_directory=str(PROFILE / "data"), base_cache_directory=str(PROFILE / "cache"))
context = WebKit2.WebContext(website_data_manager=data)
context.connect("automation-started", start)
context.set_automation_allowed(True)
GLib.io_add_watch(wire.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, obey)
Gtk.main()
