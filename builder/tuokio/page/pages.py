"""What rendering makes: a course as pages, steps, banks and exams, for targets to write."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from tuokio import words
from tuokio.course import Course, Edition
from tuokio.finding import Finding
from tuokio.kept import Kept, fingerprint, make_serial
from tuokio.page.environment import Compiled, speak
from tuokio.page.sandbox import offered
from tuokio.page.terms import RenderedGlossary
from tuokio.page.theme import Theme
from tuokio.page.view import Views


class Entry(NamedTuple):
    """A block as an index of the course lists it."""

    index: str
    """Which index: `Block.index`."""
    block: str
    """The block's id."""
    headline: str
    """HTML of one line."""
    html: str


class Texts(NamedTuple):
    """A step as HTML, of which a course has most."""

    html: str
    """For the screen: questions wake in the browser."""
    paper: str
    """For paper: questions with room to answer."""
    key: list[tuple[int, str, str]]
    """Answers for the end of the print: the question's number in its module, its place, and HTML."""


@dataclass(eq=False)
class RenderedStep:
    """A step as pages, indexes and locks know it. Its texts are with it until its page lays them aside (`Page.lay_aside`)."""

    id: str
    title: str
    texts: Texts | Callable[[], Texts] | None
    items: dict[str, dict[str, Any]]
    """What the browser decides by, per block: kind, revision and the model's own data."""
    revision: str
    """The content revision of its text without its blocks."""
    minutes: float = 0
    """To read it and to answer its questions, as measured."""
    made: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """Questions that its blocks made, by block and id: their HTML, in which places begin with `@`, and what the browser decides by."""
    entries: list[Entry] = field(default_factory=list)
    """What indexes of the course list of it."""
    terms: list[str] = field(default_factory=list)
    """The terms of the glossary that are marked in it, by id."""
    lists: list[str] = field(default_factory=list)
    """What resources have that is listed in it (`<ul data-findings>`)."""

    @property
    def html(self) -> str:
        """Its HTML for the screen."""
        return self._open().html

    @property
    def paper(self) -> str:
        """Its HTML for paper."""
        return self._open().paper

    @property
    def key(self) -> list[tuple[int, str, str]]:
        """Its answers for the end of the print."""
        return self._open().key

    def _open(self) -> Texts:
        return self.texts() if callable(self.texts) else self.texts

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"texts": None}  # they lie elsewhere

    @property
    def revisions(self) -> dict[str, str]:
        """The content revisions of its blocks and of what these ask, by id."""
        return {id: data["rev"] for items in (self.items, *self.made.values()) for id, data in items.items()}


@dataclass(eq=False)
class RenderedExam:
    """An exam, whose questions an attempt puts together in the browser."""

    rules: dict[str, Any]
    """What its author wrote of it, by the author's keys."""
    asks: int
    """How many questions an attempt asks."""
    own: dict[str, dict[str, Any]]
    """The module's own questions, each with its HTML."""
    objectives: dict[str, str]
    """The objectives its questions may be of, as HTML."""
    homes: dict[str, str]
    """The modules that teach them."""


@dataclass(eq=False)
class RenderedBank:
    """A question bank, rendered. It is read only where something is drawn from it."""

    name: str
    language: str
    items: dict[str, dict[str, Any]]
    """In the author's order: a question's HTML and what the browser decides by. Its place in the HTML begins with `@`."""
    findings: list[Finding]
    lookups: Any
    serial: str = field(default_factory=make_serial)
    """What tells it from all others (`kept`)."""


@dataclass(eq=False)
class Page:
    """A module, rendered."""

    id: str
    title: str
    area: str
    minutes: int
    language: str
    why: str
    objectives: list[str]
    steps: list[RenderedStep]
    findings: list[Finding] = field(default_factory=list)
    lookups: Any = None
    """What it asked of the rest of the course."""

    changes: list[dict[str, str]] = field(default_factory=list)
    """The change ledger, newest first: what changed (`of`), `kind`, `date` (ISO) and `note` as HTML."""

    exam: RenderedExam | None = None
    banks: list[str] = field(default_factory=list)
    """The banks that questions of it are drawn from."""
    terms: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The terms that are marked in it: their names, and HTML of what they mean."""
    serial: str = field(default_factory=make_serial)
    """What tells it from all others (`kept`)."""

    def lay_aside(self, edition: str, kept: Kept, print_again: Callable[[], Page]) -> None:
        """Have its texts out of memory for as long as nobody looks at them."""
        texts = [step.texts for step in self.steps if isinstance(step.texts, tuple)]
        bring = kept.set_aside(("texts", edition, self.id), self, lambda: texts or [step.texts for step in print_again().steps])
        for number, step in enumerate(self.steps):
            step.texts = lambda number=number: bring()[number]

    @property
    def points(self) -> float:
        """The sum of what its questions weigh; each question of an exam weighs one."""
        asked = self.exam.asks if self.exam else 0
        return asked + sum(item.get("points", 0) for step in self.steps for item in step.items.values())


@dataclass(eq=False)
class RenderedEdition:
    """The course in one language. A page that is not translated is that of the source language."""

    edition: Edition
    jinja: Environment
    """Templates that speak its language."""
    views: Views
    serial: str
    """What tells its templates and its phrases from others: a digest of them."""
    pages: list[Page] = field(default_factory=list)
    printed: list[Callable[[], tuple[str, str]]] = field(default_factory=list)
    """What targets have put on paper: the texts of a stretch of modules, and their answers."""
    banks: dict[str, RenderedBank] = field(default_factory=dict)
    """The banks the course draws from."""
    glossary: RenderedGlossary | None = None
    """Its terms; those of the source language where it has none of its own."""
    spoken: dict[tuple[str, ...], Environment] = field(default_factory=dict, init=False)
    """Templates that speak the phrases of some rooms."""

    @property
    def language(self) -> str:
        """Its language."""
        return self.edition.language

    @property
    def direction(self) -> str:
        """Which way it is written: `ltr` or `rtl`."""
        return self.edition.direction

    @property
    def title(self) -> str:
        """The course's title."""
        return self.edition.title

    @property
    def description(self) -> str:
        """What stands under the title."""
        return self.edition.description

    def list_entries(self, index: str) -> Iterator[tuple[Page, RenderedStep, Entry]]:
        """Yield what an index lists, in the order of the course, each with where it stands."""
        return ((page, step, entry) for page in self.pages for step in page.steps for entry in step.entries if entry.index == index)

    @offered
    def say(self, key: str) -> str:
        """Return a phrase of the pages."""
        return self.jinja.filters["say"](key)

    def phrases(self, *rooms: str) -> words.Phrases:
        """Return the phrases of rooms as this edition says them."""
        return words.phrases(self.language, *rooms, own=self.edition.words)

    def speaking(self, *rooms: str) -> Environment:
        """Return templates that speak the phrases of rooms."""
        if rooms not in self.spoken:
            phrases = self.phrases(*rooms)
            spoken = self.spoken[rooms] = speak(self.jinja, phrases.say)
            if isinstance(compiled := self.jinja.bytecode_cache, Compiled):
                spoken.bytecode_cache = Compiled(compiled.store, fingerprint((self.serial, phrases)).hex())
        return self.spoken[rooms]


class Reopened(NamedTuple):
    """A change that opens again what was passed before it."""

    module: str
    step: str
    """The step it stands in; empty where it names the whole module."""
    of: str
    version: int
    """The published version it came with, or will come with."""
    minutes: float
    """What it takes to go through that step or module again."""


@dataclass(frozen=True)
class News:
    """What came with the published versions of a course after its first (`course.lock`)."""

    changed: list[Reopened] = field(default_factory=list)
    stale: dict[str, list[str]] = field(default_factory=dict)
    """Revisions of questions, by id, that meant something else: results from then do not count."""
    replaced: dict[str, str] = field(default_factory=dict)
    """Ids that are gone, and those that took their place: results of the one count for the other."""


@dataclass(eq=False)
class Pages:
    """A rendered course: all that a target needs to write it."""

    course: Course
    theme: Theme
    editions: list[RenderedEdition]
    """The source language first."""
    kinds: list[str]
    """The block kinds the course uses, so that it ships only those."""
    kept: Kept
    examines: bool = False
    """Whether a module of it is an exam."""
    files: dict[str, Path] = field(default_factory=dict)
    """Files that pages refer to: output name → source file."""
    news: News = field(default_factory=News)
    """What a learner of an earlier version is told."""

    @cached_property
    def content(self) -> str:
        """A hash of what the course says in its source language, and asks of whom, whatever it looks like: twelve hexadecimal digits."""
        source = self.editions[0]
        pages = [[page.id, page.title, page.exam and [page.exam.rules, {id: item["rev"] for id, item in page.exam.own.items()}], [[step.id, step.revision, step.revisions] for step in page.steps]] for page in source.pages]
        banks = [[bank.name, {id: item["rev"] for id, item in bank.items.items()}] for bank in source.banks.values()]
        asked = {module.id: module.front.audience for module in self.course.modules if module.front.audience}, self.course.settings.completion.mastery
        asked = [asked] if any(asked) else []  # who is done depends on it, too
        return hashlib.sha256(json.dumps([sorted(pages, key=lambda page: page[0]), banks, *asked], sort_keys=True).encode()).hexdigest()[:12]

    @property
    def renews(self) -> bool:
        """Whether a record counts otherwise than as it was written: modules have changed since, run out or have an audience."""
        return self.news != News() or any(module.front.audience or module.front.valid for module in self.course.modules)

    @property
    def draws(self) -> bool:
        """Whether questions are drawn somewhere, from banks or from those a block makes."""
        return self.examines or any("draw" in item for page in self.editions[0].pages for step in page.steps for item in step.items.values())

    @property
    def explains(self) -> bool:
        """Whether it has a glossary."""
        return any(edition.glossary for edition in self.editions)
