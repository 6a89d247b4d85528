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
    "browser.startup.page": 0,
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
FIREFOX_STYLE = ":root { min-width: 0 !important; min-height: 0 !important } #navigator-toolbox { display: none !important }"

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
    """One running browser and the page in its current tab."""

    def __init__(self, engine: str, profile: Path) -> None:
        self.engine = engine
        self.profile = profile
        self.process: subprocess.Popen[bytes] | None = None

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
        """Start a browser on a profile folder, new or left behind by a killed browser.

        `prefs` are the engine's own preferences; they stay in the profile.
        """
        start = {"chromium": cls._start_chromium, "firefox": cls._start_firefox}[engine]
        profile.mkdir(parents=True, exist_ok=True)
        browser = cls(engine, profile.resolve())
        browser.javascript = javascript
        try:
            start(browser, prefs or {})
            browser.resize(*size)
        except BaseException as error:
            browser.kill()
            error.add_note(browser._log.read_text()[-2000:])
            raise
        return browser

    def _start_chromium(self, prefs: dict[str, Any]) -> None:
        flags = [*CHROMIUM_FLAGS, f"--user-data-dir={self.profile}"]
        if not self.javascript:
            flags.append("--blink-settings=scriptEnabled=false")
        binary = program("chromium")
        self._spawn([program("chromedriver"), "--port=0"])
        self._driver = Http(self._port(self._log, r"successfully on port (\d+)"))
        options = {"binary": binary, "args": flags, "prefs": prefs}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "SEVERE"}}
        self._call("NewSession", capabilities={"alwaysMatch": wanted})

    def _start_firefox(self, prefs: dict[str, Any]) -> None:
        prefs = {**FIREFOX_PREFS, "javascript.enabled": self.javascript, **prefs}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(prefs[name])});" for name in prefs]
        (self.profile / "user.js").write_text("\n".join(lines))
        (self.profile / "chrome").mkdir(exist_ok=True)
        (self.profile / "chrome/userChrome.css").write_text(FIREFOX_STYLE)
        port_file = self.profile / "MarionetteActivePort"
        port_file.unlink(missing_ok=True)
        flags = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
        self._spawn([program("firefox-esr"), *flags, "--profile", str(self.profile)])
        self._driver = Marionette(self._port(port_file, r"(\d+)"))
        self._call("NewSession")

    def _spawn(self, command: list[str]) -> None:
        """Start a program as the head of a process session, so that all of it can be killed."""
        environment = {**os.environ, "HOME": str(self.profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, env=environment, start_new_session=True
            )
        atexit.register(self.kill)

    @property
    def _log(self) -> Path:
        return self.profile / "driver.log"

    def _port(self, file: Path, pattern: str) -> int:
        """The port the program chose, as soon as it has written it down."""
        found = poll(lambda: file.exists() and re.search(pattern, file.read_text()), timeout=60)
        if not found:
            raise TimeoutError(f"{self.engine} opened no port in a minute.")
        return int(found[1])

    def _call(self, command: str, **params: Any) -> Any:
        return self._driver.call(command, **params)

    def _devtools(self, method: str, **params: Any) -> Any:
        if self.engine != "chromium":
            raise DriverError(f"{method} is only in Chromium, not in {self.engine}.")
        return self._call("DevTools", cmd=method, params=params)

    def _gecko(self, script: str, *args: Any) -> Any:
        """Run a script in Firefox's own window, around the page, with all its powers."""
        self._call("Marionette:SetContext", value="chrome")
        try:
            return self.run(script, *args)
        finally:
            self._call("Marionette:SetContext", value="content")

    # Life and death

    def kill(self) -> None:
        """End the browser and its driver at once, as a power cut or a crash would."""
        if self.process:
            while family := living(self.process.pid):
                for pid in family:
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
            atexit.unregister(self.kill)

    def quit(self) -> None:
        """Close the browser as a user does: it may finish writing to its profile."""
        if self.process and self.engine == "firefox":
            self._call("Marionette:Quit", flags=["eForceQuit"])
            self.process.wait(timeout=30)
        elif self.process:
            self._call("DeleteSession")
        self.kill()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.quit()
        finally:
            self.kill()

    # Pages

    def goto(self, url: str | Path) -> None:
        """Open an address or a file, and wait until it has loaded."""
        url = url.resolve().as_uri() if isinstance(url, Path) else url
        if self.engine == "chromium" and not self.javascript:
            # chromedriver's own Navigate waits for ever for a page without scripts.
            self._devtools("Page.navigate", url=url)
            self.wait("document.readyState === 'complete'")
        else:
            self._call("Navigate", url=url)

    def reload(self) -> None:
        self._call("Refresh")

    def back(self) -> None:
        self._call("Back")

    @property
    def url(self) -> str:
        return self._call("GetCurrentURL")

    @property
    def title(self) -> str:
        return self._call("GetTitle")

    @property
    def source(self) -> str:
        return self._call("GetPageSource")

    # Scripts

    def run(self, script: str, *args: Any) -> Any:
        """Run a function body in the page and give what it returns."""
        return self._call("ExecuteScript", script=script, args=args, newSandbox=False)

    def run_async(self, script: str, *args: Any) -> Any:
        """The same for a body that uses `await`."""
        return self.run(f"return (async () => {{ {script}\n }})()", *args)

    def wait(self, expression: str, *args: Any, timeout: float = 10) -> Any:
        """Wait until an expression is truthy in the page, and give its value."""
        trouble = ""

        def probe() -> Any:
            nonlocal trouble
            try:
                return self.run(f"return ({expression})", *args)
            except DriverError as error:  # perhaps a page on its way in or out
                trouble = str(error)

        if value := poll(probe, timeout):
            return value
        text = self.run("return (document.querySelector('main') || document.body).innerText")
        raise AssertionError(
            f"Waited {timeout} s in {self.engine} for: {expression.strip()} {args or ''}\n"
            f"{trouble}\nAddress: {self.url}\nPage: {text[:500]}\nErrors: {self.console()}"
        )

    def console(self) -> list[str]:
        """The errors of scripts, policies and console.error() since the last call."""
        if self.engine == "chromium":
            return [entry["message"] for entry in self._call("Log", type="browser")]
        page = {"script": GECKO_CONSOLE_ERRORS, "args": [], "sandbox": "system"}
        return self._gecko(GECKO_SCRIPT_ERRORS) + self._call("ExecuteScript", **page)

    def axe(self, source: str, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """The accessibility violations that axe-core, given as source text, finds."""
        self.run(source)
        script = "return (await axe.run(document, arguments[0])).violations"
        return self.run_async(script, options or {})

    # Elements and keys

    def find(self, css: str = "", *, text: str = "", timeout: float = 10) -> str:
        """The first visible element, by selector or as the control with this very text."""
        return self.wait(FIND, css, text, timeout=timeout)[ELEMENT]

    def click(self, css: str = "", *, text: str = "", timeout: float = 10) -> None:
        """Press the pointer on an element; an element that is covered is an error."""
        self._call("ElementClick", id=self.find(css, text=text, timeout=timeout))

    def text(self, css: str) -> str:
        """The text of an element as the page shows it."""
        return self._call("GetElementText", id=self.find(css))

    def focused(self) -> dict[str, Any]:
        """What has the keyboard focus, and how that shows."""
        return self.run(FOCUSED)

    def press(self, keys: str) -> None:
        """Press a key, perhaps with others held down: "Tab", "Shift+Tab", "a"."""
        chord = [KEYS.get(key, key) for key in (keys.split("+") if len(keys) > 1 else keys)]
        down = [{"type": "keyDown", "value": key} for key in chord]
        up = [{"type": "keyUp", "value": key} for key in reversed(chord)]
        self._keyboard(down + up)

    def type(self, text: str) -> None:
        """Type text, key by key, where the focus is."""
        kinds = ("keyDown", "keyUp")
        self._keyboard([{"type": kind, "value": key} for key in text for kind in kinds])

    def _keyboard(self, actions: list[dict[str, str]]) -> None:
        self._call("PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    # Looks

    def resize(self, width: int, height: int) -> None:
        """Give the page exactly this many CSS pixels, scroll bars included."""
        self.size = (width, height)
        if self.engine == "chromium":
            screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
            self._devtools("Emulation.setDeviceMetricsOverride", **screen)
        else:
            self._call("SetWindowRect", width=width, height=height)
        self.wait("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def emulate(self, media: dict[str, str]) -> None:
        """Set media features of this tab, such as {"prefers-color-scheme": "dark"}.

        The key "media" sets the type, such as "print".  What is not named goes
        back to normal.
        """
        if self.engine == "chromium":
            features = [{"name": key, "value": media[key]} for key in media if key != "media"]
            kind = media.get("media", "")
            self._devtools("Emulation.setEmulatedMedia", media=kind, features=features)
        else:
            unset = {"media": ""}
            values = {FIREFOX_MEDIA[key]: media.get(key, unset.get(key, "none")) for key in {**FIREFOX_MEDIA, **media}}
            self._gecko("Object.assign(gBrowser.selectedBrowser.browsingContext, arguments[0])", values)

    def throttle(self, rate: float) -> None:
        """Make the processor so many times slower (Chromium only); 1 is full speed."""
        self._devtools("Emulation.setCPUThrottlingRate", rate=rate)

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        """Write a PNG of what is in view, or of the full page."""
        if full and self.engine == "chromium":
            clip = {**self._devtools("Page.getLayoutMetrics")["cssContentSize"], "scale": 1}
            shot = {"clip": clip, "captureBeyondViewport": True}
            data = self._devtools("Page.captureScreenshot", **shot)["data"]
        else:
            data = self._call("TakeScreenshot", full=full)
        path.write_bytes(base64.b64decode(data))

    def pdf(self, path: Path) -> None:
        """Print the page to a file."""
        path.write_bytes(base64.b64decode(self._call("Print", background=True)))

    # Tabs

    @property
    def tabs(self) -> list[str]:
        return self._call("GetWindowHandles")

    @property
    def tab(self) -> str:
        return self._call("GetWindowHandle")

    def new_tab(self, url: str | Path) -> str:
        """Open an address in a new tab and go to that tab."""
        tab = self._call("NewWindow", type="tab")["handle"]
        self.switch(tab)
        self.goto(url)
        return tab

    def switch(self, tab: str) -> None:
        """Bring a tab to the front; all tabs have the size of the one window."""
        self._call("SwitchToWindow", handle=tab)
        if self.engine == "chromium":
            self._devtools("Page.bringToFront")
        self.resize(*self.size)

    def close_tab(self) -> None:
        """Close this tab and go to the last of the others."""
        self._call("CloseWindow")
        self.switch(self.tabs[-1])
