"""Aiken, the plainest of Moodle's formats: a question, options that begin with a letter, and `ANSWER: B`.

Moodle takes one line for a question, capital letters and one right answer. Typed lists seldom keep to that, so a question and an
option may run over several lines here, letters may be small, the last line may be `VASTAUS:` or `SVAR:`, and name several letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tuokio.exchange.entry import Entry
from tuokio.exchange.markup import from_plain
from tuokio.exchange.original import read_text
from tuokio.finding import Finding, Severity, Span

NAME = "aiken"
SUFFIXES = (".txt", ".aiken")

OPTION = re.compile(r"\s*([A-Za-z])[).](?:\s+|(?=\S))(.*)")
ANSWER = re.compile(r"\s*(?:ANSWERS?|CORRECT(?: ANSWER)?|(?:OIKEA )?VASTAUS|OIKEIN|(?:RÄTT )?SVAR|RÄTT)\s*:\s*(.*)", re.I)
FEEDBACK = re.compile(r"\s*(?:FEEDBACK|EXPLANATION|PALAUTE|SELITYS|PERUSTELU|ÅTERKOPPLING|FÖRKLARING)\s*:\s*(.*)", re.I)
LETTERS = re.compile(r"[A-Za-z](?:(?>\s*(?:[,;&+/]|\b(?:ja|och|and)\b)?\s*)[A-Za-z])*[).]?", re.I)  # atomic: else a long line takes for ever
HEAD = re.compile(r"^[ \t]*[A-Za-z][).].*\n(?:.*\n)*?[ \t]*(?:ANSWER|VASTAUS|SVAR)S?\s*:\s*[A-Za-z]\b", re.M | re.I)


@dataclass(slots=True)
class _Draft:
    """A question as far as it has been read."""

    line: int
    stem: list[str] = field(default_factory=list)
    options: list[tuple[str, list[str], int]] = field(default_factory=list)
    right: str = ""
    explanation: list[str] = field(default_factory=list)
    closed: bool = False
    """An empty line came after its options."""


def recognises(name: str, head: bytes) -> bool:
    """Say whether a text has options with letters and a line that names the right one."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.decode("utf-8", "replace")
    return name.endswith(SUFFIXES) and bool(HEAD.search(text.replace("\r\n", "\n").replace("\r", "\n")))


def read(file: bytes, path: Path, findings: list[Finding]) -> Iterator[Entry]:
    """Yield the questions of a file."""
    text = read_text(file, path, findings)
    if text is None:
        return
    yield from (entry for draft in _split(text) if (entry := _make(draft, path, findings)))


def _split(text: str) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            if draft and draft.options:
                draft.closed = True
            elif draft and draft.stem:
                draft.stem.append("")
        elif draft and (match := ANSWER.fullmatch(line)) and (draft.options or LETTERS.fullmatch(match[1].strip())) and not draft.right:
            draft.right, draft.closed = match[1].strip(), False
        elif draft and draft.right and (match := FEEDBACK.fullmatch(line)):
            draft.explanation.append(match[1])
        elif draft and draft.stem and not draft.right and (match := OPTION.fullmatch(line)) and _is_next(draft, match[1]):
            draft.options.append((match[1].upper(), [match[2]], number))
            draft.closed = False
        elif draft and draft.explanation and not draft.closed:
            draft.explanation.append(line)
        elif draft is None or draft.right or draft.closed:
            if draft:
                yield draft
            draft = _Draft(number, [line])
        elif draft.options:
            draft.options[-1][1].append(line)
        else:
            draft.stem.append(line)
    if draft:
        yield draft


def _is_next(draft: _Draft, letter: str) -> bool:
    """Say whether a letter begins an option: `A.` first, and then not the same again, so that `I. Kari` in a stem stays there."""
    if not draft.options:
        return letter.upper() == "A"
    return letter.upper() > draft.options[-1][0]


def _make(draft: _Draft, path: Path, findings: list[Finding]) -> Entry | None:
    def say(id: str, line: int, message: str, cure: str, severity: Severity = Severity.WARNING) -> None:
        findings.append(Finding(id, severity, Span(path, line), message, cure))

    stem = "\n".join(draft.stem).strip()
    if not draft.options:
        what = "No options follow this" if not draft.right else "This has a right answer, but no options"
        say("no-options", draft.line, f"{what}, so it was left out.", "Write options below it, each on a line of its own that begins with `A)`, `B)` and so on.")
        return None
    if not draft.right:
        say("no-right-answer", draft.line, "Nothing says which option is right, so this question was left out.", "Write `ANSWER: B` on a line of its own below its options.")
        return None
    letters = [letter for letter, _, _ in draft.options]
    named = re.findall(r"[A-Z]", re.sub(r"\b(?:ja|och|and)\b", " ", draft.right, flags=re.I).upper()) if LETTERS.fullmatch(draft.right) else []
    if not named:
        wanted = draft.right.casefold().strip(" .")
        named = [letter for letter, lines, _ in draft.options if " ".join(lines).casefold().strip(" .") == wanted]
    missing = [letter for letter in named if letter not in letters]
    if not named or missing:
        say("no-right-answer", draft.line, f"`{draft.right[:40]}` is said to be right, and no option has that letter, so this question was left out.", f"Its options are {', '.join(letters)}: write one of them after `ANSWER:`.")
        return None
    texts = [from_plain("\n".join(lines)) for _, lines, _ in draft.options]
    right = [number for number, letter in enumerate(letters) if letter in named]
    if (expected := [chr(65 + number) for number in range(len(letters))]) != letters:
        say("letters-out-of-order", draft.options[0][2], f"The options are lettered {', '.join(letters)}, not {', '.join(expected)}.", "Look whether one is missing.", Severity.HINT)
    data: dict[str, object] = {"question": from_plain(stem), "options": [{"text": text, "correct": True} if number in right else text for number, text in enumerate(texts) if text]}
    if draft.explanation:
        data["explanation"] = from_plain("\n".join(draft.explanation))
    return Entry(data, draft.line)
