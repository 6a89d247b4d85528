"""The command `tuokio`: what it prints and how it exits. The work is done elsewhere.
Longer than 300 lines, since what every command asks and says is here.

Exit codes: 0 all is well, 1 there are findings of severity error, 2 the command was used wrongly.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio import __version__

if TYPE_CHECKING:
    from tuokio.finding import Finding
    from tuokio.publish import Publication

COURSES = click.argument("courses", nargs=-1, type=click.Path(path_type=Path), metavar="[COURSE]...")
OUTPUT = click.option("--output", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True, help="Where to write.")
LONGEST_PATH = 260  # characters, unless Windows is told otherwise
LONG = 20  # modules from which a build shows its progress


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="tuokio %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Make e-learning courses of Markdown: branded, offline, and they remember the learner."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an editor that runs us may have a stream of its own, or none
            stream.reconfigure(errors="replace")  # an old Windows console lacks most characters
    if os.environ.get("NO_COLOR"):
        context.color = False


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), default="en", show_default=True, help="Language of the first course.")
def new(folder: Path, language: str) -> None:
    """Make a folder with a first course and a theme."""
    from tuokio.starter import start

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there already and is not empty. Choose another name.")
    with _telling_of_the_disk(folder, "Choose another place for it."):
        course = start(folder, language)
    click.echo(f'Made {folder}. Write in {course}, then:\n\n  cd "{folder}"\n  tuokio build')


@main.command("new-case")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), help="Language of the case; that of the course when left out.")
def new_case(file: Path | None, language: str | None) -> None:
    """Write a hard case of your own as a conversation, to be filled in by seven questions.

    FILE is the module to write, or the course's folder; left out, it comes after the last module of the course that is here.
    """
    from tuokio.starter.case import find_language, suggest_file, write_case

    if file is None and len(courses := _find_courses(())) > 1:
        raise click.UsageError(f"Which course? {', '.join(f'tuokio new-case {one.as_posix()}' for one in courses)}")
    if file is None or file.is_dir():
        course = file or courses[0]
        file = suggest_file(course, language or find_language(course))
    elif file.suffix.lower() != ".md":
        file = file.with_name(f"{file.name}.md")
    if file.exists():
        raise click.UsageError(f"{file} is there already. Choose another name.")
    if not file.parent.is_dir():
        raise click.UsageError(f"There is no folder {file.parent}. Make it first, or choose another place.")
    with _telling_of_the_disk(file, "Choose another place for it."):
        write_case(file, language or find_language(file.parent))
    course = file.parent if (file.parent / "course.yaml").is_file() else file
    click.echo(f'Made {file}. Answer its seven questions in it, then:\n\n  tuokio check "{course}"\n  tuokio serve "{course}"')


@main.command()
@click.argument("language")
@click.argument("course", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
def words(language: str, course: Path | None) -> None:
    """Write what Tuokio says to learners into COURSE, to be changed, or translated into a LANGUAGE it does not speak."""
    from tuokio.read.phrases import write_missing
    from tuokio.words import is_known, is_shipped

    if not is_known(language):
        raise click.UsageError(f"There is no language `{language}` that we know of. Use its short code, such as et, de or pt-BR.")
    courses = [course] if course else _find_courses(())
    if len(courses) > 1:
        raise click.UsageError(f"Which course? {', '.join(f'tuokio words {language} {one.as_posix()}' for one in courses)}")
    with _telling_of_the_disk(courses[0], "Close the program that has it open."):
        path, count = write_missing(courses[0], language)
    task = "Change what you like, and remove the other lines." if is_shipped(language) else "They are in English: translate them."
    click.echo(f"Added {_count(count, 'phrase')} to {path}. {task}" if count else f"{path} has every phrase.")


@main.command()
@COURSES
@click.option("--fix", "mend", is_flag=True, help="Write missing ids into your files.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(courses: Sequence[Path], mend: bool, style: str) -> None:
    """Look for mistakes in courses without building them. COURSE is a folder or a Markdown file."""
    from tuokio.build import prepare
    from tuokio.check.fix import fix
    from tuokio.read.twins import find_twins

    found: list[Finding] = []
    given = _find_courses(courses)
    for course in given:
        with _progress(course.name, show=style == "text") as progress:
            findings = prepare(course, progress)[1]
        with _telling_of_the_disk(course, "Close the program that has it open."):
            mended = fix(findings) if mend else {}
        if mended:
            for path, count in mended.items():
                click.echo(f"Added {_count(count, 'id')} to {path}.", err=style == "json")
            findings = prepare(course)[1]
        found.extend(findings)
    found.extend(find_twins(given))
    if style == "json":
        plain = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") != "utf8"  # a pipe in Windows is not, and `?` for an ä would be a lie
        click.echo(json.dumps([_to_json(finding) for finding in found], ensure_ascii=plain, indent=1))
    else:
        _show(found)
    sys.exit(_exit_code(found))


@main.command()
@COURSES
@click.option("--target", "targets", multiple=True, help="What to build: site, print. May be repeated; both when left out.")
@OUTPUT
def build(courses: Sequence[Path], targets: Sequence[str], output: Path) -> None:
    """Build courses. COURSE is a folder or a Markdown file; left out, all under courses/."""
    from tuokio.build import build as build_course
    from tuokio.read.twins import find_twins
    from tuokio.targets import targets as known

    for name in targets:
        if name not in known():
            raise click.UsageError(f"There is no target `{name}`. Known are {', '.join(known())}.")
    given = _name_courses(courses, output).values()
    found = find_twins(given)
    _show(found, summary=False)
    for course in given:
        with _telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."), _progress(course.name) as progress:
            result = build_course(course, output, list(targets) or ["site", "print"], progress)
        _show(result.findings, summary=False)
        found.extend(result.findings)
        for file in result.files:
            click.echo(f"Built {file}")
        if result.failed:
            click.secho(f"{course} was not built: mend the errors above first.", fg="red", err=True)
    sys.exit(_exit_code(found))


@main.command()
@click.argument("course", type=click.Path(path_type=Path, exists=True), required=False)
@OUTPUT
@click.option("--dry-run", "dry", is_flag=True, help="Only tell what would be published.")
def publish(course: Path | None, output: Path, dry: bool) -> None:
    """Build COURSE for learners as its next version. What changed must say whether old results count; ids that learners met must not vanish."""
    from datetime import date

    from tuokio.publish import publish as publish_course

    courses = _find_courses((course,) if course else ())
    if len(courses) > 1:
        raise click.UsageError(f"Which course? {', '.join(f'tuokio publish {one.as_posix()}' for one in courses)}")
    if not (courses[0] / "course.yaml").is_file():
        raise click.UsageError(f"Only a folder with a course.yaml can be published, and {courses[0]} is none. In it `id:` names the course, so that learners' records find it again.")
    with _telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."), _progress(courses[0].name) as progress:
        result = publish_course(courses[0], output, date.today(), progress, dry=dry)
    _show(result.findings, summary=False)
    if result.refused:
        click.secho(f"Nothing was published{f': learners still have version {result.before}' if result.before else ''}. Mend the errors and warnings above first.", fg="red", err=True)
        sys.exit(1)
    _tell_publication(result, dry=dry)


def _tell_publication(result: Publication, *, dry: bool) -> None:
    """Say in a few lines what was published, or would be."""
    done = result.comparison
    if result.version == result.before:
        click.echo(f"Nothing that learners learn has changed since version {result.before}{'' if dry else ', so it is still that. Built anew, with what is new in looks and translations'}.")
    else:
        click.echo(f"{'This would be' if dry else 'Published'} version {result.version}{' of' if not result.before else ', after version ' + str(result.before) + ', of'} {done.lock.course}.")
    told = {
        "Changed, asked again": [id for id, kind in done.classed if kind == "changed"],
        "Clarified, results count": [id for id, kind in done.classed if kind == "clarified"],
        "Typos": [id for id, kind in done.classed if kind == "typo"],
        "As it was before, results count again": [id for id, kind in done.classed if kind == "back"],
        "New": done.added,
        "Gone": done.gone,
    }
    for what, ids in told.items():
        if ids:
            click.echo(f"  {what}: {', '.join(ids[:8])}{f' and {len(ids) - 8} more' if len(ids) > 8 else ''}")
    for file in result.files:
        click.echo(f"Built {file}")
    if result.version != result.before and not dry:
        click.echo("Keep course.lock with the course: it tells the next version what learners have met.")


@main.command()
@COURSES
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Where to listen; if it is taken, the next free one. 0 is any.")
@click.option("--lan", is_flag=True, help="Serve other devices in this network too, to try the course on a phone.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@OUTPUT
def serve(courses: Sequence[Path], port: int, lan: bool, open_browser: bool, output: Path) -> None:
    """Show courses in the browser while you write: what you save is on screen at once. Ctrl+C ends it."""
    from tuokio.serve import Outcome, Place, Preview
    from tuokio.serve import serve as serve_courses

    named = _name_courses(courses, output)
    told: dict[str, Sequence[Finding]] = {}

    def tell_place(place: Place) -> None:
        if port not in (0, place.port):
            click.echo(f"Port {port} is taken, so this is {place.port}.")
        click.echo(f"Serving {', '.join(named)} at {place.address} (Ctrl+C ends it)")
        if lan:
            _tell_lan(place.lan)
        if open_browser:
            click.launch(place.address)

    def tell_build(preview: Preview, changed: Sequence[str]) -> None:
        outcome: Outcome = preview.outcome
        before = told.get(preview.name, ())  # once is enough while an author works on something else
        if new := [finding for finding in outcome.findings if finding not in before]:
            _show(new, summary=False)
            if len(new) < len(outcome.findings):
                click.echo(f"{_count(len(outcome.findings) - len(new), 'finding')} as before.")
        told[preview.name] = outcome.findings
        where = ", ".join([*([preview.name] if len(named) > 1 else []), *changed[:3]]) or preview.name
        if outcome.trouble:
            click.echo(outcome.trace, err=True)
            click.secho(outcome.trouble, fg="red")
        elif outcome.failed:
            click.secho(f"{where}: {'the last good course stays on screen' if preview.revision else 'there is nothing to show yet'}; mend the errors above.", fg="red")
        else:
            click.echo(f"Built in {outcome.seconds * 1000:.0f} ms: {where}{' …' if len(changed) > 3 else ''}")

    try:
        serve_courses(named, output, port=port, lan=lan, opened=tell_place, built=tell_build)
    except OSError as error:
        raise click.ClickException(f"Cannot listen on port {port}: {error.strerror}. Choose another with --port.") from error


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, readable=False))
@click.option("--names", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A list of those who take the course: one a line, or a table with a column of names.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]), help="The due date, such as 2026-12-01 or 1.12.2026.")
@click.option("--course", type=click.Path(path_type=Path, exists=True), help="The course, so that its modules have their titles and what has changed counts.")
@click.option("--csv", "sheet", is_flag=True, help="Print the table as CSV, for Excel.")
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), default="en", show_default=True, help="Language of the table.")
def report(files: Sequence[Path], names: Path | None, due: datetime | None, course: Path | None, sheet: bool, language: str) -> None:
    """Tell who is done with a course and who is not, from what learners have sent.

    FILES are completion files, texts with codes in them, mails (.eml, .msg), a file saved from manager.html, or folders of these.
    Where none of them holds any the exit code is 1.
    """
    from tuokio.build import prepare
    from tuokio.manager.report import report as make_report
    from tuokio.manager.write import describe, list_titles

    known = None
    if course:
        pages, findings = prepare(course)
        if pages is None:
            _show(findings, summary=False)
            sys.exit(1)
        known = describe(pages), list_titles(next((edition for edition in pages.editions if edition.language == language), pages.editions[0]))
    try:
        made = make_report(files, date.today(), names=names, due=due.date().isoformat() if due else "", course=known, language=language)
    except OSError as error:
        raise click.ClickException(f"Cannot read {error.filename}: {error.strerror}.") from error
    if sheet:
        click.echo(made.csv().encode(), nl=False)
    elif made.rows:
        click.echo(made.draw(shutil.get_terminal_size((160, 24)).columns))
        click.echo(made.tally())
    for line in made.troubles():
        click.secho(line, fg="yellow", err=True)
    if made.is_empty:
        click.secho(made.emptiness(files), fg="red", err=True)
        sys.exit(1)


def _tell_lan(address: str) -> None:
    """Say where a phone finds the course, with a code to point it at if this terminal can draw one."""
    from tuokio.serve.address import draw_code

    if not address:
        click.secho("This computer is in no network, so no other device can see the course.", fg="yellow")
        return
    click.echo(f"On a phone in the same network: {address}")
    code = draw_code(address)
    try:
        code.encode(sys.stdout.encoding or "ascii")
        click.echo(code)
    except UnicodeEncodeError:
        click.echo("This terminal cannot draw a QR code, so type the address on the phone.")
    click.secho("Anyone in this network can read the course while this runs. If the phone finds nothing, a firewall on this computer is in between.", fg="yellow")


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


def _name_courses(given: Sequence[Path], output: Path) -> dict[str, Path]:
    """Return the courses by the names of their folders in the output."""
    from tuokio.read.files import name_output

    named: dict[str, Path] = {}
    for course in _find_courses(given):
        name = name_output(course)
        if named.setdefault(name, course) is not course:
            raise click.UsageError(f"{named[name]} and {course} would both be written to {output / name}. Build them one at a time, with an --output each.")
    return named


@contextmanager
def _telling_of_the_disk(place: Path, cure: str) -> Iterator[None]:
    """End with a sentence where the disk fails: a file is locked, the disk is full, a path is too long for Windows."""
    try:
        yield
    except OSError as error:
        path = error.filename or place
        if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == 206 or (os.name == "nt" and len(os.path.abspath(path)) >= LONGEST_PATH):
            cure = f"The path is too long: Windows takes {LONGEST_PATH} characters. Choose a place nearer to the root of the disk" + (" with --output, such as --output C:\\courses." if "--output" in cure else ", such as C:\\courses.")
        click.secho(f"Cannot write {path}: {error.strerror or error}. {cure}", fg="red", err=True)
        sys.exit(1)


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
