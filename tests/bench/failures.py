"""What becomes of a record where a store fails: each call that writes fails in turn, in three ways, once and from there on.

    .venv/bin/python tests/bench/failures.py [chromium|firefox]... [--errors quota abort hang] [--every 1]

A scripted learner takes the tiny course from home to the end. The call fails because the disk is full (`quota`), its transaction is broken
off (`abort`), or it is not answered for longer than the store waits (`hang`), until no more calls are reached; then the store is well again
and the course is loaded anew. Nothing may stop the learner or be told as saved that is not; what fails for good must be told; what is on
screen before must be there after. Prints what was not so, and one line for each way of failing. tests/faults.py is how it is done.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import count

from stage import TESTS, conclude, raised

from browser import Browser  # after stage, which says where it is
from conftest import WATCH
from faults import ERRORS, FAULTS, take


def main() -> int:
    """Let every call fail in each browser, and print what was lost, what was not told and what stood still."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=["chromium", "firefox"])
    parser.add_argument("--errors", nargs="+", choices=ERRORS, default=ERRORS)
    parser.add_argument("--every", type=int, default=1, help="only every so many calls")
    options = parser.parse_args()
    calls, bad = 0, 0
    with raised(TESTS / "courses/tiny", WATCH + FAULTS) as (folder, addresses):
        for engine in options.engines:
            with Browser.launch(engine, folder / engine) as browser:
                for error in options.errors:
                    for lasting in (False, True):
                        done, wrong = fail(browser, addresses["file"], error, lasting, options.every)
                        calls, bad = calls + done, bad + wrong
    return conclude("R03", calls, bad, f"{calls} calls failed in {len(options.errors)} ways")


def fail(browser: Browser, address: str, error: str, lasting: bool, every: int) -> tuple[int, int]:
    """Let one call after the other fail in one way, until the learner comes to the end before it. Return how many did, and after how many something was not as it should be."""
    began, told, bad, sites = time.monotonic(), Counter(), 0, Counter()
    for at in count(1, every):
        about, complaints = take(browser, address, f"{error}-{lasting}-{at}", at, error, lasting)
        if not about["struck"]:
            break
        sites[about["struck"]] += 1
        told["banner" if about["told"] else "nothing"] += 1
        bad += bool(complaints)
        for complaint in complaints:
            print(f"\r  {browser.engine} {error}{' from there on' if lasting else ''} at {at}, {about['struck']}: {complaint}", flush=True)
        print(f"\r{browser.engine} {error} {at}", end="", file=sys.stderr, flush=True)
    print(f"\r{browser.engine:9} {error:5} {'for long' if lasting else 'once':8} at {sum(sites.values()):3} calls ({len(sites)} kinds): {told['banner']:3} told, {bad} not as they should, {time.monotonic() - began:.0f} s", flush=True)
    return sum(sites.values()), bad


if __name__ == "__main__":
    sys.exit(main())
