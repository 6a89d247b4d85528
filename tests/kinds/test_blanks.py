"""Gaps in a text are filled, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, item, open_course, press, said, verdict
from tuokio import blocks
from tuokio.build import build

NAME = "example-blanks"
QUESTION = item(NAME)
STATE = f"return [...document.querySelectorAll('{QUESTION} .field')].map(field => [field.value, field.readOnly ?? field.disabled, field.parentElement.dataset.mark])"
PICK = f"const field = document.querySelector('{QUESTION} [name=' + arguments[0] + ']'); field.value = arguments[1]; field.dispatchEvent(new Event('change', {{bubbles: true}}))"


@pytest.fixture
def example(tmp_path: Path) -> str:
    """The kind's own example, built."""
    result = build(blocks.folder("blanks") / "example.md", tmp_path, ["site"])
    assert not result.findings
    return (tmp_path / "example/site/index.html").as_uri()


def test_only_the_gaps_that_were_missed_are_filled_again(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    press(browser, f"{QUESTION} .check")
    browser.wait("document.querySelector('.message').textContent === 'Fill in at least one gap first.'")
    press(browser, f"{QUESTION} [name=a]")
    browser.type("14")
    press(browser, f"{QUESTION} [name=b]")
    browser.type("invoice")
    browser.run(PICK, "c", "a")
    check(browser, NAME)
    assert "partly" == verdict(browser, NAME)
    assert ["right", "wrong", "right", ""] == [mark for _, _, mark in browser.run(STATE)]
    press(browser, f"{QUESTION} .again")
    assert [["14", True, "right"], ["", False, ""], ["a", True, "right"], ["", False, ""]] == [[value, bool(fixed), mark] for value, fixed, mark in browser.run(STATE)]
    press(browser, f"{QUESTION} [name=b]")
    browser.type("reciept")
    browser.run(PICK, "d", "b")
    browser.press("Enter")
    browser.wait("document.querySelector('.verdict').dataset.went === 'right'")
    assert "receipt" == browser.text(f'{QUESTION} [data-option="b"] .right-answer'), "the typo is spelled"


TYPING = """
const [form, done] = [document.querySelector(arguments[0]), arguments[1]];
const fill = (name, text, ...types) => {
  const input = form.querySelector(`[name=${name}]`);
  input.focus();
  input.value = text;
  for (const type of types) input.dispatchEvent(new Event(type, { bubbles: true }));
  return input;
};
fill("a", "14", "input", "change"); // this goes to the store
const input = fill("b", "invoi", "input"); // and this is still being typed
const seen = [];
const look = () => (seen.push(input.value), seen.length < 15 ? requestAnimationFrame(look) : done(seen));
requestAnimationFrame(look);
"""


def test_what_is_being_typed_stays_while_an_older_draft_is_kept(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    browser.wait("document.querySelector(arguments[0])", QUESTION)
    assert {"invoi"} == set(browser.run_async(TYPING, QUESTION))


def test_a_draft_survives_and_the_answers_are_shown_when_asked_for(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    press(browser, f"{QUESTION} [name=a]")
    browser.type("12")
    browser.run(PICK, "d", "c")
    browser.reload()
    browser.wait("document.querySelector(arguments[0])?.value === '12'", f"{QUESTION} [name=a]")
    assert "c" == browser.run("return document.querySelector(arguments[0]).value", f"{QUESTION} [name=d]")
    check(browser, NAME)
    press(browser, f"{QUESTION} .reveal")
    browser.wait("document.querySelector('.verdict').dataset.went === 'shown'")
    shown = browser.run(f"return [...document.querySelectorAll('{QUESTION} .right-answer')].map(text => text.textContent)")
    assert ["14", "receipt", "must", "the way it was paid"] == shown
    assert "We give the money back" in said(browser, NAME)


def test_every_gap_says_which_it_is_and_options_do_not_come_in_the_authors_order_alone(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    assert ["Gap 1 of 4", "Gap 2 of 4", "Gap 3 of 4", "Gap 4 of 4"] == browser.run(f"return [...document.querySelectorAll('{QUESTION} .field')].map(field => field.ariaLabel ?? field.getAttribute('aria-label'))")
    options = f"return [...document.querySelectorAll('{QUESTION} [name=d] option')].map(option => option.value)"
    first = browser.run(options)
    assert "" == first[0] and ["a", "b", "c"] == sorted(first[1:])
    browser.reload()
    browser.wait("document.querySelector(arguments[0])", f"{QUESTION} [name=d]")
    assert first == browser.run(options), "a learner's order stays"
    widths = browser.run(f"return [...document.querySelectorAll('{QUESTION} input.field')].map(field => field.offsetWidth)")
    assert 1 == len(set(widths)), "the width does not tell the answer"
