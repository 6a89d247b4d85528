"""Searching a course as a learner does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from gallery import chromium
from learner import follow, open_course
from test_brands import FORCED, NIGHT
from test_languages import speak
from test_looks import assert_accessible

FOUND = "[...document.querySelectorAll('.found li')].map(li => [li.querySelector('a').getAttribute('href'), li.querySelector('p').textContent, li.querySelector('.excerpt mark')?.textContent])"
KEPT = "return indexedDB.databases().then(([{ name }]) => new Promise(done => { const o = indexedDB.open(name); o.onsuccess = () => { const n = o.result.transaction('events').objectStore('events').count(); n.onsuccess = () => { o.result.close(); done(n.result); }; }; }))"


def test_a_learner_finds_a_step_by_another_form_of_the_word_reads_it_and_comes_back(built: Callable[[str], Path], browser: Browser) -> None:
    browser.resize(360, 740)
    open_course(browser, (built("asiakaspalvelu") / "site/index.html").as_uri())
    speak(browser, "fi")
    assert not browser.run("return document.querySelector('script[src*=\"resources/search\"]')"), "loaded only when used"
    browser.click(".find input")
    browser.type("kuitin")
    browser.press("Enter")
    browser.wait("location.hash === '#/-search/kuitin' && document.querySelector('.excerpt mark')")
    found = browser.wait(f"({FOUND}).every(row => row[2]) && {FOUND}")
    assert "#/kuitti/kuitti" in [row[0] for row in found[:2]]
    assert {row[1] for row in found} <= {"Alku", "Miksi kuittia kysytään", "Milloin sääntö taipuu", "Pelatkaa pareittain"}
    assert all(row[2].lower().startswith("kui") for row in found)
    assert browser.text("#search-told") == f"{len(found)} osumaa"
    browser.click(".query input")
    # From the box into what was found, and back; Enter goes to the first.
    browser.press("ArrowDown")
    browser.press("ArrowDown")
    browser.wait("document.activeElement.getAttribute('href') === arguments[0]", found[1][0])
    browser.press("ArrowUp")
    browser.press("ArrowUp")
    browser.press("Enter")
    browser.wait("document.activeElement.getAttribute('href') === arguments[0]", found[0][0])
    browser.press("Enter")
    browser.wait("location.hash === arguments[0] && document.querySelector('.step-page')", found[0][0])
    browser.back()
    assert found == browser.wait(f"document.querySelector('input[type=search]')?.value === 'kuitin' && ({FOUND}).every(row => row[2]) && {FOUND}")
    assert [] == browser.console()


@chromium
def test_search_looks_and_sounds_right_with_and_without_results(built: Callable[[str], Path], browser: Browser) -> None:
    address = (built("asiakaspalvelu") / "site/index.html").as_uri()
    for query, there in (("", ".query"), ("feedback", ".excerpt mark"), ("xyzzyqq", "#search-told:not(:empty)"), ("guess smile wand", ".found + *, .found li")):
        browser.goto("about:blank")
        open_course(browser, address, f"#/-search/{query}")
        browser.wait("document.querySelector(arguments[0])", there)
        for width in (320, 1280):
            for media in ({}, NIGHT, NIGHT | FORCED):
                browser.resize(width, 740)
                browser.emulate(media)
                assert_accessible(browser, f"{query} at {width} px, {media}")
            assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), f"{query} at {width} px"
        small = browser.run("return [...document.querySelectorAll('.found li, .query input')].filter(e => e.getBoundingClientRect().height < 48).map(e => e.outerHTML)")
        assert [] == small


@chromium
def test_a_search_leaves_nothing_in_the_record_and_finds_in_the_language_shown(built: Callable[[str], Path], browser: Browser) -> None:
    open_course(browser, (built("asiakaspalvelu") / "site/index.html").as_uri(), "#/-search/receipts")
    browser.wait("document.querySelector('.excerpt mark')?.textContent.startsWith('receipt')")
    assert 0 == browser.run(KEPT)
    speak(browser, "sv")
    browser.wait("document.querySelector('#main h1').textContent === 'Sök i kursen' && document.querySelector('input').value === 'receipts'")
    follow(browser, "#/-search/kvitton")
    browser.wait("document.querySelector('.excerpt mark')?.textContent.toLowerCase().startsWith('kvitto')")
