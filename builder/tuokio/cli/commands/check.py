"""`tuokio check`: every finding, as text or for a program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio.cli.courses import COURSES, find_courses, look_for_courses
from tuokio.cli.terminal import choose_exit_code, say_waiting, show, showing_progress, telling_of_the_disk, write_count

if TYPE_CHECKING:
    from tuokio.build import Progress
    from tuokio.finding import Finding
    from tuokio.page import Pages


@click.command()
@COURSES
@click.option("--fix", "mend", is_flag=True, help="Write what is missing into your files: ids, quotation marks, and into translations.lock which wording translations follow.")
@click.option("--strict", is_flag=True, help="Warnings count too, as they do when you publish.")
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How findings are told: to you, to a program, or beside the lines of a pull request.")
@click.option("--explain", metavar="FINDING", help="Show a finding's manual page: what, why, bad and good. FINDING stands in brackets behind its message.")
@click.option("--watch", is_flag=True, help="Check again at every save, a line for each finding, for an editor to underline. Ctrl+C ends it.")
@click.option("--report", "page", is_flag=False, flag_value="", metavar="[FILE.html]", help="Write what the course covers as a page: objectives, minutes, reading level, translations, weight. Into output/ when left out.")
def check(courses: Sequence[Path], mend: bool, strict: bool, style: str, explain: str | None, watch: bool, page: str | None) -> None:
    """Look for mistakes in courses without building them. COURSE is a folder or a Markdown file.

    The exit code is 1 where something is found that stops a build, or with --strict what stops `tuokio publish`.
    """
    if explain:
        _explain(explain.strip("[] "))
        return
    if watch:
        _watch(courses)
        return
    from tuokio.build import SHELF, claim, prepare
    from tuokio.check.fix import fix_all
    from tuokio.following import NAME as TRANSLATIONS
    from tuokio.kept import Kept, open_store
    from tuokio.read.twins import find_twins

    found: list[Finding] = []
    if page and not page.lower().endswith((".html", ".htm")):  # `check --report COURSE`: it is the course
        courses, page = (Path(page), *courses), ""
    given = find_courses(courses)
    if page and len(given) > 1:
        raise click.UsageError(f"One file takes one report, and these are {len(given)} courses. Name one, or leave the file out.")
    shelf = None if page is None else Path("output") / SHELF  # a report weighs pictures as they are shipped
    reports = {}
    for course in given:
        kept = Kept(store=open_store(course) if course.exists() else None)

        def look(*progress: Progress) -> list[Finding]:
            pages, findings = prepare(course, *progress, kept=kept, shelf=shelf)  # noqa: B023 – called at once
            if page is not None:
                reports[course] = pages, findings  # noqa: B023
            return findings

        with telling_of_the_disk(course, "Close the program that has it open."), nullcontext() if page is None else claim(course, Path("output"), say_waiting):
            with showing_progress(course.name, show=style == "text") as progress:
                findings = look(progress)
            mended, findings = fix_all(findings, look) if mend else ({}, findings)
        kept.forget_unasked()
        for path, count in mended.items():
            noted = f"Noted in {path} that {write_count(count, 'translation')} {'follows its' if count == 1 else 'follow their'} source as it is now."
            click.echo(noted if path.name == TRANSLATIONS else f"Mended {path} in {write_count(count, 'place')}.", err=style != "text")
        found.extend(findings)
    found.extend(find_twins(given))
    if style == "json":
        import json

        plain = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") != "utf8"  # a pipe in Windows is not, and `?` for an ä would be a lie
        click.echo(json.dumps([_to_json(finding) for finding in found], ensure_ascii=plain, indent=1))
    elif style == "github":
        from tuokio.check.frame import annotate, sort

        for finding in sort(found):
            click.echo(annotate(finding, Path.cwd()))
    else:
        show(found)
    for course, (pages, findings) in reports.items():
        _write_report(course, pages, findings, Path(page) if page else None, quiet=style != "text")
    sys.exit(choose_exit_code(found, strict=strict))


def _explain(id: str) -> None:
    """Show a finding's manual page, or say where else to look."""
    from tuokio.check.manual import explain, suggest

    page = explain(id)
    if page is None:
        raise click.UsageError(f"There is no page on `{id}`; where it is found, its message says what to do. {suggest(id)}".rstrip())
    click.echo(page)


def _watch(courses: Sequence[Path]) -> None:
    """Check at every save until interrupted, and say where each check begins and ends: what an editor underlines is what stands between."""
    from tuokio.editor import BEGUN, ENDED
    from tuokio.serve.checking import check_again, describe

    try:
        look = partial(find_courses, courses) if courses else look_for_courses
        find_courses(courses)  # or say that there is none
        around = None if courses or Path("course.yaml").is_file() else Path("courses")
        for findings in check_again(look, around):
            lines = [BEGUN, *(describe(finding, Path.cwd()) for finding in findings), f"{ENDED} {write_count(len(findings), 'finding')}."]
            click.echo("\n".join(lines))
    except KeyboardInterrupt:  # the way to end it
        pass


def _write_report(course: Path, pages: Pages | None, findings: Sequence[Finding], file: Path | None, *, quiet: bool) -> None:
    """Write a course's report, and say where."""
    from tuokio.outline import write_report
    from tuokio.disk import name_output

    if pages is None:
        click.echo(f"There is no report on {course}, since nothing in it can be read.", err=True)
        return
    file = file or Path("output") / name_output(course) / "report.html"
    with telling_of_the_disk(file, "Close the program that has it open, or name another file: --report report.html."):
        write_report(pages, findings, file, date.today())
    click.echo(f"Wrote {file}", err=quiet)


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


COMMANDS = (check,)
