"""A course for a bench: built, with a script that runs before all of its own, from a file and from a plain web server; and what a bench says last."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from tuokio.build import build  # noqa: E402


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


def conclude(name: str, done: int, failed: int, figure: str = "") -> int:
    """Print what came of a test, as `torture.py` reads it, and return the exit code."""
    print(f"{name}: done={done} failed={failed} figure={figure}", flush=True)
    return int(failed > 0 or done == 0)


@contextmanager
def raised(course: Path, first: str = "") -> Iterator[tuple[Path, dict[str, str]]]:
    """Build a course; give a folder for profiles and the course's addresses by place, `file` and `http`."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        page = build(course, folder, ["site"]).files[0]
        (page.parent / "first.js").write_text(first, "utf-8")
        page.write_text(page.read_text("utf-8").replace("<link", '<script src="first.js"></script><link', 1), "utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(page.parent)))
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder, {"file": page.as_uri(), "http": f"http://intranet.test:{server.server_port}/"}
        server.shutdown()
