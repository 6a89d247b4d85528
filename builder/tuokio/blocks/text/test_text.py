"""Accepted words belong to a language: a translation has its own."""

from __future__ import annotations

from collections.abc import Callable

COURSE = "id: words\ntitle: {fi: Sanat, sv: Ord}\nlanguages: [fi, sv]\n"
SOURCE = "---\nid: one\ntitle: Yksi\n---\n\n```quiz\nid: paper\nquestion: Mikä paperi?\nanswers: [kuitti, kuitilla]\ntypos: 1\nwrong: {lasku: Ei vielä., takuu: Ei se.}\nexplanation: Se kertoo oston.\n```\n"


def read(keys: str, check_course: Callable) -> tuple[dict, dict, list[str], str]:
    """Return what the browser decides by in the source and in the translation, the findings, and the translation's HTML."""
    translation = f"---\ntitle: Ett\n---\n\n```quiz\nid: paper\nquestion: Vilket papper?\n{keys}explanation: Det visar köpet.\n```\n"
    pages, findings = check_course({"course.yaml": COURSE, "01-one.md": SOURCE, "01-one.sv.md": translation})
    source, translated = (edition.pages[0].steps[0] for edition in pages.editions)
    return source.items["paper"], translated.items["paper"], [finding.id for finding in findings], translated.html


def test_a_translation_gives_its_own_words_whole(check_course: Callable) -> None:
    source, translated, findings, html = read("answers: [kvitto, kvittot, köpkvitto]\nwrong: {faktura: Inte än.}\n", check_course)
    assert [] == findings
    assert {"answers": ["kvitto", "kvittot", "köpkvitto"], "wrong": ["faktura"]} == {key: translated.pop(key) for key in ("answers", "wrong")}
    assert {"answers": ["kuitti", "kuitilla"], "wrong": ["lasku", "takuu"]} == {key: source.pop(key) for key in ("answers", "wrong")}
    assert source == translated, "the rest, and the revision, is the source's"
    assert "Inte än." in html and "Ei vielä." not in html


def test_words_that_are_not_translated_keep_the_question_in_the_sources_language(check_course: Callable) -> None:
    source, translated, findings, html = read("", check_course)
    assert "answers-not-translated" in findings
    assert source == translated
    assert "Mikä paperi?" in html and "Vilket papper?" not in html


def test_a_translated_word_cannot_be_right_and_wrong(check_course: Callable) -> None:
    source, translated, findings, _ = read("answers: kvitto\nwrong: {Kvitto: Nej.}\n", check_course)
    assert "wrong-is-right" in findings
    assert source == translated
