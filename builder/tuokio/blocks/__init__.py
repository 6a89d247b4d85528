"""Block kinds. Each is one folder here; a new kind is a new folder and no other edit."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from tuokio.blocks.block import Block


@cache
def kinds() -> dict[str, type[Block]]:
    """Find the folders and return each kind's model by its name, in alphabetical order."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        if module.ispkg:
            model = importlib.import_module(f"{__name__}.{module.name}.model")
            found[module.name] = model.Kind
    return found


@cache
def fences() -> dict[str, list[type[Block]]]:
    """Return the kinds that each fence word can mean: `quiz` means every question kind."""
    words: dict[str, list[type[Block]]] = {}
    for kind in kinds().values():
        words.setdefault(kind.fence, []).append(kind)
    return words


@cache
def shapes(fence: str) -> dict[str, list[type[Block]]]:
    """Return the kinds behind a fence by the key that tells them."""
    found: dict[str, list[type[Block]]] = {}
    for kind in fences()[fence]:
        found.setdefault(kind.key, []).append(kind)
    return found


def folder(kind: str) -> Path:
    """Return the folder that holds all there is of a kind."""
    return Path(__file__).parent / kind
