"""The questions of a course that count."""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.blocks.question import Question
from tuokio.course import Course, Module


def list_scored(course: Course) -> list[Question]:
    """Return the questions that a machine grades and that weigh something: those of modules, and of banks that something is drawn from."""
    return [question for module in (*course.source.modules, *course.source.used_banks) for question in list_scored_of(module)]


def list_scored_of(module: Module) -> Iterator[Question]:
    """Yield those of one module or bank."""
    yield from (block for block in module.blocks if isinstance(block, Question) and block.gradable and block.points)
