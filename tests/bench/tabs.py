"""What is lost where several tabs of one course write at once: prints, of each browser and place, how many events were.

    .venv/bin/python tests/bench/tabs.py [chromium|firefox]... [--places file http] [--runs 10] [--events 2000]

Every tab shows the same question and ticks its boxes, each tick an event to keep, at random moments and with nobody waiting for
the store; two, three and four tabs in turn, all events of a run shared among them. Every event whose transaction was told to be
complete must be there, none twice, and in the end every tab must show what the record says is newest.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter

from stage import TESTS, conclude, raised

from browser import Browser  # after stage, which says where it is
from stress import TICKING, tick_in_tabs


def main() -> int:
    """Let tabs write in each browser and place as often as asked, and print what was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=["chromium", "firefox"])
    parser.add_argument("--places", nargs="+", choices=["file", "http"], default=["file", "http"])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--events", type=int, default=2000, help="in a run, of all tabs together")
    options = parser.parse_args()
    total = Counter[str]()
    with raised(TESTS / "courses/tiny", TICKING) as (folder, addresses):
        for engine in options.engines:
            for place in options.places:
                chance = random.Random(f"{engine} {place}")
                all_of_it, began = Counter(), time.monotonic()
                for run in range(options.runs):
                    with Browser.launch(engine, folder / f"{engine}-{place}-{run}") as browser:
                        all_of_it += tick_in_tabs(browser, addresses[place], 2 + run % 3, options.events, chance, patience=300)
                    print(f"\r{engine} {place}: {run + 1} runs", end="", file=sys.stderr, flush=True)
                figures = ", ".join(f"{all_of_it[what]} {what}" for what in ("made", "turns", "acknowledged", "lost", "twice", "tabs apart"))
                print(f"\r{engine:9} {place:5} {options.runs:3} runs of 2–4 tabs: {figures}, {time.monotonic() - began:.0f} s", flush=True)
                total += all_of_it
    runs = options.runs * len(options.engines) * len(options.places)
    return conclude("R02", runs, total["lost"] + total["twice"] + total["tabs apart"], f"{total['acknowledged']} events kept, {total['lost']} lost, {total['twice']} twice")


if __name__ == "__main__":
    sys.exit(main())
