"""What `tuokio new-case` writes: a hard case of one's own, as a conversation to fill in by seven questions."""

from __future__ import annotations

import re
from pathlib import Path

from tuokio.fields import make_id, make_unique
from tuokio.finding import Finding
from tuokio.read import yaml
from tuokio.read.source import load

CASES = Path(__file__).parent / "cases"
NUMBER = re.compile(r"^(\d+)[-_. ]+")


def find_language(course: Path) -> str:
    """Return the language a course is written in, if there is a template in it; else English."""
    findings: list[Finding] = []  # `check` tells what is wrong with course.yaml
    config = course / "course.yaml"
    source = load(config, findings) if config.is_file() else None
    document = yaml.parse(source.text, config, findings) if source else None
    languages = document.data.get("languages") if document and isinstance(document.data, dict) else None
    first = languages[0] if isinstance(languages, list) and languages else languages
    return first if isinstance(first, str) and (CASES / f"{first}.md").is_file() else "en"


def suggest_file(course: Path, language: str) -> Path:
    """Return where a case would stand in a course: after its last module, under a name that is free."""
    there = [path.stem for path in course.glob("*.md")]
    number = max((int(match[1]) for stem in there if (match := NUMBER.match(stem))), default=0) + 1
    stem = make_unique(_read_id(language), {NUMBER.sub("", stem) for stem in there})
    return course / f"{number:02}-{stem}.md"


def write_case(file: Path, language: str) -> None:
    """Write the template. Its conversation is named after the file, so that a course can hold several; a file that is there is an error."""
    text = (CASES / f"{language}.md").read_text("utf-8")
    id = make_id(NUMBER.sub("", file.stem), _read_id(language))
    text = text.replace(f"\nid: {_read_id(language)}\n", f"\nid: {id}\n")
    with file.open("x", encoding="utf-8", newline="\n") as new:
        new.write(text)


def _read_id(language: str) -> str:
    return re.search(r"^id: (.+)$", (CASES / f"{language}.md").read_text("utf-8"), re.M)[1]
