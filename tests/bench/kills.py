"""What a killed browser finds again of every kind of question: prints what was not as it had been, and how many kills each kind had.

    .venv/bin/python tests/bench/kills.py [chromium|firefox]... [--kinds choice order ...]

In the handbook's gallery each question is answered but not checked, and every process of the browser is killed when the store has the draft;
then it is checked, and killed after its ✓; then, where one may, tried again and shown, with a kill after each. On the same profile the same
address must show the same answer, the same order of what is arranged, and the same verdict.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from typing import Any

from stage import TESTS, conclude, raised

from browser import Browser, poll  # after stage, which says where it is
from gallery import KINDS, answer_in_steps
from learner import NEWEST, item, open_course, wait_for_frames

# All that a learner sees of a question: what is filled in, in what order its parts stand, how it went.
SHOWN = """
const root = document.querySelector(arguments[0]);
return {
  filled: [...root.querySelectorAll("form input, form select, form textarea")].map((input) => [input.name, input.type, /checkbox|radio/.test(input.type) ? input.checked : input.value, input.disabled]),
  order: [...root.querySelectorAll("[data-option]")].map((option) => option.dataset.option),
  choices: [...root.querySelectorAll("select")].map((select) => [...select.options].map(({ value }) => value)),
  went: root.querySelector(".outcome").hidden ? "" : root.querySelector(".verdict").dataset.went,
  hints: root.querySelectorAll(".hint:not([hidden])").length,
  settled: root.classList.contains("settled"),
};
"""
KEPT = {"chosen": "drafted", "checked": "answered", "trying again": "drafted", "shown": "hinted", "hinted": "hinted"}


def main() -> int:
    """Kill each browser at each step of each kind, and print what it did not find again."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=["chromium", "firefox"])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    everywhere, bad = 0, 0
    with raised(TESTS.parent / "courses/handbook") as (folder, addresses):
        for engine in options.engines:
            began, kills, wrong = time.monotonic(), 0, 0
            for kind in options.kinds:
                with Killed(engine, folder / f"{engine}-{kind}", addresses["file"], kind) as browser:
                    for done in browser.walk():
                        kills += 1
                        wrong += bool(done)
                        for complaint in done:
                            print(f"\r  {engine} {kind}: {complaint}", flush=True)
                print(f"\r{engine}: {kind}, {kills} kills      ", end="", file=sys.stderr, flush=True)
            print(f"\r{engine:9} {len(options.kinds)} kinds, {kills} kills: {wrong} not found as it was, {time.monotonic() - began:.0f} s", flush=True)
            everywhere, bad = everywhere + kills, bad + wrong
    return conclude("R13", everywhere, bad, f"{len(options.kinds)} kinds")


class Killed:
    """A browser that stands for all that are killed in turn on one profile; what is asked of it goes to the one that lives."""

    def __init__(self, engine: str, profile: Any, address: str, kind: str) -> None:
        self.engine, self.profile, self.address, self.kind = engine, profile, address, kind
        self.name = f"example-{kind}"
        self.browser = Browser.launch(engine, profile)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.browser, name)

    def __enter__(self) -> Killed:
        return self

    def __exit__(self, *_: object) -> None:
        self.browser.quit()

    def open(self) -> None:
        """Open the kind's step and wait until its question stands."""
        open_course(self.browser, self.address, f"#/kinds/{self.kind}")
        self.browser.wait("document.querySelector(arguments[0])", item(self.name))
        wait_for_frames(self.browser)

    def walk(self) -> Iterator[list[str]]:
        """Answer in steps; after each, once it is kept, kill and come back. Yields what was not found as it was."""
        self.open()
        for done in answer_in_steps(self, self.name):
            if done in KEPT and not poll(lambda: self.browser.run_async(NEWEST, self.name).get("kind") == KEPT[done], 10):
                yield [f"{done}: not kept"]
                continue
            if done == "chosen":
                time.sleep(0.6)  # what is typed is kept a moment after the last key, and of several boxes each is an event
            before = self.browser.run(SHOWN, item(self.name))
            self.browser.kill()
            self.browser = Browser.launch(self.engine, self.profile)
            self.open()
            after = poll(lambda: (now := self.browser.run(SHOWN, item(self.name))) == before and now, 3) or self.browser.run(SHOWN, item(self.name))
            yield [f"{done}: {part} was {before[part]}, is {after[part]}" for part in before if before[part] != after[part]]


if __name__ == "__main__":
    sys.exit(main())
