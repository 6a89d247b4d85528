"""A language of the course lacks modules, banks or a glossary, or a translation lacks texts.

**Why.** What is not translated is shown in the source language and marked with it: a learner who
chose another language meets a text they may not read.

**Subject:** languages. **Severity:** hint.

**Bad:** `languages: [fi, en]`, and no `02-kuitti.en.md`.
**Good:** `02-kuitti.en.md` beside `02-kuitti.md`, with the same steps and block ids.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course, Module
from tuokio.finding import Finding, Severity, Span
from tuokio.settings import Drawing


def check(course: Course) -> Iterator[Finding]:
    for path, wording in _list_wordings(course):
        missing = [edition.language for edition in course.editions if edition.language not in wording and edition.language.split("-")[0] not in wording]
        if missing:
            yield Finding("untranslated", Severity.HINT, course.span(*path), f"`{path[-1]}` is missing in {', '.join(f'`{language}`' for language in missing)}.", "Add it, or write the text once for all languages.")
    for edition in course.editions[1:]:
        missing = [module for module in edition.modules if not module.source]
        if missing:
            names = ", ".join(f"`{module.path.stem}.{edition.language}.md`" for module in missing[:3])
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            yield Finding("untranslated", Severity.HINT, Span(course.folder / "course.yaml"), f"{len(missing)} of {len(edition.modules)} modules are not translated into `{edition.language}`.", f"Write {names}{more}. Until then they are shown in `{course.language}`.")
        banks = [bank for bank in edition.used_banks if not bank.source and bank.path.is_relative_to(course.folder)]
        if banks:
            names = ", ".join(f"`banks/{bank.id}.{edition.language}.yaml`" for bank in banks[:3])
            more = f" and {len(banks) - 3} more" if len(banks) > 3 else ""
            yield Finding("untranslated", Severity.HINT, Span(course.folder / "course.yaml"), f"{len(banks)} of the question banks {'is' if len(banks) == 1 else 'are'} not translated into `{edition.language}`.", f"Write {names}{more}. Until then their questions are asked in `{course.language}`.")
        if course.source.glossary and edition.glossary is course.source.glossary:
            yield Finding("untranslated", Severity.HINT, Span(course.source.glossary.path), f"There is no glossary in `{edition.language}`.", f"Write `glossary.{edition.language}.yaml`, a list of its own. Until then no term is marked in what is translated, and the page of all terms is in `{course.language}`.")
        for module in (*edition.modules, *edition.banks):
            if module.source and (parts := list(_find_gaps(module))):
                yield Finding("untranslated", Severity.HINT, Span(module.path), f"Not translated yet: {', '.join(parts[:6])}{' …' if len(parts) > 6 else ''}.", f"They are shown in `{course.language}` until then.")


def _list_wordings(course: Course) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    """Yield the texts of course.yaml that are written for each language, and where they stand."""
    settings = course.settings
    texts = {("title",): settings.title, ("description",): settings.description}
    texts |= {("areas", area): title for area, title in settings.areas.items()} | {("service_model", step): title for step, title in settings.service_model.items()} | {("contacts", id, key): getattr(one, key) for id, one in settings.contacts.items() for key in ("name", "replies_in")} | {("values", name): value for name, value in settings.values.items()}
    yield from ((path, wording) for path, wording in texts.items() if isinstance(wording, dict))


def _find_gaps(module: Module) -> Iterator[str]:
    """Name what a translated module still shows in the source's language."""
    front, source = module.front, module.source.front
    if source.why and not front.why:
        yield "`why`"
    yield from (f"objective `{name}`" for name in source.objectives if name not in front.objectives)
    for step in module.steps:
        if step.language != module.language:
            yield f"step `{step.id}`"
        else:
            yield from (f"block `{part.id}`" for part in step.parts if getattr(part, "id", "") and part.language != module.language and part.id not in module.source.unread and part.span().path == module.source.path and not isinstance(part, Drawing))  # a draw has no text, and a kind's example is nobody's to translate
