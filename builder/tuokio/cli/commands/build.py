"""`tuokio build`: a course as files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tuokio.cli.courses import COURSES, OUTPUT, name_courses
from tuokio.cli.terminal import choose_exit_code, show, showing_progress, telling_of_the_disk


@click.command()
@COURSES
@click.option("--target", "targets", multiple=True, help="What to build: site, single, print, scorm12, scorm2004, or all. May be repeated; site and print when left out.")
@OUTPUT
def build(courses: Sequence[Path], targets: Sequence[str], output: Path) -> None:
    """Build courses. COURSE is a folder or a Markdown file; left out, all under courses/."""
    from tuokio.build import build as build_course
    from tuokio.read.twins import find_twins
    from tuokio.targets import targets as known

    for name in targets:
        if name != "all" and name not in known():
            raise click.UsageError(f"There is no target `{name}`. Known are {', '.join(known())}, and `all` of them.")
    names = list(known()) if "all" in targets else list(dict.fromkeys(targets)) or ["site", "print"]
    given = name_courses(courses, output).values()
    found = find_twins(given)
    show(found, summary=False)
    for course in given:
        with telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."), showing_progress(course.name) as progress:
            result = build_course(course, output, names, progress)
        show(result.findings, summary=False)
        found.extend(result.findings)
        for file in result.files:
            click.echo(f"Built {file}")
        if result.failed:
            click.secho(f"{course} was not built: mend the errors above first.", fg="red", err=True)
    sys.exit(choose_exit_code(found))


COMMANDS = (build,)
