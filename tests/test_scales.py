"""A private mirror over two weeks: filled in, left, asked again, looked at side by side and deleted for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser, poll
from gallery import chromium
from learner import open_course, press
from test_encounters import KEPT, tab_to
from test_looks import assert_accessible
from test_review import CLOCK

SCALE = "example-scale"
FORM, SHOWN = "document.querySelector('.scale-form')?.offsetParent != null", "document.querySelector('.scale-shown')?.offsetParent != null"


@pytest.fixture
def on(site: Callable[..., Path], launch: Callable[..., Browser]) -> Callable[[int], Browser]:
    """Open the example on a day; the same phone every time."""
    address = (site("handbook", CLOCK) / "index.html").as_uri()
    running: list[Browser] = []

    def open(day: int) -> Browser:
        running or running.append(launch(size=(320, 640)))
        open_course(running[0], f"{address}?day={day}", "#/blocks/scale")
        running[0].wait("location.search === arguments[0] && document.querySelector('.scale')", f"?day={day}")
        return running[0]

    return open


def events(browser: Browser) -> list[dict]:
    """Return what the store holds of the scale, in its order."""
    return sorted((event for event in browser.run_async(KEPT)["all"]["events"] if event.get("of") == SCALE), key=lambda event: event["n"])


def place(browser: Browser, statement: str, step: int) -> None:
    press(browser, f'fieldset[data-statement="{statement}"] label:nth-of-type({step + 1})')


def words(browser: Browser) -> dict[str, str]:
    """Return what is said of each statement."""
    return browser.run("return Object.fromEntries([...document.querySelectorAll('.scale-chart > li')].map(row => [row.dataset.statement, row.querySelector('.scale-words').textContent]))")


def look(browser: Browser) -> None:
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    if browser.engine == "chromium":
        assert_accessible(browser, "scale")


def test_it_is_left_asked_again_after_seven_days_and_shown_side_by_side(on: Callable[[int], Browser]) -> None:
    browser = on(0)
    look(browser)
    press(browser, ".scale-show")
    assert "Mark at least one first, or just move on." == browser.wait("document.querySelector('.scale-said').textContent")
    place(browser, "calm", 1)
    place(browser, "wait", 3)
    place(browser, "ask", 2)
    browser.wait("!document.querySelector('.scale-saved').hidden && !document.querySelector('.scale .writing-erase').hidden")
    browser.reload()
    browser.wait(f"{FORM} && document.querySelectorAll('.scale input:checked').length === 3")
    press(browser, ".scale-show")
    browser.wait(f"{SHOWN} && document.activeElement.matches('.scale-head')")
    assert {"calm": "a little", "wait": "mostly", "ask": "somewhat", "start": "You left this one out.", "suggest": "You left this one out."} == words(browser)
    assert ["listening"] == browser.run("return [...document.querySelectorAll('[data-profile]')].filter(one => one.offsetParent).map(one => one.dataset.profile)")
    assert "You will be asked again from" in browser.run("return document.querySelector('.scale-next').textContent")
    look(browser)

    browser = on(6)
    browser.wait(SHOWN)
    browser = on(7)
    browser.wait(FORM)
    assert 0 == browser.run("return document.querySelectorAll('.scale input:checked').length") and "a little" not in browser.run("return document.querySelector('.scale-anew').textContent"), "what was chosen before is not shown"
    tab_to(browser, 'fieldset[data-statement="calm"] input')
    browser.press("Space")
    for _ in range(3):
        browser.press("ArrowRight")
    tab_to(browser, 'fieldset[data-statement="wait"] input')
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    tab_to(browser, 'fieldset[data-statement="start"] input')
    browser.press("Space")
    tab_to(browser, ".scale-show")
    browser.press("Enter")
    browser.wait(f"{SHOWN} && document.activeElement.matches('.scale-head')")
    assert ["First:", "Now:"] == [text.split()[0] for text in browser.run("return [...document.querySelectorAll('.scale-key > span')].map(one => one.textContent.trim())")], "each with its date"
    said = words(browser)
    assert said["calm"] == "First “a little”, now “mostly”: you moved towards “very much like me”."
    assert said["wait"] == "First “mostly”, now “somewhat”: you moved towards “not at all like me”."
    assert (said["ask"], said["start"]) == ("First “somewhat”. This time you left it out.", "Now “not at all like me”. The first time you left it out.")
    press(browser, ".scale-all summary")
    assert ["I stay calm when a customer gets angry.", "a little", "mostly"] == browser.run("return [...document.querySelector('.scale-all tbody tr').children].map(cell => cell.textContent.trim())")
    look(browser)

    browser = on(40)
    browser.wait(SHOWN)
    assert {"wrote"} == {event["kind"] for event in events(browser)} and not [event for event in events(browser) if any(not name.startswith(".") for name in event["fields"])]
    press(browser, ".scale .writing-ask")
    browser.wait("document.activeElement.matches('.writing-stay')")
    press(browser, ".scale .writing-stay")
    browser.wait("document.activeElement.matches('.scale .writing-ask')")
    press(browser, ".scale .writing-ask")
    press(browser, ".scale .writing-gone")
    browser.wait(f"{FORM} && document.activeElement.matches('.scale-title')")
    assert poll(lambda: {event["kind"] for event in events(browser)} == {"erased"}, 10) and ".places" not in json.dumps(browser.run_async(KEPT))


@chromium
def test_it_is_asked_by_choice_put_off_and_listed_by_date(on: Callable[[int], Browser]) -> None:
    for day, step in [(0, 0), (2, 4)]:
        browser = on(day)
        if day:
            press(browser, ".scale-again")
            browser.wait(f"{FORM} && document.activeElement.matches('.scale-title') && !document.querySelector('.scale input:checked')")
        place(browser, "calm", step)
        press(browser, ".scale-show")
        browser.wait(SHOWN)
    assert "First “not at all like me”, now “very much like me”." == words(browser)["calm"]

    browser = on(7)
    browser.wait(FORM)
    press(browser, ".scale-later")
    browser.wait(SHOWN)
    browser = on(13)
    browser.wait(SHOWN)
    press(browser, ".scale-again")
    place(browser, "calm", 0)
    press(browser, ".scale-later")  # and thinks better of it
    browser.wait(SHOWN)
    assert "very much" in words(browser)["calm"]
    browser = on(14)
    browser.wait(FORM)
    place(browser, "calm", 0)
    press(browser, ".scale-show")
    browser.wait(SHOWN)
    assert "The same as first: “not at all like me”." == words(browser)["calm"] and 4 == browser.run("return document.querySelectorAll('.scale-all thead th').length")
    assert browser.run("return document.querySelector('.scale-between').offsetParent !== null && document.querySelector('.scale-next').hidden")
    press(browser, ".scale-again")  # on the same day it is a change of mind
    browser.wait(f"{FORM} && document.querySelectorAll('.scale input:checked').length === 1")
    assert browser.run("return document.querySelector('.scale-later').hidden"), "and what was said stays, whatever comes between"
    place(browser, "ask", 2)
    press(browser, ".scale-show")
    browser.wait(SHOWN)
    assert "Now “somewhat”. The first time you left it out." == words(browser)["ask"] and 4 == browser.run("return document.querySelectorAll('.scale-all thead th').length")
    browser = on(100)
    browser.wait(SHOWN)
