"""Banks of questions, what is drawn from them, and exams."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio import blocks
from tuokio.build import prepare
from tuokio.check.fix import fix
from tuokio.course import Course
from tuokio.page import Page


def ask(id: str, more: str = "") -> str:
    """Return a question for a bank."""
    return f"- id: {id}\n  statement: Says {id}.\n  correct: true\n  explanation: E {id}\n{more}"


def draw(id: str, more: str) -> str:
    """Return a draw for a module."""
    return f"```quiz\nid: {id}\n{more}\n```\n"


BANK = ask("q1", "  tags: [cold, old]\n  objective: know\n") + ask("q2", "  tags: warm\n  objective: know\n") + ask("q3", "  tags: [cold]\n")
MODULE = "---\nid: m\ntitle: M\nobjectives: {know: You *tell*.}\n---\n\nText.\n\n"
COURSE = {"course.yaml": "id: c\ntitle: C\nlanguages: [en]\n", "1-m.md": MODULE + draw("d", "draw: 2\nfrom: tools"), "banks/tools.yaml": BANK}
EXAM = "---\nid: final\ntitle: The final\nexam:\n  draw: 2\n  from: tools\n  mastery: 80%\n---\n\n"
OWN = "```quiz\nid: own\nobjective: know\nstatement: Own.\ncorrect: true\nexplanation: E own\n```\n"


def drawn(course: Course) -> dict[str, list[str]]:
    """Return what each draw and exam may ask."""
    return {getattr(drawing, "id", module.id): [item.id for _, item in course.source.pool(drawing)] for module in course.modules for drawing, _ in module.drawings}


def find(pages, id: str, edition: int = 0) -> Page:
    return next(page for page in pages.editions[edition].pages if page.id == id)


def test_a_draw_chooses_by_tag_by_objective_and_by_both(check_course) -> None:
    module = MODULE + "".join([
        draw("all", "draw: 1\nfrom: tools"),
        draw("any-tag", "draw: 1\nfrom: tools\ntags: [warm, old]"),
        draw("objective", "draw: 1\nfrom: [tools]\nobjective: know"),
        draw("both", "draw: 1\nfrom: tools\ntags: cold\nobjective: [know]"),
        draw("two-banks", "draw: 1\nfrom: [more, tools, more]"),
    ])
    pages, findings = check_course(COURSE | {"1-m.md": module, "banks/more.yml": ask("q4")})
    assert [] == findings
    assert {"all": ["q1", "q2", "q3"], "any-tag": ["q1", "q2"], "objective": ["q1", "q2"], "both": ["q1"], "two-banks": ["q4", "q1", "q2", "q3"]} == drawn(pages.course)


def test_a_bank_is_rendered_in_the_authors_order_for_any_place(check_course) -> None:
    pages, findings = check_course(COURSE)
    assert [] == findings
    items = pages.editions[0].banks["tools"].items
    assert ["q1", "q2", "q3"] == list(items)
    assert 'id="@/q1"' in items["q1"]["html"] and 'aria-labelledby="@/q1/verdict"' in items["q1"]["html"]
    assert ("truefalse", True, "know", ["cold", "old"]) == tuple(items["q1"][key] for key in ("kind", "correct", "objective", "tags"))
    assert items["q1"]["rev"] != items["q3"]["rev"]


def test_a_tag_or_an_objective_does_not_change_what_a_question_is(check_course) -> None:
    before = check_course(COURSE)[0].editions[0].banks["tools"].items
    after = check_course(COURSE | {"banks/tools.yaml": BANK.replace("tags: warm", "tags: lukewarm")})[0].editions[0].banks["tools"].items
    assert {id: item["rev"] for id, item in before.items()} == {id: item["rev"] for id, item in after.items()}
    assert before["q2"]["tags"] != after["q2"]["tags"]


def test_a_draw_weighs_as_many_points_as_it_asks_unless_it_says_otherwise(check_course) -> None:
    pages, _ = check_course(COURSE | {"1-m.md": MODULE + draw("d", "draw: 2\nfrom: tools") + draw("e", "draw: 1\nfrom: tools\npoints: 5"), "2-n.md": "# N\n\n" + draw("f", "draw: 9\nfrom: tools")})
    assert 7 == find(pages, "m").points
    assert 3 == find(pages, "n").points, "no more can be asked than there are"
    assert {"truefalse", "draw"} == set(pages.kinds)


def test_on_paper_a_draw_prints_the_first_of_its_bank_and_two_draws_not_the_same(check_course) -> None:
    pages, _ = check_course(COURSE | {"1-m.md": MODULE + OWN + draw("d", "draw: 2\nfrom: tools") + "Between.\n\n" + draw("e", "draw: 1\nfrom: tools")})
    step = find(pages, "m").steps[0]
    places = [step.paper.index(text) for text in ("Own.", "Says q1.", "Says q2.", "Between.", "Says q3.")]
    assert sorted(places) == places
    assert [(1, "/m/start/own"), (2, "/m/start/d/q1"), (3, "/m/start/d/q2"), (4, "/m/start/e/q3")] == [(number, place) for number, place, _ in step.key]
    assert "Says q1." not in step.html and '<div class="draw" id="/m/start/d" data-draw="d"></div>' in step.html


def test_pictures_and_links_in_a_bank_lead_out_from_the_courses_folder(check_course) -> None:
    bank = '- id: q1\n  objective: know\n  statement: "![cup](media/cup.svg) and [there](1-m.md#part)"\n  correct: true\n  explanation: "{{ firm }}"\n'
    files = {"course.yaml": "id: c\ntitle: C\nvalues: {firm: Us}\n", "1-m.md": MODULE + "## Part {#part}\n\n" + draw("d", "draw: 1\nfrom: tools"), "banks/tools.yaml": bank}
    pages, findings = check_course(files | {"media/cup.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'})
    assert [] == findings
    html = pages.editions[0].banks["tools"].items["q1"]["html"]
    assert 'src="media/cup.' in html and 'href="#/m/part"' in html and "Us" in html


def test_what_is_wrong_in_a_bank_is_told_once_however_often_it_is_drawn(check_course) -> None:
    bank = ask("q1").replace("Says", "See [x](gone.md)")
    _, findings = check_course(COURSE | {"banks/tools.yaml": bank, "1-m.md": MODULE + draw("d", "draw: 1\nfrom: tools") + draw("e", "draw: 1\nfrom: tools")})
    assert [("dead-link", "tools.yaml", 2)] == [(finding.id, finding.span.path.name, finding.span.line) for finding in findings if finding.id != "untested-objective"]


def test_one_question_needs_no_list_and_a_bank_may_have_windows_line_ends(check_course) -> None:
    one = "id: only\nobjective: know\nstatement: One.\ncorrect: true\nexplanation: E\n"
    pages, findings = check_course(COURSE | {"banks/tools.yaml": b"\xef\xbb\xbf" + one.replace("\n", "\r\n").encode(), "1-m.md": MODULE + draw("d", "draw: 1\nfrom: tools")})
    assert [] == findings
    assert ["only"] == list(pages.editions[0].banks["tools"].items)


def test_a_bank_may_be_named_by_its_whole_file_name(check_course) -> None:
    pages, findings = check_course(COURSE | {"1-m.md": MODULE + draw("d", "draw: 1\nfrom: [tools.yaml]") + draw("e", "draw: 1\nfrom: [banks/tools.yaml, tools]")})
    assert [] == findings
    assert {"d": ["q1", "q2", "q3"], "e": ["q1", "q2", "q3"]} == drawn(pages.course)


def test_a_single_file_draws_from_the_banks_beside_it_and_says_nothing_of_the_others(check_course, tmp_path: Path) -> None:
    check_course(COURSE | {"banks/broken.yaml": "- nothing", "banks/notes.md": "x"})
    pages, findings = prepare(tmp_path / "course/1-m.md")
    assert [] == findings
    assert ["tools"] == list(pages.editions[0].banks)


def test_a_kinds_example_brings_its_bank_into_a_manual(check_course) -> None:
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\nlanguages: [en, fi]\n", "1-m.md": "---\nid: m\n---\n\n# M\n\n```example draw\n```\n", "1-m.fi.md": "# Suomeksi\n\n```example draw\n```\n"})
    assert [] == findings
    assert {"example-draw-kettle", "example-draw-gift"} == set(pages.editions[1].banks["example-draw"].items)


# Translations

TONGUES = COURSE | {"course.yaml": "id: c\ntitle: {en: C, fi: K}\nlanguages: [en, fi]\n", "1-m.fi.md": "---\ntitle: Suomeksi\nobjectives: {know: Kerrot.}\n---\n\nTekstiä.\n\n" + draw("d", "")}


def test_a_translated_bank_pairs_by_id_else_by_place_and_keeps_the_sources_order(check_course) -> None:
    pages, findings = check_course(TONGUES | {"banks/tools.fi.yaml": "- {id: q3, statement: Kolme., explanation: E}\n- {statement: Kaksi., explanation: E}\n"})
    fi, en = pages.editions[1].banks["tools"], pages.editions[0].banks["tools"]
    assert ["q1", "q2", "q3"] == list(fi.items)
    assert "Kaksi." in fi.items["q2"]["html"] and "Kolme." in fi.items["q3"]["html"]
    assert fi.items["q1"]["html"].startswith('<div lang="en" dir="ltr">'), "what is not translated says in which language it is"
    for id, item in en.items.items():
        assert {key: value for key, value in item.items() if key != "html"} == {key: value for key, value in fi.items[id].items() if key != "html"}
    assert {"untranslated", "missing-id"} == {finding.id for finding in findings}


def test_a_bank_that_is_not_translated_is_the_sources_own(check_course) -> None:
    pages, findings = check_course(TONGUES)
    assert pages.editions[0].banks["tools"] is pages.editions[1].banks["tools"]
    assert '<div lang="en" dir="ltr">' in find(pages, "m", 1).steps[0].paper
    assert ["untranslated"] == [finding.id for finding in findings]
    assert "banks/tools.fi.yaml" in findings[0].cure


def test_check_fix_writes_ids_into_a_bank_and_its_translation(check_course, tmp_path: Path) -> None:
    check_course(TONGUES | {"banks/tools.yaml": "# Tools\n- statement: One.\n  correct: true\n  explanation: E\n- {statement: Two., correct: true, explanation: E}\n", "banks/tools.fi.yaml": "- statement: Yksi.\n  explanation: E\n- statement: Kaksi.\n  explanation: E\n"})
    fix(prepare(tmp_path / "course")[1])
    assert "# Tools\n- id: one\n  statement: One.\n  correct: true\n  explanation: E\n- {id: two, statement: Two., correct: true, explanation: E}\n" == (tmp_path / "course/banks/tools.yaml").read_text("utf-8")
    assert "- id: one\n  statement: Yksi.\n  explanation: E\n- id: two\n  statement: Kaksi.\n  explanation: E\n" == (tmp_path / "course/banks/tools.fi.yaml").read_text("utf-8")
    assert ["untested-objective"] == [finding.id for finding in prepare(tmp_path / "course")[1]]


# Exams


def test_an_exam_takes_its_own_questions_out_of_the_text_and_asks_them_in_a_step_of_its_own(check_course) -> None:
    pages, findings = check_course(COURSE | {"2-final.md": EXAM + "Read this.\n\n" + OWN + "\n## Then {#then}\n\nMore.\n"})
    assert [] == findings
    page = find(pages, "final")
    assert [("start", "The final"), ("then", "Then"), ("exam", "Exam")] == [(step.id, step.title) for step in page.steps]
    assert not any("Own." in step.html or step.items for step in page.steps)
    assert ["own"] == list(page.exam.own) and 'id="/final/exam/own"' in page.exam.own["own"]["html"]
    assert {"draw": 2, "from": ["tools"], "mastery": 0.8, "feedback": "after"} == page.exam.rules
    assert 3 == page.points
    assert [(1, "/final/exam/own"), (2, "/final/exam/q1"), (3, "/final/exam/q2")] == [(number, place) for number, place, _ in page.steps[-1].key]


def test_an_exam_of_nothing_but_front_matter_begins_with_the_exam(check_course) -> None:
    pages, findings = check_course(COURSE | {"2-final.md": EXAM.replace("  draw: 2\n", ""), "3-z.md": "# Z\n\n[Go](2-final.md)\n"})
    assert [] == findings
    page = find(pages, "final")
    assert ["exam"] == [step.id for step in page.steps]
    assert 3 == page.points, "without `draw` the whole bank is asked"
    assert 2 == page.minutes, "half a minute a question"
    assert 'href="#/final/exam"' in find(pages, "z").steps[0].html


def test_an_exam_names_the_objectives_of_its_questions_and_where_they_are_taught(check_course) -> None:
    own = EXAM.replace("title: The final\n", "title: The final\nobjectives: {here: Only here., know: Not this text.}\n") + OWN + OWN.replace("id: own", "id: own-2").replace("know", "here")
    pages, findings = check_course(COURSE | {"0-final.md": own})
    assert [] == findings
    exam = find(pages, "final").exam
    assert {"know": "You <em>tell</em>.", "here": "Only here."} == exam.objectives
    assert {"know": "m"} == exam.homes


def test_a_translated_exam_pairs_its_questions_wherever_they_are_written(check_course) -> None:
    exam = EXAM + "Read.\n\n" + OWN + "\n## Then {#then}\n\nMore.\n\n" + OWN.replace("own", "own-2").replace("Own.", "Also.")
    fi = "---\ntitle: Koe\n---\n\nLue.\n\n## Sitten\n\nLisää.\n\n```quiz\nid: own-2\nstatement: Myös.\nexplanation: E\n```\n\n```quiz\nstatement: Oma.\nexplanation: E\n```\n"
    pages, findings = check_course(TONGUES | {"2-final.md": exam, "2-final.fi.md": fi, "banks/tools.fi.yaml": "".join(f"- {{id: q{n}, statement: Sanoo., explanation: E}}\n" for n in (1, 2, 3))})
    assert {"missing-id"} == {finding.id for finding in findings}
    page = find(pages, "final", 1)
    assert ["start", "then", "exam"] == [step.id for step in page.steps] and "Koe" == page.steps[-1].title
    assert ["own", "own-2"] == list(page.exam.own)
    assert "Oma." in page.exam.own["own"]["html"] and "Myös." in page.exam.own["own-2"]["html"]
    assert {"know": "Kerrot."} == page.exam.objectives
    assert find(pages, "final").exam.own["own"]["rev"] == page.exam.own["own"]["rev"]


def test_what_no_machine_can_grade_is_left_out_of_an_exam(check_course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks.kinds()["truefalse"], "gradable", False)  # as a question is whose answer one judges oneself
    choice = "```quiz\nid: pick\nquestion: Which one?\noptions:\n  - {text: A, correct: true, feedback: F}\n  - {text: B, feedback: F}\n```\n"
    pages, findings = check_course(COURSE | {"2-final.md": EXAM.replace("  draw: 2\n", "") + OWN + choice})
    assert [("ungraded-in-exam", "hint", 5), ("ungraded-in-exam", "warning", 10)] == sorted((finding.id, str(finding.severity), finding.span.line) for finding in findings)
    exam = find(pages, "final").exam
    assert (["pick"], 1) == (list(exam.own), exam.asks)
    assert ["q1", "q2", "q3"] == drawn(pages.course)["d"], "elsewhere it may be drawn"
    assert pages.editions[0].banks["tools"].items["q1"]["ungraded"] and "ungraded" not in exam.own["pick"], "the browser is told"


def test_a_block_that_is_no_question_stays_in_its_step_of_an_exam_and_nothing_is_said(check_course) -> None:
    tabs = "```tabs\nid: ways\ntabs:\n  - {title: A, text: B}\n  - {title: C, text: D}\n```\n"
    rule = "```rule\nid: rule\nrule: No.\nforce: law\nwhy: So.\ncases:\n  - {case: One., bend: false, feedback: F}\nnot_why: Because.\n```\n"
    pages, findings = check_course(COURSE | {"2-final.md": EXAM + tabs + rule + OWN})
    assert [] == findings
    page = find(pages, "final")
    assert ["start", "exam"] == [step.id for step in page.steps] and 'data-draw="rule"' in page.steps[0].html
    assert ["own"] == list(page.exam.own)


def test_a_draw_from_a_block_is_told_that_draws_are_from_banks(check_course) -> None:
    rule = "```rule\nid: rule\nrule: No.\nforce: law\nwhy: So.\ncases:\n  - {case: One., bend: false, feedback: F}\nnot_why: Because.\n```\n"
    _, findings = check_course(COURSE | {"1-m.md": MODULE + rule + draw("d", "draw: 1\nfrom: [tools, rule]")})
    assert ["unknown-bank"] == [finding.id for finding in findings]
    assert "`rule` is a block" in findings[0].cure


def test_a_mistake_in_one_key_of_an_exam_leaves_the_others(check_course) -> None:
    pages, findings = check_course(COURSE | {"2-final.md": EXAM.replace("  mastery", "  masteri")})
    assert ["unknown-key"] == [finding.id for finding in findings]
    assert {"draw": 2, "from": ["tools"], "feedback": "after"} == find(pages, "final").exam.rules
