"""The circumstances of a reader: motion that makes one ill, a screen magnified four times, paper, a slow phone."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, choose_any, go, open_course, open_module, open_step

# Elements by what is computed for them; the parts that browsers draw, as of a progress bar, by the rules, since nothing else tells.
MOVING = r"""const moves = style => [style.transitionDuration, style.animationDuration].join().split(',').some(time => parseFloat(time) > 0);
const rules = sheet => [...sheet.cssRules].flatMap(rule => rule.media ? (matchMedia(rule.media.mediaText).matches ? rules(rule) : []) : rule.style ? [rule] : []);
return [...[...document.styleSheets].flatMap(rules).filter(rule => /::-(webkit|moz)-/.test(rule.selectorText) && moves(rule.style)).map(rule => rule.cssText),
    ...[...document.querySelectorAll('*')].filter(element => [null, '::before', '::after'].some(part => moves(getComputedStyle(element, part)))).map(element => element.outerHTML.slice(0, 120)),
    ...document.getAnimations().map(animation => animation.effect.target.outerHTML.slice(0, 120))]"""
# What has the focus, and what lies over it: the middle of what is in view of it must be its own (or its label's) to press.
COVERED = """const at = document.activeElement, box = at.getBoundingClientRect(), x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
if (at === document.body) return null;
window.walked ??= [], walked.includes(at) || walked.push(at);
const over = document.elementFromPoint(x, y), own = over && (at.contains(over) || over.contains(at) && over !== document.body || [...at.labels ?? []].some(label => label.contains(over)));
return {number: walked.indexOf(at), what: at.outerHTML.slice(0, 80), over: own ? '' : over?.outerHTML.slice(0, 80) ?? 'outside the window'};"""
REACHABLE = """[...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}) && (e.type !== 'radio' || e.checked))
    .filter(e => !walked.includes(e)).map(e => e.outerHTML.slice(0, 80))"""


def walk(browser: Browser) -> None:
    """Press Tab through all of a page; everything is reached, in view and not covered."""
    seen = -1
    for _ in range(80):
        browser.press("Tab")
        focus = browser.run(COVERED)
        if not focus or focus["number"] < seen:
            break
        assert "" == focus["over"], f"{focus['what']} is covered, at {browser.url}"
        seen = focus["number"]
    assert seen > 1
    assert [] == browser.run(f"return {REACHABLE}")


@pytest.mark.parametrize("width, height", [(320, 256), (360, 740)], ids=["magnified-400-percent", "phone"])
def test_the_keyboard_reaches_everything_and_nothing_lies_over_it(width: int, height: int, built: Callable[[str], Path], browser: Browser) -> None:
    browser.resize(width, height)  # 1280 × 1024 at 400 % is 320 × 256
    url = (built("tiny") / "site/index.html").as_uri()
    for route in ("", "#/first/start", "#/first/one-choice", "#/first/several", "#/second/gated", "#/first/-end"):
        browser.goto("about:blank")
        open_course(browser, url, route)
        walk(browser)
        if browser.run("return document.querySelectorAll('[data-item]').length"):
            name = browser.run("return document.querySelector('[data-item]').dataset.item")
            choose_any(browser, name)
            check(browser, name)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


def test_nothing_moves_for_a_reader_who_wants_no_motion(site: Callable[[str], Path], serve, browser: Browser) -> None:
    open_course(browser, serve(site("tiny"))[0], "#/first/several")  # a page from a file may not read its own rules
    browser.run("document.querySelector('.masthead').style.transition = 'color 1s'")
    assert [] != browser.run(MOVING), "the measure sees motion where there is some"
    browser.emulate({"prefers-reduced-motion": "reduce"})
    for step in open_module(browser, "first"):
        for question in open_step(browser, step):
            choose_any(browser, question)
            check(browser, question)
        assert [] == browser.run(MOVING), step
    for route in ("#/first/-end", "#/"):
        go(browser, route)
        assert [] == browser.run(MOVING), route


def test_a_printed_course_has_its_questions_then_its_answers_and_nothing_to_press(built: Callable[[str], Path], browser: Browser, tmp_path: Path) -> None:
    browser.goto(built("tiny") / "tiny-print.html")
    paper = tmp_path / "paper.pdf"
    browser.pdf(paper)
    assert paper.read_bytes().startswith(b"%PDF")
    pages = subprocess.run(["pdftotext", paper, "-"], capture_output=True, check=True).stdout.decode().split("\f")[:-1]
    assert 3 <= len(pages) <= 8, "the cover, every module and the answers begin a page"
    text = " ".join(unicodedata.normalize("NFKC", " ".join(pages)).split())  # no ligatures
    parts = ["Tiny course", "First module", "Which one is made without any milk?", "Is this true?", "Espresso is coffee and water."]
    assert sorted(parts, key=text.index) == parts
    for button in ("Check", "Hint", "Try again", "Next", "Back", "Skip to content"):
        assert button not in text, button


# A record that never opens, and nobody who loses patience with it.
WAITING = "indexedDB.open = () => new EventTarget(); indexedDB.databases = () => new Promise(() => {}); ((later) => (window.setTimeout = (run, ms) => (ms < 4000 ? later(run, ms) : 0)))(setTimeout);"


def test_the_module_that_the_address_names_comes_while_the_record_is_still_opening(site: Callable[..., Path], browser: Browser) -> None:
    browser.goto((site("tiny", WAITING) / "index.html").as_uri() + "#/first/several")
    browser.wait("document.querySelector(\"script[src*='/first.']\") && document.querySelector(\"script[src*='questions.']\")")
    assert not browser.run("return document.querySelector('#main h1')")
