"""Results that a learning platform carried here: a question of any kind that has a score and no answer looks as it stands, and can be gone on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from browser import Browser
from gallery import KINDS, chromium, open_kind
from learner import check, choose_any, item, open_course, press, verdict
from test_backup import PUT

MOMENT = "2026-11-22T10:00:00.000Z"


def carry(*results: dict[str, Any], n: int) -> dict[str, Any]:
    """Return what a platform had as an event."""
    return {"id": f"platform-{n}", "n": n, "at": MOMENT, "tz": 120, "kind": "carried", "of": "course", "results": [*results]}


def answered(of: str, score: float) -> dict[str, Any]:
    return {"kind": "answered", "of": of, "rev": "r", "response": [], "score": score, "points": 1, "attempt": 1}


@chromium
def test_every_kind_shows_how_it_went_without_the_answer_and_is_gone_on_with(site: Callable[..., Path], browser: Browser) -> None:
    address = (site("handbook") / "index.html").as_uri()
    open_course(browser, address)
    browser.run_async(PUT, [carry(*[answered(f"example-{kind}", 0) for kind in KINDS], n=50)])
    browser.reload()
    for kind in KINDS:
        name = open_kind(browser, kind)
        browser.wait("!document.querySelector(arguments[0]).hidden", f"{item(name)} .outcome")
        assert verdict(browser, name) == "wrong", kind
        if browser.run("return document.querySelector(arguments[0])?.offsetParent != null", f"{item(name)} .again"):
            press(browser, f"{item(name)} .again")
            choose_any(browser, name)
            check(browser, name)
            assert verdict(browser, name), kind
    browser.run_async(PUT, [carry(*[answered(f"example-{kind}", 1) for kind in KINDS], n=100_000)])
    browser.reload()
    for kind in KINDS:
        name = open_kind(browser, kind)
        browser.wait("document.querySelector(arguments[0]).classList.contains('settled')", item(name))
        assert verdict(browser, name) == "right", kind
        marks = f"{item(name)} [data-mark=missed], {item(name)} [data-mark=right], {item(name)} .right-answer:not([hidden])"
        assert kind == "open" or browser.run("return document.querySelector(arguments[0]) !== null", marks), f"{kind}: what is right is shown"
    assert browser.run("return window.seen") == []
