"""Strict YAML that stays what the author typed and knows where every value stands.

YAML 1.1 turns the Finnish word `on` into true, `8:30` into 510 and `1.10` into 1.1; it lets a
key appear twice and a few hundred bytes unfold into gigabytes. So scalars here are always text
(a model decides what is a number), and duplicate keys, aliases, tags and deep nesting are
findings. The tree is built from parser events, which carry positions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tuokio.finding import Finding, Insertion, Severity, Span
from tuokio.read.riddle import ESCAPE, explain, explain_comma, quote
from tuokio.read.rows import read_rows
from tuokio.read.tree import Mapping, Sequence

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml is about 8 times as fast
DEEPEST = 20

# `{{ name }}` would read as a mapping. Same-length stand-ins keep every position true.
VALUE = re.compile(r"(?<!\\)\{\{(\s*[\w-]+\s*)\}\}")
HARD_SPACES = re.compile(r"^[ \u00a0]*(?:-[ \u00a0]+)*(?:[\w-]+:[ \u00a0]+)?", re.M)
"""Where Word and AltGr+space leave no-break spaces that can only be meant as spaces."""
TYPESET = re.compile(
    r"""^(?P<indent>[ ]*)(?P<dash>[–—•·▪\uf0b7])(?=[ ]+(?:[a-z_]+:[ ]))   # a list mark that a word processor made of a hyphen
    |   ^(?P<before>[ ]*(?:-[ ]+)?)(?P<open>[“”„‟‘’‚‛])(?P<key>[\w-]+)[“”„‟‘’‚‛](?=[ ]*:)   # a key in curly quotation marks
    |   (?P<colon>(?<=[a-z])：)(?=[ ])   # a colon of East Asian width
    |   (?P<tail>(?<![ \u00a0])[ \u00a0]+)$""",
    re.M | re.X,
)
"""What a word processor makes of signs that mean something here. Only where nothing else can be meant: a Finnish line of
dialogue begins with a dash too."""
MIXED = re.compile(r"""^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:(?P<curly>[“”„][^"\n]*")|(?P<straight>"(?:[^"“”\n\\]|\\.)*[“”]))[ ]*$""", re.M)
"""A text that begins with one kind of quotation mark and ends with another."""
OPEN, CLOSE = "\ue000\ue000", "\ue001\ue001"


def show_values(text: str) -> str:
    """Return a text with its `{{ name }}` as written, and not with what stands in for them while YAML reads."""
    return text.replace(OPEN, "{{").replace(CLOSE, "}}") if OPEN in text else text


@dataclass
class Document:
    """Parsed YAML and the means to point into it."""

    path: Path
    data: Any
    line: int = 1
    """The file's line on which the YAML text begins."""
    indent: int = 0
    lines: list[str] = field(default_factory=list)
    hollow: bool = False
    """Some key has no value."""

    def span(self, path: tuple[str | int, ...] = (), *, key: bool = False) -> Span:
        """Return the place of the value (or key) under `path`, or of its nearest known parent."""
        node, mark, home = self.data, (0, 0, 1), self
        for step in path:
            at = None
            if isinstance(node, Mapping):
                at = node.at.get(str(step))
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                at = node.at[step]
            if at is None:
                break
            mark, node, home = at[0 if key else 1], node[step], at[2] or home
        line, column, length = mark
        if isinstance(node, dict | list) and not key and line < len(home.lines):
            length = _measure(home.lines[line].rstrip()[column:])
        return Span(home.path, home.line + line, home.indent + column + 1, max(1, length))

    def cut(self, mapping: Any, key: str) -> tuple[str, str]:
        """Return which key of a mapping has a text that goes on in `key` after a comma, and that whole text; empty where it is not known."""
        return find_cut(mapping, mapping.at[key][0], self.lines) if isinstance(mapping, Mapping) else ("", "")


def _measure(text: str) -> int:
    """Return how long the list or mapping is that a line's rest begins with: to its closing bracket, if that is here."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader) if text[:1] in ("[", "{") else ():
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if not depth and isinstance(event, yaml.CollectionEndEvent):
                return int(event.end_mark.column)
    except yaml.YAMLError:
        pass
    return len(text)


class _Refusal(Exception):
    def __init__(self, id: str, message: str, cure: str, event: yaml.Event) -> None:
        super().__init__(message)
        self.id, self.message, self.cure, self.mark = id, message, cure, event.start_mark
        self.length = max(1, event.end_mark.column - event.start_mark.column) if event.end_mark.line == event.start_mark.line else 1


def parse(text: str, path: Path, findings: list[Finding], *, line: int = 1, indent: int = 0) -> Document | None:
    """Parse YAML text that begins on `line` of a file; None after a finding if it cannot be read.

    Where a ` #` ends a text, a hint says that the rest is taken for a remark.
    """
    if "{{" in text:
        text = VALUE.sub(lambda match: OPEN + match[1] + CLOSE, text)
    if "\u00a0" in text:
        text = HARD_SPACES.sub(lambda match: match[0].replace("\u00a0", " "), text)
    if not text.isascii():
        text = TYPESET.sub(set_straight, text)
    lines = [*text.split("\n"), ""]  # libyaml may end a text on the line after the last

    def point(id: str, message: str, cure: str, at_line: int, column: int, length: int = 1, severity: Severity = Severity.ERROR, *, quotable: bool = False) -> None:
        span = Span(path, line + at_line, indent + column + 1, length)
        fix = None
        if quotable and (quoted := quote(lines, at_line)) and column >= quoted[0]:
            fix = Insertion(path, line + at_line, indent + quoted[0] + 1, show_values(quoted[2]), quoted[1])
        findings.append(Finding(id, severity, span, show_values(message), show_values(cure), fix))

    def remark(at_line: int, column: int) -> None:
        # One space before the # is how text looks; a remark is usually set off further.
        if re.match(r" #(?! )| # \S+$", lines[at_line][column:]):
            point("text-cut-by-remark", "From `#` on this is a remark, and learners do not see it.", "Put the whole text in double quotes, or set the remark off with two spaces.", at_line, column + 1, len(lines[at_line].rstrip()) - column - 1, Severity.HINT)

    if not text.isascii() and (match := MIXED.search(text)):
        kind, at = ("curly", match.start("curly")) if match["curly"] else ("straight", match.start("straight"))
        at_line, column = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
        says = "A text begins with one kind of quotation mark and ends with another."
        cure = f'Use the straight mark at both ends: "{match[kind][1:-1]}". Or leave both out.'
        point("mixed-quotes", says, cure, at_line, column, len(match[kind]), Severity.HINT if kind == "curly" else Severity.ERROR)
        if kind == "straight":
            return None

    if (data := read_rows(text, lines, DEEPEST)) is not None:
        return Document(path, data, line, indent, lines)
    try:
        hollow: list[str] = []
        data = _read(iter(Loader(text).get_event, None), lines, remark if "#" in text else None, hollow, valued=OPEN[0] in text or CLOSE[0] in text)
    except _Refusal as refusal:
        point(refusal.id, refusal.message, refusal.cure, refusal.mark.line, refusal.mark.column, refusal.length)
        return None
    except yaml.MarkedYAMLError as error:
        unclosed = "quoted scalar" in (error.context or "") and not ESCAPE.search(error.problem or "") or "',' or" in (error.problem or "") and error.context_mark.line < error.problem_mark.line
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        at_line, column = (mark.line, mark.column) if mark else (0, 0)
        if at_line > (last := len("\n".join(lines).rstrip().split("\n")) - 1):  # only here is noticed that something does not end
            at_line, column = _find_open(text) or (last, max(0, len(lines[last].rstrip()) - 1))
            error.problem = "expected ',' or" if lines[at_line][column : column + 1] in ("[", "{") else error.problem
        at_line, column, message, cure = explain(error.problem or "", at_line, column, lines)
        point("unreadable-yaml", message, cure, at_line, column, quotable=re.match(r"Put the (?:whole )?text in (?:straight )?(?:double )?quotes", cure) is not None)
        return None
    except yaml.YAMLError as error:
        at = text.find(chr(getattr(error, "character", 0) or 0))
        at_line = text.count("\n", 0, max(0, at))
        point("unreadable-yaml", "There is a character here that YAML does not allow.", "Delete the invisible character.", at_line, 0)
        return None
    return Document(path, data, line, indent, lines, bool(hollow))


def _find_open(text: str) -> tuple[int, int] | None:
    """Return line and column of the bracket that is opened last and never closed."""
    opened: list[yaml.Mark] = []
    try:
        for token in yaml.scan(text, Loader=yaml.BaseLoader):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and opened:
                opened.pop()
    except yaml.YAMLError:
        pass
    return (opened[-1].line, opened[-1].column) if opened else None


def _read(events: Iterator[yaml.Event], lines: list[str], remark: Callable[[int, int], None] | None, hollow: list[str], *, valued: bool) -> Any:
    """Build the tree. An empty text is None, and its key goes to `hollow`. `remark` is told where a plain text ends before a `#`.

    Every value of a course passes through this loop, so it asks for an event's exact type and keeps
    its state in plain variables: that halves what reading costs. `valued` says that signs stand in for braces somewhere.
    """
    root: Any = None
    stack: list[tuple[Any, bool]] = []  # the containers around this one, and whether they are mappings
    container: Any = None
    key: str | None = None
    key_at = (0, 0, 1)
    documents, keyed = 0, False  # so many were begun; the container is a mapping
    scalar, mapping = yaml.ScalarEvent, yaml.MappingStartEvent

    for event in events:
        kind = type(event)
        if kind is scalar:
            if event.anchor or event.tag:
                _refuse_tricks(event)
            start, end, value = event.start_mark, event.end_mark, show_values(event.value) if valued else event.value
            line, column, last = start.line, start.column, end.line
            plain = not event.style
            if plain and remark and "#" in lines[last][end.column :] and value not in ("", "~"):
                remark(last, end.column)
            here = (line, column, end.column - column if last == line else len(lines[line].rstrip()) - column if line < len(lines) else 1)
            if keyed and key is None:
                if plain and value == "~":
                    value = ""
                if value in container:
                    if lines[last][end.column :].lstrip()[:1] in (",", "}"):  # `{a: 9,90 €, b: 19,90 €}`
                        raise _Refusal(*explain_comma(value, *find_cut(container, here, lines)), event)
                    raise _Refusal("duplicate-key", f"`{value}` is here twice.", "Keep one of them.", event)
                key, key_at = value, here
                continue
            if plain and (not value or value == "~"):
                value = None
                hollow.append(key or "")
        elif kind is mapping or kind is yaml.SequenceStartEvent:
            _refuse_tricks(event)
            if len(stack) >= DEEPEST:
                raise _Refusal("deep-nesting", f"This is nested more than {DEEPEST} levels deep.", "Make it flatter.", event)
            if keyed and key is None:
                raise _Refusal("unreadable-yaml", "A key must be a word.", "Put the text in double quotes.", event)
            line, column = event.start_mark.line, event.start_mark.column
            here = (line, column, event.end_mark.column - column if event.end_mark.line == line else len(lines[line].rstrip()) - column)
            value = Mapping() if kind is mapping else Sequence()
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            container, keyed = stack.pop()
            continue
        elif kind is yaml.AliasEvent:
            raise _Refusal("yaml-alias", "`*` at the start of a value means a YAML alias.", "Put the text in double quotes.", event)
        else:
            documents += kind is yaml.DocumentStartEvent
            if documents > 1:
                raise _Refusal("unreadable-yaml", "`---` begins a second document here.", "Remove the line `---`. Several questions are a list: each begins with `- `.", event)
            continue
        if key is not None:
            container[key] = value
            container.at[key] = (key_at, here, None)
            key = None
        elif container is not None:
            container.append(value)
            container.at.append((here, here, None))
        else:
            root = value
        if kind is not scalar:
            stack.append((container, keyed))
            container, keyed = value, kind is mapping
    return root


def find_cut(container: Mapping, here: tuple[int, int, int], lines: list[str]) -> tuple[str, str]:
    """Return the last key that has a value, and what was meant as its text if a comma has cut it: all from there to the end of `here`."""
    line, column, length = here
    before = [key for key, value in container.items() if isinstance(value, str) and container.at[key][1][:2] < (line, column)]
    key = before[-1] if before else ""
    if not key or container.at[key][1][0] != line:
        return key, ""
    text = lines[line][container.at[key][1][1] : column + length]
    return key, "" if text[0] in "\"'" else text


def set_straight(match: re.Match[str]) -> str:
    """Return what a word processor made its signs of, as long as before."""
    if match["dash"]:
        return f"{match['indent']}-"
    if match["key"]:
        return f'{match["before"]}"{match["key"]}"'
    return ":" if match["colon"] else " " * len(match["tail"])


def _refuse_tricks(event: Any) -> None:
    if event.anchor:
        raise _Refusal("yaml-alias", "`&` at the start of a value means a YAML anchor.", "Put the text in double quotes.", event)
    if event.tag:
        raise _Refusal("yaml-tag", "`!` at the start of a value means a YAML tag.", "Put the text in double quotes.", event)
