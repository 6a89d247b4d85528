"""Several learners on one device: nothing of one is seen or touched by another, in any tab, and whoever is removed leaves nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser, poll
from gallery import chromium
from learner import READY, check, choose, go, open_course, press, verdict
from test_looks import assert_accessible
from tuokio.build import build

pytestmark = pytest.mark.everywhere

Site = Callable[..., Path]
Launch = Callable[..., Browser]

KEPT = """
const done = arguments[0];
const read = (name) => new Promise((give) => {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction.abort(); // deleted since it was listed
  opening.onerror = () => give([]);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => { opening.result.close(); give([[name, all.result]]); };
  };
});
indexedDB.databases().then((all) => Promise.all(all.filter(({ version }) => version).map(({ name }) => read(name)))).then((all) => done(Object.fromEntries(all.flat())));
"""
# Time passes when a test says so: long waits end, and clocks go on by so much.
TIME = """
{
  const [Real, later, waiting] = [Date, setTimeout, []];
  let ahead = 0;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
  globalThis.setTimeout = (does, ms, ...given) => ms > 30_000 ? (waiting.push(does), -1) : later(does, ms, ...given);
  globalThis.pass = (minutes) => { ahead += minutes * 60_000; waiting.splice(0).forEach((does) => does()); };
}
"""


def fill(browser: Browser, field: str, text: str, until: str) -> None:
    """Fill in the form of a field and send it, and wait until the page says this."""
    browser.wait("document.querySelector(arguments[0])", field)
    browser.run("const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.form.querySelector('.button').click()", field, text)
    browser.wait("document.body.textContent.includes(arguments[0])", until)


def share(browser: Browser, name: str, *others: str) -> None:
    """Give oneself a nickname, and let others learn here too."""
    go(browser, "#/-learners")
    fill(browser, "#learners-name", name, "is saved")
    for other in others:
        fill(browser, "#learners-other", other, f"{other} can now learn")


def enter(browser: Browser, name: str) -> None:
    """Say who is learning, and wait until they are in."""
    browser.wait("document.querySelector('.learners-one')")
    browser.click(".learners-one > bdi", text=name)
    wait_for(browser, name)


def wait_for(browser: Browser, name: str) -> None:
    browser.wait("document.querySelector('.learners-switch > bdi')?.textContent === arguments[0] && document.querySelector('#main h1') && !document.querySelector('.learners-one')", name)


def leave(browser: Browser) -> None:
    browser.click(".learners-switch")
    browser.wait("document.querySelector('.learners-one')")


def answer(browser: Browser, option: str) -> None:
    go(browser, "#/first/one-choice")
    choose(browser, "choose-one", option)
    check(browser, "choose-one")


def remove_me(browser: Browser) -> None:
    go(browser, "#/-learners")
    browser.wait("document.querySelector('.learners-remove')")
    press(browser, ".learners-remove")
    browser.wait("document.activeElement.matches('.learners-stay')")
    press(browser, ".learners-sure .learners-remove")
    browser.wait("!document.querySelector('.learners-sure')")


def test_nothing_of_a_learner_is_seen_or_written_by_the_next_in_any_tab(site: Site, browser: Browser) -> None:
    url = (site("tiny") / "index.html").as_uri()
    open_course(browser, url)
    answer(browser, "Espresso")
    one = browser.tabs[0]
    two = browser.new_tab(url + "#/first/one-choice")
    browser.wait(READY)
    browser.switch(one)
    share(browser, "Aino", "Bertil")
    of_aino = browser.run_async(KEPT)["tuokio:tiny-test"]
    browser.switch(two)
    wait_for(browser, "Aino")  # a tab that was opened while she was alone
    leave(browser)
    enter(browser, "Bertil")
    assert "#/" == browser.run("return location.hash"), "the place of one is not the place of the next"
    browser.switch(one)
    wait_for(browser, "Bertil")
    assert "Aino" not in browser.run("return document.documentElement.outerHTML + document.title")
    answer(browser, "Cortado")
    browser.switch(two)
    go(browser, "#/first/one-choice")
    browser.wait("document.querySelector('[data-item=choose-one] .outcome:not([hidden])')")
    assert "wrong" == verdict(browser, "choose-one"), "two tabs of one learner still follow each other"

    kept = browser.run_async(KEPT)
    [of_bertil] = [events for name, events in kept.items() if name.startswith("tuokio:tiny-test:")]
    writers = [{event["id"].split("-")[0] for event in events} for events in (kept["tuokio:tiny-test"], of_bertil)]
    assert writers[0] and writers[1] and not writers[0] & writers[1]
    assert [event for event in kept["tuokio:tiny-test"] if event["kind"] == "answered"] == [event for event in of_aino if event["kind"] == "answered"]

    # Removed in one tab while another has the record open.
    remove_me(browser)
    browser.wait("document.querySelector('.home')")  # Aino is alone now, and nobody is asked
    browser.switch(one)
    browser.wait("document.querySelector('#main h1') && !document.querySelector('.learners-switch')")
    go(browser, "#/first/one-choice")
    browser.wait("document.querySelector('[data-item=choose-one] .outcome:not([hidden])')")
    assert "right" == verdict(browser, "choose-one")
    kept = browser.run_async(KEPT)
    assert {"tuokio:tiny-test", "tuokio:tiny-test?learners"} == set(kept)
    assert "Bertil" not in str(kept)

    remove_me(browser)
    open_course(browser, url)
    browser.switch(two)
    open_course(browser, url)
    assert {"tuokio:tiny-test": []} == browser.run_async(KEPT)
    assert 0 == browser.run("return localStorage.length + sessionStorage.length")
    assert [] == browser.run("return window.seen")


@chromium
def test_after_ten_minutes_without_a_touch_what_was_being_written_is_kept_and_it_is_asked_who_learns(site: Site, browser: Browser) -> None:
    url = (site("writing", TIME) / "index.html").as_uri()
    open_course(browser, url)
    share(browser, "Aino", "Bertil")
    go(browser, "#/own/back")
    browser.wait("document.querySelector('textarea') && document.activeElement.matches('h1, h2')")
    browser.run("pass(9)")
    browser.run("dispatchEvent(new Event('pointerdown'))")
    browser.run("pass(9)")
    browser.click("textarea")
    browser.type("The queue was long")
    browser.run("pass(11)")
    browser.wait("document.querySelector('.learners-one')")
    assert "#/own/back" == browser.run("return location.hash")
    assert "The queue" not in browser.run("return document.documentElement.outerHTML")
    enter(browser, "Aino")
    browser.wait("document.querySelector('textarea')?.value === 'The queue was long'")
    browser.reload()
    wait_for(browser, "Aino")


@chromium
def test_a_pin_is_asked_for_and_whoever_forgot_it_can_only_remove_the_record(site: Site, browser: Browser) -> None:
    url = (site("tiny") / "index.html").as_uri()
    browser.resize(320, 640)
    open_course(browser, url)
    share(browser, "Aino", "Bertil")
    assert_accessible(browser, "who is learning")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    fill(browser, "#learners-pin", "42", "Four digits")
    assert browser.run("return document.activeElement.matches('#learners-pin[aria-invalid=true]') && document.activeElement.nextElementSibling.textContent === 'Four digits'"), "it is told beside the field"
    fill(browser, "#learners-pin", "0420", "The PIN is in use")
    assert "0420" not in str(browser.run_async(KEPT))
    browser.goto("about:blank")
    open_course(browser, url, "#/second/gated")
    assert_accessible(browser, "the picker")
    browser.press("Tab")
    browser.press("Tab")
    browser.wait("document.activeElement.matches('.learners-one')")
    browser.press("Enter")
    browser.wait("document.activeElement.matches('#learners-pin')")
    browser.type("1111")
    browser.press("Enter")
    browser.wait("document.querySelector('.learners-told').textContent === 'That PIN is not right. Try again.' && document.activeElement.value === ''")
    assert_accessible(browser, "a wrong PIN")
    browser.type("0420")
    browser.press("Enter")
    wait_for(browser, "Aino")
    browser.wait("document.activeElement.matches('h1, h2')")  # the field is gone, and the focus is led on
    browser.wait("document.getElementById('/second/gated')")  # a link leads where it says, once it is known who follows it
    leave(browser)
    browser.click(".learners-one > bdi", text="Aino")
    browser.click("button", text="Forgot the PIN?")
    browser.click("button", text="Remove for good")
    browser.wait("document.querySelector('.learners-told').textContent === 'Removed from this device.'")
    assert ["Bertil", "I am new here"] == browser.run("return [...document.querySelectorAll('.learners-one')].map(one => one.innerText.split('\\n')[0])")
    kept = browser.run_async(KEPT)
    assert "tuokio:tiny-test" not in kept and "Aino" not in str(kept)
    browser.click(".learners-one", text="I am new here")
    browser.wait("document.activeElement.matches('#learners-name')")
    browser.type("bertil")
    browser.press("Enter")
    browser.wait("document.querySelector('.learners-told').textContent.includes('has that nickname')")
    browser.type(" the younger")
    browser.press("Enter")
    wait_for(browser, "bertil the younger")


@chromium
def test_where_only_local_storage_is_to_be_had_learners_are_kept_apart_in_it(site: Site, launch: Launch, serve) -> None:
    browser = launch()
    url, _ = serve(site("tiny", "Object.defineProperty(window, 'indexedDB', {value: undefined});"))
    open_course(browser, url)
    answer(browser, "Espresso")
    share(browser, "Aino", "Bertil")
    one = browser.tabs[0]
    browser.new_tab(url)
    enter(browser, "Bertil")
    browser.switch(one)
    wait_for(browser, "Bertil")
    answer(browser, "Cortado")
    remove_me(browser)
    browser.wait("document.querySelector('.home')")
    go(browser, "#/first/one-choice")
    browser.wait("document.querySelector('[data-item=choose-one] .outcome:not([hidden])')")
    assert "right" == verdict(browser, "choose-one")
    remove_me(browser)
    browser.wait("document.querySelector('.home')")
    keys = poll(lambda: (keys := browser.run("return Object.keys(localStorage)")) and keys, 5)
    assert [key for key in keys if key != "tuokio:tiny-test?" and not key.startswith("tuokio:tiny-test:")] == []
    assert [] == [key for key in keys if "answered" in browser.run("return localStorage.getItem(arguments[0])", key)]


@chromium
def test_home_ends_with_the_record_asks_for_the_role_once_and_the_privacy_page_tells_of_this_course_alone(tmp_path: Path, built: Callable[[str], Path], browser: Browser) -> None:
    course = tmp_path / "course"
    shutil.copytree(Path(__file__).parent / "courses/tiny", course)
    settings = course / "course.yaml"
    settings.write_text(settings.read_text("utf-8") + "roles: {staff: Salesperson, chief: Manager}\nresults: {mail: chief@example.com}\n", "utf-8")
    result = build(course, tmp_path / "output", ["site"])
    assert not result.failed, result.findings
    open_course(browser, next((tmp_path / "output").glob("*/site/index.html")).as_uri())
    assert [] == browser.run("return [...document.querySelectorAll('.shelf a')].filter(a => /-(learners|privacy)/.test(a.href)).map(a => a.href)")
    browser.wait("document.querySelector('.role-choice select')")
    assert_accessible(browser, "home with the question")
    browser.run("const select = document.querySelector('.role-choice select'); select.value = 'chief'; select.dispatchEvent(new Event('change'))")
    browser.wait("document.querySelector('.role-choice [role=status]').textContent === 'Your choice is saved.'")
    browser.click(".foot a", text="What is kept of you")
    browser.wait("document.querySelector('.privacy h1')")
    told = browser.text(".privacy")
    assert "chief@example.com" in told and "Your answers" in told
    assert "written yourself" not in told and "how the questions went" not in told
    assert_accessible(browser, "privacy")
    go(browser, "#/")
    browser.click(".foot a", text="Your job")
    browser.wait("document.querySelector('.role-choice select')?.value === 'chief'")
    open_course(browser, (built("writing") / "site/index.html").as_uri(), "#/-privacy")
    browser.wait("document.querySelector('.privacy')?.textContent.includes('What you have written yourself')")
    assert "The certificate is meant" not in browser.text(".privacy")
