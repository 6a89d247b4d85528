"""The rules of a course in one place: whose they are, and the handbook that is printed of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tuokio.build import build, prepare
from tuokio.resources.rules.resource import collect

RULED = Path(__file__).parents[4] / "tests/courses/ruled"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules")
    assert not build(RULED, folder, ["site", "print"]).failed
    return folder / "ruled"


def test_every_rule_is_listed_with_its_module_its_step_and_its_force() -> None:
    pages, _ = prepare(RULED)
    listed = collect(pages, pages.editions[0])
    assert [("returns", "return-time", "start", "house"), ("returns", "allergens", "allergens", "law"), ("goodwill", "small-gift", "start", "judgement")] == [
        (module["id"], rule["id"], rule["step"], rule["force"]) for module in listed["modules"] for rule in module["rules"]
    ]
    assert "1 November 2026" == listed["latest"]


def test_what_is_not_translated_says_so() -> None:
    pages, _ = prepare(RULED)
    returns, goodwill = collect(pages, pages.editions[1])["modules"]
    assert ("", "en") == (returns["language"], goodwill["language"])
    own, lent = (rule["headline"] for rule in returns["rules"])
    assert "Tuotteen voi palauttaa 14 päivän ajan kuitilla." == own
    assert '<span lang="en" dir="ltr">Allergens are looked up for whoever asks.</span>' == lent


def test_a_course_without_rules_has_no_index_and_no_handbook(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n", "utf-8")
    assert not build(tmp_path / "a.md", tmp_path / "out", ["site", "print"]).failed
    assert [] == [path for path in (tmp_path / "out").rglob("*rules*")]


def test_the_handbook_prints_every_rule_once_with_its_reason_and_limits(output: Path) -> None:
    book = (output / "ruled-rules.html").read_text("utf-8")
    for text in ("Rule handbook", "Goods may be returned within 14 days with the receipt.", "What comes back in time", "Food is never taken back.", "for up to 30 days.</dd>", "Law", "House rule", "Your judgement", "Rules last changed 1 November 2026."):
        assert text in book, text
    assert ["return-time", "allergens", "small-gift"] == re.findall(r'<section class="rule" id="/-rules/([\w-]+)"', book)
    assert "<script" not in book and not re.search(r' src="(?!data:)', book)
    assert "Sääntökirja" in (output / "ruled-rules.fi.html").read_text("utf-8")


def test_the_site_has_its_handbooks_and_each_index_names_its_own(output: Path) -> None:
    for language, name in (("en", "rules.html"), ("fi", "rules.fi.html")):
        assert (output / "site" / name).is_file()
        [data] = (output / "site/resources" / language).glob("rules.*.js")
        assert f'"print":"{name}"' in data.read_text("utf-8")


def test_a_handbook_goes_with_the_last_rule_and_links_lead_to_the_whole_course(tmp_path: Path) -> None:
    module, output = tmp_path / "c" / "1-a.md", tmp_path / "out"
    module.parent.mkdir()
    module.write_text("# A\n\n## B {#b}\n\n```rule\nid: r\nrule: See [B](#b).\nwhy: So.\nhold: Always.\n```\n", "utf-8")
    build(module.parent, output, ["site", "print"])
    assert 'href="c-print.html#/a/b"' in (output / "c/c-rules.html").read_text("utf-8")
    assert 'href="print.html#/a/b"' in (output / "c/site/rules.html").read_text("utf-8")
    module.write_text("# A\n\nText.\n", "utf-8")
    build(module.parent, output, ["site", "print"])
    assert [] == [path.name for path in output.rglob("*rules*")]
    assert (output / "c/c-print.html").is_file()
