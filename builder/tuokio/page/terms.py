"""Marks the terms of a glossary in typeset prose: each once a step, where it first stands.

A term is known by the roots of its words (`stems.py`), so that `kuitilla` is marked for `kuitti`; several words, each by its
own. Nothing is marked inside headings, links, code, captions, or what is in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from markupsafe import Markup

from tuokio.course import Module
from tuokio.finding import Finding, Severity
from tuokio.glossary import Glossary, Term
from tuokio.page.alphabet import letter, order
from tuokio.settings import FrontMatter
from tuokio.stems import find_roots, find_roots_of_entry, is_form

SHUT = frozenset("a abbr button code figcaption h1 h2 h3 h4 h5 h6 kbd label pre q samp summary svg sup sub th var".split())
"""Elements in which no term is marked: some are no prose, and in others a button could not be pressed."""
VOID = frozenset("br hr img input wbr".split())
SHUT_CLASS = re.compile(r'class="[^"]*\b(?:caption|markdown-alert-title|missing)\b|\slang="')
TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"]|"[^"]*")*)>')
WORD = re.compile(r"(?<!&)(?<!&#)(?<!\w)([^\W_](?:[\w\u00ad]|[-'’](?=\w))*)(?::[^\W\d_]{1,5}\b)?")
"""A word, hyphens inside it too, and what Finns and Swedes put behind an abbreviation: `ALV:n`. What follows an & is the name of a sign."""
BEFORE, AFTER = re.compile(r"(?:[(\[„“”'«»‘’/–—]|&quot;)+$"), re.compile(r"(?:[.,;:!?)\]“”'»«‘’…/–—]|&quot;)+")
"""Signs that stay in one line with the word they belong to: a button ends a line wherever it likes."""


@dataclass(eq=False)
class Phrase:
    """The words of a term, or of another form of it."""

    term: Term
    words: list[str]
    roots: list[frozenset[str]]
    between: list[str]
    """What stands before, between and after the words, as HTML; a space for any white space."""
    unlike: frozenset[str]
    """What looks like its first word and is none."""

    @property
    def is_bare(self) -> bool:
        """Whether it is one word without signs, so that the word is all there is to find."""
        return self.between == ["", ""]


@dataclass(eq=False)
class RenderedTerm:
    """A term as pages show it."""

    id: str
    name: str
    html: str
    """What it means, and what else to see."""
    letter: str
    """The heading under which an alphabetical list has it."""


@dataclass(eq=False)
class RenderedGlossary:
    """A glossary in alphabetical order, and what marks its terms."""

    language: str
    terms: dict[str, RenderedTerm]
    marker: Marker
    findings: list[Finding] = field(default_factory=list)
    lookups: Any = None

    def explain(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return the names of terms and HTML of what they mean; without those there are no more."""
        return {id: (self.terms[id].name, self.terms[id].html) for id in ids if id in self.terms}


class Marker:
    """Marks terms in prose of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self.language = glossary.language
        self.known = tuple((term.id, term.name, *term.forms, None, *term.unlike) for term in glossary.terms)
        """All that what it marks depends on."""
        self._phrases: dict[str, list[Phrase]] = {}
        """By the keys of their first words; the longest first."""
        self._met: dict[str, list[Phrase]] = {}
        for term in glossary.terms:
            for form in (term.name, *term.forms):
                if phrase := self._take_apart(term, form):
                    for key in {phrase.words[0].lower(), *phrase.roots[0]}:
                        self._phrases.setdefault(key, []).append(phrase)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    def mark(self, html: str, seen: list[str]) -> str:
        """Return prose with its terms marked, but for those already `seen` in the step; what is marked is seen from now on."""
        if not any(map(self._meet, set(WORD.findall(html)))):
            return html
        return "".join(self._mark_text(text, seen) if is_open else text for text, is_open in _cut(html))

    def _mark_text(self, text: str, seen: list[str]) -> str:
        words = list(WORD.finditer(text))
        marked, done, behind = [], 0, 0
        for at, word in enumerate(words):
            if at < behind or not (phrases := self._meet(word[1])):
                continue
            phrase = next((phrase for phrase in phrases if phrase.is_bare or self._stands(phrase, text, words[at : at + len(phrase.words)])), None)
            if phrase is None:
                continue
            behind = at + len(phrase.words)  # what was seen is still the term, so no shorter one is marked in it
            if phrase.term.id in seen:
                continue
            seen.append(phrase.term.id)
            start, end = word.start() - len(phrase.between[0]), words[behind - 1].end() + len(phrase.between[-1])
            before, after = BEFORE.search(text, done, start), AFTER.match(text, end)
            opening, closing = before[0] if before else "", after[0] if after else ""
            button = f'<button type="button" class="term" data-term="{phrase.term.id}" aria-expanded="false">{text[start:end]}</button>'
            marked += text[done : start - len(opening)], f'<span class="whole">{opening}{button}{closing}</span>' if opening or closing else button
            done = end + len(closing)
        return "".join([*marked, text[done:]])

    def _meet(self, word: str) -> list[Phrase]:
        """Return the phrases that may begin with a word, the longest first."""
        if word not in self._met:
            found: dict[int, Phrase] = {}
            bare = _bare(word)
            for key in (bare.lower(), *find_roots(bare, self.language)):
                found |= {id(phrase): phrase for phrase in self._phrases.get(key, ()) if self._is(word, phrase, 0) and bare.lower() not in phrase.unlike}
            self._met[word] = sorted(found.values(), key=lambda phrase: (-len(phrase.words), phrase.words[0].lower() != word.lower()))
        return self._met[word]

    def _stands(self, phrase: Phrase, text: str, run: list[re.Match[str]]) -> bool:
        """Say whether a phrase is a run of as many words, with its own signs around and between them."""
        before, *between, after = phrase.between
        if len(run) < len(phrase.words) or not text.startswith(after, run[-1].end()) or not text.endswith(before, 0, run[0].start()):
            return False
        gaps = (unescape(text[one.end() : other.start()]) for one, other in zip(run, run[1:], strict=False))
        return all(sign == (" " if gap.isspace() else gap) for gap, sign in zip(gaps, map(unescape, between), strict=True)) and all(self._is(word[1], phrase, number) for number, word in enumerate(run))

    def _is(self, word: str, phrase: Phrase, number: int) -> bool:
        """Say whether a word is one of a phrase, in whatever form."""
        bare, entry = _bare(word), phrase.words[number]
        if len(entry) > 1 and entry.isupper():  # IT is not it
            return bare == entry
        return bare.lower() == entry.lower() or not phrase.roots[number].isdisjoint(find_roots(bare, self.language)) and is_form(bare, entry, self.language)

    def _take_apart(self, term: Term, form: str) -> Phrase | None:
        html = escape(" ".join(form.split()))
        found = list(WORD.finditer(html))
        if not found:
            return None
        ends = [0, *(word.end() for word in found)]
        between = [html[end : word.start()] for end, word in zip(ends, found, strict=False)] + [html[ends[-1] :]]
        words = [word[1] for word in found]
        return Phrase(term, words, [find_roots_of_entry(word, self.language) for word in words], between, frozenset(word.lower() for word in term.unlike))


def render_glossary(glossary: Glossary, typesetter: Any, see: str) -> RenderedGlossary:
    """Typeset what the terms mean. `see` is said before the terms that help to understand another."""
    findings, lookups = typesetter.begin()
    home = Module("-glossary", "", glossary.path, FrontMatter(), glossary.language, names=glossary.names)
    names = {term.id: term.name for term in glossary.terms}
    terms = {}
    for term in sorted(glossary.terms, key=lambda term: order(term.name, glossary.language)):
        html = typesetter.text(term.means, home, f"/-glossary/{term.id}", term.span, term.last_line)
        others = ", ".join(f'<a href="#/-glossary/{id}">{escape(names[id])}</a>' for id in term.see)
        if others:
            html += f' <span class="see">{escape(see)} {others}</span>'
        terms[term.id] = RenderedTerm(term.id, term.name, Markup(html), letter(term.name, glossary.language))  # noqa: S704 – typeset with HTML off, or sanitised
    return RenderedGlossary(glossary.language, terms, Marker(glossary), findings, lookups)


def find_unused(glossary: Glossary, used: set[str]) -> Iterator[Finding]:
    """Tell of terms that are marked nowhere."""
    for term in glossary.terms:
        if term.id not in used:
            yield Finding("unused-term", Severity.HINT, term.span, f"No module's text has `{term.name}` in a form that is known for it, so it is only on the page of all terms.", f"If it is there in another form, add that: `{term.name}: {{means: …, forms: […]}}`. Headings, links, code and blocks do not count.")


def _cut(html: str) -> Iterator[tuple[str, bool]]:
    """Yield HTML in pieces, and of each whether it is text in which terms may be marked."""
    done, within, depth = 0, "", 0
    for tag in TAG.finditer(html):
        if done < tag.start():
            yield html[done : tag.start()], not within
        yield tag[0], False
        done, name = tag.end(), tag[2].lower()
        if within:
            depth += (name == within) * (-1 if tag[1] else 1)
            within = within if depth else ""
        elif not tag[1] and (name in SHUT or SHUT_CLASS.search(tag[3])) and name not in VOID:
            within, depth = name, 1
    yield html[done:], not within


def _bare(word: str) -> str:
    """Return a word without marks of hyphenation, and an abbreviation without an English plural's `s`."""
    plain = word.replace("\u00ad", "").replace("’", "'")
    short = re.sub(r"'?s$", "", plain)
    return short if len(short) > 1 and short.isupper() else plain
