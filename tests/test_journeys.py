"""Whole journeys of a learner, in real browsers, from a folder and from a plain web server."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser, poll
from gallery import chromium
from learner import READY, assert_nothing_was_asked_outside, check, choose, choose_any, chosen, follow, go, item, open_course, open_module, open_step, order, said, step, verdict, wait_until_kept
from tuokio.build import build

Site = Callable[..., Path]
Address = Callable[[Path], str]
Launch = Callable[..., Browser]


def next_step(browser: Browser) -> None:
    """Press "next" and wait until something else is shown."""
    before = step(browser)
    browser.click(".bar .button")
    browser.wait("location.hash !== arguments[0]", before)
    browser.wait(READY)


@pytest.mark.everywhere
def test_a_learner_leaves_in_the_middle_and_finds_everything_again(site: Site, address: Address, launch: Launch) -> None:
    url = address(site("tiny"))
    browser = launch()
    open_course(browser, url)
    assert "First module" in browser.text(".onward")
    browser.click(".onward")
    browser.wait("location.hash.startsWith('#/first/')")
    next_step(browser)
    assert "#/first/one-choice" == step(browser)
    choose(browser, "choose-one", "Cortado")
    check(browser, "choose-one")
    next_step(browser)
    choose(browser, "choose-several", "Cortado", "Espresso")
    seen = order(browser, "choose-several")
    wait_until_kept(browser, "choose-several", kind="drafted", response=browser.run("return [...document.querySelectorAll('.item input:checked')].map(input => input.value).sort()"))
    browser.quit()

    browser = launch()
    open_course(browser, url)
    assert "Several" in browser.text(".onward"), "home names the step one was at"
    browser.click(".onward")
    browser.wait("document.querySelector(arguments[0])", item("choose-several"))
    assert "#/first/several/choose-several" == step(browser), "at the very question"
    assert ["Cortado", "Espresso"] == chosen(browser, "choose-several"), "ticks not yet checked are there too"
    assert seen == order(browser, "choose-several"), "in the same order"
    go(browser, "#/first/one-choice")
    assert "wrong" == verdict(browser, "choose-one")
    assert "Half of the cup is milk." in said(browser, "choose-one")


@pytest.mark.everywhere
def test_an_answer_survives_a_browser_killed_after_the_tick(site: Site, address: Address, launch: Launch) -> None:
    url = address(site("tiny"))
    browser = launch()
    open_course(browser, url, "#/first/one-choice")
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    browser.kill()

    browser = launch()
    open_course(browser, url, "#/first/one-choice")
    assert "right" == verdict(browser, "choose-one")
    assert ["Espresso"] == chosen(browser, "choose-one")


def test_from_the_first_step_to_the_end_of_the_course(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")), "#/first/one-choice")
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    next_step(browser)
    next_step(browser)
    assert "#/first/-end" == step(browser)
    browser.wait("document.querySelector('h1').textContent === 'Nearly there'")  # the first step was skipped
    assert "One step is still waiting:" in browser.text(".end")
    assert "Which of these are made with milk?" in browser.text(".end")
    go(browser, "#/first/start")
    browser.wait("document.querySelector('.bar')")
    next_step(browser)
    assert "#/first/-end" == step(browser), "the missing step completes the module"
    browser.wait("document.querySelector('h1').textContent === 'Module finished'")
    browser.click(text="Which of these are made with milk?")
    browser.wait("document.querySelector(arguments[0])", item("choose-several"))
    choose(browser, "choose-several", "Cappuccino", "Cortado")
    check(browser, "choose-several")
    next_step(browser)
    browser.wait("document.querySelector('h1').textContent === 'Module finished'")
    assert "waiting" not in browser.text(".end")
    assert "You choose the right answer at The Corner." in browser.text(".known")
    browser.click(".end .button")
    browser.wait("location.hash.startsWith('#/second')")
    browser.wait("document.querySelector('.bar')")
    next_step(browser)
    choose(browser, "is-it-true", "True")
    check(browser, "is-it-true")
    next_step(browser)
    browser.click(text="Continue")
    browser.wait("document.querySelector('.end')?.innerText.includes('80%')")
    assert "66%" in browser.text(".end"), "two of three points are not 80 %"


def test_wrong_then_hint_then_right_with_feedback_for_each_option(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")), "#/first/one-choice")
    browser.click(f"{item('choose-one')} .check")
    browser.wait("document.querySelector('.item .message').textContent === 'Choose an option first.'")
    choose(browser, "choose-one", "Cappuccino")
    check(browser, "choose-one")
    text = said(browser, "choose-one")
    assert "Most of the cup is milk." in text and "Not quite" in text
    assert "Only coffee and water." not in text and "Espresso is coffee and water." not in text
    browser.click(text="Try again")
    browser.click(text="Hint")
    browser.wait("document.querySelector('.hint:not([hidden])')")
    assert "Look at the table above." in said(browser, "choose-one")
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    text = said(browser, "choose-one")
    assert "Right" in text and "Only coffee and water." in text and "Espresso is coffee and water." in text
    assert browser.run("return [...document.querySelectorAll('.item input')].every(i => i.disabled)")


def test_trying_again_keeps_what_was_right(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")), "#/first/several")
    choose(browser, "choose-several", "Cortado", "Cappuccino", "Espresso")
    check(browser, "choose-several")
    assert "partly" == verdict(browser, "choose-several")
    assert "You are on your way." in said(browser, "choose-several")
    browser.click(text="Try again")
    browser.wait("document.querySelector('.check:not([hidden])')")
    assert ["Cappuccino", "Cortado"] == chosen(browser, "choose-several")
    check(browser, "choose-several")
    assert "right" == verdict(browser, "choose-several")
    assert "Just so." in said(browser, "choose-several")


def test_showing_the_answer_says_what_was_missed(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")), "#/first/several")
    choose(browser, "choose-several", "Cortado")
    check(browser, "choose-several")
    assert "A cappuccino is mostly milk." not in said(browser, "choose-several")
    browser.click(text="Show the answer")
    browser.wait("document.querySelector('.item.settled')")
    text = said(browser, "choose-several")
    assert "This was missing" in text and "A cappuccino is mostly milk." in text and "Foam comes from milk." in text


def test_a_statement_has_one_attempt_and_the_gate_opens_with_it(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")), "#/second/gated")
    browser.click(".bar .button")
    browser.wait("document.querySelector('.bar .message').textContent === 'Answer the question first.'")
    assert "#/second/gated" == step(browser)
    choose(browser, "is-it-true", "True")
    check(browser, "is-it-true")
    text = said(browser, "is-it-true")
    assert "look there next time" in text and "The right answer" in text and "Try again" not in text
    next_step(browser)
    assert "#/second/-end" == step(browser)


@pytest.mark.everywhere
def test_two_tabs_lose_nothing_of_each_other(site: Site, address: Address, browser: Browser) -> None:
    url = address(site("tiny"))
    open_course(browser, url, "#/first/one-choice")
    first = browser.tabs[0]
    second = browser.new_tab(url + "#/first/several")
    browser.wait(READY)
    choose(browser, "choose-several", "Cappuccino")
    check(browser, "choose-several")
    browser.switch(first)
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    go(browser, "#/first/several")
    browser.wait("document.querySelector('[data-item=choose-several] .outcome:not([hidden])')")
    assert ["Cappuccino"] == chosen(browser, "choose-several")
    browser.switch(second)
    browser.reload()
    browser.wait(READY)
    go(browser, "#/first/one-choice")
    assert "right" == verdict(browser, "choose-one")


@pytest.mark.parametrize(
    "refusal, told",
    [
        ("Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError') }}); Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }});", "does not save your progress"),
        ("Object.defineProperty(window, 'indexedDB', {value: undefined}); Object.defineProperty(window, 'localStorage', {value: null});", "does not save your progress"),
        ("IDBFactory.prototype.open = () => ({addEventListener() {}, removeEventListener() {}}); Object.defineProperty(window, 'localStorage', {value: null});", "does not save your progress"),
        ("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };", "saved with a short delay"),
    ],
    ids=["throws", "missing", "hangs", "only-localstorage"],
)
@pytest.mark.everywhere
def test_where_storage_is_refused_the_course_runs_and_says_so(refusal: str, told: str, site: Site, launch: Launch, serve) -> None:
    browser = launch()
    url, _ = serve(site("tiny", refusal))
    open_course(browser, url, "#/first/one-choice")
    browser.wait("document.querySelector('.notice')?.textContent.includes(arguments[0])", told)
    choose(browser, "choose-one", "Espresso")
    browser.click(f"{item('choose-one')} .check")
    browser.wait("document.querySelector('.item.settled')")
    kept = told == "saved with a short delay"
    if kept:
        browser.wait("document.querySelector('.saved:not([hidden])')")
    next_step(browser)
    assert not browser.run("return document.querySelectorAll('.saved:not([hidden])').length")
    browser.reload()
    browser.wait(READY)
    go(browser, "#/first/one-choice")
    assert ("right" if kept else "") == verdict(browser, "choose-one")


@pytest.mark.everywhere
def test_a_write_that_fails_shows_no_tick_and_is_told(site: Site, launch: Launch, serve) -> None:
    browser = launch()
    fail = "window.full = false; const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...a) { if (window.full) throw new DOMException('no', 'QuotaExceededError'); return put.apply(this, a) };"
    url, _ = serve(site("tiny", fail))
    open_course(browser, url, "#/first/one-choice")
    browser.run("window.full = true")
    choose(browser, "choose-one", "Espresso")
    browser.click(f"{item('choose-one')} .check")
    browser.wait("document.querySelector('.notice')?.textContent.includes('not saved yet')")
    assert "right" == verdict(browser, "choose-one")
    assert not browser.run("return document.querySelectorAll('.saved:not([hidden])').length")
    browser.run("window.full = false")
    next_step(browser)
    browser.wait("!document.querySelector('.notice')")
    browser.reload()
    browser.wait(READY)
    go(browser, "#/first/one-choice")
    assert "right" == verdict(browser, "choose-one"), "what was refused was tried again"


def test_a_missing_module_says_what_happened_and_comes_back(site: Site, address: Address, browser: Browser) -> None:
    folder = site("tiny")
    (module,) = folder.glob("modules/en/second.*.js")
    text = module.read_text("utf-8")
    module.unlink()
    url = address(folder)
    open_course(browser, url, "#/second/gated")
    assert "This page did not open" == browser.text("h1")
    assert "Your answers are safe" in browser.text("main")
    module.write_text("<!doctype html><title>Sign in</title>", "utf-8")
    browser.run("window.before = true")
    browser.click(text="Try again")
    browser.wait("!window.before && document.querySelector('h1')?.textContent === 'This page did not open'")
    module.write_text(text, "utf-8")
    browser.click(text="Try again")
    browser.wait("document.querySelector(arguments[0])", item("is-it-true"))


def test_an_unknown_address_leads_somewhere(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")), "#/first/no-such-step")
    assert "There is no such page" == browser.text("h1")
    browser.click(text="Home")
    browser.wait("document.querySelector('.home')")


def test_titles_focus_and_the_back_button_follow_the_learner(site: Site, address: Address, browser: Browser) -> None:
    open_course(browser, address(site("tiny")))
    assert "Tiny course" == browser.title
    browser.click(".onward")
    browser.wait("document.title.startsWith('First module')")
    browser.wait("document.activeElement.matches('h1')")
    next_step(browser)
    assert "One choice – First module – Tiny course" == browser.title
    browser.wait("document.activeElement.textContent === 'One choice'")
    browser.back()
    browser.wait("document.title.startsWith('First module')")
    browser.click('a[href="#/first/start/note1"]')
    browser.wait("document.activeElement.textContent.includes('A note for this step')")
    browser.click('a[href="#/second/gated"]')
    browser.wait("document.title === 'Gated – Second module – Tiny course'")


@pytest.mark.everywhere
def test_the_whole_course_by_keyboard_alone(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("tiny") / "index.html").as_uri())

    def tab_to(what: str) -> None:
        """Press Tab until the focus is on something that matches a selector."""
        for _ in range(40):
            browser.press("Tab")
            if browser.run("return document.activeElement.matches(arguments[0])", what):
                assert browser.run("const at = document.activeElement, ring = at.matches('.option input') ? getComputedStyle(at, '::after') : getComputedStyle(at); return parseFloat(ring.outlineStyle === 'none' ? ring.borderTopWidth : ring.outlineWidth) >= 2"), f"the focus on {what} cannot be seen"
                return
        raise AssertionError(f"{what} is out of the keyboard's reach")

    browser.press("Tab")
    assert "Skip to content" == browser.focused()["text"]
    browser.press("Enter")
    assert "main" == browser.focused()["id"]
    tab_to(".onward")
    browser.press("Enter")
    browser.wait("location.hash.startsWith('#/first/') && document.activeElement.matches('h1')")
    tab_to(".bar .button")
    browser.press("Enter")
    browser.wait("location.hash === '#/first/one-choice' && document.activeElement.matches('h2')")
    tab_to(".item input")
    letter = "abc"[order(browser, "choose-one").index("a")]
    browser.type(letter)
    assert ["Espresso"] == chosen(browser, "choose-one"), "a letter chooses the option it stands beside"
    browser.press("Enter")
    browser.wait("document.querySelector('.saved:not([hidden])')")
    assert "outcome" in browser.run("return document.activeElement.className")
    tab_to(".bar .button")
    browser.press("Enter")
    browser.wait("location.hash === '#/first/several' && document.activeElement.matches('h2')")
    for _ in range(4):
        tab_to(".item input")
        if browser.run("return ['a', 'b'].includes(document.activeElement.value)"):
            browser.press("Space")
    tab_to(".check")
    browser.press("Enter")
    browser.wait("document.querySelector('.item.settled')")
    assert "right" == verdict(browser, "choose-several")
    tab_to(".bar .button")
    browser.press("Enter")
    browser.wait("document.querySelector('.end h1')?.textContent === 'Module finished'")
    browser.wait("document.activeElement.matches('h1')")


def test_without_javascript_the_course_points_to_its_printable_page(site: Site, address: Address, launch: Launch) -> None:
    browser = launch(javascript=False)
    browser.goto(address(site("tiny")))
    browser.click(text="Read the whole course as one printable page")
    assert poll(lambda: "print.html" in browser.url, timeout=10)
    text = browser.text("body")
    assert "Which one is made without any milk?" in text and "Espresso is coffee and water." in text


def visit_everything(browser: Browser, url: str, modules: list[str]) -> int:
    """Open every step of some modules and answer every question once. Returns how many there were."""
    open_course(browser, url)
    answered = 0
    for module in modules:
        for route in open_module(browser, module):
            for name in open_step(browser, route):
                choose_any(browser, name)
                check(browser, name)
                answered += 1
    return answered


@chromium
def test_no_kind_breaks_a_policy_or_asks_for_anything_outside_its_folder(site: Site, browser: Browser) -> None:
    """On the handbook's own examples of all of them; `test_flagship.py` says the same of a whole course."""
    folder = site("handbook")
    assert visit_everything(browser, (folder / "index.html").as_uri(), ["kinds", "blocks"]) > 8
    assert_nothing_was_asked_outside(browser)


def test_an_order_is_a_learners_own(site: Site, launch: Launch) -> None:
    """Over several learners the options of one question do not always stand in the author's order."""
    browser = launch()
    folder = site("tiny")
    seen = set()
    for learner in range(6):
        copy = shutil.copytree(folder, folder.with_name(f"learner {learner}"))  # WebKit reads a file that it knows only once
        index = copy / "index.html"
        index.write_text(index.read_text("utf-8").replace('data-course="tiny-test"', f'data-course="tiny-test-{learner}"'), "utf-8")
        open_course(browser, index.as_uri(), "#/first/several")
        browser.wait("document.querySelector(arguments[0])", item("choose-several"))
        seen.add("".join(order(browser, "choose-several")))
    assert len(seen) > 1


@chromium
def test_a_course_of_many_modules_begins_with_some_and_lists_all_a_moment_later(launch: Launch, tmp_path: Path) -> None:
    course = tmp_path / "c"
    course.mkdir()
    (course / "course.yaml").write_text("id: c\ntitle: C\nlanguages: [en]\nareas: {one: One, two: Two}\n", "utf-8")
    for number in range(90):
        (course / f"{number:02}.md").write_text(f"---\nid: m{number}\ntitle: Module {number}\narea: {'one' if number < 50 else 'two'}\n---\n\nText.\n", "utf-8")
    assert not (result := build(course, tmp_path / "out", ["site"])).failed
    browser = launch()
    open_course(browser, result.files[0].as_uri())
    browser.wait("document.querySelectorAll('.modules li').length === 90")
    assert [50, 40] == browser.run("return [...document.querySelectorAll('.modules')].map((list) => list.children.length)")
    go(browser, "#/m89/start")
    follow(browser, "#/")
    assert "Module 0" in browser.text(".modules li")
    browser.wait("document.querySelectorAll('.modules li').length === 90")
