"""Terms of the glossary as learners meet them: by touch, by keyboard, on a narrow phone, and on a page of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from gallery import chromium
from learner import go, open_course, press
from test_looks import assert_accessible
from test_seen import WIDE

STEP = "#/kuitti/start"
OPEN = "return [...document.querySelectorAll('.meaning')].map(note => note.innerText.replace(/\\s+/g, ' ').trim())"
EXPANDED = "return [...document.querySelectorAll('.term[aria-expanded=\"true\"]')].map(term => term.textContent)"
KUITTI = "kuitti Todistus ostoksesta, ajasta ja hinnasta. Katso myös: takuu, hyvitys Kaikki termit"


def term(name: str) -> str:
    return f'.term[data-term="{name}"]'


def touch(browser: Browser, name: str) -> None:
    press(browser, term(name))
    browser.wait("document.querySelector('.meaning a')")


def test_a_term_explains_itself_by_touch_and_by_keyboard(site: Callable[..., Path], browser: Browser) -> None:
    open_course(browser, (site("terms") / "index.html").as_uri(), STEP)
    browser.wait("document.querySelector('.term')")
    touch(browser, "kuitti")
    assert [KUITTI] == browser.run(OPEN)
    touch(browser, "takuu")
    assert (["Takuun"], 1) == (browser.run(EXPANDED), len(browser.run(OPEN))), "one at a time"
    press(browser, term("takuu"))
    assert [] == browser.run(OPEN), "the same term closes it"
    touch(browser, "kuitti")
    press(browser, ".prose > p:nth-of-type(2)")
    assert ([], []) == (browser.run(OPEN), browser.run(EXPANDED)), "and so does the text around it"

    browser.run("document.querySelector(arguments[0]).focus()", term("kuitti"))
    browser.press("Enter")
    browser.wait("document.querySelector('.meaning a')")
    browser.run("document.querySelector('.meaning a').focus()")
    browser.press("Escape")
    assert ([], "kuitti") == (browser.run(OPEN), browser.run("return document.activeElement.dataset.term")), "the focus goes back to the term"
    browser.press("Escape")
    browser.press("Enter")
    browser.wait("document.querySelector('.meaning a')")
    browser.run("document.querySelector('.meaning > a').click()")
    browser.wait("document.activeElement.textContent === 'kuitti' && document.activeElement.matches('h3')")
    assert "#/-glossary/kuitti" == browser.run("return location.hash")
    browser.run("document.querySelector('.bar a').click()")
    browser.wait("location.hash === arguments[0] && document.querySelector('.term')", STEP)
    assert [] == browser.run("return seen")


@chromium
def test_explanations_fit_a_narrow_phone_and_are_accessible(site: Callable[..., Path], browser: Browser) -> None:
    browser.resize(320, 640)
    open_course(browser, (site("terms") / "index.html").as_uri(), STEP)
    browser.wait("document.querySelector('.term')")
    assert ["kuittia", "Takuun", "elintarvikeketjuvastuuhenkilöilmoituslomakkeella", "Hyvityksen"] == browser.run("return [...document.querySelectorAll('.term')].map(term => term.textContent)")
    lines = "return document.querySelector('.prose > p').getBoundingClientRect().height"
    plain = "document.querySelectorAll('.prose > p .whole, .prose > p .term').forEach(part => part.replaceWith(part.textContent))"
    for name in ("kuitti", "takuu", "elintarvikeketjuvastuuhenkiloilmoituslomake", "hyvitys"):
        touch(browser, name)
        assert [] == browser.run(WIDE), name
        assert_accessible(browser, name)
        note, paragraph = browser.run("const note = document.querySelector('.meaning'); return [note, note.closest('.explaining')].map(one => { const { left, right, top, bottom } = one.getBoundingClientRect(); return { left, right, top, bottom } })")
        assert paragraph["top"] < note["top"] < note["bottom"] <= paragraph["bottom"] + 1, "the note stays inside its paragraph"
    assert 44 <= browser.run("return Math.min(...[...document.querySelectorAll('.term')].map(term => term.getBoundingClientRect().height))")
    browser.press("Escape")
    marked = browser.run(lines)
    browser.run(plain)
    assert marked == browser.run(lines), "marks move no line"


@chromium
def test_the_page_of_all_terms_is_found_on_the_home_page_and_filters(site: Callable[..., Path], browser: Browser) -> None:
    open_course(browser, (site("terms") / "index.html").as_uri())
    browser.run("document.querySelector('.shelf a[href=\"#/-glossary\"]').click()")
    browser.wait("document.querySelector('.resource h3')")
    assert ["Sanasto", "Sanasto – Sanat haltuun"] == browser.run("return [document.querySelector('h1').textContent, document.title]")
    names = "return [...document.querySelectorAll('.resource h3')].map(name => name.textContent)"
    assert ["ALV", "elintarvikeketjuvastuuhenkilöilmoituslomake", "hyvitys", "kuitti", "takuu"] == browser.run(names)
    assert ["A", "E", "H", "K", "T"] == browser.run("return [...document.querySelectorAll('.resource h2')].map(name => name.textContent)")
    for size in [(320, 640), (1280, 860)]:
        browser.resize(*size)
        assert [] == browser.run(WIDE)
        assert_accessible(browser, f"all terms at {size[0]} px")
    browser.click("input[type=search]")
    browser.type("RAHAN")
    browser.wait("document.querySelectorAll('.resource h3').length === 1")
    assert (["hyvitys"], "1 termi") == (browser.run(names), browser.run("return document.querySelector('.resource [role=status]').textContent"))
    browser.type("x")
    browser.wait("!document.querySelector('.resource h3')")
    assert_accessible(browser, "nothing found")
    go(browser, "#/-glossary/kuitti")
    browser.wait("document.querySelectorAll('.resource h3').length === 5 && document.activeElement.textContent === 'kuitti'")
    browser.run("document.activeElement.closest('section').querySelector('summary').click()")
    assert ["Kuitti", "Kuitti – Lisää"] == browser.run("return [...document.activeElement.closest('section').querySelectorAll('li a')].map(link => link.textContent)")
