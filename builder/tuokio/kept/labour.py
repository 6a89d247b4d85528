"""Several processes make what one would make in turn. Each begins as a copy of this one, so nothing need be handed to it; what it made comes back as bytes.

Only for systems that can copy a process; on macOS its own libraries do not stand that, on Windows there is no such thing, and one process does all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FEWEST = 64
"""Things to be made that are worth a copy of the process."""
MOST = 4
"""Processes, unless more are asked for: each takes its own memory for what it makes."""


def count_hands(asked: int | None = None) -> int:
    """Return how many processes may work at once: as many as are `asked` for, where that can be."""
    if sys.platform in ("win32", "darwin"):
        return 1
    return asked or min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def make_apart(makes: Sequence[Callable[[], bytes]], hands: int) -> Iterator[tuple[int, bytes]]:
    """Yield what each of `makes` returns, with its number and as it comes, made by as many processes as there are `hands`.

    What did not come, because a process was killed or something raised, is missing: whoever needs it makes it and meets what happened.
    """
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    fork = get_context("fork")
    readers, workers = [], []
    for hand in range(hands):
        reader, writer = fork.Pipe(duplex=False)
        readers.append(reader)
        # It has the ends of all who began before it, and would keep their pipes open when this process is killed.
        workers.append(fork.Process(target=_make_some, args=(makes, range(hand, len(makes), hands), writer, tuple(readers)), daemon=True))
        workers[-1].start()
        writer.close()
    while readers:
        for reader in wait(readers):
            try:
                number, made = int.from_bytes(reader.recv_bytes(), "big"), reader.recv_bytes()
            except (EOFError, OSError):
                reader.close()
                readers.remove(reader)
            else:
                yield number, made
    for worker in workers:
        worker.join()


def _make_some(makes: Sequence[Callable[[], bytes]], numbers: Sequence[int], writer: Connection, readers: Sequence[Connection]) -> None:
    for reader in readers:
        reader.close()
    try:
        for number in numbers:
            made = makes[number]()
            writer.send_bytes(number.to_bytes(4, "big"))
            writer.send_bytes(made)
    except BaseException:  # noqa: BLE001 – told by whoever makes it again, or there is nobody left to tell
        os._exit(1)
