"""Two courses with one id: what a learner did in the one would count in the other."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tuokio.disk import follow
from tuokio.finding import Finding, Severity
from tuokio.read import yaml
from tuokio.read.source import load


def find_twins(courses: Iterable[Path]) -> list[Finding]:
    """Return a finding for every course whose id one before it has too; what else is wrong with a course.yaml is not told here."""
    findings: list[Finding] = []
    seen: dict[str, Path] = {}
    for config in dict.fromkeys((course if os.path.isdir(course) else course.parent) / "course.yaml" for course in courses):
        source = load(config, [])
        document = yaml.parse(source.text, config, []) if source else None
        id = document.data.get("id") if document and isinstance(document.data, dict) else None
        if not isinstance(id, str):
            continue
        other = seen.setdefault(id, config)
        if follow(other) != follow(config):
            message = f"The course `{follow(other).parent.name}` has the id `{id}` too, so in one browser what learners do in the two would mix."
            findings.append(Finding("same-course-id", Severity.WARNING, document.span(("id",)), message, f"Give the newer one an id of its own, such as `{id}-2`."))
    return findings
