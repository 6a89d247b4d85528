"""A course that changes after it was passed, runs out, and is not for everyone: what is to be done again, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from browser import Browser, poll
from conftest import COURSES, WATCH
from gallery import chromium
from learner import check, choose, follow, go, item, open_course, press
from test_exams import EXAM, answer, send, start_exam
from test_looks import AXE, RULES
from test_review import CLOCK
from tuokio.publish import publish

Launch = Callable[..., Browser]

BEFORE = [  # what 01-returns.md says now → what it said in version 1
    ("changes:\n  - {date: 2026-11-01, of: how-long, note: Returns are taken for **30** days now. Customers asked for it.}\n", ""),
    ("  - {date: 2026-10-01, of: where, kind: clarified, note: It was always any shop.}\n", ""),
    ("for 30 days.", "for 14 days."),
    ("{text: 30 days, correct: true, feedback: Just so.}", "{text: 30 days, feedback: Too long.}"),
    ("{text: 14 days, feedback: It was so once.}", "{text: 14 days, correct: true, feedback: Just so.}"),
]
ANSWERS = {"how-long": "30 days", "exits": "Nothing", "ahead": "Two weeks"}
ROWS = "Object.fromEntries([...document.querySelectorAll('.modules li')].map(li => [li.querySelector('.row-title').textContent, [li.className, li.querySelector('.soft').textContent]]))"
KEPT = """
const [done] = arguments;
indexedDB.databases().then(async (all) => {
  const events = await Promise.all(all.map(({ name }) => new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      if (!names.includes("events")) return resolve([]);
      const reading = opening.result.transaction("events").objectStore("events").getAll();
      reading.onsuccess = () => (opening.result.close(), resolve(reading.result));
    };
  })));
  done(events.flat().sort((a, b) => a.n - b.n));
});
"""


class Workshop:
    """A course that is edited and published, always to the same place."""

    def __init__(self, name: str, folder: Path) -> None:
        self.folder, self.output = folder / name, folder / "a course & ä"
        shutil.copytree(COURSES[name], self.folder)

    def edit(self, name: str, *edits: tuple[str, str]) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def publish(self) -> str:
        """Publish what stands there and return its address."""
        published = publish(self.folder, self.output, date(2026, 11, 22))
        assert not published.refused, published.findings
        index = self.output / self.folder.name / "site/index.html"
        (index.parent / "watch.js").write_text(WATCH + CLOCK, "utf-8")
        index.write_text(index.read_text("utf-8").replace("<meta http", '<script src="watch.js"></script><meta http', 1), "utf-8")
        return index.as_uri()


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop("renewing", tmp_path)


def on(browser: Browser, address: str, day: int, route: str = "") -> None:
    """Open the course on another day."""
    open_course(browser, f"{address}?day={day}", route)
    browser.wait("location.search === arguments[0] && document.querySelector('#main h1')", f"?day={day}")


def forward(browser: Browser) -> None:
    """Go on, and wait until one is there."""
    before = browser.run("return location.hash")
    press(browser, ".bar .button")
    browser.wait("location.hash !== arguments[0] && document.activeElement.matches('h1, h2')", before)


def pass_all(browser: Browser, *questions: str, **answers: str) -> None:
    """Go through the module that is open, from the step that is shown, and answer these."""
    while "/-end" not in browser.run("return location.hash"):
        question = browser.run("return document.querySelector('[data-item]')?.dataset.item ?? null")
        if question in questions:
            choose(browser, question, answers.get("answer", ANSWERS[question]))
            check(browser, question)
        forward(browser)


def learn(browser: Browser, address: str, **answers: str) -> None:
    """Pass the whole course."""
    on(browser, address, 0, "#/returns/where")
    pass_all(browser, "how-long", **answers)
    for module, question in (("safety", "exits"), ("rosters", "ahead")):
        go(browser, f"#/{module}/start")
        pass_all(browser, question)


def row(browser: Browser, module: str, says: str) -> str:
    """Wait until the home page says this of a module, and return how it is marked."""
    return browser.wait(f"{ROWS}[arguments[0]]?.[1] === arguments[1] && 'is ' + {ROWS}[arguments[0]][0]", module, says)


def test_who_passed_before_a_rule_changed_catches_up_in_one_step_and_is_complete_again(workshop: Workshop, launch: Launch) -> None:
    now = (workshop.folder / "01-returns.md").read_text("utf-8")
    workshop.edit("01-returns.md", *BEFORE)
    browser = launch(size=(360, 740))
    learn(browser, workshop.publish(), answer="14 days")
    follow(browser, "#/-end")
    assert "Valid for version 1" in browser.wait("document.title.includes('Course completed') && document.querySelector('.end').innerText")

    (workshop.folder / "01-returns.md").write_text(now, "utf-8")
    address = workshop.publish()
    on(browser, address, 5)
    news = browser.wait("document.querySelector('.changes-news')?.innerText")
    assert "One thing has changed since you finished" in news and "Returns are taken for 30 days now." in news and "about a minute" in news
    assert ("is ", "is done") == (row(browser, "Returns", "Changed: 1 min"), row(browser, "Rosters", "Done")), "and nothing else is open"
    press(browser, ".changes-news .button")
    assert "Changed on 1 November 2026: Returns are taken for 30 days now." in browser.wait("document.querySelector('.change-mark')?.innerText")
    assert not browser.run("return document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item("how-long")), "it is asked anew"
    choose(browser, "how-long", "30 days")
    check(browser, "how-long")
    forward(browser)
    assert "Valid for version 2" in browser.wait("location.hash === '#/returns/-end' && document.querySelector('.end').innerText")
    follow(browser, "#/-end")
    assert "Valid for version 2" in browser.wait("document.title.includes('Course completed') && document.querySelector('.end').innerText")
    kept = browser.run_async(KEPT)
    assert [1, 2] == [event["version"] for event in kept if event["kind"] == "completed"], "once a version"
    on(browser, address, 6)
    assert "is done" == row(browser, "Returns", "Done")
    assert [] == browser.run("return seen")


@chromium
def test_a_module_that_holds_a_year_is_renewed_before_or_taken_again_after(workshop: Workshop, launch: Launch) -> None:
    browser = launch(size=(320, 640))
    address = workshop.publish()
    learn(browser, address)
    on(browser, address, 300)
    assert not browser.run("return document.querySelector('.changes-news')")
    on(browser, address, 355)
    assert "One module is soon to be renewed" in browser.wait("document.querySelector('.changes-news')?.innerText")
    assert [] == browser.axe(AXE, RULES)
    on(browser, address, 355, "#/safety/start")
    browser.wait("document.querySelector('.change-mark button')")
    assert [] == browser.axe(AXE, RULES) and browser.run("return document.documentElement.scrollWidth <= innerWidth")

    on(browser, address, 400)
    browser.wait("document.querySelector('.changes-news')")
    assert ("is ", "is done") == (row(browser, "Safety", "Take again"), row(browser, "Returns", "Done"))
    on(browser, address, 400, "#/safety/fire")
    assert "was valid until" in browser.wait("document.querySelector('.change-mark')?.innerText")
    forward(browser)
    assert "#/safety/start" == browser.run("return location.hash"), "from its beginning"
    assert not browser.run("return document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item("exits")), "and asked anew"
    pass_all(browser, "exits")
    follow(browser, "#/")
    assert "done" == browser.wait(f"{ROWS}.Safety?.[1].startsWith('Valid until') && {ROWS}.Safety[0]")
    kept = browser.run_async(KEPT)
    assert [("safety", ["safety", "exits"])] == [(event["of"], event["items"]) for event in kept if event["kind"] == "reopened"]
    assert 2 == sum(event["kind"] == "completed" for event in kept), "complete, and complete again"


CHOOSE = """
const [role, done] = arguments;
indexedDB.databases().then((all) => all.forEach(({ name }) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    if (![...opening.result.objectStoreNames].includes("events")) return;
    const writing = opening.result.transaction("events", "readwrite");
    writing.objectStore("events").put({ id: "role-1", n: 9999, at: "2026-11-22T10:00:00.000Z", tz: 0, kind: "preferred", of: "role", value: role });
    writing.oncomplete = () => (opening.result.close(), done());
  };
}));
"""


@chromium
def test_a_role_has_its_own_modules_to_do_and_may_read_the_others(workshop: Workshop, launch: Launch) -> None:
    browser = launch(size=(360, 740))
    address = workshop.publish()
    on(browser, address, 0, "#/returns/where")
    assert poll(lambda: browser.run_async(KEPT), 10)
    browser.run_async(CHOOSE, "staff")
    on(browser, address, 1)
    assert ["Modules", "For other roles"] == browser.wait("document.querySelectorAll('.area').length === 2 && [...document.querySelectorAll('.area h2')].map(h => h.innerText)")
    assert "1 min · Manager" == browser.wait(f"{ROWS}.Rosters[1].includes('Manager') && {ROWS}.Rosters[1]")
    assert "of 2 modules" in browser.run("return document.querySelector('.meter').innerText")
    go(browser, "#/rosters/start")
    assert "meant for these roles: Manager" in browser.wait("document.querySelector('.change-mark')?.innerText")
    go(browser, "#/returns/where")
    pass_all(browser, "how-long")
    go(browser, "#/safety/start")
    pass_all(browser, "exits")
    follow(browser, "#/-end")
    end = browser.wait("document.title.includes('Course completed') && document.querySelector('.end').innerText")
    assert "Rosters" not in end and "100%" in end


@chromium
def test_an_exam_that_was_passed_and_has_changed_is_taken_again(tmp_path: Path, launch: Launch) -> None:
    workshop = Workshop("exams", tmp_path)
    browser = launch(size=(360, 740))
    address = workshop.publish()
    on(browser, address, 0)
    for question in start_exam(browser):
        answer(browser, question, "Right")
    assert "You passed" in send(browser)
    workshop.edit("02-final.md", ("title: The final\n", "title: The final\nchanges:\n  - {date: 2026-11-20, of: own, note: It is asked otherwise.}\n"), ("The exam's own question?", "The exam's newest question?"))
    address = workshop.publish()
    on(browser, address, 1, EXAM)
    assert "You passed" in browser.wait("document.querySelector('.exam .seal') && document.querySelector('.exam').innerText"), "what was is still shown"
    assert "It is asked otherwise." in browser.wait("document.querySelector('.change-mark')?.innerText")
    assert "Start again" == browser.run("return document.querySelector('.bar .button').textContent.trim()")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('[name=minutes]')")
    asked = start_exam(browser)
    assert "own" in asked
    for question in asked:
        answer(browser, question, "Right")
    send(browser)
    assert "Start again" != browser.run("return document.querySelector('.bar .button').textContent.trim()")
    assert not browser.run("return document.querySelector('.change-mark')")
    assert [] == browser.run("return seen")
