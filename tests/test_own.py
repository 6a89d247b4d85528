"""All that one has written in a course, on one page: read again, deleted, and looked back on when its day has come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from gallery import chromium
from learner import go, press
from test_looks import assert_accessible
from test_reflections import stored, write
from test_review import CLOCK, on

TOLD = "return [...document.querySelectorAll('.own-text')].map(text => text.textContent)"


@chromium
def test_what_one_wrote_is_found_again_deleted_there_and_looked_back_on_after_its_week(site: Callable[..., Path], browser: Browser) -> None:
    course = (site("writing", CLOCK) / "index.html").as_uri()
    browser.resize(320, 640)
    on(browser, course, 0, "#/-own")
    browser.wait("document.querySelector('.own .links a')")
    assert ["#/own/back/day", "#/own/plan/queue"] == browser.run("return [...document.querySelectorAll('.own .links a')].map(a => a.getAttribute('href'))"), "where one can write"
    go(browser, "#/own/back")
    write(browser, ".reflect-write textarea", "I kept calm")
    go(browser, "#/own/plan")
    press(browser, "[data-for=when]")
    press(browser, "[data-for=then]")
    press(browser, ".plan-settle")
    browser.wait("document.activeElement.matches('.plan-sentence')")
    go(browser, "#/")
    browser.wait("document.querySelector('.home')")
    assert not browser.run("return document.querySelector('.news')"), "its day has not come"

    press(browser, ".shelf a[href='#/-own']")
    browser.wait("document.querySelectorAll('.own-entry').length === 2")
    assert "I kept calm" in browser.run(TOLD)
    assert_accessible(browser, "my notes")
    press(browser, ".own-entry .quiet")
    browser.wait("document.activeElement.matches('.own-no')")
    assert_accessible(browser, "asked whether to delete")
    assert "I kept calm" in stored(browser)
    press(browser, ".own-sure .button")
    browser.wait("document.activeElement.matches('.own h1') && document.querySelector('.own [role=status]').textContent === 'Deleted for good.'")
    assert "I kept calm" not in browser.run(TOLD)
    browser.wait("document.querySelectorAll('.own-entry').length === 1")
    assert "I kept calm" not in stored(browser)

    # A first page that shows what is deleted on another is not left empty.
    here = browser.tabs[0]
    go(browser, "#/own/back")
    write(browser, ".reflect-write textarea", "A long day. " * 12)
    press(browser, ".reflect-done")
    browser.wait("document.querySelector('.reflect-look').offsetParent")
    browser.switch(browser.new_tab(f"{course}?day=0#/-own"))
    browser.wait("document.querySelectorAll('.own-entry').length === 2")
    assert len(browser.run("return document.querySelector('.own-entry .quiet').getAttribute('aria-label')")) < 140, "a button is not called by a whole text"
    press(browser, ".own-entry .quiet")
    press(browser, ".own-sure .button")
    browser.wait("document.querySelectorAll('.own-entry').length === 1")
    browser.close_tab()
    browser.switch(here)
    browser.wait("document.querySelector('.reflect-write').offsetParent")

    on(browser, course, 8, "#/")
    browser.wait("document.querySelector('.news a')")
    assert "the queue grows" in browser.text(".news a") and "How has it gone?" in browser.text(".news a")
    assert_accessible(browser, "home with something to look back on")
    press(browser, ".news a")
    browser.wait("document.querySelector('.plan-asked')?.offsetParent")
