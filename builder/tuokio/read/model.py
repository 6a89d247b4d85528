"""Hold what an author wrote against a model, and say every difference in the author's words."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from tuokio.finding import Finding, Severity, did_you_mean
from tuokio.read.yaml import Document

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: Document, findings: list[Finding], *, data: Any = None, at: tuple[str | int, ...] = (), what: str) -> Model | None:
    """Return the model filled with `data` (the whole document unless given), or None after findings."""
    data = document.data if data is None else data
    if not isinstance(data, dict):
        findings.append(Finding("wrong-shape", Severity.ERROR, document.span(at), f"{what.capitalize()} is made of `key: value` lines.", "Begin each line with a key and a colon."))
        return None
    try:
        return model.model_validate(data)
    except ValidationError as errors:
        seen = set()
        for error in errors.errors(include_url=False):
            finding = _explain(model, document, error, at, what)
            if (finding.span, finding.id) not in seen:
                seen.add((finding.span, finding.id))
                findings.append(finding)
        return None


def _explain(model: type[BaseModel], document: Document, error: Any, at: tuple[str | int, ...], what: str) -> Finding:
    path = _real_path(document, at, error["loc"])
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), what)
    type, context, value = error["type"], error.get("ctx", {}), error["input"]
    span = document.span(path)

    def finding(id: str, message: str, cure: str, *, key: bool = False) -> Finding:
        return Finding(id, Severity.ERROR, document.span(path, key=True) if key else span, message, cure)

    if type == "extra_forbidden":
        known = _keys_at(model, error["loc"][:-1])
        cure = did_you_mean(name, known) or "Known here: " + ", ".join(f"`{key}`" for key in known) + "."
        return finding("unknown-key", f"`{name}` is not a key of {what}.", cure, key=True)
    if type == "missing":
        return Finding("missing-key", Severity.ERROR, document.span(path[:-1]), f"`{name}` is missing.", f"Add `{name}:`.")
    if value is None:
        return finding("empty-value", f"`{name}` is empty.", "Write something after the colon, or remove the line.", key=True)
    if type == "string_type" and isinstance(value, list | dict):
        return finding("wrong-shape", f"`{name}` is a text, but this reads as a {'list' if isinstance(value, list) else 'set of keys'}.", "Put the whole text in double quotes.")
    if type == "string_pattern_mismatch":
        return finding("unusable-id", f"`{value}` cannot be an id.", "Use small letters a–z, digits and hyphens, and begin with a letter or digit.")
    if type in ("int_parsing", "float_parsing", "int_type", "float_type", "int_from_float"):
        return finding("not-a-number", f"`{name}` is a number, and `{value}` is not{' a whole one' if type == 'int_from_float' else ''}.", "Write it in digits.")
    if type in ("less_than_equal", "greater_than_equal"):
        limit = context.get("le", context.get("ge"))
        return finding("out-of-range", f"`{name}` is {'at most' if 'le' in context else 'at least'} {limit:g}.", "Change the number." if limit != 1 or "le" not in context else "Write a share such as `80%`.")
    if type == "too_short":
        return finding("too-few", f"`{name}` needs at least {context['min_length']}, and here {'is' if context['actual_length'] == 1 else 'are'} {context['actual_length']}.", "Add another.")
    if type == "too_long":
        return finding("too-many", f"`{name}` takes at most {context['max_length']}.", "Remove some, or split it in two.")
    if type == "literal_error":
        return finding("unknown-value-of-key", f"`{value}` is not something `{name}` can be.", f"Write {context['expected'].replace(chr(39), '`')}.")
    if type in ("list_type", "dict_type", "model_type", "model_attributes_type"):
        shape = "a list: each entry on its own line after `- `" if type == "list_type" else "made of `key: value` lines"
        return finding("wrong-shape", f"`{name}` is {shape}.", f"Write them below `{name}:`, indented by two spaces.")
    return finding(type.replace("_", "-"), error["msg"].rstrip(".") + ".", context.get("cure", f"Change the value of `{name}`."))


def _real_path(document: Document, at: tuple[str | int, ...], loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Leave out of pydantic's path the steps that name a type and not a place in the text."""
    path, node = list(at), document.data
    for step in at:
        node = node[step]
    for number, step in enumerate(loc):
        if isinstance(node, dict) and (step in node or number == len(loc) - 1) or isinstance(node, list) and isinstance(step, int):
            path.append(step)
            node = node[step] if not isinstance(node, dict) or step in node else None
    return tuple(path)


def _keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand where pydantic met an unknown one."""
    current: Any = model
    for step in loc:
        field = current.model_fields.get(step) if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel) else None
        if field is not None:
            current = field.annotation
        found = next((part for part in _parts(current) if isinstance(part, type) and issubclass(part, BaseModel)), None)
        current = found or current
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else list(model.model_fields)


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for argument in get_args(annotation) for part in _parts(argument))]
