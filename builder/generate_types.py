"""Write the TypeScript types of the contract from the Python models: `make types`.

One `model.d.ts` per block kind and those of `record/`, with a `valid.js` for copies and one for what managers are handed: they hold
what comes from elsewhere to the contract, JSON Schemas compiled here, since a page's policy allows no `eval`. A test fails when they are stale.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
BANNER = "/* Generated from {source} by `make types`. Do not edit. */"

SCRIPT = """
import { compile } from "json-schema-to-typescript";
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const out = [];
for (const { name, schema, banner } of JSON.parse(Buffer.concat(chunks)))
  out.push(await compile(schema, name, { bannerComment: banner, additionalProperties: false, ignoreMinAndMaxItems: true, unreachableDefinitions: true }));
console.log(JSON.stringify(out));
"""

VALIDATOR = """
import { validator } from "@exodus/schemasafe";
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
console.log(validator(JSON.parse(Buffer.concat(chunks)), { includeErrors: false }).toModule());
"""


def schemas() -> Iterator[tuple[Path, str, dict, str]]:
    """Yield target file, type name, JSON Schema and source for each part of the contract."""
    from tuokio import blocks
    from tuokio.blocks.made import Made
    from tuokio.record.backup import Backup
    from tuokio.record.completion import FROM_BROWSER
    from tuokio.record.event import Event

    yield HERE / "tuokio/record/event.d.ts", "Event", Event.model_json_schema(), "event.py"
    copy = Backup.model_json_schema()
    copy["properties"]["events"] = {"type": "array", "items": {"tsType": 'import("./event.d.ts").Event'}}
    yield HERE / "tuokio/record/backup.d.ts", "Backup", {key: value for key, value in copy.items() if key != "$defs"}, "backup.py"
    for name, model in FROM_BROWSER.items():
        yield HERE / f"tuokio/record/{name}.d.ts", model.__name__, model.model_json_schema(), "completion.py"
    for name, kind in blocks.kinds().items():
        schema = kind.model_json_schema(mode="serialization")
        for made in (one for one in Made.__subclasses__() if one.__module__ == kind.__module__):  # what it asks, where that is of its own shape
            own = made.model_json_schema(mode="serialization")
            schema.setdefault("$defs", {}).update(own.pop("$defs", {}) | {made.__name__: own})
        yield blocks.folder(name) / "model.d.ts", kind.__name__, schema, "model.py"


def _strip_titles(node: object, *, names: bool = False) -> object:
    """Drop pydantic's titles of fields, which would become a type each."""
    if isinstance(node, dict):
        return {key: _strip_titles(value, names=key in ("properties", "$defs")) for key, value in node.items() if names or key != "title"}
    return [_strip_titles(entry) for entry in node] if isinstance(node, list) else node


def generate() -> dict[Path, str]:
    """Return every generated file's text."""
    parts = list(schemas())
    order = [{"name": name, "schema": _strip_titles(schema) | {"title": name}, "banner": BANNER.format(source=source)} for _, name, schema, source in parts]
    done = _run(SCRIPT, order)
    told = r" \* This interface was referenced by .*\n \* via .*"  # who refers to what, which its users need not know
    told = re.compile(rf"\n \*\n{told}|/\*\*\n{told}\n \*/\n")
    keyed = re.compile(r"\n +/\*\*\n +\* This interface was referenced by .*\n +\* via .*\n +\*/")
    return {path: keyed.sub("", told.sub("", text)).strip() + "\n" for (path, *_), text in zip(parts, json.loads(done), strict=True)} | _compile()


def _compile() -> dict[Path, str]:
    """Return the scripts that tell whether what arrived is what it says."""
    from tuokio.record.backup import Backup
    from tuokio.record.completion import FROM_BROWSER

    wanted = {"record/valid.js": ("backup.py", [Backup]), "manager/valid.js": ("completion.py", FROM_BROWSER.values())}
    return {HERE / "tuokio" / name: "\n".join([BANNER.format(source=source), *(f"export const is{model.__name__} = {_run(VALIDATOR, _close(model.model_json_schema())).strip()}\n" for model in models)]) for name, (source, models) in wanted.items()}


def _close(node: object) -> object:
    """Return a schema in which keys that fit no pattern are refused, as pydantic does."""
    if isinstance(node, dict):
        return {key: _close(value) for key, value in node.items()} | ({"additionalProperties": False} if "patternProperties" in node else {})
    return [_close(entry) for entry in node] if isinstance(node, list) else node


def _run(script: str, given: object) -> str:
    return subprocess.run(["node", "--input-type=module", "-e", script], cwd=HERE, input=json.dumps(given), capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    for path, text in generate().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(HERE), file=sys.stderr)
