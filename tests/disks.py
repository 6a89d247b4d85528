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
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

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

    def build(self, course: Path, output: Path, fault: Fault | None = None, targets: Sequence[str] = ("all",)) -> Built:
        """Build a course to the end, or to the fault's; a build that stopped is left to `resume`."""
        given = ["build", str(course), *(f"--target={target}" for target in targets), "--output", str(output)]
        return Built(*self._ask(given=given, fault=asdict(fault) if fault else None))

    def resume(self) -> Built:
        """Let the build that stopped go on to its end."""
        return Built(*self._ask(resume=True))


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


def _run(job: dict[str, Any], told: int, counted: int) -> None:
    """Be a build: the command line's, with all it prints going to `told`, and the number of moments to `counted`."""
    from tuokio.cli import main

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
    from editions import write_course
    from tuokio.build import build

    with tempfile.TemporaryDirectory() as folder:  # once, so that everything is loaded
        build(write_course(Path(folder)), Path(folder) / "output", ["site"])
    child = 0
    for line in sys.stdin:
        job = json.loads(line)
        if job.get("resume"):
            os.kill(child, signal.SIGCONT)
        else:
            told, counted = tempfile.TemporaryFile(), tempfile.TemporaryFile()
            child = os.fork()
            if child == 0:
                _run(job, told.fileno(), counted.fileno())
        _, status, used = os.wait4(child, os.WUNTRACED)
        texts = [os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0).decode("utf-8", "replace") for file in (told, counted)]
        code = -os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status)
        print(json.dumps([code, texts[0], int(texts[1] or 0), used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)]), flush=True)


if __name__ == "__main__":
    _serve()
