"""The terms of a glossary. Languages cut the world in other pieces, so which term goes with which is noted, and need not be."""

from __future__ import annotations

from tuokio.course import Course
from tuokio.following import Signs
from tuokio.glossary import Glossary
from tuokio.read.places import find_places
from tuokio.translate.text import State, Text, Told
from tuokio.translate.written import write_key, write_scalar, write_tree

PREFIX = "glossary"


def _find_own(course: Course, language: str) -> Glossary | None:
    edition = next((one for one in course.editions[1:] if one.language == language), None)
    return edition.glossary if edition and edition.glossary is not course.source.glossary else None


def list_texts(course: Course, language: str) -> list[Text]:
    """Return the terms of a course and their explanations. A glossary that somebody wrote by hand says for itself what it has; of it only what has changed or come since is told."""
    source, own, follows = course.source.glossary, _find_own(course, language), course.following.terms(language)
    if source is None or own and not follows:
        return []
    theirs = {term.name: term.means for term in own.terms} if own else {}
    found = []
    for term in source.terms:
        name, noted = follows.get(term.name, ("", "")) if own else ("", "")
        if noted and not name and noted == term.sign:
            continue
        state = State.NEW if not noted else State.DONE if noted == term.sign else State.CHANGED
        means = theirs.get(name, "")
        found.append(Text(f"{PREFIX}/{term.id}/term", source.path.name, f"Term `{term.name}`", term.name, name, State.DONE if name else State.NEW, "term"))
        found.append(Text(f"{PREFIX}/{term.id}/means", source.path.name, f"Explanation of `{term.name}`", term.means, means, state if means or state is State.CHANGED else State.NEW, "means"))
    return found


def write_glossary(text: str, course: Course, language: str, told: dict[str, Told]) -> tuple[str, dict[str, Signs]]:
    """Return the glossary of a language with the terms that came, and what it follows then. A term without an explanation waits for it."""
    own = _find_own(course, language)
    follows = dict(course.following.terms(language)) if own else {}
    theirs = {term.name: term.means for term in own.terms} if own else {}
    for term in course.source.glossary.terms:
        name, means = told.get(f"{PREFIX}/{term.id}/term"), told.get(f"{PREFIX}/{term.id}/means")
        if not name and not means:
            continue
        before = follows.get(term.name, ("", ""))[0]
        called = name.text if name else before
        if not called or not means and called not in theirs and before not in theirs:
            continue
        text = _write_term(text, before or called, called, means.text if means else theirs.get(called) or theirs[before], theirs)
        follows[term.name] = (called, means.sign if means else follows.get(term.name, ("", term.sign))[1] or term.sign)
    return text, _note(follows)


def _write_term(text: str, before: str, called: str, means: str, theirs: dict[str, str]) -> str:
    values, keys = find_places(text)
    if before not in theirs or (before,) not in keys:
        line = "\n".join(write_tree({called: means}))
        return text + ("" if not text or text.endswith("\n") else "\n") + f"{line}\n"
    place = values.get((before, "means"), values[before,])
    key = keys[before,]
    text = text[: place.start] + write_scalar(means, place.column, flow=place.flow) + ("\n" if place.style in ("|", ">") else "") + text[place.end :]
    return text[: key.start] + write_key(called) + text[key.end :] if called != before else text


def mark(course: Course, language: str) -> dict[str, Signs]:
    """Return a note that a glossary follows all terms of the source as they are now."""
    follows = course.following.terms(language)
    return _note({term.name: (follows.get(term.name, ("", ""))[0], term.sign) for term in course.source.glossary.terms}) if course.source.glossary else {}


def _note(follows: dict[str, tuple[str, str]]) -> dict[str, Signs]:
    return {term: (name, sign) if name else sign for term, (name, sign) in follows.items()}
