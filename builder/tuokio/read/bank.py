"""Question banks: a YAML list of questions is read as a module without text, so ids, translations and findings are those of modules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.blocks.question import Question
from tuokio.course import Course, Edition, Module, Step
from tuokio.disk import is_reserved
from tuokio.fields import make_id
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept
from tuokio.read import yaml
from tuokio.read.block import Fence, Pair, read_entries
from tuokio.read.files import list_banks, stem_of, tell_translations
from tuokio.read.module import Circumstances
from tuokio.read.naming import name_translations
from tuokio.read.source import Source, load
from tuokio.read.wording import note_worded
from tuokio.settings import Drawing, FrontMatter

FOLDER = "banks"
SHAPE = "Write its questions as a list: each begins with `- ` at the left edge, and its keys are those of a `quiz` block."
Around = Callable[[Edition], Circumstances]
Translations = dict[str, dict[Path, Path]]
"""Language → bank → its translation."""


def read_banks(course: Course, around: Around, findings: list[Finding], kept: Kept) -> Translations:
    """Read the course's banks in the language they are written in, and return where their translations are."""
    translations: Translations = {}
    for folder, language, wanted in _list_folders(course):
        files = list_banks(folder, wanted, findings)
        own, theirs = tell_translations(files, course.settings.languages, "bank", findings)
        for file in own:
            if not _can_be_named(file, findings):
                continue
            source = load(file, findings)
            if source is None:
                course.source.banks.append(Module(stem_of(file), "", file, FrontMatter(), language, is_bank=True))  # it is there; why it cannot be read is told
            else:
                circumstances = replace(around(course.source), language=language)
                bank, found = kept.get(("bank", file), (source.text, circumstances), lambda: _read(source, circumstances))  # noqa: B023 – called at once
                findings += found
                course.source.banks.append(bank)
            for tongue, named in theirs.items():
                if stem_of(file) in named:
                    translations.setdefault(tongue, {})[file] = named[stem_of(file)]
    return translations


def translate_banks(edition: Edition, course: Course, translations: Translations, around: Around, findings: list[Finding], kept: Kept) -> None:
    """Give an edition its banks; one that is not translated stands there as in the source."""
    for source in course.source.banks:
        file = translations.get(edition.language, {}).get(source.path)
        text = load(file, findings) if file else None
        if text is None:
            edition.banks.append(source)
            continue
        note_worded(source)
        circumstances = around(edition)
        made_of = (text.text, circumstances, source, tuple(block.id for block in source.blocks))
        bank, found = kept.get(("bank", file), made_of, lambda: _read(text, circumstances, source), lent=source.lent)  # noqa: B023 – called at once
        findings += found
        name_translations(bank, findings)
        edition.banks.append(bank)


def _list_folders(course: Course) -> Iterator[tuple[Path, str, set[str] | None]]:
    """Yield where banks are, their language, and which of them are wanted: all of a course's own.

    A kind's example, shown in a manual, has its bank beside it as a course has.
    """
    named: dict[tuple[Path, str], set[str]] = {}
    for module in course.modules:
        for drawing, find in module.drawings:
            language = drawing.language if isinstance(drawing, Block) else module.language
            named.setdefault((find().path.parent, language), set()).update(drawing.banks)
    own = (course.folder, course.language)
    yield course.folder / FOLDER, course.language, named.pop(own, set()) if course.single else None
    yield from ((folder / FOLDER, language, wanted) for (folder, language), wanted in named.items() if folder != course.folder)


def _can_be_named(file: Path, findings: list[Finding]) -> bool:
    name = stem_of(file)
    if re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", name) and not is_reserved(name):
        return True
    better = make_id(name, "bank")
    why = "Windows keeps that name for itself" if is_reserved(name) else "it may only have small letters a–z, digits and hyphens"
    findings.append(Finding("unusable-id", Severity.ERROR, Span(file), f"`{name}` cannot be the name of a bank: {why}.", f"Rename the file to `{f'{better}-1' if is_reserved(better) else better}.yaml`."))
    return False


def _read(source: Source, around: Circumstances, original: Module | None = None) -> tuple[Module, list[Finding]]:
    """Read a bank, or the translation of `original`."""
    findings: list[Finding] = []
    path = source.path
    name = original.id if original else stem_of(path)
    bank = Module(id=name, title=name, path=path, front=FrontMatter(), language=around.language, names=around.names, source=original, is_bank=True)
    fence = Fence(Question.fence, source.text, path, 0, 0, around.language)  # its text begins on the line after the backticks
    fenced = re.match(r"(\s*)```.*", source.text)
    if fenced:
        findings.append(Finding("fence-in-bank", Severity.ERROR, source.span(fenced[1].count("\n") + 1), "A bank holds its questions without backticks around them.", "Remove the lines with the backticks. " + SHAPE))
    document = None if fenced else yaml.parse(source.text, path, findings)
    items: list[Block] = []
    if document and not document.data:
        findings.append(Finding("empty-bank", Severity.WARNING, Span(path), "There is no question in this bank yet.", SHAPE))
    elif document and isinstance(document.data, str):
        findings.append(Finding("wrong-shape", Severity.ERROR, Span(path), "A bank is a list of questions, and this is a text.", SHAPE))
    elif document and (key := _find_list(document.data)):
        findings.append(Finding("wrong-shape", Severity.ERROR, document.span((key,), key=True), "A bank is the list itself, with nothing around it.", f"Remove the line `{key}:` and let each question begin with `- ` at the left edge."))
    elif document:
        items = list(read_entries(fence, document, _pair_with(original, document.data) if original else None, findings, (original or bank).unread))
    for item in items:
        if isinstance(item, Drawing):
            findings.append(Finding("draw-in-bank", Severity.WARNING, item.span(), "A bank holds questions and cannot draw from another, so this is left out.", "Name both banks where the questions are drawn: `from: [one, other]`."))
        else:
            item.inherit(confidence=around.confidence)
    translated = {item.source: item for item in items}
    parts = [translated.get(item, item) for item in original.blocks] if original else [item for item in items if not isinstance(item, Drawing)]
    bank.steps = [Step(FOLDER, "", Span(path), around.language, parts)]
    return bank, findings


def _find_list(data: Any) -> str | None:
    """Return the key under which someone has put the questions of a bank, if they did."""
    if not isinstance(data, dict) or any(key in blocks.shapes(Question.fence) for key in data):
        return None
    return next((key for key, value in data.items() if isinstance(value, list) and all(isinstance(entry, dict) for entry in value)), None)


def _pair_with(original: Module, data: Any) -> Pair:
    """Return what finds the question that an entry translates: by its id, else by its place in the list."""
    by_place = {item.place.at: item for item in original.blocks}
    by_id = {item.id: item for item in original.blocks}
    entries = data if isinstance(data, list) else [data]
    taken = {entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
    places = iter([(number,) for number in range(len(entries))] if isinstance(data, list) else [()])

    def pair(entry: Any) -> Block | None:
        at = next(places)
        if isinstance(entry, dict) and entry.get("id"):
            return by_id.get(entry["id"])
        item = by_place.get(at)
        return item if item and item.id not in taken else None

    return pair
