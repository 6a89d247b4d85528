"""A Markdown file cut into what it is made of, line by line, since its texts are to stay as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

TICK = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])(\s+)\[([ xX✓✔]?)\](?:\s+|$)(.*)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*)")
RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*")
OPEN = re.compile(r"\s*<\??quiz\b[^>]*>\s*|\s*:{3,}\s*quiz\b.*", re.I)
CLOSE = re.compile(r"\s*<\??/quiz\s*\??>\s*|\s*:{3,}\s*", re.I)
COMMENT = re.compile(r"\s*<!--.*?-->\s*")
WRAPPED = 60
"""Signs of a line after which the next may only be its rest."""


class Sort(Enum):
    """What a passage is."""

    HEADING = auto()
    TEXT = auto()
    CODE = auto()
    QUOTE = auto()
    OPTIONS = auto()
    RULE = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(slots=True)
class Option:
    """One line that can be ticked."""

    line: int
    right: bool
    text: list[str]
    feedback: list[str] = field(default_factory=list)
    numbered: bool = False


@dataclass(slots=True)
class Passage:
    """Lines that belong together."""

    sort: Sort
    line: int
    lines: list[str] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    level: int = 0

    @property
    def text(self) -> str:
        """The lines as one text, a quotation without its signs."""
        if self.sort is Sort.QUOTE:
            return "\n".join(re.sub(r"^\s*> ?", "", line) for line in self.lines).strip()
        return "\n".join(self.lines).strip()


def cut(text: str) -> Iterator[Passage]:
    """Yield the passages of a file. Front matter is left out, and so are remarks."""
    lines = text.split("\n")
    at = _skip_front_matter(lines)
    passage: Passage | None = None
    while at < len(lines):
        line, number = lines[at], at + 1
        if match := FENCE.fullmatch(line):
            closes = re.compile(rf" {{0,3}}{re.escape(match[1][0])}{{{len(match[1])},}}\s*")
            end = next((after for after in range(at + 1, len(lines)) if closes.fullmatch(lines[after])), 0)
            code = lines[at : end + 1] if end else [*lines[at:], match[1]]  # never closed: to the end of the file
            if passage:
                yield passage
            yield Passage(Sort.CODE, number, code)
            passage, at = None, end + 1 if end else len(lines)
            continue
        if match := TICK.fullmatch(line):
            if passage and passage.sort is not Sort.OPTIONS:
                yield passage
                passage = None
            passage = passage or Passage(Sort.OPTIONS, number)
            at = _read_option(lines, at, match, passage)
            continue
        at += 1
        if COMMENT.fullmatch(line):
            continue
        if not line.strip():
            if passage and passage.sort is not Sort.OPTIONS:
                yield passage
                passage = None
            continue
        sort, level, shown = _tell(line)
        if passage and (passage.sort is not sort or sort in (Sort.HEADING, Sort.RULE, Sort.OPEN, Sort.CLOSE)):
            yield passage
            passage = None
        passage = passage or Passage(sort, number, level=level)
        passage.lines.append(shown)
    if passage:
        yield passage


def _tell(line: str) -> tuple[Sort, int, str]:
    if match := HEADING.fullmatch(line):
        return Sort.HEADING, len(match[1]), match[2].rstrip().rstrip("#").rstrip()
    if OPEN.fullmatch(line):
        return Sort.OPEN, 0, line
    if CLOSE.fullmatch(line):
        return Sort.CLOSE, 0, line
    if RULE.fullmatch(line):
        return Sort.RULE, 0, line
    return (Sort.QUOTE if re.match(r" {0,3}>", line) else Sort.TEXT), 0, line


def _skip_front_matter(lines: list[str]) -> int:
    if lines[0].rstrip() != "---":
        return 0
    return next((at + 1 for at in range(1, min(len(lines), 200)) if lines[at].rstrip() in ("---", "...")), 0)


def _read_option(lines: list[str], at: int, match: re.Match[str], passage: Passage) -> int:
    """Read an option with what stands below it, and return the line after it (from 0).

    Below it is what is indented, and a quotation that follows at once. A line that only goes on, after a long one, is the
    option's own; anything else is what is said to who chooses it.
    """
    option = Option(at + 1, match[4].strip() != "", [match[5]], numbered=match[2][0].isdigit())
    passage.options.append(option)
    base = len(match[1])
    at += 1
    blank = fenced = False
    while at < len(lines):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        if indent >= base + 2 and FENCE.match(line.lstrip()):
            fenced = not fenced
        if fenced and (indent >= base + 2 or not line.strip()):
            option.feedback.append(line)
        elif not line.strip():
            after = next((one for one in lines[at + 1 :at + 3] if one.strip()), "")
            if len(after) - len(after.lstrip()) <= base + 1 or (TICK.fullmatch(after) and len(after) - len(after.lstrip()) <= base + 1):
                break
            blank = True
            if option.feedback:
                option.feedback.append("")
        elif TICK.fullmatch(line):
            break
        elif indent >= base + 2 and (FENCE.match(line.lstrip()) or option.feedback or blank):
            option.feedback.append(line)
        elif indent >= base + 2:
            told = re.match(r"\s*(?:>|[-*+]\s)", line)
            if not told and len(lines[at - 1]) >= WRAPPED:
                option.text.append(line.strip())
            else:
                option.feedback.append(line)
        elif re.match(r"\s*>", line) and not blank:
            option.feedback.append(line)
        elif not blank and _tell(line)[0] is Sort.TEXT and not FENCE.match(line) and len(lines[at - 1]) >= WRAPPED:
            option.text.append(line.strip())
        else:
            break
        at += 1
    return at
