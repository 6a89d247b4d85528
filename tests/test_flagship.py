"""The flagship, from its first page to its certificate, by keyboard alone: in each of its languages, each in another engine."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser import ENGINES, Browser
from learner import SETTLED, assert_nothing_was_asked_outside, best_replies, item, open_course

TAKEN = [one for one in [("fi", "chromium"), ("sv", "firefox"), ("en", "webkit")] if one[1] in ENGINES]
HELD = re.compile(r'tuokio\.(?:module|bank)\("\w+","[\w-]+",(.*)\);?\s*$', re.S)
AHEAD = """
const target = document.querySelector(arguments[0]), here = document.activeElement;
const isStop = (one) => one === target || (one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !(one.type === "radio" && one !== met(one)));
const met = (radio) => { const all = [...document.getElementsByName(radio.name)].filter((one) => one.form === radio.form); return all.find((one) => one.checked) ?? all[0]; };
const between = (one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && (one === target || one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((one) => isStop(one) && between(one)).length;
"""
"""How many presses of Tab are likely to lead from here to something that is ahead; 0 if it is behind."""


class Learner:
    """Someone without a mouse, who knows what is right."""

    def __init__(self, browser: Browser, known: dict[str, dict[str, Any]]) -> None:
        self.browser, self.known = browser, known

    def tab_to(self, css: str) -> None:
        """Press Tab, or Shift+Tab, until the focus is on what a selector names."""
        browser = self.browser
        browser.wait(f"{SETTLED} && document.querySelector(arguments[0])", css)
        for _ in range(60):
            if browser.run("return document.activeElement.matches(arguments[0])", css):
                return
            if ahead := browser.run(AHEAD, css):
                browser.press_in_turn(*["Tab"] * ahead)
            else:
                browser.press("Shift+Tab")
        raise AssertionError(f"{css} is out of the keyboard's reach at {browser.url}: {browser.focused()}")

    def enter(self, css: str) -> None:
        self.tab_to(css)
        self.browser.wait("document.activeElement.getAttribute('aria-disabled') !== 'true'")  # what cannot be taken back may not be pressed at once
        self.browser.press("Enter")

    def walk_on(self, css: str) -> None:
        """Follow what leads onward, and wait until that is there."""
        self.browser.run("window.led = false; addEventListener('hashchange', () => (window.led = true), { once: true })")
        self.enter(css)
        self.browser.wait(f"window.led && {SETTLED}")

    def choose(self, inside: str, name: str, value: str) -> None:
        """Choose one of a group of radio buttons by the arrows."""
        browser = self.browser
        group = f'{inside} input[name="{name}"]'
        self.tab_to(group)
        values = browser.run("return [...document.querySelectorAll(arguments[0])].map(one => one.value)", group)
        here = browser.run("return document.activeElement.value")
        steps = values.index(value) - values.index(here)
        browser.press_in_turn("Space", *["ArrowDown" if steps > 0 else "ArrowUp"] * abs(steps))
        browser.wait("document.querySelector(arguments[0] + ':checked')?.value === arguments[1]", group, value)

    def select(self, css: str, value: str) -> None:
        """Choose from a list by the arrows."""
        browser = self.browser
        self.tab_to(css)
        if browser.engine == "webkit":  # its list is a window of the system, which a test cannot reach
            browser.run("const s = document.activeElement; s.value = arguments[0]; s.dispatchEvent(new Event('change', {bubbles: true}))", value)
        else:
            steps = browser.run("const s = document.activeElement; return [...s.options].findIndex(one => one.value === arguments[0]) - s.selectedIndex", value)
            browser.press_in_turn(*["ArrowDown" if steps > 0 else "ArrowUp"] * abs(steps))
        browser.wait("document.querySelector(arguments[0]).value === arguments[1]", css, value)

    def speak(self, language: str) -> None:
        """Change to a language by the arrows: each press is a change, and the page follows it."""
        self.tab_to(SWITCH)
        while (now := self.browser.run(f"return [...document.querySelector('{SWITCH}').options].map(one => one.value).concat(document.documentElement.lang)"))[-1] != language:
            ahead = now.index(language) > now.index(now[-1])
            neighbour = now[now.index(now[-1]) + (1 if ahead else -1)]
            self.select(SWITCH, neighbour)
            self.browser.wait(f"document.documentElement.lang === arguments[0] && {SETTLED}", neighbour)

    def answer(self, name: str, comma: str) -> None:
        """Answer a question right, whatever its kind, and say how sure one is if asked."""
        browser, data, inside = self.browser, self.known[name], item(name)
        match data["kind"]:
            case "choice" | "hotspot" | "multiple":
                right = [one["id"] for one in data.get("options") or data["regions"] if one["correct"]]
                if data["kind"] == "multiple":
                    for id in right:
                        self.tab_to(f'{inside} input[value="{id}"]')
                        browser.press("Space")
                else:
                    self.choose(inside, "answer", right[0])
            case "truefalse":
                self.choose(inside, "answer", str(data["correct"]).lower())
            case "match":
                for one in data["goes"]:
                    self.select(f'{inside} [data-option="{one["id"]}"] select', one["right"])
            case "sort":
                for one in data["things"]:
                    self.choose(inside, f"thing-{one['id']}", one["bucket"])
            case "order":
                for place, one in enumerate(data["order"], start=1):
                    up = f'{inside} [data-option="{one["id"]}"] .up'
                    while (now := browser.run(PLACE, up)) > place:
                        self.tab_to(up)
                        browser.press_in_turn(*["Enter"] * (now - place))
            case "blanks":
                for gap in data["gaps"]:
                    if "right" in gap:
                        self.select(f'{inside} select[name="{gap["id"]}"]', gap["right"])
                    else:
                        self.tab_to(f'{inside} input[name="{gap["id"]}"]')
                        browser.type(data["accepted"][gap["id"]][0])
            case "number":
                self.tab_to(f"{inside} input")
                browser.type(f"{data['number']:g}".replace(".", comma))
            case "text":
                self.tab_to(f"{inside} input")
                browser.type(data["answers"][0])
            case kind:
                raise AssertionError(f"Nobody has told how {kind} is answered.")
        if browser.run("return document.querySelector(arguments[0]) !== null", f"{inside} [name=sure]"):
            self.choose(inside, "sure", "1")

    def take_step(self, comma: str) -> None:
        """Do all of a step that counts, and go on to the next, or to the next module."""
        browser = self.browser
        for name in browser.run("return [...document.querySelectorAll('#main :is([data-item], .scenario[data-block])')].map(one => one.dataset.item ?? one.dataset.block)"):
            data = self.known.get(name, {})
            if data.get("kind") == "scenario":
                self.talk(name)
            elif data.get("points"):
                self.answer(name, comma)
                self.enter(f"{item(name)} .check")
                browser.wait("document.querySelector(arguments[0]).classList.contains('settled')", item(name))
        self.walk_on(".bar .button, .end a.button")

    def sit_exam(self, comma: str) -> None:
        """Answer every question of the exam, and send it."""
        browser = self.browser
        self.enter(".bar .button")
        before = ""
        while name := browser.wait(f"{SETTLED} && ASKED !== arguments[0] && ASKED".replace("ASKED", ASKED), before):
            if name == "-review":
                break
            self.answer(name, comma)
            self.enter(".bar .button")
            before = name
        self.enter(".bar .button")
        browser.wait("document.querySelector('.exam .seal')")

    def talk(self, name: str) -> None:
        """Have a conversation, always by what is most right and then kindest."""
        browser, inside = self.browser, f'[data-block="{name}"]'
        for reply in best_replies(self.known[name]):
            self.enter(f'{inside} [data-reply="{reply}"]')
            browser.wait("document.activeElement.matches('.scenario-next')")
            if browser.run("return Boolean(document.querySelector(arguments[0])?.offsetParent)", f"{inside} .scenario-onward"):
                self.enter(f"{inside} .scenario-onward")
                browser.wait("document.activeElement.matches('.scenario-next')")
        browser.wait("document.querySelector(arguments[0])", f"{inside} .scenario-figure")


ASKED = "(location.hash.endsWith('-review') ? '-review' : document.querySelector('#main [data-item]')?.dataset.item)"
SWITCH = "#languages select"
PLACE = "const row = document.querySelector(arguments[0]).closest('[data-option]'); return [...row.parentElement.querySelectorAll(':scope > [data-option]')].indexOf(row) + 1"


def read_data(site: Path, language: str) -> dict[str, dict[str, Any]]:
    """Return what the page is told of each question, by its id."""
    files = [json.loads(HELD.fullmatch(path.read_text("utf-8"))[1]) for folder in ("modules", "banks") for path in sorted((site / folder / language).glob("*.js"))]
    return {id: data for file in files for part in file.get("steps", [file]) for id, data in part["items"].items()}


@pytest.mark.parametrize(("language", "engine"), TAKEN)
def test_it_is_taken_from_the_start_to_the_certificate_by_keyboard_alone(language: str, engine: str, launch: Callable[..., Browser], site: Callable[[str], Path], serve: Callable[[Path], tuple[str, Any]]) -> None:
    folder = site("asiakaspalvelu")
    address, server = serve(folder) if engine == "chromium" else ((folder / "index.html").as_uri(), None)
    browser = launch()
    learner = Learner(browser, read_data(folder, language))
    open_course(browser, address)
    learner.speak(language)
    learner.walk_on(".onward")
    while not browser.run("return document.querySelector('.exam') !== null"):
        learner.take_step("," if language != "en" else ".")
    learner.sit_exam("," if language != "en" else ".")
    while browser.run("return !location.hash.startsWith('#/-completion')"):
        learner.walk_on(".bar .button, .end a.button")
    learner.tab_to(".completion-name")
    browser.type("Aino Vuorinen")
    browser.wait("document.querySelector('.certificate-name')?.textContent === 'Aino Vuorinen'")
    assert_nothing_was_asked_outside(browser)
    if server:
        assert [] == [(path, code) for path, code in server.asked if code not in (200, 304) and "favicon" not in path]
