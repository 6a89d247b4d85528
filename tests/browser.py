"""Drive Chromium, Firefox and WebKit through one small interface.

The courses must work in the browsers people really have, opened from a plain
file, and must survive a browser that dies in the middle of a lesson.  So this
harness talks straight to each browser's own driver, with nothing in between
that would loosen a policy, and it can kill a browser and start it again on
the same profile.

Every engine understands the classic WebDriver commands.  Only the wire
differs: chromedriver and WebKitWebDriver listen to HTTP, Firefox itself to
Marionette, so each wire is one small class with a `call` method and `Browser`
does not know which one it holds.
"""

from __future__ import annotations

import atexit
import base64
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

ENGINES = ("chromium", "firefox")

PACKAGES = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "firefox-esr": "firefox-esr",
}

CHROMIUM_FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP intranet.test 127.0.0.1",
]

# `remote.prefs.recommended` would let pages opened from a file read each
# other; a learner's browser does not, so it is off, and the prefs that a quiet
# and steady test run needs are named here one by one.
FIREFOX_PREFS = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "network.dns.localDomains": "intranet.test",
    "marionette.port": 0,
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    # Input is real from the first moment, in a window that no screen shows.
    "focusmanager.testmode": True,
    "dom.input_events.security.minNumTicks": 0,
    "dom.input_events.security.minTimeElapsedInMS": 0,
    # A killed browser starts clean the next time, and quits without lingering.
    "browser.sessionstore.resume_from_crash": False,
    "toolkit.startup.max_resumed_crashes": -1,
    "toolkit.shutdown.fastShutdownStage": 3,
    # No slow-script question on a busy machine.
    "dom.max_script_run_time": 0,
    "dom.ipc.reportProcessHangs": False,
    # Nothing to greet, report, update or look for on the network.
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.backup.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.topsites.contile.enabled": False,
    "browser.translations.enable": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "signon.rememberSignons": False,
}

# Firefox refuses windows narrower than its own toolbar; phones are narrower.
FIREFOX_STYLE = ":root { min-width: 0 !important; min-height: 0 !important }"

FIREFOX_MEDIA = {
    "media": "mediumOverride",
    "prefers-color-scheme": "prefersColorSchemeOverride",
    "prefers-reduced-motion": "prefersReducedMotionOverride",
    "forced-colors": "forcedColorsOverride",
}

# What the common command names are called over HTTP, after /session/{id}.
ROUTES = {
    "NewSession": "POST ",
    "DeleteSession": "DELETE ",
    "Navigate": "POST /url",
    "GetCurrentURL": "GET /url",
    "GetTitle": "GET /title",
    "GetPageSource": "GET /source",
    "Refresh": "POST /refresh",
    "Back": "POST /back",
    "ExecuteScript": "POST /execute/sync",
    "ElementClick": "POST /element/{id}/click",
    "GetElementText": "GET /element/{id}/text",
    "PerformActions": "POST /actions",
    "TakeScreenshot": "GET /screenshot",
    "Print": "POST /print",
    "SetWindowRect": "POST /window/rect",
    "NewWindow": "POST /window/new",
    "SwitchToWindow": "POST /window",
    "CloseWindow": "DELETE /window",
    "GetWindowHandle": "GET /window",
    "GetWindowHandles": "GET /window/handles",
    "DevTools": "POST /goog/cdp/execute",
    "Log": "POST /se/log",
}

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how WebDriver marks an element in JSON

KEYS = {
    name: chr(0xE000 + code)
    for name, code in {
        "Backspace": 0x03, "Tab": 0x04, "Enter": 0x06, "Shift": 0x08, "Control": 0x09,
        "Alt": 0x0A, "Escape": 0x0C, "Space": 0x0D, "PageUp": 0x0E, "PageDown": 0x0F,
        "End": 0x10, "Home": 0x11, "ArrowLeft": 0x12, "ArrowUp": 0x13,
        "ArrowRight": 0x14, "ArrowDown": 0x15, "Delete": 0x17, "Meta": 0x3D,
    }.items()
}  # fmt: skip

FIND = """
[...document.querySelectorAll(arguments[0] ||
    'a, button, label, summary, option, input, [role=button], [role=tab], [role=menuitem]')]
    .find(element => element.checkVisibility({visibilityProperty: true}) && (arguments[1] === '' ||
        (element.innerText || element.value || '').replace(/\\s+/g, ' ').trim() === arguments[1]))
"""

FOCUSED = """
const element = document.activeElement, style = getComputedStyle(element);
return {
    tag: element.localName, id: element.id,
    text: (element.innerText || element.value || '').trim(),
    outline: {style: style.outlineStyle, width: style.outlineWidth, color: style.outlineColor},
    shadow: style.boxShadow,
};
"""

# Script errors reach Firefox's main process; console.error() stays with the page's.
GECKO_SCRIPT_ERRORS = """
const errors = Services.console.getMessageArray().filter(message =>
    message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag) &&
    message.category !== 'chrome javascript' && !/^(chrome|resource):/.test(message.sourceName));
Services.console.reset();
return errors.map(error => `${error.sourceName}:${error.lineNumber} ${error.errorMessage}`);
"""
GECKO_CONSOLE_ERRORS = """
const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
const errors = storage.getEvents().filter(event => event.level === 'error');
storage.clearEvents();
return errors.map(error => `${error.filename}:${error.lineNumber} ${error.arguments.join(' ')}`);
"""


class DriverError(Exception):
    """The browser's own refusal, such as «element click intercepted»."""


class Http:
    """The wire to a driver program that listens to HTTP."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=90)
        self.path = "/session"

    def call(self, command: str, **params: Any) -> Any:
        method, _, path = ROUTES[command].partition(" ")
        body = json.dumps(params) if method == "POST" else None
        self.connection.request(method, self.path + path.format(**params), body)
        value = json.load(self.connection.getresponse())["value"]
        if isinstance(value, dict) and "error" in value:
            raise DriverError(f"{command}: {value['error']}: {value['message']}")
        if command == "NewSession":
            self.path += "/" + value["sessionId"]
        return value


class Marionette:
    """The wire to Firefox itself: JSON arrays, each after its length in bytes."""

    def __init__(self, port: int) -> None:
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=90).makefile("rwb")
        self._receive()  # the greeting

    def call(self, command: str, **params: Any) -> Any:
        name = command if ":" in command else f"WebDriver:{command}"
        message = json.dumps([0, 1, name, params]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, result = self._receive()
        if error:
            raise DriverError(f"{command}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def _receive(self) -> Any:
        length = b""
        while (byte := self.stream.read(1)) != b":":
            if not byte:
                raise ConnectionError("Firefox has gone away.")
            length += byte
        return json.loads(self.stream.read(int(length)))


def poll(probe: Callable[[], Any], timeout: float) -> Any:
    """Ask until the answer is truthy or the time is up; give the last answer."""
    deadline = time.monotonic() + timeout
    while not (answer := probe()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return answer


def program(name: str) -> str:
    """The path of a program; its absence is a failure, as a skipped test hides a hole."""
    path = shutil.which(name)
    if not path:
        raise FileNotFoundError(f"{name} is missing: run «apt-get install {PACKAGES[name]}».")
    return path


def living(session: int) -> list[int]:
    """The processes of one process session: a browser's whole family, orphans too."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            state, _, _, its_session = stat.read_text().rpartition(")")[2].split()[:4]
            if int(its_session) == session and state != "Z":
                found.append(int(stat.parent.name))
    return found


class Browser:
    """One running browser; also a context manager that quits it."""

    def __init__(self, engine: str, profile: Path, argv: list[str]) -> None:
        self.engine = engine
        self.log = profile / "driver.log"
        self.running = True
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                argv,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={**os.environ, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"},
            )
        atexit.register(self.kill)

    @classmethod
    def launch(
        cls,
        engine: str,
        profile: Path,
        *,
        javascript: bool = True,
        size: tuple[int, int] = (1280, 800),
        prefs: dict[str, Any] | None = None,
    ) -> Browser:
        """Start a browser on a profile folder, which may be one of a killed browser.

        `prefs` are the engine's own preferences and stay in the profile.
        """
        profile = profile.resolve()
        profile.mkdir(parents=True, exist_ok=True)
        start = {"chromium": cls._chromium, "firefox": cls._firefox}[engine]
        return start(profile, javascript, size, prefs or {})
