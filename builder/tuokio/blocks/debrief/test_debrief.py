"""A talk keeps its time, whatever its length and whoever planned it."""

from __future__ import annotations

from tuokio.blocks.debrief.model import LONGEST, SHORTEST
from tuokio.blocks.debrief.plan import share_out


def test_a_plan_that_nobody_wrote_adds_up_and_leaves_a_minute_to_each_part() -> None:
    for minutes in range(SHORTEST, LONGEST + 1):
        plan = share_out(minutes)
        assert minutes == sum(length for length, _ in plan)
        assert 1 <= min(length for length, _ in plan)
    assert [3, 8, 5, 3, 1] == [length for length, _ in share_out(20)]


def test_a_plan_and_the_cases_are_translated_and_the_contacts_with_them(check_course) -> None:
    source = "---\nid: m\ntitle: Palaute\n---\n\n```debrief\nid: d\ntitle: Jono\ncases: [Asiakas odotti.]\nplan:\n  - [5, Aloitus, säännöt]\n  - [15, Tapaukset]\n```\n"
    other = "---\ntitle: Feedback\n---\n\n```debrief\nid: d\ntitle: The queue\ncases: [A customer waited.]\nplan:\n  - [5, Welcome]\n  - [15, Cases]\n```\n"
    course = "id: c\ntitle: {fi: K, en: C}\nlanguages: [fi, en]\ncontacts:\n  rules: {name: {fi: Esihenkilö, en: Shift manager}, replies_in: {fi: 1 viikko, en: 1 week}}\n"
    pages, findings = check_course({"course.yaml": course, "1-m.md": source, "1-m.en.md": other})
    assert [] == findings
    ours, theirs = (edition.pages[0].steps[0].html for edition in pages.editions)
    assert "Aloitus, säännöt" in ours and "5 min" in ours and "Esihenkilö: 1 viikko" in ours
    assert "Welcome" in theirs and "The queue" in theirs and "Shift manager: 1 week" in theirs


def test_nothing_of_it_reaches_the_browser_but_the_sheet(check_course) -> None:
    pages, _ = check_course({"1-m.md": "---\nid: m\ntitle: M\n---\n\n```debrief\nid: d\ntitle: The queue\ncases: [A customer waited.]\n```\n"})
    assert {"kind", "rev"} == set(pages.editions[0].pages[0].steps[0].items["d"])


def test_minutes_are_the_sources_in_every_language(check_course) -> None:
    source = "---\nid: m\ntitle: Palaute\n---\n\n```debrief\nid: d\ntitle: Jono\nminutes: 20\ncases: [Asiakas odotti.]\nplan: [[5, Aloitus], [15, Tapaukset]]\n```\n"
    other = "---\ntitle: Feedback\n---\n\n```debrief\nid: d\ntitle: The queue\nminutes: 15\ncases: [A customer waited.]\nplan: [[5, Welcome], [10, Cases]]\n```\n"
    pages, findings = check_course({"course.yaml": "id: c\ntitle: {fi: K, en: C}\nlanguages: [fi, en]\n", "1-m.md": source, "1-m.en.md": other})
    assert [("translation-differs", 8), ("translation-differs", 10)] == [(finding.id, finding.span.line) for finding in findings]
    html = pages.editions[1].pages[0].steps[0].html
    assert "20 min" in html and "15 min" in html and "10 min" not in html
