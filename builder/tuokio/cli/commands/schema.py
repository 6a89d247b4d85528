"""`tuokio schema`: what editors complete and underline by."""

from __future__ import annotations

from pathlib import Path

import click

from tuokio.cli.terminal import telling_of_the_disk


@click.command()
@click.argument("name", required=False)
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write them all into this folder, as NAME.schema.json.")
@click.option("--vscode", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Write or renew `.vscode/` in this folder, as `tuokio new` does; your own settings stay.")
def schema(name: str | None, output: Path | None, vscode: Path | None) -> None:
    """Print the JSON Schema NAME of what an author may write, for editors; without a name, list them."""
    import json

    from tuokio.editor import find_left, write_schemas, write_vscode

    if vscode:
        with telling_of_the_disk(vscode, "Close the program that has it open."):
            click.echo("\n".join(f"Wrote {path}" for path in write_vscode(vscode)))
            for path, (where, text) in find_left(vscode).items():
                click.echo(f"\nYour own {path} stays as it is. Paste this {where}, with a comma between it and what is there:\n\n{text}")
        return
    known = write_schemas()
    if name and name not in known:
        raise click.UsageError(f"There is no schema `{name}`. Known are {', '.join(known)}.")
    wanted = {name: known[name]} if name else known
    if output:
        with telling_of_the_disk(output, "Close the program that has it open, or choose another place with --output."):
            output.mkdir(parents=True, exist_ok=True)
            for one, content in wanted.items():
                (output / f"{one}.schema.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
                click.echo(f"Wrote {output / f'{one}.schema.json'}")
    else:
        click.echo(json.dumps(known[name], indent=1) if name else "\n".join(known))


COMMANDS = (schema,)
