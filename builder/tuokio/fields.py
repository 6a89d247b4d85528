"""The few types that author fields are made of: numbers and flags as people write them."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError
from slugify import slugify

LONGEST_ID = 64


class Author(BaseModel):
    """What an author writes: a key we do not know is a fault, not a silence."""

    model_config = ConfigDict(extra="forbid", defer_build=True)  # a kind that a course does not use costs nothing

    vital: ClassVar[frozenset[str]] = frozenset()
    """Keys under which a wrong value stops a build even where it could be left out: an exam without its pass mark is another exam."""
    shorthand: ClassVar[Any] = None
    """What may stand in its place, as a type: where only the first key is needed, a plain text. For editors; a validator reads it."""


YES, NO = {"yes", "y", "on", "x", "1", "kyllä", "oikein", "totta", "ja", "rätt", "sant"}, {"no", "n", "off", "0", "ei", "väärin", "nej", "fel", "falskt"}
"""What people write for `true` and `false`. Only the cure is told: `on` in Finnish is no more than “is”."""


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in ("true", "false"):
        return word == "true"
    raise PydanticCustomError("not-a-flag", "This is neither `true` nor `false`.", {"cure": "Write `true`." if word in YES else "Write `false`." if word in NO else "Write `true` or `false`."})


def _number(value: Any) -> Any:
    """Read "2,5" and "1 000" as a Finn writes them, with whatever space, minus or dash a program put there; only text is touched."""
    bare = "".join(value.split()).replace(",", ".").replace("−", "-").replace("–", "-") if isinstance(value, str) else value
    return bare if not isinstance(bare, str) or re.fullmatch(r"[+-]?[\d.]+%?", bare) else value  # what is no number is shown as written


def _share(value: Any) -> Any:
    """Read "80%", "80 %" and "0,8" as 0.8."""
    value = _number(value)
    if isinstance(value, str) and value.endswith("%"):
        return float(value[:-1]) / 100 if value[:-1].replace(".", "", 1).isdigit() else value
    return value


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _day(value: Any) -> Any:
    """Read `2026-11-01`; a date written the way people say it gets that way of writing as its cure."""
    if isinstance(value, list | dict):
        raise PydanticCustomError("not-a-date", "A date is one text, and this is a list or a set of keys.", {"cure": "Write year, month and day: `2026-11-01`."})
    if not isinstance(value, str):
        return value
    text = value.strip()
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _refuse_day(text)
    except ValueError:
        return _refuse_day(text)


def _refuse_day(text: str) -> date:
    parts = re.fullmatch(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})", text)
    example = f"{parts[3]}-{int(parts[2]):02}-{int(parts[1]):02}" if parts and 1 <= int(parts[2]) <= 12 and 1 <= int(parts[1]) <= 31 else "2026-11-01"
    raise PydanticCustomError("not-a-date", "`{text}` is not a date as written here.", {"text": text, "cure": f"Write year, month and day: `{example}`."})


def list_words(value: Any) -> Any:
    """Read one word or phrase as a list of it; `one, other` was meant as two."""
    if isinstance(value, str) and re.search(r",\s", value):
        raise PydanticCustomError("comma-in-text", "This reads as one text with a comma in it.", {"cure": f"For several, write a list: `[{value}]`. For one, put it in brackets and quotes: `[\"{value}\"]`."})
    return _one_or_many(value)


def _file_names(value: Any) -> Any:
    """Read `banks/products.yaml` as `products`: whoever writes the whole name means the same. A name that is there twice counts once."""
    value = list_words(value)
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        return value
    return list(dict.fromkeys(re.sub(r"^(?:\./)?banks[/\\]|\.ya?ml$", "", name) for name in value))


def _months(value: Any) -> Any:
    """Read `12 months`, `1 year`, `24 kk`, `2 vuotta`, `6 månader`."""
    parts = re.fullmatch(r"(\d{1,3})\s*(?:(months?|kk|kuukau\w+|mån\.?|månad(?:er)?)|years?|v|vuo(?:si|tta)|år)", value.strip().lower()) if isinstance(value, str) else None
    if not parts or not 1 <= (months := int(parts[1]) * (1 if parts[2] else 12)) <= 120:
        raise PydanticCustomError("not-a-period", "`{text}` is not a number of months or years.", {"text": str(value), "cure": "Write from 1 month to 10 years: `12 months`, `2 years`."})
    return months


PATTERNS: dict[str, tuple[str, str, str]] = {}
"""What to say of a text that does not match a pattern: finding id, fault, cure."""


def matching(pattern: str, id: str, fault: str, cure: str) -> StringConstraints:
    """Return the constraint that a text matches, with what to say when it does not."""
    PATTERNS[pattern] = (id, fault, cure)
    return StringConstraints(pattern=pattern)


def written(pattern: str, cure: str) -> Any:
    """Return the type of a text that a validator reads as something else, such as `80 %`, and that no number will do for; editors say the cure of what does not match."""
    return Annotated[str, Field(pattern=pattern, json_schema_extra={"type": "string", "patternErrorMessage": cure})]


ID = r"^[a-z0-9][a-z0-9-]{0,63}$"
Id = Annotated[str, matching(ID, "unusable-id", "cannot be an id", "Use small letters a–z, digits and hyphens, and begin with a letter or digit.")]
"""Small letters a–z, digits and hyphens, at most 64. Learners' records name it, so it never changes."""
OptionId = Annotated[str, matching(r"^[A-Za-z0-9_]{1,32}$", "unusable-id", "cannot be the id of an option", "Use letters a–z, digits and _, without hyphens: learning platforms refuse those.")]
Flag = Annotated[bool, BeforeValidator(_flag)]
Number = Annotated[float, BeforeValidator(_number)]
Count = Annotated[int, BeforeValidator(_number)]
Share = Annotated[float, BeforeValidator(_share, json_schema_input_type=written(r"^\s*\+?([0-9\s]*[.,])?[0-9]+\s*%?\s*$", "Write a share such as 80%.") | float), Field(ge=0, le=1)]
"""A part of the whole, written `80%` or `0,8`."""
Day = Annotated[date, BeforeValidator(_day)]
"""A date, written `2026-11-01`."""
Period = Annotated[int, BeforeValidator(_months, json_schema_input_type=written(r"^\s*[0-9]{1,3}\s*([Mm]onths?|[Kk]k|[Kk]uukau\w+|[Mm]ån\.?|[Mm]ånad(er)?|[Yy]ears?|[Vv]|[Vv]uo(si|tta)|[Åå]r)\s*$", "Write from 1 month to 10 years: 12 months, 2 years."))]
"""Months, written `12 months` or `2 years`."""
Unit = Annotated[str, matching(r"^[a-z0-9][a-z0-9-]{0,63}(\.[A-Za-z0-9_-]{1,64})?$", "unusable-id", "cannot be an id", "Write the id of a block, a step or a heading of this module.")]
"""The id of a block, or of a part of one: `coffees.flat-white`."""
Language = Annotated[str, matching(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "unusable-language", "is not a language", "Write its short code: `fi`, `sv`, `en`, `de`, `pt-BR`.")]
"""The short code of a language (BCP 47): `fi`, `sv`, `en`, `pt-BR`."""
Wording = str | dict[Language, str]
"""A text, or the same text in several languages: `{fi: …, en: …}`."""
Prose = Annotated[str, Field(exclude=True)]
"""Markdown. It is shown, so it stands in the page's HTML and not in the data a browser grades by."""
Texts = Annotated[list[str], BeforeValidator(_one_or_many, json_schema_input_type=str | list[str]), Field(exclude=True)]
"""One Markdown text or a list of them."""
ONE_OR_MANY = BeforeValidator(list_words, json_schema_input_type=Annotated[str, Field(pattern=r"^(?![\s\S]*,\s)", json_schema_extra={"patternErrorMessage": "For several, write a list: [one, other]."})] | list[Any])
"""Reads one word or phrase as a list of it."""
Phrases = Annotated[list[str], ONE_OR_MANY]
"""A word or phrase, or a list of them: what is typed, a unit, tags to choose by."""
Names = Annotated[list[Id], BeforeValidator(list_words, json_schema_input_type=Id | list[Id])]
"""Ids of things elsewhere, one or a list."""
Allowed = dict[Annotated[str, matching(r"^[a-z]+(-[a-z]+)*$", "unusable-id", "is not what a finding is called", "Write what stands in brackets behind a finding: `long-sentence`.")], str]
"""Findings that are not told, each with the reason: `{long-sentence: The customer's own words.}`"""
_BankFile = written(r"^(\./)?(banks[/\\])?[a-z0-9][a-z0-9-]{0,63}(\.ya?ml)?$", "Write the name of a file in banks/.")
Banks = Annotated[list[Id], BeforeValidator(_file_names, json_schema_input_type=_BankFile | list[_BankFile])]
"""Question banks by the names of their files, one or a list."""


SIMPLE = re.compile("[A-Za-z0-9 ]*")
PLAIN = str.maketrans("ÄÅÁÀÂÃÖÓÒÔÕÜÚÙÛÉÈÊËÍÌÎÏÇÑäåáàâãöóòôõüúùûéèêëíìîïçñ", "AAAAAAOOOOOUUUUEEEEIIIICNaaaaaaooooouuuueeeeiiiicn")


def make_id(text: str, otherwise: str, *, longest: int = LONGEST_ID) -> str:
    """Return an id made of a text: "Mistä palautusaika tulee" gives `mista-palautusaika-tulee`."""
    if SIMPLE.fullmatch(text) and len(text) <= longest:  # as most headings
        return "-".join(text.lower().split()) or otherwise
    text = text if text.isascii() else text.translate(PLAIN)  # as slugify would; but whatever is not ASCII makes it look for a library that is not there, again and again
    return slugify(text, max_length=longest, word_boundary=True) or otherwise


def make_unique(id: str, taken: Container[str]) -> str:
    """Return the id, with -2, -3 … when it is taken."""
    unique, count = id, 1
    while unique in taken:
        count += 1
        unique = f"{id[: LONGEST_ID - 4]}-{count}"
    return unique


DECORATIVE = "decorative"
"""Written for what a picture shows, it says that the picture shows nothing one has to know."""


def describe(alt: str) -> str:
    """Return what is read aloud for a picture: nothing, if it is there for its looks."""
    return "" if alt.strip().lower() == DECORATIVE else alt
