"""Ten thousand spoilt courses: no traceback, a place and a cure in every finding, each in less than 2 s and 512 MB.

    fuzz.py [--count 10000] [--start 0] [--notes FILE]

With --notes it begins after what it noted last, so it can be stopped at any time. Exit code 1 if anything was found.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from stage import TESTS, conclude

sys.path.insert(0, str(TESTS))  # before this folder, which has a fuzz.py too

from fuzz import complain  # noqa: E402 – found by the line above

from tuokio.kept import Kept  # noqa: E402


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--start", type=int, default=0)
    options.add_argument("--notes", type=Path)
    given = options.parse_args()
    start, found = given.start, Counter[str]()
    if given.notes and given.notes.is_file():
        start = max((int(line.split("\t")[0]) + 1 for line in given.notes.read_text("utf-8").splitlines()), default=start)
    notes = given.notes.open("a", encoding="utf-8") if given.notes else None
    kept = Kept()
    slowest, began = (0.0, 0), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(start, given.start + given.count):
            before = time.process_time()
            told = list(dict.fromkeys(complain(number, Path(folder) / "course", kept)))
            slowest = max(slowest, (time.process_time() - before, number))
            found.update(told)
            for one in told:
                print(f"{number}: {one}", flush=True)
            if notes:
                notes.write(f"{number}\t{'; '.join(told)}\n")
                notes.flush()
    done = given.start + given.count - start
    print(f"{done} courses in {time.perf_counter() - began:.0f} s, {sum(found.values())} complaints of {len(found)} kinds; the slowest, {slowest[1]}, took {slowest[0]:.2f} s with its writing")
    return conclude("R21", done, sum(found.values()), f"slowest {slowest[0]:.2f} s")


if __name__ == "__main__":
    sys.exit(main())
