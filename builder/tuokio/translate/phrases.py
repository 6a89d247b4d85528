"""What Tuokio itself says, in a language it does not speak: the texts of `words/<language>.yaml`."""

from __future__ import annotations

import re
from pathlib import Path

from tuokio import words
from tuokio.read.phrases import read_phrases
from tuokio.translate.text import State, Text, Told
from tuokio.translate.written import write_scalar

PREFIX = "words"
HEAD = "# What Tuokio says to learners. Translate the texts; what stands in {braces} stays.\n"


def list_texts(folder: Path, source: str, language: str) -> list[Text]:
    """Return the phrases, in the source language if Tuokio speaks it, else in English; each plural form is a text of its own."""
    speaks = source if words.is_shipped(source) else words.FALLBACK
    there = read_phrases(folder, language, [])
    file, found = f"words/{language}.yaml", []
    for key, phrase in words.every_phrase(speaks).items():
        forms = {"": phrase} if isinstance(phrase, str) else {form: phrase.get(form, phrase["other"]) for form in words.plural_forms(language)}
        told = there.get(key, "")
        for form, text in forms.items():
            theirs = (told.get(form, "") if isinstance(told, dict) else "") if form else told if isinstance(told, str) else ""
            where = f"Tuokio's own phrase `{key}`" + (f", where the number is of the form “{form}”" if form else "")
            found.append(Text("/".join(filter(None, (PREFIX, key, form))), file, where, text, theirs, State.DONE if theirs else State.NEW, "phrase"))
    return found


def write_phrases(text: str, folder: Path, language: str, told: dict[str, Told]) -> str:
    """Return `words/<language>.yaml` with the phrases that came; of a plural all forms are needed, and those that lack stay as they were."""
    there = read_phrases(folder, language, [])
    text = text or HEAD
    given: dict[str, dict[str, str]] = {}
    for id, one in told.items():
        _, key, *form = id.split("/")
        given.setdefault(key, {})["".join(form)] = one.text
    for key, forms in given.items():
        if "" in forms:
            line = f"{key}: {write_scalar(forms[''], 0)}"
        else:
            whole = (there[key] if isinstance(there.get(key), dict) else {}) | forms
            if set(whole) != set(words.plural_forms(language)):
                continue
            line = f"{key}: {{{', '.join(f'{form}: {write_scalar(whole[form], 0, flow=True)}' for form in words.plural_forms(language))}}}"
        pattern = re.compile(rf"^{re.escape(key)}[ ]*:.*(?:\n[ \t]+.*)*", re.M)
        text = pattern.sub(lambda _: line, text, count=1) if pattern.search(text) else text + ("" if text.endswith("\n") else "\n") + line + "\n"  # noqa: B023 – called at once
    return text
