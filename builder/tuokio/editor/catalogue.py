"""All schemas by name: `course`, `module` (its front matter), `bank`, `bank-translation`, `glossary`, `theme`, `words`, and `block-…` for what stands in each fence."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import JsonSchemaValue, models_json_schema

from tuokio import blocks, words
from tuokio.blocks.block import Block
from tuokio.brand import ThemeFile
from tuokio.editor.schema import DIALECT, SCALAR, AuthorSchema, describe, drop_titles, write_schema
from tuokio.glossary import Meaning
from tuokio.settings import FrontMatter, Settings

QUIZ = "quiz"
FORMS = ("zero", "one", "two", "few", "many", "other")
"""All plural forms that languages tell apart (Unicode CLDR)."""


def write_schemas() -> dict[str, JsonSchemaValue]:
    """Return every schema by its name."""
    found = {"course": write_schema(Settings), "module": write_schema(FrontMatter), "bank": _describe_bank(), "bank-translation": _describe_bank(translated=True), "glossary": _describe_glossary(), "theme": write_schema(ThemeFile), "words": _describe_words()}
    return found | {f"block-{fence}": _describe_fence(fence) for fence in sorted(blocks.fences())}


def _describe_fence(fence: str) -> JsonSchemaValue:
    """Return what stands in a fence: one block, or a list of them."""
    kinds = blocks.fences()[fence]
    entry, rest = _describe_entry(kinds)
    return {"$schema": DIALECT, **describe(kinds[0].__doc__ if len(kinds) == 1 else "One question, or several as a list: each begins with a hyphen."), "if": {"type": "array"}, "then": {"items": entry}, "else": entry, **rest}


def _describe_bank(*, translated: bool = False) -> JsonSchemaValue:
    """Return what a bank of questions is, or the translation of one: there every entry has its `id`, and what is no text may be left out."""
    entry, rest = _describe_entry([kind for kind in blocks.fences()[QUIZ] if kind.key != "draw"])
    if translated:
        told = "The questions of a bank in another language: each has its `id` from the source, and only its texts."
        keys = {key: made for key, made in entry["else"]["properties"].items() if key != "type"}
        entry = {"type": "object", "properties": keys, "additionalProperties": False, "required": ["id"]}
        return {"$schema": DIALECT, **describe(told), "type": "array", "items": entry}
    return {"$schema": DIALECT, **describe("A bank of questions: each begins with `- ` at the left edge, and its keys are those of a `quiz` block."), "type": "array", "items": entry, **rest}


def _describe_entry(kinds: list[type[Block]]) -> tuple[JsonSchemaValue, JsonSchemaValue]:
    """Return the schema of one block that may be of any of these kinds, and the definitions it needs.

    Which it is its keys decide, as they do for us: of a choice among schemas an editor could only say that none of them fits.
    """
    refs, rest = models_json_schema([(kind, "validation") for kind in kinds], schema_generator=AuthorSchema)
    rest = drop_titles(rest)
    if len(kinds) == 1 and not kinds[0].key:
        return refs[kinds[0], "validation"], rest
    keys: dict[str, Any] = {}
    cases = []
    telling: dict[str, list[type[Block]]] = {}
    for kind in kinds:
        telling.setdefault(kind.key, []).append(kind)
        own = rest["$defs"][refs[kind, "validation"]["$ref"].removeprefix("#/$defs/")]
        keys = {key: {name: value for name, value in made.items() if name.endswith(("description", "Description"))} for key, made in own["properties"].items()} | keys
        cases.append({"if": {"properties": {"type": {"const": kind.kind()}}, "required": ["type"]}, "then": refs[kind, "validation"]})
    for key, alike in telling.items():
        widest = max(alike, key=lambda kind: len(kind.model_fields))  # how many options are right tells the others apart
        cases.append({"if": {"required": [key], "not": {"required": ["type"]}}, "then": refs[widest, "validation"]})
    told = {"anyOf": [{"required": [key]} for key in ("type", *telling)]}
    untold = {"type": "null", "errorMessage": f"No key here tells what kind of question this is. Add {', '.join(list(telling)[:-1])} or {list(telling)[-1]}."}
    of = {"type": describe("Names the kind where its keys do not.") | {"enum": [kind.kind() for kind in kinds]}}
    return {"type": "object", "properties": of, "if": told, "then": {"allOf": cases}, "else": {"properties": keys, "additionalProperties": False, "allOf": [untold]}}, rest


def _describe_glossary() -> JsonSchemaValue:
    meaning = write_schema(Meaning)
    text = {"type": SCALAR, "minLength": 1}
    return {"$schema": DIALECT, **describe("The course's terms: `receipt: It proves what was bought and when.`"), "type": "object", "additionalProperties": {"anyOf": [text, {key: value for key, value in meaning.items() if key != "$schema"}]}}


def _describe_words() -> JsonSchemaValue:
    """Return what a course may say otherwise, each phrase with what it is in English."""
    forms = {"type": "object", "properties": {form: {"type": SCALAR} for form in FORMS}, "additionalProperties": False, "required": ["other"]}
    keys = {key: _describe_phrase(phrase) for key, phrase in words.every_phrase().items()}
    return {"$schema": DIALECT, **describe("What Tuokio says to learners, in another language or in the firm's own words."), "type": "object", "properties": keys, "additionalProperties": False, "$defs": {"forms": forms}}


def _describe_phrase(phrase: words.Phrase) -> JsonSchemaValue:
    if isinstance(phrase, str):
        return {"type": SCALAR, "description": phrase}
    return {"$ref": "#/$defs/forms", "description": " / ".join(phrase.values())}
