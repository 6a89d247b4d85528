"""One's own words, compared and judged by oneself, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, item, open_course, press, said, verdict
from tuokio import blocks
from tuokio.build import build

QUESTION = item("example-open")
WORDS = f"return document.querySelector('{QUESTION} textarea').value"
MESSAGE = f"document.querySelector('{QUESTION} .message').textContent === arguments[0]"


@pytest.fixture
def example(tmp_path: Path) -> str:
    """The address of the kind's own example, built."""
    result = build(blocks.folder("open") / "example.md", tmp_path, ["site"])
    assert not result.findings
    return (tmp_path / "example/site/index.html").as_uri()


def test_the_model_answer_comes_after_ones_own_words_and_the_judgement_after_it(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    press(browser, f"{QUESTION} .check")
    browser.wait(MESSAGE, "Write your own answer first.")
    assert "Model answer" not in said(browser, "example-open")
    press(browser, f"{QUESTION} textarea")
    browser.type("I say why.")
    press(browser, f"{QUESTION} .check")
    assert browser.focused()["text"].startswith("Model answer"), "whoever does not see it is taken there"
    assert browser.run(f"return document.querySelector('{QUESTION} textarea').readOnly")
    press(browser, f"{QUESTION} .check")
    browser.wait(MESSAGE, "Judge your answer first.")
    assert "input" == browser.focused()["tag"] and "" == verdict(browser, "example-open")
    press(browser, f"{QUESTION} .judgement li:nth-child(2) label")
    check(browser, "example-open")
    assert "partly" == verdict(browser, "example-open")
    assert "Part of it is there" == browser.text(f"{QUESTION} .verdict > span")
    press(browser, f"{QUESTION} .again")
    assert "I say why." == browser.run(WORDS), "trying again goes on from what was written"
    assert not browser.run(f"return document.querySelector('{QUESTION} textarea').readOnly")


def test_what_is_written_ticked_and_judged_is_there_again_after_leaving_in_the_middle(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    press(browser, f"{QUESTION} textarea")
    browser.type("Half a thought")
    press(browser, f"{QUESTION} .check")
    press(browser, f"{QUESTION} .criteria label:nth-of-type(2)")
    press(browser, f"{QUESTION} .judgement li:nth-child(3) label")
    browser.wait(f"document.querySelector('{QUESTION} .judgement .chosen')")
    browser.quit()

    browser = launch()
    open_course(browser, example, "#/example/start")
    browser.wait(f"document.querySelector('{QUESTION} textarea')?.value === 'Half a thought'")
    assert ["2", "none"] == browser.run(f"return [...document.querySelectorAll('{QUESTION} input:checked')].map(input => input.value)")
    check(browser, "example-open")
    assert "wrong" == verdict(browser, "example-open")
