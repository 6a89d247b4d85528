"""Every kind of question by keyboard alone and as a screen reader finds it, on the handbook's own gallery of examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import KINDS, SAME_ORDER, answer_in_steps, chromium, open_kind
from learner import item, open_course
from tuokio import blocks

pytestmark = pytest.mark.everywhere

WHERE = """
const here = document.activeElement, section = here.closest('[data-item]');
return { tag: here.localName, type: here.type || '', name: here.name || '', item: section?.dataset.item, inside: here.className,
         checked: here.checked, filled: Boolean(here.value), key: section ? [...section.querySelectorAll('*')].indexOf(here) : -1 };
"""
ENOUGH = 120  # presses of Tab; more would be a trap


def reach(browser: Browser, question: str) -> None:
    """Put the focus before a question, as one comes to it."""
    browser.run("const q = document.querySelector(arguments[0]); q.tabIndex = -1; q.focus(); q.removeAttribute('tabindex')", item(question))


def answer_by_keyboard(browser: Browser, question: str) -> None:
    """Tab through a question, answer whatever has the focus, and press Check when it comes."""
    done: set[object] = set()
    for _ in range(ENOUGH):
        browser.press("Tab")
        here = browser.run(WHERE)
        assert "body" != here["tag"], "the focus is nowhere"
        assert question == here["item"], "the focus left the question before Check was met"
        if "check" in here["inside"].split():
            browser.press("Enter")
            return
        mark = here["name"] if here["type"] == "radio" else here["key"]
        if mark in done:
            continue
        done.add(mark)
        if here["type"] in ("radio", "checkbox"):
            browser.press("Space")
        elif here["tag"] == "select":
            if browser.engine == "webkit":  # its list is a window of the system, which a test cannot reach
                browser.run("const s = document.activeElement; s.selectedIndex = 1; s.dispatchEvent(new Event('change', {bubbles: true}))")
            else:
                browser.press("ArrowDown")
        elif here["tag"] == "textarea" or here["type"] == "text":
            browser.type("1")
        elif here["tag"] == "button" and "hint" not in here["inside"]:
            browser.press("Enter")
            assert question == browser.run(WHERE)["item"], "a button lost the focus"
    pytest.fail("Check was never reached")


@pytest.fixture
def gallery(built: Callable[[str], Path]) -> str:
    return (built("handbook") / "site/index.html").as_uri()


def test_every_kind_is_answered_and_settled_by_keyboard_alone(gallery: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, gallery)
    for kind in KINDS:
        question = open_kind(browser, kind)
        reach(browser, question)
        answer_by_keyboard(browser, question)
        settled = "document.activeElement.matches('.outcome')"
        if not browser.wait(f"({settled} || document.querySelector(arguments[0] + ' textarea')) && 1", item(question)) or not browser.run(f"return {settled}"):
            answer_by_keyboard(browser, question)  # own words: now judged
            browser.wait(settled)
        browser.wait("document.querySelector(arguments[0] + ' .saved:not([hidden])')", item(question))
        if browser.run("return document.querySelector(arguments[0] + ' .reveal:not([hidden])') !== null", item(question)):
            for _ in range(ENOUGH):
                browser.press("Tab")
                if "reveal" in browser.run(WHERE)["inside"].split():
                    break
            browser.press("Enter")
            browser.wait("document.querySelector(arguments[0]).classList.contains('settled')", item(question))
        assert browser.run("return document.activeElement.closest('[data-item]')?.dataset.item", item(question)) == question


def read_aloud(browser: Browser, kind: str) -> str:
    """Return what a screen reader is told of a kind's example: as it is met, after an answer, and when it is settled."""
    name = open_kind(browser, kind)
    told = {done: browser.tree(item(name)) for done in answer_in_steps(browser, name) if done in ("met", "checked", "shown")}
    return "\n\n".join(f"{done.capitalize()}\n{'=' * len(done)}\n{tree}" for done, tree in told.items()) + "\n"


@chromium
def test_a_screen_reader_finds_what_was_reviewed(site: Callable[..., Path], browser: Browser, request: pytest.FixtureRequest) -> None:
    open_course(browser, (site("handbook", SAME_ORDER) / "index.html").as_uri())
    for kind in KINDS:
        reviewed = blocks.folder(kind) / "tree.txt"
        tree = read_aloud(browser, kind)
        if request.config.getoption("--accept"):
            reviewed.write_text(tree, "utf-8")
        assert reviewed.read_text("utf-8") == tree, kind
