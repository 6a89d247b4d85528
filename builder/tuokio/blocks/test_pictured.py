"""Pictures in what is asked and in what is chosen."""

from __future__ import annotations

import re
from collections.abc import Callable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="{}" height="30"/></svg>'
FILES = {f"media/{name}.svg": SVG.format(width) for width, name in enumerate(("cup", "latte", "cortado"), 1)}
QUESTION = """```quiz
id: q
question: Which one fits this cup?
image: media/cup.svg
alt: A small [white] cup
options:
  - {image: media/latte.svg, alt: A tall latte, feedback: Too tall.}
  - {image: media/cortado.svg, alt: A short cortado, text: Cortado, correct: true, feedback: It does.}
```"""


def images(html: str) -> list[str]:
    return re.findall(r'<img [^>]*alt="([^"]*)"', html)


def test_a_question_and_its_options_have_pictures_on_screen_and_on_paper(check_course: Callable) -> None:
    pages, findings = check_course({"1-a.md": QUESTION, **FILES})
    assert [] == findings
    step = pages.editions[0].pages[0].steps[0]
    for html in (step.html, step.paper):
        assert ["A small [white] cup", "A tall latte", "A short cortado"] == images(html)
    stem, options = step.html.split('<ul class="options"')
    assert ["A small [white] cup"] == images(stem) and stem.index("</legend>") < stem.index("<img"), "below the question, where its size does not disturb the legend"
    for option in re.findall(r"<label.*?</label>", options, re.S):
        assert 1 == len(images(option)), "pressing the picture chooses, and its text names the option"


def test_an_answer_that_is_only_a_picture_is_told_in_words_at_the_end_of_the_print(check_course: Callable) -> None:
    pages, _ = check_course({"1-a.md": QUESTION.replace(", text: Cortado", ""), **FILES})
    [(_, _, key)] = pages.editions[0].pages[0].steps[0].key
    assert "<b>B</b> A short cortado" in key


def test_the_browser_decides_by_no_picture(check_course: Callable) -> None:
    pages, _ = check_course({"1-a.md": QUESTION, **FILES})
    assert [{"id": "a", "correct": False}, {"id": "b", "correct": True}] == pages.editions[0].pages[0].steps[0].items["q"]["options"]


def test_another_picture_is_another_revision_of_the_question(check_course: Callable) -> None:
    revisions = []
    for text in (QUESTION, QUESTION.replace("image: media/cup.svg", "image: media/latte.svg")):
        pages, _ = check_course({"1-a.md": text, **FILES})
        revisions.append(pages.editions[0].pages[0].steps[0].items["q"]["rev"])
    assert revisions[0] != revisions[1]


def test_a_translation_describes_the_pictures_and_keeps_them(check_course: Callable) -> None:
    finnish = "```quiz\nid: q\nquestion: Kumpi sopii tähän kuppiin?\nalt: Pieni kuppi\noptions:\n  - {alt: Korkea latte, feedback: Liian korkea.}\n  - {alt: Lyhyt cortado, text: Cortado, feedback: Sopii.}\n```"
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\nlanguages: [en, fi]", "1-a.md": f"---\nid: a\ntitle: A\n---\n{QUESTION}", "1-a.fi.md": f"---\ntitle: A\n---\n{finnish}", **FILES})
    assert [] == findings
    source, translated = (edition.pages[0].steps[0].html for edition in pages.editions)
    assert ["Pieni kuppi", "Korkea latte", "Lyhyt cortado"] == images(translated)
    assert re.findall(r'src="([^"]*)"', source) == re.findall(r'src="([^"]*)"', translated)
