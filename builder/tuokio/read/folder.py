"""A course folder, or a single Markdown file, into a Course."""

from __future__ import annotations

import re
from pathlib import Path

from tuokio import words
from tuokio.course import Course, Settings
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Severity, Span
from tuokio.read import markdown, yaml
from tuokio.read.model import validate
from tuokio.read.module import read_module
from tuokio.read.source import load
from tuokio.read.theme import read_brand

AREAS = ("product", "rule", "feedback")


def read(path: Path, findings: list[Finding]) -> Course | None:
    """Read a course. What is wrong goes to `findings`; None if there is nothing to show at all."""
    folder = path if path.is_dir() else path.parent
    if not path.exists():
        findings.append(Finding("no-course", Severity.ERROR, Span(path), "There is no such folder or file.", "Check the name; `tuokio new NAME` makes a new course."))
        return None
    if path.is_file() and path.suffix.lower() not in (".md", ".markdown"):
        findings.append(Finding("not-markdown", Severity.ERROR, Span(path), "This is not a Markdown file.", f"Name the course's folder, `{path.parent.as_posix()}`, or one of its `.md` files."))
        return None
    files = _list_modules(path)
    if not files:
        findings.append(Finding("no-modules", Severity.ERROR, Span(path), "There is no Markdown file in this folder.", "Add one, such as `01-welcome.md`. A single file can be built too: `tuokio build file.md`."))
        return None

    settings = Settings()
    config = folder / "course.yaml"
    has_config = config.exists()
    if has_config:
        settings = _read_settings(config, findings)
    name = path.stem if path.is_file() else path.resolve().name
    course = Course(folder=folder, name=name, id=settings.id or make_id(name, "course"), title="" if path.is_file() else settings.title, settings=settings, single=path.is_file())
    if has_config and not settings.id:
        findings.append(Finding("missing-id", Severity.HINT, Span(config), "The course has no id, so renaming its folder would lose what learners did.", f"Add `id: {course.id}` and never change it."))

    course.brand = read_brand(course, config, findings)

    say = words.phrases(course.language, "page").say
    taken: dict[str, Span] = {}
    module_ids: set[str] = set()
    for file in files:
        source = load(file, findings)
        if source is None:
            continue
        module = read_module(source, settings, say, taken, findings)
        if module.front.id in module_ids:
            findings.append(Finding("duplicate-id", Severity.ERROR, source.span(1), f"Another module has the id `{module.id}`.", "Give one of them another `id`."))
        course.modules.append(module)
        module_ids.add(module.id)
    _tell_apart(course)

    if not course.title:
        course.title = course.modules[0].title if len(course.modules) == 1 else name.replace("-", " ").replace("_", " ").capitalize()

    def fill(text: str) -> str:
        return markdown.substitute(text, settings.values, lambda name: findings.append(_unknown_value(config, name)))

    course.title = fill(course.title)
    course.description = "" if course.single else fill(settings.description)
    settings.areas = {area: fill(title) for area, title in settings.areas.items()}
    _sort_areas(course, findings)
    return course


def _list_modules(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    files = [file for file in path.glob("*.md") if file.is_file() and not file.name.startswith((".", "_"))]
    if len(files) > 1:
        files = [file for file in files if file.stem.lower() != "readme"]

    def order(file: Path) -> tuple[float, str]:
        number = re.match(r"\d+", file.name)
        return (int(number[0]) if number else float("inf"), file.name.casefold())

    return sorted(files, key=order)


def _read_settings(config: Path, findings: list[Finding]) -> Settings:
    source = load(config, findings)
    document = yaml.parse(source.text, config, findings) if source else None
    if document is None or document.data is None:
        return Settings()
    return validate(Settings, document, findings, what="course.yaml", salvage=True) or Settings()


def _tell_apart(course: Course) -> None:
    """Number modules whose file names came to the same id: 01-intro.md and 02-intro.md."""
    taken: set[str] = set()
    for module in course.modules:
        id = make_unique(module.id, taken)
        taken.add(id)
        if id != module.id:
            old, module.id = module.id, id
            module.anchors = {name: place.replace(f"/{old}/", f"/{id}/", 1) for name, place in module.anchors.items()}
            for step in module.steps:
                for part in step.parts:
                    for token in getattr(part, "tokens", []):
                        if str(token.attrs.get("id", "")).startswith(f"/{old}/"):
                            token.attrs["id"] = str(token.attrs["id"]).replace(f"/{old}/", f"/{id}/", 1)


def _sort_areas(course: Course, findings: list[Finding]) -> None:
    say = words.phrases(course.language, "page").say
    known = dict(course.settings.areas) or {area: say(f"area-{area}") for area in AREAS}
    for module in course.modules:
        area = module.front.area
        if area and area not in known:
            findings.append(Finding("unknown-area", Severity.WARNING, module.span("area"), f"The course has no area `{area}`.", f"Known are {', '.join(f'`{name}`' for name in known)}. Add it under `areas:` in course.yaml, or change it here."))
            known[area] = area
        module.area = area
    course.areas = {area: title for area, title in known.items() if any(module.area == area for module in course.modules)}


def _unknown_value(config: Path, name: str) -> Finding:
    source = load(config, [])
    span = source.find("{{ " + name, 1, 200) if source else Span(config)
    return Finding("unknown-value", Severity.ERROR, span, f"`{name}` is not among the course's values.", f"Add `{name}` under `values:`.")
