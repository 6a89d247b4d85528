"""Small slips that make a heading, a table or a note into plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tuokio.finding import Finding, Severity
from tuokio.read.source import Source

TIGHT_HEADING = re.compile(r"^(#{2,6})([^#\s].*)", re.M)
ROW = re.compile(r"\|.*\|\s*$")
TIGHT_ENTRY = re.compile(r"-[^\W\d_]")
BREAKS = ("  ", "\\")
"""How a line ends that is meant to be one of its own."""
PARTED_LINK = re.compile(r"(\[[^\[\]\n]{1,300}\])[ ]+(\((?:https?://|mailto:|#)[^()\s]+\)|\([^()\s:]+\.(?:md|html?|pdf|png|jpe?g|webp|svg|docx|xlsx|mp[34])(?:#[^()\s]*)?\))", re.I)
CODE = re.compile(r"(`+).*?\1", re.S)
NOTE = re.compile(r":{3,}\s*(\w*)")


def find_slips(source: Source, text: str, first: int, last: int) -> Iterator[Finding]:
    """Tell of what begins like a heading, a table or a note and is none; `text` stands on these lines."""

    def say(id: str, needle: str, message: str, cure: str) -> Finding:
        return Finding(id, Severity.WARNING, source.find(needle, first, last), message, cure)

    for match in TIGHT_HEADING.finditer(text):
        yield say("heading-without-space", match[0], "A heading has a space after its signs, so learners see this as text.", f"Write `{match[1]} {match[2]}`.")
    lines = text.split("\n")
    if tight := next((one for one, after in zip(lines, lines[1:], strict=False) if TIGHT_ENTRY.match(one) and TIGHT_ENTRY.match(after) and not one.endswith(BREAKS)), ""):
        yield replace(say("list-without-space", tight, "A list has a space after each hyphen, so these lines run together.", f"Write `- {tight[1:]}`. If it is no list, leave an empty line between the lines."), severity=Severity.HINT)
    if match := PARTED_LINK.search(text if "`" not in text else CODE.sub("", text)):
        yield say("unread-link", match[0], "There is a space between the brackets of this link, so learners see it as text.", f"Remove the space before `(`: `{match[1]}{match[2]}`.")
    if len(lines) > 1 and all(ROW.match(line) for line in lines):
        columns = lines[0].strip().strip("|").count("|") + 1
        yield say("table-without-rule", lines[0], "A table has a line of hyphens below its header, so learners see this as text.", f"Write `|{'---|' * columns}` below this line.")
    if match := NOTE.match(text):
        kind = match[1].upper() if match[1].upper() in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION") else "NOTE"
        yield say("unread-note", match[0], "Notes are not written like this here, so learners see the signs.", f"Write `> [!{kind}]`, and `> ` before each line of the note.")
