"""What a learner waits for, beside other tools for courses: prints a table of ratios.

    .venv/bin/python tests/bench/pages.py [--rounds 5] [--peers FOLDER]

The same module, of 840 words with eight questions (corpus.py), in a course of ten, from a plain web server of which nothing is kept, in
Chromium at a quarter of the CPU, in turns. The first page is what is asked for until it can be used, compressed as servers do it,
without pictures. H5P's kinds of questions are in no registry: of h5p-standalone there is only the player, with a text in it,
so its figures are told but nothing is promised of them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import peers
import watch
from corpus import Module, write_course
from generators import MkDocsQuiz
from promise import Promise, absent, beside, limit, parser, tell
from stage import Served, begin_with, build

from browser import Browser
from learner import check, choose_any, press

MODULES, THROTTLE = 10, 4
WEIGHT, TIME = 0.25, 0.5  # of the lightest's bytes, of the quickest's time
OURS, H5P = "Tuokio", "h5p-standalone, the player alone"


class Page(NamedTuple):
    """A page to be measured."""

    served: Served
    home: str
    route: str  # with the questions
    answer: Callable[[Browser], None]


def ours(folder: Path, tools: Path) -> Page:
    """Build our course, and return the page with the questions."""
    write_course(folder / "course", MODULES)
    index = build(folder / "course", folder / "out", ["site"]).files[0]
    begin_with(index, watch.page("#main:not([aria-busy]) :is(.check, .home)"))

    def answer(browser: Browser) -> None:
        for name in browser.run("return [...document.querySelectorAll('[data-item]')].map(e => e.dataset.item)"):
            choose_any(browser, name)
            check(browser, name)

    return Page(Served(index.parent), "", f"#/{Module(1).name}/check", answer)


def mkdocs_quiz(folder: Path, tools: Path) -> Page:
    """Build it with MkDocs, Material and mkdocs-quiz, where choosing an option sends it."""
    generator = MkDocsQuiz()
    program = generator.fetch(tools)
    modules = [Module(number) for number in range(1, MODULES + 1)]
    generator.begin(folder / "quiz", modules)
    for module in modules:
        generator.write(folder / "quiz", module)
    subprocess.run([str(part) for part in generator.command(program)], cwd=folder / "quiz", check=True, capture_output=True)
    for name in ("index", Module(1).name):
        begin_with(folder / f"quiz/site/{name}.html", watch.page(".quiz-reset-button, body:not(:has(.quiz)) footer", ".quiz label", ".quiz-feedback"))

    def answer(browser: Browser) -> None:
        for number in range(8):
            press(browser, f"#quiz-{number} label")
            browser.wait("answers.length > arguments[0]", number)

    return Page(Served(folder / "quiz/site"), "index.html", f"{Module(1).name}.html", answer)


def h5p(folder: Path, tools: Path) -> Page:
    """Write the page that h5p-standalone's manual shows, with a kind of content that only shows the words."""
    dist = peers.from_npm(tools, "h5p-standalone@3.8.2", "h5p-standalone/dist")
    site = folder / "h5p"
    shutil.copytree(dist, site / "dist")
    kind = {"machineName": "H5P.Words", "majorVersion": 1, "minorVersion": 0}
    for path, told in {
        "content/h5p.json": {"title": "Words", "mainLibrary": "H5P.Words", "embedTypes": ["div"], "preloadedDependencies": [kind]},
        "content/content/content.json": {"text": Module(1).prose},
        "content/H5P.Words-1.0/library.json": {**kind, "title": "Words", "patchVersion": 0, "runnable": 1, "preloadedJs": [{"path": "words.js"}]},
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(json.dumps(told), "utf-8")
    (site / "content/H5P.Words-1.0/words.js").write_text("H5P.Words = function (told) { this.attach = (at) => at.append(H5P.jQuery('<p class=words>').text(told.text)); };", "utf-8")
    (site / "index.html").write_text('<!doctype html><link rel="stylesheet" href="dist/styles/h5p.css"><div id="here"></div><script src="dist/main.bundle.js"></script><script>new H5PStandalone.H5P(document.getElementById("here"), { embedType: "div", h5pJsonPath: "content", frameJs: "dist/frame.bundle.js", frameCss: "dist/styles/h5p.css" })</script>', "utf-8")
    begin_with(site / "index.html", watch.page(".words"))
    return Page(Served(site), "index.html", "index.html", lambda browser: None)


def liascript(folder: Path, tools: Path) -> Page:
    """Try to fetch LiaScript's exporter. No registry gave it to us yet, so nothing follows."""
    peers.from_npm(tools, "@liascript/exporter", "@liascript/exporter")
    raise peers.Absent("it could be fetched, but nobody has told this bench how its pages are answered")


def visit(browser: Browser, page: Page) -> dict[str, float]:
    """Open a page as for the first time, answer its questions, and return what was seen."""
    browser.goto("about:blank")
    browser.clear_site_data(page.served.address.rstrip("/"))
    browser.goto(page.served.address + page.home)
    _, first = watch.interactive(browser)
    whole = watch.asked(browser)
    browser.goto("about:blank")
    browser.clear_site_data(page.served.address.rstrip("/"))
    browser.reckon()
    browser.goto(page.served.address + page.route)
    moment, needed = watch.interactive(browser)
    work = browser.reckon()
    page.answer(browser)
    answers = browser.run("return answers")
    return {
        "home": page.served.weigh([page.served.address + page.home, *first]),
        "whole": page.served.weigh([page.served.address + page.home, *whole]),
        "weight": page.served.weigh([page.served.address + page.route, *needed]),
        "moment": moment,
        "work": work,
        "frames": max((one["frames"] for one in answers), default=0),
        "feedback": median(one["ms"] for one in answers) if answers else 0,
    }


def compare(seen: dict[str, list[dict[str, float]]]) -> list[Promise]:
    """Return what is promised."""
    own, quiz, player = (lambda what, who=who: [one[what] for one in seen.get(who, [])] for who in (OURS, "mkdocs-quiz", H5P))
    found = []
    for what, key, unit, most in (
        ("first page, gzip", "home", "KiB", WEIGHT),
        ("first page and all it then fetches by itself", "whole", "KiB", None),
        ("a page with eight questions, gzip", "weight", "KiB", WEIGHT),
        (f"until they can be answered, throttle {THROTTLE}", "moment", "ms", TIME),
        ("work of the main thread until then", "work", "ms", TIME),
        ("answer until feedback is painted", "feedback", "ms", 1),
    ):
        if quiz(key):
            found.append(beside(what, own(key), unit, "mkdocs-quiz", quiz(key), most))
        if player(key) and key != "feedback":
            found.append(beside(what, own(key), unit, H5P, player(key), None))
    return [*found, limit("answer until feedback, the slowest", min(own("frames")), "frames", 1)]


def main() -> None:
    """Make the pages, visit them in turns, print the table."""
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    found: dict[str, Page] = {}
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name, peers.folder(given.peers) as tools:
        for who, make in ((OURS, ours), ("mkdocs-quiz", mkdocs_quiz), (H5P, h5p), ("LiaScript", liascript)):
            try:
                found[who] = make(Path(name), tools)
            except peers.Absent as reason:
                missing[who] = str(reason)
        with Browser.launch("chromium", Path(name) / "profile") as browser:
            browser.resize(360, 740)
            browser.throttle(THROTTLE)
            seen: dict[str, list[dict[str, float]]] = {who: [] for who in found}
            for turn in range(given.rounds):
                for who, page in found.items():
                    seen[who].append(visit(browser, page))
                    print(f"turn {turn + 1}, {who}: {seen[who][-1]}", file=sys.stderr)
        for page in found.values():
            page.served.shutdown()
    tell([*compare(seen), *(absent("pages", who, why) for who, why in missing.items())], given)


if __name__ == "__main__":
    main()
