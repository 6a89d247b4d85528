"""What every kind of question can do besides being answered, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from learner import check, choose, chosen, item, open_course, press, said, verdict, wait_until_kept

Site = Callable[..., Path]
Launch = Callable[..., Browser]


def be(browser: Browser, question: str, sure: str) -> None:
    """Say how sure one is."""
    press(browser, f"{item(question)} .sureness label:nth-of-type({['unsure', 'fairly', 'sure'].index(sure) + 1})")


def test_one_who_was_sure_and_wrong_is_told_kindly_and_meets_it_first(site: Site, launch: Launch) -> None:
    url = (site("asking") / "index.html").as_uri()
    browser = launch()
    open_course(browser, url, "#/sure/start")
    assert not browser.run("return document.querySelector(arguments[0] + ' .sureness')", item("unasked")), "a question may say otherwise than its module"
    choose(browser, "first", "That")
    check(browser, "first")
    assert "You were sure" not in said(browser, "first"), "not saying is an answer too"
    choose(browser, "second", "This")
    be(browser, "second", "sure")
    wait_until_kept(browser, "second", kind="drafted", sure=2)
    browser.reload()
    browser.wait("document.querySelector(arguments[0] + ' [name=sure]:checked')", item("second"))
    check(browser, "second")
    assert "You were sure" in said(browser, "second")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.end .links')")
    assert ["Which comes second?", "Which comes first?"] == browser.run("return [...document.querySelectorAll('.end .links a')].map(a => a.textContent).filter(t => t.includes('comes'))")


def test_one_who_was_unsure_and_wrong_or_sure_and_right_hears_nothing_of_it(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("asking") / "index.html").as_uri(), "#/sure/start")
    choose(browser, "first", "That")
    be(browser, "first", "unsure")
    check(browser, "first")
    choose(browser, "second", "That")
    be(browser, "second", "sure")
    check(browser, "second")
    assert "You were sure" not in said(browser, "first") + said(browser, "second")


def test_feedback_follows_the_score_and_only_what_was_missed_is_tried_again(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("asking") / "index.html").as_uri(), "#/parts/start")
    choose(browser, "ranged", "One", "Four")
    check(browser, "ranged")
    assert "Begin with the first." in said(browser, "ranged") and "One more." not in said(browser, "ranged")
    press(browser, f"{item('ranged')} .again")
    browser.wait("!document.querySelector(arguments[0] + ' .check').hidden", item("ranged"))
    assert ["One"] == chosen(browser, "ranged")
    assert browser.run("return document.querySelector(arguments[0] + ' [value=a]').disabled", item("ranged")), "what was right stays"
    choose(browser, "ranged", "Two")
    check(browser, "ranged")
    assert "partly" == verdict(browser, "ranged") and "One more." in said(browser, "ranged")
    press(browser, f"{item('ranged')} .again")
    browser.wait("!document.querySelector(arguments[0] + ' .check').hidden", item("ranged"))
    choose(browser, "ranged", "Three")
    check(browser, "ranged")
    assert "right" == verdict(browser, "ranged") and "All of them." in said(browser, "ranged")


def test_pictures_stand_in_stems_and_options_and_are_named(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("asking") / "index.html").as_uri(), "#/parts/start")
    browser.wait("[...document.querySelectorAll(arguments[0] + ' img')].every(i => i.complete && i.naturalWidth)", item("pictured"))
    assert ["A till with its drawer closed", "A coffee machine", "A till"] == sorted(browser.run("return [...document.querySelectorAll(arguments[0] + ' img')].map(i => i.alt)", item("pictured")), key=lambda alt: ("drawer" not in alt, alt))
    press(browser, f'{item("pictured")} [data-option="a"] img')
    check(browser, "pictured")
    assert "right" == verdict(browser, "pictured")


QUICKLY = """
const root = document.querySelector(arguments[0]);
const boxes = [...root.querySelectorAll('.options input')].slice(0, 3);
for (const box of boxes) box.click(); // a script's click takes no focus, nor does Safari's
if (arguments.length > 2) root.querySelector(arguments[1]).click();
const seen = [];
const look = () => (seen.push([boxes.filter((box) => box.checked).length, !root.querySelector('.outcome').hidden]), seen.length < 40 ? requestAnimationFrame(look) : arguments[arguments.length - 1](seen));
requestAnimationFrame(look);
"""


LATE = "const later = setTimeout; window.setTimeout = (run, after, ...more) => later(run, (after ?? 0) + 100, ...more);"  # a page with much to do


def test_what_is_chosen_quickly_is_not_undone_by_what_was_kept_before_it(site: Site, browser: Browser) -> None:
    open_course(browser, (site("tiny", LATE) / "index.html").as_uri(), "#/first/several")
    browser.wait("document.querySelector(arguments[0])", item("choose-several"))
    seen = browser.run_async(QUICKLY, item("choose-several"))
    assert all([3, False] == one for one in seen), seen
    open_course(browser, browser.url.partition("#")[0], "#/first/one-choice")
    browser.wait("document.querySelector(arguments[0])", item("choose-one"))
    seen = browser.run_async(QUICKLY, item("choose-one"), ".check")
    assert all([1, True] == one for one in seen), seen
