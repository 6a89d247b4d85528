"""From the last module to the manager's hands: what is missing, the certificate, and what leaves once it has been seen."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from browser import Browser
from browser.process import poll
from gallery import chromium
from learner import check, choose, go, item, open_course, press
from test_looks import assert_accessible
from test_signals import HERE
from tuokio.record.completion import Completion, Statistics
from tuokio.record.parcel import unpack

Site = Callable[..., Path]
Launch = Callable[..., Browser]
NAME = "Äijä O'Neill"


def begin(browser: Browser, site: Site) -> None:
    """Take the first of two modules, its questions rightly and in one's own words."""
    open_course(browser, (site("finishing", HERE) / "index.html").as_uri(), "#/till/start")
    browser.wait("document.querySelector(arguments[0])", item("counted"))
    choose(browser, "counted", "Twice")
    check(browser, "counted")
    press(browser, f"{item('named')} .field")
    browser.type("Marks own word")
    check(browser, "named")
    press(browser, ".bar .button")
    browser.wait("location.hash === '#/till/-end'")


def finish(browser: Browser, site: Site) -> None:
    """Take all of the course, and open the certificate from the home page."""
    begin(browser, site)
    go(browser, "#/lights/start")
    press(browser, ".bar .button")
    browser.wait("location.hash === '#/lights/-end'")
    go(browser, "#/")
    press(browser, ".onward[href='#/-completion']")
    browser.wait("document.querySelector('.certificate') && document.activeElement.matches('h1, h2')")


def type_name(browser: Browser) -> None:
    press(browser, ".completion-name")
    browser.wait("document.activeElement.matches('.completion-name')")
    browser.type(NAME)


def button(text: str) -> str:
    return f"[...document.querySelectorAll('.completion-hand button')].find(button => button.textContent === '{text}')"


def test_a_certificate_is_earned_named_seen_and_saved_as_a_file_that_reads_back(site: Site, browser: Browser) -> None:
    finish(browser, site)
    assert "The till is counted twice." in browser.text(".certificate") and "Self-reported" in browser.text(".certificate")
    assert not browser.run("return document.querySelector('.certificate-code')"), "nobody's, as long as it has no name"
    type_name(browser)
    code = browser.wait("document.querySelector('.certificate-code')?.textContent")
    press(browser, ".completion-offer")
    browser.wait("document.activeElement.textContent === 'This is what leaves your device'")
    shown = browser.run("return document.querySelector('.completion-code').value")
    browser.run(f"{button('Save as a file')}.click()")
    saved = poll(lambda: [path for path in browser.profile.rglob("finishing-test-äijä-o-neill-done.txt") if path.stat().st_size], 20)
    text = saved[0].read_text("utf-8")
    assert text.startswith(f"Name: {NAME}\n") and text.rstrip().endswith(shown)
    [parcel] = unpack(text)
    completion = Completion.model_validate(parcel.content)
    assert parcel.intact and code.replace("-", "") == parcel.check
    assert (NAME, True, 2, {"till", "lights"}) == (completion.name, completion.met, completion.asked, {id for ids in completion.passed.values() for id in ids})
    assert "Marks" not in text and not re.search(r"\d\d:\d\d", text)
    browser.reload()
    assert NAME == browser.wait("document.querySelector('.completion-name')?.value"), "the name is kept for the next time"


@chromium
def test_before_the_end_it_says_what_is_missing_and_one_may_tell_or_leave_it_by_keyboard_alone(site: Site, browser: Browser) -> None:
    browser.resize(320, 640)
    begin(browser, site)
    go(browser, "#/-completion")
    browser.wait("document.activeElement.matches('h1') && document.querySelector('.completion-offer')")
    assert ["The lights"] == browser.run("return [...document.querySelectorAll('.completion .links a')].map(a => a.textContent)")

    def tab_to(expression: str) -> None:
        for _ in range(30):
            browser.press("Tab")
            if browser.run(f"return document.activeElement === {expression}"):
                return
        raise AssertionError(f"{expression} cannot be reached")

    tab_to("document.querySelector('.completion-offer')")
    browser.press("Enter")
    browser.wait("document.activeElement.matches('.completion-name')")
    assert "First write your name" in browser.text(".completion-hand .message")
    browser.type(NAME)
    tab_to("document.querySelector('.completion-offer')")
    browser.press("Enter")
    browser.wait("document.activeElement.textContent === 'This is what leaves your device'")
    assert "Not yet" in browser.text(".completion-said") and "50%" in browser.text(".completion-said")
    assert_accessible(browser, "what would leave")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    tab_to(button("Open an email draft"))
    browser.press("Enter")
    [mail] = browser.wait("mails.length && mails")
    [parcel] = unpack(mail)
    assert mail.startswith("mailto:training@example.com?subject=Course under way: Closing time") and parcel.intact and parcel.content["met"] is False
    tab_to(button("Send nothing"))
    browser.press("Enter")
    browser.wait("document.activeElement.matches('.completion-offer')")
    assert "Nothing was sent." in browser.text(".completion-hand [role=status]")
    press(browser, ".completion .links a")
    browser.wait("location.hash.startsWith('#/lights/')")


@chromium
def test_how_questions_went_leaves_only_if_ticked_apart_and_without_a_name_and_the_certificate_is_one_page(site: Site, browser: Browser, tmp_path: Path) -> None:
    finish(browser, site)
    press(browser, ".completion-offer")
    assert "First write your name" in browser.text(".completion-name[aria-invalid=true] + .message"), "it is told beside the field, where the focus is"
    type_name(browser)
    press(browser, ".completion-offer")
    browser.wait("document.querySelector('.completion-tick')")
    tick, codes = ".completion-tick input", "return [...document.querySelectorAll('.completion-code')].map(code => code.value)"
    assert not browser.run("return document.querySelector(arguments[0]).checked", tick) and 1 == len(browser.run(codes))
    press(browser, tick)
    completion, statistics = browser.run(codes)
    assert_accessible(browser, "with statistics")
    [parcel] = unpack(statistics)
    sheet = Statistics.model_validate(parcel.content)
    assert parcel.intact and {"counted": (1, ["twice"]), "named": (0, [])} == {id: (one.score, one.options) for id, one in sheet.items.items()}
    assert not re.search(r"Marks|Neill", str(parcel.content)) and sheet.sheet not in str([one.content for one in unpack(completion)])
    copied = "[...document.querySelectorAll('.completion-share button')].find(button => button.textContent === 'Save as a file').matches('.button')"
    assert browser.run(f"return {copied}"), "a file has no sender, so it comes first"

    press(browser, ".certificate + .completion-ways button")
    browser.wait("document.querySelector('.printing-sheet')")
    browser.pdf(tmp_path / "certificate.pdf")
    pages = subprocess.run(["pdftotext", tmp_path / "certificate.pdf", "-"], capture_output=True, check=True).stdout.decode().split("\f")[:-1]
    assert 1 == len(pages) and NAME in pages[0] and "Your name" not in pages[0] and "device" in pages[0]
