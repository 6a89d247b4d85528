"""What one can choose in a question, and what that looks like to someone who does not know the answer."""

from __future__ import annotations

from typing import Any, TypeGuard

from tuokio.blocks.question import Options, Question
from tuokio.check.markup import strip_markup


def has_one_right(question: object) -> TypeGuard[Options]:
    """Say whether one chooses among written options, of which one is right."""
    return isinstance(question, Options) and not question.partial and len(question.correct) == 1


def is_statement(question: Question) -> bool:
    """Say whether it is a statement that is true or false."""
    return question.key == "statement"


def list_choosable(question: Question) -> tuple[str, list[Any]]:
    """Return what one chooses among, written options or regions of a picture, with the key they stand under; nothing where one does not choose."""
    return (question.key, getattr(question, question.key)) if question.key in ("options", "regions") else ("", [])


def measure_options(question: Question) -> list[int]:
    """Return how many characters the options of a question with one right option have, the right one's first; nothing where that tells nothing: pictures, several right ones."""
    if not has_one_right(question):
        return []
    texts = [strip_markup(option.text).strip() for option in sorted(question.options, key=lambda option: not option.correct)]
    return [len(text) for text in texts] if all(texts) else []
