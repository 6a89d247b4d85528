"""What a printer makes of a course: where pages break, and what stands on every one of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from learner import go, open_course
from tuokio.build import build

pytestmark = chromium
SENTENCE = "Someone at the counter asks for this and waits for an answer while others come in. "
A4, LETTER = (21.0, 29.7), (21.59, 27.94)


def ask(number: int) -> str:
    """Return one of sixty questions of changing kind and length, and what stands before it. Its parts have names that are nowhere else."""
    options = [f"part{number}x{part}x {SENTENCE * (number % 3)}" for part in range(3 + number % 4)]
    lines = "".join(f"  - {option}\n" for option in options)
    shapes = [
        "options:\n" + lines.replace("  - ", "  - {correct: true, feedback: Yes, text: ", 1).replace("\n", "}\n", 1),
        f"order:\n{lines}",
        "match:\n" + "".join(f"  {option.strip().rstrip('.')}: right{number}x{at}x\n" for at, option in enumerate(options)),
        f"sort:\n  One:\n{lines.replace('  -', '    -')}  Two: [part{number}x9x]\n",
    ]
    text = f"## head{number}x {{#s{number}}}\n\ntext{number}x {SENTENCE * (number * 5 % 11)}\n\n"
    return f"{text}```quiz\nid: q{number}\nquestion: stem{number}x {SENTENCE * (number % 4)}\n{shapes[number % 4]}explanation: reason{number}x\n```\n\n"


LONG = "```quiz\nid: long\nquestion: stem60x\noptions:\n" + "".join(f"  - {{id: o{n}, text: part60x{n}x {SENTENCE * 6}{', correct: true' if not n else ''}}}\n" for n in range(20)) + "explanation: reason60x\n```\n\n"
TABLES = "".join(f"{SENTENCE * (at % 4)}\n\n| column{at}x | other |\n|---|---|\n" + "".join(f"| row{at}x{row}x | {SENTENCE} |\n" for row in range(12)) + "\n" for at in range(12))


def read_pages(browser: Browser, page: Path, pdf: Path, paper: tuple[float, float]) -> list[str]:
    """Print a page and return the text of each sheet."""
    browser.goto(page)
    browser.pdf(pdf, paper)
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode().split("\f")[:-1]


def find(pages: list[str], name: str) -> list[int]:
    """Return the sheets on which a name stands before the answers."""
    last = next(number for number, page in enumerate(pages) if page.strip().startswith("Answers"))
    return [number for number, page in enumerate(pages[:last]) if name in page]


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_no_question_is_torn_and_no_heading_left_alone(paper: tuple[float, float], browser: Browser, tmp_path: Path) -> None:
    course = tmp_path / "sixty"
    course.mkdir()
    (course / "course.yaml").write_text("id: c-1\ntitle: Sixty questions\nlanguages: [en]\n", "utf-8")
    (course / "01-a.md").write_text("# A {#a}\n\n" + "".join(map(ask, range(60))) + LONG + TABLES, "utf-8")
    result = build(course, tmp_path / "out", ["print"])
    assert not result.failed, result.findings
    pages = read_pages(browser, tmp_path / "out/sixty/sixty-print.html", tmp_path / "sixty.pdf", paper)
    for number in range(60):
        [stem] = find(pages, f"stem{number}x")
        assert {stem} == {sheet for part in range(10) for sheet in find(pages, f"part{number}x{part}x")}, f"question {number} is torn"
        assert find(pages, f"head{number}x") == find(pages, f"text{number}x")[:1], f"heading {number} is alone"
        assert [page for page in pages if f"reason{number}x" in page], "its reason is in the key"
    parts = [find(pages, f"part60x{part}x")[0] for part in range(20)]
    assert find(pages, "stem60x") == parts[:1] and len(set(parts)) > 1, "what is longer than a page breaks, and not after the stem"
    broken = 0
    for at in range(12):
        rows = [find(pages, f"row{at}x{row}x")[0] for row in range(12)]
        assert set(rows) == set(find(pages, f"column{at}x")), "a table's head is on every page of it, and nowhere else"
        assert min(map(rows.count, rows)) >= 3, "few rows are never alone"
        broken += len(set(rows)) > 1
    assert broken > 1, "long tables break"
    assert all(re.search(rf"Sixty questions\s+{number} / {len(pages)}\s*$", page) for number, page in enumerate(pages, 1)), "every page says what it is of"


def test_cards_have_their_backs_behind_them_where_a_printer_turns_the_sheet(built: Callable[[str], Path], browser: Browser, tmp_path: Path) -> None:
    for paper in (A4, LETTER):
        for booklet in ("cards", "encounters"):
            pages = read_pages(browser, built("handbook") / f"handbook-{booklet}.html", tmp_path / "cards.pdf", paper)
            pairs = {"cards": [("Caffè latte", "Someone new to coffee"), ("It is solved", "Thank you for telling us")], "encounters": [("A regular with a full stamp card", "It is your birthday")]}[booklet]
            for front, back in pairs:
                [at] = [number for number, page in enumerate(pages) if front in page and number > 1]
                assert at % 2 == 0, "fronts are on right pages"
                assert back in pages[at + 1], (booklet, front)


def test_a_step_prints_from_the_player_as_wide_as_the_paper_and_without_its_buttons(built: Callable[[str], Path], browser: Browser, tmp_path: Path) -> None:
    open_course(browser, (built("handbook") / "site/index.html").as_uri())
    go(browser, "#/kinds/choice")
    browser.wait("document.querySelector('[data-item]')")
    browser.pdf(tmp_path / "step.pdf", A4)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "step.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert "What do you ask first?" in text and "How did you pay for it?" in text
    assert "without a receipt. What do you ask first" in " ".join(text.split())
    assert "Check" not in text and "Back" not in text and "Skip" not in text
    browser.emulate({"media": "print"})
    assert browser.run("const main = document.querySelector('#main > *').getBoundingClientRect(); return main.width === document.documentElement.clientWidth")
