"""Tabs by touch and by keyboard, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from learner import go, open_course

SHOWN = "return [...document.querySelectorAll('[role=tabpanel]')].filter(panel => panel.offsetParent).map(panel => document.getElementById(panel.getAttribute('aria-labelledby')).textContent)"


def test_tabs_are_chosen_by_touch_and_by_arrows_home_and_end(built: Callable[[str], Path], browser: Browser) -> None:
    open_course(browser, (built("handbook") / "site/index.html").as_uri())
    go(browser, "#/blocks/tabs")
    browser.wait("document.querySelector('[role=tab]')")
    assert ["By card"] == browser.run(SHOWN)
    browser.click("[role=tab]", text="In cash")
    assert ["In cash"] == browser.run(SHOWN)
    for key, title in [("ArrowRight", "By invoice"), ("ArrowRight", "By card"), ("ArrowLeft", "By invoice"), ("Home", "By card"), ("End", "By invoice")]:
        browser.press(key)
        assert [title] == browser.run(SHOWN), key
        assert [title, "true", 0] == browser.run("const tab = document.activeElement; return [tab.textContent, tab.getAttribute('aria-selected'), tab.tabIndex]")
    assert [-1, -1, 0] == browser.run("return [...document.querySelectorAll('[role=tab]')].map(tab => tab.tabIndex)"), "one stop for the Tab key"
    browser.press("Tab")
    assert "tabpanel" == browser.run("return document.activeElement.getAttribute('role')")


def test_on_paper_all_of_tabs_and_details_is_there(built: Callable[[str], Path]) -> None:
    paper = (built("handbook") / "handbook-print.html").read_text("utf-8")
    for text in ("Return the money to the <strong>same card</strong>", "Ask for the receipt, and return", "Make a credit note"):
        assert text in paper
    assert '<section class="details"' in paper and '<details class="details"' not in paper
