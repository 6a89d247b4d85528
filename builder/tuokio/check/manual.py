"""A finding's manual page: the docstring of its rule, taken apart, and as text for a terminal."""

from __future__ import annotations

import inspect
import re
from functools import cache
from shutil import get_terminal_size
from textwrap import fill
from types import ModuleType
from typing import NamedTuple

from tuokio.check import list_names, list_rules, load_rule
from tuokio.finding import Severity, did_you_mean

SUBJECTS = ("questions", "conversations", "blocks", "text", "pictures", "keys", "files", "course", "languages", "brand", "publishing", "exchange")
"""What findings are about, in the order of the handbook's index. Each page says its own."""
ELSEWHERE = ("publishing", "exchange")
"""Subjects of commands of their own, where `allow` has no say."""
WIDEST = 96
"""Characters of a line, however wide the terminal is."""
BREAK = re.compile(r"\n\s*\n|\s+(?=\*\*(?:Why|Subject|Severity|Source|Bad|Good)[.:]\*\*)")
LABEL = re.compile(r"\*\*(Why|Subject|Severity|Source|Bad|Good)[.:]\*\*\s*")
PAIRED = ("Source:", "Good:")
"""What stands right below the paragraph before it."""


class ManualPage(NamedTuple):
    """What is to be known of a finding. All texts are Markdown of one paragraph."""

    name: str
    """That of its rule; further findings may share the page."""
    what: str
    subject: str
    """One of `SUBJECTS`."""
    severity: Severity
    """As a rule; a finding told in several places may be lighter in some."""
    parts: list[tuple[str, str]]
    """What follows, in order: `Why`, `Severity`, `Source`, `Bad`, `Good`, or nothing for a paragraph without a label."""
    also: tuple[str, ...] = ()
    """Findings of the same kind that this page is about, too."""

    @property
    def is_always_error(self) -> bool:
        """Whether it is heavy wherever it is told."""
        weight = next((text for label, text in self.parts if label == "Severity"), "")
        return self.severity is Severity.ERROR and not re.search(r"\b(warning|hint)\b", weight)

    @property
    def can_be_allowed(self) -> bool:
        """Whether `allow` in a course may silence it."""
        return not self.is_always_error and self.subject not in ELSEWHERE


@cache
def list_manual() -> dict[str, ModuleType]:
    """Return the rules by every name that has a page: their own, and those they say they are about, too (`ALSO`)."""
    rules = list_rules()
    return {name: rule for rule in rules.values() for name in getattr(rule, "ALSO", ())} | rules


def has_page(name: str) -> bool:
    """Say whether a finding has a page, without reading it."""
    return name in list_names() or name in list_manual()


def read_page(name: str) -> ManualPage | None:
    """Return the page of a finding; None where there is none."""
    rule = load_rule(name) if name in list_names() else list_manual().get(name)
    if rule is None:
        return None
    what, *others = (" ".join(paragraph.split()) for paragraph in BREAK.split(inspect.getdoc(rule) or ""))
    parts = [((label := LABEL.match(text)) and label[1] or "", LABEL.sub("", text, count=1)) for text in others]
    subject = next((text.rstrip(".") for label, text in parts if label == "Subject"), "")
    weight = next((text for label, text in parts if label == "Severity"), "")
    severity = next((one for one in Severity if weight.startswith(one)), Severity.WARNING)
    shown = [(label, text) for label, text in parts if label != "Subject"]
    return ManualPage(rule.__name__.rpartition(".")[2].replace("_", "-"), what, subject, severity, shown, tuple(getattr(rule, "ALSO", ())))


def list_pages(subject: str) -> list[ManualPage]:
    """Return the pages of a subject, each once: what stops a build first, in alphabetical order."""
    found = [page for page in _list_all() if page.subject == subject]
    return sorted(found, key=lambda page: (list(Severity).index(page.severity), page.name))


@cache
def _list_all() -> list[ManualPage]:
    return [page for name in list_names() if (page := read_page(name))]


def count_pages() -> dict[str, int]:
    """Return how many pages each subject has."""
    return {subject: len(list_pages(subject)) for subject in SUBJECTS}


def explain(id: str) -> str | None:
    """Return the page of a finding in lines of the terminal's width, or None where there is none."""
    manual = read_page(id)
    if manual is None:
        return None
    width = min(WIDEST, get_terminal_size().columns)
    page = f"{id}\n{'=' * len(id)}"
    for label, paragraph in [("", manual.what), *manual.parts]:
        text = re.sub(r"\*\*(.+?)\*\*", r"\1", f"{label}: {paragraph}" if label else paragraph)
        hang = "  " if label in ("Bad", "Good") else ""
        page += ("\n" if text.startswith(PAIRED) else "\n\n") + fill(text, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    if manual.is_always_error:
        return f"{page}\n\nAn error cannot be allowed: it has to be mended."
    if not manual.can_be_allowed:
        return page
    where = fill("If your text is right all the same, say so in the block, at the top of the module or in course.yaml, with your reason:", width)
    return f"{page}\n\n{where}\n\n  allow: {{{id}: Why it may stay.}}"


def suggest(id: str) -> str:
    """Say what one may have meant, if a name is near."""
    return did_you_mean(id, list_manual())
