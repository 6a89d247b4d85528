"""The number is one in every language; the unit and what is said of mistakes are not."""

from __future__ import annotations

from collections.abc import Callable

COURSE = "id: numbers\ntitle: {fi: Luvut, en: Numbers}\nlanguages: [fi, en]\n"
SOURCE = '---\nid: one\ntitle: Yksi\n---\n\n```quiz\nid: days\nquestion: Montako päivää?\nnumber: "12 345,5"\ntolerance: 10%\nunit: päivää\nwrong: {"2,5": Liian vähän., 7: Viikko.}\nexplanation: Niin se on.\n```\n'


def read(keys: str, check_course: Callable) -> tuple[dict, dict, list[str], list[str]]:
    """Return what the browser decides by in the source and in the translation, the findings, and the answers on paper."""
    translation = f"---\ntitle: One\n---\n\n```quiz\nid: days\nquestion: How many days?\n{keys}explanation: So it is.\n```\n"
    pages, findings = check_course({"course.yaml": COURSE, "01-one.md": SOURCE, "01-one.en.md": translation})
    source, translated = (edition.pages[0].steps[0] for edition in pages.editions)
    return source.items["days"], translated.items["days"], [finding.id for finding in findings], [step.key[0][2] for step in (source, translated)]


def test_a_translation_has_its_own_unit_and_feedback(check_course: Callable) -> None:
    source, translated, findings, answers = read('unit: days\nwrong: {2.5: Too few., 7: A week.}\n', check_course)
    assert [] == findings
    assert {"unit": ["days"], "wrong": ["2.5", "7"]} == {key: translated.pop(key) for key in ("unit", "wrong")}
    assert {"unit": ["päivää"], "wrong": ["2,5", "7"]} == {key: source.pop(key) for key in ("unit", "wrong")}
    assert source == translated
    assert 1234.55 == source["tolerance"], "a share is of the right number"
    assert "12\u00a0345,5 päivää" in answers[0] and "12,345.5 days" in answers[1]


def test_another_number_is_told_and_does_not_hold(check_course: Callable) -> None:
    source, translated, findings, _ = read('number: 3\nunit: days\nwrong: {2.5: Too few., 7: A week.}\n', check_course)
    assert ["translation-differs"] == findings
    assert source["number"] == translated["number"]


def test_the_same_number_in_another_notation_is_the_same(check_course: Callable) -> None:
    assert [] == read('number: 12345.5\nunit: days\nwrong: {2.5: Too few., 7: A week.}\n', check_course)[2]


def test_a_mistake_that_nothing_is_said_of_is_told(check_course: Callable) -> None:
    source, translated, findings, _ = read('unit: days\nwrong: {7: A week.}\n', check_course)
    assert ["untranslated"] == findings
    assert ["7"] == translated["wrong"]
