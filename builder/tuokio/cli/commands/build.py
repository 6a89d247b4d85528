"""`tuokio build`: a course as files."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio.cli.courses import COURSES, OUTPUT, name_courses
from tuokio.cli.terminal import choose_exit_code, say_waiting, show, showing_progress, telling_of_the_disk

if TYPE_CHECKING:
    from tuokio.finding import Finding
    from tuokio.kept import Standing, Store


@click.command()
@COURSES
@click.option("--target", "targets", multiple=True, help="What to build: site, single, print, scorm12, scorm2004, or all. May be repeated; site and print when left out.")
@OUTPUT
@click.option("--fresh", is_flag=True, help="Make everything anew, without what earlier builds have left.")
def build(courses: Sequence[Path], targets: Sequence[str], output: Path, fresh: bool) -> None:
    """Build courses. COURSE is a folder or a Markdown file; left out, all under courses/."""
    from tuokio.kept import Standing, open_store

    names = _choose_targets(targets)
    given = name_courses(courses, output).values()
    found = _find_twins(given)
    show(found, summary=False)
    for course in given:
        store = None if fresh or not os.path.exists(course) else open_store(course)
        standing = store and Standing(store, course, output, names)
        recalled = standing and standing.recall()
        findings, files, lacking = (*recalled, []) if recalled else _make(course, output, names, store, standing)
        show(findings, summary=False)
        found.extend(findings)
        for file in files:
            click.echo(f"Built {file}")
        if choose_exit_code(findings):
            what = f"{course} was built, but not for {' and '.join(lacking)}" if files and lacking else f"{course} was not built"
            click.secho(f"{what}: mend the errors above first.", fg="red", err=True)
    sys.exit(choose_exit_code(found))


def _choose_targets(named: Sequence[str]) -> list[str]:
    """Return the targets that are meant."""
    if not named:
        return ["site", "print"]
    from tuokio.targets import targets as known

    for name in named:
        if name != "all" and name not in known():
            raise click.UsageError(f"There is no target `{name}`. Known are {', '.join(known())}, and `all` of them.")
    return list(known()) if "all" in named else list(dict.fromkeys(named))


def _find_twins(courses: Collection[Path]) -> list[Finding]:
    """Return what is wrong with the ids of several courses together."""
    if len(courses) < 2:
        return []
    from tuokio.read.twins import find_twins

    return find_twins(courses)


def _make(course: Path, output: Path, names: list[str], store: Store | None, standing: Standing | None) -> tuple[list[Finding], list[Path], list[str]]:
    """Build a course, and return the findings, the files to open, and the targets that could not be made."""
    from tuokio.build import build as build_course
    from tuokio.kept import Kept

    with telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."), showing_progress(course.name) as progress:
        result = build_course(course, output, names, progress, Kept(lasting=False, store=store), say_waiting)
    if standing and not result.failed:
        standing.note(result.findings, result.files)
    return result.findings, result.files, [name for name in names if name not in result.built]


COMMANDS = (build,)
