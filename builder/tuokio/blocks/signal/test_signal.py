"""A slip finds one owner, in any language, and the day on which they promise to answer."""

from __future__ import annotations

import pytest

from tuokio.blocks.signal.reply import read_promise

CONTACTS = "contacts:\n  products: {name: {fi: Tuotepäällikkö, en: Product manager}, mail: p@example.com, replies_in: {fi: 3 arkipäivää, en: 3 working days}}\n  rules: {name: {fi: Esihenkilö, en: Shift manager}, replies_in: {fi: maanantain palaverin jälkeen, en: after the Monday meeting}}\n"
COURSE = "id: c\ntitle: {fi: K, en: C}\nlanguages: [fi, en]\n"


def module(block: str, title: str = "Palaute") -> str:
    return f"---\nid: m\ntitle: {title}\n---\n\nTeksti.\n\n```signal\nid: s\n{block}```\n"


@pytest.mark.parametrize(
    "text, promise",
    [
        ("3 working days", (3, True)),
        ("3 arkipäivää", (3, True)),
        ("3 arkipäivässä", (3, True)),
        ("2–3 arkipäivää", (3, True)),
        ("kolme työpäivää", (3, True)),
        ("fem arbetsdagar", (5, True)),
        ("1 vardag", (1, True)),
        ("7 days", (7, False)),
        ("7 pv", (7, False)),
        ("en vecka", (7, False)),
        ("viikossa, viimeistään 10 päivää", (10, False)),
        ("yhden viikon kuluessa", (7, False)),
        ("2 viikkoa", (14, False)),
        ("24 h", (1, False)),
        ("4 tuntia", (1, False)),
        ("1,5 dygn", (2, False)),
        ("after the Monday meeting", None),
        ("heti vuoron jälkeen", None),
        ("400 days", None),
        ("5 kertaa", None),
    ],
)
def test_days_are_read_of_a_promise_in_plain_words(text: str, promise: tuple[int, bool] | None) -> None:
    assert promise == read_promise(text)


def test_topics_are_translated_by_their_order_and_their_owners_are_the_sources(check_course) -> None:
    block = "topics:\n  Kahvin laatu: products\n  Sääntö ei toimi: rules\n"
    other = "topics:\n  Quality of coffee: products\n  A rule that does not work: rules\n"
    pages, findings = check_course({"course.yaml": COURSE + CONTACTS, "1-m.md": module(block), "1-m.en.md": module(other, "Feedback")})
    assert [] == findings
    ours, theirs = (edition.pages[0].steps[0] for edition in pages.editions)
    assert ours.items == theirs.items
    assert [("products", "p@example.com", 3, True), ("rules", "", 0, False)] == [(one["contact"], one["mail"], one["days"], one["working"]) for one in ours.items["s"]["owners"]]
    assert "Tuotepäällikkö" in ours.html and "3 arkipäivää" in ours.html and "Kahvin laatu" in ours.html
    assert "Product manager" in theirs.html and "after the Monday meeting" in theirs.html and "Quality of coffee" in theirs.html
    assert "Tuotepäällikkö" not in theirs.html


def test_a_translation_cannot_send_a_topic_to_somebody_else(check_course) -> None:
    block = "topics:\n  Kahvin laatu: products\n"
    pages, findings = check_course({"course.yaml": COURSE + CONTACTS, "1-m.md": module(block), "1-m.en.md": module("topics:\n  Quality of coffee: rules\n", "Feedback")})
    assert ["translation-differs"] == [finding.id for finding in findings]
    assert "Product manager" in pages.editions[1].pages[0].steps[0].html


def test_a_course_without_contacts_is_told_what_to_write(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: c\ntitle: C\n", "1-m.md": module("topics:\n  Quality of coffee: Product manager\n")})
    (finding,) = findings
    assert "no-contacts" == finding.id
    assert "`product-manager: {name: …, mail: …, replies_in: 3 working days}`" in finding.cure and "write `product-manager` here" in finding.cure


def test_a_contact_who_promises_no_answer_is_told_of_in_course_yaml(check_course) -> None:
    contacts = "contacts:\n  products: {name: Product manager}\n  rules: {name: Shift manager, replies_in: 1 week}\n"
    _, findings = check_course({"course.yaml": f"id: c\ntitle: C\n{contacts}", "1-m.md": module("topics:\n  A rule that does not work: rules\n")})
    assert [("missing-key", "`replies_in` is missing.", 4)] == [(finding.id, finding.message, finding.span.line) for finding in findings], "and the other is there"


def test_topics_in_another_order_are_not_told_to_change_hands(check_course) -> None:
    block, other = "topics:\n  Kahvin laatu: products\n  Sääntö: rules\n", "topics:\n  A rule: rules\n  Quality of coffee: products\n"
    _, findings = check_course({"course.yaml": COURSE + CONTACTS, "1-m.md": module(block), "1-m.en.md": module(other, "Feedback")})
    (finding,) = findings
    assert "translation-differs" == finding.id and "`products`, `rules`" in finding.cure


def test_what_is_wrong_in_the_source_is_told_there_alone(check_course) -> None:
    other = "topics:\n  Quality of coffee: products\n  A bill: billing\n  A rule: rules\n"
    for written, told in (("", "empty-value"), (" prodcts", "unknown-contact")):
        block = f"topics:\n  Kahvin laatu: products\n  Lasku:{written}\n  Sääntö: rules\n"
        pages, findings = check_course({"course.yaml": COURSE + CONTACTS, "1-m.md": module(block), "1-m.en.md": module(other.replace("billing", written.strip() or "products"), "Feedback")})
        assert [told] == [finding.id for finding in findings]
    assert "products" == next(iter(pages.editions[1].pages[0].steps[0].items["s"]["owners"]))["contact"]


def test_a_contact_with_a_fault_is_still_the_one_a_topic_names(check_course) -> None:
    contacts = "contacts:\n  products: {name: Product manager, mail: nowhere, replies_in: 1 week}\n"
    _, findings = check_course({"course.yaml": f"id: c\ntitle: C\n{contacts}", "1-m.md": module("topics:\n  Quality of coffee: products\n")})
    assert ["unusable-mail"] == [finding.id for finding in findings]
