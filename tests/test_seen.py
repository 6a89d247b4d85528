"""Every kind of question and every view of an exam as they look: by day, by night, in forced colours, on narrow screens, for the eye and the thumb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from browser import Browser
from gallery import KINDS, SAME_ORDER, answer_in_steps, chromium, open_kind
from learner import check, choose_any, follow, go, item, open_course, press
from test_brands import FORCED, NIGHT
from test_exams import EXAM, start_exam
from test_looks import assert_accessible

WIDE = "return [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, pre, .unseen')).map(e => e.outerHTML.slice(0, 120))"
# Reached by a thumb: the whole row or label of an input, and whatever else is pressed or typed in.
SMALL = """
const targets = [...document.querySelectorAll('main button, main summary, main .field:not([aria-hidden]), main label:not(.own-words):not(.line)')].filter(e => e.offsetParent);
return targets.map(e => [e.getBoundingClientRect(), e]).filter(([box]) => box.height < 44 || box.width < 44).map(([box, e]) => `${box.width}×${box.height} ${e.outerHTML.slice(0, 120)}`);
"""
# A reader's own text spacing (WCAG 1.4.12), through CSSOM because the page's policy allows no other style.
SPACED = "const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'); document.adoptedStyleSheets = [sheet]"
CLIPPED = "return [...document.querySelectorAll('main *')].filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowY) && !e.matches('progress, .unseen, .unseen *, .answer-label') && e.scrollHeight > e.clientHeight + 1).map(e => e.outerHTML.slice(0, 120))"
# How marks look without their colours: a sign in front of each, and that it is there to be seen.
SIGNS = """
const root = document.querySelector(arguments[0]);
return Object.fromEntries([...root.querySelectorAll('[data-mark]:not([data-mark=""])')].filter(part => part.localName !== 'g').map(part => {
  const said = [...part.querySelectorAll('.mark, .right-answer')].filter(text => text.offsetParent && text.getBoundingClientRect().width > 4);
  return [part.dataset.option, [part.dataset.mark, said.map(text => (getComputedStyle(text, '::before').content.match(/[✓✗→]/) || [''])[0]).join('')]];
}));
"""
# What a ticked input looks like beside one that is not, colours left out.
TICKS = """
return [...document.querySelectorAll(arguments[0] + ' input')].filter(i => i.offsetParent && /radio|checkbox/.test(i.type)).map(input => {
  const looks = getComputedStyle(input), row = getComputedStyle(input.closest('.option, label')), before = getComputedStyle(input, '::before');
  return [input.type, input.checked, [looks.borderWidth, looks.borderStyle, row.borderWidth, row.borderStyle, before.content, before.backgroundColor !== looks.backgroundColor].join()];
});
"""
RING = """
const here = document.activeElement, all = [here, here.closest('label'), here.nextElementSibling].filter(Boolean);
return all.some(one => { const s = getComputedStyle(one); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; })
    || all.some(one => { const s = getComputedStyle(one, '::after'); return s.content !== 'none' && s.borderTopStyle !== 'none' && parseFloat(s.borderTopWidth) >= 2; }) ? '' : here.outerHTML.slice(0, 120);
"""


def assert_seen(browser: Browser, where: str, media: dict[str, str]) -> None:
    """Assert that axe finds nothing, and that nothing is cut, too wide or small for a thumb."""
    browser.emulate(media | {"prefers-reduced-motion": "reduce"})  # what is still coming in has too little contrast
    assert_accessible(browser, where)
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), f"{where}: {browser.run(WIDE)}"
    assert [] == browser.run(CLIPPED) + browser.run(SMALL), where


def exam_views(browser: Browser) -> Iterator[str]:
    """Go through an exam, and then a draw. Yield each view."""
    go(browser, EXAM)
    browser.wait("document.querySelector('.terms')")
    yield "lobby"
    asked = start_exam(browser, 20)
    yield "review with nothing answered"
    go(browser, f"{EXAM}/{asked[0]}")
    browser.wait("document.querySelector(arguments[0])", item(asked[0]))
    press(browser, ".exam-time summary")
    yield "question"
    choose_any(browser, asked[0])
    yield "question answered"
    follow(browser, f"{EXAM}/-review")
    browser.wait("document.querySelector('.review')")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam .seal')")
    yield "result"
    follow(browser, f"{EXAM}/-practice")
    browser.wait("document.querySelector('.exam .draw [data-item]')")
    yield "practice"
    go(browser, "#/reading/warm-up")
    browser.wait("document.querySelectorAll('.draw [data-item]').length === 3")
    yield "draw"
    for question in browser.run("return [...document.querySelectorAll('[data-item]')].map(e => e.dataset.item)"):
        choose_any(browser, question)
        check(browser, question)
    yield "draw answered"


def kind_views(browser: Browser) -> Iterator[str]:
    """Answer every kind of the gallery in steps. Yield each view."""
    for kind in KINDS:
        name = open_kind(browser, kind)
        for done in answer_in_steps(browser, name):
            yield f"{kind} {done}"


def open_gallery(browser: Browser, site: Callable[..., Path]) -> None:
    open_course(browser, (site("handbook", SAME_ORDER) / "index.html").as_uri())


@chromium
def test_axe_finds_nothing_in_any_kind_by_day_by_night_and_in_forced_colours(site: Callable[..., Path], browser: Browser) -> None:
    browser.resize(360, 740)
    open_gallery(browser, site)
    for view in kind_views(browser):
        if view.endswith("hinted"):
            continue
        # As it is met and checked by day is seen where whole courses are walked through; forced colours matter where answers are told.
        for media in (NIGHT, *([FORCED] if view.endswith(("checked", "shown")) else []), *([] if view.endswith(("met", "checked")) else [{}])):
            browser.emulate(media)
            assert_accessible(browser, f"{view} {media}")
        browser.emulate({})


@chromium
def test_axe_finds_nothing_in_an_exam_and_a_draw_on_phone_and_desktop(site: Callable[..., Path], browser: Browser) -> None:
    open_course(browser, (site("exams") / "index.html").as_uri())
    for view in exam_views(browser):
        for size, media in (((1280, 860), {}), ((360, 740), NIGHT), ((360, 740), FORCED), ((360, 740), {})):
            browser.resize(*size)
            browser.emulate(media)
            assert_accessible(browser, f"{view} at {size[0]} px {media}")


@chromium
def test_at_400_percent_and_with_text_spaced_out_nothing_is_cut_and_targets_stay_large(site: Callable[..., Path], browser: Browser) -> None:
    for name, views in (("handbook", kind_views), ("exams", exam_views)):
        browser.resize(320, 256)
        open_course(browser, (site(name) / "index.html").as_uri())
        browser.run(SPACED)
        for view in views(browser):
            assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), f"{view}: {browser.run(WIDE)}"
            assert [] == browser.run(CLIPPED), view
            assert [] == browser.run(SMALL), view


@chromium
def test_in_forced_colours_every_kind_tells_its_states_by_signs_and_shapes(site: Callable[..., Path], browser: Browser) -> None:
    browser.emulate(FORCED)
    browser.resize(360, 740)
    open_gallery(browser, site)
    signs = {"right": "✓", "wrong": "✗", "missed": "→"}
    for kind in KINDS:
        name = open_kind(browser, kind)
        marked = set()
        for done in answer_in_steps(browser, name):
            ticks = browser.run(TICKS, item(name))
            for type in ("radio", "checkbox"):
                looks = [{look for its, checked, look in ticks if its == type and checked == state} for state in (True, False)]
                assert not looks[0] & looks[1], f"{kind} {done}: ticked and not look the same: {ticks}"
            for mark, said in browser.run(SIGNS, item(name)).values():
                assert said.startswith(signs[mark]), f"{kind} {done}: {mark} shows {said!r}"
                marked.add(mark)
        assert marked or kind == "open", "which is judged by the learner"


@chromium
def test_in_forced_colours_the_focus_is_seen_in_every_kind(site: Callable[..., Path], browser: Browser) -> None:
    browser.emulate(FORCED)
    open_gallery(browser, site)
    for kind in KINDS:
        name = open_kind(browser, kind)
        browser.run("const q = document.querySelector(arguments[0]); q.tabIndex = -1; q.focus(); q.removeAttribute('tabindex')", item(name))
        stops = 0
        while True:
            browser.press("Tab")
            if browser.run("return document.activeElement.closest('[data-item]')?.dataset.item") != name:
                break
            assert "" == browser.run(RING), kind
            stops += 1
        assert stops >= 2, kind
