"""An LMS for tests: it takes packages, opens them for learners, keeps what they set, and writes down what it would be right to refuse."""

from __future__ import annotations

import json
import mimetypes
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from browser import poll
from lms.manifest import Manifest, read_manifest
from lms.record import Record

HERE = Path(__file__).parent
RUNTIME = HERE.parent.parent / "builder/node_modules/scorm-again/dist/esm"
FINISH = ("LMSFinish", "Terminate")
FRAMES = ("iframe", "nested", "popup", "foreign", "lost")


@dataclass(frozen=True)
class Course:
    """A package that was installed."""

    number: int
    folder: Path
    manifest: Manifest


@dataclass
class Session:
    """A launch."""

    number: int
    course: Course
    record: Record
    mode: str
    frame: str
    granted: str = ""
    """The mode it was opened in."""
    sent: dict[str, str] = field(default_factory=dict)
    """All that it has set and sent."""

    @property
    def launch(self) -> str:
        """The path of the file the manifest names, as written there."""
        return f"/course/{self.course.number}/{self.course.manifest.launch}"


class Host:
    """A strict LMS on a free port. Use as a context manager.

    `slow` is how long it takes to answer a Commit, in seconds; while `failing`, it keeps nothing and says so.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.courses: list[Course] = []
        self.sessions: list[Session] = []
        self.records: dict[tuple[int, str], Record] = {}
        self.noted: list[dict[str, Any]] = []
        self.slow = 0.0
        self.failing = False

    def __enter__(self) -> Host:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (_Handler,), {"host": self}))
        self.server.daemon_threads = True
        Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def origin(self) -> str:
        """Where it is, under a name that is not localhost."""
        return f"http://intranet.test:{self.server.server_port}"

    def install(self, package: Path) -> Course:
        """Unpack a zip and read its manifest, as an import does. What later is launched is the newest unless named."""
        folder = self.folder / f"course-{len(self.courses)}"
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
        course = Course(len(self.courses), folder, read_manifest(folder / "imsmanifest.xml"))
        self.courses.append(course)
        return course

    def launch(self, learner: str = "aino", *, name: str = "Järvinen, Aino", mode: str = "auto", frame: str = "iframe", course: Course | None = None) -> str:
        """Begin a session and return the address that opens it.

        `mode` is `normal`, `review`, `browse`, or `auto`: review for who has passed. `frame` says where the course opens: in an `iframe`; `nested` in two; in a `popup`, a tab of its own
        that finds the API at its opener; `foreign`: in a frame of a host that stands in a frame of another origin, which throws when it is asked; `lost`: in a frame of such a page, without any API.
        """
        assert frame in FRAMES
        course = course or self.courses[-1]
        record = self.records.setdefault((course.number, learner), Record(course.manifest, learner, name))
        self.sessions.append(Session(len(self.sessions), course, record, mode, frame))
        outer = self.origin.replace("intranet.test", "127.0.0.1")
        return f"{outer}/outer/{len(self.sessions) - 1}" if frame in ("foreign", "lost") else f"{self.origin}/launch/{len(self.sessions) - 1}"

    def stored(self, learner: str = "aino", course: Course | None = None) -> dict[str, str]:
        """Return what is kept of a learner, by the names of the data model."""
        record = self.records.get(((course or self.courses[-1]).number, learner))
        return dict(record.values) if record else {}

    def calls(self, name: str = "") -> list[dict[str, Any]]:
        """Return all calls in their order, or those of one name: `call`, `args`, `returned`, `error`, `violations`, and the `session`'s number."""
        return [call for call in list(self.noted) if name in ("", call["call"])]

    def violations(self) -> list[str]:
        """Return what was done wrong, each with its reason."""
        return [violation for call in list(self.noted) for violation in call["violations"]]

    def wait_finished(self, sessions: int = 1, learner: str = "aino", course: Course | None = None) -> dict[str, str]:
        """Wait until so many sessions of a learner were finished, and all was told of the last; return what is kept."""
        course = course or self.courses[-1]
        record = self.records[course.number, learner]
        opened = [session.number for session in self.sessions if session.course is course and session.record.learner == learner]
        self.wait_for(lambda: record.sessions >= sessions and len({call["session"] for call in self.calls() if call["call"] in FINISH and call["session"] in opened}) >= sessions)
        return self.stored(learner, course)

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Wait until something is so here, which a page on its way out has sent."""
        assert poll(what, 10), f"It did not come; the last calls were {[(call['session'], call['call'], *call['args'], call['returned']) for call in self.noted[-8:]]}"

    @contextmanager
    def out_of_order(self) -> Iterator[None]:
        """Fail every Commit meanwhile."""
        self.failing = True
        yield
        self.failing = False


class _Handler(BaseHTTPRequestHandler):
    host: Host
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, _, rest = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        match kind:
            case "launch":
                self._page(self._render(self.host.sessions[int(rest)]))
            case "nest":
                self._page(f'<!doctype html><title>Nest</title><iframe src="{self.host.sessions[int(rest)].launch}" style="width:100%;height:95vh"></iframe>')
            case "outer":
                session = self.host.sessions[int(rest)]
                inner = session.launch if session.frame == "lost" else f"/launch/{rest}"
                self._page(f'<!doctype html><title>Outer</title><iframe src="{self.host.origin}{inner}" style="width:100%;height:95vh"></iframe>')
            case "course":
                number, _, name = rest.partition("/")
                self._file(self.host.courses[int(number)].folder, name)
            case "lms":
                self._file(HERE, rest)
            case "scorm-again":
                self._file(RUNTIME, rest)
            case _:
                self._send(404, b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        _, kind, number = self.path.split("/")
        session, sent = self.host.sessions[int(number)], json.loads(body)
        if kind == "calls":
            self.host.noted += sent
            return self._send(200, b"")
        time.sleep(self.host.slow)
        if self.host.failing:
            return self._send(503, b"")
        session.sent |= sent
        if kind == "commit":
            session.record.commit(sent)
        else:
            session.record.finish(session.sent, session.granted)
        return self._send(200, b"")

    def _render(self, session: Session) -> str:
        given = session.record.open(session.mode)
        session.granted = given[session.record.key("mode")]
        facts = {"id": session.number, "edition": session.course.manifest.edition, "title": session.course.manifest.title, "given": given, "launch": session.launch, "frame": session.frame}
        return (HERE / "host.html").read_text("utf-8").replace("SESSION", json.dumps(facts).replace("<", "\\u003c"))

    def _file(self, folder: Path, name: str) -> None:
        path = folder / name
        if not path.is_file() or folder.resolve() not in path.resolve().parents:
            return self._send(404, b"")
        return self._send(200, path.read_bytes(), "text/javascript" if path.suffix == ".js" else mimetypes.guess_type(path.name)[0] or "application/octet-stream")

    def _page(self, html: str) -> None:
        self._send(200, html.encode(), "text/html; charset=utf-8")

    def _send(self, code: int, body: bytes, kind: str = "text/plain") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
