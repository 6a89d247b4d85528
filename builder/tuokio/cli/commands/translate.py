"""`tuokio translate`: a course in a sheet, out and in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio.cli.courses import find_course
from tuokio.cli.terminal import choose_exit_code, show, telling_of_the_disk, write_count

if TYPE_CHECKING:
    from tuokio.course import Course
    from tuokio.finding import Finding


@click.group()
def translate() -> None:
    """Hand a course to a translator in a sheet, take it in again, and note that a translation is up to date."""


@translate.command("export")
@click.argument("language")
@click.argument("course", type=click.Path(path_type=Path, exists=True), required=False)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The sheet to write: .xlsx for Excel, or .csv. Left out: the course's name and the language, .xlsx.")
@click.option("--todo", is_flag=True, help="Only what is new or has changed.")
@click.option("--phrases/--no-phrases", "with_phrases", default=None, help="With or without what Tuokio itself says; left out, with it where Tuokio does not speak the language.")
def export_texts(language: str, course: Path | None, output: Path | None, todo: bool, with_phrases: bool | None) -> None:
    """Write all texts of COURSE into a sheet, beside what there is of them in LANGUAGE (its short code, such as et or de)."""
    from tuokio import disk
    from tuokio.translate import sheet
    from tuokio.translate.text import State
    from tuokio.translate.work import list_texts
    from tuokio.words import is_known

    if not is_known(language):
        raise click.UsageError(f"There is no language `{language}` that we know of. Use its short code, such as et, de or pt-BR.")
    read = _read_course(course, "translate export " + language)
    if language == read.language:
        raise click.UsageError(f"The course is written in `{language}`. Name the language it is to be translated into.")
    output = output or Path(f"{read.name}-{language}.xlsx")
    if output.suffix.lower() not in (".xlsx", ".csv"):
        raise click.UsageError(f"{output} is neither .xlsx nor .csv.")
    texts = list_texts(read, language, with_phrases=with_phrases)
    counts = [f"{sum(one.state is state for one in texts)} {state}" for state in State]
    with telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."):
        disk.write(output, sheet.write([one for one in texts if not todo or one.state is not State.DONE], read.language, language, output.suffix))
    click.echo(f"Wrote {output}: {write_count(len(texts), 'text')}, {', '.join(counts)}.")


@translate.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("course", type=click.Path(path_type=Path, exists=True), required=False)
def import_texts(file: Path, course: Path | None) -> None:
    """Write the translations in FILE, a sheet that was exported and filled in, into the files of COURSE."""
    from tuokio.translate.work import take_in

    read = _read_course(course, f"translate import {file.as_posix()}")
    with telling_of_the_disk(read.folder, "Close the program that has it open."):
        outcome = take_in(read, file)
    show(outcome.findings, summary=False, first=False)
    for path in outcome.files:
        click.echo(f"Wrote {path}")
    click.echo(f"{write_count(outcome.taken, 'text')} taken in{f', in {outcome.language}' if outcome.language else ''}.")
    sys.exit(choose_exit_code(outcome.findings))


@translate.command("mark")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def mark_translation(files: Sequence[Path]) -> None:
    """Note in FILES, translations that you have brought up to date, that they follow their source as it is now."""
    from tuokio.translate.work import mark

    for file in files:
        folder = file.resolve().parent
        folder = folder if not (folder.parent / "course.yaml").is_file() or (folder / "course.yaml").is_file() else folder.parent
        with telling_of_the_disk(file, "Close the program that has it open."):
            marked = mark(_read_course(folder, ""), file)
        if not marked:
            raise click.UsageError(f"{file} is no translation of a module, a bank or a glossary.")
        click.echo(f"{file} follows its source as it is now.")


def _read_course(course: Path | None, command: str) -> Course:
    """Return the one course that is meant, read; the command ends with its findings where it cannot be."""
    from tuokio.kept import Kept
    from tuokio.read import read

    findings: list[Finding] = []
    found = read(find_course(course, command), findings, Kept())
    if found is None or choose_exit_code(findings) or found.following.fault:
        show([one for one in findings if one.severity == "error" or found and one is found.following.fault], summary=False)
        click.secho("Mend what is above first.", fg="red", err=True)
        sys.exit(1)
    return found


COMMANDS = (translate,)
