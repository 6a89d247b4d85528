"""How soon one file can be read on a slow phone, beside a folder, and what it is made of: prints a table of figures.

    .venv/bin/python tests/bench/single.py

Chromium at a quarter of the CPU (throttle 4), from the disk, medians of five: until the home page stands there, painted, and until the first step of the first module
does, opened by its address. `+20 MB` is the course of ten modules with so much in files beside its text: the most that is handed on by mail.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from corpus import write_course  # noqa: E402
from tuokio.build import build  # noqa: E402

THROTTLE = 4
TIMES = 5
MEGABYTES = 15  # of files, which base64 makes twenty
WATCH = "<script>const look = () => requestAnimationFrame(document.querySelector('#main h1') ? () => (window.readable = performance.now()) : look); look()</script>"
ELEMENT = re.compile(r'<script type="([^"]+)" data-of="([^"]*)"[^>]*>(.*?)</script>|<noscript>(.*?)</noscript>', re.S)


def main() -> None:
    """Build the courses, weigh and open them, print what was seen."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count, files in ((10, 0), (10, MEGABYTES)):
            course = folder / f"ten{'-heavy' if files else ''}"
            write_course(course, count)
            for number in range(files):
                (course / f"media/file-{number}.pdf").write_bytes(os.urandom(1_000_000))
            first = next(course.glob("0001-*.md"))
            first.write_text(first.read_text("utf-8") + "".join(f"\n[File {number}](media/file-{number}.pdf)\n" for number in range(files)), "utf-8")
        for label, course, step in (("flagship", TESTS.parent / "courses/asiakaspalvelu", "#/tuotteet/"), ("ten modules", folder / "ten", "#/module-0001/"), ("ten modules +20 MB", folder / "ten-heavy", "#/module-0001/")):
            site, single = build(course, folder / "out", ["site", "single"]).files
            for page in (site, single):
                page.write_text(page.read_text("utf-8").replace("<meta http-equiv", f"{WATCH}<meta http-equiv", 1), "utf-8")  # before the policy is known
            print(f"\n{label}: one file of {single.stat().st_size / 1e6:.2f} MB")
            if "+" not in label:
                weigh(single)
            for form, page in (("folder", site), ("one file", single)):
                print(f"{form:>12}: {open_often(page, '', folder):5.0f} ms to the home page, {open_often(page, step, folder):5.0f} ms to the first step (throttle {THROTTLE})")


def weigh(page: Path) -> None:
    """Print what a file is made of."""
    text, sizes = page.read_text("utf-8"), Counter()
    for kind, of, body, paper in ELEMENT.findall(text):
        what = "text without scripts" if paper else "pictures, sound, files" if of.startswith("media/") else "styles" if kind == "text/css" else "scripts" if kind == "text/plain" else of.split("/")[0] if "/" in of else "outlines, phrases"
        sizes[what] += len((body or paper).encode())
    sizes["the page that starts it"] = len(text.encode()) - sizes.total()
    for what, size in sizes.most_common():
        print(f"{size / 1000:8.0f} kB {size / len(text.encode()):5.0%}  {what}")


def open_often(page: Path, route: str, folder: Path) -> float:
    """Return the median of milliseconds until a page can be read, each time by a browser that has never seen it."""
    times = []
    for number in range(TIMES):
        with Browser.launch("chromium", Path(tempfile.mkdtemp(dir=folder)), size=(360, 740)) as browser:
            browser.throttle(THROTTLE)
            browser.goto(page.as_uri() + route)
            times.append(browser.wait("window.readable", timeout=30))
    return statistics.median(times)


if __name__ == "__main__":
    main()
