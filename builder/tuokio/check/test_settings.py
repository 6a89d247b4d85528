"""What is said of roles, targets and ledgers that are there and empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.finding import Finding

SETTINGS = "id: c\ntitle: C\nlanguages: [en, fi]\n"


def find(folder: Path, settings: str = "", front: str = "", translated: str = "") -> list[Finding]:
    """Return the warnings and errors of a course of one module."""
    (folder / "course.yaml").write_text(SETTINGS + settings, "utf-8")
    (folder / "01-m.md").write_text(f"---\nid: m\ntitle: M\n{front}---\n\nText.\n", "utf-8")
    if translated:
        (folder / "01-m.fi.md").write_text(f"---\ntitle: M\n{translated}---\n\nTeksti.\n", "utf-8")
    return [finding for finding in prepare(folder)[1] if finding.severity != "hint"]


@pytest.mark.parametrize("note", ["…", "...", '""', '" … "', "….", "N."])
def test_a_note_that_says_nothing_is_told_of(note: str, tmp_path: Path) -> None:
    found = find(tmp_path, front=f"changes:\n  - {{date: 2026-11-01, of: m, kind: changed, note: {note}}}\n")
    assert ([] if note == "N." else [("empty-note", 5)]) == [(finding.id, finding.span.line) for finding in found]


def test_a_translation_has_notes_of_its_own(tmp_path: Path) -> None:
    entry = "changes:\n  - {{date: 2026-11-01, of: m, note: {}}}\n"
    (found,) = find(tmp_path, front=entry.format("N."), translated=entry.format("…"))
    assert ("empty-note", "01-m.fi.md") == (found.id, found.span.path.name)


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ('{a: "", b: " ", c: Cook}', ["The role `a` has no name,", "The role `b` has no name,"]),
        ('{a: {en: Cook, fi: " "}}', ["The role `a` has no name in `fi`,"]),
        ("{a: Cook, b: {en: Baker, fi: Leipuri}}", []),
    ],
)
def test_a_role_has_a_name(roles: str, told: list[str], tmp_path: Path) -> None:
    found = [finding for finding in find(tmp_path, settings=f"roles: {roles}\n") if finding.id == "nameless-role"]
    assert len(told) == len(found) and all(finding.message.startswith(text) and finding.span.line == 4 and finding.cure for finding, text in zip(found, told, strict=True))


@pytest.mark.parametrize("publish, told", [("{targets: []}", ["no-target"]), ("{targets: site}", []), ("{}", [])])
def test_publishing_makes_something(publish: str, told: list[str], tmp_path: Path) -> None:
    assert told == [finding.id for finding in find(tmp_path, settings=f"publish: {publish}\n")]
