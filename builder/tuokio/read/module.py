"""One Markdown file into a module: front matter and text, in the source language or as a translation of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from tuokio import words
from tuokio.course import ANSWERING, Contact, Module, Step
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.kept import fingerprint
from tuokio.prose import Markdown
from tuokio.read import markdown, yaml
from tuokio.read.block import Fence, Place
from tuokio.read.changes import gather_changes
from tuokio.read.exam import gather_exam
from tuokio.read.model import validate
from tuokio.read.source import Source
from tuokio.read.step import StepReader
from tuokio.read.translation import did_you_mean_id
from tuokio.settings import EXAM, FrontMatter

FRONT = re.compile(r"\A\s*?---[ \t\u00a0]*\n(.*?\n)?(?:---|\.\.\.)[ \t\u00a0]*(?:\n|\Z)", re.S)
SPOILT_FRONT = re.compile(r"\A\s*?(?P<mark>[-–—―−_=*…]{1,80})[ \t\u00a0]*\n(?:id|title|area|why|minutes|objectives|exam)[ \u00a0]*:", re.S)
"""Front matter whose three hyphens a word processor has made into something else."""
FROM_WORD = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,}).*?(?:^ {0,3}(?P=fence)[ \t]*$|\Z)|^(?P<mark>\s{0,3}(?:#{1,6}|[-*+]|\d+[.)]))\u00a0|^(?P<indent>\s*)(?:[•·▪●○◦‣\uf0b7\uf0a7\uf0d8](?=\s)|o(?=\t))", re.M | re.S)
"""What Word and AltGr+space leave at the start of a line: a no-break space after a mark, a bullet for a hyphen.
Fenced code matches first, as it stays what it is."""
LEFT_BY_WORD = (*"\u00a0•·▪●○◦‣\uf0b7\uf0a7\uf0d8", "o\t")
"""One of these is there if there is any of it."""
NUMBER = re.compile(r"^\d+(?:[-_. ]+|$)")
ALERTS = {kind: f"alert-{kind.lower()}" for kind in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")}

@dataclass(frozen=True)
class Circumstances:
    """What a module's text depends on besides itself; equal circumstances read the same text the same."""

    language: str
    values: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """The page's phrases that stand in a module's text."""
    html: bool = False
    confidence: bool | None = None
    service_model: tuple[tuple[str, str], ...] = ()
    """The steps of good service and what they are called."""
    contacts: tuple[tuple[str, Contact], ...] = ()
    """Who answers for what."""

    @cached_property
    def serial(self) -> str:
        """A digest of them all: a course has them once, and asks for each of its modules."""
        return fingerprint((self.language, self.values, self.words, self.html, self.confidence, self.service_model, self.contacts)).hex()

    @property
    def names(self) -> dict[str, Any]:
        """What the Markdown parser is told (its environment)."""
        say = words.Phrases(self.language, dict(self.words)).say
        return {"values": dict(self.values), "alerts": {kind: say(phrase) for kind, phrase in ALERTS.items()}}


def read_module(id: str, front: Front, around: Circumstances, findings: list[Finding], source: Module | None = None) -> Module:
    """Read a module, or the translation of `source`. Its blocks have only the ids their author gave them."""
    file, keys = front.source, front.keys
    values, say = dict(around.values), words.Phrases(around.language, dict(around.words)).say
    module = Module(id=id, title="", path=file.path, front=keys, language=around.language, locate=front.place.span if front.place else None, source=source)
    module.names, module.service_model, module.contacts = around.names, dict(around.service_model), dict(around.contacts)
    body = mend_line_starts(file.text.split("\n", front.line - 1)[-1] if front.line > 1 else file.text)
    tokens = markdown.parse(body, module.names, html=around.html)
    for label in (label for label, number in module.names.get("footnotes", {}).get("refs", {}).items() if number < 0):
        span = file.find(f"[^{label.removeprefix(':')}]:", front.line, len(body))
        findings.append(Finding("unused-note", Severity.HINT, span, "No text refers to this note, so learners do not see it.", f"Write [^{label.removeprefix(':')}] where it belongs, or remove it."))
    for name in dict.fromkeys(module.names.pop("unknown", [])):
        findings.append(_unknown_value(file.find("{{ " + name, front.line, len(body)), name, values))

    reader = StepReader(file, front.line - 1, module, say, findings, html=around.html)
    reader.read(tokens)
    confidence = (source.front if source else keys).confidence
    for block in module.blocks:
        block.inherit(confidence=around.confidence if confidence is None else confidence)
    module.names.pop("footnotes", None)  # typeset already

    def unknown(name: str) -> None:
        findings.append(_unknown_value(file.find(name, 1, front.line), name, values))

    if module.exam:
        gather_exam(module, say(EXAM))
    elif not tokens and not source:
        findings.append(Finding("empty-module", Severity.WARNING, Span(file.path), "There is nothing in this module yet, so learners open an empty page.", f"Write its text, or rename the file to `_{file.path.name}` and it is left out."))

    title = markdown.substitute(keys.title, values, unknown) or reader.heading
    module.title = title or (source.title if source else front.stem.replace("-", " ").replace("_", " ").strip().capitalize()) or id
    if module.steps and not module.steps[0].title:
        module.steps[0].title = module.title
    if source:
        _fit(module, source, findings)
    module.changes = gather_changes(module, findings)
    _introduce(module, findings)
    module.first = module.steps[0].id
    if front.line > 1:
        module.head = next(number for number, line in enumerate(file.lines, 2) if line.startswith("---"))
    time(module)
    return module


def time(module: Module) -> None:
    """Measure how long a module takes, from what is known of its blocks. A translation takes what its source does."""
    if not module.source:
        module.estimate = sum(step.estimate for step in module.steps) + ANSWERING * ((module.front.exam and module.front.exam.draw) or 0)
    module.minutes = module.source.minutes if module.source else module.front.minutes or measure(module.estimate)


def measure(estimate: float, more: int = 0) -> int:
    """Return the minutes to show for an estimate and so many questions more."""
    return max(1, ceil(estimate + ANSWERING * more))


def _fit(module: Module, source: Module, findings: list[Finding]) -> None:
    """Give a translation the source's steps and blocks, its own words where it has them."""
    for key in ("id", "area", "minutes", "exam"):
        if key in module.front.model_fields_set and getattr(module.front, key) != getattr(source.front, key):
            findings.append(Finding("translation-differs", Severity.WARNING, module.span(key), f"`{key}` is not as in the source, which holds for every language.", "Remove it here: a translation repeats only text."))
    for name in module.front.objectives:
        if name not in source.front.objectives:
            findings.append(Finding("not-in-source", Severity.WARNING, module.span("objectives", name), f"The source has no objective `{name}`, so it is left out.", did_you_mean_id(name, list(source.front.objectives))))
    theirs = {step.id: step for step in module.steps}
    ours = {step.id: step for step in source.steps}
    for id, step in theirs.items():
        if id not in ours:
            findings.append(Finding("not-in-source", Severity.WARNING, step.span, f"The source has no step `{id}`, so it is left out.", did_you_mean_id(id, list(ours))))
    translated = {block.source or block for step in module.steps if step.id in ours for block in step.parts if not isinstance(block, Markdown)}
    module.steps = []
    for id, step in ours.items():
        own = theirs.get(id)
        if own is None:
            module.steps.append(Step(id, step.title, step.span, step.language, [part for part in step.parts if part not in translated]))
        else:
            own.parts += [part for part in step.parts if not isinstance(part, Markdown) and part not in translated]
            module.steps.append(own)
    module.anchors = source.anchors | module.anchors
    module.headings = source.headings | module.headings


def _introduce(module: Module, findings: list[Finding]) -> None:
    """Let the module's own blocks meet it. What is wrong with them together is told in the source's language."""
    for block in module.blocks:
        if block.language == module.language:
            faults = [Finding(fault.id, fault.severity, block.span(*fault.at), fault.message, fault.cure) for fault in block.meet(module)]
            findings += faults if module.source is None else []


def mend_line_starts(text: str) -> str:
    """Return a text with the starts of its lines as they were meant before Word had them."""
    return FROM_WORD.sub(_mend_line_start, text) if any(sign in text for sign in LEFT_BY_WORD) else text


def _mend_line_start(match: re.Match[str]) -> str:
    if match["fence"]:
        return match[0]
    return f"{match['mark']} " if match["mark"] else f"{match['indent']}-"


def _unknown_value(span: Span, name: str, values: Iterable[str]) -> Finding:
    cure = did_you_mean(name, values) or f"Add `{name}` under `values:` in course.yaml, or write \\{{{{ for braces."
    return Finding("unknown-value", Severity.ERROR, span, f"`{name}` is not among the course's values.", cure)


@dataclass(frozen=True)
class Front:
    """The front matter of a file, and what is below it."""

    source: Source
    keys: FrontMatter
    line: int
    """The line on which the text begins."""
    place: Place | None = None
    """Where it stands; None where there is none that could be read."""

    def span(self, *path: str) -> Span:
        """Return the place of a value, or of the file if there is no front matter."""
        return self.place.span(path) if self.place else Span(self.source.path)

    @property
    def stem(self) -> str:
        """The file's name without its number."""
        return NUMBER.sub("", self.source.path.stem)


def read_front(source: Source, findings: list[Finding]) -> Front:
    """Read the front matter of a file; without one, all is left out."""
    match = FRONT.match(source.text)
    if match and match[1] and not re.match(r"\s*(#.*\n\s*)*[\w-]+\s*:", match[1]):
        return Front(source, FrontMatter(), 1)  # two rules with text between them
    if not match:
        if spoilt := SPOILT_FRONT.match(source.text):
            line = source.text.count("\n", 0, spoilt.start("mark")) + 1
            if spoilt["mark"] != "---":
                findings.append(Finding("front-matter-mark", Severity.WARNING, source.span(line, spoilt["mark"]), f"The front matter begins with `{spoilt['mark']}`, so it is shown as text.", "Write three hyphens on the line before the first key and on the one after the last: `---`."))
        first = source.text.lstrip("\n").split("\n", 2)
        if first[0].rstrip() == "---" and len(first) > 1 and re.match(r"[a-z]+:", first[1]):
            cure = "Write a line `---` after the last key."
            findings.append(Finding("front-matter-not-closed", Severity.ERROR, source.span(1), "The front matter begins but never ends.", cure))
        return Front(source, FrontMatter(), 1)
    fence = Fence("", match[1] or "", source.path, source.text.count("\n", 0, match.start(1)) if match[1] else 1, 0, "")
    document = yaml.parse(fence.text, source.path, findings, line=fence.line + 1)
    front = validate(FrontMatter, document, findings, what="a module's front matter", salvage=True) if document and document.data is not None else None
    return Front(source, front or FrontMatter(), match[0].count("\n") + 1, Place(fence, (), start=document.span()) if document else None)
