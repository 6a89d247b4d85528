"""One course in several languages: what learners see, and what stays when they change it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import check, choose, chosen, follow, open_course, order, said, step, verdict, wait_for_frames
from test_looks import assert_accessible

Site = Callable[..., Path]
Launch = Callable[..., Browser]
SWITCH = "#languages select"


def speak(browser: Browser, language: str) -> None:
    """Choose a language as a learner does, and wait until the page is in it."""
    browser.run("const s = document.querySelector(arguments[0]); s.focus({preventScroll: true}); s.value = arguments[1]; s.dispatchEvent(new Event('change', {bubbles: true}))", SWITCH, language)
    browser.wait("document.documentElement.lang === arguments[0] && document.querySelector('#main h1')", language)
    wait_for_frames(browser)


@pytest.fixture
def course(site: Site) -> str:
    return (site("tongues") / "index.html").as_uri()


def test_the_switch_keeps_the_step_the_ticks_and_the_height_on_the_page(course: str, launch: Launch) -> None:
    browser = launch(size=(360, 740))
    open_course(browser, course, "#/receipt/reasons")
    choose(browser, "which-proof", "A good memory")
    browser.wait("document.querySelectorAll('.item input:checked').length === 1")
    seen = order(browser, "which-proof")
    browser.run("document.getElementById('/receipt/reasons/price').scrollIntoView()")
    height = browser.run("return document.getElementById('/receipt/reasons/price').getBoundingClientRect().top")
    speak(browser, "fi")
    assert "#/receipt/reasons" == step(browser).removesuffix("/which-proof")
    assert "Syyt" == browser.text("h2")
    assert ["Hyvä muisti"] == chosen(browser, "which-proof")
    assert seen == order(browser, "which-proof")
    assert abs(height - browser.run("return document.getElementById('/receipt/reasons/price').getBoundingClientRect().top")) < 40
    assert "Tarkista" in said(browser, "which-proof")


def test_what_was_answered_in_one_language_is_answered_in_all_and_the_choice_is_kept(course: str, launch: Launch) -> None:
    browser = launch()
    open_course(browser, course, "#/receipt/reasons")
    choose(browser, "which-proof", "A card payment")
    check(browser, "which-proof")
    speak(browser, "fi")
    assert "right" == verdict(browser, "which-proof")
    assert "Mikä tahansa luotettava jälki kelpaa." in said(browser, "which-proof")
    browser.quit()

    browser = launch()
    open_course(browser, course)
    assert "fi" == browser.run("return document.documentElement.lang"), "the choice is remembered"
    assert "Kurssi neljällä kielellä" == browser.text("h1")
    assert "Syyt" in browser.text(".onward")
    assert "Kurssi neljällä kielellä" == browser.title


def test_the_switch_works_by_keyboard_and_keeps_the_focus(course: str, launch: Launch) -> None:
    browser = launch()
    open_course(browser, course, "#/receipt/reasons")
    browser.run("document.querySelector(arguments[0]).focus()", SWITCH)
    browser.type("s")  # the first that begins with it: Suomi
    browser.press("Enter")
    browser.wait("document.documentElement.lang === 'fi'")
    assert browser.run("return document.activeElement.matches(arguments[0])", SWITCH)
    assert "Suomi" == browser.run("return document.querySelector(arguments[0]).selectedOptions[0].textContent", SWITCH)


def test_a_language_that_does_not_arrive_is_told_and_the_course_goes_on(site: Site, launch: Launch) -> None:
    folder = site("tongues")
    browser = launch()
    open_course(browser, (folder / "index.html").as_uri(), "#/receipt/reasons")
    (outline,) = folder.glob("outline.fi.*.js")
    text = outline.read_text("utf-8")
    outline.unlink()
    browser.run("const s = document.querySelector(arguments[0]); s.value = 'fi'; s.dispatchEvent(new Event('change', {bubbles: true}))", SWITCH)
    browser.wait("document.querySelector('.notice')?.textContent.includes('The language could not be changed.')")
    assert "English" == browser.wait("document.querySelector(arguments[0]).value === 'en' && document.querySelector(arguments[0]).selectedOptions[0].textContent", SWITCH)
    assert "Reasons" == browser.text("h2")
    outline.write_text(text, "utf-8")
    speak(browser, "fi")
    assert "Syyt" == browser.text("h2")
    assert not browser.run("return document.querySelectorAll('.notice').length")


def test_a_module_not_translated_is_shown_in_the_source_language_and_says_so(course: str, launch: Launch) -> None:
    browser = launch()
    open_course(browser, course, "#/bending/when")
    speak(browser, "ar")
    assert "Bending the rule" == browser.text("h1")
    assert "This module has not been translated yet." in browser.text("article")
    assert "en" == browser.run("return document.querySelector('h1').closest('[lang]').lang")
    assert "ltr" == browser.run("return getComputedStyle(document.querySelector('.prose')).direction")
    follow(browser, "#/")
    browser.wait("document.querySelector('.home')")
    assert ["en"] == browser.run("return [...document.querySelectorAll('.row-title')].filter(t => t.textContent === 'Bending the rule').map(t => t.lang)")


def test_a_text_not_translated_is_marked_with_its_language(course: str, launch: Launch) -> None:
    browser = launch()
    open_course(browser, course, "#/bending/when")
    speak(browser, "fi")
    choose(browser, "who-bends", "Ei pidä paikkaansa")
    check(browser, "who-bends")
    explanation = "document.querySelector('.explanation [lang]')"
    assert "The manager on duty decides." == browser.run(f"return {explanation}.textContent")
    assert "en" == browser.run(f"return {explanation}.lang")


def test_a_language_we_do_not_ship_speaks_its_own_phrases_and_english_for_the_rest(course: str, launch: Launch) -> None:
    browser = launch()
    open_course(browser, course)
    speak(browser, "de")
    text = browser.text("body")
    assert "Ein Kurs in vier Sprachen" in text and "Anfangen" in text and "Regeln" in text
    assert "Printable version" in text
    browser.click(".onward")
    browser.wait("document.querySelector('.bar')")
    assert "2 Schritte" in browser.text("article")


@pytest.mark.parametrize("width, height", [(320, 640), (1280, 800)], ids=["phone", "desktop"])
def test_right_to_left_is_laid_out_from_the_right(width: int, height: int, course: str, launch: Launch) -> None:
    browser = launch(size=(width, height))
    open_course(browser, course, "#/receipt/reasons")
    speak(browser, "ar")
    choose(browser, "which-proof", "ذاكرة جيدة")
    check(browser, "which-proof")

    def middle(css: str) -> float:
        return browser.run("const box = document.querySelector(arguments[0]).getBoundingClientRect(); return box.left + box.width / 2", css)

    assert "rtl" == browser.run("return getComputedStyle(document.body).direction")
    assert middle(".bar .button") < middle(".bar .quiet"), "onward is to the left"
    assert middle(".option input") > middle(".option > span"), "the letter stands before its option"
    assert middle(".prose th:first-child") > middle(".prose th:last-child")
    assert middle(SWITCH) < middle(".brand")
    if width > 1000:
        assert middle(".steps") > middle("article")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert "rtl" == browser.run("return getComputedStyle(document.querySelector('.item')).direction")


@chromium
def test_axe_finds_nothing_in_any_language(course: str, launch: Launch) -> None:
    browser = launch(size=(360, 740))
    for language in ("ar", "fi", "de"):
        open_course(browser, course)
        speak(browser, language)
        assert_accessible(browser, f"{language} home")
        for route in ("#/receipt/reasons", "#/bending/when"):
            follow(browser, route)
            browser.wait("document.getElementById(arguments[0])", route[1:])
            assert_accessible(browser, f"{language} {route}")


def test_the_browsers_own_language_is_met_halfway(site: Site, engine: str, launch: Launch) -> None:
    if engine == "webkit":
        pytest.skip("WebKitGTK takes its languages from the machine")
    browser = launch(prefs={"intl.accept_languages": "sv,fi-FI,en"})
    open_course(browser, (site("tongues") / "index.html").as_uri())
    assert browser.run("return navigator.languages.length") > 1
    assert "fi" == browser.run("return document.documentElement.lang")


def test_every_language_has_a_printable_page_and_its_own_way_in_without_scripts(built: Callable[[str], Path], launch: Launch) -> None:
    folder = built("tongues") / "site"
    browser = launch(javascript=False)
    browser.goto((folder / "index.html").as_uri())
    assert ["print.html", "print.fi.html", "print.ar.html", "print.de.html"] == [path.split('"')[0] for path in browser.source.split('href="')[1:] if path.startswith("print")]
    browser.goto(folder / "print.ar.html")
    text = browser.source
    assert 'dir="rtl"' in text and "الإيصال" in text and "Bending the rule" in text


def test_the_answer_key_is_the_sources_in_every_language(built: Callable[[str], Path]) -> None:
    for language in ("", ".fi", ".ar"):
        page = (built("tongues") / f"site/print{language}.html").read_text("utf-8")
        key = page[page.index('id="answers"') :]
        assert "<b>A</b>" in key and "<b>B</b>" not in key
