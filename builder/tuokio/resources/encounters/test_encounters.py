"""Whom one can meet in a course: listed for the screen, dealt to who is alone, printed as decks."""

from __future__ import annotations

from pathlib import Path

from tuokio.build import build, prepare
from tuokio.resources.encounters.resource import collect, collect_booklet

MEETING = Path(__file__).parents[4] / "tests/courses/meeting"


def test_conversations_are_listed_with_their_step_and_their_beginning() -> None:
    pages, _ = prepare(MEETING)
    listed = collect(pages, pages.editions[0])["encounters"]
    assert [("cold-coffee", "coffee", True), ("late-parcel", "parcel", True)] == [(one["id"], one["step"], one["alone"]) for one in listed if one["alone"]]
    assert "The coffee was cold" == listed[0]["headline"]
    assert "Tuesday, ten past eight." in listed[0]["html"]


def test_a_pair_game_is_listed_and_its_deck_printed(tmp_path: Path) -> None:
    pages, _ = prepare(MEETING)
    edition = pages.editions[0]
    assert [("at-the-till", "pairs", False, "")] == [(one["id"], one["module"], one["alone"], one["html"]) for one in collect(pages, edition)["encounters"] if not one["alone"]]
    assert 2 == sum(page.points for page in edition.pages), "a conversation counts, a game does not"
    assert not build(MEETING, tmp_path, ["site", "print"]).failed
    for book in (tmp_path / "meeting/site/encounters.html", tmp_path / "meeting/meeting-encounters.html"):
        text = book.read_text("utf-8")
        assert "Cards of the pair game" in text and "Twelve take twenty minutes." in text and "<script" not in text
    [data] = (tmp_path / "meeting/site/resources/en").glob("encounters.*.js")
    assert '"print":"encounters.html"' in data.read_text("utf-8") and "Twelve take twenty minutes." not in data.read_text("utf-8")


def test_a_course_without_encounters_has_no_page_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n", "utf-8")
    assert not build(tmp_path / "a.md", tmp_path / "out", ["site", "print"]).failed
    assert [] == [path for path in (tmp_path / "out").rglob("*encounters*")]


def test_a_course_of_conversations_alone_prints_no_cards(tmp_path: Path) -> None:
    text = (MEETING / "01-talks.md").read_text("utf-8")
    (tmp_path / "a.md").write_text(text, "utf-8")
    assert not build(tmp_path / "a.md", tmp_path / "out", ["site", "print"]).failed
    assert [] == [path for path in (tmp_path / "out").rglob("*encounters*.html")]
    [data] = (tmp_path / "out").rglob("resources/en/encounters.*.js")
    assert '"print"' not in data.read_text("utf-8")
    pages, _ = prepare(tmp_path / "a.md")
    assert collect_booklet(pages, pages.editions[0]) is None
