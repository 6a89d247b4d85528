"""Shapes in which a conversation is written that were meant otherwise, and what to write instead."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError, ValidatorFunctionWrapHandler
from pydantic_core import PydanticCustomError

from tuokio.fields import make_id


LEVEL = re.compile(r"[+−–-]?\d")


def _refuse(message: str, cure: str, id: str = "wrong-shape") -> PydanticCustomError:
    return PydanticCustomError(id, "{message}", {"message": message, "cure": cure})


class Written(int):
    """A level that stands as a key, and how its author wrote it: `+1`."""

    written: str


def read_level(value: Any, read: ValidatorFunctionWrapHandler) -> Written:
    """Read a level of the mood that stands as a key."""
    try:
        level = Written(read(value))
    except ValidationError:
        raise _refuse(f"`{value}` is no level of the mood.", "Write its number: 0 is calm, below it is a worse mood, above it a better one.", "not-a-number") from None
    level.written = str(value)
    return level


def refuse_mood_by_name(value: Any) -> Any:
    """Refuse a mood by what it is called: names differ between languages, levels do not."""
    if isinstance(value, str) and not any(sign.isdigit() for sign in value):
        raise _refuse(f"`{value}` is no level of the mood.", "Write its number, which stands before its name: 0 is calm, below it is a worse mood, above it a better one.", "not-a-number")
    return value


def read_right(value: Any) -> Any:
    """Read `true` as 1, and refuse what does not say how right something is."""
    plain = {"true": "1", "false": "0"}.get(value.strip(), value) if isinstance(value, str) else value
    try:
        known = 0 <= float(str(plain).replace(",", ".").replace("%", "")) <= (100 if "%" in str(plain) else 1)
    except ValueError:
        known = False
    if not known:
        raise _refuse("This does not say how right the reply is.", "Write `1` if it is right, `0` if it is not, and `0,5` for half.", "out-of-range")
    return plain


def refuse_named_mood(value: Any) -> Any:
    """Read `mood: -1` as where it begins."""
    if isinstance(value, str) and not any(sign.isdigit() for sign in value):
        raise _refuse(f"The mood begins at a level, and `{value}` is a name.", f"Write its number, and what the levels are called: `{{start: -1, names: {{-1: {value}, 0: …}}}}`.")
    if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
        raise _refuse("This does not say which level has which name.", f"Write the level before each, from the worst mood on: `{{start: 0, names: {_by_level(value)}}}`.")
    if isinstance(value, dict) and value and all(LEVEL.fullmatch(str(key)) for key in value):
        names = ", ".join(f"{level}: {name}" for level, name in value.items())
        raise _refuse("These are names of moods, and they stand under `names`.", f"Write `{{start: 0, names: {{{names}}}}}`, with the level it begins at under `start`.")
    return value if isinstance(value, dict) else {"start": value}


def _by_level(names: list[str]) -> str:
    """Return names of moods with levels around 0."""
    return "{" + ", ".join(f"{level}: {name}" for level, name in enumerate(names, -(len(names) // 2))) + "}"


def _refuse_twice(value: Any) -> None:
    """Refuse a level that stands twice in other signs, `1` and `+1`: one of them would be lost."""
    plain = [re.sub("[−–]", "-", str(level)).removeprefix("+") for level in value] if isinstance(value, dict) else []
    if twice := next((level for level in plain if plain.count(level) > 1), None):
        raise _refuse(f"The level {twice} is here twice.", "Keep one of them.", "duplicate-key")


def refuse_bare_names(value: Any) -> Any:
    """Refuse names of moods that do not say which level is which."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        raise _refuse("This does not say which level has which name.", f"Write the level before each, from the worst mood on: `{_by_level(value)}`.")
    _refuse_twice(value)
    return value


def refuse_nameless_scenes(value: Any) -> Any:
    """Refuse scenes as a list: nothing could lead to them."""
    if isinstance(value, list):
        first = value[0] if value and isinstance(value[0], dict) else {}
        name = first.get("id") or next((key for key, inside in first.items() if inside is None), "…")
        raise _refuse("The scenes are a list here, so they have no names that replies can lead to.", f"Write a name and a colon in place of each hyphen, `{name}:`, and below it what belongs to the scene, indented by two spaces more.")
    return value


def refuse_plain_scene(value: Any) -> Any:
    """Refuse a scene that is only what is said in it, for it leads nowhere, and replies that stand where scenes do."""
    if isinstance(value, list):
        raise _refuse("A scene is made of `key: value` lines, and this is a list.", "If these are the replies of the scene above, indent `replies:` and all below it by two spaces more.")
    if isinstance(value, str):
        raise _refuse("This scene is only a text, so nobody gets any further.", f"Write below its name `says: {value}`, and then its `replies:` or how it ends, `end: good`.")
    return value


def refuse_named_replies(value: Any) -> Any:
    """Refuse replies by name; a scene with none has an empty list."""
    if isinstance(value, dict) and value and all(isinstance(reply, dict) for reply in value.values()):
        raise _refuse("The replies have names here, and they are a list.", "Write a hyphen in place of each name, `- text: …`, and its other keys below `text`. A name of its own is `id:`.")
    return [] if value in (None, "") else value


def refuse_many_scenes(value: Any) -> Any:
    """Refuse a list of scenes that follow a reply: nothing tells which of them does."""
    _refuse_twice(value)
    if value == {}:
        raise _refuse("This does not say which scene follows.", "Write the name of one scene. If it depends on the mood, write from which level on: `{-2: …, 0: …}`.")
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        levels = ", ".join(f"{level}: {scene}" for one in value for level, scene in one.items())
        raise _refuse("A reply leads to one scene, and this is a list.", f"If it depends on the mood, write the levels without hyphens: `{{{levels}}}`.")
    if isinstance(value, list):
        names = [scene for scene in value if isinstance(scene, str)]
        by_mood = ", ".join(f"{level}: {name}" for level, name in enumerate(names, min(0, 1 - len(names))))
        raise _refuse("A reply leads to one scene, and this is a list.", f"Write one of them. If it depends on the mood, write from which level on: `{{{by_mood}}}`." if len(names) > 1 else "Write the name of one scene.")
    return value


def refuse_scene_by_mood(value: Any) -> Any:
    """Refuse a return that leads to several scenes: the mood of a return is its own."""
    if isinstance(value, dict) and value:
        raise _refuse("What comes back is one scene, whatever the mood.", f"Write its name: `to: {next(iter(value.values()))}`. The replies there may lead on by the mood.")
    return value


def refuse_plain_return(value: Any) -> Any:
    """Refuse a return that does not say when it comes."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        raise _refuse("A reply brings back one scene, and this is a list.", "Write `{to: …, after: …}` for one, and let another reply bring back the other.")
    if isinstance(value, str):
        raise _refuse("This does not say when it comes back.", f"Write the scene, and when that is: `{{to: {value}, after: Two hours later}}`.")
    return value


def refuse_nameless_people(value: Any) -> Any:
    """Refuse people by their names alone: scenes call them by ids."""
    if isinstance(value, list | str):
        people = ", ".join(_by_id(one) for one in (value if isinstance(value, list) else [value])) or "mika: Mika"
        raise _refuse("These have no ids by which a scene could say who speaks.", f"Write one before each: `{{{people}}}`.")
    return value


def _by_id(person: Any) -> str:
    """Return a person of a list as written by an id, which is made of the name."""
    if not isinstance(person, dict):
        return f"{make_id(str(person), 'who')}: {person}"
    inside = ", ".join(f"{key}: {value}" for key, value in person.items() if key != "id")
    return f"{make_id(str(person.get('id') or person.get('name', '')), 'who')}: {{{inside}}}"
