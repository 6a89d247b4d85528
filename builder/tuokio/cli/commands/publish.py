"""`tuokio publish`: the next version for learners."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio.cli.courses import OUTPUT, find_course
from tuokio.cli.terminal import say_waiting, show, showing_progress, telling_of_the_disk

if TYPE_CHECKING:
    from tuokio.publish import Publication


@click.command()
@click.argument("course", type=click.Path(path_type=Path, exists=True), required=False)
@OUTPUT
@click.option("--dry-run", "dry", is_flag=True, help="Only tell what would be published.")
def publish(course: Path | None, output: Path, dry: bool) -> None:
    """Build COURSE for learners as its next version. What changed must say whether old results count; ids that learners met must not vanish."""
    from tuokio.publish import publish as publish_course

    course = find_course(course, "publish")
    if not (course / "course.yaml").is_file():
        raise click.UsageError(f"Only a folder with a course.yaml can be published, and {course} is none. In it `id:` names the course, so that learners' records find it again.")
    with telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."), showing_progress(course.name) as progress:
        result = publish_course(course, output, date.today(), progress, dry=dry, waiting=say_waiting)
    show(result.findings, summary=False)
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


COMMANDS = (publish,)
