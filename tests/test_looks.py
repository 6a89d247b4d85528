"""What can be measured of how it looks: accessibility rules, narrow screens, page weight."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from conftest import COURSES, Server
from gallery import chromium
from learner import READY, check, choose_any, go, open_course, open_module, open_step, wait_for_frames
from tuokio.build import build

AXE = (Path(__file__).parent.parent / "builder/node_modules/axe-core/axe.min.js").read_text("utf-8")
RULES = {"rules": {"target-size": {"enabled": True}}}
KIB = 1024
DESKTOP, PHONE = (1280, 860), (360, 740)


def routes(folder: Path) -> dict[str, list[str]]:
    """Return each module's steps, read from its script."""
    found = {}
    for path in sorted(folder.glob("modules/*/*.js")):
        _, id, module = json.loads("[" + path.read_text("utf-8").removeprefix("tuokio.module(").rstrip(")\n") + "]")
        found.setdefault(id, [step["id"] for step in module["steps"]])
    return found


def assert_accessible(browser: Browser, where: str) -> None:
    violations = browser.axe(AXE, RULES)
    assert [] == [(violation["id"], [node["html"][:160] for node in violation["nodes"]]) for violation in violations], where


def test_axe_finds_nothing_on_phone_or_desktop_before_and_after_answering(built: Callable[[str], Path], browser: Browser) -> None:
    assert_accessible_throughout(built("tiny") / "site", browser, DESKTOP, PHONE)


WHOLE = {"handbook": ["kinds", "blocks"], "asiakaspalvelu": ["tuotteet", "taipua", "kohtaamiset", "pareittain"]}
"""The modules of long courses that have all there is to see."""


@chromium
@pytest.mark.parametrize("name", WHOLE)
def test_axe_finds_nothing_in_long_courses(name: str, built: Callable[[str], Path], browser: Browser) -> None:
    assert_accessible_throughout(built(name) / "site", browser, PHONE, whole=WHOLE[name])


def assert_accessible_throughout(folder: Path, browser: Browser, *sizes: tuple[int, int], whole: list[str] | None = None) -> None:
    """Look at every step, or at those of `whole` modules and the first of all others."""

    def assert_at_all(where: str) -> None:
        for size in sizes:
            browser.resize(*size)
            # What overflows gets its name and its place in the tab order when the layout has been made.
            wait_for_frames(browser)
            assert_accessible(browser, f"{where} at {size[0]} px")

    open_course(browser, (folder / "index.html").as_uri())
    assert_at_all("home")
    for module in routes(folder):
        steps = open_module(browser, module)
        for step in steps if whole is None or module in whole else steps[:1]:
            names = open_step(browser, step)
            if not names or len(sizes) > 1:  # of a long course, questions are looked at once they are answered
                assert_at_all(f"{step} before")
            for question in names:
                choose_any(browser, question)
                check(browser, question)
            if names:
                assert_accessible(browser, f"{step} after")
        go(browser, f"#/{module}/-end")
        assert_at_all(f"{module} end")
    go(browser, "#/-end")
    assert_at_all("course end")


def test_axe_finds_nothing_on_the_printable_page(built: Callable[[str], Path], browser: Browser) -> None:
    browser.goto((built("asiakaspalvelu") / "asiakaspalvelu-print.html").as_uri())
    assert_accessible(browser, "print")


@pytest.mark.parametrize("name", ["asiakaspalvelu", "tiny"])
def test_nothing_is_wider_than_320_pixels(name: str, built: Callable[[str], Path], browser: Browser) -> None:
    assert_narrow_throughout(built(name) / "site", browser)


@chromium
def test_nothing_in_the_handbook_is_wider_than_320_pixels(built: Callable[[str], Path], browser: Browser) -> None:
    assert_narrow_throughout(built("handbook") / "site", browser)


def assert_narrow_throughout(folder: Path, browser: Browser) -> None:
    browser.resize(320, 256)
    open_course(browser, (folder / "index.html").as_uri())
    wide = "return document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, pre, .unseen')).map(e => e.outerHTML.slice(0, 120)) : []"
    assert 320 == browser.run("return innerWidth")
    assert [] == browser.run(wide)
    for module, steps in routes(folder).items():
        for step in [*steps, "-end"]:
            go(browser, f"#/{module}/{step}")
            browser.wait(READY)
            assert [] == browser.run(wide), f"{module}/{step}"


def test_primary_targets_are_large_enough_for_a_thumb(built: Callable[[str], Path], browser: Browser) -> None:
    browser.resize(360, 740)
    open_course(browser, (built("tiny") / "site/index.html").as_uri(), "#/first/several")
    small = browser.run("return [...document.querySelectorAll('.button, .quiet, .option, .brand')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)")
    assert [] == small


def test_text_spacing_of_the_readers_own_clips_nothing(built: Callable[[str], Path], browser: Browser) -> None:
    browser.resize(360, 740)
    open_course(browser, (built("asiakaspalvelu") / "site/index.html").as_uri(), "#/kuitti/")
    browser.run("for (const e of document.querySelectorAll('body, body *')) Object.assign(e.style, {lineHeight: 1.5, letterSpacing: '.12em', wordSpacing: '.16em', ...(e.matches('p') && {marginBlockEnd: '2em'})})")
    clipped = browser.run("return [...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).overflowY === 'hidden' && e.tagName !== 'PROGRESS' && !e.closest('.unseen') && e.scrollHeight > e.clientHeight + 1).map(e => e.outerHTML.slice(0, 120))")
    assert [] == clipped


def weigh(paths: list[Path]) -> int:
    """Return what a web server that compresses sends for these files, in bytes."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


@pytest.mark.parametrize("name", ["asiakaspalvelu", "tiny"])
def test_the_first_page_weighs_at_most_30_kib(name: str, built: Callable[[str], Path], serve: Callable[[Path], tuple[str, Server]], browser: Browser) -> None:
    site = built(name) / "site"
    address, server = serve(site)
    open_course(browser, address)
    # What is fetched ahead comes after it: the questions, the first module, and what resources have for the home page.
    parts = {path.split("?")[0].lstrip("/") or "index.html" for path, _ in server.asked if not path.startswith(("/questions.", "/blocks.", "/modules/", "/banks/", "/resources/", "/later.", "/favicon"))}
    assert weigh([site / part for part in parts]) <= 30 * KIB
    assert len(parts) <= 5, "requests"


def test_a_course_of_three_kinds_weighs_at_most_30_kib_with_its_first_questions(built: Callable[[str], Path]) -> None:
    site = built("tiny") / "site"
    parts = [site / "index.html", *site.glob("course.*.js"), *site.glob("questions.*.js"), *site.glob("outline.*.js"), *site.glob("style.*.css"), *site.glob("blocks.*.css"), sorted(site.glob("modules/*/*.js"))[0]]
    assert weigh(parts) <= 30 * KIB
    assert len(parts) <= 7, "requests"


@pytest.mark.parametrize("target", ["scorm12", "scorm2004"])
def test_a_package_brings_at_most_6_kib_more_than_a_folder(target: str, built: Callable[[str], Path], tmp_path: Path) -> None:
    site = built("tiny") / "site"
    assert not (result := build(COURSES["tiny"], tmp_path, [target])).failed
    with zipfile.ZipFile(result.files[0]) as archive:
        archive.extractall(tmp_path / "package")
    there, here = ({path.relative_to(folder).as_posix().split(".")[0]: path.read_bytes() for path in folder.rglob("*.js")} for folder in (tmp_path / "package", site))
    # What speaks to a platform is all in the script the course starts with. The course's own numbers in it, and phrases in the outline, are the course's and no code.
    code, _, numbers = there["course"].partition(b"tuokio.ordinals({")
    assert numbers
    assert len(gzip.compress(code, 9)) - len(gzip.compress(here["course"], 9)) <= 6 * KIB
    # Of what comes after the first page, kinds' interactions follow the questions, and all else is the folder's.
    assert there["questions"].startswith(here["questions"])
    assert there["later"] == here["later"]
    assert not {name for name in there.keys() - here.keys()}


def test_no_kind_of_block_is_heavy() -> None:
    scripts = sorted((Path(__file__).parent.parent / "builder/tuokio/bundle/blocks").glob("*.js"))
    assert scripts
    assert {} == {path.stem: weigh([path]) for path in scripts if weigh([path]) > 5 * KIB}
