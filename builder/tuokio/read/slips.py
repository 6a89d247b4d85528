"""Small slips that make a heading, a table or a note into plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.finding import Finding, Severity
from tuokio.read.source import Source

TIGHT_HEADING = re.compile(r"^(#{2,6})([^#\s].*)", re.M)
ROW = re.compile(r"\|.*\|\s*$")
NOTE = re.compile(r":{3,}\s*(\w*)")


def find_slips(source: Source, text: str, first: int, last: int) -> Iterator[Finding]:
    """Tell of what begins like a heading, a table or a note and is none; `text` stands on these lines."""

    def say(id: str, needle: str, message: str, cure: str) -> Finding:
        return Finding(id, Severity.WARNING, source.find(needle, first, last), message, cure)

    for match in TIGHT_HEADING.finditer(text):
        yield say("heading-without-space", match[0], "A heading has a space after its signs, so learners see this as text.", f"Write `{match[1]} {match[2]}`.")
    lines = text.split("\n")
    if len(lines) > 1 and all(ROW.match(line) for line in lines):
        columns = lines[0].strip().strip("|").count("|") + 1
        yield say("table-without-rule", lines[0], "A table has a line of hyphens below its header, so learners see this as text.", f"Write `|{'---|' * columns}` below this line.")
    if match := NOTE.match(text):
        kind = match[1].upper() if match[1].upper() in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION") else "NOTE"
        yield say("unread-note", match[0], "Notes are not written like this here, so learners see the signs.", f"Write `> [!{kind}]`, and `> ` before each line of the note.")
