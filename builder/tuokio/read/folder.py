"""A course folder, or a single Markdown file, into a Course: its modules in every language it has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from unicodedata import normalize

from tuokio import words
from tuokio.course import Contact, Course, Edition, Module
from tuokio.disk import is_reserved, name_output
from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding, Severity, Span
from tuokio.following import read_following
from tuokio.kept import Kept, Wanted
from tuokio.read import markdown, yaml
from tuokio.read.bank import read_banks, translate_banks
from tuokio.read.changes import check_changes
from tuokio.read.files import MODULES, find_config, list_modules, stem_of, suggest_module, tell_strays, tell_translations
from tuokio.read.glossary import read_glossaries
from tuokio.read.model import validate
from tuokio.read.module import ALERTS, Circumstances, Front, measure, read_front, read_module
from tuokio.read.naming import ask_for_ids, list_places, name_blocks, name_translations
from tuokio.read.phrases import read_phrases
from tuokio.read.recordings import read_recordings
from tuokio.read.source import Source, load
from tuokio.read.theme import read_brand
from tuokio.read.wording import note_worded
from tuokio.settings import EXAM, Settings
from tuokio.settings import Contact as Owner

AREAS = ("product", "rule", "feedback")


def read(path: Path, findings: list[Finding], kept: Kept) -> Course | None:
    """Read a course. What is wrong goes to `findings`; None if there is nothing to show at all."""
    folder = path if path.is_dir() else path.parent
    if not path.exists():
        findings.append(Finding("no-course", Severity.ERROR, Span(path), "There is no such folder or file.", "Check the name; `tuokio new NAME` makes a new course."))
        return None
    if path.is_file() and path.suffix.lower() not in MODULES:
        findings.append(Finding("not-markdown", Severity.ERROR, Span(path), "This is not a Markdown file.", f"Name the course's folder, `{path.parent.as_posix()}`, or one of its `.md` files."))
        return None
    tell_strays(folder, findings)
    files = list_modules(path, findings)
    if not files:
        findings.append(Finding("no-modules", Severity.ERROR, Span(path), "There is no Markdown file in this folder.", suggest_module(path)))
        return None

    config = folder / "course.yaml"
    has_config = find_config(config, findings)
    settings, locate = _read_settings(config, findings) if has_config else (Settings(), lambda path: Span(config))
    name = normalize("NFC", path.stem if path.is_file() else path.resolve().name)
    course = Course(folder=folder, name=name_output(path), id=settings.id or make_id(name, "course"), settings=settings, editions=[], single=path.is_file(), locate=locate)
    told = any(finding.span.path == config and (finding.id == "unusable-id" or finding.severity is Severity.ERROR) for finding in findings)
    if has_config and not settings.id and not told:
        findings.append(Finding("missing-id", Severity.HINT, Span(config), "The course has no id, so renaming its folder would lose what learners did.", f"Add `id: {course.id}` and never change it."))
    course.brand = read_brand(course, config, findings)
    course.editions = [_open_edition(language, course, config, findings) for language in dict.fromkeys(settings.languages)]

    def around(edition: Edition) -> Circumstances:
        return _gather(edition, settings)

    own, translations = tell_translations(files, settings.languages, "module", findings, single=course.single)
    _read_source(own, course, findings, kept)
    banks = read_banks(course, around, findings, kept)
    _name(course, findings)
    for edition in course.editions[1:]:
        _read_translations(edition, translations.get(edition.language, {}), course, findings, kept)
        translate_banks(edition, course, banks, around, findings, kept)
    read_glossaries(course, around, findings, kept)
    if course.editions[1:]:
        course.following = read_following(folder, findings, kept)
    read_recordings(course, findings, kept)
    _time_exams(course)
    if not course.title:
        for edition in course.editions:
            edition.title = edition.modules[0].title if len(course.modules) == 1 else name.replace("-", " ").replace("_", " ").capitalize()
    _sort_areas(course, findings)
    return course


def _open_edition(language: str, course: Course, config: Path, findings: list[Finding]) -> Edition:
    """Return the edition of a language, still without modules: the texts of course.yaml in that language."""
    settings, source = course.settings, course.settings.languages[0]

    def word(wording: str | dict[str, str]) -> str:
        return wording if isinstance(wording, str) else next((wording[one] for one in (language, language.split("-")[0], source) if one in wording), next(iter(wording.values()), ""))

    values = {name: word(value) for name, value in settings.values.items()}

    def fill(wording: str | dict[str, str]) -> str:
        return markdown.substitute(word(wording), values, lambda name: findings.append(_unknown_value(config, name)) if language == source else None)

    edition = Edition(language, direction=words.direction(language), values=values)
    if not course.single:
        edition.title, edition.description = fill(settings.title), fill(settings.description)
    edition.areas = {area: fill(title) for area, title in settings.areas.items()}
    edition.roles = {role: fill(title) for role, title in settings.roles.items()}
    edition.service_model = {step: fill(title) for step, title in settings.service_model.items()}
    edition.contacts = {id: Contact(fill(one.name), one.mail, fill(one.replies_in)) for id, one in settings.contacts.items()}
    edition.words = read_phrases(course.folder, language, findings)
    return edition


def _gather(edition: Edition, settings: Settings) -> Circumstances:
    say = words.phrases(edition.language, "page", own=edition.words)
    return Circumstances(edition.language, tuple(edition.values.items()), tuple((key, say.say(key)) for key in (*ALERTS.values(), "note", "footnote-back", EXAM)), settings.html, settings.confidence, tuple(edition.service_model.items()), tuple(edition.contacts.items()))


def _read_source(files: list[Path], course: Course, findings: list[Finding], kept: Kept) -> None:
    around = _gather(course.source, course.settings)
    named = _identify(_read_fronts(files, findings, kept), findings)
    said = [found for _, _, found in named]
    wanted = [Wanted(("module", front.source.path), (id, front.source.text, around), partial(_read_one, id, front, around)) for id, front, _ in named]
    named.clear()  # so that no text stays in memory after it is read
    for found, (module, found_more) in zip(said, kept.get_all(wanted), strict=True):
        findings += found + found_more
        course.source.modules.append(module)


def _name(course: Course, findings: list[Finding]) -> None:
    name_blocks([*course.modules, *course.source.banks], findings)
    if course.settings.id and not course.single:
        ask_for_ids(course.modules, findings)
    for module in course.modules:
        module.places = list_places(module)
    check_changes(course, findings)


def _read_translations(edition: Edition, files: dict[str, Path], course: Course, findings: list[Finding], kept: Kept) -> None:
    around = _gather(edition, course.settings)
    for source in course.modules:
        file = files.get(stem_of(source.path))
        text = load(file, findings) if file else None
        if text is None:
            edition.modules.append(source)
            continue
        note_worded(source)
        ids = tuple(block.id for block in source.blocks)
        module, found = kept.get(("translation", file), (text.text, around, source, ids), lambda: _read_translation(source, text, around), lent=source.lent)  # noqa: B023 – called at once
        findings += found
        name_translations(module, findings)
        module.places = list_places(module)
        edition.modules.append(module)


def _read_fronts(files: list[Path], findings: list[Finding], kept: Kept) -> list[tuple[Front, list[Finding]]]:
    sources = [source for file in files if (source := load(file, findings))]
    return [kept.get(("front", source.path), source.text, lambda: _read_front(source), stored=False) for source in sources]  # noqa: B023 – called at once


def _read_front(source: Source) -> tuple[Front, list[Finding]]:
    found: list[Finding] = []
    return read_front(source, found), found


def _read_translation(source: Module, text: Source, around: Circumstances) -> tuple[Module, list[Finding]]:
    front, found = _read_front(text)
    module, found_more = _read_one(source.id, front, around, source)
    return module, found + found_more


def _read_one(id: str, front: Front, around: Circumstances, source: Module | None = None) -> tuple[Module, list[Finding]]:
    found: list[Finding] = []
    return read_module(id, front, around, found, source), found


def _identify(fronts: list[tuple[Front, list[Finding]]], findings: list[Finding]) -> list[tuple[str, Front, list[Finding]]]:
    """Give each module its id: its author's, or its file's name, numbered where two come to the same."""
    taken = {front.keys.id for front, _ in fronts if front.keys.id}
    seen: dict[str, Front] = {}
    named = []
    for front, found in fronts:
        id = front.keys.id
        if id in seen:
            findings.append(Finding("duplicate-id", Severity.ERROR, front.span("id"), f"`{seen[id].source.path.name}` has the id `{id}` too.", "Give one of them another `id`. A copied module needs a new one, and so does each of its questions."))
        if id and is_reserved(id):
            findings.append(Finding("unusable-id", Severity.ERROR, front.span("id"), f"`{id}` cannot be a module's id: Windows keeps that name for itself.", f"Write a longer one, such as `{id}-1`."))
        if not id or id in seen:
            id = make_unique(_make_module_id(front.stem), taken)
        taken.add(id)
        seen.setdefault(id, front)
        named.append((id, front, found))
    return named


def _make_module_id(stem: str) -> str:
    """Return an id for a module, which will name a file: so none that Windows keeps for a device."""
    id = make_id(stem, "module")
    return f"{id}-module" if is_reserved(id) else id


def _read_settings(config: Path, findings: list[Finding]) -> tuple[Settings, Callable[[tuple[str, ...]], Span]]:
    """Return what course.yaml says, and what finds a value's place in it."""
    source = load(config, findings)
    document = yaml.parse(source.text, config, findings) if source else None
    if document is None or document.data is None:
        return Settings(), lambda path: Span(config)
    settings = validate(Settings, document, findings, what="course.yaml", salvage=True) or Settings()
    written = document.data.get("contacts") if isinstance(document.data, dict) else None
    for id in written if isinstance(written, dict) else ():  # what is wrong with a contact is told here, and not wherever it is named
        settings.contacts.setdefault(make_id(id, id), Owner.model_construct(name=id, replies_in="?"))
    return settings, document.span


def _sort_areas(course: Course, findings: list[Finding]) -> None:
    """Let each edition name the areas its modules are in, in the author's order."""
    given = course.source.areas
    known = dict(given) or dict.fromkeys(AREAS, "")
    for module in course.modules:
        area = module.front.area
        if area and area not in known:
            findings.append(Finding("unknown-area", Severity.WARNING, module.span("area"), f"The course has no area `{area}`.", f"Known are {', '.join(f'`{name}`' for name in known)}. Add it under `areas:` in course.yaml, or change it here."))
            known[area] = area
        module.area = area
    used = [area for area in known if any(module.area == area for module in course.modules)]
    for edition in course.editions:
        say = words.phrases(edition.language, "page", own=edition.words).say
        edition.areas = {area: edition.areas.get(area) or (say(f"area-{area}") if area in AREAS and not given else area) for area in used}
        for module, source in zip(edition.modules, course.modules, strict=True):
            module.area = source.area


def _time_exams(course: Course) -> None:
    """Count in the questions of exams that ask whole banks; how many those are is known only now."""
    for number, module in enumerate(course.modules):
        if module.exam:
            drawn = 0 if module.exam.draw else len(course.source.pool(module.exam))
            for edition in course.editions:
                edition.modules[number].minutes = module.front.minutes or measure(module.estimate, drawn)


def _unknown_value(config: Path, name: str) -> Finding:
    source = load(config, [])
    span = source.find("{{ " + name, 1, 200) if source else Span(config)
    return Finding("unknown-value", Severity.ERROR, span, f"`{name}` is not among the course's values.", f"Add `{name}` under `values:`.")
