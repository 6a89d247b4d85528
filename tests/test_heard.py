"""What those hear who do not see: for one action one message, and never the same words as a message and by the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from browser import Browser
from gallery import KINDS, SAME_ORDER, chromium, open_kind
from learner import go, item, open_course
from test_exams import EXAM, start_exam

# Everything that is said from now on: changes of live regions, and where the focus goes.
LISTEN = """
window.heard = [];
const words = (node) => [node, ...(node.getAttribute('aria-describedby') || '').split(' ').map(id => document.getElementById(id))].map(one => one?.textContent ?? '').join(' ');
new MutationObserver((records) => {
  for (const region of new Set(records.map(({ target }) => (target.closest ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]'))))
    if (region?.textContent.trim()) heard.push({ live: region.textContent.trim() });
}).observe(document, { subtree: true, childList: true, characterData: true });
addEventListener('focusin', ({ target }) => heard.push({ focus: words(target) }));
"""
DO = """
const [css, value] = arguments, control = document.querySelector(css);
control.focus();
heard.length = 0;
if (value === null) control.click();
else {
  control.value = value;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}
"""
# Long enough for a second message to come, if there were one.
SETTLE = """
const done = arguments[0], later = (times) => (times ? requestAnimationFrame(() => setTimeout(() => later(times - 1))) : done());
later(3);
"""


def do(browser: Browser, css: str, value: str | None = None, *, silent: bool = False) -> list[dict[str, str]]:
    """Use a control that has the focus, by pressing it or giving it a value, and return what is heard of it."""
    browser.wait("document.querySelector(arguments[0])?.offsetParent", css)
    browser.wait("!document.querySelector('.bar [aria-disabled]')")  # what sends an exam waits until a second tap would be over
    browser.run(DO, css, value)
    if not silent:
        browser.wait("heard.length")
    browser.run_async(SETTLE)
    return browser.run("return heard")


def assert_once(heard: list[dict[str, str]], what: str) -> None:
    live, focus = ([one[way] for one in heard if way in one] for way in ("live", "focus"))
    assert len(live) <= 1 and len(focus) <= 1, f"{what}: {heard}"
    assert not (live and focus and live[0] in focus[0]), f"{what}: said twice: {heard}"


def actions(browser: Browser, name: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Do in a question all that can be done, and yield each action with what is heard of it."""
    within = f"{item(name)} %s"

    def shown(what: str) -> bool:
        return browser.run("return [...document.querySelectorAll(arguments[0])].some(one => one.offsetParent)", within % what)

    def act(what: str, value: str | None = None, *, silent: bool = False) -> tuple[str, list[dict[str, str]]]:
        return what, do(browser, within % what, value, silent=silent)

    yield act(".check")  # with nothing answered
    if shown(".ask-hint"):
        yield act(".ask-hint")
    if shown("[inputmode=decimal]"):
        yield act("[inputmode=decimal]", "much", silent=True)
        yield act(".check")  # with no number
    if shown(".up"):
        yield act("li:first-child .up")  # which is first already
        yield act("li:first-child .down")
    if shown("textarea"):
        yield act("textarea", "x", silent=True)
        yield act(".check")  # the model answer comes
        yield act(".check")  # with nothing judged
    if shown("select"):
        yield act("select", browser.run("return document.querySelector(arguments[0]).options[1].value", within % "select"), silent=True)
    elif shown("[type=text]"):
        yield act("[type=text]", "1", silent=True)
    elif shown("input[name]"):
        yield act("input[name]", silent=True)
    yield act(".check")
    browser.wait("document.querySelector(arguments[0])", within % ".saved:not([hidden])")
    for what in (".again", ".reveal"):
        if shown(what):
            yield act(what)


@chromium
def test_one_message_for_one_action_in_every_kind(site: Callable[..., Path], browser: Browser) -> None:
    open_course(browser, (site("handbook", SAME_ORDER) / "index.html").as_uri())
    browser.run(LISTEN)
    for kind in KINDS:
        for what, heard in actions(browser, open_kind(browser, kind)):
            assert_once(heard, f"{kind} {what}")


@chromium
def test_one_message_for_one_action_in_an_exam(site: Callable[..., Path], browser: Browser) -> None:
    open_course(browser, (site("exams") / "index.html").as_uri())
    asked = start_exam(browser, 20)
    go(browser, f"{EXAM}/{asked[0]}")
    browser.wait("document.querySelector(arguments[0])", item(asked[0]))
    browser.run(LISTEN)
    browser.click(".exam-time summary")
    assert ["30 minutes left."] == [one.get("live") for one in do(browser, ".exam-time .actions .quiet:first-child")]
    ended = do(browser, ".exam-time .actions .quiet:last-child")
    assert 1 == len(ended) and "question" in ended[0]["focus"], "the clock goes, and the focus is not lost with it"
    assert [] == do(browser, f"{item(asked[0])} input", silent=True)
    for expected in [*("question" for _ in asked[1:]), "Before you send it", "Not there yet"]:
        heard = do(browser, ".bar .button")
        assert_once(heard, expected)
        assert expected in heard[0]["focus"]
