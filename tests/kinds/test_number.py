"""A number is typed, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import item, open_course, press, said, verdict, wait_until_kept
from tuokio import blocks
from tuokio.build import build

QUESTION = item("example-number")
FIELD = f"{QUESTION} input[name=answer]"
MESSAGE = "document.querySelector(arguments[0] + ' .message').textContent.includes(arguments[1])"
KEPT = "document.querySelector(arguments[0] + ' .saved:not([hidden])')"


@pytest.fixture
def example(tmp_path: Path) -> str:
    """The kind's own example, in Finnish, built."""
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yaml").write_text("id: example\ntitle: Esimerkki\nlanguages: [fi]\n", "utf-8")
    (course / "01-example.md").write_text((blocks.folder("number") / "example.md").read_text("utf-8"), "utf-8")
    build(course, tmp_path, ["site"])
    return (tmp_path / "course/site/index.html").as_uri()


def answer(browser: Browser, typed: str) -> None:
    press(browser, FIELD)
    browser.run("document.querySelector(arguments[0]).select()", FIELD)
    browser.type(typed)
    browser.press("Enter")


def test_what_is_no_number_is_asked_for_again_and_not_graded(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    for typed, asked in [("kaksi", "puuttuu luku"), ("2-3", "Kirjoita yksi luku"), ("250 ml", "yksikkö on ”dl”")]:
        answer(browser, typed)
        browser.wait(MESSAGE, QUESTION, asked)
        assert "" == verdict(browser, "example-number")
        assert [typed, "true", True] == browser.run("const field = document.querySelector(arguments[0]); return [field.value, field.getAttribute('aria-invalid'), field === document.activeElement]", FIELD)
    browser.type("x")
    assert None is browser.run("return document.querySelector(arguments[0]).getAttribute('aria-invalid')", FIELD)
    browser.press("Tab")
    wait_until_kept(browser, "example-number", kind="drafted", response=["250 mlx"])
    browser.reload()
    browser.wait("document.querySelector(arguments[0])?.value === '250 mlx'", FIELD)  # nothing is lost


def test_a_known_mistake_is_answered_and_the_settled_answer_is_written_as_the_language_does(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    answer(browser, "25,0")
    browser.wait(KEPT, QUESTION)
    assert "That is in centilitres." in said(browser, "example-number")
    assert "That is enough for one." not in said(browser, "example-number")
    press(browser, f"{QUESTION} .again")
    answer(browser, "2.4 dl")
    browser.wait(KEPT, QUESTION)
    assert "right" == verdict(browser, "example-number")
    assert "Tarkalleen 2,5 dl" == browser.text(f"{QUESTION} .right-answer")
