"""Putting things where they belong: a group of radios for each thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, item, open_course, order, press, said, verdict
from tuokio.build import build

QUESTION = "whose"
SOURCE = "# Whose\n\n```quiz\nid: whose\nquestion: Whose is it?\nsort:\n  Mine: [Cold coffee, {text: Wrong cake, feedback: A new one costs little.}]\n  The boss's: [Wrong invoice]\n  Nobody's: []\nexplanation: What is looked into goes on.\n```\n"


@pytest.fixture
def course(tmp_path: Path) -> str:
    (tmp_path / "whose.md").write_text(SOURCE, "utf-8")
    assert not build(tmp_path / "whose.md", tmp_path / "output", ["site"]).failed
    return (tmp_path / "output/whose/site/index.html").as_uri()


def place(browser: Browser, thing: str, bucket: str) -> None:
    press(browser, f'{item(QUESTION)} [data-option="{thing}"] label:has([value="{bucket}"])')


def test_each_thing_is_a_group_of_its_own_named_by_it(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch(size=(360, 740))
    open_course(browser, course, "#/whose/start")
    assert {"Cold coffee", "Wrong cake", "Wrong invoice"} == set(browser.run("return [...document.querySelectorAll('.sorting legend')].map(e => e.textContent.trim())"))
    assert ["Mine", "The boss’s", "Nobody’s"] == [name.replace("'", "’") for name in browser.run("return [...document.querySelector('.sorting fieldset').querySelectorAll('label')].map(e => e.textContent.trim())")]
    assert browser.run("return [...document.querySelectorAll('.sorting label')].every(e => e.getBoundingClientRect().height >= 44)")
    browser.run("document.querySelector('.sorting input').focus()")
    browser.press("Space")
    browser.press("ArrowDown")
    assert 1 == browser.run("return document.querySelectorAll('.sorting input:checked').length"), "the arrows stay in the group"
    assert order(browser, QUESTION)[0] == browser.run("return document.activeElement.closest('[data-option]').dataset.option")


def test_only_what_was_misplaced_is_tried_again_and_a_new_choice_is_not_yet_wrong(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course, "#/whose/start")
    place(browser, "a", "a")
    place(browser, "b", "c")
    place(browser, "c", "b")
    check(browser, QUESTION)
    assert "partly" == verdict(browser, QUESTION)
    assert "A new one costs little." in said(browser, QUESTION)
    press(browser, f"{item(QUESTION)} .again")
    assert ["b"] == browser.run("return [...new Set([...document.querySelectorAll('.sorting input:enabled')].map(i => i.closest('[data-option]').dataset.option))]")
    assert "Not this" in said(browser, QUESTION)
    place(browser, "b", "b")
    assert "Not this" not in said(browser, QUESTION)
    check(browser, QUESTION)
    press(browser, f"{item(QUESTION)} .reveal")
    assert "Mine" == browser.text(f'{item(QUESTION)} [data-option="b"] .right-answer')
