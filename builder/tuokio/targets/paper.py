"""The printable pages, for the `print` target and for readers of `site` without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from tuokio import __version__, words
from tuokio.page import Page, Pages, RenderedEdition
from tuokio.resources import collect_appendices, collect_booklets

ID, PLACE = re.compile(r' id="([^"]+)"'), re.compile(r' href="#(/[^"]*)"')

STRETCH = 32
"""Modules that are printed together: kept one by one they would take longer to find."""


def printable(pages: Pages, edition: RenderedEdition, *, locate: Callable[[str], str] | None, styles: Markup, policies: list[str], logo: str | None, logo_dark: str | None = None) -> Iterator[str]:
    """Yield the whole course in one language as one HTML page: questions in the text, answers at the end.

    `locate` returns the address of a booklet by its name; None where there are none beside it. In pieces, since the page of a large course is larger than all else in memory.
    """
    if not edition.printed:
        stretches = [edition.pages[first : first + STRETCH] for first in range(0, len(edition.pages), STRETCH)]
        edition.printed = [pages.kept.set_aside(("paper", edition.language, number), (stretch, edition.serial), partial(_print, stretch, edition)) for number, stretch in enumerate(stretches)]
    parts = [(title, locate(name)) for name, title, _ in collect_booklets(pages, edition)] if locate else []
    appendices = [_append(name, data, pages, edition) for name, _, data in collect_appendices(pages, edition)]
    context = _describe(pages, edition) | {"glossary": edition.glossary, "booklets": parts, "appendices": appendices, "styles": styles, "policies": policies, "logo": logo, "logo_dark": logo_dark}
    marks = {name: Markup(f"<!-- {name} -->") for name in ("articles", "answers")}  # noqa: S704
    if not any(bring()[1] for bring in edition.printed):
        marks["answers"] = Markup("")
    # A theme's own template may put them elsewhere, or leave them out.
    for piece in re.split("(<!-- articles -->|<!-- answers -->)", edition.jinja.get_template("print.html").render(context, **marks)):
        if piece in marks.values() and piece:
            yield from (bring()[piece == marks["answers"]] for bring in edition.printed)
        else:
            yield piece


def booklets(pages: Pages, edition: RenderedEdition, *, whole: str, styles: Markup, policies: list[str], logo: str | None, logo_dark: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield what the course's resources print, each as its name and one HTML page. `whole` is the course's own printable page, to which links lead that lead nowhere in the booklet."""
    for name, title, data in collect_booklets(pages, edition):
        jinja = edition.speaking("page", f"resources/{name}")
        context = _describe(pages, edition) | {"title": title, "data": data, "styles": styles, "policies": policies, "logo": logo, "logo_dark": logo_dark}
        html = jinja.get_template(f"{name}/booklet.html").render(context).replace(' loading="lazy"', "")
        own = set(ID.findall(html))
        yield name, PLACE.sub(lambda match: match[0] if match[1] in own else f' href="{whole}#{match[1]}"', html)  # noqa: B023 – called at once


def _append(name: str, data: Any, pages: Pages, edition: RenderedEdition) -> Markup:
    """Return what a resource puts at the end of the printed course."""
    jinja = edition.speaking("page", f"resources/{name}")
    return Markup(jinja.get_template(f"{name}/appendix.html").render(_describe(pages, edition) | {"data": data}))  # noqa: S704 – made by our own template


def _describe(pages: Pages, edition: RenderedEdition) -> dict[str, Any]:
    """Return what every printable page knows of the course."""
    published = words.write_date(pages.course.published, edition.language) if pages.course.published else ""
    return {"course": pages.course, "edition": edition, "published": published, "theme": pages.theme, "version": __version__}


def _print(stretch: list[Page], edition: RenderedEdition) -> tuple[str, str]:
    """Return modules on paper, and their answers."""
    article, answers = edition.jinja.get_template("article.html"), edition.jinja.get_template("answers.html")
    about = [{"page": page, "edition": edition} for page in stretch]
    # What is printed must be there, also where nobody has scrolled.
    text = "".join(map(article.render, about)).replace(' loading="lazy"', "")
    return text, "".join(answers.render(context) for context in about if any(step.key for step in context["page"].steps))
