"""Content revisions: of what an author wrote, never of what we make of it, so that a newer Tuokio or another theme changes none."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from tuokio.blocks.block import Block
from tuokio.course import Step
from tuokio.prose import Markdown

ASIDE = {"id", "replaces", "allow", "type", "confidence"}
"""Keys that change nothing of what a block says or asks."""
TAG = re.compile(r"<[^>]*>")
WRITER = json.JSONEncoder(sort_keys=True, default=str)


def revise_block(block: Block, filled: Mapping[str, str]) -> str:
    """Return the revision of a block: of its words, its figures and what answers name. What is left out is the same as what is written as it would be anyway.

    `filled` has the texts in which values of the course stand, with these in place.
    """
    aside, defaults = ASIDE | block.about().keys(), _defaults(type(block))
    written = {name: value for name, value in block.written().items() if name not in aside and value is not (default := defaults.get(name)) and value != default}
    return _digest([block.kind(), _plain(written, filled, block.sequence), block.choices()])


def revise_prose(step: Step) -> str:
    """Return the revision of a step's own text: of its words, links and pictures, not of how they are marked up."""
    prose = [part for part in step.parts if isinstance(part, Markdown)]
    refs = [list(ref) for part in prose for ref in part.refs]
    return _digest([step.title, [" ".join(TAG.sub("", part.html).split()) for part in prose], refs])


def _plain(value: Any, filled: Mapping[str, str], sequence: bool) -> Any:
    """Return a value as JSON has it, without defaults; parts that have ids in one order, unless their sequence means something."""
    if isinstance(value, str):
        return str(filled[value]) if "{{" in value and value in filled else value
    if isinstance(value, BaseModel):
        written = value.__dict__
        return {
            name: one if one.__class__ is bool or one.__class__ is str and "{{" not in one else _plain(one, filled, sequence)
            for name, default in _defaults(value.__class__).items()
            if (one := written.get(name)) is not default and one != default  # most are the very same thing
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(one, filled, sequence) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(value, key=lambda one: str(one.id)) if not sequence and value and all(isinstance(one, BaseModel) and hasattr(one, "id") for one in value) else value
        return [_plain(one, filled, sequence) for one in parts]
    return value


@cache
def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """Return what is meant where a field is left out; None for a field that cannot be."""
    found = {name: field.get_default(call_default_factory=True) for name, field in model.model_fields.items()}
    return {name: None if value is PydanticUndefined else value for name, value in found.items()}


def _digest(value: Any) -> str:
    return hashlib.sha256(WRITER.encode(value).encode()).hexdigest()[:6]
