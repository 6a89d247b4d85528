"""A text file that another program wrote: its text, whatever it was saved as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tuokio.exchange.asked import Asked
from tuokio.exchange.markup import DANGEROUS, FORMULA
from tuokio.finding import Finding, Severity, Span
from tuokio.text import LEGACY, clean, decode

LARGEST = 32_000_000
"""Bytes of a file; Moodle's have their pictures inside."""
MOST = 20_000
"""Questions of a file. A course of more is no course, and a bank of more is several."""
LONGEST = 60_000
"""Signs of one question. Whatever is longer is none."""


def read_text(file: bytes, path: Path, findings: list[Finding]) -> str | None:
    """Return the text of a file, lines ending with `\\n`, or None after a finding.

    What is not UTF-8 is read as western Windows writes it, as old Moodles and Excel do; a hint says so, since nobody else can tell.
    """
    if not file.strip(b"\xef\xbb\xbf \t\r\n\0"):
        findings.append(Finding("empty-file", Severity.ERROR, Span(path), "There is nothing in this file.", "Export it anew from where it came, or choose another."))
        return None
    if b"\0" in file and not file.startswith((b"\xff\xfe", b"\xfe\xff")):
        findings.append(Finding("not-text", Severity.ERROR, Span(path), "This is no text file, whatever its name says.", "Export it from where it came as a text, such as GIFT, or name its format with --format."))
        return None
    try:
        return clean(decode(file))
    except UnicodeDecodeError:
        text = clean(file.decode(LEGACY, "replace"))
    findings.append(Finding("legacy-encoding", Severity.HINT, Span(path), "The file is not UTF-8, so it was read as Windows writes western European languages.", "Look at letters such as ä, ö and é in what was written. If they are wrong, save the file as UTF-8 and import it again."))
    return text


def refuse(path: Path, size: int, findings: list[Finding]) -> bool:
    """Say whether a file is too large to be read at all, and tell."""
    if size > LARGEST:
        findings.append(Finding("huge-file", Severity.ERROR, Span(path), f"The file is over {LARGEST // 1_000_000} MB.", "Export it in parts, such as one category at a time; videos and sounds are taken over by hand."))
    return size > LARGEST


def note(path: Path, findings: list[Finding], id: str, severity: Severity, line: int, message: str, cure: str) -> None:
    """Add a finding that speaks of a line."""
    findings.append(Finding(id, severity, Span(path, line), message, cure))


def warn_of_lost_markup(text: str, line: int, say: Callable[[str, Severity, int, str, str], None], *, kept: bool = False) -> None:
    """Tell of what is never taken over, or not shown as it was, in whatever was written. `kept`: its signs came along, as a text."""
    if "<" in text and (match := DANGEROUS.search(text)):
        fate = "it came along as a text that does nothing, and learners read it as it is typed" if kept else "it was left out"
        say("active-content", Severity.WARNING, line, f"There is active content here (`{match[0].strip()[:30]}`), which no course may hold: {fate}.", ("Remove it, unless it is what the text is about. " if kept else "") + "If it showed something learners need, put that into `media/` and show it in the text.")
    if ("$$" in text or "\\" in text) and FORMULA.search(text):
        say("formula", Severity.WARNING, line, "There is a formula here, and formulas are shown as they are typed.", "Write it in words or signs, such as `a² + b²`, or show a picture of it.")


def cut_long(asked: Asked, say: Callable[[str, Severity, int, str, str], None]) -> Asked | None:
    """Return a question, or None after a finding if it is longer than any question can be."""
    if len(asked.text) + sum(len(answer.text) + len(answer.feedback) for answer in asked.answers) + sum(len(left) + len(right) for left, right in asked.pairs) <= LONGEST:
        return asked
    say("huge-question", Severity.WARNING, asked.line, f"This question is longer than {LONGEST:,} signs, so it was left out.", "Look whether its end is missing. The other questions were taken over.")
    return None
