"""Bringing a file into a course, and a course's questions out of it: the whole of both, from the command line's side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tuokio import disk
from tuokio.blocks.question import Question
from tuokio.course import Course
from tuokio.exchange import Format, formats, recognise
from tuokio.exchange.entry import Entry, Item
from tuokio.exchange.manuscript import Ids, write_bank, write_module
from tuokio.exchange.original import MOST, refuse
from tuokio.exchange.sound import find_fault, leave_out
from tuokio.fields import make_id
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept
from tuokio.read import read
from tuokio.read.block import BLOCK_ID
from tuokio.settings import Drawing
from tuokio.text import clean

NUMBER = re.compile(r"^(\d+)[-_. ]+")
HEADING_ID = re.compile(r"\{#([a-z0-9-]+)\}\s*$", re.M)


@dataclass
class Delivery:
    """What an import came to."""

    findings: list[Finding] = field(default_factory=list)
    questions: int = 0
    left_out: int = 0
    file: Path | None = None
    """What was written; None if nothing was."""
    pictures: list[Path] = field(default_factory=list)
    steps: int = 0


def read_file(path: Path, file: bytes, format: Format, delivery: Delivery) -> list[Entry]:
    """Return the questions of a file that can stand in a course; the others are findings."""
    entries: list[Entry] = []
    for entry in format.read(file, path, delivery.findings):
        if delivery.questions >= MOST:
            delivery.findings.append(Finding("too-many-questions", Severity.WARNING, Span(path, entry.line), f"There are more than {MOST:,} questions; from here on they were left out.", "Export one category at a time."))
            break
        if entry.data and (fault := find_fault(entry)):
            leave_out(entry, path, fault, delivery.findings)
            delivery.left_out += 1
            continue
        delivery.questions += bool(entry.data)
        entries.append(entry)
    return entries


def suggest_place(source: Path, course: Path, title: str, *, bank: bool) -> Path:
    """Return where the questions of a file would stand in a course: after its last module, or among its banks, under a name that is free."""
    stem = make_id(NUMBER.sub("", source.stem) or title, "questions", longest=40)
    stem = f"{stem}-1" if disk.is_reserved(stem) else stem
    if bank:
        return course / "banks" / f"{Ids(path.stem for path in (course / 'banks').glob('*.y*ml')).make(stem, 'questions')}.yaml"
    there = [path.stem for path in course.glob("*.md")]
    number = max((int(match[1]) for one in there if (match := NUMBER.match(one))), default=0) + 1
    return course / f"{number:02}-{Ids(NUMBER.sub('', one) for one in there).make(stem, 'questions')}.md"


def bring(source: Path, place: Path, format: Format | None, *, bank: bool, into_folder: bool) -> Delivery:
    """Read a file of questions and write them as a module or a bank: at `place`, or in that folder under a name of its own. OSError as it comes."""
    delivery = Delivery()
    if refuse(source, source.stat().st_size, delivery.findings):
        return delivery
    file = source.read_bytes()
    format = format or recognise(source.name, file)
    if format is None:
        known = ", ".join(formats())
        delivery.findings.append(Finding("unknown-format", Severity.ERROR, Span(source), "This does not look like a file of questions that Tuokio reads.", f"Name its format if you know it: --format, with one of {known}. From Word, copy the questions into a table or a text; the handbook shows how."))
        return delivery
    entries = read_file(source, file, format, delivery)
    if not entries:
        if not any(finding.severity is Severity.ERROR for finding in delivery.findings):
            delivery.findings.append(Finding("no-questions", Severity.ERROR, Span(source), f"There is no question in this file that could be taken over (it was read as {format.NAME}).", "Look at the findings above; if it is another format, name it with --format."))
        return delivery
    headings = dict.fromkeys(entry.heading for entry in entries)
    title = next(iter(headings)) if len(headings) == 1 and "" not in headings else " ".join(NUMBER.sub("", source.stem).replace("_", " ").replace("-", " ").split()).capitalize() or "Questions"
    target = suggest_place(source, place, title, bank=bank) if into_folder else place
    course = target.parent.parent if target.parent.name == "banks" else target.parent
    ids = Ids(_taken(course))
    if bank:
        text = write_bank(entries, ids)
        if any(entry.prose for entry in entries):
            delivery.findings.append(Finding("text-in-bank", Severity.HINT, Span(source, next(entry.line for entry in entries if entry.prose)), "A bank holds questions only, so the texts between them stand there as remarks.", "Import without --bank to have them as text."))
    else:
        text = write_module(entries, ids.make(NUMBER.sub("", target.stem), "questions"), title, ids)
    disk.write(target, text.encode())
    delivery.file, delivery.steps = target, len(headings) or 1
    for name, data in {name: data for entry in entries for name, data in entry.pictures.items()}.items():
        picture = course / "media" / name
        if not picture.exists():  # its name is that of its content
            disk.write(picture, data)
            delivery.pictures.append(picture)
    return delivery


def _taken(course: Path) -> set[str]:
    """Return the ids that a course has already, as they are written in its files."""
    taken: set[str] = set()
    for path in (*course.glob("*.md"), *course.glob("banks/*.yaml"), *course.glob("banks/*.yml")):
        text = clean(path.read_bytes().decode("utf-8", "replace"))
        taken.update(BLOCK_ID.findall(text), HEADING_ID.findall(text))
    return taken


def collect(course: Course) -> list[Item]:
    """Return the questions of a course in the language it is written in: module by module, then bank by bank."""
    edition = course.source
    return [
        Item(block, module.title, course.folder, edition.values)
        for module in (*edition.modules, *edition.banks)
        for block in module.blocks
        if isinstance(block, Question) and not isinstance(block, Drawing)
    ]


def send(course: Path, format: Format, output: Path | None) -> tuple[Path | None, int, list[Finding]]:
    """Write a course's questions into a file of another format. Return the file, how many came, and what was not carried. OSError as it comes."""
    findings: list[Finding] = []
    read_as = read(course, findings, Kept(lasting=False))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if read_as is None or errors:
        return None, 0, errors
    items = collect(read_as)
    told: list[Finding] = []
    if not items:
        return None, 0, [Finding("no-questions", Severity.ERROR, Span(course), "There is no question in this course.", "Name another course.")]
    data = format.write(items, told)
    target = output or Path(f"{read_as.name}{format.SUFFIXES[0]}")
    disk.write(target, data)
    left = len({finding.span for finding in told if finding.id == "not-exported"})
    return target, len(items) - left, told
