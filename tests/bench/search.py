"""How quick search is on a slow phone over 300 modules: prints a table of figures.

    .venv/bin/python tests/bench/search.py [--modules 300] [--rounds 5]

Chromium at a quarter of the CPU (throttle 4). The course has 840 words a module in 7 steps, drawn as languages do (the
n-th word 1/n as often) from 4,000 words of syllables in 12 Finnish cases. A query is what the page does in one go from a
key to the drawn results: 30 words, whole, begun, misspelt and two together.
Each round is a new browser, and of each figure the least of the rounds counts, as other work on the machine only adds.
"""

from __future__ import annotations

import gzip
import random
import statistics
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from learner import open_course  # noqa: E402
from promise import limit, parser, tell  # noqa: E402
from tuokio.build import build  # noqa: E402

THROTTLE = 4
MOST = 50  # ms a query
ENDINGS = ["", "n", "a", "ssa", "sta", "lla", "lta", "lle", "ksi", "t", "ja", "issa"]
WATCH = "window.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => e.duration))).observe({type: 'longtask', buffered: true});"
TYPE = """
const box = document.querySelector('input[type=search]'), start = performance.now();
box.value = arguments[0];
box.dispatchEvent(new Event('input', {bubbles: true}));
document.querySelector('.found').getBoundingClientRect();
return [performance.now() - start, document.querySelectorAll('.found li').length];
"""


def write_course(course: Path, count: int) -> list[str]:
    """Write the course and return its words, the most common first."""
    chance = random.Random(1)
    stems = sorted({"".join(chance.choice("hjklmnprstv") + chance.choice(["a", "i", "o", "u", "aa", "ut"]) for _ in range(chance.randint(2, 4))) for _ in range(4100)})
    chance.shuffle(stems)
    stems = stems[:4000]
    weights = [1 / (place + 1) for place in range(len(stems))]
    course.mkdir()
    (course / "course.yaml").write_text(f"id: bench\ntitle: {stems[20]} {stems[200]}\nlanguages: [fi]\n", "utf-8")
    for number in range(count):
        parts = []
        for step in range(7):
            words = [word + chance.choice(ENDINGS) for word in chance.choices(stems, weights, k=120)]
            parts.append(f"{f'## {words[0]} {words[1]} {{#s{step}}}' if step else ''}\n\n{' '.join(words)}.\n")
        (course / f"{number:03}-m{number}.md").write_text(f"---\ntitle: {stems[number]} {number}\n---\n" + "\n".join(parts), "utf-8")
    return stems


def list_queries(words: list[str]) -> list[str]:
    """Return what is typed: common and rare words, inflected, begun, misspelt, two together."""
    places = [5, 10, 20, 40, 100, 300, 700, 1000]  # the five most common are what `ja`, `on` and `se` are
    whole = [words[place] + ENDINGS[place % 12] for place in places]
    begun = [words[place][:length] for place, length in zip(places, [2, 3, 2, 3, 2, 3, 4, 4], strict=True)]
    misspelt = [words[place][:-2] + "x" + words[place][-1] + "n" for place in places[:7]]
    together = [f"{words[place]}n {words[place + 1]}" for place in places[:7]]
    return whole + begun + misspelt + together


def search(index: Path, queries: list[str], profile: Path) -> list[float]:
    """Return how long it takes to the box and to the first results, the longest task until then, and each query, in ms."""
    with Browser.launch("chromium", profile) as browser:
        browser.resize(360, 740)
        open_course(browser, index.as_uri())
        browser.throttle(THROTTLE)
        browser.run("window.long = []; window.began = performance.now()")
        shown = browser.run_async("const [, done] = arguments, start = performance.now(); location.hash = arguments[0]; (function look() { document.querySelector('input[type=search]') ? done(performance.now() - start) : requestAnimationFrame(look) })()", "#/-search/" + queries[12])
        browser.wait("document.querySelector('#search-told').textContent && document.querySelectorAll('.found li').length", timeout=30)
        found = browser.run("return performance.now() - began")
        longest = max(browser.run("return long"), default=0)
        times = []
        for query in queries:
            spent, rows = browser.run(TYPE, query)
            assert rows, query
            times.append(spent)
        return [shown, found, longest, *times]


def main() -> None:
    """Build the course, search it, print what was seen."""
    options = parser(__doc__)
    options.add_argument("--modules", type=int, default=300)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    count = given.modules
    with tempfile.TemporaryDirectory() as folder:
        words = write_course(Path(folder) / "course", count)
        queries = list_queries(words)
        site = build(Path(folder) / "course", Path(folder) / "out", ["site"]).files[0].parent
        for path in [*site.glob("resources/search.*"), *site.glob("resources/fi/search.*")]:
            data = path.read_bytes()
            print(f"{len(data) / 1024:8.1f} KiB, {len(gzip.compress(data, 9)) / 1024:.1f} gzip  {path.relative_to(site)}", file=sys.stderr)
        (site / "watch.js").write_text(WATCH, "utf-8")
        index = site / "index.html"
        index.write_text(index.read_text("utf-8").replace("<meta http", '<script src="watch.js"></script><meta http', 1), "utf-8")
        runs = [search(index, queries, Path(folder) / f"profile-{run}") for run in range(given.rounds)]
    shown, found, longest, *times = map(min, zip(*runs, strict=True))
    print(f"{shown:8.0f} ms  from the home page to the box (throttle {THROTTLE})", file=sys.stderr)
    print(f"{found:8.0f} ms  until the index of {count} modules is read and the first results are shown; longest task {longest:.0f} ms", file=sys.stderr)
    slowest = sorted(zip(times, queries, strict=True), reverse=True)[:3]
    print(f"the slowest: {', '.join(f'{spent:.0f} ms: {query}' for spent, query in slowest)}", file=sys.stderr)
    tell([
        limit(f"search over {count} modules, throttle {THROTTLE}, median of {len(times)} queries", statistics.median(times), "ms", MOST),
        limit("the slowest of them", max(times), "ms", MOST),
    ], given)


if __name__ == "__main__":
    main()
