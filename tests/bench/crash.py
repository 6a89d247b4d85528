"""What is lost when a browser dies after the ✓: prints, of each browser and place, how many answers were, and after how long.

    .venv/bin/python tests/bench/crash.py [chromium|firefox]... [--times 100]

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
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from learner import check, choose, open_course  # noqa: E402
from tuokio.build import build  # noqa: E402

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


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    """Crash each browser in each place as often as asked, and print what was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=["chromium", "firefox"])
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "course"
        source.mkdir()
        (source / "course.yaml").write_text("id: crash\ntitle: Crash\n", "utf-8")
        (source / "01-all.md").write_text("# All\n\n" + "\n".join(QUESTION.format(n=n) for n in range(options.times)), "utf-8")
        page = build(source, Path(folder), ["site"]).files[0]
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(page.parent)))
        Thread(target=server.serve_forever, daemon=True).start()
        for engine in options.engines:
            for place, address in (("file", page.as_uri()), ("http", f"http://intranet.test:{server.server_port}/")):
                crash(engine, place, address, Path(folder) / f"{engine}-{place}", options.times)


def crash(engine: str, place: str, address: str, profile: Path, times: int) -> None:
    """Answer, crash and look again, `times` times; print what was lost."""
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


if __name__ == "__main__":
    main()
