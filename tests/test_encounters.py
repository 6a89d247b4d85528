"""The pair game, played from beginning to end on one phone: by touch, by keyboard, and with the phone put away in the middle."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser import Browser, poll
from gallery import SAME_ORDER, chromium
from learner import go, open_course, press
from test_brands import FORCED, NIGHT
from test_seen import SPACED, assert_seen
from test_looks import assert_accessible
from tuokio import blocks

GAME = "example-encounter"
HERE = ".encounter-phase:not([hidden])"
ON, BACK = f"{HERE} .encounter-on", f"{HERE} .encounter-back"
KEPT = """
const [done] = arguments;
indexedDB.databases().then(([{ name }]) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = async () => {
    const tables = [...opening.result.objectStoreNames], all = {};
    const reading = opening.result.transaction(tables);
    for (const table of tables) reading.objectStore(table).getAll().onsuccess = ({ target }) => (all[table] = target.result);
    reading.oncomplete = () => {
      opening.result.close();
      done({ all, beside: [{ ...localStorage }, { ...sessionStorage }] });
    };
  };
});
"""


@pytest.fixture
def open_game(site: Callable[..., Path], launch: Callable[..., Browser]) -> Iterator[Callable[..., Browser]]:
    def start(first: str = "") -> Browser:
        browser = launch()
        browser.resize(320, 640)
        open_course(browser, (site("handbook", first) / "index.html").as_uri())
        go(browser, "#/blocks/encounter")
        browser.wait("document.activeElement.matches('h1, h2') && document.querySelector('.encounter')")
        return browser

    yield start


def screen(browser: Browser, phase: str) -> None:
    """Wait until a screen is shown and read out, and look at it as those do who see it narrow or do not see it."""
    browser.wait("document.querySelector(arguments[0])?.dataset.phase === arguments[1] && document.activeElement.matches('.encounter h4')", HERE, phase)
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), phase
    if browser.engine == "chromium" and phase in ("card", "self", "compare", "open"):
        assert_accessible(browser, phase)


def secret(browser: Browser) -> str:
    return browser.run("return document.querySelector('.encounter-secret').innerText")


def kept(browser: Browser) -> list[list[str]]:
    """Return every response that the store has of the game."""
    return [event["response"] for event in sorted(browser.run_async(KEPT)["all"]["events"], key=lambda event: event["n"]) if event.get("of") == GAME and "response" in event]


def tab_to(browser: Browser, css: str) -> None:
    for _ in range(30):
        browser.press("Tab")
        if browser.run("return document.activeElement.matches(arguments[0])", css):
            return
    pytest.fail(f"{css} was never reached")


def rate_by_touch(browser: Browser, *levels: str) -> None:
    for number, level in enumerate(levels, 1):
        press(browser, f'{HERE} .encounter-point:nth-child({number}) [value="{level}"]')


def test_two_people_play_one_turn_by_touch_and_one_by_keyboard(open_game: Callable[..., Browser]) -> None:
    browser = open_game()
    press(browser, f"{HERE} .encounter-on")
    screen(browser, "card")
    name = browser.run("return document.querySelector('.encounter-card [data-customer]:not([hidden]) .encounter-name').textContent.trim()")
    assert name not in secret(browser), "a card in hand is closed"
    browser.run("document.querySelector('.encounter-hold').scrollIntoView({block: 'center'})")
    with browser.holding(".encounter-hold"):
        browser.wait("document.querySelector('.encounter-hold').getAttribute('aria-pressed') === 'true'")
        assert name in secret(browser) and "What was right" not in secret(browser)
        assert "" == browser.run("return getSelection().toString()")
    browser.wait("document.querySelector('.encounter-hold').getAttribute('aria-pressed') === 'false'")
    assert name not in secret(browser)
    for put_away in (lambda: browser.press("Escape"), lambda: browser.run("document.dispatchEvent(new Event('visibilitychange'))")):
        press(browser, ".encounter-keep")
        assert name in secret(browser), "whoever cannot hold keeps it open"
        put_away()
        assert name not in secret(browser), "and closed when it is put away"
    browser.run("document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 2}))", ON)
    assert browser.run("return document.querySelector(arguments[0]).dataset.phase", HERE) == "card", "the second half of a double tap skips nothing"

    press(browser, ON)
    screen(browser, "act")
    assert name not in browser.run("return document.querySelector('.encounter').innerText")
    press(browser, ON)
    screen(browser, "self")
    rate_by_touch(browser, "2", "2", "1")
    press(browser, ON)
    open = browser.wait("document.activeElement.closest('[aria-describedby] > .encounter-levels')?.parentElement.innerText").strip()
    assert open.startswith("Ended kindly") and open.endswith("Please rate every point."), "what is open is asked for where it stands"
    rate_by_touch(browser, "2", "2", "1", "2")
    assert poll(lambda: kept(browser)[-1][-1] == "2212", 10)

    browser.reload()  # a phone that was put away
    browser.wait("document.querySelector(arguments[0])?.dataset.phase === 'self'", HERE)
    assert ["2", "2", "1", "2"] == browser.run("return [...document.querySelectorAll('[data-phase=self] [aria-checked=true]')].map(level => level.value)")
    press(browser, ON)
    screen(browser, "partner")
    before = poll(lambda: kept(browser)[-1][0] == "partner" and kept(browser), 10)
    rate_by_touch(browser, "0", "1", "2", "0")
    press(browser, ON)
    screen(browser, "compare")
    assert 4 == browser.run("return document.querySelectorAll('.encounter-pair.differs').length")
    assert before[-1] == kept(browser)[-1] and {*map(tuple, before)} == {*map(tuple, kept(browser))}, "what the partner said is not kept"
    press(browser, ON)
    screen(browser, "open")
    assert 0 == browser.run("return document.querySelectorAll('.encounter [aria-checked=true], .encounter-pair').length"), "nor does it stay on the page"
    assert name in (text := browser.run("return document.querySelector('.encounter-opened').innerText")) and "What was right here" in text
    press(browser, ON)
    screen(browser, "talk")
    assert 3 == browser.run("return [...document.querySelectorAll('[data-phase=talk] li')].filter(li => li.offsetParent).length")
    browser.find(text="Swap roles")

    # The other turn by keyboard alone.
    browser.run("document.querySelector('[data-phase=talk] h4').focus()")
    tab_to(browser, ON)
    browser.press("Enter")
    screen(browser, "card")
    assert "Swap" in browser.run("return document.activeElement.textContent")
    tab_to(browser, ".encounter-hold")
    for key in ("Space", "Enter"):
        with browser.holding_key(key):
            browser.wait("document.querySelector('.encounter-secret.shown')")
        browser.wait("!document.querySelector('.encounter-secret.shown')")
    assert [True, False] == [browser.run("document.activeElement.click(); return document.querySelector('.encounter-secret').matches('.shown')") for _ in range(2)], "a screen reader presses and cannot hold"
    tab_to(browser, ON)
    browser.press("Enter")
    screen(browser, "act")
    tab_to(browser, ON)
    browser.press("Enter")
    for phase, onward in [("self", "ArrowRight"), ("partner", "ArrowLeft")]:
        screen(browser, phase)
        for _ in range(4):
            browser.press("Tab")
            browser.press(onward)
        tab_to(browser, ON)
        browser.press("Enter")
    screen(browser, "compare")
    assert [["Partly", "Not yet"]] * 4 == browser.run("return [...document.querySelectorAll('.encounter-pair')].map(pair => [...pair.querySelectorAll('dd')].map(dd => dd.textContent))")
    tab_to(browser, BACK)
    browser.press("Enter")
    screen(browser, "partner")
    assert 4 == browser.run("return document.querySelectorAll('[data-phase=partner] [aria-checked=true]').length"), "back, and nothing is lost"
    for phase in ("compare", "open", "talk", "thanks"):
        tab_to(browser, ON)
        browser.press("Enter")
        screen(browser, phase)
    stored = json.dumps(browser.run_async(KEPT))
    assert '"1111"' in stored and '"2212"' in stored, "what one said of oneself"
    assert not any(trace in stored for trace in ('"0120"', '"0000"', '"0", "1", "2", "0"', '"0", "0", "0", "0"'))
    assert [] == browser.run("return seen") or browser.engine == "chromium", "where axe asks for style sheets"


def test_the_same_seed_deals_the_same_cards_in_every_browser(open_game: Callable[..., Browser]) -> None:
    golden = json.loads((blocks.folder("encounter") / "golden.json").read_text("utf-8"))
    browser = open_game(SAME_ORDER)
    press(browser, ON)
    screen(browser, "card")
    for _ in golden["deals"][1:]:
        press(browser, ".encounter-another")
        browser.wait("document.querySelector('.encounter-said').textContent")
        browser.run("document.querySelector('.encounter-said').textContent = ''")
    assert golden["deals"] == [response for response in kept(browser) if len(response) == 3 and response[0] != "card"]


@chromium
def test_at_400_percent_by_night_and_in_forced_colours_nothing_of_the_game_is_lost(open_game: Callable[..., Browser]) -> None:
    browser = open_game()
    browser.resize(320, 256)
    browser.run(SPACED)
    press(browser, ON)
    screen(browser, "card")
    press(browser, ".encounter-keep")
    assert_seen(browser, "card in hand, open", NIGHT)
    for phase in ("act", "self", "partner"):
        press(browser, ON)
        screen(browser, phase)
        if phase != "act":
            rate_by_touch(browser, "2", "0", "1")
            press(browser, ON)
            browser.wait("document.activeElement.closest('[aria-describedby] > .encounter-levels')")
            assert_seen(browser, f"{phase} asked", {} if phase == "self" else FORCED)
            press(browser, f'{HERE} .encounter-point:nth-child(4) [value="{2 * (phase == "self")}"]')
    press(browser, ON)
    screen(browser, "compare")
    assert_seen(browser, "compared", NIGHT)
    go(browser, "#/-encounters")
    browser.wait("document.activeElement.matches('.encounters h1')")
    press(browser, ".encounters .button")
    browser.wait("document.activeElement.matches('.dealt h2')")
    assert_seen(browser, "dealt", NIGHT)
    browser.reload()  # as one comes by a link, when nothing of the course has been read yet
    browser.wait("document.querySelector('.encounters .button')")
    press(browser, ".encounters .button")
    assert browser.wait("document.querySelector('.dealt svg')?.clientHeight") < 40, "a face beside its word"
