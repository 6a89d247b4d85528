"""The figures of tiny courses, and the page they are shown on."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from tuokio.build import SHELF, build, prepare
from tuokio.cli import main
from tuokio.finding import Severity
from tuokio.outline import Survey, survey
from tuokio.outline.write import render, write_size

STYLE = Path(__file__).parent / "style.css"
BUNDLE = Path(__file__).parent.parent / "bundle"
QUIZ = "```quiz\nid: {id}\nobjective: {objective}\nquestion: What do you check first?\noptions: [{{text: The receipt, correct: true, feedback: It tells the day.}}, {{text: The shoes, feedback: They tell no day.}}]\n```\n"
LOOSE = QUIZ.replace("objective: {objective}\n", "")
LONG = "Yksi kaksi kolme neljä viisi kuusi palautusoikeus kahdeksan yhdeksän kymmenen. " * 10
"""A hundred words whose LIX is 50."""

Look = Callable[..., Survey]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Write a course, and return its figures."""

    def write(files: dict[str, str]) -> Survey:
        for name, text in files.items():
            path = tmp_path / "course" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        pages, findings = prepare(tmp_path / "course", shelf=tmp_path / SHELF)
        return survey(pages, findings)

    return write


def write_module(objectives: str = "", body: str = "Text.\n", more: str = "") -> str:
    return f"---\ntitle: M\n{more}{f'objectives: {objectives}' if objectives else ''}\n---\n{body}"


def test_an_objective_is_tested_where_questions_with_points_name_it(look: Look) -> None:
    body = "Text.\n\n## One {#one}\n\n" + QUIZ.format(id="q1", objective="a") + QUIZ.format(id="q2", objective="a") + "\n## Two {#two}\n\n" + QUIZ.format(id="q3", objective="b").replace("question:", "points: 0\nquestion:")
    (row,) = look({"01-m.md": write_module("{a: You check *it*., b: You tell., c: You smile.}", body)}).rows
    a, b, c = row.coverage.objectives
    assert ["M", "One", "Two"] == row.steps
    assert ("You check it.", [0, 2, 0], True) == (a.text, [cell.scored for cell in a.steps], a.is_tested)
    assert ([0, 0, 0], [0, 0, 1], False) == ([cell.scored for cell in b.steps], [cell.practised for cell in b.steps], b.is_tested)
    assert [b, c] == row.coverage.untested


def test_an_objective_is_tested_where_an_exam_may_draw_it_from_a_bank(look: Look) -> None:
    item = "- {{id: {id}, objective: {objective}, question: 'What first?', options: [{{text: A, correct: true, feedback: Because it is.}}, {{text: B, feedback: It is not.}}]}}\n"
    found = look(
        {
            "01-m.md": write_module("{a: You check., b: You draw.}", "Text.\n\n## Draw {#d}\n\n```quiz\nid: d1\ndraw: 1\nfrom: bank\nobjective: b\n```\n"),
            "02-exam.md": "---\ntitle: Exam\nexam: {draw: 2, from: bank}\n---\n",
            "banks/bank.yaml": item.format(id="i1", objective="a") + item.format(id="i2", objective="a") + item.format(id="i3", objective="b") + item.format(id="i4", objective="x").replace("objective: x, ", ""),
        }
    )
    a, b = found.rows[0].coverage.objectives
    assert ([0, 0], [("Exam", 2)]) == ([cell.scored for cell in a.steps], [(one.title, one.scored) for one in a.elsewhere])
    assert ([0, 1], [("Exam", 1)]) == ([cell.scored for cell in b.steps], [(one.title, one.scored) for one in b.elsewhere])
    assert ["i4"] == [one.id for bank in found.banks.values() for one in bank.loose] and 1 == found.loose
    assert [1, 2] == [row.asked for row in found.rows]


def test_questions_that_serve_no_objective_are_named_with_their_steps(look: Look) -> None:
    (row,) = look({"01-m.md": write_module("{a: You check.}", "Text.\n\n## Two {#two}\n\n" + QUIZ.format(id="q1", objective="a") + LOOSE.format(id="q2"))}).rows
    assert [("q2", "choice", "Two")] == [(one.id, one.kind, one.place) for one in row.coverage.loose]
    assert [0, 1] == [cell.scored for cell in row.coverage.loose_steps]


@pytest.mark.parametrize("stated", [1, 3, 4, 5, 6, 7, 9, 10, 11, 13])
def test_what_is_stated_misleads_where_the_rule_says_so(stated: int, tmp_path: Path) -> None:
    (tmp_path / "01-m.md").write_text(write_module(more=f"minutes: {stated}\n", body="Five times four. " * 310), "utf-8")
    pages, findings = prepare(tmp_path, shelf=tmp_path / SHELF)
    assert survey(pages, findings).rows[0].time.is_off is any(finding.id == "minutes-off" for finding in findings)


def test_what_reads_hard_is_told_by_module_and_by_section_in_each_language(look: Look) -> None:
    settings = "id: c\ntitle: C\nlanguages: [fi, sv]\n"
    found = look({"course.yaml": settings, "01-m.md": f"# M\n\n{LONG}\n\n## Toinen {{#t}}\n\nLyhyt.\n", "01-m.sv.md": "# M\n\nKort.\n\n## Andra {#t}\n\nKort.\n", "02-n.md": "# N\n\nLyhyt.\n"})
    finnish, swedish = found.rows[0].reading
    assert ["fi", pytest.approx(101 / 11 + 4000 / 101), [("M", pytest.approx(50))]] == [finnish.language, finnish.lix, finnish.sections]
    assert ("sv", None, []) == (swedish.language, swedish.lix, swedish.sections)
    assert [None] == [one.lix for one in found.rows[1].reading]
    assert found.bands_of("fi").name(finnish.lix) == "very easy" and found.bands_of("de") is None


def test_a_step_is_translated_when_all_of_it_is(look: Look) -> None:
    settings = "id: c\ntitle: C\nlanguages: [en, fi, sv]\n"
    source = "# M\n\nText.\n\n## Two {#two}\n\n" + LOOSE.format(id="q1") + "\n## Three {#three}\n\nText.\n"
    found = look({"course.yaml": settings, "01-m.md": source, "01-m.fi.md": "# M\n\nTeksti.\n\n## Kaksi {#two}\n\nTeksti.\n"})
    assert {"fi": (1, 0, 3), "sv": (0, 0, 3)} == {language: (one.done, one.stale, one.steps) for language, one in found.rows[0].translated.items()}


def test_a_step_whose_source_has_changed_since_is_out_of_date(look: Look, tmp_path: Path) -> None:
    settings = "id: c\ntitle: C\nlanguages: [en, fi]\n"
    files = {"course.yaml": settings, "01-m.md": "# M\n\nText.\n\n## Two {#two}\n\nText.\n", "01-m.fi.md": "# M\n\nTeksti.\n\n## Kaksi {#two}\n\nTeksti.\n"}
    look(files)
    CliRunner().invoke(main, ["translate", "mark", str(tmp_path / "course/01-m.fi.md")])
    found = look({"01-m.md": files["01-m.md"].replace("## Two {#two}\n\nText.", "## Two {#two}\n\nAnother text.")})
    assert (1, 1, 2) == tuple(getattr(found.rows[0].translated["fi"], name) for name in ("done", "stale", "steps"))


def test_areas_have_their_minutes_and_questions(look: Look) -> None:
    settings = "id: c\ntitle: C\nareas: {x: First, y: Second, z: Third}\n"
    files = {f"0{number}-m.md": f"---\ntitle: M\narea: {area}\nminutes: {minutes}\n---\nText.\n\n" + LOOSE.format(id=f"q{number}") for number, (area, minutes) in enumerate([("y", 3), ("x", 2), ("y", 4)])}
    assert [("First", 1, 2, 1), ("Second", 2, 7, 2)] == [tuple(area) for area in look({"course.yaml": settings, **files}).areas]


def test_a_question_says_why_or_it_does_not(look: Look) -> None:
    silent = LOOSE.format(id="q2").replace(", feedback: They tell no day.", "")
    found = look({"01-m.md": f"# M\n\n{LOOSE.format(id='q1')}\n{silent}\n```quiz\nid: q3\nstatement: It is so.\ncorrect: true\nexplanation: It is.\n```\n"})
    assert [("choice", 2, 1), ("truefalse", 1, 1)] == [tuple(kind) for kind in found.kinds] and (3, 2) == (found.items, found.told)


def test_findings_stand_with_their_module_and_the_worst_comes_first(look: Look) -> None:
    settings = "id: c\ntitle: C\nlanguages: [en, fi]\ncolour: red\n"
    found = look({"course.yaml": settings, "01-a.md": "# A\n\nText.\n", "01-a.fi.md": "---\ntitle: A\ncolour: red\n---\nTeksti.\n", "02-b.md": "# B\n\n[lost](03-c.md)\n\n```quiz\nid: q\n```\n"})
    places = {place.title: place for place in found.places}
    assert "B" == found.places[0].title and {"A": True, "B": True, "course.yaml": False} == {title: place.is_module for title, place in places.items()}
    assert Severity.ERROR is places["B"].troubles.first.severity
    assert ["01-a.fi.md", "unknown-key"] == [places["A"].troubles.first.span.path.name, places["A"].troubles.first.id]
    assert {severity: sum(place.troubles.counts[severity] for place in found.places) for severity in Severity} == found.counts


def test_what_it_weighs_is_what_a_built_course_weighs(look: Look, tmp_path: Path) -> None:
    (tmp_path / "course/media").mkdir(parents=True)
    Image.effect_noise((200, 100), 90).save(tmp_path / "course/media/Kassa.png")
    found = look({"01-m.md": "# M\n\n![The till](media/Kassa.png)\n", "02-n.md": "# N\n\nText.\n"})
    (index,) = build(tmp_path / "course", tmp_path / "output", ["site"]).files
    site = index.parent

    def packed(pattern: str) -> int:
        (path,) = site.glob(pattern)
        return len(gzip.compress(path.read_bytes(), 6))

    first = {"page": packed("index.html"), "style": packed("style.*.css"), "course": packed("course.*.js"), "outline": packed("outline.*.js")}
    assert first == found.weight.first and sum(first.values()) == found.weight.first_sent
    (picture,) = site.glob("media/*")
    assert [("Kassa.webp", picture.stat().st_size)] == [(file.name, file.bytes) for file in found.weight.media]
    assert {"m": (packed("modules/en/m.*.js"), picture.stat().st_size), "n": (packed("modules/en/n.*.js"), 0)} == found.weight.modules


def test_bytes_are_told_as_people_read_them() -> None:
    assert ["0.3 kB", "9.9 kB", "10 kB", "999 kB", "1.0 MB", "12.3 MB"] == [write_size(size) for size in (287, 9_940, 9_960, 999_400, 999_600, 12_345_678)]


def test_the_page_has_all_in_it_and_lets_nothing_run(look: Look, tmp_path: Path) -> None:
    look({"course.yaml": "id: c\ntitle: 'A <script>alert(1)</script>'\n", "01-m.md": write_module("{a: 'You <b>check</b>.'}", more="colour: '<img src=x>'\n")})
    page = render(*prepare(tmp_path / "course", shelf=tmp_path / SHELF), date(2026, 11, 22))
    style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
    assert f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'".replace("'", "&#39;") in page
    rest = page.replace(style, "")
    assert not re.search(r"<script|<img|\sstyle=|(?:src|href)=\"(?!#|data:)", rest)
    assert "Never tested" in rest and "22 November 2026" in rest and "<code>colour</code>" in rest


def test_the_smallest_course_has_a_report_too(look: Look, tmp_path: Path) -> None:
    found = look({"01-m.md": ""})
    assert (0, 0, 0) == (found.items, found.objectives, found.untested)
    assert "Nothing is asked in this course." in render(*prepare(tmp_path / "course", shelf=tmp_path / SHELF), date(2026, 1, 1))


def test_no_class_of_the_page_means_something_on_learners_pages() -> None:
    def classes(css: str) -> set[str]:
        return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/|\d\.\d+", "", css, flags=re.S)))

    assert not classes(STYLE.read_text("utf-8")) & classes((BUNDLE / "page.css").read_text("utf-8")) - {"unseen"}


@pytest.mark.parametrize("arguments, file", [(["--report", "course"], "output/course/report.html"), (["course", "--report"], "output/course/report.html"), (["course", "--report", "there/mine.html"], "there/mine.html"), (["--report=mine.HTML", "course", "--format", "json"], "mine.HTML")])
def test_the_command_writes_it_and_says_where(arguments: list[str], file: str, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look({"01-m.md": "# M\n\nText.\n"})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", *arguments])
    assert 0 == done.exit_code, done.output
    assert f"Wrote {Path(file)}" in done.output and "Outline and coverage" in (tmp_path / file).read_text("utf-8")
    assert "Wrote" not in done.stdout or "json" not in arguments


def test_one_file_takes_one_report(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look({"01-m.md": "# M\n\nText.\n", "02-n.md": "# N\n\nText.\n"})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", "course/01-m.md", "course/02-n.md", "--report", "mine.html"])
    assert 2 == done.exit_code and "One file takes one report" in done.output
