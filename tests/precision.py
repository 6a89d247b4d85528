"""How often the rules are right, on questions and texts that people have labelled. For tests/test_precision.py and tests/bench/precision.py.

A corpus is a file of `tests/corpus/`: its `language`, and `entries`. What an entry is, in one of these ways: `quiz`, the lines of a fence; `module`, Markdown;
`rows`, questions in few words, `Stem? | wrong | *right`, `+true statement`, `-false statement` (with `more`, lines for each). Around it `front`, `settings` and
`files: {name: text}`, and `rendered: true` where what a page makes of it matters. `told` are the findings that an experienced editor would have of it, or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tuokio.build import prepare
from tuokio.check import check
from tuokio.finding import Finding, Severity
from tuokio.kept import Kept
from tuokio.read import read

CORPUS = Path(__file__).parent / "corpus"
GRAVE = {"no-correct-option", "two-correct-options", "all-options-correct", "identical-options", "option-by-place", "option-without-feedback", "answer-without-feedback", "duplicate-id", "duplicate-key", "yaml-alias", "vanished-id"}
"""Findings that research would let stop a build, though here most stop only a publish."""
LEAST = {"grave": 0.98, Severity.ERROR: 0.98, Severity.WARNING: 0.85, Severity.HINT: 0.6}
"""The share of findings that have to be right."""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><rect width="400" height="300" fill="#888"/></svg>'
FEEDBACK = "The house has agreed on it, and the folder says why it is so."


@dataclass
class Tally:
    """How a finding fared."""

    hit: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Where it was told and should not have been."""
    severity: str = ""

    @property
    def precision(self) -> float:
        """The share of what was told that is so."""
        return self.hit / (self.hit + len(self.wrong)) if self.hit or self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is so that was told."""
        return self.hit / (self.hit + len(self.missed)) if self.hit or self.missed else 1.0


def list_entries(corpus: Path = CORPUS) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the entries, each with its name and its language."""
    for path in sorted(corpus.rglob("*.yaml")):
        found = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # texts stay what was typed
        for number, entry in enumerate(found["entries"], 1):
            yield f"{path.parent.name}/{path.stem} {number}", entry.get("language", found["language"]), entry


def inspect(entry: dict[str, Any], language: str, folder: Path) -> list[Finding]:
    """Return what is said of an entry, less that it is only an extract."""
    settings = {"id": "corpus", "title": "Corpus", "languages": [language], **entry.get("settings", {})}
    front = {"id": "entry", "title": "Entry", **entry.get("front", {})}
    text = entry.get("module", "")
    if "quiz" in entry:
        quiz = entry["quiz"]
        text += f"\n\n```quiz\n{quiz if quiz.lstrip().startswith('-') or quiz.startswith('id:') else 'id: asked' + chr(10) + quiz}\n```\n"
    for number, row in enumerate(entry.get("rows", [])):
        text += f"\n\n```quiz\nid: q{number}\n{_write(row)}{entry.get('more', '')}\n```\n"
    files = {"course.yaml": yaml.safe_dump(settings, allow_unicode=True), "01-entry.md": f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n\n{text}", "media/picture.svg": PICTURE, **entry.get("files", {})}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    if entry.get("rendered"):
        found = prepare(folder)[1]
    else:  # a page takes ten times as long as everything else
        found = []
        course = read(folder, found, kept := Kept())
        found += check(course, kept) if course else []
    return [finding for finding in found if finding.id != "missing-id"]


def _write(row: str) -> str:
    if row[0] in "+-":
        return f'statement: "{row[1:]}"\ncorrect: {str(row[0] == "+").lower()}\nfeedback: {FEEDBACK}\n'
    stem, *options = row.split(" | ")
    return f'question: "{stem}"\nfeedback: {FEEDBACK}\noptions:\n' + "".join(f'  - {{text: "{option.lstrip("*")}"{", correct: true" if option[0] == "*" else ""}}}\n' for option in options)


def measure(folder: Path, corpus: Path = CORPUS) -> tuple[dict[str, Tally], Counter[str]]:
    """Return how each finding fared, and how many entries are clean and how many faulty."""
    tallies: dict[str, Tally] = {}
    counts: Counter[str] = Counter()
    for number, (name, language, entry) in enumerate(list_entries(corpus)):
        meant = set(entry.get("told", []))
        found = {finding.id: finding for finding in inspect(entry, language, folder / str(number))}
        counts["faulty" if meant else "clean"] += 1
        for id in meant | found.keys():
            tally = tallies.setdefault(id, Tally())
            if id in found:
                tally.severity = str(found[id].severity)
            if id in meant and id in found:
                tally.hit += 1
            elif id in found:
                tally.wrong.append(name)
            else:
                tally.missed.append(name)
    return tallies, counts


def sum_up(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """Return the findings together by how much they weigh."""
    sums: dict[str, Tally] = {}
    for id, tally in tallies.items():
        one = sums.setdefault("grave" if id in GRAVE else tally.severity, Tally())
        one.hit += tally.hit
        one.missed += tally.missed
        one.wrong += tally.wrong
    return {name: one for name, one in sums.items() if name}
