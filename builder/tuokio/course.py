"""A course as read from its folder: settings, modules, steps, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from pydantic import Field

from tuokio.brand import Brand
from tuokio.fields import Author, Count, Id, Share
from tuokio.finding import Span



class Completion(Author):
    """When the course is completed: every module finished, and perhaps a share of the points."""

    modules: Literal["all"] = "all"
    mastery: Share | None = None
    """The share of all points a learner needs, such as `80%`. Left out: finishing is enough."""


class Settings(Author):
    """`course.yaml`: what the course is."""

    id: Id | None = None
    """Names the learner record: choose it once and never change it."""
    title: str = ""
    description: str = ""
    """One or two sentences under the title on the course's home page."""
    languages: list[str] = Field(default=["en"], min_length=1)
    """The first is the language the course is written in."""
    theme: str = ""
    """A folder under `themes/`; left out, the course wears Tuokio's plain clothes."""
    areas: dict[Id, str] = {}
    """The subjects modules belong to, in the order they are shown: `rule: Säännöt`."""
    completion: Completion = Completion()
    values: dict[str, str] = {}
    """Names and figures used in many places: `{{ name }}` in any text stands for its value."""


class FrontMatter(Author):
    """The lines between `---` at the top of a module. All of them may be left out."""

    id: Id | None = None
    """Else the file's name without its number."""
    title: str = ""
    """Else the first `#` heading."""
    area: str = ""
    why: str = ""
    """Two sentences on why this matters, seen from the customer's day."""
    minutes: Count | None = Field(default=None, ge=1, le=600)
    """How long it takes. Left out, it is estimated from the text."""
    objectives: dict[Id, str] = {}
    """What the learner can do afterwards: `how-far: You decide when a rule may bend.`"""


@dataclass
class Markdown:
    """A stretch of a step's text as parsed tokens (the renderer's business)."""

    tokens: list[Any]
    span: Span
    last_line: int


class Block(Protocol):
    """What a course knows of a block; the rest is its kind's business."""

    id: str | None

    def kind(self) -> str:
        """The name of its folder."""

    def span(self, *path: str | int) -> Span:
        """The place of the block, or of a value inside it."""


@dataclass
class Step:
    """What a learner sees and finishes at a time: the text up to the next `##` and its blocks."""

    id: str
    title: str
    span: Span
    parts: list[Markdown | Block] = field(default_factory=list)


@dataclass
class Module:
    """One Markdown file."""

    id: str
    title: str
    path: Path
    front: FrontMatter
    area: str = ""
    minutes: int = 1
    estimate: float = 0
    """Minutes to read the text and answer the questions, as measured from their length."""
    steps: list[Step] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    """What a link's `#name` may mean here: name → `/module/step` or `/module/step/name`."""
    names: dict[str, Any] = field(default_factory=dict)
    """Link and footnote definitions of the file (the parser's environment)."""

    locate: Callable[[tuple[str, ...]], Span] = field(default=lambda path: Span(Path()), repr=False)
    """Returns the place of a value in the front matter, given its path."""

    def span(self, *path: str) -> Span:
        """Return the place of a value in the front matter."""
        return self.locate(path)

    @property
    def blocks(self) -> list[Block]:
        """All blocks in reading order."""
        return [part for step in self.steps for part in step.parts if not isinstance(part, Markdown)]


@dataclass
class Course:
    """A folder of modules."""

    folder: Path
    name: str
    """The folder's name: what its output is called."""
    id: str
    title: str
    settings: Settings
    brand: Brand = field(default_factory=Brand)
    areas: dict[str, str] = field(default_factory=dict)
    modules: list[Module] = field(default_factory=list)
    description: str = ""
    single: bool = False
    """Only one file of the folder is built."""

    @property
    def language(self) -> str:
        """The language the course is written in."""
        return self.settings.languages[0]
