"""Shared by the unit tests that lie beside the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.check.frame import frame, sort
from tuokio.finding import Finding
from tuokio.page import Pages

GROWING = re.compile(r"(?:= Add one of these: |= Known are (?=`choice`)|does not know )(.+?)(?:\.$|\. You may leave `type`| phrases)", re.M)
"""What is said of all kinds and all phrases: it grows with every kind, whose folder is to be its only edit."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the code frames that tests expect, to be read before committing")


@pytest.fixture
def check_course(tmp_path: Path) -> Callable[..., tuple[Pages | None, list[Finding]]]:
    """Write files (name → text or bytes) as a course and read, check and render it."""

    def run(files: dict[str, str | bytes]) -> tuple[Pages | None, list[Finding]]:
        folder = tmp_path / "course"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return prepare(folder)

    return run


@pytest.fixture
def expect_frames(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Hold the findings of a broken file against the frames kept whole beside it."""

    def run(source: Path) -> None:
        findings = prepare(source)[1]
        text = "\n\n".join(frame(finding, source.parent) for finding in sort(findings)) + "\n"
        text = GROWING.sub(lambda match: match[0].replace(match[1], "…"), text)
        kept = source.with_suffix(".txt")
        if request.config.getoption("--accept"):
            kept.write_text(text, "utf-8")
        assert kept.read_text("utf-8") == text

    return run
