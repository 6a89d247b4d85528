"""Snippets for Markdown, where VS Code's YAML extension does not look: every block whole, and every key with what it means.

They are made of each kind's own example, so what is offered is what the manual shows. The id is left out: it would be there
twice with the second use, and `tuokio check --fix` writes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any, Literal, get_args, get_origin

from tuokio import blocks
from tuokio.blocks.block import Block
from tuokio.editor.schema import describe, explain_keys
from tuokio.settings import FrontMatter

FENCE = re.compile(r"^(?P<marks>`{3,})(?P<word>\w+)[ \t]*\n(?P<text>.*?)^(?P=marks)[ \t]*$", re.M | re.S)
VALUE = re.compile(r"(?P<key>^ *(?:- +)?(?:(?P<name>[a-z_]+): +)?)(?P<value>(?!(?:true|false)$)[^\s\[{|>\"'#&*!%@`:-][^:]*)$")
"""A line with a plain text for a value, which an author will replace."""
FRONT = ["---", "title: ${1:What it is called}", "why: ${2:Why this matters, seen from the customer's day.}", "objectives:", "  ${3:how-far}: ${4:What the learner can do afterwards.}", "---", "", "$0"]


def write_snippets() -> dict[str, dict[str, Any]]:
    """Return the snippets by name, as a `.code-snippets` file has them."""
    found = {"front matter": _snippet("---", FRONT, FrontMatter.__doc__ or "")}
    for name, kind in blocks.kinds().items():
        found[f"block {name}"] = _snippet(f"```{kind.fence}" + (f" {name}" if kind.key else ""), list(_write_block(name, kind)), cleandoc(kind.__doc__ or "").split("\n\n")[0])
    told: dict[str, dict[str, str]] = {}
    choices: dict[str, tuple[str, ...]] = {}
    for where, model in (("front matter", FrontMatter), *((kind.kind(), kind) for kind in blocks.kinds().values())):
        texts = explain_keys(model)
        for name, field in model.model_fields.items():
            told.setdefault(field.alias or name, {})[where] = texts.get(name, "")
            choices |= {name: options} if (options := _list_choices(field.annotation)) else {}
    for key, meanings in sorted(told.items()):
        texts = list(dict.fromkeys(meanings.values()))
        text = texts[0] if len(texts) == 1 else " · ".join(f"{where}: {meaning}" for where, meaning in meanings.items())
        found[f"key {key}"] = _snippet(key, [f"{key}: " + (f"${{1|{','.join(choices[key])}|}}" if key in choices else "$0")], text)
    return found


def _snippet(prefix: str, body: list[str], text: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": describe(text)["description"]}


def _write_block(name: str, kind: type[Block]) -> Iterator[str]:
    """Yield the lines of a kind's example, with a place to type where its author wrote."""
    example = (blocks.folder(name) / "example.md").read_text("utf-8")
    found = next(match for match in FENCE.finditer(example) if match["word"] == kind.fence)
    options = {key: choices for key, field in kind.model_fields.items() if (choices := _list_choices(field.annotation))}
    stops = 0
    yield f"{found['marks']}{found['word']}"
    for line in found["text"].rstrip("\n").split("\n"):
        if re.match(r"id:\s", line):
            continue
        if match := VALUE.match(line):
            stops += 1
            value, choices = match["value"], options.get(match["name"], ())
            shown = f"|{','.join(sorted(choices, key=lambda one: one != value))}|" if value in choices else f":{_escape(value)}"  # noqa: B023 – sorted at once
            yield f"{_escape(match['key'])}${{{stops}{shown}}}"
        else:
            yield _escape(line)
    yield found["marks"]
    yield "$0"


def _list_choices(annotation: Any) -> tuple[str, ...]:
    """Return the words among which an author chooses, if it is so."""
    for part in (annotation, *get_args(annotation)):
        if get_origin(part) is Literal and len(get_args(part)) > 1:
            return get_args(part)
    return ()


def _escape(text: str) -> str:
    return re.sub(r"[\\$}]", r"\\\g<0>", text)
