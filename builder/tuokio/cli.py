"""The command `tuokio`: what it prints and how it exits. The work is done elsewhere.

Exit codes: 0 all is well, 1 there are findings of severity error, 2 the command was used wrongly.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio import __version__

if TYPE_CHECKING:
    from tuokio.finding import Finding

COURSES = click.argument("courses", nargs=-1, type=click.Path(path_type=Path), metavar="[COURSE]...")
LONG = 20  # modules from which a build shows its progress


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="tuokio %(version)s")
def main() -> None:
    """Make e-learning courses of Markdown: branded, offline, and they remember the learner."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # an old Windows console lacks most characters


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), default="en", show_default=True, help="Language of the first course.")
def new(folder: Path, language: str) -> None:
    """Make a folder to work in, with a first course and a theme of your own."""
    from tuokio.starter import start

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there already and is not empty. Choose another name.")
    course = start(folder, language)
    click.echo(f'Made {folder}. Write in {course}, then:\n\n  cd "{folder}"\n  tuokio build')


@main.command()
@COURSES
@click.option("--fix", "mend", is_flag=True, help="Write missing ids into your files.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(courses: Sequence[Path], mend: bool, style: str) -> None:
    """Look for mistakes in courses without building them. COURSE is a folder or a Markdown file."""
    from tuokio.build import prepare
    from tuokio.check.fix import fix

    found: list[Finding] = []
    for course in _find_courses(courses):
        with _progress(course.name, show=style == "text") as progress:
            findings = prepare(course, progress)[1]
        if mend and (mended := fix(findings)):
            for path, count in mended.items():
                click.echo(f"Added {_count(count, 'id')} to {path}.", err=style == "json")
            findings = prepare(course)[1]
        found.extend(findings)
    if style == "json":
        click.echo(json.dumps([_to_json(finding) for finding in found], ensure_ascii=False, indent=1))
    else:
        _show(found)
    sys.exit(_exit_code(found))


@main.command()
@COURSES
@click.option("--target", "targets", multiple=True, help="What to build: site, print. May be repeated; both when left out.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True, help="Where to write.")
def build(courses: Sequence[Path], targets: Sequence[str], output: Path) -> None:
    """Build courses. COURSE is a folder or a Markdown file; left out, all under courses/."""
    from tuokio.build import build as build_course
    from tuokio.targets import targets as known

    for name in targets:
        if name not in known():
            raise click.UsageError(f"There is no target `{name}`. Known are {', '.join(known())}.")
    found: list[Finding] = []
    named: dict[str, Path] = {}
    for course in _find_courses(courses):
        name = course.stem if course.is_file() else course.resolve().name
        if named.setdefault(name, course) is not course:
            raise click.UsageError(f"{named[name]} and {course} would both be written to {output / name}. Build them one at a time, with an --output each.")
        try:
            with _progress(course.name) as progress:
                result = build_course(course, output, list(targets) or ["site", "print"], progress)
        except OSError as error:
            place = error.filename or output
            click.secho(f"Cannot write {place}: {error.strerror}. Close the program that has it open, or choose another place with --output.", fg="red", err=True)
            sys.exit(1)
        _show(result.findings, summary=False)
        found.extend(result.findings)
        for file in result.files:
            click.echo(f"Built {file}")
        if result.failed:
            click.secho(f"{course} was not built: mend the errors above first.", fg="red", err=True)
    sys.exit(_exit_code(found))


def _find_courses(given: Sequence[Path]) -> Sequence[Path]:
    """Return the named courses, or those of the workspace."""
    if given:
        return given
    here = Path()
    if (here / "course.yaml").is_file():
        return [here.resolve()]
    found = sorted({path.parent for pattern in ("course.yaml", "*.md") for path in here.glob(f"courses/*/{pattern}")})
    if not found:
        raise click.UsageError("There is no course here. Name one (a folder or a Markdown file), or make one: tuokio new NAME")
    return found


@contextmanager
def _progress(name: str, *, show: bool = True):
    """Yield a function to be told how far a long build is; a short one shows nothing."""
    if not show or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True) as bar:
        task = None

        def advance(done: int, of: int) -> None:
            nonlocal task
            if of >= LONG:
                task = bar.add_task(name, total=of) if task is None else task
                bar.update(task, completed=done)

        yield advance


COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}


def _show(findings: Sequence[Finding], *, summary: bool = True) -> None:
    from tuokio.check.frame import frame, gather
    from tuokio.finding import Severity

    for finding, more in gather(findings):
        head, _, rest = frame(finding).partition("\n")
        severity, _, message = head.partition(": ")
        click.echo(click.style(severity, fg=COLOURS[severity], bold=True) + ": " + click.style(message, bold=True))
        click.echo(rest)
        if more:
            click.echo(f"  = and {more} more like this")
        click.echo()
    if findings or summary:
        counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
        click.echo(", ".join(_count(count, severity) for severity, count in counts if count) + "." if findings else "All is well.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _exit_code(findings: Sequence[Finding]) -> int:
    return int(any(finding.severity == "error" for finding in findings))


def _to_json(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "id": finding.id,
        "severity": finding.severity,
        "file": span.path.as_posix(),
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "message": finding.message,
        "cure": finding.cure,
        "fixable": finding.fix is not None,
    }
