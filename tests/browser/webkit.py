"""WebKit, as WebKitGTK: the nearest to Safari that runs here.

WebKitWebDriver starts whatever browser it is told to. MiniBrowser, its own, forgets everything at the end, cannot be
as narrow as a phone and does not print by command; so the browser is window.py, a window that is all page. Debian's
Python runs it, since the GTK bindings belong to that. A second wire goes to it, for what WebDriver has no word for.
"""

from __future__ import annotations

import json
import re
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

from browser.browser import ELEMENT, Browser, Unsupported
from browser.wire import Http

PYTHON = "/usr/bin/python3"
NAMES = "127.0.0.1 intranet.test localhost\n::ffff:127.0.0.1 intranet.test\n"  # one server for both families: a name with only one is at times not found
ENVIRONMENT = {"LD_PRELOAD": "libnss_wrapper.so", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}  # names as in NAMES, an X screen, no search for a screen reader
ERROR = re.compile(r"^(.*)CONSOLE (?:[A-Z]+ )?ERROR (.*)$", re.M)
DARK, MOVING = "gtk-application-prefer-dark-theme", "gtk-enable-animations"
MEDIA = {  # by feature and value, the setting of GTK that says so; what comes first holds when nothing is named
    "prefers-color-scheme": {"light": (DARK, False), "dark": (DARK, True)},
    "prefers-reduced-motion": {"no-preference": (MOVING, True), "reduce": (MOVING, False)},
}
# WebKitWebDriver does not scroll to what lies in the scroll padding or just below the edge, and says that it cannot be clicked.
REACH = """const {top, bottom} = arguments[0].getBoundingClientRect();
if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({behavior: 'instant', block: 'end', inline: 'nearest'})"""
# It presses where the window shows the element, and the window follows a scroll only with the next frames: on a busy machine the option above was hit.
STILL = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done())); setTimeout(done, 500)"


def free_port() -> int:
    """Return a port that nothing listens to; WebKitWebDriver would not tell which one it chose."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def listening(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


class WebKit(Browser):
    engine = "webkit"
    packages = {
        "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb", PYTHON: "python3", "/usr/lib/python3/dist-packages/gi": "python3-gi", "/usr/lib/python3/dist-packages/gi/_gi_cairo*.so": "python3-gi-cairo",
        "/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib": "gir1.2-webkit2-4.1", "/usr/lib/*/libnss_wrapper.so": "libnss-wrapper",
    }
    outlived = 1  # WebKitWebDriver outlives its browser

    def _start(self, javascript: bool, prefs: dict[str, Any]) -> None:
        """`prefs` are properties of WebKitSettings, and do not stay in the profile."""
        names = self.profile / "hosts"
        names.write_text(NAMES, "utf-8")
        port, self._read, self._order = free_port(), 0, []
        self._spawn("WebKitWebDriver", f"--port={port}", NSS_WRAPPER_HOSTS=str(names), **ENVIRONMENT)
        self.process.wait_for(lambda: listening(port))
        self._call = Http(port).call
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(60)
            settings = json.dumps({"enable-javascript": javascript, **prefs})
            args = [str(Path(__file__).with_name("window.py")), str(self.profile), str(server.getsockname()[1]), settings]
            self._call("NewSession", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": {"binary": PYTHON, "args": args}}})
            connection, _ = server.accept()
        connection.settimeout(60)
        self._window = connection.makefile("rw", encoding="utf-8")

    def _tell(self, **order: Any) -> None:
        self._window.write(json.dumps(order) + "\n")
        self._window.flush()

    def _await(self) -> None:
        if trouble := json.loads(self._window.readline()):
            raise RuntimeError(trouble)

    def _close(self) -> None:
        self._tell(quit=True)

    @property
    def tabs(self) -> list[str]:
        handles = super().tabs  # in no order
        self._order = [tab for tab in self._order if tab in handles] + [tab for tab in handles if tab not in self._order]
        return list(self._order)

    def _reach(self, element: str) -> str:
        self.run(REACH, {ELEMENT: element})
        self.run_async(STILL)
        return element

    def switch(self, tab: str) -> None:
        self._tell(front=True, tab=self.tabs.index(tab))
        self._await()
        super().switch(tab)

    def console(self) -> list[str]:
        text = self.process.log.read_text("utf-8", "replace")
        new, self._read = text[self._read:], len(text)
        return [(where + what).strip() for where, what in ERROR.findall(new)]

    def emulate(self, media: dict[str, str]) -> None:
        """Sets all tabs at once; paper and forced colours it has no way to set."""
        for name, value in media.items():
            if value not in MEDIA.get(name, ()):
                raise Unsupported(f"WebKit has no way to set {name}: {value}")
        self._tell(settings=dict(values[media.get(name, next(iter(values)))] for name, values in MEDIA.items()))
        self._await()
        for name, value in media.items():
            self.wait("matchMedia(arguments[0]).matches", f"({name}: {value})")
        width, height = self.size
        self.resize(width, height + 1)  # or the styles follow at the next load only
        self.resize(width, height)

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        self._tell(screenshot=str(path.resolve()), full=full, tab=self._number())
        self._await()

    def pdf(self, path: Path, paper: tuple[float, float] | None = None) -> None:
        self._tell(print=path.resolve().as_uri(), tab=self._number())
        self._await()

    def _number(self) -> int:
        return self.tabs.index(self._call("GetWindowHandle"))
