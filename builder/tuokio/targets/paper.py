"""The printable page, for the `print` target and for readers of `site` without JavaScript."""

from __future__ import annotations

from markupsafe import Markup

from tuokio import __version__, words
from tuokio.page import Pages
from tuokio.page.environment import environment


def printable(pages: Pages, *, styles: Markup, policy: str, logo: str | None, logo_dark: str | None = None) -> str:
    """Return the whole course as one HTML page: questions in the text, answers at the end."""
    keys = []
    for page in pages.pages:
        answers = [answer for step in page.steps for answer in step.key]
        if answers:
            keys.append((page.title, answers))
    template = environment(pages.theme.overrides).get_template("print.html")
    say = words.phrases(pages.course.language, "page").say
    return template.render(course=pages.course, pages=pages.pages, theme=pages.theme, keys=keys, styles=styles, policy=policy, logo=logo, logo_dark=logo_dark, say=say, version=__version__)
