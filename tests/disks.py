"""Disks that fail while a course is built: full, read-only or gone at a chosen moment, and builds that are killed there. For tests/test_builds.py and tests/bench/faulty.py.

A process of its own has Tuokio loaded and forks for every build, so one costs a tenth of a second. What counts as a moment is seen below
Tuokio: whoever opens, writes, reads, renames, deletes, lists or asks about a file in a place, whatever for, reaches the next one.
"""

from __future__ import annotations

import builtins
import errno
import io
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import traceback
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

TUOKIO = Path(__file__).parent.parent / "builder/tuokio"
KILL, STOP = "kill", "stop"
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
LISTS = {"os.listdir", "os.scandir"}


@dataclass(frozen=True)
class Fault:
    """What happens at a moment: the build is killed, or stopped to be gone on with later, or the disk answers by an error such as `ENOSPC`."""

    how: str
    at: int
    """Which moment, from 1."""
    place: str
    """The folder that fails."""
    reading: bool = False
    """Whether reading is counted and fails there; else writing is."""
    lasting: bool = True
    """Whether everything fails from that moment on, as a full disk does, or just once. A file can be deleted from a full disk all the same."""


class Built(NamedTuple):
    """What came of a build."""

    code: int
    """The exit code; less than 0 where it was killed, and 70 where an exception came out."""
    told: str
    """All that it printed."""
    moments: int
    """How many there were, if it came to its end."""
    memory: int
    """Bytes it had in memory at most, with all that its parent had loaded."""


class Builder:
    """Builds, each in a process of its own. Use as a context manager."""

    def __enter__(self) -> Builder:
        self.process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def _ask(self, **job: Any) -> Any:
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def build(self, course: Path, output: Path, fault: Fault | None = None, targets: Sequence[str] = ("all",), *, warm: bool = False) -> Built:
        """Build a course to the end, or to the fault's; a build that stopped is left to `resume`. One that is `warm` takes up what was kept of a build before all, as `tuokio serve` does; it reads less and is done sooner."""
        given = ["build", str(course), *(f"--target={target}" for target in targets), "--output", str(output)]
        return Built(*self._ask(given=given, fault=asdict(fault) if fault else None, warm=str(course) if warm else ""))

    def resume(self) -> Built:
        """Let the build that stopped go on to its end."""
        return Built(*self._ask(resume=True))


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
            done = builder.build(self.course, folder / f"clean{edition}", targets=targets, warm=True)
            if done.code:
                raise RuntimeError(done.told)
            self.clean[edition] = read_output(folder / f"clean{edition}")
        self.restore()
        self.moments = self.build(2, Fault(KILL, 10**9, str(self.output))).moments

    def build(self, edition: int, fault: Fault | None = None) -> Built:
        """Build an edition over what is there."""
        write_course(self.folder, edition)
        return self.builder.build(self.course, self.output, fault, self.targets, warm=True)

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
        else:
            wrong += [] if done.code == 1 and "Cannot write" in done.told and "choose another place" in done.told and "Traceback" not in done.told else [f"exit {done.code}: {done.told[-500:]}"]
            wrong += [f"left: {path.name}" for path in self.output.rglob("*.part")]
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


class _Disk:
    """Counts moments in one place, and fails at its own. What it is put around stays so for as long as the process lives."""

    def __init__(self, fault: Fault) -> None:
        self.fault, self.count = fault, 0
        self.place = os.path.realpath(fault.place)

    def holds(self, path: object) -> bool:
        """Whether a path is in the place."""
        if isinstance(path, int) or path is None:
            return False
        there = os.path.abspath(os.fsdecode(path))
        return there == self.place or there.startswith(self.place + os.sep)

    def reach(self, path: object, *, frees: bool = False, half: Any = lambda: None) -> None:
        """Come to the next moment. `half` does half of what is being done before all fails."""
        if not self.holds(path):
            return
        self.count += 1
        if self.count < self.fault.at or self.count > self.fault.at and not (self.fault.lasting and self.fault.how not in (KILL, STOP)):
            return
        if self.fault.how == STOP:
            os.kill(os.getpid(), signal.SIGSTOP)
        elif self.fault.how == KILL:
            half()
            os.kill(os.getpid(), signal.SIGKILL)
        elif not frees:
            half()
            number = getattr(errno, self.fault.how)
            raise OSError(number, os.strerror(number), os.fsdecode(path))

    def watch(self) -> None:
        """Put it around all that Python does with files."""
        reading, full = self.fault.reading, self.fault.how in ("ENOSPC", "EDQUOT")

        def hear(event: str, arguments: tuple[Any, ...]) -> None:
            if event == "open" and reading is not bool(arguments[2] & (os.O_WRONLY | os.O_RDWR)):
                self.reach(arguments[0])
            elif event in CHANGES and not reading:
                self.reach(arguments[1] if event == "os.rename" else arguments[0], frees=full and event in ("os.rename", "os.remove", "os.rmdir"))
            elif event in LISTS and reading:
                self.reach(arguments[0])

        sys.addaudithook(hear)
        if reading:
            for name in ("stat", "lstat"):
                setattr(os, name, self._around(getattr(os, name)))
        io.open = builtins.open = self._open(io.open)

    def _around(self, act: Any) -> Any:
        def reach_and_act(path: Any, *rest: Any, **more: Any) -> Any:
            self.reach(path)
            return act(path, *rest, **more)

        return reach_and_act

    def _open(self, real: Any) -> Any:
        disk = self

        class Failing(io.FileIO):
            """A file on the disk; of what is being written when it fails, half is there."""

            def write(self, data: Any) -> int:
                if not disk.fault.reading:
                    disk.reach(self.name, half=lambda: super(Failing, self).write(bytes(data)[: len(data) // 2]))
                return super().write(data)

            def _look(self) -> None:
                if disk.fault.reading:
                    try:
                        disk.reach(self.name)
                    except OSError as error:
                        raise OSError(error.errno, error.strerror) from None  # where reading fails, the system names no file

            def read(self, size: int = -1) -> Any:
                self._look()
                return super().read(size)

            def readall(self) -> Any:
                self._look()
                return super().readall()

            def readinto(self, into: Any) -> Any:
                self._look()
                return super().readinto(into)

        def open_here(file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None, errors: str | None = None, newline: str | None = None, closefd: bool = True, opener: Any = None) -> Any:
            if not self.holds(file):
                return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
            raw = Failing(file, mode.replace("b", "").replace("t", ""), closefd, opener)
            if buffering == 0:
                return raw
            buffered = (io.BufferedRandom if "+" in mode else io.BufferedReader if "r" in mode else io.BufferedWriter)(raw)
            return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline)

        return open_here


def _run(job: dict[str, Any], kept: Any, told: int, counted: int) -> None:
    """Be a build: the command line's, with all it prints going to `told`, and the number of moments to `counted`."""
    import tuokio.build
    from tuokio.cli import main

    if kept:
        tuokio.build.Kept = lambda **_: kept
    for stream in (1, 2):
        os.dup2(told, stream)
    sys.stdout, sys.stderr = (open(stream, "w", encoding="utf-8", closefd=False) for stream in (1, 2))  # noqa: PTH123 – they have no path
    disk = _Disk(Fault(**job["fault"])) if job["fault"] else None
    code: Any = 0
    try:
        if disk:
            disk.watch()
        main(job["given"], standalone_mode=True)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 – whatever it is, it is what the test is about
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(counted, str(disk.count if disk else 0).encode())
    os._exit(code or 0)


def _serve() -> None:
    """Fork a build for each line that comes in, and answer by what came of it."""
    from tuokio.build import build
    from tuokio.kept import Kept
    from tuokio.targets import targets

    with tempfile.TemporaryDirectory() as folder:  # once, so that everything is loaded
        build(write_course(Path(folder)), Path(folder) / "output", ["site"])
    child, kept = 0, {}
    for line in sys.stdin:
        job = json.loads(line)
        if job.get("resume"):
            os.kill(child, signal.SIGCONT)
        else:
            told, counted = tempfile.TemporaryFile(), tempfile.TemporaryFile()
            if job["warm"] and job["warm"] not in kept:
                kept[job["warm"]] = Kept()
                with tempfile.TemporaryDirectory() as folder:
                    build(Path(job["warm"]), Path(folder), list(targets()), kept=kept[job["warm"]])
            child = os.fork()
            if child == 0:
                _run(job, kept.get(job["warm"]), told.fileno(), counted.fileno())
        _, status, used = os.wait4(child, os.WUNTRACED)
        texts = [os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0).decode("utf-8", "replace") for file in (told, counted)]
        code = -os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status)
        print(json.dumps([code, texts[0], int(texts[1] or 0), used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)]), flush=True)


if __name__ == "__main__":
    _serve()
