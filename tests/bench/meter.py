"""What a command costs: seconds on the clock, seconds of CPU, megabytes. For systems with `os.wait4`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

PACE = 0.05  # seconds between two looks at a family of processes


class Cost(NamedTuple):
    """What a command took, with all the processes it started and waited for."""

    wall: float  # seconds
    cpu: float  # seconds, of user and system
    memory: float  # MB at the peak, of its processes together; this process must stay smaller, for a child begins with its parent's peak


def measure(command: Sequence[object], *, folder: Path | None = None, home: Path | None = None, silent: bool = False) -> Cost:
    """Run a command and return what it took. `home` is where it may keep things for the next time; a `silent` command must have no findings to tell."""
    # Python keeps what it compiles, as it does where a package was installed.
    variables: Mapping[str, str] = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "", **({"HOME": str(home), "XDG_CACHE_HOME": str(home)} if home else {})}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        family = Family(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        together = family.peak()
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if process.returncode or (silent and ("warning:" in text or "hint:" in text)):
        sys.exit(f"{' '.join(map(str, command))} had this to say:\n{text[-3000:]}")
    largest = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(largest, together))


class Family:
    """The memory of a process and its children together, looked at now and then where /proc tells; what they share counts once."""

    def __init__(self, head: int) -> None:
        self._most, self._over = 0.0, Event()
        self._watch = Thread(target=self._look, args=[head], daemon=True)
        self._watch.start()

    def peak(self) -> float:
        """Stop looking and return the most that was seen, in MB; 0 if there was never more than one process."""
        self._over.set()
        self._watch.join()
        return self._most

    def _look(self, head: int) -> None:
        while not self._over.wait(PACE):
            members = [head, *_descend(head)]
            if len(members) > 1:
                self._most = max(self._most, sum(map(_weigh, members)))


def _descend(process: int) -> Iterator[int]:
    """Yield the numbers of all that a process has started and that still live."""
    with suppress(OSError):
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            for child in children.read_text().split():
                yield int(child)
                yield from _descend(int(child))


def _weigh(process: int) -> float:
    """Return a process's share of the memory in MB."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
