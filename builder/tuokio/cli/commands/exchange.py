"""`tuokio import`, `tuokio export`: questions from and for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tuokio.cli.courses import find_course, look_for_courses
from tuokio.cli.terminal import show, telling_of_the_disk, write_count


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--into", "place", type=click.Path(path_type=Path), help="The course, or the file to write; left out, the course that is here.")
@click.option("--bank", is_flag=True, help="Write a bank of questions to draw from, not a module.")
@click.option("--format", "style", help="What the file is, if its name and its content do not tell: gift, moodle and others.")
@click.option("--template", type=click.Path(path_type=Path, dir_okay=False), help="Write an empty question list to fill in with Excel: a name that ends in .xlsx or .csv.")
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), help="Language of the template; that of the course when left out.")
def import_questions(file: Path | None, place: Path | None, bank: bool, style: str | None, template: Path | None, language: str | None) -> None:
    """Take over questions from FILE: GIFT, Moodle XML and other formats. They are written as you would write them, into a file of their own.

    Whatever cannot be taken over is told; nothing that is there is written over.
    """
    from tuokio.exchange import formats
    from tuokio.exchange.carry import bring

    if template:
        return _write_template(template, place, language)
    if file is None:
        raise click.UsageError("Name the file that holds the questions. An empty list to fill in with Excel: tuokio import --template questions.xlsx")
    if style and style not in formats():
        raise click.UsageError(f"There is no format `{style}`. Known are {', '.join(formats())}.")
    place = place or find_course(None, f"import {file.as_posix()} --into")
    into_folder = place.is_dir()
    if not into_folder:
        ending = place.suffix.lower()
        if ending not in (".md", ".yaml", ".yml"):
            raise click.UsageError(f"There is no folder {place}. Name a course, or a file to write that ends in .md, or in .yaml for a bank.")
        bank = bank or ending != ".md"
        if bank and ending == ".md":
            raise click.UsageError("A bank is a file that ends in .yaml.")
        if place.exists():
            raise click.UsageError(f"{place} is there already. Choose another name.")
        if not place.parent.is_dir():
            raise click.UsageError(f"There is no folder {place.parent}. Make it first, or choose another place.")
    with telling_of_the_disk(place, "Close the program that has it open, or choose another place with --into."):
        done = bring(file, place, formats()[style] if style else None, bank=bank, into_folder=into_folder)
    show(done.findings, summary=False, first=False)
    if done.file is None:
        click.secho("Nothing was taken over.", fg="red", err=True)
        sys.exit(1)
    pictures = f" and {write_count(len(done.pictures), 'picture')}" if done.pictures else ""
    click.echo(f"Took over {write_count(done.questions, 'question')}{pictures} into {done.file}.")
    if done.left_out:
        click.secho(f"{write_count(done.left_out, 'question')} could not be taken over: see above.", fg="yellow", err=True)


def _write_template(file: Path, course: Path | None, language: str | None) -> None:
    """Write an empty question list."""
    from tuokio.disk import write as write_file
    from tuokio.exchange.table.template import SUFFIXES, write
    from tuokio.starter.case import find_language

    if file.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"A question list is a file that ends in {' or '.join(SUFFIXES)}.")
    if file.exists():
        raise click.UsageError(f"{file} is there already. Choose another name.")
    with telling_of_the_disk(file, "Choose another place for it."):
        write_file(file, write(file.suffix, language or find_language(course or next(iter(look_for_courses()), Path()))))
    click.echo(f'Made {file}. Fill it in with Excel, then:\n\n  tuokio import "{file}"')


@click.command("export")
@click.argument("course", type=click.Path(path_type=Path, exists=True), required=False)
@click.option("--format", "style", required=True, help="What to write: gift, or moodle for Moodle XML, which carries more.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; left out, it is named after the course.")
def export_questions(course: Path | None, style: str, output: Path | None) -> None:
    """Write the questions of COURSE, its modules and its banks, for another program. What that program has no place for is told."""
    from tuokio.exchange import formats
    from tuokio.exchange.carry import send

    writable = [name for name, format in formats().items() if hasattr(format, "write")]
    if style not in writable:
        raise click.UsageError(f"Tuokio writes {' and '.join(writable)}, not `{style}`.")
    course = find_course(course, f"export --format {style}")
    with telling_of_the_disk(output or Path(), "Close the program that has it open, or choose another place with --output."):
        file, count, findings = send(course, formats()[style], output)
    show(findings, summary=False, first=False)
    if file is None:
        click.secho("Nothing was written: mend the errors above first.", fg="red", err=True)
        sys.exit(1)
    click.echo(f"Wrote {write_count(count, 'question')} into {file}.")


COMMANDS = (import_questions, export_questions)
