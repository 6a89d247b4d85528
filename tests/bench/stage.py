"""A course or other pages for a bench: built, with a script that runs before all of their own, from a file and from a plain web server; and what a bench says last."""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import unquote, urlsplit

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from tuokio.build import build  # noqa: E402

PICTURES = {".png", ".webp", ".svg", ".ico", ".jpg", ".gif"}


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


def conclude(name: str, done: int, failed: int, figure: str = "") -> int:
    """Print what came of a test, as `torture.py` reads it, and return the exit code."""
    print(f"{name}: done={done} failed={failed} figure={figure}", flush=True)
    return int(failed > 0 or done == 0)


class Fresh(Quiet):
    """One of which browsers keep nothing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class Served(ThreadingHTTPServer):
    """A folder on a web server, at `address`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(("127.0.0.1", 0), partial(Fresh, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_port}/"
        Thread(target=self.serve_forever, daemon=True).start()

    def weigh(self, addresses: Iterable[str]) -> float:
        """Return the KiB of what stands at some addresses, as a server compresses them; without pictures, which weigh the same for all, and our own script."""
        paths = {self.folder / (unquote(urlsplit(address).path)[1:] or "index.html") for address in addresses if address.startswith(self.address)}
        return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths if path.suffix not in PICTURES and path.name != "first.js") / 1024


def begin_with(page: Path, script: str) -> None:
    """Have a script run before all others of a page."""
    (page.parent / "first.js").write_text(script, "utf-8")
    page.write_text(re.sub("(?=<meta http|<link)", '<script src="first.js"></script>', page.read_text("utf-8"), count=1), "utf-8")


@contextmanager
def raised(course: Path, first: str = "") -> Iterator[tuple[Path, dict[str, str]]]:
    """Build a course; give a folder for profiles and the course's addresses by place, `file` and `http`."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        page = build(course, folder, ["site"]).files[0]
        begin_with(page, first)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(page.parent)))
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder, {"file": page.as_uri(), "http": f"http://intranet.test:{server.server_port}/"}
        server.shutdown()
