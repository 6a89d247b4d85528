"""One page with everything on it, to print or to read without any script."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from glob import escape as glob_escape
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from tuokio import disk
from tuokio.finding import Finding
from tuokio.page import Pages
from tuokio.resources import resources
from tuokio.targets import bundle
from tuokio.targets.container import embed
from tuokio.targets.paper import booklets, printable
from tuokio.targets.policy import only

FILE = re.compile(r'="(media/[^"]+)"')


def write(pages: Pages, output: Path, findings: list[Finding]) -> Path:  # noqa: ARG001 – nothing is amiss here
    """Write `<name>-print.html`, and one for each other language, with their pictures inside; beside them what resources print, such as `<name>-rules.html`. Return the first."""
    style = bundle.style(pages, lambda font: embed(f"{font.stem}.woff2", font.data)) + bundle.paper_style() + bundle.block_style(pages)
    policies = [only(style)]
    logo, logo_dark = (embed(medium.path.name, disk.read(medium.path)) if medium else None for medium in (pages.theme.logo, pages.theme.logo_dark))
    inline = cache(lambda name: embed(name, disk.read(pages.files[name])))
    sheet = Markup(f"<style>{style}</style>")  # noqa: S704 – our own stylesheet
    before = {path for name in ("print", *resources()) for path in output.glob(f"{glob_escape(pages.course.name)}-{name}*.html") if re.fullmatch(rf"{name}(\.[a-z]{{2,3}}(-\w+)*)?\.html", path.name.removeprefix(f"{pages.course.name}-"))}
    written = []
    for edition in pages.editions:
        ending = ".html" if edition is pages.editions[0] else f".{edition.language}.html"
        whole = f"{pages.course.name}-print{ending}"
        written.append(output / whole)
        disk.write(written[-1], (_embed_files(piece, inline).encode() for piece in printable(pages, edition, locate=lambda name: quote(f"{pages.course.name}-{name}{ending}"), styles=sheet, policies=policies, logo=logo, logo_dark=logo_dark)))
        for name, html in booklets(pages, edition, whole=quote(whole), styles=sheet, policies=policies, logo=logo, logo_dark=logo_dark):
            written.append(output / f"{pages.course.name}-{name}{ending}")
            disk.write(written[-1], [_embed_files(html, inline).encode()])
    for stale in before - set(written):
        disk.remove(stale)  # one that the course had before
    return written[0]


def _embed_files(html: str, inline: Callable[[str], str]) -> str:
    """Put pictures inside; a link to a file beside the course leads nowhere on paper."""
    for name in dict.fromkeys(FILE.findall(html)):
        html = html.replace(f' href="{name}"', "")
        if (shown := f' src="{name}"') in html:
            html = html.replace(shown, f' src="{inline(name)}"')
    return html
