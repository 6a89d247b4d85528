"""`tuokio new`, `tuokio new-case`: something to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from tuokio.cli.courses import find_course
from tuokio.cli.terminal import telling_of_the_disk


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), default="en", show_default=True, help="Language of the first course.")
def new(folder: Path, language: str) -> None:
    """Make a folder with a first course and a theme."""
    from tuokio.starter import start

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there already and is not empty. Choose another name.")
    with telling_of_the_disk(folder, "Choose another place for it."):
        course = start(folder, language)
    click.echo(f'Made {folder}. Write in {course}, then:\n\n  cd "{folder}"\n  tuokio build')


@click.command("new-case")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--language", type=click.Choice(["en", "fi", "sv"]), help="Language of the case; that of the course when left out.")
def new_case(file: Path | None, language: str | None) -> None:
    """Write a hard case of your own as a conversation, to be filled in by seven questions.

    FILE is the module to write, or the course's folder; left out, it comes after the last module of the course that is here.
    """
    from tuokio.starter.case import find_language, suggest_file, write_case

    if file is None or file.is_dir():
        course = find_course(file, "new-case")
        file = suggest_file(course, language or find_language(course))
    elif file.suffix.lower() != ".md":
        file = file.with_name(f"{file.name}.md")
    if file.exists():
        raise click.UsageError(f"{file} is there already. Choose another name.")
    if not file.parent.is_dir():
        raise click.UsageError(f"There is no folder {file.parent}. Make it first, or choose another place.")
    with telling_of_the_disk(file, "Choose another place for it."):
        write_case(file, language or find_language(file.parent))
    course = file.parent if (file.parent / "course.yaml").is_file() else file
    click.echo(f'Made {file}. Answer its seven questions in it, then:\n\n  tuokio check "{course}"\n  tuokio serve "{course}"')


COMMANDS = (new, new_case)
