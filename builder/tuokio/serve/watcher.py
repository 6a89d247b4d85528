"""File events for livereload, in place of its polling.

livereload looks every 0.8 s and forgets a change that comes within 3 s of the last reload. This watcher is told by the
operating system and keeps what it is told until it is asked. On a network drive that tells nothing, set the environment
variable WATCHFILES_FORCE_POLLING.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from livereload.watcher import Watcher as Base
from watchfiles import awatch

STEP, LONGEST = 5, 200
"""Milliseconds: files that are saved within STEP of each other are one change, up to LONGEST."""
RETRY = 0.2  # seconds
DROPPINGS = ("~", ".part", ".tmp", ".swp", ".swx", ".bak", "4913")


class Watcher(Base):
    """Watches folders whole and others only at their surface, and survives their going and coming."""

    def __init__(self, deep: Iterable[Path], flat: Iterable[Path], without: Path) -> None:
        """`deep` may not exist yet; whoever lies under `without` is not heard."""
        super().__init__()
        self.deep = sorted(set(deep))
        self.flat = sorted({*flat, *(folder.parent for folder in self.deep)})
        self.without = without
        self.how = {"step": STEP, "debounce": LONGEST, "watch_filter": self._concerns, "ignore_permission_denied": True}
        self.polling: bool | None = None  # as the environment says
        self.changed: set[Path] = set()
        self.tasks: list[asyncio.Task[None]] = []

    def start(self, callback: Callable[[], None]) -> bool:
        """Begin to watch; `callback` is called in the running loop whenever `take` has something to give."""
        self.callback = callback
        self.moved = asyncio.Event()
        self.tasks = [asyncio.create_task(self._watch_deep()), asyncio.create_task(self._watch_flat())]
        return True

    def stop(self) -> None:
        """Watch no more."""
        for task in self.tasks:
            task.cancel()

    def take(self) -> set[Path]:
        """Return what has changed since the last call."""
        changed, self.changed = self.changed, set()
        return changed

    async def _watch_deep(self) -> None:
        while True:
            folders = [folder for folder in self.deep if folder.is_dir()]
            self.moved.clear()
            if not folders:
                await self.moved.wait()
                continue
            try:
                async for changes in awatch(*folders, stop_event=self.moved, force_polling=self.polling, **self.how):
                    self._tell({Path(path) for _, path in changes})
            except FileNotFoundError:  # gone between our look and the system's
                await asyncio.sleep(RETRY)
            except OSError:  # the system watches no more files for us, so we look ourselves
                self.polling = True
            # A folder came or went, and an event on a folder that went does not come again. What was written
            # to a new one before we watched it is seen by asking once more as soon as we do.
            asyncio.get_running_loop().call_soon(self._tell, set(self.deep))

    async def _watch_flat(self) -> None:
        folders = [folder for folder in self.flat if folder.is_dir()]
        async for changes in awatch(*folders, recursive=False, **self.how):
            paths = {Path(path) for _, path in changes}
            if paths & set(self.deep):
                self.moved.set()
            self._tell(paths)

    def _tell(self, paths: set[Path]) -> None:
        self.changed |= paths
        self.callback()

    def _concerns(self, _: object, name: str) -> bool:
        """Whether it is a file of the author's: not what we write, nor what editors drop beside it."""
        path = Path(name)
        if path.is_relative_to(self.without):
            return False
        # Only the part below the watched folder: the workspace itself may lie in a hidden folder.
        root = max((len(folder.parts) for folder in (*self.deep, *self.flat) if path.is_relative_to(folder)), default=1)
        own = path.parts[min(root, len(path.parts) - 1) :]
        return not any(part.startswith((".", "~$", "#")) or part == "__pycache__" for part in own) and not path.name.endswith(DROPPINGS)
