"""Every rule finds what its cases call bad, is silent on what they call good, and says why it is there."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tuokio.build import prepare
from tuokio.check import list_judges, list_rules
from tuokio.finding import Finding
from tuokio.lock import Lock, compare

CASES = Path(__file__).parent / "rules/cases"
ENOUGH = 5  # of each, good and bad


def find(case: str | dict[str, Any], folder: Path) -> list[Finding]:
    """Check the course of a case; where it `was` otherwise when it was published, as it is checked when it is published again."""
    case = {"text": case} if isinstance(case, str) else case
    settings = {"id": "case", "title": "Case", "languages": [case.get("language", "en")], **case.get("settings", {})}
    front = {"id": "case", "title": "Case", **case.get("front", {})}
    top = f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n\n"
    files = {"course.yaml": yaml.safe_dump(settings, allow_unicode=True), "01-case.md": top + case.get("text", ""), **case.get("files", {})}
    if "was" in case:
        write(folder, {**files, "01-case.md": top + case["was"]})
        pages, _ = prepare(folder)
        assert pages
        before = compare(pages, Lock(course="case"), date(2026, 1, 1)).lock
        write(folder, files)
        pages, told = prepare(folder)
        assert pages
        return told + compare(pages, before, date(2026, 2, 1)).findings
    write(folder, files)
    return prepare(folder)[1]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        found = yaml.safe_load(path.read_text("utf-8"))
        for which in ("bad", "good"):
            for number, case in enumerate(found[which], 1):
                yield pytest.param(path.stem, which, case, id=f"{path.stem}-{which}-{number}")


@pytest.mark.parametrize("rule, which, case", list(cases()))
def test_a_rule_finds_what_is_bad_and_nothing_in_what_is_good(rule: str, which: str, case: str | dict[str, Any], tmp_path: Path) -> None:
    told = find(case, tmp_path)
    assert any(finding.id == rule for finding in told) is (which == "bad"), [f"{finding.id}: {finding.message}" for finding in told]
    for finding in told:
        lines = finding.span.path.read_text("utf-8").split("\n") if finding.span.path.is_file() else [""]
        assert 1 <= finding.span.line <= len(lines) and finding.cure, finding


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_rule_has_enough_cases_and_no_case_lacks_a_rule(path: Path) -> None:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert path.stem in list_rules() and min(len(found["bad"]), len(found["good"])) >= ENOUGH


@pytest.mark.parametrize("rule", list_rules().values(), ids=list_rules())
def test_a_rule_says_what_it_is_about_why_and_what_to_write(rule: Any) -> None:
    page = inspect.getdoc(rule) or ""
    assert page.split("\n\n")[0].endswith(".") and all(part in page for part in ("**Why.**", "**Severity:**", "**Good:**"))


@pytest.mark.parametrize("way", ["check", "gather", "inspect"])
def test_a_rule_that_looks_for_something_is_known_by_its_source(way: Any) -> None:
    assert [rule.__name__ for rule in list_rules().values() if hasattr(rule, way)] == [rule.__name__ for rule in list_judges(way)]
