"""Rules in real browsers: a card to turn, a case to decide with its reason, and the index of them all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from gallery import chromium
from learner import check, go, item, open_course, press, verdict, wait_until_kept
from test_looks import assert_accessible

Built = Callable[[str], Path]
ASKED = "return-time.a"
SIDES = "return ['.face', '.back'].map(side => getComputedStyle(document.querySelector(side)).visibility)"


def choose(browser: Browser, value: str) -> None:
    press(browser, f'{item(ASKED)} input[value="{value}"] + span')


def test_a_card_is_turned_by_keyboard_and_its_case_decided_with_a_reason(built: Built, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, (built("ruled") / "site/index.html").as_uri(), "#/returns/start")
    browser.wait("document.querySelector(arguments[0])", item(ASKED))
    stem = browser.run("return document.querySelector(arguments[0] + ' .stem').textContent.trim()", item(ASKED))
    go(browser, "#/returns/-end")
    browser.wait("document.querySelector('.end .links a')")
    assert stem in browser.run("return [...document.querySelectorAll('.end .links a')].map(a => a.textContent.trim())"), "what is still to be answered is named"
    go(browser, "#/returns/start")
    browser.wait("document.querySelector(arguments[0])", item(ASKED))
    browser.wait("document.activeElement.matches('h1, h2')")  # the focus comes last
    assert ["visible", "hidden"] == browser.run(SIDES), "first one thinks"
    browser.run("document.querySelector('#main h1').focus()")
    for _ in range(4):
        browser.press("Tab")
        if browser.run("return document.activeElement.matches('.turn')"):
            break
    assert "false" == browser.run("return document.activeElement.getAttribute('aria-expanded')")
    browser.press("Space")
    browser.wait("document.querySelector('.turn[aria-expanded=true]') && getComputedStyle(document.querySelector('.back')).visibility === 'visible' && getComputedStyle(document.querySelector('.face')).visibility === 'hidden'")
    assert browser.run("return document.activeElement.matches('.turn')"), "from where it can be turned back"
    browser.press("Enter")
    browser.wait("document.querySelector('.turn[aria-expanded=false]') && getComputedStyle(document.querySelector('.face')).visibility === 'visible'")

    choose(browser, "bend")
    press(browser, f"{item(ASKED)} .check")
    browser.wait("document.querySelector(arguments[0] + ' .message').textContent.includes('why there is such a rule')", item(ASKED))
    choose(browser, "a")
    press(browser, f"{item(ASKED)} .sureness label:nth-of-type(3)")
    check(browser, ASKED)
    assert "partly" == verdict(browser, ASKED), "half for the decision"
    wait_until_kept(browser, ASKED, kind="answered", score=0.5, sure=2)
    press(browser, f"{item(ASKED)} .again")
    browser.wait("document.querySelector(arguments[0] + ' [value=bend]').disabled", item(ASKED))
    choose(browser, "why")
    check(browser, ASKED)
    assert "right" == verdict(browser, ASKED), "what was right was kept"


@chromium
def test_any_rule_is_two_taps_from_home_on_a_narrow_phone(built: Built, browser: Browser) -> None:
    browser.resize(320, 640)
    open_course(browser, (built("ruled") / "site/index.html").as_uri())
    press(browser, ".shelf a[href='#/-rules']")
    browser.wait("document.querySelectorAll('.rules summary').length === 3")
    press(browser, "[id='/-rules/allergens']")
    browser.wait("document.querySelector('.rules [open]').textContent.includes('may cost a life')")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert_accessible(browser, "the index")
    press(browser, ".forces label:nth-of-type(3)")
    browser.wait("[...document.querySelectorAll('.rules summary')].filter(row => row.offsetParent).length === 1")
    assert "1 rule" == browser.text(".rules [role=status]") and not browser.run("return [...document.querySelectorAll('.rules h2')].some(h => h.textContent === 'Goodwill' && h.offsetParent)")

    go(browser, "#/-rules/small-gift")
    browser.wait("document.activeElement.id === '/-rules/small-gift' && document.activeElement.parentElement.open && document.activeElement.offsetParent")
    press(browser, "[open] a[href='#/goodwill/start/small-gift']")
    browser.wait("document.querySelector('.rule[id=\"/goodwill/start/small-gift\"]')")


@chromium
def test_the_handbook_is_accessible_and_splits_no_rule_over_pages(built: Built, browser: Browser) -> None:
    browser.goto((built("ruled") / "site/rules.fi.html").as_uri())
    assert_accessible(browser, "the handbook")
    assert "en" == browser.run("return document.querySelector('#\\\\-goodwill').lang"), "what is not translated is marked"
    browser.emulate({"media": "print"})
    assert {"avoid"} == set(browser.run("return [...document.querySelectorAll('.rule')].map(rule => getComputedStyle(rule).breakInside)"))
