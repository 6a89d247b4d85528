"""What journeys need: built courses, places to open them from, real browsers."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Generator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from zlib import crc32

import pytest

from browser import ENGINES, Browser, Unsupported
from lms.host import Host
from tuokio.build import build

ROOT = Path(__file__).parent.parent
signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a script it is ignored, and then `tuokio serve`, started here, would not end
COURSES = {path.name: path for folder in ("tests/courses", "courses") for path in sorted((ROOT / folder).iterdir()) if path.is_dir()}

# Put before every other script of a copied site, to write down what a page must never do.
WATCH = """
window.seen = [];
addEventListener("securitypolicyviolation", (event) => seen.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
addEventListener("error", (event) => seen.push(`error: ${event.message || event.target.src}`), true);
addEventListener("unhandledrejection", (event) => seen.push(`rejection: ${event.reason}`));
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build a course once a session and return its output folder."""
    output = tmp_path_factory.mktemp("output")
    done: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in done:
            result = build(COURSES[name], output, ["site", "print"])
            assert not result.failed, result.findings
            done[name] = output / name
        return done[name]

    return get


@pytest.fixture
def site(built: Callable[[str], Path], tmp_path: Path) -> Callable[..., Path]:
    """Copy a built site, watched, to a folder of this test's own; `first` runs before all its scripts."""

    def copy(name: str, first: str = "") -> Path:
        folder = tmp_path / "a course & ä" / name
        shutil.copytree(built(name) / "site", folder)
        (folder / "watch.js").write_text(WATCH + first, "utf-8")
        index = folder / "index.html"
        index.write_text(index.read_text("utf-8").replace("<meta http", '<script src="watch.js"></script><meta http', 1), "utf-8")
        return folder

    return copy


class Server(ThreadingHTTPServer):
    """A plain web server that remembers what it was asked for."""

    taken: ClassVar[set[int]] = set()  # the ports of others before, whose pages a browser may remember

    def __init__(self, folder: Path) -> None:
        self.asked: list[tuple[str, int]] = []
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        while self.server_port in self.taken:
            self.server_close()
            super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.taken.add(self.server_port)


class Handler(SimpleHTTPRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        self.server.asked.append((self.path, int(code)))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def serve() -> Iterator[Callable[[Path], tuple[str, Server]]]:
    """Serve a folder over plain http under a name that is not localhost."""
    servers = []

    def start(folder: Path) -> tuple[str, Server]:
        server = Server(folder)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://intranet.test:{server.server_port}/", server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def lms(tmp_path: Path) -> Iterator[Host]:
    """A strict SCORM host (`tests/lms/`).

    `lms.install(zip)`, then `browser.goto(lms.launch("aino"))`, and `browser.enter(0)` to be inside the course, or `lms.launch("aino", frame="popup")`, `browser.click("button")`,
    and `browser.switch(browser.tabs[-1])`, where it is a tab like any other (WebKit's window opens none).
    After `browser.close_tab()`, or leaving, `lms.wait_finished()` returns what is stored; `lms.stored()` does at any time, `lms.violations()` must be empty, `lms.calls("LMSCommit")` tells each call.
    `lms.slow` (seconds) and `with lms.out_of_order():` make Commits late, or fail. Of several learners and packages, name them: `lms.launch("eino", mode="review", course=lms.install(zip))`.
    """
    with Host(tmp_path / "lms") as host:
        yield host


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, serve: Callable[[Path], tuple[str, Server]]) -> Callable[[Path], str]:
    """Return a site's address: its file, or a server's."""
    return lambda folder: (folder / "index.html").as_uri() if request.param == "file" else serve(folder)[0]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose what is met in which browser, and in which order.

    A browser on a busy machine may stumble: what fails in one is tried once more, and the report's R tells which. What fails twice is a fault.
    """
    left_out = [item for item in items if not _is_met(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = sorted((item for item in items if _is_met(item)), key=lambda item: "packed" not in getattr(item, "fixturenames", ()))  # packing takes long, so one worker does it, at first
    for item in items:
        if "launch" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


def _is_met(item: pytest.Item) -> bool:
    """Say whether a test runs with its parameters. All run in Chromium, and every fifth in Firefox, every fifth in WebKit, each of these in one place: faults are seldom an engine's own.
    Where they are, in what keeps records and in the keyboard's way, a test says `everywhere`; and the flagship is taken from start to end in each."""
    given = getattr(item, "callspec", None) and item.callspec.params or {}
    engine = given.get("engine", "chromium")
    named = any("engine" in mark.args[0] for mark in item.iter_markers("parametrize"))
    if engine == "chromium" or named or item.get_closest_marker("everywhere"):
        return True
    return engine == ("firefox", "webkit", "", "", "")[crc32(item.originalname.encode()) % 5] and given.get("address", "file") == "file"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, None, None]:
    """Skip a test where the engine has no way to do what it asks; test_browser.py says what that may be."""
    try:
        return (yield)
    except Unsupported as lack:
        pytest.skip(str(lack))


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def idle() -> Iterator[dict[str, Browser]]:
    """Browsers that have served a test and wait for another, by engine."""
    waiting: dict[str, Browser] = {}
    yield waiting
    for browser in waiting.values():
        browser.quit()


@pytest.fixture
def launch(engine: str, idle: dict[str, Browser], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Browser]]:
    """Launch a browser, always with this test's profile, so that it can be left and come back to. One that is still running is made new for the next test."""
    running: list[Browser] = []

    def start(size: tuple[int, int] = (1280, 800), **options: object) -> Browser:
        browser = None if running or options else idle.pop(engine, None)
        if browser:
            browser.resize(*size)
        else:
            profile = running[0].profile if running else tmp_path_factory.mktemp("profile")
            browser = Browser.launch(engine, profile, size=size, **options)
        browser.plain = not options
        running.append(browser)
        return browser

    yield start
    for browser in running:
        if browser.process and browser.lasting and browser.plain and engine not in idle:
            browser.renew()
            idle[engine] = browser
        else:
            browser.quit()


@pytest.fixture
def browser(launch: Callable[..., Browser]) -> Browser:
    return launch()
