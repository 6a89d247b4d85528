"""What a learner writes for themselves: kept in the middle of a word, deleted for good, asked about again when its day has come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser, poll
from gallery import chromium
from learner import go, open_course, press
from test_looks import AXE, RULES
from test_review import CLOCK, on

Launch = Callable[..., Browser]
STORED = """
const done = arguments[0];
const read = (name) => new Promise((resolve) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => (opening.result.close(), resolve(all.result));
  };
});
indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => read(name)))).then((events) => done(JSON.stringify([events, { ...localStorage }])));
"""


@pytest.fixture
def course(site: Callable[..., Path]) -> str:
    return (site("writing", CLOCK) / "index.html").as_uri()


def stored(browser: Browser) -> str:
    """Return all that any store of this device holds, as text."""
    return browser.run_async(STORED)


def seen(browser: Browser, css: str) -> bool:
    return browser.run("return Boolean(document.querySelector(arguments[0])?.offsetParent)", css)


def wait_to_see(browser: Browser, css: str) -> None:
    browser.wait("document.querySelector(arguments[0])?.offsetParent", css)


def write(browser: Browser, css: str, text: str) -> None:
    """Type into a field, and wait until that is safe."""
    press(browser, css)
    browser.type(text)
    browser.wait("[...document.querySelectorAll('.saved')].some(mark => mark.offsetParent)")


def delete(browser: Browser, within: str) -> None:
    press(browser, f"{within} .writing-ask")
    assert browser.run("return document.activeElement.matches('.writing-stay')"), "a second tap in the same place deletes nothing"
    press(browser, f"{within} .writing-gone")


def test_own_words_survive_a_reload_in_the_middle_of_one_and_are_gone_for_good_once_deleted(course: str, launch: Launch) -> None:
    browser = launch(size=(360, 740))
    on(browser, course, 0, "#/own/back")
    write(browser, ".reflect-write textarea", "She smiled when I said her na")
    browser.reload()
    browser.wait("document.querySelector('.reflect-write textarea')?.value === 'She smiled when I said her na'")
    assert not seen(browser, ".reflect-model"), "one's own words come first"
    press(browser, ".reflect-done")
    wait_to_see(browser, ".reflect-model")
    assert "She smiled when I said her na" in browser.run("return document.querySelector('.reflect-look').innerText")
    press(browser, ".reflect-change")
    write(browser, ".reflect-write textarea", "me")
    press(browser, ".reflect-done")
    wait_to_see(browser, ".reflect-model")
    write(browser, ".reflect-peer textarea", "You wait longer than I do")
    press(browser, ".reflect-close")
    browser.wait("document.activeElement.closest('.reflect-past li')?.innerText.includes('her name')")
    press(browser, ".reflect-new")
    write(browser, ".reflect-write textarea", "The second time")
    assert "her name" in stored(browser) and "than I do" in stored(browser)

    press(browser, ".reflect-past li button")
    wait_to_see(browser, ".reflect-model")
    delete(browser, ".reflect-look")
    browser.wait("!document.querySelector('#main').textContent.includes('her na')")
    browser.wait("document.querySelector('.reflect-write textarea').value === 'The second time'")
    kept = stored(browser)
    assert "her na" not in kept and "than I do" not in kept and "The second time" in kept
    browser.reload()
    browser.wait("document.querySelector('.reflect-write textarea')?.value === 'The second time'")
    assert not browser.run("return document.documentElement.textContent.includes('her na')")

    browser.run("document.querySelector('.reflect-write textarea').select()")
    browser.press("Backspace")
    browser.press("Tab")
    assert poll(lambda: "The second time" not in stored(browser), 10), "what is taken out again is not kept in an earlier wording"


@chromium
def test_a_plan_needs_two_halves_and_is_asked_about_when_its_week_is_over(course: str, launch: Launch) -> None:
    browser = launch(size=(360, 740))
    on(browser, course, 0, "#/own/plan")
    press(browser, "[data-for=when]")
    press(browser, ".plan-settle")
    assert "what you do then" in browser.run("return document.querySelector('.plan .message').textContent")
    press(browser, "[data-for=then]")
    press(browser, ".plan-settle")
    assert "If the queue grows, then I look up." == browser.wait("document.activeElement.matches('.plan-made > .plan-sentence') && document.activeElement.textContent")

    on(browser, course, 6, "#/own/plan")
    wait_to_see(browser, ".plan-day")
    assert not seen(browser, ".plan-asked")
    for day in (7, 14):
        on(browser, course, day, "#/own/plan")
        wait_to_see(browser, ".plan-asked")
        assert not browser.run("return document.querySelector('.plan-asked input:checked')"), "last week's answer is not this week's"
        press(browser, ".plan-asked label:nth-of-type(2)")
        write(browser, ".plan-asked textarea", f"Noticed on {day}")
        if day == 7:
            press(browser, ".plan-keep")
            browser.wait("document.activeElement.matches('.plan-sentence')")
            assert not seen(browser, ".plan-asked") and seen(browser, ".plan-day")
    press(browser, ".plan-let-go")
    wait_to_see(browser, ".plan-make")
    assert "" == browser.run("return document.querySelector('[data-field=when]').value")
    kept = stored(browser)
    assert "Noticed on 7" in kept and "Noticed on 14" in kept
    delete(browser, ".plan-past li")
    browser.wait("!document.querySelector('.plan-past li')")
    kept = stored(browser)
    assert "Noticed" not in kept and "the queue grows" not in kept


@chromium
def test_ticks_hold_for_today_and_of_yesterdays_nothing_is_left(course: str, launch: Launch) -> None:
    browser = launch(size=(360, 740))
    on(browser, course, 0, "#/own/ready")
    press(browser, ".checklist-items li:first-child label")
    assert "" == browser.run("return document.querySelector('.checklist-all').textContent")
    press(browser, ".checklist-items li:last-child label")
    assert "All set." == browser.wait("document.querySelector('.checklist-all').textContent")
    assert poll(lambda: "tick-b" in stored(browser), 10)
    browser.run("window.print = () => (window.printed = document.querySelector('.printing-alone > body > .printing-sheet').textContent)")
    press(browser, ".checklist-print")
    assert "Ready for the counter" in browser.run("return window.printed") and "Ready" in browser.run("dispatchEvent(new Event('afterprint')); return document.body.innerText")
    assert not browser.run("return document.querySelector('.printing-sheet, .printing-alone')"), "the page is as it was"
    on(browser, course, 0, "#/own/ready")
    assert 2 == browser.wait("document.querySelectorAll('.checklist input:checked').length")
    on(browser, course, 1, "#/own/ready")
    browser.wait("document.querySelector('.checklist input')")
    assert 0 == browser.run("return document.querySelectorAll('.checklist input:checked').length")
    assert "tick-" not in stored(browser)


@chromium
def test_all_three_are_done_by_keyboard_alone_at_320_pixels_and_offend_no_rule_of_access(course: str, launch: Launch) -> None:
    browser = launch(size=(320, 640))

    def tab_to(css: str) -> None:
        for _ in range(40):
            browser.press("Tab")
            if browser.run("return document.activeElement.matches(arguments[0])", css):
                return
        pytest.fail(f"{css} cannot be reached")

    def look() -> None:
        assert [] == [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in browser.axe(AXE, RULES)]
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the page"

    def arrive(route: str) -> None:
        go(browser, route)
        browser.wait("document.activeElement.matches('h1, h2')")

    open_course(browser, f"{course}?day=0")
    arrive("#/own/back")
    look()
    tab_to(".writing-chip")
    browser.press("Enter")
    assert "I noticed " == browser.run("return document.activeElement.value")
    browser.type("it")
    tab_to(".reflect-done")
    browser.press("Enter")
    browser.wait("document.activeElement.id.endsWith('/own')")
    look()
    tab_to(".reflect-close")
    browser.press("Enter")
    browser.wait("document.activeElement.closest('.reflect-past li')")
    look()

    arrive("#/own/plan")
    for half in ("when", "then"):
        tab_to(f"[data-for={half}]")
        browser.press("Enter")
    tab_to(".plan-settle")
    browser.press("Enter")
    browser.wait("document.activeElement.matches('.plan-sentence')")
    look()
    tab_to(".plan .writing-ask")
    browser.press("Enter")
    browser.wait("document.activeElement.matches('.writing-stay')")
    look()
    browser.press("Escape")
    assert browser.run("return document.activeElement.matches('.writing-ask')")

    arrive("#/own/ready")
    for _ in range(2):
        tab_to(".checklist input:not(:checked)")
        browser.press("Space")
    browser.wait("document.querySelector('.checklist-all').textContent")
    look()
    on(browser, course, 7, "#/own/plan")
    wait_to_see(browser, ".plan-asked")
    look()
