"""Hold what an author wrote against a model, and say every difference in the author's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from tuokio.fields import ID, PATTERNS, Author, make_id
from tuokio.finding import Finding, Insertion, Severity, Span, did_you_mean
from tuokio.read.riddle import explain_comma, quote
from tuokio.read.yaml import Document, show_values

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
    empty: dict[Span, Finding] = {}
    if document.hollow:
        data = _drop_empty(data, document, at, empty)
    try:
        filled = model.model_validate(data)
        findings += empty.values()
        return filled
    except ValidationError as raised:
        errors = raised.errors(include_url=False)
    seen = set()
    stop = False
    spare = [error for error in errors if error["loc"][:1] == ("allow",) or salvage and not _is_vital(model, error)]  # what allows findings never stops a build
    for error in errors:
        if _is_other_shape(error, errors):
            continue
        finding = _explain(model, document, error, at, what)
        if finding.span in empty and error["type"] == "missing":
            said = empty.pop(finding.span)  # told once, with the right weight; a key that is needed cannot be removed
            finding = replace(said, severity=finding.severity, cure=said.cure.replace(", or remove the line", ""))
        if finding.id == "unknown-key" or error in spare:
            finding = replace(finding, severity=Severity.WARNING)
        elif error["type"] == "extra_forbidden":
            stop = True
        if (finding.span, finding.id) not in seen:
            seen.add((finding.span, finding.id))
            findings.append(finding)
    findings += empty.values()
    wrong = [error["loc"] if error["type"] == "extra_forbidden" else error["loc"][: 2 if _is_vital(model, error) else 1] for error in errors if error["type"] == "extra_forbidden" or salvage or error in spare]
    if stop or len(wrong) < len(errors):
        return None
    rest = _without(data, wrong)
    if rest == data:
        return None
    more: list[Finding] = []
    filled = validate(model, document, more, data=rest, at=at, what=what, salvage=salvage)  # what was left out may be missed elsewhere
    findings += [finding for finding in more if finding not in findings]
    return filled


def _is_vital(model: type[BaseModel], error: Any) -> bool:
    return issubclass(model, Author) and len(error["loc"]) > 1 and error["loc"][0] in model.vital


def _without(data: Any, locs: list[tuple[str | int, ...]]) -> Any:
    """Return the data less the keys at these paths, which may pass through names of union types."""
    if isinstance(data, list):
        locs = [loc[1:] if loc and isinstance(loc[0], str) else loc for loc in locs]
        return [_without(entry, [loc[1:] for loc in locs if loc and loc[0] == number]) for number, entry in enumerate(data)]
    if not isinstance(data, dict):
        return data
    locs = [loc if loc and loc[0] in data else loc[1:] for loc in locs]
    return {key: _without(value, [loc[1:] for loc in locs if loc[:1] == (key,)]) for key, value in data.items() if (key,) not in locs}


def _drop_empty(data: Any, document: Document, at: tuple[str | int, ...], empty: dict[Span, Finding]) -> Any:
    """Leave out keys without a value, as if their lines were not there, and say so in `empty`."""
    if isinstance(data, list):
        return [_drop_empty(entry, document, (*at, number), empty) for number, entry in enumerate(data)]
    if not isinstance(data, dict):
        return data
    kept: dict[str, Any] = {}
    cut: Span | None = None
    for key, value in data.items():
        if value is not None:
            kept[key], cut = _drop_empty(value, document, (*at, key), empty), None
            continue
        span = document.span((*at, key), key=True)
        line = document.lines[span.line - document.line]
        cure = "Write something after the colon, or remove the line."
        if match := re.search(r":\s+(#[0-9a-fA-F]{3,6}\b|#\S.*?\s*$)", line):
            cure = f'A value that begins with # needs quotes: {key}: "{match[1].rstrip()}".'
        empty[span] = Finding("empty-value", Severity.WARNING, span, f"`{key}` is empty.", cure)
        if not line[span.column - 1 - document.indent + span.length :].lstrip().startswith(":"):
            # Of a text that several commas have cut all is told at the first.
            fault = _explain_no_colon(key, document.cut(data, key), span)
            if fault.id == "comma-in-text":
                empty.pop(span)
                cut = cut or span
                empty[cut] = replace(fault, message=empty[cut].message, span=cut) if cut in empty else fault
            else:
                empty[span] = fault
    return kept


def _explain_no_colon(key: str, cut: tuple[str, str], span: Span) -> Finding:
    """Say what makes a key between braces that has no colon: a comma in a text, or a colon without a space."""
    if re.match(r"([a-z_]+|[+−–-]?\d):\S", key):
        return Finding("unreadable-yaml", Severity.ERROR, span, "There is no space after this colon.", f"Write `{key.replace(':', ': ', 1)}`.")
    id, message, cure = explain_comma(key, *cut)
    return Finding(id, Severity.ERROR, span, message, cure)


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
    field = _model_at(model, error["loc"][:-1]).model_fields.get(name)
    otherwise = "" if field is None or field.is_required() else f", or leave `{name}` out"

    def finding(id: str, message: str, cure: str, *, key: bool = False) -> Finding:
        return Finding(id, Severity.ERROR, document.span(path, key=True) if key else span, message, cure)

    if fault == "extra_forbidden":
        here = _model_at(model, error["loc"][:-1])
        known = keys_of(here)
        parent = path[len(at)] if len(path) > len(at) + 1 else ""
        written = _look_up(document.data, path[:-1])
        near = did_you_mean(name, [key for key in known if key not in written]) or did_you_mean(name, known, alike=0.7)
        if not near and isinstance(value, str) and path[-2:-1] and isinstance(path[-2], int) and path[-2:-1] != at[-1:] and _takes_text(here) and error["loc"][-1] == name and _is_alone(document, path):
            at_key = document.span(path, key=True)
            quoted = quote(document.lines, at_key.line - document.line, entry=True)
            fix = Insertion(document.path, at_key.line, document.indent + quoted[0] + 1, show_values(quoted[2]), quoted[1]) if quoted and document.indent + quoted[0] + 1 == at_key.column else None
            return Finding("colon-in-text", Severity.ERROR, at_key, "A text with a colon in it reads as a key.", f'Put the text in double quotes: - "{name}: {value}"', fix)
        inside = next((key for key, field in here.model_fields.items() for one in _models(field.annotation) if name in keys_of(one)), "") if parent else ""
        if inside:
            near = f"It is a key of `{inside}`."
        elif parent and name in model.model_fields:
            near = f"It is a key of {what}: move it out of `{parent}`."
        elif not parent:
            near = next((f"It belongs under `{key}`." for key, field in sorted(model.model_fields.items(), key=lambda item: not item[1].is_required()) for one in _models(field.annotation) if name in keys_of(one) and key != "feedback"), near)
        cure = near or "Known here: " + ", ".join(f"`{key}`" for key in known) + "."
        return finding("unknown-key", f"`{name}` is not a key of {f'`{parent}`' if parent else what}.", cure, key=True)
    if value is None and fault != "missing" and isinstance(path[-1], int):
        return finding("empty-value", "There is nothing after this hyphen.", "Write something after it, or remove the line.")
    if fault == "missing":
        if path[-1] in _look_up(document.data, path[:-1]):
            return finding("empty-value", f"`{name}` is empty.", "Write its value, or remove the key.", key=True)
        return Finding("missing-key", Severity.ERROR, document.span(path[:-1]), f"`{name}` is missing.", f"Add `{name}:`.")
    if fault == "string_type" and isinstance(value, list | dict):
        return finding("wrong-shape", f"`{name}` is a text, but this reads as a {'list' if isinstance(value, list) else 'set of keys'}.", _make_text(name, value, path, document))
    if fault == "string_pattern_mismatch":
        id, says, cure = PATTERNS[context["pattern"]]
        if context["pattern"] == ID and (better := make_id(value, "")) and better != value:
            cure = f"{cure} Such as `{better}`."
        return finding(id, f"`{value}` {says}.", cure, key=error["loc"][-1] == "[key]")
    if fault in ("int_parsing", "float_parsing", "int_type", "float_type", "int_from_float"):
        if isinstance(value, list | dict):
            return finding("wrong-shape", f"`{name}` is one number, but this reads as a {'list' if isinstance(value, list) else 'set of keys'}.", "Write one number after the colon.")
        if fault.startswith("int_") and re.fullmatch(r"[+-]?\d*\.\d+", str(value)):
            return finding("not-a-number", f"`{name}` is a whole number, and `{_look_up(document.data, path)}` is not.", f"Write it without decimals{otherwise}.")
        bare = re.match(r"\s*([0-9]+(?:[.,][0-9]+)?)\s+[^\d\s]", str(value))
        alone = f"Write the number alone{f': `{name}: {bare[1]}`' if bare else ', in digits'}{otherwise}."
        return finding("not-a-number", f"`{name}` is a number, and `{value}` is not.", alone)
    if fault in ("less_than_equal", "greater_than_equal"):
        limit = context.get("le", context.get("ge"))
        if limit == 1 and "le" in context:
            return finding("out-of-range", f"`{name}` is a part of the whole, and that is at most 100%.", "Write a share such as `80%`.")
        return finding("out-of-range", f"`{name}` is {'at most' if 'le' in context else 'at least'} {limit:g}.", f"Change the number{otherwise}.")
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
        cure = f"Write them below `{name}:`, indented by two spaces."
        inside = _models_at(model, error["loc"])
        if inside and isinstance(path[-1], int) and isinstance(value, str):
            first, *others = _needed_keys(inside[0]) or keys_of(inside[0])[:1]
            more = f", and below it {' and '.join(f'`{key}: …`' for key in others)}" if others else ""
            return finding("wrong-shape", f"An entry of `{name}` is made of `key: value` lines, and this is a text.", f"Write `- {first}: {value}`{more}.")
        if inside and fault == "list_type" and isinstance(value, dict) and (first := next(iter(value), "")) in keys_of(inside[0]):
            return finding("wrong-shape", f"`{name}` is {shape}, and this has none.", f"Write a hyphen before the first key, `- {first}: {value[first] if isinstance(value[first], str) else '…'}`, and indent the other keys as far as that one.")
        if isinstance(value, list | dict) and fault in ("list_type", "dict_type", "model_type"):
            first = next((text for text in value.values() if isinstance(text, str)), "…") if isinstance(value, dict) else ""
            plain = next((text for text in value if isinstance(text, str)), "") if isinstance(value, list) else ""
            cure = f"Write each of them alone, after a hyphen and a space: `- {first}`." if fault == "list_type" else f"Write a key and a colon before each, in place of the hyphen: `{make_id(plain, 'key')}: {plain}`." if plain and _written_at(document, span)[:1] == "-" else "Remove the hyphens: each line is a key, a colon and a space." if _written_at(document, span)[:1] == "-" else "Write a key before each, and braces around them: `{…: …, …: …}`."
        elif fault == "list_type" and not isinstance(value, str):
            cure = f"Write the entries below `{name}:`."
        return finding("wrong-shape", f"`{name}` is {shape}.", cure)
    return finding(fault.replace("_", "-"), error["msg"].rstrip(".") + ".", context.get("cure", f"Change the value of `{name}`."), key=error["loc"][-1:] == ("[key]",))


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


def _look_up(node: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        node = node[step]
    return node


def _is_alone(document: Document, path: tuple[str | int, ...]) -> bool:
    """Say whether a key is the only one of its entry, as the first words of a text are."""
    return len(_look_up(document.data, path[:-1])) == 1


def _written_at(document: Document, span: Span) -> str:
    """Return the rest of the line from a place on."""
    return document.lines[span.line - document.line][span.column - 1 - document.indent :]


def _make_text(name: str, value: Any, path: tuple[str | int, ...], document: Document) -> str:
    """Return the cure for a list or keys where a text should be."""
    written = _written_at(document, document.span(path))
    if isinstance(value, list) and written[:1] == "[" and all(isinstance(text, str) for text in value):
        return f'Write one text: `{name}: "{", ".join(value)}"`. If the brackets belong to it, put them inside the quotes too.'
    if written[:1] in ("[", "{"):
        return "Put the whole text in double quotes."
    if isinstance(value, dict) and len(value) == 1 and isinstance(path[-1], int) and all(isinstance(text, str) for text in value.values()):
        between = document.lines[document.span(path).line - document.line][: document.span(path).column - 1 - document.indent].count("[")
        whole = f"{next(iter(value))}: {next(iter(value.values()))}" if between else written
        return f'Put the whole text in double quotes: {"" if between else "- "}"{whole}"'
    return f"Write one text after the colon. If it has several lines, write `{name}: |` and the lines below it, indented by two spaces." if not isinstance(path[-1], int) else "Write the text alone, without keys."


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    """Return what pydantic held a place against."""
    return (*_models_at(model, loc), model)[0]


def _models_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[type[BaseModel]]:
    """Return the models that may stand at a place."""
    current: Any = model
    for step in loc:
        models = _models(current)
        tagged = next((one for one in models if one.__name__ == step), None)
        if tagged is not None:
            current = tagged
        elif models and isinstance(step, str) and step in models[0].model_fields:
            current = models[0].model_fields[step].annotation
    return _models(current)


def keys_of(model: type[BaseModel]) -> list[str]:
    """Return the keys that an author may write in a model."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _needed_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys that may not be left out."""
    return [field.alias or name for name, field in model.model_fields.items() if field.is_required()]


def _takes_text(model: type[BaseModel]) -> bool:
    """Say whether a plain text will do for a model: where nothing else is needed, it does."""
    return not _needed_keys(model)


def _models(annotation: Any) -> list[type[BaseModel]]:
    return [part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for argument in get_args(annotation) for part in _parts(argument))]
