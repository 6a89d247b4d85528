"""The files of a course by their names: which are its modules, and which look like them and are not.

A name is compared in one form of its letters: macOS may store an `ä` as an `a` and its dots, and a zip carries that to
any other system. Large and small letters differ, as on most web servers, even where the disk at hand says otherwise.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container
from pathlib import Path
from unicodedata import normalize

from tuokio.disk import leads_out
from tuokio.finding import Finding, Severity, Span

MODULES = (".md", ".markdown")
BANKS = (".yaml", ".yml")
SOURCES = (*MODULES, *BANKS, ".lock")
"""What a course is written in, answers and all."""
TRANSLATION = re.compile(r"(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf", ".html", ".htm")
ENDINGS = "In File Explorer choose View → Show → File name extensions, then rename it to"


def stem_of(file: Path) -> str:
    """Return a file's name without its ending, in one form of its letters."""
    return normalize("NFC", file.stem)


def list_modules(path: Path, findings: list[Finding]) -> list[Path]:
    """Return the Markdown files of a course, by their numbers and then by name."""
    around = sorted(_list(path.parent if path.is_file() else path))
    files = [file for file in around if file.suffix.lower() in MODULES]
    if path.is_file():
        return [path, *(file for file in files if (match := TRANSLATION.fullmatch(stem_of(file))) and match[1] == stem_of(path))]
    for file in around:
        if re.search(r"\.(md|markdown)\.txt$", file.name, re.I):
            findings.append(Finding("hidden-ending", Severity.WARNING, Span(file), "This ends in `.txt`, which Windows hides, so it is not read as a module.", f"{ENDINGS} `{file.name[:-4]}`."))
    if len(files) > 1:
        files = [file for file in files if file.stem.lower() != "readme"]

    def order(file: Path) -> tuple[float, str]:
        number = re.match(r"[0-9]+", file.name)
        return (int(number[0][:15]) if number else float("inf"), normalize("NFC", file.name).casefold())

    files.sort(key=order)
    seen: dict[str, Path] = {}
    for file in files:
        other = seen.setdefault(normalize("NFC", file.name).casefold(), file)
        if other is not file:
            differ = "only in how their accents are stored" if other.name.casefold() != file.name.casefold() else "only in large and small letters"
            findings.append(Finding("names-alike", Severity.WARNING, Span(file), f"The name of this module and of `{other.name}` differ {differ}; in Windows one would replace the other.", "Rename one of them."))
    return files


def list_banks(folder: Path, wanted: Container[str] | None, findings: list[Finding]) -> list[Path]:
    """Return the question banks of a folder by name: only those `wanted` and their translations, unless that is None."""
    files = []
    seen: dict[str, Path] = {}
    for file in sorted(_list(folder, folder.parent), key=lambda file: normalize("NFC", file.name).casefold()):
        match = TRANSLATION.fullmatch(stem_of(file))
        if wanted is not None and stem_of(file) not in wanted and not (match and match[1] in wanted):
            continue
        if file.suffix.lower() in BANKS:
            other = seen.setdefault(stem_of(file).casefold(), file)
            if other is file:
                files.append(file)
            else:
                findings.append(Finding("names-alike", Severity.WARNING, Span(file), f"`{other.name}` is a bank of the same name, so this one is left out.", "Rename one of them, or put their questions into one file."))
        elif re.search(r"\.ya?ml\.txt$", file.name, re.I):
            findings.append(Finding("hidden-ending", Severity.WARNING, Span(file), "This ends in `.txt`, which Windows hides, so it is not read as a bank.", f"{ENDINGS} `{file.name[:-4]}`."))
        else:
            findings.append(Finding("not-a-bank", Severity.HINT, Span(file), "This is not read: a bank is a YAML file.", f"Write its questions as a list in `{stem_of(file)}.yaml`, or move it out of this folder."))
    return files


def tell_translations(files: list[Path], languages: list[str], what: str, findings: list[Finding], *, single: bool = False) -> tuple[list[Path], dict[str, dict[str, Path]]]:
    """Return the files in the source language, and the translations: language → stem of the source → file.

    `what` they are is said in findings. Of a `single` file that is built its name says no language.
    """
    stems = {stem_of(file) for file in files}
    own: list[Path] = []
    translations: dict[str, dict[str, Path]] = {}
    for file in files:
        match = None if single and file == files[0] else TRANSLATION.fullmatch(stem_of(file))
        if match and match[1] in stems and match[2] in languages[1:]:
            translations.setdefault(match[2], {})[match[1]] = file
        elif match and match[1] in stems:
            cure = f"Add `{match[2]}` to `languages:` in course.yaml." if match[2] != languages[0] else "The source is the file without a language in its name; remove one of the two."
            findings.append(Finding("translation-not-listed", Severity.WARNING, Span(file), f"This file is in `{match[2]}`, which is not a language the course is translated into, so it is left out.", cure))
        elif match and match[2] in languages[1:]:
            findings.append(Finding("not-in-source", Severity.WARNING, Span(file), f"There is no `{match[1]}{file.suffix}` that this would translate, so it is left out.", f"Write the {what} in `{languages[0]}` first, or rename one of the two."))
        else:
            own.append(file)
    return own, translations


def suggest_module(folder: Path) -> str:
    """Return the cure for a folder without a module, with an eye on what lies there instead."""
    for file in sorted(_list(folder)):
        if file.suffix.lower() == ".txt":
            return f"`{file.name}` may be meant for one: rename it to `{file.stem.removesuffix('.md')}.md`. If you see no `.txt` in Windows, choose View → Show → File name extensions first."
        if file.suffix.lower() in DOCUMENTS:
            return f"`{file.name}` is a document: copy its text into a new text file and save that as `{file.stem}.md`."
        if file.suffix.lower() == ".zip":
            return f"`{file.name}` is a packed folder: in Windows right-click it, choose Extract All, and name the folder that comes of it."
    inside = next((below for below in sorted(folder.iterdir()) if below.is_dir() and not below.name.startswith((".", "_")) and any(one.suffix.lower() in MODULES for one in _list(below))), None) if folder.is_dir() else None
    if inside:
        return f"There are some in its folder `{inside.name}`: name that one."
    return "Add one, such as `01-welcome.md`. A single file can be built too: `tuokio build file.md`."


def find_config(config: Path, findings: list[Finding]) -> bool:
    """Say whether a course has its course.yaml, and tell of a file that looks as if it were meant for it."""
    there = {file.name: file for file in _list(config.parent)}
    if config.name in there:
        return True
    for name, file in sorted(there.items()):
        if re.fullmatch(r"course\.ya?ml(\.txt)?", name, re.I):
            findings.append(_misnamed(file, config.name, "The course's settings are"))
    return False


def list_glossaries(folder: Path, findings: list[Finding]) -> list[Path]:
    """Return the glossaries of a course: `glossary.yaml`, `glossary.sv.yaml`; tell of files that look as if they were meant for one."""
    files = []
    for file in sorted(_list(folder)):
        if match := re.fullmatch(r"glossary((?:\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*)?)\.ya?ml(?:\.txt)?", file.name, re.I):
            name = f"glossary{match[1]}.yaml"
            if file.name == name:
                files.append(file)
            elif not (folder / name).is_file():
                findings.append(_misnamed(file, name, "A glossary is"))
    return files


def _misnamed(file: Path, name: str, what: str) -> Finding:
    cure = f"{ENDINGS} `{name}`." if file.name.lower().endswith(".txt") else f"Rename it to `{name}`."
    return Finding("misnamed-file", Severity.WARNING, Span(file), f"{what} read from `{name}`, written just like that, so this file is left out.", cure)


def tell_strays(course: Path, findings: list[Finding]) -> None:
    """Tell of what is left out because a link takes it out of a course's folder."""
    for folder in (course, course / "banks", course / "words"):
        strays = [folder] if folder.is_dir() and leads_out(folder, course) else [folder / entry.name for entry in _scan(folder) if entry.is_symlink() and entry.name.lower().endswith(SOURCES) and leads_out(folder / entry.name, course)]
        for stray in sorted(strays):
            findings.append(Finding("file-outside-course", Severity.WARNING, Span(stray), f"`{stray.relative_to(course).as_posix()}` is a link that leads out of the course's folder, so it is left out.", "Put a copy in its place."))


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, less what is hidden, put aside, or Office's mark of an open file."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return [entry for entry in entries if not entry.name.startswith((".", "_", "~$"))]


def _list(folder: Path, course: Path | None = None) -> list[Path]:
    """Return the files of a folder that is the course's or lies in it; none that a link takes out of it.

    What leads nowhere, or cannot be asked what it is, is one of them, so that whoever reads it tells of it; left out, a course would just be shorter.
    """
    course = course or folder
    if folder is not course and leads_out(folder, course):
        return []
    return [folder / entry.name for entry in _scan(folder) if not os.path.isdir(entry.path) and not (entry.is_symlink() and leads_out(folder / entry.name, course))]  # noqa: PTH112 – it raises nothing
