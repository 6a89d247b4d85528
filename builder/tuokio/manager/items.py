"""What the manager's page says of the questions whose figures it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from tuokio.page import Pages, RenderedEdition

QUESTION = re.compile(r'<section class="item"[^>]*data-item="([^"]+)".*?<legend[^>]*>(.*?)</legend>(.*?)</section>', re.S)
ABOUT = re.compile(r"<blockquote[^>]* data-about>(.*?)</blockquote>", re.S)
"""What a question is about, where that stands apart: the statement that is true or false."""
OPTION = re.compile(r'<li data-option="([^"]+)">\s*<label class="option"><input[^>]*><span>(.*?)</span></label>', re.S)
LONGEST = 160  # characters of a question


def list_items(pages: Pages, edition: RenderedEdition) -> dict[str, dict[str, Any]]:
    """Return the questions that a machine grades, by id: their text, revision and options (`Asked` in fared.ts)."""
    found: dict[str, dict[str, Any]] = {}
    for html, items in _list_questions(edition):
        for id, stem, rest in QUESTION.findall(html):
            about = items.get(id)
            if about and about.get("points") and not about.get("ungraded") and "draw" not in about:
                options = {option: _strip(text) for option, text in OPTION.findall(rest)}
                found[id] = {"text": _strip(" ".join([stem, *ABOUT.findall(rest)])), "rev": about["rev"]} | ({"options": options, "right": _find_right(about)} if options else {})
    return found


def _list_questions(edition: RenderedEdition) -> Iterator[tuple[str, dict[str, dict[str, Any]]]]:
    """Yield HTML, and what the browser knows of the questions in it."""
    for page in edition.pages:
        for step in page.steps:
            yield step.html, step.items
            for made in step.made.values():
                yield from ((question["html"], {id: question}) for id, question in made.items())
        if page.exam:
            yield from ((question["html"], {id: question}) for id, question in page.exam.own.items())
    for bank in edition.banks.values():
        yield from ((question["html"], {id: question}) for id, question in bank.items.items())


def _find_right(about: dict[str, Any]) -> list[str]:
    """Return the ids of parts that are marked as right, whatever a kind calls its parts."""
    parts = [part for value in about.values() if isinstance(value, list) for part in value if isinstance(part, dict)]
    return [part["id"] for part in parts if part.get("correct") and "id" in part]


def _strip(html: str) -> str:
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
