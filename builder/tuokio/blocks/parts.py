"""What questions are made of: options, things, regions; and what may have a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2s
from itertools import pairwise
from typing import Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from tuokio.blocks.block import LETTERS, NO_KEYS, Fault
from tuokio.fields import Author, Flag, OptionId, Prose, describe

UNHEARD = re.compile("[*_\"”“„«»]+")
"""Signs that nobody hears when a text is read out."""


class Pictured(Author):
    """Keys of what may have a picture."""

    image: Prose = ""
    """A picture of the course: `media/till.webp`."""
    alt: Prose = ""
    """What the picture shows, for those who do not see it; `decorative` if it is only there for its looks."""

    @property
    def picture(self) -> str:
        """The picture as Markdown, or nothing."""
        alt = self.alt.replace("[", r"\[").replace("]", r"\]")
        return f"![{alt}](<{self.image.strip()}>)" if self.image.strip() else ""


class Part(Pictured):
    """One part of a question. A plain text will do where there is nothing to say of it."""

    shorthand: ClassVar[Any] = str

    id: OptionId = ""
    """Left out: a, b, c … in your order."""
    text: Prose = ""
    """May be left out where `image` and `alt` say it."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data

    @property
    def is_keyed(self) -> bool:
        """Whether its author wrote more of it than a text."""
        return any(getattr(self, name) != field.default for name, field in type(self).model_fields.items() if name not in ("id", "text"))


class Option(Part):
    """One option of a question. A plain text will do where there is nothing to say of it."""

    correct: Flag = False
    """`true` if choosing it is right."""
    feedback: Prose = ""
    """Said to the one who chose it: what was right in the choice, why, and what now."""
    unchosen: Prose = ""
    """Said in the end to the one who left it."""


def without_hyphens(entry: type[Author], cure: str) -> BeforeValidator:
    """Refuse `- left: right`, which reads as a list of entries whose keys nobody knows."""

    def refuse(value: Any) -> Any:
        if isinstance(value, list) and value and all(isinstance(one, str) or isinstance(one, dict) and len(one) == 1 and entry.model_fields.keys().isdisjoint(one) for one in value):
            raise PydanticCustomError("wrong-shape", "This reads as a list, and no entry of it has a key that is known here.", {"cure": cure})
        return value

    return BeforeValidator(refuse)


def letter_parts(parts: Sequence[Any]) -> None:
    """Give parts of a question (options, things, gaps …) that have no id the letter of their place: a, b, c …"""
    taken = {part.id for part in parts}
    for number, part in enumerate(parts):
        object.__setattr__(part, "__pydantic_fields_set__", NO_KEYS)
        if not part.id:
            letter = LETTERS[number]
            vars(part)["id"] = letter if letter not in taken else f"{letter}_"  # past pydantic, which takes its time for tens of thousands


def scatter(ids: Sequence[str], salt: str) -> list[str]:
    """Return ids in an order that tells nothing, least of all their own: the same in every build and every language."""
    mixed = (sorted(ids, key=lambda id: blake2s(f"{salt}/{turn}/{id}".encode()).digest()) for turn in range(8))  # noqa: B023 – sorted at once
    # Of a few, the one that leaves fewest where they were, after whom they were after.
    best = min(mixed, key=lambda order: sum(one == other for one, other in zip(order, ids, strict=True)) + sum(pair in {*pairwise(ids)} for pair in pairwise(order)))
    return best if best != list(ids) else [*best[1:], *best[:1]]


def simplify(text: str) -> str:
    """Return what of a text tells it from another: neither capital letters nor spaces, emphasis, quotation marks or the sign at its end."""
    plain = " ".join(text.casefold().split())
    return (plain if "`" in plain else UNHEARD.sub("", plain)).strip(" .!?,;:…")  # in code every sign counts


def clashes(parts: Sequence[Any], key: str, noun: str) -> Iterator[Fault]:
    """Yield parts (options, things, regions …) that are empty, or that are the same as another in words or id."""
    seen: dict[tuple[str, str], int] = {}
    ids: set[str] = set()
    for number, part in enumerate(parts):
        at = (key, number)
        image = getattr(part, "image", "")
        if not part.text.strip() and not image:
            more = " If these are keys of the one above, they stand below its `text` without a hyphen." if number and isinstance(part, Part) and part.is_keyed else ""
            yield Fault(f"empty-{noun}", f"This {noun} has no text.", f"Write the {noun}, or remove it.{more}", at)
            continue
        if not part.text.strip() and not describe(part.alt).strip():
            yield Fault("picture-without-words", "Whoever cannot see this picture cannot choose it.", "Add `alt:` with what it shows, or `text:`.", at)
        plain = (simplify(part.text), image)
        if plain in seen:
            yield Fault(f"identical-{noun}s", f"{noun.capitalize()}s {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", (*at, "text") if part.text else at)
        seen.setdefault(plain, number)
        if part.id in ids:
            yield Fault("duplicate-id", f"Two {noun}s have the id `{part.id}`.", "Give each an id of its own, or none.", (*at, "id"))
        ids.add(part.id)
