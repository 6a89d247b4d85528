"""Learners who do odd things: two tabs, quick thumbs, clocks set back, texts nobody expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import check, choose, follow, go, item, open_course, press, said, step, verdict, wait_until_kept
from test_exams import EXAM, answer, open_question, send, shown, start_exam, ticked
from test_languages import speak
from tuokio.build import build

Site = Callable[..., Path]
Launch = Callable[..., Browser]

KINDS = """---
id: words
title: Words
---

```quiz
id: one-word
question: Which word?
answers: [receipt]
explanation: It proves the purchase.
```

```quiz
id: own-words
question: Say why.
model_answer: It proves the purchase.
```
"""
ODD = "<script>window.owned = 1</script><img src=x onerror='window.owned = 2'> 😀 שלום עולם ${1} {{ x }} &amp;"
TYPE = "const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.dispatchEvent(new Event('input', {bubbles: true})); field.dispatchEvent(new Event('change', {bubbles: true}))"


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    """Write a course, build it and return its address."""

    def make(files: dict[str, str]) -> str:
        for name, text in files.items():
            path = tmp_path / "written" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        result = build(tmp_path / "written", tmp_path / "built", ["site"])
        assert not result.failed, result.findings
        return (tmp_path / "built/written/site/index.html").as_uri()

    return make


TWICE = """
const [css, until, done] = arguments;
const click = () => document.querySelector(css).click();
const again = () => {
  if (until && !document.querySelector(until)) return requestAnimationFrame(again);
  click();
  requestAnimationFrame(() => done());
};
click();
again();
"""


def double_click(browser: Browser, css: str, until: str = "") -> None:
    """Press twice, the second time at once, or as soon as there is what the first press brings."""
    browser.run_async(TWICE, css, until)


def test_two_tabs_hold_one_exam(site: Site, launch: Launch) -> None:
    url = (site("exams") / "index.html").as_uri()
    browser = launch()
    open_course(browser, url)
    asked = start_exam(browser)
    first = browser.tabs[0]
    answer(browser, asked[0], "Right")
    browser.new_tab(url + EXAM)
    browser.wait("document.querySelector('.exam [data-item]')")
    open_question(browser, asked[0])
    assert "Right" == ticked(browser, asked[0])
    answer(browser, asked[0], "Wrong")
    answer(browser, asked[1], "Right")
    browser.switch(first)
    browser.wait("document.querySelector(arguments[0] + ' input:checked')?.nextElementSibling.textContent.trim() === 'Wrong'", item(asked[0]))
    text = send(browser)
    assert "20%" in text
    browser.switch(browser.tabs[-1])
    browser.wait("document.querySelector('.exam .seal')")
    assert "20%" in browser.text(".exam") and "one attempt left" in browser.text(".exam")


def test_the_back_button_goes_back_in_the_exam_and_nothing_is_lost(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    asked = start_exam(browser)
    open_question(browser, asked[0])
    choose(browser, asked[0], "Right")
    press(browser, ".bar .button")
    browser.wait("document.querySelector(arguments[0])", item(asked[1]))
    browser.back()
    browser.wait("document.querySelector(arguments[0])", item(asked[0]))
    assert "Right" == ticked(browser, asked[0])
    press(browser, ".bar .button")
    browser.wait("document.querySelector(arguments[0])", item(asked[1]))


def test_who_taps_twice_sends_nothing_unawares(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    asked = start_exam(browser)
    open_question(browser, asked[-1])
    double_click(browser, ".bar .button", ".review")
    assert browser.run("return document.querySelector('.review') && !document.querySelector('.seal')"), "the last “Next” and “Send” stand in the same place"
    browser.wait("!document.querySelector('.bar .button[aria-disabled]')")
    double_click(browser, ".bar .button", ".seal")
    assert "Not there yet" in browser.text(".exam"), "and so do “Send” and “Try again”"
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam-minutes')")
    assert "one attempt left" in browser.text(".exam")


@chromium
def test_a_clock_that_is_set_back_gives_no_more_time(site: Site, launch: Launch) -> None:
    late = "const now = Date.now; Date.now = () => now() + (window.late ?? 0); "
    browser = launch()
    open_course(browser, (site("exams", late) / "index.html").as_uri())
    asked = start_exam(browser, minutes=20)
    browser.run("window.late = -3 * 24 * 60 * 60000")
    answer(browser, asked[0], "Right")
    browser.wait("document.querySelector('.exam-time').textContent.includes('20 minutes left')")
    assert "20%" in send(browser)


def test_an_exam_reloaded_while_it_is_sent_is_sent_once(site: Site, launch: Launch) -> None:
    # As slow as an old phone's store, so that the reload comes between the grades.
    slow = "const put = IDBObjectStore.prototype.put; window.puts = 0; IDBObjectStore.prototype.put = function (value) { if (value.kind === 'answered' && ++window.puts > 2) throw new Error('gone'); return put.call(this, value); };"
    folder = site("exams", "if (!sessionStorage.healed) { " + slow + " }")
    browser = launch()
    open_course(browser, (folder / "index.html").as_uri())
    asked = start_exam(browser)
    for question in asked:
        answer(browser, question, "Right")
    follow(browser, f"{EXAM}/-review")
    browser.wait("document.querySelector('.review')")
    press(browser, ".bar .button")
    browser.wait("window.puts > 2")
    browser.run("sessionStorage.healed = 1")
    browser.reload()
    browser.wait("document.querySelector('.review') || document.querySelector('.exam [data-item]')")
    for question in asked:
        open_question(browser, question)
        assert "Right" == ticked(browser, question), "what was graded before the reload is still seen"
    answer(browser, asked[0], "Wrong")
    assert "80%" in send(browser), "and what is changed then is graded as changed"


def test_an_exam_works_where_nothing_is_kept(site: Site, launch: Launch, serve) -> None:
    refusal = "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError') }}); Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }});"
    browser = launch()
    open_course(browser, serve(site("exams", refusal))[0])
    asked = start_exam(browser)
    for question in asked:
        open_question(browser, question)
        choose(browser, question, "Right")
    assert "You passed" in send(browser)
    assert "does not save" in browser.text("#notice")


def test_what_is_typed_is_only_ever_text(written: Callable[..., str], launch: Launch) -> None:
    url = written({"words.md": KINDS})
    browser = launch()
    open_course(browser, url, "#/words/start")
    for question, field in (("one-word", "input"), ("own-words", "textarea")):
        browser.run(TYPE, f"{item(question)} {field}", ODD)
        press(browser, f"{item(question)} .check")
    browser.wait("document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item("one-word"))
    assert "wrong" == verdict(browser, "one-word")
    browser.wait("document.querySelector(arguments[0]).value === arguments[1] && document.querySelector(arguments[2] + ' .check')", f"{item('own-words')} textarea", ODD, item("own-words"))
    wait_until_kept(browser, "own-words", kind="drafted", response=[ODD, ""])
    browser.reload()
    browser.wait("document.querySelector(arguments[0] + ' textarea')?.value === arguments[1]", item("own-words"), ODD)
    assert ODD == browser.run("return document.querySelector(arguments[0]).value", f"{item('one-word')} input")
    assert not browser.run("return window.owned || document.querySelector('[data-item] img')")


def test_a_hundred_thousand_letters_are_kept_whole(written: Callable[..., str], launch: Launch) -> None:
    url = written({"words.md": KINDS})
    browser = launch()
    open_course(browser, url, "#/words/start")
    long = "Pitkä vastaus 😀 " * 6_000
    took = browser.run("const began = performance.now(); " + TYPE + "; return performance.now() - began", f"{item('own-words')} textarea", long)
    assert took < 1000
    press(browser, f"{item('own-words')} .check")
    browser.wait("document.querySelector(arguments[0] + ' .model-answer').checkVisibility()", item("own-words"))
    browser.run(TYPE, f"{item('one-word')} input", long)
    check(browser, "one-word")
    assert "wrong" == verdict(browser, "one-word")
    browser.reload()
    browser.wait("document.querySelector(arguments[0])?.value.trim() === arguments[1].trim()", f"{item('own-words')} textarea", long)
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_double_click_on_check_answers_once(written: Callable[..., str], launch: Launch) -> None:
    browser = launch()
    open_course(browser, written({"words.md": KINDS}), "#/words/start")
    browser.run(TYPE, f"{item('one-word')} input", "invoice")
    double_click(browser, f"{item('one-word')} .check")
    browser.wait("document.querySelector(arguments[0] + ' .saved:not([hidden])')", item("one-word"))
    kept = browser.run("return new Promise(done => { indexedDB.databases().then(([{name}]) => { indexedDB.open(name).onsuccess = (event) => { event.target.result.transaction('events').objectStore('events').getAll().onsuccess = (all) => done(all.target.result.filter(e => e.kind === 'answered').length) } }) })")
    assert 1 == kept


LATE = "{ const real = setTimeout; window.setTimeout = (does, ms, ...rest) => real(does, ms || 250, ...rest); }"
IN_ONE_GO = """
const form = document.querySelector(arguments[0] + ' form');
form.querySelector('input').click();
form.querySelector('.check').focus();
form.querySelector('.check').click();
"""


@chromium
def test_who_checks_at_once_keeps_the_outcome_and_the_focus_on_it_while_the_draft_is_stored(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("tiny", LATE) / "index.html").as_uri(), "#/first/one-choice")
    browser.wait("document.querySelector(arguments[0])", item("choose-one"))
    browser.run(IN_ONE_GO, item("choose-one"))
    browser.wait("document.querySelector(arguments[0] + ' .saved:not([hidden])')", item("choose-one"))
    assert browser.run("return document.activeElement.matches('.outcome')")


@chromium
def test_the_language_may_change_in_the_middle_of_an_exam_and_of_a_draw(written: Callable[..., str], launch: Launch) -> None:
    bank = "".join(f"- {{id: b{n}, question: Bank {n}?, options: [{{text: Right, correct: true, feedback: Yes.}}, {{text: Wrong, feedback: No.}}]}}\n" for n in range(6))
    finnish = "".join(f"- {{id: b{n}, question: Pankki {n}?, options: [{{text: Oikein, feedback: Niin.}}, {{text: Väärin, feedback: Ei.}}]}}\n" for n in range(6))
    drawn = "---\nid: drawn\ntitle: {}\n---\n\n```quiz\nid: d\n{}\n```\n"
    exam = "---\nid: final\ntitle: {}\n{}---\n\n{}\n"
    url = written({
        "course.yaml": "id: c\nlanguages: [en, fi]\n",
        "01-drawn.md": drawn.format("Drawn", "draw: 2\nfrom: b"), "01-drawn.fi.md": drawn.format("Arvottu", "").replace("\n\n```\n", "\n```\n"),
        "02-final.md": exam.format("Final", "exam: {draw: 3, from: b, mastery: 60%}\n", "Read."), "02-final.fi.md": exam.format("Koe", "", "Lue."),
        "banks/b.yaml": bank, "banks/b.fi.yaml": finnish,
    })  # fmt: skip
    browser = launch()
    open_course(browser, url, "#/drawn/start")
    browser.wait("document.querySelectorAll('[data-item]').length === 2")
    before = shown(browser)
    choose(browser, before[0], "Right")
    check(browser, before[0])
    follow(browser, EXAM)
    browser.wait("document.querySelector('.exam .terms')")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam [data-item]')")
    first = shown(browser)[0]
    choose(browser, first, "Right")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('[data-item]').dataset.item !== arguments[0]", first)
    here = step(browser)
    speak(browser, "fi")
    browser.wait("document.querySelector('.exam .stem')?.textContent.includes('Pankki')")
    assert here == step(browser)
    browser.back()
    browser.wait("document.querySelector(arguments[0])", item(first))
    assert "Oikein" == ticked(browser, first)
    go(browser, "#/drawn/start")
    browser.wait("document.querySelectorAll('[data-item]').length === 2")
    assert before == shown(browser) and "right" == verdict(browser, before[0])
    assert "Pankki" in said(browser, before[1])


@chromium
def test_an_emptied_bank_leaves_the_step_and_holds_nobody(written: Callable[..., str], launch: Launch) -> None:
    one = "- {id: kept, statement: It is., correct: true, explanation: It is.}\n"
    module = "---\nid: m\ntitle: M\n---\n\nText.\n\n```quiz\nid: d\ndraw: 1\nfrom: b\ngate: true\n```\n"
    url = written({"m.md": module, "banks/b.yaml": one})
    browser = launch()
    open_course(browser, url, "#/m/start")
    browser.wait("document.querySelector('[data-item]')")
    browser.quit()
    written({"banks/b.yaml": ""})
    browser = launch()
    open_course(browser, url, "#/m/start")
    assert [] == shown(browser)
    press(browser, ".bar .button")
    browser.wait("location.hash === '#/m/-end'")
