"""Brands as browsers show them: by night, in forced colours, on paper, in fonts of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from conftest import COURSES, ROOT
from learner import check, choose, choose_any, open_course, open_module, open_step, press
from test_looks import assert_accessible
from tuokio.build import build
from tuokio.page.test_fonts import make_font

NIGHT = {"prefers-color-scheme": "dark"}
FORCED = {"forced-colors": "active"}
STYLE = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"


@pytest.fixture
def dress(tmp_path: Path) -> Callable[..., Path]:
    """Build a course in another brand and return its output; `more` are further files of the brand."""

    def run(brand: str, course: str = "tiny", more: dict[str, str | bytes] | None = None) -> Path:
        folder = tmp_path / "courses" / course
        shutil.copytree(COURSES[course], folder)
        theme = tmp_path / "themes" / brand
        if (ROOT / "themes" / brand).is_dir():
            shutil.copytree(ROOT / "themes" / brand, theme)
        for name, content in (more or {}).items():
            (theme / name).parent.mkdir(parents=True, exist_ok=True)
            (theme / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        config = folder / "course.yaml"
        lines = [line for line in config.read_text("utf-8").splitlines() if not line.startswith("theme:")]
        config.write_text("\n".join([*lines, f"theme: {brand}"]), "utf-8")
        result = build(folder, tmp_path / "output", ["site", "print"])
        assert not result.failed, result.findings
        return tmp_path / "output" / course

    return run


@pytest.mark.parametrize("media", [{}, NIGHT, FORCED], ids=["day", "night", "forced colours"])
@pytest.mark.parametrize("brand", ["kahvila", "rautakauppa"])
def test_axe_finds_nothing_in_any_brand_by_day_by_night_and_in_forced_colours(brand: str, media: dict[str, str], dress: Callable[..., Path], browser: Browser) -> None:
    folder = dress(brand)
    browser.emulate(media)
    browser.resize(360, 740)
    open_course(browser, (folder / "site/index.html").as_uri())
    assert_accessible(browser, "home")
    for step in open_module(browser, "first"):
        names = open_step(browser, step)
        assert_accessible(browser, f"{step} before")
        for question in names:
            choose_any(browser, question)
            assert_accessible(browser, f"{step} chosen")
            check(browser, question)
        if names:
            assert_accessible(browser, f"{step} after")
    browser.goto((folder / "tiny-print.html").as_uri())
    assert_accessible(browser, "print")


def test_pages_follow_the_device_into_the_dark_and_paper_does_not(dress: Callable[..., Path], browser: Browser) -> None:
    open_course(browser, (dress("kahvila") / "site/index.html").as_uri())
    day = browser.run(STYLE, "body", "backgroundColor")
    browser.emulate(NIGHT)
    night = browser.run(STYLE, "body", "backgroundColor")
    assert day != night and all(int(part) < 60 for part in night.removeprefix("rgb(").rstrip(")").split(","))
    browser.emulate(NIGHT | {"media": "print"})
    assert "rgb(0, 0, 0)" == browser.run(STYLE, "body", "color")
    assert "#ffffff" == browser.run("return getComputedStyle(document.documentElement).getPropertyValue('--surface').trim()")


def test_in_forced_colours_what_is_chosen_right_wrong_and_missed_differ_in_shape_and_words(dress: Callable[..., Path], browser: Browser) -> None:
    browser.emulate(FORCED)
    open_course(browser, (dress("rautakauppa") / "site/index.html").as_uri(), "#/first/several")
    browser.wait("document.querySelector('[data-item]')")
    shape = "const s = getComputedStyle(document.querySelector(arguments[0] + ' > .option')); return s.borderTopStyle + ' ' + s.borderTopWidth"
    free = browser.run(shape, "[data-option]")
    choose(browser, "choose-several", "Cappuccino", "Espresso")
    assert free != browser.run(shape, ".chosen")
    check(browser, "choose-several")
    press(browser, ".reveal")
    browser.wait("document.querySelector('[data-mark=missed]')")
    marked = [f'[data-mark="{mark}"]' for mark in ("right", "wrong", "missed")]
    assert 4 == len({free, *(browser.run(shape, mark) for mark in marked)})
    assert 3 == len({browser.run("return document.querySelector(arguments[0]).innerText", f"{mark} .mark") for mark in marked})


def test_a_dark_logo_keeps_its_plate_by_night_in_forced_colours_too(dress: Callable[..., Path], browser: Browser) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    open_course(browser, (dress("own", more={"theme.yaml": "logo: logo.svg\n", "logo.svg": drawing}) / "site/index.html").as_uri())
    assert "rgba(0, 0, 0, 0)" == browser.run(STYLE, ".logo", "backgroundColor")
    for media in (NIGHT, NIGHT | FORCED):
        browser.emulate(media)
        ground = browser.run(STYLE, ".logo", "backgroundColor").removeprefix("rgb(").rstrip(")").split(",")
        assert all(int(part) > 200 for part in ground), media


def test_a_brands_own_font_is_there_from_a_plain_file_and_on_the_printable_page(dress: Callable[..., Path], browser: Browser) -> None:
    folder = dress("own", more={"theme.yaml": "fonts: {heading: Kulma}\n", "fonts/Kulma-Bold.ttf": make_font()})
    for page in ("site/index.html", "tiny-print.html"):
        browser.goto((folder / page).as_uri())
        browser.wait("document.querySelector('h1')")
        browser.wait("[...document.fonts].some(font => font.family.includes('Kulma') && font.status === 'loaded')")
        assert [] == browser.console()
