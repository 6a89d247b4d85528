"""The record under stress. Samples: all of it is in tests/bench/tabs.py, failures.py and kills.py."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from faults import FAULTS, take
from gallery import chromium
from learner import check, choose, go, open_course, verdict
from stress import KEPT, TICKING, tick_in_tabs

pytestmark = pytest.mark.everywhere


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_two_tabs_that_write_at_once_lose_nothing_and_agree_in_the_end(site: Callable[..., Path], browser: Browser) -> None:
    counts = tick_in_tabs(browser, (site("tiny", TICKING) / "index.html").as_uri(), tabs=2, events=100, chance=random.Random(8))
    assert counts.pop("turns") > 1, "they did write at once"
    assert {"made": 100, "acknowledged": 100, "lost": 0, "twice": 0, "tabs apart": 0} == counts


SAMPLE = {  # the call that fails, how, and whether all after it do too
    "chromium": [(1, "quota", False), (9, "quota", True), (12, "abort", True), (14, "abort", False), (16, "hang", True)],
    "firefox": [(1, "abort", False), (13, "hang", True)],
}


@pytest.mark.parametrize("engine", SAMPLE, indirect=True)
def test_a_store_that_fails_stops_nobody_and_what_is_told_is_true(site: Callable[..., Path], browser: Browser) -> None:
    address = (site("tiny", FAULTS) / "index.html").as_uri()
    for at, error, lasting in SAMPLE[browser.engine]:
        about, complaints = take(browser, address, f"{error}-{at}", at, error, lasting)
        assert [] == complaints, (at, error, lasting)
        assert about["struck"] and bool(about["told"]) >= lasting


@chromium
def test_site_data_cleared_under_an_open_course_is_filled_again_from_what_is_on_screen(site: Callable[..., Path], serve, browser: Browser) -> None:
    address = serve(site("tiny"))[0]
    open_course(browser, address, "#/first/one-choice")
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    browser.clear_site_data(address.rstrip("/"))
    go(browser, "#/first/several")
    choose(browser, "choose-several", "Cortado")
    check(browser, "choose-several")
    kinds = [(event["kind"], event["of"]) for event in browser.run_async(KEPT)]
    assert ("answered", "choose-one") in kinds and ("answered", "choose-several") in kinds
    browser.reload()
    go(browser, "#/first/one-choice")
    assert "right" == verdict(browser, "choose-one")
