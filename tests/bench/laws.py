"""Laws that unit tests try on a sample, tried as often as was promised.

    .venv/bin/python tests/bench/laws.py [R06 R07 …] [--runs N]

Each is a test beside the code, given its number of runs by `TUOKIO_RUNS`, or a whole file of pytest where the number stands in the tests themselves.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time

from stage import TESTS, conclude

ROOT = TESTS.parent
# By test: the folder beside which it stands, the beginning of its name (or of those of several), and how often it is tried.
TYPESCRIPT = {
    "R06": ("resources/review", "whatever the clock and wherever the device", 500),
    "R07": ("resources/review", "a log is replayed to the same day by the formula", 10_000),
    "R09": ("resources/backup", "(a record of an earlier age|of a newer age)", 1),
    "R10": ("resources/backup", "of hostile copies none is half joined", 5_000),
    "R11": ("record", "records are joined in any order", 1_000),
}
# By test: what pytest is asked for, and how many cases each test of it tries.
PYTHON = {
    "R26": (["builder/tuokio/blocks/scenario/test_graph.py", "-k", "every_answer_of_the_graph"], 100),
}


def main() -> int:
    """Try what was asked for, and say how often each held."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=[*TYPESCRIPT, *PYTHON])
    parser.add_argument("--runs", type=int, help="instead of as many as were promised")
    options = parser.parse_args()
    return max(try_law(name, options.runs or TYPESCRIPT[name][2]) if name in TYPESCRIPT else try_cases(name) for name in options.names)


def try_law(name: str, runs: int) -> int:
    """Try one law so many times with random cases."""
    folder, law, _ = TYPESCRIPT[name]
    told, took = _run(["node", "test.mjs", folder], "builder", TUOKIO_RUNS=str(runs), TUOKIO_TESTS=f"^{law}")
    passed, failed = (int(re.search(rf"^# {what} (\d+)$", told, re.MULTILINE)[1]) for what in ("pass", "fail"))
    if failed:
        print(told)
    return conclude(name, runs * passed, failed, f"{took:.0f} s")


def try_cases(name: str) -> int:
    """Run tests of pytest that try so many cases each."""
    asked, cases = PYTHON[name]
    told, took = _run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *asked], ".")
    passed, failed = (sum(int(count) for count in re.findall(rf"(\d+) {what}", told)) for what in ("passed", "(?:failed|error)"))
    if failed or not passed:
        print(told)
    return conclude(name, passed * cases, failed, f"{took:.0f} s")


def _run(command: list[str], folder: str, **environment: str) -> tuple[str, float]:
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT / folder, env=os.environ | environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
