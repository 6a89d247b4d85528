"""What can be said of a course once it is read whole. Each rule is one file under `rules/`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from tuokio.check import rules
from tuokio.check.manuscript import Manuscript
from tuokio.course import Course, Module
from tuokio.finding import Finding
from tuokio.kept import Kept, fingerprint
from tuokio.settings import Settings


def check(course: Course, kept: Kept) -> list[Finding]:
    """Run every rule over the course. What is said of one module alone is `kept` as long as that module is."""
    found: list[Finding] = []
    settings = course.settings
    asked = fingerprint((settings.labels, settings.contacts, settings.results))  # what rules of one module look at besides it
    for edition in course.editions:
        for module in (*edition.modules, *edition.banks):
            if edition is course.source or module.source:
                found += kept.get(("check", module.path), (module, tuple(block.id for block in module.blocks), asked), lambda: _inspect(module, settings))  # noqa: B023 – called at once
    for rule in list_rules().values():
        if hasattr(rule, "check"):
            found += rule.check(course)
    return found


def _inspect(module: Module, settings: Settings) -> list[Finding]:
    manuscript = Manuscript(module, settings)
    found = [finding for rule in list_rules().values() if hasattr(rule, "inspect") for finding in rule.inspect(manuscript)]
    vars(manuscript).clear()  # its texts know it: a circle would keep all modules in memory, since none is looked for while a course is built
    return found


@cache
def list_rules() -> dict[str, ModuleType]:
    """Return the rules by what their findings are called.

    A rule has `check(course)`, or `inspect(manuscript)` if one module alone tells, or neither: then its docstring is the
    manual page of what is told while files are read.
    """
    return {module.name.replace("_", "-"): importlib.import_module(f"{rules.__name__}.{module.name}") for module in pkgutil.iter_modules(rules.__path__) if not module.name.startswith("test_")}
