"""How quick the player is on a slow phone, and how light: prints a table of figures.

    .venv/bin/python tests/bench/player.py

Chromium at a quarter of the CPU (throttle 4). `answer → feedback` is Chromium's own event timing, from
the press to the next paint, for every question of the flagship; it is given in steps of 8 ms. Long tasks are those over 50 ms
after the first paint, while every step is opened and every question answered.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from learner import check, choose_any, open_course, open_module, open_step  # noqa: E402
from tuokio.build import build  # noqa: E402

THROTTLE = 4
WATCH = """
window.long = []; window.presses = [];
new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => ({start: e.startTime, ms: e.duration, where: location.hash || "home"})))).observe({type: 'longtask', buffered: true});
new PerformanceObserver((list) => presses.push(...list.getEntries().filter((e) => e.name === 'click' && e.target?.matches('.check')).map((e) => e.duration))).observe({type: 'event', durationThreshold: 16, buffered: true});
document.addEventListener('click', (e) => { if (e.target.matches?.('.check')) window.pressed = (window.pressed ?? 0) + 1 });
"""


def main() -> None:
    """Build the flagship, take it, print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        result = build(TESTS.parent / "courses/asiakaspalvelu", Path(folder), ["site"])
        site = result.files[0].parent
        weigh(site)
        take(site, Path(folder) / "profile")
    outline(Path(__file__).parent)


def weigh(site: Path) -> None:
    """Print what the first page weighs, and then what its first questions add."""
    parts = [site / "index.html", *site.glob("course.*.js"), *site.glob("outline.fi.*.js"), *site.glob("*.css"), *site.glob("questions.*.js"), next(site.glob("modules/fi/tuotteet.*.js"))]
    total = 0
    for path in parts:
        size = len(gzip.compress(path.read_bytes(), 9))
        total += size
        print(f"{size / 1024:8.1f} KiB gzip  {path.relative_to(site)}")
    print(f"{total / 1024:8.1f} KiB gzip  in all, {len(parts)} requests")


def take(site: Path, profile: Path) -> None:
    """Take the course at a quarter of the CPU."""
    watch = site / "watch.js"
    watch.write_text(WATCH, "utf-8")
    index = site / "index.html"
    index.write_text(index.read_text("utf-8").replace("<link", '<script src="watch.js"></script><link', 1), "utf-8")
    with Browser.launch("chromium", profile) as browser:
        browser.resize(360, 740)
        browser.throttle(THROTTLE)
        open_course(browser, index.as_uri())
        paint = browser.run("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
        ready = browser.run("return performance.now()")
        for path in sorted(site.glob("modules/fi/*.js")):
            for route in open_module(browser, path.name.split(".")[0]):
                for name in open_step(browser, route):
                    choose_any(browser, name)
                    check(browser, name)
        presses = browser.run("return presses")
        count = browser.run("return pressed")
        long = browser.run("return long")
    after = [task for task in long if task["start"] > paint]
    times = sorted([*presses, *[16] * (count - len(presses))])  # what is quicker than 16 ms is not reported
    print(f"{paint:8.0f} ms        first paint (throttle {THROTTLE}; ready by {ready:.0f})")
    print(f"{statistics.median(times):8.0f} ms        answer → feedback painted, median of {count} (worst {times[-1]:.0f})")
    print(f"{len(after):8}           tasks over 50 ms after first paint" + "".join(f", {task['ms']:.0f} ms at {task['where']}" for task in after))


def outline(here: Path) -> None:
    """Print what a module adds to the outline: 300 modules against 3."""
    sizes = {}
    for count in (3, 300):
        with tempfile.TemporaryDirectory() as folder:
            course = Path(folder) / "course"
            course.mkdir()
            (course / "course.yaml").write_text("id: outline\ntitle: Outline\nlanguages: [fi]\n", "utf-8")
            for number in range(count):
                words = [TITLES[(number * step + step) % len(TITLES)] for step in (3, 7, 11)]
                (course / f"{number:03}-{words[0]}-{number}.md").write_text(f"---\ntitle: {' '.join(words).capitalize()} {number}\n---\nTeksti\n\n## Toinen {{#toinen}}\n\nTeksti {number}\n", "utf-8")
            site = build(course, Path(folder) / "out", ["site"]).files[0].parent
            sizes[count] = len(gzip.compress(next(site.glob("outline.*.js")).read_bytes(), 9))
    print(f"{(sizes[300] - sizes[3]) / 297:8.1f} bytes gzip  a module in the outline")


TITLES = "asiakas palautus kuitti tuote allergeeni jono palaute esihenkilö sääntö jousto kahvi takuu vuoro hinta tarjous kassa puhelin lasku toimitus kiitos".split()

if __name__ == "__main__":
    main()
