"""Every finding that Tuokio can tell has a page, and a place in the handbook's index."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tuokio.check import list_rules
from tuokio.check.manual import SUBJECTS, explain, list_manual, list_pages, read_page, suggest
from tuokio.finding import Severity

TUOKIO = Path(__file__).parent.parent
NAME = re.compile(r"[a-z]+(-[a-z0-9]+)*")
TELLERS = {"Finding", "Fault", "Unusable", "PydanticCustomError", "_Refusal", "say", "_say", "tell", "_tell", "_add", "_refuse", "_unplayable", "finding", "matching", "point"}
"""What is called with a finding's name, and with what it says."""
NOUNS = {"clashes": 2, "_alike": 1}
"""What puts a finding's name together, and which argument is the noun in it."""


@cache
def list_told() -> dict[str, list[str]]:
    """Return the findings that the program can tell, as its files say, each with where."""
    told: dict[str, list[str]] = {}
    for path in TUOKIO.rglob("*.py"):
        if not path.name.startswith("test_"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                for name in find_names(node):
                    told.setdefault(name, []).append(f"{path.relative_to(TUOKIO)}:{node.lineno}")
    return told


def find_names(node: ast.AST) -> Iterator[str]:
    """Yield the findings that a call or a tuple names."""
    if isinstance(node, ast.Call):
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in NOUNS and len(node.args) > NOUNS[called]:
            for noun in texts(node.args[NOUNS[called]]):
                yield from (f"empty-{noun}", f"identical-{noun}s")
        if called in TELLERS and len(node.args) >= 3:
            yield from (name for part in node.args[:3] for name in texts(part) if NAME.fullmatch(name) and ("-" in name or part is node.args[0]))
    elif isinstance(node, ast.Tuple) and len(node.elts) in (3, 4) and all(is_said(part) for part in node.elts[1:]):
        yield from (name for name in texts(node.elts[0]) if NAME.fullmatch(name) and "-" in name)


def texts(node: ast.expr) -> list[str]:
    """Return the texts an expression may be."""
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def is_said(node: ast.expr) -> bool:
    """Say whether it may be a severity, a message or a cure."""
    return not isinstance(node, ast.Constant) or isinstance(node.value, str) and (" " in node.value or not node.value)


def test_what_files_tell_is_seen_whatever_tells_it() -> None:
    seen = {match for path in TUOKIO.rglob("broken/**/*.txt") for match in re.findall(r"^(?:error|warning|hint): .*\[([a-z][a-z0-9-]+)\]$", path.read_text("utf-8"), re.M)}
    assert len(seen) > 200
    assert set() == seen - list_told().keys(), "told by something this test does not look for: see TELLERS"


def test_every_finding_has_a_page() -> None:
    assert {} == {name: places[0] for name, places in list_told().items() if name not in list_manual()}, "write check/rules/<name>.py"


def test_every_page_is_about_a_finding() -> None:
    assert set() == list_manual().keys() - list_told().keys()
    shared = [name for rule in list_rules().values() for name in getattr(rule, "ALSO", ())]
    assert [] == [name for name, count in Counter(shared).items() if count > 1 or name in list_rules()], "two pages of one finding"


def test_every_page_has_one_subject() -> None:
    assert {} == {name: page.subject for name in list_rules() if (page := read_page(name)).subject not in SUBJECTS}, f"say **Subject:** and one of {SUBJECTS}"
    assert not set(SUBJECTS) & list_told().keys(), "an address leads to one of the two"


def test_an_index_of_all_pages_names_each_once_and_what_stops_a_build_first() -> None:
    listed = [page for subject in SUBJECTS for page in list_pages(subject)]
    assert sorted(page.name for page in listed) == sorted(list_rules())
    for subject in SUBJECTS:
        weights = [list(Severity).index(page.severity) for page in list_pages(subject)]
        assert weights == sorted(weights)


@pytest.mark.parametrize("name", sorted(list_manual()))
def test_a_page_says_what_a_finding_is_and_the_terminal_shows_all_of_it(name: str) -> None:
    page = read_page(name)
    labels = [label for label, _ in page.parts]
    assert page.what.endswith(".") and "**" not in page.what and {"Why", "Severity", "Good"} <= set(labels) and len(labels) == len(set(labels)), labels
    assert re.match(r"(error|warning|hint)\b", dict(page.parts)["Severity"])
    shown = " ".join(explain(name).split())
    assert shown.startswith(f"{name} ===") and all(text.split()[0] in shown for _, text in page.parts)


def test_a_page_shared_by_findings_stands_under_the_name_that_was_asked() -> None:
    assert explain("empty-thing").startswith("empty-thing\n===========\n")
    assert "allow: {identical-cards: " in explain("identical-cards"), "where it is only a warning it may be allowed"


@pytest.mark.parametrize(("name", "ending"), [("endless", "An error cannot be allowed: it has to be mended."), ("no-captions", "  allow: {no-captions: Why it may stay.}")])
def test_a_page_ends_with_how_to_allow_it_or_why_not(name: str, ending: str) -> None:
    assert explain(name).endswith(ending)


def test_a_name_that_is_nearly_one_is_recognised() -> None:
    assert "Did you mean `empty-thing`?" == suggest("empty-thin")
    assert explain("no-such-thing") is None
