"""The course that the benches build: any number of modules, always the same words for the same number.

A module has about 840 words: five headings and a smaller one, two bullet lists and a numbered one, a table, a quotation, two
alerts, a picture, emphasis and links as people strew them; and eight questions of four options, each with its feedback, and
a hint. Everything has an id, so that a build has nothing to say.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

WORDS = """asks badge basket calls careful clear clerk counter customer daily desk door early explains fair form gate guest handles
    helps keeps label learner listens local notes offers often opens order parcel plain price question ready receipt report returns
    rule safe sample scanner shelf shift shows signal simple steady task team ticket useful visitor waits while with writes""".split()

CHANCE = "Its words were drawn by lot."


class Module:
    """The words of one module."""

    def __init__(self, number: int) -> None:
        self._chance = random.Random(number)
        self.name = f"module-{number:04}"
        self.title = f"{self._title(4)} {number}"
        self.prose = "\n\n".join(self._parts())
        self.questions = [(self._plain(8, 13)[:-1] + "?", [(self._plain(4, 8), self._plain(7, 11)) for _ in range(4)], self._plain(5, 8)) for _ in range(8)]

    def _parts(self) -> list[str]:
        """What stands under its headings, in Markdown."""
        table = ["| A | B | C | D |", "|---|---|---|---|", *("| " + " | ".join(self._plain(1, 3)[:-1] for _ in range(4)) + " |" for _ in range(6))]
        return [
            self._paragraph(),
            *(self._heading(1), self._paragraph(), self._paragraph(), self._list("-", 5), self._alert("NOTE")),
            *(self._heading(2), self._paragraph(), "\n".join(table), self._paragraph()),
            *(self._heading(3, "###"), self._list("1.", 5), self._paragraph()),
            *(self._heading(4), f"> {self._sentence()} {self._sentence()}", self._paragraph(), f"![{self._plain(4, 6)}](media/shelf.png)", self._paragraph()),
            *(self._heading(5), self._alert("WARNING"), self._paragraph(), self._paragraph()),
            *(self._heading(6), self._paragraph(), self._list("-", 5)),
        ]

    def _words(self, least: int, most: int) -> list[str]:
        return self._chance.choices(WORDS, k=self._chance.randint(least, most))

    def _plain(self, least: int, most: int) -> str:
        return " ".join(self._words(least, most)).capitalize() + "."

    def _title(self, count: int) -> str:
        return self._plain(count, count)[:-1]

    def _sentence(self, least: int = 9, most: int = 17) -> str:
        """A sentence of which every fourth has emphasis or a link."""
        words = self._words(least, most)
        at = self._chance.randrange(1, len(words))
        kind = self._chance.random()
        words[at] = f"**{words[at]}**" if kind < 0.1 else f"*{words[at]}*" if kind < 0.2 else f"[{words[at]}](https://example.org/{words[at]})" if kind < 0.24 else words[at]
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._chance.randint(3, 5)))

    def _heading(self, number: int, sign: str = "##") -> str:
        return f"{sign} {self._title(3)} {{#part-{number}}}"

    def _list(self, sign: str, count: int) -> str:
        return "\n".join(f"{sign} {self._sentence(5, 9)}" for _ in range(count))

    def _alert(self, kind: str) -> str:
        return f"> [!{kind}]\n> **{self._title(2)}.** {self._sentence()} {self._sentence()}"

    def write(self, course: Path, mark: str = "") -> None:
        """Write it as a module of Tuokio's, with an edit's mark in its first paragraph."""
        items = []
        for number, (question, options, hint) in enumerate(self.questions):
            rows = "".join(f'    - {{text: "{text}", {"correct: true, " if at == number % 4 else ""}feedback: "{feedback}"}}\n' for at, (text, feedback) in enumerate(options))
            items.append(f'- id: {self.name}-q{number}\n  question: "{question}"\n  hint: "{hint}"\n  options:\n{rows}')
        text = f"---\nid: {self.name}\ntitle: {self.title}\n---\n\nMark {mark}.\n\n{self.prose}\n\n## Check {{#check}}\n\n```quiz\n{''.join(items)}```\n"
        (course / f"{self.name[-4:]}-{self.name}.md").write_text(text, "utf-8")


def write_course(course: Path, count: int, each: Callable[[Module], None] = lambda module: None) -> None:
    """Write a course of so many modules, which share one picture; `each` is handed every module too."""
    (course / "media").mkdir(parents=True)
    (course / "course.yaml").write_text(f"id: bench-{count}\ntitle: {count} modules\nlanguages: [en]\nallow: {{long-stretch: {CHANCE}, longest-is-right: {CHANCE}}}\n", "utf-8")
    write_picture(course / "media/shelf.png")
    for number in range(1, count + 1):
        module = Module(number)
        module.write(course)
        each(module)


def write_picture(path: Path, width: int = 640, height: int = 280) -> None:
    """Write a photo-sized PNG, without a library: who measures memory must stay small itself."""
    rows = b"".join(b"\0" + bytes(value for x in range(width) for value in ((x // 40 * 7 + y // 30 * 5) & 255, (90 + y // 4) & 255, 180)) for y in range(height))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks))
