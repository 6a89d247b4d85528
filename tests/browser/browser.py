"""The one small interface to a running browser, and all that the engines do alike."""

from __future__ import annotations

import base64
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from glob import glob
from pathlib import Path
from typing import Any, ClassVar

from browser.process import Process, poll
from browser.wire import DriverError

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver's mark of an element
CONTROLS = "a, button, label, summary, [type=button], [type=submit], [role=button], [role=tab], [role=radio], [role=checkbox], [role=option]"
FIND = r"""[...document.querySelectorAll(arguments[0])].find(element => element.checkVisibility({visibilityProperty: true})
    && (!arguments[1] || arguments[1] === (element.innerText || element.value || '').replace(/\xAD/g, '').replace(/\s+/g, ' ').trim()))"""
FOCUSED = """const element = document.activeElement, style = getComputedStyle(element);
return {tag: element.localName, id: element.id, text: (element.innerText || element.value || '').trim(), shadow: style.boxShadow,
    outline: {style: style.outlineStyle, width: style.outlineWidth, color: style.outlineColor}};"""
KEYS = """Unidentified Cancel Help Backspace Tab Clear Enter NumpadEnter Shift Control Alt Pause Escape Space PageUp PageDown End Home
    ArrowLeft ArrowUp ArrowRight ArrowDown Insert Delete"""  # in the order of WebDriver's codes
ITEM = re.compile(r"\[data-item=[^]]+\]")
FORGET = """const done = arguments[0], gone = (name) => new Promise((next) => Object.assign(indexedDB.deleteDatabase(name), {onsuccess: next, onerror: next, onblocked: next}));
indexedDB.databases().then((all) => Promise.all(all.map(({name}) => gone(name)))).then(() => (localStorage.clear(), done()))"""
CODES = {key: chr(0xE000 + number) for number, key in enumerate(KEYS.split())}


class Unsupported(Exception):
    """What an engine has no way to do, though others have; a test that meets it skips, and says so."""


class Browser(AbstractContextManager):
    """One running browser, and the page in its current tab."""

    engines: ClassVar[dict[str, type[Browser]]] = {}
    engine: ClassVar[str]
    packages: ClassVar[dict[str, str]]  # Debian's, by the program on the path, or by the file, that each brings
    outlived: ClassVar[int] = 0  # the processes that are left when the browser has closed
    lasting: ClassVar[bool] = False  # starting it takes longer than to make a used one new
    process: Process | None = None
    url = property(lambda self: self._call("GetCurrentURL"))
    title = property(lambda self: self._call("GetTitle"))
    source = property(lambda self: self._call("GetPageSource"))

    def __init_subclass__(cls) -> None:
        Browser.engines[cls.engine] = cls

    @classmethod
    def missing(cls) -> dict[str, str]:
        """Return those of the engine's packages that this machine lacks."""
        return {name: package for name, package in cls.packages.items() if not (glob(name) or shutil.which(name))}

    @staticmethod
    def launch(engine: str, profile: Path, *, javascript: bool = True, size: tuple[int, int] = (1280, 800), prefs: dict[str, Any] | None = None) -> Browser:
        """Start a browser on a new profile or a killed browser's. `prefs` are the engine's own, and stay in the profile."""
        browser = Browser.engines[engine]()
        for name, package in browser.missing().items():  # not a skipped test: that would hide a hole
            raise FileNotFoundError(f"{name} is missing. Run: apt-get install {package}")
        profile.mkdir(parents=True, exist_ok=True)
        browser.profile = profile.resolve()
        try:
            browser._start(javascript, prefs or {})
            browser.resize(*size)
        except BaseException as error:
            error.add_note((browser.profile / "driver.log").read_text("utf-8", "replace")[-2000:] if browser.process else "")
            browser.kill()
            raise
        return browser

    def _start(self, javascript: bool, prefs: dict[str, Any]) -> None:
        """Start the browser and open a session: each engine has its own way."""
        raise NotImplementedError

    def _spawn(self, name: str, *args: str, **environment: str) -> None:
        self.process = Process(self.profile / "driver.log", name, *args, HOME=str(self.profile), **environment)

    def kill(self) -> None:
        """End the browser and its driver at once, as a crash or a power cut would."""
        if self.process:
            self.process.kill()
            self.process = None

    def quit(self, *_: object) -> None:
        """Close the browser as a user does, so that it may finish writing its profile."""
        try:
            if self.process:
                self._close()
                poll(lambda: self.process.living() <= self.outlived, timeout=30)
        finally:
            self.kill()

    def renew(self) -> None:
        """Become as good as new: one empty tab, no wishes of its reader, and what files have kept is gone. What servers' pages have kept stays."""
        blank = self.profile / "blank.html"
        blank.write_text("<!doctype html><title>Blank</title>", "utf-8")
        before = self.tabs
        self._call("SwitchToWindow", handle=before[-1])
        fresh = self._call("NewWindow", type="tab")["handle"]
        for tab in before:
            self._call("SwitchToWindow", handle=tab)
            self._call("CloseWindow")
        self.switch(fresh)  # in front, or what takes the focus would not be noticed
        self.goto(blank)
        self.run_async(FORGET)
        self.console()

    def _close(self) -> None:
        self._call("Quit", flags=["eForceQuit"])

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

    def wait(self, expression: str, *args: Any, timeout: float = 20) -> Any:
        """Wait until an expression is truthy in the page, and return its value."""
        deadline, trouble = time.monotonic() + timeout, ""
        while time.monotonic() < deadline:
            try:
                if value := self.run(f"return ({expression})", *args):
                    return value
            except DriverError as error:  # perhaps a page that comes or goes
                trouble = str(error)
            time.sleep(0.02)
        within = next((arg for arg in args if ITEM.fullmatch(str(arg))), "main")
        text = self.run("return (document.querySelector(arguments[0]) || document.body).innerText", within)[:1500]
        raise AssertionError(f"{self.engine} waited {timeout} s for {expression} {list(args)}\n{trouble}\nat {self.url}\nshowing: {text}\nerrors: {self.console()}")

    def console(self) -> list[str]:
        """Return the errors of scripts, loading and console.error() since the last call."""
        raise NotImplementedError

    def axe(self, source: str, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the violations that axe-core, given as its source, finds in the page."""
        if not self.run("return 'axe' in window"):
            self.run(source)
        return self.run("return axe.run(document, arguments[0]).then(found => found.violations)", options or {})

    def find(self, css: str = CONTROLS, *, text: str = "", timeout: float = 20) -> str:
        """Return the first visible element of a selector, or control with exactly this text."""
        return self.wait(FIND, css, text, timeout=timeout)[ELEMENT]

    def click(self, css: str = CONTROLS, *, text: str = "", timeout: float = 20) -> None:
        """Press the pointer on an element; one that is covered is an error."""
        self._call("ElementClick", id=self._reach(self.find(css, text=text, timeout=timeout)))

    def _reach(self, element: str) -> str:
        """Bring an element into view as WebDriver would; most drivers do it themselves."""
        return element

    def text(self, css: str) -> str:
        """Return the text of an element as the page shows it, be it still fading in: WebDriver's own command finds nothing in what is see-through."""
        self.find(css)
        return self.run("const one = document.querySelector(arguments[0]); return one.getClientRects().length ? (one.innerText ?? one.textContent).trim() : ''", css)

    def choose_files(self, css: str, *paths: Path) -> None:
        """Choose files as in the dialog of a file input, which may be out of sight."""
        element = self.run("return document.querySelector(arguments[0])", css)[ELEMENT]
        self._call("ElementSendKeys", id=element, text="\n".join(map(str, paths)))

    def focused(self) -> dict[str, Any]:
        """Return what has the keyboard focus, and how that shows."""
        return self.run(FOCUSED)

    def press(self, keys: str) -> None:
        """Press a key, perhaps while others are held: "Tab", "Shift+Tab", "a"."""
        chord = [CODES.get(key, key) for key in (keys.split("+") if len(keys) > 1 else keys)]
        self._move([("keyDown", key) for key in chord] + [("keyUp", key) for key in reversed(chord)])

    def press_in_turn(self, *keys: str) -> None:
        """Press keys one after the other, quicker than anybody does."""
        self._move([(move, CODES.get(key, key)) for key in keys for move in ("keyDown", "keyUp")])

    @contextmanager
    def holding(self, css: str) -> Iterator[None]:
        """Keep a finger on an element meanwhile; WebKit has a mouse only."""
        place = {"type": "pointerMove", "duration": 0, "origin": {ELEMENT: self._reach(self.find(css))}, "x": 0, "y": 0}
        self._touch(place, {"type": "pointerDown", "button": 0})
        yield
        self._touch({"type": "pointerUp", "button": 0})

    def _touch(self, *moves: dict[str, Any]) -> None:
        self._call("PerformActions", actions=[{"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}, "actions": moves}])

    @contextmanager
    def holding_key(self, key: str) -> Iterator[None]:
        """Keep a key down meanwhile."""
        self._move([("keyDown", CODES.get(key, key))])
        yield
        self._move([("keyUp", CODES.get(key, key))])

    def type(self, text: str) -> None:
        """Type text, key by key, where the focus is."""
        self._move([(move, key) for key in text for move in ("keyDown", "keyUp")])

    def _move(self, moves: list[tuple[str, str]]) -> None:
        actions = [{"type": move, "value": key} for move, key in moves]
        self._call("PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def resize(self, width: int, height: int) -> None:
        """Give the page exactly so many CSS pixels, scroll bars included."""
        self.size = (width, height)
        self._set_size(width, height)
        self.wait("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def _set_size(self, width: int, height: int) -> None:
        self._call("SetWindowRect", width=width, height=height)

    def emulate(self, media: dict[str, str]) -> None:
        """Set this tab's media, such as {"media": "print", "prefers-color-scheme": "dark"}, and reset what is not named."""
        raise NotImplementedError

    def tree(self, css: str) -> str:
        """Return what a screen reader is told of an element and all in it."""
        raise Unsupported(f"{self.engine} does not show its accessibility tree")

    def throttle(self, rate: float) -> None:
        """Make the processor so many times slower; 1 is full speed."""
        raise Unsupported(f"{self.engine} cannot be slowed down")

    def reckon(self) -> float:
        """Return how much processor time the page's main thread has spent since the last call, in ms: other work on the machine adds little to it."""
        raise Unsupported(f"{self.engine} does not say what a page costs")

    def heap(self) -> int:
        """Return the bytes that scripts hold when all is collected that nothing holds."""
        raise Unsupported(f"{self.engine} does not say what a page holds")

    def clear_site_data(self, origin: str) -> None:
        """Delete all that a server's pages have kept, as readers do in the settings while the page is open."""
        raise Unsupported(f"{self.engine} has no command for it")

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        """Write a PNG of what is in view, or of the full page."""
        path.write_bytes(base64.b64decode(self._call("TakeScreenshot")))

    def pdf(self, path: Path, paper: tuple[float, float] = (21.59, 27.94)) -> None:
        """Print the page to a file, on paper of so many centimetres."""
        path.write_bytes(base64.b64decode(self._call("Print", background=True, page=dict(zip(("width", "height"), paper, strict=True)))))

    @property
    def tabs(self) -> list[str]:
        """The open tabs, the oldest first."""
        return self._call("GetWindowHandles")

    def new_tab(self, url: str | Path) -> str:
        """Open an address in a new tab, go there and return the tab."""
        tab = self._call("NewWindow", type="tab")["handle"]
        self.switch(tab)
        self.goto(url)
        return tab

    def switch(self, tab: str) -> None:
        """Bring a tab to the front; all tabs share the size of the window."""
        self._call("SwitchToWindow", handle=tab)
        self.resize(*self.size)

    def enter(self, *frames: int) -> None:
        """Go into frames by their numbers, one in the other, from the page itself: from now on all is done there. None: the page again."""
        self._call("SwitchToFrame", id=None)
        for frame in frames:
            self.wait("window.frames.length > arguments[0]", frame)
            self._call("SwitchToFrame", id=frame)

    def close_tab(self) -> None:
        """Close this tab and go to the last of the others."""
        self._call("CloseWindow")
        self.switch(self.tabs[-1])
