"""One HTML file with everything in it, to be mailed, put on a stick, or opened by double-click."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from tuokio.finding import Finding, Severity
from tuokio.page import Pages
from tuokio.targets import bundle
from tuokio.targets.assembly import Assembly, Delivery, assemble, render_page
from tuokio.targets.paper import printable
from tuokio.targets.single.document import PIECES, Document, weigh

BUDGET = 20_000_000
"""Bytes. Mail servers take 10 to 25 MB, and old phones have little memory."""
MOST = 500_000_000
"""Bytes that a browser opens at all: its texts end at 512 MB."""
NARROW = "@media screen{.paper table{display:block;overflow-x:auto}}"
"""Printable pages may have tables wider than a phone."""
HEAVY = 100_000
"""Bytes from which a file is worth naming."""
NAMED = 5
"""Of the heaviest files so many are named."""


def write(pages: Pages, output: Path, findings: list[Finding]) -> Path | None:
    """Write `<name>.html` and return it. One that is larger than can be mailed is written all the same, and told of; one that no browser opens is not."""
    path = output / f"{pages.course.name}.html"
    weights = {name: weigh(source) for name, source in pages.files.items()}
    if (weight := sum(weights.values())) > MOST:
        message = f"`{path.name}` would be {_say(weight)}, and no browser opens so large a page. {_name_largest(weights)}"
        findings.append(Finding("large-single-file", Severity.ERROR, pages.course.span(), message, "Make the largest smaller, or hand the course on as a folder: `tuokio build --target site`."))
        return None
    with Document(path) as document:
        made = assemble(pages, document, Delivery("single", prints=False))
        document.put(path.name, _render(pages, document, made))
    _weigh(pages, document, findings)
    return path


def _render(pages: Pages, document: Document, made: Assembly) -> str:
    style, script = document.take(made.style), document.take(made.script)
    text, paper = _write_text(pages), document.allow(bundle.paper_style() + bundle.block_style(pages) + NARROW, "style")
    spoken = [(edition, edition.phrases("targets/single")) for edition in pages.editions]
    logo, logo_dark = (name and document.embed(name) for name in (made.logo, made.logo_dark))
    for name in {made.logo, made.logo_dark} - {None, *pages.files}:
        document.files.pop(name)  # it stands in the page
    return render_page(pages, "single/index.html", made, [document.policy], style=style, script=script, paper=paper, text=text, unread=[(edition, phrases.say("unread")) for edition, phrases in spoken], stuck=spoken[0][1].say("unopened"), pieces=PIECES, logo=logo, logo_dark=logo_dark)


def _write_text(pages: Pages) -> Markup:
    """Return the course as it is printed, for who can run no script: previews of mails on phones are such. Without pictures, which would be there twice."""
    page = "".join(printable(pages, pages.editions[0], locate=None, styles=Markup(), policies=[], logo=None))
    main = re.search(r'<main class="paper">(.*)</main>', page, re.S)
    text = re.sub(r"<img\b[^>]*?(?: alt=\"([^\"]*)\"[^>]*)?>", lambda match: match[1] and f"[{match[1]}]" or "", main[1] if main else "")
    return Markup(re.sub(r' href="media/[^"]*"', "", text))  # noqa: S704 – rendered pages


def _weigh(pages: Pages, document: Document, findings: list[Finding]) -> None:
    size = document.path.stat().st_size
    if size <= BUDGET:
        return
    largest = _name_largest({name: weigh(source) for name, source in document.files.items()})
    message = f"`{document.path.name}` is {_say(size)}, and mail takes {_say(BUDGET)} at the most. {largest or 'Nearly all of it is text.'}"
    findings.append(Finding("large-single-file", Severity.WARNING, pages.course.span(), message, ("Make the largest smaller or leave them out; or hand" if largest else "Make several courses of it; or hand") + " the course on as a folder: `tuokio build --target site`."))


def _name_largest(weights: dict[str, int]) -> str:
    """Say which files are the heaviest; nothing where none is heavy."""
    heaviest = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:NAMED]
    largest = ", ".join(f"`{re.sub(r'^media/|[.][0-9a-f]{8}(?=[.])', '', name)}` ({_say(weight)})" for name, weight in heaviest if weight >= HEAVY)
    return f"The largest in it: {largest}." if largest else ""


def _say(size: int) -> str:
    return f"{round(size / 1e6, 1):g} MB" if size >= 100_000 else f"{size / 1e3:.0f} kB"
