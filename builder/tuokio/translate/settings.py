"""The texts of course.yaml, written once for each language."""

from __future__ import annotations

from collections.abc import Iterator

from tuokio.course import Course
from tuokio.fields import Wording
from tuokio.read.places import Path, find_places
from tuokio.translate.text import State, Text, Told
from tuokio.translate.written import write_scalar

FILE = "course.yaml"
PREFIX = "course.yaml"
NAMES = {"title": "Title of the course", "description": "Description of the course", "areas": "Area", "roles": "Role", "service_model": "Step of good service", "contacts": "Contact", "values": "Value"}


def list_texts(course: Course, language: str) -> list[Text]:
    """Return the texts of course.yaml. A value that is written once is a figure or a name, and the same everywhere."""
    found = []
    for path, wording in _list_wordings(course):
        source = wording if isinstance(wording, str) else wording.get(course.language, "")
        if not source.strip() or isinstance(wording, str) and path[0] == "values":
            continue
        theirs = wording.get(language, "") if isinstance(wording, dict) else ""
        where = NAMES[path[0]] + (f" `{path[1]}`" if len(path) > 1 else "") + (f": {path[2].replace('_', ' ')}" if len(path) > 2 else "")
        found.append(Text("/".join((PREFIX, *path)), FILE, where, source.strip(), theirs.strip(), State.DONE if theirs.strip() else State.NEW, "value"))
    return found


def _list_wordings(course: Course) -> Iterator[tuple[tuple[str, ...], Wording]]:
    settings = course.settings
    yield ("title",), settings.title
    yield ("description",), settings.description
    for key in ("areas", "roles", "service_model", "values"):
        yield from (((key, name), wording) for name, wording in getattr(settings, key).items())
    for id, contact in settings.contacts.items():
        yield from ((("contacts", id, key), getattr(contact, key)) for key in ("name", "replies_in"))


def write_settings(text: str, course: Course, language: str, told: dict[str, Told]) -> str:
    """Return course.yaml with the texts that came and with the language among its `languages`."""
    for id, one in told.items():
        text = _write_wording(text, tuple(id.split("/")[1:]), course.language, language, one.text)
    return add_language(text, course.settings.languages, language)


def _write_wording(text: str, path: tuple[str, ...], source: str, language: str, told: str) -> str:
    values, keys = find_places(text)
    place = values.get(path)
    if place is None:
        return text
    if there := values.get((*path, language)):
        return text[: there.start] + write_scalar(told, there.column, flow=there.flow) + ("\n" if there.style in ("|", ">") else "") + text[there.end :]
    if (*path, source) not in values:  # written once for all
        old = text[place.start : place.end].strip()
        if place.style in ("|", ">") or "\n" in told or len(old) + len(told) > 120 and not place.flow:
            margin = " " * (place.column + 2)
            value = old if place.style not in ("|", ">") else write_scalar(_join(old), place.column + 2)
            return text[: place.start].rstrip() + f"\n{margin}{source}: {value}\n{margin}{language}: {write_scalar(told, place.column + 2)}" + ("\n" if place.style in ("|", ">") else "") + text[place.end :]
        old = old if place.style else write_scalar(old, 0, flow=True)
        return text[: place.start] + f"{{{source}: {old}, {language}: {write_scalar(told, 0, flow=True)}}}" + text[place.end :]
    if place.style == "{":
        at = text.rindex("}", place.start, place.end)
        before = text[:at].rstrip()
        return f"{before}{'' if before.endswith(',') else ','} {language}: {write_scalar(told, 0, flow=True)}" + text[at:]
    last = max((stand for way, stand in values.items() if way and way[:-1] == path), key=lambda one: one.end)
    at = last.end if last.style in ("|", ">") else text.find("\n", last.end) + 1 or len(text)
    line = f"{' ' * last.column}{language}: {write_scalar(told, last.column)}\n"
    return text[:at] + ("" if at == 0 or text[at - 1] == "\n" else "\n") + line + text[at:]


def _join(block: str) -> str:
    return " ".join(line.strip() for line in block.split("\n")[1:])


def add_language(text: str, languages: list[str], language: str) -> str:
    """Return course.yaml with a language among those it has."""
    if language in languages:
        return text
    values, _ = find_places(text)
    place = values.get(("languages",))
    if place is None:
        return text + ("" if not text or text.endswith("\n") else "\n") + f"languages: [{', '.join([*languages, language])}]\n"
    if place.style == "[":
        at = text.rindex("]", place.start, place.end)
        return f"{text[:at].rstrip().rstrip(',')}, {language}" + text[at:]
    last = values[("languages", len(languages) - 1)]
    at = text.find("\n", last.end) + 1 or len(text)
    return text[:at] + ("" if text[at - 1 : at] == "\n" else "\n") + f"{' ' * last.column}- {language}\n" + text[at:]
