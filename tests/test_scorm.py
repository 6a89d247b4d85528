"""Packages in a learning platform: what is done is told, kept and taken up again, and nothing that a strict host refuses is ever said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from browser import Browser, poll
from conftest import COURSES
from gallery import KINDS, chromium, open_kind
from learner import READY, check, choose, choose_any, chosen, follow, go, press, step, verdict
from lms.host import Host
from tuokio import blocks
from tuokio.build import build

both = pytest.mark.parametrize("target", ["scorm12", "scorm2004"])
NAMES: dict[str, dict[str, Any]] = {
    "scorm12": {"status": "cmi.core.lesson_status", "score": "cmi.core.score.raw", "location": "cmi.core.lesson_location", "passed": {"cmi.core.lesson_status": "passed"}},
    "scorm2004": {"status": "cmi.completion_status", "score": "cmi.score.scaled", "location": "cmi.location", "passed": {"cmi.completion_status": "completed", "cmi.success_status": "passed"}},
}
INSIDE = {"iframe": (0,), "nested": (0, 0), "foreign": (0, 0), "lost": (0,)}
Package = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Build a course's package once a session and return the zip."""
    output = tmp_path_factory.mktemp("packages")
    done: dict[tuple[str, str], Path] = {}

    def get(name: str, target: str) -> Path:
        if (name, target) not in done:
            result = build(COURSES[name], output, [target])
            assert not result.failed, result.findings
            done[name, target] = output / name / f"{name}-{target}.zip"
        return done[name, target]

    return get


def open_package(browser: Browser, lms: Host, frame: str = "iframe", elsewhere: bool = False) -> None:
    """Open a session in a tab of its own, and wait inside for the course. `elsewhere` is as good as another device: nothing of what browsers keep is there."""
    address = lms.launch(frame=frame)
    browser.new_tab(address.replace("intranet.test", "127.0.0.1") if elsewhere else address)
    if frame == "popup":
        browser.click("button")
        assert poll(lambda: len(browser.tabs) == 3, 10)
        browser.switch(browser.tabs[-1])
    else:
        browser.enter(*INSIDE[frame])
    browser.wait(READY)


def leave(browser: Browser, lms: Host) -> None:
    """Close the tab of the course, and of the platform. In Firefox the platform is left for another page first: of the beacons of a tab that is closed it loses many (3 of 8 here)."""
    if len(browser.tabs) == 2:
        browser.enter()
    if browser.engine == "firefox":
        browser.goto(browser.run("return origin + '/lms/grammar.js'"))
    while len(browser.tabs) > 1:
        browser.close_tab()
        browser.switch(browser.tabs[-1])


@contextmanager
def told(lms: Host) -> Iterator[None]:
    """Wait until the platform has kept what is done meanwhile. What is pressed in Firefox while it is asked to would be lost."""
    before = len(commits(lms))
    yield
    lms.wait_for(lambda: len(commits(lms)) > before)


def commits(lms: Host) -> list[Any]:
    return [call for call in lms.calls() if call["call"] in ("LMSCommit", "Commit")]


def notice(browser: Browser) -> str:
    """Return what stands above the page."""
    return browser.run("return document.getElementById('notice').textContent.trim()")


def answer(browser: Browser, lms: Host, route: str, question: str, *options: str) -> None:
    """Go to a step, answer its question and go on."""
    go(browser, route)
    if question:
        with told(lms):
            choose(browser, question, *options)
            check(browser, question)
    before = step(browser)
    with told(lms):
        press(browser, ".bar .button")
        browser.wait("location.hash !== arguments[0] && document.querySelector('#main h1')", before)


FIRST = [("#/first/start", ""), ("#/first/one-choice", "choose-one", "Espresso")]
REST = [("#/first/several", "choose-several", "Cappuccino", "Cortado"), ("#/second/start", ""), ("#/second/gated", "is-it-true", "False")]


@chromium
@both
def test_every_kind_is_answered_and_reported(package: Package, browser: Browser, lms: Host, target: str) -> None:
    lms.install(package("handbook", target))
    open_package(browser, lms)
    for kind in KINDS:
        name = open_kind(browser, kind)
        choose_any(browser, name)
        check(browser, name)
    leave(browser, lms)
    stored = lms.wait_finished()
    assert lms.violations() == []
    told = {value: number.split(".")[2] for number, value in stored.items() if number.startswith("cmi.interactions.") and number.endswith(".id")}
    reported = [kind for kind in KINDS if (blocks.folder(kind) / "interaction.ts").is_file() and kind not in ("rule", "cards", "scenario", "promises")]
    assert [f"example-{kind}" for kind in reported] == list(told), "in the order of the answers, own words never"
    choice = f"cmi.interactions.{told['example-choice']}"
    assert stored[f"{choice}.type"] == "choice"
    assert stored[f"{choice}.result"] in ("correct", "wrong", "incorrect")
    assert stored[NAMES[target]["status"]] == "incomplete"
    assert stored["cmi.core.exit" if target == "scorm12" else "cmi.exit"] == "suspend"


@pytest.mark.parametrize("engine, target, frame", [("chromium", "scorm12", "nested"), ("chromium", "scorm2004", "popup"), ("firefox", "scorm12", "iframe")], indirect=["engine"])
def test_a_course_is_left_in_the_middle_taken_up_elsewhere_and_passed(package: Package, browser: Browser, lms: Host, target: str, frame: str) -> None:
    names = NAMES[target]
    lms.install(package("tiny", target))
    open_package(browser, lms, frame)
    assert notice(browser) == ""
    lms.wait_for(lambda: bool(commits(lms)))  # that it has begun is told a moment later, and Firefox loses what is pressed meanwhile
    for one in FIRST:
        answer(browser, lms, *one)
    choose(browser, "choose-several", "Cortado")
    leave(browser, lms)
    stored = lms.wait_finished()
    assert stored[names["status"]] == "incomplete"
    assert names["score"] not in stored, "early points are no pass"
    assert stored[names["location"]].startswith("first/several")

    open_package(browser, lms, frame)
    assert "Several" in browser.text(".onward")
    leave(browser, lms)
    lms.wait_finished(2)

    open_package(browser, lms, frame, elsewhere=True)
    assert "Several" in browser.text(".onward")
    go(browser, "#/first/one-choice")
    assert (verdict(browser, "choose-one"), chosen(browser, "choose-one")) == ("right", ["Espresso"])
    go(browser, "#/first/several")
    assert chosen(browser, "choose-several") == ["Cortado"], "ticks not yet checked are there too"
    choose(browser, "choose-several", "Cortado")
    for one in REST:
        answer(browser, lms, *one)
    leave(browser, lms)
    stored = lms.wait_finished(3)
    assert stored[names["score"]] == ("100" if target == "scorm12" else "1")
    assert [stored[name] for name in names["passed"]] == list(names["passed"].values())

    open_package(browser, lms, frame)
    assert "viewing only" in notice(browser)
    assert "copy" not in notice(browser), "nothing of it is lost"
    assert "Course completed" in browser.text(".onward"), "what was done elsewhere is here"
    leave(browser, lms)
    assert lms.wait_finished(4)[names["score"]] == stored[names["score"]]
    assert lms.violations() == []


@chromium
def test_what_a_platform_did_not_take_it_has_when_the_course_is_opened_again(package: Package, browser: Browser, lms: Host) -> None:
    lms.install(package("tiny", "scorm12"))
    with lms.out_of_order():
        open_package(browser, lms)
        go(browser, "#/first/one-choice")
        choose(browser, "choose-one", "Espresso")
        check(browser, "choose-one")
        browser.wait("document.getElementById('notice').textContent.includes('not answering')")
        leave(browser, lms)
        lms.wait_for(lambda: bool(lms.calls("LMSFinish")))
    assert lms.stored().get("cmi.interactions.0.id") is None
    open_package(browser, lms)
    browser.wait("document.querySelector('#main h1')")
    leave(browser, lms)
    stored = lms.wait_finished(1)
    assert stored["cmi.suspend_data"]
    assert stored["cmi.core.lesson_location"] == "first/one-choice/choose-one"


@chromium
def test_without_a_platform_a_course_runs_alone_and_says_so(package: Package, browser: Browser, lms: Host) -> None:
    lms.install(package("tiny", "scorm12"))
    open_package(browser, lms, "lost")
    assert "without a learning platform" in notice(browser)
    go(browser, "#/first/one-choice")
    assert notice(browser) == "", "once is enough"
    follow(browser, "#/")
    browser.wait("document.querySelector('.home')")
    assert notice(browser) == "", "also on the way back"
    go(browser, "#/first/one-choice")
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    assert lms.calls() == []


@chromium
@both
def test_a_course_that_asks_nothing_is_begun_and_completed(browser: Browser, lms: Host, tmp_path: Path, target: str) -> None:
    (tmp_path / "hei.md").write_text("# Hei\n\nTeksti.\n", "utf-8")
    assert not build(tmp_path / "hei.md", tmp_path, [target]).failed
    lms.install(next(tmp_path.glob(f"*/*-{target}.zip")))
    with told(lms):
        open_package(browser, lms)
    status = NAMES[target]["status"]
    assert lms.stored()[status] == "incomplete"
    browser.click("main .button")
    browser.wait("document.querySelector('.bar .button')")
    with told(lms):
        press(browser, ".bar .button")
    lms.wait_for(lambda: lms.stored()[status] == "completed")
    assert lms.violations() == []


@chromium
def test_a_guest_leaves_nothing_on_the_device(package: Package, browser: Browser, lms: Host) -> None:
    lms.install(package("tiny", "scorm12"))
    browser.new_tab(lms.launch(""))
    browser.enter(*INSIDE["iframe"])
    browser.wait(READY)
    assert "does not save" in notice(browser)
    answer(browser, lms, *FIRST[1])
    kept = browser.run("return indexedDB.databases().then((all) => [all.map(({name}) => name).filter((name) => name.includes('@@')), Object.keys(localStorage).filter((key) => key.includes('@@'))])")
    assert kept == [[], []]
    leave(browser, lms)
    assert lms.wait_finished(learner="")["cmi.suspend_data"], "the platform has it"
