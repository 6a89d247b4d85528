"""A folder that opens by double-click and from any plain web server."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tuokio import __version__, words
from tuokio.page import Page, Pages
from tuokio.page.environment import environment
from tuokio.targets import bundle
from tuokio.targets.folder import Folder
from tuokio.targets.paper import printable

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'"


def write(pages: Pages, output: Path) -> Path:
    """Write `site/` and return its index.html."""
    course = pages.course
    with Folder(output / "site") as folder:
        fonts = {font: folder.add(f"fonts/{font.stem}", ".woff2", font.data) for font in pages.theme.fonts}
        style = folder.add("style", ".css", bundle.style(pages, fonts.__getitem__))
        script = folder.add("course", ".js", bundle.script(pages, "site"))
        rows = []
        for page in pages.pages:
            name = folder.add(f"modules/{course.language}/{page.id}", ".js", _register(page))
            rows.append(_outline_row(page, name, list(course.areas)))
        outline = folder.add(f"outline.{course.language}", ".js", _outline(pages, rows))
        for name, source in pages.files.items():
            folder.copy(name, source)
        logo, logo_dark = (_copy_logo(folder, path) for path in (pages.theme.logo, pages.theme.logo_dark))
        sheet = Markup('<link rel="stylesheet" href="{}">').format(style)
        folder.put("print.html", printable(pages, styles=sheet, policy=POLICY, logo=logo, logo_dark=logo_dark))
        say = words.phrases(course.language, "page").say
        template = environment(pages.theme.overrides).get_template("site/index.html")
        folder.put("index.html", template.render(course=course, theme=pages.theme, policy=POLICY, style=style, scripts=[script, outline], logo=logo, logo_dark=logo_dark, say=say, version=__version__))
    return output / "site" / "index.html"


def _copy_logo(folder: Folder, path: Path | None) -> str | None:
    if path is None:
        return None
    name = f"media/logo.{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}{path.suffix.lower()}"
    folder.copy(name, path)
    return name


def _outline_row(page: Page, name: str, areas: list[str]) -> list[Any]:
    """Return what the home page must know of a module it has not loaded, as briefly as can be.

    The shape is `Row` in player/outline.ts: id, hash, title, minutes, steps, points, area's number.
    """
    area = areas.index(page.area) if page.area in areas else -1
    return [page.id, name.split(".")[-2], page.title, page.minutes, len(page.steps), page.points, area]


def _outline(pages: Pages, rows: list[list[Any]]) -> str:
    course = pages.course
    phrases = words.phrases(course.language, "player", "blocks", *(f"blocks/{kind}" for kind in pages.kinds))
    mastery = course.settings.completion.mastery
    outline = {
        "id": course.id,
        "title": course.title,
        "description": course.description,
        "language": course.language,
        "areas": list(course.areas.values()),
        "mastery": mastery,
        "words": phrases.texts,
        "modules": rows,
    }
    return f"tuokio.outline({to_script(outline)})\n"


def _register(page: Page) -> str:
    module = {
        "why": page.why,
        "objectives": page.objectives,
        "steps": [{"id": step.id, "title": step.title, "html": step.html, "items": step.items} for step in page.steps],
    }
    return f"tuokio.module({to_script(page.id)},{to_script(module)})\n"


def to_script(value: Any) -> str:
    """Return JSON that is safe inside a script: no `</script>`, no line separators."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
