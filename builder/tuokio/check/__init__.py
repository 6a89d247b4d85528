"""What can be said of a course once it is read whole. Each rule is one file under `rules/`."""

from __future__ import annotations

import importlib
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from tuokio.check import rules
from tuokio.check.manuscript import Manuscript
from tuokio.course import Course, Module
from tuokio.finding import Finding
from tuokio.kept import Kept, Wanted, fingerprint
from tuokio.settings import Settings


def check(course: Course, kept: Kept) -> list[Finding]:
    """Run every rule over the course. What is said of one module alone is `kept` as long as that module is."""
    found: list[Finding] = []
    gathered: dict[str, dict[Module, Any]] = {rule.__name__: {} for rule in list_judges("gather")}
    settings = course.settings
    asked = fingerprint((settings.labels, settings.contacts, settings.results))  # what rules of one module look at besides it
    own = [module for edition in course.editions for module in (*edition.modules, *edition.banks) if edition is course.source or module.source]
    wanted = [Wanted(("check", module.path), (module, module.minutes, tuple((block.id, block.attachment) for block in module.blocks), asked), partial(_inspect, module, settings)) for module in own]
    for module, (said, known) in zip(own, kept.get_all(wanted), strict=True):
        found += said
        for name, fact in known.items():
            gathered[name][module] = fact
    for rule in list_judges("check"):
        found += rule.check(course, gathered[rule.__name__]) if rule.__name__ in gathered else rule.check(course)
    return found


def _inspect(module: Module, settings: Settings) -> tuple[list[Finding], dict[str, Any]]:
    """Return what is said of a module alone, and by rule what of it the whole course is judged by, where there is anything."""
    manuscript = Manuscript(module, settings)
    found = [finding for rule in list_judges("inspect") for finding in rule.inspect(manuscript)]
    known = {} if module.source else {rule.__name__: fact for rule in list_judges("gather") if (fact := rule.gather(manuscript))}
    vars(manuscript).clear()  # its texts know it: a circle would keep all modules in memory, since none is looked for while a course is built
    return found, known


@cache
def list_judges(way: Literal["check", "gather", "inspect"]) -> list[ModuleType]:
    """Return the rules that look for something, in one of the ways there are.

    Six of seven are only pages of the manual. Their source tells, so that a build need not load them.
    """
    return [load_rule(name) for name, ways in _list_ways().items() if way in ways]


@cache
def list_names() -> list[str]:
    """Return what the findings of rules are called, in alphabetical order of their files."""
    return [path.stem.replace("_", "-") for path in sorted(Path(rules.__path__[0]).glob("*.py")) if not path.name.startswith(("_", "test_"))]


def load_rule(name: str) -> ModuleType:
    """Return the rule whose findings have this name.

    It has `inspect(manuscript)` if one module alone tells, or `check(course)` if the whole does; where something small of each
    module is enough for that, `gather(manuscript)` returns it, and `check(course, gathered)` is handed all of it. Or it has neither:
    then its docstring is the manual page of what is told while files are read.
    """
    return importlib.import_module(f"{rules.__name__}.{name.replace('-', '_')}")


@cache
def list_rules() -> dict[str, ModuleType]:
    """Return all rules by what their findings are called; who needs the names or a page alone asks for these."""
    return {name: load_rule(name) for name in list_names()}


@cache
def _list_ways() -> dict[str, list[str]]:
    sources = {name: Path(rules.__path__[0], f"{name.replace('-', '_')}.py").read_bytes() for name in list_names()}
    return {name: [way for way in ("check", "gather", "inspect") if f"\ndef {way}(".encode() in source] for name, source in sources.items()}
