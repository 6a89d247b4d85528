"""Which courses a command is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tuokio.disk import name_output

COURSES = click.argument("courses", nargs=-1, type=click.Path(path_type=Path), metavar="[COURSE]...")
OUTPUT = click.option("--output", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True, help="Where to write.")


def find_courses(given: Sequence[Path]) -> Sequence[Path]:
    """Return the named courses, or those of the workspace."""
    if given:
        return given
    found = look_for_courses()
    if not found:
        raise click.UsageError("There is no course here. Name one (a folder or a Markdown file), or make one: tuokio new NAME")
    return found


def look_for_courses() -> Sequence[Path]:
    """Return the course that is here, or those of the workspace."""
    here = Path()
    if (here / "course.yaml").is_file():
        return [here.resolve()]
    return sorted({path.parent for pattern in ("course.yaml", "*.md") for path in here.glob(f"courses/*/{pattern}")})


def find_course(given: Path | None, command: str) -> Path:
    """Return the one course that is meant; where there are several, ask which, each with the command that would mean it."""
    courses = find_courses((given,) if given else ())
    if len(courses) > 1:
        raise click.UsageError(f"Which course? {', '.join(f'tuokio {command} {one.as_posix()}' for one in courses)}")
    return courses[0]


def name_courses(given: Sequence[Path], output: Path) -> dict[str, Path]:
    """Return the courses by the names of their folders in the output."""
    named: dict[str, Path] = {}
    for course in find_courses(given):
        name = name_output(course)
        if named.setdefault(name, course) is not course:
            raise click.UsageError(f"{named[name]} and {course} would both be written to {output / name}. Build them one at a time, with an --output each.")
    return named
