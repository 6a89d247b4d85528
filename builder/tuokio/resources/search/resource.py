"""Search: an index of every step's words, in the form in which MiniSearch keeps its own, so that the browser only loads it.

A step has a word or has it not: how often tells little in a text of a minute, and counting cost more than all else here.
Words are indexed as they are written; which of them are forms of what a learner typed is found out in the browser (`forms.ts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from json import JSONEncoder, dumps
from typing import NamedTuple

from tuokio import resources
from tuokio.page import Page, Pages, RenderedEdition
from tuokio.settings import EXAM

FEWEST = 6  # steps; fewer are found by looking
STEPS = 1000  # numbers a module has for its steps, so that an edit of one leaves the others theirs
STRETCH = 32  # modules whose parts are joined, so that an edit joins few anew
WRITER = JSONEncoder(ensure_ascii=False, separators=(",", ":"))

WORD = re.compile(r"[^\W_][^\W_]+")
QUESTION = '<section class="item"'
TERM = re.compile(r'<button [^>]*class="term"[^>]*>([^<]*)</button>')
WITHIN = re.compile(r'<sup><a href="#/.*?</sup>|<a [^>]*class="note-back".*?</a>|</?(?:a|abbr|b|bdi|code|em|i|mark|s|small|span|strong|sub|sup|wbr)(?: [^>]*)?>', re.S)
OTHER = re.compile(r'<(?:(?:(button|select|svg|template|textarea|video|audio)\b|(p) (?:class="untranslated"|[^>]*\bhidden>)).*?</(?:\1|\2)>|[^>]*>)', re.S)


class Piece(NamedTuple):
    """A module's part of the index, as JSON without its brackets. Terms have the postings of its steps: `"3001":1,"3004":1`."""

    documents: list[str]
    lengths: list[str]
    stored: list[str]
    sizes: tuple[int, int]
    """How many different words its titles have in all, and its texts."""
    terms: tuple[dict[str, str], dict[str, str]]
    """By word, of titles and of texts."""


def collect(pages: Pages, edition: RenderedEdition) -> str | None:
    """Return the index as JSON text; None for a course of a few steps."""
    if sum(len(page.steps) for page in edition.pages) < FEWEST:
        return None
    stretches = (_index_stretch(pages, edition, first) for first in range(0, len(edition.pages), STRETCH))
    return write_index(chain(stretches, index_places(edition, len(edition.pages) * STEPS)))


def _index_stretch(pages: Pages, edition: RenderedEdition, first: int) -> Piece:
    """Return the part of the index of as many modules as are joined."""
    keep, listed = pages.kept.get, edition.pages[first : first + STRETCH]
    pieces = (keep(("search", edition.language, page.id), (page, number), lambda: index_page(page, number * STEPS)) for number, page in enumerate(listed, first))  # noqa: B023 – called at once
    return keep(("search", edition.language, first), (listed, first), lambda: join_pieces(pieces))


def index_page(page: Page, first: int) -> Piece:
    """Return a module's part of the index, its steps numbered from `first` on."""
    piece = Piece([], [], [], (0, 0), ({}, {}))
    titles = texts = 0
    for number, step in enumerate(page.steps, first):
        ahead = number == first
        title = f"{page.title} {step.title}" if ahead else step.title
        # What an exam asks is its own; of it only the name is found.
        text = "" if page.exam and step.id == EXAM else extract_text(step.html)
        if ahead:
            text = f"{extract_text(' '.join((page.why, *page.objectives)))} {text}"
        found = [list_words(field) for field in (title, text)]
        piece.documents.append(f'"{number}":{dumps(f"{page.id}/{step.id}")}')
        piece.stored.append(f'"{number}":{{"title":{WRITER.encode(step.title)}}}')
        piece.lengths.append(f'"{number}":[{len(found[0])},{len(found[1])}]')
        titles += len(found[0])
        texts += len(found[1])
        posting = f'"{number}":1'
        for terms, words in zip(piece.terms, found, strict=True):
            _add_postings(terms, dict.fromkeys(words, posting))
    return piece._replace(sizes=(titles, texts))


def join_pieces(pieces: Iterable[Piece]) -> Piece:
    """Return several parts of the index as one."""
    joined = Piece([], [], [], (0, 0), ({}, {}))
    sizes = [0, 0]
    for piece in pieces:
        for rows, more in zip(joined[:3], piece[:3], strict=True):
            rows += more
        for field in (0, 1):
            sizes[field] += piece.sizes[field]
            _add_postings(joined.terms[field], piece.terms[field])
    return joined._replace(sizes=(sizes[0], sizes[1]))


def _add_postings(terms: dict[str, str], found: dict[str, str]) -> None:
    """Put what was found later behind what is known of the same words."""
    known = terms.keys() & found.keys()
    again = {term: f"{terms[term]},{found[term]}" for term in known}
    terms |= found
    terms |= again


def index_places(edition: RenderedEdition, first: int) -> Iterator[Piece]:
    """Yield the index of what resources have for search, numbered from `first` on: pages that no module has."""
    for number, (place, title, text, language) in enumerate(resources.list_places(edition), first):
        found = [list_words(field) for field in (title, text)]
        stored = {"title": title, "text": text} | ({} if language == edition.language else {"language": language})
        yield Piece(
            [f'"{number}":{dumps(place)}'], [f'"{number}":[{len(found[0])},{len(found[1])}]'], [f'"{number}":{WRITER.encode(stored)}'],
            (len(found[0]), len(found[1])), tuple(dict.fromkeys(words, f'"{number}":1') for words in found),
        )


def list_words(text: str) -> set[str]:
    """Return the words of a text. What stands between spaces is looked at first, for most of it is a word."""
    words = set(text.lower().split())
    mixed = [piece for piece in words if len(piece) < 2 or not piece.isalnum()]
    words.difference_update(mixed)
    words.update(WORD.findall(" ".join(mixed)))
    return words


def extract_text(html: str) -> str:
    """Return the text of a step as a learner reads it before answering: of questions the stems alone. `excerpt.ts` does the same."""
    if QUESTION in html:
        prose, *questions = html.split(QUESTION)
        for question in questions:
            inside, _, after = question.partition("</form>")
            prose += inside.partition("<legend")[2].partition(">")[2].partition("</legend>")[0] + "\n" + after
        html = prose
    if 'class="term"' in html:
        html = TERM.sub(r"\1", html)
    text = OTHER.sub(" ", WITHIN.sub("", html)).replace("\u00ad", "")
    return unescape(text) if "&" in text else text


def write_index(pieces: Iterable[Piece]) -> str:
    """Return the index that MiniSearch would make of the same steps, as its `toJSON` writes it."""
    documents, lengths, stored = [], [], []
    sizes = [0, 0]
    postings: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    for piece in pieces:
        documents += piece.documents
        lengths += piece.lengths
        stored += piece.stored
        for field in (0, 1):
            sizes[field] += piece.sizes[field]
            found = postings[field]
            for term, posting in piece.terms[field].items():
                if term in found:
                    found[term].append(posting)
                else:
                    found[term] = [posting]
    titles, texts = postings
    count = len(documents)
    means = ",".join(repr(size / count) for size in sizes)
    rows = [
        f'{{"documentCount":{count},"nextId":{count * STEPS},"documentIds":{{{",".join(documents)}}},"fieldIds":{{"title":0,"text":1}},"fieldLength":{{{",".join(lengths)}}},'
        f'"averageFieldLength":[{means}],"storedFields":{{{",".join(stored)}}},"dirtCount":0,"index":['
    ]
    for at, term in enumerate(sorted(titles.keys() | texts.keys())):
        # Taken out as they are written: a large course is never whole in memory twice.
        fields = ",".join(f'"{field}":{{{",".join(found.pop(term))}}}' for field, found in enumerate(postings) if term in found)
        rows.append(f'{"," if at else ""}["{term}",{{{fields}}}]')
    return "".join((*rows, '],"serializationVersion":2}'))
