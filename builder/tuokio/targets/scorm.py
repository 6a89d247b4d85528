"""Write a package for a learning platform: a zip of the course, its manifest, and the schemas the manifest is written by."""

from __future__ import annotations

from pathlib import Path

from tuokio.lms import ordinals, package
from tuokio.page import Pages
from tuokio.targets import bundle
from tuokio.targets.archive import Archive
from tuokio.targets.assembly import Delivery, assemble, put_printables, render_index
from tuokio.targets.container import Call

LAUNCH = "index.html"


def write_package(pages: Pages, output: Path, target: str) -> Path:
    """Write `<name>-<target>.zip` and return it. The target's folder has the manifest's template, and says how the platform is spoken to (`store.ts`)."""
    path = output / f"{pages.course.name}-{target}.zip"
    with Archive(path) as archive:
        made = assemble(pages, archive, Delivery(target, words=("lms",), without=frozenset({"learners"}), reports=True, data=(Call("ordinals", (ordinals.number(pages),)),), outline={"platform": True}))
        put_printables(pages, archive, made)
        archive.put(LAUNCH, render_index(pages, made))
        for schema in bundle.list_schemas(target):
            archive.copy(schema.name, schema)
        manifest = pages.editions[0].jinja.get_template(f"{target}/{package.NAME}")
        archive.put(package.NAME, manifest.render(package=package.describe(pages.course, archive.files, LAUNCH)))
    return path
