"""The printable pages, for the `print` target and for readers of `site` without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from tuokio import __version__
from tuokio.page import Page, Pages, RenderedEdition, speak
from tuokio.resources import collect_booklets


def printable(pages: Pages, edition: RenderedEdition, *, styles: Markup, policy: str, logo: str | None, logo_dark: str | None = None) -> Iterator[str]:
    """Yield the whole course in one language as one HTML page: questions in the text, answers at the end.

    In pieces, since the page of a large course is larger than all else in memory.
    """
    for page in edition.pages:
        if page.id not in edition.printed:
            edition.printed[page.id] = pages.kept.get(("paper", edition.language, page.id), (page, edition.edition.words, edition.jinja), lambda: _print(page, edition))  # noqa: B023 – called at once
    context = {"course": pages.course, "edition": edition, "glossary": edition.glossary, "theme": pages.theme, "styles": styles, "policy": policy, "logo": logo, "logo_dark": logo_dark, "version": __version__}
    printed = [edition.printed[page.id] for page in edition.pages]
    marks = {name: Markup(f"<!-- {name} -->") for name in ("articles", "answers")}  # noqa: S704
    if not any(answers for _, answers in printed):
        marks["answers"] = Markup("")
    # A theme's own template may put them elsewhere, or leave them out.
    for piece in re.split("(<!-- articles -->|<!-- answers -->)", edition.jinja.get_template("print.html").render(context, **marks)):
        if piece in marks.values() and piece:
            yield from (pair[piece == marks["answers"]] for pair in printed)
        else:
            yield piece


def booklets(pages: Pages, edition: RenderedEdition, *, whole: str, styles: Markup, policy: str, logo: str | None, logo_dark: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield what the course's resources print, each as its name and one HTML page. `whole` is the course's own printable page, to which links lead."""
    for name, data in collect_booklets(pages, edition):
        jinja = speak(edition.jinja, edition.phrases("page", f"resources/{name}").say)
        context = {"course": pages.course, "edition": edition, "theme": pages.theme, "styles": styles, "policy": policy, "logo": logo, "logo_dark": logo_dark, "version": __version__, "data": data}
        html = jinja.get_template(f"{name}/booklet.html").render(context)
        yield name, html.replace(' loading="lazy"', "").replace(' href="#/', f' href="{whole}#/')


def _print(page: Page, edition: RenderedEdition) -> tuple[str, str]:
    context = {"page": page, "edition": edition}
    answers = edition.jinja.get_template("answers.html").render(context) if any(step.key for step in page.steps) else ""
    # What is printed must be there, also where nobody has scrolled.
    return edition.jinja.get_template("article.html").render(context).replace(' loading="lazy"', ""), answers
