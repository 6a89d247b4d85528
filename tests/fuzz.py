"""Courses that nobody would write: good ones, spoilt at random. For tests/test_fuzz.py and tests/bench/fuzz.py.

A number names a course, always the same one, so what is found can be made again: `spoil(number, folder)`.
"""

from __future__ import annotations

import random
import re
import resource
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tuokio import blocks
from tuokio.build import prepare
from tuokio.check.frame import frame
from tuokio.exchange.carry import bring
from tuokio.finding import Severity
from tuokio.kept import Kept

ROOT = Path(__file__).parent.parent
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
COURSE = """id: c
title: {fi: Kurssi, en: Course}
languages: [fi, en]
theme: own
areas: {rule: Säännöt}
roles: {staff: Myyjä}
values: {yritys: Kulma, hinta: "9,90 €"}
completion: {mastery: 80 %}
service_model: {greet: Tervehdi, listen: Kuuntele, solve: Ratkaise}
contacts:
  products: {name: Tuotepäällikkö, mail: products@example.com, replies_in: 3 arkipäivää}
retired: [old-one]
html: true
"""
BANK = """- id: k1
  question: Mitä kysyt?
  tags: [kassa]
  options:
    - {text: Miten maksoit?, correct: true, feedback: Hyvä.}
    - {text: Onko kuitti?, feedback: Ehkä.}
- id: k2
  statement: Kuitti on pakollinen.
  correct: false
  explanation: Ei ole.
"""
GLOSSARY = "kuitti: Todistaa ostoksen.\npalautus: {means: Tuote takaisin., forms: [palautukset], see: kuitti}\n"
THEME = 'name: Kulma\nlogo: logo.svg\ncolours:\n  brand: "#4a3d78"\n  paper: "#fbf7f0"\nfonts: {heading: Georgia, weight: 700}\nradius: 14\n'
WORDS = "continue: Jatka\nminutes: {one: '{count} min', other: '{count} min'}\n"
FRONT = """---
id: m{number}
title: Moduuli {number}
area: rule
audience: staff
valid: 12 kk
objectives:
  how-far: Osaat.
changes:
  - {{date: 2026-11-01, of: m{number}, kind: clarified, note: Selkeämpi.}}
---

Teksti [linkki](02-b.md#toinen) ![kuva](media/k.svg) {{{{ yritys }}}} kuitti[^1]

| a | b |
|---|---|
| 1 | 2 |

> [!TIP]
> Kysy.

- [ ] tehtävä
  1. numero

## Toinen {{#toinen}}

<details><summary>x</summary>y</details>

"""
EXAM = "---\nid: koe\nexam: {draw: 2, from: kassa, mastery: 80%, attempts: 3}\n---\n"

QUESTIONS = {
    "q.gift": "$CATEGORY: kassa\n\n::Kuitti:: Mitä kysyt? {\n=Miten maksoit? # Hyvä.\n~Onko kuitti? # Ehkä.\n~%50%Puoliksi\n}\n\n// huomautus\nOn pakko. {F#Ei ole.#Oikein.}\n\nMontako? {#14:1 =%50%15:2}\n\nYhdistä {=a -> b =c -> d =e -> f}\n\n[html]<b>Kuka</b> {=Matti =Maija} täällä?\n\nKerro. {}\n",
    "q.txt": "Mitä kysyt ensin?\nA. Miten maksoit?\nB. Onko kuitti?\nC) Otanko takaisin?\nANSWER: A\n\nToinen?\nA. x\nB. y\nANSWER: B\n",
    "q.csv": "Question;Option 1;Option 2;Option 3;Correct;Feedback\nMitä kysyt?;Maksu;Kuitti;Muu;1;Hyvä\n\"Toinen; kysymys\";a;b;;b;\n",
    "q.md": "# Kassa\n\nMitä kysyt?\n\n- [x] Maksu\n- [ ] Kuitti\n- [ ] Muu\n\n## Toinen?\n\n1. [ ] a\n2. [x] b\n",
    "q.xml": '<?xml version="1.0" encoding="UTF-8"?>\n<quiz><question type="category"><category><text>$course$/top/Kassa</text></category></question><question type="multichoice"><name><text>Kuitti</text></name><questiontext format="html"><text><![CDATA[<p>Mitä <b>kysyt</b>? <img src="@@PLUGINFILE@@/k.png" alt="k"></p>]]></text><file name="k.png" path="/" encoding="base64">iVBORw0KGgo=</file></questiontext><single>true</single><answer fraction="100" format="html"><text>Maksu</text><feedback><text>Hyvä</text></feedback></answer><answer fraction="0"><text>Kuitti</text></answer></question><question type="truefalse"><questiontext><text>On pakko.</text></questiontext><answer fraction="100"><text>false</text></answer><answer fraction="0"><text>true</text></answer></question><question type="numerical"><questiontext><text>Montako?</text></questiontext><answer fraction="100"><text>14</text><tolerance>1</tolerance></answer></question><question type="cloze"><questiontext><text>Palauta {1:SHORTANSWER:=14~%50%15} päivässä {1:MC:=saa~ei}.</text></questiontext></question><question type="matching"><questiontext><text>Yhdistä</text></questiontext><subquestion><text>a</text><answer><text>b</text></answer></subquestion><subquestion><text>c</text><answer><text>d</text></answer></subquestion></question></quiz>',
}
"""Questions in the formats of others."""
SCRAPS = ["", "\t", "`", "```", "```quiz\n", "~~~\n", "---\n", ": ", ":", "- ", "-", "\n", "\n\n", "{", "}", "[", "]", "[[", "]]", "{{ x }}", "{{", "}}", '"', "'", "”", "“", "#", " # x", "##", "|", "|\n", ">", "&a", "*a", "!!x", "!", "%", "@", "?", "? ", "~", "null", "true", "yes", "-1", "0", "1e999", "nan", "9" * 40, "0,5", "½", "80%", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u202e", "\x0b", "\0", "\x1b[31m", "\U0001f468\u200d\U0001f373", "a\u0308", "\ud7ff", "é" * 200, "](", "![", "](x)", "<b>", "<script>", "</details>", "<!--", "-->", "&amp;", "&#x0;", "[^1]", "[^1]:", "\\", "\\\\", "$", "id: m1", "id:", "type: choice", "type: x", "CON", "../", "C:\\x", "http://[", "javascript:x", "mailto:", "#/x", "{#a}", "{#Ä b}", "[x]{lang=xx}", "[x]{onclick=y}", "  ", "        ", "[" * 60, "{a: " * 25, "> " * 60, "- " * 60, "*" * 300, "(" * 300, "[x](" * 60, "| a " * 300, "a " * 3000]
NAMES = ["01-Ä ö.md", "CON.md", "01-a.MD", "01-a.fi.md", "01-a.xx.md", "a.md.txt", ".hidden.md", "_x.md", "~$x.md", "99999999999999999999-x.md", "x" * 120 + ".md", "a.b.c.md", "-.md", "01-.md", "readme.md", "glossary.md", "a\u0308.md", "ä.md", "#.md", "%20.md", "a&b.md", "a'b.md", "٠١-x.md", "01-a.en.en.md", "x.markdown"]


@cache
def list_blocks() -> list[str]:
    """All examples, and all blocks that are wrong already."""
    folders = [blocks.folder(kind) for kind in blocks.kinds()]
    files = [folder / "example.md" for folder in folders] + [file for folder in folders for file in sorted(folder.glob("broken/*.md"))]
    return [file.read_text("utf-8", "replace") for file in files]


def write_good(chance: random.Random) -> dict[str, bytes]:
    """Return the files of a course: a module with a block, and of all else now this, now that."""
    block = chance.choice(list_blocks())
    files = {"course.yaml": COURSE, "01-a.md": FRONT.format(number=1) + block, "media/k.svg": SVG}
    more = {"02-b.md": FRONT.format(number=2) + chance.choice(list_blocks()), "01-a.en.md": FRONT.format(number=1) + block, "glossary.yaml": GLOSSARY, "glossary.en.yaml": GLOSSARY, "themes/own/theme.yaml": THEME, "words/fi.yaml": WORDS}
    files |= {name: text for name, text in more.items() if chance.random() < 0.35}
    if chance.random() < 0.35:
        files |= {"03-koe.md": EXAM, "banks/kassa.yaml": BANK, "banks/kassa.en.yaml": BANK}
    return {name: text.encode() for name, text in files.items()}


def spoil(number: int, folder: Path) -> None:
    """Write the course of this number into a folder that is emptied first."""
    chance = random.Random(f"tuokio {number}")  # noqa: S311 – not for secrets
    files = write_good(chance)
    for name in chance.sample(sorted(files), k=chance.choice((1, 1, 2, 3, len(files)))):
        for _ in range(chance.choice((1, 1, 2, 4, 12))):
            files[name] = chance.choice(WAYS)(files[name], chance)
    if chance.random() < 0.2:
        old = chance.choice(sorted(files))
        files[str(Path(old).with_name(chance.choice(NAMES)))] = files.pop(old) if chance.random() < 0.5 else files[old]
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def spoil_import(number: int, folder: Path) -> Path:
    """Write a course with one module into a folder that is emptied first, and beside it a spoilt file of questions to take over; return that."""
    chance = random.Random(f"import {number}")  # noqa: S311 – not for secrets
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "01-a.md").write_text("# A\n\nx\n", "utf-8")
    name = chance.choice(sorted(QUESTIONS))
    data = QUESTIONS[name].encode()
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        data = chance.choice(WAYS)(data, chance)
    file = folder.parent / name
    file.write_bytes(data)
    return file


# Ways to spoil a file


def _insert_scrap(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(SCRAPS).encode("utf-8", "replace") + data[at:]


def _spoil_byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + chance.choice((0, 1, 1, 9)) :]


def _spoil_value(data: bytes, chance: random.Random) -> bytes:
    """Put something else after a colon."""
    found = list(re.finditer(rb":[ ]+[^\n,}]*", data))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.start()] + b": " + chance.choice(SCRAPS).encode("utf-8", "replace") + data[match.end() :]


def _spoil_key(data: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb"[a-z_]+(?=:)", data))
    if not found:
        return data
    match, other = chance.choice(found), chance.choice(found)
    return data[: match.start()] + (other[0] if chance.random() < 0.7 else chance.choice(SCRAPS).encode("utf-8", "replace")) + data[match.end() :]


def _shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    what = chance.randrange(5)
    if what == 0:
        lines[one], lines[other] = lines[other], lines[one]
    elif what == 1:
        lines.insert(one, lines[other])
    elif what == 2:
        del lines[one]
    elif what == 3:
        lines[one] = chance.choice((b"", b" ", b"  ", b"\t", b"    ")) + lines[one].lstrip()
    else:
        lines[one : one + 4] = [b"  " + line for line in lines[one : one + 4]]
    return b"\n".join(lines)


def _save_otherwise(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return chance.choice((lambda: text.encode("cp1252", "replace"), lambda: text.encode("utf-16"), lambda: text.encode("utf-16-le"), lambda: text.encode("utf-8-sig"), lambda: text.replace("\n", "\r\n").encode(), lambda: text.replace("\n", "\r").encode(), lambda: b"", lambda: data[: len(data) // 2], lambda: data * 2, lambda: b"PK\x03\x04" + data))()


WAYS: list[Callable[[bytes, random.Random], bytes]] = [_insert_scrap, _insert_scrap, _insert_scrap, _spoil_byte, _spoil_value, _spoil_value, _spoil_key, _shuffle_lines, _shuffle_lines, _save_otherwise]

# What must hold of any


def complain(number: int, folder: Path, kept: Kept, seconds: float = 2, megabytes: int = 512) -> Iterator[str]:
    """Yield what should not be when this course is checked, or every fourth time questions are taken over and then checked: an exception, a finding without its place or cure, a long time, much memory.

    Time is the processor's, since a machine may have more to do. What is `kept` are above all the compiled templates.
    """
    file = spoil_import(number, folder) if number % 4 == 3 else spoil(number, folder)
    start = time.process_time()
    _stop_after(seconds * 10)
    try:
        findings = bring(file, folder, None, bank=number % 8 == 3, into_folder=True).findings if file else []
        findings += (after := prepare(folder, kept=kept)[1])
        if file and (worst := next((finding for finding in after if finding.severity is Severity.ERROR), None)):
            yield f"what was taken over does not build: [{worst.id}] {worst.message[:80]}"
        kept.forget_unasked()
        for finding in findings:
            yield from _complain_of(finding, folder)
    except Exception as error:  # what this looks for
        trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        yield f"{type(error).__name__}: {str(error)[:200]} ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})"
    finally:
        _stop_after(0)
    if (took := time.process_time() - start) > seconds:
        yield f"took {took:.1f} s"
    if (most := resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024) > megabytes:
        yield f"used {most:.0f} MB"


def _complain_of(finding, folder: Path) -> Iterator[str]:
    span, what = finding.span, f"[{finding.id}] {finding.message[:80]}"
    if not finding.cure.strip() or not finding.message.strip():
        yield f"no cure: {what}"
    if not span.path.exists():
        yield f"of no file, {span.path.name}: {what}"
    elif span.path.is_file():
        rows = span.path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        if b"\0" not in span.path.read_bytes() and not 1 <= span.line <= rows:
            yield f"on line {span.line} of {rows}: {what}"
    if span.column < 1 or span.length < 1:
        yield f"in no column: {what}"
    if "Input should" in finding.message or "validation error" in finding.message:
        yield f"not in our words: {what}"
    frame(finding, folder)


def _stop_after(seconds: float) -> None:
    def stop(*_: object) -> None:
        raise TimeoutError("still not done")

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
