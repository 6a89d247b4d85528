"""Terms of the glossary in a course's text: where they are marked, and what is shown of them."""

from __future__ import annotations

import re

import pytest

from tuokio.build import prepare
from tuokio.page.alphabet import letter, order
from tuokio.resources.glossary.resource import collect
from tuokio.targets.paper import printable

MARK = re.compile(r'<button type="button" class="term" data-term="([\w-]+)" aria-expanded="false">([^<]*)</button>')


def course(text: str, glossary: str, language: str = "en") -> dict[str, str]:
    return {"course.yaml": f"id: c\ntitle: C\nlanguages: [{language}]\n", "1-a.md": f"---\nid: a\ntitle: A\n---\n\n{text}\n", "glossary.yaml": glossary}


@pytest.fixture
def mark(check_course):
    """Return the terms that are marked in a text, step by step, as they stand there."""

    def run(text: str, glossary: str, language: str = "en") -> list[list[str]]:
        pages, _ = check_course(course(text, glossary, language))
        return [[match[2] for match in MARK.finditer(step.html)] for step in pages.editions[0].pages[0].steps]

    return run


def test_a_term_is_marked_once_a_step_in_whatever_form_it_stands(mark) -> None:
    assert [["kuitilla", "Takuun"], ["kuitit"]] == mark("Maksa kuitilla. Ota kuitti. Takuun ehdot.\n\n- Kuitti\n\n## Toinen {#b}\n\nKaikki kuitit ja kuitti.", "kuitti: K\ntakuu: T\n", "fi")


def test_nothing_is_marked_in_headings_links_code_captions_or_other_languages(mark) -> None:
    text = "See [the item](#b), `item`, ![item](media/gone.png \"item\"), [item]{lang=fi} and <item>.\n\n> [!NOTE]\n> No.\n\n```\nitem\n```\n\n    item\n\n### Item\n\n| Item |\n|---|\n| an item |\n\n## Item {#b}\n\nNone"
    assert [["item"], []] == mark(text.replace(" and <item>", ""), "item: I\nnote: N\n")


def test_nothing_is_marked_in_blocks(mark) -> None:
    assert [[]] == mark("```quiz\nid: q\nstatement: An item.\ncorrect: true\nexplanation: Item.\n```", "item: I\n")


def test_several_words_are_marked_together_and_no_shorter_term_within_them(mark) -> None:
    glossary = "avoin kysymys: A\nkysymys: K\n"
    assert [["Avoimia kysymyksiä"], ["kysymyksen", "avoimeen\nkysymykseen"]] == mark("Avoimia kysymyksiä, avoin kysymys.\n\n## B {#b}\n\nEsitä kysymyksen jälkeen avoimeen\nkysymykseen.", glossary, "fi")


def test_an_abbreviation_is_marked_only_as_it_is_written_with_its_endings(mark) -> None:
    assert [["ALV:n", "IT"]] == mark("Hinnassa alv, ALV:n ja it, IT.", "ALV: A\nIT: I\n", "fi")
    assert [["SOPs", "R&amp;D", "C++"]] == mark("C and R & D. SOPs of R&D in C++.", "SOP: S\nR&D: R\nC++: C\n")


def test_an_authors_forms_count_and_what_is_unlike_does_not(mark) -> None:
    assert [["kitten", "Draws"]] == mark("A kitten. No drawing. Draws.", "cat: {means: C, forms: [kitten]}\ndraw: {means: D, unlike: drawing}\n")


def test_signs_stay_in_one_line_with_their_term(check_course) -> None:
    pages, _ = check_course(course('Some ("items"), and items.', "item: I\n"))
    assert '<span class="whole">(&quot;<button type="button" class="term" data-term="item" aria-expanded="false">items</button>&quot;),</span> and items.' in pages.editions[0].pages[0].steps[0].html


def test_markup_around_and_inside_a_text_stays_as_it_was(check_course) -> None:
    files = course('<details><summary>An item</summary>\n\nAn **item**<br>a > b, "x" & y [l](https://e.org/?item=1&b "item > b")\n\n</details>', "item: I\nb: B\nx: X\n")
    files["course.yaml"] += "html: true\n"
    pages, _ = check_course(files)
    step = pages.editions[0].pages[0].steps[0]
    assert 3 == len(MARK.findall(step.html))
    assert step.paper == re.sub(r'<span class="whole">(.*?)</span>', r"\1", MARK.sub(r"\2", step.html))
    assert "<summary>An item</summary>" in step.html and "<strong><button" in step.html


def test_a_module_brings_what_its_terms_mean_and_paper_ends_with_them_all(check_course) -> None:
    files = course("An item.", "stem: It asks.\nitem: {means: 'A *question*, see [b](2-b.md).', see: Stem}\nopen question: O\n") | {"2-b.md": "---\nid: b\ntitle: B\n---\n\nThe stem, an item, an open question.\n"}
    pages, findings = check_course(files)
    assert [] == findings
    edition = pages.editions[0]
    item = 'A <em>question</em>, see <a href="#/b/start">b</a>. <span class="see">See also: <a href="#/-glossary/stem">stem</a></span>'
    assert {"item": ("item", item)} == edition.pages[0].terms
    paper = "".join(printable(pages, edition, locate=str, styles="", policies=[], logo=None))
    assert "class=\"term\"" not in paper
    assert ["item", "open-question", "stem"] == re.findall(r'<div id="/-glossary/([\w-]+)">', paper), "in alphabetical order"
    assert f"<dt>item</dt><dd>{item}</dd>" in paper
    listed = collect(pages, edition)["terms"]
    assert [("item", "I", [("a", "start", "A"), ("b", "start", "B")])] == [(term["name"], term["letter"], term["met"]) for term in listed][:1]


def test_an_explanation_stays_one_paragraph_whatever_it_begins_with(check_course) -> None:
    pages, findings = check_course(course("One two three.", 'one: "- not a list"\ntwo: "1. no list"\nthree: |\n  Some\n\n  more\n'))
    assert {"one": "- not a list", "two": "1. no list", "three": "Some more"} == {id: html for id, (_, html) in pages.editions[0].pages[0].terms.items()}
    assert ["long-explanation"] * 3 == [finding.id for finding in findings]


def test_each_language_marks_its_own_terms_and_lists_the_sources_where_it_has_none(check_course) -> None:
    files = {
        "course.yaml": "id: c\ntitle: C\nlanguages: [en, fi, sv]\n", "glossary.yaml": "receipt: R\n", "glossary.fi.yaml": "kuitti: K\n",
        "1-a.md": "A receipt.", "1-a.fi.md": "Kuitin saa aina.", "1-a.sv.md": "Ett kvitto, a receipt.", "2-b.md": "Another receipt.",
    }  # fmt: skip
    pages, findings = check_course(files)
    assert ["There is no glossary in `sv`."] == [finding.message for finding in findings if "glossary" in finding.message]
    en, fi, sv = pages.editions
    assert [["receipt"], ["receipt"]] == [list(page.terms) for page in en.pages]
    assert [["kuitti"], ["receipt"]] == [list(page.terms) for page in fi.pages], "what is not translated is the source's own page"
    assert [[], ["receipt"]] == [list(page.terms) for page in sv.pages]
    assert ["kuitti"] == [term["name"] for term in collect(pages, fi)["terms"]]
    assert ("en", [("b", "start", "B")]) == (collect(pages, sv)["language"], collect(pages, sv)["terms"][0]["met"])


def test_a_course_without_a_glossary_has_no_page_of_terms(check_course) -> None:
    pages, findings = check_course({"1-a.md": "An item."})
    assert (None, {}, []) == (collect(pages, pages.editions[0]), pages.editions[0].pages[0].terms, findings)


def test_a_single_file_is_not_told_of_terms_it_does_not_use(check_course, tmp_path) -> None:
    check_course(course("An item.", "item: I\nstem: S\n"))
    pages, findings = prepare(tmp_path / "course/1-a.md")
    assert (["item"], []) == (list(pages.editions[0].pages[0].terms), findings)


@pytest.mark.parametrize("name, cure", [("glossary.yml", "`glossary.yaml`"), ("Glossary.yaml", "`glossary.yaml`"), ("glossary.fi.yaml.txt", "File name extensions")])
def test_a_file_that_is_meant_for_a_glossary_is_told_of(name: str, cure: str, check_course) -> None:
    _, findings = check_course({"1-a.md": "Text.", name: "a: b\n"})
    assert [("misnamed-file", name)] == [(finding.id, finding.span.path.name) for finding in findings]
    assert cure in findings[0].cure


def test_words_stand_where_people_of_the_language_look_for_them() -> None:
    words = ["öljy", "Ämpäri", "zeniitti", "apu", "éclair", "2+1", "åre", "e-lasku", "erä"]
    assert ["2+1", "apu", "éclair", "e-lasku", "erä", "zeniitti", "åre", "Ämpäri", "öljy"] == sorted(words, key=lambda word: order(word, "fi"))
    assert ["2+1", "Ämpäri", "apu", "åre", "éclair", "e-lasku", "erä", "öljy", "zeniitti"] == sorted(words, key=lambda word: order(word, "en"))
    assert ["Ä", "A", "E", "#"] == [letter("ämpäri", "fi"), letter("ämpäri", "en"), letter("éclair", "fi"), letter("2+1", "fi")]
