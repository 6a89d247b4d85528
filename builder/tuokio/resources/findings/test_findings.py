"""The handbook's pages of findings: where they are, what is on them, and that other courses have none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tuokio.build import build, prepare
from tuokio.check import list_rules
from tuokio.resources.findings.resource import collect

COURSE = "---\nid: a\ntitle: A\n---\n\nText.\n\n## B {#b}\n\n```findings\n```\n"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("findings")
    (folder / "c").mkdir()
    (folder / "c/course.yaml").write_text("id: c\ntitle: {en: C, fi: C}\nlanguages: [en, fi]\n", "utf-8")
    (folder / "c/1-a.md").write_text(COURSE, "utf-8")
    (folder / "c/1-a.fi.md").write_text("---\ntitle: Ä\n---\n\nTeksti.\n\n## B {#b}\n\n```findings\n```\n", "utf-8")
    for number in range(2, 7):
        (folder / f"c/{number}-m.md").write_text(f"---\nid: m{number}\ntitle: M\n---\n\nText.\n", "utf-8")
    assert not build(folder / "c", folder / "out", ["site", "print"]).failed
    return folder / "out/c"


def test_every_page_is_there_once_with_what_why_and_a_good_example(output: Path) -> None:
    pages, _ = prepare(output.parents[1] / "c")
    data = collect(pages, pages.editions[0])
    assert sorted(name for subject in data["subjects"] for name in subject["names"]) == sorted(data["pages"]) == sorted(list_rules())
    for name, page in data["pages"].items():
        assert {"what", "why", "good", "severity"} <= page.keys(), name
        shown = re.sub(r"<code>.*?</code>", "", json.dumps(page))
        assert not re.search(r"data-ref|\*\*|`", shown), f"{name} has markup that its page does not show"


def test_the_fence_leads_to_every_subject_in_the_language_of_the_course(output: Path) -> None:
    pages, _ = prepare(output.parents[1] / "c")
    for edition, named in zip(pages.editions, ("Pictures, sound and video", "Kuvat, ääni ja video"), strict=True):
        subjects = collect(pages, edition)["subjects"]
        assert [f"/-findings/{subject['id']}" for subject in subjects] == re.findall(r'href="#(/-findings/\w+)"', edition.pages[0].steps[1].html)
        assert named in edition.pages[0].steps[1].html and named in {subject["title"] for subject in subjects}


def test_pages_are_marked_as_english_where_the_course_is_not(output: Path) -> None:
    pages, _ = prepare(output.parents[1] / "c")
    assert ["", "en"] == [collect(pages, edition)["language"] for edition in pages.editions]


def test_a_list_of_findings_adds_nothing_to_minutes_or_progress(output: Path) -> None:
    pages, _ = prepare(output.parents[1] / "c")
    page = pages.editions[0].pages[0]
    assert 2 == len(page.steps) and page.steps[1].minutes < 0.1 and not page.steps[1].items


def test_the_printed_course_ends_with_all_of_them_and_links_lead_there(output: Path) -> None:
    for name, ours in (("c-print.html", "Findings"), ("c-print.fi.html", "Huomautukset")):
        html = (output / name).read_text("utf-8")
        places = set(re.findall(r' id="(/-findings[^"]*)"', html))
        assert {"/-findings", "/-findings/questions", "/-findings/no-captions"} <= places and len(list_rules()) < len(places)
        assert set(re.findall(r' href="#(/-findings[^"]*)"', html)) <= places
        assert f"<h1>{ours}</h1>" in html
    assert '<dl class="terms" lang="en">' in (output / "c-print.fi.html").read_text("utf-8")


def test_search_finds_them_beside_the_steps(output: Path) -> None:
    for language in ("en", "fi"):
        [index] = (output / "site/resources" / language).glob("search.*.js")
        text = index.read_text("utf-8").replace("\\", "")
        assert '"-findings/no-captions"' in text and '"title":"no-captions","text":"A video in which something is said has no captions."' in text
        assert ('"language":"en"' in text) is (language == "fi")


def test_a_course_without_the_fence_has_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(COURSE.replace("findings", "text"), "utf-8")
    assert not build(tmp_path / "a.md", tmp_path / "out", ["site", "print"]).failed
    assert [] == [path for path in (tmp_path / "out").rglob("*findings*")]
    assert not any("/-findings" in path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.html"))
