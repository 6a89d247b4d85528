"""Workbooks that are no workbooks: packed files that lie, grow, lead out or are cut. Each trial yields its name and what is wrong."""

from __future__ import annotations

import io
import random
import struct
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook

from tuokio.finding import Severity
from tuokio.sheet import read

SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, bytes]


def make() -> Parts:
    """Return the parts of a small workbook that is as it should be."""
    book, stream = Workbook(), io.BytesIO()
    book.active.append(["Question", "Option 1", "Option 2", "Correct"])
    book.active.append(["Which one?", "a", "b", "1"])
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts, *more: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts, and some that may have the name of another."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", how) as archive:
        warnings.simplefilter("ignore")  # twice the same name
        for name, data in (*parts.items(), *more):
            archive.writestr(name, data)
    return stream.getvalue()


def _grown(name: str, size: int, inside: bytes = b" ") -> bytes:
    """A workbook whose sheet has this name, and holds so much."""
    parts = make()
    sheet = parts.pop(SHEET).replace(b"<sheetData>", b"<sheetData>" + inside * size)
    parts = {part: data.replace(SHEET.removeprefix("xl/").encode(), name.removeprefix("xl/").encode()) for part, data in parts.items()}
    return pack(parts | {name: sheet})


def _symlink() -> bytes:
    stream, parts = io.BytesIO(), make()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            about = zipfile.ZipInfo(name)
            about.external_attr = 0o120777 << 16
            archive.writestr(about, b"/etc/passwd" if name == SHEET else data)
    return stream.getvalue()


def _patch(offset: int, value: int) -> bytes:
    """A workbook in whose list of contents every part says something else of itself."""
    data = bytearray(pack(make()))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + offset, value)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _with(sheet: Callable[[bytes], bytes], name: str = SHEET) -> bytes:
    parts = make()
    return pack(parts | {name: sheet(parts[name])})


ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ARCHIVES: dict[str, Callable[[], bytes]] = {
    **{f"a name that leads out: {name}": (lambda name=name: pack(make(), (name, b"x"))) for name in ("../../made", "/tmp/made", "..\\..\\made", "C:\\made", "\\\\host\\made", "xl/../../../made", "CON", "a\x00b", "x" * 5000, "\u202egnp.x")},
    **{f"a sheet of {size // 1_000_000} MB called {name}": (lambda name=name, size=size: _grown(name, size)) for name in (SHEET, "xl/worksheets/sheet1.dat", "xl/media/a.png", "xl/worksheets/SHEET1.XML", "made.rels") for size in (41_000_000, 90_000_000)},
    "three million cells": lambda: _grown(SHEET, 3_000_001, b"<c/>"),
    "three million cells in a picture": lambda: _grown("xl/media/a.jpg", 3_000_001, b"<c/>"),
    "2,100 parts": lambda: pack(make(), *((f"xl/x{number}.xml", b"<x/>") for number in range(2100))),
    "the same name twice": lambda: pack(make(), (SHEET, b"<x/>")),
    "names that differ in their letters": lambda: pack(make(), (SHEET.upper(), b"<x/>")),
    "a link": _symlink,
    "a part that says it is small": lambda: _patch(24, 1),
    "a part that says it is huge": lambda: _patch(24, 0xFFFFFFF0),
    "packed as longer than it is": lambda: _patch(20, 0x7FFFFFFF),
    "parts that lie elsewhere": lambda: _patch(42, 7),
    "an entity": lambda: _with(lambda text: text.replace(b"<worksheet", ENTITY + b"<worksheet", 1)),
    "an entity in the texts": lambda: _with(lambda text: ENTITY + text, "xl/workbook.xml"),
    "an entity in UTF-16": lambda: _with(lambda text: ('<?xml version="1.0" encoding="utf-16"?>' + ENTITY.decode() + text.decode()).encode("utf-16")),
    "an entity in UTF-7": lambda: _with(lambda text: b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x>' + text),
    "depth": lambda: _with(lambda text: text.replace(b"<sheetData>", b"<x>" * 100_000)),
    "an endless attribute": lambda: _with(lambda text: text.replace(b"<sheetData>", b'<sheetData a="' + b"x" * 10_000_000 + b'">')),
    "links to other files": lambda: _with(lambda text: text.replace(b"worksheets/sheet1.xml", b"file:///etc/passwd").replace(b"/xl/", b"../../../"), "xl/_rels/workbook.xml.rels"),
    "cut": lambda: pack(make())[:-40],
    "cut in the middle": lambda: pack(make())[:900],
    "nothing in it": lambda: pack({}),
    "a packed file in it": lambda: pack({"a.zip": pack({f"{number}": b"0" * 1_000_000 for number in range(40)})}),
    "BZIP2": lambda: pack(make() | {"xl/x.xml": b" " * 39_000_000}, how=zipfile.ZIP_BZIP2),
    "a merge over all rows": lambda: _with(lambda text: text.replace(b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "a cell that is far away": lambda: _with(lambda text: text.replace(b'r="B2"', b'r="ZZZ9999999"')),
    "a number of a text that is not there": lambda: _with(lambda text: text.replace(b"<v>1</v>", b"<v>99999999999</v>")),
}


def try_archives(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """R19. Each is read as far as it is harmless or refused with a cure; nothing is unpacked anywhere."""
    chance = random.Random(19)  # noqa: S311 – not for secrets
    every = dict(ARCHIVES) | {f"a spoilt byte, {number}": (lambda: _spoil(chance)) for number in range(10)}
    for name, build in every.items():
        data, findings, wrong = build(), [], []
        before, start = sorted(folder.rglob("*")), time.process_time()
        try:
            sheets = read(data, folder / "k.xlsx", findings)
            if sum(len(row.cells) for sheet in sheets for row in sheet.rows) > 400_000:
                wrong.append("as many cells as it says")
        except Exception as error:  # what this looks for
            wrong.append(f"{type(error).__name__}: {error}")
        if (took := time.process_time() - start) > 5:
            wrong.append(f"took {took:.1f} s")
        if before != sorted(folder.rglob("*")) or Path("/tmp/made").exists():
            wrong.append("something was written")
        if not wrong and ("MB called" in name or "million" in name) and not any(one.severity is Severity.ERROR for one in findings):
            wrong.append("it was let in")
        wrong += [f"no cure: {one.message}" for one in findings if not one.cure or "Error" in one.message]
        yield name, wrong


def _spoil(chance: random.Random) -> bytes:
    data = bytearray(pack(make()))
    for _ in range(3):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)
