"""Slips over three weeks, lived in a minute: written, handed on, waited for, reminded of and answered, and nothing of them counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import go, open_course, press
from test_encounters import KEPT
from test_looks import assert_accessible
from test_review import CLOCK

# Nothing leaves the page here: drafts are written down instead of opened, and a sheet stays where it would be printed.
HERE = "window.print = () => {}; window.mails = []; document.addEventListener('click', (event) => event.target.href?.startsWith('mailto:') && (mails.push(decodeURIComponent(event.target.href)), event.preventDefault()), true);"
SLIP, OPEN = ".signal-slip", ".signal-open > li"
TOPICS = {"Quality of coffee": 1, "A wrong bill": 2, "A rule that does not work in practice": 3}
ROWS = "return [...document.querySelectorAll(arguments[0])].map((row) => ['.signal-subject', '.signal-gist'].map((part) => row.querySelector(part).textContent).concat(row.dataset.standing))"


@pytest.fixture
def on(site: Callable[..., Path], launch: Callable[..., Browser]) -> Iterator[Callable[[int], Browser]]:
    """Open the handbook's slip so many days later."""
    browser, address = launch(), (site("handbook", CLOCK + HERE) / "index.html").as_uri()
    browser.resize(320, 640)

    def start(day: int) -> Browser:
        open_course(browser, f"{address}?day={day}")
        browser.wait("location.search === arguments[0] && document.querySelector('#main h1')", f"?day={day}")
        go(browser, "#/blocks/signal")
        browser.wait("document.querySelector('.signal .option') && document.activeElement.matches('h1, h2')")
        return browser

    yield start


def write(browser: Browser, topic: str, text: str) -> None:
    press(browser, f".signal .options li:nth-child({TOPICS[topic]}) label")
    browser.wait("document.querySelector(arguments[0]).offsetParent", SLIP)
    press(browser, f"{SLIP} [data-field=a]")
    browser.type(text)


def send(browser: Browser, topic: str, text: str, way: str) -> None:
    write(browser, topic, text)
    press(browser, f"{SLIP} [data-way={way}]")
    browser.wait("!document.querySelector(arguments[0]).offsetParent && [...document.querySelectorAll('.signal-open .signal-gist')].some((gist) => gist.textContent === arguments[1])", SLIP, text)


def unfold(browser: Browser, text: str) -> str:
    """Open a slip of the list and return its selector."""
    row = browser.wait("[...document.querySelectorAll(arguments[0])].findIndex((row) => row.querySelector('.signal-gist').textContent === arguments[1]) + 1", OPEN, text)
    press(browser, f"{OPEN}:nth-child({row}) summary")
    return f"{OPEN}:nth-child({row})"


def rows(browser: Browser, of: str = OPEN) -> list[list[str]]:
    return browser.run(ROWS, of)


@chromium
def test_ten_slips_stand_in_the_order_of_who_is_waited_for_and_stay_on_the_device(on: Callable[[int], Browser], tmp_path: Path) -> None:
    browser = on(0)
    for number in range(1, 4):
        for topic in TOPICS:
            send(browser, topic, f"{topic[2:6]}{number}", "copy" if number < 3 else "print")
    write(browser, "Quality of coffee", "")
    press(browser, f"{SLIP} [data-field=b]")
    browser.run("Object.assign(document.activeElement, { value: 'ä'.repeat(1500) }).dispatchEvent(new Event('input', { bubbles: true })); document.querySelector(arguments[0]).click()", f"{SLIP} [data-way=mail]")
    browser.wait("!document.querySelector('.signal-slip .saved').hidden")
    assert "too long for an email draft" in browser.text(f"{SLIP} .message"), "also once what was typed last is kept"
    browser.run("const field = document.activeElement; field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))")
    press(browser, f"{SLIP} [data-field=a]")
    browser.type("last")
    browser.run("const mail = document.querySelector(arguments[0]); mail.click(); mail.click()", f"{SLIP} [data-way=mail]")
    browser.wait("[...document.querySelectorAll('.signal-open .signal-gist')].some((gist) => gist.textContent === 'last')")
    assert 1 == len(browser.run("return mails")), "a double tap opens one draft"
    assert [mail for mail in browser.run("return mails") if mail.startswith("mailto:products@example.com?subject=Quality of coffee&body=What happened?\r\nlast\r\n\r\nGoes to: Product manager")]
    assert "mail program" in browser.text(".signal-sent > .signal-said")
    assert ["A wrong bill"] * 3 + ["Quality of coffee"] * 4 + ["A rule that does not work in practice"] * 3 == [topic for topic, *_ in rows(browser)]
    assert {"waiting"} == {standing for *_, standing in rows(browser)}
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert_accessible(browser, "ten slips")

    browser = on(7)
    assert "late" == rows(browser)[0][2] and "late" == rows(browser)[6][2]
    row = unfold(browser, "wron1")
    press(browser, f"{row} [data-way=remind]")
    browser.wait("document.querySelector('[data-standing=reminded]') && document.activeElement.matches('[data-standing=reminded] [data-way=remind]')")
    (mail,) = browser.run("return mails")
    assert mail.startswith("mailto:billing@example.com?subject=Reminder: A wrong bill&body=I sent this on ") and "What happened?\r\nwron1" in mail
    for text in ("wron2", "alit1"):
        row = unfold(browser, text)
        press(browser, f"{row} [data-field=answer]")
        browser.type("It is mended")
        press(browser, f"{row} .signal-close")
        browser.wait("![...document.querySelectorAll('.signal-open .signal-gist')].some((gist) => gist.textContent === arguments[0])", text)
    assert "Answered (2)" == browser.text(".signal-answers > summary")
    assert 8 == len(rows(browser))
    # Left in the middle: a slip begun and an answer half written are there again.
    write(browser, "A wrong bill", "begun")
    browser.wait("!document.querySelector('.signal-slip .saved').hidden")

    browser = on(8)
    assert ["begun", "b"] == browser.run("return [document.querySelector('.signal-slip [data-field=a]').value, document.querySelector('.signal .options :checked').value]")
    press(browser, ".signal-answers > summary")
    assert {"wron2", "alit1"} == {gist for _, gist, _ in rows(browser, ".signal-answers li")}
    assert ["late"] * 7 + ["reminded"] == [standing for *_, standing in rows(browser)], "what was promised within a week is now asked for too"
    press(browser, ".signal-answers li summary")
    assert "It is mended" == browser.run("return document.querySelector('.signal-answers [data-field=answer]').value")
    assert_accessible(browser, "an answer")

    press(browser, ".signal-answers li .writing-ask")
    press(browser, ".signal-answers li .writing-gone")
    browser.wait("document.querySelectorAll('.signal-answers li').length === 1")
    kept = browser.run_async(KEPT)["all"]["events"]
    assert {"wrote", "erased"} == {event["kind"] for event in kept if event.get("of") == "example-signal"}
    assert {"opened", "wrote", "erased"} == {event["kind"] for event in kept}
    assert 10 == len({event["entry"] for event in kept if event["kind"] == "wrote"}), "nine that were sent, and one begun"


@chromium
def test_what_is_printed_is_the_slip_alone_and_the_sheet_of_a_talk_alone(on: Callable[[int], Browser]) -> None:
    browser = on(0)
    write(browser, "A rule that does not work in practice", "Soita 040 123 4567")
    browser.wait("document.querySelector('.signal-warning').textContent.includes('phone number')")
    assert browser.run("return document.querySelector('.signal-slip [data-way=mail]').hidden"), "its owner has no mail"
    press(browser, f"{SLIP} [data-way=print]")
    browser.wait("document.querySelector('.signal-open > li')")
    browser.emulate({"media": "print"})
    seen = browser.run("return document.body.innerText")
    assert seen.startswith("A rule that does not work in practice") and "Soita 040 123 4567" in seen and "Goes to: Shop manager" in seen
    assert "topics" not in seen and "Reminder" not in seen and "Quality of coffee" not in seen
    browser.emulate({})
    go(browser, "#/blocks/debrief")
    press(browser, ".debrief-print")
    browser.emulate({"media": "print"})
    assert browser.run("return document.body.innerText").startswith("What customers said this month")
    assert 1 == browser.run("return document.querySelectorAll('body > :not(script)').length - [...document.querySelectorAll('body > :not(script)')].filter((one) => getComputedStyle(one).display === 'none').length")
    browser.emulate({})
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert_accessible(browser, "a sheet to lead by")


def test_a_slip_is_written_and_handed_on_by_keyboard_alone(on: Callable[[int], Browser]) -> None:
    browser = on(0)
    browser.run("document.querySelector('.signal .options input').focus()")
    browser.press("Space")
    browser.press("Tab")
    browser.wait("document.activeElement.matches('.signal-slip [data-field=a]')")
    browser.type("strong")
    for _ in range(8):
        browser.press("Tab")
        if browser.run("return document.activeElement.matches('[data-way=copy]')"):
            break
    browser.press("Enter")
    browser.wait("document.activeElement.matches('.signal-open summary')")
    assert [["Quality of coffee", "strong", "waiting"]] == rows(browser)
