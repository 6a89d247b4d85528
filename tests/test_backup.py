"""A copy of the record: saved in one browser and joined in another, refused in plain words, and asked for when much is new. And what a damaged store does: nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import READY, check, choose, follow, go, item, open_course, press
from test_looks import assert_accessible
from test_review import CLOCK, on
from test_seen import WIDE

pytestmark = pytest.mark.everywhere

Site = Callable[..., Path]
Launch = Callable[..., Browser]

# Keeps what is handed out as a file, and what is copied.
CATCH = "{ const give = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return give.call(URL, blob); }; }\n"
DATABASE = "const open = (done, act) => { const opening = indexedDB.open(`tuokio:${document.querySelector('[data-course]').dataset.course}`); opening.onsuccess = () => { const result = act(opening.result.transaction('events', 'readwrite').objectStore('events')); result.transaction.oncomplete = () => { opening.result.close(); done(result.result); }; }; };\n"
STORED = DATABASE + "open(arguments[0], (store) => store.getAll())"
PUT = DATABASE + "const [events, done] = arguments; open(done, (store) => events.map((event) => store.put(event)).pop())"
CHOOSE = """
const files = new DataTransfer();
files.items.add(new File([arguments[0]], "copy.tuokio.txt", { type: "text/plain" }));
const input = document.querySelector(".backup-box input");
input.files = files.files;
input.dispatchEvent(new Event("change"));
"""
REFUSED = "document.activeElement.matches('.backup-refused') && document.activeElement.innerText"


def save(browser: Browser) -> str:
    """Save a copy as a file and return its text."""
    browser.run("window.saved = ''")
    follow(browser, "#/-backup")
    press(browser, ".resource.backup .button")
    text = browser.wait("window.saved")
    browser.wait("document.querySelector('.backup-told').textContent")
    return text


def bring(browser: Browser, text: str, *, add: bool = True) -> str:
    """Choose a file with this text, see what is in it, perhaps add it. Return what was seen."""
    follow(browser, "#/-backup")
    browser.run(CHOOSE, text)
    browser.wait("document.activeElement.matches('#backup-found')")
    seen = browser.text(".backup-found")
    if add:
        press(browser, ".backup-found .button")
        browser.wait("document.activeElement.matches('.backup h1') && document.querySelector('.backup-told').textContent.includes('added')")
    return seen


def done(browser: Browser) -> set[str]:
    """Return the ids of the events that are kept here, but for those that say it was copied."""
    return {event["id"] for event in browser.run_async(STORED) if event["kind"] != "copied"}


def test_a_record_moves_between_a_shared_pc_and_a_phone_and_what_both_did_is_joined(site: Site, serve: Callable[[Path], tuple[str, object]], browser: Browser) -> None:
    folder = site("reviewing", CATCH)
    pc, phone = (folder / "index.html").as_uri(), serve(folder)[0]
    open_course(browser, pc, "#/coffee/milk")
    choose(browser, "latte", "Milk")
    check(browser, "latte")
    press(browser, ".bar .button")
    browser.wait("location.hash === '#/coffee/beans'")
    copy = save(browser)
    head, _, parcel = copy.lstrip("\ufeff").partition("\r\n\r\n")
    assert "A copy of what you have done in the course" in head and "not for your employer" in head
    assert re.fullmatch(r"TUOKIO-BACKUP-1\.[A-Za-z0-9+/\r\n]+\.[0-9A-Z]{8}\r\n", parcel)
    here = done(browser)

    open_course(browser, phone, "#/coffee/milk")
    choose(browser, "oat", "Cream")
    check(browser, "oat")
    seen = bring(browser, copy)
    assert "It holds: 1 answer." in seen and "New here: 1 answer." in seen
    assert here < done(browser)
    go(browser, "#/coffee/milk")
    browser.wait("[...document.querySelectorAll('.outcome')].filter(one => !one.hidden).length === 2")
    back = save(browser)
    there = done(browser)
    assert "All of this is already here." in bring(browser, copy, add=False)

    open_course(browser, pc)
    bring(browser, back)
    assert there <= done(browser)
    browser.reload()
    browser.wait(READY)
    go(browser, "#/coffee/milk")
    browser.wait("[...document.querySelectorAll('.outcome')].filter(one => !one.hidden).length === 2")
    assert [] == browser.run("return seen")


@chromium
def test_what_cannot_be_joined_is_refused_in_words_and_changes_nothing(site: Site, launch: Launch) -> None:
    browser = launch(size=(320, 640))
    open_course(browser, (site("reviewing", CATCH) / "index.html").as_uri(), "#/coffee/milk")
    choose(browser, "latte", "Milk")
    check(browser, "latte")
    copy = save(browser)
    assert_accessible(browser, "saved")
    before = done(browser)
    other = "TUOKIO-COMPLETION-1.q1YqUbJSMlTSUUpUslIyUqoFAA.AAAA-AAAA"
    for text, told in [("Hei!", "no copy in this"), (copy[:-20], "damaged or cut off"), (copy.replace("BACKUP-1", "BACKUP-9"), "newer version"), (other, "completion for your manager")]:
        browser.run("document.querySelector('textarea').value = arguments[0]", text)
        press(browser, ".backup-box button")
        browser.wait(f"({REFUSED} || '').includes(arguments[0])", told)
    assert_accessible(browser, "refused")
    assert [] == browser.run(WIDE)
    assert before == done(browser)
    browser.run("document.querySelector('textarea').value = arguments[0]", copy)
    browser.press("Tab")  # from the words to what follows; the way back leads over the field and its button
    browser.run("document.querySelector('textarea').focus()")
    browser.press("Tab")
    browser.press("Enter")
    browser.wait("document.activeElement.matches('#backup-found')")
    assert_accessible(browser, "seen")
    browser.press("Tab")
    browser.press("Enter")
    browser.wait("!document.querySelector('.backup-found') && document.activeElement.matches('.backup-box input')")


HURT = [
    {"id": "x-1", "n": "7", "at": "2026-11-22T10:00:00.000Z", "tz": 0, "kind": "opened", "of": "tea/start"},
    {"id": "x-2", "n": 9e15, "at": "2026-11-22T10:00:00.000Z", "tz": 0, "kind": "opened", "of": "tea/start"},
    {"id": "x-3", "n": 8, "at": "2026-11-22T10:00:00.000Z", "tz": 0, "kind": "answered", "of": "latte", "rev": "x", "response": None, "score": "1", "points": 1, "attempt": 1},
    {"id": "x-4", "n": 9, "at": "never", "tz": 0, "kind": "finished", "of": "coffee"},
    {"id": "x-5", "n": 10, "at": "2026-11-22T10:00:00.000Z", "tz": 0, "kind": "preferred", "of": "steps", "value": "x"},
    {"id": "x-6"},
]


@chromium
def test_what_is_damaged_in_the_store_is_set_aside_kept_and_copied(site: Site, browser: Browser) -> None:
    course = (site("reviewing", CATCH) / "index.html").as_uri()
    open_course(browser, course, "#/coffee/milk")
    choose(browser, "latte", "Milk")
    check(browser, "latte")
    browser.run_async(PUT, HURT)
    browser.reload()
    browser.wait("document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item("latte"))
    copy = save(browser)
    assert f"{len(HURT)} records could not be read" in browser.text(".resource.backup")
    kept = {event["id"]: event for event in browser.run_async(STORED)}
    assert HURT == [kept[event["id"]] for event in HURT]
    assert "It holds: 1 answer." in bring(browser, copy, add=False), "they are in no one's way"
    assert [] == browser.run("return seen")


@chromium
def test_a_database_of_a_newer_tuokio_is_left_alone_and_the_learner_is_told(site: Site, browser: Browser) -> None:
    course = (site("reviewing") / "index.html").as_uri()
    open_course(browser, course, "#/coffee/milk")
    choose(browser, "latte", "Milk")
    check(browser, "latte")
    newer = "const done = arguments[0]; const opening = indexedDB.open(`tuokio:${document.querySelector('[data-course]').dataset.course}`, 2); opening.onupgradeneeded = () => {}; opening.onsuccess = () => { opening.result.close(); done(opening.result.version); }"
    assert 2 == browser.run_async(newer)
    choose(browser, "oat", "Cream")
    press(browser, f"{item('oat')} .check")
    browser.wait("document.querySelector('#notice').innerText.includes('updated in another tab')")
    browser.reload()
    browser.wait("document.querySelector('#notice').innerText.includes('updated in another tab')")
    assert not browser.run("return document.querySelector('.outcome:not([hidden])')"), "nothing is known here, and nothing lost"
    assert {"latte"} == {event["of"] for event in browser.run_async(STORED) if event["kind"] == "answered"}


def write_answers(day: int, count: int) -> list[dict[str, object]]:
    return [{"id": f"w{day}-{n}", "n": 100 * (day + 1) + n, "at": f"2026-01-{10 + day}T10:00:00.000Z", "tz": 0, "kind": "answered", "of": "latte", "rev": "x", "response": ["a"], "score": 1, "points": 1, "attempt": 1} for n in range(1, count + 1)]


@chromium
def test_when_much_is_new_a_copy_is_asked_for_once_a_visit_until_it_is_saved(site: Site, launch: Launch) -> None:
    browser = launch(size=(320, 640))
    course = (site("reviewing", CLOCK + CATCH) / "index.html").as_uri()
    on(browser, course, 0)
    browser.run_async(PUT, write_answers(0, 19))
    on(browser, course, 1)
    browser.wait("document.querySelector('.due')")
    assert not browser.run("return document.querySelector('.backup-reminder')")
    browser.run_async(PUT, write_answers(1, 1))
    on(browser, course, 2)
    assert "20 answers are in this browser only." in browser.wait("document.querySelector('.backup-reminder')?.innerText")
    assert_accessible(browser, "reminded")
    press(browser, ".backup-reminder button")
    browser.wait("!document.querySelector('.backup-reminder') && document.activeElement.matches('h1')")
    go(browser, "#/-review")
    browser.wait("document.querySelector('.resource.review')")
    follow(browser, "#/")
    browser.wait("document.querySelector('.home .due')")
    assert not browser.run("return document.querySelector('.backup-reminder')"), "once a visit"
    on(browser, course, 3)
    press(browser, ".backup-reminder a")
    browser.wait("document.querySelector('.resource.backup')")
    save(browser)
    on(browser, course, 30)
    browser.wait("document.querySelector('.due')")
    assert not browser.run("return document.querySelector('.backup-reminder')")


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
def test_a_browser_that_forgets_says_so_when_the_first_module_is_finished(site: Site, serve: Callable[[Path], tuple[str, object]], browser: Browser) -> None:
    address, _ = serve(site("reviewing"))
    open_course(browser, address)
    browser.run_async(PUT, [{"id": f"f-{n}", "n": n, "at": "2026-11-22T10:00:00.000Z", "tz": 0, "kind": "finished", "of": of} for n, of in enumerate(("house/start", "house"), 1)])
    browser.reload()
    assert "seven days" in browser.wait("document.querySelector('.backup-reminder')?.innerText")
    go(browser, "#/-backup")
    assert "Add to Home Screen" in browser.wait("document.querySelector('.resource.backup')?.innerText")
