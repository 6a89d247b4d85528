"""A build that follows another makes only what the edit touched, and never anything else than a clean build would."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest

from tuokio import blocks
from tuokio.build import build, prepare
from tuokio.kept import Kept, Store

QUIZ = "```quiz\nid: {id}\nquestion: Which {{{{ thing }}}}?\noptions:\n  - {{text: A, correct: true, feedback: Yes.}}\n  - {{text: B, feedback: No.}}\n```\n"
BANK = "- id: {id}\n  tags: [{id}, all]\n  objective: know\n  statement: The {{{{ thing }}}} is {id}. ![cup](media/cup.svg)\n  correct: true\n  explanation: See [b](02-b.md#part).\n"
COURSE = {
    "courses/c/course.yaml": "id: c\ntitle: {en: C, fi: K}\nlanguages: [en, fi]\ntheme: t\nareas: {rule: Rules}\nvalues: {thing: cup}\n",
    "courses/c/01-a.md": "---\ntitle: A\narea: rule\n---\n\nSee [b](02-b.md#part) and ![cup](media/cup.svg).\n\n## One {#one}\n\n" + QUIZ.format(id="qa"),
    "courses/c/01-a.fi.md": "---\ntitle: A suomeksi\n---\n\nKatso [b](02-b.md#part).\n\n## Yksi {#one}\n\n```quiz\nid: qa\nquestion: Mikä?\n```\n",
    "courses/c/02-b.md": "# B\n\n## Part {#part}\n\nText about the {{ thing }}.\n\n```quiz\nstatement: Yes\ncorrect: true\nexplanation: E\n```\n",
    "courses/c/03-c.md": "# C\n\nNothing of the others.\n",
    "courses/c/04-d.md": "---\ntitle: D\nobjectives: {know: You know.}\n---\n\nDrawn.\n\n```quiz\nid: draw\ndraw: 1\nfrom: tools\n```\n",
    "courses/c/04-d.fi.md": "---\ntitle: D suomeksi\nobjectives: {know: Tiedät.}\n---\n\nArvottu.\n\n```quiz\nid: draw\n```\n",
    "courses/c/05-exam.md": "---\ntitle: Exam\nexam: {from: [tools, more]}\n---\n\nRead.\n\n" + QUIZ.format(id="own"),
    "courses/c/banks/tools.yaml": BANK.format(id="t1") + BANK.format(id="t2").replace("know", "known"),
    "courses/c/banks/tools.fi.yaml": "- id: t2\n  statement: Näin on.\n  explanation: E\n",
    "courses/c/banks/more.yaml": BANK.format(id="m1"),
    "courses/c/glossary.yaml": "cup: A mug, see [b](02-b.md#part).\nnothing: No thing.\n",
    "courses/c/glossary.fi.yaml": "kohta: Katso {{ thing }}.\n",
    "courses/c/media/cup.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
    "themes/t/theme.yaml": 'name: T\ncolours: {brand: "#335577"}\n',
}

EDITS: dict[str, dict[str, str | None]] = {
    "a text": {"courses/c/03-c.md": "# C\n\nOther words.\n"},
    "a title": {"courses/c/02-b.md": "# Bee\n\n## Part {#part}\n\nText.\n"},
    "a step that others link to": {"courses/c/02-b.md": COURSE["courses/c/02-b.md"].replace("{#part}", "{#piece}")},
    "a question": {"courses/c/01-a.md": "# A\n\n## One {#one}\n\n" + QUIZ.format(id="qa").replace("Which", "What")},
    "which option is right": {"courses/c/01-a.md": COURSE["courses/c/01-a.md"].replace(", correct: true", "").replace("text: B", "text: B, correct: true")},
    "an id that takes another's provisional name": {"courses/c/03-c.md": "# C\n\n" + QUIZ.format(id="yes")},
    "a translation": {"courses/c/01-a.fi.md": COURSE["courses/c/01-a.fi.md"].replace("Mikä", "Kumpi")},
    "a translation taken away": {"courses/c/01-a.fi.md": None},
    "a value": {"courses/c/course.yaml": COURSE["courses/c/course.yaml"].replace("cup", "mug")},
    "the course's title": {"courses/c/course.yaml": COURSE["courses/c/course.yaml"].replace("en: C", "en: Course")},
    "an area": {"courses/c/course.yaml": COURSE["courses/c/course.yaml"].replace("Rules", "Our rules")},
    "the languages": {"courses/c/course.yaml": COURSE["courses/c/course.yaml"].replace("[en, fi]", "[en]")},
    "the order of languages": {"courses/c/course.yaml": COURSE["courses/c/course.yaml"].replace("[en, fi]", "[fi, en]")},
    "HTML let in": {"courses/c/course.yaml": COURSE["courses/c/course.yaml"] + "html: true\n", "courses/c/03-c.md": "# C\n\n<b>x</b>\n"},
    "a module added before": {"courses/c/00-z.md": "# Z\n\nNew.\n"},
    "a module taken away": {"courses/c/02-b.md": None},
    "a module renamed": {"courses/c/02-b.md": None, "courses/c/02-bee.md": COURSE["courses/c/02-b.md"]},
    "a picture": {"courses/c/media/cup.svg": COURSE["courses/c/media/cup.svg"].replace("0 0 1 1", "0 0 2 3")},
    "a picture taken away": {"courses/c/media/cup.svg": None},
    "a colour": {"themes/t/theme.yaml": 'name: T\ncolours: {brand: "#775533"}\n'},
    "a template": {"themes/t/overrides/question.html": '{% extends "tuokio/question.html" %}', "themes/t/overrides/article.html": "<article>{{ page.title }}</article>"},
    "a phrase": {"courses/c/words/en.yaml": "check: Look\nanswers: Key\nstart: Go\n"},
    "a question of a bank": {"courses/c/banks/tools.yaml": COURSE["courses/c/banks/tools.yaml"].replace("is t1", "was t1")},
    "a tag in a bank": {"courses/c/banks/tools.yaml": COURSE["courses/c/banks/tools.yaml"].replace("[t1, all]", "all")},
    "a question added to a bank": {"courses/c/banks/more.yaml": BANK.format(id="m1") + BANK.format(id="m2")},
    "a question taken from a bank": {"courses/c/banks/tools.yaml": BANK.format(id="t2")},
    "a bank's order": {"courses/c/banks/tools.yaml": BANK.format(id="t2") + BANK.format(id="t1")},
    "a bank renamed": {
        **{f"courses/c/banks/tools{end}": None for end in (".yaml", ".fi.yaml")},
        **{f"courses/c/banks/gear{end}": COURSE[f"courses/c/banks/tools{end}"] for end in (".yaml", ".fi.yaml")},
        **{name: COURSE[name].replace("tools", "gear") for name in ("courses/c/04-d.md", "courses/c/05-exam.md")},
    },
    "a bank and its name in a draw": {"courses/c/banks/more.yaml": None, "courses/c/banks/extra.yaml": BANK.format(id="m1"), "courses/c/05-exam.md": COURSE["courses/c/05-exam.md"].replace("more", "extra")},
    "a bank's translation": {"courses/c/banks/tools.fi.yaml": COURSE["courses/c/banks/tools.fi.yaml"].replace("Näin on", "Niin on")},
    "a bank's translation taken away": {"courses/c/banks/tools.fi.yaml": None},
    "a bank's question without an id": {"courses/c/banks/more.yaml": BANK.format(id="m1").replace("- id: m1\n  tags", "- tags")},
    "a draw": {"courses/c/04-d.md": COURSE["courses/c/04-d.md"].replace("draw: 1", "draw: 2")},
    "what a draw chooses by": {"courses/c/04-d.md": COURSE["courses/c/04-d.md"].replace("draw: 1", "draw: 1\ntags: t2")},
    "an exam": {"courses/c/05-exam.md": COURSE["courses/c/05-exam.md"].replace("exam: {", "exam: {draw: 2, mastery: 50%, ")},
    "an exam made a module": {"courses/c/05-exam.md": COURSE["courses/c/05-exam.md"].replace("exam: {from: [tools, more]}\n", "")},
    "an exam's question": {"courses/c/05-exam.md": COURSE["courses/c/05-exam.md"].replace("Which", "What")},
    "an objective that an exam names": {"courses/c/04-d.md": COURSE["courses/c/04-d.md"].replace("You know.", "You know it.")},
    "an objective's translation": {"courses/c/04-d.fi.md": COURSE["courses/c/04-d.fi.md"].replace("Tiedät.", "Tiedät sen.")},
    "an objective taught elsewhere": {"courses/c/03-c.md": "---\ntitle: C\nobjectives: {know: You know too.}\n---\n\nText.\n"},
    "a term's meaning": {"courses/c/glossary.yaml": COURSE["courses/c/glossary.yaml"].replace("A mug", "A vessel")},
    "a term more": {"courses/c/glossary.yaml": COURSE["courses/c/glossary.yaml"] + "text: {means: What one reads., forms: [read], see: cup}\n"},
    "a glossary taken away": {"courses/c/glossary.yaml": None},
    "a glossary in another language": {"courses/c/glossary.fi.yaml": "suomi: Kieli.\narpa: {means: Onni., forms: [arvottu]}\n"},
    "a glossary in another language taken away": {"courses/c/glossary.fi.yaml": None},
    "only the time": {"courses/c/03-c.md": COURSE["courses/c/03-c.md"]},
}


def write(root: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_gives_the_same_bytes_and_findings_as_a_clean_build(edit: dict[str, str | None], tmp_path: Path, untouched: Outcome) -> None:
    """Whether the builds before were in this process, or left what they made on the disk."""

    def make(into: str, kept: Kept | None) -> Outcome:
        done = build(tmp_path / "courses/c", tmp_path / into, ["site", "single", "print"], kept=kept)
        return sorted(str(finding).replace(tmp_path.as_posix(), "") for finding in done.findings), read(tmp_path / into)

    write(tmp_path, COURSE)
    kept = Kept(lasting=True)
    make("served", kept), make("again", _of_a_process(tmp_path))
    write(tmp_path, edit)
    clean = make("clean", None)
    assert clean == make("served", kept)
    assert clean == make("again", _of_a_process(tmp_path))
    for stale in set(edit) - set(COURSE):
        (tmp_path / stale).unlink()
    write(tmp_path, COURSE)
    assert untouched == make("served", kept)
    assert untouched == make("again", _of_a_process(tmp_path))


Outcome = tuple[list[str], dict[str, bytes]]
"""What is told of a build, and what it writes."""


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The course before any edit, built clean."""
    root = tmp_path_factory.mktemp("untouched")
    write(root, COURSE)
    done = build(root / "courses/c", root / "clean", ["site", "single", "print"])
    return sorted(str(finding).replace(root.as_posix(), "") for finding in done.findings), read(root / "clean")


@pytest.mark.parametrize("stored", [True, False])
def test_several_processes_build_the_same_bytes_as_one(stored: bool, tmp_path: Path, untouched: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 – a case
    monkeypatch.setattr("tuokio.kept.kept.FEWEST", 1)
    write(tmp_path, COURSE)
    done = build(tmp_path / "courses/c", tmp_path / "apart", ["site", "single", "print"], kept=Kept(lasting=False, store=Store(tmp_path / "store/c.db") if stored else None, hands=3))
    assert untouched == (sorted(str(finding).replace(tmp_path.as_posix(), "") for finding in done.findings), read(tmp_path / "apart"))


def _of_a_process(root: Path) -> Kept:
    """Return what a process begins with that finds what others have stored."""
    return Kept(lasting=False, store=Store(root / "store" / "c.db"))


def test_only_what_an_edit_touches_is_made_again(tmp_path: Path) -> None:
    write(tmp_path, COURSE)
    course, kept = tmp_path / "courses/c", Kept()

    def pages() -> dict[str, object]:
        return {f"{edition.language}/{page.id}": page for edition in prepare(course, kept=kept)[0].editions for page in edition.pages}

    def changed(edit: dict[str, str | None]) -> set[str]:
        before = pages()
        write(tmp_path, edit)
        return {name for name, page in pages().items() if page is not before.get(name)}

    assert set() == changed({})
    assert {"en/c", "fi/c"} == changed(EDITS["a text"]), "fi shows c as in the source"
    assert {"fi/a"} == changed(EDITS["a translation"])
    assert {"en/b", "fi/b"} == changed({"courses/c/02-b.md": COURSE["courses/c/02-b.md"] + "\nMore.\n"}), "a links to b, and where the link leads is as before"
    assert {"en/exam", "fi/exam"} == changed(EDITS["a question added to a bank"]), "fi shows the exam as in the source"
    assert {"en/d", "fi/d", "en/exam", "fi/exam"} == changed(EDITS["a question of a bank"])
    assert {"en/a", "fi/a", "en/b", "fi/b", "en/d", "fi/d", "en/exam", "fi/exam"} == changed(EDITS["a step that others link to"]), "questions of the bank link to it too"
    write(tmp_path, {"courses/c/03-c.md": "# C\n\nA cup.\n"})
    pages()
    assert {f"{language}/{id}" for language in ("en", "fi") for id in ("b", "c")} == changed(EDITS["a term's meaning"]), "where the term is marked"


def test_a_build_with_an_error_keeps_the_way_back(tmp_path: Path) -> None:
    write(tmp_path, COURSE)
    course, kept = tmp_path / "courses/c", Kept()
    build(course, tmp_path / "out", ["site"], kept=kept)
    before = read(tmp_path / "out")
    write(tmp_path, {"courses/c/02-b.md": "```quiz\nid: x\n```\n"})
    assert build(course, tmp_path / "out", ["site"], kept=kept).failed
    assert before == read(tmp_path / "out")
    write(tmp_path, COURSE)
    assert not build(course, tmp_path / "out", ["site"], kept=kept).failed
    assert before == read(tmp_path / "out")


class Stored(Kept):
    """Hands on what came of a module only after it was stored and read again."""

    def __init__(self) -> None:
        super().__init__(lasting=False)
        self.kinds: set[str] = set()

    def get(self, name: Any, *more: Any, **options: Any) -> Any:
        made = super().get(name, *more, **options)
        if name[0] in ("module", "bank"):
            made = pickle.loads(pickle.dumps(made))
            self.kinds |= {block.kind() for block in made[0].blocks}
        return made


def test_what_was_read_of_any_kind_can_be_stored(tmp_path: Path) -> None:
    course, stored = tmp_path / "c", Stored()
    contacts = ", ".join(f"{id}: {{name: N, mail: n@example.org, replies_in: a day}}" for id in ("products", "billing", "rules"))
    front = "---\ntitle: All\nobjectives: {any: You can.}\nchanges: [{date: 2026-01-02, of: gone, kind: changed, note: Gone.}]\n---\n\n"
    write(course, {"course.yaml": f"id: c\ncontacts: {{{contacts}}}\n", "a.md": front + "See [b](b.md).[^1]\n\n[^1]: A note.\n\n```example\n```\n", "b.md": "```example blocks\n```\n\n```example draw\n```\n"})
    kept = build(course, tmp_path / "stored", ["site"], kept=stored)
    made = build(course, tmp_path / "made", ["site"])
    assert stored.kinds == {*blocks.kinds()}
    assert made.findings and kept.findings == made.findings
    assert read(tmp_path / "stored") == read(tmp_path / "made") != {}
