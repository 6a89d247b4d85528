"""Phrases of the interface: one mechanism for Python and the browser.

Each room keeps its own `words.yaml`, languages side by side, so that a phrase lives beside what
says it. A phrase is a text with `{name}` places, or a set of plural forms by the categories of
Unicode CLDR (`one`, `other` …), which the browser chooses among with `Intl.PluralRules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import yaml

if TYPE_CHECKING:
    from babel import Locale

SHIPPED = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""The languages Tuokio speaks, and what they call themselves."""
FALLBACK = "en"
ROOT = Path(__file__).parent.parent

Phrase = str | dict[str, str]


@dataclass(frozen=True)
class Phrases:
    """The phrases of some rooms in one language, English where there are none."""

    language: str
    texts: dict[str, Phrase]

    def say(self, key: str, /, **places: Any) -> str:
        """Return a phrase with its places filled. Plural forms are the browser's business."""
        text = self.texts[key]
        if isinstance(text, dict):
            raise TypeError(f"{key} has plural forms, which only the browser chooses among")
        return text.format(**places) if places else text


@cache
def load(room: str) -> dict[str, dict[str, Phrase]]:
    """Return a room's phrases by key and language. A room is a folder, such as `blocks/choice`."""
    path = ROOT / room / "words.yaml"
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CBaseLoader", yaml.BaseLoader)) or {} if path.exists() else {}


def phrases(language: str, *rooms: str, own: Mapping[str, Phrase] = MappingProxyType({})) -> Phrases:
    """Gather the phrases of rooms in a language, a course's own first; a region falls back to its language, then English."""
    speaks = next((one for one in (language, language.split("-")[0]) if one in SHIPPED), None)
    set_apart = speaks is None and direction(language) == "rtl"

    def choose(key: str, forms: dict[str, Phrase]) -> Phrase:
        if key in own:
            return own[key]
        phrase = forms[speaks or FALLBACK]
        return _isolate(phrase) if set_apart else phrase

    return Phrases(language, {key: choose(key, forms) for room in rooms for key, forms in load(room).items()})


def _isolate(phrase: Phrase) -> Phrase:
    """Let an English phrase run from left to right in a page that does not: "2 min", not "min 2"."""
    return f"\u2066{phrase}\u2069" if isinstance(phrase, str) else {form: _isolate(text) for form, text in phrase.items()}


def every_phrase(language: str = FALLBACK) -> dict[str, Phrase]:
    """Return all phrases of all rooms in a shipped language."""
    rooms = sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.rglob("words.yaml"))
    return phrases(language, *rooms).texts


def own_name(language: str) -> str:
    """Return what a language calls itself, as it stands alone: Suomi, Deutsch."""
    locale = None if language in SHIPPED else _locale(language)
    name = locale.get_display_name() if locale else SHIPPED.get(language, language)
    return name[:1].upper() + name[1:]


def english_name(language: str) -> str:
    """Return what a language is called in English: Finnish, German."""
    locale = _locale(language)
    return (locale and locale.get_display_name("en")) or language


def is_shipped(language: str) -> bool:
    """Say whether Tuokio speaks the language itself."""
    return language.split("-")[0] in SHIPPED


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return which way a language is written (Unicode CLDR)."""
    locale = None if is_shipped(language) else _locale(language)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


def plural_forms(language: str) -> list[str]:
    """Return the plural forms that a language tells apart (Unicode CLDR), `other` last."""
    locale = _locale(language)
    return [*(form for form in ("zero", "one", "two", "few", "many") if locale and form in locale.plural_form.tags), "other"]


def is_known(language: str) -> bool:
    """Say whether there is such a language (Unicode CLDR)."""
    return is_shipped(language) or _locale(language) is not None


@cache
def _locale(language: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError  # 30 ms, and only for languages that are not ours

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def write_number(number: float, language: str, decimals: int = 0) -> str:
    """Return a number as a language writes it, with at least so many decimals; thousands are set apart from five digits on, so that years stay whole."""
    from babel.numbers import format_decimal  # for courses that ask for numbers

    return format_decimal(number, f"{'#,##0' if abs(number) >= 10000 else '0'}.{'0' * decimals:#<12}", _locale(language) or FALLBACK)


def write_date(day: date | str, language: str) -> str:
    """Return a date, or one in ISO form, as a language writes it in a sentence: `1. marraskuuta 2026`. English is that of our phrases, British."""
    from babel.dates import format_date  # for courses with a change ledger

    return format_date(date.fromisoformat(day) if isinstance(day, str) else day, "long", _locale("en-GB" if language == FALLBACK else language) or FALLBACK)
