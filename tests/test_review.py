"""Review over weeks, lived in minutes: the day is in the address, and the page's clock follows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from test_looks import AXE, RULES
from learner import READY, check, choose, follow, go, item, open_course, press

Site = Callable[..., Path]
Launch = Callable[..., Browser]

CLOCK = """
{
  const days = Number(new URLSearchParams(location.search).get("day"));
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + days * 86_400_000); }
    static now() { return Real.now() + days * 86_400_000; }
  };
}
"""
ASKED = "(document.querySelector('.review [data-item]')?.dataset.item ?? null)"


@pytest.fixture
def course(site: Site) -> str:
    return (site("reviewing", CLOCK) / "index.html").as_uri()


def on(browser: Browser, course: str, day: int, route: str = "") -> None:
    """Open the course on another day."""
    open_course(browser, f"{course}?day={day}", route)
    browser.wait("location.search === arguments[0] && document.querySelector('#main h1')", f"?day={day}")


def answer(browser: Browser, question: str, text: str, sure: str = "") -> None:
    if sure:
        press(browser, f"{item(question)} .sureness label:nth-of-type({['unsure', 'fairly', 'sure'].index(sure) + 1})")
    choose(browser, question, text)
    check(browser, question)


def review(browser: Browser, right: set[str], answers: dict[str, tuple[str, str]]) -> list[str]:
    """Answer all of a visit, those in `right` rightly, and return what was asked in its order."""
    asked = []
    press(browser, ".bar .button")
    while True:
        browser.wait(f"{ASKED} !== arguments[0]", asked[-1] if asked else None)
        question = browser.run(f"return {ASKED}")
        if not question:
            return asked
        answer(browser, question, answers[question][question not in right])
        asked.append(question)
        press(browser, ".bar .button")


def told(browser: Browser) -> str:
    return browser.wait("document.querySelector('.resource.review')?.innerText")


@chromium
def test_four_weeks_of_learning_forgetting_and_remembering(course: str, launch: Launch) -> None:
    browser = launch()
    answers = {"latte": ("Milk", "Coffee"), "oat": ("Oat drink", "Cream"), "robusta": ("Robusta", "Arabica"), "green": ("80 degrees", "Boiling")}
    on(browser, course, 0)
    assert not browser.run("return document.querySelector('.plan .review')")
    go(browser, "#/coffee/milk")
    answer(browser, "latte", "Milk")
    answer(browser, "oat", "Cream", sure="sure")
    go(browser, "#/coffee/beans")
    answer(browser, "robusta", "Arabica")
    go(browser, "#/tea/start")
    answer(browser, "green", "80 degrees", sure="unsure")
    follow(browser, "#/-review")
    assert "nothing to review right now" in told(browser) and "tomorrow" in told(browser), "what was just met rests"

    on(browser, course, 1, "#/-review")
    assert "3 questions are due" in told(browser)
    assert ["oat", "robusta", "green"] == review(browser, {"robusta", "green"}, answers), "sure and wrong comes first"
    assert "remembered 2" in told(browser) and "Comes back tomorrow" in told(browser)

    on(browser, course, 2, "#/-review")
    assert ["latte", "oat"] == sorted(review(browser, {"latte", "oat"}, answers))
    days = {}
    for day in range(3, 29):
        on(browser, course, day, "#/-review")
        if "due" in told(browser):
            days[day] = sorted(review(browser, set(answers), answers))
    assert set(answers) == {question for questions in days.values() for question in questions}
    early = sum(len(questions) for day, questions in days.items() if day < 16)
    assert sum(map(len, days.values())) - early < early, f"what is remembered is asked ever more rarely: {days}"
    on(browser, course, 3650, "#/-review")
    assert "4 questions are due" in told(browser), "a clock ten years ahead loses nothing"
    assert 4 == len(review(browser, set(answers), answers))
    on(browser, course, 29, "#/-review")
    assert "4 questions are due" in told(browser), "and set back again it asks at once instead of in ten years"


@pytest.fixture
def learnt(course: str, launch: Launch) -> Callable[..., Browser]:
    """A learner who answered two questions wrongly and finished the step they stand in."""

    def start(size: tuple[int, int] = (1280, 800)) -> Browser:
        browser = launch(size=size)
        on(browser, course, 0, "#/coffee/milk")
        browser.wait("document.querySelector(arguments[0])", item("latte"))
        answer(browser, "latte", "Coffee")
        answer(browser, "oat", "Cream")
        press(browser, ".bar .button")
        browser.wait("location.hash === '#/coffee/beans'")
        return browser

    return start


def test_minutes_are_filled_with_what_waits_and_lead_there(course: str, learnt: Callable[..., Browser]) -> None:
    browser = learnt()
    on(browser, course, 3)
    press(browser, ".minutes button:nth-child(2)")
    plan = browser.wait("[...document.querySelectorAll('.plan li')].length > 1 && [...document.querySelectorAll('.plan a > :first-child')].map(a => a.textContent)")
    assert ["Review 2 questions", "Beans < a < b"] == plan
    press(browser, ".plan .review a")
    first = browser.wait(ASKED)
    browser.run("history.back()")
    browser.wait("document.querySelector('.plan')")
    browser.reload()
    browser.wait(READY)
    follow(browser, "#/-review")
    assert first == browser.wait(ASKED), "a visit that was left goes on where it was, also after a reload"
    press(browser, ".bar .button")
    assert "oat" == browser.wait(f"{ASKED} !== arguments[0] && {ASKED}", first), "any question can be skipped"
    press(browser, ".bar .button")
    browser.wait("!document.querySelector('.review [data-item]')")
    assert "Another time" in told(browser)
    on(browser, course, 4, "#/-review")
    assert "2 questions are due" in told(browser), "and is due again"


@chromium
def test_two_tabs_hold_one_visit_and_its_end_names_also_what_was_answered_before_a_reload(course: str, learnt: Callable[..., Browser]) -> None:
    browser = learnt()
    on(browser, course, 3, "#/-review")
    first = browser.tabs[0]
    second = browser.new_tab(f"{course}?day=3#/-review")
    browser.wait("document.querySelector('.bar .button')?.textContent.trim() === 'Start'")
    browser.switch(first)
    press(browser, ".bar .button")
    question = browser.wait(ASKED)
    browser.switch(second)
    press(browser, ".bar .button")
    assert question == browser.wait(ASKED), "the visit that the other tab has begun"
    answers = {"latte": "Milk", "oat": "Oat drink"}
    answer(browser, question, answers[question])
    browser.switch(first)
    browser.reload()
    browser.wait(f"{ASKED} !== null && {ASKED} !== arguments[0]", question)
    rest = browser.run(f"return {ASKED}")
    answer(browser, rest, answers[rest])
    press(browser, ".bar .button")
    browser.wait("!document.querySelector('.review [data-item]')")
    assert "reviewed 2" in told(browser) and "What is most of a latte?" in told(browser) and "instead of milk?" in told(browser)
    follow(browser, "#/")
    browser.wait("document.querySelector('.home')")
    follow(browser, "#/-review/5")
    assert "nothing to review right now" in browser.wait("document.querySelector('.resource.review .lead')?.closest('.review').innerText"), "a link to a visit that has come to nothing leads to words"


def test_review_is_done_by_keyboard_alone_at_320_pixels_and_offends_no_rule_of_access(course: str, learnt: Callable[..., Browser]) -> None:
    browser = learnt((320, 640))
    on(browser, course, 3, "#/-review")
    assert "2 questions are due" in told(browser)

    def tab_to(css: str) -> None:
        for _ in range(40):
            browser.press("Tab")
            if browser.run("return document.activeElement.matches(arguments[0])", css):
                return
        pytest.fail(f"{css} cannot be reached")

    def look() -> None:
        assert [] == browser.axe(AXE, RULES)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the page"

    look()
    tab_to(".bar button")
    browser.press("Enter")
    for _ in range(2):
        question = browser.wait(ASKED)
        browser.wait("document.activeElement.matches('.stem')")
        tab_to("input[name=answer]")
        browser.press("Space")
        tab_to(".check")
        browser.press("Enter")
        browser.wait("document.activeElement.matches('.outcome')")
        look()
        tab_to(".bar button")
        browser.press("Enter")
        browser.wait(f"{ASKED} !== arguments[0]", question)
    browser.wait("document.activeElement.matches('h1')")
    look()


def test_a_rule_that_changed_comes_first_until_it_is_read_and_cards_of_a_finished_step_are_asked(course: str, launch: Launch) -> None:
    browser = launch()
    on(browser, course, 0, "#/house/tips-step")
    for there in ("#/house/cups", "#/house/-end"):
        press(browser, ".bar .button")
        browser.wait("location.hash === arguments[0]", there)
    on(browser, course, 1)
    assert "Tips are now shared by the whole shift." == browser.wait("document.querySelector('.changes-news .plan a')?.textContent")
    press(browser, ".minutes button:first-child")
    plan = browser.wait("[...document.querySelectorAll('.plan li a > :first-child')].map(a => a.textContent)")
    assert "Tips are now shared by the whole shift." in plan[0]
    press(browser, ".changes-news .plan a")
    browser.wait("location.hash === '#/house/tips-step/tips' && document.querySelector('[data-draw] [data-item]')")
    on(browser, course, 365 * 80, "#/house/tips-step")
    press(browser, ".bar .button")
    browser.wait("location.hash === '#/house/cups'")
    on(browser, course, 365 * 80)
    browser.wait("document.querySelector('.due')")
    assert not browser.run("return document.querySelector('.changes-news')"), "what was read is no news"

    on(browser, course, 365 * 80, "#/-review")
    press(browser, ".bar .button")
    asked = set()
    for _ in range(3):
        question = browser.wait(f"!arguments[0].includes({ASKED}) && {ASKED}", list(asked))
        asked.add(question)
        press(browser, ".bar .button")  # skipped
    assert {"tips", "cups.small", "cups.large"} == {question.rpartition(".")[0] for question in asked}, "one question of each thing that was taught"
