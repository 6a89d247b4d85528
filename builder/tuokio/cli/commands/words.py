"""`tuokio words`: what the interface says, to be changed or translated."""

from __future__ import annotations

from pathlib import Path

import click

from tuokio.cli.courses import find_course
from tuokio.cli.terminal import telling_of_the_disk, write_count


@click.command()
@click.argument("language")
@click.argument("course", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
def words(language: str, course: Path | None) -> None:
    """Write what Tuokio says to learners into COURSE, to be changed, or translated into a LANGUAGE it does not speak."""
    from tuokio.read.phrases import write_missing
    from tuokio.words import is_known, is_shipped

    if not is_known(language):
        raise click.UsageError(f"There is no language `{language}` that we know of. Use its short code, such as et, de or pt-BR.")
    course = find_course(course, f"words {language}")
    with telling_of_the_disk(course, "Close the program that has it open."):
        path, count = write_missing(course, language)
    task = "Change what you like, and remove the other lines." if is_shipped(language) else "They are in English: translate them."
    click.echo(f"Added {write_count(count, 'phrase')} to {path}. {task}" if count else f"{path} has every phrase.")


COMMANDS = (words,)
