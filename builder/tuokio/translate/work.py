"""What there is to translate in a course, and what comes back into its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tuokio import disk, words
from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.following import GLOSSARY, Signs, name_entry
from tuokio.read.source import load
from tuokio.read.wording import sign
from tuokio.text import encode
from tuokio.translate import glossary, phrases, settings, sheet
from tuokio.translate.marked import gather_follows
from tuokio.translate.module import write_translation
from tuokio.translate.pair import Pair, pair
from tuokio.translate.protect import find_difference
from tuokio.translate.text import State, Text, Told


@dataclass
class Outcome:
    """What came of an import."""

    language: str = ""
    taken: int = 0
    """Texts that are written now."""
    files: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def list_pairs(course: Course, language: str) -> list[Pair]:
    """Return every module and bank of a course beside its translation into a language."""
    edition = next((one for one in course.editions[1:] if one.language == language), None)
    there = {one.source: one for one in (*edition.modules, *edition.banks) if one.source} if edition else {}
    pairs = []
    for module in (*course.modules, *(bank for bank in course.source.banks if bank.path.is_relative_to(course.folder))):
        source = load(module.path, [])
        translated = there.get(module)
        text = load(translated.path, []) if translated else None
        if source:
            pairs.append(pair(module, source, language, translated, text, course.following.steps(translated.entry) if translated else None))
    return pairs


def list_texts(course: Course, language: str, *, with_phrases: bool | None = None) -> list[Text]:
    """Return all texts of a course beside their translations. Tuokio's own phrases are among them where it does not speak the language, or if asked for."""
    texts = [] if course.single else settings.list_texts(course, language)
    texts += [item.text for one in list_pairs(course, language) for item in one.items]
    texts += glossary.list_texts(course, language)
    if with_phrases if with_phrases is not None else not words.is_shipped(language) and not course.single:
        texts += phrases.list_texts(course.folder, course.language, language)
    return texts


def take_in(course: Course, path: Path) -> Outcome:
    """Write what came back in a sheet into the files of the translation. A row that cannot be taken is a finding, and all others are."""
    outcome = Outcome()
    outcome.language, rows = sheet.read(path, outcome.findings)
    language = outcome.language
    if not language or not _fits(course, language, path, outcome):
        return outcome
    texts = {one.id: one for one in list_texts(course, language, with_phrases=True)}
    told = _accept(rows, texts, path, outcome)
    _write(course, language, told, outcome)
    outcome.taken = len(told)
    return outcome


def _fits(course: Course, language: str, path: Path, outcome: Outcome) -> bool:
    if not words.is_known(language):
        outcome.findings.append(Finding("unusable-language", Severity.ERROR, Span(path), f"The sheet says it is in `{language}`, and there is no such language.", "Mend the head of its column Translation: `Translation (et)`."))
    elif language == course.language:
        outcome.findings.append(Finding("unusable-language", Severity.ERROR, Span(path), f"The sheet is in `{language}`, in which the course is written.", "Mend the head of its column Translation: `Translation (et)`."))
    else:
        return True
    return False


def _accept(rows: list[sheet.Returned], texts: dict[str, Text], path: Path, outcome: Outcome) -> dict[str, Told]:
    """Return what can be written, by the ids of the texts."""
    told: dict[str, Told] = {}
    lines: dict[str, int] = {}
    signs = {id: sign(text.source) for id, text in texts.items()}

    def say(row: sheet.Returned, id: str, message: str, cure: str, severity: Severity = Severity.WARNING) -> None:
        outcome.findings.append(Finding(id, severity, Span(path, row.line), f"Row {row.line}: {message}", cure))

    for row in rows:
        text = texts.get(_follow(row, texts, signs))
        if text is None:
            if row.translation:
                say(row, "unknown-row", f"the course has no text `{row.id}`, so this is left out.", did_you_mean(row.id, texts) or "It may have gone since the sheet was made: export a new one.")
            continue
        if not row.translation or row.translation == text.theirs and not (row.is_done and text.state is not State.DONE):
            continue
        if difference := find_difference(row.source or text.source, row.translation, text.theirs, text.kind):
            say(row, "placeholders-differ", f"{difference}, so this is left out.", "Copy from the source what must stay as it is: `{{ values }}`, code, where links lead, gaps.")
            continue
        if row.source and sign(row.source) != signs[text.id]:
            say(row, "source-changed", "the source has changed since the sheet was made. The translation is written, and still needs a look.", f"`tuokio translate export {outcome.language}` shows it as changed.", Severity.HINT)
        if text.id in told and told[text.id].text != row.translation:
            say(row, "repeated-row", f"row {lines[text.id]} has the same text to translate (`{text.id}`) and another translation. This one is written.", "Look which of the two is right, leave the other row out, and import again.")
        lines[text.id] = row.line
        told[text.id] = Told(row.translation, sign(row.source or text.source))
    for row in rows:
        if row.id in told and (lacking := _find_half(row.id, texts, told)):
            say(row, "half-translated", f"`{lacking}` is not translated yet, and this cannot be written without it.", "Fill in that row too.", Severity.HINT)
            del told[row.id]
    return told


def _find_half(id: str, texts: dict[str, Text], told: dict[str, Told]) -> str:
    """Return which other text a term, its explanation or a plural form needs beside it, and lacks."""
    room, _, last = id.rpartition("/")
    if not id.startswith((f"{glossary.PREFIX}/", f"{phrases.PREFIX}/")) or room == phrases.PREFIX:
        return ""
    return next((other for other, text in texts.items() if other != id and other.rpartition("/")[0] == room and other not in told and not text.theirs), "")


def _follow(row: sheet.Returned, texts: dict[str, Text], signs: dict[str, str]) -> str:
    """Return the id a row's text has now: one that is known by its number may have moved."""
    home, _, number = row.id.rpartition("/")
    mark = sign(row.source)
    if not number.isdigit() or signs.get(row.id) == mark:
        return row.id
    return next((id for id in texts if id.startswith(f"{home}/") and signs[id] == mark and id.rpartition("/")[2].isdigit()), row.id)


def _write(course: Course, language: str, told: dict[str, Told], outcome: Outcome) -> None:
    noted: dict[str, Mapping[str, Signs]] = {}
    for one in list_pairs(course, language):
        if mine := {item.text.id: told[item.text.id] for item in one.items if item.text.id in told}:
            noted[_name_entry(one)] = gather_follows(one, mine)
            _save(name_translation(one, language), write_translation(one, mine), outcome)
    if mine := {id: one for id, one in told.items() if id.startswith(f"{glossary.PREFIX}/")}:
        file = course.folder / f"glossary.{language}.yaml"
        text, noted[name_entry(language, GLOSSARY)] = glossary.write_glossary(_read(file), course, language, mine)
        _save(file, text, outcome)
    _note(course, noted, outcome)
    if mine := {id: one for id, one in told.items() if id.startswith(f"{phrases.PREFIX}/")}:
        file = course.folder / "words" / f"{language}.yaml"
        _save(file, phrases.write_phrases(_read(file), course.folder, language, mine), outcome)
    config = course.folder / settings.FILE
    mine = {id: one for id, one in told.items() if id.startswith(f"{settings.PREFIX}/")}
    if config.is_file() and (mine or told and language not in course.settings.languages):
        _save(config, settings.write_settings(_read(config), course, language, mine), outcome)
    elif told and language not in course.settings.languages:
        outcome.findings.append(Finding("language-not-listed", Severity.WARNING, Span(config), f"The course does not say that it is in `{language}` too.", f"Make a file course.yaml beside its modules and write in it: `languages: [{', '.join([*course.settings.languages, language])}]`."))


def name_translation(one: Pair, language: str) -> Path:
    """Return the file in which the translation of a module or a bank is, or will be."""
    if one.translation:
        return one.translation.source.path
    path = one.module.path
    return path.with_name(f"{path.stem}.{language}{path.suffix}")


def _read(path: Path) -> str:
    source = load(path, []) if path.is_file() else None
    return source.text if source else ""


def _save(path: Path, text: str, outcome: Outcome) -> None:
    """Write a file as it was written before, and only if it says something else now."""
    old = path.read_bytes() if path.is_file() else b""
    if b"\r\n" in old:
        text = text.replace("\n", "\r\n")
    data = encode(text, old)
    if data != old and text.strip():
        disk.write(path, data)
        outcome.files.append(path)


def _note(course: Course, noted: Mapping[str, Mapping[str, Signs]], outcome: Outcome) -> None:
    known = course.entries
    if course.following.write(noted, None if known is None else known | noted.keys()):
        outcome.files.append(course.following.path)


def _name_entry(one: Pair) -> str:
    return name_entry(one.language, one.module.id, is_bank=one.module.is_bank)


def mark(course: Course, path: Path) -> Path | None:
    """Note of a translation that it follows its source as it is now; None if the file is none."""
    for edition in course.editions[1:]:
        for one in list_pairs(course, edition.language):
            if one.translation and one.translation.source.path.resolve() == path.resolve():
                _note(course, {_name_entry(one): gather_follows(one, {}, all_is_well=True)}, Outcome())
                return path
        if edition.glossary and edition.glossary is not course.source.glossary and edition.glossary.path.resolve() == path.resolve():
            _note(course, {edition.glossary.entry: glossary.mark(course, edition.language)}, Outcome())
            return path
    return None
