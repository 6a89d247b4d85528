"""Which objective is taught where, and which questions ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from tuokio.blocks.made import Maker
from tuokio.blocks.question import Question
from tuokio.course import Block, Course, Module
from tuokio.page import Page
from tuokio.settings import Drawing

TAG = re.compile(r"<[^>]*>")


@dataclass
class Cell:
    """What asks for something in one place."""

    scored: int = 0
    """Questions that earn points; of a draw, all it may draw."""
    practised: int = 0
    """Questions that only practise: without points, or without a right answer."""

    def add(self, block: Block) -> None:
        """Count a question."""
        if is_scored(block):
            self.scored += 1
        else:
            self.practised += 1


@dataclass(frozen=True)
class Elsewhere:
    """Another module that asks for an objective: mostly an exam."""

    title: str
    scored: int


@dataclass
class Objective:
    """What a learner can do after a module, and what asks for it."""

    id: str
    text: str
    steps: list[Cell]
    """What asks for it in its own module, step by step."""
    elsewhere: list[Elsewhere] = field(default_factory=list)

    @property
    def scored(self) -> int:
        """Questions of it that earn points, wherever they are asked."""
        return sum(cell.scored for cell in self.steps) + sum(one.scored for one in self.elsewhere)

    @property
    def practised(self) -> int:
        """Questions of it that only practise."""
        return sum(cell.practised for cell in self.steps)

    @property
    def is_tested(self) -> bool:
        """Whether a question that earns points asks for it."""
        return self.scored > 0


@dataclass(frozen=True)
class Loose:
    """A question that could serve an objective and names none."""

    id: str
    kind: str
    place: str
    """The title of its step, or of its bank."""
    step: int
    """The number of its step, from 0."""


@dataclass
class Coverage:
    """A module's objectives and what asks for them."""

    objectives: list[Objective]
    loose: list[Loose]
    """Its questions with points that name no objective."""
    loose_steps: list[Cell]
    """How many of these there are in each step."""

    @property
    def untested(self) -> list[Objective]:
        """Those that no question with points asks for."""
        return [one for one in self.objectives if not one.is_tested]


def is_item(block: Block) -> bool:
    """Say whether a block asks something: a question, what makes questions, a conversation. A draw asks what stands elsewhere."""
    return not isinstance(block, Drawing) and (isinstance(block, Question | Maker) or hasattr(block, "points"))


def is_scored(block: Block) -> bool:
    """Say whether a block earns points."""
    return bool(getattr(block, "points", 0)) and getattr(block, "gradable", True)


def cover(course: Course, pages: dict[str, Page]) -> dict[str, Coverage]:
    """Return by module what its objectives are and what asks for them, in the language the course is written in."""
    covered = {module.id: _begin(module, list(_list_objectives(module, pages[module.id]))) for module in course.modules}
    homes: dict[str, tuple[Module, Objective]] = {}
    for module in sorted(course.modules, key=lambda one: one.exam is not None):  # an exam asks for what others teach
        for objective in covered[module.id].objectives:
            homes.setdefault(objective.id, (module, objective))
    for module in course.modules:
        own = {one.id: one for one in covered[module.id].objectives}
        counts: dict[str, Cell] = {}
        for at, asked in _list_asked(course, module):
            name = getattr(asked, "objective", None)
            if name in own:
                own[name].steps[at].add(asked)
            elif name:
                counts.setdefault(name, Cell()).add(asked)
        for name, cell in counts.items():
            if name in homes and cell.scored:
                homes[name][1].elsewhere.append(Elsewhere(module.title, cell.scored))
    for bank in course.source.used_banks:
        covered[f"banks/{bank.id}"] = _begin(bank, [])
    return covered


def _begin(module: Module, objectives: list[Objective]) -> Coverage:
    loose = list(_list_loose(module))
    return Coverage(objectives, loose, [Cell(sum(one.step == at for one in loose)) for at in range(len(module.steps))])


def _list_objectives(module: Module, page: Page) -> Iterator[Objective]:
    for id, html in zip(module.front.objectives, page.objectives, strict=True):
        yield Objective(id, " ".join(unescape(TAG.sub("", html)).split()), [Cell() for _ in module.steps])


def _list_asked(course: Course, module: Module) -> Iterator[tuple[int, Block]]:
    """Yield what a module asks, each with the number of its step from 0: its own, and once a step what may be drawn there."""
    for at, step in enumerate(module.steps):
        parts = [part for part in step.parts if hasattr(part, "kind")]
        yield from ((at, part) for part in parts if is_item(part))
        drawings = [part for part in parts if isinstance(part, Drawing)] + ([module.exam] if module.exam and at == len(module.steps) - 1 else [])
        pool = {id(item): item for drawing in drawings for _, item in course.source.pool(drawing)}
        yield from ((at, item) for item in pool.values())


def _list_loose(module: Module) -> Iterator[Loose]:
    """Yield the questions of a module or a bank that could name an objective and do not."""
    for at, step in enumerate(module.steps):
        for part in step.parts:
            if isinstance(part, Question) and is_scored(part) and not part.objective:
                yield Loose(part.id or "", part.kind(), module.title if module.is_bank else step.title, at)
