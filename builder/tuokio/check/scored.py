"""The questions of a module that count."""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.blocks.question import Question
from tuokio.course import Module


def list_scored_of(module: Module) -> Iterator[Question]:
    """Yield the questions that a machine grades and that weigh something."""
    yield from (block for block in module.blocks if isinstance(block, Question) and block.gradable and block.points)
