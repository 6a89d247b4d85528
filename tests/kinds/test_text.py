"""A word is typed, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from learner import item, open_course, press, said, verdict
from tuokio import blocks
from tuokio.build import build

FIELD = "input[name=answer]"
KEPT = "document.querySelector(arguments[0] + ' .saved:not([hidden])')"


def answer(browser: Browser, question: str, typed: str) -> None:
    press(browser, f"{item(question)} {FIELD}")
    browser.type(typed)
    browser.press("Enter")
    browser.wait(KEPT, item(question))


def test_a_forgiven_typo_is_right_and_spelled(tmp_path: Path, launch: Callable[..., Browser]) -> None:
    build(blocks.folder("text") / "example.md", tmp_path, ["site"])
    browser = launch()
    open_course(browser, (tmp_path / "example/site/index.html").as_uri(), "#/example/start")
    press(browser, f"{item('example-text')} .check")
    browser.wait("document.querySelector('.message').textContent === 'Type an answer first.'")
    answer(browser, "example-text", "Reciept")
    assert "right" == verdict(browser, "example-text")
    assert "It is spelled receipt" in said(browser, "example-text")
    heard = browser.run("return document.querySelector('.outcome').getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent)")
    assert "It is spelled receipt" == heard[0]


def test_what_was_right_in_one_language_stays_right_in_another(tmp_path: Path, launch: Callable[..., Browser]) -> None:
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yaml").write_text("id: kieli-1a2b\ntitle: {fi: Kielet, sv: Språk}\nlanguages: [fi, sv]\n", "utf-8")
    (course / "01-one.md").write_text("---\nid: one\ntitle: Yksi\n---\n\n```quiz\nid: paper\nquestion: Mikä paperi?\nanswers: kuitti\nexplanation: Se kertoo oston.\n```\n\n```quiz\nid: other\nquestion: Mikä muu?\nanswers: kortti\nexplanation: Sillä maksettiin.\n```\n", "utf-8")
    (course / "01-one.sv.md").write_text("---\ntitle: Ett\n---\n\n```quiz\nid: paper\nquestion: Vilket papper?\nanswers: kvitto\nexplanation: Det visar köpet.\n```\n\n```quiz\nid: other\nquestion: Vad annat?\nanswers: kort\nexplanation: Man betalade med det.\n```\n", "utf-8")
    build(course, tmp_path, ["site"])
    browser = launch()
    open_course(browser, (tmp_path / "course/site/index.html").as_uri(), "#/one/start")
    answer(browser, "paper", "kuitti")
    browser.run("const select = document.querySelector('.languages select'); select.value = 'sv'; select.dispatchEvent(new Event('change', {bubbles: true}))")
    browser.wait("document.querySelector(arguments[0])?.textContent.includes('Vilket papper?')", item("paper"))
    assert "right" == verdict(browser, "paper")
    assert ["kuitti", ""] == browser.run("const part = document.querySelector(arguments[0] + ' [data-option]'); return [part.querySelector('input').value, part.dataset.mark]", item("paper"))
    answer(browser, "other", "kort")
    assert "right" == verdict(browser, "other")
