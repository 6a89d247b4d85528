"""Whether a platform takes all of the flagship, and gives it back: prints a table of figures for both versions.

    .venv/bin/python tests/bench/lms.py [scorm12] [scorm2004]

In a strict host (`tests/lms/`) every step is gone through and every question answered, and after each step the tab is closed. The course is then opened
again, every second time as on another device, where only the platform knows anything: it must lead to the same place, and the answers of the
step must stand as they did. In the end the exam is sent. Exits with 1 if anything was lost, or said that a strict host refuses.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from learner import READY, check, choose_any, open_module, open_step, press  # noqa: E402
from lms.host import Host  # noqa: E402
from tuokio.build import build  # noqa: E402

COURSE = TESTS.parent / "courses/asiakaspalvelu"
EXAM = "#/koe/exam"
PLACE = "return document.querySelector('a.onward')?.getAttribute('href') ?? ''"
STANDING = "return Object.fromEntries([...document.querySelectorAll('[data-item]')].map(one => [one.dataset.item, one.querySelector('.outcome').hidden ? '' : one.querySelector('.verdict').dataset.went]))"
MODULES = "return [...document.querySelectorAll('a[href^=\"#/\"]')].map(a => /^#\\/([a-z0-9-]+)\\/$/.exec(a.getAttribute('href'))?.[1]).filter((id, at, all) => id && all.indexOf(id) === at)"


def main(targets: list[str]) -> int:
    """Try the targets and return how much went wrong."""
    wrong = 0
    for target in targets:
        with tempfile.TemporaryDirectory() as name, Host(Path(name) / "lms") as lms:
            result = build(COURSE, Path(name), [target])
            lms.install(result.files[0])
            with Browser.launch("chromium", Path(name) / "profile") as browser:
                lost = Visit(browser, lms).take()
            wrong += len(lost) + len(lms.violations())
            tell(target, lms, lost)
    return wrong


class Visit:
    """A learner goes through the course, and closes it after every step."""

    def __init__(self, browser: Browser, lms: Host) -> None:
        self.browser, self.lms = browser, lms
        self.lost: list[str] = []
        self.opened = 0

    def take(self) -> list[str]:
        """Go through all of it, and return what was not as it was left."""
        browser = self.browser
        self.open()
        modules = browser.run(MODULES)
        for module in modules:
            routes = [] if f"#/{module}/" in EXAM else open_module(browser, module)
            for route in routes:
                self.go_through(route)
        self.sit_exam()
        self.close()
        return self.lost

    def go_through(self, route: str) -> None:
        """Answer all of a step, leave, and come back, once on another device and once on the same."""
        browser = self.browser
        browser.run("location.hash = arguments[0]", route)
        browser.wait("document.querySelector('.steps [aria-current]')?.getAttribute('href') === arguments[0]", route)
        for name in open_step(browser, route):
            if browser.run("return document.querySelector(arguments[0] + ' .check')?.offsetParent != null", f'[data-item="{name}"]'):
                choose_any(browser, name)
                check(browser, name)
        stood = browser.run(STANDING)
        place = browser.run("return location.hash")
        browser.run("document.querySelector('.bar .button').click()")
        time.sleep(0.3)  # it may lead on, or be held by what was not done: either is a place to leave from
        left = browser.run("return location.hash").rsplit("/", 1)[0] if browser.run("return location.hash").count("/") > 2 else browser.run("return location.hash")
        self.close()
        self.open(anew=self.opened % 2 == 1)
        there = browser.run(PLACE)
        if not left.endswith("/-end") and not there.startswith(left):
            self.lost.append(f"{route}: left at {left}, led to {there}")
        browser.run("location.hash = arguments[0]", place)
        browser.wait("document.querySelector('.steps [aria-current]')?.getAttribute('href') === arguments[0]", route)
        open_step(browser, route)
        stands = browser.run(STANDING)
        self.lost += [f"{route} {item}: {stood[item]} was {stands.get(item)!r} afterwards" for item in stood if stood[item] and stands.get(item) != stood[item]]

    def sit_exam(self) -> None:
        browser = self.browser
        browser.run("location.hash = arguments[0]", EXAM)
        browser.wait("document.querySelector('.exam')")
        press(browser, ".bar .button")
        while not browser.run("return location.hash.endsWith('-review')"):
            choose_any(browser, browser.wait("location.hash.split('/').length > 3 && document.querySelector('[data-item]')?.dataset.item"))
            before = browser.run("return location.hash")
            press(browser, ".bar .button")
            browser.wait("location.hash !== arguments[0]", before)
        self.close()
        self.open(anew=True)
        browser.run("location.hash = arguments[0]", f"{EXAM}/-review")
        browser.wait("document.querySelector('.review')")
        press(browser, ".bar .button")
        browser.wait("document.querySelector('.exam .seal')")

    def open(self, anew: bool = False) -> None:
        """Open the course. `anew`: as on another device."""
        if anew:
            self.browser.clear_site_data(self.lms.origin)
        self.browser.new_tab(self.lms.launch(mode="normal"))
        self.browser.enter(0)
        self.browser.wait(READY)
        self.opened += 1

    def close(self) -> None:
        self.browser.enter()
        self.browser.close_tab()
        self.browser.switch(self.browser.tabs[-1])
        self.lms.wait_finished(self.opened)


def tell(target: str, lms: Host, lost: list[str]) -> None:
    """Print what came of a target."""
    stored = lms.stored()
    state = next((value for name, value in stored.items() if name.endswith("suspend_data")), "")
    interactions = sum(name.endswith(".type") for name in stored)
    status = {name.split(".")[-1]: value for name, value in stored.items() if "status" in name or name.endswith((".raw", ".progress_measure"))}
    print(f"{target:10} {len(lms.sessions):4} sessions {len(lms.calls()):6} calls {interactions:4} interactions {len(state):5} characters of state  {status}")
    print(f"{'':10} {len(lost)} lost, {len(lms.violations())} violations")
    for line in [*lost, *sorted(set(lms.violations()))[:20]]:
        print(f"{'':12}{line}")


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:] or ["scorm12", "scorm2004"])))
