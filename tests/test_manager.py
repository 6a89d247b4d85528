"""The manager's page in real browsers: forty files give the right table, and what is on it can be read, found and typed by everyone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser import Browser
from conftest import COURSES, WATCH
from gallery import chromium
from test_looks import assert_accessible
from tuokio.build import build
from tuokio.record.parcel import pack

ROWS = "return [...document.querySelectorAll('.people tbody tr')].map(row => [row.cells[0].innerText, row.cells[1].innerText.split('\\n')[0].trim()])"
DROP = """
const carried = new DataTransfer();
for (const [name, text] of arguments[0]) carried.items.add(new File([text], name));
document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
"""
PEOPLE = [f"{first} {last}" for last in ("Virtanen", "Meri", "Åkerblom", "Järvinen-Kauppinen") for first in ("Aino", "Eino", "Helmi", "Väinö", "Ella", "Otso", "Saga", "Hugo", "Pia", "Leo")]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the tiny course as one that lets statistics be sent, watched like others."""
    folder = tmp_path_factory.mktemp("manager") / "tiny"
    shutil.copytree(COURSES["tiny"], folder)
    with (folder / "course.yaml").open("a", encoding="utf-8") as settings:
        settings.write("results: {item_statistics: true}\n")
    result = build(folder, folder.parent / "out & ä", ["site"])
    assert not result.failed, result.findings
    site = result.files[0].parent
    (site / "watch.js").write_text(WATCH, "utf-8")
    page = site / "manager.html"
    page.write_text(page.read_text("utf-8").replace("<meta http", '<script src="watch.js"></script><meta http', 1), "utf-8")
    return page


def read_facts(page: Path) -> dict[str, Any]:
    """Return what the page knows of its course."""
    return json.loads(re.search(r'id="course">(.*?)</script>', page.read_text("utf-8"), re.S)[1])


def complete(page: Path, name: str, **other: Any) -> str:
    """Return what someone sends who is done with the course."""
    facts = read_facts(page)
    day = other.pop("day", "2026-11-10")
    passed = other.pop("passed", facts["modules"])
    met = passed == facts["modules"]
    return pack("completion", {"course": facts["id"], "version": 0, "content": facts["content"], "title": "Tiny", "name": name, "met": met, **({"on": day} if met else {}), "asked": len(facts["modules"]), "passed": {day: passed} if passed else {}, "made": day, "tool": "tuokio", **other})


def open_page(browser: Browser, page: Path) -> None:
    browser.goto(page)
    browser.wait("document.querySelector('#files')")


def fill(browser: Browser, css: str, text: str) -> None:
    browser.run("const field = document.querySelector(arguments[0]); field.value = arguments[1]; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))", css, text)


def leave(browser: Browser) -> None:
    """Take all off the page, so that it lets go without asking."""
    browser.click(text="Empty the page")
    browser.click(text="Yes, empty it")
    browser.wait("!document.querySelector('.people tbody tr') && document.activeElement.matches('h2')")


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_forty_files_give_the_right_table(course: Path, browser: Browser, tmp_path: Path) -> None:
    modules = read_facts(course)["modules"]
    sent = [complete(course, name) for name in PEOPLE[:31]]
    sent += [complete(course, name, passed=modules[:1], again=modules[1:]) for name in PEOPLE[31:34]] + [complete(course, PEOPLE[34], passed=modules[:1])]
    odd = complete(course, PEOPLE[35])
    sent += [odd[:40] + ("A" if odd[40] != "A" else "B") + odd[41:], complete(course, "Ville Vieras", course="another"), pack("backup", {}), sent[0], f"Hei!\n> {sent[1]}\n"]
    paths = [tmp_path / f"suoritus {number} ä.txt" for number in range(len(sent))]
    for path, text in zip(paths, sent, strict=True):
        path.write_text(text, "utf-8")
    assert 40 == len(paths)

    open_page(browser, course)
    fill(browser, "#names", "\n".join(reversed(PEOPLE)))
    browser.choose_files("#files", *paths[:20])
    browser.wait("document.querySelector('.told').textContent.startsWith('20 completions')")
    browser.run(DROP, [(path.name, path.read_text("utf-8")) for path in paths[20:]])
    browser.wait("document.querySelector('.told').textContent.startsWith('15 completions')")

    assert "31 of 40 are done. 3 must take something again. 1 has started. 5 have sent nothing." == browser.text(".tally")
    rows = browser.run(ROWS)
    assert {name: "Nothing received" for name in PEOPLE[35:]} == dict(rows[:5])
    assert [[PEOPLE[34], "Not done yet"]] == rows[5:6]
    assert {name: "Must take a part again" for name in PEOPLE[31:34]} == dict(rows[6:9])
    assert {name: "Done, 10 November 2026" for name in PEOPLE[:31]} == dict(rows[9:])
    assert "To be taken again: Second module" in browser.run("return document.querySelector('.is-again').innerText")
    assert ["damaged", "another course", "a copy"] == [re.search(r"damaged|another course|a copy", row)[0] for row in browser.run("return [...document.querySelectorAll('.troubles tbody tr')].map(row => row.innerText)")]
    assert [] == browser.run("return seen"), "nothing is asked for, nothing fails"
    assert [0, 0] == browser.run("return Promise.resolve(indexedDB.databases?.() ?? []).then(bases => [bases.filter(({name}) => /manager/.test(name)).length, localStorage.length])")
    leave(browser)


@chromium
def test_everyone_can_use_it_on_a_phone_at_night_and_from_the_keyboard(course: Path, browser: Browser) -> None:
    items = read_facts(course)["editions"]["en"]["items"]
    assert items
    sheet = {"course": "tiny-test", "version": 0, "content": read_facts(course)["content"]}
    sheets = [pack("statistics", sheet | {"sheet": f"sheet{number:03}", "items": {id: {"rev": item["rev"], "score": number % 3 / 2, "options": list(item.get("options", {}))[:1]} for id, item in items.items()}}) for number in range(10)]
    longest = "Asiakaspalvelutilanteidenkehittämispäällikkö Järvinen-Åkerblom"
    open_page(browser, course)
    assert_accessible(browser, "empty")
    assert "1 more" not in browser.text(".questions") and "10 more are needed" in browser.text(".questions")
    fill(browser, "#names", f"{PEOPLE[0]}\n{PEOPLE[1]}\n{longest}")
    fill(browser, "#due", "2026-11-09")
    fill(browser, "#results", "12,5\n14\n9\n11\n17,5\n13")
    fill(browser, "#target", "13")
    browser.run("document.querySelector('#codes').focus()")
    browser.run("document.activeElement.value = arguments[0]", "\n\n".join([complete(course, "Aino Virtnaen"), complete(course, "Eino", passed=[], again=read_facts(course)["modules"]), complete(course, PEOPLE[1], day="2026-11-12"), *sheets, "TUOKIO-COMPLETION-1.cut"]))
    browser.press("Tab")
    browser.press("Enter")
    browser.wait("document.querySelectorAll('.figures').length")
    assert "3 of 6 reach the target: 50%. About half reach it" in browser.text(".goal")
    assert browser.run("return document.querySelectorAll('.figures').length") == len(items)
    for size in ((1280, 860), (320, 640)):
        browser.resize(*size)
        browser.run("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        assert_accessible(browser, f"full at {size[0]} px")
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), size
    browser.emulate({"prefers-color-scheme": "dark"})
    assert_accessible(browser, "full at night")
    assert 'rowheader "Aino Virtanen"' in browser.tree(".people table"), "cards are heard as a table"

    browser.run("document.querySelector('#sort').focus()")
    while "same" not in browser.run("return document.activeElement.innerText"):
        browser.press("Tab")
    browser.press("Enter")
    browser.wait("document.querySelector('.tally').textContent.startsWith('2 of 3') && document.activeElement.innerText === 'Aino Virtanen'")
    check = browser.run("return [...document.querySelectorAll('.people tr')].find(row => row.innerText.includes('Aino')).querySelector('code').innerText")
    fill(browser, "#find", check.lower().replace("-", " ").replace("0", "o"))
    browser.wait("document.querySelector('.found').textContent.includes('Aino Virtanen')")
    assert 1 == len(browser.run(ROWS))
    leave(browser)


@chromium
def test_the_notice_is_filled_in_where_it_stands_without_any_script(course: Path, launch: Callable[..., Browser]) -> None:
    browser = launch(javascript=False)
    browser.goto(course.with_name("notice.fi.html"))
    browser.click(".blank")
    browser.type("Kahvila Kulma Oy")
    assert "Kahvila Kulma Oy" in browser.text(".notice-sheet")
    assert "käytetään tai ei käytetä" not in browser.text(".notice-sheet"), "what the employer must decide is empty, not written for them"


@chromium
def test_no_page_of_the_course_leads_to_the_managers(course: Path, browser: Browser) -> None:
    assert not [path for path in course.parent.rglob("*") if path.suffix in (".js", ".html") and path.name not in ("manager.html",) and not path.name.startswith("manager.") and "manager.html" in path.read_text("utf-8")]
    for name in ("notice.fi.html", "notice.sv.html", "notice.en.html"):
        browser.goto(course.with_name(name))
        assert_accessible(browser, name)
        browser.resize(320, 640)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), name
