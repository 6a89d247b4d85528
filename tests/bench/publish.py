"""Random edits of a published course, in numbers: what is not touched keeps revision and number, and what is rolled back counts again.

    .venv/bin/python tests/bench/publish.py [--edits 300] [--courses 3]

It fails at the first edit after which that does not hold. The test `builder/tuokio/lock/test_edits.py` tries fewer.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from stage import conclude

from tuokio.lock.test_edits import try_edits


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=300)
    parser.add_argument("--courses", type=int, default=3)
    given = parser.parse_args()
    for seed in range(1, given.courses + 1):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            counts = try_edits(Path(folder) / "course", given.edits, seed)
        print(f"course {seed}: {given.edits} edits in {time.perf_counter() - began:.0f} s; " + ", ".join(f"{what} {count}" for what, count in counts.items()))
    return conclude("R08", given.edits * given.courses, 0, "every id that no edit touched kept, whatever was rolled back counts again")


if __name__ == "__main__":
    sys.exit(main())
