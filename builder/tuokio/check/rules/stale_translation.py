"""A translation follows an older wording of its source, or does not say which one it follows.

**Why.** Whoever learns in that language learns the rule as it was. Nothing on the page shows it, and
no other rule can see it: the translation is whole, only of another text.

**Subject:** languages. **Severity:** warning; hint where it does not say which wording it follows.

**Bad:** the source says 30 days since last week, and `02-kuitti.en.md` still says 14.
**Good:** mend the translation, then `tuokio translate mark 02-kuitti.en.md`. It notes in `translations.lock`
which wording of each step it was made of, three signs for each text.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course, Module
from tuokio.finding import Finding, Note, Severity, Span
from tuokio.following import FRONT
from tuokio.glossary import Glossary
from tuokio.prose import Markdown

MARK = "tuokio translate mark"


def check(course: Course) -> Iterator[Finding]:
    if course.following.fault:
        return  # nobody knows what is out of date, and that is told
    for edition in course.editions[1:]:
        if course.source.glossary and edition.glossary and edition.glossary is not course.source.glossary:
            yield from _check_glossary(edition.glossary, course.source.glossary, course)
        for module in (*edition.modules, *edition.banks):
            if not module.source or not module.source.worded:
                continue
            follows = course.following.steps(module.entry)
            if not follows:
                yield from _ask_for_mark(module, course)
            else:
                yield from _find_stale(module, follows)


def _ask_for_mark(module: Module, course: Course) -> Iterator[Finding]:
    signs = {step: _join(module, step) for step in dict.fromkeys(one.step for one in module.source.worded)}
    message = "Nothing says which wording of the source this follows, so a change there would go unnoticed here."
    yield from _unmarked(message, Span(module.path, module.head or 1), module.entry, {step: text for step, text in signs.items() if text.strip("_.")}, course)


def _unmarked(message: str, span: Span, entry: str, follows: dict[str, str], course: Course) -> Iterator[Finding]:
    if follows:
        fix = Note(course.following.path, entry, tuple(follows.items()), course.entries)
        yield Finding("unmarked-translation", Severity.HINT, span, message, "`tuokio check --fix` notes that it follows the source as it is now. Look first whether it does.", fix)


def _check_glossary(glossary: Glossary, source: Glossary, course: Course) -> Iterator[Finding]:
    follows = course.following.terms(glossary.language)
    if not follows:
        message = "Nothing says which explanations of the source this glossary follows, so a change there would go unnoticed here."
        yield from _unmarked(message, Span(glossary.path), glossary.entry, {term.name: term.sign for term in source.terms}, course)
        return
    spans = {term.name: term.span for term in glossary.terms}
    for term in source.terms:
        name, sign = follows.get(term.name, ("", ""))
        if sign and sign != term.sign:
            called = f"`{term.name}`, here `{name}`," if name else f"`{term.name}`"
            yield Finding("stale-translation", Severity.WARNING, spans.get(name) or Span(glossary.path), f"The explanation of {called} has changed in the source since this was written.", f"Look at `{source.path.name}`, mend what is here, then `{MARK} {glossary.path.name}`.")


def _join(module: Module, step: str) -> str:
    """Return the signs of a step as the source is now; what is still shown in the source's language follows nothing."""
    shown = {part.id for one in module.steps for part in one.parts if not isinstance(part, Markdown) and part.language == module.language}
    there = module.is_bank or step in (FRONT, *(one.id for one in module.steps if one.language == module.language))
    own = "".join(one.sign if there else "___" for one in module.source.worded if one.step == step and not one.block)
    inside = "".join(one.sign if one.block in shown else "___" for one in module.source.worded if one.step == step and one.block)
    return own + (f".{inside}" if inside else "")


def _find_stale(module: Module, old: dict[str, str]) -> Iterator[Finding]:
    steps = {step.id: step for step in module.steps}
    for id in dict.fromkeys(one.step for one in module.source.worded):
        parts = _name_changed(module, id, old.get(id, ""))
        step = steps.get(id)
        if not parts or id != FRONT and not module.is_bank and (step is None or step.language != module.language):
            continue  # a step that is not translated is shown as it is now
        span = module.span("title") if id == FRONT else next((part.span() for part in module.blocks if part.id == id), Span(module.path)) if module.is_bank else step.span
        what = "the module's front matter" if id == FRONT else f"question `{id}`" if module.is_bank else f"step `{id}`"
        yield Finding("stale-translation", Severity.WARNING, span if span.path == module.path else Span(module.path), f"The source of {what} has changed since this was translated{f': {_list(parts)}' if parts != [''] else ''}.", f"Look at `{module.source.path.name}`, mend the translation, then `{MARK} {module.path.name}`. Or `tuokio translate export {module.language}`.")


def _name_changed(module: Module, step: str, old: str) -> list[str]:
    """Return what of a step has changed since a translation was made: its own text (empty for what has no better name), or blocks; what never was translated has not."""
    own, _, inside = old.partition(".")
    texts = [one.sign for one in module.source.worded if one.step == step and not one.block]
    found = [_name_own(step, texts, _split(own))] if own and _differs(texts, own) else []
    if not inside:
        return found
    known = _split(inside)
    now = [one for one in module.source.worded if one.step == step and one.block]
    if not _differs([one.sign for one in now], inside):
        return found
    changed = dict.fromkeys(one.block for one in now if one.sign not in known)
    shown = {part.id for part in module.blocks if part.language == module.language}
    if blocks := [block for block in changed if block in shown]:
        return [*found, *([""] if module.is_bank else [f"block `{block}`" for block in blocks])]
    return found if changed or "___" in known else [*found, "a text of a block is gone"]


def _name_own(step: str, now: list[str], known: list[str]) -> str:
    if set(now) <= set(known):
        return "a text is gone" if len(now) < len(known) else "its texts stand in another order"
    return "its texts" if step == FRONT else "its text"


def _differs(now: list[str], old: str) -> bool:
    known = _split(old)
    return len(now) != len(known) or any(one != other and other != "___" for one, other in zip(now, known, strict=True))


def _split(signs: str) -> list[str]:
    return [signs[at : at + 3] for at in range(0, len(signs), 3)]


def _list(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
