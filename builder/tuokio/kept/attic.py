"""Where large things lie that are wanted once or twice more: on the disk, so that a large course is never whole in memory."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from functools import partial
from typing import IO, Any


class Attic:
    """A file without a name, gone with its process. Where the disk has no room for it, things stay in memory."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._size = 0

    def lay(self, made: Any, frozen: bytes) -> Callable[[], Any]:
        """Lay something away, and return what brings it back."""
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)
            self._file.seek(self._size)
            is_whole = self._file.write(frozen) == len(frozen)
        except OSError:
            is_whole = False
        if not is_whole:
            return lambda: made
        at, self._size = self._size, self._size + len(frozen)
        return partial(self._fetch, at, len(frozen))

    def _fetch(self, at: int, size: int) -> Any:
        self._file.seek(at)
        return pickle.loads(self._file.read(size))  # noqa: S301 – our own, of this process
