"""Hold what an author wrote against a model, and say every difference in the author's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from tuokio.fields import PATTERNS
from tuokio.finding import Finding, Severity, did_you_mean
from tuokio.read.yaml import Document

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: Document, findings: list[Finding], *, data: Any = None, at: tuple[str | int, ...] = (), what: str, salvage: bool = False) -> Model | None:
    """Return the model filled with `data` (the whole document unless given), or None after findings.

    What can be left out is a warning and no more: an unknown key anywhere and, with `salvage`,
    any wrong value. The rest is kept, so that one fault in course.yaml does not make all that
    depends on it look wrong too, and anyone's front matter builds.
    """
    data = document.data if data is None else data
    if not isinstance(data, dict):
        findings.append(Finding("wrong-shape", Severity.ERROR, document.span(at), f"This is not made of `key: value` lines, as {what} is.", "Begin each line with a key, a colon and a space."))
        return None
    if document.hollow:
        data = _drop_empty(data, document, at, findings)
    try:
        return model.model_validate(data)
    except ValidationError as raised:
        errors = raised.errors(include_url=False)
    seen = set()
    for error in errors:
        if _is_other_shape(error, errors):
            continue
        finding = _explain(model, document, error, at, what)
        if salvage or error["type"] == "extra_forbidden":
            finding = replace(finding, severity=Severity.WARNING)
        if (finding.span, finding.id) not in seen:
            seen.add((finding.span, finding.id))
            findings.append(finding)
    wrong = [error["loc"] if error["type"] == "extra_forbidden" else error["loc"][:1] for error in errors if error["type"] == "extra_forbidden" or salvage]
    if len(wrong) < len(errors):
        return None
    rest = _without(data, wrong)
    if rest == data:
        return None
    return validate(model, document, findings, data=rest, at=at, what=what, salvage=salvage)  # what was left out may be missed elsewhere


def _without(data: Any, locs: list[tuple[str | int, ...]]) -> Any:
    """Return the data less the keys at these paths, which may pass through names of union types."""
    if isinstance(data, list):
        locs = [loc[1:] if loc and isinstance(loc[0], str) else loc for loc in locs]
        return [_without(entry, [loc[1:] for loc in locs if loc and loc[0] == number]) for number, entry in enumerate(data)]
    if not isinstance(data, dict):
        return data
    locs = [loc if loc and loc[0] in data else loc[1:] for loc in locs]
    return {key: _without(value, [loc[1:] for loc in locs if loc[:1] == (key,)]) for key, value in data.items() if (key,) not in locs}


def _drop_empty(data: Any, document: Document, at: tuple[str | int, ...], findings: list[Finding]) -> Any:
    """Leave out keys without a value, as if their lines were not there, and say so."""
    if isinstance(data, list):
        return [_drop_empty(entry, document, (*at, number), findings) for number, entry in enumerate(data)]
    if not isinstance(data, dict):
        return data
    kept = {}
    for key, value in data.items():
        if value is not None:
            kept[key] = _drop_empty(value, document, (*at, key), findings)
            continue
        span = document.span((*at, key), key=True)
        line = document.lines[span.line - document.line]
        cure = "Write something after the colon, or remove the line."
        if re.search(r":\s+#[0-9a-fA-F]{3,6}\b", line):
            cure = f'A value that begins with # needs quotes: {key}: "#{line.split("#", 1)[1].split()[0]}".'
        findings.append(Finding("empty-value", Severity.WARNING, span, f"`{key}` is empty.", cure))
    return kept


def _is_other_shape(error: Any, errors: list[Any]) -> bool:
    """Say whether an error only tells that the value is not of the union's other type."""
    loc = error["loc"]
    others = [other for other in errors if other is not error and other["loc"][: len(loc) - 1] == loc[:-1] and other["loc"] != loc]
    if not others or not loc:
        return False
    if loc[-1] == "str" and error["type"] == "string_type":
        return isinstance(error["input"], dict)
    return error["type"] == "model_type" and any(other["loc"][-1] == "str" for other in others)


def _explain(model: type[BaseModel], document: Document, error: Any, at: tuple[str | int, ...], what: str) -> Finding:
    tags = ("str", *(part.__name__ for field in model.model_fields.values() for part in _parts(field.annotation) if isinstance(part, type)))
    path = _real_path(document, at, tuple(step for step in error["loc"] if step not in (*tags, "[key]")))
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), what)
    fault, context, value = error["type"], error.get("ctx", {}), error["input"]
    span = document.span(path)

    def finding(id: str, message: str, cure: str, *, key: bool = False) -> Finding:
        return Finding(id, Severity.ERROR, document.span(path, key=True) if key else span, message, cure)

    if fault == "extra_forbidden":
        known = _keys_at(model, error["loc"][:-1])
        cure = did_you_mean(name, known) or "Known here: " + ", ".join(f"`{key}`" for key in known) + "."
        return finding("unknown-key", f"`{name}` is not a key of {what}.", cure, key=True)
    if fault == "missing":
        return Finding("missing-key", Severity.ERROR, document.span(path[:-1]), f"`{name}` is missing.", f"Add `{name}:`.")
    if fault == "string_type" and isinstance(value, list | dict):
        return finding("wrong-shape", f"`{name}` is a text, but this reads as a {'list' if isinstance(value, list) else 'set of keys'}.", "Put the whole text in double quotes.")
    if fault == "string_pattern_mismatch":
        id, says, cure = PATTERNS[context["pattern"]]
        return finding(id, f"`{value}` {says}.", cure, key=error["loc"][-1] == "[key]")
    if fault in ("int_parsing", "float_parsing", "int_type", "float_type", "int_from_float"):
        return finding("not-a-number", f"`{name}` is a number, and `{value}` is not{' a whole one' if fault == 'int_from_float' else ''}.", "Write it in digits.")
    if fault in ("less_than_equal", "greater_than_equal"):
        limit = context.get("le", context.get("ge"))
        return finding("out-of-range", f"`{name}` is {'at most' if 'le' in context else 'at least'} {limit:g}.", "Change the number." if limit != 1 or "le" not in context else "Write a share such as `80%`.")
    if fault == "too_short":
        return finding("too-few", f"`{name}` needs at least {context['min_length']}, and here {'is' if context['actual_length'] == 1 else 'are'} {context['actual_length']}.", "Add another.")
    if fault == "too_long":
        return finding("too-many", f"`{name}` takes at most {context['max_length']}.", "Remove some, or split it in two.")
    if fault == "literal_error":
        return finding("unknown-value-of-key", f"`{value}` is not something `{name}` can be.", f"Write {context['expected'].replace(chr(39), '`')}.")
    if fault == "list_type" and isinstance(value, str) and (dash := re.match(r"[–—•·▪\uf0b7](?=\s)", value)):
        return finding("wrong-shape", f"The entries of `{name}` begin with `{dash[0]}`, which is not a hyphen.", "Begin each with a hyphen and a space: `- `.")
    if fault in ("list_type", "dict_type", "model_type", "model_attributes_type"):
        shape = "a list: each entry on its own line after `- `" if fault == "list_type" else "made of `key: value` lines"
        return finding("wrong-shape", f"`{name}` is {shape}.", f"Write them below `{name}:`, indented by two spaces.")
    return finding(fault.replace("_", "-"), error["msg"].rstrip(".") + ".", context.get("cure", f"Change the value of `{name}`."))


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
        models = _models(current)
        tagged = next((one for one in models if one.__name__ == step), None)
        if tagged is not None:
            current = tagged
        elif models and isinstance(step, str) and step in models[0].model_fields:
            current = models[0].model_fields[step].annotation
    return [field.alias or name for name, field in (*_models(current), model)[0].model_fields.items()]


def _models(annotation: Any) -> list[type[BaseModel]]:
    return [part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for argument in get_args(annotation) for part in _parts(argument))]
