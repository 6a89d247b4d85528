"""The printable page, for the `print` target and for readers of `site` without JavaScript."""

from __future__ import annotations

from markupsafe import Markup

from tuokio import __version__
from tuokio.page import Page, Pages, RenderedEdition


def printable(pages: Pages, edition: RenderedEdition, *, styles: Markup, policy: str, logo: str | None, logo_dark: str | None = None) -> str:
    """Return the whole course in one language as one HTML page: questions in the text, answers at the end."""
    article, answers = edition.jinja.get_template("article.html"), edition.jinja.get_template("answers.html")

    def print_page(page: Page) -> tuple[str, str]:
        context = {"page": page, "edition": edition}
        return article.render(context), answers.render(context) if any(step.key for step in page.steps) else ""

    printed = [pages.kept.get(("paper", edition.language, page.language, page.id), (page, edition.edition.words, edition.jinja), lambda: print_page(page)) for page in edition.pages]  # noqa: B023 – called at once
    return edition.jinja.get_template("print.html").render(
        course=pages.course,
        edition=edition,
        articles=[Markup(text) for text, _ in printed],  # noqa: S704 – our own templates
        answers=[Markup(text) for _, text in printed if text],  # noqa: S704
        theme=pages.theme,
        styles=styles,
        policy=policy,
        logo=logo,
        logo_dark=logo_dark,
        version=__version__,
    )
