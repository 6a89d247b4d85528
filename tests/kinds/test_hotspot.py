"""A picture with numbers and its list, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, item, open_course, press, said, verdict
from tuokio import blocks
from tuokio.build import build

QUESTION = item("example-hotspot")
CHOSEN = f"return [...document.querySelectorAll('{QUESTION} input:checked')].map(input => input.value)"
LIT = f"return [...document.querySelectorAll('{QUESTION} .spots .chosen')].map(spot => spot.dataset.spot)"
PRESS = "const {left, top, width, height} = document.querySelector('.spots svg').getBoundingClientRect(); const [x, y] = [left + arguments[0] * width / 100, top + arguments[1] * height / 100]; document.elementFromPoint(x, y).dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: x, clientY: y}))"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The kind's own example, built."""
    result = build(blocks.folder("hotspot") / "example.md", tmp_path, ["site"])
    assert not result.findings
    return tmp_path / "example/site"


def open_example(browser: Browser, example: Path) -> None:
    open_course(browser, (example / "index.html").as_uri(), "#/example/start")
    browser.wait("document.querySelector('.spots img').complete && document.querySelector('.spots img').naturalWidth")
    browser.run("document.querySelector('.spots').scrollIntoView({block: 'center'})")


def test_a_number_ticks_its_row_and_a_row_its_number(example: Path, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_example(browser, example)
    press(browser, f'{QUESTION} [data-spot="b"] .number')
    assert ["b"] == browser.run(CHOSEN) == browser.run(LIT)
    assert "b" == browser.run("return document.activeElement.value"), "the keyboard goes on in the list"
    press(browser, f'{QUESTION} [data-option="c"] label')
    assert ["c"] == browser.run(CHOSEN) == browser.run(LIT)
    browser.press("3")
    assert ["a"] == browser.run(CHOSEN) == browser.run(LIT), "the digit is the number on the picture"
    check(browser, "example-hotspot")
    assert "right" == verdict(browser, "example-hotspot")
    assert "✓" == browser.text(f'{QUESTION} [data-spot="a"] .sign')
    press(browser, f'{QUESTION} [data-spot="b"] .number')
    assert ["a"] == browser.run(CHOSEN), "what is settled stays"


def test_every_number_and_region_can_be_pressed_on_the_smallest_phone(example: Path, launch: Callable[..., Browser]) -> None:
    browser = launch()
    browser.resize(320, 700)
    open_example(browser, example)
    places = {"b": [12, 19, 76, 11], "c": [12, 37, 76, 16], "a": [12, 58, 76, 11], "d": [12, 76, 76, 11]}
    for region, (left, top, width, height) in places.items():
        for x, y in ((left, top), (left - 5, top - 3), (left + width / 2, top + height / 2), (left + width, top + height)):
            browser.run(PRESS, x, y)
            assert [region] == browser.run(CHOSEN), (region, x, y)
    assert browser.run("return document.documentElement.scrollWidth") <= 320


def test_without_its_picture_the_list_alone_is_answered(example: Path, launch: Callable[..., Browser]) -> None:
    for picture in example.glob("media/*"):
        picture.unlink()
    browser = launch()
    open_course(browser, (example / "index.html").as_uri(), "#/example/start")
    browser.run("document.querySelector('.spots').scrollIntoView({block: 'center'})")
    browser.wait("!document.querySelector('.spots svg')")
    assert "How it was paid" in said(browser, "example-hotspot")
    press(browser, f'{QUESTION} [data-option="a"] label')
    check(browser, "example-hotspot")
    assert "right" == verdict(browser, "example-hotspot")
