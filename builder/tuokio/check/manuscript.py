"""A module as a reader sees it: its texts, one by one, each with its place. What most rules look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, RootModel

from tuokio.blocks.block import Block
from tuokio.blocks.parts import Pictured
from tuokio.blocks.question import Options, Question
from tuokio.check.frame import read_lines
from tuokio.check.markup import LINK, PICTURE, Reference, find_references, strip_markup
from tuokio.check.options import measure_options
from tuokio.course import Module, Step
from tuokio.finding import Span
from tuokio.prose import Markdown, Passage
from tuokio.settings import Settings

ASIDE = {"id", "replaces", "allow", "objective", "tags", "type", "image", "src", "poster", "captions", "transcript", "who"}
"""Keys whose values are names of files and of other things."""


class Text(NamedTuple):
    """One text: a run of prose (`passage`), or a value of a block under `path`. A course has a hundred thousand, so it holds next to nothing."""

    manuscript: Manuscript
    words: str
    """As written, Markdown and all."""
    step: Step
    passage: Passage | None = None
    block: Block | None = None
    path: tuple[str | int, ...] = ()

    @property
    def plain(self) -> str:
        """Its words without markup."""
        return strip_markup(self.words)

    @property
    def links(self) -> list[Reference]:
        """The links in it, less those in code."""
        return find_references(LINK, self.words) if "](" in self.words or "][" in self.words else []

    @property
    def pictures(self) -> list[Reference]:
        """The pictures in it, less those in code."""
        return find_references(PICTURE, self.words) if "![" in self.words else []

    @property
    def key(self) -> str:
        """The last key under which it stands in its block: `question`, `text`, `feedback`."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def offered(self) -> bool:
        """Whether it is one of several that a learner chooses among, or picks from: an option, a reply, a region."""
        return self.key == "text" and not {"options", "replies", "regions", "things"}.isdisjoint(self.path)

    def span(self, needle: str = "") -> Span:
        """Return the place of a part of it, or of its beginning if that is not found as it stands."""
        start = self.block.span(*self.path) if self.block else self.manuscript.find_line(self.passage)
        last_line = self.block.place.last_line if self.block else self.passage.last_line
        lines = read_lines(start.path) if needle else []
        for number in range(start.line, min(last_line, len(lines)) + 1):
            at = lines[number - 1].find(needle, start.column - 1 if number == start.line else 0)
            if at >= 0:
                return Span(start.path, number, at + 1, len(needle))
        return start


class Manuscript:
    """What its author wrote of a module in one language. What is still the source's in a translation is not in it."""

    def __init__(self, module: Module, settings: Settings | None = None) -> None:
        self.module = module
        self.language = module.language
        self.settings = settings or Settings()

    @cached_property
    def _small(self) -> list[str]:
        return [text.words.lower() for text in self.texts]

    @cached_property
    def said(self) -> str:
        """All its texts in one, in small letters, a line each or more: what is not in here is in none of them, which saves looking into each."""
        return "\n".join(self._small)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each text ends in what is `said`."""
        return list(accumulate([len(text) + 1 for text in self._small]))

    def find(self, needles: Iterable[str]) -> list[Text]:
        """Return the texts in which one of these stands. They are of one line and in small letters."""
        said, ends, found = self.said, self._ends, set()
        for needle in needles:
            at = said.find(needle)
            while at >= 0:
                found.add(number := bisect_right(ends, at))
                at = said.find(needle, ends[number])
        return [self.texts[number] for number in sorted(found)]

    @cached_property
    def prose(self) -> list[Text]:
        """The running text: paragraphs, entries, headings, cells."""
        return [Text(self, passage.text, step, passage) for step in self.module.steps if step.language == self.language for passage in step.passages]

    @cached_property
    def blocks(self) -> list[tuple[Step, Block]]:
        """The blocks that have texts of this language."""
        return [(step, part) for step in self.module.steps for part in step.parts if not isinstance(part, Markdown) and part.language == self.language]

    @cached_property
    def numbers(self) -> dict[Block, int]:
        """The places of blocks among those of their module."""
        return {block: number for number, block in enumerate(self.module.blocks)}  # type: ignore[misc]

    @cached_property
    def questions(self) -> list[Question]:
        """The blocks that are questions."""
        return [block for _, block in self.blocks if isinstance(block, Question)]

    @cached_property
    def choices(self) -> list[Options]:
        """The questions answered by choosing among written options."""
        return [question for question in self.questions if isinstance(question, Options)]

    @cached_property
    def measured(self) -> list[tuple[Question, list[int]]]:
        """The questions with one right option, with how long this and the others are."""
        return [(question, lengths) for question in self.choices if (lengths := measure_options(question))]

    @cached_property
    def offered(self) -> str:
        """All that is written to be chosen among, in one and in small letters: what is not in here is in no option."""
        return "\n".join([option.text for question in self.choices for option in question.options]).lower()

    @cached_property
    def told(self) -> list[Text]:
        """The texts of the blocks, in the author's order."""
        found = []
        for step, block in self.blocks:
            texts = [Text(self, words, step, None, block, path) for path, words in list_texts(block)]
            borrowed = block.place.borrowed
            found += [text for text in texts if text.words.strip() not in borrowed] if borrowed else texts
        return found

    @cached_property
    def texts(self) -> list[Text]:
        """All of it."""
        return self.prose + self.told

    @cached_property
    def links(self) -> list[tuple[Text, Reference]]:
        """The links in its texts, each with the text."""
        return [(text, link) for text in self.find("]") for link in text.links]

    @cached_property
    def pictures(self) -> list[tuple[Text, Reference]]:
        """The pictures in its texts, each with the text."""
        return [(text, picture) for text in self.find(("![",)) for picture in text.pictures]

    @cached_property
    def figures(self) -> list[tuple[Block, tuple[str | int, ...], Pictured]]:
        """What has a picture in its blocks, each with its block and the path inside it."""
        found: list[tuple[Block, tuple[str | int, ...], Pictured]] = []
        for _, block in self.blocks:
            here: list[tuple[tuple[str | int, ...], Pictured]] = []
            _find_figures(block, (), here)
            found += [(block, path, figure) for path, figure in here]
        return found

    @property
    def tongue(self) -> str:
        """The language without its region: `en` for `en-GB`."""
        return self.language.split("-")[0]

    def find_line(self, passage: Passage) -> Span:
        """Return where a run of prose begins."""
        lines = read_lines(self.module.path)
        line = lines[passage.line - 1] if passage.line <= len(lines) else ""
        first = passage.text.split("\n", 1)[0]
        at = line.find(first)
        return Span(self.module.path, passage.line, at + 1, len(first)) if at >= 0 else Span(self.module.path, passage.line, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))


def _find_figures(value: Any, path: tuple[str | int, ...], found: list[tuple[tuple[str | int, ...], Pictured]]) -> None:
    form = _form(value.__class__)
    if form in ("model", "root"):
        pictured, nested = _list_nested(value.__class__)
        if pictured and value.image:
            found.append((path, value))
        for name in nested:
            one = value.__dict__.get(name)
            if one and _form(one.__class__) in ("list", "dict"):
                _find_figures(one, (*path, name), found)
    elif form == "list":
        for number, one in enumerate(value):
            if _form(one.__class__) in ("model", "root"):
                _find_figures(one, (*path, number), found)
    elif form == "dict":
        for key, one in value.items():
            if _form(one.__class__) in ("model", "root", "list"):
                _find_figures(one, (*path, key), found)


def list_texts(block: Block) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the texts of a block that learners read, each with its path."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    _walk_model(block.written(), type(block), (), found)
    return found


def _walk_model(values: Mapping[str, Any], model: type[BaseModel], path: tuple[str | int, ...], found: list[tuple[tuple[str | int, ...], str]]) -> None:
    for name, key, shown in _list_fields(model):
        value = values.get(name)
        if value.__class__ is str:
            if shown and value and not value.isspace():
                found.append(((*path, key), value))
        elif value:
            _walk(value, (*path, key), shown, found)


def _walk(value: Any, path: tuple[str | int, ...], shown: bool, found: list[tuple[tuple[str | int, ...], str]]) -> None:  # noqa: FBT001 – called for every value of a course
    form = _form(value.__class__)
    if form == "text":
        if shown and value and not value.isspace():
            found.append((path, value))
    elif form == "model":
        _walk_model(value.__dict__, value.__class__, path, found)
    elif form == "list":
        for number, one in enumerate(value):
            _walk(one, (*path, number), shown, found)
    elif form == "dict":
        for key, one in value.items():
            _walk(one, (*path, key), shown, found)
    elif form == "root":
        _walk(value.root, path, True, found)


@cache
def _form(kind: type) -> Literal["text", "root", "model", "dict", "list", ""]:
    """Return what values of a class are to whoever looks for texts. Pydantic takes long to say it, so each class is asked once."""
    return "text" if issubclass(kind, str) else "root" if issubclass(kind, RootModel) else "model" if issubclass(kind, BaseModel) else "dict" if issubclass(kind, dict) else "list" if issubclass(kind, list) else ""


@cache
def _list_nested(model: type[BaseModel]) -> tuple[bool, list[str]]:
    """Return whether it may have a picture itself, and which of its fields may hold something that has."""
    return issubclass(model, Pictured), [name for name, field in model.model_fields.items() if _may_have_pictures(field.annotation, {model})]


def _may_have_pictures(annotation: Any, asked: set[type]) -> bool:
    """Say whether a value that is annotated so may; models that are `asked` already add nothing."""
    if annotation is Any:
        return True
    if not isinstance(annotation, type) or not issubclass(annotation, BaseModel):
        return any(_may_have_pictures(part, asked) for part in get_args(annotation))
    if annotation in asked:
        return False
    asked.add(annotation)
    return issubclass(annotation, Pictured) or any(_may_have_pictures(field.annotation, asked) for field in annotation.model_fields.values())


@cache
def _list_fields(model: type[BaseModel]) -> list[tuple[str, str, bool]]:
    """Return the fields that may hold texts, each with its key and whether a plain text in it is shown: what stands in the page and not in its data is."""
    return [(name, field.alias or name, bool(field.exclude) or name == "wrong") for name, field in model.model_fields.items() if name not in ASIDE and field.annotation not in (bool, int, float)]
