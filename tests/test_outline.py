"""The report on a course, as an author sees it: `tuokio check --report`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from browser import Browser
from conftest import COURSES
from gallery import chromium
from test_looks import assert_accessible
from tuokio.build import SHELF, prepare
from tuokio.outline import write_report

UNSEEN = "return [...document.querySelectorAll('.gauge, .dots, .glance > a')].filter((one) => !one.closest('details:not([open])') && !(one.getBoundingClientRect().width > 4 && one.getBoundingClientRect().height > 4)).map((one) => one.outerHTML.slice(0, 80))"


@chromium
@pytest.mark.parametrize("name", ["asiakaspalvelu"])
def test_the_report_can_be_read_by_everyone_on_any_screen(name: str, browser: Browser, tmp_path: Path) -> None:
    write_report(*prepare(COURSES[name], shelf=tmp_path / SHELF), tmp_path / "report.html", date(2026, 11, 22))
    browser.goto((tmp_path / "report.html").as_uri())
    browser.emulate({"prefers-color-scheme": "dark"})
    assert [] == browser.run(UNSEEN)
    assert_accessible(browser, "desktop, dark")
    browser.resize(320, 800)
    browser.emulate({"prefers-color-scheme": "light"})
    assert [] == browser.run(UNSEEN)
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert_accessible(browser, "320 px, all opened")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert [] == browser.console()
