"""XML from strangers into plain nodes that know their lines: the room's door to defusedxml.

A document type is refused, and with it every entity, be it a bomb or a way to somebody's files. Depth and number are bounded.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError, errors

from tuokio.exchange.original import read_text
from tuokio.finding import Finding, Severity, Span
from tuokio.text import clean

DEEPEST, MOST = 24, 20_000
"""Levels, and elements of one question."""
BLOCK = 1 << 18
"""Bytes at a time, so that no more than a few questions are in memory."""
DECLARED = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,31});")


class Node:
    """One element: its attributes, its text and the elements in it."""

    __slots__ = ("attributes", "children", "line", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag, self.attributes, self.line = tag, attributes, line
        self.text = ""
        self.children: list[Node] = []

    def find(self, tag: str) -> Node | None:
        """Return the first child of a name."""
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def all(self, tag: str) -> list[Node]:
        """Return the children of a name."""
        return [child for child in self.children if child.tag == tag]

    def say(self, *tags: str) -> str:
        """Return the text of the first child of the first of these names that is there; children are asked for their `text` too."""
        for tag in tags:
            if child := self.find(tag):
                inner = child.find("text")
                return (inner or child).text.strip()
        return ""

    def walk(self) -> Iterator[Node]:
        """Yield this and all that is in it."""
        yield self
        for child in self.children:
            yield from child.walk()


class _TooMuch(Exception):  # noqa: N818 – never leaves this file
    pass


def parse(file: bytes, path: Path, findings: list[Finding]) -> Iterator[Node]:
    """Yield what stands in the root of an XML file, one after the other, as far as it can be read; a finding tells where that ends."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    text = _decode(file, path, findings)
    if text is None:
        return
    ready: list[Node] = []
    stack = [Node("", {}, 1)]
    grown = 0
    defused = DefusedXMLParser(forbid_dtd=True)
    parser: Any = defused.parser  # its guards stay; only what builds the tree is ours, for the lines and for speed

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal grown
        grown += 1
        if len(stack) > DEEPEST or grown > MOST:
            raise _TooMuch
        node = Node(tag.partition("}")[2] if "}" in tag else tag, attributes, parser.CurrentLineNumber)
        stack[-1].children.append(node)
        stack.append(node)

    def end(tag: str) -> None:
        nonlocal grown
        node = stack.pop()
        if len(stack) == 2 or len(stack) == 1 and node.tag == "question":
            stack[-1].children.clear()
            ready.append(node)
            grown = 0

    def data(text: str) -> None:
        stack[-1].text += text

    parser.ordered_attributes, parser.buffer_text, parser.buffer_size = False, True, BLOCK
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler, parser.DefaultHandlerExpand = start, end, data, None
    raw = text.encode()
    for at in range(0, len(raw) + 1, BLOCK):
        amiss = True
        try:
            parser.Parse(raw[at : at + BLOCK], at + BLOCK > len(raw))
            amiss = False
        except DefusedXmlException:
            findings.append(Finding("xml-doctype", Severity.ERROR, Span(path, parser.CurrentLineNumber), "The file begins with a document type or entities of its own, which can hide anything, so it is not read.", "Moodle writes none. Export the questions anew, or remove the line with `<!DOCTYPE`."))
        except _TooMuch:
            findings.append(Finding("deep-nesting", Severity.ERROR, Span(path, parser.CurrentLineNumber), f"Elements stand more than {DEEPEST} levels deep, or {MOST:,} in one question, as in no file of Moodle's.", "Export the questions anew."))
        except ExpatError as error:
            _tell(error, text, path, findings)
        yield from ready
        ready.clear()
        if amiss:
            return


def _decode(file: bytes, path: Path, findings: list[Finding]) -> str | None:
    """Return the text as it says itself that it is written, else as text files are read."""
    declared = DECLARED.match(file)
    name = declared[1].decode().lower() if declared else "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = "utf-8"
    if known in ("utf-8", "ascii") or known.startswith("utf-16"):
        text = read_text(file, path, findings)
    else:
        text = clean(file.decode("cp1252" if known == "iso8859-1" else known, "replace"))  # what calls itself Latin 1 is mostly Windows' own
    if text is None:
        return None
    text = DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), text, count=1)
    return NAMED.sub(_entity, text) if "&" in text else text


def _entity(match: re.Match[str]) -> str:
    """Return the sign of a name that is HTML's, where XML does not know it; in CDATA it stays HTML's business."""
    from html import unescape

    sign = unescape(match[0])
    return match[0] if sign == match[0] or sign in "<>&" else sign


def _tell(error: ExpatError, text: str, path: Path, findings: list[Finding]) -> None:
    line = text.split("\n")[error.lineno - 1] if error.lineno <= text.count("\n") + 1 else ""
    reason = {
        errors.codes[errors.XML_ERROR_NO_ELEMENTS]: "There is no XML in this file.",
        errors.codes[errors.XML_ERROR_TAG_MISMATCH]: "An element ends here that is not the last one that began.",
        errors.codes[errors.XML_ERROR_UNCLOSED_TOKEN]: "The file breaks off here.",
        errors.codes[errors.XML_ERROR_UNCLOSED_CDATA_SECTION]: "A text begins here with `<![CDATA[` and never ends.",
        errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]: "Here is a name between `&` and `;` that XML does not know.",
    }.get(error.code, "Here is something that XML does not allow.")
    if error.lineno > text.count("\n") and error.code == errors.codes[errors.XML_ERROR_NO_ELEMENTS]:
        reason = "The file breaks off before its end."
    findings.append(Finding("broken-xml", Severity.WARNING, Span(path, error.lineno, min(error.offset, len(line)) + 1), f"{reason} Questions before it were read, those after it were not.", "Export the questions anew; if the file was edited by hand, put `&amp;` for & and `&lt;` for <."))
