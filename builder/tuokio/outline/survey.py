"""The figures of a course, as the page shows them. Nothing here knows how they look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tuokio.blocks.made import Maker
from tuokio.blocks.question import Question
from tuokio.check.lix import BANDS, Bands, lix
from tuokio.check.prose import read_prose
from tuokio.course import Block, Course, Edition, Module
from tuokio.finding import Finding, Severity, Span
from tuokio.outline.coverage import Coverage, cover, is_item
from tuokio.outline.weight import Weight, weigh
from tuokio.page import Page, Pages
from tuokio.prose import Markdown
from tuokio.settings import EXAM, Drawing

SEVERITIES = tuple(Severity)
"""The gravest first."""


@dataclass(frozen=True)
class Time:
    """How long a module takes, in minutes."""

    stated: int | None
    """What its author wrote; of an exam, the time there is for it."""
    measured: float
    """What reading and answering take, as measured from their length."""
    shown: int
    """What learners are told."""
    is_exam: bool = False

    @property
    def is_off(self) -> bool:
        """Whether what is stated misleads someone who has five minutes. An exam takes what time it is given."""
        return self.stated is not None and not self.is_exam and max(1, round(self.measured)) != self.stated and not 0.5 * self.stated <= self.measured <= 1.3 * self.stated


class Section(NamedTuple):
    """A step of 100 words or more, and how hard it reads."""

    title: str
    lix: float


@dataclass(frozen=True)
class Reading:
    """How hard a module reads in a language."""

    language: str
    lix: float | None
    """None where it has too few words to say."""
    sections: list[Section] = field(default_factory=list)


@dataclass(frozen=True)
class Translated:
    """How much of a module is in a language."""

    done: int
    """Steps of which every text and block is, and follows the source as it is now."""
    stale: int
    """Steps that are, and follow an older wording."""
    steps: int


@dataclass(frozen=True)
class Troubles:
    """What is to be mended in one place: a module with its translations, a bank, or all else of the course."""

    counts: dict[Severity, int]
    first: Finding | None
    """The gravest, and of these the first."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass
class Row:
    """A module."""

    id: str
    title: str
    area: str
    steps: list[str]
    """Their titles."""
    time: Time
    asked: int
    """Questions a learner is asked in it: of a draw as many as it draws."""
    coverage: Coverage
    reading: list[Reading]
    """In each language it is in, the source first."""
    translated: dict[str, Translated]
    """By language, the source left out."""
    troubles: Troubles
    is_exam: bool


class Area(NamedTuple):
    """A subject of the course: what share of it modules of this subject are."""

    title: str
    modules: int
    minutes: int
    asked: int
    """Questions a learner is asked."""


class Place(NamedTuple):
    """Where something is to be mended."""

    title: str
    """A module's title; of all else the file's name."""
    is_module: bool
    troubles: Troubles


class Kind(NamedTuple):
    """A kind of question and how many there are of it."""

    name: str
    count: int
    told: int
    """Those that say why, whatever is answered."""


@dataclass
class Survey:
    """All figures of a course."""

    title: str
    language: str
    languages: list[str]
    """All of them, the source first."""
    rows: list[Row]
    banks: dict[str, Coverage]
    """What questions of banks lack, by bank."""
    areas: list[Area]
    kinds: list[Kind]
    """The most frequent first, those of banks too."""
    troubles: dict[str, Troubles]
    """What is to be mended outside modules, by file."""
    weight: Weight

    @staticmethod
    def bands_of(language: str) -> Bands | None:
        """Return how hard texts of a language may be; None where nothing is known of it."""
        return BANDS.get(language.split("-")[0])

    @property
    def minutes(self) -> int:
        """What learners are told the whole takes."""
        return sum(row.time.shown for row in self.rows)

    @property
    def items(self) -> int:
        """Everything that is asked, those of banks too."""
        return sum(kind.count for kind in self.kinds)

    @property
    def told(self) -> int:
        """Questions that say why."""
        return sum(kind.told for kind in self.kinds)

    @property
    def counts(self) -> dict[Severity, int]:
        """Findings by severity."""
        all_of = [*(row.troubles for row in self.rows), *self.troubles.values()]
        return {severity: sum(one.counts[severity] for one in all_of) for severity in SEVERITIES}

    @property
    def places(self) -> list[Place]:
        """Where something is to be mended, the worst first."""
        found = [*(Place(row.title, True, row.troubles) for row in self.rows), *(Place(name, False, one) for name, one in self.troubles.items())]
        return sorted((place for place in found if place.troubles.total), key=lambda place: [-place.troubles.counts[severity] for severity in SEVERITIES])

    @property
    def longest(self) -> float:
        """The most minutes that a picture of times has to show."""
        return max(1, *(row.time.measured for row in self.rows), *(1.3 * (row.time.stated or 0) for row in self.rows))

    @property
    def objectives(self) -> int:
        """All objectives."""
        return sum(len(row.coverage.objectives) for row in self.rows)

    @property
    def untested(self) -> int:
        """Objectives that no question with points asks for."""
        return sum(len(row.coverage.untested) for row in self.rows)

    @property
    def loose(self) -> int:
        """Questions with points that serve no objective."""
        return sum(len(one.loose) for one in (*(row.coverage for row in self.rows), *self.banks.values()))


def survey(pages: Pages, findings: Sequence[Finding]) -> Survey:
    """Return the figures of a course that was prepared with its steps kept (`build.prepare`), and what was found in it."""
    course = pages.course
    stale = {finding.span for finding in findings if finding.id == "stale-translation"}
    by_id = {page.id: page for page in pages.editions[0].pages}
    covered = cover(course, by_id)
    at_home, elsewhere = _sort_findings(course, findings)
    rows = [_describe(course, number, by_id[module.id], covered[module.id], at_home.get(module.id, []), stale) for number, module in enumerate(course.modules)]
    banks = {bank.id: covered[f"banks/{bank.id}"] for bank in course.source.used_banks}
    return Survey(course.title, course.language, [edition.language for edition in course.editions], rows, banks, _list_areas(course.source, rows), _list_kinds(course), {place: _sum_up(found) for place, found in elsewhere.items()}, weigh(pages))


def _describe(course: Course, number: int, page: Page, coverage: Coverage, findings: list[Finding], stale: set[Span]) -> Row:
    module = course.modules[number]
    exam = module.exam
    time = Time(exam.minutes if exam else module.front.minutes, module.estimate, module.minutes, exam is not None)
    others = {edition.language: edition.modules[number] for edition in course.editions[1:]}
    reading = [_read(module), *(_read(other) for other in others.values() if other.source)]
    translated = {language: _compare(other, stale) for language, other in others.items()}
    asked = (page.exam.asks if page.exam else 0) + sum(_count_asked(course.source, part) for step in module.steps if not exam or step.id != EXAM for part in step.parts)
    return Row(module.id, module.title, module.area, [step.title for step in module.steps], time, asked, coverage, reading, translated, _sum_up(findings), exam is not None)


def _count_asked(edition: Edition, part: Markdown | Block) -> int:
    """Return how many questions a learner is asked by a part of a step."""
    if isinstance(part, Drawing):
        return min(part.draw or 0, len(edition.pool(part)))
    return part.draw if isinstance(part, Maker) else int(not isinstance(part, Markdown) and is_item(part))


def _read(module: Module) -> Reading:
    prose = {step.title: read_prose(step) for step in module.steps if step.language == module.language}
    sections = [Section(title, figure) for title, text in prose.items() if (figure := lix(text, module.language)) is not None]
    return Reading(module.language, lix("\n\n".join(prose.values()), module.language), sections)


def _compare(module: Module, stale: set[Span]) -> Translated:
    """Return how much of a translation is there; of a module that has none, nothing."""
    if not module.source:
        return Translated(0, 0, len(module.steps))
    done = [step for step in module.steps if step.language == module.language and all(part.language == module.language for part in step.parts if getattr(part, "id", "") and not isinstance(part, Drawing))]
    old = sum(step.span in stale for step in done)
    return Translated(len(done) - old, old, len(module.steps))


def _list_areas(edition: Edition, rows: list[Row]) -> list[Area]:
    known = {**edition.areas, **{row.area: row.area for row in rows if row.area not in edition.areas}}
    inside = {id: [row for row in rows if row.area == id] for id in known}
    return [Area(known[id], len(some), sum(row.time.shown for row in some), sum(row.asked for row in some)) for id, some in inside.items() if some]


def _list_kinds(course: Course) -> list[Kind]:
    blocks = [block for module in (*course.modules, *course.source.used_banks) for block in module.blocks if is_item(block)]
    counts = Counter(block.kind() for block in blocks)
    told = Counter(block.kind() for block in blocks if not isinstance(block, Question) or next(block.untold(), None) is None)
    return [Kind(name, count, told[name]) for name, count in counts.most_common()]


def _sort_findings(course: Course, findings: Iterable[Finding]) -> tuple[dict[str, list[Finding]], dict[str, list[Finding]]]:
    """Return what was found in each module or its translations, by id, and what in other files, by their names."""
    homes = {module.path: module.id for edition in course.editions for module in edition.modules}
    inside: dict[str, list[Finding]] = {}
    outside: dict[str, list[Finding]] = {}
    for finding in findings:
        home = homes.get(finding.span.path)
        if home is not None:
            inside.setdefault(home, []).append(finding)
        else:
            outside.setdefault(name_place(finding.span.path, course.folder), []).append(finding)
    return inside, outside


def name_place(path: Path, folder: Path) -> str:
    """Return a file as its author knows it: from the course's folder on, or its last two parts where it lies elsewhere."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else Path(*path.parts[-2:]).as_posix()


def _sum_up(findings: Sequence[Finding]) -> Troubles:
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in SEVERITIES}
    return Troubles(counts, min(findings, key=lambda one: SEVERITIES.index(one.severity), default=None))
