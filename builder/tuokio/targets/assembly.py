"""What a course consists of in every target that is played: its scripts, styles, modules, banks, resources and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from tuokio import __version__
from tuokio.kept import Facts
from tuokio.media import Medium
from tuokio.page import Page, Pages, RenderedEdition
from tuokio.page.sandbox import offered
from tuokio.resources import collect, sort_outlooks
from tuokio.targets import bundle
from tuokio.targets.container import Call, Container, Text
from tuokio.targets.paper import booklets, printable
from tuokio.targets.policy import BEGUN, BESIDE, fetch, fetching
from tuokio.words import own_name


@dataclass(frozen=True)
class Delivery:
    """How a target has a course played."""

    store: str
    """The target whose `store.ts` it brings."""
    words: tuple[str, ...] = ()
    """Rooms whose phrases it says, beside the player's."""
    prints: bool = True
    """Whether printable pages are beside it, to be linked to."""
    without: frozenset[str] = frozenset()
    """Resources that make no sense there."""
    reports: bool = False
    """Whether a learning platform is told of answers: it brings the kinds' interactions."""
    data: tuple[Call, ...] = ()
    """What more its own script is handed at the start."""
    outline: dict[str, Any] = field(default_factory=dict)
    """What more the player knows of the course there."""


class Assembly(NamedTuple):
    """The names of a course's files, as its first page needs them."""

    style: str
    script: str
    fallback: str
    blocks: str
    outlines: dict[str, str]
    """By language, the source first."""
    logo: str | None
    logo_dark: str | None


class _Shared(NamedTuple):
    """Files that every language uses."""

    questions: str
    later: tuple[str, str]
    blocks: str
    parcel: str
    how: Delivery


def assemble(pages: Pages, into: Container, how: Delivery) -> Assembly:
    """Put a course's files into a container, all but the page that starts it."""
    fonts = {font: into.add(f"fonts/{font.stem}", ".woff2", font.data) for font in pages.theme.fonts}
    style = into.add("style", ".css", bundle.style(pages, fonts.__getitem__))
    blocks = bundle.block_style(pages)
    blocks = blocks and into.add("blocks", ".css", blocks)
    script = into.add("course", ".js", bundle.script(pages, how.store), *how.data)
    fallback = into.add("fallback", ".js", bundle.fallback())
    later_script, later_style = bundle.later()
    later = into.add("later", ".js", later_script), into.add("later", ".css", later_style)
    shared = _Shared(bundle.questions(pages, how.reports), later, blocks, into.add("parcel", ".js", bundle.parcel()), how)
    outlines = {edition.language: _write_outline(pages, edition, into, shared) for edition in pages.editions}
    for name, source in pages.files.items():
        into.copy(name, source)
    logo, logo_dark = (_copy_logo(into, logo) for logo in (pages.theme.logo, pages.theme.logo_dark))
    return Assembly(style, script, fallback, blocks, outlines, logo, logo_dark)


def render_page(pages: Pages, template: str, made: Assembly, policies: list[str], **more: Any) -> str:
    """Return the page that starts the course, made of a target's template, which extends `course.html`."""
    source = pages.editions[0]
    names = {language: own_name(language).replace(",", "") for language in made.outlines}
    return source.jinja.get_template(template).render(course=pages.course, edition=source, editions=pages.editions, theme=pages.theme, policies=policies, names=names, name_print=partial(name_print, pages), version=__version__, **(made._asdict() | more))


def render_index(pages: Pages, made: Assembly) -> str:
    """Return the page that starts a course whose files lie beside it."""
    names = [made.script, *(made.outlines.values() if len(made.outlines) == 1 else [])]
    return render_page(pages, "site/index.html", made, fetching(names), fetch=fetch(names), begin=Markup(BEGUN))  # noqa: S704 – our own


@offered
def name_print(pages: Pages, edition: RenderedEdition, name: str = "print") -> str:
    """Return the name of a printable page in a folder."""
    return f"{name}.html" if edition is pages.editions[0] else f"{name}.{edition.language}.html"


def put_printables(pages: Pages, into: Container, made: Assembly) -> None:
    """Put the printable pages beside the course."""
    paper = into.add("paper", ".css", bundle.paper_style())
    sheet = Markup("").join(Markup('<link rel="stylesheet" href="{}">').format(name) for name in (made.style, paper, made.blocks) if name)
    worn = {"styles": sheet, "policies": [BESIDE], "logo": made.logo, "logo_dark": made.logo_dark}
    for edition in pages.editions:
        whole = name_print(pages, edition)
        into.put(whole, printable(pages, edition, locate=partial(name_print, pages, edition), **worn))
        for name, html in booklets(pages, edition, whole=whole, **worn):
            into.put(name_print(pages, edition, name), html)


def _copy_logo(into: Container, logo: Medium | None) -> str | None:
    if logo is None:
        return None
    into.copy(f"media/{logo.name}", logo.path)
    return f"media/{logo.name}"


def _write_outline(pages: Pages, edition: RenderedEdition, into: Container, shared: _Shared) -> str:
    """Write an edition's modules, and return the name of what the player knows of them before any is loaded."""
    own = edition.edition
    spoken = bundle.pick_spoken(edition.phrases("blocks", *(f"blocks/{kind}" for kind in pages.kinds)).texts, pages)
    rows, stamps = [], pages.kept.facts("stamps")
    for page in edition.pages:
        name = _write_known(f"modules/{page.language}/{page.id}", Call("module", partial(_register, page), stamps.recall(page.serial)), page.serial, into, stamps)
        rows.append(_outline_row(page, name, edition))
    banks = {}
    for bank in edition.banks.values():
        call = Call("bank", (bank.language, bank.name, {"items": bank.items}), stamps.recall(bank.serial))
        banks[bank.name] = [_write_known(f"banks/{bank.language}/{bank.name}", call, bank.serial, into, stamps).split(".")[-2], bank.language]
    said = edition.phrases("player", *shared.how.words, *(["player/standing"] if pages.renews or pages.course.version else [])).texts
    late = {key: said.pop(key) for key in bundle.list_late(said)}
    said |= spoken | (edition.phrases("player/exam").texts if pages.examines else {})
    asking = {key: said.pop(key) for key in bundle.list_asking(said)}
    outline = {
        "later": [shared.later[0], into.add(f"later.{own.language}", ".js", Call("words", (own.language, "later", late))), shared.later[1]],
        "id": pages.course.id,
        "title": own.title,
        "description": own.description,
        "language": own.language,
        "direction": own.direction,
        "print": name_print(pages, edition) if shared.how.prints else "",
        "questions": shared.questions and into.add(f"questions.{own.language}", ".js", Call("words", (own.language, "questions", asking)), shared.questions),
        "blocks": shared.blocks,
        "parcel": shared.parcel,
        "version": pages.course.version,
        "content": pages.content,
        "areas": list(own.areas.values()),
        "mastery": pages.course.settings.completion.mastery,
        "words": said,
        "resources": _write_resources(pages, edition, into, shared.how),
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
    outline |= {key: value for key, value in some.items() if value} | shared.how.outline
    return into.add(f"outline.{own.language}", ".js", Call("outline", (outline,)))


def _write_known(stem: str, call: Call, serial: str, into: Container, stamps: Facts) -> str:
    """Write a script that the `serial` of what it hands over decides, and note its stamp for the builds that come."""
    name = into.add(stem, ".js", call)
    if call.known:
        stamps.note(serial, call.known)
    return name


def _list_asked(page: Page) -> list[str]:
    """Return the ids of what earns points in a module: questions, draws, and the module itself where it is an exam."""
    return [*([page.id] if page.exam else []), *(id for step in page.steps for id, data in step.items.items() if data.get("points"))]


def _write_resources(pages: Pages, edition: RenderedEdition, into: Container, how: Delivery) -> dict[str, list[str]]:
    """Write what the course offers as a whole, and return by name its label, and the hashes of its script, data and style."""
    written = {}
    for name, label, words, data, prints in collect(pages, edition):
        if name in how.without:
            continue
        script, style = bundle.resource(name)
        about = {"words": words} | ({"print": name_print(pages, edition, name)} if prints and how.prints else {})
        given = Text(data) if isinstance(data, str) else data
        names = [into.add(f"resources/{name}", ".js", script), into.add(f"resources/{edition.language}/{name}", ".js", Call("data", (edition.language, name, about | {"data": given})))]
        if style:
            names.append(into.add(f"resources/{name}", ".css", style))
        written[name] = [label, *(name.split(".")[-2] for name in names)]
    return written


def _outline_row(page: Page, name: str, edition: RenderedEdition) -> list[Any]:
    """Return what the home page must know of a module it has not loaded, as briefly as can be.

    The shape is `Row` in player/outline.ts: id, hash, title, minutes, steps, points, area's number, and
    the language where it is not that of the edition.
    """
    areas = list(edition.edition.areas)
    area = areas.index(page.area) if page.area in areas else -1
    row = [page.id, name.split(".")[-2], page.title, page.minutes, len(page.steps), page.points, area]
    return row if page.language == edition.language else [*row, page.language]


def _register(page: Page) -> tuple[Any, ...]:
    """Return what the player is handed of a module."""
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
    return page.language, page.id, module
