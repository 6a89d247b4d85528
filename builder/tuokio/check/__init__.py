"""What can be said of a course once it is read whole. Each rule is one file under `rules/`."""

from __future__ import annotations

import importlib
import pkgutil

from tuokio.check import rules
from tuokio.course import Course
from tuokio.finding import Finding


def check(course: Course) -> list[Finding]:
    """Run every rule over the course."""
    found: list[Finding] = []
    for module in pkgutil.iter_modules(rules.__path__):
        rule = importlib.import_module(f"{rules.__name__}.{module.name}")
        found.extend(rule.check(course))
    return found
