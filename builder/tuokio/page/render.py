"""Course → pages: every module's steps as HTML, for the screen and for paper, in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from tuokio import words
from tuokio.course import Course, Edition, Module
from tuokio.finding import Finding
from tuokio.kept import Kept, Store, Wanted, fingerprint
from tuokio.page.environment import Compiled, environment, speak
from tuokio.page.pages import Page, Pages, RenderedEdition
from tuokio.page.press import Press, Typesetter
from tuokio.page.terms import RenderedGlossary, find_unused, render_glossary
from tuokio.page.theme import Theme, make_theme
from tuokio.page.view import Views


def render(course: Course, typesetters: list[Typesetter], files: dict[str, Path], findings: list[Finding], kept: Kept, shelf: Path | None = None, progress: Callable[[int], None] = lambda done: None) -> Pages:
    """Render the course with a typesetter for each edition. `shelf` is where pictures are kept; `progress` is told how many modules are done."""
    theme = make_theme(course.brand, findings, shelf, kept)
    kinds = sorted({block.kind() for module in (*course.modules, *course.source.used_banks) for block in module.blocks})
    editions = [kept.get(("edition", edition.language), (edition.words, kinds, theme.templates), lambda: _open(edition, kinds, theme, kept.store), stored=False) for edition in course.editions]  # noqa: B023 – called at once
    editions = [replace(rendered, edition=edition, pages=[], printed=[], banks={}) for rendered, edition in zip(editions, course.editions, strict=True)]
    pages = Pages(course, theme, editions, kinds, kept, any(module.exam for module in course.modules), files)
    done = count(1)
    for rendered, typesetter in zip(editions, typesetters, strict=True):
        edition, origin = rendered.edition, editions[0] if rendered is not editions[0] else None
        rendered.glossary = _render_glossary(rendered, typesetter, origin, findings, kept)
        press = Press(rendered, typesetter, {one.language: one for one in editions})
        for bank in edition.used_banks:
            source = origin.banks[bank.id] if origin else None
            if not source or bank.source:
                made_of = (bank, tuple(block.id for block in bank.blocks), rendered.serial, source)
                source = kept.get(("bank page", edition.language, bank.path), made_of, lambda: press.print_bank(bank, source), lambda bank: typesetter.agrees(bank.lookups))  # noqa: B023 – called at once
                findings += source.findings
            rendered.banks[bank.id] = source
        wanted = []
        for number, module in enumerate(edition.modules):
            source = origin.pages[number] if origin else None
            if source and not module.source:
                continue
            for attachment in (block.attachment for block in module.blocks):
                files.update(attachment.files if attachment else {})
            made_of = (module, module.area, module.minutes, tuple(block.id for block in module.blocks), rendered.serial, source, rendered.glossary and rendered.glossary.marker.known, press.list_lent(module))
            wanted.append(Wanted(("page", edition.language, module.path), made_of, partial(_print, press, module, source, kept), partial(_stands, rendered=rendered, typesetter=typesetter)))
        made = kept.get_all(wanted)
        for number, module in enumerate(edition.modules):
            if origin and not module.source:
                rendered.pages.append(origin.pages[number])
                continue
            page = next(made)
            findings += page.findings
            rendered.pages.append(page)
            is_new = any(isinstance(step.texts, tuple) for step in page.steps)
            page.lay_aside(edition.language, kept, partial(press.print, module, source))
            if is_new and not kept.lasting and len(editions) == 1:
                module.steps.clear()  # a large course is never whole in memory twice
            progress(next(done))
        if edition.glossary and edition.glossary.language == edition.language and not course.single:
            findings += find_unused(edition.glossary, {term for page in rendered.pages if page.language == edition.language for term in page.terms})
    return pages


def _print(press: Press, module: Module, source: Page | None, kept: Kept) -> Page:
    page = press.print(module, source)
    if kept.hands_over:
        page.lay_aside(press.edition.language, kept, partial(press.print, module, source))
    return page


def _stands(page: Page, rendered: RenderedEdition, typesetter: Typesetter) -> bool:
    """Say whether a page would come out as it did: what it asked of the rest of the course is still answered so."""
    return typesetter.agrees(page.lookups) and (not page.terms or page.terms == rendered.glossary.explain(page.terms))


def _render_glossary(rendered: RenderedEdition, typesetter: Typesetter, origin: RenderedEdition | None, findings: list[Finding], kept: Kept) -> RenderedGlossary | None:
    """Return the terms of an edition typeset; of a course that has them in one language only, every edition has those."""
    glossary = rendered.edition.glossary
    if not glossary or origin and glossary is origin.edition.glossary:
        return origin.glossary if origin and glossary else None
    made = kept.get(("glossary page", rendered.language), (glossary, rendered.serial), lambda: render_glossary(glossary, typesetter, rendered.say("see-also")), lambda made: typesetter.agrees(made.lookups))
    findings += made.findings
    return made


def _open(edition: Edition, kinds: list[str], theme: Theme, store: Store | None) -> RenderedEdition:
    jinja = speak(environment(theme.overrides), words.phrases(edition.language, "page", "blocks", *(f"blocks/{kind}" for kind in kinds), own=edition.words).say)
    serial = fingerprint((edition.language, edition.words, kinds, theme.templates)).hex()
    if store:
        jinja.bytecode_cache = Compiled(store, serial)
    return RenderedEdition(edition, jinja, Views(jinja), serial)
