"""Every finding Tuokio can tell, each on a page of its own: in courses whose text has the fence ```findings, the handbook."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from tuokio.check.manual import ELSEWHERE, SUBJECTS, ManualPage, list_pages
from tuokio.page import Pages, RenderedEdition
from tuokio.read import markdown
from tuokio.read.gallery import FINDINGS

LANGUAGE = "en"
"""What the pages are written in, whatever the course is."""
NAME = "findings"


class Place(NamedTuple):
    """A page of a resource, as search finds it."""

    place: str
    title: str
    text: str
    language: str


def is_listed(edition: RenderedEdition) -> bool:
    """Say whether the course has the list of findings."""
    return any(FINDINGS in step.lists for page in edition.pages for step in page.steps)


def collect(pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:  # noqa: ARG001 – findings are those of the program
    """Return the findings by subject, and their pages as HTML; None for a course that does not list them."""
    if not is_listed(edition):
        return None
    say = edition.phrases("check").say
    subjects = [{"id": subject, "title": say(f"subject-{subject}"), "about": say(f"about-{subject}"), "names": [page.name for page in list_pages(subject)], "apart": subject in ELSEWHERE} for subject in SUBJECTS]
    return {"language": "" if edition.language == LANGUAGE else LANGUAGE, "subjects": [one for one in subjects if one["names"]], "pages": _typeset_all()}


def list_places(edition: RenderedEdition) -> list[Place]:
    """Return what search finds of it."""
    if not is_listed(edition):
        return []
    return [Place(f"-{NAME}/{page.name}", page.name, page.what.replace("`", ""), LANGUAGE) for subject in SUBJECTS for page in list_pages(subject)]


@cache
def _typeset_all() -> dict[str, dict[str, Any]]:
    return {page.name: _typeset(page) for subject in SUBJECTS for page in list_pages(subject)}


def _typeset(page: ManualPage) -> dict[str, Any]:
    """Return a page as HTML, with only what it has."""
    parts = {label: text for label, text in page.parts if label}
    more = [text for label, text in page.parts if not label]
    weight = parts.get("Severity", "")
    made = {
        "severity": page.severity.value,
        "what": _show(page.what),
        "more": [_show(text) for text in more],
        "why": _show(parts.get("Why", "")),
        "weight": _show(weight) if weight.rstrip(".") != page.severity.value else "",
        "source": _show(parts.get("Source", "")),
        "good": _show(parts.get("Good", "")),
        "bad": _show(parts.get("Bad", "")),
        "also": list(page.also),
        "stay": "mend" if page.is_always_error else "allow" if page.can_be_allowed else "",
    }
    return {key: value for key, value in made.items() if value}


def _show(text: str) -> str:
    """Return a paragraph of a docstring as HTML. It is one in whatever it begins with."""
    return markdown.parser(notes=False).renderInline(text, {"refs": [], "place": "", "say": str})
