"""Shared by the unit tests that lie beside the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tuokio import blocks
from tuokio.build import prepare
from tuokio.check.frame import frame, sort
from tuokio.finding import Finding
from tuokio.page import Pages


@pytest.fixture
def check_course(tmp_path: Path) -> Callable[..., tuple[Pages | None, list[Finding]]]:
    """Write files (name → text or bytes) as a course and read, check and render it.

    That nothing notes what a translation follows is left out: nobody writes that by hand (`translate/test_translate.py`).
    """

    def run(files: dict[str, str | bytes]) -> tuple[Pages | None, list[Finding]]:
        folder = tmp_path / "course"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        pages, findings = prepare(folder)
        return pages, [one for one in findings if one.id != "unmarked-translation"]

    return run


@pytest.fixture
def expect_frames(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Hold the findings of a broken file against the frames kept whole beside it."""
    quiz = blocks.fences()["quiz"]
    every_kind = ("; ".join(f"{kind.shape} ({kind.kind()})" for kind in quiz), ", ".join(f"`{kind.kind()}`" for kind in quiz))

    def run(source: Path) -> None:
        findings = prepare(source)[1]
        text = "\n\n".join(frame(finding, source.parent) for finding in sort(findings)) + "\n"
        for listed in every_kind:  # a new kind is told of, and must not change what is kept of the others
            text = text.replace(listed, "(every kind)")
        text = re.sub(r"\d+ of its \d+ phrases", "(nearly all) of its phrases", text)
        kept = source.with_suffix(".txt")
        if request.config.getoption("--accept"):
            kept.write_text(text, "utf-8")
        assert kept.read_text("utf-8") == text

    return run
