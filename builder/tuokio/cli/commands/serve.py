"""`tuokio serve`: a course on screen while it is written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tuokio.cli.courses import COURSES, OUTPUT, name_courses
from tuokio.cli.terminal import show, write_count

if TYPE_CHECKING:
    from tuokio.finding import Finding


@click.command()
@COURSES
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Where to listen; if it is taken, the next free one. 0 is any.")
@click.option("--lan", is_flag=True, help="Serve other devices in this network too, to try the course on a phone.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@click.option("--editor", type=click.Choice(["vscode", "vscodium", "cursor", "none"]), default="vscode", show_default=True, help="What opens where the page says `Edit`.")
@OUTPUT
def serve(courses: Sequence[Path], port: int, lan: bool, open_browser: bool, editor: str, output: Path) -> None:
    """Show courses in the browser while you write: what you save is on screen at once. Ctrl+C ends it."""
    from tuokio.serve import Outcome, Place, Preview
    from tuokio.serve import serve as serve_courses

    named = name_courses(courses, output)
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
            show(new, summary=False)
            if len(new) < len(outcome.findings):
                click.echo(f"{write_count(len(outcome.findings) - len(new), 'finding')} as before.")
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
        serve_courses(named, output, port=port, lan=lan, editor=editor, opened=tell_place, built=tell_build)
    except OSError as error:
        raise click.ClickException(f"Cannot listen on port {port}: {error.strerror}. Choose another with --port.") from error


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


COMMANDS = (serve,)
