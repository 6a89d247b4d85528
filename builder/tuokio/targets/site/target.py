"""A folder that opens by double-click and from any plain web server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tuokio import __version__
from tuokio.manager import write as manager
from tuokio.media import Medium
from tuokio.page import Page, Pages, RenderedBank, RenderedEdition
from tuokio.resources import collect, sort_outlooks
from tuokio.targets import bundle
from tuokio.targets.folder import Folder
from tuokio.targets.paper import booklets, printable
from tuokio.words import own_name

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'"


def write(pages: Pages, output: Path) -> Path:
    """Write `site/` and return its index.html."""
    course = pages.course
    with Folder(output / "site") as folder:
        fonts = {font: folder.add(f"fonts/{font.stem}", ".woff2", font.data) for font in pages.theme.fonts}
        style = folder.add("style", ".css", bundle.style(pages, fonts.__getitem__))
        blocks = bundle.block_style(pages)
        blocks = blocks and folder.add("blocks", ".css", blocks)
        script = folder.add("course", ".js", bundle.script(pages, "site"))
        fallback = folder.add("fallback", ".js", bundle.fallback("site"))
        questions = bundle.questions(pages)
        later = tuple(folder.add("later", suffix, text) for suffix, text in zip((".js", ".css"), bundle.later(), strict=True))
        parcel = folder.add("parcel", ".js", bundle.parcel())
        outlines = {edition.language: folder.add(f"outline.{edition.language}", ".js", _outline(pages, edition, folder, questions, later, blocks, parcel)) for edition in pages.editions}
        for name, source in pages.files.items():
            folder.copy(name, source)
        logo, logo_dark = (_copy_logo(folder, logo) for logo in (pages.theme.logo, pages.theme.logo_dark))
        sheet = Markup("").join(Markup('<link rel="stylesheet" href="{}">').format(name) for name in (style, folder.add("paper", ".css", bundle.paper_style()), blocks) if name)
        for edition in pages.editions:
            whole = _name_print(pages, edition)
            folder.put(whole, printable(pages, edition, styles=sheet, policy=POLICY, logo=logo, logo_dark=logo_dark))
            for name, html in booklets(pages, edition, whole=whole, styles=sheet, policy=POLICY, logo=logo, logo_dark=logo_dark):
                folder.put(_name_print(pages, edition, name), html)
        _write_manager(pages, folder, style, logo, logo_dark)
        source = pages.editions[0]
        printables = [(edition, _name_print(pages, edition)) for edition in pages.editions]
        template = source.jinja.get_template("site/index.html")
        folder.put("index.html", template.render(course=course, edition=source, theme=pages.theme, policy=POLICY, style=style, script=script, fallback=fallback, outlines=outlines, names={language: own_name(language).replace(",", "") for language in outlines}, printables=printables, logo=logo, logo_dark=logo_dark, version=__version__))
    return output / "site" / "index.html"


def _name_print(pages: Pages, edition: RenderedEdition, name: str = "print") -> str:
    return f"{name}.html" if edition is pages.editions[0] else f"{name}.{edition.language}.html"


def _write_manager(pages: Pages, folder: Folder, style: str, logo: str | None, logo_dark: str | None) -> None:
    """Write the page of whoever answers for the training, and the notice to staff. No page of the course leads there."""
    script, own = bundle.manager()
    worn = {"styles": [style, folder.add("manager", ".css", own)], "policy": POLICY, "logo": logo, "logo_dark": logo_dark}
    folder.put("manager.html", manager.render_manager(pages, to_script(manager.collect(pages)), script=folder.add("manager", ".js", script), **worn))
    for name, html in manager.render_notices(pages, **worn):
        folder.put(name, html)


def _copy_logo(folder: Folder, logo: Medium | None) -> str | None:
    if logo is None:
        return None
    folder.copy(f"media/{logo.name}", logo.path)
    return f"media/{logo.name}"


def _outline(pages: Pages, edition: RenderedEdition, folder: Folder, questions: str, later: tuple[str, str], blocks: str, parcel: str) -> str:
    """Write an edition's modules, and return what the player knows of them before any is loaded."""
    own = edition.edition
    spoken = bundle.pick_spoken(edition.phrases("blocks", *(f"blocks/{kind}" for kind in pages.kinds)).texts, pages)
    rows = []
    for page in edition.pages:
        text = pages.kept.get(("site", page.language, page.id), page, lambda: _register(page))  # noqa: B023 – called at once
        name = folder.add(f"modules/{page.language}/{page.id}", ".js", text)
        rows.append(_outline_row(page, name, edition))
    banks = {}
    for bank in edition.banks.values():
        text = pages.kept.get(("site bank", bank.language, bank.name), bank, lambda: _register_bank(bank))  # noqa: B023 – called at once
        banks[bank.name] = [folder.add(f"banks/{bank.language}/{bank.name}", ".js", text).split(".")[-2], bank.language]
    said = edition.phrases("player", *(["player/standing"] if pages.renews or pages.course.version else [])).texts
    late = {key: said.pop(key) for key in bundle.list_late(said)}
    said |= spoken | (edition.phrases("player/exam").texts if pages.examines else {})
    asking = {key: said.pop(key) for key in bundle.list_asking(said)}
    outline = {
        "later": [later[0], folder.add(f"later.{own.language}", ".js", f"tuokio.words({to_script(own.language)},'later',{to_script(late)})\n"), later[1]],
        "id": pages.course.id,
        "title": own.title,
        "description": own.description,
        "language": own.language,
        "direction": own.direction,
        "print": _name_print(pages, edition),
        "questions": questions and folder.add(f"questions.{own.language}", ".js", f"tuokio.words({to_script(own.language)},'questions',{to_script(asking)})\n", questions),
        "blocks": blocks,
        "parcel": parcel,
        "version": pages.course.version,
        "content": pages.content,
        "areas": list(own.areas.values()),
        "mastery": pages.course.settings.completion.mastery,
        "words": said,
        "resources": _write_resources(pages, edition, folder),
        "modules": rows,
    }
    settings, modules = pages.course.settings, pages.course.modules
    results = {"mail": settings.results.mail, "statistics": settings.results.item_statistics}
    some = {  # what only some courses have
        "outlooks": sort_outlooks(outline["resources"]),
        "banks": banks,
        "roles": own.roles,
        "asks": {page.id: _list_asked(page) for page, module in zip(edition.pages, modules, strict=True) if module.front.audience and page.points},
        "audience": {module.id: module.front.audience for module in modules if module.front.audience},
        "valid": {module.id: module.front.valid for module in modules if module.front.valid},
        "changed": pages.news.changed,
        "stale": pages.news.stale,
        "replaced": pages.news.replaced,
        "results": {key: value for key, value in results.items() if value},
    }
    outline |= {key: value for key, value in some.items() if value}
    return f"tuokio.outline({to_script(outline)})\n"


def _list_asked(page: Page) -> list[str]:
    """Return the ids of what earns points in a module: questions, draws, and the module itself where it is an exam."""
    return [*([page.id] if page.exam else []), *(id for step in page.steps for id, data in step.items.items() if data.get("points"))]


def _write_resources(pages: Pages, edition: RenderedEdition, folder: Folder) -> dict[str, list[str]]:
    """Write what the course offers as a whole, and return by name its label, and the hashes of its script, data and style."""
    written = {}
    for name, label, words, data, prints in collect(pages, edition):
        script, style = bundle.resource(name)
        about = {"words": words} | ({"print": _name_print(pages, edition, name)} if prints else {})
        head = f"tuokio.data({to_script(edition.language)},{to_script(name)},{{...{to_script(about)},data:"
        names = [folder.add(f"resources/{name}", ".js", script), folder.add(f"resources/{edition.language}/{name}", ".js", head, *_write_data(data), "})\n")]
        if style:
            names.append(folder.add(f"resources/{name}", ".css", style))
        written[name] = [label, *(name.split(".")[-2] for name in names)]
    return written


def _write_data(data: Any) -> tuple[str, ...]:
    """Return data as JavaScript. JSON that is text already, since it is large, goes between single quotes: each of its own quotes would need a backslash else."""
    if not isinstance(data, str):
        return (to_script(data),)
    return "'", data.replace("\\", "\\\\").replace("'", "\\'").replace("</", "<\\/").replace("<!", "\\x3c!"), "'"


def _outline_row(page: Page, name: str, edition: RenderedEdition) -> list[Any]:
    """Return what the home page must know of a module it has not loaded, as briefly as can be.

    The shape is `Row` in player/outline.ts: id, hash, title, minutes, steps, points, area's number, and
    the language where it is not that of the edition.
    """
    areas = list(edition.edition.areas)
    area = areas.index(page.area) if page.area in areas else -1
    row = [page.id, name.split(".")[-2], page.title, page.minutes, len(page.steps), page.points, area]
    return row if page.language == edition.language else [*row, page.language]


def _register(page: Page) -> str:
    module: dict[str, Any] = {
        "why": page.why,
        "objectives": page.objectives,
        "steps": [{"id": step.id, "title": step.title, "html": step.html, "items": step.items, "minutes": round(step.minutes, 1)} for step in page.steps],
    }
    if page.terms:
        module["terms"] = page.terms
    if page.banks:
        module["banks"] = page.banks
    if made := {id: items for step in page.steps for id, items in step.made.items()}:
        module["made"] = made
    if exam := page.exam:
        module["exam"] = {**exam.rules, "points": exam.asks, "own": exam.own, "objectives": exam.objectives, "homes": exam.homes}
    return f"tuokio.module({to_script(page.language)},{to_script(page.id)},{to_script(module)})\n"


def _register_bank(bank: RenderedBank) -> str:
    return f"tuokio.bank({to_script(bank.language)},{to_script(bank.name)},{to_script({'items': bank.items})})\n"


def to_script(value: Any) -> str:
    """Return JSON that is safe inside a script: no `</script>`, no `<!--`."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("<!", "\\u003c!")
