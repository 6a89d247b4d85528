"""Processes that end when they are told to, with all that they have started."""

from __future__ import annotations

import atexit
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any


def poll(probe: Callable[[], Any], timeout: float) -> Any:
    """Ask until the answer is truthy or `timeout` seconds are up, and return the last answer."""
    deadline = time.monotonic() + timeout
    while not (answer := probe()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return answer


class Process:
    """A program at the head of a process session, and what it has written to its log."""

    def __init__(self, log: Path, name: str, *args: str, **environment: str) -> None:
        self.log, self.name = log, name
        with log.open("wb") as output:
            self._program = subprocess.Popen([name, *args], stdout=output, stderr=output, env={**os.environ, **environment}, start_new_session=True)
        atexit.register(self.kill)

    def wait_for(self, probe: Callable[[], Any]) -> Any:
        """Wait a minute for something that the program is to do, and return the probe's answer."""
        if answer := poll(probe, timeout=60):
            return answer
        raise TimeoutError(f"{self.name} did not start in a minute:\n{self.log.read_text('utf-8', 'replace')[-2000:]}")

    def number_in(self, file: Path, pattern: str) -> int:
        """Wait for a number, such as the port it chose, that the program writes into a file."""
        return int(self.wait_for(lambda: re.search(pattern, file.read_text("utf-8") if file.exists() else ""))[1])

    def living(self) -> int:
        """Count the living processes of the session, those that lost their parent too."""
        count = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):  # it ended while we looked
                state, _, _, head = stat.read_text("utf-8").rpartition(")")[2].split()[:4]
                count += head == str(self._program.pid) and state != "Z"
        return count

    def kill(self) -> None:
        """End them all at once, as a crash or a power cut would."""
        while self.living():
            os.killpg(self._program.pid, signal.SIGKILL)
        self._program.wait()
        atexit.unregister(self.kill)
