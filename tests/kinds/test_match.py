"""Finding what goes with what: selects that say all they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from learner import check, item, open_course, said, verdict
from tuokio.build import build

QUESTION = "proofs"
LONG = "promises that a fault is put right free of charge all the time it is valid"
SOURCE = f"# Proofs\n\n```quiz\nid: proofs\nquestion: What does each do?\nmatch:\n  Receipt: proves the purchase\n  Guarantee: {LONG}\n  Bank statement: proves the purchase\nextra: [gives a discount]\nexplanation: A proof is no promise.\n```\n"


@pytest.fixture
def course(tmp_path: Path) -> str:
    (tmp_path / "proofs.md").write_text(SOURCE, "utf-8")
    assert not build(tmp_path / "proofs.md", tmp_path / "output", ["site"]).failed
    return (tmp_path / "output/proofs/site/index.html").as_uri()


def pick(browser: Browser, left: str, right: str) -> None:
    """Choose a right side as a phone's own list does."""
    browser.run(
        """const row = document.querySelector(arguments[0]), select = row.querySelector('select');
        select.focus(); select.value = [...select.options].find(option => option.textContent === arguments[1]).value;
        select.dispatchEvent(new Event('change', {bubbles: true}))""",
        f'{item(QUESTION)} [data-option="{left}"]',
        right,
    )


def shown(browser: Browser) -> list[str]:
    """Return what is to be read in each pair's place."""
    return browser.run("return [...document.querySelectorAll('.picked')].map(e => e.textContent)")


def test_all_selects_list_the_right_sides_in_one_order_each_once(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course, "#/proofs/start")
    lists = browser.run("return [...document.querySelectorAll('.item select')].map(s => [...s.options].map(o => o.textContent))")
    assert lists[0] == lists[1] == lists[2]
    assert "Choose …" == lists[0][0]
    assert sorted(["proves the purchase", LONG, "gives a discount"]) == sorted(lists[0][1:])
    assert "The same one may go with several." in said(browser, QUESTION)
    assert "Some are left over." in said(browser, QUESTION)


def test_a_long_choice_is_read_in_full_on_a_phone_and_only_what_was_missed_is_tried_again(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch(size=(320, 640))
    open_course(browser, course, "#/proofs/start")
    pick(browser, "a", "gives a discount")
    pick(browser, "b", LONG)
    pick(browser, "c", "proves the purchase")
    assert ["gives a discount", LONG, "proves the purchase"] == shown(browser)
    assert browser.run("const e = document.querySelectorAll('.picked')[1]; return e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight && document.documentElement.scrollWidth <= innerWidth")
    check(browser, QUESTION)
    assert "partly" == verdict(browser, QUESTION)
    browser.run("document.querySelector('.item .again').click()")
    assert [False, True, True] == browser.run("return [...document.querySelectorAll('.item select')].map(s => s.disabled)")
    assert ["Choose …", LONG, "proves the purchase"] == shown(browser)
    assert "Not this" in said(browser, QUESTION)
    pick(browser, "a", "proves the purchase")
    assert "Not this" not in said(browser, QUESTION), "of the new choice nothing is known yet"
    check(browser, QUESTION)
    assert "right" == verdict(browser, QUESTION), "a right side may go with two"


def test_the_answer_is_told_beside_each_missed_pair(course: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course, "#/proofs/start")
    browser.click(f"{item(QUESTION)} .check")
    browser.wait("document.querySelector('.message').textContent === 'Choose at least one first.'")
    pick(browser, "a", "gives a discount")
    check(browser, QUESTION)
    browser.run("document.querySelector('.item .reveal').click()")
    told = browser.run("return [...document.querySelectorAll('.item [data-option]')].map(row => row.querySelector('.right-answer').textContent)")
    assert ["proves the purchase", LONG, "proves the purchase"] == told
