"""A folder that opens by double-click and from any plain web server."""

from __future__ import annotations

from pathlib import Path

from tuokio.manager import write as manager
from tuokio.finding import Finding
from tuokio.page import Pages
from tuokio.targets import bundle
from tuokio.targets.assembly import Assembly, Delivery, assemble, put_printables, render_index
from tuokio.targets.container import to_script
from tuokio.targets.folder import Folder
from tuokio.targets.policy import BESIDE, fetch, fetching


def write(pages: Pages, output: Path, findings: list[Finding]) -> Path:  # noqa: ARG001 – nothing is amiss here
    """Write `site/` and return its index.html."""
    with Folder(output / "site") as folder:
        made = assemble(pages, folder, Delivery("site"))
        put_printables(pages, folder, made)
        _write_manager(pages, folder, made)
        folder.put("index.html", render_index(pages, made))
    return output / "site" / "index.html"


def _write_manager(pages: Pages, folder: Folder, made: Assembly) -> None:
    """Write the page of whoever answers for the training, and the notice to staff. No page of the course leads there."""
    script, own = bundle.manager()
    worn = {"styles": [made.style, folder.add("manager", ".css", own)], "logo": made.logo, "logo_dark": made.logo_dark}
    scripts = [folder.add("manager", ".js", script)]
    folder.put("manager.html", manager.render_manager(pages, to_script(manager.collect(pages)), fetch=fetch(scripts), policies=fetching(scripts), **worn))
    for name, html in manager.render_notices(pages, policies=[BESIDE], **worn):
        folder.put(name, html)
