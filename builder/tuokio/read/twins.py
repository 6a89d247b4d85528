"""Two courses with one id: what a learner did in the one would count in the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tuokio.finding import Finding, Severity
from tuokio.read import yaml
from tuokio.read.source import load


def find_twins(courses: Iterable[Path]) -> list[Finding]:
    """Return a finding for every course whose id one before it has too; what else is wrong with a course.yaml is not told here."""
    findings: list[Finding] = []
    seen: dict[str, Path] = {}
    for config in dict.fromkeys((course if course.is_dir() else course.parent).resolve() / "course.yaml" for course in courses):
        source = load(config, []) if config.is_file() else None
        document = yaml.parse(source.text, config, []) if source else None
        id = document.data.get("id") if document and isinstance(document.data, dict) else None
        if isinstance(id, str) and (other := seen.setdefault(id, config)) != config:
            here = Path.cwd()
            span = document.span(("id",))
            span = type(span)(config.relative_to(here) if config.is_relative_to(here) else config, span.line, span.column, span.length)
            message = f"The course `{other.parent.name}` has the id `{id}` too, so in one browser their learners' answers would mix."
            findings.append(Finding("same-course-id", Severity.WARNING, span, message, "Give the newer one an id of its own, such as " + f"`{id}-2`."))
    return findings
