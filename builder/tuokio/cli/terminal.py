"""What commands print, and how they end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tuokio.finding import Finding

COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}
LONGEST_PATH = 260  # characters, unless Windows is told otherwise
LONG = 20  # modules from which a build shows its progress


def show(findings: Sequence[Finding], *, summary: bool = True, first: bool = True) -> None:
    """Print findings with their code frames, hints of one kind once, and at the end how many there are and what to mend `first`."""
    if not findings and not summary:
        return
    from tuokio.check.frame import frame, gather, read_lines
    from tuokio.check.summary import summarize

    read, lines = lru_cache(maxsize=1)(read_lines), []  # one file after the other, each read once
    for finding, more in gather(findings):
        head, _, rest = frame(finding, read=read).partition("\n")
        severity, _, message = head.partition(": ")
        lines += [click.style(severity, fg=COLOURS[severity], bold=True) + ": " + click.style(message, bold=True), rest]
        lines += [f"  = and {more} more like this", ""] if more else [""]
    if findings or summary:
        lines.append(summarize(findings, first=first))
    click.echo("\n".join(lines))  # at once: each time click asks anew what it writes to


def write_count(number: int, noun: str) -> str:
    """Return a number of things in words: 1 question, 2 questions."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def choose_exit_code(findings: Sequence[Finding], *, strict: bool = False) -> int:
    """Return 1 where a finding stops the build, or with `strict` publishing, else 0."""
    return int(any(finding.severity == "error" or strict and finding.severity == "warning" for finding in findings))


def say_waiting() -> None:
    """Say why nothing happens for a while."""
    click.echo("Somebody else is building into the same folder; this goes on when they are done.", err=True)


@contextmanager
def telling_of_the_disk(place: Path, cure: str) -> Iterator[None]:
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
def showing_progress(name: str, *, show: bool = True):
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
