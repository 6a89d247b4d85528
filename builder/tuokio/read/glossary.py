"""`glossary.yaml`: a course's terms. `glossary.sv.yaml` is not its translation text by text, but the terms of that language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tuokio.course import Course, Edition
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.glossary import Glossary, Meaning, Term
from tuokio.kept import Kept
from tuokio.read import yaml
from tuokio.read.files import list_glossaries, tell_translations
from tuokio.read.markdown import BLOCKS
from tuokio.read.model import validate
from tuokio.read.module import Circumstances
from tuokio.read.source import Source, load
from tuokio.read.wording import sign

STEM = "glossary"
SHAPE = "Write each term on a line of its own: `receipt: It proves what was bought and when.`"


def read_glossaries(course: Course, around: Callable[[Edition], Circumstances], findings: list[Finding], kept: Kept) -> None:
    """Give each edition its glossary: its own, else the source's, which then marks only what is in that language too."""
    files = list_glossaries(course.folder, findings)
    own, translations = tell_translations(files, course.settings.languages, STEM, findings)
    found = {course.language: own[0]} if own else {}
    found |= {language: named[STEM] for language, named in translations.items() if STEM in named}
    for edition in course.editions:
        file = found.get(edition.language)
        source = load(file, findings) if file else None
        if source is None:
            edition.glossary = course.source.glossary
            continue
        circumstances = around(edition)
        edition.glossary, told = kept.get((STEM, file), (source.text, circumstances), lambda: _read(source, circumstances))  # noqa: B023 – called at once
        findings += told


def _read(source: Source, around: Circumstances) -> tuple[Glossary, list[Finding]]:
    findings: list[Finding] = []
    glossary = Glossary(source.path, around.language, names=around.names)
    document = yaml.parse(source.text, source.path, findings)
    if document is None:
        return glossary, findings
    if not document.data:
        findings.append(Finding("empty-glossary", Severity.HINT, Span(source.path), "There is no term in this glossary yet.", SHAPE))
        return glossary, findings
    if not isinstance(document.data, dict):
        findings.append(Finding("wrong-shape", Severity.WARNING, document.span(), f"A glossary is made of `term: explanation` lines, and this is a {'list' if isinstance(document.data, list) else 'text'}.", "Remove the hyphens. " + SHAPE if isinstance(document.data, list) else SHAPE))
        return glossary, findings
    taken: set[str] = set()
    meant: dict[str, Term] = {}
    wanted: list[tuple[Term, list[str]]] = []
    for name, value in document.data.items():
        meaning = _read_meaning(name, value, document, findings)
        if meaning is None:
            continue
        span = document.span((name,), key=True)
        if other := meant.get(_level(name)):
            findings.append(Finding("duplicate-term", Severity.WARNING, span, f"`{name}` is the same term as `{other.name}`, so it is left out.", "Write one explanation for both."))
            continue
        term = Term(make_unique(make_id(name, "term"), taken), name, _put_in_a_line(name, meaning.means, span, findings), span, meaning.forms, meaning.unlike, sign=sign(meaning.means))
        taken.add(term.id)
        meant[_level(name)] = term
        glossary.terms.append(term)
        wanted.append((term, meaning.see))
    for term, after in zip(glossary.terms, [*(term.span.line for term in glossary.terms[1:]), len(source.lines) + 1], strict=False):
        term.last_line = after - 1
        for form in list(term.forms):
            if (other := meant.setdefault(_level(form), term)) is not term:
                findings.append(Finding("duplicate-term", Severity.WARNING, document.span((term.name, "forms")), f"`{form}` is `{other.name}` already, so it is not counted as `{term.name}`.", "Leave it under one of the two."))
                term.forms.remove(form)
    for term, names in wanted:
        for name in names:
            if other := meant.get(_level(name)):
                term.see.append(other.id)
            else:
                cure = did_you_mean(name, [one.name for one in glossary.terms]) or "Write the term as it stands at the beginning of its line, or remove it here."
                findings.append(Finding("unknown-term", Severity.WARNING, document.span((term.name, "see")), f"The glossary has no term `{name}`.", cure))
    return glossary, findings


def _read_meaning(name: str, value: Any, document: yaml.Document, findings: list[Finding]) -> Meaning | None:
    """Return what stands behind a term, or None after a finding. A term without an explanation is left out, the others are kept."""
    if isinstance(value, str) and value.strip():
        return Meaning(means=value)
    if value is None or isinstance(value, str):
        findings.append(Finding("empty-explanation", Severity.WARNING, document.span((name,), key=True), f"`{name}` has no explanation, so it is left out.", "Say in a sentence what it means, or remove the line."))
        return None
    if not isinstance(value, dict):
        findings.append(Finding("wrong-shape", Severity.WARNING, document.span((name,)), f"The explanation of `{name}` reads as a list, so the term is left out.", "Write one text after the colon, in double quotes if it begins with a bracket."))
        return None
    return validate(Meaning, document, findings, at=(name,), data=value, what="a term", salvage=True)


def _put_in_a_line(name: str, means: str, span: Span, findings: list[Finding]) -> str:
    """Return an explanation as one paragraph: it opens in the middle of a sentence."""
    line = " ".join(means.split())
    if BLOCKS.search(means.strip()):
        findings.append(Finding("long-explanation", Severity.HINT, span, f"The explanation of `{name}` has several paragraphs or a list, and it is shown as one paragraph.", "Keep it to a sentence or two, and link to a module that tells the rest."))
    return re.sub(r"^(\d*)([-+*>#|.)])", r"\1\\\2", line) if BLOCKS.search(line) else line


def _level(term: str) -> str:
    return " ".join(term.split()).casefold()
