"""A text file as the author left it: decoded with care, its lines kept for findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tuokio.finding import Finding, Severity, Span

LARGEST = 1_000_000  # bytes; a larger text file is a mistake or an attack


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


def load(path: Path, findings: list[Finding]) -> Source | None:
    """Read a text file, or say why it cannot be read and return None."""
    try:
        data = path.read_bytes()
    except OSError as error:
        cure = "Check that the file is there and that you may open it."
        findings.append(Finding("unreadable-file", Severity.ERROR, Span(path), f"The file cannot be read: {error.strerror}.", cure))
        return None
    if len(data) > LARGEST:
        cure = "Split it into several modules; pictures and sound belong in `media/`."
        findings.append(Finding("huge-file", Severity.ERROR, Span(path), "The file is over 1 MB.", cure))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        cure = "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."
        findings.append(Finding("not-utf-8", Severity.ERROR, Span(path, line, column), "This character is not UTF-8 text.", cure))
        return None
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
