"""How quick the player is on a slow phone, how light, and whether it stays so: prints a table.

    .venv/bin/python tests/bench/player.py [--rounds 2] [--steps 1000]

Long tasks are those over 50 ms after the first paint, in Chromium at a sixth of the CPU, while every step of the flagship is opened and
every question answered. As other work on the machine only adds, of each place the least of the rounds counts. Feedback is counted
in frames from the press, and is measured on the way. Then a course of 300 modules is opened in turns with one of 3, and
at last steps are changed a thousand times. Each change is an event of the record, which stays; so what scripts hold more by then is
compared with what the record adds to a page that is loaded anew.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

import watch
from corpus import Module, write_course
from promise import Promise, beside, limit, parser, tell
from stage import TESTS, Served, begin_with, build

from browser import Browser
from learner import READY, check, choose_any, open_course, open_module, open_step

SLOW, PHONE = 6, 4  # times slower than this machine
LONG, OPENING, HELD = 50, 1.15, 64  # ms; of the time that 3 modules take, as far as turns differ by themselves; KiB
WARM = 300  # changes until the engine has compiled what it will
CHANGE = """
const [routes, times, done] = arguments;
let left = times;
(function next() {
  if (!left--) return done();
  addEventListener("hashchange", function settled() {
    if (document.querySelector("#main[aria-busy]")) return requestAnimationFrame(settled);
    setTimeout(next);
  }, { once: true });
  location.hash = routes[left % routes.length];
})();
"""


def weigh(site: Path) -> None:
    """Tell what the first page weighs, and then what its first questions add."""
    parts = [site / "index.html", *site.glob("course.*.js"), *site.glob("outline.fi.*.js"), *site.glob("*.css"), *site.glob("questions.*.js"), next(site.glob("modules/fi/tuotteet.*.js"))]
    sizes = {path.relative_to(site): len(gzip.compress(path.read_bytes(), 9)) / 1024 for path in parts}
    for name, size in sizes.items():
        print(f"{size:8.1f} KiB gzip  {name}", file=sys.stderr)
    print(f"{sum(sizes.values()):8.1f} KiB gzip  in all, {len(parts)} requests", file=sys.stderr)


def take(index: Path, profile: Path) -> tuple[dict[str, float], list[dict[str, float]]]:
    """Take the course on the slowest phone; return the longest task of each place after the first paint, and what came of the answers."""
    with Browser.launch("chromium", profile) as browser:
        browser.resize(360, 740)
        browser.throttle(SLOW)
        open_course(browser, index.as_uri())
        paint = browser.run("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
        for path in sorted(index.parent.glob("modules/fi/*.js")):
            for route in open_module(browser, path.name.split(".")[0]):
                for name in open_step(browser, route):
                    choose_any(browser, name)
                    check(browser, name)
        tasks: dict[str, float] = defaultdict(float)
        for task in browser.run("return long"):
            if task["start"] > paint:
                tasks[task["where"]] = max(tasks[task["where"]], task["ms"])
        return tasks, browser.run("return answers")


def flagship(folder: Path, rounds: int) -> list[Promise]:
    """Take the flagship in rounds."""
    index = build(TESTS.parent / "courses/asiakaspalvelu", folder / "out", ["site"]).files[0]
    weigh(index.parent)
    begin_with(index, watch.page("#main h1"))
    taken = [take(index, folder / f"profile-{number}") for number in range(rounds)]
    longest = {place: min(tasks.get(place, 0) for tasks, _ in taken) for place in taken[0][0]}
    long = sorted(((ms, place) for place, ms in longest.items() if ms > LONG), reverse=True)
    for ms, place in long:
        print(f"{ms:8.0f} ms  {place}", file=sys.stderr)
    answers = [one for _, all_of_them in taken for one in all_of_them]
    return [
        limit(f"places with a task over {LONG} ms, throttle {SLOW}", len(long), "", 0),
        limit(f"answer until feedback, flagship, throttle {SLOW}, {len(answers)} answers, median", median(one["frames"] for one in answers), "frames", 1),
        limit("the slowest of them", max(one["frames"] for one in answers), "frames", 1),
    ]


def write_outline(course: Path, count: int) -> None:
    """Write a course of many small modules."""
    course.mkdir(parents=True)
    (course / "course.yaml").write_text("id: outline\ntitle: Outline\nlanguages: [fi]\n", "utf-8")
    for number in range(count):
        words = [TITLES[(number * step + step) % len(TITLES)] for step in (3, 7, 11)]
        (course / f"{number:03}-{words[0]}-{number}.md").write_text(f"---\ntitle: {' '.join(words).capitalize()} {number}\n---\nTeksti\n\n## Toinen {{#toinen}}\n\nTeksti {number}\n", "utf-8")


def opening(folder: Path, rounds: int) -> list[Promise]:
    """Open a course of 3 modules and one of 300 in turns."""
    served, sizes = {}, {}
    for count in (3, 300):
        write_outline(folder / str(count) / "course", count)
        index = build(folder / str(count) / "course", folder / str(count) / "out", ["site"]).files[0]
        sizes[count] = len(gzip.compress(next(index.parent.glob("outline.*.js")).read_bytes(), 9))
        begin_with(index, watch.page("#main:not([aria-busy]) .step, #main:not([aria-busy]) h1"))
        served[count] = Served(index.parent)
    found: list[Promise] = []
    with Browser.launch("chromium", folder / "profile-opening") as browser:
        browser.resize(360, 740)
        browser.throttle(PHONE)
        for what, route in (("home page", ""), ("step", "#/{}/toinen")):
            times, work = ({count: [] for count in served} for _ in range(2))
            for _ in range(rounds):
                for count, server in served.items():
                    module = f"{TITLES[6]}-1" if route else ""  # the second, which both have
                    browser.goto("about:blank")
                    browser.clear_site_data(server.address.rstrip("/"))
                    browser.reckon()
                    browser.goto(server.address + route.format(module))
                    times[count].append(watch.interactive(browser)[0])
                    work[count].append(browser.reckon())
            found.append(beside(f"300 modules: the {what} can be used, throttle {PHONE}", times[300], "ms", "3 modules", times[3], OPENING))
            found.append(beside(f"300 modules: work of the main thread for the {what}", work[300], "ms", "3 modules", work[3], None))
    for server in served.values():
        server.shutdown()
    return [*found, limit("a module in the outline, gzip", (sizes[300] - sizes[3]) / 297, "bytes", 60)]


def changing(folder: Path, steps: int) -> list[Promise]:
    """Change steps many times, and weigh what scripts hold."""
    write_course(folder / "long/course", 3)
    index = build(folder / "long/course", folder / "long/out", ["site"]).files[0]
    with Browser.launch("chromium", folder / "profile-changing") as browser:
        browser.resize(360, 740)
        open_course(browser, index.as_uri())
        routes = [route for number in (1, 2, 3) for route in open_module(browser, Module(number).name)]

        def weigh_heap(changes: int, anew: bool = False) -> float:
            for times in [20] * (changes // 20):  # a script has half a minute, and the machine other work
                browser.run_async(CHANGE, routes, times)
            if anew:
                browser.reload()
                browser.wait(READY)
            browser.run_async("setTimeout(arguments[0], 1500)")  # what is fetched ahead is there
            return browser.heap() / 1024

        before, begun, ended, after = weigh_heap(0, anew=True), weigh_heap(WARM), weigh_heap(steps), weigh_heap(0, anew=True)
    record = (after - before) * steps / (steps + WARM)
    print(f"scripts held {ended - begun:.0f} KiB more after {steps} more steps; {record:.0f} of them are the record, in a page loaded anew too", file=sys.stderr)
    return [limit(f"heap growth over {steps:,} step changes, without their record", ended - begun - record, "KiB", HELD)]


def main() -> None:
    """Take the flagship, open the large course, change many steps, print the table."""
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=2, help="of the flagship; the openings have five times as many")
    options.add_argument("--steps", type=int, default=1000)
    options.add_argument("--only", choices=["flagship", "opening", "changing"])
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        parts = {"flagship": lambda folder: flagship(folder, given.rounds), "opening": lambda folder: opening(folder, 5 * given.rounds), "changing": lambda folder: changing(folder, given.steps)}
        tell([row for part, measure in parts.items() if given.only in (None, part) for row in measure(Path(name))], given)


TITLES = "asiakas palautus kuitti tuote allergeeni jono palaute esihenkilö sääntö jousto kahvi takuu vuoro hinta tarjous kassa puhelin lasku toimitus kiitos".split()

if __name__ == "__main__":
    main()
