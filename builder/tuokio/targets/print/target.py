"""One page with everything on it, to print or to read without any script."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from glob import escape as glob_escape
from pathlib import Path

from markupsafe import Markup

from tuokio import disk
from tuokio.page import Pages
from tuokio.targets import bundle
from tuokio.targets.paper import printable

FILE = re.compile(r' (src|href)="(media/[^"]+)"')


def write(pages: Pages, output: Path) -> Path:
    """Write `<name>-print.html`, and one for each other language, with their pictures inside; return the first."""
    style = bundle.style(pages, lambda font: _embed(font.data, "font/woff2"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    logo, logo_dark = (_inline(medium.path) if medium else None for medium in (pages.theme.logo, pages.theme.logo_dark))
    sheet = Markup(f"<style>{style}</style>")  # noqa: S704 – our own stylesheet
    for stale in output.glob(f"{glob_escape(pages.course.name)}-print.*.html"):
        language = stale.name.split(".")[-2]
        if re.fullmatch(r"[a-z]{2,3}(-\w+)*", language) and language not in {edition.language for edition in pages.editions[1:]}:
            stale.unlink()  # one that the course had before
    for number, edition in reversed([*enumerate(pages.editions)]):
        path = output / f"{pages.course.name}-print{'.' + edition.language if number else ''}.html"
        disk.write(path, (_embed_files(piece, pages).encode() for piece in printable(pages, edition, styles=sheet, policy=policy, logo=logo, logo_dark=logo_dark)))
    return path


def _embed_files(html: str, pages: Pages) -> str:
    """Put pictures inside; a link to a file beside the course leads nowhere on paper."""
    return FILE.sub(lambda match: f' src="{_inline(pages.files[match[2]])}"' if match[1] == "src" else "", html)


def _inline(path: Path) -> str:
    type = "image/webp" if path.suffix == ".webp" else mimetypes.guess_type(path.name)[0] or "application/octet-stream"  # what else is known differs between machines
    return _embed(path.read_bytes(), type)


def _embed(data: bytes, type: str) -> str:
    return f"data:{type};base64,{base64.b64encode(data).decode()}"
