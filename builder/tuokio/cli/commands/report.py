"""`tuokio report`: who is done."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from tuokio.cli.terminal import show


@click.command()
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
            show(findings, summary=False)
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


COMMANDS = (report,)
