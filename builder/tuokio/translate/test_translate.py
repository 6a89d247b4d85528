"""A course goes to a translator and comes back: what is translated is in its files, and nothing else has moved."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tuokio.build import prepare
from tuokio.check import check
from tuokio.cli import main
from tuokio.finding import Finding
from tuokio.following import ABOUT, NAME
from tuokio.kept import Kept
from tuokio.read import read
from tuokio.translate import sheet
from tuokio.translate.protect import PROTECTED, find_difference
from tuokio.translate.text import State, Text
from tuokio.translate.work import Outcome, list_texts, mark, take_in

CONFIG = """id: shop
title: The shop
languages: [en, fi]  # the first is ours
areas: {rule: Rules}
values: {days: "14", desk: {en: the desk, fi: tiski}}
"""
MODULE = """---
id: receipt
title: The receipt
why: Know why.
area: rule
objectives:
  prove: You find a proof.
---

Bring it to {{ desk }} within {{ days }} days.

## Without one {#without}

A receipt is `paper`, and [a card](https://example.com/card) will do.

- Look at the **date**
- Ask kindly

| Proof | Good for |
|---|---|
| Receipt | all |

```quiz
id: first
objective: prove
question: What do you ask first?
options:
  - text: How did you pay?
    correct: true
    feedback: A card is a proof.
  - text: Where is it?
    feedback: They would have to come twice.
```

```quiz
id: gap
objective: prove
blanks: Within [[14|fourteen]] days.
explanation: Two weeks.
```
"""
BANK = """- id: kettle
  statement: A kettle comes back unopened.
  correct: true
  explanation: It can be sold.
- id: cheese
  statement: Cheese is taken back.
  correct: false
  explanation: Nobody knows how it was kept.
"""
FILES = {"course.yaml": CONFIG, "01-receipt.md": MODULE, "banks/rules.yaml": BANK, "glossary.yaml": "receipt: It proves a purchase.\n", "02-exam.md": "---\nid: final\ntitle: Exam\nexam: {draw: 1, from: rules}\n---\n\nTake your time.\n"}


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., Path]:
    """Write files as a course and return its folder."""

    def write(more: dict[str, str] | None = None) -> Path:
        folder = tmp_path / "shop"
        for name, text in {**FILES, **(more or {})}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())
        return folder

    return write


def texts_of(folder: Path, language: str = "fi") -> dict[str, Text]:
    return {one.id: one for one in list_texts(read(folder, [], Kept()), language, with_phrases=False)}


def other(text: str) -> str:
    """Return a text in a language nobody speaks, with all that is protected as it was."""
    ends = [0, *(place for match in PROTECTED.finditer(text) for place in match.span()), len(text)]
    pieces = [text[start:end] for start, end in zip(ends, ends[1:], strict=False)]
    return "".join(piece if number % 2 else piece.replace("a", "õ").replace("e", "õ").replace("i", "ï") for number, piece in enumerate(pieces))


def bring_back(folder: Path, language: str, fill: Callable[[Text], str], suffix: str = ".csv") -> Outcome:
    """Export everything, fill it in and take it in again."""
    found = read(folder, [], Kept())
    texts = list_texts(found, language)
    for one in texts:
        one.theirs = fill(one) if one.kind != "phrase" else one.source
    file = folder.parent / f"back{suffix}"
    file.write_bytes(sheet.write(texts, found.language, language, suffix))
    return take_in(read(folder, [], Kept()), file)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told(folder: Path, *ids: str) -> list[Finding]:
    return [one for one in prepare(folder)[1] if one.id in ids]


def test_a_course_is_translated_into_a_language_it_did_not_have(course: Callable[..., Path]) -> None:
    folder = course()
    outcome = bring_back(folder, "et", lambda one: other(one.source))
    assert outcome.findings == []
    findings = [one for one in prepare(folder)[1] if one.severity != "hint" or ".et." in one.span.path.name and one.id != "unused-term"]
    assert findings == []
    assert (folder / "01-receipt.et.md").read_text("utf-8") == """---
title: Thõ rõcõïpt
why: Know why.
objectives:
  prove: You fïnd õ proof.
---

Brïng ït to {{ desk }} wïthïn {{ days }} dõys.

## Wïthout onõ {#without}

A rõcõïpt ïs `paper`, õnd [õ cõrd](https://example.com/card) wïll do.

- Look õt thõ **dõtõ**
- Ask kïndly

| Proof | Good for |
|---|---|
| Rõcõïpt | õll |

```quiz
id: first
question: Whõt do you õsk fïrst?
options:
  - text: How dïd you põy?
    feedback: A cõrd ïs õ proof.
  - text: Whõrõ ïs ït?
    feedback: Thõy would hõvõ to comõ twïcõ.
```

```quiz
id: gap
blanks: Wïthïn [[14|fourtõõn]] dõys.
explanation: Two wõõks.
```
"""
    assert "languages: [en, fi, et]  # the first is ours" in (folder / "course.yaml").read_text("utf-8")
    assert "areas: {rule: {en: Rules, et: Rulõs}}" in (folder / "course.yaml").read_text("utf-8")
    assert "rõcõïpt: It provõs õ purchõsõ." in (folder / "glossary.et.yaml").read_text("utf-8")
    assert {one.state for one in texts_of(folder, "et").values()} == {State.DONE}


def test_only_what_changed_is_told_and_sent_again(course: Callable[..., Path]) -> None:
    folder = course()
    bring_back(folder, "fi", lambda one: other(one.source), ".xlsx")
    replace(folder / "01-receipt.md", "Bring it to", "Take it to")
    replace(folder / "01-receipt.md", "A card is a proof.", "A card proves it.")
    replace(folder / "banks/rules.yaml", "It can be sold.", "It can be sold again.")
    replace(folder / "glossary.yaml", "a purchase", "every purchase")
    stale = told(folder, "stale-translation")
    assert [re.search(r"step `\w+`|question `\w+`|`receipt`", one.message)[0] for one in stale] == ["`receipt`", "step `start`", "step `without`", "question `kettle`"]
    assert stale[2].span.line == next(number for number, line in enumerate((folder / "01-receipt.fi.md").read_text("utf-8").split("\n"), 1) if line.startswith("## "))
    changed = {id for id, one in texts_of(folder).items() if one.state is not State.DONE}
    assert changed == {"receipt/start/1", "receipt/first/options/1/feedback", "rules/kettle/explanation", "glossary/receipt/means"}
    bring_back(folder, "fi", lambda one: one.theirs if one.state is State.DONE else other(one.source))
    assert told(folder, "stale-translation", "untranslated") == []
    assert {one.state for one in texts_of(folder).values()} == {State.DONE}


HAND_MADE = """---
title: Kuitti
# ei muuta
why: Tiedä syy.
---

Tuo se tiskille.

## Ilman {#without}

Kuitti on *paperia*,
ja kortti käy.

```quiz
# tästä kysytään usein
id: first
question:   Mitä kysyt ensin?
options: [{text: Miten maksoit?, feedback: "Kortti käy, kyllä."}, {text: Missä se on?}]
```
"""


def test_what_was_written_by_hand_stays_where_nothing_came(course: Callable[..., Path]) -> None:
    folder = course({"01-receipt.fi.md": HAND_MADE.replace("\n", "\r\n")})
    assert texts_of(folder)["receipt/first/options/1/text"].theirs == "Miten maksoit?"
    outcome = bring_back(folder, "fi", lambda one: {"receipt/first/question": "Mitä kysyt?", "receipt/first/options/1/feedback": "Käy, {kyllä}."}.get(one.id, one.theirs))
    assert [path.name for path in outcome.files] == ["01-receipt.fi.md", NAME]
    data = (folder / "01-receipt.fi.md").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.decode().replace("\r\n", "\n") == HAND_MADE.replace("  Mitä kysyt ensin?", "  Mitä kysyt?").replace('"Kortti käy, kyllä."', '"Käy, {kyllä}."')


def test_a_row_that_lost_what_must_stay_is_refused_and_all_others_are_taken(course: Callable[..., Path]) -> None:
    folder = course()
    wrong = {"receipt/start/1": "Tuo se.", "receipt/without/2": "Kuitti on `paperi`, ja [kortti](https://example.com/card) käy.", "receipt/without/4": "| Todiste |\n|---|\n| Kuitti |", "receipt/gap/blanks": "Neljätoista päivää."}
    outcome = bring_back(folder, "fi", lambda one: wrong.get(one.id, other(one.source)))
    assert [one.id for one in outcome.findings] == ["placeholders-differ"] * 4
    assert "`{{ desk }}`, `{{ days }}` are missing" in outcome.findings[0].message and f"Row {outcome.findings[0].span.line}:" in outcome.findings[0].message
    states = {id: one.state for id, one in texts_of(folder).items()}
    assert {id for id, state in states.items() if state is State.NEW} == set(wrong)


def test_a_text_left_empty_shows_the_source_marked_with_its_language(course: Callable[..., Path]) -> None:
    folder = course()
    bring_back(folder, "fi", lambda one: "" if one.id in ("receipt/without/3", "receipt/first/options/1/text") else other(one.source))
    text = (folder / "01-receipt.fi.md").read_text("utf-8")
    assert "- [Look at the **date**]{lang=en}\n- [Ask kindly]{lang=en}\n" in text
    assert "How did you pay?" not in text
    pages, findings = prepare(folder)
    assert [one for one in findings if one.severity != "hint"] == []
    bring_back(folder, "fi", lambda one: one.theirs or other(one.source))
    assert "- Look õt thõ **dõtõ**\n- Ask kïndly\n" in (folder / "01-receipt.fi.md").read_text("utf-8")
    assert "lang=en" not in (folder / "01-receipt.fi.md").read_text("utf-8")


def test_new_paragraphs_options_and_steps_find_their_places(course: Callable[..., Path]) -> None:
    folder = course()
    bring_back(folder, "fi", lambda one: other(one.source))
    source = folder / "01-receipt.md"
    replace(source, "- Look at", "One more.\n\n- Look at")
    replace(source, "  - text: Where is it?", "  - text: Who are you?\n    feedback: None of our business.\n  - text: Where is it?")
    source.write_text(source.read_text("utf-8") + "\n## Later {#later}\n\nAnd then.\n", "utf-8")
    bring_back(folder, "fi", lambda one: one.theirs or other(one.source))
    text = (folder / "01-receipt.fi.md").read_text("utf-8")
    assert text.index("Onõ morõ.") < text.index("- Look õt") and text.endswith("## Lõtõr {#later}\n\nAnd thõn.\n")
    assert text.index("How dïd") < text.index("Who õrõ") < text.index("Whõrõ ïs")
    assert told(folder, "stale-translation", "untranslated", "translation-differs") == []


def test_a_sheet_of_an_older_source_is_written_and_stays_changed(course: Callable[..., Path]) -> None:
    folder = course()
    found = read(folder, [], Kept())
    texts = list_texts(found, "fi")
    for one in texts:
        one.theirs = other(one.source)
    file = folder.parent / "late.csv"
    file.write_bytes(sheet.write(texts, "en", "fi", ".csv"))
    replace(folder / "01-receipt.md", "A card is a proof.", "A card proves it.")
    outcome = take_in(read(folder, [], Kept()), file)
    assert [one.id for one in outcome.findings] == ["source-changed"]
    assert texts_of(folder)["receipt/first/options/1/feedback"].state is State.CHANGED
    assert [one.message for one in told(folder, "stale-translation")] == ["The source of step `without` has changed since this was translated: block `first`."]


def test_a_translation_without_a_note_is_a_hint_that_fix_mends_and_mark_says_that_all_is_well(course: Callable[..., Path]) -> None:
    folder = course({"01-receipt.fi.md": HAND_MADE, "banks/rules.fi.yaml": "- id: kettle\n  statement: Keitin palaa.\n  explanation: Sen voi myydä.\n", "glossary.fi.yaml": "kuitti: Todistaa ostoksen.\n"})
    assert {one.span.path.name for one in told(folder, "unmarked-translation")} == {"01-receipt.fi.md", "rules.fi.yaml", "glossary.fi.yaml"}
    done = CliRunner().invoke(main, ["check", "--fix", str(folder)])
    assert "that 3 translations follow their source as it is now" in done.output
    assert told(folder, "unmarked-translation", "stale-translation") == []
    replace(folder / "01-receipt.md", "Bring it to", "Take it to")
    assert len(told(folder, "stale-translation")) == 1
    done = CliRunner().invoke(main, ["translate", "mark", str(folder / "01-receipt.fi.md")])
    assert 0 == done.exit_code, done.output
    assert told(folder, "unmarked-translation", "stale-translation") == []
    assert (folder / "01-receipt.fi.md").read_text("utf-8") == HAND_MADE, "a translation holds nothing but its words"
    assert mark(read(folder, [], Kept()), folder / "01-receipt.md") is None


def noted(folder: Path) -> dict[str, dict[str, str]]:
    return json.loads((folder / NAME).read_bytes())["follows"]


def test_what_is_noted_goes_by_the_module_and_not_by_its_files_name(course: Callable[..., Path]) -> None:
    folder = course({"01-receipt.fi.md": HAND_MADE})
    CliRunner().invoke(main, ["check", "--fix", str(folder)])
    replace(folder / "01-receipt.md", "Bring it to", "Take it to")
    for name in ("01-receipt.md", "01-receipt.fi.md"):
        (folder / name).rename(folder / name.replace("01-receipt", "05-proof"))
    assert [one.span.path.name for one in told(folder, "stale-translation", "unmarked-translation")] == ["05-proof.fi.md"]


def test_what_is_noted_of_a_translation_that_is_gone_goes_at_the_next_writing_unless_only_one_file_was_read(course: Callable[..., Path]) -> None:
    folder = course({"01-receipt.fi.md": HAND_MADE, "banks/rules.fi.yaml": "- {id: kettle, statement: Palaa., explanation: Voi.}\n", "glossary.fi.yaml": "kuitti: Todistaa.\n", "02-exam.fi.md": "---\ntitle: Koe\n---\n\nRauhassa.\n"})
    CliRunner().invoke(main, ["check", "--fix", str(folder)])
    assert list(noted(folder)) == ["fi/banks/rules", "fi/final", "fi/glossary.yaml", "fi/receipt"]
    lock = folder / NAME
    lock.write_bytes(lock.read_bytes().replace(b"fi/receipt", b"fi/lost").replace(b"\n", b"\r\n"))
    CliRunner().invoke(main, ["check", "--fix", str(folder / "01-receipt.md")])
    assert list(noted(folder)) == ["fi/banks/rules", "fi/final", "fi/glossary.yaml", "fi/lost", "fi/receipt"]
    assert lock.read_bytes().count(b"\n") == lock.read_bytes().count(b"\r\n") > 5, "line ends stay"
    (folder / "02-exam.fi.md").unlink()
    CliRunner().invoke(main, ["translate", "mark", str(folder / "01-receipt.fi.md")])
    assert list(noted(folder)) == ["fi/banks/rules", "fi/glossary.yaml", "fi/receipt"]


def test_what_was_marked_in_two_places_is_joined_line_by_line(course: Callable[..., Path]) -> None:
    folder = course({"01-receipt.fi.md": HAND_MADE})
    CliRunner().invoke(main, ["translate", "mark", str(folder / "01-receipt.fi.md")])
    before = (folder / NAME).read_text("utf-8").split("\n")
    replace(folder / "01-receipt.md", "Bring it to", "Take it to")
    CliRunner().invoke(main, ["translate", "mark", str(folder / "01-receipt.fi.md")])
    after = (folder / NAME).read_text("utf-8").split("\n")
    assert [new.split(":")[0].strip() for old, new in zip(before, after, strict=True) if old != new] == ['"start"']


@pytest.mark.parametrize("spoil, says", [
    (lambda text: text[: len(text) // 2], "damaged-lock"),
    (lambda text: text.replace('"start": "', '"start": "?'), "damaged-lock"),
    (lambda text: text.replace("follows", "fellows", 1) if "follows" in text else text, "damaged-lock"),
    (lambda text: text.replace('"fi/receipt": {', '"fi/receipt": {}, "fi/receipt": {'), "damaged-lock"),
    (lambda text: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n", "lock-conflict"),
    (lambda text: text.replace('"format": 1', '"format": 2'), "later-lock"),
    (lambda text: "\0" * 9, "damaged-lock"),
    (lambda text: "", "damaged-lock"),
    (lambda text: "[" * 100_000, "damaged-lock"),
    (lambda text: '{"follows": 3}', "damaged-lock"),
    (lambda text: '{"follows": {"fi/receipt": {"start": 3}}}', "damaged-lock"),
    (lambda text: '{"follows": {"fi/receipt": {"start": ["a"]}}}', "damaged-lock"),
    (lambda text: "[]", "damaged-lock"),
])
def test_a_damaged_note_is_told_and_nothing_is_written_over_it(spoil: Callable[[str], str], says: str, course: Callable[..., Path]) -> None:
    folder = course({"01-receipt.fi.md": HAND_MADE})
    CliRunner().invoke(main, ["check", "--fix", str(folder)])
    lock = folder / NAME
    spoilt = spoil(lock.read_text("utf-8").replace(ABOUT, "")).encode()
    lock.write_bytes(spoilt)
    found = prepare(folder)[1]
    assert [(one.id, one.severity, one.span.path) for one in found if one.id.endswith("-lock") or one.id.startswith("lock-")] == [(says, "warning", lock)]
    assert not [one for one in found if one.id in ("stale-translation", "unmarked-translation")]
    for command in (["check", "--fix", str(folder)], ["translate", "mark", str(folder / "01-receipt.fi.md")], ["translate", "export", "fi", str(folder), "--output", str(folder.parent / "texts.csv")]):
        done = CliRunner().invoke(main, command)
        assert says in done.output and done.exit_code == (0 if command[0] == "check" else 1)
    assert lock.read_bytes() == spoilt
    lock.unlink()
    assert [one.id for one in told(folder, "unmarked-translation", says)] == ["unmarked-translation"]


@pytest.mark.parametrize("source, translation, says", [
    ("Hi {{ name }}", "Hei {{name}}", ""),
    ("Hi {{ name }}", "Hei", "`{{ name }}` is missing"),
    ("Take `a` and `b`", "Ota `b` ja `a`", ""),
    ("[one](a.md#x) and [two](b.md)", "[yksi](a.md#x) ja [kaksi](c.md)", "`b.md` is missing and `c.md` is not in the source"),
    ("A [[gap]] here", "Aukko [[tässä]] ja [[tuossa]]", "there are 1 gaps `[[…]]` in the source and 2 here"),
    ("Note[^1]", "Huomautus", "`[^1]` is missing"),
    ("Cost: `{{ x }}`", "Hinta: `{{ x }}`", ""),
])  # fmt: skip
def test_what_must_stay_is_compared_and_its_order_is_free(source: str, translation: str, says: str) -> None:
    assert find_difference(source, translation) == says


def test_the_commands_write_a_sheet_and_take_it_in(course: Callable[..., Path], tmp_path: Path) -> None:
    folder = course()
    file = tmp_path / "fi.xlsx"
    done = CliRunner().invoke(main, ["translate", "export", "fi", str(folder), "--output", str(file)])
    assert 0 == done.exit_code and "new" in done.output, done.output
    done = CliRunner().invoke(main, ["translate", "import", str(file), str(folder)])
    assert 0 == done.exit_code and "0 texts taken in" in done.output, done.output
    for command in (["export", "en", str(folder)], ["export", "xx-xx", str(folder)], ["export", "fi", str(folder), "--output", "a.txt"]):
        assert 2 == CliRunner().invoke(main, ["translate", *command]).exit_code


def test_the_flagship_is_all_in_the_new_language_when_all_is_filled_in(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    folder = tmp_path / "courses" / "asiakaspalvelu"
    shutil.copytree(root / "courses/asiakaspalvelu", folder)
    shutil.copytree(root / "themes", tmp_path / "themes")

    def fill(one: Text) -> str:
        keeps = one.kind in ("limits", "phrase") or re.match(r"[\d.,+−-]", one.source)  # figures with units are no mere words
        return other(one.source) if not keeps else one.source

    assert bring_back(folder, "et", fill).findings == []
    findings: list[Finding] = []
    found = read(folder, findings, Kept())
    assert [*findings, *check(found, Kept())] == []
    edition = next(one for one in found.editions if one.language == "et")
    sources = [one for one in texts_of(folder, "et").values()]
    assert {one.state for one in sources} == {State.DONE}
    html = " ".join(part.html for module in edition.modules for step in module.steps for part in step.parts if hasattr(part, "html"))
    borrowed = {text for module in (*edition.modules, *edition.banks) for block in module.blocks for text in block.place.borrowed}
    words = [one.source for one in sources if one.kind != "phrase" and len(one.source) > 20 and one.source != other(one.source)]
    assert len(words) > 1500
    assert not [text for text in words if text in html or text in borrowed]


def test_numbers_that_answer_go_out_and_come_back_and_what_changed_of_them_is_told(course: Callable[..., Path]) -> None:
    folder = course({"03-many.md": "---\nid: many\ntitle: How many\n---\n\nCount.\n\n```quiz\nid: dozen\nquestion: How many?\nmatch:\n  a dozen: 12\n  a pair: 2\n```\n"})
    assert "12" == texts_of(folder)["many/dozen/match/1/to"].source
    bring_back(folder, "fi", lambda one: one.source if one.source.isdigit() else other(one.source))
    assert "  õ dozõn: 12\n  õ põïr: 2\n" in (folder / "03-many.fi.md").read_text("utf-8")
    assert [] == told(folder, "untranslated", "stale-translation")
    replace(folder / "03-many.md", "dozen: 12", "dozen: 13")
    assert ["stale-translation"] == [one.id for one in told(folder, "untranslated", "stale-translation")]
    assert {"many/dozen/match/1/to"} == {id for id, one in texts_of(folder).items() if one.state is State.CHANGED}


def test_two_rows_of_one_text_that_say_different_things_are_told(course: Callable[..., Path], tmp_path: Path) -> None:
    folder = course()
    file = tmp_path / "back.csv"
    rows = [f"receipt/first/question;What do you ask first?;{text}" for text in ("Mitä kysyt?", "Mitä kysyt?", "Mitä sanot?")]
    file.write_text("\n".join(["Id;Source (en);Translation (fi)", *rows]), "utf-8")
    outcome = take_in(read(folder, [], Kept()), file)
    assert [("repeated-row", 4)] == [(one.id, one.span.line) for one in outcome.findings] and "row 3" in outcome.findings[0].message
    assert "Mitä sanot?" in (folder / "01-receipt.fi.md").read_text("utf-8")


def test_only_the_column_that_is_missing_is_named(course: Callable[..., Path], tmp_path: Path) -> None:
    file = tmp_path / "back.csv"
    for head, says in (("File;Source (en);Translation (fi)", "it has no column Id."), ("Id;Source (en)", "no column Translation."), ("a;b", "no column Id, no Source, no Translation.")):
        file.write_text(f"{head}\nx;y;z\n", "utf-8")
        (finding,) = take_in(read(course(), [], Kept()), file).findings
        assert "not-a-translation" == finding.id and says in finding.message
