"""`words/<language>.yaml` of a course: the interface in a language Tuokio does not have, or in the firm's own words."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tuokio import disk, words
from tuokio.finding import Finding, Severity, did_you_mean
from tuokio.read import yaml
from tuokio.read.source import load
from tuokio.words import Phrase


def read_phrases(folder: Path, language: str, findings: list[Finding]) -> dict[str, Phrase]:
    """Return the course's own phrases of a language; what cannot be used goes to `findings` and is left out."""
    path = folder / "words" / f"{language}.yaml"
    if not path.is_file() or disk.leads_out(path, folder):
        return {}
    source = load(path, findings)
    document = yaml.parse(source.text, path, findings) if source else None
    if document is None or document.data is None:
        return {}
    if not isinstance(document.data, dict):
        findings.append(Finding("wrong-shape", Severity.WARNING, document.span(), "This is not made of `key: value` lines.", "Write a phrase on each line, such as `continue: Weiter`."))
        return {}
    known, forms, usable = words.every_phrase(), words.plural_forms(language), {}

    def say(id: str, key: str, message: str, cure: str) -> None:
        findings.append(Finding(id, Severity.WARNING, document.span((key,), key=id == "unknown-phrase"), message, cure))

    for key, phrase in document.data.items():
        if key not in known:
            say("unknown-phrase", key, f"Tuokio says nothing that is called `{key}`.", did_you_mean(key, known) or "Remove the line.")
        elif isinstance(known[key], str) != isinstance(phrase, str):
            shape = f"a text for each of {', '.join(f'`{form}`' for form in forms)}" if isinstance(known[key], dict) else "one text"
            say("wrong-shape", key, f"`{key}` is {shape}.", "In English it is: " + _show(known[key]))
        elif isinstance(phrase, dict) and set(phrase) != set(forms):
            say("plural-forms", key, f"`{key}` needs the forms {', '.join(f'`{form}`' for form in forms)} in this language.", "In English it is: " + _show(known[key]))
        elif lost := _places(known[key]) ^ _places(phrase):
            say("phrase-places", key, f"The places in braces differ: {', '.join(f'{{{place}}}' for place in sorted(lost))}.", "In English it is: " + _show(known[key]))
        else:
            usable[key] = phrase
    return usable


def write_missing(folder: Path, language: str) -> tuple[Path, int]:
    """Add to a course's `words/<language>.yaml` what it lacks, to be changed or translated; return the file and how many.

    A language that Tuokio speaks is written in itself, any other in English.
    """
    path = folder / "words" / f"{language}.yaml"
    there = path.read_text("utf-8-sig") if path.is_file() else "# What Tuokio says to learners. Translate the texts; what stands in {braces} stays.\n"
    known, forms = words.every_phrase(language if words.is_shipped(language) else words.FALLBACK), words.plural_forms(language)
    missing = {key: phrase for key, phrase in known.items() if not re.search(rf"^{re.escape(key)}\s*:", there, re.M)}
    lines = []
    for key, phrase in missing.items():
        texts = phrase if isinstance(phrase, str) else ", ".join(f"{form}: {_quote(phrase.get(form, phrase['other']))}" for form in forms)
        lines.append(f"{key}: {_quote(phrase) if isinstance(phrase, str) else '{' + texts + '}'}\n")
    if missing:
        disk.write(path, (there + ("" if there.endswith("\n") else "\n") + "".join(lines)).encode())
    return path, len(missing)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _places(phrase: Phrase) -> set[str]:
    text = phrase if isinstance(phrase, str) else phrase.get("other", "")
    return set(re.findall(r"\{(\w+)\}", text or ""))


def _show(phrase: Phrase) -> str:
    return f"`{phrase}`" if isinstance(phrase, str) else ", ".join(f"{form}: `{text}`" for form, text in phrase.items())
