"""A year of review on a slow phone: prints how long it takes to start with 120 cards' worth of meetings.

    .venv/bin/python tests/bench/review.py

Chromium at a quarter of the CPU (throttle 4). The record is put together here: 120 questions, each met whenever it was due over
a year, a tenth of them forgotten, drafts and steps included. `home` is the time until the home page shows how many are due,
`review` until the review's own page does; both from the start of the navigation, in milliseconds.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from learner import open_course  # noqa: E402
from tuokio.build import build  # noqa: E402

THROTTLE, CARDS, MODULES, RUNS = 4, 120, 12, 5
PUT = """
const [events, done] = arguments;
indexedDB.databases().then(([{ name }]) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction("events", "readwrite");
    for (const event of events) transaction.objectStore("events").put(event);
    transaction.oncomplete = () => { opening.result.close(); done(events.length); };
  };
});
"""


def write_course(folder: Path) -> None:
    """Write a course of 120 questions in 12 modules."""
    folder.mkdir()
    (folder / "course.yaml").write_text("id: year\ntitle: A year\nlanguages: [en]\n", "utf-8")
    for module in range(MODULES):
        quiz = "".join(f"```quiz\nid: q{module}-{n}\nquestion: What is {module} and {n}?\noptions: [{{text: '{module + n}', correct: true}}, '{module + n + 1}']\nexplanation: Count.\n```\n\n" for n in range(CARDS // MODULES))
        (folder / f"{module:02}-m{module}.md").write_text(f"---\nid: m{module}\ntitle: Module {module}\n---\n\nText.\n\n{quiz}", "utf-8")


def write_year() -> list[dict[str, object]]:
    """Return a year of events: every question answered in its step, and then whenever it was about due."""
    chance, events, now = random.Random(1), [], datetime.now(UTC) - timedelta(days=365)
    visits = [(now + timedelta(days=day), id) for id in (f"q{m}-{n}" for m in range(MODULES) for n in range(CARDS // MODULES)) for day in _days(chance)]
    for number, (at, id) in enumerate(sorted(visits)):
        common = {"of": id, "rev": "x", "response": ["a"], "tz": 120, "at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z")} | ({"round": f"-review#{number // 5 + 1}"} if number >= CARDS else {})
        events.append({**common, "kind": "drafted"})
        events.append({**common, "kind": "answered", "score": int(chance.random() > 0.1), "points": 1, "attempt": 1})
    return [{**event, "id": f"year-{n}", "n": n} for n, event in enumerate(events, 1)]


def _days(chance: random.Random) -> list[int]:
    """Return on which days of the year a question is met: ever more rarely, sooner again when it was forgotten."""
    days, gap = [0], 2.0
    while days[-1] + gap < 365:
        days.append(round(days[-1] + gap))
        gap = 2 if chance.random() < 0.1 else gap * 2.5
    return days


def main() -> None:
    """Build the course, live the year, and start five times."""
    with tempfile.TemporaryDirectory() as folder:
        write_course(Path(folder) / "year")
        site = build(Path(folder) / "year", Path(folder) / "out", ["site"]).files[0].parent
        events = write_year()
        with Browser.launch("chromium", Path(folder) / "profile", size=(360, 740)) as browser:
            address = (site / "index.html").as_uri()
            open_course(browser, address, "#/m0/start")
            print(f"{browser.run_async(PUT, events):8} events in the record")
            browser.throttle(THROTTLE)
            for place, route, shown in (("home", "", ".due"), ("review", "#/-review", ".resource.review p + p")):
                times = []
                for turn in range(RUNS):
                    browser.goto(f"{address}?{place}{turn}{route}")
                    times.append(browser.wait("document.querySelector(arguments[0]) && performance.now()", shown))
                print(f"{statistics.median(times):8.0f} ms        {place} knows what is due, median of {RUNS} (worst {max(times):.0f})")


if __name__ == "__main__":
    main()
