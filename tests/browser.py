"""Drive real browsers through one small interface.

The courses must work in the browsers people have, opened from a plain file,
and survive a browser that dies in the middle of a lesson.  So this harness
talks straight to each browser's own driver, loosens none of its policies, and
can kill a browser and start it again on the same profile.

All engines know the classic WebDriver commands; only the wire differs: `Http`
for chromedriver (and WebKitWebDriver, when it joins), `Marionette` for Firefox.
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
PACKAGES = {"chromedriver": "chromium-driver"}  # the others are named as their programs

CHROMIUM_FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
    --disable-dev-shm-usage""".split() + ["--host-resolver-rules=MAP intranet.test 127.0.0.1"]

# The prefs recommended for remote control let pages from files read each other;
# a learner's Firefox does not.  What a steady run needs is therefore named here:
# no greeting, updating or restoring, real input from the first moment in a window
# that no screen shows, and no question about slow scripts or after a crash.
FIREFOX_OFF = """remote.prefs.recommended browser.aboutwelcome.enabled browser.backup.enabled
    browser.newtabpage.enabled browser.sessionstore.resume_from_crash browser.translations.enable
    browser.shell.checkDefaultBrowser datareporting.policy.dataSubmissionEnabled
    dom.ipc.reportProcessHangs extensions.update.enabled signon.rememberSignons
    network.captive-portal-service.enabled network.connectivity-service.enabled""".split()
FIREFOX_PREFS = dict.fromkeys(FIREFOX_OFF, False) | {
    "security.fileuri.strict_origin_policy": True, "network.dns.localDomains": "intranet.test",
    "toolkit.legacyUserProfileCustomizations.stylesheets": True, "focusmanager.testmode": True,
    "dom.input_events.security.minNumTicks": 0, "dom.max_script_run_time": 0,
    "browser.startup.page": 0, "browser.startup.homepage_override.mstone": "ignore",
    "toolkit.startup.max_resumed_crashes": -1, "toolkit.shutdown.fastShutdownStage": 3,
    "services.settings.server": "data:,", "marionette.port": 0,
}  # fmt: skip
# Without its toolbar a window is all page, and may be as narrow as a phone.
FIREFOX_STYLE = ":root { min-width: 0 !important } #navigator-toolbox { display: none }"
FIREFOX_MEDIA = {
    "media": "mediumOverride", "prefers-color-scheme": "prefersColorSchemeOverride",
    "forced-colors": "forcedColorsOverride",
    "prefers-reduced-motion": "prefersReducedMotionOverride",
}  # fmt: skip
FIREFOX_ERRORS = """
const logs = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
const logged = logs.getEvents().filter(event => event.level === 'error');
const thrown = Services.console.getMessageArray().filter(error => error instanceof
    Ci.nsIScriptError && (error.category === 'Script Loader' || !(error.flags & error.warningFlag)));
logs.clearEvents(), Services.console.reset();
return [...thrown.map(error => `${error.sourceName}:${error.lineNumber} ${error.errorMessage}`),
    ...logged.map(event => `${event.filename}:${event.lineNumber} ${event.arguments.join(' ')}`)];"""

CONTROLS = """a, button, label, summary, [type=button], [type=submit], [role=button], [role=tab],
    [role=radio], [role=checkbox], [role=option], [role=menuitem]"""
FIND = """[...document.querySelectorAll(arguments[0])].find(element =>
    element.checkVisibility({visibilityProperty: true}) && (!arguments[1] || arguments[1] ===
    (element.innerText || element.value || '').replace(/\xAD/g, '').replace(/\s+/g, ' ').trim()
))"""
FOCUSED = """const element = document.activeElement, style = getComputedStyle(element);
return {tag: element.localName, id: element.id, shadow: style.boxShadow,
    text: (element.innerText || element.value || '').trim(),
    outline: {style: style.outlineStyle, width: style.outlineWidth, color: style.outlineColor}};"""

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver's mark of an element in JSON
KEYS = """Unidentified Cancel Help Backspace Tab Clear Enter NumpadEnter Shift Control Alt Pause
    Escape Space PageUp PageDown End Home ArrowLeft ArrowUp ArrowRight ArrowDown Insert Delete"""
KEY_CODES = {key: chr(0xE000 + number) for number, key in enumerate(KEYS.split())}

# The commands by their common names, and where HTTP has them under /session/{id}.
ROUTES = {
    "NewSession": "POST ", "Quit": "DELETE ", "Navigate": "POST /url", "Back": "POST /back",
    "GetCurrentURL": "GET /url", "GetTitle": "GET /title", "Refresh": "POST /refresh",
    "ExecuteScript": "POST /execute/sync", "ElementClick": "POST /element/{id}/click",
    "GetElementText": "GET /element/{id}/text", "PerformActions": "POST /actions",
    "TakeScreenshot": "GET /screenshot", "Print": "POST /print", "NewWindow": "POST /window/new",
    "SwitchToWindow": "POST /window", "CloseWindow": "DELETE /window",
    "GetWindowHandles": "GET /window/handles",
    "DevTools": "POST /goog/cdp/execute", "Log": "POST /se/log",
}  # fmt: skip


class DriverError(Exception):
    """The browser's own refusal, such as «element click intercepted»."""


class Http:
    """The wire to a driver program that listens to HTTP."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=90)
        self.path = "/session"

    def call(self, command: str, **params: Any) -> Any:
        method, path = ROUTES[command].split(" ")
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
        name = ("Marionette:" if command == "Quit" else "WebDriver:") + command
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
    """The path of a program.  Its absence fails, as a skipped test would hide a hole."""
    if path := shutil.which(name):
        return path
    raise FileNotFoundError(f"{name} is missing: apt-get install {PACKAGES.get(name, name)}")


def family(session: int) -> list[str]:
    """The processes alive in one process session, those without a parent too."""
    alive = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            state, _, _, head = stat.read_text().rpartition(")")[2].split()[:4]
            if int(head) == session and state != "Z":
                alive.append(stat.parent.name)
    return alive


class Browser(AbstractContextManager["Browser"]):
    """One running browser and the page in its current tab."""

    url = property(lambda self: self._call("GetCurrentURL"))
    title = property(lambda self: self._call("GetTitle"))
    tabs = property(lambda self: self._call("GetWindowHandles"))

    def __init__(self, engine: str, profile: Path, javascript: bool) -> None:
        self.engine, self.profile, self.javascript = engine, profile, javascript
        self.process: subprocess.Popen[bytes] | None = None

    @classmethod
    def launch(cls, engine: str, profile: Path, *, javascript: bool = True,
               size: tuple[int, int] = (1280, 800), prefs: dict[str, Any] | None = None) -> Browser:
        """Start a browser on a profile folder, new or left behind by a killed browser.

        `prefs` are the engine's own preferences; they stay in the profile.
        """
        profile.mkdir(parents=True, exist_ok=True)
        browser = cls(engine, profile.resolve(), javascript)
        start = {"chromium": browser._start_chromium, "firefox": browser._start_firefox}[engine]
        try:
            start(prefs or {})
            browser.resize(*size)
        except BaseException:
            browser.kill()
            raise
        return browser

    def _start_chromium(self, prefs: dict[str, Any]) -> None:
        flags = [*CHROMIUM_FLAGS, f"--user-data-dir={self.profile}"]
        if not self.javascript:
            flags.append("--blink-settings=scriptEnabled=false")
        options = {"binary": program("chromium"), "args": flags, "prefs": prefs}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "SEVERE"}}
        port = self._spawn("driver.log", r"successfully on port (\d+)", "chromedriver", "--port=0")
        self._call = Http(port).call
        self._call("NewSession", capabilities={"alwaysMatch": wanted})

    def _start_firefox(self, prefs: dict[str, Any]) -> None:
        prefs = FIREFOX_PREFS | {"javascript.enabled": self.javascript} | prefs
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(prefs[name])});" for name in prefs]
        (self.profile / "user.js").write_text("\n".join(lines))
        (self.profile / "chrome").mkdir(exist_ok=True)
        (self.profile / "chrome/userChrome.css").write_text(FIREFOX_STYLE)
        flags = "--headless --no-remote --marionette --remote-allow-system-access --profile".split()
        port = self._spawn("MarionetteActivePort", r"(\d+)", "firefox-esr", *flags, self.profile)
        self._call = Marionette(port).call
        self._call("NewSession")

    def _spawn(self, port_file: str, pattern: str, name: str, *args: str | Path) -> int:
        """Start a program; give the free port it has chosen, once it has written that down.

        It heads a process session, by which all its offspring can be found.
        """
        file, log = self.profile / port_file, self.profile / "driver.log"
        file.write_text("")  # an earlier run may have left its port
        env = os.environ | {"HOME": str(self.profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
        with log.open("wb") as output:
            self.process = subprocess.Popen([program(name), *args], stdout=output, stderr=output,
                                            env=env, start_new_session=True)
        atexit.register(self.kill)
        if found := poll(lambda: re.search(pattern, file.read_text()), timeout=60):
            return int(found[1])
        raise TimeoutError(f"{name} has opened no port:\n{log.read_text()[-2000:]}")

    def kill(self) -> None:
        """End the browser and its driver at once, as a crash or a power cut would."""
        if self.process:
            while family(self.process.pid):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
            atexit.unregister(self.kill)

    def quit(self) -> None:
        """Close the browser as a user does, so that it may finish writing its profile."""
        try:
            if self.process:
                self._call("Quit", flags=["eForceQuit"])
                session, rest = self.process.pid, self.engine == "chromium"  # chromedriver stays
                poll(lambda: len(family(session)) <= rest, timeout=30)
        finally:
            self.kill()

    def __exit__(self, *_: object) -> None:
        self.quit()

    def goto(self, url: str | Path) -> None:
        """Open an address or a file and wait until it has loaded."""
        url = url.resolve().as_uri() if isinstance(url, Path) else url
        if self.engine == "chromium" and not self.javascript:
            # chromedriver's own Navigate waits for ever where scripts are off.
            self._devtools("Page.navigate", url=url)
            self.wait("document.readyState === 'complete'")
        else:
            self._call("Navigate", url=url)

    def reload(self) -> None:
        self._call("Refresh")

    def back(self) -> None:
        self._call("Back")

    def run(self, script: str, *args: Any) -> Any:
        """Run a function body in the page and give what it returns."""
        return self._call("ExecuteScript", script=script, args=args, newSandbox=False)

    def run_async(self, script: str, *args: Any) -> Any:
        """Run a function body that may use `await`."""
        return self.run(f"return (async () => {{ {script}\n }})()", *args)

    def wait(self, expression: str, *args: Any, timeout: float = 10) -> Any:
        """Wait until an expression is truthy in the page, and give its value."""
        trouble = ""

        def probe() -> Any:
            nonlocal trouble
            try:
                return self.run(f"return ({expression})", *args)
            except DriverError as error:  # perhaps a page that comes or goes
                trouble = str(error)

        if value := poll(probe, timeout):
            return value
        text = self.run("return (document.querySelector('main') || document.body).innerText")
        raise AssertionError(
            f"{self.engine} waited {timeout} s for {expression} {list(args)}\n{trouble}\n"
            f"at {self.url}\nshowing: {text[:500]}\nerrors: {self.console()}")

    def console(self) -> list[str]:
        """The errors of scripts, policies and console.error() since the last call."""
        if self.engine == "chromium":
            lines = [entry["message"] for entry in self._call("Log", type="browser")]
            return [line for line in lines if "/favicon.ico - Failed" not in line]
        return self._call("ExecuteScript", script=FIREFOX_ERRORS, args=[], sandbox="system")

    def axe(self, source: str, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """The violations that axe-core, given as its source text, finds in the page."""
        self.run(source)
        run = "return (await axe.run(document, arguments[0])).violations"
        return self.run_async(run, options or {})

    def find(self, css: str = CONTROLS, *, text: str = "", timeout: float = 10) -> str:
        """The first visible element of a selector, or control with exactly this text."""
        return self.wait(FIND, css, text, timeout=timeout)[ELEMENT]

    def click(self, css: str = CONTROLS, *, text: str = "", timeout: float = 10) -> None:
        """Press the pointer on an element; one that is covered is an error."""
        self._call("ElementClick", id=self.find(css, text=text, timeout=timeout))

    def text(self, css: str) -> str:
        """The text of an element as the page shows it."""
        return self._call("GetElementText", id=self.find(css))

    def focused(self) -> dict[str, Any]:
        """What has the keyboard focus, and how that shows."""
        return self.run(FOCUSED)

    def press(self, keys: str) -> None:
        """Press a key, perhaps while others are held: "Tab", "Shift+Tab", "a"."""
        chord = [KEY_CODES.get(key, key) for key in (keys.split("+") if len(keys) > 1 else keys)]
        actions = [{"type": "keyDown", "value": key} for key in chord]
        actions += [{"type": "keyUp", "value": key} for key in reversed(chord)]
        self._call("PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def type(self, text: str) -> None:
        """Type text, key by key, where the focus is."""
        for key in text:
            self.press(key)

    def resize(self, width: int, height: int) -> None:
        """Give the page exactly so many CSS pixels, its scroll bars included."""
        self.size = (width, height)
        if self.engine == "chromium":
            self._devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                           deviceScaleFactor=1, mobile=False)
        else:
            self._call("SetWindowRect", width=width, height=height)
        self.wait("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def emulate(self, media: dict[str, str]) -> None:
        """Set this tab's media features, such as {"prefers-color-scheme": "dark"}.

        The key "media" sets the type, such as "print".  All else is reset.
        """
        if self.engine == "chromium":
            pairs = [{"name": name, "value": media[name]} for name in media if name != "media"]
            kind = media.get("media", "")
            self._devtools("Emulation.setEmulatedMedia", media=kind, features=pairs)
        else:
            wanted = dict.fromkeys(FIREFOX_MEDIA, "none") | {"media": ""} | media
            values = {FIREFOX_MEDIA[name]: value for name, value in wanted.items()}
            script = "Object.assign(docShell.browsingContext, arguments[0])"
            self._call("ExecuteScript", script=script, args=[values], sandbox="system")

    def throttle(self, rate: float) -> None:
        """Make the processor so many times slower (Chromium only); 1 is full speed."""
        self._devtools("Emulation.setCPUThrottlingRate", rate=rate)

    def _devtools(self, method: str, **params: Any) -> Any:
        if self.engine != "chromium":
            raise DriverError(f"{method} is in Chromium only, not in {self.engine}.")
        return self._call("DevTools", cmd=method, params=params)

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        """Write a PNG of what is in view, or of the full page."""
        if full and self.engine == "chromium":
            clip = self._devtools("Page.getLayoutMetrics")["cssContentSize"] | {"scale": 1}
            shot = self._devtools("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
            data = shot["data"]
        else:
            data = self._call("TakeScreenshot", full=full)
        path.write_bytes(base64.b64decode(data))

    def pdf(self, path: Path) -> None:
        """Print the page to a file."""
        path.write_bytes(base64.b64decode(self._call("Print", background=True)))

    def new_tab(self, url: str | Path) -> str:
        """Open an address in a new tab and go to that tab."""
        tab = self._call("NewWindow", type="tab")["handle"]
        self.switch(tab)
        self.goto(url)
        return tab

    def switch(self, tab: str) -> None:
        """Bring a tab to the front; all tabs share the size of the window."""
        self._call("SwitchToWindow", handle=tab)
        if self.engine == "chromium":
            self._devtools("Page.bringToFront")
        self.resize(*self.size)

    def close_tab(self) -> None:
        """Close this tab and go to the last of the others."""
        self._call("CloseWindow")
        self.switch(self.tabs[-1])
