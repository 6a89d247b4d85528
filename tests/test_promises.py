"""What one may promise, on a phone: a table that looks like cards is still heard as a table, and answers are met with the limit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from browser import Browser
from gallery import chromium
from learner import check, go, item, open_course, order, press, said


@chromium
def test_on_a_phone_the_limits_are_heard_as_a_table_and_named_in_feedback(built: Callable[[str], Path], browser: Browser) -> None:
    browser.resize(360, 740)
    open_course(browser, (built("handbook") / "site/index.html").as_uri())
    go(browser, "#/blocks/promises")
    question = browser.wait("document.querySelector('[data-item]')?.dataset.item")
    assert 3 == browser.run("return document.querySelectorAll('[data-item]').length")

    tree = browser.tree(".promises")
    heads, row = re.findall(r'columnheader "(.*)"', tree), re.findall(r'(?:rowheader|cell) "(.*)"', tree)[:5]
    assert ["Situation", "Shop assistant", "Shift manager", "Customer service manager", "Why"] == heads
    assert ["Refund of a late order", "20\u00a0€", "50\u00a0€", "200\u00a0€"] == row[:4]

    assert ["a", "b", "c", "nobody"] == order(browser, question), "from the one who may least"
    press(browser, f'{item(question)} [data-option="a"] label')
    check(browser, question)
    assert re.search(r"Shop assistant: (up to (20\s€|1\sday)|may not)\.", said(browser, question))
