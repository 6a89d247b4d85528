"""The record under stress. Samples: all of it is in tests/bench/tabs.py, failures.py and kills.py."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from stress import TICKING, tick_in_tabs


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_two_tabs_that_write_at_once_lose_nothing_and_agree_in_the_end(site: Callable[..., Path], browser: Browser) -> None:
    counts = tick_in_tabs(browser, (site("tiny", TICKING) / "index.html").as_uri(), tabs=2, events=100, chance=random.Random(8))
    assert counts.pop("turns") > 5, "they did write at once"
    assert {"made": 100, "acknowledged": 100, "lost": 0, "twice": 0, "tabs apart": 0} == counts
