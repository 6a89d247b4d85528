"""`translations.lock`: which wording of its source each translation follows. Tuokio writes it, authors commit it.

JSON with one thing a line, sorted, so that version control joins what two people marked. What it knows goes by the
module's id and not by the file's name: a file that is renamed keeps it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tuokio import disk
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept

NAME = "translations.lock"
FORMAT = 1
ABOUT = "Which wording of the source each translation follows. Tuokio writes it: `tuokio check --fix`, `tuokio translate`. Keep it with the course, in version control if you have one, and never edit it."
FRONT = "front_matter"
"""Stands for a module's front matter where its steps are listed; no step can have this id."""
GLOSSARY = "glossary.yaml"
"""Stands for the glossary among modules; no module can have this id."""
SIGNS = re.compile(r"(?:[0-9a-z]{3}|___)*(?:\.(?:[0-9a-z]{3}|___)+)?")
MARKS = ("<<<<<<<", "=======", ">>>>>>>")
Signs = str | tuple[str, str]
"""The signs of a step's texts, or of a bank's question; of a term what it is called in the translation, and the sign of its explanation."""


class Worded(NamedTuple):
    """A text of a module, as a translation knows it."""

    step: str
    """The step it stands in, or `FRONT`; of a bank the question."""
    block: str
    """The block it stands in; empty for a text of the step itself."""
    sign: str
    """Three signs made of its words (`read/wording.py`)."""


@dataclass(frozen=True)
class Following:
    """What is noted of all translations of a course."""

    path: Path = Path(NAME)
    entries: Mapping[str, Mapping[str, Signs]] = field(default_factory=dict)
    """By translation (`name_entry`): step, question or term → its signs."""
    fault: Finding | None = None
    """Why it cannot be read. Then nothing is known, and nothing may be written over it."""

    def steps(self, entry: str) -> dict[str, str]:
        """Return what a translated module or bank follows, step by step; nothing where nobody noted it."""
        return {step: signs for step, signs in self.entries.get(entry, {}).items() if isinstance(signs, str)}

    def terms(self, language: str) -> dict[str, tuple[str, str]]:
        """Return for each term of the source what it is called in a language (empty where nobody said), and the sign of the explanation that was followed."""
        return {term: ("", signs) if isinstance(signs, str) else signs for term, signs in self.entries.get(name_entry(language, GLOSSARY), {}).items()}

    def write(self, noted: Mapping[str, Mapping[str, Signs]], known: Collection[str] | None = None) -> bool:
        """Note what some translations follow; say whether the file had to be written. `known`: all translations there are, and what is none of them goes."""
        if self.fault:
            return False
        entries = {name: of for name, of in (self.entries | noted).items() if of and (known is None or name in known)}
        old = disk.read(self.path) if self.path.is_file() else b""
        text = _write(entries)
        data = (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()
        if data == old or not entries and not old:
            return False
        disk.write(self.path, data)
        return True


def name_entry(language: str, id: str, *, is_bank: bool = False) -> str:
    """Return the name of a translation in the file: `en/receipt`, `en/banks/rules`."""
    return f"{language}/{'banks/' if is_bank else ''}{id}"


def read_following(folder: Path, findings: list[Finding], kept: Kept) -> Following:
    """Return what the translations in a folder follow; nothing where nobody noted it or it cannot be read, which is told."""
    path = folder / NAME
    try:
        text = disk.read_text(path)
    except FileNotFoundError:
        return Following(path)
    except (OSError, UnicodeDecodeError) as error:
        following = _refuse(path, 1, f"`{NAME}` cannot be read ({getattr(error, 'strerror', None) or 'it is no text'}), so nobody knows which translations are out of date.")
    else:
        following = kept.get(("following", path), text, lambda: _read(path, text), stored=False)
    if following.fault:
        findings.append(following.fault)
    return following


def _read(path: Path, text: str) -> Following:
    if marks := [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.startswith(MARKS)]:
        message = f"Two people wrote `{NAME}` at once, and both versions stand in it."
        cure = "Keep one of the two wherever they differ, whichever. Then `tuokio check` tells of each translation that does not follow its source as it is now."
        return Following(path, fault=Finding("lock-conflict", Severity.WARNING, Span(path, marks[0][0], 1, 7), message, cure))
    try:
        data = json.loads(text, object_pairs_hook=_refuse_twins)
    except (ValueError, RecursionError) as error:
        return _refuse(path, getattr(error, "lineno", 1), f"`{NAME}` is damaged, so nobody knows which translations are out of date.")
    if isinstance(data, dict) and isinstance(data.get("format"), int) and data["format"] > FORMAT:
        return Following(path, fault=Finding("later-lock", Severity.WARNING, Span(path), f"A later Tuokio wrote `{NAME}`, and this one cannot read it.", "Install the newest one: `pip install --upgrade tuokio`."))
    try:
        return Following(path, {name: {of: _take(signs) for of, signs in entry.items()} for name, entry in data["follows"].items()})
    except (TypeError, KeyError, AttributeError, ValueError):
        return _refuse(path, 1, f"`{NAME}` is damaged or was edited, so nobody knows which translations are out of date.")


def _take(signs: Any) -> Signs:
    if isinstance(signs, list):
        called, sign = signs
        if isinstance(called, str) and isinstance(sign, str):
            return called, sign
    elif SIGNS.fullmatch(signs):
        return signs
    raise ValueError(signs)


def _refuse(path: Path, line: int, message: str) -> Following:
    cure = f"Take it as it was from version control (`git checkout {NAME}`) or from a copy. If there is none, delete it, look through the translations, and `tuokio check --fix` notes that they follow the source as it is now."
    return Following(path, fault=Finding("damaged-lock", Severity.WARNING, Span(path, line), message, cure))


def _refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is there twice")
    return found


def _write(entries: Mapping[str, Mapping[str, Signs]]) -> str:
    written = [f"  {_line(name)}: {{" + ",".join(f"\n   {_line(of)}: {_line(entries[name][of])}" for of in sorted(entries[name])) + "\n  }" for name in sorted(entries)]
    return f'{{\n "about": {_line(ABOUT)},\n "format": {FORMAT},\n "follows": {{' + ",".join(f"\n{one}" for one in written) + "\n }\n}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
