"""The page: figures → one HTML file with everything in it, which opens anywhere and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

from tuokio import __version__, disk, words
from tuokio.finding import Finding
from tuokio.outline.survey import name_place, survey
from tuokio.outline.weight import PARTS
from tuokio.page import Pages
from tuokio.page.environment import environment
from tuokio.targets import bundle
from tuokio.targets.container import embed
from tuokio.targets.policy import only

SLOW = 1_600_000 / 8
"""Bytes a second of a phone in a back room: what browsers' tools call slow 4G."""


class Sheet(NamedTuple):
    """What the frame of every page asks of an edition: this page is in English, whatever the course is in."""

    title: str
    language: str = "en"
    direction: str = "ltr"


def write_report(pages: Pages, findings: Sequence[Finding], file: Path, today: date) -> None:
    """Write what `survey` finds as a page. The course must have been prepared with a shelf for its pictures, so that they can be weighed. OSError if it cannot be written."""
    disk.write(file, [render(pages, findings, today).encode()])


def render(pages: Pages, findings: Sequence[Finding], today: date) -> str:
    """Return the page. A theme gives its colours, fonts and logo; its templates are for learners."""
    style = bundle.style(pages, lambda font: embed(f"{font.stem}.woff2", font.data)) + bundle.outline_style()
    course, theme = pages.course, pages.theme
    logo, logo_dark = (embed(medium.path.name, medium.path.read_bytes()) if medium and medium.path else None for medium in (theme.logo, theme.logo_dark))
    jinja = environment().overlay()
    jinja.filters = {**jinja.filters, "count": count, "size": write_size, "code": mark_code, "language": words.english_name}
    return jinja.get_template("outline.html").render(
        survey=survey(pages, findings),
        edition=Sheet(course.title),
        theme=theme,
        course=course,
        version=__version__,
        policies=[only(style)],
        style=Markup(style),  # noqa: S704 – our own stylesheet
        logo=logo,
        logo_dark=logo_dark,
        today=words.write_date(today, "en"),
        place_of=lambda finding: f"{name_place(finding.span.path, course.folder)}:{finding.span.line}",
        parts=PARTS,
        slow=SLOW,
    )


def mark_code(text: str) -> Markup:
    """Return a text of a finding as HTML: what stands between backticks is what an author types."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 – escaped before


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 step`, `1,200 steps`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def write_size(size: float) -> str:
    """Return bytes as people read them: `18 kB`, `3.2 MB`."""
    return f"{size / 1e6:,.1f} MB" if size >= 999_500 else f"{size / 1000:,.0f} kB" if size >= 9_950 else f"{size / 1000:.1f} kB"
