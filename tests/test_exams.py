"""Exams and draws as a learner meets them, in real browsers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from browser import Browser
from conftest import COURSES
from gallery import chromium
from learner import check, choose, follow, go, item, open_course, order, press, said, step, verdict, wait_until_kept
from tuokio.build import build

Site = Callable[..., Path]
Address = Callable[[Path], str]
Launch = Callable[..., Browser]

EXAM = "#/final/exam"


def shown(browser: Browser) -> list[str]:
    """Return the ids of the questions on screen."""
    return browser.run("return [...document.querySelectorAll('[data-item]')].map(e => e.dataset.item)")


def start_exam(browser: Browser, minutes: int = 0) -> list[str]:
    """Start an attempt and return the ids of what it asks, as the review lists them."""
    go(browser, EXAM)
    press(browser, f"[name=minutes][value='{minutes}']")
    press(browser, ".bar .button")
    browser.wait("location.hash.startsWith(arguments[0]) && document.querySelector('[data-item]')", f"{EXAM}/")  # the question comes before its address
    follow(browser, f"{EXAM}/-review")
    browser.wait("document.querySelector('.review')")
    return browser.run("return [...document.querySelectorAll('.review a')].map(a => a.hash.split('/').pop())")


def open_question(browser: Browser, question: str) -> None:
    """Open a question of the exam and wait until the page stands still: what is pressed before would be somewhere else by then."""
    if not browser.run("const there = location.hash; location.hash = arguments[0]; return there === location.hash", f"{EXAM}/{question}"):
        browser.wait("document.querySelector(arguments[0])?.contains(document.activeElement)", item(question))
    browser.wait("document.querySelector(arguments[0])", item(question))


def answer(browser: Browser, question: str, text: str) -> None:
    """Answer a question of the exam and wait until the answer is kept."""
    open_question(browser, question)
    choose(browser, question, text)
    wait_until_kept(browser, question, kind="drafted", response=[browser.run("return document.querySelector(arguments[0] + ' input:checked').value", item(question))])


def ticked(browser: Browser, question: str) -> str:
    return browser.run("return document.querySelector(arguments[0] + ' input:checked')?.nextElementSibling.textContent.trim() ?? ''", item(question))


def send(browser: Browser) -> str:
    """Send the exam and return what is said of it."""
    follow(browser, f"{EXAM}/-review")
    browser.wait("document.querySelector('.review')")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam .seal')")
    return browser.text(".exam")


def test_an_exam_killed_at_every_question_resumes_there(site: Site, launch: Launch) -> None:
    url = (site("exams") / "index.html").as_uri()
    browser = launch()
    open_course(browser, url)
    asked = start_exam(browser)
    assert 5 == len(asked) and "own" in asked
    orders = {}
    for number, question in enumerate(asked):
        answer(browser, question, "Right")
        orders[question] = order(browser, question)
        browser.kill()

        browser = launch()
        open_course(browser, url)
        browser.click(".onward")
        browser.wait("document.querySelector(arguments[0])", item(question))
        assert f"{EXAM}/{question}" == step(browser)
        assert "Right" == ticked(browser, question)
        assert orders[question] == order(browser, question)
        assert f"Question {number + 1} of 5" in browser.text(".exam")
        follow(browser, f"{EXAM}/-review")
        browser.wait("document.querySelector('.review')")
        assert asked == browser.run("return [...document.querySelectorAll('.review a')].map(a => a.hash.split('/').pop())")
    assert "You passed" in send(browser)
    go(browser, "#/")
    browser.wait("document.querySelector('.modules .done, .onward')")


def test_answers_can_be_changed_until_they_are_sent_and_nothing_is_told_before(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    asked = start_exam(browser)
    assert "5 questions are still unanswered" in browser.text(".exam")
    answer(browser, asked[0], "Wrong")
    assert "" == verdict(browser, asked[0])
    assert not browser.run("return [...document.querySelectorAll('.check, .reveal, .feedback')].some(e => e.offsetParent)")
    answer(browser, asked[0], "Right")
    text = send(browser)
    assert "Not there yet" in text and "20%" in text and "one attempt left" in text
    assert "right" == verdict(browser, asked[0])
    assert "wrong" != verdict(browser, asked[1]) and "Not answered" in said(browser, asked[1])


def test_the_result_tells_each_objective_and_offers_practice_of_the_weak_ones(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    asked = start_exam(browser)
    weak = [question for question in asked if question != "own" and int(question[-1]) % 2 == 0]
    for question in asked:
        answer(browser, question, "Wrong" if question in weak else "Right")
    text = send(browser)
    if weak:
        assert "You can say how far." in text and "Read again" in text
        assert "#/reading/" == browser.run("return document.querySelector('.by-objective a').getAttribute('href')")
        press(browser, ".exam a.quiet")
        browser.wait("document.querySelector('.draw [data-item]')")
        assert all(int(question[-1]) % 2 == 0 for question in shown(browser)), "only what was weak"
        first = shown(browser)[0]
        choose(browser, first, "Right")
        check(browser, first)
        assert "right" == verdict(browser, first)


def test_attempts_come_to_an_end_and_the_module_waits(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    for left in ("You have one attempt left.", "You have no attempts left."):
        start_exam(browser)
        assert left in send(browser)
        if "one" in left:
            press(browser, ".bar .button")
            browser.wait("document.querySelector('.exam-minutes')")
    assert "Home" == browser.text(".bar .button")
    go(browser, "#/final/-end")
    assert "Nearly there" in browser.text(".end")


def test_what_is_practised_is_what_was_weak_last(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    for weak in (lambda question: True, lambda question: question == "own" or int(question[-1]) % 2):
        for question in start_exam(browser):
            answer(browser, question, "Wrong" if weak(question) else "Right")
        send(browser)
        press(browser, ".exam a.quiet")
        browser.wait("document.querySelector('.draw [data-item]')")
        assert all(weak(question) for question in browser.run("return [...document.querySelectorAll('.draw [data-item]')].map(e => e.dataset.item)"))
        if "again" in browser.text(".bar .button"):
            press(browser, ".bar .button")
            browser.wait("document.querySelector('.exam-minutes')")


def test_a_drawn_question_is_named_where_it_waits_for_another_look(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri(), "#/reading/warm-up")
    browser.wait("document.querySelectorAll('[data-item]').length === 3")
    missed = shown(browser)[0]
    choose(browser, missed, "Wrong")
    check(browser, missed)
    go(browser, "#/reading/-end")
    assert f"Bank question {missed[-1]}?" in browser.text(".end")


def test_another_attempt_draws_what_was_not_seen_first(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri())
    first = start_exam(browser)
    for question in first:
        answer(browser, question, "Wrong")
    send(browser)
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam-minutes')")
    second = start_exam(browser)
    assert set(first) & set(second) == {"own"}, "four of eight, then the other four"


def test_the_clock_can_be_switched_off_and_never_sends(site: Site, launch: Launch) -> None:
    late = "const now = Date.now; Date.now = () => now() + (window.late ?? 0); "
    browser = launch()
    open_course(browser, (site("exams", late) / "index.html").as_uri())
    asked = start_exam(browser, minutes=20)
    assert "20 minutes left." in browser.text(".exam-time")
    answer(browser, asked[0], "Right")
    browser.run("window.late = 25 * 60000")
    browser.wait("document.querySelector('.exam-time').textContent.includes('Time is up')")
    assert "Time is up" in browser.run("return document.querySelector('.exam-clock').textContent"), "and it is heard"
    press(browser, ".exam-time button")
    browser.wait("document.querySelector('.exam-time').textContent.includes('10 minutes left')")
    press(browser, ".exam-time summary")
    press(browser, ".exam-time button:last-child")
    browser.wait("!document.querySelector('.exam-time')")
    assert "Right" == ticked(browser, asked[0])


def test_feedback_during_an_exam_comes_at_once_and_settles_the_answer(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri(), "#/told-during/exam")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('[data-item]')")
    follow(browser, "#/told-during/exam/during-one")
    choose(browser, "during-one", "Wrong")
    check(browser, "during-one")
    assert "Not this one." in said(browser, "during-one")
    assert not browser.run("return [...document.querySelectorAll('.again, .reveal, .ask-hint')].some(e => e.offsetParent)"), "one try and no help"
    browser.reload()
    browser.wait("document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item("during-one"))
    assert browser.run("return document.querySelector(arguments[0] + ' input').disabled", item("during-one"))


@chromium
def test_an_exam_that_never_tells_says_only_the_result(site: Site, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (site("exams") / "index.html").as_uri(), "#/told-never/exam")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('[data-item]')")
    follow(browser, "#/told-never/exam/never-two")
    browser.wait("document.activeElement === document.querySelector(arguments[0] + ' .stem')", item("never-two"))
    browser.click(f"{item('never-two')} input")
    browser.type("two")
    browser.press("Tab")
    browser.wait("document.querySelector(arguments[0] + ' .message').textContent", item("never-two"))
    browser.click(f"{item('never-two')} input")
    browser.press("Control+a")
    browser.type("2 ½ DL")
    browser.press("Tab")
    browser.wait("!document.querySelector(arguments[0] + ' .message').textContent", item("never-two"))
    follow(browser, "#/told-never/exam/-review")
    browser.wait("document.querySelector('.review .done')")
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam .seal')")
    assert "You passed" in browser.text(".exam") and "50%" in browser.text(".exam")
    assert [] == shown(browser)


def test_a_bank_edited_meanwhile_does_not_harm_the_attempt(tmp_path: Path, address: Address, launch: Launch) -> None:
    course = tmp_path / "exams"
    shutil.copytree(COURSES["exams"], course)
    assert not build(course, tmp_path / "out", ["site"]).failed
    url = address(tmp_path / "out/exams/site")
    browser = launch()
    open_course(browser, url)
    asked = start_exam(browser)
    drawn = [question for question in asked if question != "own"]
    for question in asked:
        answer(browser, question, "Right")
    browser.quit()
    bank = course / "banks/rules.yaml"
    text = bank.read_text("utf-8").replace(f"id: {drawn[0]}\n", "id: another\n").replace(f"Bank question {drawn[1][-1]}?", "Asked in other words?")
    bank.write_text(text, "utf-8")
    assert not build(course, tmp_path / "out", ["site"]).failed

    browser = launch()
    open_course(browser, url, f"{EXAM}/-review")
    browser.wait("document.querySelector('.review')")
    assert [one for one in asked if one != drawn[0]] == browser.run("return [...document.querySelectorAll('.review a')].map(a => a.hash.split('/').pop())")
    assert "Asked in other words?" in browser.text(".review")
    assert "You passed" in send(browser)


def test_a_draw_keeps_its_questions_until_others_are_asked_for(site: Site, launch: Launch) -> None:
    url = (site("exams") / "index.html").as_uri()
    browser = launch()
    open_course(browser, url, "#/reading/warm-up")
    browser.wait("document.querySelectorAll('[data-item]').length === 3")
    first = shown(browser)
    assert all(int(question[-1]) <= 6 for question in first), "only those with the tag"
    choose(browser, first[0], "Right")
    check(browser, first[0])
    browser.quit()

    browser = launch()
    open_course(browser, url, "#/reading/warm-up")
    browser.wait("document.querySelectorAll('[data-item]').length === 3")
    assert first == shown(browser) and "right" == verdict(browser, first[0])
    for question in first[1:]:
        choose(browser, question, "Wrong")
        check(browser, question)
    press(browser, ".draw .more")
    browser.wait("document.querySelector('[data-item]').dataset.item !== arguments[0]", first[0])
    assert not set(first) & set(shown(browser)), "unseen first"
