"""The manager's page and the notice to staff, as a target writes them beside the course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tuokio import __version__
from tuokio.manager.items import list_items
from tuokio.manager.syllabus import Syllabus
from tuokio.page import Pages, RenderedEdition
from tuokio.words import SHIPPED, own_name

NOTICES = Path(__file__).parent / "notice"


def describe(pages: Pages) -> Syllabus:
    """Return what the course asks."""
    course = pages.course
    modules = course.modules
    return Syllabus(
        id=course.id,
        version=course.version,
        content=pages.content,
        modules=[module.id for module in modules],
        roles=list(course.source.roles),
        audience={module.id: module.front.audience for module in modules if module.front.audience},
        valid={module.id: module.front.valid for module in modules if module.front.valid},
        changed=[(change.module, change.version) for change in pages.news.changed],
        replaced=pages.news.replaced,
        mastery=course.settings.completion.mastery,
    )


def list_titles(edition: RenderedEdition) -> dict[str, str]:
    """Return the titles of modules, by id."""
    return {page.id: page.title for page in edition.pages}


def collect(pages: Pages) -> dict[str, Any]:
    """Return what the page's script knows of the course (`course.ts`)."""
    syllabus = describe(pages)
    statistics = pages.course.settings.results.item_statistics
    facts = {key: getattr(syllabus, key) for key in Syllabus.__slots__}
    return facts | {"statistics": statistics, "editions": {edition.language: _describe_edition(pages, edition, statistics) for edition in pages.editions}}


def _describe_edition(pages: Pages, edition: RenderedEdition, statistics: bool) -> dict[str, Any]:
    return {
        "name": own_name(edition.language),
        "direction": edition.direction,
        "title": edition.title,
        "titles": list_titles(edition),
        "words": edition.phrases("manager").texts,
        "items": list_items(pages, edition) if statistics else {},
        "notice": name_notice(pages, edition.language),
    }


def name_notice(pages: Pages, language: str) -> str:
    """Return the file of the notice in a language, English where we have none in it."""
    speaks = language.split("-")[0]
    return f"notice.{speaks if speaks in SHIPPED else 'en'}.html"


def render_manager(pages: Pages, data: str, *, styles: Sequence[str], fetch: Markup, policies: list[str], logo: str | None, logo_dark: str | None) -> str:
    """Return the manager's page. `data` is what `collect` gave, as JSON that is safe inside a script."""
    edition = pages.editions[0]
    context = _context(pages, edition, styles=styles, policies=policies, logo=logo, logo_dark=logo_dark)
    jinja = edition.speaking("page", "manager")
    return jinja.get_template("manager.html").render(context, pages=pages, data=Markup(data), fetch=fetch, notice=name_notice(pages, edition.language))  # noqa: S704


def render_notices(pages: Pages, *, styles: Sequence[str], policies: list[str], logo: str | None, logo_dark: str | None) -> Iterator[tuple[str, str]]:
    """Yield the notices to staff, each as the name of its file and its HTML: they are in the languages we speak, whatever those of the course."""
    for language in SHIPPED:
        edition = next((one for one in pages.editions if one.language.split("-")[0] == language), pages.editions[0])
        jinja = edition.speaking("page", "manager")
        context = _context(pages, edition, styles=styles, policies=policies, logo=logo, logo_dark=logo_dark)
        yield f"notice.{language}.html", jinja.get_template(f"notice/{language}.html").render(context, language=language, languages={code: (name, f"notice.{code}.html") for code, name in SHIPPED.items()})


def _context(pages: Pages, edition: RenderedEdition, **more: Any) -> dict[str, Any]:
    return {"course": pages.course, "edition": edition, "theme": pages.theme, "version": __version__, **more}
