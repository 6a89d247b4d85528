"""A course as read from its folder: settings, modules, steps, and what stands in them."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from tuokio.brand import Brand
from tuokio.finding import Span
from tuokio.following import Following, Worded, name_entry
from tuokio.glossary import Glossary
from tuokio.kept import make_serial
from tuokio.prose import Markdown, Passage
from tuokio.settings import Drawing, Exam, FrontMatter, Settings

ANSWERING = 0.5  # minutes a question


class Changed(NamedTuple):
    """What changed in a module, in words of one language."""

    of: str
    kind: Literal["typo", "clarified", "changed"]
    date: date
    note: str
    language: str
    """The language of the note: the source's where it is not translated."""


class Contact(NamedTuple):
    """Who answers for a matter, in words of one language."""

    name: str
    mail: str
    replies_in: str


class Attachment(Protocol):
    """What reading found in the file a block names. Of two that are equal the block is shown the same."""

    files: dict[str, Path]
    """What is shipped for it: output name → the author's file."""
    size: int
    """Bytes of it."""


class Block(Protocol):
    """What a course knows of a block; the rest is its kind's business."""

    id: str | None

    @property
    def language(self) -> str:
        """The language its texts are in."""

    @property
    def minutes(self) -> float:
        """How long it takes."""

    @property
    def attachment(self) -> Attachment | None:
        """What was found in the file it names."""

    def kind(self) -> str:
        """The name of its folder."""

    def span(self, *path: str | int) -> Span:
        """The place of the block, or of a value inside it."""


@dataclass(eq=False)
class Step:
    """What a learner sees and finishes at a time: the text up to the next `##` and its blocks."""

    id: str
    title: str
    span: Span
    language: str
    parts: list[Markdown | Block] = field(default_factory=list)
    named: bool = False
    """Its author gave it its id."""
    passages: list[Passage] = field(default_factory=list)
    """Its prose in reading order, for those who read it as text."""
    reading: float = 0
    """Minutes to read its text, as measured from its length."""

    def __getstate__(self) -> dict[str, Any]:
        """Give passages to the store in one piece: of a module that stays as it is nobody asks for them."""
        passages = pickle.dumps([tuple(passage) for passage in self.passages], pickle.HIGHEST_PROTOCOL)
        return {name: value for name, value in vars(self).items() if name != "passages"} | {"_stored": passages}

    def __getattr__(self, name: str) -> Any:
        if name != "passages" or "_stored" not in vars(self):
            raise AttributeError(name)
        self.passages = [Passage(*passage) for passage in pickle.loads(vars(self).pop("_stored"))]
        return self.passages

    @property
    def estimate(self) -> float:
        """Minutes to read it and to do what its blocks ask."""
        return self.reading + sum(part.minutes for part in self.parts if not isinstance(part, Markdown))


def can_be_graded(block: Block) -> bool:
    """Say whether an exam can ask it: a draw is no question itself, and some questions have no right answer."""
    return not isinstance(block, Drawing) and getattr(block, "gradable", False)


@dataclass(eq=False)
class Module:
    """One Markdown file, or one bank of questions."""

    id: str
    title: str
    path: Path
    front: FrontMatter
    language: str
    area: str = ""
    minutes: int = 1
    estimate: float = 0
    """Minutes to read the text and answer the questions, as measured from their length."""
    steps: list[Step] = field(default_factory=list)
    first: str = ""
    """The id of its first step."""
    head: int = 0
    """The line of the first key of its front matter, if it has one."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Steps and headings by name → `/module/step` or `/module/step/name`."""
    headings: dict[str, str] = field(default_factory=dict)
    """Headings by their whole text, made an id of: `mista-aika-tulee` → `/module/step`. Links may name them so."""
    places: dict[str, str] = field(default_factory=dict)
    """What a link's `#name` may mean here: the anchors, and the blocks by their ids."""
    worded: tuple[Worded, ...] = ()
    """Its texts in their order, where it has a translation."""
    names: dict[str, Any] = field(default_factory=dict)
    """Link and footnote definitions of the file (the parser's environment)."""
    source: Module | None = None
    """What this is a translation of."""
    changes: list[Changed] = field(default_factory=list)
    """The change ledger, newest first."""
    service_model: dict[str, str] = field(default_factory=dict)
    """The steps of good service, as its edition names them."""
    contacts: dict[str, Contact] = field(default_factory=dict)
    """Who answers for what, as its edition names them."""
    unread: set[str] = field(default_factory=set)
    """Ids of what could not be read, or not rightly: it is there, and its faults are told."""
    is_bank: bool = False
    """It is a YAML file of questions, which stand wherever they are drawn."""

    locate: Callable[[tuple[str | int, ...]], Span] | None = field(default=None, repr=False)
    """Returns the place of a value in the front matter, given its path; None where there is none. No closure: modules are pickled."""
    serial: str = field(default_factory=make_serial, repr=False)
    """What tells it from all others, those of the same file at other times too (`kept`)."""

    def span(self, *path: str | int) -> Span:
        """Return the place of a value in the front matter, or of the file if it has none."""
        return self.locate(path) if self.locate else Span(self.path)

    @property
    def blocks(self) -> list[Block]:
        """All blocks in reading order."""
        return [part for step in self.steps for part in step.parts if not isinstance(part, Markdown)]

    @property
    def lent(self) -> list[Any]:
        """What a translation of it holds of it, and does not copy."""
        return [self, *self.steps, *(part for step in self.steps for part in step.parts)]

    @property
    def entry(self) -> str:
        """Its name in `translations.lock`."""
        return name_entry(self.language, (self.source or self).id, is_bank=self.is_bank)

    @property
    def beside(self) -> Path:
        """The file beside which its links and pictures are looked for: those of a bank lead out from the course's folder."""
        return self.path.parent.parent / self.path.name if self.is_bank else self.path

    @property
    def exam(self) -> Exam | None:
        """What makes it an exam, in whatever language it is."""
        return (self.source or self).front.exam

    @property
    def drawings(self) -> Iterator[tuple[Drawing, Callable[..., Span]]]:
        """What it draws from banks, each with what finds the place of a value in it."""
        if self.front.exam:
            yield self.front.exam, partial(self.span, "exam")
        yield from ((block, block.span) for block in self.blocks if isinstance(block, Drawing) and not self.exam)


def _fits(item: Any, drawing: Drawing) -> bool:
    item = item.source or item  # a translation repeats only text
    if isinstance(drawing, Exam) and not can_be_graded(item):
        return False
    return (not drawing.tags or not set(drawing.tags).isdisjoint(item.tags)) and (not drawing.objective or item.objective in drawing.objective)


@dataclass(eq=False)
class Edition:
    """The course in one language. A module that is not translated stands here as in the source."""

    language: str
    title: str = ""
    description: str = ""
    direction: Literal["ltr", "rtl"] = "ltr"
    areas: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """What people's tasks are called, by id, in the author's order."""
    service_model: dict[str, str] = field(default_factory=dict)
    """The steps of good service in their order: id → what it is called."""
    contacts: dict[str, Contact] = field(default_factory=dict)
    """Who answers for what, by id."""
    values: dict[str, str] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)
    """The course's own phrases, from `words/<language>.yaml`."""
    modules: list[Module] = field(default_factory=list)
    banks: list[Module] = field(default_factory=list)
    """The question banks, by name."""
    glossary: Glossary | None = None
    """Its terms, or those of the source language where it has none of its own."""

    @property
    def used_banks(self) -> list[Module]:
        """The banks that something is drawn from."""
        named = {name for module in self.modules for drawing, _ in (module.source or module).drawings for name in drawing.banks} if self.banks else ()
        return [bank for bank in self.banks if bank.id in named]

    def pool(self, drawing: Drawing) -> list[tuple[Module, Block]]:
        """Return what can be drawn, each with its bank, in the author's order: bank by bank as named."""
        banks = {bank.id: bank for bank in self.banks}
        return [(bank, item) for name in drawing.banks if (bank := banks.get(name)) for item in bank.blocks if _fits(item, drawing)]


@dataclass(eq=False)
class Course:
    """A folder of modules."""

    folder: Path
    name: str
    """The folder's name: what its output is called."""
    id: str
    settings: Settings
    editions: list[Edition]
    """The source language first."""
    brand: Brand = field(default_factory=Brand)
    following: Following = field(default_factory=Following)
    """Which wording of the source its translations follow (`translations.lock`)."""
    version: int = 0
    """The version it was published in last (`course.lock`); 0: never."""
    published: str = ""
    """The day of that version, in ISO form; empty where the course says something else by now."""
    single: bool = False
    """Only one file of the folder is built."""
    locate: Callable[[tuple[str, ...]], Span] = field(default=lambda path: Span(Path("course.yaml")), repr=False)
    """Returns the place of a value in course.yaml, given its path."""

    def span(self, *path: str) -> Span:
        """Return the place of a value in course.yaml."""
        return self.locate(path)

    @property
    def entries(self) -> frozenset[str] | None:
        """All its translations by their names in `translations.lock`; None where not the whole course was read."""
        if self.single:
            return None
        found = {module.entry for edition in self.editions[1:] for module in (*edition.modules, *edition.banks) if module.source}
        return frozenset(found | {edition.glossary.entry for edition in self.editions[1:] if edition.glossary and edition.glossary is not self.source.glossary})

    @property
    def source(self) -> Edition:
        """The edition the others are translated from."""
        return self.editions[0]

    @property
    def language(self) -> str:
        """The language the course is written in."""
        return self.source.language

    @property
    def title(self) -> str:
        """The title in the language the course is written in."""
        return self.source.title

    @property
    def modules(self) -> list[Module]:
        """The modules in the language the course is written in."""
        return self.source.modules
