"""What a learner does on a course, in the words of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from browser import Browser, poll

SETTLED = "!document.querySelector('#main[aria-busy]')"
READY = f"document.querySelector('#main h1') && {SETTLED}"


def open_course(browser: Browser, address: str, route: str = "") -> None:
    """Open a course and wait until it shows the home page or the step that `route` names."""
    browser.goto(address + route)
    browser.wait(READY)


def follow(browser: Browser, route: str) -> None:
    """Change the route of a course that has opened, and wait until its view has come and the focus with it."""
    browser.wait(READY)  # after a reload: what it opens with takes no focus
    browser.run_async("""
        const [route, done] = arguments;
        if (decodeURIComponent(location.hash) === decodeURIComponent(route)) return done();
        addEventListener("hashchange", () => done(), { once: true });
        location.hash = route;
    """, route)
    browser.wait(SETTLED)


def go(browser: Browser, route: str) -> None:
    """Follow a route inside the open course to the step it names."""
    follow(browser, route)
    module, _, step = route.removeprefix("#/").partition("/")
    browser.wait("!arguments[0] || document.getElementById(arguments[0]) || document.querySelector('.end')", f"/{module}/{step}" if step not in ("", "start", "-end") else "")


def open_module(browser: Browser, module: str) -> list[str]:
    """Open a module of several steps and return their routes."""
    follow(browser, f"#/{module}/")
    browser.wait("document.querySelector('.steps a')?.getAttribute('href').startsWith(arguments[0])", f"#/{module}/")
    return browser.run("return [...document.querySelectorAll('.steps a')].map(a => a.getAttribute('href'))")


def open_step(browser: Browser, route: str) -> list[str]:
    """Open a step of the module that is open and return the names of its questions."""
    follow(browser, route)
    browser.wait("document.querySelector('.steps [aria-current]')?.getAttribute('href') === arguments[0]", route)
    wait_for_frames(browser)
    return browser.run("return [...document.querySelectorAll('[data-item]')].map(e => e.dataset.item)")


def wait_for_frames(browser: Browser) -> None:
    """Wait until what changed has been laid out and whoever watches sizes has been told."""
    browser.run_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))")


def item(name: str) -> str:
    return f'[data-item="{name}"]'


def press(browser: Browser, css: str) -> None:
    """Click on something as one does on a phone: scrolled clear of the bar at the bottom first, and when it may be pressed."""
    browser.wait(f"{SETTLED} && document.querySelector(arguments[0]) && document.querySelector(arguments[0]).getAttribute('aria-disabled') !== 'true'", css)
    browser.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css)
    browser.click(css)


ANSWER = """
const form = document.querySelector(arguments[0] + ' form');
const told = (input, type) => input.dispatchEvent(new Event(type, { bubbles: true }));
const groups = new Set();
for (const input of form.querySelectorAll('fieldset:not(.sureness) input, select, textarea')) {
  if (input.disabled || input.offsetParent === null) continue;
  if (input.type === 'checkbox' || input.type === 'radio') {
    if (groups.has(input.name)) continue;
    groups.add(input.name);
    input.click();
  } else {
    if (input.localName === 'select') input.selectedIndex = 1;
    else input.value = input.inputMode === 'decimal' ? '1' : 'x';
    told(input, 'input');
    told(input, 'change');
  }
}
form.querySelector('.ordering .down:not([aria-disabled="true"])')?.click();
return form.querySelector('.judgement') !== null && !groups.size;
"""


def choose_any(browser: Browser, question: str) -> None:
    """Answer anything at all, whatever the kind: the first option, the first of each list, a letter or a figure, the first thing moved down."""
    browser.wait("document.querySelector(arguments[0])", item(question))
    if browser.run(ANSWER, item(question)):  # own words are compared first, and then judged
        press(browser, f"{item(question)} .check")
        browser.wait("[...document.querySelectorAll(arguments[0] + ' input[type=radio]')].some(input => input.offsetParent)", item(question))
        browser.run(ANSWER, item(question))


def choose(browser: Browser, question: str, *options: str) -> None:
    """Tick options by their text."""
    for text in options:
        value = browser.wait("[...document.querySelectorAll(arguments[0] + ' label')].find(l => l.querySelector('input + span').textContent.trim() === arguments[1])?.querySelector('input').value", item(question), text)
        press(browser, f'{item(question)} [data-option="{value}"] label')


def check(browser: Browser, question: str) -> None:
    """Send the answer and wait for the ✓ that says it is kept. Where a card is turned by it, it was known."""
    press(browser, f"{item(question)} .check")
    browser.run("document.querySelector(arguments[0] + '.judging .judge')?.click()", item(question))
    browser.wait("document.querySelector(arguments[0] + ' .saved:not([hidden])')", item(question))


NEWEST = """
const [of, done] = arguments;
indexedDB.databases().then(([{ name }]) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => {
      opening.result.close();
      done(all.result.filter((event) => event.of === of).sort((a, b) => b.n - a.n)[0] ?? {});
    };
  };
});
"""


def wait_until_kept(browser: Browser, question: str, **said: object) -> None:
    """Wait until the newest event that the store has of a question says this, such as `response=["a"]`."""
    newest = poll(lambda: (event := browser.run_async(NEWEST, question)) and said.items() <= event.items() and event, 10)
    assert newest, f"{question}: {said} was not kept, but {browser.run_async(NEWEST, question)}"


def best_replies(scenario: dict[str, Any]) -> Iterator[str]:
    """Yield the replies of a conversation that are most right and then kindest, one after the other; `scenario` is what its page is told of it."""
    scene, mood = scenario["start"], scenario["mood"]
    feels = mood.get("start", 0)
    while replies := scenario["scenes"][scene].get("replies"):
        best = max(replies, key=lambda reply: (reply["right"], reply["mood"]))
        yield best["id"]
        feels = min(max(feels + best["mood"], mood["lowest"]), mood["highest"])
        scene = best["to"]
        if isinstance(scene, dict):  # the last one that the mood reaches
            scene = [to for level, to in sorted(scene.items(), key=lambda one: int(one[0])) if int(level) <= feels][-1]


def chosen(browser: Browser, question: str) -> list[str]:
    """Return the texts of the ticked options, in the author's order of ids."""
    return browser.run("return [...document.querySelectorAll(arguments[0] + ' input:checked')].sort((a, b) => a.value < b.value ? -1 : 1).map(i => i.nextElementSibling.textContent.trim())", item(question))


def order(browser: Browser, question: str) -> list[str]:
    """Return option ids in the order they are shown."""
    return browser.wait("[...document.querySelectorAll(arguments[0] + ' [data-option]')].map(o => o.dataset.option)", item(question))


def verdict(browser: Browser, question: str) -> str:
    """Return how the answer went: right, partly, wrong or shown."""
    return browser.run("const o = document.querySelector(arguments[0] + ' .outcome'); return o.hidden ? '' : o.querySelector('.verdict').dataset.went", item(question))


def said(browser: Browser, question: str) -> str:
    """Return everything that is visible in a question."""
    return browser.run("return document.querySelector(arguments[0]).innerText", item(question))


def step(browser: Browser) -> str:
    """Return the route of what is shown."""
    return browser.run("return location.hash")


def assert_nothing_was_asked_outside(browser: Browser) -> None:
    """In a watched course (`site`): no policy was broken, no script failed, and no request left the course's folder."""
    assert [] == browser.run("return seen")
    assert [] == browser.console()
    folder = browser.run("return new URL('.', location.href).href")
    assert [] == browser.run("return performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith(arguments[0]))", folder)
