"""A folder that opens by double-click and from any plain web server."""

from __future__ import annotations

from pathlib import Path

from tuokio.manager import write as manager
from tuokio.finding import Finding
from tuokio.page import Pages
from tuokio.targets import bundle
from tuokio.targets.assembly import POLICY, Assembly, Delivery, assemble, put_printables, render_page
from tuokio.targets.container import to_script
from tuokio.targets.folder import Folder


def write(pages: Pages, output: Path, findings: list[Finding]) -> Path:  # noqa: ARG001 – nothing is amiss here
    """Write `site/` and return its index.html."""
    with Folder(output / "site") as folder:
        made = assemble(pages, folder, Delivery("site"))
        put_printables(pages, folder, made)
        _write_manager(pages, folder, made)
        folder.put("index.html", render_page(pages, "site/index.html", made, POLICY))
    return output / "site" / "index.html"


def _write_manager(pages: Pages, folder: Folder, made: Assembly) -> None:
    """Write the page of whoever answers for the training, and the notice to staff. No page of the course leads there."""
    script, own = bundle.manager()
    worn = {"styles": [made.style, folder.add("manager", ".css", own)], "policy": POLICY, "logo": made.logo, "logo_dark": made.logo_dark}
    folder.put("manager.html", manager.render_manager(pages, to_script(manager.collect(pages)), script=folder.add("manager", ".js", script), **worn))
    for name, html in manager.render_notices(pages, **worn):
        folder.put(name, html)
