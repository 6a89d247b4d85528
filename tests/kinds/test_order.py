"""Putting things in order: by buttons and by dragging, with the focus and the words where they belong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, item, open_course, order, said, verdict, wait_until_kept
from tuokio.build import build

QUESTION = "serving"
SOURCE = "# Serving\n\n```quiz\nid: serving\nquestion: In what order?\norder: [Greet, Listen, Solve, Thank, {text: Part, feedback: They go last.}]\nexplanation: People first.\n```\n"
RIGHT = ["a", "b", "c", "d", "e"]
NAMES = dict(zip(RIGHT, ["Greet", "Listen", "Solve", "Thank", "Part"], strict=True))
HEARD = "window.heard = []; new MutationObserver(() => { const t = document.querySelector('.message').textContent; if (t) heard.push(t); }).observe(document.querySelector('.message'), {childList: true, characterData: true, subtree: true})"


@pytest.fixture
def course(tmp_path: Path) -> str:
    (tmp_path / "serving.md").write_text(SOURCE, "utf-8")
    assert not build(tmp_path / "serving.md", tmp_path / "output", ["site"]).failed
    return (tmp_path / "output/serving/site/index.html").as_uri()


def row(id: str) -> str:
    return f'{item(QUESTION)} [data-option="{id}"]'


def reorder(browser: Browser, wanted: list[str]) -> None:
    """Move rows up by their buttons until they stand as wanted."""
    for at, id in enumerate(wanted):
        while order(browser, QUESTION).index(id) > at:
            browser.run("document.querySelector(arguments[0]).click()", f"{row(id)} .up")


def test_a_row_moves_by_keyboard_keeps_the_focus_and_says_where_it_is(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch(size=(360, 740))
    open_course(browser, course, "#/serving/start")
    start = order(browser, QUESTION)
    assert start != RIGHT, "the answer is not what one begins with"
    first = start[0]
    assert f"Move down: {NAMES[first]}" == browser.run("return document.querySelector(arguments[0]).getAttribute('aria-label')", f"{row(first)} .down")
    browser.run(HEARD)
    browser.run("document.querySelector(arguments[0]).focus()", f"{row(first)} .down")
    for place in range(2, 6):
        browser.press("Enter")
        browser.wait("heard.at(-1) === arguments[0]", f"{NAMES[first]}, now {place} of 5")
        assert browser.run("return document.activeElement.matches(arguments[0])", f"{row(first)} .down")
    assert [*start[1:], first] == order(browser, QUESTION)
    assert "true" == browser.run("return document.activeElement.ariaDisabled ?? document.activeElement.getAttribute('aria-disabled')")
    browser.press("Enter")
    browser.wait("heard.at(-1) === arguments[0]", f"{NAMES[first]} is already last")
    assert [*start[1:], first] == order(browser, QUESTION)
    assert 5 == browser.run("return heard.length"), "one message for one action"


def test_the_order_one_begins_with_is_nobodys_answer_and_a_draft_is_kept(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course, "#/serving/start")
    browser.click(f"{item(QUESTION)} .check")
    browser.wait("document.querySelector('.message').textContent === 'Move at least one first.'")
    start = order(browser, QUESTION)
    browser.click(f"{row(start[1])} .up")
    wait_until_kept(browser, QUESTION, kind="drafted", response=[start[1], start[0], *start[2:]])
    browser.quit()

    browser = launch()
    open_course(browser, course, "#/serving/start")
    assert [start[1], start[0], *start[2:]] == order(browser, QUESTION)
    check(browser, QUESTION)


def test_trying_again_moves_only_what_was_misplaced_and_the_end_shows_the_right_order(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course, "#/serving/start")
    reorder(browser, ["b", "c", "a", "d", "e"])
    reorder(browser, ["b", "c", "d", "e", "a"])
    check(browser, QUESTION)
    assert "partly" == verdict(browser, QUESTION)
    assert 1 == said(browser, QUESTION).count("Out of place")
    browser.click(f"{item(QUESTION)} .again")
    assert [row(id) for id in ["a"]] == [row(id) for id in RIGHT if browser.run("return !!document.querySelector(arguments[0])?.checkVisibility()", f"{row(id)} .moves")]
    browser.click(f"{row('a')} .up")
    assert "Out of place" not in said(browser, QUESTION), "it stands elsewhere now, and nothing is known of that yet"
    check(browser, QUESTION)
    browser.click(f"{item(QUESTION)} .reveal")
    assert RIGHT == order(browser, QUESTION)
    assert "You had this in place 4" in said(browser, QUESTION)
    heard = browser.run("return document.querySelector('.outcome').getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent)")
    assert "1. Greet" in heard


def test_a_row_follows_the_pointer_by_its_number(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course, "#/serving/start")
    start = order(browser, QUESTION)
    browser.run(HEARD)
    drag = """
    const grip = document.querySelector(arguments[0]), list = [...document.querySelectorAll('.ordering > li')];
    const at = (element, part) => element.getBoundingClientRect().top + element.getBoundingClientRect().height * part;
    const fire = (type, y) => grip.dispatchEvent(new PointerEvent(type, {bubbles: true, pointerId: 1, clientY: y}));
    grip.setPointerCapture = () => {};
    fire('pointerdown', at(list[0], .5));
    for (const row of list.slice(1, 4)) fire('pointermove', at(row, .9));
    fire('lostpointercapture', 0);
    """
    browser.run(drag, f"{row(start[0])} .grip")
    assert [*start[1:4], start[0], start[4]] == order(browser, QUESTION)
    browser.wait("heard.at(-1) === arguments[0]", f"{NAMES[start[0]]}, now 4 of 5")
    assert 1 == browser.run("return heard.length")
