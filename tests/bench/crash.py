"""What is lost when a browser dies after the ✓: prints, of each browser and place, how many answers were, and after how long.

    .venv/bin/python tests/bench/crash.py [chromium|firefox]... [--places file http] [--times 100]

One question is answered, and 0–10 s (uniform) after its ✓ every process of the browser is killed with SIGKILL. Then it is started
on the same profile: every answer so far must be there, and none twice. A course from a file and from a plain web server.
This waits by the clock, since the moment of the crash is what is measured; it is no test.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from stage import conclude, raised

from browser import Browser  # after stage, which says where it is
from learner import check, choose, open_course

LONGEST = 10  # seconds from the ✓ to the crash
QUESTION = """## Question {n}

```quiz
id: q{n}
statement: This is question {n}.
correct: true
feedback: {{correct: So it is., wrong: It is.}}
```
"""
KEPT = """
const done = arguments[0];
indexedDB.databases().then(([{ name }]) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => (opening.result.close(), done(all.result.filter(({ kind }) => kind === "answered").map(({ of }) => of)));
  };
});
"""


def main() -> int:
    """Crash each browser in each place as often as asked, and print what was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=["chromium", "firefox"])
    parser.add_argument("--places", nargs="+", choices=["file", "http"], default=["file", "http"])
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "course"
        source.mkdir()
        (source / "course.yaml").write_text("id: crash\ntitle: Crash\n", "utf-8")
        (source / "01-all.md").write_text("# All\n\n" + "\n".join(QUESTION.format(n=n) for n in range(options.times)), "utf-8")
        with raised(source) as (profiles, addresses):
            wrong = sum(crash(engine, place, addresses[place], profiles / f"{engine}-{place}", options.times) for engine in options.engines for place in options.places)
    return conclude("R01", options.times * len(options.engines) * len(options.places), wrong, f"{wrong} answers lost or doubled")


def crash(engine: str, place: str, address: str, profile: Path, times: int) -> int:
    """Answer, crash and look again, `times` times; print what was lost, and return how much."""
    chance = random.Random(f"{engine} {place}")
    lost: list[tuple[int, float]] = []
    twice = 0
    delays = []
    browser = Browser.launch(engine, profile)
    for n in range(times):
        open_course(browser, address, f"#/all/question-{n}")
        choose(browser, f"q{n}", "True")
        check(browser, f"q{n}")
        delays.append(chance.uniform(0, LONGEST))
        time.sleep(delays[-1])
        browser.kill()
        browser = Browser.launch(engine, profile)
        open_course(browser, address)
        kept = browser.run_async(KEPT)
        twice += len(kept) - len(set(kept))
        lost += [(before, delays[before]) for before in range(n + 1) if f"q{before}" not in kept and before not in dict(lost)]
        print(f"\r{engine} {place}: {n + 1} crashes", end="", file=sys.stderr, flush=True)
    browser.quit()
    print(f"\r{engine:9} {place:5} {times:4} crashes {min(delays):4.1f}–{max(delays):.1f} s after the ✓: {len(lost)} answers lost, {twice} twice {lost or ''}", flush=True)
    return len(lost) + twice


if __name__ == "__main__":
    sys.exit(main())
