"""A course that comes in editions, and what is left of it when something happens while the next one is built. For tests/test_builds.py and tests/bench/faulty.py."""

from __future__ import annotations

import re
import shutil
import signal
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from disks import KILL, Builder, Built, Fault

TUOKIO = Path(__file__).parent.parent / "builder/tuokio"
QUIZ = "```quiz\nid: q{0}\nquestion: Which {{{{ thing }}}} of {0}?\noptions:\n  - {{text: A, correct: true, feedback: Yes.}}\n  - {{text: B, feedback: No.}}\n```\n"
COURSE = {
    "courses/c/course.yaml": "id: c\ntitle: {en: C, fi: K}\nlanguages: [en, fi]\ntheme: t\nareas: {rule: Rules}\nvalues: {thing: cup}\npublish: {targets: [site]}\n",
    "courses/c/01-a.md": "---\nid: a\ntitle: A\narea: rule\n---\n\nEdition 1. See [b](02-b.md#part), ![cup](media/cup.svg) and [prices](media/prices.pdf).\n\n## One {#one}\n\n" + QUIZ.format("a"),
    "courses/c/01-a.fi.md": "---\ntitle: A suomeksi\n---\n\nKatso [b](02-b.md#part).\n\n## Yksi {#one}\n\n```quiz\nid: qa\nquestion: Mikä?\n```\n",
    "courses/c/02-b.md": "---\nid: b\ntitle: B\n---\n\n## Part {#part}\n\nA shelf. ![shelf](media/shelf.png)\n\n```video\nid: film\ntitle: Till\nsrc: media/film.mp4\nalt: A till.\ntranscript: Hi.\n```\n",
    "courses/c/03-c.md": "---\nid: c\ntitle: C\n---\n\nNothing of the others.\n\n```quiz\nid: draw\ndraw: 1\nfrom: tools\n```\n",
    "courses/c/banks/tools.yaml": "- id: t1\n  statement: A cup.\n  correct: true\n  explanation: Yes.\n- id: t2\n  statement: A mug.\n  correct: true\n  explanation: Yes.\n",
    "courses/c/glossary.yaml": "shelf: Where things stand.\n",
    "courses/c/words/en.yaml": "check: Look\n",
    "courses/c/media/cup.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
    "courses/c/media/prices.pdf": "%PDF-1.4 prices 1",
    "themes/t/theme.yaml": 'name: T\nlogo: logo.svg\ncolours: {brand: "#335577"}\n',
    "themes/t/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>',
}
"""A workspace whose course has some of everything that is read from a disk."""


def write_course(folder: Path, edition: int = 1) -> Path:
    """Write that course, its texts and files of a later edition all new; return its folder."""
    for name, text in COURSE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"\b(Edition|prices) 1|#335577", lambda match: f"{match[1]} {edition}" if match[1] else f"#3355{edition}7", text), "utf-8")
    course = folder / "courses/c"
    (course / "media/film.mp4").write_bytes((TUOKIO / "blocks/video/media/receipt.mp4").read_bytes())
    (course / "media/shelf.png").write_bytes(draw(24 + edition, 16))
    return course


def draw(width: int, height: int) -> bytes:
    """Return a PNG of one colour."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress((b"\0" + b"\x40\x80\xc0" * width) * height)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)


def read_output(output: Path) -> dict[str, bytes]:
    """Return all that was built, less what is kept between builds."""
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file() and ".cache" not in path.parts}


class Editions:
    """One course in three editions: the first is built, the second is being built when something happens, the third comes after."""

    def __init__(self, folder: Path, builder: Builder, targets: Sequence[str] = ("all",)) -> None:
        self.folder, self.builder, self.targets = folder, builder, targets
        self.clean, self.output = {}, folder / "output"
        for edition in (3, 2, 1):
            self.course = write_course(folder, edition)
            done = builder.build(self.course, folder / f"clean{edition}", targets=targets)
            if done.code:
                raise RuntimeError(done.told)
            self.clean[edition] = read_output(folder / f"clean{edition}")
        self.restore()
        self.moments = self.build(2, Fault(KILL, 10**9, str(self.output))).moments

    def build(self, edition: int, fault: Fault | None = None) -> Built:
        """Build an edition over what is there."""
        write_course(self.folder, edition)
        return self.builder.build(self.course, self.output, fault, self.targets)

    def restore(self) -> None:
        """Put the output back to the first edition."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.copytree(self.folder / "clean1", self.output)

    def list_torn(self) -> list[str]:
        """Return what of the output is of neither of the first two editions: pages and packages, and what belongs to the first page that is there."""
        now, before, after = read_output(self.output), self.clean[1], self.clean[2]
        whole = [name for name in before if name.endswith((".html", ".zip"))]
        index = next(name for name in before if name.endswith("site/index.html"))
        of = before if now.get(index) == before[index] else after
        torn = [name for name in whole if now.get(name) not in (before[name], after[name])]
        return torn + [name for name, data in of.items() if "/site/" in name and name not in whole and not name.endswith(".json") and now.get(name) != data]

    def fail(self, how: str, at: int) -> list[str]:
        """Have the second edition's build meet a fault while it writes, and build the third; return all that is not as it should be."""
        self.restore()
        done = self.build(2, Fault(how, at, str(self.output)))
        wrong = [f"torn: {name}" for name in self.list_torn()]
        if how == KILL:
            wrong += [] if done.code == -signal.SIGKILL else [f"not killed but {done.code}"]
        elif done.code or read_output(self.output) != self.clean[2]:  # all was written before it failed
            wrong += [] if done.code == 1 and "Cannot write" in done.told and "choose another place" in done.told and "Traceback" not in done.told else [f"exit {done.code}: {done.told[-500:]}"]
            wrong += [f"left: {path.name}" for path in self.output.rglob("*.part") if how in ("ENOSPC", "EDQUOT")]  # a full disk deletes; one that fails may not
        if code := self.build(3).code:
            wrong.append(f"the next build ended with {code}")
        now, clean = read_output(self.output), self.clean[3]
        wrong += [f"not healed: {name}" for name in sorted(now.keys() | clean.keys()) if now.get(name) != clean.get(name)]
        return wrong + [f"left for good: {path.name}" for path in self.output.rglob("*.part")]

    def vanish(self, how: str, at: int, *, lasting: bool = True) -> list[str]:
        """Have the course vanish while the second edition is built; return all that is not as it should be."""
        self.restore()
        write_course(self.folder, 2)
        done = self.builder.build(self.course, self.output, Fault(how, at, str(self.course), reading=True, lasting=lasting), ["site"])
        now = read_output(self.output)
        if done.code == 0:  # it may do without a picture, if it says so; a file that is gone for a moment is one that is not there
            site = {name for name in self.clean[2] if "/site/" in name}
            differs = any(now.get(name) != self.clean[2][name] for name in site)
            return [f"silently another course: {how} at {at}"] if differs and lasting and "[unreadable-file]" not in done.told else []
        wrong = [] if done.code == 1 and "Traceback" not in done.told and "Cannot write" not in done.told else [f"exit {done.code}: {done.told[-500:]}"]
        wrong += [] if re.search(r"^error: .*\[[\w-]+\]\n  --> \S", done.told, re.M) else [f"no finding: {done.told[-500:]}"]
        return wrong + [f"lost: {name}" for name, data in self.clean[1].items() if "/site/" not in name and now.get(name) != data] + [f"torn: {name}" for name in self.list_torn()]
