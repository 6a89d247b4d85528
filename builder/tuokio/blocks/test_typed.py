"""What authors write is read as what learners type: one table holds for both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tuokio.blocks.typed import Reading, fold, is_close, read_number

TABLE = json.loads(Path(__file__).with_name("typed.cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", TABLE["numbers"], ids=lambda case: ascii(case["typed"]))
def test_a_number_is_read_as_the_table_says(case: dict[str, Any]) -> None:
    expected = Reading(tuple(case["values"]), case.get("unit", "")) if case["values"] else None
    assert expected == read_number(case["typed"])


@pytest.mark.parametrize("case", TABLE["texts"], ids=lambda case: ascii(case["typed"]))
def test_texts_are_the_same_as_the_table_says(case: dict[str, Any]) -> None:
    assert ("same" in case) == (fold(case["typed"]) == fold(case.get("same", case.get("other"))))


def test_a_tolerance_is_not_made_narrower_by_a_computers_arithmetic() -> None:
    assert is_close(2.4, 2.5, 0.1)
    assert not is_close(2.39, 2.5, 0.1)
