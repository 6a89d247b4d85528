"""A package for SCORM 1.2, which every learning platform speaks."""

from __future__ import annotations

from pathlib import Path

from tuokio.finding import Finding
from tuokio.lms import ordinals
from tuokio.page import Pages
from tuokio.targets.scorm import write_package


def write(pages: Pages, output: Path, findings: list[Finding]) -> Path:
    """Write `<name>-scorm12.zip` and return it."""
    findings.extend(ordinals.tell_limits(pages, 4096))
    return write_package(pages, output, "scorm12")
