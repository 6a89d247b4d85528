"""The host that packages are tried in: it must itself refuse what real ones refuse, and keep what they keep."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from lms.host import Host
from lms.manifest import Manifest
from lms.record import Record, add_times
from lms.sco import pack

HERE = Path(__file__).parent
NAMES = {"1.2": ("LMSInitialize", "LMSSetValue", "LMSGetValue", "LMSCommit", "LMSFinish"), "2004": ("Initialize", "SetValue", "GetValue", "Commit", "Terminate")}
ENDING = {"1.2": [("cmi.core.session_time", "00:00:05"), ("cmi.core.exit", "suspend")], "2004": [("cmi.session_time", "PT5S"), ("cmi.exit", "suspend")]}
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}


def say(browser: Browser, *call: str) -> tuple[str, str]:
    """Call the API from inside the course and return what it gives, and the error."""
    browser.wait("typeof say === 'function' && api")
    return tuple(browser.run("return say(...arguments)", *call))


def leave_by(browser: Browser, *calls: tuple[str, ...]) -> None:
    """Have these calls made when the page goes."""
    browser.run("window.leaving = arguments[0]", calls)


def end(edition: str) -> list[tuple[str, ...]]:
    _, put, _, _, finish = NAMES[edition]
    return [*((put, *pair) for pair in ENDING[edition]), (finish, "")]


def test_the_guard_refuses_what_the_strictest_refuses() -> None:
    run = subprocess.run(["node", "--test", "--test-reporter=tap", str(HERE / "guard.test.mjs")], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    assert int(re.search(r"# pass (\d+)", run.stdout)[1]) > 100


@pytest.mark.parametrize("edition, first, second, together", [("1.2", "0000:59:59.50", "00:00:00.75", "0001:00:00.25"), ("1.2", "", "00:00:05", "0000:00:05.00"), ("2004", "PT59M59.5S", "PT0.75S", "PT3600.25S"), ("2004", "PT1H", "P1DT5S", "PT90005S")])
def test_times_add_up(edition: str, first: str, second: str, together: str) -> None:
    assert add_times(first, second, edition) == together


@pytest.mark.parametrize("edition, left, kept", [("1.2", "suspend", True), ("1.2", "", True), ("2004", "suspend", True), ("2004", "normal", False), ("2004", None, False)])
def test_what_is_suspended_is_there_again_and_2004_forgets_what_is_not(edition: str, left: str | None, kept: bool) -> None:
    record = Record(Manifest(edition, "i", "Tiny", "sco.html", "", "", ()), "aino", "Järvinen, Aino")
    exit = "cmi.core.exit" if edition == "1.2" else "cmi.exit"
    assert record.open("auto")[record.key("entry")] == "ab-initio"
    record.commit({"cmi.suspend_data": "x"} | ({exit: left} if left is not None else {}))
    given = record.open("auto")
    assert given.get("cmi.suspend_data") == ("x" if kept else None)
    assert given[record.key("entry")] == ("resume" if left == "suspend" else "" if edition == "1.2" else "ab-initio")
    assert exit not in given


@chromium
@pytest.mark.parametrize("edition", NAMES)
def test_a_closed_tab_is_kept_and_resumed(browser: Browser, lms: Host, tmp_path: Path, edition: str) -> None:
    start, put, get, commit, _ = NAMES[edition]
    lms.install(pack(tmp_path / "tiny.zip", edition))
    home = browser.tabs[0]
    for number, (frame, inside) in enumerate((("iframe", (0,)), ("nested", (0, 0)), ("foreign", (0, 0)))):
        browser.new_tab(lms.launch(frame=frame))
        browser.enter(*inside)
        assert say(browser, start, "") == ("true", "0")
        assert say(browser, get, f"cmi.{'core.' if edition == '1.2' else ''}entry")[0] == ("resume" if number else "ab-initio")
        assert say(browser, get, "cmi.suspend_data")[0] == "x" * number
        assert say(browser, put, STATUS[edition], "incomplete") == say(browser, put, "cmi.suspend_data", "x" * (number + 1)) == say(browser, commit, "") == ("true", "0")
        leave_by(browser, *end(edition))
        browser.enter()
        browser.close_tab()
        browser.switch(home)
        stored = lms.wait_finished(number + 1)
        assert stored["cmi.suspend_data"] == "x" * (number + 1)
    assert stored["cmi.core.total_time" if edition == "1.2" else "cmi.total_time"] == ("0000:00:15.00" if edition == "1.2" else "PT15S")
    assert lms.violations() == []
    assert lms.stored("eino") == {}


@chromium
def test_what_is_said_too_late_is_lost_and_written_down(browser: Browser, lms: Host, tmp_path: Path) -> None:
    lms.install(pack(tmp_path / "tiny.zip", "2004"))
    home = browser.tabs[0]
    for left in ([("Commit", ""), *end("2004")], [("SetValue", "cmi.location", "x" * 1000), ("SetValue", "cmi.suspend_data", "é" * 33000), *end("2004")]):
        browser.new_tab(lms.launch(frame="popup"))
        browser.click("button")
        browser.switch(browser.tabs[-1])
        say(browser, "Initialize", "")
        say(browser, "SetValue", "cmi.completion_status", "incomplete")
        leave_by(browser, *left)
        browser.close_tab()
        browser.switch(home)
        if left[0][0] == "Commit":
            lms.wait_finished()
    lms.wait_for(lambda: len(lms.calls("Terminate")) == 2)
    assert [violation.partition(": ")[2] for violation in lms.violations() if violation.startswith("Commit")] == ["comes while the page is left, where browsers block it"]
    assert any("a beacon holds" in violation for violation in lms.violations())
    assert "cmi.location" not in lms.stored()


@chromium
def test_who_has_passed_comes_for_review_and_a_score_overrules_in_1_2(browser: Browser, lms: Host, tmp_path: Path) -> None:
    lms.install(pack(tmp_path / "tiny.zip", "1.2", judged=True))

    def run(learner: str, score: str, **how: str) -> dict[str, str]:
        browser.goto(lms.launch(learner, **how))
        browser.enter(0)
        assert say(browser, "LMSInitialize", "")[0] == "true"
        mode = say(browser, "LMSGetValue", "cmi.core.lesson_mode")[0]
        for element, value in (("cmi.core.lesson_status", "passed" if mode == "normal" else "browsed"), ("cmi.core.score.raw", score), *ENDING["1.2"]):
            say(browser, "LMSSetValue", element, value)
        assert say(browser, "LMSFinish", "") == ("true", "0")
        return lms.stored(learner) | {"mode": mode}

    assert run("eino", "50")["cmi.core.lesson_status"] == "failed"
    assert run("aino", "80")["cmi.core.lesson_status"] == "passed"
    assert lms.violations() == []
    assert run("eino", "90")["mode"] == "review", "also who has failed"
    violations = len(lms.violations())
    assert run("aino", "90")["mode"] == "review"
    assert len(lms.violations()) == violations + 3  # two changes of results, one of which takes back what was passed
    assert run("veera", "90", mode="browse")["mode"] == "browse"


@chromium
def test_where_there_is_no_api_or_no_answer(browser: Browser, lms: Host, tmp_path: Path) -> None:
    lms.install(pack(tmp_path / "tiny.zip", "2004", judged=True))
    browser.goto(lms.launch(frame="lost"))
    browser.enter(0)
    browser.wait("typeof say === 'function'")
    assert browser.run("return api") is None
    browser.goto(lms.launch())
    browser.enter(0)
    assert say(browser, "Initialize", "")[0] == "true"
    assert say(browser, "GetValue", "cmi.objectives.0.id") == ("passing", "0")
    assert say(browser, "GetValue", "cmi.scaled_passing_score") == ("0.8", "0")
    say(browser, "SetValue", "cmi.location", "here")
    with lms.out_of_order():
        assert say(browser, "Commit", "") == ("false", "391")
    assert lms.stored() == {}
    assert say(browser, "Commit", "") == ("true", "0")
    assert lms.stored()["cmi.location"] == "here"
