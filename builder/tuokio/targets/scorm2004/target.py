"""A package for SCORM 2004, 4th edition, which has room for more and tells completion from success."""

from __future__ import annotations

from pathlib import Path

from tuokio.finding import Finding
from tuokio.lms import ordinals
from tuokio.page import Pages
from tuokio.targets.scorm import write_package


def write(pages: Pages, output: Path, findings: list[Finding]) -> Path:
    """Write `<name>-scorm2004.zip` and return it."""
    findings.extend(ordinals.tell_limits(pages))
    return write_package(pages, output, "scorm2004")
