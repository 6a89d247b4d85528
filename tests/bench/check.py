"""What checking costs beside reading: prints a table of CPU seconds and ratios, each taken in one process.

    .venv/bin/python tests/bench/check.py [--modules 1000] [--rounds 3]

`read` is reading as every build does it. `rules` are all rules over what was read; `links` is typesetting the pages, which
finds what is wrong with links, pictures and texts of blocks. `tuokio check` is the three together.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

from corpus import write_course
from tuokio import build, check

PROMISE = 1.5  # times reading, of 1,000 modules


def measure(course: Path) -> dict[str, float]:
    """Prepare a course once and return CPU seconds by phase."""
    spent: Counter[str] = Counter()
    kept = {name: getattr(build, name) for name in ("read", "check", "render")}

    def timed(name: str):
        def call(*given, **more):
            start = time.process_time()
            try:
                return kept[name](*given, **more)
            finally:
                spent[name] += time.process_time() - start

        return call

    for name in kept:
        setattr(build, name, timed(name))
    try:
        start = time.process_time()
        build.prepare(course)
        spent["whole"] = time.process_time() - start
    finally:
        for name, function in kept.items():
            setattr(build, name, function)
        gc.collect()
    return spent


def main() -> None:
    """Write the course, measure it in rounds, print what each phase costs."""
    options = argparse.ArgumentParser()
    options.add_argument("--modules", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        write_course(Path(place) / "course", given.modules)
        rounds = [measure(Path(place) / "course") for _ in range(given.rounds)]
    print(f"{given.modules} modules, {len(check.list_rules())} rules, median of {given.rounds}")
    for name, key in (("read", "read"), ("rules", "check"), ("links", "render"), ("tuokio check", "whole")):
        print(f"{name:14} {median(one[key] for one in rounds):7.2f} s {median(one[key] / one['read'] for one in rounds):6.2f} × read")
    print(f"promised: at most {PROMISE} × read")


if __name__ == "__main__":
    main()
