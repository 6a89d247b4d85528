"""The page of all terms: what they mean, and where they are met."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition


def collect(pages: Pages, edition: RenderedEdition) -> Any:
    """Return the terms in alphabetical order, each with the steps in which it is marked; None without a glossary."""
    glossary = edition.glossary
    if not glossary or not glossary.terms:
        return None
    met: dict[str, list[tuple[str, str, str]]] = {id: [] for id in glossary.terms}
    for page in edition.pages:
        if page.language == glossary.language:
            for step in page.steps:
                for id in step.terms:
                    met[id].append((page.id, step.id, page.title if step.title == page.title else f"{page.title} – {step.title}"))
    terms = [{"id": term.id, "name": term.name, "letter": term.letter, "html": term.html, "met": met[term.id]} for term in glossary.terms.values()]
    return {"terms": terms} if glossary.language == edition.language else {"terms": terms, "language": glossary.language}
