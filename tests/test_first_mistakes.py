"""What goes wrong in the first days of somebody who writes courses and is no programmer, and what they are told.

Each mistake is a tiny course. What it gets is kept whole in `first_mistakes.txt`, to be read as one who made it
(`pytest tests/test_first_mistakes.py --accept`): code frames that name the cure, or “It just works.”
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.check.frame import frame, gather, sort

KEPT = Path(__file__).with_suffix("").with_name("first_mistakes.txt")
WORKS = "It just works."
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
QUIZ = """```quiz
id: kysymys
question: Mitä kysyt ensin?
options:
  - text: Miten maksoit?
    correct: true
    feedback: Maksukin on todiste.
  - text: Onko kuitti kotona?
    feedback: Asiakas tulisi kahdesti.
  - text: Otanko takaisin?
    feedback: Seuraava ei saisi samaa.
```
"""
TEXT = f"---\nid: tyo\ntitle: Työ\n---\n\nHyvää päivää.\n\n## Kuitti {{#kuitti}}\n\n{QUIZ}"
COURSE = "id: kurssi\ntitle: Kurssi\nlanguages: [fi]\n"


def zipped(name: str, data: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def module(before: str = "", after: str = "", text: str = TEXT) -> dict[str, str | bytes]:
    """A course whose module has one thing written otherwise."""
    assert before in text, before
    return {"01-tyo.md": text.replace(before, after, 1)}


def course(lines: str) -> dict[str, str | bytes]:
    return {"course.yaml": lines, "01-tyo.md": TEXT}


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)
MISTAKES: dict[str, dict[str, str | bytes]] = {
    # Signs that mean something in YAML
    "A tab where the text is indented": module("  - text: Onko", "\t- text: Onko"),
    "A colon in a text": module("Mitä kysyt ensin?", "Asiakas sanoo: kuitti hukkui. Mitä kysyt?"),
    "A colon in the title of a module": module("title: Työ", "title: Kuitti: mitä se todistaa"),
    "A colon in course.yaml": course(COURSE.replace("title: Kurssi", "title: Kurssi: alku")),
    "A missing space after a colon": module("question: ", "question:"),
    "A missing space after a hyphen": module("- text: Onko", "-text: Onko"),
    "A list that is not indented": module(re.search(r"  - text(.|\n)*samaa\.\n", QUIZ)[0], re.sub("^  ", "", re.search(r"  - text(.|\n)*samaa\.\n", QUIZ)[0], flags=re.M)),
    "A key indented too far": module("    correct: true", "      correct: true"),
    "A key indented too little": module("    correct: true", "  correct: true"),
    "Quotation marks in the middle of a text": module("question: Mitä kysyt ensin?", 'question: "Mitä" kysyt ensin?'),
    "A quotation mark that does not close": module("question: Mitä kysyt ensin?", 'question: "Mitä kysyt ensin?'),
    "Curly quotation marks around a text": module("question: Mitä kysyt ensin?", "question: ”Mitä kysyt ensin?”"),
    "A curly mark at one end": module("question: Mitä kysyt ensin?", 'question: "Mitä kysyt ensin?”'),
    "A text that begins with a percentage sign": module("text: Miten maksoit?", "text: %-alennus"),
    "A text that begins with @": module("text: Miten maksoit?", "text: @asiakas"),
    "A text that begins with bold": module("text: Miten maksoit?", "text: **Miten** maksoit?"),
    "A text that begins with a backtick": module("text: Miten maksoit?", "text: `F7`-näppäin"),
    "A text that begins with a bracket": module("text: Miten maksoit?", "text: [F7] avaa kassan"),
    "A bracket that does not close": module("question: Mitä", "tags: [kassa, kuitti\nquestion: Mitä"),
    "A text that begins with a hash": module("text: Miten maksoit?", "text: #1 on kassa"),
    "A hash in a text": module("text: Miten maksoit?", "text: Kassa #1"),
    "Yes in place of true": module("correct: true", "correct: yes"),
    "Kyllä in place of true": module("correct: true", "correct: kyllä"),
    "True with a capital": module("correct: true", "correct: True"),
    "A number with its unit": module("title: Työ", "title: Työ\nminutes: 10 min"),
    "A number in words": module("title: Työ", "title: Työ\nminutes: kymmenen"),
    "A misspelt key": module("feedback: Maksukin", "feedbak: Maksukin"),
    "A key with a capital": module("question: Mitä", "Question: Mitä"),
    "A key in one's own language": module("question: Mitä", "kysymys: Mitä"),
    # Markdown
    "No backticks at the end of a block": module("samaa.\n```\n", "samaa.\n"),
    "No backticks and no line end at the end of a file": module("samaa.\n```\n", "samaa."),
    "Two backticks in place of three": module("```quiz", "``quiz"),
    "Straight quotation marks in place of backticks": module("```quiz", "'''quiz"),
    "A misspelt block": module("```quiz", "```qiuz"),
    "No space after the signs of a heading": module("## Kuitti {#kuitti}", "##Kuitti"),
    "Dashes around the front matter": module("---\nid: tyo\ntitle: Työ\n---", "–––\nid: tyo\ntitle: Työ\n–––"),
    "No end of the front matter": module("title: Työ\n---\n", "title: Työ\n"),
    "A table pasted from Word or Excel": module("Hyvää päivää.", "Tuote\tHinta\nKahvi\t2,50\n"),
    "A list pasted from Word": module("Hyvää päivää.", "•\tkuitti\n•\tkassa"),
    "A line of hyphens right below a text": module("Hyvää päivää.", "Hyvää päivää.\n---\n"),
    "A module copied with its ids": {"01-tyo.md": TEXT, "02-uusi.md": TEXT},
    "A question copied with its id": module(QUIZ, QUIZ + "\n" + QUIZ),
    # Files and their names
    "Windows-1252": {"01-tyo.md": TEXT.encode("cp1252")},
    "UTF-16, as Notepad's Unicode": {"01-tyo.md": TEXT.encode("utf-16")},
    "UTF-8 with a mark": {"01-tyo.md": TEXT.encode("utf-8-sig")},
    "Line ends of Windows": {"01-tyo.md": TEXT.replace("\n", "\r\n")},
    "An empty file": {"01-tyo.md": TEXT, "02-b.md": ""},
    "An ending that Windows hides": {"01-tyo.md": TEXT, "02-b.md.txt": TEXT},
    "course.yaml with a hidden ending": {"course.yaml.txt": COURSE, "01-tyo.md": TEXT},
    "course.yml": {"course.yml": COURSE, "01-tyo.md": TEXT},
    "Course.yaml": {"Course.yaml": COURSE, "01-tyo.md": TEXT},
    "A Word document alone": {"01-tyo.docx": zipped("word/document.xml", "<w/>")},
    "A Word document renamed to .md": {"01-tyo.md": zipped("word/document.xml", "<w/>")},
    "A zipped folder": {"kurssi.zip": zipped("01-tyo.md", TEXT)},
    "A folder in the course's folder": {"kurssi/01-tyo.md": TEXT},
    "Spaces and umlauts in names": {"01 työ päivä.md": TEXT + "\n[Hinnat](<02 hinnat.md>) ![Kassa](<media/kassa ä.svg>)\n", "02 hinnat.md": "# Hinnat\n\nx", "media/kassa ä.svg": SVG},
    "A space in an address": module("Hyvää päivää.", "[Hinnat](02 hinnat.md)") | {"02 hinnat.md": "# Hinnat\n\nx"},
    "Another case in a name": module("Hyvää päivää.", "![Kassa](media/Kassa.SVG)") | {"media/kassa.svg": SVG},
    "A backslash in an address": module("Hyvää päivää.", "![Kassa](media\\kassa.svg)") | {"media/kassa.svg": SVG},
    "A place on one's own computer": module("Hyvää päivää.", "![Kassa](C:\\Users\\Maija\\kassa.png)"),
    "A picture that is not there": module("Hyvää päivää.", "![Kassa](media/kasa.svg)") | {"media/kassa.svg": SVG},
    "A picture beside the modules": module("Hyvää päivää.", "![Kassa](media/kassa.svg)") | {"kassa.svg": SVG},
    "A picture without its file": module("Hyvää päivää.", "![Kassa](<>)"),
    "A photo of an iPhone": module("Hyvää päivää.", "![Kassa](media/IMG_1234.HEIC)") | {"media/IMG_1234.HEIC": HEIC},
    "A photo of an iPhone renamed to .jpg": module("Hyvää päivää.", "![Kassa](media/kassa.jpg)") | {"media/kassa.jpg": HEIC},
    "A picture without words": module("Hyvää päivää.", "![](media/kassa.svg)") | {"media/kassa.svg": SVG},
    # course.yaml
    "A language by its name": course(COURSE.replace("[fi]", "[suomi]")),
    "One language without brackets": course(COURSE.replace("[fi]", "fi")),
    "A colour without quotes": course(COURSE + "theme: oma\n") | {"themes/oma/theme.yaml": "name: Kulma\ncolours:\n  brand: #4a3d78\n"},
    "A theme that is not there": course(COURSE + "theme: ohma\n") | {"themes/oma/theme.yaml": "name: Kulma\n"},
    "An id with capitals and spaces": course(COURSE.replace("id: kurssi", "id: Meidän Kurssi")),
    "A module on a subject that is not in course.yaml": {"course.yaml": COURSE + "areas: {saannot: Säännöt}\n", **module("title: Työ", "title: Työ\narea: sannot")},
}


def tell(folder: Path, files: dict[str, str | bytes], usual: set[tuple[str, str]]) -> str:
    """Return what somebody is told who wrote these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    findings = [finding for finding in sort(prepare(folder)[1]) if (finding.id, finding.message) not in usual]
    told = [frame(finding, folder) + (f"\n  = and {more} more like this" if more else "") for finding, more in gather(findings) if finding.id != "missing-id"]
    return "\n\n".join(told) or WORKS


def told_of_good(folder: Path) -> set[tuple[str, str]]:
    """Return what is said of the course as it is without any mistake: advice, which is not the question here."""
    (folder / "01-tyo.md").write_text(TEXT, "utf-8")
    return {(finding.id, finding.message) for finding in prepare(folder)[1]}


def read_kept() -> dict[str, str]:
    parts = re.split(r"^## (.*)\n\n", KEPT.read_text("utf-8"), flags=re.M)[1:] if KEPT.is_file() else []
    return {title: text.rstrip("\n") for title, text in zip(parts[::2], parts[1::2], strict=True)}


def test_each_mistake_is_told_with_its_cure_or_just_works(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "good").mkdir()
    usual = told_of_good(tmp_path / "good")
    told = {title: tell(tmp_path / str(number), files, usual) for number, (title, files) in enumerate(MISTAKES.items())}
    if request.config.getoption("--accept"):
        KEPT.write_text("# The commonest mistakes of somebody's first days, and what they are told\n\n" + "\n".join(f"## {title}\n\n{text}\n" for title, text in told.items()), "utf-8")
    kept = read_kept()
    assert list(MISTAKES) == list(kept)
    for title, text in told.items():
        assert kept[title] == text, title
