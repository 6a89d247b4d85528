"""Course → pages: every module's steps as HTML, for the screen and for paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup

from tuokio import words
from tuokio.blocks.block import Block
from tuokio.course import Course, Markdown, Module, Step
from tuokio.finding import Finding, Span
from tuokio.page.environment import environment
from tuokio.page.theme import Theme, make_theme


class Typesetter(Protocol):
    """What rendering needs of the room that reads Markdown."""

    files: dict[str, Path]

    def prose(self, part: Markdown, module: Module, step: Step) -> str: ...
    def text(self, text: str, module: Module, step: Step, span: Span, last_line: int) -> str: ...


@dataclass
class RenderedStep:
    """A step as HTML."""

    id: str
    title: str
    html: str
    """For the screen: questions wake in the browser."""
    paper: str
    """For paper: questions with room to answer."""
    key: list[tuple[int, str, str]]
    """Answers for the end of the print: the question's number in its module, its place, and HTML."""
    items: dict[str, dict[str, Any]]
    """What the browser decides by, per block: kind, revision and the model's own data."""


@dataclass
class Page:
    """A module, rendered."""

    id: str
    title: str
    area: str
    minutes: int
    why: str
    objectives: list[str]
    steps: list[RenderedStep]

    @property
    def points(self) -> float:
        """The sum of what its questions weigh."""
        return sum(item.get("points", 0) for step in self.steps for item in step.items.values())


@dataclass
class Pages:
    """A rendered course: all that a target needs to write it."""

    course: Course
    theme: Theme
    pages: list[Page]
    kinds: list[str]
    """The block kinds the course uses, so that it ships only those."""
    files: dict[str, Path] = field(default_factory=dict)
    """Files that pages refer to: output name → source file."""


def render(course: Course, typesetter: Typesetter, findings: list[Finding], progress: Callable[[int], None] = lambda done: None) -> Pages:
    """Render the course. `progress` is told how many modules are done."""
    theme = make_theme(course.brand, findings)
    kinds = sorted({block.kind() for module in course.modules for block in module.blocks})
    say = words.phrases(course.language, "page", *(f"blocks/{kind}" for kind in kinds))
    jinja = environment(theme.overrides)
    pages = []
    for number, module in enumerate(course.modules, 1):
        pages.append(_render_module(module, typesetter, say, jinja))
        progress(number)
    return Pages(course, theme, pages, kinds, typesetter.files)


def _render_module(module: Module, typesetter: Typesetter, say: words.Phrases, jinja: Environment) -> Page:
    def text(value: str) -> str:
        return typesetter.text(value, module, module.steps[0], Span(module.path), 40) if value else ""

    numbers = count(1)
    steps = [_render_step(step, module, numbers, typesetter, say, jinja) for step in module.steps]
    return Page(
        id=module.id,
        title=module.title,
        area=module.area,
        minutes=module.minutes,
        why=text(module.front.why),
        objectives=[text(objective) for objective in module.front.objectives.values()],
        steps=steps,
    )


def _render_step(step: Step, module: Module, numbers: Iterator[int], typesetter: Typesetter, say: words.Phrases, jinja: Environment) -> RenderedStep:
    screen, paper, key, items = [], [], [], {}
    for part in step.parts:
        if isinstance(part, Markdown):
            html = typesetter.prose(part, module, step)
            screen.append(html)
            paper.append(html)
            continue
        number = next(numbers)
        html, printed, answer, texts = _render_block(part, number, module, step, typesetter, say, jinja)
        data = {"kind": part.kind(), **part.data()}
        items[part.id] = {**data, "rev": _revise(data, texts)}
        screen.append(html)
        paper.append(printed)
        if answer:
            key.append((number, f"/{module.id}/{step.id}/{part.id}", answer))
    return RenderedStep(step.id, step.title, "\n".join(screen), "\n".join(paper), key, items)


def _revise(data: dict[str, Any], texts: list[str]) -> str:
    """Return the content revision of a block: of the author's words and figures, not of our templates or phrases."""
    return hashlib.sha256(json.dumps([data, sorted(texts)], sort_keys=True).encode()).hexdigest()[:6]


def _render_block(block: Block, number: int, module: Module, step: Step, typesetter: Typesetter, say: words.Phrases, jinja: Environment) -> tuple[str, str, str, list[str]]:
    """Return a block for the screen, for paper, its answer, and the author's texts as they were typeset."""
    span, last_line = block.span(), block.last_line
    texts: dict[str, Markup] = {}  # screen, paper and key show the same ones

    def prose(text: str) -> Markup:
        if text not in texts:
            texts[text] = Markup(typesetter.text(text, module, step, span, last_line))  # noqa: S704 – typeset with HTML off
        return texts[text]

    view = jinja.get_template(f"{block.kind()}/view.html")
    context = {"block": block, "place": f"/{module.id}/{step.id}/{block.id}", "prose": prose, "say": say.say, "paper": False, "number": number}
    screen = view.render(context)
    printed = view.render({**context, "paper": True})
    answer = "".join(view.blocks["key"](view.new_context(context))) if "key" in view.blocks else ""
    return screen.strip(), printed.strip(), answer.strip(), list(texts.values())
