"""Phrases of the interface: one mechanism for Python and the browser.

Each room keeps its own `words.yaml`, languages side by side, so that a phrase lives beside what
says it. A phrase is a text with `{name}` places, or a set of plural forms by the categories of
Unicode CLDR (`one`, `other` …), which the browser chooses among with `Intl.PluralRules`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SHIPPED = ("fi", "en")
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


def phrases(language: str, *rooms: str) -> Phrases:
    """Gather the phrases of rooms in a language; a region falls back to its language, then English."""
    base = language.split("-")[0]
    return Phrases(language, {key: _choose(forms, (language, base, FALLBACK)) for room in rooms for key, forms in load(room).items()})


def _choose(forms: dict[str, Phrase], languages: Iterable[str]) -> Phrase:
    return next(forms[language] for language in languages if language in forms)
