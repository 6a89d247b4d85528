"""A JSON Schema of what an author may write in a model, for editors to complete, explain and underline by.

It is not what the model holds in the end: an editor reads `80%` as a text and `2026` as a number, and both are fine where
an author writes them. So a text may be any scalar, a number may be a text that reads as one, and what validators read
besides is said where they stand (`json_schema_input_type`, `Author.shorthand`). What only all of a course
together tells is left to `tuokio check`; a schema underlines nothing that builds.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from tuokio.fields import PATTERNS, Author

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What all editors know."""
SCALAR = ["string", "number", "boolean"]
"""What YAML makes of a text without quotes: `title: 2026`."""
WHOLE, DECIMAL = r"^\s*[+\-−–]?[0-9][0-9\s]*$", r"^\s*[+\-−–]?[0-9\s]*[.,]?[0-9]+\s*$"
"""Numbers as texts: 1 000, +1, 2,5."""
BOUNDS = {"ge": ["minimum"], "le": ["maximum"], "min_length": ["minItems", "minProperties"], "max_length": ["maxItems", "maxProperties"]}
"""What bounds are called that pydantic cannot give to one type alone: each holds only for what has such a thing."""


class AuthorSchema(GenerateJsonSchema):
    """What an author may write."""

    schema_dialect = DIALECT

    def generate(self, schema: core_schema.CoreSchema, mode: str = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode)
        return {"$schema": DIALECT} | drop_titles(made)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema) | {"type": SCALAR}
        if fault := PATTERNS.get(made.get("pattern", "")):
            made["patternErrorMessage"] = fault[2]
        return made

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"type": ["boolean", "string"], "pattern": r"^\s*([Tt]rue|TRUE|[Ff]alse|FALSE)\s*$", "patternErrorMessage": "Write `true` or `false`."}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"type": ["integer", "string"], "pattern": WHOLE, "patternErrorMessage": "Write the number alone, in digits."}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return super().float_schema(schema) | {"type": ["number", "string"], "pattern": DECIMAL, "patternErrorMessage": "Write the number alone, in digits."}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$", "patternErrorMessage": "Write year, month and day: 2026-11-01."}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if not (taken := schema.get("json_schema_input_schema")):
            return inner
        return _widen(self.generate_inner(taken), inner)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # a key without a value is told of

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # an editor would write it in, and nobody writes what is so anyway

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        made = super().tagged_union_schema(schema)
        return {"anyOf": made["oneOf"]} if "oneOf" in made else made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made: JsonSchemaValue = {"type": "object", "additionalProperties": self.generate_inner(schema["values_schema"]) if "values_schema" in schema else {}}
        keys = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        if "pattern" in keys:
            made["propertyNames"] = {key: keys[key] for key in ("pattern", "patternErrorMessage") if key in keys}
        self.update_with_validations(made, schema, self.ValidationsMapping.object)
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made, model = super().model_schema(schema), schema["cls"]
        told = explain_keys(model)
        for name, field in model.model_fields.items():
            key = field.alias or name
            if key in made.get("properties", {}):
                made["properties"][key] = _bound(made["properties"][key]) | (describe(told[name]) if told.get(name) else {})
        if "description" in made:
            made |= describe(made["description"])
        if issubclass(model, Author) and model.shorthand is not None:
            short = self.generate_inner(TypeAdapter(model.shorthand).core_schema)
            made = {"title": made.pop("title", model.__name__), "anyOf": [*short.pop("anyOf", [short]), made]}
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def describe(text: str) -> JsonSchemaValue:
    """Return a text as editors show it beside a key: as Markdown where they can."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text.strip())
    return {"description": text.replace("`", ""), "markdownDescription": text} if "`" in text or "*" in text else {"description": text}


def write_schema(model: type[BaseModel]) -> JsonSchemaValue:
    """Return the schema of a model."""
    return model.model_json_schema(schema_generator=AuthorSchema)


@cache
def explain_keys(model: type[BaseModel]) -> dict[str, str]:
    """Return what the docstrings below a model's fields say, by field."""
    told: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one.__module__.startswith("tuokio") and "[" not in one.__name__:
            body = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0].body
            for node, after in zip(body, [*body[1:], None], strict=True):
                if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                    told[node.target.id] = _text_of(after) or told.get(node.target.id, "")
    return told


def _text_of(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return inspect.cleandoc(node.value.value)
    return ""


def _widen(taken: JsonSchemaValue, inner: JsonSchemaValue) -> JsonSchemaValue:
    """Return what a validator takes, within the limits of what it makes of it; a list is the one it makes, unless its length is told."""
    limits = {key: inner[key] for key in ("minimum", "maximum") if key in inner}
    shapes = [inner if one.get("type") == "array" == inner.get("type") and "minItems" not in one else one | limits for one in taken.get("anyOf", [taken])]
    return {"anyOf": shapes} if len(shapes) > 1 else shapes[0]


def _bound(made: JsonSchemaValue) -> JsonSchemaValue:
    return {bound: value for key, value in made.items() for bound in BOUNDS.get(key, [key])}


def drop_titles(node: Any, *, names: bool = False) -> Any:
    """Drop titles, which are names of ours."""
    if isinstance(node, dict):
        return {key: drop_titles(value, names=key in ("properties", "$defs")) for key, value in node.items() if names or key != "title"}
    return [drop_titles(entry) for entry in node] if isinstance(node, list) else node
