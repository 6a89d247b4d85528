"""Lines of a list, such as prompts and things to tick: a plain text each, or a text with an id and more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import Fault
from tuokio.fields import Author, OptionId, Prose, list_words
from tuokio.finding import Severity

GOES_ON = re.compile(r"(että|jotta|koska|kun|vaikka|joka|jonka|mitä|miten|miksi|missä|milloin|kuinka|kauanko|mutta|att|som|eftersom|hur|vad|när|men|that|which|who|how|why|what|but)\b", re.I)
"""Words that go on after a comma, and seldom begin a text that stands in a list."""


class Line(Author):
    """One line. A plain text will do."""

    shorthand: ClassVar[Any] = str

    id: OptionId = ""
    """Left out: a, b, c … in your order. Write one if you may add lines between others: what learners wrote stays with it."""
    text: Prose
    """What stands on the line. Markdown."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        if isinstance(data, dict) and len(data) == 1 and not data.keys() & cls.model_fields.keys():
            [(before, after)] = data.items()
            raise PydanticCustomError("colon-in-text", "A text with a colon in it reads as a key.", {"cure": f'Put the text in double quotes: - "{before}: {after}"'})
        return {"text": data} if isinstance(data, str) else data


_NAMES = {"prompt", "question", "text", "item"}  # keys that are tried where a text stands by itself


def _refuse_keys(value: Any) -> Any:
    if isinstance(value, dict) and value:
        key, first = next(iter(value.items()))
        shown = "…" if not isinstance(first, str) else first if key in _NAMES else f'"{key}: {first}"'
        raise PydanticCustomError("wrong-shape", "This reads as keys, and here is a list.", {"cure": f"Write each line after a hyphen: `- {shown}`."})
    return list_words(value)


def parted(texts: Sequence[str], key: str) -> Iterator[Fault]:
    """Yield what looks like one text that a comma in a list parted in two: `[I noticed, that …]`."""
    for number in range(1, len(texts)):
        before, text = texts[number - 1].strip(), texts[number].strip()
        lower = text[:1].islower() and texts[0].strip()[:1].isupper()
        if before and text and before.casefold() != text.casefold().rstrip(".") and not before.endswith((".", "?", "!", "…")) and (lower or GOES_ON.match(text)):
            yield Fault("parted-by-comma", f"`{before}` and `{text}` are two entries here, since a comma parts them.", f'If they are one, put it in double quotes: `"{before}, {text}"`.', (key, number), Severity.WARNING)


ListOfLines = BeforeValidator(_refuse_keys, json_schema_input_type=str | list[Any])
"""Reads one text as a list of it, and refuses what was written as keys or with commas."""
Lines = Annotated[list[Line], ListOfLines]
