"""The rules are right about questions and texts that people have labelled: where in doubt they say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from precision import LEAST, list_entries, measure, sum_up

ENOUGH = 150


def test_what_the_rules_say_is_mostly_so(tmp_path: Path) -> None:
    tallies, _ = measure(tmp_path)
    sums = sum_up(tallies)
    assert {"grave", "warning", "hint"} <= sums.keys()
    for name, one in sums.items():
        assert one.precision >= LEAST[name], f"{name}: {one.precision:.3f}; wrong in {one.wrong}"


@pytest.mark.parametrize("kind", ["items"])
def test_the_corpus_has_enough_clean_and_faulty_entries(kind: str) -> None:
    entries = [entry for name, _, entry in list_entries() if name.startswith(kind)]
    faulty = sum(bool(entry.get("told")) for entry in entries)
    assert faulty >= ENOUGH and len(entries) - faulty >= ENOUGH
