"""What lies on paper: room for every answer, a key to all of them, and booklets that stand by themselves."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from tuokio import blocks
from tuokio.blocks.made import Maker
from tuokio.blocks.question import Question
from tuokio.build import build, prepare
from tuokio.page import RenderedStep
from tuokio.publish import publish

ASKED = [name for name, kind in blocks.kinds().items() if issubclass(kind, Question | Maker)]
OWN = [name for name, kind in blocks.kinds().items() if kind.index == "own"]
ROOM = re.compile(r'class="(?:option|box|blank|picks|ruled|pen-box|writing-lines|recall-lines|writing-ruled|scale-numbers|\w+-boxes|\w+-sheet)"')
"""Where a pen goes: boxes, lines, words and numbers to circle, empty rows."""
COURSE = {
    "course.yaml": "id: c\ntitle: Course & <co>\nlanguages: [en, fi]\ncontacts: {boss: {name: The boss, replies_in: 1 day}}\n",
    "01-a.md": "---\ntitle: A\n---\n\nText on an allergen.\n\n```quiz\nid: q\nquestion: Which one?\nconfidence: true\noptions:\n  - {id: x, text: X, correct: true, feedback: Because.}\n  - {id: y, text: Y, feedback: No.}\nexplanation: So it is.\n```\n\n"
    "```cards\nid: deck\ntitle: Drinks\ncards:\n" + "".join(f"  - {{id: c{n}, front: Front {n}, back: Back {n}}}\n" for n in range(11)) + "```\n\n```rule\nid: rule\nrule: We ask.\nforce: house\nwhy: It helps.\n```\n",
    "02-b.md": "---\ntitle: B\n---\n\n```debrief\nid: talk\ntitle: The queue\ncases: [A customer waited.]\n```\n",
    "glossary.yaml": "allergen: {means: It harms some., see: label}\nlabel: On the pack.\n",
}
BOOKLETS = {"cards", "debrief", "glossary", "rules"}


@cache
def step(kind: str) -> RenderedStep:
    """Return a kind's example, rendered."""
    pages, _ = prepare(blocks.folder(kind) / "example.md")
    return pages.editions[0].pages[0].steps[0]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "courses" / "mine"
    for name, text in COURSE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def printed(course: Path, tmp_path: Path) -> dict[str, str]:
    """Return what is printed of the course in the language it is written in, by name."""
    result = build(course, tmp_path / "out", ["print"])
    assert not result.failed, result.findings
    return {path.stem.removeprefix("mine-"): path.read_text("utf-8") for path in (tmp_path / "out/mine").glob("mine-*.html") if ".fi." not in path.name}


@pytest.mark.parametrize("kind", [*ASKED, *OWN])
def test_there_is_room_for_a_pen_where_something_is_asked(kind: str) -> None:
    assert ROOM.search(step(kind).paper)


@pytest.mark.parametrize("kind", ASKED)
def test_every_question_on_paper_has_its_answer_in_the_key_under_its_number(kind: str) -> None:
    asked = re.findall(r'<section class="item[^"]*" id="([^"]+)">\s*<p class="eyebrow">Question (\d+)</p>', step(kind).paper)
    assert asked, "it is asked with a number"
    assert asked == [(place, str(number)) for number, place, _ in step(kind).key if number]
    for _, _, answer in step(kind).key:
        assert re.sub(r"<[^>]+>|\s", "", answer)


def test_the_key_tells_number_place_and_reason_and_how_sure_one_was_is_asked(printed: dict[str, str]) -> None:
    text, _, key = printed["print"].partition('<article id="answers">')
    answer, *_ = re.findall(r'<section class="answer">.*?</section>', key, re.S)
    assert 'href="#/a/start/q">Question 1</a>' in answer
    assert "<b>A</b> X" in answer and "Because." in answer and "So it is." in answer
    assert 3 == re.search(r'id="/a/start/q">.*?</section>', text, re.S)[0].count('class="pen-box"'), "unsure, fairly, sure"
    assert "So it is." not in text and "Because." not in text


def test_whoever_answers_writes_a_name_on_the_modules_that_ask(printed: dict[str, str]) -> None:
    first, second = re.findall(r'<article id="/[ab]".*?</article>', printed["print"], re.S)
    assert 'class="signed"' in first and 'class="signed"' not in second


def test_every_booklet_stands_by_itself_and_the_cover_names_it(printed: dict[str, str]) -> None:
    assert {"print", *BOOKLETS} == set(printed)
    cover = printed["print"].partition("<article")[0]
    assert {f"mine-{name}.html" for name in BOOKLETS} == set(re.findall(r'<a href="(mine-[^"]+)">', cover))
    for name, html in printed.items():
        assert 'data-foot="' in html and "Course &amp; &lt;co&gt;" in html and "<script" not in html
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids)), name
        for page, place in re.findall(r'<a href="([^"#]*)#([^"]*)"', html):
            there = printed[unquote(page).removeprefix("mine-").removesuffix(".html")] if page else html
            assert f' id="{place}"' in there, f"{name}: {page}#{place}"
    assert 'href="#/-glossary/label"' in printed["glossary"], "one stays in the booklet"


def test_what_is_no_longer_there_has_no_booklet(course: Path, printed: dict[str, str], tmp_path: Path) -> None:
    (course / "02-b.md").write_text("# B\n\nText.\n", "utf-8")
    assert not build(course, tmp_path / "out", ["print"]).failed
    assert {f"mine-{name}.html" for name in {"print", *BOOKLETS} - {"debrief"}} == {path.name for path in (tmp_path / "out/mine").iterdir() if ".fi." not in path.name}


def test_behind_each_card_of_a_deck_is_its_own_back(printed: dict[str, str]) -> None:
    sheets = [re.findall(r'<div class="cutting-card[^"]*">(.*?)</div>\n(?=<div class="cutting|</div>)', sheet, re.S) for sheet in printed["cards"].split('<div class="cutting cutting')[1:]]
    numbers = [[(re.findall(r"(?:Front|Back) (\d+)", card) or [""])[0] for card in sheet] for sheet in sheets]
    assert [["0", "1", "2", "3", "4", "5", "6", "7"], ["1", "0", "3", "2", "5", "4", "7", "6"], ["8", "9", "10"], ["9", "8", "", "10"]] == numbers
    assert 11 == printed["cards"].count('<p class="card-deck">Drinks</p>')


def test_a_deck_of_much_text_is_printed_on_cards_twice_as_tall(course: Path, tmp_path: Path) -> None:
    (course / "01-a.md").write_text("# A\n\n```cards\nid: deck\ncards:\n  - {id: a, front: F, back: " + "Much text. " * 100 + "}\n  - {id: b, front: G, back: Little.}\n```\n", "utf-8")
    assert not build(course, tmp_path / "out", ["print"]).failed
    html = (tmp_path / "out/mine/mine-cards.html").read_text("utf-8")
    assert 2 == html.count(' cutting-tall"') and 'class="cutting-card cutting-small"' in html


def test_the_cover_and_the_foot_say_which_version_it_is_and_that_a_draft_is_one(course: Path, tmp_path: Path) -> None:
    def read() -> tuple[str, str]:
        html = (tmp_path / "out/mine/mine-print.html").read_text("utf-8")
        return re.search(r'data-foot="([^"]*)"', html)[1], "".join(re.findall(r'<p class="soft">((?:Version|Draft)[^<]*)</p>', html))

    assert not build(course, tmp_path / "out", ["print"]).failed
    assert ("Course &amp; &lt;co&gt;", "") == read(), "it was never published"
    (course / "02-b.md").write_text("# B {#b}\n\nText.\n", "utf-8")
    (course / "01-a.md").write_text("---\nid: a\ntitle: A\n---\n\n## Step {#s}\n\nText.\n", "utf-8")
    (course / "02-b.md").write_text("---\nid: b\ntitle: B\n---\n\n## Step {#t}\n\nText.\n", "utf-8")
    (course / "course.yaml").write_text("id: c-1111\ntitle: Course\nlanguages: [en]\npublish: {targets: [print]}\n", "utf-8")
    (course / "glossary.yaml").unlink()
    published = publish(course, tmp_path / "out", date(2026, 11, 1))
    assert not published.refused, published.findings
    assert ("Course – version 1", "Version 1, published 1 November 2026.") == read()
    (course / "02-b.md").write_text("---\nid: b\ntitle: B\n---\n\n## Step {#t}\n\nOther text.\n", "utf-8")
    assert not build(course, tmp_path / "out", ["print"]).failed
    assert ("Course – draft", "Draft: changed since version 1.") == read()
