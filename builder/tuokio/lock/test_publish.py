"""Publishing: what may go out as the next version, and what is remembered of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tuokio.build import build, write_targets
from tuokio.check.frame import frame
from tuokio.kept import Kept
from tuokio.publish import Publication
from tuokio.publish import publish as publish_course

DAY = date(2026, 11, 22)
KEPT = Kept()
"""Templates, above all: to compile them anew for every course would take most of the time."""
QUESTION = "```quiz\nid: {id}\nquestion: Which, {id}?\noptions:\n  - {{text: Red, feedback: Stop.}}\n  - {{text: Green, correct: true, feedback: Go.}}\n  - {{text: Blue, feedback: Not blue.}}\n```\n"
RULE = "```rule\nid: receipt\nrule: Ask for a receipt.\nwhy: It shows where it was bought.\nflex: A card slip will do.\ncases:\n  - {case: It was a gift., bend: true}\n  - {case: It is worn out., bend: false}\nnot_why: It is polite.\n```\n"
CARDS = "```cards\nid: coffees\ncards:\n  - {id: latte, front: Latte, back: Much milk}\n  - {id: mocha, front: Mocha, back: Chocolate}\n  - {id: flat, front: Flat white, back: Little milk}\n```\n"
COURSE = {
    "course.yaml": "id: c-1\ntitle: C\npublish: {targets: [site]}\n",
    "01-a.md": "---\nid: a\ntitle: A\n---\n\nText.\n\n## One {#one}\n\nMore text.\n\n" + QUESTION.format(id="q1") + QUESTION.format(id="q2"),
    "02-b.md": "---\nid: b\ntitle: B\n---\n\n## Rules {#rules}\n\n" + RULE + "\n## Coffees {#menu}\n\n" + CARDS,
    "03-c.md": "---\nid: c\ntitle: C\n---\n\n## Draw {#draw}\n\n```quiz\nid: d\ndraw: 1\nfrom: pool\n```\n",
    "banks/pool.yaml": "- {id: p1, statement: Yes., correct: true, explanation: E}\n- {id: p2, statement: No., correct: false, explanation: E}\n",
}


class Workshop:
    """A course that is edited and published."""

    def __init__(self, root: Path) -> None:
        self.folder, self.output = root / "courses/course", root / "output"
        self.write(COURSE)

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        (self.folder / name).write_text(text.replace(old, new, 1), "utf-8")

    def note(self, name: str, of: str, kind: str, day: str = "2026-11-22") -> None:
        """Write an entry of the change ledger."""
        text = (self.folder / name).read_text("utf-8")
        entry = f"  - {{date: {day}, of: {of}, kind: {kind}, note: Because.}}\n"
        self.edit(name, "changes:\n", f"changes:\n{entry}") if "changes:\n" in text else self.edit(name, "title:", f"changes:\n{entry}title:")

    def publish(self, **more: Any) -> Publication:
        return publish_course(self.folder, self.output, DAY, kept=KEPT, **more)

    def refusal(self) -> str:
        """Return the frames of what keeps it from being published."""
        before = self.lock.read_bytes()
        result = self.publish()
        assert result.refused and not result.files and self.lock.read_bytes() == before
        return "\n".join(frame(finding, self.folder) for finding in result.findings if finding.severity != "hint")

    def hints(self) -> list[str]:
        return [finding.id for finding in self.publish(dry=True).findings]

    @property
    def lock(self) -> Path:
        return self.folder / "course.lock"

    @property
    def locked(self) -> dict[str, Any]:
        return json.loads(self.lock.read_text("utf-8"))

    def outline(self) -> dict[str, Any]:
        """Return what the player is told, as last built."""
        text = next((self.output / "course/site").glob("outline.*.js")).read_text("utf-8")
        return json.loads(text.removeprefix("tuokio.outline(").removesuffix(")\n"))

    def built(self) -> dict[str, Any]:
        """Build without publishing, and return what the player is told."""
        assert not build(self.folder, self.output, ["site"], kept=KEPT).failed
        return self.outline()


@pytest.fixture
def course(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture
def published(course: Workshop) -> Workshop:
    result = course.publish()
    assert 1 == result.version and not result.refused, result.findings
    return course


def test_a_course_never_published_is_version_0_and_then_1(course: Workshop) -> None:
    assert 0 == course.built()["version"]
    course.publish()
    assert 1 == course.outline()["version"] == course.built()["version"]
    assert {"a", "b", "c"} == set(course.locked["modules"]) and {"q1", "q2", "receipt", "receipt.a", "coffees.latte.back", "d", "p1"} <= set(course.locked["items"])
    assert not {"changed", "stale", "replaced"} & set(course.outline()), "nothing came before"


def test_publishing_again_without_a_change_leaves_the_version_and_the_bytes(published: Workshop) -> None:
    before = published.lock.read_bytes()
    assert 1 == published.publish().version and published.lock.read_bytes() == before
    published.edit("course.yaml", "title: C", "title: C\nlanguages: [en, fi]")
    published.write({"01-a.fi.md": "---\ntitle: Aa\n---\n\nTeksti.\n"})
    assert 1 == published.publish().version and published.lock.read_bytes() == before, "a translation is no other course"


def test_to_ask_something_of_others_is_a_version_so_that_who_was_done_before_is_not_taken_for_done(published: Workshop) -> None:
    published.edit("course.yaml", "title: C", "title: C\nroles: {staff: Staff, lead: Lead}")
    published.edit("03-c.md", "title: C", "title: C\naudience: [lead]")
    assert 2 == published.publish().version
    published.edit("03-c.md", "audience: [lead]", "audience: [staff, lead]")
    assert 3 == published.publish().version
    published.edit("course.yaml", "title: C", "title: C\ncompletion: {mastery: 80%}")
    assert 4 == published.publish().version == published.publish().version


def test_a_typo_that_makes_another_answer_right_is_asked_about(published: Workshop) -> None:
    published.edit("01-a.md", "- {text: Red, feedback: Stop.}\n  - {text: Green, correct: true, feedback: Go.}", "- {text: Red, correct: true, feedback: Go.}\n  - {text: Green, feedback: Stop.}")
    published.note("01-a.md", "q1", "typo")
    assert ["other-answer"] == published.hints()
    published.edit("01-a.md", "kind: typo", "kind: changed")
    assert [] == published.hints()


@pytest.mark.parametrize("name, old, new, of", [
    ("01-a.md", "Which, q1?", "What, q1?", "q1"),
    ("01-a.md", "- {text: Red, feedback: Stop.}", "- {text: Red, correct: true, feedback: Stop.}", "q1"),
    ("02-b.md", "It was a gift.", "It was a present.", "receipt"),
    ("02-b.md", "Much milk", "A lot of milk", "coffees.latte"),
    ("banks/pool.yaml", "statement: Yes.", "statement: Certainly.", "p1"),
])
def test_what_is_graded_and_changed_unsaid_is_refused_with_the_entry_to_write(name: str, old: str, new: str, of: str, published: Workshop) -> None:
    published.edit(name, old, new)
    told = published.refusal()
    assert "[unclassed-change]" in told and f"--> {name}:" in told
    file, entry = re.search(r"top of (\S+), first under `changes:`: `- (\{.*?\})`", told).groups()
    assert 1 == told.count("[unclassed-change]") and f"of: {of}," in entry
    published.edit(file, "title:", f"changes:\n  - {entry}\ntitle:")
    assert 2 == published.publish().version


@pytest.mark.parametrize("kind, stale, opened", [("typo", False, False), ("clarified", False, False), ("changed", True, True)])
def test_only_what_changed_is_open_again(kind: str, stale: bool, opened: bool, published: Workshop) -> None:
    rev = published.locked["items"]["q1"]["met"][0][0]
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", "q1", kind)
    assert [("q1", kind)] == published.publish().comparison.classed
    outline = published.outline()
    assert outline.get("stale", {}) == ({"q1": [rev]} if stale else {})
    assert [row[:4] for row in outline.get("changed", [])] == ([["a", "one", "q1", 2]] if opened else [])
    assert all(row[4] > 0 for row in outline.get("changed", []))


@pytest.mark.parametrize("of", ["one", "a"])
def test_an_entry_of_the_step_or_the_module_speaks_for_what_is_in_it(of: str, published: Workshop) -> None:
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", of, "changed")
    assert not published.publish().refused
    assert [row[:4] for row in published.outline()["changed"]] == [["a", "one" if of == "one" else "", of, 2]]


def test_a_step_with_its_modules_id_is_what_an_entry_means(published: Workshop) -> None:
    published.edit("01-a.md", "## One {#one}", "## All {#a}\n\nText.\n\n## One {#one}")
    published.publish()
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", "a", "changed")
    assert "[unclassed-change]" in published.refusal()


def test_an_entry_that_was_published_says_nothing_of_the_next_change(published: Workshop) -> None:
    for text, version in (("What", 2), ("Whose", 3)):
        published.edit("01-a.md", "Which, q1?" if version == 2 else "What, q1?", f"{text}, q1?")
        if version == 3:
            assert "[unclassed-change]" in published.refusal()
        published.note("01-a.md", "q1", "clarified", "2026-11-22")
        assert version == published.publish().version, "two alike on one day are two"


def test_an_authors_working_copy_shows_what_the_next_version_will(published: Workshop) -> None:
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", "q1", "changed")
    preview = published.built()
    published.publish()
    after = published.outline()
    assert (1, 2) == (preview["version"], after["version"])
    assert [preview[key] for key in ("changed", "stale", "content")] == [after[key] for key in ("changed", "stale", "content")]


def test_rolling_back_gives_everything_its_revision_and_its_results_again(published: Workshop) -> None:
    before, first = {name: (published.folder / name).read_text("utf-8") for name in COURSE}, published.locked["items"]
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", "q1", "changed")
    published.publish()
    later = published.locked["items"]["q1"]["met"][-1][0]
    published.edit("01-a.md", "  - {date: 2026-11-22, of: q1, kind: changed, note: Because.}\n", "  - {date: 2026-11-22, of: q2, kind: typo, note: N.}\n")
    assert ["forgotten-change"] == published.hints(), "the ledger alone was tidied"
    published.write(before)
    result = published.publish()
    assert not result.findings and 3 == result.version and [("q1", "back")] == result.comparison.classed
    outline = published.outline()
    assert "changed" not in outline and {"q1": [later]} == outline["stale"]
    assert {id: one["n"] for id, one in first.items()} == {id: one["n"] for id, one in published.locked["items"].items()}
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", "q1", "changed")
    published.publish()
    assert [["a", "one", "q1", 4]] == [row[:4] for row in published.outline()["changed"]], "whoever passed version 3 learnt what is wrong again"


def test_only_a_card_that_changed_must_be_told_of_not_those_it_is_mistaken_for(published: Workshop) -> None:
    published.edit("02-b.md", "Much milk", "A lot of milk")
    published.note("02-b.md", "coffees.latte", "changed")
    result = published.publish()
    assert not result.findings and ("coffees.latte", "changed") in result.comparison.classed
    stale = published.outline()["stale"]
    assert stale and all(id.startswith("coffees.latte.") for id in stale)


def test_text_that_nobody_is_graded_on_is_only_a_hint(published: Workshop) -> None:
    published.edit("01-a.md", "More text.", "Other text.")
    published.edit("02-b.md", "A card slip will do.", "A card slip or a bank statement will do.")
    assert ["untold-change", "untold-change"] == sorted(published.hints())
    published.note("01-a.md", "one", "clarified")
    published.note("02-b.md", "receipt", "clarified")
    assert [] == published.hints() and 2 == published.publish().version


def test_options_that_change_places_keep_their_names_or_are_refused(published: Workshop) -> None:
    rev = published.locked["items"]["q1"]["met"]
    published.edit("01-a.md", "  - {text: Red, feedback: Stop.}\n  - {text: Green, correct: true, feedback: Go.}\n", "  - {text: Green, correct: true, feedback: Go.}\n  - {text: Red, feedback: Stop.}\n")
    published.note("01-a.md", "q1", "clarified")
    told = published.refusal()
    assert "[moved-options]" in told and "`id: a` for “Red”, `id: b` for “Green”" in told
    published.edit("01-a.md", "{text: Green", "{id: b, text: Green")
    published.edit("01-a.md", "{text: Red", "{id: a, text: Red")
    assert not published.publish().refused and published.locked["items"]["q1"]["met"] == rev, "an order that means nothing is no change"


def test_pairs_in_another_order_keep_their_names_and_then_nothing_has_changed(published: Workshop) -> None:
    pairs = "```quiz\nid: pairs\nquestion: What goes with what?\nexplanation: E\nmatch:\n{}```\n"
    published.edit("03-c.md", "## Draw", "## Pairs {#pairs-step}\n\n" + pairs.format("  Receipt: proves\n  Warranty: promises\n") + "\n## Draw")
    published.publish()
    met = published.locked["items"]["pairs"]["met"]
    published.edit("03-c.md", "  Receipt: proves\n  Warranty: promises\n", "  Warranty: promises\n  Receipt: proves\n")
    assert "`id: b` for “Warranty promises”" in published.refusal()
    published.edit("03-c.md", "  Warranty: promises\n  Receipt: proves\n", "  - {id: b, left: Warranty, right: promises}\n  - {id: a, left: Receipt, right: proves}\n")
    assert not published.publish().refused and met == published.locked["items"]["pairs"]["met"]


@pytest.mark.parametrize("name, old, new", [
    ("01-a.md", "question: Which, q1?", "points: 1\nquestion: Which, q1?"),
    ("01-a.md", "question: Which, q1?", "question: Which, q1?\ntags: [one, two]\nconfidence: true"),
    ("01-a.md", "{text: Red,", "{id: a, text: Red, correct: false,"),
    ("01-a.md", "More text.", "More *text*."),
    ("course.yaml", "title: C", "title: C\ntheme: other"),
], ids=["a default that is written", "what changes nothing of it", "an id as it was", "emphasis", "a theme"])
def test_what_means_the_same_is_the_same_revision(name: str, old: str, new: str, published: Workshop) -> None:
    theme = published.folder.parent.parent / "themes/other"
    (theme / "overrides").mkdir(parents=True)
    (theme / "theme.yaml").write_text("name: Other\n", "utf-8")
    (theme / "overrides/question.html").write_text("{% extends \"tuokio/question.html\" %}", "utf-8")
    published.edit(name, old, new)
    result = published.publish()
    assert 1 == result.version and not result.refused, result.findings


def test_an_option_put_before_others_is_seen(published: Workshop) -> None:
    published.edit("01-a.md", "  - {text: Green", "  - {text: Pink, feedback: Stop.}\n  - {text: Green")
    published.note("01-a.md", "q1", "typo")
    assert "`id: b` for “Green”, `id: c` for “Blue”" in published.refusal()


def test_which_text_is_right_is_part_of_a_revision(published: Workshop) -> None:
    published.edit("01-a.md", "{text: Red, feedback: Stop.}\n  - {text: Green, ", "{text: Green, feedback: Stop.}\n  - {text: Red, ")
    assert "q1" in published.refusal()


def test_an_id_that_vanished_is_replaced_or_retired(published: Workshop) -> None:
    published.edit("01-a.md", "id: q1", "id: q1-new")
    told = published.refusal()
    assert "[vanished-id]" in told and "Did you mean `q1-new`? Then write `id: q1` there again." in told and "--> 01-a.md:8" in told
    published.edit("01-a.md", "id: q1-new", "id: q1-new\nreplaces: q1")
    assert 2 == published.publish().version and {"q1": "q1-new"} == published.outline()["replaced"]
    published.edit("01-a.md", "replaces: q1\n", "")
    assert not published.publish().refused
    assert {"q1": "q1-new"} == published.outline()["replaced"], "the lock remembers it"


def test_of_two_that_took_one_place_both_are_named_and_one_holds(published: Workshop) -> None:
    published.edit("01-a.md", "id: q1\n", "id: q1-new\nreplaces: q1\n")
    published.edit("02-b.md", "id: receipt", "id: receipt-new\nreplaces: [receipt, q1]")
    told = published.refusal()
    assert 1 == told.count("[replaced-twice]") and "Both `q1-new` and `receipt-new` say that they took the place of `q1`. Only `receipt-new` holds." in told and "--> 01-a.md:14" in told
    assert {"q1": "receipt-new", "receipt": "receipt-new"} == published.publish().comparison.lock.replaced
    published.edit("02-b.md", "[receipt, q1]", "receipt")
    assert not published.publish().refused and {"q1": "q1-new", "receipt": "receipt-new"} == published.outline()["replaced"]


def test_two_modules_that_took_one_place_are_named_too(published: Workshop) -> None:
    text = (published.folder / "02-b.md").read_text("utf-8").replace("id: b\n", "id: b1\nreplaces: b\n")
    (published.folder / "02-b.md").unlink()
    published.write({"02-b1.md": text, "04-b2.md": "---\nid: b2\ntitle: B2\nreplaces: b\n---\n\nText.\n"})
    told = published.refusal()
    assert "Both `b1` and `b2` say that they took the place of `b`. Only `b2` holds." in told


def test_a_change_of_a_day_to_come_is_a_hint(published: Workshop) -> None:
    published.edit("01-a.md", "Text.", "Other text.")
    published.note("01-a.md", "a", "clarified", "2026-11-22")
    assert "future-change" not in published.hints()
    published.edit("01-a.md", "2026-11-22", "2026-11-23")
    result = published.publish()
    (hint,) = [finding for finding in result.findings if finding.id == "future-change"]
    assert not result.refused and "2026-11-23" in hint.message and "`date: 2026-11-22`" in hint.cure


def test_a_note_pasted_from_a_cure_is_not_published(published: Workshop) -> None:
    published.note("01-a.md", "a", "clarified")
    published.edit("01-a.md", "Because.", "…")
    assert "[empty-note]" in published.refusal()


def test_what_is_retired_is_kept_with_its_number_and_gets_it_back(published: Workshop) -> None:
    number = published.locked["items"]["q2"]["n"]
    text = (published.folder / "01-a.md").read_text("utf-8")
    published.write({"01-a.md": text.replace(QUESTION.format(id="q2"), ""), "course.yaml": COURSE["course.yaml"] + "retired: q2\n"})
    assert ["q2"] == published.publish().comparison.gone
    published.write({"01-a.md": text.replace(QUESTION.format(id="q2"), QUESTION.format(id="q3"))})
    published.publish()
    assert number not in [one["n"] for id, one in published.locked["items"].items() if id != "q2"]
    published.write({"01-a.md": text + QUESTION.format(id="q3")})
    assert "`q2` is still in the course." in published.refusal()
    published.write({"course.yaml": COURSE["course.yaml"]})
    published.publish()
    assert number == published.locked["items"]["q2"]["n"] and "gone" not in published.locked["items"]["q2"]


def test_a_module_goes_with_what_is_in_it_and_a_renamed_file_is_no_change(published: Workshop) -> None:
    (published.folder / "02-b.md").rename(published.folder / "05-rules.md")
    assert 1 == published.publish().version
    (published.folder / "05-rules.md").unlink()
    told = published.refusal()
    assert 1 == told.count("[vanished-id]") and "The module `b`" in told
    published.write({"course.yaml": COURSE["course.yaml"] + "retired: [b]\n"})
    assert ["b"] == [id for id in published.publish().comparison.gone if id in ("a", "b", "c")]


def test_a_card_that_went_away_is_asked_after(published: Workshop) -> None:
    published.edit("02-b.md", "  - {id: mocha, front: Mocha, back: Chocolate}\n", "")
    assert "`coffees.mocha` was published in version 1" in published.refusal()
    published.note("02-b.md", "coffees", "clarified")
    assert 2 == published.publish().version


def test_an_id_that_was_never_written_is_refused_and_a_warning_too(course: Workshop) -> None:
    course.edit("01-a.md", "id: q1\n", "")
    result = course.publish()
    assert result.refused and not course.lock.exists() and any("tuokio check --fix" in finding.cure for finding in result.findings)
    course.write(COURSE)
    course.edit("01-a.md", "Text.", "Text. ![](media/none.png)")
    assert course.publish().refused and not course.lock.exists()


@pytest.mark.parametrize("damage, id", [
    (lambda text: text[: len(text) // 2], "damaged-lock"),
    (lambda text: text.replace('"n": 1}', '"n": 0}', 1), "damaged-lock"),
    (lambda text: text.replace('"version": 1,', '"version": 7,'), "damaged-lock"),
    (lambda text: text.replace('"format": 1', '"format": 2'), "later-lock"),
    (lambda text: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n", "lock-conflict"),
    (lambda text: text.replace('"c-1"', '"other"'), "other-course-id"),
    (lambda text: "\0\xff" * 9, "damaged-lock"),
    (lambda text: "[" * 100_000, "damaged-lock"),
    (lambda text: "3", "damaged-lock"),
], ids=["cut off", "a number twice", "a version missing", "a later Tuokio's", "two at once", "another course's", "no text", "a bomb", "a number"])
def test_a_lock_that_cannot_be_trusted_stops_a_publish_and_never_a_build(damage: Callable[[str], str], id: str, published: Workshop) -> None:
    published.lock.write_text(damage(published.lock.read_text("utf-8")), "utf-8")
    assert f"[{id}]" in published.refusal()
    assert 0 == published.built()["version"]


def test_two_who_publish_in_one_moment_publish_one_after_the_other(published: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    published.edit("01-a.md", "More text.", "Other text.")
    theirs = published.lock.read_text("utf-8").replace("2026-11-22", "2026-11-21")

    def write_too(*given: Any) -> list[Path]:
        published.lock.write_text(theirs, "utf-8")
        return write_targets(*given)

    monkeypatch.setattr("tuokio.publish.write_targets", write_too)
    result = published.publish()
    assert result.refused and not result.files and "lock-conflict" in [finding.id for finding in result.findings]
    assert theirs == published.lock.read_text("utf-8"), "the other's is not lost"


def test_a_dry_run_writes_nothing(course: Workshop) -> None:
    result = course.publish(dry=True)
    assert 1 == result.version and not result.files and not course.lock.exists() and not course.output.exists()


def test_a_lock_says_what_it_is_and_has_one_thing_a_line(published: Workshop) -> None:
    lines = published.lock.read_text("utf-8").split("\n")
    assert "never edit it" in lines[1]
    published.edit("01-a.md", "Which, q1?", "What, q1?")
    published.note("01-a.md", "q1", "clarified")
    published.publish()
    fresh = [line for line in published.lock.read_text("utf-8").split("\n") if line not in lines]
    assert len(fresh) <= 6, "version, its day, the entry, and q1"
