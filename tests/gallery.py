"""The handbook's gallery: one question of every kind, which tests of all kinds walk through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser import Browser
from learner import check, choose_any, follow, item, press
from tuokio import blocks
from tuokio.blocks.question import Question

KINDS = [name for name, kind in blocks.kinds().items() if issubclass(kind, Question)]
SAME_ORDER = "crypto.getRandomValues = (numbers) => numbers.fill(1)"  # every learner is the same one, who gets the same order
chromium = pytest.mark.parametrize("engine", ["chromium"], indirect=True)


def open_kind(browser: Browser, kind: str) -> str:
    """Go to a kind's step in the open handbook and return the name of its question."""
    name = f"example-{kind}"
    follow(browser, f"#/kinds/{kind}")
    browser.wait("document.querySelector(arguments[0]) && document.activeElement.matches('h1, h2')", item(name))  # the focus comes last
    return name


def answer_in_steps(browser: Browser, name: str) -> Iterator[str]:
    """Answer a question, try again and be shown the answer. Yield what was done, each time there is something new to see."""

    def can(what: str) -> bool:
        return browser.run("return document.querySelector(arguments[0])?.offsetParent != null", f"{item(name)} {what}")

    yield "met"
    if can(".ask-hint"):
        press(browser, f"{item(name)} .ask-hint")
        yield "hinted"
    choose_any(browser, name)
    yield "chosen"
    check(browser, name)
    yield "checked"
    if can(".again"):
        press(browser, f"{item(name)} .again")
        browser.wait("document.querySelector(arguments[0]).offsetParent", f"{item(name)} .check")
        yield "trying again"
    if can(".reveal"):
        press(browser, f"{item(name)} .reveal")
        browser.wait("document.querySelector(arguments[0]).classList.contains('settled')", item(name))
        yield "shown"
