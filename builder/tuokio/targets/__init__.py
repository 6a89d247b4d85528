"""Where a course can go. Each target is one folder; a new one is a new folder and no other edit."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import Protocol

from tuokio.finding import Finding
from tuokio.page import Pages


class Target(Protocol):
    """A module `target.py`."""

    def write(self, pages: Pages, output: Path, findings: list[Finding]) -> Path | None:
        """Write the course below `output`, add to `findings` what is amiss with it there, and return the file to open; None if it cannot be made."""


@cache
def targets() -> dict[str, Target]:
    """Find the folders and return each target by its name."""
    return {module.name: importlib.import_module(f"{__name__}.{module.name}.target") for module in pkgutil.iter_modules(__path__) if module.ispkg}
