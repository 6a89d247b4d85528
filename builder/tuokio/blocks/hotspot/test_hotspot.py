"""Where numbers stand, and that a translation says only what is there."""

from __future__ import annotations

import re
from collections.abc import Callable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="40" height="30"/></svg>'
REGIONS = {"right-below": [50, 60, 20, 20], "left-below": [10, 64, 20, 20], "right-above": [70, 5, 20, 20], "left-above": [10, 12, 20, 20]}
QUESTION = """```quiz
id: q
question: Where is the till?
image: media/till.svg
alt: A till.
explanation: Because.
regions:
  - {id: R, text: Here, at: [0, 0, 20, 20], correct: true, feedback: It stands on the counter.}
  - {id: W, text: There, at: ["62,5", 50 %, 20, 20], feedback: The oven is there.}
```"""


def test_regions_are_numbered_as_one_reads_the_picture(check_course: Callable) -> None:
    rows = "\n".join(f"  - {{text: {name}, at: {at}, correct: {str(name == 'left-below').lower()}, feedback: It hangs at {at[0]} per cent.}}" for name, at in REGIONS.items())
    pages, findings = check_course({"1-a.md": f"```quiz\nid: q\nquestion: Where is the till?\nimage: media/till.svg\nalt: A till.\nregions:\n{rows}\n```", "media/till.svg": SVG})
    assert [] == findings
    step = pages.editions[0].pages[0].steps[0]
    for html in (step.html, step.paper):
        assert ["left-above", "right-above", "left-below", "right-below"] == [name for name in re.findall(r"[a-z]+-[a-z]+", re.sub(r".*<ul", "", html, flags=re.S)) if name in REGIONS]
    assert "<b>3</b> left-below" in step.key[0][2]


def test_numbers_are_read_as_people_write_them(check_course: Callable) -> None:
    pages, findings = check_course({"1-a.md": QUESTION, "media/till.svg": SVG})
    assert [] == findings
    assert [62.5, 50, 20, 20] == pages.editions[0].pages[0].steps[0].items["q"]["regions"][1]["at"]
    assert 'x="62.5%" y="50.0%"' in pages.editions[0].pages[0].steps[0].html


def test_a_translation_repeats_only_the_words(check_course: Callable) -> None:
    swedish = "```quiz\nid: q\nquestion: Var är kassan?\nalt: En kassa.\nexplanation: Därför.\nregions:\n  - {text: Här, feedback: Den står på disken.}\n  - {text: Där, feedback: Där är ugnen., at: [1, 2, 3, 4]}\n```"
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\nlanguages: [en, sv]", "1-a.md": f"---\nid: a\ntitle: A\n---\n{QUESTION}", "1-a.sv.md": f"---\ntitle: A\n---\n{swedish}", "media/till.svg": SVG})
    assert ["translation-differs"] == [finding.id for finding in findings]
    source, translated = (edition.pages[0].steps[0] for edition in pages.editions)
    assert source.items == translated.items
    assert 'alt="En kassa."' in translated.html and "Där" in translated.html
    assert re.findall(r"<rect[^>]*>", source.html) == re.findall(r"<rect[^>]*>", translated.html)


def test_a_picture_that_is_not_there_is_told_and_the_list_remains(check_course: Callable) -> None:
    pages, findings = check_course({"1-a.md": QUESTION})
    assert ["missing-file"] == [finding.id for finding in findings]
    assert "till.svg" in findings[0].message
    assert 'value="R"' in pages.editions[0].pages[0].steps[0].html
