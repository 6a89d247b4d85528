"""How many questions a second come in, from a file's bytes to the text an author would have written.

    .venv/bin/python tests/bench/exchange.py [--questions 4000] [--least 2000] [FILE]...

Files of questions are made for every format that has a `sample.py`-like maker here; a FILE of your own is timed as well. Fails below `--least`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tuokio.exchange import formats, recognise
from tuokio.exchange.carry import bring
from tuokio.sheet import write

STEM = "Asiakas palauttaa tuotteen {n} ilman kuittia, ja jonossa on muitakin. Mitä kysyt häneltä ensin?"
SAID = ["Kortilla maksettu ostos löytyy järjestelmästä, joten kuittia ei tarvitse etsiä.", "Ehkä, mutta silloin asiakas joutuisi tulemaan toiseen kertaan.", "Ystävällistä: mutta seuraava asiakas saisi toisen vastauksen."]


def make_gift(count: int) -> bytes:
    """Return a GIFT file with questions of the usual kinds in turns."""
    kinds = [
        "::Palautus {n}:: {stem}{{\n\t=Miten maksoit?#{a}\n\t~Onko kuitti kotona?#{b}\n\t~Otanko tämän kerran takaisin?#{c}\n\t####Maksu todistaa oston.\n}}\n",
        "// [tag:kuitti]\n::Väite {n}:: Palautusoikeus {n} on aina laissa.{{FALSE#{b}#{a}####Se on kaupan oma lupaus.}}\n",
        "[html]<p>Mikä <b>näytetään</b> ensin tapauksessa {n}?</p>{{=kuitti#{a} =kuitin =%50%kortti#{b}}}\n",
        "Montako päivää on aikaa kohdassa {n}?{{#14:1#{a} ~#{b}}}\n",
        "Mitä kuuluu yhteen {n}?{{=Kuitti -> todistaa oston =Takuu -> korjaa vian =Palautus -> antaa muuttaa mieltä}}\n",
    ]
    return "\n".join(kinds[n % len(kinds)].format(n=n, stem=STEM.format(n=n), a=SAID[0], b=SAID[1], c=SAID[2].replace(":", "\\:")) for n in range(count)).encode()


def make_moodle(count: int) -> bytes:
    """Return what a Moodle exports: HTML in CDATA, standard feedback, hints."""

    def text(tag: str, html: str, rest: str = "", attributes: str = "") -> str:
        return f'<{tag}{attributes} format="html">\n<text>{f"<![CDATA[{html}]]>" if html else ""}</text>\n{rest}</{tag}>\n'

    def paragraph(words: str) -> str:
        return f'<p dir="ltr" style="text-align: left;">{words}</p>'

    def question(n: int) -> str:
        head = f'<!-- question: {n} -->\n<question type="{"multichoice" if n % 3 else "shortanswer"}">\n<name><text>Kysymys {n}</text></name>\n'
        head += text("questiontext", paragraph(STEM.format(n=n) + " <b>Mieti</b> &amp; valitse.")) + text("generalfeedback", paragraph("Maksu todistaa oston."))
        head += "<defaultgrade>1.0000000</defaultgrade>\n<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n<idnumber></idnumber>\n"
        if n % 3:
            head += "<single>true</single>\n<shuffleanswers>true</shuffleanswers>\n<answernumbering>abc</answernumbering>\n" + text("correctfeedback", "Vastauksesi on oikein.") + text("partiallycorrectfeedback", "") + text("incorrectfeedback", "Vastauksesi on väärin.")
        for number, (words, said) in enumerate(zip(("Miten maksoit?", "Onko kuitti kotona?", "Otanko takaisin?"), SAID, strict=True)):
            head += text("answer", paragraph(f"{words} {n}") if n % 3 else f"kuitti {number}", text("feedback", paragraph(said)), f' fraction="{0 if number and n % 3 else 100}"')
        return head + text("hint", paragraph("Mitä kuitti todistaa?")) + "</question>\n"

    return ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "\n".join(question(n) for n in range(count)) + "</quiz>\n").encode()


def make_list(suffix: str) -> Callable[[int], bytes]:
    """Return a maker of question lists as people keep them in Excel."""
    heads = ["Aihe", "Kysymys", "A", "B", "C", "Oikea", "Palaute A", "Palaute B", "Palaute C", "Selitys", "Pisteet", "Tunnisteet"]

    def make(count: int) -> bytes:
        rows = ([f"Aihe {n // 100}", STEM.format(n=n), f"Miten maksoit {n}?", "Onko kuitti kotona?", "Otanko takaisin?", "ABC"[n % 3], *SAID, "Maksu todistaa oston.", "2", "kassa, kuitti"] for n in range(count))
        return write([heads, *rows], suffix)

    return make


def make_aiken(count: int) -> bytes:
    """Return an Aiken file."""
    return "\n".join(f"{STEM.format(n=n)}\nA) Miten maksoit {n}?\nB) Onko kuitti kotona?\nC) Otanko takaisin?\nANSWER: {'ABC'[n % 3]}\n" for n in range(count)).encode()


def make_tasks(count: int) -> bytes:
    """Return Markdown task lists."""
    return "\n".join(f"{STEM.format(n=n)}\n\n- [x] Miten maksoit {n}?\n  - {SAID[0]}\n- [ ] Onko kuitti kotona?\n  > {SAID[1]}\n- [ ] Otanko takaisin?\n\nSelitys: Maksu **todistaa** oston.\n" for n in range(count)).encode()


MAKERS: dict[str, Callable[[int], bytes]] = {"gift": make_gift, "moodle": make_moodle, "aiken": make_aiken, "table": make_list(".csv"), "table.xlsx": make_list(".xlsx"), "tasks": make_tasks}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--questions", type=int, default=4000)
    parser.add_argument("--least", type=int, default=2000)
    given = parser.parse_args()
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        files = list(given.files)
        for name, make in MAKERS.items():
            file = Path(folder) / (name if "." in name else f"{name}{formats()[name].SUFFIXES[0]}")
            file.write_bytes(make(given.questions))
            files.append(file)
        for file in files:
            format = recognise(file.name, file.read_bytes())
            if format is None:
                sys.exit(f"{file}: no format knows it")
            bring(file, Path(folder) / f"warm-{file.stem}.md", format, bank=False, into_folder=False)
            began = time.process_time()
            done = bring(file, Path(folder) / f"{file.stem}-{format.NAME}.md", format, bank=False, into_folder=False)
            seconds = time.process_time() - began
            rate = done.questions / seconds
            slow = slow or rate < given.least
            print(f"{format.NAME:8} {done.questions:6,} questions in {seconds:.2f} s of processor time: {rate:7,.0f} a second ({len(done.findings)} findings)")
    if slow:
        sys.exit(f"Fewer than {given.least:,} a second.")


if __name__ == "__main__":
    main()
