"""Drive real browsers through one small interface.

The courses must work in the browsers people have, opened from a plain file, and survive a browser that dies in the
middle of a lesson. So this talks straight to each browser's own driver, loosens none of its policies, and can kill
a browser and start it again on the same profile. All engines know the classic WebDriver commands and only the wire
differs: Http for chromedriver (and WebKitWebDriver, when it joins), Marionette for Firefox.
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
from contextlib import AbstractContextManager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

ENGINES = ("chromium", "firefox")
PACKAGES = {"chromium": {"chromium": "chromium", "chromedriver": "chromium-driver"}, "firefox": {"firefox-esr": "firefox-esr"}}  # by program
CHROMIUM_FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-dev-shm-usage""".split() + ["--host-resolver-rules=MAP intranet.test 127.0.0.1"]

# The prefs recommended for remote control let pages from files read each other; a learner's Firefox does not. So what
# a steady run needs is named here: no greeting, updating or restoring, no question about slow scripts or a crash, and
# real input from the first moment in a window that no screen shows.
FIREFOX_OFF = """remote.prefs.recommended browser.aboutwelcome.enabled browser.sessionstore.resume_from_crash browser.shell.checkDefaultBrowser dom.ipc.reportProcessHangs
    browser.translations.enable datareporting.policy.dataSubmissionEnabled network.captive-portal-service.enabled network.connectivity-service.enabled""".split()
FIREFOX_PREFS = dict.fromkeys(FIREFOX_OFF, False) | {
    "network.dns.localDomains": "intranet.test", "security.fileuri.strict_origin_policy": True, "marionette.port": 0, "focusmanager.testmode": True,
    "dom.input_events.security.minNumTicks": 0, "dom.max_script_run_time": 0, "browser.startup.page": 0, "browser.startup.homepage_override.mstone": "ignore",
    "toolkit.legacyUserProfileCustomizations.stylesheets": True, "toolkit.shutdown.fastShutdownStage": 3, "toolkit.startup.max_resumed_crashes": -1,
}
FIREFOX_STYLE = ":root { min-width: 0 !important } #navigator-toolbox { display: none }"  # a window that is all page, narrow as a phone
FIREFOX_MEDIA = {"media": "medium", "prefers-color-scheme": "prefersColorScheme", "prefers-reduced-motion": "prefersReducedMotion", "forced-colors": "forcedColors"}
FIREFOX_ERRORS = """const logs = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
const logged = logs.getEvents().filter(event => event.level === 'error').map(event => [event.filename, event.lineNumber, ...event.arguments]);
const thrown = Services.console.getMessageArray().filter(error => error instanceof Ci.nsIScriptError
    && (error.category === 'Script Loader' || !(error.flags & error.warningFlag))).map(error => [error.sourceName, error.lineNumber, error.errorMessage]);
logs.clearEvents(), Services.console.reset(); return [...thrown, ...logged].map(error => error.join(' '));"""
CONTROLS = "a, button, label, summary, [type=button], [type=submit], [role=button], [role=tab], [role=radio], [role=checkbox], [role=option]"
FIND = r"""[...document.querySelectorAll(arguments[0])].find(element => element.checkVisibility({visibilityProperty: true})
    && (!arguments[1] || arguments[1] === (element.innerText || element.value || '').replace(/\xAD/g, '').replace(/\s+/g, ' ').trim()))"""
FOCUSED = """const element = document.activeElement, style = getComputedStyle(element);
return {tag: element.localName, id: element.id, text: (element.innerText || element.value || '').trim(), shadow: style.boxShadow,
    outline: {style: style.outlineStyle, width: style.outlineWidth, color: style.outlineColor}};"""
KEYS = """Unidentified Cancel Help Backspace Tab Clear Enter NumpadEnter Shift Control Alt Pause Escape Space PageUp PageDown End Home
    ArrowLeft ArrowUp ArrowRight ArrowDown Insert Delete"""  # in the order of WebDriver's codes
CODES = {key: chr(0xE000 + number) for number, key in enumerate(KEYS.split())}
# The commands by their common names, and where HTTP has them under /session/{id}.
ROUTES = {
    "NewSession": "POST ", "Quit": "DELETE ", "Navigate": "POST /url", "Back": "POST /back", "Refresh": "POST /refresh",
    "GetCurrentURL": "GET /url", "GetTitle": "GET /title", "GetPageSource": "GET /source", "ExecuteScript": "POST /execute/sync",
    "ExecuteAsyncScript": "POST /execute/async", "ElementClick": "POST /element/{id}/click", "GetElementText": "GET /element/{id}/text", "PerformActions": "POST /actions",
    "TakeScreenshot": "GET /screenshot", "Print": "POST /print", "NewWindow": "POST /window/new", "SwitchToWindow": "POST /window",
    "CloseWindow": "DELETE /window", "GetWindowHandles": "GET /window/handles", "DevTools": "POST /goog/cdp/execute", "Log": "POST /se/log",
}


class DriverError(Exception):
    """The browser's own refusal, such as “element click intercepted”."""


class Http:
    """The wire to a driver program that listens to HTTP."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=90)
        self.path = "/session"

    def call(self, command: str, **params: Any) -> Any:
        method, path = ROUTES[command].split(" ")
        self.connection.request(method, self.path + path.format(**params), json.dumps(params) if method == "POST" else None)
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
        message = json.dumps([0, 1, ("Marionette:" if command == "Quit" else "WebDriver:") + command, params]).encode()
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
    """Ask until the answer is truthy or the time is up, and return the last answer."""
    deadline = time.monotonic() + timeout
    while not (answer := probe()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return answer


def living(session: int) -> int:
    """Count the living processes of one process session, those that lost their parent too."""
    count = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            state, _, _, head = stat.read_text("utf-8").rpartition(")")[2].split()[:4]
            count += head == str(session) and state != "Z"
    return count


class Browser(AbstractContextManager):
    """One running browser, and the page in its current tab."""

    process: subprocess.Popen[bytes] | None = None
    url = property(lambda self: self._call("GetCurrentURL"))
    title = property(lambda self: self._call("GetTitle"))
    source = property(lambda self: self._call("GetPageSource"))
    tabs = property(lambda self: self._call("GetWindowHandles"))

    @classmethod
    def launch(cls, engine: str, profile: Path, *, javascript: bool = True, size: tuple[int, int] = (1280, 800), prefs: dict[str, Any] | None = None) -> Browser:
        """Start a browser on a new profile or a killed browser's. `prefs` are the engine's own, and stay in the profile."""
        for name, package in PACKAGES[engine].items():
            if not shutil.which(name):  # not a skipped test: that would hide a hole
                raise FileNotFoundError(f"The program {name} is missing. Run: apt-get install {package}")
        profile.mkdir(parents=True, exist_ok=True)
        browser = cls()
        browser.engine, browser.profile = engine, profile.resolve()
        try:
            {"chromium": browser._start_chromium, "firefox": browser._start_firefox}[engine](javascript, prefs or {})
            browser.resize(*size)
        except BaseException:
            browser.kill()
            raise
        return browser

    def _start_chromium(self, javascript: bool, prefs: dict[str, Any]) -> None:
        flags = [*CHROMIUM_FLAGS, f"--user-data-dir={self.profile}"] + ([] if javascript else ["--blink-settings=scriptEnabled=false"])
        options = {"binary": shutil.which("chromium"), "args": flags, "prefs": prefs}
        self._call = Http(self._spawn("driver.log", r"successfully on port (\d+)", "chromedriver", "--port=0")).call
        self._call("NewSession", capabilities={"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "SEVERE"}}})

    def _start_firefox(self, javascript: bool, prefs: dict[str, Any]) -> None:
        prefs = FIREFOX_PREFS | {"javascript.enabled": javascript} | prefs
        (self.profile / "user.js").write_text("\n".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()), "utf-8")
        (self.profile / "chrome").mkdir(exist_ok=True)
        (self.profile / "chrome/userChrome.css").write_text(FIREFOX_STYLE, "utf-8")
        flags = "--headless --no-remote --marionette --remote-allow-system-access --profile".split()
        self._call = Marionette(self._spawn("MarionetteActivePort", r"(\d+)", "firefox-esr", *flags, str(self.profile))).call
        self._call("NewSession")

    def _spawn(self, port_file: str, pattern: str, name: str, *args: str) -> int:
        """Start a program at the head of a process session, and return the free port it chose, once that is written down."""
        file, log = self.profile / port_file, self.profile / "driver.log"
        file.write_text("")  # an earlier run may have left its port
        environment = {**os.environ, "HOME": str(self.profile)}
        with log.open("wb") as output:
            self.process = subprocess.Popen([name, *args], stdout=output, stderr=output, env=environment, start_new_session=True)
        atexit.register(self.kill)
        if found := poll(lambda: re.search(pattern, file.read_text("utf-8")), timeout=60):
            return int(found[1])
        raise TimeoutError(f"{name} opened no port in a minute:\n{log.read_text('utf-8')[-2000:]}")

    def kill(self) -> None:
        """End the browser and its driver at once, as a crash or a power cut would."""
        if self.process:
            while living(self.process.pid):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def quit(self, *_: object) -> None:
        """Close the browser as a user does, so that it may finish writing its profile."""
        try:
            if self.process:
                self._call("Quit", flags=["eForceQuit"])
                poll(lambda: living(self.process.pid) <= (self.engine == "chromium"), timeout=30)  # chromedriver outlives its browser
        finally:
            self.kill()

    __exit__ = quit

    def goto(self, url: str | Path) -> None:
        """Open an address or a file, and wait until it has loaded."""
        self._call("Navigate", url=url.resolve().as_uri() if isinstance(url, Path) else url)

    def reload(self) -> None:
        self._call("Refresh")

    def back(self) -> None:
        self._call("Back")

    def run(self, script: str, *args: Any) -> Any:
        """Run a function body in the page and return its result, awaited if it is a promise."""
        return self._call("ExecuteScript", script=script, args=args, newSandbox=False)

    def run_async(self, script: str, *args: Any) -> Any:
        """Run a function body in the page and return what it gives to its last argument, a callback."""
        return self._call("ExecuteAsyncScript", script=script, args=args, newSandbox=False)

    def wait(self, expression: str, *args: Any, timeout: float = 10) -> Any:
        """Wait until an expression is truthy in the page, and return its value."""
        deadline, trouble = time.monotonic() + timeout, ""
        while time.monotonic() < deadline:
            try:
                if value := self.run(f"return ({expression})", *args):
                    return value
            except DriverError as error:  # perhaps a page that comes or goes
                trouble = str(error)
            time.sleep(0.02)
        text = self.run("return (document.querySelector('main') || document.body).innerText")[:500]
        raise AssertionError(f"{self.engine} waited {timeout} s for {expression} {list(args)}\n{trouble}\nat {self.url}\nshowing: {text}\nerrors: {self.console()}")

    def console(self) -> list[str]:
        """Return the errors of scripts, loading and console.error() since the last call."""
        if self.engine == "chromium":
            return [entry["message"] for entry in self._call("Log", type="browser") if "/favicon.ico - Failed" not in entry["message"]]
        return self._call("ExecuteScript", script=FIREFOX_ERRORS, args=[], sandbox="system")

    def axe(self, source: str, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the violations that axe-core, given as its source, finds in the page."""
        if not self.run("return 'axe' in window"):
            self.run(source)
        return self.run("return axe.run(document, arguments[0]).then(found => found.violations)", options or {})

    def find(self, css: str = CONTROLS, *, text: str = "", timeout: float = 10) -> str:
        """Return the first visible element of a selector, or control with exactly this text."""
        return self.wait(FIND, css, text, timeout=timeout)["element-6066-11e4-a52e-4f735466cecf"]  # WebDriver's mark of an element

    def click(self, css: str = CONTROLS, *, text: str = "", timeout: float = 10) -> None:
        """Press the pointer on an element; one that is covered is an error."""
        self._call("ElementClick", id=self.find(css, text=text, timeout=timeout))

    def text(self, css: str) -> str:
        """Return the text of an element as the page shows it."""
        return self._call("GetElementText", id=self.find(css))

    def focused(self) -> dict[str, Any]:
        """Return what has the keyboard focus, and how that shows."""
        return self.run(FOCUSED)

    def press(self, keys: str) -> None:
        """Press a key, perhaps while others are held: "Tab", "Shift+Tab", "a"."""
        chord = [CODES.get(key, key) for key in (keys.split("+") if len(keys) > 1 else keys)]
        self._move([("keyDown", key) for key in chord] + [("keyUp", key) for key in reversed(chord)])

    def type(self, text: str) -> None:
        """Type text, key by key, where the focus is."""
        self._move([(move, key) for key in text for move in ("keyDown", "keyUp")])

    def _move(self, moves: list[tuple[str, str]]) -> None:
        actions = [{"type": move, "value": key} for move, key in moves]
        self._call("PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def resize(self, width: int, height: int) -> None:
        """Give the page exactly so many CSS pixels, scroll bars included."""
        self.size = (width, height)
        if self.engine == "chromium":
            self._call("DevTools", cmd="Emulation.setDeviceMetricsOverride", params={"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        else:
            self._call("SetWindowRect", width=width, height=height)
        self.wait("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def emulate(self, media: dict[str, str]) -> None:
        """Set this tab's media, such as {"media": "print", "prefers-color-scheme": "dark"}, and reset what is not named."""
        if self.engine == "chromium":
            features = [{"name": name, "value": value} for name, value in media.items() if name != "media"]
            self._call("DevTools", cmd="Emulation.setEmulatedMedia", params={"media": media.get("media", ""), "features": features})
        else:
            overrides = {f"{FIREFOX_MEDIA[name]}Override": value for name, value in (dict.fromkeys(FIREFOX_MEDIA, "none") | {"media": ""} | media).items()}
            self._call("ExecuteScript", script="Object.assign(docShell.browsingContext, arguments[0])", args=[overrides], sandbox="system")

    def throttle(self, rate: float) -> None:
        """Make the processor so many times slower (Chromium only); 1 is full speed."""
        self._call("DevTools", cmd="Emulation.setCPUThrottlingRate", params={"rate": rate})

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        """Write a PNG of what is in view, or of the full page."""
        if full and self.engine == "chromium":
            page = self._call("DevTools", cmd="Page.getLayoutMetrics", params={})["cssContentSize"]
            data = self._call("DevTools", cmd="Page.captureScreenshot", params={"captureBeyondViewport": True, "clip": {**page, "scale": 1}})["data"]
        else:
            data = self._call("TakeScreenshot", full=full)
        path.write_bytes(base64.b64decode(data))

    def pdf(self, path: Path) -> None:
        """Print the page to a file."""
        path.write_bytes(base64.b64decode(self._call("Print", background=True)))

    def new_tab(self, url: str | Path) -> str:
        """Open an address in a new tab, go there and return the tab."""
        tab = self._call("NewWindow", type="tab")["handle"]
        self.switch(tab)
        self.goto(url)
        return tab

    def switch(self, tab: str) -> None:
        """Bring a tab to the front; all tabs share the size of the window."""
        self._call("SwitchToWindow", handle=tab)
        if self.engine == "chromium":
            self._call("DevTools", cmd="Page.bringToFront", params={})
        self.resize(*self.size)

    def close_tab(self) -> None:
        """Close this tab and go to the last of the others."""
        self._call("CloseWindow")
        self.switch(self.tabs[-1])
