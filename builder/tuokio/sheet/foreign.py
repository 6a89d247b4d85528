"""What is not a sheet, or not one we read, and how its author makes one of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tuokio.finding import Finding, Severity, Span

LARGEST = 10_000_000  # bytes; 20,000 long questions have half of it
SAVE = "Open it in Excel or LibreOffice and save it as Excel Workbook (.xlsx)."
COPY = "Copy its table into a new sheet in Excel, and save that as Excel Workbook (.xlsx)."
TEXTS = (".docx", ".doc", ".odt", ".rtf")
OLD = b"\xd0\xcf\x11\xe0"
"""How files of the old Office begin, and every file with a password."""
FOREIGN = {
    b"%PDF": ("a PDF document", "Open the sheet it was made of, and save that as Excel Workbook (.xlsx)."),
    b"{\\rtf": ("a document saved as RTF", COPY),
    b"<!doctype html": ("a web page", SAVE),
    b"<html": ("a web page", SAVE),
    b"<table": ("a web page", SAVE),
    b"\x89PNG": ("a picture", "Type its questions into a sheet."),
    b"\xff\xd8\xff": ("a picture", "Type its questions into a sheet."),
}


def refuse(data: bytes, path: Path, findings: list[Finding]) -> bool:
    """Say what a file is if it is no sheet we read, and whether it is none."""
    fault = _look(data)
    ending = path.suffix.lower()
    if ending in TEXTS and (fault or not data.startswith(b"PK")):
        fault = f"This is a text document ({ending}), not a sheet.", COPY
    if fault:
        findings.append(Finding("unreadable-sheet", Severity.ERROR, Span(path), *fault))
    return bool(fault)


def _look(data: bytes) -> tuple[str, str] | None:
    if len(data) > LARGEST:
        return f"The file is over {LARGEST // 1_000_000} MB.", "Split it into several, and leave pictures out."
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "The file is empty.", "Save the sheet again, and check that it is this one."
    if data.startswith(OLD):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "The file is protected with a password.", "Open it in Excel, take the password away (File, Info, Protect Workbook), and save it."
        if "WordDocument".encode("utf-16-le") in data:
            return "This is an old Word document.", COPY
        return "This is a sheet of an old Excel (.xls).", SAVE
    for start, (what, cure) in FOREIGN.items():
        if data.lstrip(b"\xef\xbb\xbf \r\n")[: len(start)].lower() == start.lower():
            return f"This is {what}, whatever its name says.", cure
    if data.startswith(b"PK"):
        return _look_inside(data)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in data[:4096]:
        return "This is no sheet.", SAVE
    return None


def _look_inside(data: bytes) -> tuple[str, str] | None:
    """Return what a packed file is, unless it is a workbook of Excel."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:80] if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return "The file is damaged: saving or copying it broke off.", f"Take an older version of it, or: {SAVE[0].lower()}{SAVE[1:]}"
    if "xl/workbook.xml" in names:
        return None
    if b"opendocument.spreadsheet" in kind:
        return "This is a sheet of LibreOffice (.ods).", "Open it in LibreOffice, choose Save as, and there Excel 2007-365 (.xlsx)."
    if "word/document.xml" in names or b"opendocument.text" in kind:
        return f"This is a {'Word document (.docx)' if 'word/document.xml' in names else 'text document (.odt)'}, not a sheet.", COPY
    if "xl/workbook.bin" in names:
        return "This is a binary Excel workbook (.xlsb).", SAVE
    if "Index/Document.iwa" in names:
        return "This is a sheet of Numbers.", "In Numbers choose File, Export To, Excel."
    return "This is a packed file, not a sheet.", "Unpack it, and take the sheet that is in it."
