"""What rules gather of each module to judge the whole course by it: small enough to be kept, so that one edit asks one module anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tuokio.course import Course, Module

Gathered = Mapping[Module, Any]
"""By module or bank of the source language, what a rule's `gather` returned, if it was anything. Blocks are told by their numbers in it."""


def list_counted(course: Course) -> list[Module]:
    """Return what learners are sure to meet questions of, or may: modules, and banks that something is drawn from."""
    return [*course.source.modules, *course.source.used_banks]
