"""One page with everything on it, to print or to read without any script."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
from html import escape
from pathlib import Path

from markupsafe import Markup

from tuokio.page import Pages
from tuokio.targets import bundle
from tuokio.targets.folder import replace
from tuokio.targets.paper import printable


def write(pages: Pages, output: Path) -> Path:
    """Write `<name>-print.html` with its pictures inside, and return it."""
    style = bundle.style(pages, lambda font: _embed(font.data, "font/woff2"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    logo, logo_dark = (_inline(path) if path else None for path in (pages.theme.logo, pages.theme.logo_dark))
    html = printable(pages, styles=Markup(f"<style>{style}</style>"), policy=policy, logo=logo, logo_dark=logo_dark)  # noqa: S704 – our own stylesheet
    for name, source in pages.files.items():
        if f'src="{escape(name)}"' in html:
            html = html.replace(f'src="{escape(name)}"', f'src="{_inline(source)}"')
        html = html.replace(f' href="{escape(name)}"', "")  # a file beside the course is not on paper
    path = output / f"{pages.course.name}-print.html"
    replace(path, html.encode())
    return path


def _inline(path: Path) -> str:
    return _embed(path.read_bytes(), mimetypes.guess_type(path.name)[0] or "application/octet-stream")


def _embed(data: bytes, type: str) -> str:
    return f"data:{type};base64,{base64.b64encode(data).decode()}"
