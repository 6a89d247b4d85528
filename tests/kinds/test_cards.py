"""A deck as learners turn it, and what is made of its cards, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import check, choose, item, open_course, press, said, verdict, wait_until_kept
from test_looks import assert_accessible
from tuokio import blocks
from tuokio.build import build

Build = Callable[[str], str]
IN_VIEW = "return document.querySelector('.deck-cards').innerText"
LONE = """```cards
id: deck
cards: [{id: sorry, situation: The order is late., phrase: I am sorry. It comes next., why: A time calms.}]
```
"""
TWO = """```cards
id: deck
draw: 20
cards:
  - {id: tea, front: Tea, back: Leaves, benefit: Calms, for: Whoever is cold, not_for: Whoever runs}
  - {id: cola, front: Cola, back: Bubbles, benefit: Wakes, for: Whoever is hot, not_for: Whoever will sleep}
```
"""


@pytest.fixture
def example(tmp_path: Path) -> str:
    """The address of the kind's own example, built."""
    assert not build(blocks.folder("cards") / "example.md", tmp_path, ["site"]).findings
    return (tmp_path / "example/site/index.html").as_uri()


@pytest.fixture
def course(tmp_path: Path) -> Build:
    """Build a course of one step and return its address."""

    def run(text: str) -> str:
        (tmp_path / "a.md").write_text(text, "utf-8")
        build(tmp_path / "a.md", tmp_path / "out", ["site"])
        return (tmp_path / "out/a/site/index.html").as_uri()

    return run


def test_a_card_turns_by_key_and_the_focus_stays_where_it_is(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, example, "#/example/start")
    browser.wait("document.querySelector('.deck .turn')?.offsetParent")
    browser.run("document.querySelector('.deck .turn').focus()")
    assert "Cortado" in browser.run(IN_VIEW) and "espresso" not in browser.run(IN_VIEW)
    browser.press("Enter")
    assert "A double espresso" in browser.run(IN_VIEW) and "Good for" in browser.run(IN_VIEW)
    browser.press("ArrowRight")
    assert "Cappuccino" in browser.run(IN_VIEW) and "foam" not in browser.run(IN_VIEW), "the next card shows its front"
    browser.press("Space")
    assert "foam" in browser.run(IN_VIEW)
    browser.press("ArrowLeft")
    browser.press("ArrowLeft")
    assert "Caffè latte" in browser.run(IN_VIEW) and "3/3" == browser.text(".deck-at"), "before the first comes the last"
    assert browser.run("return document.activeElement.matches('.turn')")


@chromium
def test_all_cards_are_one_key_away_and_products_are_compared_in_a_table_that_scrolls_in_itself(example: str, launch: Callable[..., Browser]) -> None:
    browser = launch(size=(320, 640))
    open_course(browser, example, "#/example/start")
    browser.wait("document.querySelector('.deck .turn')?.offsetParent")
    assert_accessible(browser, "front")
    press(browser, ".deck .turn")
    assert_accessible(browser, "back")
    browser.run("document.querySelector('.deck-all').focus()")
    browser.press("Enter")
    assert browser.run("return document.activeElement.matches('.deck-one')"), "the way back has the focus"
    browser.wait("document.querySelector('.deck .scroll').tabIndex === 0")
    assert_accessible(browser, "table")
    browser.run("const box = document.querySelector('.deck .scroll'); box.scrollLeft = box.scrollWidth")
    name = browser.run("const r = document.querySelector('.compare th[scope=row]').getBoundingClientRect(); return [r.left >= 0, r.right < 200]")
    assert [True, True] == name, "the product's name stays in view"
    assert browser.run("return document.documentElement.scrollWidth") <= 320
    press(browser, ".draw + .deck .deck-all")
    both = browser.run("return document.querySelectorAll('.deck')[1].innerText")
    assert "It is solved" in both and "Is there anything else" in both, "phrases are listed, both sides"
    assert_accessible(browser, "list")


def test_a_card_is_recalled_turned_and_judged_and_ones_own_words_stay(course: Build, launch: Callable[..., Browser]) -> None:
    url = course(LONE)
    browser = launch()
    open_course(browser, url, "#/a/start")
    question = "deck.sorry.recall"
    press(browser, f"{item(question)} textarea")
    browser.type("Two minutes")
    press(browser, f"{item(question)} .check")
    assert "It comes next." in said(browser, question) and "" == verdict(browser, question)
    assert "It comes next." in browser.focused()["text"], "whoever does not see it is taken there"
    wait_until_kept(browser, question, kind="drafted", response=["Two minutes", ""])
    browser.reload()
    browser.wait("document.querySelector(arguments[0] + ' .judge')?.offsetParent", item(question))
    press(browser, f"{item(question)} .judge[value=almost]")
    wait_until_kept(browser, question, kind="answered", response=["Two minutes", "almost"], score=0.5, points=0)
    assert "Almost" == browser.text(f"{item(question)} .verdict > span")
    press(browser, f"{item(question)} .again")
    assert "It comes next." not in said(browser, question)
    check(browser, question)
    assert "right" == verdict(browser, question)


@chromium
def test_who_picks_the_wrong_card_is_told_what_would_be_right_of_it(course: Build, launch: Callable[..., Browser]) -> None:
    browser = launch()
    open_course(browser, course(TWO), "#/a/start")
    choose(browser, "deck.tea.for", "Cola")
    check(browser, "deck.tea.for")
    assert "Good for Whoever is hot" in " ".join(said(browser, "deck.tea.for").replace(":", "").split()) and "wrong" == verdict(browser, "deck.tea.for")
    choose(browser, "deck.cola.not-for", "Cola")
    check(browser, "deck.cola.not-for")
    assert "right" == verdict(browser, "deck.cola.not-for") and "Bubbles" in said(browser, "deck.cola.not-for"), "and more of the right one"
