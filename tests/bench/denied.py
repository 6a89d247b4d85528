"""A course where storage is denied: prints, of each browser and circumstance, what was not as it should be.

    .venv/bin/python tests/bench/denied.py [chromium|firefox]...

Storage may be forbidden, missing or hang; the window may be private; another tab may hold the database in a newer form, so that it cannot be
opened; and it may be cleared in the middle of a visit. In each a learner answers, goes on and comes back: the course must go on, what is told must
be true, and nothing may be reported as an error. The tests `test_journeys.py`, `test_backup.py` and `test_stress.py` have most of this too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from stage import TESTS, conclude, raised

from browser import Browser, poll  # after stage, which says where it is
from conftest import WATCH
from learner import READY, choose, go, item, open_course, press, verdict
from stress import KEPT

# What the address asks for is denied from the beginning.
DENIED = """
const refuse = () => { throw new DOMException("no", "SecurityError"); };
({
  forbidden: () => ["indexedDB", "localStorage"].forEach((name) => Object.defineProperty(window, name, { get: refuse })),
  missing: () => (Object.defineProperty(window, "indexedDB", { value: undefined }), Object.defineProperty(window, "localStorage", { value: null })),
  hanging: () => ((IDBFactory.prototype.open = () => ({ addEventListener() {}, removeEventListener() {} })), Object.defineProperty(window, "localStorage", { value: null })),
})[new URLSearchParams(location.search).get("denied")]?.();
"""
NEWER = "const done = arguments[0]; const opening = indexedDB.open(`tuokio:${document.querySelector('[data-course]').dataset.course}`, 2); opening.onupgradeneeded = () => {}; opening.onerror = () => done(0); opening.onsuccess = () => done((window.held = opening.result).version)"
PRIVATE = {"chromium": {"incognito.mode_availability": 2}, "firefox": {"browser.privatebrowsing.autostart": True}}
ONE, MANY = "choose-one", "choose-several"


def main() -> int:
    """Deny storage in each way in each browser, and print what was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=["chromium", "firefox"])
    options = parser.parse_args()
    bad = 0
    with raised(TESTS / "courses/tiny", WATCH + DENIED) as (folder, addresses):
        for engine in options.engines:
            for name, trial in TRIALS.items():
                prefs = PRIVATE[engine] if name == "private" else None
                with Browser.launch(engine, folder / f"{engine}-{name}", prefs=prefs) as browser:
                    try:
                        wrong = [*trial(browser, f"{addresses['http']}?denied={name}"), *browser.run("return seen")]
                    except AssertionError as error:
                        wrong = [str(error)]
                if prefs:
                    with Browser.launch(engine, folder / f"{engine}-{name}", prefs=prefs) as browser:
                        open_course(browser, addresses["http"], "#/first/one-choice")
                        wrong += ["the window was not private"] if verdict(browser, ONE) else []
                bad += bool(wrong)
                print(f"{engine:9} {name:9} {'; '.join(wrong) or 'as it should be'}", flush=True)
    return conclude("R05", len(TRIALS) * len(options.engines), bad, f"{len(TRIALS)} circumstances in {len(options.engines)} browsers")


def _answer(browser: Browser, question: str, *options: str) -> None:
    """Answer, and wait until it is graded, be it kept or not."""
    choose(browser, question, *options)
    press(browser, f"{item(question)} .check")
    browser.wait("document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item(question))


def _told(browser: Browser) -> str:
    return browser.run("return document.querySelector('#notice')?.innerText ?? ''")


def _ticks(browser: Browser) -> int:
    return browser.run("return document.querySelectorAll('.saved:not([hidden])').length")


def try_without(browser: Browser, address: str) -> Iterator[str]:
    """The course is gone through and says that it keeps nothing."""
    open_course(browser, address, "#/first/one-choice")
    browser.wait("document.querySelector('#notice').innerText.includes('does not save your progress')")
    _answer(browser, ONE, "Espresso")
    go(browser, "#/first/several")
    _answer(browser, MANY, "Cortado")
    if _ticks(browser):
        yield "told as saved"
    go(browser, "#/first/one-choice")
    if verdict(browser, ONE) != "right":
        yield "forgotten on the page itself"
    browser.reload()
    browser.wait(READY)
    if verdict(browser, ONE):
        yield "kept after all"


def try_private(browser: Browser, address: str) -> Iterator[str]:
    """What is told as saved is there after a reload, as long as the window is."""
    open_course(browser, address, "#/first/one-choice")
    _answer(browser, ONE, "Espresso")
    poll(lambda: _ticks(browser) or _told(browser), 10)
    kept = bool(_ticks(browser))
    if not kept and "does not save" not in _told(browser):
        yield "neither a tick nor a word"
    browser.reload()
    browser.wait(READY)
    go(browser, "#/first/one-choice")
    if kept != (verdict(browser, ONE) == "right"):
        yield "what was told was not so"


def try_newer(browser: Browser, address: str) -> Iterator[str]:
    """A tab of a newer course holds the database: it is said, and nothing is written over."""
    open_course(browser, address, "#/first/one-choice")
    _answer(browser, ONE, "Espresso")
    browser.wait("document.querySelector('.saved:not([hidden])')")
    if browser.run_async(NEWER) != 2:
        yield "the newer tab was kept waiting"
    go(browser, "#/first/several")
    _answer(browser, MANY, "Cortado")
    browser.wait("document.querySelector('#notice').innerText.includes('updated in another tab')")
    if _ticks(browser):
        yield "told as saved"
    if {event["of"] for event in browser.run_async(KEPT) if event["kind"] == "answered"} != {ONE}:
        yield "written into the newer database"
    browser.reload()
    browser.wait("document.querySelector('#notice').innerText.includes('updated in another tab')")


def try_cleared(browser: Browser, address: str) -> Iterator[str]:
    """Site data are cleared under the open course: what is on screen is kept anew."""
    open_course(browser, address, "#/first/one-choice")
    _answer(browser, ONE, "Espresso")
    browser.wait("document.querySelector('.saved:not([hidden])')")
    browser.clear_site_data(address.split("/?")[0])
    go(browser, "#/first/several")
    _answer(browser, MANY, "Cortado")
    browser.wait("document.querySelector('.saved:not([hidden])')")
    browser.reload()
    browser.wait(READY)
    go(browser, "#/first/one-choice")
    if verdict(browser, ONE) != "right":
        yield "lost what was on screen"


TRIALS: dict[str, Callable[[Browser, str], Iterator[str]]] = {**dict.fromkeys(("forbidden", "missing", "hanging"), try_without), "private": try_private, "newer": try_newer, "cleared": try_cleared}


if __name__ == "__main__":
    sys.exit(main())
