"""One's own successes: a reason is asked for, a card goes nowhere by itself and names nobody who was not asked, and what is deleted is gone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from browser import Browser
from gallery import chromium
from learner import open_course, poll, press
from test_looks import AXE, RULES

ROUTE = "#/blocks/successes"
BY_HAND = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false; window.print = () => undefined;"
ROWS = "return [...document.querySelectorAll('.successes-log .successes-did')].map(row => row.textContent)"
STORED = """
const done = arguments[0];
indexedDB.databases().then(([{ name }]) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => { opening.result.close(); done(JSON.stringify(all.result.filter((event) => event.of === "example-successes"))); };
  };
});
"""


def open_log(browser: Browser, course: Path) -> None:
    open_course(browser, course.as_uri(), ROUTE)
    browser.wait("document.querySelector('.successes-form textarea')")


def field(name: str, within: str = ".successes-form") -> str:
    return f'{within} [data-field="{name}"]'


def write(browser: Browser, where: str, text: str) -> None:
    press(browser, where)
    browser.type(text)


def stored(browser: Browser) -> str:
    return browser.run_async(STORED)


def fill(browser: Browser, what: str, because: str, who: str = "") -> None:
    """Put a success on the sheet at once and add it."""
    for name, text in (("what", what), ("because", because), ("with", who)):
        browser.run("const f = document.querySelector(arguments[0]); f.value = arguments[1]; f.dispatchEvent(new Event('input', {bubbles: true}))", field(name), text)
    before = len(browser.run(ROWS))
    press(browser, ".successes-form .button")
    browser.wait("document.querySelectorAll('.successes-log .successes-entry').length >= Math.min(arguments[0], 5) && document.querySelector('.successes-log .successes-did').textContent === arguments[1]", before + 1, what)


def test_a_reason_is_asked_for_nothing_is_lost_and_what_is_deleted_is_gone(built: Callable[[str], Path], browser: Browser) -> None:
    open_log(browser, built("handbook") / "site/index.html")
    write(browser, field("what"), "The queue was gone by ten.")
    press(browser, ".successes-form .button")
    assert "because" == browser.wait("document.activeElement.dataset.field")
    assert "why did it work" in browser.run("return document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent")
    assert [] == browser.run(ROWS)
    browser.wait("document.querySelector('.successes-form .saved:not([hidden])')")

    browser.reload()
    browser.wait("document.querySelector('.successes-form textarea')")
    assert "The queue was gone by ten." == browser.run("return document.querySelector(arguments[0]).value", field("what"))
    write(browser, field("because"), "We had agreed who takes the till.")
    browser.run("const add = document.querySelector('.successes-form .button'); add.click(); add.click()")  # as a held key does
    browser.wait("document.activeElement.matches('.successes-entry')")
    assert ["The queue was gone by ten."] == browser.run(ROWS)
    assert "" == browser.run("return document.querySelector(arguments[0]).value", field("what"))

    browser.click(".successes-entry [data-way=edit]")
    browser.wait("document.activeElement.dataset.field === 'what'")
    browser.type(" Really")
    press(browser, ".successes-form .button")
    browser.wait("document.querySelector('.successes-log .successes-did')?.textContent.includes('Really')")
    assert 1 == len(browser.run(ROWS)), "the same success in another wording"
    assert "agreed who takes" in stored(browser)

    press(browser, ".successes-entry .writing-ask")
    press(browser, ".successes-entry .writing-gone")
    browser.wait("document.querySelector('.successes-log').hidden")
    assert poll(lambda: "queue" not in stored(browser) and "agreed" not in stored(browser), 5)
    browser.reload()
    browser.wait("document.querySelector('.successes-form textarea')")
    assert [] == browser.run(ROWS)


@chromium
def test_a_card_names_nobody_who_was_not_asked_and_goes_out_as_its_writer_left_it(site: Callable[..., Path], browser: Browser, tmp_path: Path) -> None:
    open_log(browser, site("handbook", BY_HAND) / "index.html")
    fill(browser, "Matti and I found the lost order.", "We wrote down what was done.", who="Matti")
    press(browser, ".successes-entry [data-way=open]")
    panel, card = ".successes-panel", "return document.querySelector('.successes-card').innerText"
    assert "We wrote down what was done." in browser.run(card)
    press(browser, f"{panel} [data-way=copy]")
    assert "checkbox" == browser.wait("document.activeElement.type === 'checkbox' && 'checkbox'"), "Matti is in the text and was not asked"
    assert "Matti" in browser.run("return document.querySelector('.successes-panel .successes-asks').textContent")
    assert browser.run("return document.querySelector('.successes-text').hidden")

    browser.run("const f = document.querySelector(arguments[0]); f.value = 'We found the lost order.'; f.dispatchEvent(new Event('input', {bubbles: true}))", field("card", panel))
    press(browser, f"{panel} [data-way=copy]")
    selected = "const area = document.querySelector('.successes-text'); return area.hidden ? '' : area.value.slice(area.selectionStart, area.selectionEnd)"
    browser.wait("!document.querySelector('.successes-text').hidden")
    assert "This went well\n\nWe found the lost order." == browser.run(selected)
    press(browser, ".successes-agreed input")
    press(browser, f"{panel} [data-way=copy]")
    assert "This went well\n\nWe found the lost order.\n\nWith: Matti" == browser.run(selected)
    mail = parse_qs(urlsplit(browser.run("return document.querySelector('[data-way=mail]').href")).query)
    assert {"subject": ["This went well"], "body": ["We found the lost order.\r\n\r\nWith: Matti"]} == mail

    browser.run("for (const type of ['input', 'change']) for (const f of document.querySelectorAll(arguments[0])) { f.value = ''; f.dispatchEvent(new Event(type, {bubbles: true})) }", ":is(.successes-panel textarea, .successes-panel [type=text])")
    press(browser, f"{panel} [data-way=copy]")
    assert "card" == browser.wait("document.activeElement.dataset.field")
    assert "Matti and I found the lost order." in stored(browser), "a card is emptied, and not what it was made of"
    write(browser, field("card", panel), "We found it.")

    press(browser, f"{panel} [data-way=print]")
    printed = tmp_path / "card.pdf"
    browser.pdf(printed)
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", str(printed), "-"], capture_output=True, text=True, check=True).stdout
        assert ["This went well", "We found it.", "Rauta & Ruuvi"] == [line for line in text.replace("\f", "").splitlines() if line]


@chromium
def test_a_thank_you_card_wants_its_reason_and_is_kept(built: Callable[[str], Path], browser: Browser) -> None:
    open_log(browser, built("handbook") / "site/index.html")
    press(browser, ".successes-thank")
    panel = ".successes-panel"
    write(browser, field("to", panel), "Anna")
    write(browser, field("for", panel), "You took my till on Tuesday.")
    press(browser, f"{panel} [data-way=print]")
    assert "matter" == browser.wait("document.activeElement.dataset.field")
    assert not browser.run("return document.querySelector('.printing-sheet')")
    browser.wait("document.querySelector('.successes-panel .saved:not([hidden])')")
    browser.reload()
    browser.wait("document.querySelector('.successes-thanks .successes-entry')")
    assert "Thank you, Anna!" in browser.text(".successes-thanks .successes-did")
    press(browser, ".successes-thanks .successes-entry [data-way=open]")
    assert "You took my till on Tuesday." == browser.run("return document.querySelector(arguments[0]).value", field("for", panel))


@chromium
def test_ten_successes_are_legible_and_reached_by_keyboard_on_a_narrow_phone(built: Callable[[str], Path], browser: Browser) -> None:
    browser.resize(320, 640)
    open_log(browser, built("handbook") / "site/index.html")
    for number in range(10):
        fill(browser, f"Success {number}", "Because of a reason that is told at some length, with longestwordsthatanybodyeverwrote.", who="Anna")
    assert [f"Success {number}" for number in (9, 8, 7, 6, 5)] == browser.run(ROWS), "the newest first, and not all at once"
    assert browser.run("return document.activeElement.matches('.successes-entry')")
    browser.press("Tab")
    browser.press("Enter")
    browser.wait("document.activeElement.matches('.successes-panel')")
    assert [] == [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in browser.axe(AXE, RULES)]
    assert 320 >= browser.run("return document.documentElement.scrollWidth")
    for _ in range(8):
        browser.press("Tab")
    assert "close" == browser.run("return document.activeElement.dataset.way"), "text, who, the tick, from, copy, print, mail and close"
    browser.press("Enter")
    assert browser.wait("document.activeElement.matches('.successes-entry') && !document.querySelector('.successes-panel')")
    press(browser, ".successes-older")
    browser.wait("document.querySelectorAll('.successes-log .successes-entry').length === 10")
    assert "Success 4" == browser.run("return document.activeElement.querySelector('.successes-did').textContent")
