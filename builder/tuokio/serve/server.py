"""Serve courses while they are written: watch, build, tell."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tuokio.serve.address import LOOPBACK, find_lan_address, name_hosts, open_port
from tuokio.serve.preview import Preview


@dataclass
class Place:
    """Where the courses are to be had: on this machine, and in its network if that was asked for and there is one."""

    address: str
    port: int
    lan: str = ""


def serve(courses: dict[str, Path], output: Path, *, port: int, lan: bool, editor: str = "", opened: Callable[[Place], None], built: Callable[[Preview, list[str]], None]) -> None:
    """Serve courses, by their names, until interrupted.

    `opened` is told once where; `built` is told of each build that brought something new, with the names of the
    changed files (none the first time). `editor` is one of `EDITORS`, or none. OSError if no port can be opened.
    """
    previews = [Preview(name, course, output, editor) for name, course in courses.items()]
    try:
        asyncio.run(_serve(previews, output, port, lan, opened, built))
    except KeyboardInterrupt:  # the way to end it
        pass


async def _serve(previews: list[Preview], output: Path, port: int, lan: bool, opened: Callable[[Place], None], built: Callable[[Preview, list[str]], None]) -> None:
    from tornado.httpserver import HTTPServer

    from tuokio.serve.handlers import Live, Site
    from tuokio.serve.watcher import Watcher

    own = find_lan_address() if lan else ""
    sockets = open_port("0.0.0.0" if own else LOOPBACK, port)
    port = sockets[0].getsockname()[1]
    deep, flat = _folders(previews)
    watcher = Live.watcher = Watcher(deep, flat, output.resolve())
    news = asyncio.Event()
    watcher.start(news.set)
    await asyncio.sleep(0)  # the watching begins before the first build, so that no edit falls between

    server = HTTPServer(Site(previews, name_hosts(port, own)), xheaders=False)
    for preview in previews:
        await _build(preview, [], built)
    server.add_sockets(sockets)
    path = f"/{quote(previews[0].name)}/" if len(previews) == 1 else "/"
    opened(Place(f"http://{LOOPBACK}:{port}{path}", port, f"http://{own}:{port}{path}" if own else ""))
    try:
        while True:
            await news.wait()
            news.clear()
            changed = watcher.take()  # what comes while we build waits for the next round
            for preview in previews:
                if preview.reads(changed):
                    await _build(preview, sorted({path.name for path in changed}), built)
    finally:
        watcher.stop()


async def _build(preview: Preview, changed: list[str], built: Callable[[Preview, list[str]], None]) -> None:
    """Build in a thread, so that pages are answered meanwhile, and tell who should know."""
    from tuokio.serve.handlers import Live

    before = preview.revision
    if await asyncio.to_thread(preview.build) or not changed:
        Live.tell(preview, anew=preview.revision != before)
        built(preview, changed)


def _folders(previews: Iterable[Preview]) -> tuple[set[Path], set[Path]]:
    """Return the folders to watch whole, and those at their surface: a single file may lie in a whole home folder."""
    deep, flat = set(), set()
    for preview in previews:
        deep |= {*preview.themes, *([preview.folder / name for name in ("banks", "media", "themes")] if preview.single else [preview.folder])}
        if preview.single:
            flat.add(preview.folder)
    return deep, flat
