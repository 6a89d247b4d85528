"""The long trial of all that may never break, R01 to R27: prints a table of what was tried, how often, and what failed.

    .venv/bin/python tests/bench/torture.py [--only R07 …] [--sample] [--jobs 3] [--notes FOLDER] [--again] [--readme]

Each test is some processes, and each of these ends with a line `R07: done=10000 failed=0 figure=…`. What has ended well is noted and not run
again, so the trial can be stopped at any time; what has failed is tried again. `--sample` tries a little of each, `--again` forgets what is noted;
`--readme` runs nothing and puts the table of what is noted into builder/README.md, the whole trial of a test before its sample; where nothing is noted, its row stays. What is timed comes last and alone. Exit code 1 if
anything failed or is missing. What each process said is beside the notes, in `output/torture/`.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

BENCH = Path(__file__).parent
ROOT = BENCH.parent.parent
README = ROOT / "builder/README.md"
MARKS = "<!-- what follows is made by tests/bench/torture.py -->", "<!-- so far -->"
RESULT = re.compile(r"^R\d\d: done=(?P<done>\d+) failed=(?P<failed>\d+) figure=(?P<figure>.*)$", re.MULTILINE)
BROWSERS = ("chromium", "firefox")
PLACES = ("file", "http")

Note = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """A process: a script in this folder and what it is told, where `{}` is the amount. Without a sample it is only run whole."""

    command: str
    whole: int | str = ""
    sample: int | str | None = ""
    alone: bool = False

    def fill(self, sampled: bool) -> str:
        """Return the command with its amount."""
        return self.command.replace("{}", str(self.sample if sampled else self.whole))


@dataclass(frozen=True)
class Ordeal:
    """A line of the table: a test, how much of it was promised, and the processes that do it."""

    name: str
    what: str
    promised: str
    parts: list[Part]


def _foreign(script: str, name: str, what: str, promised: str) -> Ordeal:
    return Ordeal(name, what, promised, [Part(f"{script} --only {name}", sample=None)])


TESTS = [
    Ordeal("R01", "killed 0–10 s after the ✓, started again", "200 × 2 browsers × file, http", [Part(f"crash.py {engine} --places {place} --times {{}}", 200, 2) for engine in BROWSERS for place in PLACES]),
    Ordeal("R02", "2–4 tabs write at once", "20 runs × 2,000 events × 2 browsers", [Part(f"tabs.py {engine} --places {place} {{}}", "--runs 10", "--runs 1 --events 200") for engine in BROWSERS for place in PLACES]),
    Ordeal("R03", "full disk, abort, no answer, at every call that writes", "every call × 3 × 2 browsers", [Part(f"failures.py {engine} --errors {error} --every {{}}", 1, 6) for engine in BROWSERS for error in ("quota", "abort", "hang")]),
    Ordeal("R04", "damaged stores: bits, lengths, types, keys", "1,000", [Part("record.py damage --times {}", 1000, 20)]),
    Ordeal("R05", "no storage, a private window, a blocked upgrade, storage cleared", "6 × 2 browsers", [Part(f"denied.py {engine}") for engine in BROWSERS]),
    Ordeal("R06", "clocks from −10 to +50 years, summer time, zones, 29 February", "500 sequences", [Part("laws.py R06 --runs {}", 500, 50)]),
    Ordeal("R07", "review replayed, against the published formula", "10,000 logs, 10⁻⁶", [Part("laws.py R07 --runs {}", 10_000, 200)]),
    Ordeal("R08", "a published course edited, rolled back", "300 edits", [Part("publish.py --courses 3 --edits {}", 100, 6)]),
    Ordeal("R09", "records of every earlier form; newer ones refused", "every fixture", [Part("laws.py R09")]),
    Ordeal("R10", "hostile copies", "5,000", [Part("laws.py R10 --runs {}", 5000, 50, alone=True)]),
    Ordeal("R11", "joining: any order, any groups, any number of times", "1,000 triples", [Part("laws.py R11 --runs {}", 1000, 50)]),
    Ordeal("R12", "saved in Chromium, joined in Firefox", "500 records", [Part("record.py moves --times {}", 500, 5)]),
    Ordeal("R13", "killed at each step of each kind of question", "every step × 2 browsers", [Part(f"kills.py {engine}{{}}", "", " --kinds order") for engine in BROWSERS]),
    Ordeal("R14", "several learners on one computer, come, left and removed", "50 days", [Part(f"learners.py {engine} --runs {{}}", runs, 1) for engine, runs in (("chromium", 20), ("firefox", 20), ("webkit", 10))]),
    Ordeal("R15", "hostile text in every place that shows some", "250 × 12 × 2 browsers", [Part(f"hostile.py --only R15 --engines {engine}", sample=None) for engine in BROWSERS]),
    Ordeal("R16", "what ends a script, in data", "100", [Part(f"hostile.py --only R16 --engines {engine}", sample=None) for engine in BROWSERS]),
    _foreign("hostile.py", "R17", "YAML that grows, nests, doubles, pretends", "40"),
    _foreign("hostile.py", "R18", "paths that lead out", "60"),
    _foreign("hostile.py", "R19", "hostile archives", "40"),
    _foreign("hostile.py", "R20", "hostile themes", "200"),
    Ordeal("R21", "spoilt courses: findings with a place, no traceback, 2 s, 512 MB", "10,000", [Part(f"fuzz.py --start {start} --count {{}}", 1000, 20 if not start else None) for start in range(0, 10_000, 1000)]),
    _foreign("faulty.py", "R22", "a build that is killed or finds the disk full", "100 points"),
    _foreign("faulty.py", "R23", "the same bytes every time", "20 builds"),
    _foreign("hostile.py", "R24", "nothing is asked for outside the course", "file, http, https"),
    Ordeal("R25", "a year of review on three devices, joined", "< 2 MB, < 1 s at a quarter of the CPU", [Part("record.py year --times {}", 5, 1, alone=True)]),
    Ordeal("R26", "the graph of a conversation against trying everything out", "2,000", [Part("laws.py R26")]),
    Ordeal("R27", "mutants of the record and of grading", "≥ 85 % killed", [Part("mutants/mutants.mjs --notes {}", "output/torture/mutants.jsonl", None)]),
]


class Trial:
    """What is noted of a trial, whole or sampled, and how it goes on."""

    def __init__(self, folder: Path, sampled: bool) -> None:
        self.folder, self.sampled, self.lock = folder, sampled, Lock()
        self.file = folder / ("sample.jsonl" if sampled else "notes.jsonl")
        lines = self.file.read_text("utf-8").splitlines() if self.file.is_file() else []
        self.notes: dict[str, Note] = {note["command"]: note for note in map(json.loads, lines)}

    def wait_for(self, test: Ordeal) -> list[Part]:
        """Return the parts of a test that have not ended well yet."""
        return [part for part in test.parts if self._is_there(part) and self.notes.get(part.fill(self.sampled), {"failed": 1})["failed"]]

    def _is_there(self, part: Part) -> bool:
        return (BENCH / part.command.split()[0]).is_file() and not (self.sampled and part.sample is None)

    def take(self, test: Ordeal, part: Part) -> None:
        """Run a part and note what came of it."""
        command = part.fill(self.sampled)
        script, *told = shlex.split(command)
        began = time.monotonic()
        done = subprocess.run(["node" if script.endswith(".mjs") else sys.executable, str(BENCH / script), *told], cwd=ROOT, capture_output=True, text=True, check=False)
        said = f"{done.stdout}\n{done.stderr}"
        found = [match for match in RESULT.finditer(done.stdout) if match[0].startswith(test.name)]
        note = {"test": test.name, "command": command, "took": round(time.monotonic() - began), "done": 0, "failed": 1, "figure": "broke off, its log says why"}
        if found:
            note |= {"done": int(found[-1]["done"]), "failed": int(found[-1]["failed"]), "figure": found[-1]["figure"]}
        with self.lock:
            self.notes[command] = note
            (self.folder / f"{re.sub(r'[^A-Za-z0-9]+', '-', f'{test.name} {command}')[:100]}.log").write_text(said, "utf-8")
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(note) + "\n")
        print(f"{test.name}  {command}: {note['done']} done, {note['failed']} failed, {note['took']} s; {note['figure']}", flush=True)

    def tell(self, test: Ordeal) -> tuple[str, str, str, str]:
        """Return how much of a test was done, how much failed, its figures and its minutes, or why there is none."""
        parts = [part for part in test.parts if self._is_there(part)]
        if not (BENCH / test.parts[0].command.split()[0]).is_file():
            return "missing", "", "", ""
        notes = [note for part in parts if (note := self.notes.get(part.fill(self.sampled)))]
        if not notes:
            return "not yet" if parts else "only whole", "", "", ""
        short = "" if len(notes) == len(parts) else f" ({len(notes)} of {len(parts)} parts)"
        failed, took = (sum(note[what] for note in notes) for what in ("failed", "took"))
        return f"{sum(note['done'] for note in notes):,}{short}", str(failed), add_up([note["figure"] for note in notes]), f"{took / 60:.1f}"


def add_up(figures: list[str]) -> str:
    """Return several figures as one, where they say the same of other numbers: counts are added, of what was measured the greatest holds."""
    number = re.compile(r"\d+(?:\.\d+)?")
    if len({number.sub("#", figure) for figure in figures}) > 1:
        return "; ".join(dict.fromkeys(figures))
    columns = iter(list(zip(*map(number.findall, figures), strict=True)))

    def merge(_: re.Match[str]) -> str:
        column = next(columns)
        if any("." in value for value in column):
            return max(column, key=float)
        return str(sum(map(int, column)))

    return number.sub(merge, figures[0])


def gather(whole: Trial, sampled: Trial, before: str) -> str:
    """Return the table for the README: what was tried whole, else a sample, else what the table said `before`, since notes lie on the machine that made them."""
    said = {row.split(" | ")[0].removeprefix("| "): row for row in before.splitlines() if row.startswith("| R") and row.split(" | ")[3].strip()}
    rows = []
    for test in TESTS:
        extent, told = next(((extent, told) for extent, trial in (("whole", whole), ("sample", sampled)) if (told := trial.tell(test))[1]), ("", sampled.tell(test)))
        rows.append(f"| {' | '.join((test.name, test.what, test.promised, extent, *told))} |" if extent or test.name not in said else said[test.name])
    return "\n".join(["| | what | promised | tried | done | failed | figure | minutes |", "|---|---|---|---|---|---|---|---|", *rows]) + "\n"


def tabulate(trial: Trial, tests: list[Ordeal]) -> str:
    """Return the table as Markdown."""
    rows = [(test.name, test.what, test.promised, *trial.tell(test)) for test in tests]
    return "\n".join(["| | what | promised | done | failed | figure | minutes |", "|---|---|---|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def main() -> int:
    """Go on with the trial, or put its table into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=[test.name for test in TESTS], metavar="R..")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--jobs", type=int, default=3, help="processes at once: browsers mostly wait")
    parser.add_argument("--notes", type=Path, default=ROOT / "output/torture")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args()
    options.notes.mkdir(parents=True, exist_ok=True)
    trial = Trial(options.notes, options.sample)
    tests = [test for test in TESTS if not options.only or test.name in options.only]
    if options.again:
        trial.notes.clear()
    if options.readme:
        first, last = MARKS
        before, rest = README.read_text("utf-8").split(first)
        table, after = rest.split(last)
        README.write_text(f"{before}{first}\n\n{gather(Trial(options.notes, sampled=False), Trial(options.notes, sampled=True), table)}\n{last}{after}", "utf-8")
        return 0
    waiting = [(test, part) for test in tests for part in trial.wait_for(test)]
    for alone, jobs in ((False, options.jobs), (True, 1)):
        with ThreadPoolExecutor(jobs) as pool:
            try:
                list(pool.map(lambda pair: trial.take(*pair), [pair for pair in waiting if pair[1].alone is alone]))
            except KeyboardInterrupt:
                pool.shutdown(cancel_futures=True)
                raise
    print(tabulate(trial, tests))
    told = [trial.tell(test) for test in tests]
    return int(any(done == "missing" or failed not in ("", "0") for done, failed, *_ in told))


if __name__ == "__main__":
    sys.exit(main())
