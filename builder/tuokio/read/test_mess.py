"""What Windows, macOS, Word and hurried people leave in a course: it works, or an author is told the cure."""

from __future__ import annotations

import random
from pathlib import Path
from typing import IO
from unicodedata import normalize

import pytest

from tuokio import disk
from tuokio.build import build, prepare
from tuokio.check.fix import fix
from tuokio.check.frame import frame
from tuokio.kept import Kept

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
QUIZ = "id: q\nquestion: What now?\noptions:\n  - text: A\n    correct: true\n    feedback: F\n  - text: B\n    feedback: F\n"


def apart(text: str) -> str:
    """Return a text as macOS may store a name: an ä as an a and its dots."""
    return normalize("NFD", text)


def html(pages, module: int = 0) -> str:
    return "\n".join(step.html for step in pages.editions[0].pages[module].steps)


def ids(findings) -> list[str]:
    return [finding.id for finding in findings]


def quiz(text: str) -> str:
    return f"```quiz\n{text}```\n"


# Names


def test_names_as_people_give_them_work_in_links_and_pictures(check_course) -> None:
    name, picture = "Kahvila – ohje (2).md", "Kuva 1 & 2 + (50%) 😀.svg"
    text = f"[a](<{name}>) [b](C%23.md) [c](<C#.md>) [d](😀.md) [e](a+b&c.md) ![x](<media/{picture}>) ![y](media/Kuva%201%20&%202%20+%20(50%25)%20😀.svg)"
    pages, findings = check_course({name: text, "C#.md": "x", "😀.md": "x", "a+b&c.md": "x", f"media/{picture}": SVG})
    assert [] == findings
    page = next(page for page in pages.editions[0].pages if page.title.startswith("Kahvila"))
    assert 2 == page.steps[0].html.count("<img") and 5 == page.steps[0].html.count('href="#/')


@pytest.mark.parametrize("disk, typed", [(apart, str), (str, apart)], ids=["apart on the disk", "apart in the text"])
def test_letters_and_their_dots_are_one_name_however_they_are_stored(disk, typed, check_course) -> None:
    files = {
        "course.yaml": typed("id: c\ntitle: C\nlanguages: [fi, en]\ntheme: kävi\nvalues: {päivä: tänään}\n"),
        disk("01-käyttö.md"): typed("---\nid: kaytto\n---\n\n## Työ {#tyo}\n\n[oma](#työ) [b](02-pöytä.md) ![k](media/kää/kää.svg) {{ ") + apart("päivä") + " }}",
        typed("01-käyttö.en.md"): "## Work {#tyo}\n\nx",
        disk("02-pöytä.md"): "x",
        disk("media/kää/kää.svg"): SVG,
        disk("themes/kävi/theme.yaml"): typed("name: Kävi\nlogo: lögö.svg\n"),
        disk("themes/kävi/lögö.svg"): SVG,
    }
    pages, findings = check_course(files)
    assert ["untranslated"] == ids(findings), "only the second module has no translation"
    assert ["kaytto", "poyta"] == [page.id for page in pages.editions[0].pages]
    assert "en" == pages.editions[1].pages[0].language and pages.theme.logo
    assert "tänään" in html(pages) and "media/kaa." in html(pages)


def test_large_and_small_letters_differ_on_every_system(check_course) -> None:
    _, findings = check_course({"01-a.md": "![k](Media/Kuva.SVG) ![l](media/kuva.svg) [b](02-B.md)", "02-b.md": "x", "media/kuva.svg": SVG})
    assert ["missing-file", "dead-link"] == ids(findings)
    assert all("Large and small letters differ" in finding.cure for finding in findings)


def test_files_that_windows_would_take_for_one_are_told_of(check_course) -> None:
    _, findings = check_course({"01-Ohje.md": "x", "01-ohje.md": "x", "02-ä.md": "x", apart("02-ä.md"): "x"})
    assert ["large and small letters", "how their accents are stored"] == [finding.message.split("only in ")[1].split(";")[0] for finding in findings if finding.id == "names-alike"]


def test_output_has_no_name_that_windows_keeps_for_itself(tmp_path: Path) -> None:
    course = tmp_path / "con"
    for name, text in {"con.md": "x ![a](media/aux.svg) [d](media/nul.txt)", "01-lpt1.md": "x", "PRN.md": "x", "media/aux.svg": SVG, "media/nul.txt": "x"}.items():
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text, "utf-8")
    result = build(course, tmp_path / "out", ["site", "print"])
    assert [] == result.findings
    parts = {part.split(".")[0].lower() for path in (tmp_path / "out").rglob("*") for part in path.relative_to(tmp_path / "out").parts}
    assert not parts & {"con", "aux", "nul", "lpt1", "prn"}
    assert {"con_", "aux_", "nul_", "lpt1-module", "prn-module"} <= parts


def test_an_id_that_would_name_a_device_gets_a_cure(check_course) -> None:
    _, findings = check_course({"1-a.md": "---\nid: aux\n---\nx"})
    assert ["unusable-id"] == ids(findings) and "`aux-1`" in findings[0].cure and 2 == findings[0].span.line


def test_long_names_become_short_paths(tmp_path: Path) -> None:
    course = tmp_path / ("k" * 200)
    (course / "media").mkdir(parents=True)
    (course / f"01-{'ö' * 110}.md").write_text(f"![a](media/{'k' * 240}.svg)", "utf-8")
    (course / "media" / f"{'k' * 240}.svg").write_text(SVG, "utf-8")
    assert [] == build(course, tmp_path / "out", ["site", "print"]).findings
    assert 200 > max(len(path.relative_to(tmp_path).as_posix()) for path in (tmp_path / "out/").rglob("*") if ".cache" not in path.parts)


def test_endings_in_capitals_and_in_full_are_modules(check_course) -> None:
    pages, findings = check_course({"01-a.MD": "[b](02-b.markdown)", "02-b.markdown": "[a](01-a.MD)"})
    assert [] == findings
    assert ["a", "b"] == [page.id for page in pages.editions[0].pages]


@pytest.mark.parametrize(
    "name, id, cure",
    [("02-b.md.txt", "hidden-ending", "`02-b.md`"), ("course.yml", "misnamed-file", "`course.yaml`"), ("Course.YAML", "misnamed-file", "`course.yaml`"), ("course.yaml.txt", "misnamed-file", "File name extensions")],
)
def test_a_file_whose_name_misses_by_a_hair_is_told_of(name: str, id: str, cure: str, check_course) -> None:
    _, findings = check_course({"01-a.md": "x", name: "title: X\n"})
    assert [id] == ids(findings) and cure in findings[0].cure and name == findings[0].span.path.name


@pytest.mark.parametrize("name, cure", [("01-a.md.txt", "rename it to `01-a.md`"), ("ohje.docx", "save that as `ohje.md`"), ("kuva.png", "Add one")])
def test_a_folder_without_modules_says_what_could_become_one(name: str, cure: str, check_course) -> None:
    _, findings = check_course({name: "x"})
    assert cure in next(finding.cure for finding in findings if finding.id == "no-modules")


def test_a_theme_without_a_theme_yaml_says_which_file_was_meant(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: oma\n", "01-a.md": "x", "themes/oma/Theme.yml": "name: K\n"})
    assert ["unknown-theme"] == ids(findings) and "rename `Theme.yml`" in findings[0].cure


# Links


def test_backslashes_part_folders_in_links_and_pictures(check_course) -> None:
    links = r"![a](media\kuva.svg) ![b](..\course\media\_alku\(1).svg) [c](.\02-b.md) [d](..\course\02-b.md#toinen) ![e](media\*x*.svg)"
    pages, findings = check_course({"01-a.md": f"{links}\n\n{quiz(QUIZ.replace('What now?', 'What ![k](media' + chr(92) + '_alku' + chr(92) + '(1).svg) now?'))}", "02-b.md": "## Toinen {#toinen}\n\nx", "media/kuva.svg": SVG, "media/_alku/(1).svg": SVG, "media/*x*.svg": SVG})
    assert [] == findings
    assert 4 == html(pages).count("<img") and 'href="#/b/toinen"' in html(pages)


def test_a_backslash_before_a_sign_still_escapes_it(check_course) -> None:
    pages, findings = check_course({"01-a.md": r"![a](media/a\_b\(1\).svg) [w](https://example.org/a\_b)", "media/a_b(1).svg": SVG})
    assert [] == findings
    assert "<img" in html(pages) and "https://example.org/a_b" in html(pages)


@pytest.mark.parametrize("name", ["Mistä aika tulee?", "Mist%C3%A4%20aika%20tulee?", "mistä-aika-tulee", "aika"])
def test_a_link_may_name_a_heading_by_its_text(name: str, check_course) -> None:
    pages, findings = check_course({"01-a.md": f"[x](<02-b.md#{name}>)", "02-b.md": "## Mistä aika tulee? {#aika}\n\nx"})
    assert [] == findings
    assert 'href="#/b/aika"' in html(pages)


# Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_reads_alike_in_every_encoding_that_says_what_it_is_and_ids_are_added_in_it(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "01-a.md"
    path.write_bytes("# Päivää\r\n\r\n## Työ\r\n\r\nx".encode(encoding))
    pages, findings = prepare(path)
    assert "Päivää" == pages.course.modules[0].title and ["missing-id"] == ids(findings)
    fix(findings)
    assert "# Päivää\r\n\r\n## Työ {#tyo}\r\n\r\nx" == path.read_bytes().decode(encoding)


@pytest.mark.parametrize(
    "data, id",
    [(b"PK\x03\x04\x14\0\xff", "not-text"), (b"\xd0\xcf\x11\xe0\xa1", "not-text"), (b"%PDF-1.7\n", "not-text"), (b"\0" * 99, "not-text"), ("# Päivää\n".encode("utf-16-le"), "not-utf-8"), (b"\xff\xfe#", "not-utf-8")],
    ids=["docx", "doc", "pdf", "zeros", "utf-16 unmarked", "utf-16 cut off"],
)
def test_what_is_no_text_is_told_of_and_the_others_are_read(data: bytes, id: str, check_course) -> None:
    pages, findings = check_course({"01-a.md": data, "02-b.md": "x"})
    assert [id] == ids(findings) and findings[0].cure
    assert ["b"] == [page.id for page in pages.editions[0].pages]


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "01-a.md").write_text("x", "utf-8")
    (tmp_path / "02-b.md").write_text("x", "utf-8")
    opened = disk.open_file

    def refuse(path: Path) -> IO[bytes]:  # as OneDrive does with a file that is only in the cloud
        if path.name == "02-b.md":
            raise OSError(22, "The cloud file provider is not running", str(path))
        return opened(path)

    monkeypatch.setattr(disk, "open_file", refuse)
    pages, findings = prepare(tmp_path)
    assert ["unreadable-file"] == ids(findings) and "Always keep on this device" in findings[0].cure
    assert "--> " in frame(findings[0]) and ["a"] == [page.id for page in pages.editions[0].pages]


UNSEEN = {"byte-order marks of joined files": "\ufeff", "zero-width space": "\u200b", "soft hyphen": "\u00ad", "direction mark": "\u200e", "form feed": "\x0c"}


@pytest.mark.parametrize("sign", UNSEEN.values(), ids=UNSEEN)
def test_what_nobody_sees_hides_no_sign_and_ids_go_to_the_right_place(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "01-a.md"
    before = f"{sign}---\ntitle: T\n---\n\n{sign}## One\n\n{sign}- a\n{sign}- b\n\n{sign}```quiz\n{sign}question: What now?\n" + QUIZ.split("\n", 2)[2] + f"{sign}```\n"
    path.write_text(before, "utf-8", newline="")
    pages, findings = prepare(path)
    assert ["missing-id", "missing-id"] == ids(findings)
    assert "T" == pages.course.modules[0].title and "<li>b</li>" in html(pages)
    fix(findings)
    text = path.read_text("utf-8")
    assert f"{sign}## One {{#one}}\n" in text and f"```quiz\nid: what-now\n{sign}question:" in text
    assert [] == prepare(path)[1]


def test_soft_hyphens_and_joiners_stay_in_words(check_course) -> None:
    pages, findings = check_course({"01-a.md": "asiakas\u00adpalvelu 👩\u200d🍳"})
    assert [] == findings and "asiakas\u00adpalvelu 👩\u200d🍳" in html(pages)


@pytest.mark.parametrize("sign", ["\x0b", "\x85", "\u2028", "\u2029"], ids=["vertical tab", "next line", "line separator", "paragraph separator"])
def test_breaks_that_only_word_knows_move_no_line(sign: str, check_course) -> None:
    pages, findings = check_course({"01-a.md": f"A{sign}b\n\n" + quiz(QUIZ.replace("What now?", f"What{sign}now?")) + "\n[x](no.md)"})
    assert [("dead-link", 14)] == [(finding.id, finding.span.line) for finding in findings]
    assert "What now?" in html(pages)


SAME = {
    "keys in curly quotes": QUIZ.replace("question", "“question”").replace("text", "’text’"),
    "dashes for list marks": QUIZ.replace("- text", "– text"),
    "bullets for list marks": QUIZ.replace("- text", "• text"),
    "a wide colon": QUIZ.replace("question:", "question："),
    "spaces at the ends": QUIZ.replace("\n", "\u00a0 \n"),
    "no-break spaces": QUIZ.replace(": ", ":\u00a0").replace("  - ", "\u00a0\u00a0-\u00a0"),
    "tabs after the colons": QUIZ.replace(": ", ":\t"),
    "line ends of three systems": QUIZ.replace("\n", "\r\n", 3).replace("feedback: F\n", "feedback: F\r", 1),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_signs_that_a_word_processor_changed_mean_what_they_meant(text: str, check_course) -> None:
    wanted, _ = check_course({"01-a.md": quiz(QUIZ)})
    pages, findings = check_course({"01-a.md": quiz(text)})
    assert [] == findings
    assert html(wanted) == html(pages)


def test_a_dash_begins_a_line_of_dialogue_and_stays(check_course) -> None:
    pages, findings = check_course({"01-a.md": quiz(QUIZ.replace("What now?", "|\n  – Hei: mitä saisi olla?\n  – Kahvi."))})
    assert [] == findings and "– Hei: mitä saisi olla?" in html(pages)


@pytest.mark.parametrize("typed, points", [("14,5", 14.5), ("1 000", 1000), ("1\u00a0000", 1000), ("1\u202f0,5", 10.5), ("2,5\u00a0", 2.5)])
def test_numbers_are_read_as_people_write_them(typed: str, points: float, check_course) -> None:
    pages, findings = check_course({"01-a.md": quiz(f"points: {typed}\n{QUIZ}")})
    assert [] == findings and points == pages.editions[0].pages[0].points


def test_lists_pasted_from_word_are_lists(check_course) -> None:
    for mark in ("•", "·", "▪", "●", "\uf0b7", "o"):
        pages, findings = check_course({"01-a.md": f"{mark}\teka\n{mark}\ttoka\n\n1.\tyksi\n2.\tkaksi\n"})
        assert [] == findings
        assert 4 == html(pages).count("<li>"), mark


def test_one_line_with_tabs_or_a_list_with_them_is_no_table(check_course) -> None:
    _, findings = check_course({"01-a.md": "Hinta\t2,50\n\n-\teka\tx\n-\ttoka\ty\n\n```text\na\tb\nc\td\n```\n"})
    assert [] == findings


@pytest.mark.parametrize("text", ["", "\n \n", "---\ntitle: T\n---\n"], ids=["no bytes", "blank", "front matter only"])
def test_a_module_with_nothing_in_it_is_told_of(text: str, check_course) -> None:
    _, findings = check_course({"01-a.md": text, "02-b.md": "x"})
    assert ["empty-module"] == ids(findings) and "`_01-a.md`" in findings[0].cure


def test_an_unusable_course_id_is_told_of_once(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: Ä!\ntitle: X\n", "01-a.md": "x"})
    assert ["unusable-id"] == ids(findings)


def test_code_may_stand_in_a_block_of_four_backticks(check_course) -> None:
    text = "id: q\nquestion: |\n  What is this?\n  ```\n  hei\n  ```\n" + QUIZ.split("\n", 2)[2]
    pages, findings = check_course({"01-a.md": f"````quiz\n{text}````\n"})
    assert [] == findings and "<code>hei" in html(pages)


def test_no_mutation_of_a_good_course_breaks_the_reader(tmp_path: Path) -> None:
    chance = random.Random(20261122)  # noqa: S311 – not for secrets
    good = {
        "course.yaml": "id: c\ntitle: {fi: Kurssi, en: Course}\nlanguages: [fi, en]\nareas: {rule: Säännöt}\nvalues: {yritys: Kulma}\ncompletion: {mastery: 80 %}\n",
        "01-a.md": "---\ntitle: Työ\narea: rule\nobjectives:\n  how: Osaat.\n---\n\nTeksti [x](02-b.md#toinen) ![k](media/k.svg) {{ yritys }}[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Toinen {#toinen}\n\n> [!TIP]\n> Kysy.\n\n" + quiz(QUIZ) + "\n[^1]: Huomautus\n",
        "01-a.en.md": "---\ntitle: Work\n---\n\n## Second {#toinen}\n\n" + quiz(QUIZ),
        "02-b.md": "# B\n\n## Toinen {#toinen}\n\n" + quiz("- id: w\n  statement: On.\n  correct: true\n  explanation: E\n"),
        "media/k.svg": SVG,
    }
    kept = Kept()
    for number in range(100):
        for name, text in good.items():
            data = bytearray(text.encode())
            for _ in range(chance.choice((0, 1, 3, 9, 9))):
                at = chance.randrange(len(data))
                data[at : at + chance.choice((0, 1, 1, 8))] = chance.choice((b"", b"\xff", b"\0", b"\t", b"`", b"```", b"\xc2\xa0", b"{", b"[", b"---\n", b": ", b"\n", bytes([chance.randrange(256)]), bytes(data[at : at + 20])))
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        for finding in prepare(tmp_path, kept=kept)[1]:
            assert finding.cure, f"{finding.id} in run {number}"
            frame(finding)
