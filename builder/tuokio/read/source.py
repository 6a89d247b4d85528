"""A text file as the author left it: decoded with care, its lines kept for findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tuokio import disk
from tuokio.finding import Finding, Severity, Span
from tuokio.text import CONTROL, LEGACY, clean, decode

LARGEST = 1_000_000  # bytes; a larger text file is a mistake or an attack
SAVE = "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."
COPY = "Open it there, copy the text into a new file in a plain text editor (in Windows: Notepad), and save that one as UTF-8 with the name of this file."
FOREIGN = {
    b"PK\x03\x04": ("a Word document or a packed folder", COPY),
    b"\xd0\xcf\x11\xe0": ("an old Word document", COPY),
    b"{\\rtf": ("a document saved as RTF", COPY),
    b"%PDF": ("a PDF document", COPY),
    b"\x89PNG": ("a picture", "Put it into `media/` and show it with `![…](media/…)`."),
    b"\xff\xd8\xff": ("a picture", "Put it into `media/` and show it with `![…](media/…)`."),
    b"<!doctype html": ("a web page", COPY),
    b"<html": ("a web page", COPY),
}
"""What people save or rename as a text file, by its first bytes."""
GARBLED = re.compile("(?:[ÂÃ][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€[œ™“”˜¦\x9d\x9c])+")
"""UTF-8 once read as something else, and saved so: `Ã¤` was an `ä`."""


@lru_cache(maxsize=4)  # asked for many times while a file is read, and never again
def _split(text: str) -> list[str]:
    return text.split("\n")


@dataclass(frozen=True)
class Source:
    """The text of one file: no byte-order mark, line ends as `\\n`."""

    path: Path
    text: str

    @property
    def lines(self) -> list[str]:
        """Its lines, the first at 0."""
        return _split(self.text)

    def span(self, line: int, needle: str = "") -> Span:
        """Return the place of `needle` on a line (from 1), or of the line's first character."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        at = text.find(needle) if needle else -1
        if at >= 0:
            return Span(self.path, line, at + 1, len(needle))
        indent = len(text) - len(text.lstrip())
        return Span(self.path, line, indent + 1, max(1, len(text.strip())))

    def find(self, needle: str, first: int, last: int) -> Span:
        """Return the first place of `needle` between two lines, else the first of them."""
        for line in range(first, min(last, len(self.lines)) + 1):
            if needle in self.lines[line - 1]:
                return self.span(line, needle)
        return self.span(first)

    def find_link(self, *addresses: str, first: int, last: int) -> Span | None:
        """Return the first place between two lines where one of these is what a link or picture leads to; code is passed over."""
        wanted = "|".join(re.escape(address) for address in addresses if address)
        link = re.compile(rf"\]\(\s*<?({wanted})(?=[\s)>])|^ {{0,3}}\[[^\]]+\]:\s*<?({wanted})(?=[\s>]|$)")
        for line in range(first, min(last, len(self.lines)) + 1):
            text = re.sub(r"(`+)[^`].*?\1", lambda code: " " * len(code[0]), self.lines[line - 1])
            if match := link.search(text):
                at = match.start(2) if match[1] is None else match.start(1)  # an address may be empty
                return Span(self.path, line, at + 1, max(1, match.end() - at))
        return None


def load(path: Path, findings: list[Finding]) -> Source | None:
    """Read a text file, or say why it cannot be read and return None."""

    def say(id: str, message: str, cure: str, line: int = 1, column: int = 1, severity: Severity = Severity.ERROR, length: int = 1) -> None:
        findings.append(Finding(id, severity, Span(path, line, column, length), message, cure))

    try:
        data = disk.read(path, LARGEST + 1)
    except OSError as error:
        say("unreadable-file", f"The file cannot be read: {error.strerror or error}.", "Check that you may open it. If it is in OneDrive, right-click it and choose Always keep on this device; if another program has it open, close that.")
        return None
    if len(data) > LARGEST:
        say("huge-file", "The file is over 1 MB.", "Split it into several modules; pictures and sound belong in `media/`.")
        return None
    if data and not data.strip(b"\0"):
        say("not-text", "The file holds nothing but zeros: saving or copying it broke off.", "Take an older version of it: in OneDrive, right-click it and choose Version history.")
        return None
    head = data.lstrip(b"\xef\xbb\xbf \r\n")[:20].lower()
    for start, (what, cure) in FOREIGN.items():
        if head.startswith(start.lower()):
            say("not-text", f"This is {what}, whatever its name says.", cure)
            return None
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and data.count(b"\0") * 4 > len(data):
        say("not-utf-8", "The file is saved as UTF-16 without a mark that says so.", SAVE)
        return None
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        line, column, what = _place(error.object, error.start)  # a mark at the beginning is not counted
        say("not-utf-8", what, SAVE, line, column)
        return None
    clear = clean(text)
    _warn(Source(path, clear), text, findings)
    return Source(path, clear)


def _place(data: bytes, at: int) -> tuple[int, int, str]:
    """Return the line and column of the first byte that is not UTF-8, and what to say of it."""
    before = data[:at]
    line = clean(before.decode("utf-8", "replace")).count("\n") + 1
    column = len(re.split(rb"\r\n?|\n", before)[-1].decode("utf-8", "replace")) + 1
    letter = data[at : at + 1].decode(LEGACY, "replace")
    named = f"This `{letter}`" if letter.isprintable() and letter != "\ufffd" else "This character"
    return line, column, f"{named} is not stored as UTF-8, and neither is any such letter below."


def _warn(source: Source, raw: str, findings: list[Finding]) -> None:
    """Tell of characters that programs left behind and no author meant."""
    if raw.isascii() and raw == source.text:
        return

    def say(id: str, at: int, length: int, message: str, cure: str) -> None:
        line = source.text.count("\n", 0, at) + 1
        findings.append(Finding(id, Severity.WARNING, Span(source.path, line, at - source.text.rfind("\n", 0, at), length), message, cure))

    if raw != source.text and (match := CONTROL.search(raw)):
        line = clean(raw[: match.start()]).count("\n") + 1
        column = len(clean(raw[: match.start()]).rsplit("\n", 1)[-1]) + 1
        findings.append(Finding("unseen-character", Severity.WARNING, Span(source.path, line, column), f"Between these letters is a character that nobody can see (U+{ord(match[0]):04X}); learners get a space.", "Delete what is around the mark and type it anew."))
    if not any(sign in source.text for sign in "ÂÃâ\ufffd"):
        return
    text = re.sub(r"`[^`\n]*`", lambda code: " " * len(code[0]), source.text)  # a text may speak of such letters
    if match := GARBLED.search(text):
        meant = _mend(match[0])
        says = f"`{match[0]}` was probably `{meant}`" if meant else f"`{match[0]}` is not what was typed"
        say("garbled-letters", match.start(), len(match[0]), f"{says}: a program read the file in the wrong encoding.", "Take the text from where it was still right, or replace all of these; then save as UTF-8.")
    if (at := text.find("\ufffd")) >= 0:
        say("lost-letter", at, 1, "A letter was lost here: a program could not read it and put `\ufffd` in its place.", "Type the letter anew, and look for others like it.")


def _mend(garbled: str) -> str:
    """Return what was typed, if it can be told."""
    try:
        return garbled.encode(LEGACY).decode("utf-8")
    except UnicodeError:
        return ""
