"""`tuokio build`: a course as files."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio.cli.courses import COURSES, OUTPUT, name_courses
from tuokio.cli.terminal import choose_exit_code, say_waiting, show, showing_progress, telling_of_the_disk
from tuokio.standing import Standing, tell_built

if TYPE_CHECKING:
    from tuokio.build import Build
    from tuokio.finding import Finding


@click.command()
@COURSES
@click.option("--target", "targets", multiple=True, help="What to build: site, single, print, scorm12, scorm2004, or all. May be repeated; site and print when left out.")
@OUTPUT
@click.option("--fresh", is_flag=True, help="Make everything anew, without what earlier builds have left.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes may work on a long course at once. Left out: one for each processor, at most four. On Windows and macOS always one.")
@click.pass_obj
def build(asked: tuple[list[str], tuple[list[str], str] | None] | None, courses: Sequence[Path], targets: Sequence[str], output: Path, fresh: bool, jobs: int | None) -> None:
    """Build courses. COURSE is a folder or a Markdown file; left out, all under courses/."""
    words, stands = asked or ([], None)
    if stands:  # and has findings to tell again
        files, told = stands
        show(_read_findings(told), summary=False)
        click.echo(tell_built(files))
        return
    names = _choose_targets(targets)
    given = name_courses(courses, output)
    found = _find_twins(given.values())
    show(found, summary=False)
    standing = Standing(words, str(output), [*_list_sources(given.values()), *([] if courses else ("course.yaml", "courses"))]) if words and not fresh else None
    built: list[str] = []
    for course in given.values():
        result = _make(course, output, names, jobs, fresh=fresh)
        show(result.findings, summary=False)
        found.extend(result.findings)
        files = [str(file) for file in result.files]
        built += files
        if files:
            click.echo(tell_built(files))
        if result.failed:
            lacking = [name for name in names if name not in result.built]
            what = f"{course} was built, but not for {' and '.join(lacking)}" if files and lacking else f"{course} was not built"
            click.secho(f"{what}: mend the errors above first.", fg="red", err=True)
    if standing and not choose_exit_code(found) and (len(given) == 1 or not found):  # what is told of several would come in another order
        standing.note([str(output / name) for name in given], built, _write_findings(found) if found else "")
    sys.exit(choose_exit_code(found))


def _list_sources(courses: Iterable[Path]) -> list[str]:
    """Return the folders that courses are made of: their own, and where themes may be."""
    folders = [course if course.is_dir() else course.parent for course in courses]
    themes = {folder.resolve().parent.parent / "themes" for folder in folders} | {Path.cwd() / "themes"}
    return [*map(str, folders), *sorted(map(str, themes))]


def _write_findings(findings: Sequence[Finding]) -> str:
    """Return what is shown of findings, as a note can hold it."""
    import json

    return json.dumps([(one.id, one.severity, str(one.span.path), *one.span[1:], one.message, one.cure) for one in findings])


def _read_findings(text: str) -> list[Finding]:
    import json

    from tuokio.finding import Finding, Severity, Span

    return [Finding(id, Severity(severity), Span(Path(path), line, column, length), message, cure) for id, severity, path, line, column, length, message, cure in json.loads(text)]


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


def _make(course: Path, output: Path, names: list[str], jobs: int | None, *, fresh: bool) -> Build:
    """Build a course, and return what came of it."""
    from tuokio.build import build as build_course
    from tuokio.kept import Kept, count_hands, open_store

    store = open_store(course) if not fresh and course.exists() else None
    with telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."), showing_progress(course.name) as progress:
        return build_course(course, output, names, progress, Kept(lasting=False, store=store, hands=count_hands(jobs)), say_waiting)


COMMANDS = (build,)
