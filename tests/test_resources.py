"""All that came beside questions, walked through on a narrow phone: pages of the course as a whole, and blocks that do something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import follow, open_course, press, wait_for_frames
from test_languages import speak
from test_looks import assert_accessible
from test_seen import WIDE

Built = Callable[[str], Path]
DONE = "document.getAnimations().forEach(one => one.finish()); return 0"  # a card in the middle of its turn has colours of its own
HEADINGS = "return [...document.querySelectorAll('h1, h2, h3, h4')].filter(one => one.getClientRects().length).map(one => Number(one.localName[1]))"
# A heading, a field or a part of the page: whoever listens or has only a keyboard is somewhere.
FOCUS = "document.activeElement !== document.body && document.activeElement.isConnected && document.activeElement.getClientRects().length > 0"
RESOURCES = {
    "backup": [],
    "changes": [],
    "encounters": [".button", ".dealt .quiet"],
    "own": [],
    "rules": ["summary"],
    "glossary": ["summary"],
    "findings": [],
    "search": [],
    "review": [],
    "encounters": [".button"],
}
BLOCKS = {
    "cards": [".deck .turn", ".deck .after", ".deck .deck-all"],
    "rule": [".rule .turn"],
    "promises": [],
    "tabs": ["[role=tab]:nth-child(2)"],
    "details": [".details summary"],
    "video": [".transcript summary"],
    "audio": [],
}


def resources(browser: Browser) -> Iterator[str]:
    """Open what the home page offers, and use it. Yield each view."""
    yield "home"
    press(browser, ".minutes button:nth-child(2)")
    browser.wait("document.querySelector('.plan') && document.querySelector('.minutes [role=status]').textContent")
    yield "home with a plan"
    for name in browser.run("return [...document.querySelectorAll('.shelf a')].map(link => link.getAttribute('href').slice(3))"):
        follow(browser, "#/")
        press(browser, f".shelf a[href='#/-{name}']")
        browser.wait(f"document.querySelector('.resource.{name} h1') && {FOCUS}")
        yield name
        yield from used(browser, f".resource.{name}", RESOURCES[name])
    follow(browser, "#/-search")
    browser.wait("document.activeElement.matches('.search input')")
    browser.type("ku" if browser.run("return document.documentElement.lang") == "fi" else "qu")
    browser.wait("document.querySelector('.excerpt mark') && document.querySelector('#search-told').textContent")
    yield "what was found"


def blocks(browser: Browser) -> Iterator[str]:
    """Use each block of the handbook's gallery that is no question. Yield each view."""
    for kind, controls in BLOCKS.items():
        follow(browser, f"#/blocks/{kind}")
        browser.wait("document.querySelector('.steps [aria-current]')?.getAttribute('href') === arguments[0] && document.activeElement.matches('h2')", f"#/blocks/{kind}")
        yield kind
        yield from used(browser, "main", controls)


def used(browser: Browser, within: str, controls: list[str]) -> Iterator[str]:
    for control in controls:
        press(browser, f"{within} {control}")
        browser.run(DONE)
        wait_for_frames(browser)
        assert browser.run(f"return {FOCUS}"), f"{control} lost the focus"
        yield f"{within} after {control}"


@chromium
@pytest.mark.parametrize("name", ["handbook", "asiakaspalvelu"])
def test_what_came_beside_questions_is_accessible_on_a_narrow_phone(name: str, built: Built, browser: Browser) -> None:
    browser.resize(320, 640)
    open_course(browser, (built(name) / "site/index.html").as_uri())
    for views in (resources, *([blocks] if name == "handbook" else [])):
        for view in views(browser):
            assert_accessible(browser, view)
            assert [] == browser.run(WIDE), view
            levels = browser.run(HEADINGS)
            assert 1 == levels[0] and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), f"{view}: {levels}"


@chromium
def test_findings_are_told_from_subject_to_page_and_back_and_marked_as_english(built: Built, browser: Browser) -> None:
    browser.resize(320, 640)
    open_course(browser, (built("handbook") / "site/index.html").as_uri(), "#/findings/about")
    browser.wait("document.querySelector('[data-findings] a')")
    for language, subject, bad in (("en", "Questions and answers", "Bad"), ("fi", "Kysymykset ja vastaukset", "Ei näin")):
        follow(browser, "#/")
        speak(browser, language)
        follow(browser, "#/-findings")
        for route, heading in (("#/-findings/questions", subject), ("#/-findings/longest-is-right", "longest-is-right"), ("#/-findings/identical-things", "identical-things")):
            follow(browser, route)
            browser.wait("document.querySelector('.findings h1')?.innerText.replace(/\\s+/g, ' ') === arguments[0]", heading)
            assert_accessible(browser, f"{route} in {language}")
            assert [] == browser.run(WIDE), route
        assert bad in browser.run("return [...document.querySelectorAll('.findings h2')].map(one => one.innerText)")
        assert ("en" if language == "fi" else None) == browser.run("return document.querySelector('.findings .lead').getAttribute('lang')")
        follow(browser, "#/-findings/no-captions")
        press(browser, ".bar a")
        browser.wait("location.hash === '#/-findings/pictures' && document.activeElement.matches('.findings h1')")


@chromium
def test_a_finding_is_found_by_the_filter_and_by_the_courses_search(built: Built, browser: Browser) -> None:
    open_course(browser, (built("handbook") / "site/index.html").as_uri(), "#/-findings")
    browser.wait("document.querySelector('.findings input')")
    browser.click(".findings input")
    browser.type("is said has no capt")
    browser.wait("document.querySelectorAll('.findings li').length === 1 && document.querySelector('.findings li a').getAttribute('href') === '#/-findings/no-captions'")
    follow(browser, "#/-search/no-captions")
    browser.wait("document.querySelector(\".found a[href='#/-findings/no-captions']\")")
    press(browser, ".found a[href='#/-findings/no-captions']")
    browser.wait("document.querySelector('.findings h1')?.innerText === 'no-captions'")


@chromium
def test_what_was_turned_or_chosen_lies_over_nothing(built: Built, browser: Browser) -> None:
    """Every kind's and resource's style is there at once, as in a course that uses them all."""
    browser.resize(320, 640)
    open_course(browser, (built("handbook") / "site/index.html").as_uri(), "#/blocks/rule")
    browser.wait("document.querySelector('.rule .turns')")
    press(browser, ".rule .turn")
    browser.run(DONE)
    why, turn = browser.run("return ['.rule .back', '.rule .turn'].map(part => { const { top, bottom } = document.querySelector(part).getBoundingClientRect(); return [top, bottom] })")
    assert why[1] <= turn[0] or turn[1] <= why[0], "the button stands below the reason"
