"""The text of an author's file, whatever program saved it: decoded, and rid of what nobody can see.

What is left out or put right here is never meant: a byte-order mark in the middle of a file, a zero-width space
pasted from a web page, Word's own line breaks, an `ä` written as an `a` and its dots. A line stays the same line;
a column may move by what was left out before it, which `find_column` undoes.
"""

from __future__ import annotations

import codecs
import re
from unicodedata import is_normalized, normalize

WIDTHLESS = re.compile("[\ufeff\u200b]|^[\x0b\x0c]+|^[ \t]*[\u00ad\u200e\u200f\u2060]+(?=[ \t]*(?:[-#>|`~*+]|\\d+[.)]|[a-z_]+:))", re.M)
"""What has no width and is not needed; the marks of a script's direction only where they hide a sign at the start of a line."""
BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line and page breaks that only word processors know; YAML would count some of them as lines."""
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that nobody types and YAML refuses."""
SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u2060\ufeff\ufffe\uffff]")
"""Any of those."""
LEGACY = "cp1252"
"""What western Windows programs write when they do not write UTF-8."""


def decode(data: bytes) -> str:
    """Return the text of a file as it was typed. UnicodeDecodeError if it is neither UTF-8 nor marked as UTF-16."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    return data.decode("utf-8")


def encode(text: str, like: bytes) -> bytes:
    """Return a changed text as the file it came from was written."""
    if like.startswith(codecs.BOM_UTF16_LE):
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    if like.startswith(codecs.BOM_UTF16_BE):
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def clean(text: str) -> str:
    """Return a text with line ends as `\n`, letters in one piece, and nothing that has no width or no meaning."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", " ").replace("\t", " ").isprintable() or not SUSPECT.search(text):  # as nearly every text; what is suspect does not print
        return text if is_normalized("NFC", text) else normalize("NFC", text)
    text = WIDTHLESS.sub(lambda match: re.sub(r"[^ \t]", "", match[0]), text)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return CONTROL.sub(" ", BREAKS.sub(" ", text))


def find_column(line: str, column: int) -> int:
    """Return where the column (from 1) of a clean line is in the line as it stands in the file."""
    if clean(line) == line:
        return column
    return next((at + 1 for at in range(len(line) + 1) if len(clean(line[:at])) >= column - 1), len(line) + 1)
