"""Conversations in real browsers: by keyboard to any end and back, taken up where they were left, and told from the other side."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from conftest import COURSES
from gallery import SAME_ORDER, chromium
from learner import go, open_course, press, wait_until_kept
from test_brands import FORCED, NIGHT
from test_looks import assert_accessible
from test_seen import SPACED, assert_seen
from tuokio import blocks
from tuokio.build import build

Built = Callable[[str], Path]
EXAMPLE = "example-scenario"
HEARD = """const here = document.activeElement;
return ['aria-labelledby', 'aria-describedby'].flatMap(of => (here.getAttribute(of) ?? '').split(' ')).map(id => document.getElementById(id)?.textContent.trim().replace(/\\s+/g, ' ')).join(' | ')"""
ORDER = "return [...document.querySelectorAll('.scenario-reply')].map(reply => reply.dataset.reply)"
SAID = "return [...document.querySelectorAll('.scenario-says, .scenario-own')].filter(one => one.offsetParent).length"


def reach(browser: Browser, css: str) -> None:
    """Go on by Tab until something has the focus."""
    for _ in range(12):
        browser.press("Tab")
        if browser.run("return document.activeElement.matches(arguments[0])", css):
            return
    pytest.fail(f"{css} was not reached")


def enter(browser: Browser, css: str) -> None:
    reach(browser, css)
    browser.press("Enter")


def reply(browser: Browser, id: str) -> None:
    press(browser, f'[data-reply="{id}"]')
    browser.wait("document.activeElement.matches('.scenario-next')")


def test_a_conversation_goes_to_a_bad_end_and_from_its_turn_to_a_good_one_by_keyboard(built: Built, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, (built("handbook") / "site/index.html").as_uri(), "#/blocks/scenario")
    browser.wait("document.querySelector('.scenario-reply')")
    browser.run("const title = document.querySelector('.scenario .stem'); title.focus()")
    enter(browser, '[data-reply="c"]')
    heard = browser.run(HEARD)
    assert re.search(r"^Mood: worse *Answer: not right \| Kind words .* made again\. \| Woman in a raincoat furious \| You cannot\?", heard), heard
    enter(browser, '[data-reply="b"]')
    assert browser.run(HEARD).endswith("She leaves the cup on the counter and goes. | It ended badly")
    wait_until_kept(browser, EXAMPLE, kind="answered", response=["counter.c", "refused.b"], score=0)
    assert "0 of 2" == browser.text(".scenario-figure")

    for button in (".scenario-back", ".scenario-restart"):
        browser.run("document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 2}))", button)
    assert "0 of 2" == browser.text(".scenario-figure"), "the second half of a double tap takes nothing back"
    enter(browser, ".scenario-back")
    assert "b" == browser.run("return document.activeElement.dataset.reply"), "where one was before it was said"
    wait_until_kept(browser, EXAMPLE, kind="drafted", response=["counter.c"])
    browser.press("Enter")
    enter(browser, ".scenario-turn")
    assert browser.run(HEARD).endswith("This is the second time this week that my coffee is cold."), "from here on it could not end well any more"
    enter(browser, '[data-reply="c"]')
    enter(browser, '[data-reply="a"]')
    wait_until_kept(browser, EXAMPLE, kind="answered", response=["counter.c", "refused.a"], score=0.5)
    assert "Kindness did not put that right." in browser.text(".scenario-told")

    enter(browser, ".scenario-restart")
    assert "mood at the end calm, right answers 1 of 2" in browser.text(".scenario-best")
    enter(browser, '[data-reply="a"]')
    wait_until_kept(browser, EXAMPLE, kind="answered", response=["counter.a"], score=1)
    assert not browser.run("return document.querySelector('.scenario-turn').offsetParent"), "there is nothing to turn"
    enter(browser, ".scenario-see")
    assert "The same through their eyes" == browser.focused()["text"]
    assert re.search(r"annoyed\s*I have eight minutes.*\s*What I heard:\s*I am sorry.*\s*She heard me\.", browser.text(".scenario-eyes"))


@chromium
def test_it_is_taken_up_where_the_phone_died_and_what_returns_returns(built: Built, launch: Callable[..., Browser]) -> None:
    address, parcel = (built("meeting") / "site/index.html").as_uri(), "late-parcel"
    browser = launch(size=(320, 640))
    open_course(browser, address, "#/talks/parcel")
    browser.wait("document.querySelector('.scenario-reply')")
    assert_accessible(browser, "at the start")
    assert "stayed at home" not in browser.run("return document.body.textContent"), "nothing is there before its time"
    reply(browser, "b")
    wait_until_kept(browser, parcel, kind="drafted", response=["call.b"])
    assert not browser.run("return document.querySelector('.scenario-ended')"), "all is well, for now"
    press(browser, ".scenario-onward")
    assert re.match(r"The next day \| Customer angry \| You said tomorrow", browser.run(HEARD))
    order = browser.run(ORDER)
    reply(browser, "b")
    press(browser, ".scenario-back")
    wait_until_kept(browser, parcel, kind="drafted", response=["call.b"])
    browser.kill()

    browser = launch(size=(320, 640))
    open_course(browser, address, "#/talks/parcel")
    browser.wait("document.activeElement.matches('.scenario-next')")
    assert 3 == browser.run(SAID), "what was asked, what was promised, and the goodbye"
    press(browser, ".scenario-onward")
    assert order == browser.run(ORDER)
    reply(browser, "a")
    wait_until_kept(browser, parcel, kind="answered", response=["call.b", "again.a"])
    assert_accessible(browser, "at the end")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    first = browser.tabs[0]
    browser.new_tab(address + "#/talks/parcel")
    press(browser, ".scenario-restart")
    wait_until_kept(browser, parcel, kind="drafted", response=[])
    browser.switch(first)
    browser.run("document.activeElement.blur()")
    browser.wait("document.querySelectorAll('.scenario-part').length === 1 && document.querySelector('.scenario-best').offsetParent")


@chromium
def test_a_conversation_that_was_edited_goes_on_from_where_it_differs(tmp_path: Path, browser: Browser) -> None:
    course = shutil.copytree(COURSES["meeting"], tmp_path / "meeting")
    source = course / "01-talks.md"

    def open_anew() -> None:
        assert not build(course, tmp_path / "output", ["site"]).failed
        open_course(browser, (tmp_path / "output/meeting/site/index.html").as_uri(), "#/talks/coffee")
        browser.reload()
        browser.wait("document.querySelector('.scenario-talk > *')")

    open_anew()
    reply(browser, "b")
    reply(browser, "b")
    wait_until_kept(browser, "cold-coffee", kind="answered", score=0)
    source.write_text(source.read_text("utf-8").replace("- {text: There is nobody else.", "- {id: nobody, text: There is nobody else."), "utf-8")
    open_anew()
    assert "This conversation has been edited" in browser.text(".scenario-changed")
    assert ["a", "nobody"] == sorted(browser.run(ORDER)) and 3 == browser.run(SAID)
    reply(browser, "a")
    assert not browser.run("return document.querySelector('.scenario-changed').offsetParent")


@chromium
def test_at_400_percent_by_night_and_in_forced_colours_nothing_of_a_conversation_is_lost(built: Built, browser: Browser) -> None:
    browser.resize(320, 256)
    open_course(browser, (built("handbook") / "site/index.html").as_uri(), "#/blocks/scenario")
    browser.run(SPACED)
    browser.wait("document.querySelector('.scenario-reply')")
    reply(browser, "c")
    assert_seen(browser, "replied", NIGHT)
    reply(browser, "b")
    press(browser, ".scenario-see")
    for media in (NIGHT, FORCED):
        assert_seen(browser, "ended, and seen from the other side", media)


@chromium
def test_a_screen_reader_finds_what_was_reviewed(site: Callable[..., Path], browser: Browser, request: pytest.FixtureRequest) -> None:
    open_course(browser, (site("handbook", SAME_ORDER) / "index.html").as_uri())
    go(browser, "#/blocks/scenario")
    browser.wait("document.activeElement.matches('h1, h2')")
    told = [("Met", browser.tree(".scenario"))]
    reply(browser, "c")
    told.append(("Replied", browser.tree(".scenario")))
    reply(browser, "b")
    press(browser, ".scenario-see")
    told.append(("Ended, and seen from the other side", browser.tree(".scenario-part:last-child")))
    tree = "\n\n".join(f"{done}\n{'=' * len(done)}\n{heard}" for done, heard in told) + "\n"
    reviewed = blocks.folder("scenario") / "tree.txt"
    if request.config.getoption("--accept"):
        reviewed.write_text(tree, "utf-8")
    assert reviewed.read_text("utf-8") == tree


def test_on_paper_every_reply_leads_to_a_scene_and_is_answered_at_the_end(built: Built) -> None:
    paper = (built("meeting") / "meeting-print.html").read_text("utf-8")
    for conversation in ("coffee/cold-coffee", "parcel/late-parcel"):
        place = f"/talks/{conversation}"
        led = set(re.findall(rf'href="#{place}/(\d+)">→ (\d+)<', paper))
        assert led and all(shown == number and f'id="{place}/{number}"' in paper for number, shown in led)
    assert re.search(r"When it has ended: The next day <a [^>]*>→ 3</a> \(angry\)", re.sub(r"\s+", " ", paper))
    play, key = paper.split('<article id="answers">')
    assert "Heard and mended." in key and "Heard and mended." not in play
    assert "Question 0" not in paper


@chromium
def test_who_is_alone_is_dealt_a_customer_and_sees_later_how_it_went(built: Built, browser: Browser) -> None:
    browser.resize(360, 740)
    open_course(browser, (built("meeting") / "site/index.html").as_uri(), "#/pairs/start")
    press(browser, ".encounter a[href='#/-encounters/deal']")
    browser.wait("document.querySelector('.dealt')")
    assert "#/-encounters" == browser.run("return location.hash"), "coming back finds the page, and deals no other"
    dealt = "return document.querySelector('.dealt h2 span:last-child').textContent"
    first = browser.run(dealt)
    press(browser, ".dealt .quiet")
    browser.wait("document.activeElement.matches('.dealt h2')")
    assert {first, browser.run(dealt)} == {"The coffee was cold", "A parcel that did not come"}
    go(browser, "#/talks/coffee")
    browser.wait("document.querySelector('.scenario-reply')")
    reply(browser, "a")
    wait_until_kept(browser, "cold-coffee", kind="answered", score=1)
    go(browser, "#/-encounters")
    browser.wait("document.querySelector('.encounters .done')")
    assert ["The coffee was cold Kind and right", "A parcel that did not come Not met yet"] == browser.run("return [...document.querySelectorAll('.encounters section:nth-of-type(2) li')].map(row => row.textContent.trim().replace(/\\s+/g, ' '))")
    assert browser.run("return document.querySelector('.encounters a[href=\"encounters.html\"]') !== null")
