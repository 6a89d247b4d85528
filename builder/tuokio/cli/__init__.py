"""The command `tuokio`: what it asks, prints and how it exits. The work is done elsewhere. Each command is a file under `commands/`.

Exit codes: 0 all is well, 1 there are findings of severity error, 2 the command was used wrongly.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import click

from tuokio import __version__
from tuokio.cli import commands


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="tuokio %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Make e-learning courses of Markdown: branded, offline, and they remember the learner."""
    if os.environ.get("NO_COLOR"):
        context.color = False


for _path in sorted(Path(commands.__path__[0]).glob("[!_]*.py")):  # `pkgutil` would be a tenth of what `--help` takes
    for _command in importlib.import_module(f"{commands.__name__}.{_path.stem}").COMMANDS:
        main.add_command(_command)
